//! Finds every reference of a case and where it leads; those that lead nowhere are problems.

use super::check_draft::bare_ids;
use super::check_refs::Checker;
use super::check_via::circles;
use super::records::{Claim, Contact, DateTest, NumberTest, Permit};
use super::{
    Body, Case, Compute, Field, FileIx, Kind, Link, Links, List, Node, Problem, Ref, Sp, Who,
};

/// Builds the links of a case and reports what is wrong with them.
pub fn build(case: &mut Case, problems: &mut Vec<Problem>) {
    let mut found = Found::default();
    let team: Vec<String> = case.head.team.get().map_or(vec![], |team| {
        team.members
            .iter()
            .map(|(name, _)| name.value.clone())
            .collect()
    });
    let mut links = Links::default();
    let mut checker = Checker::new(case);
    // A request may have been made by somebody of the team, who is not a party.
    let by_team = |raw: &Raw| raw.field == "by" && team.contains(&raw.to.value.id);
    let mut settle = |from: Node, found: &mut Found| {
        let raws = found.all.drain(..).filter(|raw| !by_team(raw));
        let link = |raw: Raw| {
            let target = case.find(&raw.to.value.id);
            problems.extend(checker.check(&raw, target));
            Link {
                from: raw.from,
                field: raw.field,
                to: raw.to,
                target,
            }
        };
        links.add(from, raws.map(link));
    };
    for (ix, record) in case.iter() {
        found.from = Some((Node::Record(ix), record.file));
        found.record(&record.body);
        settle(Node::Record(ix), &mut found);
    }
    if let Some(draft) = &case.draft {
        for (at, sentence) in (0u32..).zip(&draft.sentences) {
            found.from = Some((Node::Sentence(at), draft.file));
            for mark in &sentence.marks {
                if let super::Mark::Cites(cited) = &mark.value {
                    found.add("draft", cited.clone(), mark.at, Want::Evidence);
                }
            }
            settle(Node::Sentence(at), &mut found);
        }
    }
    links.settle(case.records.len());
    problems.extend(circles(case, &links));
    problems.extend(bare_ids(case));
    case.links = links;
}

/// What kind of record a reference should lead to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Want {
    /// One of these kinds.
    Kinds(&'static [Kind]),
    /// Anything that can be evidence.
    Evidence,
    /// A number or a date of a record.
    Quantity,
}

const SOURCES: Want = Want::Kinds(&[Kind::Source]);
const PARTIES: Want = Want::Kinds(&[Kind::Party]);
/// For the words of a document, the source itself may stand in for the speaker.
const SPEAKERS: Want = Want::Kinds(&[Kind::Party, Kind::Source]);

/// A reference as written, with what its field wants.
pub(super) struct Raw {
    pub(super) from: Node,
    pub(super) file: FileIx,
    pub(super) field: &'static str,
    pub(super) to: Sp<Ref>,
    pub(super) want: Want,
}

#[derive(Default)]
struct Found {
    all: Vec<Raw>,
    from: Option<(Node, FileIx)>,
}

impl Found {
    fn add(&mut self, field: &'static str, to: Ref, at: u32, want: Want) {
        if let Some((from, file)) = self.from {
            let to = Sp { value: to, at };
            self.all.push(Raw {
                from,
                file,
                field,
                to,
                want,
            });
        }
    }

    fn reference(&mut self, name: &'static str, field: &Field<Ref>, want: Want) {
        if let Some(sp) = field.given() {
            self.add(name, sp.value.clone(), sp.at, want);
        }
    }

    fn references(&mut self, name: &'static str, list: &List<Ref>, want: Want) {
        for sp in list.items() {
            self.add(name, sp.value.clone(), sp.at, want);
        }
    }

    fn party(&mut self, name: &'static str, field: &Field<Who>) {
        self.who(name, field, PARTIES);
    }

    fn who(&mut self, name: &'static str, field: &Field<Who>, want: Want) {
        if let Some(sp) = field.given() {
            self.one_of(name, sp, want);
        }
    }

    fn one_of(&mut self, name: &'static str, who: &Sp<Who>, want: Want) {
        if let Who::Id(id) = &who.value {
            self.add(name, Ref::whole(id), who.at, want);
        }
    }

