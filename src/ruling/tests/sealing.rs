//! What a seal holds, and what it never holds.

use super::{ARTICLE, DRAFT, YAML, case, ruled, small, stand};
use crate::ruling::{Entry, Ruling, Seal, Standing, Target, seal};

fn sealed(case: &crate::case::Case, name: &str) -> Seal {
    seal(case, Target::of(case, name).unwrap(), None)
}

#[test]
fn a_seal_keeps_the_words_that_were_seen() {
    let json = serde_json::to_value(sealed(&small(), "c-value")).unwrap();
    assert_eq!(json["says"], "It is worth $960,000.");
    assert_eq!(
        json["draft"],
        serde_json::json!(["The permit is worth $960,000 in all."])
    );
    assert_eq!(json["test"]["number"]["from"], "permit.value");
    assert_eq!(json["evidence"]["permit"]["value.amount"], "960000");
    assert!(json["evidence"]["permit"].get("note").is_none());
    assert_eq!(
        json["evidence"]["permit.value"],
        serde_json::json!({"value.amount": "960000", "value.currency": "CAD"})
    );
    let article = &json["evidence"]["article"];
    assert_eq!(article["tier"], "secondary");
    assert!(article.get("title").is_none() && article.get("url").is_none());
    assert!(
        json["passages"]["permit"]["words"]
            .as_str()
            .unwrap()
            .contains("960,000 dollars")
    );
    assert_eq!(
        json["passages"]["permit"]["after"],
        "She said on the phone that in all"
    );
    assert_eq!(json["files"]["article.txt"].as_str().unwrap().len(), 64);
    assert_eq!(json["rules"], 1);
}

#[test]
fn of_a_protected_source_there_are_hashes_only() {
    for terms in [
        "terms: background",
        "terms: off-record",
        "terms: embargoed",
        "identity: confidential",
    ] {
        let yaml = YAML
            .replace(
                "title: An article,",
                &format!("title: CANARY One, who: Canary Two, {terms},"),
            )
            .replace("terms: on-record", "terms: on-record, note: Canary Three");
        let text = ARTICLE
            .replace("dollars", "canary")
            .replace("phone", "CANARY");
        let hidden = case(&yaml, DRAFT, Some(&text));
        for name in ["c-value", "c-toll", "draft#l2"] {
            let json = serde_json::to_string(&sealed(&hidden, name)).unwrap();
            assert!(!json.to_lowercase().contains("canary"), "{terms}: {json}");
            assert!(!json.contains("article.txt"), "{json}");
        }
        let given = ruled(&hidden, "kl", "c-value", Ruling::Confirmed, 1);
        let stood = |text: &str| {
            stand(
                &case(&yaml, DRAFT, Some(text)),
                std::slice::from_ref(&given),
                "c-value",
            )
        };
        assert_eq!(stood(&text).state, Standing::Confirmed);
        assert_eq!(
            stood(&text.replace("winter,", "winter;")).state,
            Standing::Stale
        );
        let away = stand(
            &case(&yaml, DRAFT, None),
            std::slice::from_ref(&given),
            "c-value",
        );
        assert_eq!(away.not_here, ["the text of article"]);
    }
}

#[test]
fn a_long_passage_leaves_its_hash_and_its_ends() {
    let long = format!(
        "{} 960,000 {}\nEnd.\n",
        "word ".repeat(300),
        "more ".repeat(300)
    );
    let json = serde_json::to_value(sealed(&case(YAML, DRAFT, Some(&long)), "c-value")).unwrap();
    let passage = &json["passages"]["permit"];
    let keys: Vec<&String> = passage.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["hash", "ends", "source", "file"]);
    assert!(
        passage["ends"][0]
            .as_str()
            .unwrap()
            .starts_with("word word")
    );
    // A change between the ends is told, though no word of it is kept.
    let given = ruled(
        &case(YAML, DRAFT, Some(&long)),
        "kl",
        "c-value",
        Ruling::Confirmed,
        1,
    );
    let changed = long.replacen("960,000", "906,000", 1);
    let stood = stand(&case(YAML, DRAFT, Some(&changed)), &[given], "c-value");
    assert_eq!(stood.state, Standing::Stale);
    assert_ne!(stood.because[0].was, stood.because[0].now);
}

