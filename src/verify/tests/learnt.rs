//! What real printed quotations have taught.
use super::*;

#[test]
fn the_no_of_a_number_is_no_negation() {
    let text = "The ship was registered as hull No. 5 of the northern fleet, according to the port captain's log.";
    assert_ne!(
        check_in(
            text,
            Kind::Document,
            "registered as hull 5 of the northern fleet"
        )
        .class,
        Class::Negation
    );
}

#[test]
fn un_negates_only_where_it_does() {
    let text = "They carried the message unto the mountain people, and the answer was considered fair by the elders.";
    assert_ne!(
        check_in(
            text,
            Kind::Document,
            "They carried the message to the mountain people"
        )
        .class,
        Class::Negation
    );
    assert_eq!(
        check_in(
            text,
            Kind::Document,
            "the answer was considered unfair by the elders"
        )
        .class,
        Class::Negation
    );
}

#[test]
fn another_unit_is_another_number() {
    let text = "The mine produced 300 tons of copper concentrate every working day of that year, the auditors wrote.";
    assert_eq!(
        check_in(
            text,
            Kind::Document,
            "The mine produced 300 tonnes of copper concentrate"
        )
        .class,
        Class::Number
    );
}

#[test]
fn dots_may_touch_a_bracket() {
    let finding = check("The government has not answered our letters...[W]e cannot be sure");
    assert_eq!(finding.class, Class::Declared, "{finding:?}");
}

#[test]
fn words_missing_at_an_attribution_are_an_omission() {
    let finding = parts(&[
        "Number one on our list,",
        "independent inquiry. It cost $9 million",
    ]);
    assert!(finding.class >= Class::MinorWording, "{finding:?}");
}

#[test]
fn an_interjection_between_two_halves_is_layout() {
    let text = "ANA: We went down to the river before sunrise\n\nBEN: Mm-hm.\n\nANA: and found the boats already burning on the shore.\n";
    let finding = check_in(
        text,
        Kind::Speech,
        "We went down to the river before sunrise and found the boats already burning on the shore",
    );
    assert_eq!(finding.class, Class::LayoutOnly, "{finding:?}");
}

#[test]
fn truncation_looks_past_a_full_stop_within_the_paragraph() {
    let text = "The old road was closed for good by the engineers. But we cannot go back to the old way.\n\nBut others did.";
    assert!(
        check_in(
            text,
            Kind::Document,
            "The old road was closed for good by the engineers"
        )
        .warns(WarningKind::TruncatedAfter)
    );
    assert!(
        !check_in(text, Kind::Document, "we cannot go back to the old way")
            .warns(WarningKind::TruncatedAfter)
    );
}

#[test]
fn commonplaces_are_not_found_by_chance() {
    let common = "it is one of the ways in which they do that and then some of it is not as good as it was. ";
    let text = common.repeat(4_000);
    assert_eq!(
        check_in(&text, Kind::Document, "it was one of those that").class,
        Class::NotFound
    );
}

#[test]
fn a_quotation_with_two_small_edits_is_found() {
    let finding = check(
        "I saw soldiers on each bridge, um, and they were stopping every body. Number one on our list",
    );
    assert!(finding.class < Class::NotFound && finding.class >= Class::MinorWording);
}

#[test]
fn literal_brackets_of_the_source_come_first() {
    let text = "The contract says that [the supplier] shall deliver every vehicle before the first of May.";
    assert_eq!(
        check_in(
            text,
            Kind::Document,
            "says that [the supplier] shall deliver every vehicle"
        )
        .class,
        Class::Verbatim
    );
}

#[test]
fn a_figure_cut_out_of_a_larger_one_is_another() {
    let text = "Between 20-30 people were arrested near the bridge on Sunday, and the fine was $1,500 a day.";
    assert_eq!(
        check_in(
            text,
            Kind::Document,
            "30 people were arrested near the bridge on Sunday"
        )
        .class,
        Class::Number
    );
    assert_ne!(
        check_in(text, Kind::Document, "500 a day, and nobody paid").class,
        Class::Verbatim
    );
}

