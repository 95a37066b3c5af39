//! What is scrolled stays in reach and in its place, in windows of every shape.

use super::{CASE, DRAFT, PLAIN, desk_of, press, seen};
use crate::tui::desk::{Desk, Layer, Wish, entries};

fn desk(window: (u16, u16)) -> Desk {
    let mut desk = desk_of(CASE, Some(DRAFT));
    desk.panes.window = window;
    desk
}

#[test]
fn every_row_of_a_page_can_be_read_in_a_low_pane() {
    let window = (80, 16);
    let mut desk = desk(window);
    press(&mut desk, "down enter");
    let page = desk.reading.as_ref().unwrap().page.clone();
    let mut told = String::new();
    for _ in 0..200 {
        told.push_str(&seen(&desk, window, PLAIN));
        press(&mut desk, "down");
    }
    for para in page.paras.iter().filter(|p| !p.rule && p.side.is_none()) {
        for word in para.text.as_str().split_whitespace() {
            assert!(told.contains(word), "{word}");
        }
    }
    // And one key up moves again, however often it was pressed at the end.
    let end = seen(&desk, window, PLAIN);
    press(&mut desk, "up");
    assert_ne!(seen(&desk, window, PLAIN), end);
}

#[test]
fn a_scroll_to_the_end_of_the_keys_comes_back_with_one_key() {
    let mut desk = desk((80, 24));
    press(&mut desk, "? end");
    let end = seen(&desk, (80, 24), PLAIN);
    press(&mut desk, "up");
    assert_ne!(seen(&desk, (80, 24), PLAIN), end);
    let Some(Layer::Help(help)) = desk.layers.last() else {
        panic!()
    };
    assert!(help.scroll < 1_000);
}

#[test]
fn a_list_moves_only_when_the_selection_would_leave_the_window() {
    let mut desk = desk((80, 20));
    press(&mut desk, "3 G");
    let top = desk.list().top;
    assert!(top > 0);
    press(&mut desk, "up");
    assert_eq!(desk.list().top, top);
    press(&mut desk, "g");
    assert_eq!(desk.list().top, 0);
}

#[test]
fn words_that_were_not_on_the_screen_do_not_count_as_seen() {
    for (window, keys, seen) in [
        ((50, 20), "enter", false),
        ((50, 20), "enter tab", true),
        ((100, 7), "enter", false),
        ((100, 30), "enter", true),
        ((100, 30), "enter z", true),
        ((80, 24), "z enter", false),
        ((80, 24), "enter", true),
    ] {
        let mut desk = desk(window);
        press(&mut desk, keys);
        let on = desk.subject().unwrap();
        assert_eq!(!desk.seen(on).is_empty(), seen, "{window:?} {keys}");
    }
}

#[test]
fn the_numbers_of_the_filter_menu_are_what_each_filter_leaves() {
    for view in ["1", "2", "3", "4", "5", "6"] {
        let mut desk = desk((100, 30));
        press(&mut desk, view);
        press(&mut desk, "f");
        let Some(Layer::Picker(picker)) = desk.layers.last() else {
            panic!()
        };
        for (name, n, wish) in &picker.choices {
            let Wish::Narrow(filter) = wish else { panic!() };
            let left = entries(desk.lists.view, &desk.open, filter);
            let left = left.iter().filter(|entry| entry.spot().is_some()).count();
            assert_eq!(*n, left.to_string(), "{view} {name}");
        }
    }
}
