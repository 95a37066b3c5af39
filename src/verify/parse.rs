//! Reads a printed quotation: its words, and what the writer declared by ellipses, brackets and interruptions.
use std::ops::BitOr;

use compact_str::CompactString;

use crate::text::Span;
use crate::text::tokens::{fold_at, hash_of, starts_word};
use crate::text::typography::{is_double, is_single};

use super::aside::asides;
use super::printed::Printed;

/// What stands between two printed words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Break(u8);

impl Break {
    /// `…`, `[...]`, `(…)`: words were left out.
    pub const ELLIPSIS: Break = Break(1);
    /// `[their]`: words were put in, perhaps for others.
    pub const BRACKET: Break = Break(2);
    /// The quotation was interrupted by its attribution.
    pub const ATTRIBUTION: Break = Break(4);

    pub const fn has(self, other: Break) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn any(self) -> bool {
        self.0 != 0
    }
}

impl BitOr for Break {
    type Output = Break;
    fn bitor(self, other: Break) -> Break {
        Break(self.0 | other.0)
    }
}

/// A printed word.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub hash: u32,
    pub folded: CompactString,
    /// Where it stands in the printed text.
    pub span: Span,
    /// Begins the quotation, a part, a fragment or a printed sentence.
    pub begins: bool,
    /// Begins the quotation, a part or a fragment: its first letter's case is the writer's to choose.
    pub opens: bool,
    pub capital: bool,
    /// The word as it would be without the bracket in it: `[T]here`, `walk[ed]`.
    pub edited: bool,
}

/// Words in square brackets.
#[derive(Clone, Debug)]
pub(crate) struct Bracket {
    pub words: String,
    /// The printed word it stands before; all words are counted where it stands behind the last.
    pub at: usize,
}

/// A printed quotation, read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parsed {
    /// All parts, a space between two.
    pub text: String,
    pub words: Vec<Word>,
    /// What stands before each word, and last, what stands after the last.
    pub breaks: Vec<Break>,
    pub brackets: Vec<Bracket>,
    /// Whether `[sic]` was printed.
    pub sic: bool,
}

impl Parsed {
    /// What stands before word `index`.
    pub fn before(&self, index: usize) -> Break {
        self.breaks.get(index).copied().unwrap_or_default()
    }

    /// The printed bytes between the words before and at `index`.
    pub fn gap(&self, index: usize) -> &str {
        let from = index
            .checked_sub(1)
            .and_then(|before| self.words.get(before))
            .map_or(0, |word| word.span.end);
        let to = self
            .words
            .get(index)
            .map_or(self.text.len(), |word| word.span.start);
        self.text.get(from..to).unwrap_or("")
    }

    /// The printed bytes of words `from..to`; empty at the place where they would stand.
    pub fn span(&self, from: usize, to: usize) -> Span {
        if from < to {
            return Span::new(self.words[from].span.start, self.words[to - 1].span.end);
        }
        let at = self
            .words
            .get(from)
            .map_or(self.text.len(), |word| word.span.start);
        Span::new(at, at)
    }

    /// Whether square brackets were read as the writer's.
    pub fn has_brackets(&self) -> bool {
        self.sic || !self.brackets.is_empty() || self.words.iter().any(|word| word.edited)
    }
}

/// Reads `printed`; with `literal` square brackets are taken for the source's own.
pub(crate) fn parse(printed: &Printed, literal: bool) -> Parsed {
    read(printed, literal, |_| Vec::new())
}

/// Reads `printed` without the attributions that French and Spanish set inside the marks, if it has any.
pub(crate) fn parse_without_asides(printed: &Printed) -> Option<Parsed> {
    let any = printed.parts.iter().any(|part| !asides(part).is_empty());
    any.then(|| read(printed, false, asides))
}

fn read(printed: &Printed, literal: bool, asides: impl Fn(&str) -> Vec<Span>) -> Parsed {
    let mut reader = Reader {
        out: Parsed::default(),
        pending: Break::default(),
        begins: true,
        literal,
        asides: Vec::new(),
    };
    for (number, part) in printed.parts.iter().enumerate() {
        if number > 0 {
            reader.out.text.push(' ');
            reader.pending = reader.pending | Break::ATTRIBUTION;
            reader.begins = true;
        }
        let base = reader.out.text.len();
        reader.out.text.push_str(part);
        reader.asides = asides(part);
        reader.part(part, base);
    }
    let last = reader.pending;
    reader.out.breaks.push(last);
    reader.out
}

struct Reader {
    out: Parsed,
    pending: Break,
    begins: bool,
    literal: bool,
    /// Stretches of the part that are not quoted.
    asides: Vec<Span>,
}

impl Reader {
    fn part(&mut self, part: &str, base: usize) {
        let mut at = 0;
        while let Some(c) = part.get(at..).and_then(|rest| rest.chars().next()) {
            if let Some(aside) = self.asides.iter().find(|aside| aside.start == at) {
                self.pending = self.pending | Break::ATTRIBUTION;
                at = aside.end;
            } else if let Some(len) = ellipsis(&part[at..], self.literal) {
                self.pending = self.pending | Break::ELLIPSIS;
                at += len;
            } else if let Some(end) = (c == '[' && !self.literal)
                .then(|| self.bracket(part, at, base))
                .flatten()
            {
                at = end;
            } else if starts_word(part, at) {
                at = self.word(part, at, base).max(at + c.len_utf8());
            } else {
                self.begins |= matches!(c, '.' | '!' | '?' | ':') || is_double(c) || is_single(c);
                at += c.len_utf8();
            }
        }
    }

