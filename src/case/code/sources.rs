//! The codes of files and sources, and what `explain` says of them.

use super::{Code, Info};

impl Code {
    /// A file that was refused, or is not there.
    pub const FILE: Self = Self(510);
    /// A file whose hash is not the recorded one.
    pub const CHANGED: Self = Self(511);
    /// A file without a recorded hash.
    pub const NO_HASH: Self = Self(512);
    /// A file that is no text.
    pub const NO_TEXT: Self = Self(513);
    /// A text with a recorded hash that is not here.
    pub const ABSENT: Self = Self(514);
    /// A text that was not in UTF-8.
    pub const DECODED: Self = Self(515);
    /// A file of the case that is not read because of its name.
    pub const NOT_READ: Self = Self(516);
    /// A text that changed elsewhere than where it was ruled on.
    pub const CHANGED_AROUND: Self = Self(517);
}

pub(super) const INFO: &[Info] = &[
    (
        Code::FILE,
        "a file that is not there or is not opened",
        "Every file of a case is opened beneath the case's folder: no path that begins with / or goes up with .., no link, no pipe or device, nothing above the size limit, and not private.yaml. A missing text is brought in with `casefile attach CASE SOURCE FILE`; a text that nobody has yet is written `file: TK`.",
    ),
    (
        Code::CHANGED,
        "a text that is not the recorded one",
        "The record gives the SHA-256 of the text as it was when it was attached, and the file has another one now. It is still searched, and every finding says that the text has changed. If somebody corrected the file, get the original back; if the new one is right, `casefile attach` records it.",
    ),
    (
        Code::NO_HASH,
        "a text without a recorded hash",
        "With a recorded SHA-256 a change to the text is noticed. `casefile attach` records it; so does the line `sha256:` with what `sha256sum` prints.",
    ),
    (
        Code::NO_TEXT,
        "a file that is no plain text",
        "Quotations are looked for in plain text. Take the text out of the document first, for a PDF for instance with `pdftotext -layout`, which keeps the pages, and name that file. The document itself can stay beside it.",
    ),
    (
        Code::ABSENT,
        "a text that is not on this machine",
        "A hash is recorded, so somebody has the text, but not here: texts under copyright are usually not handed on with the case. What can be compared is compared with our notes or with what the source was read in. `casefile attach CASE SOURCE FILE` brings the text in and checks that it is the recorded one.",
    ),
    (
        Code::DECODED,
        "a text in another encoding",
        "The file is not UTF-8. It was read in the encoding that its first bytes name or that its letters look most like. If letters with accents look wrong, save it as UTF-8 and attach it anew; its hash changes with that.",
    ),
    (
        Code::NOT_READ,
        "a file that looks like part of the case and is not read",
        "Records are read from files directly in the case's folder that end in .yaml, in small letters. A file that ends in .yml, or whose name cannot be read as text, is left alone. Rename it if it belongs to the case.",
    ),
    (
        Code::CHANGED_AROUND,
        "a text that changed around what was ruled on",
        "The file of the source is another one than when people ruled on words of it, and those words and the ones beside them are the same. The rulings stand. See what changed: what follows or comes before a passage can turn its meaning round.",
    ),
];
