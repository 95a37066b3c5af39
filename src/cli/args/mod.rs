//! The commands and their options, from which help, completions and the manual page are made.

mod reports;
mod rulings;

pub use reports::{Diff, Export, ExportFormat, Report, ReportFormat};
pub use rulings::{Log, Rule, Sign, Undo};

use crate::disk::environment;
use crate::verify::Kind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// The case file behind a story.
#[derive(Debug, Parser)]
#[command(
    name = "casefile",
    version,
    about = "Walk from any claim of a story to the very words of its source, and back",
    long_about = "casefile opens the case file behind a story: claims, quotations, permits, casualty figures and the sources they \
stand on, written by hand in YAML. `casefile FOLDER` opens the desk, where a claim is followed to its evidence and on to the \
words of its source. The commands below tell the same in plain text or JSON.",
    after_help = "Examples:\n  casefile peru-permit              open the desk on a case\n  casefile check peru-permit        say what is wrong in the files\n  casefile list peru-permit quotes  every quotation with its speaker\n  casefile show peru-permit c-toll  one record and what it stands on\n\nExit codes: 0 all well, 1 something was found, 2 it could not be done.",
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Commands"
)]
pub struct Cli {
    /// A case folder, a YAML file or a folder of cases; the folder you are in if left out
    pub path: Option<PathBuf>,

    /// Colours: `auto` on a terminal unless `NO_COLOR` is set
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub color: Color,

    /// What to do; the desk if left out
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// What is decided already; none where the terminal decides.
    pub fn wanted(self) -> Option<bool> {
        match self {
            Self::Always => Some(true),
            Self::Never => Some(false),
            Self::Auto => environment::no_colour().then_some(false),
        }
    }
}

