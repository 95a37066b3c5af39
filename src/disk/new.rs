//! Makes a commented case to start from.

use super::NotDone;
use super::begun::Begun;
use super::replace::{folder, replace};
use cap_std::ambient_authority;
#[cfg(unix)]
use cap_std::fs::DirBuilderExt;
use cap_std::fs::{Dir, DirBuilder};
use std::path::Path;

/// Makes the folder of a case with `case.yaml`, `draft.md`, `sources/` and `.gitignore`, and gives the names of what was made.
/// A folder that is not empty is refused. `begun` is the check that was begun elsewhere, if there is one.
///
/// # Errors
/// If the folder is in use or cannot be written.
pub fn new_case(path: &Path, begun: Option<&Begun>) -> Result<Vec<&'static str>, NotDone> {
    let name = slug(&path.file_name().unwrap_or_default().to_string_lossy());
    if let Ok(mut entries) = std::fs::read_dir(path) {
        if entries.next().is_some() {
            return Err(NotDone::new(
                format!(
                    "{} is there already and is not empty; nothing was written",
                    path.display()
                ),
                "choose another name; what is there is yours, and is left as it is",
            ));
        }
    } else if path.symlink_metadata().is_ok() {
        return Err(NotDone::new(
            format!(
                "{} is there already and is not a folder that can be read; nothing was written",
                path.display()
            ),
            "choose another name",
        ));
    } else {
        make(path)?;
    }
    let dir = folder(path)?;
    let today = super::clock::today().to_string();
    let (case, draft) = match begun {
        Some(begun) => (begun_yaml(&name, &today, begun)?, begun.draft.clone()),
        None => (case_yaml(&name, &today), DRAFT.to_owned()),
    };
    let files = [
        ("case.yaml", case),
        ("draft.md", draft),
        (".gitignore", IGNORED.to_owned()),
    ];
    for (path, text) in &files {
        replace(&dir, path, None, text.as_bytes())?;
    }
    dir.create_dir_with("sources", &private_folder())
        .map_err(|error| cannot_make("sources", &error))?;
    Ok(vec!["case.yaml", "draft.md", "sources/", ".gitignore"])
}

fn private_folder() -> DirBuilder {
    #[cfg_attr(not(unix), allow(unused_mut))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    builder.mode(0o700);
    builder
}

fn make(path: &Path) -> Result<(), NotDone> {
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    let shown = path.display().to_string();
    let dir = Dir::open_ambient_dir(parent, ambient_authority());
    let dir = dir.map_err(|error| cannot_make(&shown, &error))?;
    let name = path.file_name().ok_or_else(|| {
        NotDone::new(
            format!("`{shown}` cannot be the name of a folder"),
            "give the name of the folder to make",
        )
    })?;
    dir.create_dir_with(name, &private_folder())
        .map_err(|error| cannot_make(&shown, &error))
}

fn cannot_make(path: &str, error: &std::io::Error) -> NotDone {
    NotDone::new(
        format!("the folder {path} cannot be made: {error}"),
        "check that the folder above it is there and that you may write to it",
    )
}

/// A folder's name as a case's short name.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_matches('-').to_owned();
    match slug.bytes().next() {
        None => "case".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("case-{slug}"),
        Some(_) => slug,
    }
}

/// `key: value` as YAML writes it.
fn line(key: &str, value: &str) -> String {
    format!("{key}: {}\n", crate::case::edit::scalar(value))
}

