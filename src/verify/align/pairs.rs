//! What it costs to lay one printed word beside one source word, and one beside two.
use super::anchors::Stretch;
use super::likeness::{MOST_UNLIKE, distance, ratio, unlikeness};
use super::{EXCHANGE, Sides};
use crate::verify::classify::shape;

/// More than anything costs.
pub(super) const FAR: f32 = 1e9;

/// One bit for each letter that occurs in a folded word.
fn letters(folded: &str) -> u32 {
    folded.bytes().fold(0, |set, byte| set | 1 << (byte & 31))
}

/// The words of a stretch, the printed ones and the source's, each counted from 1.
pub(super) struct Pairs<'a> {
    pub sides: &'a Sides<'a>,
    pub stretch: Stretch,
    draft: Vec<Look>,
    source: Vec<Look>,
}

/// What is known of a word at first sight.
#[derive(Clone, Copy)]
struct Look {
    hash: u32,
    /// Which letters occur in it.
    letters: u32,
    len: usize,
    last: Option<u8>,
    figure: bool,
    /// It may be two words drawn together: "don't", "gonna".
    contracted: bool,
}

impl Look {
    fn new(sides: &Sides, folded: &str, hash: u32) -> Self {
        Self {
            hash,
            letters: letters(folded),
            len: folded.len(),
            last: folded.bytes().last(),
            figure: sides.lists.is_figure(folded, hash),
            contracted: folded.contains('\'') || folded.ends_with("nna") || folded.ends_with("tta"),
        }
    }

    /// Whether the words are not plainly others. An edit changes two of the letters that occur at most, so that many of
    /// them need not be compared.
    fn may_be_like(&self, other: &Look) -> bool {
        let letters = (self.letters ^ other.letters).count_ones();
        letters <= 6
            && self.len >= 2
            && self.len.abs_diff(other.len) <= 3
            && ratio(letters.div_ceil(2) as usize, self.len.max(other.len)) <= MOST_UNLIKE
    }
}

impl<'a> Pairs<'a> {
    pub fn new(sides: &'a Sides<'a>, stretch: Stretch) -> Self {
        let draft = sides.draft[stretch.draft.0..stretch.draft.1].iter();
        let source = sides.source[stretch.source.0..stretch.source.1].iter();
        Self {
            sides,
            stretch,
            draft: draft
                .map(|word| Look::new(sides, &word.folded, word.hash))
                .collect(),
            source: source
                .map(|word| Look::new(sides, &word.folded, word.hash))
                .collect(),
        }
    }

    /// How many printed words there are.
    pub fn rows(&self) -> usize {
        self.draft.len()
    }

    /// What it costs to put printed word `i` for source word `j`.
    pub fn exchange(&self, i: usize, j: usize) -> f32 {
        let (one, other) = (&self.draft[i - 1], &self.source[j - 1]);
        if one.hash == other.hash {
            return 0.0;
        }
        let draft = &self.sides.draft[self.stretch.draft.0 + i - 1];
        let source = &self.sides.source[self.stretch.source.0 + j - 1];
        if one.may_be_like(other) {
            if let Some(share) = unlikeness(&draft.folded, &source.folded) {
                return 0.2 + share;
            }
        }
        if one.figure && other.figure {
            return 0.5;
        }
        // "Tlie" for "The": in a short word one misread letter is much of it.
        let close = one.len.abs_diff(other.len) <= 1 && one.len <= 5 && one.last == other.last;
        if close && shape(&draft.folded) == shape(&source.folded) {
            return 0.5;
        }
        // The quotation may begin or end inside a word that the source has run together with its neighbour.
        let (one, other) = (draft.folded.as_str(), source.folded.as_str());
        let cut_right = self.stretch.free_right && i == self.rows() && other.starts_with(one);
        let cut_left = self.stretch.free_left && i == 1 && other.ends_with(one);
        if one.len() >= 4 && (cut_left || cut_right) {
            0.5
        } else {
            EXCHANGE
        }
    }

    /// What it costs to lay one word beside two: little where the two put together are the one.
    pub fn joined(&self, i: usize, j: usize, two_printed: bool) -> f32 {
        let (single, first, second) = if two_printed {
            (&self.source[j - 1], &self.draft[i - 2], &self.draft[i - 1])
        } else {
            (&self.draft[i - 1], &self.source[j - 2], &self.source[j - 1])
        };
        let long = first.len + second.len;
        // No contraction and no damage makes that much of a difference.
        if long.abs_diff(single.len) > 3 {
            return FAR;
        }
        let allowed = if two_printed { 1 + long / 8 } else { 1 };
        // An edit changes two of the letters that occur at most.
        let letters = ((first.letters | second.letters) ^ single.letters).count_ones();
        if letters as usize > 2 * allowed && !single.contracted {
            return FAR;
        }
        let draft = |back: usize| {
            self.sides.draft[self.stretch.draft.0 + i - back]
                .folded
                .as_str()
        };
        let source = |back: usize| {
            self.sides.source[self.stretch.source.0 + j - back]
                .folded
                .as_str()
        };
        let (one, left, right) = if two_printed {
            (source(1), draft(2), draft(1))
        } else {
            (draft(1), source(2), source(1))
        };
        if long == one.len() && one.starts_with(left) && one.ends_with(right) {
            return 0.1;
        }
        if single.contracted
            && self
                .sides
                .lists
                .readings(one)
                .any(|long| long == [left, right])
        {
            return 0.1;
        }
        let figures = first.figure || second.figure;
        let likely = one.len() >= 5 && long.abs_diff(one.len()) <= 1 && !figures;
        let plausible = two_printed
            || (left.len() <= 2 || right.len() <= 2)
                && (one.starts_with(left) || one.ends_with(right));
        if !(likely && plausible) || self.sides.lists.is_negation(one) {
            return FAR;
        }
        if distance(&format!("{left}{right}"), one) <= allowed {
            0.45
        } else {
            FAR
        }
    }
}
