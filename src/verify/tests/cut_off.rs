//! What stands before, behind or in the cut of a quotation and turns it; and what stands there and does not.
use super::*;

/// The warnings of the sentence `beginning | quoted | end`, in a text long enough to tell its language.
fn warnings(language: &str, sentence: &str, kind: WarningKind) -> bool {
    let mut pieces = sentence.split('|').map(str::trim);
    let mut piece = || pieces.next().unwrap_or("");
    let (before, quoted, after) = (piece(), piece(), piece());
    let joint = if after.starts_with([',', ';', '.']) {
        ""
    } else {
        " "
    };
    let text =
        format!("The bridge was closed. {before} {quoted}{joint}{after}\n\nThe road went on.\n");
    let source = Source::new("source", text.as_str(), Kind::Speech).in_language(language);
    let finding = check_quote(&[source], &Query::new(quoted), &Policy::default());
    assert!(
        finding.class <= Class::Convention,
        "{sentence}: {finding:?}"
    );
    finding.warns(kind)
}

fn turned(language: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(
            warnings(language, sentence, WarningKind::TruncatedBefore),
            "{sentence}"
        );
    }
}

fn stated(language: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(
            !warnings(language, sentence, WarningKind::TruncatedBefore),
            "{sentence}"
        );
    }
}

#[test]
fn a_beginning_that_takes_the_words_back_or_makes_them_a_guess_is_warned_of() {
    turned(
        "en",
        &[
            "Whoever says that | soldiers aimed at people near the bridge | is lying.",
            "If it shows that | soldiers broke the law near the bridge, | they will be charged.",
            "If it shows that they did, | soldiers will be charged before a civilian court.",
            "Had the company known, | it would have closed the mine before the rains.",
            "But if the company had known, | it would have closed the mine before the rains.",
            "He asked whether | soldiers broke the law near the bridge.",
            "It is likely that | the minister signed the export permit in spring.",
            "It is possible that the | minister signed the export permit in spring.",
            "People say that | the bishop took money from the gravel company.",
            "I was told that | the bishop took money from the gravel company.",
            "I was told, wrongly, | the bishop took money from the gravel company.",
            "According to a rumour, | the bishop took money from the gravel company.",
            "As far as I know, | the bishop took money from the gravel company.",
            "They accused me of saying that | the bishop took money from the company.",
            "Perhaps, | the bishop took money from the gravel company.",
            "It would be a lie to say | the bishop took money from the gravel company.",
            "The union wants to believe | the bishop took money from the company.",
            "The bishop almost certainly | ordered the crew to throw papers overboard.",
            "The surveyor may have been | shown a log completed after the event.",
            "The bishop is said to have | taken money from the gravel company.",
        ],
    );
    turned(
        "fr",
        &[
            "Il est possible que | le ministre ait signé le permis au printemps.",
            "On m'a dit que | le ministre a signé le permis au printemps.",
            "On dit que | le ministre a signé le permis au printemps.",
            "Je crois que | le ministre a signé le permis au printemps.",
            "Si la société l'avait su, | elle aurait fermé la mine avant les pluies.",
            "Peut-être | le ministre a-t-il signé le permis au printemps.",
            "C'est un mensonge de dire que | le ministre a signé le permis.",
        ],
    );
    turned(
        "es",
        &[
            "Es posible que | el ministro firmara el permiso en la primavera.",
            "Dicen que | el ministro firmó el permiso en la primavera.",
            "Si la empresa lo hubiera sabido, | habría cerrado la mina antes de las lluvias.",
            "Supuestamente | el ministro firmó el permiso en la primavera.",
        ],
    );
}

