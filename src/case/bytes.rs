//! Bytes before they are read as YAML: what editors and other programs leave in files.

use super::de::Fault;
use super::{Code, Severity};
use std::borrow::Cow;

/// Bytes as text. What is not UTF-8 is read as Windows-1252, byte by byte.
pub(super) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.utf8_chunks().fold(String::new(), |mut all, chunk| {
            all.push_str(chunk.valid());
            let (other, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(chunk.invalid());
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

/// What is wrong with the bytes themselves: each kind of fault once, at its first place.
pub(super) fn look(bytes: &[u8]) -> Vec<Fault> {
    let mut faults = vec![];
    if let Err(error) = std::str::from_utf8(bytes) {
        faults.push(not_utf8(bytes, error.valid_up_to()));
    }
    if let Some(at) = memchr::memchr(0, bytes) {
        faults.push(Fault {
            code: Code::NUL,
            severity: Severity::Error,
            span: at..at + 1,
            message: "there is a NUL character here, which no text contains".to_owned(),
            help: Some(
                "delete it; if there are many, the file is not text or is UTF-16: save it as UTF-8"
                    .to_owned(),
            ),
        });
    }
    if bytes.starts_with("\u{feff}".as_bytes()) {
        faults.push(note(
            Code::BYTE_ORDER_MARK,
            "the file begins with an invisible byte-order mark",
            "it does no harm; to be rid of it save the file as UTF-8 without BOM",
        ));
    }
    if let Some(at) = memchr::memchr(b'\r', bytes) {
        let only = if bytes.get(at + 1) == Some(&b'\n') {
            "the file has the line ends of Windows"
        } else {
            "the file has the line ends of old Macintosh computers"
        };
        faults.push(note(
            Code::LINE_ENDS,
            only,
            "they do no harm and are kept as they are",
        ));
    }
    faults
}

fn note(code: Code, message: &str, help: &str) -> Fault {
    Fault {
        code,
        severity: Severity::Note,
        span: 0..0,
        message: message.to_owned(),
        help: Some(help.to_owned()),
    }
}

fn not_utf8(bytes: &[u8], at: usize) -> Fault {
    let line = memchr::memchr_iter(b'\n', &bytes[..at]).count() + 1;
    let bad: usize = bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum();
    let looks = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        "it looks like UTF-16".to_owned()
    } else {
        let line = &bytes[line_range(bytes, at)];
        let text = lossy(line);
        format!(
            "it looks like Windows-1252 (Latin-1), in which the line reads: {}",
            text.trim()
        )
    };
    let bytes = if bad == 1 { "byte is" } else { "bytes are" };
    Fault {
        code: Code::NOT_UTF8,
        severity: Severity::Error,
        span: at..at + 1,
        message: format!("{bad} {bytes} not UTF-8, the first on line {line}; {looks}"),
        help: Some("open the file in its own encoding and save it as UTF-8".to_owned()),
    }
}

fn line_range(bytes: &[u8], at: usize) -> std::ops::Range<usize> {
    let start = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |i| i + 1);
    let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |i| at + i);
    start..end.min(start + 200)
}
