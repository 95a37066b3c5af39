//! Cases of any size, the same in every run: records of every kind, texts of sources, a draft with cited and uncited
//! sentences, a log of rulings. For measurements that say how work grows with a case.

use casefile::case::Case;
use casefile::ruling::chain::{self, End};
use casefile::ruling::{About, Entry, Ruling, Target, seal};
use std::fmt::Write as _;
use std::path::Path;

/// A small generator with a seed (`SplitMix64`).
pub struct Dice(u64);

impl Dice {
    /// The same seed gives the same numbers.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        usize::try_from(z % limit.max(1) as u64).unwrap()
    }

    /// A word: some far more often than others, as in a language.
    pub fn word(&mut self) -> String {
        let rank = self.below(120).min(self.below(6_000) + 1) * (self.below(9) + 1);
        spelt(rank + 10)
    }

    /// Words with spaces between them.
    pub fn words(&mut self, count: usize) -> String {
        let words: Vec<String> = (0..count).map(|_| self.word()).collect();
        words.join(" ")
    }

    /// A word that is hardly used twice, as names are.
    fn name(&mut self) -> String {
        let mut word = spelt(1_000 + self.below(1_000_000));
        word[..1].make_ascii_uppercase();
        word
    }
}

/// A number in syllables.
fn spelt(mut number: usize) -> String {
    let syllables = [
        "ba", "ke", "lo", "mir", "tan", "su", "vel", "dor", "pin", "ga",
    ];
    let mut word = String::new();
    while number > 0 {
        word.push_str(syllables[number % 10]);
        number /= 10;
    }
    word
}

/// The files of a case.
pub struct Generated {
    /// `case.yaml`.
    pub yaml: String,
    /// `draft.md`.
    pub draft: String,
    /// Paths beneath the case's folder, and the texts there.
    pub texts: Vec<(String, String)>,
}

/// A case of so many records, a hundred at least.
pub fn case(records: usize) -> Generated {
    let mut work = Work {
        dice: Dice::new(7),
        yaml: "format: casefile/1\ncase: generated\ntitle: A generated case\ndraft: draft.md\nteam:\n  kl: {name: Kay Lopez, role: checker}\n".to_owned(),
        draft: "# A generated story\n\n".to_owned(),
        texts: vec![],
        names: vec![],
        said: vec![],
    };
    let tenth = records / 10;
    work.parties(tenth);
    work.sources(tenth);
    work.quotes(tenth * 3);
    work.figures(tenth);
    work.counts(tenth);
    work.papers(tenth);
    work.claims(records - tenth * 8, tenth);
    work.draft(tenth * 2, tenth);
    Generated {
        yaml: work.yaml,
        draft: work.draft,
        texts: work.texts,
    }
}

impl Generated {
    /// Writes the case into an empty folder, with a log of rulings on every tenth claim.
    pub fn write(&self, folder: &Path) {
        std::fs::write(folder.join("case.yaml"), &self.yaml).unwrap();
        std::fs::write(folder.join("draft.md"), &self.draft).unwrap();
        std::fs::create_dir(folder.join("sources")).unwrap();
        for (path, text) in &self.texts {
            std::fs::write(folder.join(path), text).unwrap();
        }
        std::fs::create_dir(folder.join("checks")).unwrap();
        let opened = casefile::disk::open_case(folder).unwrap();
        std::fs::write(folder.join("checks/kl@bench.jsonl"), log(&opened.case)).unwrap();
    }
}

/// A log in which every tenth claim is confirmed as it is.
fn log(case: &Case) -> Vec<u8> {
    let (mut end, mut bytes) = (End::default(), vec![]);
    for n in (0..case.records.len()).step_by(10) {
        let Ok(claim) = Target::of(case, &format!("c{n}")) else {
            break;
        };
        let at = "2026-03-01T10:00:00Z".to_owned();
        let mut entry = Entry::new(format!("{n:016x}"), at, "kl".to_owned());
        entry.about = Some(About::new(case, claim));
        entry.ruling = Some(Ruling::Confirmed);
        entry.seal = Some(seal(case, claim, None));
        let line = chain::finished(&entry.to_json(), &end);
        let sum = chain::sum_of(&line).to_owned();
        end = End {
            seq: end.seq + 1,
            sum,
        };
        bytes.extend(line.as_bytes());
        bytes.push(b'\n');
    }
    bytes
}

struct Work {
    dice: Dice,
    yaml: String,
    draft: String,
    texts: Vec<(String, String)>,
    names: Vec<String>,
    /// The printed words of each quote.
    said: Vec<String>,
}

impl Work {
    fn line(&mut self, line: &str) {
        self.yaml.push_str(line);
        self.yaml.push('\n');
    }

    /// Half persons, half bodies; many names share their words.
    fn parties(&mut self, count: usize) {
        self.line("parties:");
        for n in 0..count {
            let (one, two) = (self.dice.name(), self.dice.name());
            let (name, aka, is) = match n % 2 {
                0 => (format!("{one} {two}"), format!("{one} {two}son"), "person"),
                _ => (
                    format!("Ministry of {one} and {two}"),
                    format!("Ministry of {two}"),
                    "public-body",
                ),
            };
            self.line(&format!("  p{n}: {{name: {name}, is: {is}, aka: [{aka}]}}"));
            self.names.push(name);
        }
    }

