//! The JSON Schema (draft-07) of case files, for editors that complete and check while you type.

use super::decode_value::Describe;
use super::head::{Head, Member, Team};
use super::records::{
    Casualty, Claim, Contact, Event, Figure, Party, Permit, Printed, Put, Quote, Request, Source,
};
use super::{
    Amount, Compute, Date, Decimal, Field, Hedge, Kind, Prints, PrintsDate, Ref, Sp, When, Who,
    fields,
};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// The schema of `case.yaml` and of the other YAML files of a case.
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft07().into_generator();
    let mut properties = properties_of::<Head>(&mut generator);
    for kind in Kind::ALL {
        let record = record(kind, &mut generator);
        let section = json!({
            "description": format!("The {}, each under its id.", kind.section()),
            "type": "object",
            "propertyNames": {"pattern": "^[a-z][a-z0-9-]*$", "not": {"const": "author"}},
            "additionalProperties": record,
        });
        properties.insert(kind.section().to_owned(), section);
    }
    if let Some(format) = properties.get_mut("format") {
        *format = json!({"description": "The format and its version.", "const": "casefile/1"});
    }
    let mut definitions = generator.take_definitions(true);
    for kind in Kind::ALL {
        require(&mut definitions, kind);
    }
    let mut schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "casefile/1",
        "description": "A case file: the claims of a story and what they stand on.",
        "type": "object",
        "properties": properties,
        "definitions": definitions,
    });
    loosen(&mut schema);
    schema
}

/// The properties of a type that is read as keys with values.
fn properties_of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Map<String, Value> {
    let schema = T::json_schema(generator);
    match schema.get("properties") {
        Some(Value::Object(properties)) => properties.clone(),
        _ => Map::new(),
    }
}

fn record(kind: Kind, generator: &mut SchemaGenerator) -> Schema {
    match kind {
        Kind::Party => generator.subschema_for::<Party>(),
        Kind::Source => generator.subschema_for::<Source>(),
        Kind::Permit => generator.subschema_for::<Permit>(),
        Kind::Request => generator.subschema_for::<Request>(),
        Kind::Quote => generator.subschema_for::<Quote>(),
        Kind::Casualty => generator.subschema_for::<Casualty>(),
        Kind::Figure => generator.subschema_for::<Figure>(),
        Kind::Event => generator.subschema_for::<Event>(),
        Kind::Claim => generator.subschema_for::<Claim>(),
        Kind::Contact => generator.subschema_for::<Contact>(),
    }
}

/// What a record of a kind must have.
fn require(definitions: &mut Map<String, Value>, kind: Kind) {
    let mut name = kind.singular().to_owned();
    name[..1].make_ascii_uppercase();
    if let Some(Value::Object(record)) = definitions.get_mut(&name) {
        record.insert(
            "required".to_owned(),
            json!(fields::required(kind).collect::<Vec<_>>()),
        );
    }
}

/// Every scalar is read as text, so where a text is wanted, a number or a yes will do.
fn loosen(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            let is_any_text = !map.contains_key("enum") && !map.contains_key("pattern");
            if is_any_text && map.get("type") == Some(&json!("string")) {
                map.insert("type".to_owned(), json!(["string", "number", "boolean"]));
            }
            map.remove("default");
            map.values_mut().for_each(loosen);
        }
        Value::Array(items) => items.iter_mut().for_each(loosen),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// One of a few words.
pub(super) fn one_of(words: &[&str]) -> Schema {
    json_schema!({"enum": words})
}

/// What any field may hold instead of its value.
struct OpenWord;

impl JsonSchema for OpenWord {
    fn schema_name() -> Cow<'static, str> {
        "Open".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Not known: to come, unknown, or withheld with the ground given.",
            "anyOf": [
                {"enum": ["TK", "unknown", "withheld"]},
                {
                    "type": "object",
                    "properties": {"withheld": {"type": "string"}},
                    "required": ["withheld"],
                    "additionalProperties": false,
                },
            ],
        })
    }
}

impl<T: Describe> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        std::any::type_name::<T>().into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = T::describe(generator);
        let open = generator.subschema_for::<OpenWord>();
        json_schema!({"anyOf": [value, open]})
    }
}

impl<T: Describe> JsonSchema for Sp<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        std::any::type_name::<Self>().into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Field<T>>()
    }
}

/// Gives a type the schema that its text or keys have.
macro_rules! schema_of {
    ($($name:ident: $schema:tt),+ $(,)?) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).trim_end_matches("Schema").into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+};
}

/// The types of `quantity` in the schema, under the names they have there.
macro_rules! stands_for {
    ($($name:ty: $schema:ident),+ $(,)?) => {$(
        struct $schema;

        impl Describe for $name {
            fn describe(generator: &mut SchemaGenerator) -> Schema {
                generator.subschema_for::<$schema>()
            }
        }
    )+};
}

stands_for!(Date: DateSchema, Decimal: DecimalSchema, Hedge: HedgeSchema, When: WhenSchema);

