//! The list at the left: draft, records, sources, replies, or what a search found.

use super::moment::{below, moment_para};
use crate::case::{Body, Case, Kind, Problem, Sentence, SentenceKind};
use crate::ruling::{self, Sign};
use crate::text::safe::shown;
use crate::tui::canvas::{Canvas, Rect, Role, Row, Stand, field};
use crate::tui::desk::{
    Desk, Entry, Filter, Listing, Pane, Para, Seek, Spot, Tone, View, held, unmet_line, words_of,
    words_shown,
};
use crate::tui::page::paragraph_rows::rows;

/// Draws the list.
pub fn list_pane(desk: &Desk, canvas: &mut Canvas, area: Rect) {
    let mut area = area;
    if let Some(seek) = &desk.lists.seek {
        area = seek_line(desk, seek, canvas, area);
    }
    if area.height == 0 || area.width == 0 {
        return;
    }
    let listing = desk.list();
    if listing.entries.is_empty() {
        let para = Para::new().put(Tone::Dim, empty(desk));
        let rows = rows(
            &para,
            usize::from(area.width.saturating_sub(2)),
            Stand::Level,
        );
        let inner = Rect {
            x: area.x + 1,
            width: area.width.saturating_sub(2),
            ..area
        };
        canvas.rows(inner, &rows);
        return;
    }
    for (y, (_, row)) in (area.y..area.bottom()).zip(visible(desk, area)) {
        canvas.row(area.x, y, area.width, &row);
    }
}

/// Keeps the list where it is as far as the selection allows: it moves only when the selection would leave the window.
pub fn settle(desk: &mut Desk, area: Rect) {
    let area = below_search(desk, area);
    let (listing, width) = (desk.list(), usize::from(area.width));
    let height = |at: usize| entry_rows(desk, listing, at, width).len();
    if listing.entries.is_empty() {
        return;
    }
    let (top, skip) = listing.scrolled(usize::from(area.height), height);
    let listing = desk.list_mut();
    (listing.top, listing.skip) = (top, skip);
}

/// What of the list's place is left below the search's line.
fn below_search(desk: &Desk, area: Rect) -> Rect {
    let head = if desk.lists.seek.is_some() {
        SEEK_HEAD.min(area.height)
    } else {
        0
    };
    Rect {
        y: area.y + head,
        height: area.height - head,
        ..area
    }
}

/// The rows on screen from top to bottom, each with the index of its entry. Only these are ever built.
fn visible(desk: &Desk, area: Rect) -> impl Iterator<Item = (usize, Row)> {
    let (listing, width) = (desk.list(), usize::from(area.width));
    let drawn = move |at: usize| entry_rows(desk, listing, at, width);
    let (top, skipped) = listing.scrolled(usize::from(area.height), |at| drawn(at).len());
    (top..listing.entries.len())
        .flat_map(move |at| drawn(at).into_iter().map(move |row| (at, row)))
        .skip(skipped)
}

/// The entry drawn at a row of the screen.
pub fn entry_at(desk: &Desk, area: Rect, y: u16) -> Option<usize> {
    let below = below_search(desk, area);
    let nth = usize::from(y.checked_sub(below.y)?);
    visible(desk, below).nth(nth).map(|(at, _)| at)
}

/// Rows that the search's line takes above the hits.
const SEEK_HEAD: u16 = 3;

/// What to press where there is nothing to see.
fn empty(desk: &Desk) -> &'static str {
    if let Some(seek) = &desk.lists.seek {
        return match (seek.input.value().is_empty(), seek.counts) {
            (true, _) => {
                "Type some letters of a name, some words, a number, a date. kind:quote, who:name, date:2022..2023 and amount:>1e6 narrow it."
            }
            (false, None) => "…",
            (false, Some(_)) => "Nothing found. Fewer letters find more.",
        };
    }
    match desk.lists.view {
        View::Draft => {
            "There is no draft yet. Write draft.md in the case's folder, one sentence a line, with [@id] behind each; 3 shows the records."
        }
        View::ToDo => desk.open.nothing_to_do(),
        View::Records => {
            "No records yet. Write them in case.yaml; casefile new makes a case to learn from."
        }
        View::Sources => "No sources yet. Write them in case.yaml under sources:.",
        View::Timeline => "Nothing has a date yet.",
        View::Replies => "No claim criticises anybody, and nobody was asked.",
    }
}

