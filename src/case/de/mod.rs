//! Turns nodes into typed values, by serde. A fault is reported at its own place, and reading goes on after it.

mod items;
mod map;
mod protocol;

use super::tree::{NodeIx, Shape, Tree};
use super::{Code, Open, Severity, Sp};
use crate::text::quotation_marks::is_wrapped;
use items::Items;
use map::Map;
use protocol::Protocol;
use serde::de::{self, DeserializeSeed, Visitor};
use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;
use std::ops::Range;

/// The name under which [`super::Field`] asks for its place, its open word and its value.
pub(super) const FIELD: &str = "casefile::Field";
/// The name under which [`Sp`] asks for its place and its value.
pub(super) const SP: &str = "casefile::Sp";
/// Types that are written as one text or as keys with values.
const TEXT_OR_MAP: [&str; 4] = ["Amount", "Prints", "PrintsDate", "When"];

/// A fault within a record, before it is known which record.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) code: Code,
    pub(super) severity: Severity,
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// What reading finds besides the values.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Faults, in the order found.
    pub(super) faults: Vec<Fault>,
    /// Keys the format does not know, of the outermost map.
    pub(super) unknown: Vec<Sp<String>>,
    /// `TK`, `unknown` and `withheld`, wherever they stand.
    pub(super) open: Vec<Sp<Open>>,
}

/// A file being read.
pub(super) struct Reader<'a> {
    pub(super) tree: &'a Tree,
    /// The file as it went to the parser: every place is the same.
    pub(super) text: &'a str,
    /// The file as it is on disk.
    pub(super) bytes: &'a [u8],
    pub(super) found: RefCell<Found>,
    /// The map whose unknown keys are the record's.
    pub(super) outermost: NodeIx,
    /// Entries of lists that could not be read.
    pub(super) skip: RefCell<Vec<NodeIx>>,
}

impl<'a> Reader<'a> {
    /// The text of a node.
    pub(super) fn text(&self, node: NodeIx) -> Cow<'a, str> {
        if let Some(text) = self.tree.decoded_text(node) {
            return Cow::Borrowed(text);
        }
        let span = self.tree.text_span(node);
        let text = self.text.get(span.clone()).unwrap_or_default();
        if text.contains('?') {
            // Bytes that could not be given to the parser stand there as `?`.
            return super::bytes::lossy(self.bytes.get(span).unwrap_or_default());
        }
        Cow::Borrowed(text)
    }

    pub(super) fn tell(&self, fault: Fault) {
        self.found.borrow_mut().faults.push(fault);
    }

    pub(super) const fn node(&self, ix: NodeIx) -> N<'_> {
        N { r: self, ix }
    }

    fn at(&self, node: NodeIx) -> u32 {
        u32::try_from(self.tree.span(node).start).unwrap_or(u32::MAX)
    }
}

/// Why a value could not be read. Without a fault, it has been reported already.
#[derive(Debug)]
pub(super) struct Error(Option<Box<Fault>>);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            self.0
                .as_ref()
                .map_or("told already", |fault| &fault.message),
        )
    }
}

impl std::error::Error for Error {}

const OTHERWISE: &str = "compare it with a record of the same kind that is read without a problem";

impl de::Error for Error {
    /// Values report their faults as `CF126: message`, with help on a second line; see [`super::typed::fault`].
    fn custom<T: fmt::Display>(message: T) -> Self {
        let text = message.to_string();
        let (code, rest) = match text.strip_prefix("CF").and_then(|t| t.split_once(": ")) {
            Some((digits, rest)) => (digits.parse().map_or(Code::SHAPE, Code), rest),
            None => (Code::SHAPE, text.as_str()),
        };
        let (message, help) = match rest.split_once('\n') {
            Some((message, help)) => (message.to_owned(), Some(help.to_owned())),
            None => (rest.to_owned(), Some(OTHERWISE.to_owned())),
        };
        Self(Some(Box::new(Fault {
            code,
            severity: Severity::Error,
            span: 0..0,
            message,
            help,
        })))
    }
}

impl Error {
    /// The fault at the node that it is about, unless it has a place already.
    fn at(mut self, span: Range<usize>) -> Self {
        if let Some(fault) = &mut self.0
            && fault.span == (0..0)
        {
            fault.span = span;
        }
        self
    }

    fn new(code: Code, span: Range<usize>, message: String, help: &str) -> Self {
        let help = Some(help.to_owned());
        Self(Some(Box::new(Fault {
            code,
            severity: Severity::Error,
            span,
            message,
            help,
        })))
    }
}

