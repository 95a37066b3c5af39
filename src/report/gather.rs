//! Gathers the account of a case: the draft in its order, each sentence with its claims and notes, then the rest.

use super::account::{Account, ClaimRow, Count, Readiness, Row};
use super::known::Known;
use super::note::{Note, Notes, fold_repeated, sources};
use super::open_words::{hint, still_open};
use super::replies::{self, AllegationRow};
use super::{Redaction, chart, todo};
use crate::case::records::{Claim, DateTest, NumberTest};
use crate::case::{
    Amount, Body, Case, Field, Kind, Node, Prints, RecordIx, Ref, Sentence, SentenceKind, titles,
};
use crate::ruling::{Condition, Sign, Tally, Unmet};
use crate::text::Shown;
use crate::verify::Language;
use crate::wording::spoken;
use jiff::civil;
use std::collections::HashMap;

/// The account of a case.
pub fn account(case: &Case, known: &Known, hide: &Redaction, made: civil::Date) -> Account {
    let allegations = replies::rows(case, hide, &known.uncleared);
    let mut draft = DraftTeller {
        notes: Notes { case, known, hide },
        allegations: replies::ByClaim::of(&allegations),
        printed: HashMap::new(),
        next: 1,
        counted: 0,
    };
    let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
    let rows: Vec<Row> = (0u32..)
        .zip(sentences)
        .map(|(ix, s)| draft.row(ix, s))
        .collect();
    let uncited = draft.claims_without_sentence();
    let ranges = chart::ranges(case, hide);
    let todo = todo::tasks(case, known, hide, &rows, &allegations);
    let allegations: Vec<AllegationRow> = allegations.into_iter().map(|(_, row)| row).collect();
    Account {
        case: hide.cover(&case.name),
        title: hide.cover(case.head.title.get().unwrap_or(&case.name)),
        question: case
            .head
            .question
            .get()
            .map(|question| hide.cover(question)),
        as_of: case.head.as_of.get().map(|day| day.spoken()),
        made: made.to_string(),
        lang: hide.cover(language(&rows)),
        team: team(case, hide),
        readiness: readiness(case, known),
        signed: known.signed.clone(),
        counts: counts(&known.counts),
        todo,
        rows,
        uncited,
        gone: known.gone.clone(),
        allegations,
        asked: replies::asked(case, hide),
        clashes: chart::clashes(case, hide),
        timeline: chart::dates(case, hide),
        ranges,
        sources: sources(case, hide),
        held_back: hide.count(),
    }
}

/// The draft's language, where enough of it is there to tell.
fn language(rows: &[Row]) -> &'static str {
    let text: Vec<&str> = rows.iter().take(40).map(|row| row.words.as_str()).collect();
    Language::guess(&text.join(" ")).tag().unwrap_or("en")
}

fn team(case: &Case, hide: &Redaction) -> Vec<Shown> {
    let members = case.head.team.get().map_or(&[][..], |team| &team.members);
    let told = members.iter().map(|(short, member)| {
        let name = member.name.get().unwrap_or(&short.value);
        let role = member
            .role
            .get()
            .map_or("", |role| crate::case::Choice::word(*role));
        hide.cover(format!("{name}, {role}").trim_end_matches([',', ' ']))
    });
    told.collect()
}

fn counts(tally: &Tally) -> Vec<Count> {
    let told = tally.iter().map(|(standing, n)| Count {
        sign: Sign::of(*standing),
        n: *n,
    });
    told.collect()
}

