//! Short readable ids for records that are made in large numbers.

use std::collections::HashSet;

/// The longest name, in characters.
const LONGEST: usize = 28;

/// Names given so far.
#[derive(Debug, Default)]
pub struct Ids(HashSet<String>);

impl Ids {
    /// A new name made from some words; from `otherwise` if they have no letter that a name may have.
    pub fn after(&mut self, words: &str, otherwise: &str) -> String {
        let slug = slug(words);
        let base = if slug.is_empty() {
            otherwise.to_owned()
        } else {
            slug
        };
        let mut id = base.clone();
        let mut n = 1;
        while id == "author" || !self.0.insert(id.clone()) {
            n += 1;
            id = format!("{base}-{n}");
        }
        id
    }

    /// Keeps a name from being given out.
    pub fn take(&mut self, id: &str) {
        self.0.insert(id.to_owned());
    }
}

/// Words as small letters, digits and hyphens, a letter first, cut at a hyphen.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() > LONGEST {
            break;
        }
    }
    if slug.len() > LONGEST {
        slug.truncate(slug.rfind('-').unwrap_or(LONGEST));
    }
    let slug = slug.trim_matches('-');
    match slug.bytes().next() {
        Some(first) if first.is_ascii_digit() => format!("n-{slug}"),
        Some(_) | None => slug.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn names_are_short_and_never_given_twice() {
        let mut ids = Ids::default();
        assert_eq!(
            ids.after("Global Affairs Canada", "p"),
            "global-affairs-canada"
        );
        assert_eq!(
            ids.after("global affairs: Canada!", "p"),
            "global-affairs-canada-2"
        );
        assert_eq!(ids.after("2023 report", "s"), "n-2023-report");
        assert_eq!(ids.after("Министерство", "party"), "party");
        assert_eq!(ids.after("Author", "p"), "author-2");
        let long = ids.after(
            "an interview with the chair of the residents committee",
            "s",
        );
        assert_eq!(long, "an-interview-with-the-chair");
    }
}
