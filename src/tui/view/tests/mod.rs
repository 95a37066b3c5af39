//! Screens by keystrokes: a case, a size, some keys, and what is seen, styles included.
//!
//! To add a screen: a line in [`SCREENS`], then look at the new snapshot before accepting it.

use super::view;
use crate::case::{Held, Holding, Input, InputRole, Kind, RecordIx, read};
use crate::keys::{Chord, Keymap};
use crate::ruling::Logs;
use crate::text::Places;
use crate::text::paragraphs::Rule;
use crate::tui::canvas::screen_test::screen;
use crate::tui::canvas::{Colours, Theme};
use crate::tui::desk::{Answers, Desk, Effect, Layer, Left, Msg, Open, Seat};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

mod head;
mod kept;
mod scroll;
mod to_do;
mod walk;

const CASE: &str = include_str!("harbour.yaml");
const DRAFT: &str = include_str!("harbour.md");
const LETTER: &str = include_str!("letter.txt");
const PRIVATE: &str = "parties:\n  ruiz: {phone: '+00 555', note: after six}\n";

/// A small case on the desk: one source held in full, one only in notes, one not at all.
fn desk_of(yaml: &str, draft: Option<&str>) -> Desk {
    let input = |path: &str, text: &str, role| Input {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
        role,
    };
    let mut inputs = vec![
        input("case.yaml", yaml, InputRole::Case),
        input("private.yaml", PRIVATE, InputRole::Private),
    ];
    inputs.extend(draft.map(|text| input("draft.md", text, InputRole::Draft)));
    let (mut case, problems) = read("harbour", inputs);
    let sources: Vec<RecordIx> = case.of_kind(Kind::Source).map(|(ix, _)| ix).collect();
    let texts = [
        (Held::Full, LETTER, Rule::Lines),
        (
            Held::Notes,
            "¶1 She says “nobody asked us” twice.\n",
            Rule::Marks,
        ),
    ];
    for (ix, (held, text, rule)) in sources.into_iter().zip(texts) {
        let holding = Holding {
            held,
            path: Some("sources/x.txt".to_owned()),
            text: text.into(),
            places: Arc::new(Places::new(text, rule)),
            sha256: Some("0".to_owned()),
            encoding: None,
        };
        case.holdings.insert(ix, holding);
    }
    let seat = Seat {
        by: Some("kl".to_owned()),
        ..Seat::default()
    };
    let open = Open::new(1, case, problems, Logs::default());
    let mut desk = Desk::new(open, seat, &Left::default());
    assess(&mut desk);
    desk
}

/// Has the quotations compared on the spot, which on a real desk another thread does.
fn assess(desk: &mut Desk) {
    let mut answers = Answers::new(desk.open.clone());
    let mut told = vec![];
    answers.compare(None, &AtomicBool::new(false), |msg| told.push(msg));
    for msg in told {
        desk.update(msg, &Keymap::default());
    }
}

/// Presses keys as a configuration would write them, parted by spaces; `'text'` types text. Searches are answered at once.
fn press(desk: &mut Desk, keys: &str) -> Vec<Effect> {
    let map = Keymap::default();
    let mut all = vec![];
    for word in keys.split(' ').filter(|word| !word.is_empty()) {
        let chords: Vec<Chord> = match word.strip_prefix('\'').and_then(|w| w.strip_suffix('\'')) {
            Some(text) => text
                .chars()
                .map(|c| Chord::parse(&c.to_string().replace('_', "space")).unwrap())
                .collect(),
            None => vec![Chord::parse(word).unwrap()],
        };
        for chord in chords {
            let effects = desk.update(Msg::Key(chord), &map);
            answer(desk, &effects);
            all.extend(effects);
            super::settle(desk, &map);
        }
    }
    all
}

/// Answers what is asked about the case, on the spot.
fn answer(desk: &mut Desk, effects: &[Effect]) {
    let map = Keymap::default();
    for effect in effects {
        let answers = Answers::new(desk.open.clone());
        match effect {
            Effect::Search { number, query } => {
                let mut told = vec![];
                answers.search(*number, query, &|| false, &mut |msg| told.push(msg));
                for msg in told {
                    desk.update(msg, &map);
                }
            }
            Effect::Verify { number, words } => {
                desk.update(answers.verify(*number, words), &map);
            }
            _ => {}
        }
    }
}

