//! What our own characters are drawn as where only ASCII can be drawn. The signs of findings and rulings are
//! [`Sign`](crate::ruling::Sign)'s.

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
    use crate::ruling::{Sign, Standing};
    use crate::text::width;

    #[test]
    fn every_twin_is_as_wide_as_what_it_is_drawn_for() {
        for (sign, twin) in TWINS {
            assert_eq!(width::of(&sign.to_string()), 1, "{sign}");
            assert!(twin.is_ascii_graphic());
        }
    }

    #[test]
    fn a_sign_in_running_text_has_the_twin_that_the_table_of_signs_gives_it() {
        let standings = Standing::ALL.map(Sign::of).into_iter();
        // Two letters stand for what is still to come; in running text the same character is an ellipsis.
        let one_cell = standings.filter(|sign| sign.ascii.len() == 1);
        for sign in one_cell.chain([Sign::SAME, Sign::OTHER, Sign::UNCOMPARED, Sign::WRONG]) {
            let drawn: String = sign.sign.chars().map(twin).collect();
            assert_eq!(drawn, sign.ascii, "{}", sign.word);
        }
    }
}
