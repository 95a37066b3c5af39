//! Folding: which spellings count as the same word when one is looked up.
//!
//! Case, diacritics, ligatures and the kind of apostrophe fold away. Folding only *finds* words; whether a
//! folded-away difference matters is decided afterwards on the text as given. Compatibility forms (`½`, `²`,
//! full-width digits) are deliberately left alone: `½` must never become `12`.
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folded form of each ASCII byte; 0 where the byte belongs to no word.
pub(crate) static ASCII: [u8; 256] = ascii();

const fn ascii() -> [u8; 256] {
    let mut table = [0u8; 256];
    let mut byte = 0u8;
    loop {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        if byte == 127 {
            return table;
        }
        byte += 1;
    }
}

/// The characters people type for an apostrophe.
pub const fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}' | '\u{FF07}' | '`' | '\u{00B4}'
    )
}

/// Characters that take no room and may stand inside a word: soft hyphen, joiners, byte order mark.
pub const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'
    )
}

/// The letters a typographic ligature stands for.
pub const fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        _ => return None,
    })
}

/// Scripts written without spaces: there each character is looked up as a word of its own.
pub const fn stands_alone(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Sends the folded bytes of one character to `sink`; false where the character belongs to no word.
pub fn fold_char(c: char, sink: &mut impl FnMut(u8)) -> bool {
    if c.is_ascii() {
        let folded = ASCII[c as usize];
        if folded != 0 {
            sink(folded);
        }
        return folded != 0;
    }
    if let Some(letters) = ligature(c) {
        letters.bytes().for_each(sink);
        return true;
    }
    if !c.is_alphanumeric() {
        return false;
    }
    let mut any = false;
    let mut buffer = [0u8; 4];
    for part in std::iter::once(c)
        .nfd()
        .flat_map(char::to_lowercase)
        .filter(|part| !is_combining_mark(*part))
    {
        part.encode_utf8(&mut buffer).bytes().for_each(&mut *sink);
        any = true;
    }
    any
}

/// The folded words of `text`, one space between them.
///
/// Folding what is folded already changes nothing.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    super::tokens::each_word(text, |token| {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&super::tokens::fold_at(text, token.start).0);
    });
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_ligatures_and_apostrophes_fold_away() {
        assert_eq!(
            fold("Don’t deﬁne PERÚ — “Cafe\u{301}”"),
            "don't define peru cafe"
        );
    }

    #[test]
    fn a_half_never_becomes_twelve() {
        assert_ne!(fold("½"), fold("12"));
        assert_ne!(fold("x²"), fold("x2"));
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for text in [
            "It’s 14,200 m², or ½; Straße İstanbul",
            "appr-\neciate co\u{AD}operate",
            "a-\nb c'd' 3.5",
        ] {
            assert_eq!(fold(&fold(text)), fold(text));
        }
    }
}
