//! The pages of the manual: their tables are those of the program, and their links lead somewhere.

use crate::run::casefile;
use casefile::ruling::{Ruling, Standing};
use casefile::verify::figures::Outcome;
use casefile::verify::{Class, WarningKind};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn page(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("docs")
        .join(name)
}

const OPENS: &str = "<!-- fields: made from `casefile schema`; run the tests with UPDATE_PAGES=1 to make it anew -->\n";
const CLOSES: &str = "<!-- /fields -->";

#[test]
fn the_page_on_the_format_tells_every_field_as_the_schema_has_it() {
    let schema = casefile(&["schema"]).nowhere().exits(0);
    let schema: Value = serde_json::from_str(&schema.out).unwrap();
    let path = page("format.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once(OPENS).expect("the tables begin somewhere");
    let (kept, after) = rest.split_once(CLOSES).expect("and end");
    let made = tables(&schema);
    if std::env::var_os("UPDATE_PAGES").is_some() {
        std::fs::write(&path, format!("{before}{OPENS}{made}{CLOSES}{after}")).unwrap();
        return;
    }
    assert!(
        kept == made,
        "docs/format.md has fallen behind: run the tests with UPDATE_PAGES=1"
    );
}

/// The tables of the head, of each kind and of the groups of fields in them.
fn tables(schema: &Value) -> String {
    let mut out = String::new();
    let properties = schema["properties"].as_object().unwrap();
    let record = |about: &Value| name_of(&about["additionalProperties"]);
    out.push_str(
        "\n### Head\n\nIn `case.yaml`, before the records; `format` and `case` must be there.\n\n",
    );
    table(
        &mut out,
        schema,
        properties
            .iter()
            .filter(|(_, about)| record(about).is_none()),
        &schema["required"],
    );
    for (section, about) in properties {
        if let Some(kind) = record(about) {
            write!(out, "\n### {section}\n\n").unwrap();
            definition(&mut out, schema, &kind);
        }
    }
    out.push_str("\n### Groups of fields\n\nKeys in braces, or one to a line and indented.\n");
    let kinds: Vec<String> = properties.values().filter_map(record).collect();
    for (name, about) in schema["definitions"].as_object().unwrap() {
        if about["properties"].is_object() && !kinds.contains(name) {
            write!(out, "\n#### {name}\n\n").unwrap();
            definition(&mut out, schema, name);
        }
    }
    out.push('\n');
    out
}

fn definition(out: &mut String, schema: &Value, name: &str) {
    let about = &schema["definitions"][name];
    let said = about["description"].as_str().unwrap_or_default();
    // What is required stands in bold below.
    let said = said.split(" Required:").next().unwrap_or_default();
    write!(out, "{said}\n\n").unwrap();
    let fields = about["properties"].as_object().unwrap();
    table(out, schema, fields.iter(), &about["required"]);
}

fn table<'a>(
    out: &mut String,
    schema: &Value,
    fields: impl Iterator<Item = (&'a String, &'a Value)>,
    required: &Value,
) {
    out.push_str("| field | holds | meaning |\n|---|---|---|\n");
    let must = |name: &String| {
        required
            .as_array()
            .is_some_and(|all| all.contains(&Value::String(name.clone())))
    };
    for (name, about) in fields {
        let bold = if must(name) { "**" } else { "" };
        let holds = holds(schema, about);
        let meaning = about["description"].as_str().unwrap_or_default();
        writeln!(out, "| {bold}{name}{bold} | {holds} | {meaning} |").unwrap();
    }
}

/// The name of the definition that a schema refers to.
fn name_of(about: &Value) -> Option<String> {
    let path = about["$ref"].as_str()?;
    path.rsplit('/').next().map(str::to_owned)
}

/// What a field holds, in words; that it may be open holds of all.
fn holds(schema: &Value, about: &Value) -> String {
    let first = about["anyOf"].as_array().and_then(|any| any.first());
    let about = first.unwrap_or(about);
    if let Some(fixed) = about["const"].as_str() {
        return format!("`{fixed}`");
    }
    if about["type"] == "array" {
        return format!("list: {}", holds(schema, &about["items"]));
    }
    let Some(name) = name_of(about) else {
        return match about["type"].as_str() {
            Some("boolean") => "`true` or `false`",
            Some("integer") => "whole number",
            _ => "text",
        }
        .to_owned();
    };
    let definition = &schema["definitions"][&name];
    if let Some(words) = definition["enum"].as_array().filter(|_| name != "Hedge") {
        let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        return words.join(" · ");
    }
    if definition["properties"].is_object() {
        return format!("[{name}](#{})", name.to_lowercase());
    }
    match name.as_str() {
        "Ref" => "reference",
        "Who" => "party",
        "Date" => "date",
        "When" => "date or period",
        "PrintsDate" => "date or words",
        "Decimal" => "number",
        "Amount" => "number or range",
        "Prints" => "number, range or words",
        "Hedge" => "hedge",
        "Compute" => "computation",
        "Printed" => "text, or list of its parts",
        "Put" => "keys: claims; values: words",
        "Team" => "keys: short names; values: [Member](#member)",
        other => panic!("{other} needs a word of its own in the table"),
    }
    .to_owned()
}

