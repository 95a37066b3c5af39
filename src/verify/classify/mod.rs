//! Says what each group of differing words amounts to. Rules, not scores: the first that fits decides.
mod draft_only;
mod exchanged;
mod fillers;
mod noise;
mod source_only;

pub(crate) use exchanged::begins_sentence;
pub(crate) use noise::shape;

use super::class::Class;
use super::groups::Group;
use super::landmarks::{Landmarks, comes_back};
use super::parse::{Break, Parsed};
use super::source::Kind;
use super::warning::{Warning, WarningKind};
use super::window::SourceWord;
use crate::text::Span;
use crate::text::lexicon::{Lexicon, List};
use crate::text::turns::cue;

/// What the rules look at.
pub(crate) struct Context<'a> {
    pub quote: &'a Parsed,
    pub words: &'a [SourceWord],
    pub text: &'a str,
    pub kind: Kind,
    pub lists: &'a Lexicon,
    pub furniture: &'a [Span],
    pub landmarks: &'a Landmarks,
    /// Names that mean the same party.
    pub aliases: &'a [Vec<String>],
    pub long_ellipsis: usize,
}

/// One change, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub class: Class,
    pub draft: (usize, usize),
    pub source: (usize, usize),
}

/// Judges `group`; appends the changes and warnings it amounts to.
pub(crate) fn classify(
    context: &Context,
    group: &Group,
    changes: &mut Vec<Change>,
    warnings: &mut Vec<Warning>,
) {
    if context.draft_words(group).is_empty() {
        let class = source_only::class(context, group, warnings);
        changes.push(Change {
            class,
            draft: group.draft,
            source: group.source,
        });
    } else if context.source_words(group).is_empty() {
        let class = draft_only::class(context, group);
        changes.push(Change {
            class,
            draft: group.draft,
            source: group.source,
        });
    } else {
        exchanged::judge(context, group, changes, warnings);
    }
}

