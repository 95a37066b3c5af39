//! Screens as text for tests: the characters, and under each row the runs of cells that have a style.
//!
//! A snapshot without styles would not notice that a selection or a highlight is gone.
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::paint::Canvas;
use super::theme::Theme;
use crate::text::width;

/// Draws something into a window of this size and writes it down.
pub fn screen(size: (u16, u16), theme: Theme, draw: impl FnOnce(&mut Canvas)) -> String {
    let mut cells = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    let mut canvas = Canvas::new(&mut cells, theme);
    draw(&mut canvas);
    let cursor = canvas.cursor;
    let mut text = written(&cells);
    if let Some(cursor) = cursor {
        text.push_str(&format!("cursor {},{}\n", cursor.x, cursor.y));
    }
    text
}

/// The characters of a buffer, each row followed by its styles if it has any.
///
/// Styles are one letter a cell: `r` reversed, `R` reversed and underlined, `h` bold and underlined, `b` bold,
/// `u` underlined, `d` dim, `.` none; a colour alone is `B`lue, `M`agenta or `E` (red), a colour with a modifier is said at the row's end.
pub fn written(cells: &Buffer) -> String {
    let mut text = String::new();
    for y in cells.area.top()..cells.area.bottom() {
        let (mut row, mut styles, mut colours) = (String::new(), String::new(), Vec::new());
        let mut x = cells.area.left();
        while let Some(cell) = cells.cell((x, y)) {
            let wide = width::of(cell.symbol()).max(1);
            let letter = letter(cell.style());
            row.push_str(cell.symbol());
            styles.push_str(&letter.to_string().repeat(wide));
            if let Some(colour) = colour(cell.style())
                .filter(|_| letter != ' ' && !letter.is_ascii_uppercase() || letter == 'R')
            {
                if colours.last() != Some(&colour) {
                    colours.push(colour);
                }
            }
            x += u16::try_from(wide).unwrap_or(1);
        }
        text.push_str(row.trim_end());
        text.push('\n');
        if !styles.trim_end().is_empty() {
            text.push_str(styles.trim_end());
            if !colours.is_empty() {
                text.push_str(&format!("   [{}]", colours.join(" ")));
            }
            text.push('\n');
        }
    }
    text
}

fn letter(style: Style) -> char {
    let has = |modifier| style.add_modifier.contains(modifier);
    let under = has(Modifier::UNDERLINED);
    match (
        has(Modifier::REVERSED),
        has(Modifier::BOLD),
        under,
        has(Modifier::DIM),
    ) {
        (true, _, true, _) => 'R',
        (true, _, false, _) => 'r',
        (false, true, true, _) => 'h',
        (false, true, false, _) => 'b',
        (false, false, true, _) => 'u',
        (false, false, false, true) => 'd',
        (false, false, false, false) => match style.fg {
            Some(Color::Blue) => 'B',
            Some(Color::Magenta) => 'M',
            Some(Color::Red) => 'E',
            _ => ' ',
        },
    }
}

