//! The user's own configuration: `casefile/config.toml` in the folder where configurations belong.
//!
//! Reading never fails: what can be read holds, and all faults are reported together, each with its line.
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::case::near;
use crate::keys::Keymap;

/// The largest configuration that is read.
const MOST: u64 = 1 << 20;

/// How the user wants the desk.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The name rulings are given under.
    pub by: Option<String>,
    /// No colours, whatever the terminal can do.
    pub plain: bool,
    /// Our signs and lines in ASCII.
    pub ascii: bool,
    /// The mouse selects and scrolls; the terminal's own selection then needs Shift.
    pub mouse: bool,
    /// The keys in force.
    pub keys: Keymap,
}

/// Something in the configuration that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

const SETTINGS: [&str; 5] = ["by", "theme", "ascii", "mouse", "keys"];

/// Where the configuration is looked for.
pub fn path() -> Option<PathBuf> {
    let places = etcetera::choose_base_strategy().ok()?;
    Some(places.config_dir().join("casefile").join("config.toml"))
}

/// Reads the configuration, if there is one.
pub fn read() -> (Config, Vec<Fault>) {
    path().map_or_else(Default::default, |path| read_at(&path))
}

/// Reads the configuration of a file.
pub fn read_at(path: &Path) -> (Config, Vec<Fault>) {
    let fault = |message: String| (Config::default(), vec![Fault { line: 1, message }]);
    match fs::metadata(path) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Default::default(),
        Ok(about) if about.len() > MOST => {
            return fault(format!("it is larger than {MOST} bytes and was not read"));
        }
        Ok(_) | Err(_) => {}
    }
    match fs::read_to_string(path) {
        Ok(text) => parse(&text),
        Err(why) => fault(format!("it could not be read: {why}")),
    }
}

/// Reads the configuration from its text.
pub fn parse(text: &str) -> (Config, Vec<Fault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader {
        text,
        config: Config::default(),
        faults: Vec::new(),
    };
    for error in errors {
        reader.fault(error.span().unwrap_or(0..0), error.message().to_owned());
    }
    for (name, value) in table.get_ref() {
        reader.setting(name, value);
    }
    reader.faults.sort_by_key(|fault| fault.line);
    (reader.config, reader.faults)
}

struct Reader<'a> {
    text: &'a str,
    config: Config,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, span: Range<usize>, message: String) {
        let before = self
            .text
            .as_bytes()
            .get(..span.start)
            .unwrap_or(self.text.as_bytes());
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        self.faults.push(Fault { line, message });
    }

    fn setting(&mut self, name: &Spanned<std::borrow::Cow<str>>, value: &Spanned<DeValue>) {
        match name.get_ref().as_ref() {
            "by" => self.by(value),
            "theme" => self.theme(value),
            "ascii" => self.config.ascii = self.yes(value, "ascii"),
            "mouse" => self.config.mouse = self.yes(value, "mouse"),
            "keys" => self.keys(value),
            other => {
                let hint = near(other, SETTINGS).map_or_else(
                    || format!("the settings are {}", SETTINGS.join(", ")),
                    |likely| format!("did you mean `{likely}`?"),
                );
                self.fault(
                    name.span(),
                    format!("there is no setting `{other}`: {hint}"),
                );
            }
        }
    }

    fn by(&mut self, value: &Spanned<DeValue>) {
        let name = value.get_ref().as_str().unwrap_or("");
        let good = !name.is_empty()
            && name.len() <= 32
            && !name.starts_with('-')
            && name
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if good {
            self.config.by = Some(name.to_owned());
        } else {
            self.fault(
                value.span(),
                "`by` must be a short name such as \"kl\": up to 32 small letters, digits and hyphens".to_owned(),
            );
        }
    }

    fn theme(&mut self, value: &Spanned<DeValue>) {
        match value.get_ref().as_str() {
            Some("colour") => self.config.plain = false,
            Some("plain") => self.config.plain = true,
            _ => self.fault(
                value.span(),
                "`theme` must be \"colour\" or \"plain\"".to_owned(),
            ),
        }
    }

    fn yes(&mut self, value: &Spanned<DeValue>, name: &str) -> bool {
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.fault(
                value.span(),
                format!("`{name}` must be true or false, without quotation marks"),
            );
            false
        })
    }

    fn keys(&mut self, value: &Spanned<DeValue>) {
        let Some(table) = value.get_ref().as_table() else {
            return self.fault(value.span(), "`[keys]` must be a section in which each line gives a command its key, such as search = \"ctrl-k\"".to_owned());
        };
        let mut wanted = Vec::new();
        let mut spans = Vec::new();
        for (name, value) in table {
            match chords(value.get_ref()) {
                Some(chords) => {
                    wanted.push((name.get_ref().to_string(), chords));
                    spans.push(name.span());
                }
                None => self.fault(
                    value.span(),
                    format!(
                        "`{}` needs a key in quotation marks, or a list of them",
                        name.get_ref()
                    ),
                ),
            }
        }
        let (keys, faults) = Keymap::changed(&wanted);
        self.config.keys = keys;
        for fault in faults {
            let at = wanted.iter().position(|(name, _)| *name == fault.name);
            let span = at
                .and_then(|at| spans.get(at))
                .cloned()
                .unwrap_or_else(|| value.span());
            self.fault(span, fault.message);
        }
    }
}

fn chords(value: &DeValue) -> Option<Vec<String>> {
    if let Some(one) = value.as_str() {
        return Some(vec![one.to_owned()]);
    }
    let list = value.as_array()?;
    list.iter()
        .map(|chord| chord.get_ref().as_str().map(str::to_owned))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{Action, Scope};

    #[test]
    fn settings_hold_and_an_absent_file_is_no_fault() {
        let (config, faults) = parse(
            "by = \"kl\"\ntheme = \"plain\"\nascii = true\nmouse = true\n[keys]\nsearch = [\"ctrl-k\"]\n",
        );
        assert_eq!(faults, []);
        assert_eq!(config.by.as_deref(), Some("kl"));
        assert!(config.plain && config.ascii && config.mouse);
        assert_eq!(
            config.keys.key(Scope::Everywhere, Action::Search, false),
            "ctrl-k"
        );
        let (_, faults) = read_at(Path::new("/nowhere/config.toml"));
        assert_eq!(faults, []);
    }

    #[test]
    fn all_faults_come_at_once_with_their_lines_and_the_rest_holds() {
        let text = "by = \"K L\"\nthme = \"plain\"\nmouse = \"yes\"\nascii = true\n[keys]\nserach = \"s\"\nexport = \"q\"\nedit = 3\nfind = \"ctrl-s\"\n";
        let (config, faults) = parse(text);
        let lines: Vec<usize> = faults.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [1, 2, 3, 6, 7, 8, 9], "{faults:?}");
        assert!(faults[1].message.contains("`theme`") && faults[3].message.contains("`search`"));
        assert!(config.ascii);
    }

    #[test]
    fn a_syntax_error_has_a_line_and_does_not_hide_what_is_right() {
        let (config, faults) = parse("by = \"kl\"\ntheme = \nascii = true\n");
        assert_eq!(
            faults.first().map(|fault| fault.line),
            Some(2),
            "{faults:?}"
        );
        assert_eq!(config.by.as_deref(), Some("kl"));
    }
}
