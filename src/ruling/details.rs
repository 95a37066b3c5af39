//! What in a sentence is ticked off one by one: names, titles, numbers, dates, places, superlatives, quotations.

use super::entry::Tick;
use super::finder::find;
use crate::case::{Case, Sentence};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a detail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DetailKind {
    /// Who.
    Name,
    /// A post or function.
    Title,
    /// How many.
    Number,
    /// When.
    Date,
    /// Where.
    Place,
    /// The most of something.
    Superlative,
    /// Somebody's words.
    Quotation,
}

impl DetailKind {
    /// The word for it on screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Title => "title",
            Self::Number => "number",
            Self::Date => "date",
            Self::Place => "place",
            Self::Superlative => "superlative",
            Self::Quotation => "quotation",
        }
    }
}

/// One thing in a sentence that can be right or wrong by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// What it is.
    pub kind: DetailKind,
    /// Its bytes in the sentence's words.
    pub span: Range<usize>,
    /// Its words.
    pub words: String,
}

/// What is to be ticked in a sentence, in the order in which it stands there. The same words count once.
pub fn details(case: &Case, sentence: &Sentence) -> Vec<Detail> {
    let mut all = find(case, sentence);
    all.sort_by_key(|detail| (detail.span.start, detail.span.end));
    let mut once: Vec<Detail> = Vec::with_capacity(all.len());
    for detail in all {
        if !once
            .iter()
            .any(|d| d.kind == detail.kind && d.words == detail.words)
        {
            once.push(detail);
        }
    }
    once
}

/// The ticks that still hold for a sentence: those on details that are the same as when they were ticked.
pub fn surviving<'a>(ticks: &'a [Tick], now: &[Detail]) -> Vec<&'a Tick> {
    let stands = |tick: &&Tick| {
        now.iter()
            .any(|d| d.kind == tick.kind && d.words == tick.words)
    };
    ticks.iter().filter(stands).collect()
}

/// The details that nobody has ticked.
pub fn unticked<'a>(ticks: &[Tick], now: &'a [Detail]) -> Vec<&'a Detail> {
    let ticked = |d: &Detail| ticks.iter().any(|t| t.kind == d.kind && t.words == d.words);
    now.iter().filter(|detail| !ticked(detail)).collect()
}

#[cfg(test)]
mod tests {
    use super::{DetailKind, details, surviving, unticked};
    use crate::case::{Case, Input, InputRole, read};
    use crate::ruling::Tick;

    const CASE: &str = "format: casefile/1\ncase: c\nparties:\n  navarro: {name: Marina Navarro, is: person, role: head of research, aka: [Navarro]}\n  forces: {name: the armed forces, is: armed-force}\n";

    fn case(draft: &str) -> Case {
        let input = |path: &str, text: &str, role| Input {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
            role,
        };
        let inputs = vec![
            input("case.yaml", CASE, InputRole::Case),
            input("draft.md", draft, InputRole::Draft),
        ];
        read("c", inputs).0
    }

    fn told(words: &str) -> Vec<String> {
        let case = case(words);
        let sentence = &case.draft.as_ref().unwrap().sentences[0];
        let told = details(&case, sentence);
        for detail in &told {
            assert_eq!(&sentence.words[detail.span.clone()], detail.words);
        }
        told.into_iter()
            .map(|d| format!("{} {}", d.kind.word(), d.words))
            .collect()
    }

    #[test]
    fn every_kind_of_detail_is_found() {
        assert_eq!(
            told("On 7 December 2022 the armed forces killed 49 people in Peru, Navarro said."),
            [
                "date 7 December 2022",
                "name armed forces",
                "number 49",
                "place Peru",
                "name Navarro"
            ]
        );
        assert_eq!(
            told("Nearly $1.2 million, eighty per cent, went to the largest of them."),
            [
                "number $1.2 million",
                "number eighty per cent",
                "superlative largest"
            ]
        );
        assert_eq!(
            told("“It is not fair,” said Marina Navarro, head of research."),
            [
                "quotation It is not fair,",
                "name Marina Navarro",
                "title head of research"
            ]
        );
        assert_eq!(
            told("They met Dr. Smith and ‘left’."),
            ["name Dr", "name Smith", "quotation left"]
        );
        assert_eq!(told("They said it again."), Vec::<String>::new());
        assert_eq!(
            told("It was Peru’s president, Dina Boluarte."),
            ["name Peru’s", "title president", "name Dina Boluarte"]
        );
    }

