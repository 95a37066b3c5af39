//! What a bracket may stand for, and where it exchanges one fact for another.
use super::*;

const HEARING: &str = "JONES: I approved the first permit in May. We exported 12 vehicles, each worth about $1.5 \
million, and at least 30 radios. I have asked for a report by Friday. The letter to Jones was never answered by \
their army, and he said that the plant by the river would close. Global Affairs Canada wrote back in 1998. They walk \
along the river. The road is 30 km long.\n\nQ: Thank you.\n";

fn exchanged(printed: &str) -> bool {
    let finding = check_in(HEARING, Kind::Speech, printed);
    assert_eq!(finding.class, Class::Declared, "{printed}: {finding:?}");
    finding.warns(WarningKind::BracketMeaning)
}

#[test]
fn a_bracket_that_exchanges_a_fact_is_warned_of() {
    for printed in [
        "I approved the first permit in [March].",
        "I approved the first permit in [March]. We exported 12 vehicles",
        "I have asked for a report by [Monday]",
        "We exported [120] vehicles, each worth about $1.5 million",
        "We exported 12 vehicles, each worth about [$3 million]",
        "each worth about $1.5 million, and at least [three hundred] radios",
        "The letter to [Smith] was never answered by their army",
        "[Smith] was never answered by their army, and he said",
        "[Brazil] wrote back in 1998. They walk along the river.",
        "They walk along the river. The road is [30 miles] long.",
    ] {
        assert!(exchanged(printed), "{printed}");
    }
}

#[test]
fn the_word_exchanged_at_the_end_is_among_the_differences() {
    let finding = check_in(
        HEARING,
        Kind::Speech,
        "I approved the first permit in [March].",
    );
    assert!(
        finding.differences.iter().any(|one| one.source == "May"),
        "{finding:?}"
    );
}

#[test]
fn a_bracket_that_explains_or_adds_is_honest() {
    for printed in [
        "was never answered by [Peru's] army, and he said that the plant",
        "was never answered by their army, and [the minister] said that the plant",
        "was never answered by their army, and [Jones] said that the plant",
        "[T]he letter to Jones was never answered by their army",
        "[they] exported 12 vehicles, each worth about $1.5 million",
        "he said that the [coal] plant by the river would close",
        "They walk[ed] along the river. The road is 30 km long.",
        "I approved the first permit [for Peru] in May. We exported 12 vehicles",
        "I approved the first permit in May [2022]. We exported 12 vehicles",
        "I have asked for a report [by the board].",
        "[GAC] wrote back in 1998. They walk along the river.",
    ] {
        assert!(!exchanged(printed), "{printed}");
    }
}
