//! What is known of a case besides its files: what people ruled and what the machine finds, by sentence and record.

use super::account::{Because, FindingRow, Remark, RulingRow};
use crate::case::{Case, Node};
use crate::ruling::{Standing, standings};
use std::collections::HashMap;

/// What is known of one sentence, claim or record.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// How it stands; none for what does not stand or fall.
    pub standing: Option<Standing>,
    /// Why a ruling on it fell.
    pub because: Vec<Because>,
    /// What people ruled on it, the latest first.
    pub rulings: Vec<RulingRow>,
    /// Questions and notes of people.
    pub remarks: Vec<Remark>,
    /// What the machine finds in it.
    pub findings: Vec<FindingRow>,
}

/// All of it. Texts in it are safe to show, and what is held back is covered.
#[derive(Clone, Debug, Default)]
pub struct Known {
    about: HashMap<Node, About>,
    /// Rulings whose sentence or claim is gone.
    pub gone: Vec<RulingRow>,
    /// What stands in the way of signing off, in words.
    pub unmet: Vec<String>,
}

impl Known {
    /// What the files alone tell.
    pub fn of_files(case: &Case) -> Self {
        let mut known = Self::default();
        for (node, standing) in standings(case) {
            known.at(node).standing = Some(standing);
        }
        known
    }

    /// What is known of a sentence or record, to add to it.
    pub fn at(&mut self, node: Node) -> &mut About {
        self.about.entry(node).or_default()
    }

    /// What is known of a sentence or record.
    pub fn of(&self, node: Node) -> Option<&About> {
        self.about.get(&node)
    }

    /// How a sentence or claim stands; to check where nothing is known.
    pub fn standing(&self, node: Node) -> Standing {
        let about = self.of(node);
        about.and_then(|a| a.standing).unwrap_or(Standing::ToCheck)
    }
}
