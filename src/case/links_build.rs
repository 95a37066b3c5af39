//! Finds every reference of a case and where it leads; those that lead nowhere are problems.

use super::check_draft::bare_ids;
use super::check_refs::Checker;
use super::check_via::circles;
use super::fields::{self, FieldRow, Holds, Targets};
use super::{Body, Case, Compute, Field, FileIx, Kind, Link, Links, Node, Problem, Ref, Sp, Who};

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
                    found.add("draft", cited.clone(), mark.at, Targets::Evidence);
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

/// A reference as written, with what its field wants.
pub(super) struct Raw {
    pub(super) from: Node,
    pub(super) file: FileIx,
    pub(super) field: &'static str,
    pub(super) to: Sp<Ref>,
    pub(super) want: Targets,
}

#[derive(Default)]
struct Found {
    all: Vec<Raw>,
    from: Option<(Node, FileIx)>,
}

impl Found {
    fn add(&mut self, field: &'static str, to: Ref, at: u32, want: Targets) {
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

    fn who(&mut self, name: &'static str, who: &Sp<Who>, want: Targets) {
        if let Who::Id(id) = &who.value {
            self.add(name, Ref::whole(id), who.at, want);
        }
    }

    fn record(&mut self, body: &Body) {
        for row in fields::of(body.kind()) {
            self.field(row, body);
        }
    }

    /// The references of one field.
    fn field(&mut self, row: &'static FieldRow, body: &Body) {
        match row.holds {
            Holds::Ref(get, want) => {
                if let Some(sp) = get(body).and_then(Field::given) {
                    self.add(row.name, sp.value.clone(), sp.at, want);
                }
            }
            Holds::Refs(get, want) => {
                for sp in get(body).map_or(&[][..], Field::items) {
                    self.add(row.name, sp.value.clone(), sp.at, want);
                }
            }
            Holds::Who(get, want) => {
                if let Some(sp) = get(body).and_then(Field::given) {
                    self.who(row.name, sp, want);
                }
            }
            Holds::Whos(get, want) => {
                for sp in get(body).map_or(&[][..], Field::items) {
                    self.who(row.name, sp, want);
                }
            }
            Holds::Put(get) => {
                let put = get(body).and_then(Field::get);
                for (claim, _) in put.into_iter().flat_map(|put| &put.words) {
                    let to = Ref::whole(&claim.value);
                    self.add(row.name, to, claim.at, Targets::Kinds(&[Kind::Claim]));
                }
            }
            Holds::NumberTest(get) => {
                if let Some(test) = get(body).and_then(Field::get) {
                    self.test(["number.from", "number.compute"], &test.from, &test.compute);
                }
            }
            Holds::DateTest(get) => {
                if let Some(test) = get(body).and_then(Field::get) {
                    self.test(["date.from", "date.compute"], &test.from, &test.compute);
                }
            }
            Holds::Text(_)
            | Holds::Words(_)
            | Holds::Texts(_)
            | Holds::Choice(_)
            | Holds::Hedge(_)
            | Holds::Flag(_)
            | Holds::When(_)
            | Holds::Amount(_)
            | Holds::Money(_)
            | Holds::Printed(_)
            | Holds::Validity(_)
            | Holds::Tries(_)
            | Holds::Items(_)
            | Holds::Redactions(_) => {}
        }
    }

    /// What a claim's number or date is held against.
    fn test(&mut self, names: [&'static str; 2], from: &Field<Ref>, compute: &Field<Compute>) {
        if let Some(sp) = from.given() {
            self.add(names[0], sp.value.clone(), sp.at, Targets::Quantity);
        }
        let Some(sp) = compute.given() else { return };
        for cited in &sp.value.refs {
            let at = sp.at + cited.at;
            self.add(names[1], cited.value.clone(), at, Targets::Quantity);
        }
    }
}

impl Links {
    /// Every link, in the order of the files.
    pub fn all(&self) -> &[Link] {
        &self.all
    }
}
