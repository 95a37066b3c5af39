//! What the writer put in square brackets, where it turns the meaning: a "not", or a fact exchanged for another
//! (`[March]` for "May"). A bracket that explains ("their" as `[Peru's]`) or adds is the writer's right.
use compact_str::CompactString;

use crate::text::Span;
use crate::text::fold::fold;
use crate::text::tokens::{Token, each_folded, hash_of, words};

use super::align::Op;
use super::class::Class;
use super::classify::{Change, Context, begins_sentence, warn};
use super::finding::Difference;
use super::groups::{draft_of, source_of};
use super::judge::difference;
use super::parse::{Bracket, Break};
use super::quantity::same_quantities;
use super::spelling::same_party;
use super::warning::{Warning, WarningKind};
use crate::text::lexicon::{Lexicon, List};
use crate::text::typography::is_currency;

/// A bracket stands for so many source words at most.
const MOST: usize = 12;
/// So far is looked before and behind a quotation for what the bracket at its end exchanges, in bytes.
const BESIDE: usize = 120;
/// Names that begin with so many equal letters are of one family: Peru, Peruvian.
const ROOT: usize = 4;

/// Warns of the brackets that turn the meaning. What one at either end of the quotation exchanges is a difference, too.
pub(crate) fn judge(
    context: &Context,
    ops: &[Op],
    differences: &mut Vec<Difference>,
    warnings: &mut Vec<Warning>,
) {
    for bracket in &context.quote.brackets {
        let negates = |word: &str| context.lists.is_negation(word);
        if fold(&bracket.words).split(' ').any(negates) {
            let shown = format!("[{}]", bracket.words);
            warn(warnings, WarningKind::BracketMeaning, &shown);
        }
        let Some(there) = replaced(context, ops, bracket) else {
            continue;
        };
        if !exchanges(context, &bracket.words, there) {
            continue;
        }
        // One warning is enough.
        let source = there.of(context.text);
        warnings.retain(|one| one.kind != WarningKind::BracketMeaning || one.words != source);
        let shown = format!("[{}] for {source}", bracket.words);
        warn(warnings, WarningKind::BracketMeaning, &shown);
        let last = context.quote.words.len();
        if bracket.at == 0 || bracket.at == last {
            differences.extend(at_the_end(context, bracket.at, there));
        }
    }
}

/// The words at `there` as left out by the bracket before printed word `at`.
fn at_the_end(context: &Context, at: usize, there: Span) -> Option<Difference> {
    let inside = |at: &usize| {
        let span = context.words[*at].span;
        there.start <= span.start && span.end <= there.end
    };
    let all = 0..context.words.len();
    let first = all.clone().find(inside)?;
    let last = all.rev().find(inside)?;
    let change = Change {
        class: Class::Declared,
        draft: (at, at),
        source: (first, last + 1),
    };
    Some(difference(context, &change))
}

/// The source words in whose place the bracket stands; at the ends of a quotation only where they begin with a fact,
/// for there nothing tells an exchange from an addition.
fn replaced(context: &Context, ops: &[Op], bracket: &Bracket) -> Option<Span> {
    let pairs = || ops.iter().filter(|op| matches!(op, Op::Pair { .. }));
    let of = |wanted: &dyn Fn((usize, usize)) -> bool| {
        let all = pairs().filter(|op| draft_of(op).is_some_and(wanted));
        all.filter_map(source_of).collect::<Vec<_>>()
    };
    let before = of(&|draft| draft.1 <= bracket.at);
    let after = of(&|draft| draft.0 >= bracket.at);
    let end = before.iter().map(|source| source.1).max();
    let start = after.iter().map(|source| source.0).min();
    let beside = !context.quote.before(bracket.at).has(Break::ELLIPSIS);
    let most = words(&bracket.words).len().max(1);
    match (end, start) {
        (Some(end), Some(start)) => {
            (end < start && start - end <= MOST).then(|| context.span((end, start)))
        }
        (Some(end), None) if beside && bracket.at == context.quote.words.len() => {
            behind(context, context.words[end - 1].span.end, most)
        }
        (None, Some(start)) if beside && bracket.at == 0 => {
            ahead(context, context.words[start].span.start, most)
        }
        _ => None,
    }
}

