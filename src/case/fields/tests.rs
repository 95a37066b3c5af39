//! The table, the record structs, their descriptions and `docs/format.md` say the same.

use super::{Discloses, FieldRow, HEAD, Holds, Seal, is_field, named, names, of, required, row};
use crate::case::records::{Count, Item, Redaction, Try, Validity};
use crate::case::{Head, Input, InputRole, Kind, Money, Node, read, schema};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::Value;
use std::collections::BTreeSet;

/// The schema of a kind's records, which is made from their struct.
fn definition(schema: &Value, kind: Kind) -> Value {
    let link = &schema["properties"][kind.section()]["additionalProperties"]["$ref"];
    let name = link.as_str().unwrap().rsplit('/').next().unwrap();
    schema["definitions"][name].clone()
}

fn keys_of<T: JsonSchema>() -> BTreeSet<String> {
    let mut generator = SchemaSettings::draft07().into_generator();
    let schema = T::json_schema(&mut generator);
    let properties = schema.get("properties").and_then(Value::as_object);
    properties
        .into_iter()
        .flatten()
        .map(|(key, _)| key.clone())
        .collect()
}

#[test]
fn every_field_of_every_struct_is_in_the_table_and_the_reverse() {
    let schema = schema();
    for kind in Kind::ALL {
        let record = definition(&schema, kind);
        let fields: Vec<&String> = record["properties"].as_object().unwrap().keys().collect();
        assert_eq!(
            fields,
            names(kind).collect::<Vec<_>>(),
            "{}",
            kind.section()
        );
    }
    let head: BTreeSet<String> = HEAD.map(str::to_owned).into();
    assert_eq!(keys_of::<Head>(), head);
}

#[test]
fn what_a_struct_says_it_requires_is_what_the_table_requires() {
    let schema = schema();
    for kind in Kind::ALL {
        let record = definition(&schema, kind);
        let told = record["description"].as_str().unwrap();
        let told = told.split_once("Required: ").unwrap().1;
        let told: Vec<&str> = told.split('.').next().unwrap().split(", ").collect();
        let told: Vec<&str> = told.iter().map(|name| name.trim_matches('`')).collect();
        assert_eq!(
            told,
            required(kind).collect::<Vec<_>>(),
            "{}",
            kind.section()
        );
    }
}

#[test]
fn what_stands_within_a_field_is_what_its_struct_has() {
    let within = |kind, name| -> BTreeSet<String> {
        let holds = row(kind, name).unwrap().holds;
        holds.within().iter().map(|key| (*key).to_owned()).collect()
    };
    assert_eq!(keys_of::<Money>(), within(Kind::Permit, "value"));
    assert_eq!(keys_of::<Item>(), within(Kind::Permit, "items"));
    assert_eq!(keys_of::<Redaction>(), within(Kind::Permit, "redactions"));
    assert_eq!(keys_of::<Validity>(), within(Kind::Permit, "valid"));
    assert_eq!(keys_of::<Try>(), within(Kind::Contact, "tries"));
    for word in [
        "best",
        "currency",
        "precision",
        "ecl",
        "method",
        "ground",
        "withheld",
        "says",
    ] {
        assert!(is_field(word), "{word}");
    }
    assert!(!is_field("claims"));
    for count in Count::ALL {
        assert!(matches!(
            row(Kind::Casualty, count.word()).unwrap().holds,
            Holds::Amount(_)
        ));
    }
}

#[test]
fn the_tables_of_the_manual_are_this_one() {
    let text = include_str!("../../../docs/format.md");
    for kind in Kind::ALL {
        let heading = format!("\n### {}\n", kind.section());
        let part = text.split(&heading).nth(1).unwrap();
        let rows = part.split("\n#").next().unwrap().lines();
        let told = rows.filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
        let told: Vec<&str> = told.filter(|name| *name != "field").collect();
        let fields = of(kind).iter().map(|row| match row.required {
            true => format!("**{}**", row.name),
            false => row.name.to_owned(),
        });
        assert_eq!(told, fields.collect::<Vec<_>>(), "{}", kind.section());
    }
}

/// What seals were made of since the first: a log of years ago must be read as it was meant.
#[test]
fn a_seal_keeps_what_it_always_kept() {
    let names = |is: fn(&FieldRow) -> bool| -> Vec<&str> {
        let rows = Kind::ALL.into_iter().flat_map(of).filter(|row| is(row));
        rows.map(|row| row.name)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect()
    };
    let of_source = ["file", "identity", "kind", "terms", "tier", "via", "who"];
    assert_eq!(names(|row| row.seal == Seal::Behind), of_source);
    assert_eq!(
        names(|row| row.seal == Seal::Never),
        ["archive_url", "note", "url"]
    );
    let legible = "access applied approved as_of captured date event evidence grade how identity injured killed kind \
        lang missing period printed source stage status terms tier value via";
    assert_eq!(names(|row| row.legible).join(" "), legible);
    let renamed = "about against alleged_actor applicant authority by consignee counted_by criticises date end_user \
        event evidence exporter gave holder involved law number of printed publisher put reply request scope source to \
        translator via who";
    assert_eq!(names(|row| row.holds.refers()).join(" "), renamed);
}

/// A log has the names of fields without their kinds, so that a name must mean the same to a seal in every kind.
#[test]
fn a_name_is_sealed_the_same_in_every_kind_that_is_cited_as_evidence() {
    for row in Kind::ALL.into_iter().flat_map(of) {
        let never = named(row.name).filter(|other| other.seal == Seal::Never);
        let count = named(row.name).count();
        assert!([0, count].contains(&never.count()), "{}", row.name);
    }
}

#[test]
fn every_reference_of_every_field_is_followed() {
    let mut yaml = "format: casefile/1\ncase: x\n".to_owned();
    let mut wanted = vec![];
    for kind in Kind::ALL {
        yaml.push_str(&format!("{}:\n  x-{}:\n", kind.section(), kind.singular()));
        for row in of(kind) {
            let value = match row.holds {
                Holds::Ref(..) | Holds::Who(..) => "gone",
                Holds::Refs(..) | Holds::Whos(..) => "[gone]",
                Holds::Put(_) => "{gone: Words.}",
                Holds::NumberTest(_) | Holds::DateTest(_) => "{from: gone.value}",
                _ if row.required => "TK",
                _ => continue,
            };
            yaml.push_str(&format!("    {}: {value}\n", row.name));
            if value != "TK" {
                wanted.push((kind, row.name));
            }
        }
    }
    let input = Input {
        path: "case.yaml".to_owned(),
        bytes: yaml.into_bytes(),
        role: InputRole::Case,
    };
    let (case, _) = read("x", vec![input]);
    let mut found = vec![];
    for kind in Kind::ALL {
        let ix = case.find(&format!("x-{}", kind.singular())).unwrap();
        for link in case.links.cites(Node::Record(ix)) {
            found.push((kind, link.field.split('.').next().unwrap()));
        }
    }
    assert_eq!(found, wanted);
}

#[test]
fn what_discloses_a_source_can_be_read_from_its_record() {
    for row in Kind::ALL.into_iter().flat_map(of) {
        match row.discloses {
            Discloses::Nothing => {}
            Discloses::Person => assert!(matches!(row.holds, Holds::Who(..)), "{}", row.name),
            Discloses::Words => {
                assert!(
                    matches!(row.holds, Holds::Text(_) | Holds::Words(_)),
                    "{}",
                    row.name
                );
            }
        }
    }
}
