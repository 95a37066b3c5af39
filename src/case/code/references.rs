//! What `explain` says of references.

use super::{Code, Info};

pub(super) const INFO: &[Info] = &[
    (
        Code::DUPLICATE_ID,
        "an id used twice",
        "Ids are one list for the whole case, whatever the kind of record and whatever the file: a claim cannot have the id of a party. References mean the first of the two. Give the second another id; `casefile rename` changes an id everywhere.",
    ),
    (
        Code::UNCITED,
        "a sentence of the draft without a mark",
        "No mark says what the sentence stands on. Cite a claim or a record, [@c-value]; write [@author] for what the author saw, [TK] for what is to come, [~] for what needs no check.",
    ),
];