/// Up to `most` words behind byte `end`, and the rest of a name, nothing but spaces between, where the first is a fact.
fn behind(context: &Context, end: usize, most: usize) -> Option<Span> {
    let mut to = (end + BESIDE).min(context.text.len());
    while !context.text.is_char_boundary(to) {
        to -= 1;
    }
    let near = context.text.get(end..to)?;
    let mut at = 0;
    let near_words = words(near).into_iter().take_while(|token| {
        let joined = is_joint(&near[at..token.start]);
        at = token.end;
        joined
    });
    let mut taken = Vec::new();
    let mut titles = 0;
    for token in near_words {
        let title = taken.len() == titles && is_title(context, near, &token);
        titles += usize::from(title);
        let capital = near[token.start..].starts_with(char::is_uppercase);
        if taken.len() >= most + titles && !capital {
            break;
        }
        taken.push(Span::new(end + token.start, end + token.end));
    }
    let first = taken.get(titles)?;
    let whole = Span::new(first.start, taken.last()?.end);
    (!Facts::there(context, *first).is_empty()).then_some(with_sign(context.text, whole))
}

/// Up to `most` words before byte `start`, and the rest of a name, nothing but spaces between, where the last is a fact.
fn ahead(context: &Context, start: usize, most: usize) -> Option<Span> {
    let mut from = start.saturating_sub(BESIDE);
    while !context.text.is_char_boundary(from) {
        from += 1;
    }
    let near = context.text.get(from..start)?;
    let mut at = near.len();
    let tokens = words(near).into_iter().rev().enumerate();
    let taken: Vec<Span> = tokens
        .take_while(|(number, token)| {
            let joined = is_joint(&near[token.end..at]);
            at = token.start;
            joined && (*number < most || near[at..].starts_with(char::is_uppercase))
        })
        .map(|(_, token)| Span::new(from + token.start, from + token.end))
        .collect();
    let last = taken.first()?;
    let whole = Span::new(taken.last()?.start, last.end);
    (!Facts::there(context, *last).is_empty()).then_some(with_sign(context.text, whole))
}

fn is_joint(gap: &str) -> bool {
    gap.chars()
        .all(|c| c.is_whitespace() || matches!(c, '-' | '$' | '€' | '£'))
        && !gap.contains("\n\n")
}

fn is_title(context: &Context, near: &str, token: &Token) -> bool {
    let word = fold(&near[token.start..token.end]);
    context.lists.has(List::Titles, &word)
}

/// With the sign of a currency that touches it.
fn with_sign(text: &str, span: Span) -> Span {
    let sign = text[..span.start].chars().next_back();
    let sign = sign.filter(|c| is_currency(*c));
    Span::new(span.start - sign.map_or(0, char::len_utf8), span.end)
}

/// Whether the bracket gives another number, date, unit or name than the source words in whose place it stands.
fn exchanges(context: &Context, printed: &str, there: Span) -> bool {
    let lists = context.lists;
    let here = Facts::read(lists, printed, |_| true);
    let there_facts = Facts::there(context, there);
    let source = there.of(context.text);
    let differ = |one: &[CompactString], other: &[CompactString]| {
        !one.is_empty() && !other.is_empty() && one.iter().all(|word| !other.contains(word))
    };
    differ(&here.dates, &there_facts.dates)
        || here.numbers_differ(&there_facts, lists, printed, source)
        || here.names_differ(&there_facts)
            && !same_party(context.aliases, &fold(printed), &fold(source))
}

/// What is a fact in a stretch of words.
#[derive(Default)]
struct Facts {
    numbers: Vec<CompactString>,
    /// From the first number to the last.
    counted: Option<Span>,
    signs: Vec<char>,
    units: Vec<CompactString>,
    /// Months and days of the week.
    dates: Vec<CompactString>,
    names: Vec<CompactString>,
}

