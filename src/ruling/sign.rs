//! The one table of signs: sign, its ASCII twin, word and tone, for terminal, desk and report alike.
//!
//! A sign never stands for something that its word does not say, and a tone only repeats the word. What a machine finds
//! has signs of its own: it never borrows those of people.

use super::replies::Reply;
use super::ruled::{Holds, Ruled};
use super::ruling::Ruling;
use super::standing::Standing;
use crate::case::{self, Held};
use crate::verify::figures::Outcome;
use crate::verify::{Class, Severity};
use serde::Serialize;

/// How loudly a word speaks. Whoever draws it chooses a colour or leaves it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// As it is: nobody has looked yet, or nothing is to be said.
    #[default]
    Plain,
    /// Nothing to look at.
    Dim,
    /// It stands.
    Good,
    /// It is to be looked at.
    Doubt,
    /// It does not stand.
    Bad,
}

/// A sign with its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sign {
    /// One character, one cell wide.
    pub sign: &'static str,
    /// What means the same in ASCII, two cells at most.
    pub ascii: &'static str,
    /// The word, which says it all.
    pub word: &'static str,
    /// How loudly it speaks.
    pub tone: Tone,
}

const fn sign(sign: &'static str, ascii: &'static str, word: &'static str, tone: Tone) -> Sign {
    Sign {
        sign,
        ascii,
        word,
        tone,
    }
}

impl Sign {
    /// The sign as it may be drawn.
    pub const fn drawn(self, ascii: bool) -> &'static str {
        if ascii { self.ascii } else { self.sign }
    }

    /// Sign and word, as they stand in running text.
    pub fn spoken(self) -> String {
        format!("{} {}", self.sign, self.word)
    }

    /// A person ruled it wrong.
    pub const WRONG: Self = sign("✗", "x", "wrong", Tone::Bad);
    /// A reference that leads to no record.
    pub const NO_RECORD: Self = sign("✗", "x", "no record has this id", Tone::Bad);
    /// MACHINE: the same words stand there.
    pub const SAME: Self = sign("≡", "=", "same words", Tone::Plain);
    /// MACHINE: other words, or something to look at.
    pub const OTHER: Self = sign("!", "!", "other words", Tone::Doubt);
    /// MACHINE: how far it looked.
    pub const ASIDE: Self = sign("·", ".", "to know", Tone::Doubt);
    /// MACHINE: nothing was compared.
    pub const UNCOMPARED: Self = sign("–", "-", "not compared", Tone::Dim);

    /// The sign of what stands: PEOPLE's signs.
    pub const fn of(standing: Standing) -> Self {
        match standing {
            Standing::Confirmed => sign("✓", "+", "ok", Tone::Good),
            Standing::ToCheck => sign("·", ".", "to check", Tone::Plain),
            Standing::Unsourced => sign("?", "?", "no source", Tone::Doubt),
            Standing::Tk => sign("…", "TK", "TK", Tone::Doubt),
            Standing::NoneNeeded => sign("–", "-", "none needed", Tone::Dim),
            Standing::Waived => sign("–", "-", "waived", Tone::Dim),
            Standing::ToFix => sign("!", "!", "fix", Tone::Doubt),
            Standing::CannotVerify => sign("✗", "x", Ruling::CannotVerify.plainly(), Tone::Bad),
            Standing::Gone => sign("✗", "x", "gone", Tone::Bad),
            Standing::Stale => sign("↻", "@", "stale", Tone::Doubt),
            Standing::AsAsked => sign("◂", "<", "as asked", Tone::Good),
            Standing::Disputed => sign("‡", "&", "disputed", Tone::Bad),
            Standing::Clash => sign("≠", "#", "clash", Tone::Bad),
        }
    }

    /// The sign of a ruling, or of what became of it; its word is [`Ruling::plainly`].
    pub const fn of_ruling(ruled: &Ruled) -> Self {
        let of = match (ruled.holds, ruled.ruling) {
            (Holds::Stale, _) => Self::of(Standing::Stale),
            (Holds::AsAsked, _) => Self::of(Standing::AsAsked),
            (Holds::Yes, Ruling::Confirmed | Ruling::LegalCleared | Ruling::SignedOff) => {
                Self::of(Standing::Confirmed)
            }
            (Holds::Yes, Ruling::Fix) => Self::of(Standing::ToFix),
            (Holds::Yes, Ruling::Wrong | Ruling::Contradicted | Ruling::Unsupported) => Self::WRONG,
            (Holds::Yes, Ruling::CannotVerify) => Self::of(Standing::CannotVerify),
            (Holds::Yes, Ruling::NotCheckable) => Self::of(Standing::NoneNeeded),
            (Holds::Yes, Ruling::Waived) => Self::of(Standing::Waived),
            (Holds::Yes, Ruling::Withdrawn) => Self::of(Standing::ToCheck),
        };
        sign(of.sign, of.ascii, ruled.ruling.plainly(), of.tone)
    }

    /// The sign of what was found of a quotation: the sign and the word by its class, the tone by how much that weighs.
    pub const fn of_class(class: Class, severity: Severity) -> Self {
        let of = if matches!(class, Class::NotChecked) {
            Self::UNCOMPARED
        } else if class.is_clean() {
            Self::SAME
        } else {
            Self::OTHER
        };
        let tone = match severity {
            Severity::Ok | Severity::Note => Tone::Plain,
            Severity::Grey => Tone::Dim,
            Severity::Low | Severity::High => Tone::Doubt,
            Severity::Critical | Severity::Absent => Tone::Bad,
        };
        sign(of.sign, of.ascii, class.plainly(), tone)
    }

    /// The sign of what the comparison of a number or date gave.
    pub const fn of_outcome(outcome: Outcome) -> Self {
        let (of, tone) = match outcome {
            Outcome::Consistent | Outcome::InsideRange => (Self::SAME, Tone::Plain),
            Outcome::NotComparable => (Self::UNCOMPARED, Tone::Dim),
            Outcome::RoundedWithoutHedge
            | Outcome::HedgeShifted
            | Outcome::Understated
            | Outcome::Stretched
            | Outcome::Overstated
            | Outcome::HedgeDropped => (Self::OTHER, Tone::Doubt),
            Outcome::UnitMismatch | Outcome::Wrong => (Self::OTHER, Tone::Bad),
        };
        sign(of.sign, of.ascii, outcome.plain(), tone)
    }

    /// What is held of a source.
    pub const fn of_held(held: Held) -> Self {
        match held {
            Held::Full => sign("✓", "+", held.words(), Tone::Good),
            Held::Changed => sign("≠", "#", held.words(), Tone::Bad),
            Held::Notes => sign("·", ".", held.words(), Tone::Doubt),
            Held::None => sign("✗", "x", held.words(), Tone::Doubt),
        }
    }

    /// How far an allegation has come.
    pub const fn of_reply(reply: Reply) -> Self {
        let word = reply.words();
        match reply {
            Reply::NotPut => sign("✗", "x", word, Tone::Bad),
            Reply::OtherWords | Reply::WordsOpen => sign("↻", "@", word, Tone::Doubt),
            Reply::NoAnswer | Reply::NotPrinted => sign("·", ".", word, Tone::Plain),
            Reply::Printed => sign("✓", "+", word, Tone::Good),
        }
    }

    /// A fault of the files.
    pub const fn of_fault(severity: case::Severity) -> Self {
        match severity {
            case::Severity::Error => sign("✗", "x", severity.word(), Tone::Bad),
            case::Severity::Warning => sign("!", "!", severity.word(), Tone::Doubt),
            case::Severity::Note => sign("·", ".", severity.word(), Tone::Dim),
        }
    }
}