/// A node from which a value is read.
#[derive(Clone, Copy)]
pub(super) struct N<'a> {
    r: &'a Reader<'a>,
    ix: NodeIx,
}

impl<'a> N<'a> {
    fn shape(self) -> Shape {
        self.r.tree.shape(self.ix)
    }

    fn span(self) -> Range<usize> {
        self.r.tree.span(self.ix)
    }

    /// Reads a value; a failure is reported here and yields nothing.
    pub(super) fn read<T: de::Deserialize<'a>>(self) -> Option<T> {
        self.seed(std::marker::PhantomData)
    }

    fn seed<S: DeserializeSeed<'a>>(self, seed: S) -> Option<S::Value> {
        match seed.deserialize(self) {
            Ok(value) => Some(value),
            Err(error) => {
                if let Some(fault) = error.at(self.span()).0 {
                    self.r.tell(*fault);
                }
                None
            }
        }
    }

    /// The open word if the node is one: only without quotation marks.
    fn open(self) -> Option<Open> {
        match self.shape() {
            Shape::Plain => match &*self.r.text(self.ix) {
                "TK" => Some(Open::Tk),
                "unknown" => Some(Open::Unknown),
                "withheld" => Some(Open::Withheld(None)),
                _ => None,
            },
            Shape::Map | Shape::FlowMap => {
                let mut entries = self.r.tree.entries(self.ix);
                let (key, value) = entries.next()?;
                let alone = entries.next().is_none();
                if !alone || self.r.text(key) != "withheld" || !self.r.tree.shape(value).is_text() {
                    return None;
                }
                let ground = self.r.text(value).into_owned();
                Some(Open::Withheld(Some(ground)))
            }
            // A list of nothing but open words is open itself.
            Shape::List | Shape::FlowList => {
                let mut all = self.r.tree.items(self.ix);
                let first = self.r.node(all.next()?).open()?;
                all.all(|item| self.r.node(item).open().is_some())
                    .then_some(first)
            }
            _ => None,
        }
    }

    fn note_open(self, open: &Open) {
        let value = open.clone();
        let at = self.r.at(self.ix);
        self.r.found.borrow_mut().open.push(Sp { value, at });
    }

    /// What stands here in place of what is wanted.
    fn wrong_shape(self, wanted: &str, help: &str) -> Error {
        let is = match self.shape() {
            Shape::List | Shape::FlowList => "a list",
            Shape::Map | Shape::FlowMap => "keys with values",
            Shape::Empty => return self.empty(),
            Shape::Cut => return Error(None),
            Shape::Plain | Shape::Quoted | Shape::Block => "one text",
        };
        let belongs = if wanted.starts_with("keys") {
            "belong"
        } else {
            "belongs"
        };
        let message = format!("{wanted} {belongs} here, not {is}");
        Error::new(Code::SHAPE, self.span(), message, help)
    }

    fn empty(self) -> Error {
        Error::new(
            Code::EMPTY,
            self.span(),
            "there is no value here".to_owned(),
            "write the value, or TK if it is still to come, or take the key out",
        )
    }

    /// A text; lists, keys and empty values are refused.
    fn word(self) -> Result<Cow<'a, str>, Error> {
        match self.shape() {
            Shape::Plain | Shape::Quoted | Shape::Block => {
                let text = self.r.text(self.ix);
                if text.trim().is_empty() {
                    return Err(self.empty());
                }
                if self.shape() == Shape::Plain {
                    self.look_at_quotes(&text);
                    if text == "~" {
                        return Err(self.empty());
                    }
                }
                Ok(text)
            }
            Shape::FlowList => Err(self.wrong_shape(
                "one text",
                "if the text begins with a bracket, put all of it in quotation marks",
            )),
            Shape::FlowMap => Err(self.wrong_shape(
                "one text",
                "if the text begins with a brace, put all of it in quotation marks",
            )),
            Shape::List => Err(self.wrong_shape("one text", "write the text after the colon")),
            Shape::Map => Err(self.wrong_shape(
                "one text",
                "write the text after the colon; if the lines below belong to the record, move them left",
            )),
            Shape::Empty => Err(self.empty()),
            Shape::Cut => Err(Error(None)),
        }
    }

    /// Typographic quotation marks around a whole value do not delimit it in YAML: they are part of the text.
    fn look_at_quotes(self, text: &str) {
        if is_wrapped(text) {
            self.r.tell(Fault {
                code: Code::CURLY,
                severity: Severity::Warning,
                span: self.span(),
                message: "typographic quotation marks are part of the text in YAML".to_owned(),
                help: Some(
                    "if they only mark the text's ends, use straight ones: \"…\"".to_owned(),
                ),
            });
        }
    }

    /// A number's text; a leading zero is reported, since it may mean that this is not a number.
    fn digits(self) -> Result<Cow<'a, str>, Error> {
        let text = self.word()?;
        let body = text.trim_start_matches(['-', '+']);
        let leading = body.len() > 1 && body.starts_with('0') && !body.starts_with("0.");
        if leading && body.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            self.r.tell(Fault {
                code: Code::LEADING_ZERO,
                severity: Severity::Warning,
                span: self.span(),
                message: format!("the number `{text}` begins with a zero"),
                help: Some("write it without the zero; a number that names something, like a file number, belongs in a text field".to_owned()),
            });
        }
        Ok(text)
    }
}

