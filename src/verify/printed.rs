//! A quotation as printed: one run of text, or the halves around an attribution.

/// The printed words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// The parts between quotation marks, in order.
    pub parts: Vec<String>,
}

impl Printed {
    /// All parts as one text, a space between two: what printed spans are counted in.
    pub fn text(&self) -> String {
        self.parts.join(" ")
    }
}

impl From<&str> for Printed {
    fn from(text: &str) -> Self {
        Self {
            parts: vec![text.to_owned()],
        }
    }
}

impl From<String> for Printed {
    fn from(text: String) -> Self {
        Self { parts: vec![text] }
    }
}

impl From<Vec<String>> for Printed {
    fn from(parts: Vec<String>) -> Self {
        Self { parts }
    }
}