impl Ruling {
    /// The word for people.
    pub const fn plainly(self) -> &'static str {
        match self {
            Self::CannotVerify => "cannot verify",
            Self::NotCheckable => "not checkable",
            Self::LegalCleared => "legal cleared",
            Self::SignedOff => "signed off",
            Self::Confirmed
            | Self::Fix
            | Self::Wrong
            | Self::Contradicted
            | Self::Unsupported
            | Self::Waived
            | Self::Withdrawn => self.word(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    fn all() -> Vec<Sign> {
        let mut all = vec![
            Sign::WRONG,
            Sign::SAME,
            Sign::OTHER,
            Sign::ASIDE,
            Sign::UNCOMPARED,
        ];
        all.extend(Standing::ALL.map(Sign::of));
        all.extend([Held::Full, Held::Changed, Held::Notes, Held::None].map(Sign::of_held));
        all.extend(Reply::ALL.map(Sign::of_reply));
        all
    }

    #[test]
    fn every_sign_is_one_cell_and_its_twin_at_most_two() {
        for sign in all() {
            assert_eq!(width::of(sign.sign), 1, "{}", sign.word);
            let ascii = sign.ascii;
            assert!(ascii.is_ascii() && ascii.len() <= 2, "{}", sign.word);
        }
    }

    #[test]
    fn the_same_sign_never_stands_for_good_and_bad() {
        for one in Standing::ALL.map(Sign::of) {
            for other in Standing::ALL.map(Sign::of) {
                let differs = (one.tone == Tone::Good) != (other.tone == Tone::Good);
                let same = one.sign == other.sign || one.ascii == other.ascii;
                assert!(!(differs && same), "{} {}", one.word, other.word);
            }
        }
    }

    #[test]
    fn the_machine_never_borrows_the_sign_of_a_confirmation() {
        let confirmed = Sign::of(Standing::Confirmed);
        let mut machine = vec![Sign::SAME, Sign::OTHER, Sign::UNCOMPARED];
        machine.extend(Class::ALL.map(|class| Sign::of_class(class, Severity::Ok)));
        machine.extend(Outcome::ALL.map(Sign::of_outcome));
        for machine in machine {
            assert_ne!(machine.sign, confirmed.sign);
            assert_ne!(machine.ascii, confirmed.ascii);
            assert_ne!(machine.tone, confirmed.tone);
            assert!(!machine.word.contains("confirm"), "{}", machine.word);
        }
    }

    #[test]
    fn a_sign_has_one_twin_wherever_it_stands() {
        let all = all();
        for one in &all {
            // An ellipsis stands for what is still to come, which ASCII says in letters.
            let twins = all.iter().filter(|other| other.sign == one.sign);
            assert!(
                twins
                    .map(|other| other.ascii)
                    .all(|ascii| ascii == one.ascii)
            );
        }
    }
}
