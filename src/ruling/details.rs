//! What in a sentence is ticked off one by one: names, titles, numbers, dates, places, superlatives, quotations.

use super::entry::Tick;
use crate::case::{Body, Case, Field, Sentence, is_date, is_number, is_superlative};
use crate::text::fold::fold;
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

/// Posts and functions; those of the case's own parties are known besides.
const TITLES: [&str; 30] = [
    "president",
    "vice president",
    "prime minister",
    "minister",
    "attorney general",
    "general",
    "director",
    "executive director",
    "chief executive",
    "chair",
    "chairman",
    "chairwoman",
    "spokesperson",
    "spokesman",
    "spokeswoman",
    "secretary",
    "mayor",
    "judge",
    "professor",
    "inspector",
    "colonel",
    "commissioner",
    "ambassador",
    "premier",
    "ministre",
    "président",
    "présidente",
    "presidente",
    "presidenta",
    "ministro",
];

/// Words before a place.
const BEFORE_PLACES: [&str; 14] = [
    "in", "near", "across", "outside", "inside", "within", "around", "at", "from", "en", "à", "au",
    "dans", "desde",
];

/// What is to be ticked in a sentence, in the order in which it stands there. The same words count once.
pub fn details(case: &Case, sentence: &Sentence) -> Vec<Detail> {
    let text = sentence.words.as_str();
    let words = split(text);
    let mut found = Found {
        text,
        words: &words,
        lower: words
            .iter()
            .map(|word| text[word.clone()].to_lowercase())
            .collect(),
        taken: vec![false; words.len()],
        all: vec![],
    };
    found.quotations();
    found.dates();
    found.numbers();
    found.superlatives();
    found.titles(case);
    found.names(case);
    let mut all = found.all;
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

/// Words with their places: letters and digits, signs of money and per cent, and what stands inside numbers.
fn split(text: &str) -> Vec<Range<usize>> {
    let mut words = vec![];
    let mut start = None;
    let end_of = |from: usize, to: usize| {
        let word = text[from..to].trim_end_matches(['.', ',', '-', '\'', '’', ':', '/']);
        from..from + word.len()
    };
    let part = |c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                '$' | '€' | '£' | '%' | '-' | '\'' | '’' | '.' | ',' | ':' | '/'
            )
    };
    for (at, c) in text.char_indices() {
        match (part(c), start) {
            (true, None) if c.is_alphanumeric() || matches!(c, '$' | '€' | '£') => {
                start = Some(at)
            }
            (false, Some(from)) => {
                words.push(end_of(from, at));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        words.push(end_of(from, text.len()));
    }
    words.retain(|word| !word.is_empty());
    words
}

struct Found<'a> {
    text: &'a str,
    words: &'a [Range<usize>],
    lower: Vec<String>,
    /// Words that are part of a detail already.
    taken: Vec<bool>,
    all: Vec<Detail>,
}

