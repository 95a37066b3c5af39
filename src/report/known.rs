//! What is known of a case besides its files: what people ruled and what the machine finds, by sentence and record.

use super::account::{Because, FindingRow, Remark, RulingRow};
use super::redact::COVERED;
use super::sign::Sign;
use super::{Redaction, finding};
use crate::case::{Case, Node, Problem, RecordIx, Severity};
use crate::ruling::{self, Asked, Logs, Part, Ruled, Saw, Standing, Standings};
use crate::text::Span;
use crate::verify::{Findings, figures};
use std::collections::{HashMap, HashSet};

/// What is known of one sentence, claim or record.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// How it stands; none for what does not stand or fall.
    pub standing: Option<Standing>,
    /// Why a ruling on it fell.
    pub because: Vec<Because>,
    /// What people ruled on it.
    pub rulings: Vec<RulingRow>,
    /// Questions and notes of people.
    pub remarks: Vec<Remark>,
    /// What the machine finds in it.
    pub findings: Vec<FindingRow>,
    /// Where its words stand: the source and the bytes of its text.
    pub stands_in: Option<(RecordIx, Vec<Span>)>,
}

/// All of it. Texts in it are safe to show, and what is held back is covered.
#[derive(Clone, Debug, Default)]
pub struct Known {
    about: HashMap<Node, About>,
    /// Rulings whose sentence or claim is gone.
    pub gone: Vec<RulingRow>,
    /// What stands in the way of signing off, in words, but for how the sentences stand and for replies.
    pub unmet: Vec<String>,
    /// The claims that a lawyer should see and has not cleared as they are now.
    pub uncleared: HashSet<RecordIx>,
}

/// What else keeps a story from being signed off: what is counted among neither sentences nor allegations.
fn unmet(case: &Case, logs: &Logs, all: &Standings) -> Vec<String> {
    let states = || all.states().into_iter();
    let apart = states().filter(|(node, standing)| match node {
        Node::Record(ix) => !ruling::is_in_draft(case, *ix) && !Sign::is_done(*standing),
        Node::Sentence(_) => false,
    });
    let by_author = states().filter(|(node, _)| {
        let own = all.of(*node).is_some_and(|stand| stand.self_check);
        own && !case.policy.allows_self_check()
    });
    let asked = logs.questions().into_iter();
    let damaged = logs.files.iter();
    let counts = [
        (apart.count(), "open claims that no sentence cites"),
        (by_author.count(), "checked only by the author"),
        (
            ruling::to_clear(case, all).len(),
            "for legal review, not cleared",
        ),
        (
            asked.filter(|asked| asked.answer.is_none()).count(),
            "asked and not answered in the house",
        ),
        (
            damaged
                .map(|log| log.damaged - log.torn.min(log.damaged))
                .sum(),
            "damaged in the logs",
        ),
    ];
    let counts = counts.into_iter().filter(|(n, _)| *n > 0);
    counts.map(|(n, what)| format!("{n} {what}")).collect()
}

impl Known {
    /// What is known of a sentence or record, to add to it.
    pub fn at(&mut self, node: Node) -> &mut About {
        self.about.entry(node).or_default()
    }

    /// What is known of a sentence or record.
    pub fn of(&self, node: Node) -> Option<&About> {
        self.about.get(&node)
    }

    /// How a sentence or claim stands; to check where nothing is known.
    pub fn standing(&self, node: Node) -> Standing {
        let about = self.of(node);
        about.and_then(|a| a.standing).unwrap_or(Standing::ToCheck)
    }

