//! What `explain` says of references.

use super::{Code, Info};

pub(super) const INFO: &[Info] = &[
    (
        Code::DUPLICATE_ID,
        "an id used twice",
        "Ids are one list for the whole case, whatever the kind of record and whatever the file: a claim cannot have the id of a party. References mean the first of the two. Give the second another id; `casefile rename` changes an id everywhere.",
    ),
    (
        Code(210),
        "a reference to a record that does not exist",
        "No record of the case has this id. Either the id is misspelled, and the message names the one that was likely meant, or the record is still to be written. Text that is no reference does not belong in this field.",
    ),
    (
        Code(211),
        "a reference to a record of the wrong kind",
        "The field wants a record of another kind: `source` and `via` name sources, `event` an event, `put` claims. `casefile list CASE` shows what each id is.",
    ),
    (
        Code(212),
        "a place in something that is no source",
        "Only sources have pages, paragraphs and lines. For the field of a record write `permit-feb6.value`; for a place write the source's id before the `#`.",
    ),
    (
        Code(213),
        "a field that the record does not have",
        "The reference names a field that its record does not hold, or that is no quantity or date. `casefile show CASE ID` shows the record's fields.",
    ),
    (
        Code(214),
        "a place that the source's text lacks",
        "The text at hand has no such page, paragraph, line or time. Look whether the number is right, and whether `paragraphs:` of the source says how its paragraphs are told apart (`lines` or `blank-lines`). The words are looked for in the whole text all the same.",
    ),
    (
        Code::UNCITED,
        "a sentence of the draft without a mark",
        "No mark says what the sentence stands on. Cite a claim or a record, [@c-value]; write [@author] for what the author saw, [TK] for what is to come, [~] for what needs no check.",
    ),
];
