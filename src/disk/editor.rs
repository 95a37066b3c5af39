//! Opens the user's editor at a line. The command is split as a shell would, and no shell sees it.
use std::io;
use std::path::Path;
use std::process::Command;

use super::environment;

/// An editor with its arguments, ready to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// The program and the arguments the user gave it.
    command: Vec<String>,
}

/// How an editor is told which line to open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// `+12 file`
    Plus,
    /// `--goto file:12`, after `--wait`
    Goto,
    /// `file:12`
    Colon,
    /// `file:12`, after `--wait`
    WaitColon,
    /// Nobody knows how.
    None,
}

impl Editor {
    /// The editor of `$VISUAL`, else of `$EDITOR`, else `vi`.
    ///
    /// # Errors
    /// If the variable cannot be split into words: a sentence for the user.
    pub fn of_user() -> Result<Self, String> {
        for name in ["VISUAL", "EDITOR"] {
            if let Some(text) = environment::value(name) {
                return Self::split(&text).map_err(|why| format!("${name} is `{text}`: {why}"));
            }
        }
        Self::split("vi")
    }

    /// Splits a command as a shell would.
    fn split(text: &str) -> Result<Self, String> {
        let command =
            shell_words::split(text).map_err(|_| "a quotation mark is not closed".to_owned())?;
        if command.is_empty() {
            return Err("it does not name a program".to_owned());
        }
        Ok(Self { command })
    }

    /// The program's name without its folder, for messages.
    pub fn name(&self) -> &str {
        let program = self.command.first().map_or("", String::as_str);
        Path::new(program)
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or(program)
    }

    /// All words of the command for a file and a line, counted from 1.
    fn words(&self, file: &str, line: usize) -> Vec<String> {
        let mut words = self.command.clone();
        let waits = words.iter().any(|word| word == "--wait" || word == "-w");
        let wait = || {
            if waits {
                vec![]
            } else {
                vec!["--wait".to_owned()]
            }
        };
        match manner(self.name()) {
            Manner::Plus => words.extend([format!("+{line}"), file.to_owned()]),
            Manner::Goto => {
                words.extend(wait());
                words.extend(["--goto".to_owned(), format!("{file}:{line}")]);
            }
            Manner::Colon => words.push(format!("{file}:{line}")),
            Manner::WaitColon => {
                words.extend(wait());
                words.push(format!("{file}:{line}"));
            }
            Manner::None => words.push(file.to_owned()),
        }
        words
    }

    /// Runs the editor and waits until it is closed.
    ///
    /// # Errors
    /// If it could not be run or ended with an error: a sentence for the user.
    pub fn edit(&self, file: &Path, line: usize) -> Result<(), String> {
        let Some(path) = file.to_str() else {
            return Err("the file's name is not text, so no editor can be given it".to_owned());
        };
        let words = self.words(path, line.max(1));
        let ended = Command::new(&words[0]).args(&words[1..]).status();
        match ended {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("{} ended with an error ({status})", self.name())),
            Err(why) if why.kind() == io::ErrorKind::NotFound => Err(format!(
                "there is no program `{}`: set $VISUAL or $EDITOR to your editor",
                words[0]
            )),
            Err(why) => Err(format!("{} could not be started: {why}", self.name())),
        }
    }
}

fn manner(program: &str) -> Manner {
    let program = program.strip_suffix(".exe").unwrap_or(program);
    match program {
        "vi" | "vim" | "nvim" | "gvim" | "view" | "vis" | "nano" | "pico" | "emacs"
        | "emacsclient" | "kak" | "joe" | "jed" | "mg" | "ne" | "gedit" | "micro" | "mcedit"
        | "sensible-editor" | "editor" => Manner::Plus,
        "code" | "code-insiders" | "codium" | "vscodium" | "cursor" | "windsurf" => Manner::Goto,
        "hx" | "helix" => Manner::Colon,
        "subl" | "zed" | "zeditor" => Manner::WaitColon,
        _ => Manner::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(command: &str) -> String {
        Editor::split(command)
            .unwrap()
            .words("/c/case.yaml", 88)
            .join(" ")
    }

    #[test]
    fn each_editor_is_told_the_line_in_its_own_way() {
        assert_eq!(words("vim"), "vim +88 /c/case.yaml");
        assert_eq!(
            words("/usr/bin/nvim -n"),
            "/usr/bin/nvim -n +88 /c/case.yaml"
        );
        assert_eq!(words("code"), "code --wait --goto /c/case.yaml:88");
        assert_eq!(words("code --wait"), "code --wait --goto /c/case.yaml:88");
        assert_eq!(words("hx"), "hx /c/case.yaml:88");
        assert_eq!(words("subl -w"), "subl -w /c/case.yaml:88");
        assert_eq!(words("my-editor"), "my-editor /c/case.yaml");
    }

    #[test]
    fn a_command_is_split_but_never_given_to_a_shell() {
        let editor = Editor::split("'my editor' --x \"a b\" ; rm").unwrap();
        assert_eq!(editor.command, ["my editor", "--x", "a b", ";", "rm"]);
        assert!(Editor::split("vim 'x").unwrap_err().contains("not closed"));
    }

    #[test]
    fn a_program_that_is_not_there_says_what_to_set() {
        let editor = Editor::split("no-such-editor-here").unwrap();
        let why = editor.edit(Path::new("/c/case.yaml"), 1).unwrap_err();
        assert!(why.contains("$EDITOR"), "{why}");
    }
}
