//! Problems as workflow commands, which GitHub shows beside the lines of a change.

use super::told::Told;
use crate::case::Severity;
use crate::cli::Failure;
use crate::cli::out::Out;
use crate::cli::words::safe;
use std::io::Write;

/// Tells each problem as `::error file=…,line=…,col=…,title=CF…::message`.
pub fn tell(told: &[Told], out: &mut Out) -> Result<(), Failure> {
    for told in told {
        let command = match told.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let help = told
            .help
            .as_deref()
            .map_or(String::new(), |h| format!(" ({h})"));
        writeln!(
            out,
            "::{command} file={},line={},col={},title={}::{}",
            property(&told.path),
            told.from.line,
            told.from.column,
            told.code,
            data(&format!("{}{help}", told.message)),
        )?;
    }
    Ok(())
}

/// Text behind the `::`. Line breaks have become pictures already, so only the percent sign is left to escape.
fn data(text: &str) -> String {
    safe(text).replace('%', "%25")
}

/// A value before the `::`, where colon and comma mean something too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn a_message_cannot_become_a_command_of_its_own() {
        let hostile = data("100 %\n::set-output name=x::y");
        assert!(!hostile.contains('\n'));
        assert!(hostile.starts_with("100 %25"));
        assert_eq!(property("a,b:c.yaml"), "a%2Cb%3Ac.yaml");
    }
}
