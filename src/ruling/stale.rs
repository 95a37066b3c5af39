//! What was sealed, held against what is there now: what changed, and what cannot be told on this machine.

use super::about::folded;
use super::protect::{same, veiled};
use super::seal::{Evidence, Seal};
use super::sealed_passage::{SealedPassage, sum};
use crate::case::Case;
use crate::text::fold::fold;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// A part of a seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The claim's sentence.
    Says,
    /// The draft's sentences.
    Draft,
    /// The test of a number or date.
    Test,
    /// A field of what is cited.
    Evidence,
    /// Words of a source.
    Passages,
    /// What the machine says.
    Finding,
    /// The seal itself: there is none.
    Seal,
}

impl Part {
    /// The word in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Says => "says",
            Self::Draft => "draft",
            Self::Test => "test",
            Self::Evidence => "evidence",
            Self::Passages => "passages",
            Self::Finding => "finding",
            Self::Seal => "seal",
        }
    }

    /// The words for it on screen.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Says => "what the claim says",
            Self::Draft => "the sentence in the draft",
            Self::Test => "what its number or date is tested against",
            Self::Evidence => "a record it stands on",
            Self::Passages => "the words of a source",
            Self::Finding => "what the machine finds",
            Self::Seal => "nothing says what it was given for",
        }
    }
}

/// One thing that is not as it was when a ruling was given.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Because {
    /// Which part.
    pub part: Part,
    /// What in it: `permit-feb6.value.amount`, `article#par2`, `number.prints`; empty for words of the story.
    #[serde(rename = "ref")]
    pub reference: String,
    /// As it was; empty if it was not there.
    pub was: String,
    /// As it is; empty if it is not there any more.
    pub now: String,
}

/// What became of a seal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// What changed; nothing if it holds.
    pub because: Vec<Because>,
    /// Files it was given for that are not on this machine; what stands in them is taken to be unchanged.
    pub not_here: Vec<String>,
    /// Sources whose file changed elsewhere than in the words that were sealed.
    pub around: Vec<String>,
}

/// The files of sources that are on this machine, with their hashes.
#[derive(Clone, Debug, Default)]
pub struct Here(HashMap<String, String>);

impl Here {
    /// What is here of a case.
    pub fn of(case: &Case) -> Self {
        let mut here = HashMap::new();
        for holding in case.holdings.values() {
            if let Some(path) = &holding.path {
                let sum = sum(holding);
                // A protected source's file is sealed by the hash of its path.
                here.insert(veiled(path, true), sum.clone());
                here.insert(path.clone(), sum);
            }
        }
        Self(here)
    }
}

/// Holds a seal against one made now.
pub fn compare(sealed: &Seal, now: &Seal, here: &Here) -> Compared {
    let mut all = Compared::default();
    let because = &mut all.because;
    if sealed.says != now.says {
        because.push(Because {
            part: Part::Says,
            reference: String::new(),
            was: sealed.says.clone().unwrap_or_default(),
            now: now.says.clone().unwrap_or_default(),
        });
    }
    because.extend(drafts(&sealed.draft, &now.draft));
    because.extend(tests(&sealed.test, &now.test));
    because.extend(evidence(&sealed.evidence, &now.evidence));
    let read_now = passages(sealed, now, here, &mut all);
    // Findings made of other texts than those that were read then cannot be compared.
    if all.because.is_empty() && all.not_here.is_empty() && read_now {
        all.because.extend(findings(sealed, now));
    }
    all
}

fn findings(sealed: &Seal, now: &Seal) -> Option<Because> {
    let (was, now) = (sealed.finding.as_ref()?, now.finding.as_ref()?);
    (was != now).then(|| Because {
        part: Part::Finding,
        reference: String::new(),
        was: was.clone(),
        now: now.clone(),
    })
}