/// The number of the line that the box on the desk would be.
fn line_of(desk: &Desk) -> u64 {
    let line = desk.layers.iter().find_map(Layer::line);
    line.unwrap_or_default()
}

fn seen(desk: &Desk, size: (u16, u16), theme: Theme) -> String {
    let map = Keymap::default();
    screen(size, theme, |canvas| view(desk, &map, canvas))
}

const PLAIN: Theme = Theme {
    colours: Colours::None,
    ascii: false,
};
const COLOUR: Theme = Theme {
    colours: Colours::Sixteen,
    ascii: false,
};
const ASCII: Theme = Theme {
    colours: Colours::None,
    ascii: true,
};

/// Name, size, theme, keys.
const SCREENS: &[(&str, (u16, u16), Theme, &str)] = &[
    ("first_open", (100, 30), COLOUR, ""),
    ("first_open_80", (80, 24), COLOUR, ""),
    ("first_open_60", (60, 20), COLOUR, ""),
    ("first_open_160", (160, 45), COLOUR, ""),
    ("one_pane", (40, 15), COLOUR, ""),
    ("too_small", (19, 5), COLOUR, ""),
    ("low_window", (70, 9), COLOUR, ""),
    ("no_colour", (80, 24), PLAIN, "down"),
    ("ascii", (80, 24), ASCII, "down enter"),
    ("sentence_page", (80, 24), COLOUR, "down enter"),
    ("uncited_sentence", (80, 24), COLOUR, "down down enter"),
    ("to_do", (100, 30), COLOUR, "2"),
    ("to_do_fault", (100, 30), COLOUR, "2 f 'errors' enter enter"),
    ("records", (100, 30), COLOUR, "3"),
    ("records_160", (160, 45), COLOUR, "3"),
    (
        "records_of_one_kind",
        (100, 30),
        COLOUR,
        "3 f 'quotes' enter",
    ),
    ("claim_page", (80, 24), COLOUR, "3 enter"),
    ("claim_to_quote", (80, 24), COLOUR, "3 enter enter"),
    (
        "claim_to_quote_and_back",
        (80, 24),
        COLOUR,
        "3 enter enter backspace",
    ),
    ("second_passage", (80, 24), COLOUR, "3 enter ."),
    (
        "casualty_bars",
        (100, 30),
        COLOUR,
        "3 f 'casualties' enter enter",
    ),
    ("permit_page", (100, 30), COLOUR, "3 / 'permit' enter tab"),
    ("ruling_box", (100, 30), COLOUR, "r f tab 'had_been_out'"),
    ("ruling_box_60", (60, 20), PLAIN, "r enter"),
    ("differences", (80, 24), COLOUR, "3 f 'quotes' enter d"),
    ("undo_of_nothing", (80, 24), COLOUR, "u"),
    ("note", (80, 24), COLOUR, "t '@ac_why?'"),
    ("exports", (80, 24), COLOUR, "x"),
    ("replies_page", (100, 30), COLOUR, "6 enter down down"),
    ("details_ticked", (100, 30), COLOUR, "down enter G space"),
    ("sources", (100, 30), COLOUR, "4"),
    ("source_not_held", (80, 24), COLOUR, "4 G enter"),
    ("timeline", (100, 30), COLOUR, "5"),
    ("replies", (100, 30), COLOUR, "6"),
    ("words_pane", (80, 24), COLOUR, "3 enter tab"),
    ("words_zoomed", (80, 24), COLOUR, "3 enter tab z"),
    ("words_chosen", (80, 24), COLOUR, "3 enter tab v w w"),
    (
        "make_a_quote",
        (80, 24),
        COLOUR,
        "3 enter tab v w a 'q-new' tab 'ruiz'",
    ),
    (
        "make_a_quote_refused",
        (80, 24),
        COLOUR,
        "3 enter tab v w a 'Bad' enter",
    ),
    ("find_in_list", (80, 24), COLOUR, "3 / 'cranes' enter"),
    ("find_nothing", (80, 24), COLOUR, "3 / 'zzz' enter"),
    ("search_empty", (100, 30), COLOUR, "s"),
    ("search", (100, 30), COLOUR, "s 'cranes'"),
    ("search_close", (100, 30), COLOUR, "s 'crnaes'"),
    ("search_opened", (100, 30), COLOUR, "s 'cranes' enter"),
    ("search_nothing", (100, 30), COLOUR, "s 'qqqqqq'"),
    ("palette", (80, 24), COLOUR, ": 'ti'"),
    ("help", (80, 24), COLOUR, "?"),
    ("copy_menu", (80, 24), COLOUR, "3 y"),
    ("used_by", (80, 24), COLOUR, "3 b"),
    ("filter_menu", (80, 24), COLOUR, "3 f"),
    ("url", (80, 24), COLOUR, "4 o"),
    ("attach", (80, 24), COLOUR, "4 a"),
    ("private", (80, 24), COLOUR, "3 / 'ruiz' enter P"),
    ("quit_question", (80, 24), COLOUR, "ctrl-c"),
    ("pinned", (100, 30), COLOUR, "3 p down down"),
];

