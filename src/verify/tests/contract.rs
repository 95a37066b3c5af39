//! The classes: each change gets its own.
use super::*;

#[test]
fn untouched_words_are_verbatim() {
    assert_eq!(
        class("49 people were killed by the armed forces in Peru"),
        Class::Verbatim
    );
    assert_eq!(
        class("I don't think that the minister knew about it, but we cannot be sure."),
        Class::Verbatim
    );
}

#[test]
fn only_the_allow_list_is_typographic() {
    assert_eq!(
        class("I don’t think that the minister knew about it"),
        Class::Typographic
    );
    assert_eq!(
        class("The government has\nnot answered our letters"),
        Class::Typographic
    );
}

#[test]
fn first_letter_and_last_stop_are_conventions() {
    assert_eq!(
        class("the government has not answered our letters,"),
        Class::Convention
    );
    assert_eq!(
        parts(&["The government", "has not answered our letters."]).class,
        Class::Convention
    );
}

#[test]
fn declared_changes_are_declared() {
    assert_eq!(
        class("[Peru's] army has 300 new vehicles, paid for by the ministry"),
        Class::Declared
    );
    assert_eq!(
        class("[T]here is no doubt about the order of events"),
        Class::Declared
    );
    assert_eq!(
        class("I saw soldiers on every bridge ... stopping everybody"),
        Class::Declared
    );
    assert_eq!(
        class("They [sic] were stopping everybody. Number one on our list"),
        Class::Declared
    );
}

#[test]
fn styles_are_styles() {
    assert_eq!(
        class("I do not think that the minister knew about it"),
        Class::SpellingStyle
    );
    assert_eq!(
        class("forty-nine people were killed by the armed forces"),
        Class::NumberStyle
    );
    assert_eq!(
        class("No. 1 on our list is an independent inquiry"),
        Class::NumberStyle
    );
    assert_eq!(
        class("It cost $9 million, or 12% of the budget"),
        Class::NumberStyle
    );
}

#[test]
fn punctuation_is_a_line_of_its_own() {
    assert_eq!(
        class("In two months 49 people were killed by the armed forces"),
        Class::Punctuation
    );
    assert_eq!(
        class("The Government has not answered our letters"),
        Class::Punctuation
    );
}

#[test]
fn a_question_made_a_statement_is_no_punctuation() {
    assert_eq!(
        class("What did you see there? I saw soldiers on every bridge").max(Class::Modality),
        Class::CrossSpeaker
    );
    let text =
        "Is the army there? The army is there every single night, and nobody doubts it at all.";
    let printed = "Is the army there. The army is there every single night";
    assert_eq!(check_in(text, Kind::Speech, printed).class, Class::Modality);
}

#[test]
fn fillers_removed_are_cleaned_speech() {
    assert_eq!(
        class("I saw soldiers on every bridge, and they were stopping everybody"),
        Class::CleanedSpeech
    );
}

#[test]
fn words_left_out_put_in_or_exchanged_are_said() {
    assert_eq!(
        class("Their army had 300 new vehicles, paid for by the ministry"),
        Class::MinorWording
    );
    assert_eq!(
        class("Their army has 300 vehicles, paid for by the ministry"),
        Class::Omission
    );
    assert_eq!(
        class("Their army has 300 new armoured vehicles, paid for by the ministry"),
        Class::Insertion
    );
    assert_eq!(
        class("I saw policemen on every bridge, um, and they were stopping everybody"),
        Class::Substitution
    );
}

#[test]
fn what_turns_the_meaning_is_critical() {
    assert_eq!(
        class("We may publish the report in May. There is no doubt"),
        Class::Modality
    );
    assert_eq!(
        class("94 people were killed by the armed forces in Peru"),
        Class::Number
    );
    assert_eq!(
        class("The temperature fell to 5 degrees that night"),
        Class::Number
    );
    assert_eq!(
        class("It cost 9 million, or 12 per cent of the budget"),
        Class::Number
    );
    assert_eq!(
        class("It cost $9 million, or 12 of the budget"),
        Class::Number
    );
    assert_eq!(
        class("49 people were killed by the armed forces in Chile"),
        Class::Name
    );
    assert_eq!(
        class("The government has answered our letters"),
        Class::Negation
    );
    assert_eq!(
        class("The minister did not pay for 300 new vehicles, paid for by the ministry")
            .max(Class::Negation),
        class("The minister did not pay for 300 new vehicles, paid for by the ministry")
    );
}

#[test]
fn order_and_joints_are_judged() {
    let reversed = "the government has not answered our letters, in two months 49 people were killed by the armed forces";
    assert_eq!(class(reversed), Class::Reordered);
    assert!(class("we cannot be sure. I saw soldiers on every bridge") >= Class::Stitched);
    let over = "but we cannot be sure. What did you see there?";
    assert_eq!(class(over), Class::CrossSpeaker);
}

#[test]
fn what_is_not_there_is_not_found() {
    let finding = check("the president resigned on a rainy Tuesday afternoon in spring");
    assert_eq!((finding.class, finding.spans.len()), (Class::NotFound, 0));
}

#[test]
fn an_ellipsis_that_hides_a_not_is_warned_of() {
    let finding = check("The government has ... answered our letters");
    assert_eq!(finding.class, Class::Declared);
    assert!(finding.warns(WarningKind::EllipsisHides));
}

#[test]
fn a_bracket_with_a_not_is_warned_of() {
    assert!(warns(
        "We will [not] publish the report in May",
        WarningKind::BracketMeaning
    ));
}

#[test]
fn a_splice_over_many_sentences_is_never_clean() {
    let middle = (0..200)
        .map(|n| {
            format!(
                "Sentence {n} speaks of harbour {} and of nothing else. ",
                n * 7
            )
        })
        .collect::<String>();
    let text = format!(
        "The first witness came from the northern valley. {middle}The last witness left by the southern road."
    );
    let declared = check_in(
        &text,
        Kind::Document,
        "The first witness came from the northern valley … The last witness left by the southern road.",
    );
    assert!(
        declared.class == Class::Stitched || declared.warns(WarningKind::LongEllipsis),
        "{declared:?}"
    );
    let silent = check_in(
        &text,
        Kind::Document,
        "The first witness came from the northern valley. The last witness left by the southern road.",
    );
    assert_eq!(silent.class, Class::Stitched);
}

#[test]
fn truncation_is_warned_of() {
    assert!(warns(
        "the minister knew about it",
        WarningKind::TruncatedBefore
    ));
    assert!(warns(
        "I don't think that the minister knew about it",
        WarningKind::TruncatedAfter
    ));
}

#[test]
fn fragments_reversed_are_reordered_even_with_an_ellipsis() {
    let printed = "Their army has 300 new vehicles, paid for by the ministry … It cost $9 million, or 12 per cent of the budget";
    assert_eq!(class(printed), Class::Reordered);
}

#[test]
fn a_bare_dollar_or_minus_makes_another_number() {
    let text = "The permit was worth 960,000 in the first year and $1,200,000 in the second, the ministry said.";
    let class = |printed: &str| check_in(text, Kind::Document, printed).class;
    assert_eq!(
        class("permit was worth $960,000 in the first year"),
        Class::Number
    );
    assert_eq!(
        class("permit was worth −960,000 in the first year"),
        Class::Number
    );
    assert_eq!(
        class("in the first year and 1,200,000 in the second"),
        Class::Number
    );
}
