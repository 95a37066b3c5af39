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
    assert!(passage.get("words").is_none());
    assert!(
        passage["ends"][0]
            .as_str()
            .unwrap()
            .starts_with("word word")
    );
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
