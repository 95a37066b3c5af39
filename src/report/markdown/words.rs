//! Words of a case in Markdown, in which nothing is markup.

use crate::text::Shown;

/// A text of the case in which nothing is markup. Words that a reader would turn into links by themselves are set as code.
pub fn text(shown: &Shown) -> String {
    let mut out = String::with_capacity(shown.as_str().len() + 16);
    for (i, word) in shown.as_str().split(' ').enumerate() {
        if i > 0 {
            out.push(' ');
        }
        let at = link_at(word).unwrap_or(word.len());
        escape(&word[..at], i == 0, &mut out);
        if at < word.len() {
            code(&word[at..], &mut out);
        }
    }
    out
}

/// Where a word begins to be a link by itself: at an address of the web or of somebody's mail.
fn link_at(word: &str) -> Option<usize> {
    let lower = word.to_ascii_lowercase();
    let back = |mark: &str, part: fn(char) -> bool| {
        let at = lower.find(mark)?;
        Some(lower[..at].trim_end_matches(part).len())
    };
    let scheme = back("://", |c| c.is_ascii_alphanumeric() || "+.-".contains(c));
    let mail = back("@", |c| c.is_ascii_alphanumeric() || ".+-_".contains(c));
    [scheme, mail, lower.find("www.")]
        .into_iter()
        .flatten()
        .min()
}

/// A word as code, between more backticks than stand in it.
fn code(word: &str, out: &mut String) {
    let longest = word.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if longest > 0 { " " } else { "" };
    out.push_str(&format!("{fence}{space}{word}{space}{fence}"));
}

fn escape(word: &str, first: bool, out: &mut String) {
    let begin = out.len();
    for c in word.chars() {
        // At the beginning of a line these make lists, headings and rules.
        let leads = first && out.len() == begin && matches!(c, '#' | '+' | '-' | '=');
        let number = first
            && matches!(c, '.' | ')')
            && out.len() > begin
            && out[begin..].bytes().all(|b| b.is_ascii_digit());
        let target = c == '(' && out.ends_with(']');
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            _ => {
                if leads || number || target {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::text::safe::shown;

    #[test]
    fn nothing_of_a_text_is_markup() {
        let told = |words: &str| text(&shown(words));
        assert_eq!(told("[x](javascript:alert)"), "\\[x\\]\\(javascript:alert)");
        assert_eq!(told("![p](p.png)"), "!\\[p\\]\\(p.png)");
        assert_eq!(told("[x]: y"), "\\[x\\]: y");
        assert_eq!(told("<script>"), "&lt;script&gt;");
        assert_eq!(told("# no *head*"), "\\# no \\*head\\*");
        assert_eq!(told("1. no list, but 2. is"), "1\\. no list, but 2. is");
        assert_eq!(told("- no list - here"), "\\- no list - here");
        assert_eq!(
            told("see http://a.example/ now"),
            "see `http://a.example/` now"
        );
        assert_eq!(told("http://a`b"), "`` http://a`b ``");
        assert_eq!(told("a@b.example"), "`a@b.example`");
        assert_eq!(told("[l](https://a.b)"), "\\[l\\]\\(`https://a.b)`");
        assert_eq!(told("well-known (at 3:30)"), "well-known (at 3:30)");
    }
}
