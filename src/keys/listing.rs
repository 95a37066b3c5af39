//! The key table as plain lines, for `casefile keys` and for whoever cannot see the help page.
use super::{Keymap, Scope};

/// The whole table: a heading for each scope, then chords, what they do, and the name a configuration uses.
pub fn listing(map: &Keymap) -> String {
    let mut text = String::new();
    for scope in Scope::ALL {
        text.push_str(scope.title());
        text.push('\n');
        for (row, chords) in map.rows().filter(|(row, _)| row.scope == scope) {
            let keys: Vec<String> = chords.iter().map(ToString::to_string).collect();
            let keys = keys.join(" ");
            text.push_str(&format!(
                "  {keys:<22}  {:<18}  {}\n",
                row.action.name(),
                row.action.says()
            ));
        }
        text.push('\n');
    }
    text.push_str("Never bound: ctrl-s ctrl-q ctrl-b ctrl-v alt [ ]\n");
    text
}