fn case_yaml(name: &str, today: &str) -> String {
    let case = line("case", name);
    format!(
        r#"# A case file: what the story says, and what it stands on. Written by hand, in any editor.
# `casefile check` says what is wrong in it; `casefile` opens it; `casefile explain CODE` explains a rule.
# TK ("to come") may stand for any value that is not known yet. `unknown` and `withheld` are values too.

format: casefile/1
{case}title: TK
as_of: {today}              # the day the draft speaks from: "this year" is read against it
question: TK                   # what the story answers, in one sentence
draft: draft.md
# home: {{currency: EUR}}        # what a bare $ or "dollars" would mean here
# team:                        # who works on it; rulings count if they are by one of these
#   ab: {{name: A. Bell, role: author}}
#   cd: {{name: C. Dahl, role: checker}}

# Who speaks, acts or is accused. Other records use the short name at the left.
# parties:
#   ministry: {{name: Ministry of Trade, is: public-body, aka: [MoT]}}
#   marin: {{name: Ana Marin, is: person, role: spokeswoman, of: ministry}}

# What was read or heard. `casefile attach CASE SOURCE FILE` brings the full text in and records its hash.
sources:
  first-source:
    kind: document             # or interview, statement, article, report, release, email, dataset ...
    title: TK
    # tier: primary            # primary, secondary, tertiary
    # who: marin               # who speaks in it

# Very words, as they will be printed, and where they were said. `#par4` names a paragraph, `#p3` a page.
# quotes:
#   q-first:
#     who: marin
#     source: first-source#par4
#     printed: "We never saw the permit."

# Numbers with a source. Counts of dead and injured people go under `casualties:`.
# figures:
#   budget: {{what: the yearly budget, value: 1200000, unit: EUR, source: first-source#p3}}

# The sentences the story rests on, each with its evidence.
claims:
  c-first:
    says: TK
    evidence: TK               # [q-first, budget]
    # number: {{prints: 1.2 million, from: budget.value}}
    # criticises: [ministry]   # then they should be asked: see contacts

# Requests for comment: what was put to whom, and what came back.
# contacts:
#   ask-ministry:
#     to: ministry
#     put: {{c-first: "the words as they were put"}}
#     tries: [{{at: {today}, method: email}}]
#     outcome: pending
"#
    )
}

/// The file of a case that was begun elsewhere.
fn begun_yaml(name: &str, today: &str, begun: &Begun) -> Result<String, NotDone> {
    let case = line("case", name);
    let title = begun
        .title
        .as_deref()
        .map_or("title: TK\n".to_owned(), |title| line("title", title));
    Ok(format!(
        r"# A case made of what was there: nothing in it is checked yet. Written by hand from here on, in any editor.
# `casefile check` says what is open in it; `casefile` opens it.
# TK (to come) stands for what is not known yet: the source of a sentence, the speaker of a quotation.

format: casefile/1
{case}{title}as_of: {today}              # the day the draft speaks from
question: TK                   # what the story answers, in one sentence
draft: draft.md
{}",
        begun.yaml()?
    ))
}

const DRAFT: &str = "\
<!--
One sentence a line, each with a mark that says what it stands on:
  [@c-first]             a claim or record of the case
  [@first-source#par4]   a place in a source
  [@author]              the author saw it
  [TK]                   still to come
  [~]                    needs no check
-->

The first sentence goes here. [TK]
";

const IGNORED: &str = "\
# Names and numbers that only the desk shows, on one key. Never to be shared.
private.yaml
# Full texts may be confidential or not ours to publish; whoever has one attaches it.
sources/
";

#[cfg(test)]
mod tests {
    use super::{line, slug};

    #[test]
    fn a_folder_name_becomes_a_short_name() {
        assert_eq!(slug("Harbour Deal"), "harbour-deal");
        assert_eq!(slug("2024 – été"), "case-2024-t");
        assert_eq!(slug("…"), "case");
    }

    #[test]
    fn names_that_yaml_would_take_for_something_else_are_quoted() {
        assert_eq!(line("case", "no"), "case: \"no\"\n");
        assert_eq!(line("case", "harbour-deal"), "case: harbour-deal\n");
        for name in ["null", "2024", "true", "a: b", "- x", "“é”"] {
            let written = line("case", name);
            let read: std::collections::BTreeMap<String, String> =
                crate::disk::yaml::read_back(&written).unwrap();
            assert_eq!(read["case"], name, "{written}");
            assert_eq!(written.lines().count(), 1);
        }
    }
}
