//! JSON, one object a line. What must not reach a terminal raw is written as `\u…`, so that the value stays exact and the line safe.

use super::Failure;
use crate::text::hidden::{Sort, sort};
use serde::Serialize;
use serde_json::ser::Formatter;
use std::io::{self, Write};

/// Writes a value as one line.
pub fn line<T: Serialize + ?Sized>(to: &mut impl Write, value: &T) -> Result<(), Failure> {
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut *to, Safe))?;
    to.write_all(b"\n")?;
    Ok(())
}

/// How many combining marks one letter may bear before the rest is escaped, as on the screen.
const MOST_MARKS: usize = 8;

/// Compact JSON in which every character that cannot be seen is escaped.
struct Safe;

impl Formatter for Safe {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let (mut from, mut marks) = (0, 0);
        for (at, c) in fragment.char_indices() {
            let sort = sort(c);
            marks = if sort == Sort::Mark { marks + 1 } else { 0 };
            if matches!(sort, Sort::Seen | Sort::Mark | Sort::Jamo) && marks <= MOST_MARKS {
                continue;
            }
            writer.write_all(&fragment.as_bytes()[from..at])?;
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                write!(writer, "\\u{unit:04x}")?;
            }
            from = at + c.len_utf8();
        }
        writer.write_all(&fragment.as_bytes()[from..])
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    fn written(text: &str) -> String {
        let mut to = vec![];
        line(&mut to, text).unwrap();
        String::from_utf8(to).unwrap()
    }

    #[test]
    fn what_turns_hides_or_commands_is_escaped_and_the_value_is_kept() {
        let hostile = "a\u{202e}b\u{200b}c\u{9b}31md\u{e0041}é “x” \u{1b}[2J";
        let told = written(hostile);
        assert_eq!(
            told,
            "\"a\\u202eb\\u200bc\\u009b31md\\udb40\\udc41é “x” \\u001b[2J\"\n"
        );
        assert_eq!(serde_json::from_str::<String>(&told).unwrap(), hostile);
        let heap = format!("e{}f", "\u{301}".repeat(10));
        let told = written(&heap);
        assert!(told.ends_with("\u{301}\\u0301\\u0301f\"\n"), "{told}");
        assert_eq!(serde_json::from_str::<String>(&told).unwrap(), heap);
    }
}
