//! Where a key means something.

/// A part of the desk with keys of its own. The innermost that knows a chord decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Anywhere on the desk, unless something inside it takes the key first.
    Everywhere,
    /// The words of a source have the focus.
    Words,
    /// Words are being marked.
    Marking,
    /// The ruling box, while its list has the focus.
    Ruling,
    /// A small list to choose from: copy, export, filter, pickers.
    Menu,
    /// A question that wants a yes or a no.
    Question,
    /// A line of text: every printable character is text and is never looked up.
    Field,
}

impl Scope {
    /// All of them, in the order of the help page.
    pub const ALL: [Self; 7] = [
        Self::Everywhere,
        Self::Words,
        Self::Marking,
        Self::Ruling,
        Self::Menu,
        Self::Question,
        Self::Field,
    ];

    /// Its heading on the help page.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Words => "in a source's words",
            Self::Marking => "while marking words",
            Self::Ruling => "in the ruling box, while its list has the focus",
            Self::Menu => "in a menu",
            Self::Question => "when asked yes or no",
            Self::Field => "in a line of text: every letter is text",
        }
    }

    /// Whether printable characters are text here.
    pub const fn takes_text(self) -> bool {
        match self {
            Self::Field => true,
            Self::Everywhere
            | Self::Words
            | Self::Marking
            | Self::Ruling
            | Self::Menu
            | Self::Question => false,
        }
    }
}
