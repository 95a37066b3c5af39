//! The case on the desk, as last read, with all that is computed of it.

use super::Spot;
use crate::case::{Case, Kind, Moment, Problem, RecordIx, timeline};
use crate::ruling::{
    Allegation, Assessment, Condition, Logs, Machine, Since, Stand, Standing, Standings, Story,
    Tally, Thing, Unmet, allegations,
};
use crate::verify::QuoteFinding;
use std::collections::HashMap;
use std::sync::Arc;

/// The case on the desk, as last read, with what is computed of it once a reading.
#[derive(Clone, Debug)]
pub struct Open {
    /// The case.
    pub case: Arc<Case>,
    /// Its faults, in the order of the files; those that comparing finds as soon as it has.
    pub problems: Arc<Vec<Problem>>,
    /// Those that the files alone show.
    pub faults: Arc<Vec<Problem>>,
    /// What people ruled.
    pub logs: Arc<Logs>,
    /// What is computed of it; before its quotations are compared, as far as that goes.
    pub assessed: Arc<Assessment>,
    /// Who is accused of what, and what came of it.
    pub allegations: Arc<Vec<Allegation>>,
    /// Everything that has a date, earliest first.
    pub moments: Arc<Vec<Moment>>,
    /// What keeps the story from being signed off; nothing if it is ready.
    pub unmet: Arc<Vec<Unmet>>,
    /// How the sentences stand.
    pub tally: Tally,
    /// How many records of each kind there are, in the order of [`Kind::ALL`].
    pub kinds: [usize; Kind::ALL.len()],
    /// Who signed the story off, if that holds: nothing is open and the draft is the one they signed.
    pub signed_by: Option<String>,
    /// Which reading of a case this is, each later one having a higher number: what is computed of another one is passed over.
    pub reading: u64,
    /// What happened since the person was here last.
    pub since: Option<Arc<Since>>,
    /// What the machine said of some of them, while the others are being compared.
    pub early: HashMap<RecordIx, QuoteFinding>,
    /// True once all are compared.
    pub compared: bool,
}

impl Open {
    /// A case as read; `reading` is the number of that.
    pub fn new(reading: u64, case: Case, problems: Vec<Problem>, logs: Logs) -> Self {
        let standings = Standings::new(&case, &logs, &Machine::default());
        let problems = Arc::new(problems);
        let mut open = Self {
            unmet: Arc::default(),
            allegations: Arc::new(allegations(&case)),
            moments: Arc::new(timeline(&case)),
            tally: tally(&case, &standings),
            kinds: kinds(&case),
            reading,
            early: HashMap::new(),
            since: None,
            signed_by: None,
            compared: false,
            case: Arc::new(case),
            faults: Arc::clone(&problems),
            problems,
            logs: Arc::new(logs),
            assessed: Arc::new(Assessment {
                standings,
                ..Assessment::default()
            }),
        };
        open.unmet = Arc::new(open.story().readiness());
        open
    }

    fn story(&self) -> Story<'_> {
        Story {
            case: &self.case,
            logs: &self.logs,
            standings: &self.assessed.standings,
            problems: &self.problems,
        }
    }

    /// Everything that keeps the story from being signed off, one by one.
    pub fn things(&self) -> impl Iterator<Item = (Condition, &Thing)> {
        let all = self.unmet.iter();
        all.flat_map(|unmet| unmet.things.iter().map(|thing| (unmet.condition, thing)))
    }

    /// The one of these things with this number.
    pub fn thing(&self, at: u32) -> Option<(Condition, &Thing)> {
        self.things().nth(at as usize)
    }
}

impl Open {
    /// What the machine says of a quote, if it was compared.
    pub fn finding(&self, quote: RecordIx) -> Option<&QuoteFinding> {
        let early = self.early.get(&quote);
        early.or_else(|| self.assessed.findings.get(quote))
    }

    /// How a claim or sentence stands; none for everything else.
    pub fn stand(&self, spot: Spot) -> Option<&Stand> {
        self.assessed.standings.of(spot.node()?)
    }

    /// The state of a claim or sentence.
    pub fn state(&self, spot: Spot) -> Standing {
        self.stand(spot)
            .map_or(Standing::ToCheck, |stand| stand.state)
    }

    /// Takes what was computed once the quotations were compared.
    pub fn take_assessment(&mut self, assessed: Arc<Assessment>) {
        let mut problems = Vec::clone(&self.faults);
        problems.extend(assessed.problems.iter().cloned());
        problems.sort_by_key(|problem| (problem.file, problem.span.start));
        self.problems = Arc::new(problems);
        self.tally = tally(&self.case, &assessed.standings);
        self.assessed = assessed;
        self.unmet = Arc::new(self.story().readiness());
        self.signed_by = self.story().signed_off().map(|ruled| ruled.by.clone());
        self.early.clear();
        self.compared = true;
    }
}

fn tally(case: &Case, standings: &Standings) -> Tally {
    let draft = case.draft.as_ref();
    draft.map_or_else(Tally::new, |draft| standings.tally(draft))
}

fn kinds(case: &Case) -> [usize; Kind::ALL.len()] {
    let mut counts = [0; Kind::ALL.len()];
    for record in &case.records {
        counts[record.kind().index()] += 1;
    }
    counts
}
