//! A source: something that was read or heard.

use crate::case::{
    Access, Field, Identity, ParagraphRule, Ref, SourceKind, Terms, Tier, When, Who,
};
use schemars::JsonSchema;
use serde::Deserialize;

/// A source. Required: `kind`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Source {
    /// What it is.
    pub kind: Field<SourceKind>,
    /// How near it stands to the event.
    pub tier: Field<Tier>,
    /// Its title.
    pub title: Field<String>,
    /// Who speaks in it.
    pub who: Field<Who>,
    /// Who published it.
    pub publisher: Field<Who>,
    /// When it was said or published.
    pub date: Field<When>,
    /// The terms on which it was given.
    pub terms: Field<Terms>,
    /// How the source may be identified.
    pub identity: Field<Identity>,
    /// What a source that is not named is called in print.
    pub cite_as: Field<String>,
    /// In which source we read it, if we have not seen it ourselves.
    pub via: Field<Ref>,
    /// How it was obtained.
    pub access: Field<Access>,
    /// The access request that brought it.
    pub request: Field<Ref>,
    /// Path of its full text, inside the case's folder.
    pub file: Field<String>,
    /// Path of our reading notes of it.
    pub notes: Field<String>,
    /// SHA-256 of the file's bytes, 64 hexadecimal digits.
    pub sha256: Field<String>,
    /// Where it is on the web.
    pub url: Field<String>,
    /// Where an archive keeps it.
    pub archive_url: Field<String>,
    /// When it was captured.
    pub captured: Field<When>,
    /// Language of the text, BCP 47.
    pub lang: Field<String>,
    /// Who translated it.
    pub translator: Field<Who>,
    /// True if the text was made by optical character recognition.
    pub ocr: Field<bool>,
    /// What counts as a paragraph in its text.
    pub paragraphs: Field<ParagraphRule>,
    /// Anything else.
    pub note: Field<String>,
}
