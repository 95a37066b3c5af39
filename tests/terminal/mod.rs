//! A pseudo-terminal with somebody looking at it, for the tests of the desk.
pub mod stand_in;

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long what is waited for may take. Generous: machines that run tests are slow, and nothing waits longer than it must.
const PATIENCE: Duration = Duration::from_mins(1);
/// How often it is looked for.
const LOOK: Duration = Duration::from_millis(5);

/// A terminal and what runs in it.
pub struct Tty {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    parser: Arc<Mutex<vt100::Parser>>,
    /// Every byte that was written to the terminal, titles and all.
    heard: Arc<Mutex<Vec<u8>>>,
    /// How many bytes were, ever.
    written: Arc<AtomicUsize>,
    /// The terminal's settings before anything was drawn.
    before: String,
    case: tempfile::TempDir,
    /// Set when the terminal is to go away: the reader holds it open until then.
    gone: Arc<AtomicBool>,
    reader: JoinHandle<()>,
}

impl Tty {
    /// The desk on a copy of a case, run by a shell that prints how it ended. `wrap` goes before the program.
    pub fn desk(width: u16, height: u16, wrap: &[&str]) -> Self {
        Self::desk_with(width, height, wrap, &[])
    }

    /// The same with variables in the environment.
    pub fn desk_with(width: u16, height: u16, wrap: &[&str], variables: &[(&str, &str)]) -> Self {
        let case = case();
        let run = format!(
            "{} {} {}",
            wrap.join(" "),
            env!("CARGO_BIN_EXE_casefile"),
            case.path().join("case").display()
        );
        let script = format!("echo before; read go; {run}; echo ended $?; sleep 30");
        let mut tty = Self::start(width, height, &["sh", "-c", &script], variables, case);
        tty.shows("before");
        tty.begin();
        tty.send("\r");
        tty.shows("1 Draft");
        tty
    }

    /// An interactive shell with job control.
    pub fn shell(width: u16, height: u16) -> Self {
        let mut tty = Self::start(
            width,
            height,
            &["bash", "--norc", "--noprofile", "--noediting", "-i"],
            &[("PS1", "ready$ ")],
            case(),
        );
        tty.shows(r"ready\$ $");
        tty.begin();
        tty
    }

    /// The small desk of [`stand_in`].
    pub fn stand_in() -> Self {
        let program = std::env::current_exe().unwrap();
        let run = format!(
            "{} --ignored --exact stand_in --nocapture --test-threads=1",
            program.display()
        );
        let script = format!("echo before; read go; {run}; echo ended $?; sleep 30");
        let mut tty = Self::start(
            80,
            24,
            &["sh", "-c", &script],
            &[("RUST_BACKTRACE", "0")],
            case(),
        );
        tty.shows("before");
        tty.begin();
        tty.send("\r");
        tty.shows("stand-in is here");
        tty
    }

