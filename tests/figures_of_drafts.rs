//! Numbers and dates of a draft: which are held against what is cited, which are left alone, what is then told.

use casefile::case::{Case, Input, InputRole, Node, Problem, read};
use casefile::verify::figures::{Outcome, Prints, also_prints, clashes, judge, problems};
use proptest::prelude::*;

const CASE: &str = "format: casefile/1
case: x
as_of: 2025-10-20
home: {currency: EUR}
parties:
  gac: {name: Global Affairs, aka: [the ministry]}
sources:
  s: {kind: report}
permits:
  p: {source: s, value: {amount: 960000, currency: CAD}, valid: {from: 2023-02-06, years: 3}}
casualties:
  dead: {source: s, event: flood, killed: 49}
  hurt: {source: s, event: flood, injured: 20, how: at-least}
  dead-b: {source: s, event: flood, killed: {min: 60, max: 70}}
  soldiers: {source: s, event: flood, killed: 5, status: combatant}
events:
  flood: {date: 2025-03-14, what: The flood}
figures:
  houses: {source: s, what: Houses lost, value: 212, unit: houses}
  votes: {source: s, what: Her share of the votes, value: 61.7, unit: \"%\"}
claims:
  c-votes: {says: Nearly 62 per cent of the votes were hers., evidence: [votes], number: {prints: 62, how: nearly, unit: \"%\", from: votes.value}}
  c-night: {says: In one night the flood took 212 houses., evidence: [houses, flood], number: {prints: 212, from: houses.value}, date: {prints: 2025-03-14, from: flood.date}}
  c-houses: {says: The slurry buried 212 houses in the village., evidence: [houses], number: {prints: 212, from: houses.value}}
  c-dead: {says: The flood killed 49 people., evidence: [dead, dead-b], number: {prints: 49, from: dead.killed}}
  c-value: {says: Ottawa allowed goods for nearly $1 million., evidence: [p], number: {prints: 1000000, how: nearly, unit: CAD, from: p.value}}
  c-day: {says: The flood came on 14 March 2025., evidence: [flood], date: {prints: 2025-03-14, from: flood.date}}
";

fn with_draft(case: &str, draft: &str) -> Case {
    let file = |path: &str, text: &str, role| Input {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
        role,
    };
    let head = case.replace("case: x\n", "case: x\ndraft: draft.md\n");
    let inputs = vec![
        file("case.yaml", &head, InputRole::Case),
        file("draft.md", draft, InputRole::Draft),
    ];
    read("x", inputs).0
}

/// What is judged in the first sentence of a draft: what is printed, and the outcome.
fn judged(draft: &str) -> Vec<(String, &'static str)> {
    let case = with_draft(CASE, draft);
    let all = judge(&case, Node::Sentence(0)).into_iter();
    all.map(|judged| (judged.printed, judged.outcome.word()))
        .collect()
}

fn told(case: &Case) -> Vec<(String, String)> {
    let words = |p: &Problem| {
        let bytes = &case.file(p.file).bytes[p.span.clone()];
        String::from_utf8_lossy(bytes).into_owned()
    };
    problems(case)
        .iter()
        .map(|p| (p.code.to_string(), words(p)))
        .collect()
}

#[test]
fn a_number_that_was_changed_in_the_draft_is_found() {
    for (draft, printed, outcome) in [
        ("The slurry buried 213 houses. [@c-houses]", "213", "Wrong"),
        (
            "The permit was valid from 7 February 2023. [@p]",
            "7 February 2023",
            "Wrong",
        ),
        (
            "Nearly 62 percentage points of the votes were hers. [@c-votes]",
            "Nearly 62 percentage points",
            "UnitMismatch",
        ),
        (
            "On 15 March 2025 the flood took houses. [@c-night]",
            "15 March 2025",
            "Wrong",
        ),
        ("The flood killed 51 people. [@dead]", "51", "Wrong"),
        ("There were 51 deaths. [@dead]", "51", "Wrong"),
        ("In the flood 51 people died. [@dead]", "51", "Wrong"),
        (
            "The flood killed 94 people, they say. [@c-dead]",
            "94",
            "Wrong",
        ),
        (
            "Ottawa allowed goods for nearly $2 million. [@c-value]",
            "nearly $2 million",
            "UnitMismatch",
        ),
        (
            "Ottawa allowed goods for C$960,000. [@c-value]",
            "C$960,000",
            "Consistent",
        ),
        (
            "Ottawa allowed goods for US$960,000. [@c-value]",
            "US$960,000",
            "UnitMismatch",
        ),
        (
            "The flood came on 13 March 2025. [@c-day]",
            "13 March 2025",
            "Wrong",
        ),
        (
            "The flood came on 14 March. [@c-day]",
            "14 March",
            "Consistent",
        ),
        (
            "The flood came in spring, in March 2025. [@c-day]",
            "March 2025",
            "Consistent",
        ),
        ("There 20 people were hurt. [@hurt]", "20", "HedgeDropped"),
        (
            "It buried two hundred and twelve homes. [@c-houses]",
            "two hundred and twelve",
            "Consistent",
        ),
    ] {
        assert_eq!(judged(draft), [(printed.to_owned(), outcome)], "{draft}");
    }
}

#[test]
fn a_number_that_is_something_else_is_left_alone() {
    for draft in [
        "Three engines came when the slurry buried the village. [@c-houses]",
        "The village has a church of 1911 and 420 people. [@c-houses]",
        "He said “we lost 300 houses and more”. [@c-houses; @s#p2]",
        "He said ‘we lost 300 houses and more’. [@c-houses; @s#p2]",
        "He said ``we lost 300 houses and more''. [@c-houses; @s#p2]",
        "Il a dit ‹we lost 300 houses and more›. [@c-houses; @s#p2]",
        "He said “we lost 300 houses and more. [@c-houses; @s#p2]",
        "On page 3 the report speaks of the houses. [@c-houses]",
        "The 2nd flood came at 03:40. [@c-dead]",
        "The report of 30 September 2025 says so. [@c-day; @c-dead]",
        "It cost the council €40,000 to rebuild the bridge. [@c-houses; @c-dead]",
        "Nobody knows how many houses there were. [@c-houses]",
        "Some 300 people marched for those the flood had taken. [@dead]",
        "The flood killed people in 12 villages. [@dead]",
        "The slurry buried [TK] of 400 houses. [@c-houses] [TK]",
    ] {
        assert_eq!(judged(draft), [], "{draft}");
    }
}

#[test]
fn of_several_numbers_each_finds_its_own() {
    let draft = "The flood killed 49 people, buried 212 houses and came on 14 March 2025. [@c-dead; @c-houses; @c-day]";
    let all = judged(draft);
    assert_eq!(all.len(), 3, "{all:?}");
    assert!(
        all.iter().all(|(_, outcome)| *outcome == "Consistent"),
        "{all:?}"
    );
}

#[test]
fn a_problem_stands_at_the_number_and_names_outcome_and_rule() {
    let draft = "# 213 houses\n\nThe slurry  buried\n213 houses. [@c-houses]\nThere 20 people were hurt. [@hurt]\n";
    let case = with_draft(CASE, draft);
    assert_eq!(
        told(&case),
        [
            ("CF401".to_owned(), "213".to_owned()),
            ("CF403".to_owned(), "20".to_owned())
        ]
    );
    let first = &problems(&case)[0];
    let line = case.place(first.file, first.span.start).line;
    assert_eq!(line, 4);
    assert!(
        first.message.starts_with("Wrong: ") && first.message.contains("212"),
        "{}",
        first.message
    );
    assert!(
        problems(&case)
            .iter()
            .all(|p| p.help.is_some() && p.code.explanation().is_some())
    );
}

#[test]
fn a_sentence_that_still_prints_the_number_from_before_a_change_is_told() {
    let draft = "The slurry buried 212 houses in the village. [@c-houses]\nThe slurry had buried 210 houses of the village.\nOf 210 houses elsewhere nobody speaks.\n";
    let case = with_draft(CASE, draft);
    assert_eq!(told(&case), [("CF405".to_owned(), "210".to_owned())]);
}

#[test]
fn about_so_many_is_no_number_from_before_a_change() {
    let draft = "The slurry buried about 210 houses in the village.\n";
    assert_eq!(told(&with_draft(CASE, draft)), []);
}

#[test]
fn other_places_of_a_figure_or_name_are_listed() {
    let draft = "The slurry buried 212 houses. [@c-houses]\nThose 212 houses are gone, says the ministry.\nGlobal Affairs counted 212 dogs.\nThe slurry buried 210 houses of the village.\n";
    let case = with_draft(CASE, draft);
    let of = |id: &str| {
        let all = also_prints(&case, Node::Record(case.find(id).unwrap())).into_iter();
        all.map(|also| (also.sentence, also.words, also.prints))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        of("c-houses"),
        [
            (0, "212".to_owned(), Prints::Same),
            (1, "212".to_owned(), Prints::Same),
            (3, "210".to_owned(), Prints::Other)
        ]
    );
    assert_eq!(
        of("gac"),
        [
            (1, "the ministry".to_owned(), Prints::Name),
            (2, "Global Affairs".to_owned(), Prints::Name)
        ]
    );
    let beside = also_prints(&case, Node::Sentence(0));
    assert_eq!(
        beside.iter().map(|also| also.sentence).collect::<Vec<_>>(),
        [1, 3]
    );
}

#[test]
fn counts_of_other_people_do_not_clash() {
    let case = with_draft(CASE, "");
    let pairs: Vec<_> = clashes(&case)
        .iter()
        .map(|clash| {
            clash
                .records
                .map(|ix| case.at(ix).id.value.clone())
                .join(" ")
        })
        .collect();
    assert_eq!(pairs, ["dead dead-b"]);
}

#[test]
fn tolerances_of_the_house_apply() {
    let case = |policy: &str| {
        let file = |path: &str, text: &str, role| Input {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
            role,
        };
        let inputs = vec![
            file("case.yaml", CASE, InputRole::Case),
            file("policy.yaml", policy, InputRole::Policy),
        ];
        read("x", inputs).0
    };
    let outcome = |policy: &str| {
        let case = case(policy);
        let judged = judge(&case, Node::Record(case.find("c-value").unwrap()));
        judged[0].outcome
    };
    assert_eq!(outcome("tolerances: {nearly: 10}\n"), Outcome::Consistent);
    assert_eq!(outcome("tolerances: {nearly: 3}\n"), Outcome::Stretched);
    assert_eq!(outcome("tolerances: {almost: 1}\n"), Outcome::Wrong);
}

/// Words that matter to the reader of numbers, and some that do not.
fn a_word() -> impl Strategy<Value = String> {
    let known = [
        "nearly",
        "about",
        "between",
        "and",
        "to",
        "from",
        "one",
        "a",
        "half",
        "third",
        "million",
        "dozen",
        "dozens",
        "several",
        "in",
        "of",
        "out",
        "per",
        "cent",
        "%",
        "$",
        "C$",
        "US$",
        "€",
        "-",
        "–",
        "−",
        "+",
        "~",
        "½",
        "3½",
        "1,000",
        "1.000",
        "1 000",
        "10-20",
        "99999999999999999999999999999999",
        "999999999999999999999999999999",
        "0",
        "-5",
        "2nd",
        "page",
        "3",
        "2022",
        "March",
        "14",
        "le",
        "1er",
        "mars",
        "quatre-vingt-dix",
        "cent",
        "mille",
        "veintiún",
        "y",
        "et demi",
        "last",
        "year",
        "Monday",
        "hundred",
        "hundreds",
        "’",
        "d’euros",
        "jusqu’à",
        "“",
        "”",
        "points",
        "working days",
        "billion",
        "trillion",
        "trillion trillion",
        "k",
        "m",
        "U.S.",
        ".",
        ",",
        ":",
        "/",
        "#",
        "\u{202f}",
        "١٢",
        "๑",
        "e\u{301}",
        "🙂",
    ];
    prop_oneof![4 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_words_whatever_stop_the_reading(words in proptest::collection::vec(a_word(), 0..12), glue in proptest::sample::select(vec!["", " ", "\n", "-"])) {
        let text = words.join(glue);
        let house = casefile::verify::figures::House::plain(Some("CAD"));
        let _ = casefile::verify::figures::compare_words(&text, &text, &house);
        let as_of = casefile::case::Date::parse("2024-02-29").ok();
        for found in casefile::verify::figures::dates(&text, as_of) {
            prop_assert!(text.get(found.span).is_some());
        }
        for language in ["en", "fr", "es", "de"] {
            let language = casefile::verify::Language::from_tag(language);
            for found in casefile::verify::figures::quantities(&text, language) {
                prop_assert!(text.get(found.span.clone()).is_some());
                prop_assert!(!found.quantity.spoken().is_empty());
            }
        }
    }

    #[test]
    fn no_case_whatever_stops_the_judging(words in proptest::collection::vec(a_word(), 0..10), number in any::<i64>(), year in 1..9999i32) {
        let text = words.join(" ").replace(['"', '\\', '\n', '\r'], " ");
        let quoted: String = text.chars().filter(|c| !c.is_control()).collect();
        let yaml = format!(
            "{CASE}  c-a: {{says: \"{quoted}\", evidence: [houses], number: {{prints: \"{quoted}\", from: houses.value}}}}\n  c-b: {{says: \"{quoted}\", number: {{compute: \"{number} / houses.value - days(flood.date, f2.date)\"}}, date: {{from: f2.date}}}}\n  c-c: {{says: \"{quoted}\", number: {{prints: 5, unit: years, compute: \"months(flood.date, f2.date)\"}}, date: {{compute: \"f2.date + 99999999\"}}}}\n"
        ).replace("figures:\n", &format!("  f2: {{date: {year:04}, what: x}}\nfigures:\n"));
        let draft = format!("{text} [@c-a]\n{text} [@c-houses; @c-day]\n{text}\n");
        let case = with_draft(&yaml, &draft);
        let _ = (problems(&case), clashes(&case));
        for (ix, _) in case.iter() {
            let _ = (judge(&case, Node::Record(ix)), also_prints(&case, Node::Record(ix)));
        }
        for at in 0..4 {
            let _ = (judge(&case, Node::Sentence(at)), also_prints(&case, Node::Sentence(at)));
        }
    }
}
