//! How far keys move, wherever they move something.

use crate::keys::Action;

/// Rows moved by a page key; half of them by a half-page key.
const PAGE: isize = 10;

/// Further than any list is long.
pub const FAR: isize = isize::MAX / 2;

/// How far an action moves, down or up.
pub const fn distance(action: Action) -> Option<isize> {
    Some(match action {
        Action::Up => -1,
        Action::Down => 1,
        Action::HalfPageUp => -PAGE / 2,
        Action::HalfPageDown => PAGE / 2,
        Action::PageUp => -PAGE,
        Action::PageDown => PAGE,
        _ => return None,
    })
}
