//! The draft: sentences with the marks that say what they stand on.

mod blocks;
mod joined;
mod marks;
mod names;
mod read;
mod sentences;
mod wants;

use super::{FileIx, Ref, Sp};
use crate::text::Span;
use crate::text::lexicon::Language;
pub use joined::Joined;
pub use names::Names;
pub use read::read;
use std::ops::Range;
pub use wants::is_superlative;

/// A draft, one sentence after the other.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The file it was read from.
    pub file: FileIx,
    /// The language it is written in, as far as its words tell.
    pub language: Language,
    /// Sentences and headings in order.
    pub sentences: Vec<Sentence>,
}

impl Draft {
    /// The number by which people call a sentence, from 1: only what counts as a sentence is numbered. None for a heading that
    /// does not count, and for what is not there.
    pub fn number(&self, at: u32) -> Option<usize> {
        let upto = self.sentences.get(..=at as usize)?;
        let counts = upto.last().is_some_and(Sentence::counts);
        counts.then(|| upto.iter().filter(|sentence| sentence.counts()).count())
    }
}

/// A sentence, heading or caption of the draft.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// What it is.
    pub kind: SentenceKind,
    /// Line in the draft's file, from 1; `draft#l12` names it.
    pub line: usize,
    /// Its place in the file, marks included.
    pub span: Range<usize>,
    /// The words without marks, white space folded.
    pub words: String,
    /// The marks, in order.
    pub marks: Vec<Sp<Mark>>,
    /// What it quotes, by bytes of its words and without the quotation marks. A quotation that runs over several sentences
    /// has a part in each.
    pub quoted: Vec<Span>,
    /// Why a sentence without a mark needs one; empty if it has a mark or contains nothing to check.
    pub wants: Vec<Want>,
}

/// What a piece of the draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentenceKind {
    /// A heading; the number counts headings from 1, `draft#h1` names it.
    Heading(usize),
    /// A sentence of the text.
    Text,
    /// The caption of a picture.
    Caption,
}

/// A mark on a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `[@c-value]`: it stands on this claim or evidence.
    Cites(Ref),
    /// `[@author]`: the author saw it.
    OwnEyes,
    /// `[TK]`: to come.
    Tk,
    /// `[~]`: needs no check.
    NoCheck,
}

/// What in a sentence without a mark calls for a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// It holds a number.
    Number,
    /// It holds a date.
    Date,
    /// It holds a name.
    Name,
    /// It says *largest*, *first* or *only*.
    Superlative,
    /// It holds a quotation.
    Quotation,
}

impl Sentence {
    /// The name it is called by: `draft#l12` by its line, `draft#h1` for a heading.
    pub fn name(&self) -> String {
        match self.kind {
            SentenceKind::Heading(number) => format!("draft#h{number}"),
            SentenceKind::Text | SentenceKind::Caption => format!("draft#l{}", self.line),
        }
    }

    /// True if nothing says what it stands on.
    pub fn is_uncited(&self) -> bool {
        self.marks.is_empty()
    }

    /// True if it counts as a sentence to be checked. A heading counts only if it is marked or holds something to check.
    pub fn counts(&self) -> bool {
        match self.kind {
            SentenceKind::Text | SentenceKind::Caption => true,
            SentenceKind::Heading(_) => !self.marks.is_empty() || !self.wants.is_empty(),
        }
    }

    /// True if it is marked as still to come.
    pub fn is_tk(&self) -> bool {
        self.marks.iter().any(|mark| mark.value == Mark::Tk)
    }

    /// The words for a reader, with `[TK]` where it is still open; `text` is the draft's whole text.
    pub fn shown(&self, text: &str) -> String {
        let open = text.get(self.span.clone()).filter(|_| self.is_tk());
        let shown = open.and_then(|raw| {
            let marked = marks::marked(raw, std::slice::from_ref(&(0..raw.len())));
            let before = marked.words.get(..marked.open(raw)?)?.split_whitespace();
            let before = before.collect::<Vec<_>>().join(" ");
            let rest = self.words.strip_prefix(&before)?;
            Some(format!("{before} [TK]{rest}"))
        });
        shown.unwrap_or_else(|| self.words.clone())
    }

    /// True if it is marked as needing no check.
    pub fn needs_no_check(&self) -> bool {
        self.marks.iter().any(|mark| mark.value == Mark::NoCheck)
    }

