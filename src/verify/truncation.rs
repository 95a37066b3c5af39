//! What stands just before and just after a quotation and turns it: "I don't think that …", "… but not here".
use crate::text::fold::fold;

use super::words::Words;

/// How far is looked, in bytes.
const BEFORE: usize = 80;
const AFTER: usize = 120;
/// A negation governs what follows it within so many words.
const GOVERNS: usize = 4;
/// And a clause that it opens by "that" within so many.
const GOVERNS_A_CLAUSE: usize = 9;

/// The words before byte `start` if they govern what follows.
pub(crate) fn before<'a>(text: &'a str, start: usize, lists: &Words) -> Option<&'a str> {
    let mut from = start.saturating_sub(BEFORE);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let near = &text[from..start];
    let cut = near
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, '.' | '!' | '?' | ':' | ';' | '"' | '“' | '”'));
    let clause = cut.map_or(near, |(at, c)| &near[at + c.len_utf8()..]);
    if clause.trim_end().ends_with([',', ')']) {
        return None;
    }
    let folded = fold(clause);
    let words: Vec<&str> = folded.split(' ').collect();
    // "Nobody has ever been able to prove that": the clause it opens is governed from further away.
    let opens = words
        .last()
        .is_some_and(|last| lists.has("clause openers", last));
    let reach = if opens { GOVERNS_A_CLAUSE } else { GOVERNS };
    let governs = words[words.len().saturating_sub(reach)..]
        .iter()
        .any(|word| lists.is_negation(word) || opens && lists.has("takes a clause back", word));
    governs.then(|| clause.trim())
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

/// The words after byte `end` if they limit or take back what stands before, within the paragraph.
pub(crate) fn after<'a>(text: &'a str, end: usize, lists: &Words) -> Option<&'a str> {
    let mut to = (end + AFTER).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let near = &text[end..to];
    let paragraph = near.find("\n\n").map_or(near, |at| &near[..at]);
    let start = paragraph.find(char::is_alphanumeric)?;
    let stopped = paragraph[..start].contains(['.', '!', '?', '…']);
    if paragraph[..start].contains(['[', '(']) {
        return None;
    }
    let rest = &paragraph[start..];
    let len = rest
        .find(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .unwrap_or(rest.len());
    let word = fold(&rest[..len]);
    let limits = if stopped {
        lists.has("turning starts", &word)
    } else {
        lists.has("limiters", &word) || lists.is_strong_negation(&word)
    };
    if !limits {
        return None;
    }
    Some(rest.lines().next().unwrap_or(rest).trim_end())
}