fn seek_line(desk: &Desk, seek: &Seek, canvas: &mut Canvas, area: Rect) -> Rect {
    let label = Row::new().say(Role::Label, " search  ");
    canvas.row(area.x, area.y, area.width, &label);
    let used = u16::try_from(label.width()).unwrap_or(0).min(area.width);
    let line = Rect {
        x: area.x + used,
        width: area.width - used,
        height: area.height.min(1),
        ..area
    };
    field::draw(
        canvas,
        line,
        &seek.input,
        desk.panes.focus == Pane::List && seek.typing,
    );
    let told = match (seek.counts, &seek.hint) {
        (_, Some(hint)) => format!(" {hint}"),
        (Some((exact, 0)), None) => format!(" {exact} hits · all words, any order"),
        (Some((exact, close)), None) => format!(" {exact} exact + {close} close"),
        (None, None) => String::new(),
    };
    if area.height > 1 {
        canvas.row(
            area.x,
            area.y + 1,
            area.width,
            &Row::new().text(Role::Dim, &told),
        );
    }
    let head = area.height.min(SEEK_HEAD);
    Rect {
        y: area.y + head,
        height: area.height - head,
        ..area
    }
}

/// The rows of one entry.
fn entry_rows(desk: &Desk, listing: &Listing, at: usize, width: usize) -> Vec<Row> {
    let selected = at == listing.selected;
    let stand = match (selected, desk.panes.focus == Pane::List) {
        (true, true) => Stand::Selected,
        (true, false) => Stand::Kept,
        (false, _) => Stand::Level,
    };
    match &listing.entries[at] {
        Entry::Heading(words, count) => heading(
            words,
            *count,
            desk.lists.view == View::Draft && desk.lists.seek.is_none(),
            at,
            width,
        ),
        Entry::Spot(spot) => {
            let mut para = spot_para(desk, *spot);
            if desk.panes.find.is_some() && desk.panes.focus == Pane::List && desk.matches(*spot) {
                let end = para.text.as_str().len();
                para.tones.push((2..end, Tone::Hit));
            }
            let mut drawn = rows(&para, width, stand);
            if selected && let Some(first) = drawn.first_mut() {
                first.point();
            }
            if let Some(below) = below(desk, *spot) {
                drawn.extend(rows(&below, width, stand));
            }
            drawn
        }
    }
}

fn heading(words: &str, count: Option<usize>, draft: bool, at: usize, width: usize) -> Vec<Row> {
    let mut rows = vec![];
    if at > 0 {
        rows.push(Row::new());
    }
    let mut para = if draft {
        Para::new().put(Tone::Strong, words).indented(6, 0)
    } else {
        let words = words.to_uppercase();
        Para::new().put(Tone::Label, &words).indented(1, 0)
    };
    if let Some(n) = count {
        para = para.put(Tone::Dim, &format!("  {n}"));
    }
    rows.extend(self::rows(&para, width, Stand::Level));
    if draft {
        rows.push(Row::new());
    }
    rows
}

/// One entry as a paragraph; its first byte is a space that the selection sign takes.
fn spot_para(desk: &Desk, spot: Spot) -> Para {
    let case = &desk.open.case;
    let hit = || {
        desk.lists
            .seek
            .as_ref()
            .and_then(|seek| seek.snippet(spot))
            .cloned()
    };
    if let Some(snippet) = desk.pasted_snippet(spot).or_else(hit) {
        let name = format!("  {}  ", spot.name(case));
        let words = shown(&snippet.text);
        let mut para = Para::new().put(Tone::Link, &name);
        let from = para.text.as_str().len();
        para = para.shown(Tone::Plain, &words).indented(0, 4);
        let marks = snippet.marks.iter().map(|m| words.place(m.clone()));
        para.tones
            .extend(marks.map(|m| (from + m.start..from + m.end, Tone::Hit)));
        if snippet.close {
            para = para.put(Tone::Dim, "  (close)");
        }
        return para;
    }
    match spot {
        Spot::Sentence(at) => case
            .draft
            .as_ref()
            .and_then(|draft| draft.sentences.get(at as usize))
            .map_or_else(Para::new, |sentence| sentence_para(desk, at, sentence)),
        Spot::Detail(..) => Para::new().put(Tone::Plain, "  "),
        Spot::Problem(at) => match desk.open.problems.get(at as usize) {
            Some(problem) => problem_para(case, problem),
            None => Para::new().put(Tone::Plain, "  "),
        },
        Spot::Unmet(at) => unmet_line(&desk.open, at),
        Spot::Record(ix) | Spot::Text(ix, _) => match desk.lists.view {
            View::Timeline => moment_para(desk, ix).unwrap_or_else(|| record_para(desk, ix)),
            View::Replies => reply_para(desk, ix),
            View::Draft | View::ToDo | View::Records | View::Sources => record_para(desk, ix),
        },
    }
}

