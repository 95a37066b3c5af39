//! Attributions inside the marks, as French and Spanish print them: « Nous irons, a dit le ministre, jusqu'au bout. »
use crate::text::Span;
use crate::text::fold::fold;

use crate::text::lexicon::{Language, Lexicon, List};

/// An attribution has no more words than this.
const LONGEST: usize = 10;
/// The verb follows "a", "ont", "ha" within so many words: "a-t-il dit".
const NEAR: usize = 4;

/// The attributions inside `part`, each with the commas or dashes around it.
pub(crate) fn asides(part: &str) -> Vec<Span> {
    let parts = |c: char| matches!(c, ',' | '—' | '–');
    let stops = |c: char| matches!(c, '.' | '!' | '?' | '…' | ';' | ':');
    let mut all: Vec<Span> = Vec::new();
    for (at, open) in part.char_indices().filter(|(_, c)| parts(*c)) {
        let from = at + open.len_utf8();
        let rest = &part[from..];
        let len = rest.find(|c| parts(c) || stops(c)).unwrap_or(rest.len());
        let taken = all.last().is_some_and(|last| at < last.end);
        if taken || !is_attribution(&rest[..len]) {
            continue;
        }
        let closing = rest[len..].chars().next().filter(|c| parts(*c));
        all.push(Span::new(
            at,
            from + len + closing.map_or(0, char::len_utf8),
        ));
    }
    all
}

fn is_attribution(clause: &str) -> bool {
    let folded = fold(clause);
    let words: Vec<&str> = folded.split(' ').collect();
    let says = |word: &&str| {
        Language::with(List::AttributionHelpers)
            .any(|language| language.lexicon().has(List::Saying, word))
    };
    let helped = Lexicon::of_all().has(List::AttributionHelpers, words[0]);
    words.len() <= LONGEST
        && (says(&words[0]) || helped && words.iter().skip(1).take(NEAR).any(says))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributions_between_commas_and_dashes_are_found_and_nothing_else() {
        let found = |part: &str| -> Vec<String> {
            asides(part)
                .iter()
                .map(|span| span.of(part).to_owned())
                .collect()
        };
        assert_eq!(
            found("Nous sommes prêts, a déclaré le ministre, et nous irons."),
            [", a déclaré le ministre,"]
        );
        assert_eq!(found("Nous irons, a-t-il dit."), [", a-t-il dit"]);
        assert_eq!(
            found("Estamos listos —dijo el ministro— y vamos"),
            ["—dijo el ministro—"]
        );
        assert!(found("Il a dit, le ministre, que nous irons, avec vous").is_empty());
        assert!(found("").is_empty());
    }
}
