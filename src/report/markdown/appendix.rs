//! What follows the draft in Markdown: replies, dates, counts, sources.

use super::words::text;
use super::{Account, Page, joined};

/// Allegations and replies.
pub fn replies(account: &Account, page: &mut Page) {
    page.heading("Allegations and replies");
    if account.allegations.is_empty() {
        page.line("Nobody is accused.");
    }
    for row in &account.allegations {
        let legal = if row.legal { ", for a lawyer" } else { "" };
        page.line(&format!(
            "- {} (against {}{legal})",
            text(&row.now),
            text(&row.against)
        ));
        page.line(&format!("  - {}", row.state));
        if let Some(put) = &row.put {
            page.line(&format!("  - as put: {}", text(put)));
        }
        row.tries
            .iter()
            .for_each(|t| page.line(&format!("  - tried {}", text(t))));
        if let Some(deadline) = &row.deadline {
            page.line(&format!("  - deadline {deadline}"));
        }
        if !row.outcome.is_empty() {
            let reply = row
                .reply
                .as_ref()
                .map_or(String::new(), |r| format!(", {}", text(r)));
            page.line(&format!("  - answer: {}{reply}", row.outcome));
        }
        if !row.printed.is_empty() {
            page.line(&format!("  - printed in {}", joined(&row.printed, ", ")));
        }
        if !row.lines.is_empty() {
            let lines: Vec<String> = row.lines.iter().map(ToString::to_string).collect();
            page.line(&format!("  - in the draft: line {}", lines.join(", ")));
        }
    }
    if !account.asked.is_empty() {
        page.line("\n### Asked, not accused\n");
    }
    for row in &account.asked {
        let tries = joined(&row.tries, "; ");
        page.line(&format!("- {}: {} ({tries})", text(&row.to), row.outcome));
    }
}

/// What happened when, and counts side by side.
pub fn charts(account: &Account, page: &mut Page) {
    page.heading("What happened when");
    for moment in &account.timeline.moments {
        page.line(&format!(
            "- {}, {}: {} ({})",
            moment.when,
            moment.what,
            text(&moment.title),
            text(&moment.id)
        ));
    }
    if account.timeline.moments.is_empty() {
        page.line("Nothing is dated.");
    }
    page.heading("Counts side by side");
    for group in &account.ranges {
        page.line(&format!("- {}: {}", text(&group.of), text(&group.what)));
        for row in &group.rows {
            let grade = row
                .grade
                .map_or(String::new(), |grade| format!(", {grade}"));
            page.line(&format!(
                "  - {}: {}{grade} ({})",
                row.told,
                text(&row.source),
                text(&row.id)
            ));
        }
        if group.held_back > 0 {
            page.line(&format!("  - {} more held back", group.held_back));
        }
    }
    if account.ranges.is_empty() {
        page.line("No counts of people, and no figures of one measure.");
    }
}

/// The sources that may be named.
pub fn sources(account: &Account, page: &mut Page) {
    page.heading("Sources");
    for source in &account.sources {
        let terms = source
            .terms
            .map_or(String::new(), |terms| format!(", {terms}"));
        page.line(&format!(
            "- {}: {}; {}{terms}; {}",
            text(&source.id),
            text(&source.title),
            source.kind,
            source.held
        ));
        if let Some(file) = &source.file {
            page.line(&format!("  - {}", text(file)));
        }
        if let Some(hash) = &source.sha256 {
            page.line(&format!("  - sha256 {hash}"));
        }
        if let Some(url) = &source.url {
            page.line(&format!("  - {}", text(url)));
        }
    }
}