    /// Every tenth has a text here.
    fn sources(&mut self, count: usize) {
        self.line("sources:");
        for n in 0..count {
            let title = self.dice.words(4);
            let file = match n % 10 {
                0 => {
                    let path = format!("sources/s{n}.txt");
                    let sentences = (0..60).map(|_| self.dice.words(14));
                    let text = sentences.collect::<Vec<_>>().join(".\n\n");
                    self.texts.push((path.clone(), text));
                    format!(", lang: en, file: {path}")
                }
                3 => format!(", via: s{}", n - 3),
                _ => String::new(),
            };
            let terms = if n % 40 == 1 {
                ", terms: background"
            } else {
                ""
            };
            self.line(&format!("  s{n}: {{kind: report, title: {title}, who: p{n}, date: 2023-02-{:02}{file}{terms}}}", n % 28 + 1));
        }
    }

    /// Of ten quotes seven stand in their source, one word of another is changed, and two have no text; a few stand nowhere.
    fn quotes(&mut self, count: usize) {
        self.line("quotes:");
        for n in 0..count {
            let text = self.dice.below(self.texts.len());
            let words: Vec<&str> = self.texts[text]
                .1
                .split(". ")
                .flat_map(str::split_whitespace)
                .collect();
            let from = self.dice.below(words.len() - 20);
            let mut words: Vec<String> = words[from..from + 12]
                .iter()
                .map(|w| w.trim_end_matches('.').to_owned())
                .collect();
            let mut source = text * 10;
            match n % 10 {
                7 => "changed".clone_into(&mut words[5]),
                8 | 9 => source += 1,
                _ => {}
            }
            if n % 100 == 0 {
                for word in &mut words {
                    word.push_str("xo");
                }
            }
            let printed = words.join(" ");
            self.line(&format!(
                "  q{n}: {{who: p{source}, source: s{source}, printed: {printed}}}"
            ));
            self.said.push(printed);
        }
    }

    fn figures(&mut self, count: usize) {
        self.line("figures:");
        for n in 0..count {
            let what = self.dice.words(5);
            self.line(&format!("  f{n}: {{what: {what}, source: s{n}, value: {}, unit: CAD, measure: m{}, as_of: {}}}", n * 37 + 7, n / 4, 1990 + n % 30));
        }
    }

    fn counts(&mut self, count: usize) {
        self.line("casualties:");
        for n in 0..count {
            let place = self.dice.name();
            self.line(&format!("  k{n}: {{source: s{n}, event: e{}, killed: {{min: {n}, max: {}}}, place: {place}, status: civilian, period: 2022-12}}", n / 5 % (count / 4).max(1), n + 9));
        }
    }

    /// Events, permits, requests and contacts, a quarter each.
    fn papers(&mut self, count: usize) {
        let quarter = count / 4;
        self.line("events:");
        for n in 0..quarter {
            let what = self.dice.words(6);
            self.line(&format!(
                "  e{n}: {{date: 2022-12-{:02}, what: {what}, involved: [p{n}], source: s{n}}}",
                n % 28 + 1
            ));
        }
        self.line("permits:");
        for n in 0..quarter {
            self.line(&format!("  t{n}: {{source: s{n}, destination: PE, authority: p{n}, exporter: p{}, number: \"{}\", value: {{amount: {}, currency: CAD}}, approved: 2020-01, valid: {{from: 2020-02-01, years: 3}}, request: r{n}}}", n + 1, 4000 + n, 1000 + n * 3));
        }
        self.line("requests:");
        for n in 0..quarter {
            self.line(&format!("  r{n}: {{to: p{n}, number: \"A-{n}\", filed: 2021-03-01, outcome: granted, gave: [s{n}]}}"));
        }
        self.line("contacts:");
        for n in 0..count - quarter * 3 {
            self.line(&format!("  o{n}: {{to: p{n}, put: {{c{n}: It took {n} houses in the valley.}}, tries: [{{at: 2023-05-01, method: email}}], outcome: no-reply}}"));
        }
    }

    /// Most print a number and stand on a figure and a quote; some accuse somebody.
    fn claims(&mut self, count: usize, tenth: usize) {
        self.line("claims:");
        for n in 0..count {
            let figure = n % tenth;
            let quote = self.dice.below(tenth * 3);
            let accused = if n % 4 == 0 {
                format!(", criticises: [p{}]", n % tenth)
            } else {
                String::new()
            };
            let words = self.dice.words(6);
            self.line(&format!("  c{n}: {{says: The valley of {words} lost {} dollars., evidence: [f{figure}, q{quote}], number: {{from: f{figure}.value}}{accused}}}", figure * 37 + 7));
        }
    }

    /// Sentences that stand on claims or print quotes, and uncited ones between them.
    fn draft(&mut self, cited: usize, uncited: usize) {
        for n in 0..cited + uncited {
            let name = self.names[self.dice.below(self.names.len())].clone();
            let words = self.dice.words(8);
            let sentence = match n % 3 {
                0 => format!(
                    "In the valley of {words} it was {} dollars. [@c{n}]",
                    n % uncited * 37 + 7
                ),
                1 => {
                    let quote = self.dice.below(self.said.len());
                    format!("“{},” said {name}. [@q{quote}]", self.said[quote])
                }
                _ => format!("Later {words} of {name} lost {n} houses."),
            };
            let end = if n % 5 == 4 { "\n\n" } else { "\n" };
            let _ = write!(self.draft, "{sentence}{end}");
        }
    }
}
