//! What stands just before and just after a quotation and turns it: "I don't think that …", "people say that …", "… but
//! not here". What a declared cut hides is held against the same rules.
use compact_str::CompactString;

use crate::text::Span;
use crate::text::tokens::each_folded;

use crate::text::lexicon::{Lexicon, List};

/// How far is looked, in bytes.
const BEFORE: usize = 200;
const AFTER: usize = 120;
/// A negation governs what follows it within so many words.
const GOVERNS: usize = 4;
/// And a clause that it opens by "that" within so many.
const GOVERNS_A_CLAUSE: usize = 9;
/// Between "that" and the quotation so many small words may stand: "that the …".
const SMALL: usize = 2;
/// A clause of so many words takes back the one before: "most were not".
const SHORT: usize = 6;

/// The words before byte `start` if they govern what follows.
pub(crate) fn before<'a>(text: &'a str, start: usize, lists: &Lexicon) -> Option<&'a str> {
    governing(text, Span::new(0, start), lists)
}

/// The words after byte `end` if they limit or take back what stands before, within the paragraph.
pub(crate) fn after<'a>(text: &'a str, end: usize, lists: &Lexicon) -> Option<&'a str> {
    limiting(text, Span::new(end, text.len()), lists)
}

/// Whether a cut hides words that govern what follows it, or limit what stands before it.
pub(crate) fn hides(text: &str, cut: Span, lists: &Lexicon) -> bool {
    governing(text, cut, lists).is_some() || limiting(text, cut, lists).is_some()
}

/// The question mark after byte `end`, where the printed words end in a comma or stop and readers may still know that
/// it was a question. `ending` is what follows the last printed word.
pub(crate) fn question(text: &str, end: usize, ending: &str, printed: &str) -> bool {
    let rest = text.get(end..).unwrap_or("");
    let asked = rest
        .trim_start_matches(['"', '”', '’', '\'', ' '])
        .starts_with('?');
    let stopped = ending.contains('.') && printed.contains('?');
    asked && !ending.contains('?') && (stopped || ending.contains(','))
}

/// The end of `stretch`, from where its last sentence begins, if it governs what follows.
fn governing<'a>(text: &'a str, stretch: Span, lists: &Lexicon) -> Option<&'a str> {
    let mut from = stretch.end.saturating_sub(BEFORE).max(stretch.start);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let near = text.get(from..stretch.end)?;
    let stop = near
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, '.' | '!' | '?' | ':' | ';' | '"' | '“' | '”'))
        .map(|(at, c)| at + c.len_utf8());
    let cut = stop.max(near.rfind("\n\n").map(|at| at + 2));
    let clause = near[cut.unwrap_or(0)..].trim();
    if clause.ends_with(')') {
        return None;
    }
    let words = folded(clause, lists);
    // The sentence is seen from its beginning only where something stops before it.
    let conditional = (cut.is_some() || from == 0) && opens_a_condition(&words, lists);
    let turned = match clause.strip_suffix(',') {
        Some(clause) => {
            let last = clause.rsplit(',').next().unwrap_or(clause);
            turned_aside(&folded(last, lists), lists)
        }
        None => turned(&words, lists),
    };
    (conditional || turned).then_some(clause)
}

/// The folded words of `text`. What an accent or a capital makes another word is left empty: "sí" is no "si", May no "may".
fn folded(text: &str, lists: &Lexicon) -> Vec<CompactString> {
    let mut words = Vec::new();
    each_folded(text, |token, word| {
        let raw = &text[token.start..token.end];
        let other = lists.has(List::AccentPairs, &word) && !raw.is_ascii()
            || lists.has(List::NamesByACapital, &word) && raw.starts_with(char::is_uppercase);
        words.push(if other {
            CompactString::default()
        } else {
            word
        });
    });
    words
}

/// "If it shows that …", "But if …".
fn opens_a_condition(words: &[CompactString], lists: &Lexicon) -> bool {
    let light = |word: &&CompactString| {
        lists.has(List::JoiningWords, word)
            || lists.has(List::LooseFillers, word)
            || lists.has(List::Limiters, word) && !lists.has(List::Conditions, word)
    };
    let first = words.iter().find(|word| !light(word));
    first.is_some_and(|word| {
        lists.has(List::Conditions, word) || lists.has(List::OpeningConditions, word)
    })
}

/// Whether a stretch that a comma parts from what follows turns it: "perhaps,", "I was told,", "if they did,".
fn turned_aside(words: &[CompactString], lists: &Lexicon) -> bool {
    let conditional = words
        .first()
        .is_some_and(|word| lists.has(List::Conditions, word));
    let untrue = |word: &CompactString| {
        lists.has(List::Guesses, word) || lists.has(List::TakesAClauseBack, word)
    };
    let hedged = words.len() <= GOVERNS && words.iter().any(untrue);
    conditional
        || hedged
        || begins_with(words, List::ReservingPhrases, lists)
        || guessed(words, false, lists)
}

