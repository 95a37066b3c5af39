//! The word somebody probably meant.

/// The longest word that is compared.
const MOST_BYTES: usize = 100;

/// The nearest of the known words, if it is near enough to be a slip: at most one in short words, two in long ones.
pub fn near<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = if word.chars().count() < 5 { 1 } else { 2 };
    // The work grows with the square of the length, and nobody types a longer word.
    let word = Some(word).filter(|word| word.len() <= MOST_BYTES)?;
    known
        .into_iter()
        .filter(|other| other.len().abs_diff(word.len()) <= most)
        .map(|other| (slips(word, other), other))
        .filter(|(n, _)| *n <= most)
        .min()
        .map(|(_, other)| other)
}

/// How many characters were added, dropped, exchanged, or swapped with their neighbour (optimal string alignment).
fn slips(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().flat_map(char::to_lowercase).collect();
    let a: Vec<char> = a.chars().flat_map(char::to_lowercase).collect();
    let mut before: Vec<usize> = vec![];
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut next = vec![i + 1; b.len() + 1];
        for j in 0..b.len() {
            let exchanged = row[j] + usize::from(a[i] != b[j]);
            next[j + 1] = exchanged.min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                next[j + 1] = next[j + 1].min(before[j - 1] + 1);
            }
        }
        before = std::mem::replace(&mut row, next);
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn a_slip_finds_the_word_that_was_meant() {
        let known = ["source", "printed", "evidence", "via"];
        assert_eq!(near("pritned", known), Some("printed"));
        assert_eq!(near("evidense", known), Some("evidence"));
        assert_eq!(near("Source", known), Some("source"));
        assert_eq!(near("vai", known), Some("via"));
        assert_eq!(near("speaker", known), None);
        assert_eq!(near("who", known), None);
    }
}
