//! Words of the source that the quotation lacks.
use super::{Context, fillers, warn};
use crate::text::Span;
use crate::text::lexicon::{Lexicon, List};
use crate::text::quotation_marks::is_only_closing;
use crate::text::tokens;
use crate::text::turns::{clock, cue};
use crate::text::typography::is_dash;
use crate::verify::class::Class;
use crate::verify::glyphs::without_furniture;
use crate::verify::groups::Group;
use crate::verify::parse::Break;
use crate::verify::truncation;
use crate::verify::warning::{Warning, WarningKind};

/// A bracket may stand for so many source words.
const BRACKET_WORDS: usize = 12;
/// An undeclared cut of more words than this joins passages.
const STITCH: usize = 40;
/// So many words, labels and stamps not counted, are an interjection.
const INTERJECTION: usize = 8;
/// A cut of so many words with a negation in it is a lost negation; in a longer one it is part of what was left out.
const NEGATION_WORDS: usize = 6;

pub(super) fn class(context: &Context, group: &Group, warnings: &mut Vec<Warning>) -> Class {
    let words = context.source_words(group);
    let around = context.around(group.source);
    let gap = around.of(context.text);
    let declared = declared(context, group, gap, words.len());
    if let Some((before, _)) = context.turn_in(around) {
        if declared {
            if context.others_in(around, before) {
                warn(warnings, WarningKind::CrossTurnEllipsis, gap);
            }
        } else {
            return across_turns(context, around);
        }
    }
    if declared {
        return cut(context, group, words.len(), warnings);
    }
    if Context::declared(group, Break::BRACKET) && words.len() <= BRACKET_WORDS {
        if context.turns(group.source)
            || words
                .iter()
                .any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        {
            warn(
                warnings,
                WarningKind::BracketMeaning,
                context.source_text(group.source),
            );
        }
        return Class::Declared;
    }
    if is_layout(context, group, gap) {
        return Class::LayoutOnly;
    }
    if fillers::is_clean_speech(context, group.source) {
        // "No, no" printed "No": nothing is turned, but a negation went, and that is said.
        if context.turns(group.source) {
            warn(
                warnings,
                WarningKind::EllipsisHides,
                context.source_text(group.source),
            );
        }
        return Class::CleanedSpeech;
    }
    undeclared(context, group, &words, warnings)
}

/// An ellipsis stands here, and it is not merely the source's own.
fn declared(_context: &Context, group: &Group, gap: &str, words: usize) -> bool {
    let own = words <= 3 && (gap.contains("...") || gap.contains('…'));
    group.breaks.has(Break::ELLIPSIS) && !own
}

/// A declared cut: what it hides is said.
fn cut(context: &Context, group: &Group, words: usize, warnings: &mut Vec<Warning>) -> Class {
    let hidden = context.source_text(group.source);
    let around = context.around(group.source);
    if context.turns(group.source) || truncation::hides(context.text, around, context.lists) {
        warn(warnings, WarningKind::EllipsisHides, hidden);
    }
    if words > context.long_ellipsis {
        warn(warnings, WarningKind::LongEllipsis, hidden);
    }
    Class::Declared
}

/// How many words are said in a stretch of a talk.
fn said(stretch: &str) -> usize {
    let lines = stretch.split('\n');
    let words = lines.map(|line| tokens::words(line.get(cue(line).len..).unwrap_or("")).len());
    words.sum()
}

/// Over a speaker's label: nothing where the same speaker goes on, else another one's words.
fn across_turns(context: &Context, around: Span) -> Class {
    let before = context.speaker_at(around.start);
    let after = context.speaker_at(around.end);
    let gap = around.of(context.text);
    let first_break = gap.find('\n').map_or(gap.len(), |at| at);
    let last_label = gap.rfind('\n').map_or(0, |at| at + 1);
    let label = cue(&context.text[around.start + last_label..]).len;
    let nothing_before = !gap[..first_break].contains(char::is_alphanumeric);
    let nothing_after = around.start + last_label + label + 3 >= around.end;
    // "Mm-hm" lies between two halves; a question parts two answers.
    let short = said(gap) <= INTERJECTION && !gap.contains('?');
    if before == after && before.is_some() && nothing_before && nothing_after && short {
        Class::LayoutOnly
    } else {
        Class::CrossSpeaker
    }
}