#[test]
fn without_word_lists_only_sameness_is_told() {
    let text = "Das Ministerium hat nicht geantwortet, obwohl mehrere Abgeordnete schriftlich um Auskunft gebeten hatten.";
    let source = || vec![Source::new("brief", text, Kind::Document).in_language("de")];
    let class =
        |printed: &str| check_quote(&source(), &Query::new(printed), &Policy::default()).class;
    assert_eq!(
        class("Das Ministerium hat nicht geantwortet, obwohl mehrere Abgeordnete"),
        Class::Verbatim
    );
    assert_eq!(
        class("Das Ministerium hat geantwortet, obwohl mehrere Abgeordnete schriftlich"),
        Class::NotChecked
    );
}

#[test]
fn french_and_spanish_negations_are_known() {
    let french =
        "Le ministère n'a pas répondu aux lettres que nous avons envoyées pendant l'hiver.";
    let finding = |text: &str, tag: &str, printed: &str| {
        check_quote(
            &[Source::new("s", text, Kind::Document).in_language(tag)],
            &Query::new(printed),
            &Policy::default(),
        )
        .class
    };
    assert_eq!(
        finding(
            french,
            "fr",
            "Le ministère a répondu aux lettres que nous avons envoyées"
        ),
        Class::Negation
    );
    let spanish = "El ministerio nunca respondió a las cartas que enviamos durante el invierno.";
    assert_eq!(
        finding(
            spanish,
            "es",
            "El ministerio respondió a las cartas que enviamos"
        ),
        Class::Negation
    );
}

#[test]
fn a_number_at_the_edge_is_the_whole_number() {
    let text = "The wall held. Forty-one gauges were set into it that spring, and three hundred \
        sandbags lay ready on the crest. In 2012 forty trees were felled there for 12 million.";
    let class = |printed| check_in(text, Kind::Document, printed).class;
    assert_eq!(
        class("41 gauges were set into it that spring"),
        Class::NumberStyle
    );
    assert_eq!(
        class("one gauges were set into it that spring"),
        Class::Number
    );
    assert_eq!(
        class("hundred sandbags lay ready on the crest"),
        Class::Number
    );
    assert_eq!(class("set into it that spring, and three"), Class::Number);
    assert_eq!(
        class("set into it that spring, and 300"),
        Class::NumberStyle
    );
    assert_eq!(class("forty trees were felled there"), Class::Verbatim);
    assert_eq!(class("trees were felled there for 12"), Class::Number);
}

#[test]
fn figures_inside_words_are_numbers() {
    let text = "It logs into those machines and deploys K3s and all the dependencies of the whole platform, then writes an mp3 file for H.264 players.";
    for printed in [
        "logs into those machines and deploys K4s and all the dependencies",
        "logs into those machines and deploys Ks and all the dependencies",
        "dependencies of the whole platform, then writes an mp4 file for H.264 players",
        "dependencies of the whole platform, then writes an mp3 file for H.265 players",
    ] {
        assert_eq!(
            check_in(text, Kind::Document, printed).class,
            Class::Number,
            "{printed}"
        );
        let noisy = check_in(text, Kind::Ocr, printed).class;
        assert!(noisy >= Class::Name, "{printed}: {noisy:?}");
    }
}

#[test]
fn places_that_come_equally_near_are_all_told() {
    let between =
        "Nothing else was said about the page that day, for there was enough to do elsewhere. "
            .repeat(20);
    let text = format!(
        "And they had a customer. But the radio buttons learned even use the radio element. {between}And they had a component. But the radio buttons didn't even use the radio element."
    );
    let finding = check_in(
        &text,
        Kind::Speech,
        "But the radio buttons did even use the radio",
    );
    assert!(finding.class >= Class::Substitution, "{finding:#?}");
    assert_eq!(finding.places.len(), 2, "{finding:#?}");
    assert!(finding.warns(WarningKind::Ambiguous));
}

#[test]
fn among_many_like_sentences_the_very_words_are_found() {
    let sentence = |n: usize, name: &str| {
        format!(
            "The army of the army cost $100, or {n}% of the army; it was said in {name} that they do not know. "
        )
    };
    let mut text: String = (11..60).map(|n| sentence(n, "Caldera")).collect();
    text.push_str(&sentence(60, "Quiroga"));
    text.push_str(&(61..90).map(|n| sentence(n, "Caldera")).collect::<String>());
    let finding = check_in(&text, Kind::Document, "of the army; it was said in Quiroga");
    assert_eq!(finding.class, Class::Verbatim, "{finding:#?}");
    assert_eq!(
        finding.spans[0].of(&text),
        "of the army; it was said in Quiroga"
    );
}
