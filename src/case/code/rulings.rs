//! The codes of what people ruled, and what `explain` says of them. The logs themselves have their own.

use super::{Code, Info};

impl Code {
    /// A ruling by somebody who is not in the team.
    pub const NOT_IN_TEAM: Self = Self(720);
    /// A ruling on something that is gone.
    pub const RULED_GONE: Self = Self(721);
    /// A claim that only its author checked.
    pub const SELF_CHECK: Self = Self(722);
    /// Two different lines of one id.
    pub const SAME_LINE_ID: Self = Self(723);
    /// An undo that undoes nothing.
    pub const VAIN_UNDO: Self = Self(724);
    /// Lines that could not be read.
    pub const DAMAGED: Self = Self(725);
}

pub(super) const INFO: &[Info] = &[
    (
        Code::NOT_IN_TEAM,
        "a ruling by somebody who is not in the team",
        "The case has a `team:`, and this person is not in it. The ruling is kept and shown, and does not count. If the person works on the story, add them to `team:` in case.yaml, with a role; the ruling counts from then on.",
    ),
    (
        Code::RULED_GONE,
        "a ruling on a claim or sentence that is gone",
        "Somebody ruled on a claim that no longer exists, or on a sentence that is no longer in the draft and cannot be known again. The ruling is kept, with its last words. If the claim only got another id by hand, give it the old one back and use `casefile rename`; if it was taken out on purpose, its checker can take the ruling back with `casefile undo`.",
    ),
    (
        Code::SELF_CHECK,
        "a check by the author alone",
        "Nobody but an author of the story has checked this. It counts and is marked, and the story cannot be signed off with it unless the house allows it with `self_check: true` in policy.yaml. Ask a second person to look at it.",
    ),
    (
        Code::SAME_LINE_ID,
        "two different lines of one name",
        "Every line of a log has a random name, and a line that had to be written again has the same one and says the same. Here two lines of one name say different things; the first one counts. Somebody copied a line and changed it, or joined two logs by hand. See with Git where the second one came from.",
    ),
    (
        Code::VAIN_UNDO,
        "an undo that undoes nothing",
        "The line takes back a ruling that is not in any log here, or that another person gave. Everybody takes back only their own rulings. If a log is missing, get it from whoever has it; else nothing is to be done.",
    ),
    (
        Code::DAMAGED,
        "lines of a log that could not be read",
        "Lines were torn when a machine stopped, or damaged later. They are kept as they are and do not count; every other line does. Nothing in a log is ever repaired: if a ruling is missing, give it again.",
    ),
];
