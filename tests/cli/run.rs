//! A run of the program that reads as a sentence: `casefile(&["check", "."]).in_case(TEXT).exits(1).says("…")`.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A run to be made.
pub struct Run {
    args: Vec<String>,
    folder: TempDir,
}

/// A run that was made.
pub struct Done {
    /// Where it ran; files it made are here until this goes.
    pub folder: TempDir,
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub fn program() -> &'static str {
    env!("CARGO_BIN_EXE_casefile")
}

pub fn casefile(args: &[&str]) -> Run {
    Run {
        args: args.iter().map(ToString::to_string).collect(),
        folder: tempfile::tempdir().unwrap(),
    }
}

/// The smallest head of a case.
pub const HEAD: &str = "format: casefile/1\ncase: x\n";

impl Run {
    /// Runs in a folder that holds a `case.yaml` of this text, after the head.
    pub fn in_case(self, text: &str) -> Done {
        self.with(&[("case.yaml", &format!("{HEAD}{text}"))])
    }

    /// Runs in a folder with these files.
    pub fn with(self, files: &[(&str, &str)]) -> Done {
        let bytes: Vec<(&str, &[u8])> = files.iter().map(|(p, t)| (*p, t.as_bytes())).collect();
        self.with_bytes(&bytes)
    }

    pub fn with_bytes(self, files: &[(&str, &[u8])]) -> Done {
        for (path, bytes) in files {
            put(self.folder.path(), path, bytes);
        }
        let args: Vec<&str> = self.args.iter().map(String::as_str).collect();
        run(self.folder, &args)
    }

    /// Runs in an empty folder.
    pub fn nowhere(self) -> Done {
        self.with(&[])
    }
}

pub fn put(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

fn run(folder: TempDir, args: &[&str]) -> Done {
    // What is written for a while only is to be found, should it be left behind.
    let scratch = folder.path().join(".tmp");
    std::fs::create_dir_all(&scratch).unwrap();
    let output = Command::new(program())
        .args(args)
        .current_dir(folder.path())
        .env_remove("NO_COLOR")
        .env("TERM", "xterm-256color")
        // What is remembered of logs, and who rules, is not to be that of whoever runs the tests.
        .env("TMPDIR", scratch)
        .env("XDG_STATE_HOME", folder.path().join(".state"))
        .env("XDG_CONFIG_HOME", folder.path().join(".config"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Done {
        folder,
        code: output.status.code().expect("it ends by itself"),
        out: String::from_utf8(output.stdout).expect("output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("messages are UTF-8"),
    }
}

impl Done {
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(
            self.out.contains(words),
            "{words:?} is not in:\n{}{}",
            self.out,
            self.err
        );
        self
    }

    #[track_caller]
    pub fn never_says(self, words: &str) -> Self {
        let all = format!("{}{}", self.out, self.err);
        assert!(!all.contains(words), "{words:?} is in:\n{all}");
        self
    }

    /// Says on stderr.
    #[track_caller]
    pub fn complains(self, words: &str) -> Self {
        assert!(
            self.err.contains(words),
            "{words:?} is not in:\n{}",
            self.err
        );
        self
    }

    /// The output as JSON, one object a line.
    #[track_caller]
    pub fn json(&self) -> Vec<Value> {
        let line =
            |line: &str| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        self.out.lines().map(line).collect()
    }

    /// Runs again in the same folder.
    pub fn then(self, args: &[&str]) -> Self {
        run(self.folder, args)
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    #[track_caller]
    pub fn file(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).unwrap()
    }
}

/// The keys of an object in their order.
pub fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

/// A sheet with a remark at the end of each line, as somebody wrote it there.
pub fn remarked(sheet: &str, remark: impl Fn(&str) -> &'static str) -> String {
    let line = |line: &str| format!("{line}{}\n", remark(line));
    sheet.lines().map(line).collect()
}
