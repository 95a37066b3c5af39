//! The one table of signs: sign, word, role, and the sign's ASCII twin.
use super::Role;
use crate::ruling::Standing;

/// A sign with its word. The sign never stands for something that the word does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// One cell.
    pub sign: &'static str,
    /// What means the same in ASCII, two cells at most.
    pub ascii: &'static str,
    /// The word.
    pub word: &'static str,
    /// How it looks.
    pub role: Role,
}

const fn sign(sign: &'static str, ascii: &'static str, word: &'static str, role: Role) -> Sign {
    Sign {
        sign,
        ascii,
        word,
        role,
    }
}

impl Sign {
    /// The sign as it may be drawn.
    pub const fn drawn(self, ascii: bool) -> &'static str {
        if ascii { self.ascii } else { self.sign }
    }

    /// The sign of what stands: PEOPLE's signs.
    pub const fn of(standing: Standing) -> Self {
        match standing {
            Standing::Confirmed => sign("✓", "+", "ok", Role::Good),
            Standing::ToCheck => sign("·", ".", "to check", Role::Plain),
            Standing::Unsourced => sign("?", "?", "no source", Role::Doubt),
            Standing::Tk => sign("…", "TK", "TK", Role::Doubt),
            Standing::NoneNeeded => sign("–", "-", "none needed", Role::Dim),
            Standing::Waived => sign("–", "-", "waived", Role::Dim),
            Standing::ToFix => sign("!", "!", "fix", Role::Doubt),
            Standing::CannotVerify => sign("✗", "x", "cannot verify", Role::Bad),
            Standing::Gone => sign("✗", "x", "gone", Role::Bad),
            Standing::Stale => sign("↻", "@", "stale", Role::Doubt),
            Standing::AsAsked => sign("◂", "<", "as asked", Role::Good),
            Standing::Disputed => sign("‡", "&", "disputed", Role::Bad),
            Standing::Clash => sign("≠", "#", "clash", Role::Bad),
        }
    }

    /// A person ruled it wrong.
    pub const WRONG: Self = sign("✗", "x", "wrong", Role::Bad);
    /// MACHINE: the same words stand there.
    pub const SAME: Self = sign("≡", "=", "same words", Role::Plain);
    /// MACHINE: other words, or something to look at.
    pub const OTHER: Self = sign("!", "!", "other words", Role::Doubt);
    /// What is held of a source: the full text.
    pub const HELD: Self = sign("✓", "+", "full text", Role::Good);
    /// What is held of a source: nothing.
    pub const NOT_HELD: Self = sign("✗", "x", "not held", Role::Doubt);
    /// What is held of a source: our notes.
    pub const NOTES: Self = sign("~", "~", "notes only", Role::Plain);
    /// What is held of a source: another text than the one recorded.
    pub const CHANGED: Self = sign("≠", "#", "changed text", Role::Doubt);
}

/// Our own signs and lines and their ASCII twins, one cell each.
const TWINS: [(char, char); 38] = [
    ('─', '-'),
    ('│', '|'),
    ('┌', '+'),
    ('┐', '+'),
    ('└', '+'),
    ('┘', '+'),
    ('├', '+'),
    ('┤', '+'),
    ('┬', '+'),
    ('┴', '+'),
    ('┼', '+'),
    ('…', '~'),
    ('·', '.'),
    ('–', '-'),
    ('—', '-'),
    ('“', '"'),
    ('”', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('→', '>'),
    ('←', '<'),
    ('↑', '^'),
    ('↓', 'v'),
    ('✓', '+'),
    ('✗', 'x'),
    ('↻', '@'),
    ('◂', '<'),
    ('‡', '&'),
    ('≠', '#'),
    ('≡', '='),
    ('⚑', '!'),
    ('▌', '|'),
    ('┆', ':'),
    ('¶', '#'),
    ('×', 'x'),
    ('▸', '>'),
    ('◌', 'o'),
    ('␛', '^'),
];

/// The ASCII twin of one of our own characters; a letter of somebody's text is left as it is.
pub fn twin(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    TWINS
        .iter()
        .find(|(sign, _)| *sign == c)
        .map_or(c, |(_, twin)| *twin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    const STANDINGS: [Standing; 13] = [
        Standing::Gone,
        Standing::Tk,
        Standing::Unsourced,
        Standing::Disputed,
        Standing::Stale,
        Standing::AsAsked,
        Standing::ToFix,
        Standing::CannotVerify,
        Standing::Clash,
        Standing::Confirmed,
        Standing::Waived,
        Standing::NoneNeeded,
        Standing::ToCheck,
    ];

    #[test]
    fn every_sign_is_one_cell_and_its_twin_at_most_two() {
        for sign in STANDINGS.map(Sign::of) {
            assert_eq!(width::of(sign.sign), 1, "{}", sign.word);
            assert!(
                sign.ascii.is_ascii() && sign.ascii.len() <= 2,
                "{}",
                sign.word
            );
        }
        for (sign, twin) in TWINS {
            assert_eq!(width::of(&sign.to_string()), 1, "{sign}");
            assert!(twin.is_ascii_graphic());
        }
    }

    #[test]
    fn the_same_sign_never_stands_for_good_and_bad() {
        for one in STANDINGS.map(Sign::of) {
            for other in STANDINGS.map(Sign::of) {
                let differs = (one.role == Role::Good) != (other.role == Role::Good);
                assert!(
                    !(differs && one.sign == other.sign),
                    "{} {}",
                    one.word,
                    other.word
                );
                assert!(
                    !(differs && one.ascii == other.ascii),
                    "{} {}",
                    one.word,
                    other.word
                );
            }
        }
    }

    #[test]
    fn the_machine_never_borrows_the_sign_of_a_confirmation() {
        let confirmed = Sign::of(Standing::Confirmed);
        for machine in [Sign::SAME, Sign::OTHER] {
            assert_ne!(machine.sign, confirmed.sign);
            assert_ne!(machine.ascii, confirmed.ascii);
        }
    }
}
