//! Cases on a real disk, friendly and hostile.

mod files;
mod sources;
mod watching;

use super::{Opened, open_case};
use crate::case::{Code, Held, Holding, Severity};
use std::path::{Path, PathBuf};

/// A folder with a case in it, gone when dropped.
struct Bed {
    folder: tempfile::TempDir,
}

impl Bed {
    /// A case with these lines under its head.
    fn new(records: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let bed = Self { folder };
        bed.write(
            "case.yaml",
            format!("format: casefile/1\ncase: bed\n{records}").as_bytes(),
        );
        bed
    }

    /// A case with one source `s` that has these fields.
    fn source(fields: &str) -> Self {
        Self::new(&format!("sources:\n  s: {{kind: report, {fields}}}\n"))
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    fn open(&self) -> Opened {
        open_case(self.root()).unwrap()
    }

    /// What is held of the source `s`.
    fn held(&self) -> Option<Holding> {
        let case = self.open().case;
        let ix = case.find("s").unwrap();
        case.holdings.get(&ix).cloned()
    }
}

/// The problems with one code, as severity and message with help.
fn told(opened: &Opened, code: Code) -> Vec<(Severity, String)> {
    let of_code = opened.problems.iter().filter(|p| p.code == code);
    of_code
        .map(|p| {
            let help = p.help.as_deref().unwrap_or_default();
            (p.severity, format!("{} / {help}", p.message))
        })
        .collect()
}

/// True if nothing is held of the source `s`.
fn holds_nothing(opened: &Opened) -> bool {
    let ix = opened.case.find("s").unwrap();
    let held = opened.case.holdings.get(&ix);
    held.is_none_or(|holding| holding.held == Held::None)
}