/// The first cells of the rows of the table under a heading, signs of emphasis left out.
fn first_cells(page: &str, heading: &str) -> Vec<String> {
    let (_, rest) = page.split_once(&format!("\n{heading}\n")).expect(heading);
    let rows = rest.lines().skip_while(|line| !line.starts_with('|'));
    let rows = rows.take_while(|line| line.starts_with('|')).skip(2);
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    let words = cells.flat_map(|cell| cell.split(','));
    words.map(|word| word.trim().to_owned()).collect()
}

#[test]
fn the_pages_list_every_class_warning_outcome_ruling_and_standing() {
    let verdicts = std::fs::read_to_string(page("verdicts.md")).unwrap();
    let rulings = std::fs::read_to_string(page("rulings.md")).unwrap();
    let classes: Vec<&str> = Class::ALL.iter().map(|class| class.word()).collect();
    assert_eq!(first_cells(&verdicts, "### Classes"), classes);
    let warnings: Vec<&str> = WarningKind::ALL.iter().map(|kind| kind.word()).collect();
    assert_eq!(first_cells(&verdicts, "### Warnings"), warnings);
    let outcomes: Vec<&str> = Outcome::ALL.iter().map(|outcome| outcome.word()).collect();
    assert_eq!(first_cells(&verdicts, "### Outcomes"), outcomes);
    let on_claims = Ruling::ALL.iter().filter(|ruling| {
        // The other two are rulings on the case and on rulings.
        !matches!(ruling, Ruling::Withdrawn | Ruling::SignedOff)
    });
    let on_claims: Vec<&str> = on_claims.map(|ruling| ruling.word()).collect();
    assert_eq!(first_cells(&rulings, "## What can be ruled"), on_claims);
    let standings: Vec<&str> = Standing::ALL.iter().map(|state| state.word()).collect();
    assert_eq!(first_cells(&rulings, "## Standings"), standings);
}

/// Every page for readers, by its path from the root.
fn pages() -> BTreeMap<PathBuf, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = BTreeMap::new();
    for folder in [root.to_owned(), root.join("docs")] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ext| ext == "md") {
                let text = std::fs::read_to_string(&path).unwrap();
                all.insert(path, text);
            }
        }
    }
    all
}

/// The anchors of a page's headings, as sites that show Markdown make them.
fn anchors(text: &str) -> Vec<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let anchor = |line: &str| {
        let words = line.trim_start_matches('#').trim().to_lowercase();
        let kept = words
            .chars()
            .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        kept.collect::<String>().replace(' ', "-")
    };
    headings.map(anchor).collect()
}

#[test]
fn every_link_between_pages_leads_somewhere() {
    let pages = pages();
    assert!(pages.len() >= 8, "{:?}", pages.keys());
    for (path, text) in &pages {
        for target in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            if target.contains("://") {
                continue;
            }
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let file = match file {
                "" => path.clone(),
                file => path.parent().unwrap().join(file),
            };
            let file = file
                .canonicalize()
                .unwrap_or_else(|_| panic!("{}: {target}", path.display()));
            let known = anchor.is_empty() || {
                let text = std::fs::read_to_string(&file).unwrap();
                anchors(&text).iter().any(|known| known == anchor)
            };
            assert!(known, "{}: {target}", path.display());
        }
    }
}

/// What stands in backticks and is a path from the root.
fn named(text: &str) -> Vec<&str> {
    let is_path = |name: &&str| {
        let rooms = ["src/", "crates/", "tests/", "benches/", "docs/", "fuzz/"];
        rooms.iter().any(|room| name.starts_with(room))
            && name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c))
    };
    text.split('`').skip(1).step_by(2).filter(is_path).collect()
}

/// Every file and folder of the sources, by its path from the root.
fn tree(root: &Path) -> Vec<String> {
    let mut folders: Vec<PathBuf> = vec![root.join("src"), root.join("crates")];
    let mut all = vec![];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path
                .strip_prefix(root)
                .unwrap()
                .to_string_lossy()
                .into_owned();
            all.push(name);
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    all
}

/// Where a file that a page names has been moved, if that is plain: the only one with so much of its path's end.
fn moved<'a>(name: &str, tree: &'a [String]) -> Option<&'a str> {
    let parts: Vec<&str> = name.split('/').collect();
    let ends = (1..parts.len()).map(|from| format!("/{}", parts[from..].join("/")));
    ends.into_iter()
        .map(|end| tree.iter().filter(|path| path.ends_with(&end)).collect())
        .find(|found: &Vec<&String>| !found.is_empty())
        .filter(|found| found.len() == 1)
        .map(|found| found[0].as_str())
}

#[test]
fn every_file_that_a_page_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tree = tree(root);
    let mut gone = vec![];
    for (path, text) in pages() {
        let mut mended = text.clone();
        for name in named(&text)
            .into_iter()
            .filter(|name| !root.join(name).exists())
        {
            match moved(name, &tree) {
                Some(now) => mended = mended.replace(&format!("`{name}`"), &format!("`{now}`")),
                None => gone.push(format!("{}: {name}", path.display())),
            }
        }
        if mended != text && std::env::var_os("UPDATE_PAGES").is_some() {
            std::fs::write(&path, mended).unwrap();
        } else if mended != text {
            gone.push(format!(
                "{}: run the tests with UPDATE_PAGES=1",
                path.display()
            ));
        }
    }
    assert!(gone.is_empty(), "{gone:#?}");
}
