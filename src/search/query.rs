//! What somebody typed, taken apart. Nothing typed is an error: what cannot be read as syntax is text, with a hint.

use super::filter::Filter;
use super::fold::Words;
use crate::text::quotation_marks::{closes, is_closing, is_opening};
use crate::text::typography::is_double;

/// More words than this are not looked for; a pasted page is a job for `verify`.
const MOST_TERMS: usize = 32;

/// A query, ready to be asked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// What must be there, or must not.
    pub terms: Vec<Term>,
    /// Which entries may answer at all; the flag turns a filter round.
    pub filters: Vec<(bool, Filter)>,
    /// What could not be read as it was perhaps meant, in sentences.
    pub hints: Vec<String>,
}

/// One thing to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Must *not* be there.
    pub not: bool,
    /// What.
    pub ask: Ask,
}

/// What a term asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// One of the alternatives, each with all its words, in any order.
    AnyOf(Vec<Vec<Part>>),
    /// Words in a row.
    Row(Row),
}

/// One word of an alternative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Folded.
    pub word: String,
    /// Only as a whole word, not as the beginning or the middle of one.
    pub whole: bool,
}

/// Words in a row within one text: `"exact words"`, `'exact`, `^start`, `end$`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Folded, at least one.
    pub words: Vec<String>,
    /// The text begins with them.
    pub at_start: bool,
    /// The text ends with them.
    pub at_end: bool,
    /// The last may go on.
    pub open_end: bool,
    /// The first may be the end of a longer one.
    pub open_start: bool,
}

impl Query {
    /// Takes apart what was typed.
    pub fn parse(typed: &str) -> Self {
        let mut query = Self::default();
        let mut text = String::new();
        let mut rest = typed.trim();
        while let Some(piece) = Piece::next(&mut rest) {
            let before = query.terms.len();
            if !query.take(&piece) {
                text.push_str(&piece.text);
                text.push(' ');
                continue;
            }
            // The text before it comes first, so that the words stay in the order they were typed in.
            let taken = query.terms.split_off(before);
            query.take_text(&std::mem::take(&mut text), false);
            query.terms.extend(taken);
        }
        query.take_text(&text, false);
        if query.terms.len() > MOST_TERMS {
            query
                .hints
                .push(format!("only the first {MOST_TERMS} words are looked for"));
            query.terms.truncate(MOST_TERMS);
        }
        query
    }

