//! Every quotation of a draft: curly, straight, single, guillemets; running over paragraphs; interrupted by its attribution.
use crate::text::Span;

use crate::text::typography::{is_double, is_single};

use super::printed::Printed;
use super::words::Language;

/// A quotation of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Its words, one part for each run between quotation marks.
    pub printed: Printed,
    /// The bytes of each part in the draft, without the marks.
    pub parts: Vec<Span>,
}

impl Quotation {
    /// From the first part to the last, the attribution between them included.
    pub fn span(&self) -> Span {
        let first = self.parts.first().copied().unwrap_or_default();
        Span::new(
            first.start,
            self.parts.last().copied().unwrap_or_default().end,
        )
    }
}

/// Finds the quotations of `text`, in order.
///
/// Halves around an attribution are one quotation where the attribution ends in a comma ("…", she said, "…"); where
/// it ends in a full stop, two begin. A quotation of several paragraphs opens each and closes only the last.
pub fn quotations(text: &str) -> Vec<Quotation> {
    let mut all: Vec<Quotation> = Vec::new();
    for run in runs(text) {
        let printed = run.of(text).to_owned();
        let joins = all.last().is_some_and(|last| {
            let before = last.parts.last().copied().unwrap_or_default();
            continues(before.of(text).trim_end(), &text[before.end..run.start])
        });
        match all.last_mut().filter(|_| joins) {
            Some(last) => {
                last.printed.parts.push(printed);
                last.parts.push(run);
            }
            None => all.push(Quotation {
                printed: Printed {
                    parts: vec![printed],
                },
                parts: vec![run],
            }),
        }
    }
    all
}

/// The longest attribution between two halves, in bytes.
const ATTRIBUTION: usize = 160;

/// Whether what stands between two runs is an attribution, or the break between two paragraphs of one quotation.
fn continues(before: &str, between: &str) -> bool {
    let mark = |c: char| is_double(c) || is_single(c);
    let inner = without_marks(between);
    if inner.is_empty() {
        // The first paragraph was never closed, so the second goes on with it.
        let line = between.split('\n').next().unwrap_or("");
        let closed =
            line.contains(mark) || LONG_MARKS.iter().any(|(_, close)| line.contains(close));
        return !closed && between.contains('\n');
    }
    let sentence = before.ends_with(['.', '!', '?'])
        || inner.contains(['!', '?', ';', ':'])
        || inner.match_indices('.').any(|(at, _)| stops(inner, at));
    if sentence || between.len() > ATTRIBUTION || between.contains('\n') {
        return false;
    }
    let dashes = ['—', '–', '-'];
    let goes_on = inner.ends_with(',') || inner.ends_with(dashes);
    // The comma may stand inside the marks or outside; outside it may also part two quotations of a list.
    let broken_off = before.ends_with(',') || before.ends_with(dashes);
    let between_dashes = inner.starts_with(dashes) && inner.ends_with(dashes);
    goes_on && (broken_off || between_dashes || inner.starts_with(',') && says(inner))
}

/// Whether the full stop at byte `at` ends a sentence: the one of an initial (J., U.S.) or of a title (Dr.) does not.
fn stops(words: &str, at: usize) -> bool {
    let before = words[..at]
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    let mut letters = before.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let goes_on = words[at + 1..].starts_with(|c: char| c.is_alphanumeric() || c == ',');
    !initial && !goes_on && !any_language(before, "titles")
}

/// `between` without the marks and spaces around it.
fn without_marks(between: &str) -> &str {
    let mut inner = between;
    loop {
        let before = inner.len();
        inner = inner.trim_matches(|c: char| is_double(c) || is_single(c) || c.is_whitespace());
        for (open, close) in LONG_MARKS {
            inner = inner.strip_prefix(close).unwrap_or(inner);
            inner = inner.strip_suffix(open).unwrap_or(inner);
        }
        if inner.len() == before {
            return inner;
        }
    }
}

fn any_language(word: &str, list: &str) -> bool {
    let word = crate::text::fold::fold(word);
    [Language::English, Language::French, Language::Spanish]
        .iter()
        .any(|language| language.lists().has(list, &word))
}

/// Whether somebody says, asks or adds something here.
fn says(words: &str) -> bool {
    let folded = crate::text::fold::fold(words);
    folded.split(' ').any(|word| any_language(word, "saying"))
}

