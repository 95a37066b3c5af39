//! Writes YAML, and reads it back as a second opinion on what was written. Cases are read by `case/yaml.rs`.
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value as YAML.
///
/// # Errors
/// What the writer says, if the value cannot be written as YAML.
pub fn written<T: Serialize>(value: &T) -> Result<String, String> {
    // By way of a value: only then are words such as `no` quoted, which other readers of YAML take for something else.
    let value = serde_yaml::to_value(value).map_err(|why| why.to_string())?;
    serde_yaml::to_string(&value).map_err(|why| why.to_string())
}

/// A value read back from YAML.
///
/// # Errors
/// What the reader says, if the text does not have that form.
pub fn read_back<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_yaml::from_str(text).map_err(|why| why.to_string())
}