/// Compares the passages that were sealed; true if those read now are the same ones, in the same files.
fn passages(sealed: &Seal, now: &Seal, here: &Here, all: &mut Compared) -> bool {
    let mut read_now = sealed.passages.keys().eq(now.passages.keys());
    // Where a record names another place, the evidence says so.
    let told = all.because.iter().any(|b| b.part == Part::Evidence);
    for (name, was) in &sealed.passages {
        let is = now.passages.get(name);
        if let Some(is) = is.filter(|is| same(&is.file, &was.file)) {
            if differ(was, is) {
                all.because.push(changed(name, was, is));
            }
            continue;
        }
        read_now = false;
        match (here.0.get(&was.file), is) {
            (None, _) => add(&mut all.not_here, told_file(was)),
            // It is read in another text now, and the one it was read in then is another, too.
            (Some(sum), Some(is)) if !told && sealed.files.get(&was.file) != Some(sum) => {
                all.because.push(changed(name, was, is));
            }
            // The file is as it was; or it is not cited any more, which the evidence says.
            (Some(_), _) => {}
        }
    }
    for (path, sum) in &sealed.files {
        match here.0.get(path) {
            None => {
                let of = sealed.passages.values().find(|p| p.file == *path);
                add(&mut all.not_here, of.map_or(path.clone(), told_file));
            }
            Some(now) if now != sum => {
                let read = sealed.passages.iter().filter(|(_, p)| p.file == *path);
                for (name, passage) in read {
                    let told = all
                        .because
                        .iter()
                        .any(|b| b.part == Part::Passages && b.reference == *name);
                    if !told {
                        add(&mut all.around, passage.source.clone());
                    }
                }
            }
            Some(_) => {}
        }
    }
    read_now
}

fn add(all: &mut Vec<String>, one: String) {
    if !all.contains(&one) {
        all.push(one);
    }
}

/// The file a passage was read in, in words for people: a protected source's file goes by the source's id.
fn told_file(passage: &SealedPassage) -> String {
    if super::protect::is_veiled(&passage.file) {
        format!("the text of {}", passage.source)
    } else {
        passage.file.clone()
    }
}

/// True if a passage is another one. A whole file goes by the sum of its bytes; where its words are kept, line ends and
/// other white space do not count.
fn differ(was: &SealedPassage, is: &SealedPassage) -> bool {
    let kept = was.words.is_some() && was.words == is.words;
    let beside = was.before == is.before && was.after == is.after;
    was.hash != is.hash && !(kept && beside)
}

fn changed(name: &str, was: &SealedPassage, is: &SealedPassage) -> Because {
    let same_words = was.words == is.words && was.ends == is.ends;
    let (mut before, mut after) = (spoken(was, same_words), spoken(is, same_words));
    if before == after {
        // What differs is not kept in words.
        for (text, passage) in [(&mut before, was), (&mut after, is)] {
            text.push_str(&format!(" (SHA-256 {}…)", first_digits(passage)));
        }
    }
    Because {
        part: Part::Passages,
        reference: name.to_owned(),
        was: before,
        now: after,
    }
}

fn first_digits(passage: &SealedPassage) -> &str {
    passage.hash.get(..12).unwrap_or(&passage.hash)
}

/// A passage in words; with those beside it where they are what changed.
fn spoken(passage: &SealedPassage, with_sides: bool) -> String {
    let words = match (&passage.words, &passage.ends) {
        (Some(words), _) => words.clone(),
        (None, Some([first, last])) => format!("{first} […] {last}"),
        (None, None) => {
            return format!("(kept as a hash) {}", first_digits(passage));
        }
    };
    match (with_sides, &passage.before, &passage.after) {
        (true, Some(before), Some(after)) => folded(&format!("{before} {words} {after}")),
        _ => words,
    }
}

