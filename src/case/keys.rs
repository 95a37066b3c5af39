//! The names of the fields of each kind, and which of them a record must have.

use super::Kind;

/// The fields of a kind, in the order of the format's table.
pub const fn of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Party => &["name", "is", "role", "of", "aka", "country", "note"],
        Kind::Source => &[
            "kind",
            "tier",
            "title",
            "who",
            "publisher",
            "date",
            "terms",
            "identity",
            "cite_as",
            "via",
            "access",
            "request",
            "file",
            "notes",
            "sha256",
            "url",
            "archive_url",
            "captured",
            "lang",
            "translator",
            "ocr",
            "paragraphs",
            "note",
        ],
        Kind::Permit => &[
            "source",
            "via",
            "destination",
            "authority",
            "law",
            "number",
            "applicant",
            "exporter",
            "holder",
            "consignee",
            "end_user",
            "end_use",
            "items",
            "value",
            "applied",
            "approved",
            "valid",
            "stage",
            "shipped_value",
            "redactions",
            "request",
            "note",
        ],
        Kind::Request => &[
            "to",
            "by",
            "law",
            "number",
            "filed",
            "due",
            "answered",
            "outcome",
            "exemptions",
            "gave",
            "note",
        ],
        Kind::Quote => &[
            "who",
            "source",
            "via",
            "printed",
            "scope",
            "original",
            "lang",
            "translator",
            "treatment",
            "note",
        ],
        Kind::Casualty => &[
            "source",
            "via",
            "event",
            "killed",
            "injured",
            "missing",
            "how",
            "place",
            "period",
            "status",
            "alleged_actor",
            "counted_by",
            "excludes",
            "grade",
            "note",
        ],
        Kind::Figure => &[
            "what", "source", "via", "value", "how", "unit", "measure", "as_of", "note",
        ],
        Kind::Event => &["date", "what", "place", "involved", "source", "via", "note"],
        Kind::Claim => &[
            "says",
            "evidence",
            "against",
            "number",
            "date",
            "criticises",
            "legal",
            "kind",
            "note",
        ],
        Kind::Contact => &[
            "to", "put", "about", "tries", "deadline", "outcome", "reply", "printed", "note",
        ],
    }
}

/// Fields within fields.
pub(super) const NESTED: &[&str] = &[
    "min",
    "max",
    "best",
    "amount",
    "currency",
    "from",
    "years",
    "words",
    "ecl",
    "hs",
    "qty",
    "field",
    "ground",
    "prints",
    "compute",
    "at",
    "method",
    "withheld",
    "precision",
];

/// The fields a record of a kind must have.
pub const fn required(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Party => &["name"],
        Kind::Source => &["kind"],
        Kind::Permit | Kind::Casualty => &["source"],
        Kind::Request | Kind::Contact => &["to"],
        Kind::Quote => &["who", "source", "printed"],
        Kind::Figure => &["what", "source"],
        Kind::Event => &["date", "what"],
        Kind::Claim => &["says"],
    }
}

/// True for the name of a field of any kind, or of one within another field.
pub(super) fn is_field(word: &str) -> bool {
    let all = Kind::ALL.into_iter().flat_map(|kind| of(kind).iter());
    all.chain(NESTED).any(|field| *field == word)
}
