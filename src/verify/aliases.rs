//! Names that mean the same party, found for the words of a quotation without walking through all parties.
use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::fold::fold;

use super::spelling::differing;

/// A party with more names than this is found by any word of them: pairing all its names would take the square.
const MOST_PAIRED: usize = 24;

/// The names of the parties that have several, indexed by the words by which a difference can be one of them.
#[derive(Debug, Default)]
pub struct Aliases {
    /// The names of each party, as given.
    parties: Vec<Vec<String>>,
    /// Runs of words that stand for a party, each under the rarest of its words.
    by_word: FxHashMap<String, Vec<Run>>,
}

/// A name of a party, or the part in which it differs from another name of it.
#[derive(Debug)]
struct Run {
    words: Vec<String>,
    /// An index into the parties.
    party: usize,
}

impl Aliases {
    /// Indexes the names of parties, one list a party; those with fewer than two names are never another name of anything.
    pub fn new(parties: impl IntoIterator<Item = Vec<String>>) -> Self {
        let several = parties.into_iter().filter(|names| names.len() > 1);
        let parties: Vec<Vec<String>> = several.collect();
        let runs: Vec<Run> = (0..)
            .zip(&parties)
            .flat_map(|(party, names)| {
                let runs = runs_of(names).into_iter();
                runs.map(move |words| Run { words, party })
            })
            .collect();
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        for word in runs.iter().flat_map(|run| &run.words) {
            *counts.entry(word).or_default() += 1;
        }
        let rarest = |run: &Run| {
            let words = run.words.iter();
            let rarest = words.min_by_key(|word| counts.get(word.as_str()).copied());
            rarest.cloned().unwrap_or_default()
        };
        let keys: Vec<String> = runs.iter().map(rarest).collect();
        let mut by_word: FxHashMap<String, Vec<Run>> = FxHashMap::default();
        for (key, run) in keys.into_iter().zip(runs) {
            by_word.entry(key).or_default().push(run);
        }
        Self { parties, by_word }
    }

    /// The names of each party that the printed words can name, in the order given: a word of two letters or more is
    /// among its names, and one of its names, or the part in which two of them differ, is printed in full.
    pub fn among(&self, printed: &[String]) -> Vec<Vec<String>> {
        let joined = printed.join(" ");
        let said = words_of(&joined);
        // `[P]eru` is read as one word too.
        let open: FxHashSet<String> = words_of(&joined.replace(['[', ']'], ""))
            .union(&said)
            .cloned()
            .collect();
        let runs = open.iter().filter_map(|word| self.by_word.get(word));
        let named = runs
            .flatten()
            .filter(|run| run.words.iter().all(|word| open.contains(word)));
        let mut parties: Vec<usize> = named.map(|run| run.party).collect();
        parties.sort_unstable();
        parties.dedup();
        let is_said = |names: &&Vec<String>| {
            let words = names.iter().flat_map(|name| words_of(name));
            words
                .into_iter()
                .any(|word| word.len() > 1 && said.contains(&word))
        };
        let names = parties.into_iter().map(|party| &self.parties[party]);
        names.filter(is_said).cloned().collect()
    }
}

/// The folded words of a text, each once.
fn words_of(text: &str) -> FxHashSet<String> {
    let folded = fold(text);
    let words = folded.split(' ').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The runs of words by which a party can be meant: its names and the parts in which two of them differ.
fn runs_of(names: &[String]) -> Vec<Vec<String>> {
    let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let split = |run: &str| run.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let mut runs: Vec<Vec<String>> =
        if names.len() > MOST_PAIRED || folded.iter().any(String::is_empty) {
            let words = folded.iter().flat_map(|name| name.split(' '));
            let words = words.filter(|word| !word.is_empty());
            words.map(|word| vec![word.to_owned()]).collect()
        } else {
            let pairs = folded
                .iter()
                .flat_map(|one| folded.iter().map(move |other| differing(one, other).0));
            folded
                .iter()
                .map(String::as_str)
                .chain(pairs)
                .map(split)
                .collect()
        };
    runs.sort_unstable();
    runs.dedup();
    runs
}

#[cfg(test)]
mod tests {
    use super::super::spelling::same_party;
    use super::Aliases;
    use crate::text::fold::fold;
    use proptest::prelude::*;

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_party_is_found_by_a_name_or_by_what_tells_two_of_its_names_apart() {
        let aliases = Aliases::new([
            owned(&["Ansgar Weidlich", "Ansgar Weydlich"]),
            owned(&["Global Affairs Canada", "GAC"]),
            owned(&["Ministry of Mines", "Ministry of Mining"]),
            owned(&["Nobody Else"]),
        ]);
        let found = |printed: &str| -> Vec<String> {
            let parties = aliases.among(&owned(&[printed]));
            parties.into_iter().map(|names| names[0].clone()).collect()
        };
        assert_eq!(found("Weidlich said no"), ["Ansgar Weidlich"]);
        assert_eq!(
            found("the GAC of Ansgar [W]eydlich"),
            ["Ansgar Weidlich", "Global Affairs Canada"]
        );
        assert_eq!(found("the Ministry of Water"), Vec::<String>::new());
        assert_eq!(found("the Ministry of Mining"), ["Ministry of Mines"]);
        assert_eq!(found("Nobody Else"), Vec::<String>::new());
    }

    /// Any word of any name, as all parties were walked through for it.
    fn walked(parties: &[Vec<String>], printed: &str) -> Vec<Vec<String>> {
        let folded = fold(printed);
        let said: Vec<&str> = folded.split(' ').filter(|word| word.len() > 1).collect();
        let is_said = |name: &String| fold(name).split(' ').any(|word| said.contains(&word));
        let several = parties.iter().filter(|names| names.len() > 1);
        let named = several.filter(|names| names.iter().any(is_said));
        named.cloned().collect()
    }

    proptest! {
        #[test]
        fn no_difference_is_judged_otherwise_than_with_all_parties(
            parties in prop::collection::vec(prop::collection::vec("([ab]{1,2} ){0,4}", 1..5), 0..4),
            printed in "([ab]{1,2} ){0,6}",
            other in "([ab]{1,2} ){0,4}",
            from in 0usize..6,
            to in 0usize..6,
        ) {
            let folded = fold(&printed);
            let words: Vec<&str> = folded.split(' ').collect();
            let run = words.get(from.min(to)..from.max(to)).unwrap_or_default().join(" ");
            let all = walked(&parties, &printed);
            let few = Aliases::new(parties).among(std::slice::from_ref(&printed));
            prop_assert_eq!(same_party(&few, &run, &fold(&other)), same_party(&all, &run, &fold(&other)));
        }
    }
}