/// Where the quotation in single marks that opens at byte `at` ends: its marks, and what is between them. Apostrophes
/// are passed over: a closing mark stands behind a sign, or it is the last that a word ends with before others open.
fn single(text: &str, at: usize, open: char) -> Option<(Span, usize)> {
    let from = at + open.len_utf8();
    let before = text[..at].chars().next_back();
    let rest = &text[from..];
    let rest = &rest[..rest.find("\n\n").unwrap_or(rest.len())];
    let first = rest.chars().next()?;
    if before.is_some_and(|c| !c.is_whitespace() && !"([—–".contains(c)) || !first.is_alphanumeric()
    {
        return None;
    }
    let elided = crate::text::tokens::fold_at(rest, 0).0;
    if open != '‘' && (first.is_ascii_digit() || ELIDED.contains(&elided.as_str())) {
        return None;
    }
    let mut last = None;
    for (place, c) in rest.char_indices() {
        let (inside, after) = (&rest[..place], &rest[place + c.len_utf8()..]);
        let begins =
            inside.ends_with(char::is_whitespace) && !after.starts_with(char::is_whitespace);
        if begins && (c == '‘' || c == open && open == '\'') {
            break;
        }
        let closes = matches!((open, c), ('‘', '’') | ('\'', '\''));
        if !closes || begins || after.starts_with(char::is_alphanumeric) {
            continue;
        }
        last = Some((Span::new(from, from + place), from + place + c.len_utf8()));
        if inside.ends_with([',', '.', '!', '?', '…', ';', '—'])
            || after.starts_with([',', '.', ';', ':', ')'])
        {
            break;
        }
    }
    last.filter(|(span, _)| span.of(text).chars().count() > 1)
}

/// Quotation marks of more than one character, as typewriters, keyboards without guillemets and pages write them.
const LONG_MARKS: [(&str, &str); 6] = [
    ("``", "''"),
    ("<<", ">>"),
    ("&ldquo;", "&rdquo;"),
    ("&laquo;", "&raquo;"),
    ("&lsquo;", "&rsquo;"),
    ("&quot;", "&quot;"),
];

/// The quotation in marks of more than one character that opens at byte `at`: what is between them, and where they end.
/// One that its paragraph never closes is none. An apostrophe is no closing mark.
fn long(text: &str, at: usize) -> Option<(Span, usize)> {
    let (open, close) = LONG_MARKS
        .into_iter()
        .find(|(open, _)| text[at..].starts_with(open))?;
    let from = at + open.len();
    let rest = &text[from..];
    let rest = &rest[..rest.find("\n\n").unwrap_or(rest.len())];
    let mut ends = rest.match_indices(close).map(|(place, _)| place);
    let apostrophe = |place: usize| {
        close == "&rsquo;" && rest[place + close.len()..].starts_with(char::is_alphanumeric)
    };
    let end = from + ends.find(|place| !apostrophe(*place))?;
    Some((Span::new(from, end), end + close.len()))
}

/// Words that are written with an apostrophe before them.
const ELIDED: [&str; 11] = [
    "em", "n", "tis", "twas", "cause", "til", "till", "round", "bout", "cos", "s",
];

/// The marks that close what `open` opened.
fn closes(open: char, c: char) -> bool {
    match open {
        '“' | '”' => matches!(c, '”'),
        '„' => matches!(c, '“' | '”'),
        '«' => c == '»',
        '»' => c == '«',
        '‹' => c == '›',
        '›' => c == '‹',
        _ => c == open,
    }
}

/// The runs between quotation marks, without the marks.
fn runs(text: &str) -> Vec<Span> {
    let mut all = Vec::new();
    let mut open: Option<(char, usize)> = None;
    let mut passed = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if at < passed {
            continue;
        }
        match open {
            Some((mark, from)) if closes(mark, c) => {
                push(text, from, at, &mut all);
                open = None;
            }
            // Never closed: it ends with its paragraph, and the next one may go on with it.
            Some((_, from)) if c == '\n' && paragraph_ends(&text[end..]) => {
                push(text, from, at, &mut all);
                open = None;
            }
            Some(_) => {}
            None if matches!(c, '`' | '<' | '&') => {
                if let Some((inner, after)) = long(text, at) {
                    push(text, inner.start, inner.end, &mut all);
                    passed = after;
                }
            }
            None if opens(text, at, c) => open = Some((c, end)),
            None if matches!(c, '‘' | '\'') => {
                if let Some((inner, after)) = single(text, at, c) {
                    push(text, inner.start, inner.end, &mut all);
                    passed = after;
                }
            }
            None => {}
        }
    }
    if let Some((_, from)) = open {
        push(text, from, text.len(), &mut all);
    }
    all
}

fn paragraph_ends(rest: &str) -> bool {
    let line = rest.split('\n').next().unwrap_or("");
    line.trim().is_empty()
        || rest
            .trim_start_matches([' ', '\t'])
            .starts_with(['“', '"', '«', '„'])
}