    /// The references it cites.
    pub fn cites(&self) -> impl Iterator<Item = &Ref> {
        self.marks.iter().filter_map(|mark| match &mark.value {
            Mark::Cites(reference) => Some(reference),
            Mark::OwnEyes | Mark::Tk | Mark::NoCheck => None,
        })
    }
}

impl Draft {
    /// The sentence named `l12` (the first one on that line) or `h1`.
    pub fn named(&self, name: &str) -> Option<usize> {
        let number: usize = name.get(1..)?.parse().ok()?;
        self.sentences
            .iter()
            .position(|sentence| match name.as_bytes()[0] {
                b'l' => sentence.line == number,
                b'h' => sentence.kind == SentenceKind::Heading(number),
                _ => false,
            })
    }
}

#[cfg(test)]
mod tests {
    use super::{Draft, Mark, Names, SentenceKind, read};
    use crate::case::{FileIx, Problem, Severity};

    fn draft(text: &str) -> (Draft, Vec<Problem>) {
        let mut problems = vec![];
        let draft = read(FileIx(0), text.as_bytes(), &Names::default(), &mut problems);
        (draft, problems)
    }

    #[test]
    fn a_draft_is_read_sentence_by_sentence_with_its_marks() {
        let text = "---\ntitle: x\n---\n# The permit\n\nIt is worth a lot. [@c-value]\n<!-- not\nthis -->\n- It ended [@a; @b#p3] and began [@author].\n```\ncode [@c]\n```\n![A soldier.](x.jpg)\nOpen. [TK] [~]\n";
        let (draft, problems) = draft(text);
        let told: Vec<String> = draft
            .sentences
            .iter()
            .map(|s| format!("{} {:?} {} {}", s.line, s.kind, s.words, s.marks.len()))
            .collect();
        assert_eq!(
            told,
            [
                "4 Heading(1) The permit 0",
                "6 Text It is worth a lot. 1",
                "9 Text It ended and began. 3",
                "13 Caption A soldier. 0",
                "14 Text Open. 2",
            ]
        );
        assert_eq!(draft.sentences[2].marks[2].value, Mark::OwnEyes);
        assert_eq!(problems.len(), 1, "{problems:?}");
        for sentence in &draft.sentences {
            let first = sentence.words.split(' ').next().unwrap();
            assert!(text[sentence.span.clone()].starts_with(first));
        }
    }

    #[test]
    fn several_sentences_on_a_line_are_taken_apart_with_their_own_marks() {
        let (draft, problems) = draft("One is here. [@a] Two is there. [@b]\n");
        let refs: Vec<Vec<String>> = draft
            .sentences
            .iter()
            .map(|s| s.cites().map(ToString::to_string).collect())
            .collect();
        assert_eq!(refs, [["a"], ["b"]]);
        assert!(problems.iter().any(|p| p.severity == Severity::Note));
    }

    #[test]
    fn a_mark_before_a_stop_is_kept_whatever_space_is_before_it() {
        for space in ["", " ", "   ", "\u{a0}", "\u{3000}"] {
            let text = format!("It began{space}[@a; @b].[@c] Then [@d] it ended{space}[TK].\n");
            let (draft, problems) = draft(&text);
            let marks: Vec<usize> = draft.sentences.iter().map(|s| s.marks.len()).collect();
            assert_eq!(marks, [3, 2], "{space:?}");
            assert_eq!(draft.sentences[0].words, "It began.");
            let shown = draft.sentences[1].shown(&text);
            assert_eq!(shown.replace(' ', ""), "Thenitended[TK].", "{space:?}");
            assert!(
                problems.iter().all(|p| p.severity == Severity::Note),
                "{problems:?}"
            );
        }
    }

    #[test]
    fn a_line_broken_within_a_sentence_is_read_on() {
        let (draft, _) = draft("It was a long\nday for all. [@a]\nThen night.\n");
        assert_eq!(draft.sentences.len(), 2);
        assert_eq!(draft.sentences[0].words, "It was a long day for all.");
    }

    #[test]
    fn marks_that_cannot_be_read_are_said() {
        let (draft, problems) =
            draft("One. [@Bad Id]\nTwo. [@a; b]\nThree. [@c\nFour [citation needed].\n");
        let faults: Vec<&str> = problems
            .iter()
            .filter(|p| p.severity == Severity::Error)
            .map(|p| p.message.as_str())
            .collect();
        assert_eq!(faults.len(), 3, "{faults:?}");
        assert_eq!(draft.sentences[3].words, "Four [citation needed].");
    }

