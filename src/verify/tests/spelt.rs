//! Words, numbers and marks that print may write otherwise, and those that it may not.
use super::compound::{PERMIT, each, said_in};
use super::*;

#[test]
fn a_filler_is_one_only_where_it_says_nothing() {
    let said = |source: &str, printed: &str| said_in("en", Kind::Speech, source, printed).class;
    assert_eq!(
        said(
            "Well, we went to the river and, um, the water was, like, completely black that day.",
            "We went to the river and the water was completely black that day."
        ),
        Class::CleanedSpeech
    );
    for (source, printed) in [
        (
            "We had so many dead that the church could not hold them all.",
            "We had many dead that the church could not hold them all.",
        ),
        (
            "Everybody here has the right to clean water and the law says it.",
            "Everybody here has the to clean water and the law says it.",
        ),
        (
            "The oil well exploded at four in the morning on that hill.",
            "The oil exploded at four in the morning on that hill.",
        ),
        (
            "It was not just the police who fired at the people that night.",
            "It was not the police who fired at the people that night.",
        ),
        (
            "There were just 50 officers in the square when the crowd came.",
            "There were 50 officers in the square when the crowd came.",
        ),
        (
            "I like the mayor and his brother because they built the road.",
            "I the mayor and his brother because they built the road.",
        ),
        (
            "In twenty twenty the company came to the valley with its lawyers.",
            "In twenty the company came to the valley with its lawyers.",
        ),
    ] {
        let class = said(source, printed);
        assert!(class > Class::CleanedSpeech, "{printed} {class:?}");
    }
    let spanish = said_in(
        "es",
        Kind::Speech,
        "No sabemos cuántos muertos o heridos hubo en la plaza durante aquella noche.",
        "No sabemos cuántos muertos heridos hubo en la plaza durante aquella noche.",
    );
    assert!(spanish.class > Class::CleanedSpeech, "{:?}", spanish.class);
}

#[test]
fn contractions_days_sums_and_years_may_be_written_out() {
    each(
        "en",
        Kind::Speech,
        &[
            (
                "I'd go back to the valley if they'd let us live there.",
                "I would go back to the valley if they would let us live there.",
                Class::SpellingStyle,
            ),
            (
                "She's been in the valley since May and he's seen it all.",
                "She has been in the valley since May and he has seen it all.",
                Class::SpellingStyle,
            ),
            (
                "The organisation's defence was the centre's own affair that year.",
                "The organization's defense was the center's own affair that year.",
                Class::SpellingStyle,
            ),
            (
                PERMIT,
                "The permit of March 3 was worth $1.2m and covers three years",
                Class::NumberStyle,
            ),
            (
                PERMIT,
                "The permit of March 3 was worth $1.2bn and covers three years",
                Class::Number,
            ),
            (
                "That was in nineteen eighty-four, and they had been here for years.",
                "That was in 1984, and they had been here for years.",
                Class::NumberStyle,
            ),
            (
                "That was in nineteen eighty-four, and they had been here for years.",
                "That was in 1948, and they had been here for years.",
                Class::Number,
            ),
            (
                "In all, over 500 people died in the months after the protests.",
                "In all, 500 people died in the months after the protests.",
                Class::Number,
            ),
            (
                "In all, more than 500 people died in the months after the protests.",
                "In all, 500 people died in the months after the protests.",
                Class::Number,
            ),
        ],
    );
}

#[test]
fn prefixes_capitals_and_marks_can_turn_a_meaning() {
    each(
        "en",
        Kind::Document,
        &[
            (
                "It was a non-violent protest until the police arrived with dogs.",
                "It was a violent protest until the police arrived with dogs.",
                Class::Negation,
            ),
            (
                "They attacked us in the street and then they blamed the dead man.",
                "They attacked US in the street and then they blamed the dead man.",
                Class::Name,
            ),
            (
                "The company knew that it was poisoned? That is what we asked then.",
                "The company knew that it was poisoned … That is what we asked then.",
                Class::Modality,
            ),
        ],
    );
    for source in [
        "It is false that the police shot the boy on Sunday morning.",
        "Nobody has ever been able to prove that the police shot the boy on Sunday morning.",
    ] {
        let finding = said_in(
            "en",
            Kind::Document,
            source,
            "the police shot the boy on Sunday morning",
        );
        assert!(finding.warns(WarningKind::TruncatedBefore), "{source}");
    }
}

#[test]
fn half_a_french_negation_says_nothing_and_an_elided_one_all() {
    let light = said_in(
        "fr",
        Kind::Speech,
        "On sait pas combien de gens sont morts dans la vallée depuis ce jour.",
        "On ne sait pas combien de gens sont morts dans la vallée depuis ce jour.",
    );
    assert!(light.class <= Class::MinorWording, "{:?}", light.class);
    each(
        "fr",
        Kind::Speech,
        &[
            (
                "C'est pas la police qui a tiré sur la foule ce soir-là.",
                "Ce n’est pas la police qui a tiré sur la foule ce soir-là.",
                Class::SpellingStyle,
            ),
            (
                "Ce n'est pas la police qui a tiré sur la foule ce soir-là.",
                "C'est la police qui a tiré sur la foule ce soir-là.",
                Class::Negation,
            ),
            (
                "Le ministre n'a signé aucun contrat avec la société en mai.",
                "Le ministre a signé un contrat avec la société en mai.",
                Class::Negation,
            ),
            (
                "Il a dit qu'aucun soldat n'avait tiré sur la foule ce soir-là.",
                "Il a dit qu'un soldat avait tiré sur la foule ce soir-là.",
                Class::Negation,
            ),
        ],
    );
}