fn sentence_para(desk: &Desk, at: u32, sentence: &Sentence) -> Para {
    let case = &*desk.open.case;
    let spot = Spot::Sentence(at);
    let sign = Sign::of(desk.open.state(spot));
    let draft = case.draft.as_ref();
    let number = draft.and_then(|draft| draft.number(at)).unwrap_or(0);
    let tone = if matches!(sentence.kind, SentenceKind::Heading(_)) {
        Tone::Strong
    } else {
        Tone::Plain
    };
    Para::new()
        .put(Tone::Dim, &format!(" {number:>2} "))
        .put(apart(sign.tone), sign.sign)
        .put(Tone::Plain, "  ")
        .put(tone, &words_shown(case, sentence))
        .put(Tone::Dim, &by_whom(desk, spot))
        .put(Tone::Strong, marked(desk, spot))
        .indented(0, 7)
}

/// That it is marked, to be ruled on with others.
fn marked(desk: &Desk, spot: Spot) -> &'static str {
    if desk.work.marked.contains(&spot) {
        "  [marked]"
    } else {
        ""
    }
}

/// Who ruled on it, behind its words.
fn by_whom(desk: &Desk, spot: Spot) -> String {
    let Some(stand) = desk.open.stand(spot) else {
        return String::new();
    };
    let names: Vec<&str> = stand.ruled_by().map(|(by, _)| by).collect();
    if names.is_empty() {
        return String::new();
    }
    format!("  {}", names.join(" "))
}

/// The tone of a sign that stands apart from its words: what asks for nothing steps back.
const fn apart(tone: ruling::Tone) -> Tone {
    match tone {
        ruling::Tone::Good => Tone::Good,
        ruling::Tone::Doubt => Tone::Doubt,
        ruling::Tone::Bad => Tone::Bad,
        ruling::Tone::Plain | ruling::Tone::Dim => Tone::Dim,
    }
}

fn problem_para(case: &Case, problem: &Problem) -> Para {
    let sign = Sign::of_fault(problem.severity);
    let place = case.place(problem.file, problem.span.start);
    let file = &case.file(problem.file).path;
    Para::new()
        .put(Tone::Plain, "  ")
        .put(sign.tone.into(), sign.sign)
        .put(Tone::Plain, &format!(" {} ", problem.message))
        .put(Tone::Dim, &format!("{file}:{}", place.line))
        .indented(0, 4)
}

fn record_para(desk: &Desk, ix: crate::case::RecordIx) -> Para {
    let case = &*desk.open.case;
    let record = case.at(ix);
    let mut para = Para::new()
        .put(Tone::Plain, "  ")
        .put(Tone::Link, &record.id.value)
        .put(Tone::Plain, "  ");
    match &record.body {
        Body::Claim(_) => {
            let sign = Sign::of(desk.open.state(Spot::Record(ix)));
            para = para.put(apart(sign.tone), sign.sign).put(Tone::Plain, " ");
        }
        Body::Source(_) => {
            let sign = Sign::of_held(held(case, ix));
            para = para
                .put(sign.tone.into(), &sign.spoken())
                .put(Tone::Plain, "  ");
        }
        Body::Quote(quote) => {
            if let Some(found) = desk.open.finding(ix) {
                let sign = Sign::of_class(found.finding.class, found.finding.severity);
                para = para.put(apart(sign.tone), sign.sign).put(Tone::Plain, " ");
            }
            if let Some(who) = quote.who.get() {
                para = para.put(Tone::Dim, &format!("{}: ", case.party_name(who)));
            }
        }
        _ => {}
    }
    let spot = Spot::Record(ix);
    para.put(Tone::Plain, &words_of(case, spot))
        .put(Tone::Dim, &by_whom(desk, spot))
        .put(Tone::Strong, marked(desk, spot))
        .indented(0, 4)
}

/// An allegation: the claim, against whom, what came of it.
fn reply_para(desk: &Desk, ix: crate::case::RecordIx) -> Para {
    let case = &desk.open.case;
    let mut para = record_para(desk, ix);
    for allegation in desk.open.allegations.iter().filter(|a| a.claim == ix) {
        let name = case.party_name(&allegation.against).to_owned();
        para = para.put(Tone::Doubt, &format!("  against {name}"));
        if let Some(contact) = allegation.contact {
            para = para.put(Tone::Dim, &format!(", {}", case.at(contact).id.value));
        }
    }
    para
}

/// The kinds of records with their counts, in wide windows.
pub fn kinds(desk: &Desk, canvas: &mut Canvas, area: Rect) {
    let mut rows = vec![Row::new().gap(1).say(Role::Label, "RECORDS")];
    for kind in Kind::ALL {
        let n = desk.open.kinds[kind.index()];
        let on = desk.lists.filters[View::Records.index()] == Filter::Kind(kind);
        let role = if on { Role::Strong } else { Role::Plain };
        let left = Row::new().gap(1).tell(role, kind.section());
        rows.push(left.right(
            usize::from(area.width),
            Row::new().tell(Role::Dim, &n.to_string()).gap(1),
        ));
    }
    canvas.rows(area, &rows);
}