    #[test]
    fn a_reader_sees_where_something_is_to_come() {
        let text = "One. Assets are worth [TK] in all. [@a]\nNo mark.\nEnd is [TK].\n";
        let (draft, _) = draft(text);
        let shown = |n: usize| draft.sentences[n].shown(text);
        assert_eq!(shown(0), "One.");
        assert_eq!(shown(1), "Assets are worth [TK] in all.");
        assert_eq!(shown(2), "No mark.");
        assert_eq!(shown(3), "End is [TK].");
    }

    #[test]
    fn windows_line_ends_and_bytes_that_are_not_utf8_lose_nothing() {
        let mut problems = vec![];
        let draft = read(
            FileIx(0),
            b"\xEF\xBB\xBFOne caf\xE9. [@a]\r\nTwo. [@b]\r\n",
            &Names::default(),
            &mut problems,
        );
        assert_eq!(draft.sentences.len(), 2);
        assert_eq!(draft.sentences[0].words, "One caf?.");
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].span.start, 10);
    }

    #[test]
    fn what_is_never_closed_is_told_where_it_opens() {
        for (text, mark) in [
            ("One. [~]\nTwo <!-- not [@a]\nThree. [@b]\n", "<!--"),
            ("One. [~]\n  ````\nThree. [@b]\n", "````"),
        ] {
            let (draft, problems) = draft(text);
            let told: Vec<&str> = problems
                .iter()
                .filter(|p| p.code == crate::case::Code::OPEN_COMMENT)
                .map(|p| &text[p.span.clone()])
                .collect();
            assert_eq!(told, [mark]);
            assert_eq!(draft.sentences[0].words, "One.");
        }
        let (_, problems) = draft("A <!-- b --> c. [~]\n```\nx\n```\n");
        assert!(problems.is_empty(), "{problems:?}");
    }

    #[test]
    fn a_nul_in_a_draft_is_told_at_its_place() {
        let (_, problems) = draft("One \0 two. [~]\n");
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0].span, 4..5);
    }

    #[test]
    fn underlined_headings_items_tables_and_pictures_are_known() {
        let (draft, _) = draft(
            "The Whole Title\n===============\n1. First\n   goes on. [@a]\n2. Second. [@b]\n\n| a | b |\n|---|---|\n![A soldier.](x.jpg) [@c]\n![Two. [@d]](y.jpg)\n",
        );
        let told: Vec<String> = draft
            .sentences
            .iter()
            .map(|s| format!("{:?} {} {}", s.kind, s.words, s.marks.len()))
            .collect();
        assert_eq!(
            told,
            [
                "Heading(1) The Whole Title 0",
                "Text First goes on. 1",
                "Text Second. 1",
                "Text | a | b | 0",
                "Caption A soldier. 1",
                "Caption Two. 1",
            ]
        );
    }

    #[test]
    fn words_behind_a_mark_that_is_not_closed_are_not_lost() {
        let (draft, problems) = draft("One [@a and more. Two [@] here. Three [@a, @b].\n");
        let words: Vec<&str> = draft.sentences.iter().map(|s| s.words.as_str()).collect();
        assert!(words[0].contains("and more"), "{words:?}");
        let faults: Vec<&str> = problems
            .iter()
            .filter(|p| p.severity == Severity::Error)
            .map(|p| p.message.as_str())
            .collect();
        assert!(
            faults.iter().any(|why| why.contains("no id after it")),
            "{faults:?}"
        );
        assert!(
            faults.iter().any(|why| why.contains("semicolons")),
            "{faults:?}"
        );
    }

    #[test]
    fn sentences_are_found_by_line_and_by_heading() {
        let (draft, _) = draft("# A\n\nOne. [@a]\n\n## B\nTwo. [@b]\n");
        assert_eq!(draft.named("h2"), Some(2));
        assert_eq!(draft.named("l3"), Some(1));
        assert_eq!(draft.named("l4"), None);
        assert_eq!(draft.named(""), None);
        assert!(matches!(draft.sentences[2].kind, SentenceKind::Heading(2)));
    }
}