    /// Adds the faults of the files: a story with an error in them is not ready.
    pub fn add_faults<'a>(&mut self, problems: impl IntoIterator<Item = &'a Problem>) {
        let problems = problems.into_iter();
        let errors = problems.filter(|p| p.severity == Severity::Error);
        match errors.count() {
            0 => {}
            1 => self.unmet.push("1 error in the files".to_owned()),
            n => self.unmet.push(format!("{n} errors in the files")),
        }
    }

    /// Adds what people ruled, asked and answered.
    pub fn add_rulings(&mut self, case: &Case, logs: &Logs, all: &Standings, hide: &Redaction) {
        for (node, standing) in all.states() {
            self.at(node).standing = Some(standing);
            let Some(stand) = all.of(node) else {
                continue;
            };
            let because = stand.because.iter().map(|b| told_because(case, hide, b));
            let rulings = stand.rulings.iter().chain(&stand.legal);
            let rulings = rulings.map(|ruled| ruling_row(case, logs, hide, (ruled, None)));
            let about = self.at(node);
            about.because = because.collect();
            about.rulings = rulings.collect();
        }
        for gone in &all.gone {
            self.gone.push(ruling_row(
                case,
                logs,
                hide,
                (&gone.ruled, Some(&gone.words)),
            ));
        }
        self.uncleared = ruling::to_clear(case, all).into_iter().collect();
        self.unmet.extend(unmet(case, logs, all));
        let away = all.not_here();
        if away > 0 {
            self.unmet.push(format!(
                "{away} not re-checked here, since a source is not on this machine"
            ));
        }
        for asked in logs.questions() {
            self.add_question(case, hide, &asked);
        }
    }

    fn add_question(&mut self, case: &Case, hide: &Redaction, asked: &Asked<'_>) {
        let Some(node) = asked
            .entry
            .about
            .as_ref()
            .and_then(|about| node_of(case, about))
        else {
            return;
        };
        let remarks = &mut self.at(node).remarks;
        remarks.push(Remark {
            by: hide.cover(&asked.entry.by),
            to: asked.question.to.as_ref().map(|to| hide.cover(to)),
            on: day(&asked.entry.at),
            words: hide.cover(&asked.question.words),
        });
        if let Some((entry, answer)) = asked.answer {
            remarks.push(Remark {
                by: hide.cover(&entry.by),
                to: None,
                on: day(&entry.at),
                words: hide.cover(&format!("answers: {}", answer.words)),
            });
        }
    }

    /// Adds what the machine finds of quotations.
    pub fn add_quotes(&mut self, case: &Case, findings: &Findings, hide: &Redaction) {
        for (ix, found) in findings.quotes() {
            let about = self.at(Node::Record(ix));
            about.findings.push(finding::row(case, hide, found));
            about.stands_in = found
                .found()
                .and_then(|text| Some((case.find(&text.source)?, found.finding.spans.clone())));
        }
        let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
        for (at, _) in (0u32..).zip(sentences) {
            let found = findings.of_sentence(at).iter();
            let rows: Vec<FindingRow> = found
                .map(|quote| finding::row(case, hide, &quote.found))
                .collect();
            if !rows.is_empty() {
                self.at(Node::Sentence(at)).findings.extend(rows);
            }
        }
    }
}

impl Known {
    /// Adds what the machine finds of numbers and dates, of claims and of the draft's own sentences.
    pub fn add_figures(&mut self, case: &Case, hide: &Redaction) {
        for (node, judged) in figures::judge_all(case) {
            let rows: Vec<FindingRow> = judged
                .iter()
                .map(|judged| finding::figure_row(case, hide, judged))
                .collect();
            if !rows.is_empty() {
                self.at(node).findings.extend(rows);
            }
        }
    }
}

/// What a line is about today: a claim by its id, a sentence by its words.
fn node_of(case: &Case, about: &ruling::About) -> Option<Node> {
    if !about.is_sentence() {
        return case.find(&about.claim).map(Node::Record);
    }
    let draft = case.draft.as_ref()?;
    let same = |words: &str| words.split_whitespace().eq(about.words.split_whitespace());
    let by_words = draft
        .sentences
        .iter()
        .position(|sentence| same(&sentence.words));
    let by_line = || draft.named(about.claim.strip_prefix("draft#")?);
    let at = if about.words.is_empty() {
        by_line()
    } else {
        by_words
    };
    Some(Node::Sentence(u32::try_from(at?).ok()?))
}

