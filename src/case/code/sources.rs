//! What `explain` says of sources and their files.

use super::{Code, Info};

pub(super) const INFO: &[Info] = &[
    (
        Code(510),
        "a file of a source that is not read",
        "The path leads out of the case's folder, goes through a link, names something that is no regular file, is larger than the limit, or there is nothing. Texts lie in the case's folder, usually in sources/. `casefile attach CASE SOURCE FILE` brings one in.",
    ),
    (
        Code(511),
        "a text that is not the one recorded",
        "The file's SHA-256 is not the one in `sha256:`, so somebody has changed it since it was recorded, or it is another version. It is still searched, and every finding says that the text was changed. Find the recorded text, or record this one with `casefile attach --record` after comparing.",
    ),
    (
        Code(512),
        "a text without a recorded hash",
        "Without `sha256:` nobody would notice if the text were changed. `casefile attach` records it, also for a text that is there already.",
    ),
    (
        Code(513),
        "a file that is no plain text",
        "Quotations are looked for in plain text. Take the text out first (for a PDF with pdftotext, for a picture with OCR) and attach that; the original may lie beside it.",
    ),
    (
        Code(514),
        "a recorded text that is not on this machine",
        "The source has a hash, so somebody has its text, and it is not here. Ask for it and bring it in with `casefile attach CASE SOURCE FILE`: the hash tells whether it is the right one. Until then its quotations cannot be compared here.",
    ),
];