/// The story in one line: ready, or all that it lacks, the sentences first.
fn readiness(case: &Case, known: &Known) -> Readiness {
    let all: usize = known.counts.values().sum();
    let of_what = match (&case.draft, all) {
        (Some(_), 1) => "sentence",
        (Some(_), _) => "sentences",
        (None, 1) => "claim",
        (None, _) => "claims",
    };
    let unmet = || known.unmet.iter().map(|row| &row.unmet);
    let is_of_draft = |unmet: &&Unmet| matches!(unmet.condition, Condition::Sentences(_));
    let of_draft = unmet().filter(is_of_draft);
    let others = unmet().filter(|unmet| !is_of_draft(unmet));
    let left: Vec<String> = of_draft.chain(others).map(Unmet::counted).collect();
    let ready = left.is_empty();
    let words = match (ready, unmet().any(|unmet| is_of_draft(&unmet))) {
        (true, _) => format!("Ready: all {all} {of_what} stand, and every allegation was put."),
        (false, true) => format!("Not ready: of {all} {of_what}, {}.", left.join(", ")),
        (false, false) => format!("Not ready: {}.", left.join(", ")),
    };
    Readiness { ready, words }
}

/// Tells the draft from the first sentence to the last.
struct DraftTeller<'a> {
    notes: Notes<'a>,
    allegations: replies::ByClaim<'a>,
    /// The notes made so far, by reference and side: number and the sentence they are printed under.
    printed: HashMap<(String, bool), (usize, usize)>,
    next: usize,
    /// How many sentences that count were told.
    counted: usize,
}

impl DraftTeller<'_> {
    fn row(&mut self, ix: u32, sentence: &Sentence) -> Row {
        let case = self.notes.case;
        let node = Node::Sentence(ix);
        self.counted += usize::from(sentence.counts());
        let number = sentence.counts().then_some(self.counted);
        // Only what counts has marks, and so notes.
        let n = number.unwrap_or(0);
        let about = self.notes.known.of(node).cloned().unwrap_or_default();
        let mut notes = vec![];
        let mut claims = vec![];
        for cited in sentence.cites() {
            match case.find(&cited.id).map(|ix| (ix, &case.at(ix).body)) {
                Some((claim_ix, Body::Claim(claim))) => {
                    claims.push(self.claim(claim_ix, claim, Some((n, sentence)), &mut notes));
                }
                Some(_) => self.add(node, cited, false, n, &mut notes),
                None => {}
            }
        }
        fold_repeated(&mut notes);
        let (name, kind) = match sentence.kind {
            SentenceKind::Heading(h) => (format!("draft#h{h}"), "heading"),
            SentenceKind::Text => (format!("draft#l{}", sentence.line), "sentence"),
            SentenceKind::Caption => (format!("draft#l{}", sentence.line), "caption"),
        };
        Row {
            ix,
            n: number,
            name,
            line: sentence.line,
            kind,
            // The draft is to be printed as it is; only characters that hide are made visible.
            words: crate::text::safe::shown(&sentence.words),
            written: still_open(case, sentence),
            sign: sentence
                .counts()
                .then(|| Sign::of(self.notes.known.standing(node))),
            hint: hint(sentence),
            because: about.because,
            claims,
            notes,
            findings: about.findings,
            rulings: about.rulings,
            remarks: about.remarks,
            reply: self.allegations.of_sentence(case, &sentence.marks),
        }
    }

    /// A claim with its notes, which are added to `notes`.
    fn claim(
        &mut self,
        ix: RecordIx,
        claim: &Claim,
        at: Option<(usize, &Sentence)>,
        notes: &mut Vec<Note>,
    ) -> ClaimRow {
        let Notes { case, known, hide } = self.notes;
        let node = Node::Record(ix);
        let before = notes.len();
        let row = at.map_or(0, |(n, _)| n);
        for cited in claim.evidence.items() {
            self.add(node, &cited.value, false, row, notes);
        }
        for cited in claim.against.items() {
            self.add(node, &cited.value, true, row, notes);
        }
        let says = case.title(ix);
        let differs = at.is_none_or(|(_, sentence)| !same(&sentence.words, &says));
        let about = known.of(node).cloned().unwrap_or_default();
        ClaimRow {
            id: hide.cover(&case.at(ix).id.value),
            says: hide.cover(&says),
            differs,
            sign: Sign::of(known.standing(node)),
            test: test(claim).map(|test| covered_test(case, hide, &test)),
            findings: about.findings,
            because: about.because,
            rulings: about.rulings,
            legal: known.uncleared.contains(&ix),
            notes: notes[before..].iter().map(|note| note.n).collect(),
        }
    }

    /// Adds the note of a piece of evidence; one that was printed before is only named.
    fn add(&mut self, by: Node, cited: &Ref, against: bool, row: usize, notes: &mut Vec<Note>) {
        let Some(mut note) = self.notes.note(by, cited, against) else {
            return;
        };
        let key = (cited.to_string(), against);
        match self.printed.get(&key) {
            Some((n, at)) => {
                note.n = *n;
                note.before = Some(*at);
                if notes.iter().any(|other| other.n == *n) {
                    return;
                }
            }
            None => {
                note.n = self.next;
                self.next += 1;
                self.printed.insert(key, (note.n, row));
            }
        }
        notes.push(note);
    }

    /// Claims that no sentence of the draft cites.
    fn claims_without_sentence(&mut self) -> Vec<ClaimRow> {
        let case = self.notes.case;
        let mut rows = vec![];
        for (ix, record) in case.of_kind(Kind::Claim) {
            let cited = case
                .links
                .cited_by(ix)
                .any(|l| matches!(l.from, Node::Sentence(_)));
            if let (false, Body::Claim(claim)) = (cited, &record.body) {
                rows.push(self.claim(ix, claim, None, &mut vec![]));
            }
        }
        rows
    }
}