fn told_because(case: &Case, hide: &Redaction, because: &ruling::Because) -> Because {
    let hidden = hide.hides_logged(case, &because.reference);
    let part = because.part.words();
    if hidden {
        let back = hide.cover("held back");
        return Because {
            part: hide.cover(part),
            was: back.clone(),
            now: back,
        };
    }
    let part = match because.part {
        Part::Evidence | Part::Passages if !because.reference.is_empty() => {
            format!("{part}, {}", because.reference)
        }
        Part::Says
        | Part::Draft
        | Part::Test
        | Part::Evidence
        | Part::Passages
        | Part::Finding
        | Part::Seal => part.to_owned(),
    };
    Because {
        part: hide.cover(&part),
        was: hide.cover(&because.was),
        now: hide.cover(&because.now),
    }
}

/// A ruling as it is told; the words are those of what is gone, else those it was given for.
pub fn ruling_row(
    case: &Case,
    logs: &Logs,
    hide: &Redaction,
    (ruled, words): (&Ruled, Option<&str>),
) -> RulingRow {
    let seal = logs.find(&ruled.id).and_then(|entry| entry.seal.as_ref());
    let sealed = seal.and_then(|seal| seal.draft.first().or(seal.says.as_ref()));
    let given_for = words.or(sealed.map(String::as_str)).unwrap_or_default();
    let mut saw: Vec<String> = ruled
        .saw
        .iter()
        .map(|saw| how_seen(*saw).to_owned())
        .collect();
    if !ruled.seen.is_empty() {
        let seen = ruled
            .seen
            .iter()
            .filter(|seen| !hide.hides_logged(case, seen))
            .map(|seen| hide.cover(seen).plain());
        let mut seen: Vec<String> = seen.collect();
        if seen.len() < ruled.seen.len() {
            seen.push(COVERED.to_owned());
        }
        saw.push(format!("opened {}", seen.join(", ")));
    }
    if ruled.self_check {
        saw.push("by an author of the story".to_owned());
    }
    RulingRow {
        ruling: ruled.ruling.word().replace('-', " "),
        by: hide.cover(&ruled.by),
        on: day(&ruled.at),
        saw: hide.cover(&saw.join(", ")).plain(),
        given_for: hide.cover(given_for),
        why: ruled.why.as_ref().map(|why| hide.cover(why)),
        fix: ruled.fix.as_ref().map(|fix| hide.cover(fix)),
        counts: ruled.is_valid(),
    }
}

/// How something was seen, for readers who do not know the words of the log.
const fn how_seen(saw: Saw) -> &'static str {
    match saw {
        Saw::Primary => "saw the source itself",
        Saw::Via => "saw what it was read in, not the source itself",
        Saw::Recording => "heard the recording",
        Saw::Call => "asked the source in a call",
    }
}

/// The day and minute of a time in a log.
pub fn day(at: &str) -> String {
    let shown = crate::text::safe::shown(at).plain();
    match (shown.get(..10), shown.get(11..16)) {
        (Some(day), Some(time)) if at.is_ascii() => format!("{day} {time}"),
        _ => shown,
    }
}

#[cfg(test)]
mod tests {
    use super::{Because, told_because};
    use crate::case::{Input, InputRole, read};
    use crate::report::Redaction;
    use crate::ruling::{self, Part};

    fn told(reference: &str, redacts: bool) -> Because {
        let yaml = "format: casefile/1\ncase: small\nquotes:\n  q-open: {who: p, printed: nobody asked us}\n";
        let input = Input {
            path: "case.yaml".to_owned(),
            bytes: yaml.as_bytes().to_vec(),
            role: InputRole::Case,
        };
        let (case, _) = read("small", vec![input]);
        let hide = if redacts {
            Redaction::of(&case)
        } else {
            Redaction::none(&case)
        };
        let because = ruling::Because {
            part: Part::Evidence,
            reference: reference.to_owned(),
            was: "he took the money".to_owned(),
            now: String::new(),
        };
        told_because(&case, &hide, &because)
    }

    #[test]
    fn words_of_a_record_that_the_case_no_longer_has_are_held_back() {
        assert_eq!(
            told("q-open.printed", true).was.as_str(),
            "he took the money"
        );
        let gone = told("q-secret.printed", true);
        assert!(!gone.was.as_str().contains("money") && !gone.part.as_str().contains("secret"));
        assert_eq!(
            told("q-secret.printed", false).was.as_str(),
            "he took the money"
        );
    }
}
