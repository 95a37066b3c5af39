//! Problems as one line each, in the form that editors and compilers agreed on.

use super::told::Told;
use crate::cli::Failure;
use crate::cli::out::Out;
use crate::cli::words::safe;
use std::io::Write;

/// Tells each problem as `file:line:column: severity[CODE] message (help)`.
pub fn tell(told: &[Told], out: &mut Out) -> Result<(), Failure> {
    for told in told {
        let help = told.help.as_deref().map(safe);
        let help = help.map_or(String::new(), |help| format!(" ({help})"));
        writeln!(
            out,
            "{}:{}:{}: {}[{}] {}{help}",
            safe(&told.path),
            told.from.line,
            told.from.column,
            told.severity.word(),
            told.code,
            safe(&told.message),
        )?;
    }
    Ok(())
}
