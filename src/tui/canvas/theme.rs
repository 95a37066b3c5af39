//! How each role looks, in the terminal's own sixteen colours on whatever background it has.
//!
//! Colour only repeats what sign and word already say. The colours used are told apart by people with any kind of
//! colour blindness (blue, magenta and red differ in lightness too) and are legible on black and on white: no yellow,
//! no white, no black, no background colour anywhere. What must stand out does so by reverse, bold or underline.
use ratatui::style::{Color, Modifier, Style};

use super::Role;
use crate::text::safe::Mark;

/// What the user wants of colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Colours {
    /// The terminal's sixteen.
    #[default]
    Sixteen,
    /// None: reverse, bold and underline only.
    None,
}

/// How the screen looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Theme {
    /// Which colours may be used.
    pub colours: Colours,
    /// Whether our own signs and lines keep to ASCII.
    pub ascii: bool,
}

/// How a whole row stands out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stand {
    /// Like the others.
    #[default]
    Level,
    /// Selected, in the pane that has the keys.
    Selected,
    /// Selected, in another pane.
    Kept,
}

impl Theme {
    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        let (modifier, colour) = look(role);
        let style = Style::default().add_modifier(modifier);
        match (self.colours, colour) {
            (Colours::Sixteen, Some(colour)) => style.fg(colour),
            (Colours::Sixteen, None) | (Colours::None, _) => style,
        }
    }

    /// The style of a piece of text in a row: role, what the piece had to be marked as, and how the row stands.
    pub fn piece(self, role: Role, mark: Mark, stand: Stand) -> Style {
        let mut style = self.style(role);
        match mark {
            Mark::Plain => {}
            Mark::Picture | Mark::Hidden => {
                style = style.add_modifier(Modifier::REVERSED | Modifier::UNDERLINED);
            }
            Mark::Joiner => style = style.add_modifier(Modifier::DIM),
        }
        match stand {
            Stand::Level => style,
            Stand::Kept => style.add_modifier(Modifier::BOLD),
            // What is reversed already is turned back, so that it still stands out from its row.
            Stand::Selected if style.add_modifier.contains(Modifier::REVERSED) => {
                style.remove_modifier(Modifier::REVERSED)
            }
            Stand::Selected => style.add_modifier(Modifier::REVERSED),
        }
    }
}

/// Modifiers and colour of a role. Exhaustive, so that a new role gets a look.
const fn look(role: Role) -> (Modifier, Option<Color>) {
    let bold = Modifier::BOLD;
    let under = Modifier::UNDERLINED;
    match role {
        Role::Plain => (Modifier::empty(), None),
        Role::Dim | Role::Label | Role::Border => (Modifier::DIM, None),
        Role::Strong | Role::Key | Role::BorderOn => (bold, None),
        Role::Link => (under, Some(Color::Blue)),
        Role::Passage | Role::Hit => (bold.union(under), None),
        Role::Good => (Modifier::empty(), Some(Color::Blue)),
        Role::Doubt => (bold, Some(Color::Magenta)),
        Role::Bad => (bold, Some(Color::Red)),
        Role::Close => (under, None),
        Role::ViewOn | Role::FirstKey => (bold.union(Modifier::REVERSED), None),
        Role::Marked => (Modifier::REVERSED, None),
        Role::Private => (under, Some(Color::Magenta)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colours_no_role_has_one_and_the_selection_still_shows() {
        let theme = Theme {
            colours: Colours::None,
            ascii: false,
        };
        for role in Role::ALL {
            let style = theme.piece(role, Mark::Plain, Stand::Selected);
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
            let level = theme.piece(role, Mark::Plain, Stand::Level);
            assert_ne!(
                style.add_modifier.contains(Modifier::REVERSED),
                level.add_modifier.contains(Modifier::REVERSED),
                "{role:?}"
            );
        }
    }

    #[test]
    fn no_role_assumes_a_background() {
        let usable = [
            None,
            Some(Color::Blue),
            Some(Color::Magenta),
            Some(Color::Red),
        ];
        for role in Role::ALL {
            let style = Theme::default().style(role);
            assert!(style.bg.is_none() && usable.contains(&style.fg), "{role:?}");
        }
    }

    #[test]
    fn what_hides_stands_out_in_every_role_and_row() {
        for role in Role::ALL {
            for stand in [Stand::Level, Stand::Selected, Stand::Kept] {
                let theme = Theme::default();
                let hidden = theme.piece(role, Mark::Hidden, stand);
                assert_ne!(
                    hidden,
                    theme.piece(Role::Plain, Mark::Plain, stand),
                    "{role:?}"
                );
            }
        }
    }
}
