//! What there is to choose from by name: commands, and what can be written to a file.

use super::layer::Picker;
use crate::keys::table::TABLE;
use crate::keys::{Action, Scope};
use crate::tui::desk::effect::Export;

/// True if an action does something on the desk itself, and not only in a box or a line of text.
fn works_here(action: Action) -> bool {
    TABLE
        .iter()
        .any(|row| row.action == action && matches!(row.scope, Scope::Everywhere | Scope::Words))
}

/// What of a case can be written to a file.
pub(in crate::tui::desk) fn exports() -> Picker<Export> {
    let choices = [
        (
            "HTML report",
            "one page, to be opened in a browser or printed",
            Export::Html,
        ),
        (
            "Markdown report",
            "the same as plain text",
            Export::Markdown,
        ),
        ("CSV sheet", "the table newsrooms keep", Export::Csv),
        (
            "letters",
            "to each party that the story accuses",
            Export::Letters,
        ),
        (
            "call sheets",
            "for each person that it quotes",
            Export::Calls,
        ),
    ];
    let choices = choices.map(|(name, says, what)| (name.to_owned(), says.to_owned(), what));
    Picker::new("write to a file", choices.into())
}

/// Every command by name, with what it does.
pub(in crate::tui::desk) fn commands() -> Picker<Action> {
    let choices = Action::ALL
        .iter()
        .filter(|action| works_here(**action))
        .map(|action| {
            (
                action.name().replace('-', " "),
                action.says().to_owned(),
                *action,
            )
        });
    Picker::new("all commands", choices.collect())
}
