//! What is noticed of a log that is not as it was written, and that nothing good is lost with it.

use super::{Chain, End, Wrong, finished, is_foreign, last, read};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn entry(id: &str, why: &str) -> Map<String, Value> {
    let value = json!({"v": 1, "id": id, "at": "2026-03-01T10:00:00Z", "by": "kl", "claim": "c-toll", "ruling": "confirmed", "why": why});
    value.as_object().unwrap().clone()
}

/// A log of so many lines, each with its line end.
fn log(n: usize) -> Vec<String> {
    let mut end = End::default();
    (1..=n)
        .map(|i| {
            let line = finished(&entry(&format!("id-{i}"), "“quoted”, a\nbreak"), &end) + "\n";
            end = read(line.as_bytes()).end;
            line
        })
        .collect()
}

fn flaws(chain: &Chain) -> Vec<(Wrong, usize)> {
    chain.flaws.iter().map(|f| (f.what, f.line)).collect()
}

fn ids(chain: &Chain) -> Vec<&str> {
    chain.lines.iter().map(super::RawLine::id).collect()
}

#[test]
fn a_log_as_written_has_no_flaw_and_its_keys_stand_in_order() {
    let lines = log(3);
    let chain = read(lines.concat().as_bytes());
    assert_eq!(flaws(&chain), []);
    assert_eq!(ids(&chain), ["id-1", "id-2", "id-3"]);
    assert_eq!(chain.lines[1].prev, chain.lines[0].sum);
    assert_eq!(chain.lines[2].span.start, lines[0].len() + lines[1].len());
    let first: Value = serde_json::from_slice(chain.lines[0].bytes(lines[0].as_bytes())).unwrap();
    let keys: Vec<&String> = first.as_object().unwrap().keys().collect();
    let want = [
        "v", "id", "seq", "prev", "at", "by", "claim", "ruling", "why", "sum",
    ];
    assert_eq!(keys, want);
    assert_eq!(
        lines[0].lines().count(),
        1,
        "a break in a note stays within the line"
    );
}

#[test]
fn the_sum_is_the_beginning_of_what_sha256sum_prints() {
    assert_eq!(super::sum(b"abc"), "ba7816bf8f01cfea414140de5dae2223");
}

#[test]
fn an_edited_line_is_told_and_does_not_count_and_the_others_stand() {
    let mut lines = log(3);
    lines[1] = lines[1].replace("confirmed", "wrong");
    let chain = read(lines.concat().as_bytes());
    assert_eq!(flaws(&chain), [(Wrong::Edited, 2)]);
    assert_eq!(ids(&chain), ["id-1", "id-3"]);
    let at = lines[1].find(",\"sum\"").unwrap();
    lines[1] = lines[1][..at].to_owned() + "}\n";
    assert_eq!(
        flaws(&read(lines.concat().as_bytes())),
        [(Wrong::Edited, 2)]
    );
}

#[test]
fn what_is_written_after_an_edit_is_not_told_as_out_of_place() {
    let mut lines = log(2);
    lines[1] = lines[1].replace("confirmed", "wrong");
    let end = last(lines.concat().as_bytes(), true).unwrap();
    assert_eq!(end.end.seq, 1);
    lines.push(finished(&entry("later", ""), &end.end) + "\n");
    let chain = read(lines.concat().as_bytes());
    assert_eq!(flaws(&chain), [(Wrong::Edited, 2)]);
    assert_eq!(ids(&chain), ["id-1", "later"]);
}

#[test]
fn a_line_cut_short_after_the_next_was_written_is_not_taken_for_one_never_written() {
    let with_end = |which: usize| {
        let mut lines = log(3);
        let half = lines[which].len() / 2;
        lines[which].replace_range(half.., "\n");
        flaws(&read(lines.concat().as_bytes()))
    };
    assert_eq!(with_end(0), [(Wrong::Cut, 1)]);
    assert_eq!(with_end(1), [(Wrong::Cut, 2)]);
    assert_eq!(with_end(2), [(Wrong::Torn, 3)]);
    // A scrap put in the place of a line that was taken out does not hide that.
    let lines = log(3);
    let scrap = [&lines[0], "{\"v\":1,\n", &lines[2]].concat();
    assert_eq!(flaws(&read(scrap.as_bytes())), [(Wrong::Cut, 2)]);
}

#[test]
fn removed_and_moved_lines_are_told() {
    let lines = log(5);
    let of = |which: &[usize]| -> String { which.iter().map(|i| lines[*i].as_str()).collect() };
    let told = |which: &[usize]| flaws(&read(of(which).as_bytes()));
    assert_eq!(told(&[0, 3, 4]), [(Wrong::Missing(2), 2)]);
    assert_eq!(told(&[2, 3]), [(Wrong::Missing(2), 1)]);
    assert_eq!(told(&[0, 2, 1, 3])[0], (Wrong::Missing(1), 2));
    assert_eq!(told(&[0, 2, 1, 3])[1], (Wrong::OutOfPlace, 3));
    assert_eq!(
        read(of(&[0, 2, 1, 3]).as_bytes()).lines.len(),
        4,
        "all of them count"
    );
}

#[test]
fn the_same_line_written_twice_after_a_failure_counts_once() {
    let mut lines = log(2);
    let end = read(lines.concat().as_bytes()).end;
    lines.push(finished(&entry("id-2", "“quoted”, a\nbreak"), &end) + "\n");
    let chain = read(lines.concat().as_bytes());
    assert_eq!(flaws(&chain), []);
    assert_eq!(ids(&chain), ["id-1", "id-2"]);
    assert_eq!(chain.end.seq, 3);
    lines.push(finished(&entry("id-2", "forged"), &chain.end) + "\n");
    assert_eq!(
        flaws(&read(lines.concat().as_bytes())),
        [(Wrong::SameId, 4)]
    );
}

