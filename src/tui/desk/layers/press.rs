//! What an action means wherever something lies on top.

use crate::keys::Action;
use crate::tui::canvas::field::request;
use crate::tui::desk::movement::{FAR, distance};
use tui_input::InputRequest;

/// What a key asks of a layer.
#[derive(Clone, Copy, Debug)]
pub enum Press {
    /// Leave it.
    Close,
    /// Do it.
    Accept,
    /// Move so far, down or up.
    Step(isize),
    /// Go to another field.
    OtherField,
    /// Change the line typed into.
    Edit(InputRequest),
    /// Nothing.
    Nothing,
}

impl Press {
    /// What an action asks for.
    pub fn of(action: Action) -> Self {
        match action {
            Action::Close | Action::No | Action::Quit => Self::Close,
            Action::Accept | Action::Yes => Self::Accept,
            Action::First => Self::Step(-FAR),
            Action::Last => Self::Step(FAR),
            Action::NextField | Action::PreviousField => Self::OtherField,
            other => match (distance(other), request(other)) {
                (Some(by), _) => Self::Step(by),
                (None, Some(request)) => Self::Edit(request),
                (None, None) => Self::Nothing,
            },
        }
    }
}