fn colour(style: Style) -> Option<&'static str> {
    match style.fg {
        Some(Color::Blue) => Some("blue"),
        Some(Color::Magenta) => Some("magenta"),
        Some(Color::Red) => Some("red"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::safe::shown;
    use crate::tui::canvas::row::wrapped;
    use crate::tui::canvas::{Role, Row, Stand, field, layout};

    #[test]
    fn a_highlight_survives_wrapping_and_hostile_text_stands_out() {
        let words = shown("In two months, 49 people\u{202e} were killed by the armed\tforces");
        let lit = words.place(words.origin(15)..words.origin(15) + 9);
        let rows = wrapped(&words, 24, 2, Role::Plain, &[(lit, Role::Hit)]);
        let text = screen((24, 4), Theme::default(), |canvas| {
            canvas.rows(canvas.area(), &rows)
        });
        insta::assert_snapshot!(text);
    }

    #[test]
    fn a_selected_row_is_reversed_to_its_end_and_what_stood_out_still_does() {
        let row = Row::new()
            .say(Role::Plain, ">24 ")
            .text(Role::Plain, "by the ")
            .text(Role::Link, "army")
            .stands(Stand::Selected);
        let text = screen((24, 1), Theme::default(), |canvas| {
            canvas.rows(canvas.area(), [&row])
        });
        insta::assert_snapshot!(text);
    }

    #[test]
    fn in_ascii_our_signs_change_and_the_words_of_others_do_not() {
        let theme = Theme {
            ascii: true,
            ..Theme::default()
        };
        let row = Row::new()
            .sign(crate::ruling::Sign::SAME, true)
            .say(Role::Dim, " ¶31 “…” → ")
            .text(Role::Plain, "Perú “…”");
        let text = screen((30, 4), theme, |canvas| {
            let inner = canvas.frame(canvas.area(), &Row::new(), Role::Border);
            canvas.rows(inner, [&row]);
        });
        insta::assert_snapshot!(text);
    }

    #[test]
    fn lines_join_where_they_meet() {
        let text = screen((12, 5), Theme::default(), |canvas| {
            canvas.across(0, 0, 12, Role::Border);
            canvas.across(0, 4, 12, Role::Border);
            canvas.down(5, 1, 3, Role::Border);
            canvas.across(6, 2, 6, Role::Border);
        });
        insta::assert_snapshot!(text);
    }

    #[test]
    fn what_stands_at_the_right_end_stays_and_the_left_is_cut() {
        let row = Row::new()
            .text(Role::Plain, "The permit is worth nearly a million")
            .right(24, Row::new().say(Role::Dim, "draft:3"));
        assert_eq!(row.plain(), "The permit is w… draft:3");
        assert!(row.width() <= 24);
    }

    #[test]
    fn a_line_of_text_scrolls_with_its_cursor() {
        let input = tui_input::Input::new("killed by the armed forces".to_owned());
        let text = screen((10, 1), Theme::default(), |canvas| {
            field::draw(canvas, canvas.area(), &input, true)
        });
        assert_eq!(text, "ed forces\ncursor 9,0\n");
        let text = screen((1, 1), Theme::default(), |canvas| {
            field::draw(canvas, canvas.area(), &input, true)
        });
        assert_eq!(text, "\ncursor 0,0\n");
    }

    #[test]
    fn every_scalar_is_painted_without_a_control_or_a_turner_of_direction() {
        let mut cells = Buffer::empty(Rect::new(0, 0, 14, 1));
        for c in '\0'..=char::MAX {
            let row = Row::new().text(Role::Plain, &format!("a{c}"));
            let mut canvas = Canvas::new(&mut cells, Theme::default());
            canvas.blank(canvas.area());
            canvas.rows(canvas.area(), [&row]);
            for cell in cells.content() {
                assert!(!cell.symbol().chars().any(|c| c.is_control()
                    || crate::text::hidden::must_be_marked(c)
                    || matches!(c, '\u{200c}' | '\u{200d}')));
            }
        }
    }

    #[test]
    fn rows_frames_and_fields_are_drawn_in_windows_of_any_size() {
        let hard = "क्षत्रिय 한국어 日本 👩‍👩‍👧 z̷̢̛͓̲\t\u{202e}x";
        let input = tui_input::Input::new(hard.to_owned());
        for (w, h) in (0..13).flat_map(|w| (0..9).map(move |h| (w, h))) {
            screen((w, h), Theme::default(), |canvas| {
                let parts = layout::parts(canvas.area(), false);
                let rows = wrapped(&shown(hard), usize::from(w), 3, Role::Plain, &[]);
                canvas.rows(canvas.area(), &rows);
                let inner = canvas.frame(
                    canvas.area(),
                    &Row::new().text(Role::Strong, hard),
                    Role::Border,
                );
                canvas.across(inner.x, inner.y, w, Role::Border);
                canvas.down(inner.x, inner.y, h, Role::Border);
                field::draw(canvas, inner, &input, true);
                canvas.rows(parts.body, &rows);
            });
        }
    }
}