#[test]
fn a_whole_file_is_sealed_where_no_place_is_named_and_its_line_ends_do_not_count() {
    let yaml = YAML.replace("evidence: [q-toll]", "evidence: [article]");
    let given = ruled(
        &case(&yaml, DRAFT, Some(ARTICLE)),
        "kl",
        "c-toll",
        Ruling::Confirmed,
        1,
    );
    let state = |text: &str| {
        stand(
            &case(&yaml, DRAFT, Some(text)),
            std::slice::from_ref(&given),
            "c-toll",
        )
        .state
    };
    assert_eq!(state(&ARTICLE.replace('\n', "\r\n")), Standing::Confirmed);
    assert_eq!(
        state(&ARTICLE.replace("end here today", "end here")),
        Standing::Stale
    );
}

#[test]
fn a_file_without_text_is_sealed_as_it_is() {
    let yaml = YAML.replace("evidence: [q-toll]", "evidence: [article]");
    let picture = |sum: Option<&str>| {
        let mut case = case(&yaml, DRAFT, sum.map(|_| ""));
        let ix = case.find("article").unwrap();
        if let (Some(holding), Some(sum)) = (case.holdings.get_mut(&ix), sum) {
            holding.held = crate::case::Held::None;
            holding.sha256 = Some(sum.to_owned());
        }
        case
    };
    let given = ruled(
        &picture(Some("abcdef0123456789")),
        "kl",
        "c-toll",
        Ruling::Confirmed,
        1,
    );
    let stood = |sum| stand(&picture(sum), std::slice::from_ref(&given), "c-toll");
    assert_eq!(stood(Some("abcdef0123456789")).state, Standing::Confirmed);
    let other = stood(Some("9876543210fedcba"));
    assert_eq!(other.state, Standing::Stale);
    assert_eq!(other.because[0].was, "(kept as a hash) abcdef012345");
    assert_eq!(stood(None).state, Standing::Confirmed);
    assert_eq!(stood(None).not_here, ["article.txt"]);
}

#[test]
fn a_source_that_is_protected_since_is_still_on_this_machine() {
    let given = ruled(&small(), "kl", "c-value", Ruling::Confirmed, 1);
    let yaml = YAML.replace("tier: secondary,", "tier: secondary, terms: background,");
    let stood = stand(&case(&yaml, DRAFT, Some(ARTICLE)), &[given], "c-value");
    let parts: Vec<&str> = stood.because.iter().map(|b| b.reference.as_str()).collect();
    assert_eq!(parts, ["article.terms"]);
    assert_eq!(stood.rulings[0].not_here, [""; 0]);
}

#[test]
fn words_read_elsewhere_stand_as_long_as_their_own_file_is_as_it_was() {
    // The words of an interview were read in an article; then its own text arrives, as the case had said it would.
    let yaml = YAML.replace("file: TK}", "file: tel.txt}");
    let with = |article: &str, own: bool| {
        let mut case = case(&yaml, DRAFT, Some(article));
        if own {
            let (article, tel) = (case.find("article").unwrap(), case.find("tel").unwrap());
            let mut holding = case.holdings[&article].clone();
            holding.path = Some("tel.txt".to_owned());
            case.holdings.insert(tel, holding);
        }
        case
    };
    let given = ruled(&with(ARTICLE, false), "kl", "c-toll", Ruling::Confirmed, 1);
    let stood =
        |article: &str, own| stand(&with(article, own), std::slice::from_ref(&given), "c-toll");
    assert_eq!(stood(ARTICLE, true).state, Standing::Confirmed);
    assert_eq!(stood(ARTICLE, true).not_here, [""; 0]);
    let other = ARTICLE.replace("army and police", "police and army");
    assert_eq!(stood(&other, true).state, Standing::Stale);
}