/// Whether the mark at `at` opens a quotation. A straight mark after a digit is inches or seconds.
fn opens(text: &str, at: usize, c: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + c.len_utf8()..].chars().next();
    match c {
        '“' | '„' | '«' | '‹' => true,
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

fn push(text: &str, from: usize, to: usize, all: &mut Vec<Span>) {
    let inner = &text[from..to];
    let start = from + (inner.len() - inner.trim_start().len());
    let end = start + inner.trim().len();
    if inner.contains(char::is_alphanumeric) {
        all.push(Span::new(start, end));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<Vec<String>> {
        quotations(text)
            .into_iter()
            .map(|quotation| quotation.printed.parts)
            .collect()
    }

    #[test]
    fn every_kind_of_mark_is_read() {
        assert_eq!(
            parts("He said “one two” and \"three four\" and « cinq six »."),
            [["one two"], ["three four"], ["cinq six"]]
        );
        assert_eq!(
            parts("a 6\" pipe and “he said ‘no’ to us”"),
            [["he said ‘no’ to us"]]
        );
    }

    #[test]
    fn halves_are_joined_at_a_comma_and_parted_at_a_full_stop() {
        assert_eq!(
            parts("“It is true,” she said, “and more.”"),
            [vec!["It is true,", "and more."]]
        );
        assert_eq!(parts("“It is true,” she said. “And more.”").len(), 2);
        assert_eq!(parts("“one” and “two”").len(), 2);
    }

    #[test]
    fn a_quotation_may_run_over_paragraphs() {
        assert_eq!(
            parts("“First paragraph.\n\n“Second one,” she said."),
            [vec!["First paragraph.", "Second one,"]]
        );
        assert_eq!(
            parts("“Never closed.\n\nSomebody else spoke."),
            [vec!["Never closed."]]
        );
    }

    #[test]
    fn single_marks_are_read_and_apostrophes_are_not() {
        assert_eq!(
            parts("‘The workers’ rights are nothing to them,’ she said. ‘That’s the truth.’"),
            [
                ["The workers’ rights are nothing to them,"],
                ["That’s the truth."]
            ]
        );
        assert_eq!(
            parts("'They said so on the radio,' she said, 'and it isn't true.'"),
            [vec!["They said so on the radio,", "and it isn't true."]]
        );
        assert_eq!(
            parts("‘He said “no” to us,’ she told the court."),
            [["He said “no” to us,"]]
        );
        for text in [
            "The miners' strike of the '90s wasn't Navarro's affair; rock 'n' roll isn't either.",
            "Give 'em the workers' rights and the owners' money.",
            "The workers’ rights and the owners’ money weren’t theirs.",
        ] {
            assert!(parts(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn halves_are_joined_where_the_comma_stands_outside() {
        assert_eq!(
            parts("‘It is true’, she said, ‘and more.’"),
            [vec!["It is true", "and more."]]
        );
        assert_eq!(
            parts("« Nous irons », a dit le ministre, « jusqu'au bout. »"),
            [vec!["Nous irons", "jusqu'au bout."]]
        );
        assert_eq!(
            parts("“The army stood by” — she paused — “and it saw us.”"),
            [vec!["The army stood by", "and it saw us."]]
        );
        assert_eq!(
            parts("He called it “a lie”, and later, “a crime”.").len(),
            2
        );
        assert_eq!(parts("« Nous irons. »\n\n« Nous restons. »").len(), 2);
    }

    #[test]
    fn a_full_stop_of_a_title_or_an_initial_parts_nothing() {
        for by in [
            "Dr. Bell said",
            "Mr. Reyes said",
            "Mrs. A. Bell said",
            "Malcolm J. Reyes said",
            "the U.S. ambassador said",
            "dijo la Sra. Vega",
            "a dit M. Le Goff",
        ] {
            let text = format!("“It is likely,” {by}, “the minister signed it.”");
            assert_eq!(
                parts(&text),
                [vec!["It is likely,", "the minister signed it."]],
                "{by}"
            );
        }
        for by in [
            "she said. Then the judge asked",
            "she said to the press. And Dr. Bell said",
        ] {
            let text = format!("“It is likely,” {by}, “the minister signed it.”");
            assert_eq!(parts(&text).len(), 2, "{by}");
        }
    }

    #[test]
    fn marks_of_other_keyboards_are_read() {
        assert_eq!(
            parts(
                "He said ``We approved it.'' And <<also this>>. And ‹je pars›, and &ldquo;an entity&rdquo;."
            ),
            [
                ["We approved it."],
                ["also this"],
                ["je pars"],
                ["an entity"]
            ]
        );
        assert_eq!(
            parts("&ldquo;It is likely,&rdquo; Dr. Bell said, &ldquo;that he signed it.&rdquo;"),
            [vec!["It is likely,", "that he signed it."]]
        );
        assert_eq!(
            parts("&lsquo;They don&rsquo;t know,&rsquo; she said."),
            [["They don&rsquo;t know,"]]
        );
        assert!(parts("Run `cat <<END` & see; AT&T, R&B, x << 3, it's ``code`` here.").is_empty());
    }

    #[test]
    fn spans_are_of_the_draft() {
        let text = "“It is true,” she said, “and more.”";
        let all = quotations(text);
        assert_eq!(all[0].span().of(text), "It is true,” she said, “and more.");
        assert_eq!(all[0].parts[1].of(text), "and more.");
    }
}