impl Facts {
    fn is_empty(&self) -> bool {
        self.numbers.is_empty() && self.dates.is_empty() && self.names.is_empty()
    }

    /// Those of the source at `span`. A capital at the beginning of a sentence makes a name only where the word never
    /// stands without one.
    fn there(context: &Context, span: Span) -> Facts {
        Facts::read(context.lists, span.of(context.text), |word| {
            let start = span.start + word.start;
            let text = context.text;
            !begins_sentence(&text[..start])
                || !text.contains(&text[start..span.start + word.end].to_lowercase())
        })
    }

    fn read(lists: &Lexicon, text: &str, is_name: impl Fn(Span) -> bool) -> Facts {
        let mut facts = Facts {
            signs: text.chars().filter(|c| is_currency(*c)).collect(),
            ..Facts::default()
        };
        each_folded(text, |token, word| {
            let span = Span::new(token.start, token.end);
            let capital = span.of(text).starts_with(char::is_uppercase);
            let mut dated = [List::Months, List::Weekdays, List::ShortWeekdays].iter();
            let dated = dated.any(|list| lists.has(*list, &word));
            let light = [
                List::One,
                List::NumberWords,
                List::Currencies,
                List::Percent,
                List::Titles,
            ];
            let light = light.iter().any(|list| lists.has(*list, &word));
            if lists.is_unit(&word) {
                facts.units.push(word.clone());
            }
            if dated && (capital || !lists.has(List::NamesByACapital, &word)) {
                facts.dates.push(word);
                return;
            }
            if light || lists.is_function(&word) {
                return;
            }
            if lists.is_figure(&word, hash_of(&word)) {
                let start = facts.counted.map_or(span.start, |counted| counted.start);
                facts.counted = Some(Span::new(start, span.end));
                facts.numbers.push(word);
            } else if capital && is_name(span) {
                let bare = word.strip_suffix("'s").map(CompactString::from);
                facts.names.push(bare.unwrap_or(word));
            }
        });
        facts
    }

    fn numbers_differ(&self, there: &Facts, lists: &Lexicon, printed: &str, source: &str) -> bool {
        let (Some(here_at), Some(there_at)) = (self.counted, there.counted) else {
            return false;
        };
        let apart = |one: bool, other: bool, same: bool| one && other && !same;
        let units = self.units.iter().any(|unit| there.units.contains(unit));
        let signs = self.signs.iter().any(|sign| there.signs.contains(sign));
        if apart(!self.units.is_empty(), !there.units.is_empty(), units)
            || apart(!self.signs.is_empty(), !there.signs.is_empty(), signs)
        {
            return true;
        }
        // A year may be added or left away.
        let within = |one: &Facts, other: &Facts| {
            let year = |word: &CompactString| {
                word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
            };
            one.numbers.iter().all(|word| other.numbers.contains(word))
                && other
                    .numbers
                    .iter()
                    .all(|word| one.numbers.contains(word) || year(word))
        };
        !within(self, there)
            && !within(there, self)
            && !same_quantities(lists, here_at.of(printed), there_at.of(source))
    }

    fn names_differ(&self, there: &Facts) -> bool {
        let kin = |one: &str, other: &str| {
            let same = one.bytes().zip(other.bytes());
            one == other || same.take_while(|(one, other)| one == other).count() >= ROOT
        };
        let mut pairs = self
            .names
            .iter()
            .flat_map(|one| there.names.iter().map(move |other| (one, other)));
        let related = pairs.any(|(one, other)| kin(one, other));
        !self.names.is_empty()
            && !there.names.is_empty()
            && !related
            && !is_short_for(&self.names, &there.names)
            && !is_short_for(&there.names, &self.names)
    }
}

/// Whether the one name is made of the first letters of the others: GAC for Global Affairs Canada.
fn is_short_for(short: &[CompactString], long: &[CompactString]) -> bool {
    let first: String = long.iter().filter_map(|word| word.chars().next()).collect();
    long.len() > 1 && short.iter().any(|word| *word == first)
}
