//! What of the desk a layer on top of it sees.

use super::open::Open;
use super::seat::Seat;
use super::work::Work;
use crate::ruling::Tick;
use crate::tui::page::Spot;

/// The case, who sits here, and what they have looked at.
#[derive(Clone, Copy, Debug)]
pub struct AtHand<'a> {
    /// The case.
    pub open: &'a Open,
    /// Who sits here.
    pub seat: &'a Seat,
    /// What was ticked, looked at and noted.
    pub work: &'a Work,
}

impl AtHand<'_> {
    /// The number of a new line of the log. It is taken once the line is to be written.
    pub const fn next_line(&self) -> u64 {
        self.seat.lines + 1
    }

    /// The details of a sentence that are ticked.
    pub fn ticked(&self, spot: Spot) -> Vec<Tick> {
        self.work.ticked(self.open, self.seat.by.as_deref(), spot)
    }

    /// What a confirmation would leave unlooked at, in words.
    pub fn missing(&self, spot: Spot) -> Vec<String> {
        self.work.missing(self.open, self.seat.by.as_deref(), spot)
    }
}