/// Whether the words of a clause that goes on with the quotation turn it.
fn turned(words: &[CompactString], lists: &Lexicon) -> bool {
    let opener = opener(words, lists);
    let head = &words[..opener.unwrap_or(words.len())];
    let opens = opener.is_some();
    // "Nobody has ever been able to prove that": the clause it opens is governed from further away.
    let reach = if opens { GOVERNS_A_CLAUSE } else { GOVERNS };
    let mut near = words.len().saturating_sub(reach)..words.len();
    near.any(|at| {
        let word = words[at].as_str();
        let even = at > 0 && lists.has(List::WhateverTheCondition, &words[at - 1]);
        lists.is_negation(word)
            || lists.has(List::Guesses, word)
            || lists.has(List::Conditions, word) && !even
            || opens && lists.has(List::TakesAClauseBack, word)
    }) || guessed(head, opens, lists)
}

/// Where the clause of the quotation is opened: "that", "to say".
fn opener(words: &[CompactString], lists: &Lexicon) -> Option<usize> {
    let opens = |at: usize| {
        let word = words[at].as_str();
        let elided = word.split_once('\'').map(|(one, _)| &word[..=one.len()]);
        lists.has(List::ClauseOpeners, word)
            || elided.is_some_and(|word| lists.has(List::ClauseOpeners, word))
            || at + 1 == words.len() && ends_with(&words[..=at], List::ClauseOpeningPhrases, lists)
    };
    let from = words.len().saturating_sub(SMALL + 1);
    let at = (from..words.len()).rev().find(|at| opens(*at))?;
    let small = words[at + 1..].iter().all(|word| lists.is_function(word));
    small.then_some(at)
}

/// Whether the words end in a guess, in hearsay or in a wish: "it is likely", "people say", "may have been".
fn guessed(words: &[CompactString], opens: bool, lists: &Lexicon) -> bool {
    let helps = words
        .iter()
        .rev()
        .take_while(|word| lists.has(List::HelpingWords, word))
        .count();
    let rest = &words[..words.len() - helps];
    let last = |list: List| rest.last().is_some_and(|word| lists.has(list, word));
    let near = rest[rest.len().saturating_sub(2)..].iter();
    let mut near = near.filter(|_| opens);
    last(List::GuessingModals)
        || helps > 0 && last(List::ModalsOfWhatWasNot)
        || helps == 0 && last(List::GuessingVerbs)
        || near.any(|word| lists.has(List::GuessingVerbs, word) || lists.has(List::Likely, word))
        || [words, rest].map(|words| ends_with(words, List::GuessingPhrases, lists)) != [false; 2]
}

fn ends_with(words: &[CompactString], list: List, lists: &Lexicon) -> bool {
    let mut phrases = lists.phrases(list).iter();
    phrases.any(|phrase| {
        let from = words.len().checked_sub(phrase.words.len());
        from.is_some_and(|from| words[from..] == phrase.words)
    })
}

fn begins_with(words: &[CompactString], list: List, lists: &Lexicon) -> bool {
    let phrase = lists.longest(list, |at| words.get(at).map(CompactString::as_str));
    phrase.is_some()
}

/// The beginning of `stretch` if it limits what stands before it.
fn limiting<'a>(text: &'a str, stretch: Span, lists: &Lexicon) -> Option<&'a str> {
    let mut to = (stretch.start + AFTER).min(stretch.end);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let near = text.get(stretch.start..to)?;
    let paragraph = near.find("\n\n").map_or(near, |at| &near[..at]);
    let start = paragraph.find(char::is_alphanumeric)?;
    let (gap, rest) = paragraph.split_at(start);
    if gap.contains(['[', '(']) {
        return None;
    }
    let clause = rest.split(['.', '!', '?', ';']).next().unwrap_or(rest);
    let words = folded(clause, lists);
    let first = words.first()?;
    let limits = if gap.contains(['.', '!', '?', '…']) {
        lists.has(List::TurningStarts, first) || begins_with(&words, List::TurningPhrases, lists)
    } else {
        lists.has(List::Limiters, first)
            || lists.has(List::Conditions, first)
            || lists.is_strong_negation(first)
            || begins_with(&words, List::LimitingPhrases, lists)
            || gap.contains([';', '—', '–']) && is_denial(&words, lists)
    };
    let mut subject = words.iter().take(2);
    let others = subject.any(|word| lists.has(List::TheOthers, word)) && is_denial(&words, lists);
    (limits || others).then(|| rest.lines().next().unwrap_or(rest).trim_end())
}

/// A short clause with a negation.
fn is_denial(words: &[CompactString], lists: &Lexicon) -> bool {
    words.len() <= SHORT && words.iter().any(|word| lists.is_strong_negation(word))
}
