//! How far a typed word is from a word of the vocabulary.

/// Typed words longer than this (bytes) are not compared by letters.
const LONGEST: usize = 31;

/// How many letters may be wrong in a word of this length. A number with a wrong digit is another number.
pub fn allowed(word: &[u8]) -> usize {
    if word.len() > LONGEST || word.iter().any(u8::is_ascii_digit) {
        return 0;
    }
    match word.len() {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// The fewest edits (letters wrong, missing, extra or two exchanged) from `typed` to a beginning of `word`, and how many
/// bytes of `word` follow; `None` if more than `most`. Optimal string alignment, one row at a time.
pub fn distance_to_beginning(typed: &[u8], word: &[u8], most: usize) -> Option<(usize, usize)> {
    let size = typed.len();
    if size > LONGEST {
        return None;
    }
    let mut before = [0usize; LONGEST + 1];
    let mut last = [0usize; LONGEST + 1];
    let mut row = [0usize; LONGEST + 1];
    for (j, cell) in last.iter_mut().enumerate().take(size + 1) {
        *cell = j;
    }
    let mut best = (size <= most).then_some((size, 0));
    for i in 1..=word.len().min(size + most) {
        row[0] = i;
        let mut least = i;
        for j in 1..=size {
            let wrong = usize::from(word[i - 1] != typed[j - 1]);
            let mut cost = (last[j - 1] + wrong).min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && word[i - 1] == typed[j - 2] && word[i - 2] == typed[j - 1] {
                cost = cost.min(before[j - 2] + 1);
            }
            row[j] = cost;
            least = least.min(cost);
        }
        // A longer beginning at the same cost leaves less of the word over.
        if row[size] <= most && best.is_none_or(|(cost, _)| row[size] <= cost) {
            best = Some((row[size], i));
        }
        if least > most {
            break;
        }
        before = last;
        last = row;
    }
    best.map(|(cost, reached)| (cost, word.len() - reached))
}

/// Every byte of `typed` stands in `word`, in order: `cntmntn` in *contamination*.
pub fn skips_letters(typed: &[u8], word: &[u8]) -> bool {
    let mut rest = word.iter();
    typed.iter().all(|t| rest.any(|w| w == t))
}

/// Which letters and digits a word has, as bits: two words with too many letters apart need no closer look.
pub fn letters(word: &[u8]) -> u64 {
    word.iter().fold(0, |bits, &byte| {
        bits | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << (26 + byte - b'0'),
            _ => 1 << (36 + u32::from(byte) % 28),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_one_edit() {
        for typed in [
            "contaminaton",
            "contaminatoin",
            "contaminattion",
            "kontamination",
        ] {
            assert_eq!(
                distance_to_beginning(typed.as_bytes(), b"contamination", 2),
                Some((1, 0)),
                "{typed}"
            );
        }
        assert_eq!(distance_to_beginning(b"quispe", b"permit", 1), None);
    }

    #[test]
    fn the_word_may_still_be_unfinished() {
        assert_eq!(
            distance_to_beginning(b"contmin", b"contamination", 2),
            Some((1, 5))
        );
    }

    #[test]
    fn numbers_have_no_typos() {
        assert_eq!(allowed(b"960000"), 0);
        assert_eq!(allowed(b"permits"), 2);
        assert_eq!(allowed(b"gac"), 0);
    }
}
