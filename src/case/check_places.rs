//! Places named in a text that the text does not have.

use super::{Case, Code, Held, Locator, Node, Part, Problem, Severity};

/// Reports each locator that names no place in the text it is written for.
pub fn check_places(case: &Case, problems: &mut Vec<Problem>) {
    for link in case.links.all() {
        let (Some(target), Part::Locator(locator)) = (link.target, &link.to.value.part) else {
            continue;
        };
        let Some(holding) = case
            .holdings
            .get(&target)
            .filter(|h| matches!(h.held, Held::Full | Held::Changed))
        else {
            continue;
        };
        if has(&holding.places, *locator) {
            continue;
        }
        let (file, id) = match link.from {
            Node::Record(ix) => (case.at(ix).file, Some(case.at(ix).id.value.clone())),
            Node::Sentence(_) => match &case.draft {
                Some(draft) => (draft.file, None),
                None => continue,
            },
        };
        let written = link.to.value.to_string();
        problems.push(Problem {
            code: Code::LACKS,
            severity: Severity::Warning,
            file,
            span: super::check_refs::span_of(case, file, link.to.at, &written),
            id,
            message: format!("`{}` has no place `#{locator}`", link.to.value.id),
            help: Some("count again: pages are `#p3`, paragraphs `#par7`, lines `#l12`, times `#t00:12:30`".to_owned()),
            also: None,
        });
    }
}

fn has(places: &crate::text::Places, locator: Locator) -> bool {
    match locator {
        Locator::Pages(from, to) => places.pages(from, to).is_some(),
        Locator::Paragraphs(from, to) => {
            places.paragraph(from).is_some() && places.paragraph(to).is_some()
        }
        Locator::Lines(from, to) => places.lines(from as usize, to as usize).is_some(),
        Locator::Time(seconds) => places.time(seconds).is_some(),
    }
}
