//! Writes YAML, and reads it back as a second opinion on what was written. Reading cases is `case/yaml.rs`'s affair.
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value as YAML.
///
/// # Errors
/// What the writer says, if the value has no YAML form.
pub fn written<T: Serialize>(value: &T) -> Result<String, String> {
    // By way of a value: only so are words such as `no` quoted, which other readers of YAML take for something else.
    let value = serde_yaml::to_value(value).map_err(|why| why.to_string())?;
    serde_yaml::to_string(&value).map_err(|why| why.to_string())
}

/// A value read back from YAML.
///
/// # Errors
/// What the reader says, if the text is not such a value.
pub fn read_back<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_yaml::from_str(text).map_err(|why| why.to_string())
}
