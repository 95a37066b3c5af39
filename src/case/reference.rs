//! References from one record to another: `id`, `id#locator`, `id.field.field`.

use std::fmt;

/// A reference to a record, perhaps to a place in it or to one of its fields.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ref {
    /// The id of the record.
    pub id: String,
    /// What of the record is meant.
    pub part: Part,
}

/// What of a record a reference means.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The whole record.
    Whole,
    /// A place in a source's text. Only sources take locators.
    Locator(Locator),
    /// A field, outermost first: `value.amount`.
    Field(Vec<String>),
}

/// A place in a source's text. Numbers count from 1 and ranges include both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Locator {
    /// `p3`, `p3-5`: pages.
    Pages(u32, u32),
    /// `par7`, `par7-9`: paragraphs.
    Paragraphs(u32, u32),
    /// `l12-14`: lines.
    Lines(u32, u32),
    /// `t00:12:30`: seconds from the beginning of a recording.
    Time(u32),
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, from, to) = match *self {
            Self::Pages(from, to) => ("p", from, to),
            Self::Paragraphs(from, to) => ("par", from, to),
            Self::Lines(from, to) => ("l", from, to),
            Self::Time(s) => {
                return write!(f, "t{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
            }
        };
        if from == to {
            write!(f, "{sign}{from}")
        } else {
            write!(f, "{sign}{from}-{to}")
        }
    }
}

impl fmt::Display for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)?;
        match &self.part {
            Part::Whole => Ok(()),
            Part::Locator(locator) => write!(f, "#{locator}"),
            Part::Field(path) => path.iter().try_for_each(|field| write!(f, ".{field}")),
        }
    }
}

/// What is wrong with a reference, in words for the person who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRef(pub String);

impl fmt::Display for BadRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// True if the text is formed like an id: `[a-z][a-z0-9-]*`.
pub fn is_id(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|b| b.is_ascii_lowercase())
        && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

impl Ref {
    /// A reference to a whole record.
    pub fn whole(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            part: Part::Whole,
        }
    }

    /// Reads a reference.
    ///
    /// # Errors
    /// If the id, the locator or the field path is not well formed; the text says what is expected.
    pub fn parse(text: &str) -> Result<Self, BadRef> {
        if let Some((id, locator)) = text.split_once('#') {
            check_id(id)?;
            let part = Part::Locator(Locator::parse(locator)?);
            return Ok(Self {
                id: id.to_owned(),
                part,
            });
        }
        let mut fields = text.split('.');
        let id = fields.next().unwrap_or_default();
        check_id(id)?;
        let path: Vec<String> = fields.map(str::to_owned).collect();
        if path.iter().any(|field| !is_field(field)) {
            return Err(BadRef(format!(
                "`{text}` does not name a field; write it like `permit-feb6.value`"
            )));
        }
        let part = if path.is_empty() {
            Part::Whole
        } else {
            Part::Field(path)
        };
        Ok(Self {
            id: id.to_owned(),
            part,
        })
    }

    /// The locator, if it has one.
    pub const fn locator(&self) -> Option<Locator> {
        match self.part {
            Part::Locator(locator) => Some(locator),
            Part::Whole | Part::Field(_) => None,
        }
    }
}

fn check_id(id: &str) -> Result<(), BadRef> {
    if is_id(id) {
        return Ok(());
    }
    Err(BadRef(format!(
        "`{id}` is not an id: ids are small letters, digits and hyphens, and begin with a letter"
    )))
}

fn is_field(field: &str) -> bool {
    !field.is_empty()
        && field
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

impl Locator {
    /// Reads the part of a reference after the `#`.
    ///
    /// # Errors
    /// If it is none of `p3`, `p3-5`, `par7`, `par7-9`, `l12`, `l12-14`, `t00:12:30`, or counts from 0 or backwards.
    pub fn parse(text: &str) -> Result<Self, BadRef> {
        let bad = || {
            BadRef(format!(
                "`#{text}` is not a place in a source; places are `#p3` or `#p3-5` (pages), `#par7` (paragraph), `#l12-14` (lines), `#t00:12:30` (time)"
            ))
        };
        if let Some(time) = text.strip_prefix('t') {
            return seconds(time).map(Self::Time).ok_or_else(bad);
        }
        let digits = text.trim_start_matches(|c: char| c.is_ascii_lowercase());
        let make: fn(u32, u32) -> Self = match &text[..text.len() - digits.len()] {
            "p" => Self::Pages,
            "par" => Self::Paragraphs,
            "l" => Self::Lines,
            _ => return Err(bad()),
        };
        let (from, to) = digits.split_once('-').unwrap_or((digits, digits));
        let (from, to) = (count(from).ok_or_else(bad)?, count(to).ok_or_else(bad)?);
        if from == 0 || to < from {
            return Err(bad());
        }
        Ok(make(from, to))
    }
}

fn count(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// `00:12:30` or `12:30` in seconds.
fn seconds(time: &str) -> Option<u32> {
    let parts: Vec<u32> = time.split(':').map(count).collect::<Option<_>>()?;
    match parts[..] {
        [m, s] if s < 60 => m.checked_mul(60)?.checked_add(s),
        [h, m, s] if m < 60 && s < 60 => h.checked_mul(3600)?.checked_add(m * 60 + s),
        _ => None,
    }
}

/// A party, or a name in words if there is no record for the party.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// The id of a record; one that does not exist is a problem.
    Id(String),
    /// A name, distinguished from an id by its capitals or spaces.
    Words(String),
}

impl Who {
    /// Reads a party's id or a name.
    pub fn parse(text: &str) -> Self {
        if is_id(text) {
            Self::Id(text.to_owned())
        } else {
            Self::Words(text.to_owned())
        }
    }

    /// The text as written.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Id(text) | Self::Words(text) => text,
        }
    }

    /// The id, if it is one.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Id(id) => Some(id),
            Self::Words(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Locator, Part, Ref};

    #[test]
    fn references_are_read_and_printed_the_same() {
        for text in [
            "permit-feb6",
            "article#par31",
            "report#p3",
            "report#p3-5",
            "tape#t00:12:30",
            "memo#l12-14",
            "permit-feb6.value.amount",
        ] {
            assert_eq!(
                Ref::parse(text).map(|r| r.to_string()),
                Ok(text.to_owned()),
                "{text}"
            );
        }
        assert_eq!(Ref::parse("a").map(|r| r.part), Ok(Part::Whole));
        assert_eq!(Locator::parse("t12:30"), Ok(Locator::Time(750)));
    }

    #[test]
    fn what_has_not_the_shape_of_a_reference_is_refused() {
        for text in [
            "",
            "Permit",
            "9a",
            "a#",
            "a#p0",
            "a#p5-3",
            "a#x3",
            "a#pa3",
            "a#p-3",
            "a#t1",
            "a#t00:75:00",
            "a.",
            "a..b",
            "a b",
            "a#p99999999999",
            "a#lar3",
        ] {
            assert!(Ref::parse(text).is_err(), "{text}");
        }
    }
}
