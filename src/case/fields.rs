//! Which fields a record has, for references such as `permit-feb6.value.amount`.

use super::{Body, near};

/// Fields of money, of limits, of periods.
const MONEY: &[&str] = &[
    "amount",
    "amount.min",
    "amount.max",
    "amount.best",
    "currency",
];
const LIMITS: &[&str] = &["min", "max", "best"];
const PERIOD: &[&str] = &["from", "to"];

/// The fields of a record that a reference may name, with what may stand below them.
fn fields(body: &Body) -> &'static [(&'static str, &'static [&'static str])] {
    match body {
        Body::Party(_) => &[
            ("name", &[]),
            ("is", &[]),
            ("role", &[]),
            ("of", &[]),
            ("aka", &[]),
            ("country", &[]),
            ("note", &[]),
        ],
        Body::Source(_) => &[
            ("kind", &[]),
            ("tier", &[]),
            ("title", &[]),
            ("who", &[]),
            ("publisher", &[]),
            ("date", PERIOD),
            ("terms", &[]),
            ("identity", &[]),
            ("cite_as", &[]),
            ("via", &[]),
            ("access", &[]),
            ("request", &[]),
            ("file", &[]),
            ("notes", &[]),
            ("sha256", &[]),
            ("url", &[]),
            ("archive_url", &[]),
            ("captured", PERIOD),
            ("lang", &[]),
            ("translator", &[]),
            ("ocr", &[]),
            ("paragraphs", &[]),
            ("note", &[]),
        ],
        Body::Permit(_) => &[
            ("source", &[]),
            ("via", &[]),
            ("destination", &[]),
            ("authority", &[]),
            ("law", &[]),
            ("number", &[]),
            ("applicant", &[]),
            ("exporter", &[]),
            ("holder", &[]),
            ("consignee", &[]),
            ("end_user", &[]),
            ("end_use", &[]),
            ("items", &[]),
            ("value", MONEY),
            ("applied", PERIOD),
            ("approved", PERIOD),
            ("valid", &["from", "to", "years"]),
            ("stage", &[]),
            ("shipped_value", MONEY),
            ("redactions", &[]),
            ("request", &[]),
            ("note", &[]),
        ],
        Body::Request(_) => &[
            ("to", &[]),
            ("by", &[]),
            ("law", &[]),
            ("number", &[]),
            ("filed", PERIOD),
            ("due", PERIOD),
            ("answered", PERIOD),
            ("outcome", &[]),
            ("exemptions", &[]),
            ("gave", &[]),
            ("note", &[]),
        ],
        Body::Quote(_) => &[
            ("who", &[]),
            ("source", &[]),
            ("via", &[]),
            ("printed", &[]),
            ("scope", &[]),
            ("original", &[]),
            ("lang", &[]),
            ("translator", &[]),
            ("treatment", &[]),
            ("note", &[]),
        ],
        Body::Casualty(_) => &[
            ("source", &[]),
            ("via", &[]),
            ("event", &[]),
            ("killed", LIMITS),
            ("injured", LIMITS),
            ("missing", LIMITS),
            ("how", &[]),
            ("place", &[]),
            ("period", PERIOD),
            ("status", &[]),
            ("alleged_actor", &[]),
            ("counted_by", &[]),
            ("excludes", &[]),
            ("grade", &[]),
            ("note", &[]),
        ],
        Body::Figure(_) => &[
            ("what", &[]),
            ("source", &[]),
            ("via", &[]),
            ("value", LIMITS),
            ("how", &[]),
            ("unit", &[]),
            ("measure", &[]),
            ("as_of", PERIOD),
            ("note", &[]),
        ],
        Body::Event(_) => &[
            ("date", PERIOD),
            ("what", &[]),
            ("place", &[]),
            ("involved", &[]),
            ("source", &[]),
            ("via", &[]),
            ("note", &[]),
        ],
        Body::Claim(_) => &[
            ("says", &[]),
            ("evidence", &[]),
            ("against", &[]),
            ("number", &["prints", "how", "unit", "from", "compute"]),
            ("date", &["prints", "how", "from", "compute"]),
            ("criticises", &[]),
            ("legal", &[]),
            ("kind", &[]),
            ("note", &[]),
        ],
        Body::Contact(_) => &[
            ("to", &[]),
            ("put", &[]),
            ("about", &[]),
            ("tries", &[]),
            ("deadline", PERIOD),
            ("outcome", &[]),
            ("reply", &[]),
            ("printed", &[]),
            ("note", &[]),
        ],
    }
}

/// What to do about a path that the record does not have; none if it has it.
pub(super) fn missing(body: &Body, path: &[String]) -> Option<String> {
    let fields = fields(body);
    let first = path.first()?;
    let Some((_, below)) = fields.iter().find(|(name, _)| name == first) else {
        let known = fields.iter().map(|(name, _)| *name);
        return Some(match near(first, known) {
            Some(name) => format!("did you mean `.{name}`?"),
            None => format!(
                "a {} has other fields; see `casefile schema`",
                body.kind().singular()
            ),
        });
    };
    let rest = path[1..].join(".");
    if rest.is_empty() || below.contains(&rest.as_str()) {
        return None;
    }
    Some(
        match (near(&rest, below.iter().copied()), below.is_empty()) {
            (Some(name), _) => format!("did you mean `.{first}.{name}`?"),
            (None, true) => format!("nothing stands below `.{first}`"),
            (None, false) => format!("below `.{first}` there are {}", below.join(", ")),
        },
    )
}
