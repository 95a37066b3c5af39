//! Short names: how people are called in the team and in the logs.

/// The most characters of a short name.
pub const LONGEST_NAME: usize = 32;

/// True for a short name: small letters, digits and hyphens, no hyphen first, 32 at most.
pub fn is_short_name(text: &str) -> bool {
    let fit = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty()
        && text.len() <= LONGEST_NAME
        && !text.starts_with('-')
        && text.bytes().all(fit)
}