#[test]
fn screens() {
    for (name, size, theme, keys) in SCREENS {
        let mut desk = desk_of(CASE, Some(DRAFT));
        desk.panes.window = *size;
        press(&mut desk, keys);
        insta::assert_snapshot!(
            *name,
            format!("keys: {keys}\n{}", seen(&desk, *size, *theme))
        );
    }
}

#[test]
fn a_case_without_anything_says_what_to_press() {
    for (n, key) in ["1", "2", "3", "4", "5", "6"].into_iter().enumerate() {
        let mut desk = desk_of("format: casefile/1\ncase: empty\n", None);
        press(&mut desk, key);
        insta::assert_snapshot!(format!("empty_{}", n + 1), seen(&desk, (80, 12), PLAIN));
    }
}

/// Every screen at every small size and at a sweep of larger ones: none may panic, whatever lies on top.
#[test]
fn no_size_of_window_stops_any_screen() {
    for (_, _, theme, keys) in SCREENS {
        let mut desk = desk_of(CASE, Some(DRAFT));
        press(&mut desk, keys);
        let small = (0..12).flat_map(|w| (0..8).map(move |h| (w, h)));
        let large = (1..=300u16)
            .step_by(23)
            .flat_map(|w| (1..=100u16).step_by(11).map(move |h| (w, h)));
        let map = Keymap::default();
        for size in small
            .chain(large)
            .chain([(1, 1), (300, 100), (300, 1), (1, 100)])
        {
            screen(size, *theme, |canvas| view(&desk, &map, canvas));
        }
    }
}

#[test]
fn text_that_hides_or_commands_is_never_drawn_as_it_is() {
    let nasty = "\u{202e}evil\u{200b}\u{7}x";
    let yaml = CASE.replace("Harbour cranes", &format!("Harbour {nasty}"));
    let draft = DRAFT.replace("cranes", nasty);
    for (_, size, theme, keys) in SCREENS {
        let mut desk = desk_of(&yaml, Some(&draft));
        press(&mut desk, keys);
        let told = seen(&desk, *size, *theme);
        let bad = told
            .chars()
            .find(|c| matches!(c, '\u{202e}' | '\u{200b}' | '\u{7}'));
        assert_eq!(bad, None, "{keys}");
    }
}

#[test]
fn what_is_private_is_seen_on_one_key_only_and_until_the_next() {
    for (name, size, theme, keys) in SCREENS
        .iter()
        .filter(|(_, _, _, keys)| !keys.ends_with('P'))
    {
        let mut desk = desk_of(CASE, Some(DRAFT));
        let effects = press(&mut desk, keys);
        assert!(!seen(&desk, *size, *theme).contains("555"), "{name}");
        assert!(!format!("{effects:?}").contains("555"), "{name}");
    }
    let mut desk = desk_of(CASE, Some(DRAFT));
    press(&mut desk, "3 / 'ruiz' enter P");
    assert!(matches!(desk.layers.last(), Some(Layer::Private(_))));
    press(&mut desk, "j");
    assert!(desk.layers.is_empty());
}
