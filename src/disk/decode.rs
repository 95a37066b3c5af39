//! Bytes of a source as text, whatever they were written in.

use encoding_rs::Encoding;

/// A text and the encoding it was decoded from, if that is not UTF-8.
pub type Decoded = (String, Option<&'static str>);

/// Decodes a source's bytes: UTF-8, what a byte-order mark says, else what the bytes look like. None if they are no text.
pub fn decode(bytes: Vec<u8>) -> Option<Decoded> {
    if let Some((encoding, _)) = Encoding::for_bom(&bytes).filter(|(e, _)| *e != encoding_rs::UTF_8)
    {
        let (text, _, _) = encoding.decode(&bytes);
        return Some((text.into_owned(), Some(encoding.name())));
    }
    if memchr::memchr(0, &bytes).is_some() {
        return None;
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Some((text, None)),
        Err(error) => error.into_bytes(),
    };
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(&bytes, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Allow);
    let (text, encoding, _) = encoding.decode(&bytes);
    Some((text.into_owned(), Some(encoding.name())))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn texts_of_any_age_are_read_and_pictures_are_not() {
        assert_eq!(decode(b"plain".to_vec()), Some(("plain".into(), None)));
        let (text, name) = decode(b"Il a d\xE9clar\xE9 que c'\xE9tait fini.".to_vec()).unwrap();
        assert_eq!(text, "Il a déclaré que c'était fini.");
        assert_eq!(name, Some("windows-1252"));
        assert_eq!(decode(b"\xFF\xFEa\0b\0".to_vec()).unwrap().0, "ab");
        assert_eq!(decode(b"%PDF\0\x01".to_vec()), None);
    }
}
