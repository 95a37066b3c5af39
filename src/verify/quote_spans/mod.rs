//! Where quotations begin and end: between curly and straight marks, single ones, guillemets, the marks of typewriters and
//! web pages, and the dashes of Spanish dialogues.
//!
//! This is the one place that knows. Whatever asks whether words are quoted (the comparison, the details of a sentence,
//! what wants a source, where a sentence may end) asks here, so that all of them mean the same words. No case is known
//! here, only text.
mod dialogue;
mod long_marks;
mod next;
mod single;

use crate::text::Span;
use crate::text::quotation_marks::{closes, is_opening};
use crate::text::typography::is_double;

use long_marks::LongMarks;
use next::Next;
use single::SingleMarks;

/// A quotation in a text, by bytes of that text. One that runs over several paragraphs gives one of these for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuoteSpan {
    /// With its marks; to the last word where nothing closes it.
    pub outer: Span,
    /// Its words, without the marks and the spaces inside them. There is a letter or a digit among them.
    pub inner: Span,
    /// False where its paragraph ends and nothing has closed it: the next paragraph may go on with it.
    pub is_closed: bool,
}

impl QuoteSpan {
    /// The marks before and behind its words, as printed; empty where there is none.
    pub fn marks<'t>(&self, text: &'t str) -> (&'t str, &'t str) {
        let before = Span::new(self.outer.start, self.inner.start);
        let behind = Span::new(self.inner.end, self.outer.end);
        (before.of(text).trim(), behind.of(text).trim())
    }

    /// The quotations among its words, without those inside them.
    pub fn nested(&self, text: &str) -> Vec<Self> {
        let by = self.inner.start;
        let moved = |span: Span| Span::new(span.start + by, span.end + by);
        let all = quote_spans(self.inner.of(text)).into_iter();
        all.map(|quote| Self {
            outer: moved(quote.outer),
            inner: moved(quote.inner),
            ..quote
        })
        .collect()
    }
}

/// The quotations of `text`, in order; none lies in another. What nothing closes ends with its paragraph.
///
/// Takes time in proportion to the text's length.
///
/// ```
/// use casefile::verify::quote_spans;
///
/// let text = "‘It is true,’ she said, «and known».";
/// let quoted: Vec<&str> = quote_spans(text).iter().map(|quote| quote.inner.of(text)).collect();
/// assert_eq!(quoted, ["It is true,", "and known"]);
/// ```
pub fn quote_spans(text: &str) -> Vec<QuoteSpan> {
    let mut scanner = Scanner::new(text);
    let mut open: Option<(char, usize)> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if at < scanner.passed {
            continue;
        }
        let Some((mark, from)) = open else {
            open = scanner.opens(at, c).then_some((c, at));
            if open.is_none() {
                scanner.whole(at, c);
            }
            continue;
        };
        let inner = Span::new(from + mark.len_utf8(), at);
        if closes(mark, c) {
            scanner.push(Span::new(from, end), inner);
            open = None;
        } else if c == '\n' && paragraph_ends(&text[end..]) {
            scanner.push_open(from, inner);
            open = None;
        }
    }
    if let Some((mark, from)) = open {
        scanner.push_open(from, Span::new(from + mark.len_utf8(), text.len()));
    }
    scanner.found
}

/// A quotation found at its first mark: the bytes with its marks, and those between them.
type Whole = (Span, Span);

struct Scanner<'t> {
    text: &'t str,
    found: Vec<QuoteSpan>,
    /// What is before this byte is read already.
    passed: usize,
    paragraphs: Next<'t>,
    guillemets: Next<'t>,
    long: LongMarks<'t>,
    single: SingleMarks<'t>,
}

impl<'t> Scanner<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            found: vec![],
            passed: 0,
            paragraphs: Next::new(text, "\n\n"),
            guillemets: Next::new(text, "›"),
            long: LongMarks::new(text),
            single: SingleMarks::new(text),
        }
    }

    /// Whether the mark at byte `at` opens a quotation whose end is still to be found. A straight mark after a digit is
    /// inches or seconds.
    fn opens(&mut self, at: usize, c: char) -> bool {
        let before = self.text[..at].chars().next_back();
        let after = self.text[at + c.len_utf8()..].chars().next();
        match c {
            '“' | '„' | '«' => true,
            // Pages use them as arrows, too.
            '‹' => self.guillemets.from(at) < self.paragraphs.from(at),
            '"' | '\u{FF02}' => {
                !before.is_some_and(char::is_alphanumeric)
                    && after.is_some_and(|after| !after.is_whitespace())
            }
            '”' | '»' | '›' => {
                before.is_none_or(char::is_whitespace) && after.is_some_and(char::is_alphanumeric)
            }
            _ => false,
        }
    }

    /// Takes in the quotation that begins at byte `at`, where `c` begins one that is read to its end at once.
    fn whole(&mut self, at: usize, c: char) {
        let found: Vec<Whole> = match c {
            '`' | '<' | '&' => {
                let paragraphs = &mut self.paragraphs;
                self.long.at(at, paragraphs).into_iter().collect()
            }
            dialogue::DASH if self.text[..at].is_empty() || self.text[..at].ends_with('\n') => {
                let end = self.paragraphs.from(at + c.len_utf8());
                dialogue::parts(self.text, at, end)
            }
            '‘' | '\'' => {
                let end = self.paragraphs.from(at + c.len_utf8());
                self.single.at(at, c, end).into_iter().collect()
            }
            _ => vec![],
        };
        for (outer, inner) in found {
            self.passed = self.passed.max(outer.end);
            self.push(outer, inner);
        }
    }

    fn push(&mut self, outer: Span, inner: Span) {
        let words = inner.of(self.text);
        if !words.contains(char::is_alphanumeric) {
            return;
        }
        let start = inner.start + (words.len() - words.trim_start().len());
        self.found.push(QuoteSpan {
            outer,
            inner: Span::new(start, start + words.trim().len()),
            is_closed: true,
        });
    }

    /// Takes in a quotation that nothing has closed.
    fn push_open(&mut self, from: usize, inner: Span) {
        let before = self.found.len();
        self.push(Span::new(from, inner.end), inner);
        for quote in &mut self.found[before..] {
            quote.outer.end = quote.inner.end;
            quote.is_closed = false;
        }
    }
}

/// Whether a paragraph ends where `rest` begins a new line: an empty line follows, or one that opens a quotation.
fn paragraph_ends(rest: &str) -> bool {
    let line = rest.split('\n').next().unwrap_or("");
    let begin = rest.trim_start_matches([' ', '\t']);
    line.trim().is_empty() || begin.starts_with(|c| is_opening(c) && is_double(c))
}
