//! The terminal: taken over, drawn on, and given back as it was, however the program ends.
use std::io::{self, IsTerminal, Stdout, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use ratatui::crossterm::style::{ResetColor, force_color_output};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size,
};
use ratatui::crossterm::{cursor, execute};
use ratatui::layout::Rect;

use crate::tui::canvas::paint::Canvas;
use crate::tui::canvas::theme::Theme;

/// Whether the terminal is ours at the moment. Kept outside [`Screen`] for the panic hook, which has no other way to know.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours. Dropping it gives it back.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    theme: Theme,
    mouse: bool,
}

impl Screen {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// If stdin or stdout is no terminal, or it cannot be set up; it is given back then.
    pub fn take(theme: Theme, mouse: bool) -> io::Result<Self> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(io::Error::other("this is no terminal"));
        }
        // crossterm heeds NO_COLOR by sending a bare `ESC [ m` in place of a colour, which resets reverse and bold as
        // well. The theme leaves colours out itself.
        force_color_output(true);
        install_panic_hook();
        let terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
        let mut screen = Self {
            terminal,
            theme,
            mouse,
        };
        screen.enter()?;
        Ok(screen)
    }

    /// Takes the terminal over again, after it was given back.
    ///
    /// # Errors
    /// If the terminal cannot be set up.
    pub fn enter(&mut self) -> io::Result<()> {
        if TAKEN.swap(true, Ordering::SeqCst) {
            // Continued after a stop that came unseen: the shell may have changed the terminal in between.
            disable_raw_mode()?;
        }
        enable_raw_mode()?;
        execute!(
            io::stdout(),
            EnterAlternateScreen,
            EnableBracketedPaste,
            cursor::Hide
        )?;
        if self.mouse {
            execute!(io::stdout(), EnableMouseCapture)?;
        }
        self.renew()
    }

    /// Gives the terminal back for a while.
    pub fn leave(&mut self) {
        give_back();
    }

    /// Forgets what is on the screen, so that the next drawing draws every cell.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn renew(&mut self) -> io::Result<()> {
        // Not `Terminal::clear`: it asks the terminal where the cursor is, and waits for an answer on the keyboard.
        let (width, height) = size()?;
        self.terminal.resize(Rect::new(0, 0, width, height))
    }

    /// Draws a view.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn draw(&mut self, view: impl FnOnce(&mut Canvas)) -> io::Result<()> {
        let theme = self.theme;
        self.terminal.draw(|frame| {
            let mut canvas = Canvas::new(frame.buffer_mut(), theme);
            view(&mut canvas);
            if let Some(cursor) = canvas.cursor {
                frame.set_cursor_position(cursor);
            }
        })?;
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back as it was, once. Errors are of no use here: if the terminal is gone, there is nothing to give back.
fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    // Mouse reports are switched off even if they were never on: that does nothing, and forgetting it fills the shell with junk.
    let _ = execute!(
        out,
        DisableMouseCapture,
        DisableBracketedPaste,
        ResetColor,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// On a panic the terminal is given back first, and only the place is told: the message of a panic may hold words of the case.
fn install_panic_hook() {
    static ONCE: AtomicBool = AtomicBool::new(false);
    if ONCE.swap(true, Ordering::SeqCst) {
        return;
    }
    let desk = thread::current().id();
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if !TAKEN.load(Ordering::SeqCst) {
            return before(info);
        }
        // A worker that fails says so through its answer; the desk goes on and must not be drawn over.
        if thread::current().id() != desk {
            return;
        }
        give_back();
        let place = info.location().map_or_else(String::new, |at| {
            format!(" at {}:{}:{}", at.file(), at.line(), at.column())
        });
        let _ = writeln!(
            io::stderr(),
            "casefile had to stop: a fault of its own{place}. Your files are as they were. Please report the place named here."
        );
    }));
}
