//! What was typed into a box and is not on the disk: it is put aside, not thrown away.

use super::layers::{NoteBox, RuleBox};
use crate::case::Case;

/// What was typed and not sent, or sent and not answered yet.
#[derive(Debug, Default)]
pub struct UnsavedInput {
    /// A ruling whose box was left.
    pub rule: Option<Box<RuleBox>>,
    /// A note or question whose box was left.
    pub note: Option<NoteBox>,
    /// A question on its way to the disk, by its line's number.
    pub asked: Option<(u64, NoteBox)>,
    /// The path of a text to attach, as typed last.
    pub path: String,
}

impl UnsavedInput {
    /// The case was read anew.
    pub fn carry(&mut self, old: &Case, new: &Case) {
        if let Some(made) = &mut self.rule {
            made.carry(old, new);
        }
        let asked = self.asked.as_mut().map(|(_, note)| note);
        for note in self.note.iter_mut().chain(asked) {
            note.on = note.on.carried(old, new).unwrap_or(note.on);
        }
    }
}