    #[test]
    fn after_an_edit_ticks_on_unchanged_details_stay() {
        let before = case("The armed forces killed 49 people, Navarro said.");
        let all = details(&before, &before.draft.as_ref().unwrap().sentences[0]);
        let ticks: Vec<Tick> = all
            .iter()
            .map(|d| Tick {
                kind: d.kind,
                words: d.words.clone(),
            })
            .collect();
        let after = case("The armed forces killed 50 people, Navarro said.");
        let now = details(&after, &after.draft.as_ref().unwrap().sentences[0]);
        let kept: Vec<&str> = surviving(&ticks, &now)
            .iter()
            .map(|t| t.words.as_str())
            .collect();
        assert_eq!(kept, ["armed forces", "Navarro"]);
        let open = unticked(&ticks, &now);
        assert_eq!(open.len(), 1);
        assert_eq!(
            (open[0].kind, open[0].words.as_str()),
            (DetailKind::Number, "50")
        );
    }

    #[test]
    fn strange_sentences_do_no_harm() {
        for words in [
            "“",
            "\"\" «»",
            "$ % -",
            "’’’",
            "İ İ İ",
            "a.b,c",
            "2022-12-07/2023",
        ] {
            let _ = told(&format!("x {words}"));
        }
    }

    #[test]
    fn what_wants_a_source_is_a_detail_and_what_is_judged_is_both() {
        use crate::case::Want;
        use crate::text::lexicon::Language;
        use crate::verify::figures::{dates, quantities};
        let meets = |all: &[super::Detail], kind, span: &std::ops::Range<usize>| {
            let mut own = all.iter().filter(|detail| detail.kind == kind);
            own.any(|detail| detail.span.start < span.end && span.start < detail.span.end)
        };
        for (language, words) in [
            (
                Language::English,
                "Forty-nine people died, nearly a third of them on 7 December 2022.",
            ),
            (
                Language::English,
                "Billions of dollars, half a million of them in March 2023.",
            ),
            (Language::English, "It took a dozen days, until last week."),
            (
                Language::English,
                "One in four of them left the town on Friday.",
            ),
            (
                Language::French,
                "On a compté une cinquantaine de morts le 4 sept. 2022.",
            ),
            (
                Language::French,
                "Il y avait un millier de personnes, plus de septante blessés.",
            ),
            (
                Language::French,
                "Le premier mars, une personne sur quatre est partie.",
            ),
            (
                Language::Spanish,
                "Murió medio centenar de personas el 4 de setiembre de 2022.",
            ),
            (
                Language::Spanish,
                "Son dos mil millones de soles desde el 1.º de mayo.",
            ),
            (
                Language::Spanish,
                "La veintena de heridos llegó al hospital el 4 de diciembre.",
            ),
        ] {
            let case = case(words);
            let draft = case.draft.as_ref().unwrap();
            let sentence = &draft.sentences[0];
            let words = sentence.words.as_str();
            assert_eq!(draft.language, language, "{words}");
            let told = details(&case, sentence);
            let found = quantities(words, language);
            let days = dates(words, crate::case::Date::parse("2023-12-08").ok());
            assert!(!found.is_empty() || !days.is_empty(), "{words}");
            for found in found {
                let kinds = [DetailKind::Number, DetailKind::Date];
                let any = kinds
                    .into_iter()
                    .any(|kind| meets(&told, kind, &found.span));
                assert!(any, "{words}: {found:?}");
                assert!(sentence.wants.contains(&Want::Number), "{words}");
            }
            for day in days {
                assert!(
                    meets(&told, DetailKind::Date, &day.span),
                    "{words}: {day:?}"
                );
                assert!(sentence.wants.contains(&Want::Date), "{words}");
            }
        }
    }
}