    fn record(&mut self, body: &Body) {
        match body {
            Body::Party(r) => self.party("of", &r.of),
            Body::Source(r) => {
                self.party("who", &r.who);
                self.party("publisher", &r.publisher);
                self.reference("via", &r.via, SOURCES);
                self.reference("request", &r.request, Want::Kinds(&[Kind::Request]));
                self.party("translator", &r.translator);
            }
            Body::Permit(r) => self.permit(r),
            Body::Request(r) => {
                self.party("to", &r.to);
                self.party("by", &r.by);
                self.who("law", &r.law, SOURCES);
                self.references("gave", &r.gave, Want::Kinds(&[Kind::Source, Kind::Permit]));
            }
            Body::Quote(r) => {
                self.who("who", &r.who, SPEAKERS);
                self.reference("source", &r.source, SOURCES);
                self.reference("via", &r.via, SOURCES);
                self.references("scope", &r.scope, SOURCES);
                self.party("translator", &r.translator);
            }
            Body::Casualty(r) => {
                self.reference("source", &r.source, SOURCES);
                self.reference("via", &r.via, SOURCES);
                self.reference("event", &r.event, Want::Kinds(&[Kind::Event]));
                self.party("alleged_actor", &r.alleged_actor);
                self.party("counted_by", &r.counted_by);
            }
            Body::Figure(r) => {
                self.reference("source", &r.source, SOURCES);
                self.reference("via", &r.via, SOURCES);
            }
            Body::Event(r) => {
                for who in r.involved.items() {
                    self.one_of("involved", who, PARTIES);
                }
                self.reference("source", &r.source, SOURCES);
                self.reference("via", &r.via, SOURCES);
            }
            Body::Claim(r) => self.claim(r),
            Body::Contact(r) => self.contact(r),
        }
    }

    fn permit(&mut self, permit: &Permit) {
        self.reference("source", &permit.source, SOURCES);
        self.reference("via", &permit.via, SOURCES);
        self.party("authority", &permit.authority);
        self.who("law", &permit.law, SOURCES);
        self.party("applicant", &permit.applicant);
        self.party("exporter", &permit.exporter);
        self.party("holder", &permit.holder);
        self.party("consignee", &permit.consignee);
        self.party("end_user", &permit.end_user);
        self.reference("request", &permit.request, Want::Kinds(&[Kind::Request]));
    }

    fn claim(&mut self, claim: &Claim) {
        self.references("evidence", &claim.evidence, Want::Evidence);
        self.references("against", &claim.against, Want::Evidence);
        if let Some(NumberTest { from, compute, .. }) = claim.number.get().map(AsRef::as_ref) {
            self.reference("number.from", from, Want::Quantity);
            self.computed("number.compute", compute);
        }
        if let Some(DateTest { from, compute, .. }) = claim.date.get().map(AsRef::as_ref) {
            self.reference("date.from", from, Want::Quantity);
            self.computed("date.compute", compute);
        }
        for who in claim.criticises.items() {
            self.one_of("criticises", who, PARTIES);
        }
    }

    fn computed(&mut self, name: &'static str, compute: &Field<Compute>) {
        let Some(sp) = compute.given() else { return };
        for cited in &sp.value.refs {
            self.add(name, cited.value.clone(), sp.at + cited.at, Want::Quantity);
        }
    }

    fn contact(&mut self, contact: &Contact) {
        self.party("to", &contact.to);
        if let Some(put) = contact.put.get() {
            for (claim, _) in &put.words {
                let to = Ref::whole(&claim.value);
                self.add("put", to, claim.at, Want::Kinds(&[Kind::Claim]));
            }
        }
        for about in contact.about.items() {
            self.one_of("about", about, Want::Evidence);
        }
        let said = Want::Kinds(&[Kind::Source, Kind::Quote]);
        self.reference("reply", &contact.reply, said);
        let printed = Want::Kinds(&[Kind::Claim, Kind::Quote]);
        self.references("printed", &contact.printed, printed);
    }
}

impl Links {
    /// Every link, in the order of the files.
    pub fn all(&self) -> &[Link] {
        &self.all
    }
}
