//! The codes of numbers and dates, and what `explain` says of them.

use super::{Code, Info};

impl Code {
    /// Another number or date than the source's.
    pub const WRONG_FIGURE: Self = Self(401);
    /// Other units than the source's.
    pub const OTHER_UNIT: Self = Self(402);
    /// The source's hedge is gone.
    pub const HEDGE_DROPPED: Self = Self(403);
    /// It sounds like more than it is.
    pub const OVERSTATED: Self = Self(404);
    /// A place that still prints another number.
    pub const STILL_PRINTS: Self = Self(405);
}

pub(super) const INFO: &[Info] = &[
    (
        Code::WRONG_FIGURE,
        "a number or date that is not the source's",
        "What is printed does not agree with the record or the words it is taken from, neither as it stands nor rounded nor with its hedge. \"nearly 400,000\" for 412,000 is wrong, since nearly cannot stand above the number; so is 13 March for 14 March. The message gives the rule that was applied and what the source has. Correct the story, or the record if that was typed wrongly.",
    ),
    (
        Code::OTHER_UNIT,
        "a number in other units than the source's",
        "The source counts something else: US dollars for Canadian ones, percentage points for per cent, working days for days, tons for tonnes. The numbers cannot be compared. A bare $ is read as `home: {currency: CAD}` in case.yaml says; without that line it agrees with no currency.",
    ),
    (
        Code::HEDGE_DROPPED,
        "a hedge of the source that the story leaves out",
        "The source said at least, about, nearly or only dozens, or knows the month and not the day; the story prints the bare number or the day. \"20\" for \"at least 20\" claims to know more than the source. Print the hedge, or say who knows it better.",
    ),
    (
        Code::OVERSTATED,
        "a number that sounds like more than it is",
        "By the letter it may be allowed, but readers will think of more: \"up to 500\" for 300, \"hundreds\" for 66. Up to and fewer than want three quarters of their number at least; dozens begin at 24, scores at 40, hundreds at 200, thousands at 2,000. House rules may set other tolerances in policy.yaml.",
    ),
    (
        Code::STILL_PRINTS,
        "a sentence that still prints another number",
        "A sentence that cites nothing has the words of a claim, and counts the same thing, but prints another number than the claim's source has now. Often a number was corrected in one place of a draft and not in the other. Correct it and cite the claim; if something else is meant, cite what it stands on.",
    ),
];