#[test]
fn lists_whose_items_hold_commas_are_not_taken_for_others() {
    let list = |printed: &str| {
        let yaml = YAML.replace("\"49 people were killed\"", printed);
        sealed(&case(&yaml, DRAFT, Some(ARTICLE)), "c-toll").evidence["q-toll"]["printed"].clone()
    };
    assert_eq!(list("[49 people, were killed]"), "49 people, were killed");
    let one = list("[\"49 people, were\", killed]");
    assert_eq!(one, "\"49 people, were\", killed");
    assert_ne!(one, list("[49 people, \"were, killed\"]"));
}

#[test]
fn what_is_not_on_this_machine_is_not_changed() {
    let given = ruled(&small(), "kl", "c-value", Ruling::Confirmed, 1);
    let away = stand(
        &case(YAML, DRAFT, None),
        std::slice::from_ref(&given),
        "c-value",
    );
    assert_eq!(away.state, Standing::Confirmed);
    assert_eq!(away.not_here, ["article.txt"]);
    // The other way round: ruled on without the text, which is here now.
    let blind = ruled(
        &case(YAML, DRAFT, None),
        "kl",
        "c-value",
        Ruling::Confirmed,
        1,
    );
    assert_eq!(
        stand(&small(), &[blind], "c-value").state,
        Standing::Confirmed
    );
}

#[test]
fn a_file_changed_elsewhere_only_explains() {
    let given = ruled(&small(), "kl", "c-value", Ruling::Confirmed, 1);
    let text = ARTICLE.replace("end here today", "end here now");
    let stood = stand(&case(YAML, DRAFT, Some(&text)), &[given], "c-value");
    assert_eq!(stood.state, Standing::Confirmed);
    assert_eq!(stood.rulings[0].around, ["article"]);
}

#[test]
fn other_rules_alone_change_nothing_but_another_finding_does() {
    let case = small();
    let target = Target::of(&case, "c-value").unwrap();
    let mut given = ruled(&case, "kl", "c-value", Ruling::Confirmed, 1);
    given.seal = Some(Seal {
        rules: 99,
        ..seal(&case, target, Some("Consistent"))
    });
    assert_eq!(
        stand(&case, std::slice::from_ref(&given), "c-value").state,
        Standing::Confirmed
    );
    let mut machine = crate::ruling::Machine::default();
    machine
        .findings
        .insert(target.node().unwrap(), "Wrong".to_owned());
    let logs = super::logs(vec![given]);
    let all = crate::ruling::Standings::new(&case, &logs, &machine);
    assert_eq!(all.state(target.node().unwrap()), Standing::Stale);
}

#[test]
fn a_ruling_without_a_seal_was_given_for_nothing() {
    let mut given = ruled(&small(), "kl", "c-value", Ruling::Confirmed, 1);
    given.seal = None;
    assert_eq!(stand(&small(), &[given], "c-value").state, Standing::Stale);
}

#[test]
fn lines_of_other_shape_are_refused_with_a_reason() {
    let good = serde_json::json!({"v": 1, "id": "a", "at": "2023-12-01T00:00:00Z", "by": "kl"});
    assert!(Entry::from_json(&good).is_ok());
    for (key, value, why) in [
        ("v", serde_json::json!(2), "newer"),
        ("id", serde_json::json!(""), "no id"),
        ("at", serde_json::json!("yesterday"), "no time"),
        ("ruling", serde_json::json!("maybe"), "maybe"),
        ("ticks", serde_json::json!("x"), ""),
    ] {
        let mut bad = good.clone();
        bad[key] = value;
        let told = Entry::from_json(&bad).unwrap_err().to_string();
        assert!(told.contains(why), "{told}");
    }
    assert!(Entry::from_json(&serde_json::json!(["x"])).is_err());
}