/// What can be done without the desk.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say what is wrong in the files of a case, and how its claims stand
    #[command(
        after_help = "Examples:\n  casefile check peru-permit\n  casefile check --format concise cases/*\n  casefile check --fail-on warning --format github .\n\nExit codes: 0 nothing of that weight, 1 something, 2 a case could not be opened."
    )]
    Check(Check),
    /// List the records of a case, or the cases of a folder
    #[command(
        after_help = "Examples:\n  casefile list peru-permit\n  casefile list peru-permit quotes\n  casefile list peru-permit quotes --format json\n  casefile list cases"
    )]
    List(List),
    /// Show one record: its fields, what it stands on and what stands on it
    #[command(
        after_help = "Examples:\n  casefile show peru-permit c-toll\n  casefile show peru-permit draft#l30    the sentence on line 30 of the draft\n  casefile show cases peru-permit/c-toll"
    )]
    Show(Show),
    /// Find records, sentences and passages by a few letters
    #[command(
        after_help = "Examples:\n  casefile search peru-permit navarro 49\n  casefile search peru-permit kind:quote who:price\n  casefile search peru-permit '\"were killed\" date:2022-12..2023'\n\nWords are found in any order, as a whole, a beginning or a middle, without accents, and with a small slip. Exact hits come first, close ones after.\nNarrow it with kind: who: is: case: date: amount:>1e6, \"exact words\", 'exact, ^start, end$, -not."
    )]
    Search(Search),
    /// Compare quotations with texts, word by word; no case needed
    #[command(
        after_help = "Examples:\n  casefile verify --in interview.txt --quote \"We never saw the permit.\"\n  casefile verify --in sources/ --story draft.md\n  casefile verify --quotes quotes.jsonl --format json\n\nA finding says what stands in these texts, not whether it is true.\n\nExit codes: 0 every quotation stands there as printed or in mere style, 1 one was changed, not found or not checked, or a cut, a bracket or the words around it may turn it, 2 it could not be done.",
        group = clap::ArgGroup::new("what").required(true)
    )]
    Verify(Verify),
    /// Tell a case to an editor or lawyer: annotated draft, sheet, letters, calls
    #[command(
        after_help = "Examples:\n  casefile report peru-permit -o report.html\n  casefile report peru-permit --format csv -o sheet.csv\n  casefile report peru-permit --format letter --to gac\n  casefile report peru-permit --format calls --who navarro\n\nThe HTML report is one page that holds everything it needs and loads nothing. Confidential sources are held back, with whatever rests on them, unless you say --no-redact."
    )]
    Report(Report),
    /// Write a case in the formats of other tools
    #[command(
        after_help = "Examples:\n  casefile export peru-permit --format csl-json -o sources.json\n  casefile export peru-permit --format ftm > entities.ftm.json\n\nFormats:\n  csv             the sheet of the draft\n  json            every record and sentence, one object a line\n  csl-json        the sources, for citation managers\n  w3c-annotation  the words found in the sources, as Web Annotations\n  ftm             parties, sources and events as FollowTheMoney entities, one a line\n  claimreview     what people ruled, as schema.org ClaimReview\n\nConfidential sources are left out, with whatever rests on them, unless you say --no-redact."
    )]
    Export(Export),
    /// Say what changed, and which rulings fell for it
    #[command(
        after_help = "Examples:\n  casefile diff peru-permit\n  casefile diff peru-permit --since 2023-12-05\n\nA ruling holds for the words, the passage and the figures it was given for. Where one of them differs now, what was and what is now is shown, with every ruling that fell for it. When the change is taken back the ruling stands again.\n\nExit codes: 0 every ruling stands, 1 some fell or lost what they were given for, 2 it could not be done."
    )]
    Diff(Diff),
    /// Make a commented case to start from
    #[command(
        after_help = "Examples:\n  casefile new harbour-deal\n  casefile new harbour-deal --from sheet.csv    of a newsroom's sheet\n  casefile new harbour-deal --from draft.md     of a draft alone\n  casefile new harbour-deal --merge sheet.csv --by ed    replies and notes of a sheet that came back\n\nThe columns of a sheet may have many names; those nobody knows are kept as notes. Nothing of it counts as checked."
    )]
    New(New),
    /// Bring a source's full text into a case
    #[command(
        after_help = "Example:\n  casefile attach peru-permit article ~/Downloads/article.txt\n\nThe text is copied to the source's `file:`. Its SHA-256 is compared with the one on record, or recorded."
    )]
    Attach(Attach),
    /// Give a record another id, everywhere it is named
    #[command(after_help = "Example:\n  casefile rename peru-permit permit-feb6 permit-2023")]
    Rename(Rename),
    /// Rule on a claim or a sentence of the draft
    #[command(
        after_help = "Examples:\n  casefile rule peru-permit c-toll confirmed --by kl --saw via\n  casefile rule peru-permit draft#l30 fix --fix \"about 50 people\" --by kl\n  casefile rule peru-permit c-toll legal-cleared --by law\n\nThe ruling is sealed to the words, the passage and the figures it is given for. If one of them changes, it falls.\nIt is a line in checks/NAME@MACHINE.jsonl; nothing there is ever rewritten.\n\nExit codes: 0 saved, 2 not saved."
    )]
    Rule(Rule),
    /// Take back one's own ruling: the last one, or one that is named
    #[command(
        after_help = "Examples:\n  casefile undo peru-permit --by kl\n  casefile undo peru-permit c-toll --by kl\n  casefile undo peru-permit 3f09c1 --by kl    the ruling whose id begins so\n\nNothing is removed: a line is added that says so.\n\nExit codes: 0 saved, 2 not saved."
    )]
    Undo(Undo),
    /// Show the history of rulings, of all or of one claim or sentence
    #[command(
        after_help = "Examples:\n  casefile log peru-permit\n  casefile log peru-permit c-toll --format json"
    )]
    Log(Log),
    /// Sign the whole case off, or say what stands against it
    #[command(
        after_help = "Example:\n  casefile sign peru-permit --by ed\n\nExit codes: 0 signed off, 1 something stands against it, 2 not saved."
    )]
    Sign(Sign),
    /// Print the JSON Schema of case files, for editors
    #[command(
        after_help = "Example:\n  casefile schema > case.schema.json\n\nAn editor that knows YAML then completes keys and marks mistakes while you type, if case.yaml begins with:\n  # yaml-language-server: $schema=case.schema.json"
    )]
    Schema,
    /// Print the keys of the desk
    Keys,
    /// Print the completions of a shell
    #[command(
        after_help = "Examples:\n  casefile completions bash > ~/.local/share/bash-completion/completions/casefile\n  casefile completions fish > ~/.config/fish/completions/casefile.fish"
    )]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    #[command(after_help = "Example:\n  casefile man > casefile.1")]
    Man,
    /// Explain a problem's code; without one, list all
    #[command(after_help = "Example:\n  casefile explain CF201")]
    Explain {
        /// The code, such as CF201
        code: Option<String>,
    },
}

/// `check`
#[derive(Debug, Args)]
pub struct Check {
    /// Case folders, YAML files or folders of cases
    #[arg(default_value = ".")]
    pub path: Vec<PathBuf>,
    /// How to tell it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = CheckFormat::Full)]
    pub format: CheckFormat,
    /// From what on the exit code is 1
    #[arg(long, value_enum, value_name = "WHAT", default_value_t = FailOn::Error)]
    pub fail_on: FailOn,
}

impl Check {
    /// A check of one path as people read it.
    pub fn of(path: PathBuf) -> Self {
        Self {
            path: vec![path],
            format: CheckFormat::Full,
            fail_on: FailOn::Error,
        }
    }
}

/// How problems are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// With the line they are in and what to do
    Full,
    /// One line each
    Concise,
    /// One JSON object a line, a summary last
    Json,
    /// As annotations of a GitHub workflow
    Github,
    /// As a SARIF 2.1.0 log
    Sarif,
}

/// What makes a check fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum FailOn {
    /// Errors
    Error,
    /// Errors and warnings
    Warning,
    /// Errors, warnings, and sentences or claims that nobody has checked
    Unchecked,
}

/// How records are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Plain lines
    Text,
    /// One JSON object a line
    Json,
}