    /// A word, with a bracket that ends inside it: `walk[ed]`.
    fn word(&mut self, part: &str, at: usize, base: usize) -> usize {
        let (folded, end) = fold_at(part, at);
        if let Some((inner, after)) = self
            .inner(part, end)
            .filter(|(inner, _)| is_letters(inner, 4))
        {
            self.push(
                folded + &inner.to_lowercase(),
                part,
                Span::new(at, after),
                base,
                true,
            );
            return after;
        }
        self.push(folded, part, Span::new(at, end), base, false);
        end
    }

    /// Reads the bracket at `at`; gives where it ends, or nothing where it is never closed.
    fn bracket(&mut self, part: &str, at: usize, base: usize) -> Option<usize> {
        let (inner, after) = self.inner(part, at)?;
        if is_letters(inner, 2) && starts_word(part, after) {
            let (rest, end) = fold_at(part, after);
            self.push(
                CompactString::from(inner.to_lowercase()) + &rest,
                part,
                Span::new(at, end),
                base,
                true,
            );
            return Some(end);
        }
        if inner.trim().eq_ignore_ascii_case("sic") {
            self.out.sic = true;
        } else {
            self.pending = self.pending | Break::BRACKET;
            let words = inner.trim().to_owned();
            let at = self.out.words.len();
            self.out.brackets.push(Bracket { words, at });
        }
        Some(after)
    }

    /// What stands in the square brackets opening at `at`, and where they end.
    fn inner<'a>(&self, part: &'a str, at: usize) -> Option<(&'a str, usize)> {
        let rest = part
            .get(at..)?
            .strip_prefix('[')
            .filter(|_| !self.literal)?;
        let end = rest.find(']')?;
        Some((&rest[..end], at + end + 2))
    }

    fn push(&mut self, folded: CompactString, part: &str, span: Span, base: usize, edited: bool) {
        let opens =
            self.out.words.is_empty() || self.pending.has(Break::ELLIPSIS | Break::ATTRIBUTION);
        let mut letters = span.of(part).chars().filter(|c| c.is_alphanumeric());
        self.out.breaks.push(std::mem::take(&mut self.pending));
        self.out.words.push(Word {
            hash: hash_of(&folded),
            folded,
            span: Span::new(base + span.start, base + span.end),
            begins: std::mem::take(&mut self.begins) || opens,
            opens,
            capital: letters.next().is_some_and(char::is_uppercase),
            edited,
        });
    }
}

fn is_letters(inner: &str, most: usize) -> bool {
    !inner.is_empty() && inner.chars().count() <= most && inner.chars().all(char::is_alphabetic)
}

/// The length of the ellipsis at the beginning of `text`: three dots or more, spaced or not, alone or in brackets.
fn ellipsis(text: &str, literal: bool) -> Option<usize> {
    for (open, close) in [('[', ']'), ('(', ')')] {
        let inner = text
            .strip_prefix(open)
            .filter(|_| !(literal && open == '['));
        if let Some(len) = inner
            .and_then(|inner| inner.find(close))
            .filter(|len| dots(&text[1..=*len]) == Some(*len))
        {
            return Some(len + 2);
        }
    }
    dots(text).filter(|_| text.starts_with(['.', '…']))
}

/// How many bytes of dots, three at least, begin `text`; spaces between them count, those after the last only before a bracket.
fn dots(text: &str) -> Option<usize> {
    let (mut count, mut end) = (0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '.' => count += 1,
            '…' => count += 3,
            ' ' | '\u{A0}' => continue,
            _ => break,
        }
        end = at + c.len_utf8();
    }
    (count >= 3).then(|| {
        if text[end..].trim().is_empty() {
            text.len()
        } else {
            end
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Parsed {
        parse(&Printed::from(text), false)
    }

    #[test]
    fn every_spelling_of_an_ellipsis_is_one() {
        for mark in [
            "...", "…", ". . .", ". . . .", "[...]", "[…]", "(...)", "[. . .]", "....",
        ] {
            let parsed = read(&format!("we know {mark} nothing"));
            assert!(parsed.before(2).has(Break::ELLIPSIS), "{mark}");
            assert_eq!(parsed.words.len(), 3, "{mark}");
        }
        assert!(!read("the end. But not").before(2).any());
    }

    #[test]
    fn brackets_are_the_writers() {
        let parsed = read("we saw ...[I]t walk[ed] past [Peru's] army [sic]");
        let words: Vec<_> = parsed
            .words
            .iter()
            .map(|word| (word.folded.as_str(), word.edited))
            .collect();
        assert_eq!(
            words,
            [
                ("we", false),
                ("saw", false),
                ("it", true),
                ("walked", true),
                ("past", false),
                ("army", false)
            ]
        );
        assert!(
            parsed.before(2).has(Break::ELLIPSIS)
                && parsed.before(5).has(Break::BRACKET)
                && parsed.sic
        );
        assert_eq!(parsed.brackets[0].words, "Peru's");
    }

    #[test]
    fn parts_are_joined_at_an_attribution() {
        let parsed = parse(
            &Printed {
                parts: vec!["It is true,".into(), "and more.".into()],
            },
            false,
        );
        assert_eq!(parsed.text, "It is true, and more.");
        assert!(parsed.before(3).has(Break::ATTRIBUTION) && parsed.words[3].opens);
        assert_eq!(parsed.gap(3), ", ");
    }

    #[test]
    fn an_unclosed_bracket_is_a_sign_like_any_other() {
        assert_eq!(read("we [saw it").words.len(), 3);
        assert!(!read("we [saw it").has_brackets());
    }
}
