//! Lines break where a reader would break them, at any width, without losing a character.
use proptest::prelude::*;

use crate::safe::shown;
use crate::width;
use crate::wrap::wrap;

fn broken(text: &str, cells: usize) -> Vec<String> {
    let safe = shown(text);
    wrap(&safe, cells, 0)
        .into_iter()
        .map(|line| safe.as_str()[line.range].to_owned())
        .collect()
}

#[test]
fn lines_break_at_spaces_and_long_words_are_divided() {
    assert_eq!(
        broken("49 people were killed", 10),
        ["49 people", "were", "killed"]
    );
    assert_eq!(broken("accountability", 6), ["accoun", "tabili", "ty"]);
    assert_eq!(broken("a  b", 2), ["a", "b"]);
    assert_eq!(broken("abcdef ghi", 6), ["abcdef", "ghi"]);
    assert_eq!(broken("", 5), [""]);
    assert_eq!(broken("end   ", 4), ["end"]);
}

#[test]
fn lines_break_after_hyphens_and_slashes_but_not_inside_a_date() {
    assert_eq!(broken("armoured-vehicle", 10), ["armoured-", "vehicle"]);
    assert_eq!(broken("and/or else", 5), ["and/", "or", "else"]);
    assert_eq!(broken("on 2022-12-07 it", 11), ["on", "2022-12-07", "it"]);
}

#[test]
fn chinese_breaks_anywhere_but_before_its_full_stop() {
    assert_eq!(broken("日本語。", 6), ["日本", "語。"]);
    assert_eq!(broken("한국어 텍스트", 7), ["한국어", "텍스트"]);
}

#[test]
fn later_lines_hang_and_a_hang_without_room_is_given_up() {
    let safe = shown("one two three");
    let lines = wrap(&safe, 7, 2);
    assert_eq!(
        lines.iter().map(|line| line.indent).collect::<Vec<_>>(),
        [0, 2]
    );
    assert!(wrap(&safe, 3, 8).iter().all(|line| line.indent == 0));
}

#[test]
fn hard_scripts_survive_the_narrowest_columns() {
    let hard = [
        "க்ஷ்மி நிறுவனம்",
        "क्षत्रिय राष्ट्र",
        "ខ្មែរ",
        "각각 한국어",
        "👩‍👩‍👧‍👦👍🏽",
        "ﷺ \u{202e}x",
        "ก็ที่",
        "z̷̢̛͓̲̲̪̜̙̩̲̥͚̣͑̈́̿͊̂",
    ];
    for text in hard {
        for cells in 0..=5 {
            let joined: String = broken(text, cells).concat();
            assert_eq!(
                joined.replace(' ', ""),
                shown(text).plain().replace(' ', ""),
                "{cells}"
            );
        }
    }
}

#[test]
fn a_line_of_ten_megabytes_is_wrapped() {
    let text = "forty-nine people ".repeat(580_000);
    assert!(broken(&text, 60).len() > 100_000);
}

proptest! {
    #[test]
    fn no_line_is_too_wide_and_nothing_is_lost(text in "\\PC{0,60}", cells in 0_usize..40, hang in 0_usize..6) {
        let safe = shown(&text);
        let lines = wrap(&safe, cells, hang);
        let mut at = 0;
        for line in &lines {
            prop_assert!(safe.as_str()[at..line.range.start].chars().all(|c| c == ' '));
            at = line.range.end;
            let drawn = &safe.as_str()[line.range.clone()];
            let one = width::steps(drawn).count() <= 1;
            let leading = drawn.starts_with(' ');
            prop_assert!(one || leading || line.indent + width::of(drawn) <= cells.max(1));
        }
        prop_assert!(safe.as_str()[at..].chars().all(|c| c == ' '));
    }
}