/// `list`
#[derive(Debug, Args)]
pub struct List {
    /// A case, or a folder of cases
    pub path: PathBuf,
    /// Only this kind: claims, quotes, casualties, figures, permits, requests, events, contacts, parties or sources
    pub kind: Option<String>,
    /// How to tell it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    pub format: Format,
}

/// `show`
#[derive(Debug, Args)]
pub struct Show {
    /// A case, or a folder of cases
    pub path: PathBuf,
    /// A record's id, `CASE/ID`, or a sentence: draft#l12, draft#h1
    pub id: String,
    /// How to tell it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    pub format: Format,
}

/// `search`
#[derive(Debug, Args)]
pub struct Search {
    /// A case, or a folder of cases
    pub path: PathBuf,
    /// What to look for; write `--` before words that begin with a hyphen
    #[arg(required = true)]
    pub query: Vec<String>,
    /// The most hits to print
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub limit: usize,
    /// How to tell it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    pub format: Format,
}

/// `verify`
#[derive(Debug, Args)]
pub struct Verify {
    /// The texts to look in: files, or folders with all that is in them; `-` is standard input
    #[arg(
        long = "in",
        value_name = "FILE|DIR",
        num_args = 1..,
        required_unless_present = "quotes"
    )]
    pub within: Vec<PathBuf>,
    /// A quotation, without its quotation marks; may be given several times
    #[arg(long, value_name = "TEXT", group = "what")]
    pub quote: Vec<String>,
    /// A draft, of which every quotation is taken; `-` is standard input
    #[arg(long, value_name = "FILE", group = "what")]
    pub story: Option<PathBuf>,
    /// A list with one quotation a line, as JSON: {"id", "quote", "in"?, "kind"?, "speaker"?}
    #[arg(long, value_name = "FILE.jsonl", group = "what")]
    pub quotes: Option<PathBuf>,
    /// Who should be speaking, with --quote
    #[arg(long, value_name = "NAME", requires = "quote")]
    pub speaker: Option<String>,
    /// What kind of texts they are; subtitles are speech, all others documents if left out
    #[arg(long, value_enum, value_name = "KIND")]
    pub kind: Option<KindWord>,
    /// How to tell it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    pub format: Format,
}

/// A kind of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum KindWord {
    /// Somebody spoke: interviews, transcripts
    Speech,
    /// Anything written
    Document,
    /// Read by a machine from a picture
    Ocr,
}

impl KindWord {
    /// The kind it names.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Speech => Kind::Speech,
            Self::Document => Kind::Document,
            Self::Ocr => Kind::Ocr,
        }
    }
}

/// `new`
#[derive(Debug, Args)]
pub struct New {
    /// The folder to make; its last part names the case. With --merge, the case
    pub name: PathBuf,
    /// Make it of a newsroom's sheet (.csv, .tsv) or of a draft (any other text)
    #[arg(long, value_name = "FILE", conflicts_with = "merge")]
    pub from: Option<PathBuf>,
    /// Bring replies and notes of a sheet back into the case, as questions to whoever checks
    #[arg(long, value_name = "SHEET")]
    pub merge: Option<PathBuf>,
    /// Who asks, by short name, with --merge
    #[arg(long, value_name = "NAME", requires = "merge")]
    pub by: Option<String>,
}

/// `attach`
#[derive(Debug, Args)]
pub struct Attach {
    /// The case
    pub case: PathBuf,
    /// The source's id
    pub source: String,
    /// The text to bring in
    pub file: PathBuf,
    /// Bring it in although it differs from the hash on record, which stays: findings will say *changed text*
    #[arg(long, conflicts_with = "record")]
    pub force: bool,
    /// Bring it in and record its hash instead of the one on record
    #[arg(long)]
    pub record: bool,
}

/// `rename`
#[derive(Debug, Args)]
pub struct Rename {
    /// The case
    pub case: PathBuf,
    /// The id as it is
    pub old: String,
    /// The id it gets: small letters, digits and hyphens, a letter first
    pub new: String,
    /// Who renames, by short name, for the log of rulings; `by` in config.toml if left out
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
}

/// The definition, coloured as the arguments ask for: help and usage errors are printed before they have been read.
pub fn command(args: &[OsString]) -> clap::Command {
    let says = |i: usize, word: &str| {
        args[i] == *format!("--color={word}")
            || (args[i] == "--color" && args.get(i + 1).is_some_and(|next| next == word))
    };
    let choice = (0..args.len()).rev().find_map(|i| {
        let always = says(i, "always").then_some(clap::ColorChoice::Always);
        always.or(says(i, "never").then_some(clap::ColorChoice::Never))
    });
    Cli::command().color(choice.unwrap_or(clap::ColorChoice::Auto))
}

#[cfg(test)]
mod tests {
    use super::Cli;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_says_in_one_line_what_it_does() {
        for command in Cli::command().get_subcommands() {
            let about = command.get_about().map(ToString::to_string);
            let about = about.unwrap_or_default();
            assert!(
                !about.is_empty() && about.len() < 80,
                "{}",
                command.get_name()
            );
            assert!(!about.ends_with('.'), "{about}");
        }
    }
}
