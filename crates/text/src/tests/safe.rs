//! Nothing that moves, turns or hides gets through, and nothing is lost on the way.
use crate::hidden;
use crate::safe::{Mark, Shown, What, hygiene, lines, shown};
use crate::width;
use crate::wrap::wrap;

fn plain(text: &str) -> String {
    shown(text).plain()
}

/// What must never reach a terminal when it stands out of place.
fn harmful(c: char) -> bool {
    c.is_control()
        || hidden::must_be_marked(c)
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[test]
fn every_scalar_alone_and_between_letters_is_harmless_to_draw_and_to_wrap() {
    for c in '\0'..=char::MAX {
        for text in [c.to_string(), format!("a{c}b")] {
            let safe = shown(&text);
            assert!(
                !safe.as_str().chars().any(harmful),
                "U+{:04X}",
                u32::from(c)
            );
            for (_, cluster, cells) in width::steps(safe.as_str()) {
                assert!(
                    cells > 0,
                    "U+{:04X} draws nothing: {cluster:?}",
                    u32::from(c)
                );
            }
            let mut seen = 0;
            for line in wrap(&safe, 3, 1) {
                assert!(
                    line.range.start >= seen && !line.range.is_empty() || text.trim().is_empty()
                );
                seen = line.range.end;
            }
        }
    }
}

#[test]
fn a_tab_keeps_two_numbers_apart_and_aligned() {
    assert_eq!(plain("14\t200"), "14→     200");
    assert_eq!(plain("dead\t49\tPeru"), "dead→   49→     Peru");
}

#[test]
fn controls_become_pictures() {
    assert_eq!(plain("a\u{1b}[31mb"), "a␛[31mb");
    assert_eq!(plain("a\r\nb\u{7f}\u{9b}"), "a␍␊b␡<U+009B>");
    assert!(shown("a\u{7}").is_marked());
}

#[test]
fn turners_of_direction_and_invisible_letters_show_their_number() {
    let text = "pay \u{202e}001\u{202c} now\u{200b}\u{e0041}";
    let safe = shown(text);
    assert_eq!(
        safe.as_str(),
        "pay <U+202E>001<U+202C> now<U+200B><U+E0041>"
    );
    assert!(safe.pieces().iter().any(|piece| piece.mark == Mark::Hidden));
    assert_eq!(plain("1\u{fe0f}4"), "1<U+FE0F>4");
}

#[test]
fn joiners_that_belong_stay_and_are_marked_and_others_show() {
    for honest in [
        "می\u{200c}خواهم",
        "क्\u{200d}ष",
        "👩\u{200d}🚀",
        "❤\u{fe0f}",
        "1\u{fe0f}\u{20e3}",
    ] {
        let safe = shown(honest);
        assert_eq!(safe.as_str(), honest);
        assert!(!safe.is_marked(), "{honest}");
        assert!(
            safe.pieces().iter().any(|piece| piece.mark == Mark::Joiner),
            "{honest}"
        );
        assert!(hygiene(honest).is_empty(), "{honest}");
    }
    assert_eq!(plain("per\u{200d}mit"), "per<U+200D>mit");
}

#[test]
fn at_most_eight_marks_are_drawn_on_one_letter_and_the_rest_is_counted() {
    let tower = format!("a{}b", "\u{301}".repeat(30));
    let safe = shown(&tower);
    assert_eq!(safe.as_str().matches('\u{301}').count(), 8);
    assert!(safe.as_str().ends_with("<+22 marks>b"));
    assert_eq!(hygiene(&tower).len(), 1);
}

#[test]
fn a_mark_without_a_letter_does_not_settle_on_what_stands_left_of_it() {
    assert_eq!(plain("\u{301}x"), "◌\u{301}x");
}

#[test]
fn a_place_in_the_source_is_found_in_what_is_shown_and_back() {
    let text = "a\u{202e}\tkilled 49";
    let safe = shown(text);
    let at = text.find("killed").unwrap();
    let place = safe.place(at..at + 6);
    assert_eq!(&safe.as_str()[place.clone()], "killed");
    assert_eq!(safe.origin(place.start), at);
    assert_eq!(&safe.as_str()[safe.place(1..2)], "<U+202E>");
    assert_eq!(safe.place(0..text.len()), 0..safe.as_str().len());
}

#[test]
fn pieces_put_together_are_the_text() {
    for text in [
        "",
        "plain",
        "a\tb\u{202e}c",
        "\u{200b}",
        "می\u{200c}خواهم را\t",
    ] {
        let safe = shown(text);
        let joined: String = safe.pieces().iter().map(|piece| piece.text).collect();
        assert_eq!(joined, safe.as_str());
    }
}

#[test]
fn a_cut_text_says_that_it_was_cut_and_fits() {
    assert_eq!(shown("forty-nine people").cut(8).as_str(), "forty-n…");
    assert_eq!(shown("日本語").cut(4).as_str(), "日…");
    assert_eq!(shown("short").cut(5).as_str(), "short");
    assert_eq!(shown("any").cut(0), Shown::default());
    for cells in 0..20 {
        assert!(shown("a\u{202e}\t日本 e\u{301}").cut(cells).width() <= cells);
    }
}

#[test]
fn line_ends_of_both_kinds_divide_lines_and_a_lone_return_shows() {
    let shown: Vec<String> = lines("a\r\nb\nc\rd").iter().map(Shown::plain).collect();
    assert_eq!(shown, ["a", "b", "c␍d"]);
}

#[test]
fn each_kind_of_blemish_is_found_at_its_bytes() {
    let text = "a\u{202e}b\u{200b}\u{200b}c\u{1b}d Реru\tx\r\n";
    let found: Vec<_> = hygiene(text)
        .into_iter()
        .map(|b| (b.what, &text[b.span]))
        .collect();
    assert_eq!(
        found,
        [
            (What::Bidi, "\u{202e}"),
            (What::Invisible, "\u{200b}\u{200b}"),
            (What::Control, "\u{1b}"),
            (What::LookAlike, "Р"),
        ]
    );
}

#[test]
fn a_line_of_ten_thousand_tabs_or_marks_takes_no_time_to_speak_of() {
    assert_eq!(shown(&"\t".repeat(10_000)).width(), 80_000);
    assert!(
        shown(&"\u{301}".repeat(100_000))
            .as_str()
            .ends_with("<+99992 marks>")
    );
}
