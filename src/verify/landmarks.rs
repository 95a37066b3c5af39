//! Line numbers and speakers of one text, listed when first asked for and kept: the same few long texts are asked about
//! again and again.
use std::sync::OnceLock;

use crate::text::turns::{Label, labels};

/// Lines are counted up to each multiple of so many bytes, and from there on one by one.
const STEP: usize = 4096;

/// What is listed of one text. It must always be asked with that text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Landmarks {
    /// Line breaks before each multiple of [`STEP`].
    breaks: OnceLock<Vec<usize>>,
    /// The labels, and whether their names come back at the beginning of a line.
    labels: OnceLock<Vec<(Label, OnceLock<bool>)>>,
}

impl Landmarks {
    /// The line `offset` stands in, from 1.
    pub fn line_at(&self, text: &str, offset: usize) -> usize {
        let bytes = text.as_bytes();
        let breaks = self.breaks.get_or_init(|| {
            let mut count = 0;
            let each = |part: &[u8]| {
                let before = count;
                count += memchr::memchr_iter(b'\n', part).count();
                before
            };
            bytes.chunks(STEP).map(each).collect()
        });
        let offset = offset.min(bytes.len());
        let Some(last) = breaks.len().checked_sub(1) else {
            return 1;
        };
        let part = (offset / STEP).min(last);
        1 + breaks[part] + memchr::memchr_iter(b'\n', &bytes[part * STEP..offset]).count()
    }

    /// The speaker of the words at `offset`: the nearest label at or before its line.
    pub fn speaker_at<'t>(&self, text: &'t str, offset: usize) -> Option<&'t str> {
        Some(self.label_at(text, offset)?.0.name.of(text))
    }

    /// The same, if the name comes back as a label may.
    pub fn known_speaker_at<'t>(&self, text: &'t str, offset: usize) -> Option<&'t str> {
        let (label, known) = self.label_at(text, offset)?;
        let name = label.name.of(text);
        known.get_or_init(|| comes_back(text, name)).then_some(name)
    }

    fn label_at(&self, text: &str, offset: usize) -> Option<&(Label, OnceLock<bool>)> {
        let list = || {
            labels(text)
                .into_iter()
                .map(|label| (label, OnceLock::new()))
        };
        let labels = self.labels.get_or_init(|| list().collect());
        let after = labels.partition_point(|(label, _)| label.line <= offset);
        labels.get(after.checked_sub(1)?)
    }
}

/// Whether `name` begins the text or more than one line of it: in a written document a line such as "Warning: …" is no
/// label unless it comes back.
pub(crate) fn comes_back(text: &str, name: &str) -> bool {
    let line = format!("\n{name}");
    memchr::memmem::find_iter(text.as_bytes(), line.as_bytes())
        .nth(1)
        .is_some()
        || text.starts_with(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines::line_at;
    use crate::text::turns::turns;

    #[test]
    fn lines_are_numbered_as_anywhere_else() {
        let text = "a line\n\r\nanother é\n".repeat(900);
        let landmarks = Landmarks::default();
        for offset in (0..=text.len() + 2).filter(|at| at % 7 == 0 || at % STEP < 3) {
            assert_eq!(landmarks.line_at(&text, offset), line_at(&text, offset));
        }
        assert_eq!(Landmarks::default().line_at("", 0), 1);
    }

    #[test]
    fn the_speaker_at_an_offset_is_that_of_its_turn() {
        let text = "So it begins.\nQ: Why?\nNAVARRO: Because.\nAnd so on.\nQ: Oh.";
        let landmarks = Landmarks::default();
        for turn in turns(text) {
            for offset in turn.span.start..turn.span.end {
                assert_eq!(landmarks.speaker_at(text, offset), turn.speaker.as_deref());
            }
        }
    }
}
