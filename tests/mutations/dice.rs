//! A small generator with a seed: the same damage every time.

/// Xorshift; good enough to choose places and words.
pub struct Dice(u64);

impl Dice {
    /// Seeds differ from each other by more than their last digit.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number from 0 to below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).expect("64-bit machine") % limit.max(1)
    }

    /// One of `all`, if there are any.
    pub fn pick<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.below(all.len())).copied()
    }
}
