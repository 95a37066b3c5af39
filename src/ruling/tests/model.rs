//! A model of a case: records of sources, figures, quotes and claims, a draft, and texts; how it is written and edited.

use super::case;
use crate::case::{Case, Held, Holding};
use crate::text::Places;
use crate::text::paragraphs::Rule;
use casefile_dice::Dice;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

fn one_of(dice: &mut Dice, words: &[&str]) -> String {
    dice.pick(words).unwrap().to_owned()
}

fn some_words(dice: &mut Dice, n: usize) -> Vec<String> {
    (0..n).map(|_| format!("w{}", dice.below(40))).collect()
}

/// How a model is written: order of keys, marks around texts, comments, order of the records.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style(usize);

impl Style {
    pub(super) fn random(dice: &mut Dice) -> Self {
        Self(dice.below(16))
    }
}

#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) kind: &'static str,
    pub(super) id: String,
    pub(super) fields: BTreeMap<String, Field>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Field {
    Text(String),
    List(Vec<String>),
    Map(BTreeMap<String, String>),
}

#[derive(Clone, Debug)]
pub(super) struct Model {
    pub(super) records: Vec<Record>,
    /// Words of each sentence, and the claims it cites.
    pub(super) draft: Vec<(Vec<String>, Vec<usize>)>,
    /// The words of each source's paragraphs; none where its text is not held.
    pub(super) texts: Vec<Option<Vec<Vec<String>>>>,
}

const SOURCES: usize = 3;
const FIGURES: usize = 3;
const QUOTES: usize = 2;
const CLAIMS: usize = 4;
const PARAGRAPHS: usize = 4;
/// A value of a field, by its name.
fn value(dice: &mut Dice, kind: &str, name: &str) -> Option<Field> {
    let text = |text: String| Some(Field::Text(text));
    match (kind, name) {
        ("sources", "kind") => text(one_of(dice, &["report", "article", "statement", "email"])),
        ("sources", "tier") => text(one_of(dice, &["primary", "secondary", "tertiary"])),
        ("sources", "terms") => text(one_of(
            dice,
            &["on-record", "background", "off-record", "embargoed"],
        )),
        ("sources", "identity") => text(one_of(dice, &["named", "described", "confidential"])),
        (_, "who") => text(one_of(dice, &["anna", "bert"])),
        ("claims", "kind") => text(one_of(dice, &["fact", "allegation"])),
        (_, "how") => text(one_of(dice, &["about", "at-least", "nearly"])),
        (_, "unit") => text(one_of(dice, &["houses", "people", "CAD"])),
        (_, "value") => text(format!("{}", 100_000 + dice.below(1000))),
        (_, "lang") => text(one_of(dice, &["en", "fr", "es"])),
        (_, "url" | "archive_url") => text(format!("https://example.org/{}", dice.below(50))),
        (_, "source") => text(place(dice)),
        (_, "printed") => {
            let mut part = || format!("q{}, r{}", dice.below(30), dice.below(30));
            Some(Field::List(vec![part(), part()]))
        }
        (_, "title" | "says" | "what" | "note" | "mood" | "cite_as" | "publisher") => {
            text(some_words(dice, 4).join(" "))
        }
        _ => None,
    }
}

fn place(dice: &mut Dice) -> String {
    format!("s{}#par{}", dice.below(SOURCES), 1 + dice.below(PARAGRAPHS))
}

/// The optional fields of a kind.
fn optional(kind: &str) -> &'static [&'static str] {
    match kind {
        "sources" => &[
            "tier",
            "terms",
            "identity",
            "who",
            "title",
            "cite_as",
            "publisher",
            "lang",
            "note",
            "url",
            "archive_url",
            "mood",
        ],
        "figures" => &["value", "unit", "how", "note", "mood"],
        "quotes" => &["lang", "note", "mood"],
        _ => &["kind", "note", "mood"],
    }
}

