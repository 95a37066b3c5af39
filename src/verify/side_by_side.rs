//! Source over draft over signs: the words of a finding in columns, as wide as there is room.

use super::finding::{Row, Sign};
use crate::text::Span;
use crate::text::safe::shown;
use crate::text::width;

/// Three rows that belong under each other; widths count terminal cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Three {
    /// The source's words.
    pub source: String,
    /// The printed words.
    pub draft: String,
    /// A sign under every word that differs; empty where none does.
    pub signs: String,
}

/// One column: a word of each side, or what stands for many.
struct Cell {
    source: String,
    draft: String,
    sign: Sign,
}

/// More words of one sign in a row than this are folded.
const LONG_CUT: usize = 12;
/// Words kept at each end of what is folded.
const KEPT: usize = 3;
/// More equal words in a row than this are folded, with twice the words kept.
const LONG_SAME: usize = 40;

/// Sets the columns of a finding in lines of at most `width` cells. Words that do not fit into a line of their own are
/// left as long as they are; what is drawn cuts them.
pub fn side_by_side(rows: &[Row], source: &str, draft: &str, width: usize) -> Vec<Three> {
    let cells: Vec<Cell> = rows.iter().map(|row| cell(row, source, draft)).collect();
    let mut lines: Vec<Three> = vec![];
    let mut used = 0;
    for cell in folded(cells) {
        let cells = width::of(&cell.source).max(width::of(&cell.draft));
        let gap = usize::from(used > 0);
        if lines.is_empty() || used + gap + cells > width {
            lines.push(Three::default());
            used = 0;
        }
        let gap = usize::from(used > 0);
        if let Some(line) = lines.last_mut() {
            for (row, words) in [
                (&mut line.source, cell.source.as_str()),
                (&mut line.draft, cell.draft.as_str()),
            ] {
                row.push_str(&" ".repeat(gap));
                row.push_str(words);
                row.push_str(&" ".repeat(cells - width::of(words)));
            }
            line.signs.push_str(&" ".repeat(gap));
            let mark = cell.sign.mark().to_string();
            line.signs.push_str(&mark.repeat(cells));
        }
        used += gap + cells;
    }
    for line in &mut lines {
        for row in [&mut line.source, &mut line.draft, &mut line.signs] {
            row.truncate(row.trim_end().len());
        }
    }
    lines
}

/// One column's words, made safe to show and on one line.
fn cell(row: &Row, source: &str, draft: &str) -> Cell {
    let words = |span: Option<Span>, text: &str| {
        let words = span.map(|span| with_signs(span, text).of(text));
        let folded: Vec<&str> = words.unwrap_or_default().split_whitespace().collect();
        shown(&folded.join(" ")).as_str().to_owned()
    };
    Cell {
        source: words(row.source, source),
        draft: words(row.draft, draft),
        sign: row.sign,
    }
}

/// A word with the punctuation that touches it, as it stands in the text: where only a comma was lost, it must be seen.
fn with_signs(word: Span, text: &str) -> Span {
    let is_sign = |letter: &char| !letter.is_whitespace() && !letter.is_alphanumeric();
    let width = |letters: &mut dyn Iterator<Item = char>| -> usize {
        letters.take_while(is_sign).map(char::len_utf8).sum()
    };
    let (before, after) = (
        text.get(..word.start).unwrap_or_default(),
        text.get(word.end..).unwrap_or_default(),
    );
    let front = width(&mut before.chars().rev());
    // What stands between two words without a space, as a hyphen does, belongs to the first.
    let opens = before[..before.len() - front]
        .chars()
        .next_back()
        .is_none_or(char::is_whitespace);
    let start = if opens {
        word.start - front
    } else {
        word.start
    };
    Span::new(start, word.end + width(&mut after.chars()))
}

/// Folds long cuts and long stretches in which nothing differs.
fn folded(cells: Vec<Cell>) -> Vec<Cell> {
    let mut out: Vec<Cell> = vec![];
    let mut stretch: Vec<Cell> = vec![];
    for cell in cells {
        if stretch.last().is_some_and(|last| last.sign != cell.sign) {
            fold(std::mem::take(&mut stretch), &mut out);
        }
        stretch.push(cell);
    }
    fold(stretch, &mut out);
    out
}