fn same(a: &str, b: &str) -> bool {
    let words = |text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text.trim_end_matches('.').to_owned()
    };
    words(a) == words(b)
}

/// What a claim's number or date is held against, in words.
fn test(claim: &Claim) -> Option<String> {
    if let Some(number) = claim.number.get() {
        return Some(number_test(number));
    }
    claim.date.get().map(|date| date_test(date))
}

fn number_test(test: &NumberTest) -> String {
    let prints = match &test.prints {
        Field::Given(prints) => match &prints.value {
            Prints::Amount(Amount::Number(n)) => titles::grouped(&n.to_string()),
            Prints::Amount(amount) => titles::amount(amount),
            Prints::Words(words) => words.clone(),
        },
        Field::Open(open) => open.value.word().to_owned(),
        Field::Absent | Field::Faulty(_) => "the number as written".to_owned(),
    };
    let how = test
        .how
        .get()
        .map_or(String::new(), |how| format!("{} ", how.word()));
    let unit = test
        .unit
        .get()
        .map_or(String::new(), |unit| format!(" {unit}"));
    format!(
        "number: {how}{prints}{unit}{}",
        held_against(&test.from, test.compute.get())
    )
}

fn date_test(test: &DateTest) -> String {
    let prints = test
        .prints
        .get()
        .map_or("the date as written".to_owned(), |p| p.spoken());
    let how = test
        .how
        .get()
        .map_or(String::new(), |how| format!("{} ", how.word()));
    format!(
        "date: {how}{prints}{}",
        held_against(&test.from, test.compute.get())
    )
}

/// A test as it may be shown: what it is held against is left out where that is held back.
fn covered_test(case: &Case, hide: &Redaction, test: &str) -> Shown {
    let at = [HELD_AGAINST, COMPUTED]
        .iter()
        .find_map(|words| test.find(words));
    let (prints, against) = test.split_at(at.unwrap_or(test.len()));
    if hide.hides_any(case, against) {
        hide.cover(&spoken(prints))
    } else {
        hide.cover(&spoken(test))
    }
}

const HELD_AGAINST: &str = ", held against ";
const COMPUTED: &str = ", computed: ";

fn held_against(from: &Field<Ref>, compute: Option<&crate::case::Compute>) -> String {
    match (from, compute) {
        (Field::Given(from), _) => format!("{HELD_AGAINST}{}", from.value),
        (Field::Open(open), _) => format!(", held against {}", open.value.word()),
        (_, Some(compute)) => format!("{COMPUTED}{}", compute.text),
        (Field::Absent | Field::Faulty(_), None) => String::new(),
    }
}