    fn start(
        width: u16,
        height: u16,
        command: &[&str],
        variables: &[(&str, &str)],
        case: tempfile::TempDir,
    ) -> Self {
        let pty = native_pty_system().openpty(size(width, height)).unwrap();
        let mut builder = CommandBuilder::new(command[0]);
        builder.args(&command[1..]);
        builder.env("TERM", "xterm-256color");
        builder.env("LANG", "C.UTF-8");
        builder.env("HOME", case.path());
        for gone in [
            "NO_COLOR",
            "XDG_CONFIG_HOME",
            "XDG_STATE_HOME",
            "SSH_CONNECTION",
            "SSH_TTY",
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "LC_ALL",
        ] {
            builder.env_remove(gone);
        }
        for (name, value) in variables {
            builder.env(name, value);
        }
        let child = pty.slave.spawn_command(builder).unwrap();
        drop(pty.slave);
        let parser = Arc::new(Mutex::new(vt100::Parser::new(
            cells(height),
            cells(width),
            0,
        )));
        let mut reader = pty.master.try_clone_reader().unwrap();
        let seen = Arc::clone(&parser);
        let heard = Arc::new(Mutex::new(vec![]));
        let kept = Arc::clone(&heard);
        let written = Arc::new(AtomicUsize::new(0));
        let count_written = Arc::clone(&written);
        let gone = Arc::new(AtomicBool::new(false));
        let leave = Arc::clone(&gone);
        let reader = thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if leave.load(Ordering::SeqCst) {
                    return;
                }
                kept.lock().unwrap().extend_from_slice(&bytes[..count]);
                seen.lock().unwrap().process(&bytes[..count]);
                count_written.fetch_add(count, Ordering::SeqCst);
            }
        });
        let writer = pty.master.take_writer().unwrap();
        Self {
            master: Some(pty.master),
            writer: Some(writer),
            child,
            parser,
            heard,
            written,
            before: String::new(),
            case,
            gone,
            reader,
        }
    }

    fn begin(&mut self) {
        self.before = self.settings();
    }

    fn settings(&self) -> String {
        let master = self.master.as_ref().unwrap();
        let set = master.get_termios().unwrap();
        format!(
            "{:?}",
            (
                set.local_flags,
                set.input_flags,
                set.output_flags,
                set.control_flags,
                set.control_chars
            )
        )
    }

    /// Types.
    pub fn send(&mut self, text: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(text.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// A file of the case on the desk.
    pub fn file(&self, path: &str) -> PathBuf {
        self.case.path().join("case").join(path)
    }

    /// Everything that was written to the terminal since this was asked last.
    pub fn heard(&self) -> String {
        let bytes = std::mem::take(&mut *self.heard.lock().unwrap());
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The folder that holds the case, and all that the desk keeps for its user.
    pub fn home(&self) -> &Path {
        self.case.path()
    }

    /// What is on the screen.
    pub fn text(&self) -> String {
        self.parser.lock().unwrap().screen().contents()
    }

    /// Waits until something is so.
    pub fn until(&self, what: &str, mut is_so: impl FnMut() -> bool) {
        let begun = Instant::now();
        while !is_so() {
            assert!(begun.elapsed() < PATIENCE, "{what}:\n{}", self.text());
            thread::sleep(LOOK);
        }
    }

    /// Waits until the screen shows one of some texts, divided by `|`. A `$` at the end is the end of the screen's text; `\` is left out.
    pub fn shows(&self, wanted: &str) {
        self.until(&format!("{wanted:?} did not appear"), || {
            let text = self.text();
            wanted.split('|').any(|one| {
                let one = one.replace('\\', "");
                match one.strip_suffix(" $") {
                    Some(last) => text.trim_end().ends_with(last),
                    None => text.contains(&one),
                }
            })
        });
    }

    /// Waits until the screen shows a text no more.
    pub fn hides(&self, words: &str) {
        self.until(&format!("{words:?} stays"), || !self.text().contains(words));
    }

    /// Does something and waits until the program has written to the terminal after it.
    pub fn draws_after(&mut self, act: impl FnOnce(&mut Self)) {
        let before = self.written.load(Ordering::SeqCst);
        act(self);
        self.until("nothing was drawn", || {
            self.written.load(Ordering::SeqCst) > before
        });
    }

    /// Waits until the program has ended with a code, and looks whether the terminal is as it was.
    pub fn ended(&self, code: i32) {
        self.shows(&format!("ended {code}"));
        self.calm("at the end");
        let text = self.text();
        assert!(
            text.starts_with("before"),
            "the screen from before is not back:\n{text}"
        );
    }

    /// Waits until the terminal is as it was before the program took it.
    pub fn calm(&self, when: &str) {
        let begun = Instant::now();
        while let Some(what) = self.unrest() {
            assert!(
                begun.elapsed() < PATIENCE,
                "{what} {when}:\n{}",
                self.text()
            );
            thread::sleep(LOOK);
        }
    }

    /// What of the terminal is not as it was.
    fn unrest(&self) -> Option<String> {
        let parser = self.parser.lock().unwrap();
        let screen = parser.screen();
        let wrong = [
            (screen.alternate_screen(), "the alternate screen is on"),
            (screen.hide_cursor(), "the cursor is hidden"),
            (screen.bracketed_paste(), "bracketed paste is on"),
            (
                screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None,
                "the mouse is on",
            ),
            (
                screen.inverse() || screen.bold() || screen.underline(),
                "text is styled",
            ),
            (
                screen.fgcolor() != vt100::Color::Default,
                "text is coloured",
            ),
        ];
        if let Some((_, what)) = wrong.into_iter().find(|(is_so, _)| *is_so) {
            return Some(what.to_owned());
        }
        drop(parser);
        // A shell that edits its own line has settings of its own; what matters is that signals and echo are its affair again.
        let settings = self.settings();
        (!self.before.is_empty() && settings != self.before)
            .then(|| format!("settings {settings}, not {},", self.before))
    }

    /// How many cells are reversed, and how many have a colour.
    pub fn styles(&self) -> (usize, usize) {
        let parser = self.parser.lock().unwrap();
        let screen = parser.screen();
        let (rows, columns) = screen.size();
        let cells = (0..rows.get())
            .flat_map(|row| (0..columns.get()).filter_map(move |column| screen.cell(row, column)));
        cells.fold((0, 0), |(reversed, coloured), cell| {
            let colour =
                cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default;
            (
                reversed + usize::from(cell.inverse()),
                coloured + usize::from(colour),
            )
        })
    }

    /// Changes the size of the window.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.master
            .as_ref()
            .unwrap()
            .resize(size(width, height))
            .unwrap();
        self.parser
            .lock()
            .unwrap()
            .screen_mut()
            .set_size(cells(height), cells(width));
    }

    /// The process of the desk itself.
    pub fn program(&self) -> i32 {
        let shell = i32::try_from(self.child.process_id().unwrap()).unwrap();
        let mut found = None;
        self.until("casefile does not run", || {
            found = pids_below(shell).into_iter().find(|pid| {
                fs::read_link(format!("/proc/{pid}/exe"))
                    .is_ok_and(|exe| exe == Path::new(env!("CARGO_BIN_EXE_casefile")))
            });
            found.is_some()
        });
        found.unwrap()
    }

    /// Sends a signal to the desk itself.
    pub fn signal(&self, name: &str) {
        let pid = self.program().to_string();
        assert!(
            Command::new("kill")
                .args(["-s", name, &pid])
                .status()
                .unwrap()
                .success()
        );
    }

    /// Takes the terminal away. The key makes the desk draw, which lets the reader's thread go.
    pub fn hang_up(&mut self) {
        self.gone.store(true, Ordering::SeqCst);
        self.send("j");
        self.until("the reader stays", || self.reader.is_finished());
        self.writer = None;
        self.master = None;
    }

    /// The command that opens the desk.
    pub fn command(&self) -> String {
        format!(
            "{} {}",
            program_path(),
            self.case.path().join("case").display()
        )
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

fn size(width: u16, height: u16) -> PtySize {
    PtySize {
        rows: height,
        cols: width,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// A copy of the fictional case in a folder of its own, which is also the home of whoever runs the desk.
fn case() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("casefiles/ravel-ridge");
    copy(&from, &folder.path().join("case"));
    folder
}

fn copy(from: &Path, to: &PathBuf) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The program.
pub fn program_path() -> String {
    env!("CARGO_BIN_EXE_casefile").to_owned()
}

/// All processes that a process started, and those started.
pub fn pids_below(pid: i32) -> Vec<i32> {
    let text = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap_or_default();
    let own: Vec<i32> = text
        .split_whitespace()
        .filter_map(|pid| pid.parse().ok())
        .collect();
    own.iter()
        .flat_map(|pid| std::iter::once(*pid).chain(pids_below(*pid)))
        .collect()
}

/// What the system says of a process or one of its threads, from its state on.
fn stat(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path.join("stat")).unwrap_or_default();
    let fields = text.rsplit(')').next().unwrap_or_default();
    fields.split_whitespace().map(str::to_owned).collect()
}

/// Hundredths of a second of processor time that a process has used.
pub fn ticks(pid: i32) -> u64 {
    let fields = stat(&PathBuf::from(format!("/proc/{pid}")));
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

/// Waits until a process has nothing more to do: all its threads sleep, and none has run for `time`.
pub fn falls_asleep(pid: i32, time: Duration) {
    let begun = Instant::now();
    let mut before = (ticks(pid), Instant::now());
    while before.1.elapsed() < time {
        assert!(begun.elapsed() < PATIENCE, "it does not come to rest");
        thread::sleep(LOOK);
        let threads = fs::read_dir(format!("/proc/{pid}/task")).unwrap();
        let mut states = threads.map(|thread| stat(&thread.unwrap().path()));
        let asleep = states.all(|fields| fields.first().is_none_or(|state| state == "S"));
        let now = ticks(pid);
        if !asleep || now != before.0 {
            before = (now, Instant::now());
        }
    }
}

/// Whether a process is gone, or dead and not yet fetched, within a time.
pub fn gone_within(pid: i32, time: Duration) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < time {
        let fields = stat(&PathBuf::from(format!("/proc/{pid}")));
        if matches!(fields.first().map(String::as_str), None | Some("Z" | "X")) {
            return true;
        }
        thread::sleep(LOOK);
    }
    false
}
