//! Text with tones, as the panes are built of: what is said in it, where it leads, not how it is drawn.

use super::selection::Spot;
use crate::ruling;
use crate::text::Shown;
use crate::text::safe::shown;
use crate::wording::{Side, Voice};
use std::ops::Range;
use std::sync::Arc;

/// What a run of text is, in a page; the theme says how it looks. Tone never says anything that words do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
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
    /// The very words of a source.
    Words,
    /// In order.
    Good,
    /// To be looked at.
    Doubt,
    /// Wrong or missing.
    Bad,
    /// Found by a search.
    Hit,
}

impl From<ruling::Tone> for Tone {
    fn from(tone: ruling::Tone) -> Self {
        match tone {
            ruling::Tone::Plain => Self::Plain,
            ruling::Tone::Dim => Self::Dim,
            ruling::Tone::Good => Self::Good,
            ruling::Tone::Doubt => Self::Doubt,
            ruling::Tone::Bad => Self::Bad,
        }
    }
}

impl From<Voice> for Tone {
    fn from(voice: Voice) -> Self {
        match voice {
            Voice::Own(tone) => tone.into(),
            Voice::Strong => Self::Strong,
            Voice::Words => Self::Words,
            Voice::Reference => Self::Link,
        }
    }
}

/// A paragraph: wrapped to whatever width there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Para {
    /// The text, safe to show.
    pub text: Shown,
    /// Tones by byte range of the shown text, in order; what lies between is plain.
    pub tones: Vec<(Range<usize>, Tone)>,
    /// Empty cells before every line.
    pub indent: usize,
    /// Further empty cells before every line but the first.
    pub hang: usize,
    /// Where Enter leads from here.
    pub leads: Option<Spot>,
    /// True for a line across the pane.
    pub rule: bool,
    /// Two texts to be set over each other.
    pub side: Option<Arc<Side>>,
}

impl Para {
    /// An empty paragraph.
    pub fn new() -> Self {
        Self::default()
    }

    /// A line across the pane, with a title in it.
    pub fn rule(title: &str) -> Self {
        Self {
            rule: true,
            ..Self::new().put(Tone::Dim, title)
        }
    }

    /// One text over the other over the signs under what differs.
    pub fn side(side: Side) -> Self {
        Self {
            side: Some(Arc::new(side)),
            // Not empty, so that it counts as something said.
            text: Shown::label(" "),
            ..Self::new()
        }
    }

    /// A field: its name in a column of its own, then its value.
    pub fn field(name: &str, tone: Tone, value: &str) -> Self {
        Self::new().name(name).put(tone, value)
    }

    /// Begins with a field's name in a column of its own.
    #[must_use]
    pub fn name(mut self, name: &str) -> Self {
        self = self.put(Tone::Label, name);
        let cells = name.chars().count();
        let gap = " ".repeat(NAME.saturating_sub(cells).max(1));
        self = self.put(Tone::Plain, &gap);
        self.hang = NAME;
        self
    }

    /// Adds text of one tone.
    #[must_use]
    pub fn put(self, tone: Tone, text: &str) -> Self {
        self.shown(tone, &shown(text))
    }

    /// Adds text of one tone that is safe already.
    #[must_use]
    pub fn shown(mut self, tone: Tone, text: &Shown) -> Self {
        let from = self.text.as_str().len();
        self.text.push(text);
        if tone != Tone::Plain && !text.is_empty() {
            let to = self.text.as_str().len();
            self.tones.push((from..to, tone));
        }
        self
    }

    /// Sets how far it stands in.
    #[must_use]
    pub const fn indented(mut self, indent: usize, hang: usize) -> Self {
        self.indent = indent;
        self.hang = hang;
        self
    }

    /// Says where Enter leads from here.
    #[must_use]
    pub const fn leads(mut self, to: Option<Spot>) -> Self {
        self.leads = to;
        self
    }
}

/// Cells of the column in which field names stand.
pub const NAME: usize = 9;

/// A page of paragraphs, some of which lead somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The paragraphs from top to bottom.
    pub paras: Vec<Para>,
}

impl Page {
    /// Adds a paragraph.
    pub fn push(&mut self, para: Para) {
        self.paras.push(para);
    }

    /// Adds an empty line, unless there is one already or nothing stands above.
    pub fn gap(&mut self) {
        if self.paras.last().is_some_and(|para| !para.text.is_empty()) {
            self.push(Para::new());
        }
    }

    /// The paragraphs that lead somewhere, in order.
    pub fn links(&self) -> impl Iterator<Item = (usize, Spot)> {
        let paras = self.paras.iter().enumerate();
        paras.filter_map(|(i, para)| Some((i, para.leads?)))
    }
}
