//! What a person sees who opens a case for the first time: how it stands, and where to begin.

use crate::case::{Body, Held, Kind};
use crate::ruling::{Condition, Reply, Standing};
use crate::tui::desk::open::Open;
use crate::tui::page::{Page, Para, Tone};

/// A few lines for somebody new here.
pub fn new_here(open: &Open) -> Page {
    let case = &open.case;
    let mut page = Page::default();
    page.push(Para::new().put(Tone::Label, "NEW HERE"));
    page.push(Para::new().put(Tone::Plain, "Nobody has ruled on this case yet."));
    let absent: Vec<&str> = case
        .of_kind(Kind::Source)
        .filter(|(ix, record)| {
            let named = matches!(&record.body, Body::Source(source) if source.sha256.is_there());
            let held = case
                .holdings
                .get(ix)
                .map_or(Held::None, |holding| holding.held);
            named && !matches!(held, Held::Full | Held::Changed)
        })
        .map(|(_, record)| record.id.value.as_str())
        .collect();
    if let Some(first) = absent.first() {
        page.gap();
        let more = match absent.len() - 1 {
            0 => String::new(),
            n => format!(" and of {n} more"),
        };
        page.push(Para::new().put(
            Tone::Doubt,
            &format!("The full text of {first}{more} is not on this machine: its words can be compared with our notes at best. On the source, a attaches it."),
        ));
    }
    page.gap();
    let of = |standing| open.tally.get(&standing).copied().unwrap_or(0);
    let not_put = open
        .allegations
        .iter()
        .filter(|a| a.state == Reply::NotPut)
        .count();
    let counts = [
        (of(Standing::ToCheck), "sentences to check"),
        (
            of(Standing::Unsourced),
            Condition::Sentences(Standing::Unsourced).words()[1],
        ),
        (of(Standing::Tk), "TK"),
        (not_put, "allegations, no contact on file"),
    ];
    for (n, words) in counts.into_iter().filter(|(n, _)| *n > 0) {
        page.push(
            Para::new()
                .put(Tone::Strong, &format!("{n:>4}"))
                .put(Tone::Plain, &format!("  {words}")),
        );
    }
    page.gap();
    page.push(Para::new().put(Tone::Dim, "?  all keys     :  all commands by name"));
    page
}
