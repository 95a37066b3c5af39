//! The codes of references and of the draft's marks, and what `explain` says of them.

use super::{Code, Info};

impl Code {
    /// An id used twice.
    pub const DUPLICATE_ID: Self = Self(201);
    /// A reference to a record that does not exist.
    pub const DANGLING: Self = Self(210);
    /// A reference to a record of the wrong kind.
    pub const WRONG_KIND: Self = Self(211);
    /// A place in a text on a reference to something that is no source.
    pub const LOCATOR: Self = Self(212);
    /// A field that the record does not have.
    pub const NO_FIELD: Self = Self(213);
    /// A place that the text lacks.
    pub const LACKS: Self = Self(214);
    /// A record that cites itself.
    pub const ITSELF: Self = Self(215);
    /// Sources that were read in each other.
    pub const VIA_CIRCLE: Self = Self(216);
    /// A number taken from a whole record, or from a field that holds none.
    pub const NO_QUANTITY: Self = Self(217);
    /// A sentence of the draft with no mark.
    pub const UNCITED: Self = Self(230);
    /// Several sentences on one line.
    pub const SEVERAL: Self = Self(231);
    /// A mark that cannot be read.
    pub const BAD_MARK: Self = Self(232);
    /// A comment or code in the draft that is never closed.
    pub const OPEN_COMMENT: Self = Self(233);
}

pub(super) const INFO: &[Info] = &[
    (
        Code::DUPLICATE_ID,
        "an id used twice",
        "Ids are one list for the whole case, whatever the kind of record and whatever the file: a claim cannot have the id of a party. References mean the first of the two. Give the second another id; `casefile rename` changes an id everywhere.",
    ),
    (
        Code::DANGLING,
        "a reference to a record that is not there",
        "An id stands here that no record of the case has. Either it is misspelt, or its record has still to be written. If a record's id was changed, `casefile rename` would have changed it here too. A name that needs no record of its own is written as a name, with capitals or spaces: `Ministry of Defence`.",
    ),
    (
        Code::WRONG_KIND,
        "a reference to a record of another kind",
        "The field wants another kind of record: `source` and `via` a source, `event` an event, `request` an access request, `put` claims, `who` a party (or, for a document's own words, the source). Often two ids look alike: `q-toll` is the quotation, `tel-navarro` the interview it comes from.",
    ),
    (
        Code::LOCATOR,
        "a place in something that is no text",
        "Only sources have pages, paragraphs and lines. Leave the part from the `#` on out here; the place belongs on the record's own `source` or `via`.",
    ),
    (
        Code::NO_FIELD,
        "a field that the record does not have",
        "A reference such as `permit-feb6.value.amount` names a field of a record, and a field in that. This kind of record has no such field. `casefile show CASE ID` shows the fields a record has.",
    ),
    (
        Code::LACKS,
        "a place that the text does not have",
        "The text at hand has fewer pages, paragraphs or lines, or no such time. `#p3` counts the text's own pages (form feeds or page marks), `#par7` its paragraphs by the rule in `paragraphs:`, `#l12` its lines, `#t00:12:30` the time stamps of a transcript. What is looked for is then looked for in the whole text.",
    ),
    (
        Code::ITSELF,
        "a record that cites itself",
        "Nothing can be its own evidence. Name what it stands on: a quote, a permit, a figure, a source.",
    ),
    (
        Code::VIA_CIRCLE,
        "sources that were read in each other",
        "`via` says in what we read a source that we have not seen ourselves. Followed from here it comes back to where it began, so that none of the sources was read anywhere. Take the `via` off the one that is at hand.",
    ),
    (
        Code::NO_QUANTITY,
        "a reference that names no number and no date",
        "A claim's number or date is compared with one field: `from: dead-49.killed`, `from: permit-feb6.value`, `from: protests.date`, `from: q-toll.printed` for a number in quoted words. A whole record has several, or none.",
    ),
    (
        Code::UNCITED,
        "a sentence of the draft without a mark",
        "No mark says what the sentence stands on. Cite a claim or a record, [@c-value]; write [@author] for what the author saw, [TK] for what is to come, [~] for what needs no check. It is a warning where the sentence holds a number, a date, a name, a superlative or a quotation.",
    ),
    (
        Code::SEVERAL,
        "several sentences on one line",
        "A draft is read sentence by sentence, and each has its own mark and its own ruling. Sentences on one line are taken apart by rule, which may go wrong at an abbreviation. A line of its own for each also makes every change to one sentence a change to one line.",
    ),
    (
        Code::BAD_MARK,
        "a mark that cannot be read",
        "Marks stand in brackets: [@id], [@a; @b#p3], [@author], [TK], [~], joined with semicolons. Every id has an @ before it. A mark that cannot be read counts as none.",
    ),
    (
        Code::OPEN_COMMENT,
        "a comment or code in the draft that is never closed",
        "Comments, `<!-- … -->`, and code between lines of ``` or ~~~ hold no sentences. One that is never closed runs to the end of the draft, and so the rest of the story would not be checked. Close it where it ends.",
    ),
];
