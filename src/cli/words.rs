//! Words on the way out: text of files made safe to show, counts, paths as the user gave them.

use crate::text::safe;
use std::path::Path;

/// Text of a file as one line that cannot move the cursor, turn the reading direction or hide.
pub fn safe(text: &str) -> String {
    safe::shown(text).plain()
}

/// A count with its noun: `1 error`, `2 errors`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    let noun = if n == 1 { one } else { many };
    format!("{n} {noun}")
}

/// A path as it can be typed again in a shell: in single quotation marks if it holds anything but plain characters.
pub fn argument(path: &Path) -> String {
    let text = path.to_string_lossy();
    let plain = |c: char| c.is_alphanumeric() || "/._-+:@%,=".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.into_owned()
    } else {
        format!("'{}'", safe(&text).replace('\'', r"'\''"))
    }
}

/// The path of a file of a case, in the terms in which the user named the case: `.` adds nothing.
pub fn beside(base: &Path, file: &str) -> String {
    let base = base.to_string_lossy();
    let base = base.trim_end_matches('/');
    let base = base.strip_prefix("./").unwrap_or(base);
    match base {
        "" | "." => file.to_owned(),
        base => format!("{base}/{file}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{argument, beside};
    use std::path::Path;

    #[test]
    fn paths_are_told_as_they_were_given() {
        let told = |base: &str| beside(Path::new(base), "case.yaml");
        assert_eq!(told("."), "case.yaml");
        assert_eq!(told("./"), "case.yaml");
        assert_eq!(told("cases/peru/"), "cases/peru/case.yaml");
        assert_eq!(told("../peru"), "../peru/case.yaml");
        assert_eq!(told("./peru"), "peru/case.yaml");
    }

    #[test]
    fn a_path_can_be_typed_again() {
        assert_eq!(argument(Path::new("cases/peru")), "cases/peru");
        assert_eq!(argument(Path::new("my case")), "'my case'");
        assert_eq!(argument(Path::new("it's")), r"'it'\''s'");
    }
}
