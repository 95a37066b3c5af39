//! The arguments of report, export and diff.

use super::Format;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `report`
#[derive(Debug, Args)]
pub struct Report {
    /// A case
    pub path: PathBuf,
    /// What to tell
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = ReportFormat::Html)]
    pub format: ReportFormat,
    /// Only the letter to this party
    #[arg(long, value_name = "PARTY")]
    pub to: Option<String>,
    /// Only the call sheet for this person
    #[arg(long, value_name = "ID")]
    pub who: Option<String>,
    /// Name confidential sources too; what stands in private.yaml is never told
    #[arg(long)]
    pub no_redact: bool,
    /// The file to write; standard output if left out
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// `export`
#[derive(Debug, Args)]
pub struct Export {
    /// A case
    pub path: PathBuf,
    /// What to write
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: ExportFormat,
    /// Name confidential sources too; what stands in private.yaml is never told
    #[arg(long)]
    pub no_redact: bool,
    /// The file to write; standard output if left out
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// The formats of other tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// The sheet of the draft
    Csv,
    /// Every record and sentence, one object a line
    Json,
    /// The sources, for citation managers
    CslJson,
    /// The words found in the sources, as Web Annotations
    #[value(name = "w3c-annotation")]
    W3cAnnotation,
    /// `FollowTheMoney` entities, one a line
    Ftm,
    /// What people ruled, as schema.org `ClaimReview`
    #[value(name = "claimreview")]
    ClaimReview,
}

/// `diff`
#[derive(Debug, Args)]
pub struct Diff {
    /// The case
    pub case: PathBuf,
    /// List what was ruled since this day, such as 2023-12-05, as well
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// How to tell it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    pub format: Format,
}

/// What a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// One page with the annotated draft, to be opened in a browser or printed
    Html,
    /// The same as Markdown
    Markdown,
    /// The sheet newsrooms keep, a line for each piece of evidence
    Csv,
    /// Letters to those whom the story accuses
    Letter,
    /// Call sheets for those whom it quotes
    Calls,
}