schema_of!(
    Ref: {
        "description": "An id, perhaps with a place (#p3, #par7, #l12-14, #t00:12:30) or a field (.value).",
        "type": "string",
        "pattern": "^[a-z][a-z0-9-]*(#[a-z0-9:-]+|(\\.[A-Za-z0-9_]+)+)?$",
    },
    Who: {"description": "A party's id, or a name.", "type": "string"},
    DateSchema: {
        "description": "2022-12-07, 2022-12 or 2022.",
        "type": ["string", "integer"],
        "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    },
    DecimalSchema: {
        "description": "Digits, no commas; a point before decimals.",
        "type": ["number", "string"],
        "pattern": "^[-+]?[0-9]+(\\.[0-9]+)?$",
    },
    Compute: {
        "description": "Operators stand between spaces: a.x - b.y; also share(a, b), change(a, b), sum(a, b), days(a, b), working-days(a, b), months(a, b).",
        "type": "string",
    },
);

impl JsonSchema for HedgeSchema {
    fn schema_name() -> Cow<'static, str> {
        "Hedge".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        one_of(&Hedge::WORDS.map(|(word, _)| word))
    }
}

/// `{min, max, best}`.
fn limits(generator: &mut SchemaGenerator) -> Schema {
    let limit = generator.subschema_for::<Field<Decimal>>();
    json_schema!({
        "type": "object",
        "properties": {"min": limit, "max": limit, "best": limit},
        "minProperties": 1,
    })
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let number = Decimal::describe(generator);
        let limits = limits(generator);
        json_schema!({"description": "A number, or its limits.", "anyOf": [number, limits]})
    }
}

impl JsonSchema for Prints {
    fn schema_name() -> Cow<'static, str> {
        "Prints".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let limits = limits(generator);
        json_schema!({
            "description": "A number, words such as ninety-four, or limits.",
            "anyOf": [{"type": ["number", "string"]}, limits],
        })
    }
}

impl JsonSchema for PrintsDate {
    fn schema_name() -> Cow<'static, str> {
        "PrintsDate".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let when = When::describe(generator);
        json_schema!({
            "description": "A date or period, or words such as February 6 or last year.",
            "anyOf": [when, {"type": "string", "pattern": "[A-Za-z\u{c0}-\u{24f}]"}],
        })
    }
}

impl JsonSchema for WhenSchema {
    fn schema_name() -> Cow<'static, str> {
        "When".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let date = generator.subschema_for::<Field<Date>>();
        let end = "([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|\\.\\.)?";
        let text = json!({
            "type": ["string", "integer"],
            "pattern": format!("^{end}(/{end})?[~?%]?$"),
        });
        json_schema!({
            "description": "A date, a period (2022-12-07/2023-02, 2022/..), or either with ~ for about, ? for uncertain.",
            "anyOf": [text, {
                "type": "object",
                "properties": {
                    "date": text,
                    "precision": {"type": "string"},
                    "from": date,
                    "to": date,
                },
                "minProperties": 1,
            }],
        })
    }
}

impl JsonSchema for Printed {
    fn schema_name() -> Cow<'static, str> {
        "Printed".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The words as printed, or their parts.",
            "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}],
        })
    }
}

impl JsonSchema for Put {
    fn schema_name() -> Cow<'static, str> {
        "Put".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let words = generator.subschema_for::<Field<String>>();
        json_schema!({
            "description": "The words as they were put, by claim.",
            "type": "object",
            "additionalProperties": words,
        })
    }
}

impl JsonSchema for Team {
    fn schema_name() -> Cow<'static, str> {
        "Team".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let member = generator.subschema_for::<Member>();
        json_schema!({
            "description": "Who works on the case, by short name.",
            "type": "object",
            "additionalProperties": member,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, fields, schema};
    use serde_json::{Value, json};

    #[test]
    fn the_schema_is_draft_07_and_has_every_field_of_every_kind() {
        let schema = schema();
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        for kind in Kind::ALL {
            let section = &schema["properties"][kind.section()];
            let link = section["additionalProperties"]["$ref"].as_str().unwrap();
            let name = link.strip_prefix("#/definitions/").unwrap();
            let record = &schema["definitions"][name];
            let mut fields: Vec<&String> =
                record["properties"].as_object().unwrap().keys().collect();
            let mut known: Vec<&str> = fields::names(kind).collect();
            fields.sort();
            known.sort_unstable();
            assert_eq!(fields, known, "{}", kind.section());
            assert_eq!(
                record["required"],
                json!(fields::required(kind).collect::<Vec<_>>())
            );
        }
    }

    #[test]
    fn every_definition_that_is_meant_is_there() {
        let schema = schema();
        let text = schema.to_string();
        for part in text.split("#/definitions/").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(schema["definitions"].get(name).is_some(), "{name}");
        }
        assert_ne!(schema["definitions"]["Hedge"]["enum"], Value::Null);
    }
}