    /// Nothing to look for and nothing to filter by.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.filters.is_empty()
    }

    /// The terms that must be there.
    pub fn wanted(&self) -> impl Iterator<Item = &Ask> {
        self.terms
            .iter()
            .filter(|term| !term.not)
            .map(|term| &term.ask)
    }

    /// The words that must be there, as typed and in order, for ranking and painting.
    pub fn words(&self) -> Vec<&str> {
        let mut words = vec![];
        for ask in self.wanted() {
            match ask {
                Ask::AnyOf(ways) => words.extend(
                    ways.first()
                        .into_iter()
                        .flatten()
                        .map(|part| part.word.as_str()),
                ),
                Ask::Row(row) => words.extend(row.words.iter().map(String::as_str)),
            }
        }
        words
    }

    /// Takes a piece that is syntax; `false`: it is plain text.
    fn take(&mut self, piece: &Piece) -> bool {
        if piece.quoted && piece.name.is_none() {
            if !piece.closed {
                self.hints.push(
                    "the closing quotation mark is missing: looked for to the end".to_owned(),
                );
            }
            return self.take_row(
                piece.not,
                &piece.text,
                Row {
                    open_end: !piece.closed,
                    ..Row::default()
                },
            );
        }
        if let Some(name) = &piece.name {
            return self.take_filter(piece, name);
        }
        let body = piece.text.as_str();
        if let Some(word) = body.strip_prefix('\'') {
            return self.take_row(piece.not, word, Row::default());
        }
        let (at_start, body) = body
            .strip_prefix('^')
            .map_or((false, body), |rest| (true, rest));
        let (at_end, body) = body
            .strip_suffix('$')
            .map_or((false, body), |rest| (true, rest));
        if at_start || at_end {
            return self.take_row(
                piece.not,
                body,
                Row {
                    at_start,
                    at_end,
                    open_end: !at_end,
                    open_start: !at_start,
                    ..Row::default()
                },
            );
        }
        if piece.not {
            return self.take_text(body, true);
        }
        false
    }

    fn take_filter(&mut self, piece: &Piece, name: &str) -> bool {
        match Filter::parse(name, &piece.value) {
            Some(Ok(filter)) => {
                self.filters.push((piece.not, filter));
                return true;
            }
            Some(Err(hint)) => self.hints.push(hint),
            // An address is text and needs no advice.
            None if piece.value.starts_with("//") => {}
            None => self.hints.push(format!("“{name}:” is no filter, so it is looked for as text; filters are kind: who: is: case: date: amount:")),
        }
        false
    }

    fn take_row(&mut self, not: bool, text: &str, row: Row) -> bool {
        let words: Vec<String> = Words::of(text).plain().map(str::to_owned).collect();
        if words.is_empty() {
            return false;
        }
        self.push(not, Ask::Row(Row { words, ..row }));
        true
    }

    /// Plain words: numbers written in groups are one thing, a date may also be written out.
    fn take_text(&mut self, text: &str, not: bool) -> bool {
        let before = self.terms.len();
        let words = Words::of(text);
        let list: Vec<_> = words
            .iter()
            .map(|(folded, word)| (folded, word.at.clone(), word.joined))
            .collect();
        let numbers: Vec<_> = list
            .iter()
            .filter(|(folded, _, joined)| *joined && is_number(folded))
            .collect();
        let mut parts: Vec<Part> = vec![];
        let mut at = 0;
        // One more than are looked for is enough to say so.
        while at < list.len() && !list[at].2 && self.terms.len() <= MOST_TERMS {
            let (folded, place, _) = &list[at];
            let group = group_around(text, place.start);
            let end = |limit: usize| {
                list.iter()
                    .skip(at)
                    .take_while(|(_, p, joined)| !joined && p.end <= limit)
                    .count()
            };
            if let Some((joined, whole, _)) = numbers
                .iter()
                .find(|(_, whole, _)| whole.start == place.start)
            {
                let count = end(whole.end);
                let spelt = list[at..at + count]
                    .iter()
                    .map(|(w, ..)| Part::any(w))
                    .collect();
                self.push(not, Ask::AnyOf(vec![vec![Part::any(joined)], spelt]));
                at += count;
            } else if let Some(ways) =
                ways_of_group(&text[group.clone()]).filter(|_| group.start == place.start)
            {
                let count = end(group.end).max(1);
                self.push(not, Ask::AnyOf(ways));
                at += count;
            } else {
                // The s of a possessive says nothing.
                let possessive = folded.len() == 1 && text[..place.start].ends_with(['\'', '’']);
                if !possessive {
                    parts.push(Part::any(folded));
                }
                at += 1;
            }
            if not {
                continue;
            }
            for part in parts.drain(..) {
                self.push(false, Ask::AnyOf(vec![vec![part]]));
            }
        }
        if !parts.is_empty() {
            self.push(not, Ask::AnyOf(vec![parts]));
        }
        self.terms.len() > before
    }

    fn push(&mut self, not: bool, ask: Ask) {
        let term = Term { not, ask };
        if !self.terms.contains(&term) {
            self.terms.push(term);
        }
    }
}

impl Part {
    fn any(word: &str) -> Self {
        Self {
            word: word.to_owned(),
            whole: false,
        }
    }

