//! What happens to the desk.

use super::effect::Left;
use super::lists::seek::Found;
use super::lists::views::View;
use super::open::Open;
use super::panes::Pane;
use crate::case::RecordIx;
use crate::keys::Chord;
use crate::ruling::Assessment;
use crate::verify::QuoteFinding;
use std::path::PathBuf;
use std::sync::Arc;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Chord),
    /// A cell of the screen was clicked: column and row.
    Click(u16, u16),
    /// Something on the screen was clicked.
    Clicked(Clicked),
    /// The window has so many columns and rows now.
    Resized(u16, u16),
    /// Another case was opened.
    Opened {
        /// The folder it lies in.
        folder: PathBuf,
        /// The case.
        open: Open,
        /// Where it was last left.
        left: Box<Left>,
    },
    /// Nothing the desk cares for, but the screen must be drawn again.
    Drawn,
    /// Text was pasted.
    Paste(String),
    /// A file of the case was touched by somebody else.
    Touched,
    /// The case was read anew.
    Reread(Open),
    /// The case was read anew after something was saved; nothing needs to be said of it. With what is known of it where
    /// only the logs are others than before.
    Renewed(Open, Option<Arc<Assessment>>),
    /// The case could not be read anew; the text says why.
    Unreadable(String),
    /// An answer to a search.
    Found(Found),
    /// Pasted words were compared: the question's number, what was found.
    Verified(u64, Box<QuoteFinding>),
    /// One quotation of a reading was compared.
    Compared(u64, RecordIx, Box<QuoteFinding>),
    /// All quotations of a reading were compared, and what follows from that was computed.
    Assessed(u64, Arc<Assessment>),
    /// A line is on the disk: its number at this desk; the text says where.
    Saved(u64, String),
    /// A line is not on the disk: its number at this desk; the text says why.
    NotSaved(u64, String),
    /// Something asked of others is done; the text says what came of it.
    Done(String),
    /// Something asked of others could not be done; the text says why and what to do.
    Failed(String),
}

/// What lies where somebody clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clicked {
    /// A view's tab.
    View(View),
    /// An entry of the list: its index.
    Entry(usize),
    /// Anywhere else in a pane.
    Pane(Pane),
}