/// Page furniture, verse and line numbers, stamps, tags, the numbers of notes, and what the source itself has in
/// brackets.
fn is_layout(context: &Context, group: &Group, gap: &str) -> bool {
    let bare = without_furniture(context, context.around(group.source));
    if only_tags(&bare) || is_note_number(context, group, gap) {
        return true;
    }
    let trimmed = gap.trim_matches([' ', '\n', '\r', '\t', '.', ',', '?', '!', '-']);
    let bracketed = (trimmed.starts_with('[') && trimmed.ends_with(']')
        || trimmed.starts_with('(') && trimmed.ends_with(')'))
        && trimmed.matches(['[', '(']).count() == 1;
    if bracketed {
        let inner = &trimmed[1..trimmed.len() - 1];
        let noted = |word: &str| Lexicon::of_all().has(List::StageDirections, word);
        let stage_direction = trimmed.starts_with('[') || noted(&inner.to_lowercase());
        let figures = inner.contains(|c: char| c.is_ascii_digit());
        return clock(inner).is_some()
            || stage_direction && !figures && !context.turns(group.source);
    }
    let words = context.source_words(group);
    let digits = words
        .iter()
        .all(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    digits && words.len() <= 2 && begins_line(context, group) && !ends_line(context, group)
}

/// Nothing but the tags of subtitles and pages: `<i>`, `</i>`, `<v Marina>`.
fn only_tags(gap: &str) -> bool {
    const TAGS: [&str; 18] = [
        "i", "b", "u", "c", "v", "em", "strong", "font", "lang", "ruby", "rt", "br", "p", "span",
        "a", "sup", "sub", "div",
    ];
    let mut rest = gap;
    let mut any = false;
    while let Some((before, tag)) = rest.split_once('<') {
        let Some((tag, after)) = tag.split_once('>') else {
            return false;
        };
        let name = tag.trim_matches('/').split([' ', '.']).next().unwrap_or("");
        let known = TAGS.contains(&name) || clock(name).is_some();
        if before.contains(char::is_alphanumeric) || !known || tag.contains('\n') {
            return false;
        }
        (any, rest) = (true, after);
    }
    any && !rest.contains(char::is_alphanumeric)
}

/// The number of a note behind a sentence or clause: `before the war.[12] The`, `before the war.12 The`.
fn is_note_number(context: &Context, group: &Group, gap: &str) -> bool {
    let digits = gap.trim_matches(|c: char| !c.is_ascii_digit());
    let small = digits.len() <= 3 && !digits.is_empty() && digits.parse::<u16>().is_ok();
    let (before, after) = gap.split_once(digits).unwrap_or((gap, ""));
    let start = context.around(group.source).start;
    let next = context.words.get(group.source.1);
    let capital =
        next.is_some_and(|next| context.text[next.span.start..].starts_with(char::is_uppercase));
    let in_brackets = before.ends_with('[') && after.starts_with(']');
    let behind_stop =
        before.ends_with(|c| c == '.' || is_only_closing(c)) && after.starts_with(' ') && capital;
    small
        && context.text[..start].ends_with(char::is_alphabetic)
        && !before.contains(char::is_whitespace)
        && (in_brackets || behind_stop)
}

fn begins_line(context: &Context, group: &Group) -> bool {
    let start = context.span(group.source).start;
    context.text[..start]
        .trim_end_matches([' ', '\t'])
        .ends_with('\n')
}

fn ends_line(context: &Context, group: &Group) -> bool {
    let end = context.span(group.source).end;
    context.text[end..]
        .trim_start_matches([' ', '\t', '\r'])
        .starts_with('\n')
}

fn undeclared(
    context: &Context,
    group: &Group,
    words: &[&str],
    warnings: &mut Vec<Warning>,
) -> Class {
    let turned = (group.source.0..group.source.1).any(|at| context.source_turned(at));
    if words.len() > STITCH {
        return Class::Stitched;
    }
    if turned && words.len() <= NEGATION_WORDS {
        return Class::Negation;
    }
    if (group.source.0..group.source.1).all(|at| fillers::is_stress(context, at)) {
        return Class::Modality;
    }
    if context.turns(group.source) {
        warn(
            warnings,
            WarningKind::EllipsisHides,
            context.source_text(group.source),
        );
    }
    let figure = |at: usize| {
        let word = context.words.get(at);
        word.is_some_and(|word| context.lists.is_figure(&word.folded, word.hash))
    };
    if figure(group.source.1) && context.lists.are_hedge(words) {
        return Class::Number;
    }
    let prefix = context
        .lists
        .negating_prefixes()
        .any(|prefix| [prefix] == words);
    if prefix && joined_to_next(context, group.source.1) {
        return Class::Negation;
    }
    small(context, words, group.source).unwrap_or(Class::Omission)
}

/// Whether nothing but a hyphen stands before source word `at`: "non-violent".
fn joined_to_next(context: &Context, at: usize) -> bool {
    let before = at
        .checked_sub(1)
        .and_then(|before| context.words.get(before));
    before
        .zip(context.words.get(at))
        .is_some_and(|(one, next)| {
            let gap = Span::new(one.span.end, next.span.start).of(context.text);
            gap.chars().count() == 1 && gap.chars().all(is_dash)
        })
}

/// The class of one or two words lost or gained, if they are of a kind of their own.
pub(super) fn small(context: &Context, words: &[&str], source: (usize, usize)) -> Option<Class> {
    if words.len() > 2 {
        return None;
    }
    let figure = |word: &&str| {
        context
            .lists
            .is_figure(word, crate::text::tokens::hash_of(word))
    };
    if words.iter().any(figure)
        || source.1 - source.0 == 2 && context.lists.phrase(List::Percent, words).is_some()
    {
        return Some(Class::Number);
    }
    let light = |word: &&str| context.lists.is_function(word) || context.lists.is_modal(word);
    if words.iter().all(light) {
        let modal = words.iter().any(|word| context.lists.is_modal(word));
        return Some(if modal {
            Class::Modality
        } else {
            Class::MinorWording
        });
    }
    None
}
