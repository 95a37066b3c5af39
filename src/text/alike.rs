//! Letters and digits that look like others: reported, never normalised away.
//!
//! Words are compared by the skeletons of Unicode Technical Standard 39.
use std::ops::Range;

use unicode_script::{Script, UnicodeScript};
use unicode_security::skeleton;
use unicode_segmentation::UnicodeSegmentation;

use super::hygiene::{Blemish, What};

/// Whether two texts look the same although they are not.
pub fn looks_the_same(one: &str, other: &str) -> bool {
    one != other && skeleton(one).eq(skeleton(other))
}

/// Every word of a text that mixes look-alikes of another script, or letters into a number.
pub fn look_alikes(text: &str) -> Vec<Blemish> {
    let mut found = Vec::new();
    let suspicious = |word: &str| {
        !word.is_ascii() || (word.len() > 1 && word.bytes().any(|byte| byte.is_ascii_digit()))
    };
    let mut foreign = None;
    for (at, word) in text.unicode_word_indices() {
        if !suspicious(word) {
            continue;
        }
        let blemish = letter_in_number(word)
            .or_else(|| strange_letter(word))
            .or_else(|| {
                let plain = *foreign.get_or_insert_with(|| latin_text(text));
                whole_word(word, plain)
            });
        if let Some((span, message)) = blemish {
            found.push(Blemish {
                span: at + span.start..at + span.end,
                what: What::LookAlike,
                message,
            });
        }
    }
    found
}

type Strange = (Range<usize>, String);

/// `1OO`, `2O23`, `l00`: letters that read as digits in a number.
///
/// An `l` or `o` at the end is left alone: it is a litre, or a Spanish ordinal.
fn letter_in_number(word: &str) -> Option<Strange> {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let shape = word
        .chars()
        .all(|c| matches!(c, '0'..='9' | 'O' | 'o' | 'l' | 'I' | '.' | ',' | '_'));
    if !shape || digits == 0 {
        return None;
    }
    let (at, letter) = word.char_indices().find(|(_, c)| c.is_alphabetic())?;
    let before_digit = word[at..].bytes().any(|byte| byte.is_ascii_digit());
    if letter != 'O' && !before_digit {
        return None;
    }
    let digit = i32::from(!matches!(letter, 'O' | 'o'));
    Some((
        0..word.len(),
        format!("“{word}” is not a number: the letter {letter} stands where a {digit} seems to be"),
    ))
}

/// A letter of another script than the rest of its word, which looks like one of it.
fn strange_letter(word: &str) -> Option<Strange> {
    let scripts = || {
        word.chars()
            .map(|c| c.script())
            .filter(|script| !matches!(script, Script::Common | Script::Inherited))
    };
    let first = scripts().next()?;
    if scripts().all(|script| script == first) || !scripts().any(|script| script == Script::Latin) {
        return None;
    }
    let (at, c) = word
        .char_indices()
        .find(|(_, c)| confusable_script(c.script()))?;
    let twin: String = skeleton(c.encode_utf8(&mut [0; 4])).collect();
    if !twin.is_ascii() {
        return None;
    }
    Some((
        at..at + c.len_utf8(),
        format!(
            "“{c}” in “{word}” is a {} letter (U+{:04X}): it looks the same as {twin}, and is not",
            c.script().full_name(),
            u32::from(c)
        ),
    ))
}

fn confusable_script(script: Script) -> bool {
    matches!(
        script,
        Script::Cyrillic | Script::Greek | Script::Armenian | Script::Cherokee | Script::Coptic
    )
}

/// A word wholly in another script whose every letter looks like a Latin one, in a text that is Latin otherwise.
fn whole_word(word: &str, latin_text: bool) -> Option<Strange> {
    let strange = word.chars().all(|c| confusable_script(c.script()));
    if !latin_text || !strange || word.chars().nth(1).is_none() {
        return None;
    }
    let twin: String = skeleton(word).collect();
    let script = word.chars().next()?.script().full_name();
    twin.is_ascii().then(|| {
        (
            0..word.len(),
            format!(
                "“{word}” is written in {script} letters: it looks the same as “{twin}”, and is not"
            ),
        )
    })
}

/// Whether nearly all letters of a text are Latin, so that one word in another script is out of place.
fn latin_text(text: &str) -> bool {
    let (mut latin, mut other) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if c.script() == Script::Latin {
            latin += 1;
        } else {
            other += 1;
        }
    }
    latin > 4 * other
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Vec<String> {
        look_alikes(text)
            .into_iter()
            .map(|blemish| blemish.message)
            .collect()
    }

    #[test]
    fn a_cyrillic_letter_in_a_latin_word_is_named_and_placed() {
        let text = "Global Affаirs Canada";
        let found = look_alikes(text);
        assert_eq!(found.len(), 1);
        assert_eq!(&text[found[0].span.clone()], "а");
        assert!(found[0].message.contains("Cyrillic") && found[0].message.contains("same as a"));
    }

    #[test]
    fn letters_in_a_number_are_said() {
        assert!(messages("1OO killed")[0].contains("letter O"));
        assert!(messages("in 2O23")[0].contains("“2O23”"));
        assert!(messages("l00 dead")[0].contains("stands where a 1"));
    }

    #[test]
    fn honest_words_of_any_script_are_left_alone() {
        let honest = [
            "El 2o piso, 50l de agua, 10 km, 3D, COVID19, 4x4",
            "Президент России Владимир Путин",
            "Αθήνα is Athens, Москва is Moscow",
            "日本語のテキスト",
            "naïve café Ñuñoa O’Brien",
        ];
        for text in honest {
            assert_eq!(messages(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_whole_word_in_another_script_is_said_only_among_latin_words() {
        assert!(messages("the company Арос sold the vehicles to the army")[0].contains("Cyrillic"));
        assert!(messages("сор и вор").is_empty());
    }

    #[test]
    fn the_same_look_is_told_from_the_same_text() {
        assert!(looks_the_same("Peru", "Реru"));
        assert!(!looks_the_same("Peru", "Peru"));
        assert!(!looks_the_same("Peru", "Perú"));
    }
}
