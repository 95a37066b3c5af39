//! The names of the parties, looked for in the sentences of a draft all at once.

/// Names in order, none of which begins with another one: of those that stand at a place the shortest is enough.
#[derive(Debug, Default)]
pub struct Names<'a>(Vec<&'a str>);

impl<'a> Names<'a> {
    /// Sorts names for looking them up.
    pub fn new(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut all: Vec<&str> = names.into_iter().collect();
        all.sort_unstable();
        let mut shortest: Vec<&str> = vec![];
        for name in all {
            // Whatever begins with a name comes right behind it.
            if shortest.last().is_none_or(|last| !name.starts_with(last)) {
                shortest.push(name);
            }
        }
        Self(shortest)
    }

    /// True if any of the names stands in these words, letter by letter.
    pub fn stand_in(&self, words: &str) -> bool {
        let places = words.char_indices().map(|(at, _)| at);
        places.chain([words.len()]).any(|at| {
            let rest = &words[at..];
            // Between a name that the rest begins with and the rest itself only longer forms of that name could come.
            let behind = self.0.partition_point(|name| *name <= rest);
            let name = behind.checked_sub(1).and_then(|ix| self.0.get(ix));
            name.is_some_and(|name| rest.starts_with(name))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Names;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_name_is_found_wherever_it_stands(
            names in prop::collection::vec("[abé ]{0,4}", 0..6),
            words in "[abé ]{0,12}",
        ) {
            let known = Names::new(names.iter().map(String::as_str));
            let stands = names.iter().any(|name| words.contains(name.as_str()));
            prop_assert_eq!(known.stand_in(&words), stands);
        }
    }
}
