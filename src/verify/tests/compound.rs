//! Several edits at once, as print makes them: the finding is the weightiest, whatever else was declared or honest.
use super::*;

/// Enough other words for the language to be told and for chance to be ruled out.
const AROUND: [(&str, &str); 3] = [
    (
        "en",
        "The hall is open to all who come to read in it on every day of the week, and the old bridge was closed for \
         the winter.",
    ),
    (
        "fr",
        "La salle est ouverte à tous ceux qui viennent lire chaque jour de la semaine, et le vieux pont était fermé \
         pour l'hiver.",
    ),
    (
        "es",
        "La sala está abierta para todos los que vienen a leer en ella cada día de la semana, y el viejo puente estaba \
         cerrado por el invierno.",
    ),
];

pub(super) fn said_in(language: &str, kind: Kind, source: &str, printed: &str) -> Finding {
    let around = AROUND.iter().find(|(tag, _)| *tag == language).unwrap().1;
    let text = format!("{around}\n\n{source}\n\n{around}\n");
    let source = Source::new("source", text, kind).in_language(language);
    check_quote(&[source], &Query::new(printed), &Policy::default())
}

pub(super) fn each(language: &str, kind: Kind, cases: &[(&str, &str, Class)]) {
    for (source, printed, class) in cases {
        let finding = said_in(language, kind, source, printed);
        assert_eq!(
            finding.class, *class,
            "{printed}\n{:?}",
            finding.differences
        );
    }
}

const SPILL: &str = "They did not tell us about the spill until the fish were dead and the children had been drinking it.";
const DEAD: &str = "We have lost 49 people in this valley since the mine was opened, and nobody has come to see us.";
pub(super) const PERMIT: &str =
    "The permit of March 3rd was worth $1.2 million and covers three years from the date of issue.";

#[test]
fn a_declared_cut_or_bracket_excuses_no_other_change() {
    each(
        "en",
        Kind::Speech,
        &[
            (
                DEAD,
                "We’ve lost 94 people in this valley … and nobody has come to see us.",
                Class::Number,
            ),
            (
                SPILL,
                "[The company] did tell us about the spill until the fish were dead",
                Class::Negation,
            ),
            (
                SPILL,
                "[The company] did not tell us about the spill … and the children had been drinking it.",
                Class::Declared,
            ),
            (
                SPILL,
                "the children had been drinking it … They did not tell us about the spill",
                Class::Reordered,
            ),
            (
                PERMIT,
                "The permit … was worth 1.2 million and covers three years [or more] from the date of issue.",
                Class::Number,
            ),
        ],
    );
    let hidden = said_in(
        "en",
        Kind::Speech,
        DEAD,
        "We lost 94 people in this valley … has come to see us.",
    );
    assert!(hidden.class >= Class::Number && hidden.warns(WarningKind::EllipsisHides));
}

/// Cuts that are longer than the stretch laid beside a quotation: the fragment behind is looked for by itself.
#[test]
fn a_fragment_far_away_is_judged_like_any_other() {
    let between =
        "The old bridge was closed for the winter and the ferry did the work of it on most days. "
            .repeat(12);
    let text = format!(
        "The council met the engineers in the spring of that year. {between}The company paid $5 million to the mayor and it was never asked for the receipts."
    );
    for (printed, class) in [
        (
            "The council met the engineers in the spring … The company paid $5 million to the mayor",
            Class::Declared,
        ),
        (
            "The council met the engineers in the spring … [It] paid $5 million to the mayor",
            Class::Declared,
        ),
        (
            "The council met the engineers in the spring … The company paid 5 million to the mayor",
            Class::Number,
        ),
        (
            "The council met the engineers in the spring … The company never paid $5 million to the mayor",
            Class::Negation,
        ),
        (
            "The council met the engineers in the spring … not the company paid $5 million to the mayor",
            Class::Negation,
        ),
        (
            "The council met the engineers in the spring … The company paid $5 million to the mayor and it was asked for the receipts",
            Class::Negation,
        ),
        (
            "The company paid $5 million to the mayor … The council met the engineers in the spring",
            Class::Stitched,
        ),
    ] {
        let finding = said_in("en", Kind::Document, &text, printed);
        assert_eq!(finding.class, class, "{printed}\n{:?}", finding.differences);
    }
}