fn give<'a, V: Visitor<'a>>(text: Cow<'a, str>, visitor: V) -> Result<V::Value, Error> {
    match text {
        Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
        Cow::Owned(text) => visitor.visit_string(text),
    }
}

const AS_LIST: &str = "write it as a list: [one, two], or one to a line after a dash";
const AS_MAP: &str = "write it as keys with values: {key: value}, or one to a line, indented";

impl<'a> de::Deserializer<'a> for N<'a> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.shape() {
            Shape::List | Shape::FlowList => self.deserialize_seq(visitor),
            Shape::Map | Shape::FlowMap => self.deserialize_map(visitor),
            _ => self.deserialize_str(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Error> {
        give(self.word()?, visitor).map_err(|error| error.at(self.span()))
    }

    fn deserialize_string<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    /// A number is handed over as its text, like everything else; but leading zeros are reported.
    fn deserialize_f64<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Error> {
        give(self.digits()?, visitor).map_err(|error| error.at(self.span()))
    }

    fn deserialize_u32<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Error> {
        let text = self.digits()?;
        match text.parse() {
            Ok(number) => visitor.visit_u32(number),
            Err(_) => Err(Error::new(
                Code::BAD_NUMBER,
                self.span(),
                format!("`{text}` is not a whole number"),
                "write digits only",
            )),
        }
    }

    fn deserialize_bool<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Error> {
        let text = self.word()?;
        match text.to_ascii_lowercase().as_str() {
            "true" | "yes" => visitor.visit_bool(true),
            "false" | "no" => visitor.visit_bool(false),
            _ => Err(Error::new(
                Code::NOT_A_CHOICE,
                self.span(),
                format!("`{text}` is neither true nor false"),
                "write true or false",
            )),
        }
    }

    fn deserialize_seq<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Error> {
        if !self.shape().is_list() {
            return Err(self.wrong_shape("a list", AS_LIST));
        }
        visitor.visit_seq(Items::of(self))
    }

    fn deserialize_map<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Error> {
        if !self.shape().is_map() {
            return Err(self.wrong_shape("keys with values", AS_MAP));
        }
        visitor.visit_map(Map::of(self, None))
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if TEXT_OR_MAP.contains(&name) && !self.shape().is_map() {
            return match name {
                "Amount" => self.deserialize_f64(visitor),
                _ => self.deserialize_str(visitor),
            };
        }
        if !self.shape().is_map() {
            return Err(self.not_a_map());
        }
        let map = Map::of(self, Some(fields));
        let map = if name == "Head" { map.quiet() } else { map };
        visitor
            .visit_map(map)
            .map_err(|error| error.at(self.span()))
    }

    fn deserialize_tuple_struct<V: Visitor<'a>>(
        self,
        name: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match name {
            FIELD => visitor.visit_seq(Protocol::field(self)),
            SP => visitor.visit_seq(Protocol::spot(self)),
            _ => self.deserialize_seq(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_ignored_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        <V: Visitor<'a>>
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 char bytes byte_buf unit
        unit_struct tuple enum identifier
    }
}

impl N<'_> {
    /// A text in place of keys with values is most likely a key without the space after its colon.
    fn not_a_map(self) -> Error {
        let text = self.r.text(self.ix);
        let glued = text.split_once(':').filter(|(key, rest)| {
            let is_word = |b: u8| b.is_ascii_lowercase() || b == b'_';
            !key.is_empty() && key.bytes().all(is_word) && !rest.is_empty()
        });
        match glued {
            Some((key, _)) if self.shape() == Shape::Plain => Error::new(
                Code::NO_COLON,
                self.span(),
                format!("there is no space after `{key}:`"),
                "put a space between the colon and the value",
            ),
            _ => self.wrong_shape("keys with values", AS_MAP),
        }
    }
}
