//! What a layer asks of the desk. A layer sees the desk's case and changes nothing but itself.

use super::note_box::NoteBox;
use super::rule_box::RuleBox;
use crate::keys::Action;
use crate::tui::desk::effect::{Effect, NewLine, NewQuote, Notice};
use crate::tui::desk::lists::views::Filter;
use crate::tui::page::Spot;
use std::path::PathBuf;

/// Something for the desk to do.
#[derive(Debug)]
pub enum Wish {
    /// Say something.
    Say(Notice),
    /// Do what a key would do with nothing on top.
    Do(Action),
    /// Go to a thing.
    Go(Spot),
    /// Narrow the list.
    Narrow(Filter),
    /// Have something done elsewhere.
    Effect(Effect),
    /// Turn to another case.
    OpenCase(PathBuf),
    /// Attach a text to a source: the source's id, the path as typed.
    Attach(String, String),
    /// Make a quote of the words that are chosen.
    Make(NewQuote),
    /// The person is called so; then go on with what that was asked for.
    Name(String, Then),
    /// Keep a note to oneself about something; an empty one takes the note away.
    Note(Spot, String),
    /// Put a question or an answer into the log; the box comes back if that fails.
    Ask(Box<NoteBox>, Box<NewLine>),
    /// A note's box was left.
    LeaveNote(Box<NoteBox>),
    /// A ruling's box was left.
    LeaveRuling(Box<RuleBox>),
    /// Add a line to the log.
    Write(Box<NewLine>),
    /// Rule on this next, and on these after it.
    RuleOn(Spot, Vec<Spot>),
    /// Take a ruling back: its line's id, what people call that which it is on.
    Undo(String, String),
    /// Ask whether what could not be saved is to be thrown away.
    AskUnsaved,
    /// Throw it away.
    ThrowAway,
    /// Leave the desk.
    Quit,
}

impl Wish {
    /// Say that something did not go as asked.
    pub fn complain(text: impl Into<String>) -> Self {
        Self::Say(Notice::bad(text))
    }
}

/// What a short name is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// To rule: on this, and on further ones after it.
    Rule(Spot, Vec<Spot>),
    /// To sign the story off.
    Sign,
}
