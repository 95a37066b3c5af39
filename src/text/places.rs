//! Pages, paragraphs, lines and speakers of a text.

/// Where the pages, paragraphs, lines and speakers' turns of a text are.
#[derive(Clone, Debug, Default)]
pub struct Places {}
