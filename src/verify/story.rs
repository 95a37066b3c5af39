//! Every quotation of a draft, running over paragraphs, interrupted by its attribution.
use crate::text::Span;

use crate::text::quotation_marks::without_marks;

use super::printed::Printed;
use super::quote_spans::{QuoteSpan, quote_spans};
use super::sentence_ends::is_abbreviation;
use crate::text::lexicon::{Lexicon, List};

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
    let mut before: Option<QuoteSpan> = None;
    for quote in quote_spans(text) {
        let joins = before.is_some_and(|before| continues(text, &before, &quote));
        before = Some(quote);
        let printed = quote.inner.of(text).to_owned();
        match all.last_mut().filter(|_| joins) {
            Some(last) => {
                last.printed.parts.push(printed);
                last.parts.push(quote.inner);
            }
            None => all.push(Quotation {
                printed: Printed {
                    parts: vec![printed],
                },
                parts: vec![quote.inner],
            }),
        }
    }
    all
}

/// The longest attribution between two halves, in bytes.
const ATTRIBUTION: usize = 160;

/// Whether a quotation goes on with the next one: an attribution stands between them, or the break between two of its
/// paragraphs.
fn continues(text: &str, last: &QuoteSpan, next: &QuoteSpan) -> bool {
    let before = last.inner.of(text);
    let between = &text[last.inner.end..next.inner.start];
    let inner = without_marks(between);
    if inner.is_empty() {
        // The first paragraph was never closed, so the second goes on with it.
        return !last.is_closed && between.contains('\n');
    }
    if between.len() > ATTRIBUTION || between.contains('\n') {
        return false;
    }
    let sentence = before.ends_with(['.', '!', '?'])
        || inner.contains(['!', '?', ';', ':'])
        || inner.match_indices('.').any(|(at, _)| stops(inner, at));
    if sentence {
        return false;
    }
    let dashes = ['—', '–', '-'];
    let goes_on = inner.ends_with(',') || inner.ends_with(dashes);
    // The comma may stand inside the marks or outside; outside it may also part two quotations of a list.
    let broken_off = before.ends_with(',') || before.ends_with(dashes);
    let between_dashes = inner.starts_with(dashes) && inner.trim_end_matches(',').ends_with(dashes);
    goes_on && (broken_off || between_dashes || inner.starts_with(',') && says(inner))
}

/// Whether the full stop at byte `at` ends a sentence.
fn stops(words: &str, at: usize) -> bool {
    let after = &words[at + 1..];
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric() || c == ',');
    !goes_on && !is_abbreviation(&words[..at], after.trim_start())
}

/// Whether somebody says, asks or adds something here.
fn says(words: &str) -> bool {
    let folded = crate::text::fold::fold(words);
    let saying = |word: &str| Lexicon::of_all().has(List::Saying, word);
    folded.split(' ').any(saying)
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
    fn a_spanish_dialogue_is_read_where_its_dashes_name_who_speaks() {
        assert_eq!(
            parts("—No lo sabía —dijo Ana—, pero lo temía.\n\n—¿Quién firmó? —preguntó el juez.\n"),
            [vec!["No lo sabía", "pero lo temía."], vec!["¿Quién firmó?"]]
        );
        assert_eq!(parts("—No lo sabía —dijo Ana—. Pero lo temía.").len(), 2);
        for text in [
            "—John Smith, the mayor",
            "—No lo sabía.\n\nDijo Ana.",
            "It was late —he said so— and dark.",
            "—The dam —a wall of earth— gave way.",
        ] {
            assert!(parts(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn spans_are_of_the_draft() {
        let text = "“It is true,” she said, “and more.”";
        let all = quotations(text);
        assert_eq!(all[0].span().of(text), "It is true,” she said, “and more.");
        assert_eq!(all[0].parts[1].of(text), "and more.");
    }
}
