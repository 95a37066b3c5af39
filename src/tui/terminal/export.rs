//! What of a case is written to a file from the desk; confidential sources are held back.

use super::fault::told;
use crate::disk::{clock, written};
use crate::report::{self, Account, Known, Redaction};
use crate::ruling::{Assessment, Story};
use crate::tui::desk::{Export, Open};
use std::path::{Path, PathBuf};

/// Writes what was asked for into the folder the program was started in.
pub fn export(
    what: Export,
    open: &Open,
    assessed: &Assessment,
    folder: &Path,
) -> Result<String, String> {
    let case = &*open.case;
    let hide = Redaction::of(case);
    let today = clock::today();
    let account = || {
        let problems: Vec<_> = open
            .faults
            .iter()
            .chain(&assessed.problems)
            .cloned()
            .collect();
        let story = Story {
            case,
            logs: &open.logs,
            standings: &assessed.standings,
            problems: &problems,
        };
        let mut known = Known::new(&story, &hide);
        known.add_quotes(case, &assessed.findings, &hide);
        known.add_figures(case, &hide);
        Account::of(case, &known, &hide, today)
    };
    let nobody = "there is nobody to write to or to ring";
    let (text, end) = match what {
        Export::Html => (report::html(&account()), "report.html"),
        Export::Markdown => (report::markdown(&account()), "report.md"),
        Export::Csv => (report::sheet(&account()), "sheet.csv"),
        Export::Letters => {
            let letters = report::letters(case, &hide, None, today);
            (letters.map_err(|_| nobody.to_owned())?, "letters.txt")
        }
        Export::Calls => {
            let calls = report::calls(case, &hide, None);
            (calls.map_err(|_| nobody.to_owned())?, "calls.txt")
        }
    };
    if text.is_empty() {
        return Err(nobody.to_owned());
    }
    let path = PathBuf::from(format!("{}-{end}", case.name));
    written::write(&path, &text, folder, case).map_err(|why| told(&why))?;
    Ok(path.display().to_string())
}