#[test]
fn a_beginning_that_states_is_not() {
    stated(
        "en",
        &[
            "She said that | soldiers aimed at people near the bridge.",
            "I know that | soldiers aimed at people near the bridge.",
            "We found that | soldiers aimed at people near the bridge.",
            "The report shows that | soldiers aimed at people near the bridge.",
            "The board concluded that the | soldiers aimed at people near the bridge.",
            "The court heard that | soldiers aimed at people near the bridge.",
            "On that day in May | soldiers aimed at people near the bridge.",
            "In May, | soldiers aimed at people near the bridge.",
            "He wrote, | soldiers aimed at people near the bridge.",
            "On the second night, | soldiers aimed at people near the bridge.",
            "Even if it rained, they said that | soldiers aimed at people near the bridge.",
            "The court heard the witness. | Soldiers aimed at people near the bridge.",
        ],
    );
    stated(
        "fr",
        &[
            "Il m'a dit que | le ministre a signé le permis au printemps.",
            "Elle a dit que | le ministre a signé le permis au printemps.",
            "Le rapport montre que | le ministre a signé le permis au printemps.",
        ],
    );
    stated(
        "es",
        &[
            "Ella dijo que | el ministro firmó el permiso en la primavera.",
            "Sí, | el ministro firmó el permiso en la primavera.",
            "El informe muestra que | el ministro firmó el permiso en la primavera.",
        ],
    );
}

#[test]
fn an_end_that_takes_the_words_back_is_warned_of() {
    for (language, sentence) in [
        (
            "en",
            "| The bishop took money from the gravel company | . That was a lie.",
        ),
        (
            "es",
            "| El ministro firmó el permiso en la primavera | . Eso es mentira.",
        ),
        (
            "fr",
            "| Le ministre a signé le permis au printemps | . Ce n'est pas vrai.",
        ),
        (
            "en",
            "| I would have approved the second permit | if I had seen the police report.",
        ),
        (
            "en",
            "| Some of the dead carried old hunting rifles | ; most were not armed.",
        ),
        (
            "en",
            "| Some of the dead carried old hunting rifles | . Most did not.",
        ),
        (
            "en",
            "| That soldiers aimed at people near the bridge | is a lie.",
        ),
        (
            "en",
            "| The bishop took money from the gravel company | , so they say.",
        ),
        (
            "fr",
            "| Le ministre a signé le permis au printemps | , dit-on.",
        ),
        (
            "es",
            "| El ministro firmó el permiso en la primavera | si le pagaron.",
        ),
    ] {
        assert!(
            warnings(language, sentence, WarningKind::TruncatedAfter),
            "{sentence}"
        );
    }
    for (language, sentence) in [
        (
            "en",
            "| Some of the dead carried old hunting rifles | whether loaded or empty.",
        ),
        (
            "en",
            "| Some of the dead carried old hunting rifles | ; most were young men.",
        ),
        (
            "en",
            "| Some of the dead carried old hunting rifles | and came from the valley.",
        ),
        (
            "en",
            "| The bishop took money from the gravel company | . Nobody was in the church that night.",
        ),
        (
            "es",
            "| El ministro firmó el permiso en la primavera | y volvió a la capital.",
        ),
    ] {
        assert!(
            !warnings(language, sentence, WarningKind::TruncatedAfter),
            "{sentence}"
        );
    }
}

#[test]
fn what_a_cut_hides_is_held_against_the_same_lists() {
    let text = "We closed the bridge on the second night, and whoever says that soldiers aimed at people is lying. \
        The report was written by the board, and it shows that the pumps were dead before she sailed. \
        The minister may have signed the export permit. He would pay the families of the dead if the court ordered \
        him to do so before the winter.\n";
    let hides = |printed: &str| {
        let finding = check_in(text, Kind::Speech, printed);
        assert_eq!(finding.class, Class::Declared, "{printed}");
        finding.warns(WarningKind::EllipsisHides)
    };
    assert!(hides(
        "We closed the bridge on the second night … soldiers aimed at people"
    ));
    assert!(hides("The minister … signed the export permit"));
    assert!(hides(
        "He would pay the families of the dead … before the winter"
    ));
    assert!(!hides(
        "The report was written by the board … the pumps were dead before she sailed"
    ));
    assert!(!hides(
        "We closed the bridge … and whoever says that soldiers aimed at people is lying"
    ));
}