/// Sentences that went, each beside the one that most likely came for it.
fn drafts(was: &[String], now: &[String]) -> Vec<Because> {
    let gone: Vec<&String> = was.iter().filter(|w| !now.contains(w)).collect();
    let mut came: Vec<&String> = now.iter().filter(|n| !was.contains(n)).collect();
    let mut all = vec![];
    let because = |was: &str, now: &str| Because {
        part: Part::Draft,
        reference: String::new(),
        was: was.to_owned(),
        now: now.to_owned(),
    };
    for was in gone {
        let nearest = (0..came.len()).max_by_key(|at| shared(was, came[*at]));
        let now = nearest.map(|at| came.remove(at));
        all.push(because(was, now.map_or("", String::as_str)));
    }
    all.extend(came.into_iter().map(|now| because("", now)));
    all
}

/// How many words two texts share.
pub(super) fn shared(a: &str, b: &str) -> usize {
    let (a, b) = (fold(a), fold(b));
    let mut left: HashMap<&str, usize> = HashMap::new();
    for word in b.split(' ').filter(|word| !word.is_empty()) {
        *left.entry(word).or_default() += 1;
    }
    let mut n = 0;
    for word in a.split(' ') {
        if let Some(count) = left.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            n += 1;
        }
    }
    n
}

fn tests(was: &Value, now: &Value) -> Vec<Because> {
    let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
    leaves(was, "", &mut before);
    leaves(now, "", &mut after);
    differing(&before, &after)
        .map(|(name, was, now)| Because {
            part: Part::Test,
            reference: name.to_owned(),
            was: was.to_owned(),
            now: now.to_owned(),
        })
        .collect()
}

/// Every text of some JSON by its dotted name.
fn leaves(value: &Value, name: &str, all: &mut BTreeMap<String, String>) {
    let below = |key: &str| {
        let dot = if name.is_empty() { "" } else { "." };
        format!("{name}{dot}{key}")
    };
    match value {
        Value::Null if name.is_empty() => {}
        Value::Object(map) => map
            .iter()
            .for_each(|(key, value)| leaves(value, &below(key), all)),
        Value::Array(items) => {
            for (n, item) in (1..).zip(items) {
                leaves(item, &below(&i32::to_string(&n)), all);
            }
        }
        Value::String(text) => {
            all.insert(name.to_owned(), text.clone());
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {
            all.insert(name.to_owned(), value.to_string());
        }
    }
}

/// The names under which two maps differ, with both values; a missing one is empty.
fn differing<'a>(
    was: &'a BTreeMap<String, String>,
    now: &'a BTreeMap<String, String>,
) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> {
    let gone = was.iter().filter_map(|(name, was)| match now.get(name) {
        Some(now) if same(was, now) => None,
        now => Some((name.as_str(), was.as_str(), now.map_or("", String::as_str))),
    });
    let came = now.iter().filter(|(name, _)| !was.contains_key(*name));
    gone.chain(came.map(|(name, now)| (name.as_str(), "", now.as_str())))
}

fn evidence(was: &Evidence, now: &Evidence) -> Vec<Because> {
    let mut all: Vec<Because> = vec![];
    let mut push = |reference: String, was: &str, now: &str| {
        let because = Because {
            part: Part::Evidence,
            reference,
            was: was.to_owned(),
            now: now.to_owned(),
        };
        // A record and one of its fields may both be cited.
        if !all.contains(&because) {
            all.push(because);
        }
    };
    for (reference, fields) in was {
        match now.get(reference) {
            Some(fields_now) => {
                for (name, was, now) in differing(fields, fields_now) {
                    push(format!("{}.{name}", id_of(reference)), was, now);
                }
            }
            None => push(reference.clone(), &in_one_line(fields), ""),
        }
    }
    for (reference, fields) in now
        .iter()
        .filter(|(reference, _)| !was.contains_key(*reference))
    {
        push(reference.clone(), "", &in_one_line(fields));
    }
    all
}

fn id_of(reference: &str) -> &str {
    reference.split(['#', '.']).next().unwrap_or(reference)
}

fn in_one_line(fields: &BTreeMap<String, String>) -> String {
    if fields.is_empty() {
        return "cited".to_owned();
    }
    let told: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    told.join(" · ")
}
