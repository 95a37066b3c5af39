//! Quotations in marks of more than one character, as typewriters, keyboards and web pages write them.
use crate::text::Span;
use crate::text::quotation_marks::LONG_MARKS;

use super::Whole;
use super::next::Next;

/// Finds them; each closing mark is looked for once.
pub(super) struct LongMarks<'t> {
    text: &'t str,
    /// Where each of the closing marks stands next.
    closing: [Next<'t>; LONG_MARKS.len()],
}

impl<'t> LongMarks<'t> {
    pub fn new(text: &'t str) -> Self {
        let closing = LONG_MARKS.map(|(_, close)| {
            // Between letters it is an apostrophe.
            if close == "&rsquo;" {
                Next::where_before(text, close, |after| {
                    !after.starts_with(char::is_alphanumeric)
                })
            } else {
                Next::new(text, close)
            }
        });
        Self { text, closing }
    }

    /// The quotation that opens at byte `at`. One that its paragraph never closes is none.
    pub fn at(&mut self, at: usize, paragraphs: &mut Next<'t>) -> Option<Whole> {
        let rest = &self.text[at..];
        let kind = LONG_MARKS
            .iter()
            .position(|(open, _)| rest.starts_with(open))?;
        let (open, close) = LONG_MARKS[kind];
        let from = at + open.len();
        let end = self.closing[kind].from(from);
        (end < paragraphs.from(from))
            .then(|| (Span::new(at, end + close.len()), Span::new(from, end)))
    }
}