impl Context<'_> {
    pub fn draft_words(&self, group: &Group) -> Vec<&str> {
        self.quote.words[group.draft.0..group.draft.1]
            .iter()
            .map(|word| word.folded.as_str())
            .collect()
    }

    pub fn source_words(&self, group: &Group) -> Vec<&str> {
        self.words[group.source.0..group.source.1]
            .iter()
            .map(|word| word.folded.as_str())
            .collect()
    }

    /// The bytes of source words `range`.
    pub fn span(&self, range: (usize, usize)) -> Span {
        match (
            self.words.get(range.0),
            range.1.checked_sub(1).and_then(|last| self.words.get(last)),
        ) {
            (Some(first), Some(last)) if range.0 < range.1 => {
                Span::new(first.span.start, last.span.end)
            }
            (Some(next), _) => Span::new(next.span.start, next.span.start),
            (None, _) => self.words.last().map_or(Span::default(), |last| {
                Span::new(last.span.end, last.span.end)
            }),
        }
    }

    pub fn source_text(&self, range: (usize, usize)) -> &str {
        self.span(range).of(self.text)
    }

    pub fn draft_text(&self, range: (usize, usize)) -> &str {
        self.quote.span(range.0, range.1).of(&self.quote.text)
    }

    /// The bytes between the source word before `range` and the one after it.
    pub fn around(&self, range: (usize, usize)) -> Span {
        let own = self.span(range);
        let start = range
            .0
            .checked_sub(1)
            .and_then(|before| self.words.get(before))
            .map_or(own.start, |word| word.span.end);
        let end = self
            .words
            .get(range.1)
            .map_or(own.end, |word| word.span.start);
        Span::new(start.min(own.start), end.max(own.end))
    }

    /// Whether source word `at` is a negation; the "No." of a number is none.
    pub fn source_negates(&self, at: usize) -> bool {
        let word = &self.words[at];
        let next = self.words.get(at + 1).map(|next| {
            (
                next.folded.as_str(),
                &self.text[word.span.end..next.span.start],
            )
        });
        self.negates(&word.folded, next)
    }

    /// Whether printed word `at` is a negation.
    pub fn draft_negates(&self, at: usize) -> bool {
        let next = self
            .quote
            .words
            .get(at + 1)
            .map(|next| (next.folded.as_str(), self.quote.gap(at + 1)));
        self.negates(&self.quote.words[at].folded, next)
    }

    fn negates(&self, word: &str, next: Option<(&str, &str)>) -> bool {
        let numbers = next.is_some_and(|(next, gap)| {
            gap.trim_start().starts_with('.')
                && next.as_bytes().first().is_some_and(u8::is_ascii_digit)
        });
        self.lists.is_negation(word) && !(numbers && self.lists.has(List::NumberSigns, word))
    }

    /// How many strong negations stand in the group, in the source and in the draft.
    pub fn negations(&self, group: &Group) -> (usize, usize) {
        let source = (group.source.0..group.source.1).filter(|at| self.source_turned(*at));
        let draft = (group.draft.0..group.draft.1).filter(|at| {
            let rest = &self.quote.words[*at..];
            self.draft_negates(*at) && self.is_whole(rest.iter().map(|word| word.folded.as_str()))
        });
        (source.count(), draft.count())
    }

    /// Whether source word `at` is a strong negation, and not half of one whose other half follows.
    pub fn source_turned(&self, at: usize) -> bool {
        let rest = &self.words[at..];
        self.source_negates(at) && self.is_whole(rest.iter().map(|word| word.folded.as_str()))
    }

    fn is_whole<'a>(&self, mut words: impl Iterator<Item = &'a str>) -> bool {
        /// The halves of a negation stand no further apart.
        const APART: usize = 5;
        let Some(first) = words.next() else {
            return false;
        };
        let mut rest = words.take(APART);
        let other = |word: &str| self.lists.is_negation(word) && !self.lists.is_half_negation(word);
        let half = self.lists.is_half_negation(first) && rest.any(other);
        !half && !self.lists.has(List::WeakNegations, first)
    }

    /// Whether source words `range` hold words that turn a meaning.
    pub fn turns(&self, range: (usize, usize)) -> bool {
        (range.0..range.1).any(|at| self.source_negates(at))
    }

    /// Who speaks at the beginning and at the end of a stretch, if a new turn begins in it.
    pub fn turn_in(&self, stretch: Span) -> Option<(Option<&str>, &str)> {
        let last = self.labels_in(stretch).next_back()?;
        Some((self.speaker_at(stretch.start), last))
    }

    /// Whether anybody but `speaker` has a turn that begins in a stretch.
    pub fn others_in(&self, stretch: Span, speaker: Option<&str>) -> bool {
        self.labels_in(stretch).any(|label| Some(label) != speaker)
    }

    /// The labels of the turns that begin in a stretch.
    fn labels_in(&self, stretch: Span) -> impl DoubleEndedIterator<Item = &str> {
        let text = stretch.of(self.text);
        text.match_indices('\n').filter_map(move |(at, _)| {
            let start = stretch.start + at + 1;
            let end = self.text[start..]
                .find('\n')
                .map_or(self.text.len(), |len| start + len);
            cue(&self.text[start..end])
                .speaker
                .filter(|name| self.is_speaker(name))
        })
    }

    /// The nearest label at or before the line of byte `at`.
    pub fn speaker_at(&self, at: usize) -> Option<&str> {
        self.landmarks.speaker_at(self.text, at)
    }

    /// Who says the words at byte `at`, where somebody is labelled as saying them.
    pub fn said_by(&self, at: usize) -> Option<&str> {
        match self.kind {
            Kind::Speech => self.speaker_at(at),
            Kind::Document | Kind::Ocr => self.landmarks.known_speaker_at(self.text, at),
        }
    }

    fn is_speaker(&self, name: &str) -> bool {
        self.kind == Kind::Speech || comes_back(self.text, name)
    }

    pub fn is_noisy(&self) -> bool {
        self.kind == Kind::Ocr
    }

    /// Whether the writer declared something at the group.
    pub fn declared(group: &Group, kind: Break) -> bool {
        group.breaks.has(kind)
    }
}

/// Adds a warning once.
pub(crate) fn warn(warnings: &mut Vec<Warning>, kind: WarningKind, words: &str) {
    let warning = Warning::new(kind, words);
    if !warnings.contains(&warning) {
        warnings.push(warning);
    }
}
