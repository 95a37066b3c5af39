//! Random numbers for tests, all from one seed, so that a case that failed can be drawn again.
//!
//! The seed is the variable that proptest reads too; `.cargo/config.toml` sets it. This crate must not serve as a source
//! of randomness outside tests.

/// The variable that holds the seed, a number.
pub const VARIABLE: &str = "PROPTEST_RNG_SEED";

/// The seed of this run; 0 if a test program is started without cargo and nothing is said.
#[allow(
    clippy::disallowed_methods,
    reason = "whoever runs the tests gives the seed"
)]
pub fn seed() -> u64 {
    let given = std::env::var(VARIABLE).ok();
    given.and_then(|seed| seed.parse().ok()).unwrap_or(0)
}

/// Draws numbers that follow from a seed (`SplitMix64`, Steele, Lea and Flood 2014).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// What follows from this seed alone, such as one that proptest chose.
    pub const fn of(seed: u64) -> Self {
        // Mixed, since seeds that lie beside each other would else draw the same numbers one after another.
        Self(mixed(seed))
    }

    /// For the n-th case of a test that draws by hand: it follows from the seed of this run.
    pub fn nth(case: u64) -> Self {
        Self::of(seed().wrapping_add(case))
    }

    /// A number from 0 to below `limit`; 0 where that is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let limit = u64::try_from(limit.max(1)).unwrap_or(u64::MAX);
        usize::try_from(mixed(self.0) % limit).unwrap_or(0)
    }

    /// One of `all`, if there are any.
    pub fn pick<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.below(all.len())).copied()
    }
}

const fn mixed(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests;
