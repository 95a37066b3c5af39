//! Bytes before they are YAML: what editors and other programs leave in files.

use std::borrow::Cow;

/// Bytes as text. What is not UTF-8 is read as Windows-1252, byte by byte.
pub(super) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.utf8_chunks().fold(String::new(), |mut all, chunk| {
            all.push_str(chunk.valid());
            let (other, _) =
                encoding_rs::WINDOWS_1252.decode_without_bom_handling(chunk.invalid());
            all.push_str(&other);
            all
        })),
    }
}

/// The bytes as text for the parser, with every place kept: each byte that is not UTF-8, and each NUL, becomes one `?`.
pub(super) fn parsable(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) if memchr::memchr(0, bytes).is_none() => Cow::Borrowed(text),
        Ok(text) => Cow::Owned(text.replace('\0', "?")),
        Err(_) => {
            let mut all = String::with_capacity(bytes.len());
            for chunk in bytes.utf8_chunks() {
                all.push_str(&chunk.valid().replace('\0', "?"));
                all.extend(chunk.invalid().iter().map(|_| '?'));
            }
            Cow::Owned(all)
        }
    }
}