#[test]
fn zeros_of_a_lost_write_do_not_hide_the_good_line_behind_them() {
    let lines = log(2);
    let mut bytes = vec![0; 70];
    bytes.extend(lines[0].as_bytes());
    bytes.extend([0; 30]);
    let chain = read(&bytes);
    assert_eq!(ids(&chain), ["id-1"]);
    assert_eq!(flaws(&chain), [(Wrong::Torn, 2)]);
    assert_eq!(last(&bytes, true).unwrap().end.seq, 1);
    // The end of one line and its line end were lost, and the next one was written behind them.
    let glued = format!("{}\0\0\0{}", &lines[0][..90], lines[1]);
    let chain = read(glued.as_bytes());
    assert_eq!(ids(&chain), ["id-2"]);
    assert_eq!(flaws(&chain), [(Wrong::Missing(1), 1), (Wrong::Torn, 1)]);
}

#[test]
fn a_line_end_that_became_a_zero_is_told_and_the_line_before_it_counts() {
    let text = log(3).concat();
    let ends = text.match_indices('\n').map(|(at, _)| at);
    for (line, at) in (1..).zip(ends) {
        let mut bytes = text.clone().into_bytes();
        bytes[at] = 0;
        let chain = read(&bytes);
        assert_eq!(flaws(&chain), [(Wrong::EndLost, line)]);
        assert_eq!(chain.flaws[0].span, at..at + 1);
        assert_eq!(ids(&chain), ["id-1", "id-2", "id-3"]);
        assert_eq!(chain.end, read(text.as_bytes()).end);
    }
    // What is saved next, on a line of its own, changes nothing of that.
    let mut bytes = text.trim_end().as_bytes().to_vec();
    bytes.extend(b"\0\n");
    bytes.extend(finished(&entry("id-4", ""), &read(text.as_bytes()).end).bytes());
    bytes.push(b'\n');
    let chain = read(&bytes);
    assert_eq!(flaws(&chain), [(Wrong::EndLost, 3)]);
    assert_eq!(chain.lines.len(), 4);
    // Without a line end there is nothing to tell: the next line to be saved begins with one.
    assert_eq!(flaws(&read(text.trim_end().as_bytes())), []);
}

#[test]
fn line_ends_of_another_system_and_later_versions_are_understood() {
    let lines = log(2);
    assert_eq!(
        flaws(&read(lines.concat().replace('\n', "\r\n").as_bytes())),
        []
    );
    let text = lines[1].replace("{\"v\":1,", "{\"v\":2,");
    let at = text.find(",\"sum\"").unwrap();
    let newer = format!(
        "{},\"sum\":\"{}\"}}\n",
        &text[..at],
        super::sum(&text.as_bytes()[..at])
    );
    let chain = read((lines[0].clone() + &newer).as_bytes());
    assert_eq!(flaws(&chain), [(Wrong::Newer, 2)]);
    assert_eq!(chain.end.seq, 2, "what is written next follows it");
}

#[test]
fn what_was_never_a_log_is_known() {
    for bytes in ["hello\n", "{\"a\":1}\n", "id,claim\n1,2\n", "{\"v\":2}x\n"] {
        assert_eq!(read(bytes.as_bytes()).lines, []);
    }
    assert!(is_foreign(b"hello\n") && is_foreign(b"\n{\"a\":1}"));
    let line = &log(1)[0];
    assert!((0..line.len()).all(|to| !is_foreign(&line.as_bytes()[..to])));
    assert!(!is_foreign(b"\0\0\0\0"));
}

proptest! {
    #[test]
    fn a_log_cut_anywhere_gives_the_whole_lines_before_and_one_torn(cut in 0usize..10_000) {
        let text = log(4).concat();
        let cut = cut % text.len();
        let whole = text.as_bytes()[..cut].split(|b| *b == b'\n').count() - 1;
        let chain = read(&text.as_bytes()[..cut]);
        // Cut exactly before a line end, a line is whole.
        let good = chain.lines.len();
        prop_assert!(good == whole || good == whole + 1 && text.as_bytes()[cut] == b'\n');
        prop_assert!(chain.flaws.iter().all(|f| f.what == Wrong::Torn && f.line == whole + 1));
        prop_assert_eq!(last(&text.as_bytes()[..cut], true).unwrap_or_default().end, chain.end);
    }

    #[test]
    fn one_changed_byte_anywhere_is_noticed(at in 0usize..10_000, xor in 1u8..=255) {
        let text = log(3).concat();
        let mut bytes = text.clone().into_bytes();
        let at = at % bytes.len();
        bytes[at] ^= xor;
        let same = read(text.as_bytes());
        let chain = read(&bytes);
        let only_space = at + 1 == bytes.len() && bytes[at].is_ascii_whitespace();
        prop_assert!(only_space || !chain.flaws.is_empty());
        // What is given as good is what was written.
        prop_assert!(chain.lines.iter().all(|line| same.lines.iter().any(|good| (&good.id, &good.sum) == (&line.id, &line.sum))));
    }

    #[test]
    fn no_bytes_are_too_strange_to_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let chain = read(&bytes);
        prop_assert_eq!(chain.lines.len(), 0);
        let _ = (last(&bytes, true), last(&bytes, false), is_foreign(&bytes));
    }
}
