//! The keys in force: the table, changed by a configuration.
use super::table::{Row, TABLE};
use super::{Action, Chord, Scope};
use crate::case::near;

/// One row with its chords read.
#[derive(Debug, Clone)]
struct Bound {
    row: Row,
    chords: Vec<Chord>,
}

/// Which chord asks for what, and where.
#[derive(Debug, Clone)]
pub struct Keymap {
    rows: Vec<Bound>,
}

/// Something in the configured keys that cannot be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The action's name as written in the configuration.
    pub name: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl Default for Keymap {
    fn default() -> Self {
        let rows = TABLE.iter().map(|row| Bound {
            row: *row,
            chords: row
                .chords
                .iter()
                .filter_map(|text| Chord::parse(text).ok())
                .collect(),
        });
        Self {
            rows: rows.collect(),
        }
    }
}

impl Keymap {
    /// The table with some actions' chords replaced, wherever the action stands. All faults are reported together; an action at fault keeps its chords.
    pub fn changed(wanted: &[(String, Vec<String>)]) -> (Self, Vec<Fault>) {
        let mut map = Self::default();
        let mut faults = Vec::new();
        let mut changed = Vec::new();
        for (name, texts) in wanted {
            let mut say = |message: String| {
                faults.push(Fault {
                    name: name.clone(),
                    message,
                })
            };
            let Some(action) = Action::named(name) else {
                say(unknown(name));
                continue;
            };
            let mut chords = Vec::new();
            for text in texts {
                match readable(text) {
                    Ok(chord) => chords.push(chord),
                    Err(why) => say(why),
                }
            }
            if chords.is_empty() && !texts.is_empty() {
                continue;
            }
            if let Some(why) = map.give(action, &chords) {
                say(why);
            }
            changed.push(action);
        }
        map.clashes(&changed, &mut faults);
        (map, faults)
    }

    /// Gives an action its new chords in every scope it stands in; says why not, if it cannot.
    fn give(&mut self, action: Action, chords: &[Chord]) -> Option<String> {
        let rows = self
            .rows
            .iter_mut()
            .filter(|bound| bound.row.action == action);
        let mut refused = None;
        for bound in rows {
            let typed = chords.iter().find(|chord| chord.typed().is_some());
            if let (true, Some(typed)) = (bound.row.scope.takes_text(), typed) {
                // Elsewhere the same action may well have a letter; here it keeps the keys it had.
                if !TABLE
                    .iter()
                    .any(|row| row.action == action && !row.scope.takes_text())
                {
                    refused = Some(format!(
                        "`{typed}` types text there: choose a key with ctrl"
                    ));
                }
                continue;
            }
            // Esc always closes and Ctrl-C always stops, whatever is configured.
            let kept = bound
                .chords
                .iter()
                .copied()
                .find(|chord| indispensable(*chord));
            bound.chords = chords.to_vec();
            bound
                .chords
                .extend(kept.filter(|chord| !chords.contains(chord)));
        }
        refused
    }

    /// Takes a chord away from a changed action where another action has it too, and says so.
    fn clashes(&mut self, changed: &[Action], faults: &mut Vec<Fault>) {
        for mine in 0..self.rows.len() {
            for theirs in 0..self.rows.len() {
                let (one, other) = (&self.rows[mine], &self.rows[theirs]);
                if mine == theirs
                    || one.row.scope != other.row.scope
                    || !changed.contains(&one.row.action)
                {
                    continue;
                }
                let Some(chord) = one
                    .chords
                    .iter()
                    .copied()
                    .find(|chord| other.chords.contains(chord))
                else {
                    continue;
                };
                let (action, taken, scope) = (one.row.action, other.row.action, one.row.scope);
                faults.push(Fault {
                    name: action.name().to_owned(),
                    message: format!(
                        "`{chord}` is already `{}` {}: give `{}` another key, or choose one that is free",
                        taken.name(),
                        scope.title(),
                        taken.name()
                    ),
                });
                self.rows[mine].chords.retain(|other| *other != chord);
            }
        }
    }

    /// What a chord asks for in the innermost of these scopes that knows it. Text is never looked up where it is text.
    pub fn action(&self, scopes: &[Scope], chord: Chord) -> Option<Action> {
        for scope in scopes {
            if scope.takes_text() && chord.typed().is_some() {
                return None;
            }
            let found = self
                .rows
                .iter()
                .find(|bound| bound.row.scope == *scope && bound.chords.contains(&chord));
            if let Some(bound) = found {
                return Some(bound.row.action);
            }
        }
        None
    }

    /// The chords of an action in a scope.
    pub fn chords(&self, scope: Scope, action: Action) -> &[Chord] {
        self.rows
            .iter()
            .find(|bound| bound.row.scope == scope && bound.row.action == action)
            .map_or(&[], |bound| &bound.chords)
    }

    /// The key to show at the foot of the screen for an action; empty if no key does it there.
    pub fn key(&self, scope: Scope, action: Action, ascii: bool) -> String {
        self.chords(scope, action)
            .first()
            .map_or_else(String::new, |chord| chord.drawn(ascii))
    }

    /// Every row with its chords, in the order of the table.
    pub fn rows(&self) -> impl Iterator<Item = (&Row, &[Chord])> {
        self.rows
            .iter()
            .map(|bound| (&bound.row, bound.chords.as_slice()))
    }
}

fn readable(text: &str) -> Result<Chord, String> {
    let chord = Chord::parse(text).map_err(|why| format!("`{text}`: {why}"))?;
    match chord.reserved() {
        Some(why) => Err(format!("`{text}` is never bound: {why}")),
        None => Ok(chord),
    }
}

fn unknown(name: &str) -> String {
    match near(name, Action::ALL.iter().map(|action| action.name())) {
        Some(likely) => format!("there is no command `{name}`: did you mean `{likely}`?"),
        None => format!("there is no command `{name}`: `casefile keys` lists them all"),
    }
}

fn indispensable(chord: Chord) -> bool {
    matches!(Chord::parse("esc"), Ok(esc) if esc == chord)
        || matches!(Chord::parse("ctrl-c"), Ok(stop) if stop == chord)
}
