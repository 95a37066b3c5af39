//! The way a person came: back, and forward again.

/// Places left behind, and those come back from.
#[derive(Clone, Debug)]
pub struct History<T> {
    back: Vec<T>,
    forward: Vec<T>,
}

/// The most steps remembered.
const MOST: usize = 200;

impl<T> Default for History<T> {
    fn default() -> Self {
        Self {
            back: vec![],
            forward: vec![],
        }
    }
}

impl<T: PartialEq> History<T> {
    /// Leaves a place for another by following a link. What lay forward is forgotten.
    pub fn leave(&mut self, here: T) {
        self.forward.clear();
        if self.back.last() != Some(&here) {
            self.back.push(here);
        }
        if self.back.len() > MOST {
            self.back.remove(0);
        }
    }

    /// Goes one step back; the place left can be come forward to.
    pub fn go_back(&mut self, here: T) -> Option<T> {
        let there = self.back.pop()?;
        self.forward.push(here);
        Some(there)
    }

    /// Goes one step forward again.
    pub fn go_forward(&mut self, here: T) -> Option<T> {
        let there = self.forward.pop()?;
        self.back.push(here);
        Some(there)
    }

    /// Keeps the places that still exist, as they are now called.
    pub fn carry(&mut self, mut now: impl FnMut(&T) -> Option<T>) {
        for steps in [&mut self.back, &mut self.forward] {
            let kept = steps.iter().filter_map(&mut now).collect();
            *steps = kept;
            steps.dedup();
        }
    }

    /// How many steps back there are.
    pub fn steps_back(&self) -> usize {
        self.back.len()
    }
}

#[cfg(test)]
mod tests {
    use super::History;

    #[test]
    fn back_and_forward_walk_the_same_way() {
        let mut history = History::default();
        history.leave("claim");
        history.leave("quote");
        assert_eq!(history.go_back("words"), Some("quote"));
        assert_eq!(history.go_back("quote"), Some("claim"));
        assert_eq!(history.go_back("claim"), None);
        assert_eq!(history.go_forward("claim"), Some("quote"));
        history.leave("quote");
        assert_eq!(history.go_forward("permit"), None);
        assert_eq!(history.steps_back(), 2);
    }

    #[test]
    fn what_is_gone_is_left_out() {
        let mut history = History::default();
        for place in ["a", "b", "a"] {
            history.leave(place);
        }
        history.carry(|place| (*place != "b").then_some(*place));
        assert_eq!(history.steps_back(), 1);
    }
}