fn fold(mut stretch: Vec<Cell>, out: &mut Vec<Cell>) {
    let Some(sign) = stretch.first().map(|cell| cell.sign) else {
        return;
    };
    let (most, kept) = match sign {
        Sign::Same => (LONG_SAME, 2 * KEPT),
        Sign::Changed | Sign::OnlySource | Sign::OnlyDraft | Sign::Moved | Sign::Cut => {
            (LONG_CUT, KEPT)
        }
    };
    if stretch.len() <= most {
        out.append(&mut stretch);
        return;
    }
    let tail = stretch.split_off(stretch.len() - kept);
    let left_out = stretch.len() - kept;
    stretch.truncate(kept);
    let told = format!("[{left_out} words]");
    let has = |side: fn(&Cell) -> &String| stretch.iter().any(|cell| !side(cell).is_empty());
    let (source, draft) = (has(|cell| &cell.source), has(|cell| &cell.draft));
    out.append(&mut stretch);
    out.push(Cell {
        source: if source { told.clone() } else { String::new() },
        draft: if draft { told } else { String::new() },
        sign,
    });
    out.extend(tail);
}

#[cfg(test)]
mod tests {
    use super::{Three, side_by_side};
    use crate::verify::{Kind, Library, Policy, Query, Source};

    fn compared(source: &str, printed: &str, width: usize) -> Vec<Three> {
        let library = Library::new(vec![Source::new("a", source, Kind::Document)]);
        let library = library.unwrap_or_else(|_| unreachable!("the text is short"));
        let finding = library.check(&Query::new(printed), &Policy::default());
        side_by_side(&finding.rows, source, printed, width)
    }

    #[test]
    fn words_that_differ_stand_over_each_other_with_a_sign_below() {
        let source = "In two months, 49 people were killed by the armed forces in Peru, she said.";
        let lines = compared(source, "49 people were killed by the army in Peru", 60);
        assert_eq!(lines.len(), 1, "{lines:?}");
        let line = &lines[0];
        let at = line.draft.find("army").unwrap();
        assert_eq!(line.signs.find('≠'), Some(at), "{line:?}");
        assert!(line.source[at..].starts_with("armed"), "{line:?}");
    }

    #[test]
    fn a_lost_word_stands_where_the_source_has_it() {
        let source = "We were told on Monday that I did not sign the February reading at all.";
        let printed = "I did sign the February reading at all";
        let lines = compared(source, printed, 80);
        assert_eq!(
            lines[0].source,
            "I did not sign the February reading at all."
        );
        assert_eq!(lines[0].draft, "I did     sign the February reading at all");
        assert_eq!(lines[0].signs, "      ---");
    }

    #[test]
    fn a_lost_comma_is_seen() {
        let source =
            "“The inspectors, having read the drawings, walked the well-kept crest.” He left.";
        let printed = "The inspectors having read the drawings walked the well-kept crest";
        let lines = compared(source, printed, 90);
        assert_eq!(
            lines[0].source,
            "“The inspectors, having read the drawings, walked the well- kept crest.”"
        );
        assert!(
            lines[0].draft.starts_with("The  inspectors  having"),
            "{lines:?}"
        );
        assert!(lines[0].signs.is_empty());
    }

    #[test]
    fn no_line_is_wider_than_asked_and_nothing_is_lost() {
        let words: Vec<String> = (0..30).map(|n| format!("word{n}")).collect();
        let source = words.join(" ");
        for width in [10, 17, 40] {
            let lines = compared(&source, &source, width);
            assert!(
                lines
                    .iter()
                    .all(|l| l.source.len() <= width && l.signs.is_empty())
            );
            let back: Vec<&str> = lines.iter().map(|l| l.draft.as_str()).collect();
            assert_eq!(back.join(" "), source);
        }
    }

    #[test]
    fn a_long_cut_is_folded_and_counted() {
        let cut: Vec<String> = (0..40).map(|n| format!("aside{n}")).collect();
        let source = format!(
            "The harbour was closed for repairs {} until the new year began.",
            cut.join(" ")
        );
        let printed = "The harbour was closed for repairs … until the new year began.";
        let lines = compared(&source, printed, 300);
        let line = &lines[0];
        assert!(line.source.contains("[34 words]"), "{line:?}");
        assert!(line.signs.contains(".........."), "{line:?}");
    }
}
