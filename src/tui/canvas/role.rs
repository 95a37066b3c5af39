//! What a run of text is on the screen. Views speak of roles; only the theme knows how a role looks.

use crate::ruling::Tone;

/// The part a run of text plays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text.
    #[default]
    Plain,
    /// What explains, and may be passed over.
    Dim,
    /// What a pane is about.
    Strong,
    /// The name of a field or part.
    Label,
    /// A reference that can be followed.
    Link,
    /// The very words of a source at the place in question.
    Passage,
    /// In order.
    Good,
    /// To be looked at.
    Doubt,
    /// Wrong or missing.
    Bad,
    /// Found exactly as searched.
    Hit,
    /// Found nearly as searched.
    Close,
    /// The view shown, among the views.
    ViewOn,
    /// The one key that does the next thing to do.
    FirstKey,
    /// Any other key at the foot.
    Key,
    /// Lines between panes.
    Border,
    /// Lines around the pane that has the keys.
    BorderOn,
    /// Words being marked.
    Marked,
    /// From `private.yaml`.
    Private,
}

impl From<Tone> for Role {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Plain => Self::Plain,
            Tone::Dim => Self::Dim,
            Tone::Good => Self::Good,
            Tone::Doubt => Self::Doubt,
            Tone::Bad => Self::Bad,
        }
    }
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::Plain,
        Self::Dim,
        Self::Strong,
        Self::Label,
        Self::Link,
        Self::Passage,
        Self::Good,
        Self::Doubt,
        Self::Bad,
        Self::Hit,
        Self::Close,
        Self::ViewOn,
        Self::FirstKey,
        Self::Key,
        Self::Border,
        Self::BorderOn,
        Self::Marked,
        Self::Private,
    ];
}
