//! How like two words are.
/// The longest word looked at whole; what is longer is compared by its beginning.
const LONGEST: usize = 64;

/// Edit distance of two folded words, by Myers' bit-parallel method (G. Myers, *A fast bit-vector algorithm for
/// approximate string matching*, 1999). Bytes beyond letters and digits may be mistaken for one another, which only
/// makes words look more alike than they are; what was changed is decided elsewhere.
pub(crate) fn distance(one: &str, other: &str) -> usize {
    let one = &one.as_bytes()[..one.len().min(LONGEST)];
    let other = other.as_bytes();
    if one.is_empty() || other.is_empty() {
        return one.len().max(other.len());
    }
    let mut places = [0u64; 48];
    for (index, byte) in one.iter().enumerate() {
        places[slot(*byte)] |= 1 << index;
    }
    let (mut plus, mut minus, mut score) = (!0u64, 0u64, one.len());
    let top = 1u64 << (one.len() - 1);
    for byte in other {
        let same = places[slot(*byte)];
        let vertical = same | minus;
        let horizontal = (((same & plus).wrapping_add(plus)) ^ plus) | same;
        let mut up = minus | !(horizontal | plus);
        let mut down = plus & horizontal;
        score += usize::from(up & top != 0);
        score -= usize::from(down & top != 0);
        up = (up << 1) | 1;
        down <<= 1;
        plus = down | !(vertical | up);
        minus = up & vertical;
    }
    score
}

fn slot(byte: u8) -> usize {
    if byte.is_ascii_digit() {
        usize::from(byte - b'0')
    } else {
        10 + usize::from(byte & 31)
    }
}

/// Words that differ in a larger share of their letters are other words.
pub(super) const MOST_UNLIKE: f32 = 0.45;

/// The share of letters in which two words differ, or nothing where they are plainly other words.
pub(super) fn unlikeness(one: &str, other: &str) -> Option<f32> {
    let share = ratio(distance(one, other), one.len().max(other.len()));
    (share <= MOST_UNLIKE).then_some(share)
}

#[allow(clippy::cast_precision_loss, reason = "word lengths are small")]
pub(super) fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_edits() {
        for (one, other, edits) in [
            ("kitten", "sitting", 3),
            ("", "abc", 3),
            ("same", "same", 0),
            ("49", "94", 2),
        ] {
            assert_eq!(distance(one, other), edits);
        }
    }
}