impl Model {
    pub(super) fn random(dice: &mut Dice) -> Self {
        let mut records = vec![];
        let mut add = |dice: &mut Dice, kind: &'static str, id: String, wanted: &[&str]| {
            let mut fields = BTreeMap::new();
            for name in wanted {
                fields.insert((*name).to_owned(), value(dice, kind, name).unwrap());
            }
            for name in optional(kind) {
                if dice.below(3) == 0 {
                    fields.insert((*name).to_owned(), value(dice, kind, name).unwrap());
                }
            }
            records.push(Record { kind, id, fields });
        };
        for n in 0..SOURCES {
            add(dice, "sources", format!("s{n}"), &["kind"]);
        }
        for n in 0..FIGURES {
            add(
                dice,
                "figures",
                format!("f{n}"),
                &["what", "source", "value"],
            );
        }
        for n in 0..QUOTES {
            add(
                dice,
                "quotes",
                format!("q{n}"),
                &["who", "source", "printed"],
            );
        }
        for n in 0..CLAIMS {
            add(dice, "claims", format!("c{n}"), &["says"]);
        }
        let text = |dice: &mut Dice| {
            let line = |dice: &mut Dice| {
                let n = 5 + dice.below(9);
                some_words(dice, n)
            };
            (0..PARAGRAPHS).map(|_| line(dice)).collect::<Vec<_>>()
        };
        // The first source is read itself; of the others some only in it.
        let texts = (0..SOURCES).map(|n| (n == 0 || dice.below(2) == 0).then(|| text(dice)));
        let mut model = Self {
            texts: texts.collect(),
            records,
            draft: vec![],
        };
        for n in 0..SOURCES {
            let fields = &mut model.records[n].fields;
            let file = if model.texts[n].is_some() {
                format!("s{n}.txt")
            } else {
                "TK".to_owned()
            };
            fields.insert("file".to_owned(), Field::Text(file));
            if n > 0 {
                let via = format!("s0#par{}", 1 + dice.below(PARAGRAPHS));
                fields.insert("via".to_owned(), Field::Text(via));
            }
        }
        for n in 0..CLAIMS {
            model.found(dice, n);
        }
        for _ in 0..=2 + dice.below(4) {
            let sentence = (
                some_words(dice, 6),
                (0..=dice.below(2)).map(|_| dice.below(CLAIMS)).collect(),
            );
            model.draft.push(sentence);
        }
        model
    }

    /// Gives a claim what it stands on.
    fn found(&mut self, dice: &mut Dice, n: usize) {
        let ground = |dice: &mut Dice| match dice.below(5) {
            0 => format!("f{}", dice.below(FIGURES)),
            1 => format!("q{}", dice.below(QUOTES)),
            2 => format!("s{}", 1 + dice.below(SOURCES - 1)),
            3 if n > 0 => format!("c{}", dice.below(n)),
            _ => place(dice),
        };
        let list = |dice: &mut Dice, n: usize| -> Field {
            let all: BTreeSet<String> = (0..n).map(|_| ground(dice)).collect();
            Field::List(all.into_iter().collect())
        };
        let at = SOURCES + FIGURES + QUOTES + n;
        let evidence = list(dice, 2);
        let against = (dice.below(3) == 0).then(|| list(dice, 1));
        let number = (dice.below(2) == 0).then(|| {
            let mut number = BTreeMap::new();
            number.insert("prints".to_owned(), format!("{}", dice.below(900)));
            number.insert("from".to_owned(), format!("f{}.value", dice.below(FIGURES)));
            if dice.below(2) == 0 {
                number.insert("unit".to_owned(), one_of(dice, &["houses", "CAD"]));
            }
            Field::Map(number)
        });
        let fields = &mut self.records[at].fields;
        fields.insert("evidence".to_owned(), evidence);
        for (name, field) in [("against", against), ("number", number)] {
            match field {
                Some(field) => fields.insert(name.to_owned(), field),
                None => fields.remove(name),
            };
        }
    }

    pub(super) fn claims() -> Vec<String> {
        (0..CLAIMS).map(|n| format!("c{n}")).collect()
    }

    /// One edit of a random part; what was done.
    pub(super) fn edit(&mut self, dice: &mut Dice) -> String {
        match dice.below(10) {
            0 => {
                let n = dice.below(self.draft.len());
                let word = dice.below(self.draft[n].0.len());
                self.draft[n].0[word] = format!("w{}", dice.below(40));
                format!("word {word} of sentence {n}")
            }
            1 => {
                self.draft.reverse();
                "sentences turned round".to_owned()
            }
            2 => {
                let cites = vec![dice.below(CLAIMS)];
                self.draft.push((some_words(dice, 5), cites.clone()));
                format!("a sentence more, citing {cites:?}")
            }
            3 if self.draft.len() > 1 => {
                let gone = self.draft.remove(dice.below(self.draft.len()));
                format!("sentence gone: {gone:?}")
            }
            4..=5 => {
                let n = dice.below(SOURCES);
                let Some(text) = &mut self.texts[n] else {
                    return "nothing".to_owned();
                };
                let line = dice.below(PARAGRAPHS);
                let word = dice.below(text[line].len());
                text[line][word] = format!("w{},", dice.below(40));
                format!("word {word} of paragraph {line} of s{n}")
            }
            6 => {
                let n = dice.below(CLAIMS);
                self.found(dice, n);
                format!("grounds of c{n}")
            }
            _ => self.edit_field(dice),
        }
    }

    fn edit_field(&mut self, dice: &mut Dice) -> String {
        let n = dice.below(self.records.len());
        let record = &mut self.records[n];
        let mut names: Vec<String> = optional(record.kind)
            .iter()
            .map(|&n| n.to_owned())
            .collect();
        names.extend(record.fields.keys().cloned());
        let name = names[dice.below(names.len())].clone();
        let Some(new) = value(dice, record.kind, &name) else {
            return "nothing".to_owned();
        };
        let gone = optional(record.kind).contains(&name.as_str()) && dice.below(3) == 0;
        if gone && name != "value" {
            record.fields.remove(&name);
        } else {
            record.fields.insert(name.clone(), new);
        }
        format!("{}.{name}", record.id)
    }

    pub(super) fn case(&self, style: Style) -> Case {
        let mut yaml =
            "format: casefile/1\ncase: x\nparties:\n  anna: {name: Anna}\n  bert: {name: Bert}\n"
                .to_owned();
        for kind in ["sources", "figures", "quotes", "claims"] {
            writeln!(yaml, "{kind}:").unwrap();
            let mut records: Vec<&Record> =
                self.records.iter().filter(|r| r.kind == kind).collect();
            if style.0 & 1 == 1 {
                records.reverse();
                yaml.push_str("  # in another order\n");
            }
            for record in records {
                record.write(&mut yaml, style);
            }
        }
        let mut draft = String::new();
        for (words, cites) in &self.draft {
            let cites: Vec<String> = cites.iter().map(|n| format!("@c{n}")).collect();
            writeln!(
                draft,
                "So {} it was. [{}]\n",
                words.join(" "),
                cites.join("; ")
            )
            .unwrap();
        }
        let mut case = case(&yaml, &draft, None);
        for (n, text) in self.texts.iter().enumerate() {
            let Some(text) = text else { continue };
            // The others may be cited as whole files, which go by their bytes.
            let space = if style.0 & 8 == 8 && n == 0 {
                "  "
            } else {
                " "
            };
            let lines: Vec<String> = text.iter().map(|line| line.join(space)).collect();
            let text = lines.join("\n") + "\n";
            let holding = Holding {
                held: Held::Full,
                path: Some(format!("s{n}.txt")),
                places: Arc::new(Places::new(&text, Rule::Lines)),
                text: Arc::from(text),
                sha256: None,
                encoding: None,
            };
            case.holdings
                .insert(case.find(&format!("s{n}")).unwrap(), holding);
        }
        case
    }
}

impl Record {
    fn write(&self, yaml: &mut String, style: Style) {
        let mut fields: Vec<(&String, &Field)> = self.fields.iter().collect();
        if style.0 & 2 == 2 {
            fields.reverse();
        }
        let marked = |text: &str| match (style.0 & 4 == 4, text) {
            (_, "TK") => text.to_owned(),
            (true, text) => format!("'{text}'"),
            (false, text) => format!("\"{text}\""),
        };
        writeln!(yaml, "  {}:", self.id).unwrap();
        for (name, field) in fields {
            let value = match field {
                Field::Text(text) => marked(text),
                Field::List(items) => {
                    let items: Vec<String> = items.iter().map(|item| marked(item)).collect();
                    format!("[{}]", items.join(", "))
                }
                Field::Map(map) => {
                    let all: Vec<String> = map
                        .iter()
                        .map(|(k, v)| format!("{k}: {}", marked(v)))
                        .collect();
                    format!("{{{}}}", all.join(", "))
                }
            };
            writeln!(yaml, "    {name}: {value}").unwrap();
        }
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        match self.fields.get(name)? {
            Field::Text(text) => Some(text),
            Field::List(_) | Field::Map(_) => None,
        }
    }
}
