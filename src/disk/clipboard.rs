//! Puts text on the clipboard by the tools of the machine the user sits at.
//!
//! Over SSH those tools would fill the wrong clipboard; then the terminal itself has to be asked, which only the
//! terminal's room can do.
use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::environment;

/// How long a tool may take to accept the text.
const PATIENCE: Duration = Duration::from_secs(2);

/// How text is to get to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// By this program and its arguments.
    Tool(&'static [&'static str]),
    /// By asking the terminal (OSC 52).
    Terminal,
}

/// What is known about the machine.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    ssh: bool,
    wayland: bool,
    x11: bool,
}

/// Every route that may work here, the best first.
pub fn routes() -> Vec<Route> {
    routes_of(Around {
        ssh: environment::over_ssh(),
        wayland: environment::value("WAYLAND_DISPLAY").is_some(),
        x11: environment::value("DISPLAY").is_some(),
    })
}

fn routes_of(around: Around) -> Vec<Route> {
    let mut routes = Vec::new();
    if !around.ssh {
        if cfg!(target_os = "macos") {
            routes.push(Route::Tool(&["pbcopy"]));
        }
        if cfg!(windows) {
            routes.push(Route::Tool(&["clip.exe"]));
        }
        if around.wayland {
            routes.push(Route::Tool(&["wl-copy"]));
        }
        if around.x11 {
            routes.push(Route::Tool(&["xclip", "-selection", "clipboard"]));
            routes.push(Route::Tool(&["xsel", "--clipboard", "--input"]));
        }
    }
    routes.push(Route::Terminal);
    routes
}

/// Gives text to a clipboard program.
///
/// # Errors
/// A sentence that says what went wrong.
pub fn give(tool: &[&str], text: &str) -> Result<(), String> {
    let [program, arguments @ ..] = tool else {
        return Err("no clipboard program is known".to_owned());
    };
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|why| format!("{program}: {why}"))?;
    let written = child
        .stdin
        .take()
        .map(|mut to| to.write_all(text.as_bytes()));
    if let Some(Err(why)) = written {
        return Err(format!("{program}: {why}"));
    }
    accepted(&mut child).map_err(|why| format!("{program}: {why}"))
}

/// Waits until a program says that it has the text.
fn accepted(child: &mut Child) -> Result<(), String> {
    let begun = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(status.to_string()),
            Ok(None) if begun.elapsed() > PATIENCE => {
                let _ = child.kill();
                let _ = child.wait();
                return Err("no answer".to_owned());
            }
            Ok(None) => thread::sleep(Duration::from_millis(5)),
            Err(why) => return Err(why.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_ssh_only_the_terminal_is_asked() {
        let around = Around {
            ssh: true,
            wayland: true,
            x11: true,
        };
        assert_eq!(routes_of(around), [Route::Terminal]);
    }

    #[test]
    fn at_home_the_session_decides_and_the_terminal_is_the_last_resort() {
        let around = Around {
            wayland: true,
            ..Around::default()
        };
        let routes = routes_of(around);
        assert!(routes.contains(&Route::Tool(&["wl-copy"])));
        assert_eq!(routes.last(), Some(&Route::Terminal));
    }

    #[test]
    fn a_tool_that_takes_the_text_is_believed_and_one_that_fails_is_not() {
        assert_eq!(give(&["cat"], "49 people"), Ok(()));
        assert!(give(&["false"], "").is_err());
        assert!(give(&["no-such-clipboard-program"], "x").is_err());
    }
}