impl Found<'_> {
    fn word(&self, at: usize) -> &str {
        &self.text[self.words[at].clone()]
    }

    fn add(&mut self, kind: DetailKind, span: Range<usize>) {
        let words = self.text[span.clone()].to_owned();
        self.all.push(Detail { kind, span, words });
    }

    /// Makes one detail of words next to each other.
    fn take(&mut self, kind: DetailKind, words: Range<usize>) {
        self.taken[words.clone()].fill(true);
        let span = self.words[words.start].start..self.words[words.end - 1].end;
        self.add(kind, span);
    }

    /// Makes a detail of each longest run of words that are not taken and are of the kind.
    fn runs(&mut self, kind: DetailKind, is: &[bool]) {
        // Between the day and the year of a date there may be a comma.
        let commas = kind == DetailKind::Date;
        let mut at = 0;
        while at < is.len() {
            let mut end = at;
            while end < is.len()
                && is[end]
                && !self.taken[end]
                && (end == at || commas || self.joined(end))
            {
                end += 1;
            }
            if end > at {
                self.take(kind, at..end);
            }
            at = end.max(at + 1);
        }
    }

    fn quotations(&mut self) {
        let mut open: Option<(usize, char)> = None;
        for (at, c) in self.text.char_indices() {
            let closes = open.is_some_and(|(_, close)| close == c || c == '”');
            match (open, c) {
                (Some((from, _)), _) if closes => {
                    open = None;
                    let inside = self.text[from..at].trim();
                    if !inside.is_empty() {
                        let start = from
                            + (self.text[from..at].len() - self.text[from..at].trim_start().len());
                        self.add(DetailKind::Quotation, start..start + inside.len());
                    }
                }
                (None, '“') => open = Some((at + c.len_utf8(), '”')),
                (None, '"') => open = Some((at + 1, '"')),
                (None, '«') => open = Some((at + c.len_utf8(), '»')),
                (None, '„') => open = Some((at + c.len_utf8(), '“')),
                _ => {}
            }
        }
        // A quotation that goes on in the next sentence.
        if let Some((from, _)) = open {
            let inside = self.text[from..].trim_end();
            if !inside.is_empty() {
                self.add(DetailKind::Quotation, from..from + inside.len());
            }
        }
    }

    fn dates(&mut self) {
        let all: Vec<&str> = (0..self.words.len()).map(|at| self.word(at)).collect();
        let mut is: Vec<bool> = (0..all.len())
            .map(|at| is_date(&self.lower[at], at, &all) || is_iso(all[at]))
            .collect();
        let day = |at: usize| {
            all[at]
                .parse::<u8>()
                .is_ok_and(|day| (1..=31).contains(&day))
        };
        let months: Vec<usize> = (0..all.len())
            .filter(|at| is[*at] && !all[*at].starts_with(|c: char| c.is_ascii_digit()))
            .collect();
        for at in months {
            for beside in [at.checked_sub(1), Some(at + 1)].into_iter().flatten() {
                if beside < all.len() && day(beside) {
                    is[beside] = true;
                }
            }
        }
        self.runs(DetailKind::Date, &is);
    }

    fn numbers(&mut self) {
        let mut is: Vec<bool> = self.lower.iter().map(|word| is_number(word)).collect();
        for at in 1..is.len() {
            let per_cent =
                self.lower[at] == "per" && self.lower.get(at + 1).is_some_and(|w| w == "cent");
            let cent = self.lower[at] == "cent" && self.lower[at - 1] == "per";
            is[at] = is[at] || (is[at - 1] && (per_cent || cent));
        }
        // In "cent" of "per cent" alone there is no number.
        for at in 1..is.len() {
            if self.lower[at] == "cent" && self.lower[at - 1] == "per" && !is[at - 1] {
                is[at] = false;
            }
        }
        self.runs(DetailKind::Number, &is);
    }

    fn superlatives(&mut self) {
        let is: Vec<bool> = (0..self.lower.len())
            .map(|at| is_superlative(&self.lower, at))
            .collect();
        for (at, is) in is.into_iter().enumerate() {
            if is && !self.taken[at] {
                self.take(DetailKind::Superlative, at..at + 1);
            }
        }
    }

    fn titles(&mut self, case: &Case) {
        let mut known: Vec<Vec<String>> = TITLES.iter().map(|title| in_words(title)).collect();
        for record in &case.records {
            if let Body::Party(party) = &record.body {
                known.extend(party.role.get().map(|role| in_words(role)));
            }
        }
        known.sort_by_key(|words| std::cmp::Reverse(words.len()));
        self.known(DetailKind::Title, &known);
    }

    /// Parties and places of the case wherever they stand, then any other run of words with capitals.
    fn names(&mut self, case: &Case) {
        let (mut parties, mut places) = (vec![], vec![]);
        for record in &case.records {
            let (names, place): (Vec<&String>, Option<&String>) = match &record.body {
                Body::Party(p) => {
                    let other = p.aka.items().iter().map(|aka| &aka.value);
                    (p.name.get().into_iter().chain(other).collect(), None)
                }
                Body::Casualty(c) => (vec![], given(&c.place)),
                Body::Event(e) => (vec![], given(&e.place)),
                _ => (vec![], None),
            };
            parties.extend(names.into_iter().map(|name| in_words(name)));
            places.extend(place.map(|name| in_words(name)));
        }
        parties.sort_by_key(|words| std::cmp::Reverse(words.len()));
        self.known(DetailKind::Name, &parties);
        self.known(DetailKind::Place, &places);
        self.capitals();
    }

    /// Marks every place where one of some runs of folded words stands.
    fn known(&mut self, kind: DetailKind, known: &[Vec<String>]) {
        let folded: Vec<String> = self
            .lower
            .iter()
            .map(|word| bare(&fold(word)).to_owned())
            .collect();
        for run in known.iter().filter(|run| !run.is_empty()) {
            for at in 0..=folded.len().saturating_sub(run.len()) {
                let range = at..at + run.len();
                let here = folded.get(range.clone()) == Some(run.as_slice());
                if here && !self.taken[range.clone()].contains(&true) {
                    self.take(kind, range);
                }
            }
        }
    }

    fn capitals(&mut self) {
        let mut at = 0;
        while at < self.words.len() {
            let mut end = at;
            while end < self.words.len() && self.may_be_name(end) && (end == at || self.joined(end))
            {
                end += 1;
            }
            // A first word has its capital anyway.
            let alone_at_start = end == at + 1 && self.begins_sentence(at);
            if end > at && !alone_at_start {
                let placed = at
                    .checked_sub(1)
                    .is_some_and(|b| BEFORE_PLACES.contains(&self.lower[b].as_str()));
                let kind = if placed {
                    DetailKind::Place
                } else {
                    DetailKind::Name
                };
                self.take(kind, at..end);
            }
            at = end.max(at + 1);
        }
    }

    fn may_be_name(&self, at: usize) -> bool {
        let word = self.word(at);
        let first_person = word == "I" || word.starts_with("I’") || word.starts_with("I'");
        !self.taken[at] && word.starts_with(char::is_uppercase) && !first_person
    }

    /// True if nothing but a space stands between a word and the one before it.
    fn joined(&self, at: usize) -> bool {
        let between = &self.text[self.words[at - 1].end..self.words[at].start];
        between.trim().is_empty()
    }

    fn begins_sentence(&self, at: usize) -> bool {
        let before = self.text[..self.words[at].start].trim_end();
        before.is_empty()
            || before.ends_with([
                '.', '!', '?', ':', '“', '"', '«', '‘', '(', '¿', '¡', '—', '„',
            ])
    }
}

fn given(field: &Field<String>) -> Option<&String> {
    field.get()
}

fn is_iso(word: &str) -> bool {
    word.len() > 4 && crate::case::Date::parse(word).is_ok()
}

/// The folded words of a name, without the article before and the genitive behind it.
fn in_words(name: &str) -> Vec<String> {
    let words = split(name);
    let folded = words
        .into_iter()
        .map(|word| bare(&fold(&name[word])).to_owned());
    let words: Vec<String> = folded.collect();
    match words.split_first() {
        Some((first, rest)) if !rest.is_empty() && matches!(first.as_str(), "the" | "a" | "an") => {
            rest.to_vec()
        }
        _ => words,
    }
}

/// A word without the genitive.
fn bare(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
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
}