    fn whole(word: &str) -> Self {
        Self {
            word: word.to_owned(),
            whole: true,
        }
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

fn group_around(text: &str, at: usize) -> std::ops::Range<usize> {
    let start = text[..at].rfind(char::is_whitespace).map_or(0, |i| {
        i + text[i..].chars().next().map_or(1, char::len_utf8)
    });
    let end = text[at..]
        .find(char::is_whitespace)
        .map_or(text.len(), |i| at + i);
    start..end
}

/// Other ways to write a group: `960,0` still being typed, `2023-02-06` as a day of February.
fn ways_of_group(group: &str) -> Option<Vec<Vec<Part>>> {
    let plain = || -> Vec<Part> { Words::of(group).plain().map(Part::any).collect() };
    if group.contains(',') && group.bytes().all(|b| b.is_ascii_digit() || b == b',') {
        let joined = group.replace(',', "");
        return (!joined.is_empty()).then(|| vec![vec![Part::any(&joined)], plain()]);
    }
    if group.len() < 7 || !group.contains('-') {
        return None;
    }
    super::filter::day(group)?;
    let mut numbers = group.split('-');
    let (year, month) = (numbers.next()?, numbers.next()?.parse::<u8>().ok()?);
    let name = crate::case::month_name(month).get(..3)?.to_lowercase();
    let mut spelt = vec![Part::whole(year), Part::any(&name)];
    if let Some(day) = numbers.next() {
        spelt.push(Part::whole(day.trim_start_matches('0')));
    }
    Some(vec![plain(), spelt])
}

/// One piece of what was typed: a quotation, `name:value`, or what stands between spaces.
struct Piece {
    not: bool,
    name: Option<String>,
    value: String,
    text: String,
    quoted: bool,
    closed: bool,
}

impl Piece {
    fn next<'t>(rest: &mut &'t str) -> Option<Self> {
        let whole: &'t str = rest.trim_start();
        let first = whole.chars().next()?;
        let after = &whole[first.len_utf8()..];
        let not = first == '-' && after.starts_with(|c: char| !c.is_whitespace() && c != '-');
        let body = if not { after } else { whole };
        if let Some((inner, closed, tail)) = quotation(body) {
            *rest = tail;
            return Some(Self {
                not,
                name: None,
                value: String::new(),
                text: inner.to_owned(),
                quoted: true,
                closed,
            });
        }
        if let Some((name, after)) = named(body) {
            if let Some((inner, closed, tail)) = quotation(after) {
                let text = body[..body.len() - tail.len()].to_owned();
                *rest = tail;
                return Some(Self {
                    not,
                    name: Some(name),
                    value: inner.to_owned(),
                    text,
                    quoted: true,
                    closed,
                });
            }
            let end = after.find(char::is_whitespace).unwrap_or(after.len());
            let text = body[..body.len() - after.len() + end].to_owned();
            *rest = &after[end..];
            return Some(Self {
                not,
                name: Some(name),
                value: after[..end].to_owned(),
                text,
                quoted: false,
                closed: true,
            });
        }
        let end = body.find(char::is_whitespace).unwrap_or(body.len());
        *rest = &body[end..];
        Some(Self {
            not,
            name: None,
            value: String::new(),
            text: body[..end].to_owned(),
            quoted: false,
            closed: true,
        })
    }
}

/// A quotation at the beginning: what is inside, whether it is closed, what follows.
fn quotation(text: &str) -> Option<(&str, bool, &str)> {
    let open = text
        .chars()
        .next()
        .filter(|c| is_opening(*c) && is_double(*c))?;
    let inner = &text[open.len_utf8()..];
    let ends = |c| closes(open, c) || is_closing(c) && is_double(c);
    let Some(end) = inner.find(ends) else {
        return Some((inner, false, ""));
    };
    let close = inner[end..].chars().next().map_or(1, char::len_utf8);
    Some((&inner[..end], true, &inner[end + close..]))
}

/// `name:` at the beginning, the name in letters and something after the colon.
fn named(text: &str) -> Option<(String, &str)> {
    let (name, after) = text.split_once(':')?;
    let good =
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic()) && !after.is_empty();
    (good && !after.starts_with(char::is_whitespace)).then(|| (name.to_ascii_lowercase(), after))
}
