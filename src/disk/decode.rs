//! Bytes of a source as text, whatever they were written in.

use encoding_rs::Encoding;

/// A text and the encoding it was decoded from, if that is not UTF-8.
pub type Decoded = (String, Option<&'static str>);

/// Files that are documents rather than text, by how they begin.
const DOCUMENTS: [(&[u8], &str); 6] = [
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a word processor's file or an archive"),
    (b"\xD0\xCF\x11\xE0", "an old word processor's file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
];

/// Decodes a source's bytes: UTF-8, what a byte-order mark says, else what the bytes look like.
///
/// # Errors
/// If they are not text; the words say what they are.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, &'static str> {
    let known = |(begins, _): &&(&[u8], &str)| bytes.starts_with(begins);
    if let Some((_, what)) = DOCUMENTS.iter().find(known) {
        return Err(what);
    }
    if let Some((encoding, _)) = Encoding::for_bom(&bytes).filter(|(e, _)| *e != encoding_rs::UTF_8)
    {
        let (text, _, _) = encoding.decode(&bytes);
        return Ok((text.into_owned(), Some(encoding.name())));
    }
    if memchr::memchr(0, &bytes).is_some() {
        return Err("not plain text");
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok((text, None)),
        Err(error) => error.into_bytes(),
    };
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(&bytes, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Allow);
    let (text, encoding, _) = encoding.decode(&bytes);
    Ok((text.into_owned(), Some(encoding.name())))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn texts_of_any_age_are_read_and_documents_are_not() {
        assert_eq!(decode(b"plain".to_vec()), Ok(("plain".into(), None)));
        assert_eq!(decode(vec![]), Ok((String::new(), None)));
        let (text, name) = decode(b"Il a d\xE9clar\xE9 que c'\xE9tait fini.".to_vec()).unwrap();
        assert_eq!(text, "Il a déclaré que c'était fini.");
        assert_eq!(name, Some("windows-1252"));
        assert_eq!(decode(b"\xFF\xFEa\0b\0".to_vec()).unwrap().0, "ab");
        assert_eq!(decode(b"\xFE\xFF\0a\0b".to_vec()).unwrap().0, "ab");
        assert_eq!(decode(b"%PDF-1.7 no zero byte".to_vec()), Err("a PDF"));
        assert_eq!(decode(b"a\0b".to_vec()), Err("not plain text"));
    }
}
