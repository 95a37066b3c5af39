//! The keys of a map with their values: which are known, which stand twice, which are strange.

use super::{Error, Fault, N, Reader};
use crate::case::tree::{NodeIx, Shape};
use crate::case::{Code, Severity, Sp, near};
use serde::de::value::{BorrowedStrDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess};
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

/// The keys of a map.
pub(super) struct Map<'a> {
    r: &'a Reader<'a>,
    of: NodeIx,
    at: NodeIx,
    end: NodeIx,
    /// The keys the format knows here; none where every key is an id.
    fields: Option<&'static [&'static str]>,
    /// What the format does not know here is reported elsewhere.
    quiet: bool,
    /// Known keys met so far, by bit.
    seen: u64,
    /// Keys met so far where every key is an id.
    keys: HashSet<Cow<'a, str>>,
    value: NodeIx,
}

impl<'a> Map<'a> {
    pub(super) fn of(map: N<'a>, fields: Option<&'static [&'static str]>) -> Self {
        Self {
            r: map.r,
            of: map.ix,
            at: map.ix + 1,
            end: map.r.tree.after(map.ix),
            fields,
            quiet: false,
            seen: 0,
            keys: HashSet::new(),
            value: map.ix,
        }
    }

    /// The same, where what the format does not know is reported elsewhere.
    pub(super) fn quiet(self) -> Self {
        Self {
            quiet: true,
            ..self
        }
    }

    /// True if the key is to be read; otherwise what is wrong with it has been reported.
    // The keys seen so far, kept as they come: most borrow from the file.
    #[expect(clippy::ptr_arg)]
    fn wants(&mut self, key: NodeIx, value: NodeIx, text: &Cow<'a, str>) -> bool {
        let Some(fields) = self.fields else {
            let again = !self.keys.insert(text.clone());
            if again {
                self.twice(key, text);
            }
            return !again;
        };
        let Some(ix) = fields.iter().position(|field| field == text) else {
            if !self.quiet {
                self.strange(key, value, text, fields);
            }
            return false;
        };
        let bit = 1u64 << (ix % 64);
        let again = self.seen & bit != 0;
        if again && !self.quiet {
            self.twice(key, text);
        }
        self.seen |= bit;
        !again
    }

    fn twice(&self, key: NodeIx, text: &str) {
        self.r.tell(Fault {
            code: Code::DUPLICATE_KEY,
            severity: Severity::Error,
            span: self.r.tree.span(key),
            message: format!("`{text}` is given here a second time"),
            help: Some("keep one of the two; only the first is read".to_owned()),
        });
    }

    fn strange(&self, key: NodeIx, value: NodeIx, text: &str, fields: &[&'static str]) {
        let in_braces = self.r.tree.shape(self.of) == Shape::FlowMap;
        let no_value = self.r.tree.shape(value) == Shape::Empty;
        self.r.tell(strange(
            self.r.tree.span(key),
            text,
            fields,
            in_braces && no_value,
        ));
        if self.of == self.r.outermost {
            let value = text.to_owned();
            let at = self.r.at(key);
            self.r.found.borrow_mut().unknown.push(Sp { value, at });
        }
    }
}

/// What is reported about a key that the format does not know.
fn strange(span: Range<usize>, text: &str, fields: &[&str], comma: bool) -> Fault {
    if text == "<<" {
        return Fault {
            code: Code::ANCHOR,
            severity: Severity::Error,
            span,
            message: "merge keys (`<<`) are not read".to_owned(),
            help: Some("write the fields out in each record".to_owned()),
        };
    }
    let glued = text.split_once(':').filter(|(word, value)| {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
        !word.is_empty() && word.bytes().all(plain) && !value.starts_with("//")
    });
    if let (true, Some((word, value))) = (comma, glued) {
        return Fault {
            code: Code::NO_COLON,
            severity: Severity::Error,
            span,
            message: format!("there is no space after `{word}:`"),
            help: Some(format!("put a space between them: `{word}: {value}`")),
        };
    }
    if comma {
        return Fault {
            code: Code::COMMA,
            severity: Severity::Error,
            span,
            message: "the comma ended the text here".to_owned(),
            help: Some("put the whole text in quotation marks".to_owned()),
        };
    }
    let help = match near(text, fields.iter().copied()) {
        Some(word) => format!("did you mean `{word}`?"),
        None => "it is kept and shown, but nothing is done with it".to_owned(),
    };
    Fault {
        code: Code::UNKNOWN_KEY,
        severity: Severity::Warning,
        span,
        message: format!("the key `{text}` is not known here"),
        help: Some(help),
    }
}

impl<'a> MapAccess<'a> for Map<'a> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'a>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        while self.at < self.end {
            let key = self.at;
            let value = self.r.tree.after(key);
            if value >= self.end {
                return Ok(None);
            }
            self.at = self.r.tree.after(value);
            if !self.r.tree.shape(key).is_text() {
                self.r.tell(Fault {
                    code: Code::SHAPE,
                    severity: Severity::Error,
                    span: self.r.tree.span(key),
                    message: "a key must be one word".to_owned(),
                    help: Some("write `key: value`".to_owned()),
                });
                continue;
            }
            let text = self.r.text(key);
            if !self.wants(key, value, &text) {
                continue;
            }
            self.value = value;
            return if self.fields.is_some() {
                match text {
                    Cow::Borrowed(text) => seed
                        .deserialize(BorrowedStrDeserializer::<Error>::new(text))
                        .map(Some),
                    Cow::Owned(text) => {
                        let de: StringDeserializer<Error> = text.into_deserializer();
                        seed.deserialize(de).map(Some)
                    }
                }
            } else {
                seed.deserialize(self.r.node(key)).map(Some)
            };
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let value = self.r.node(self.value);
        seed.deserialize(value)
            .map_err(|error| error.at(value.span()))
    }
}