#[test]
fn an_accent_may_make_another_word() {
    for (language, source, printed, class) in [
        (
            "es",
            "Sabemos que este gobierno mató a nuestros hijos en la plaza.",
            "Sabemos que este gobierno mato a nuestros hijos en la plaza.",
            Class::MinorWording,
        ),
        (
            "es",
            "El año pasado la empresa vertió los desechos en el río.",
            "El ano pasado la empresa vertió los desechos en el río.",
            Class::Substitution,
        ),
        (
            "fr",
            "La société avait tué le fleuve avec ses déchets toxiques en mai.",
            "La société avait tue le fleuve avec ses déchets toxiques en mai.",
            Class::MinorWording,
        ),
        (
            "en",
            "The Peru permit was granted to the cafe owner in the spring.",
            "The Perú permit was granted to the café owner in the spring.",
            Class::Punctuation,
        ),
    ] {
        let finding = said_in(language, Kind::Document, source, printed);
        assert_eq!(finding.class, class, "{printed}");
    }
}

#[test]
fn a_machine_loses_letters_and_takes_like_for_like_only() {
    let read = |source: &str, printed: &str| said_in("en", Kind::Ocr, source, printed).class;
    assert_eq!(
        read(
            "Tlie mayor paicl the owncr of tbe rnine l,200 dollars in May.",
            "The mayor paid the owner of the mine 1,200 dollars in May."
        ),
        Class::SourceNoise
    );
    for (source, printed, class) in [
        (
            "The mayor billed the owner of the mine after the feast of the saint.",
            "The mayor killed the owner of the mine after the feast of the saint.",
            Class::Substitution,
        ),
        (
            "The council ordered the owner of the mine to leave after the harvest.",
            "The council offered the owner of the mine to leave after the harvest.",
            Class::Substitution,
        ),
        (
            "Nobody knew the rnine was unsafe when the owner sold it in May.",
            "Nobody knew the mine was safe when the owner sold it in May.",
            Class::Negation,
        ),
        (
            "Nobody knew the rnine was nnsafe when the owner sold it in May.",
            "Nobody knew the mine was safe when the owner sold it in May.",
            Class::Substitution,
        ),
        (
            "The minister met Marina in Lima before the contract was signed.",
            "The minister met Maria in Lima before the contract was signed.",
            Class::Name,
        ),
    ] {
        assert_eq!(read(source, printed), class, "{printed}");
    }
}

#[test]
fn tags_and_the_numbers_of_notes_are_layout() {
    for (kind, source, printed) in [
        (
            Kind::Speech,
            "We have counted the dead and <i>the army</i> never answered our letters.",
            "We have counted the dead and the army never answered our letters.",
        ),
        (
            Kind::Document,
            "The mine was opened before the war.[12] The people were never asked about it.",
            "The mine was opened before the war. The people were never asked about it.",
        ),
        (
            Kind::Document,
            "The mine was opened before the war.12 The people were never asked about it.",
            "The mine was opened before the war. The people were never asked about it.",
        ),
    ] {
        assert_eq!(
            said_in("en", kind, source, printed).class,
            Class::LayoutOnly,
            "{source}"
        );
    }
    let number = said_in(
        "en",
        Kind::Document,
        "The mine was opened before the war. 12 people were never asked about it.",
        "The mine was opened before the war. People were never asked about it.",
    );
    assert_eq!(number.class, Class::Number);
}

#[test]
fn a_short_quotation_with_a_cut_is_not_said_to_be_absent() {
    let finding = said_in(
        "en",
        Kind::Document,
        "The dam will not break, the engineers told the mayor.",
        "will … break",
    );
    assert_eq!(finding.class, Class::NotChecked);
    assert!(finding.nearest.is_some());
    let absent = said_in(
        "en",
        Kind::Document,
        "The dam will not break, the engineers told the mayor.",
        "helicopters … Lima",
    );
    assert_eq!(absent.class, Class::NotFound);
}

#[test]
fn an_attribution_inside_the_marks_is_not_quoted() {
    let source =
        "Nous sommes prêts, et nous irons jusqu'au bout de cette affaire avec les familles.";
    let said = |printed: &str| said_in("fr", Kind::Document, source, printed).class;
    assert_eq!(
        said(
            "Nous sommes prêts, a déclaré le ministre, et nous irons jusqu'au bout de cette affaire"
        ),
        Class::Convention
    );
    assert_eq!(
        said(
            "Nous sommes prêts, a déclaré le ministre, et nous n'irons jamais jusqu'au bout de cette affaire"
        ),
        Class::Negation
    );
}
