//! The languages whose words are known, and telling which one a text is in.

use std::sync::LazyLock;

use super::lexicon::Lexicon;
use super::list::List;
use crate::tokens::each_word;

macro_rules! languages {
    ($($(#[$about:meta])+ $language:ident = $tag:literal;)+) => {
        /// The languages that have a lexicon, and all others. A further one is a row here and the file its tag names.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum Language {
            $($(#[$about])+ $language,)+
            /// No lexicon: every verdict that needs one is withheld.
            #[default]
            Other,
        }

        impl Language {
            /// The languages that have a lexicon, the likeliest for a text of few words first.
            pub const ALL: &'static [Self] = &[$(Self::$language),+];

            /// Its tag (ISO 639-1); none for [`Language::Other`].
            pub const fn tag(self) -> Option<&'static str> {
                match self {
                    $(Self::$language => Some($tag),)+
                    Self::Other => None,
                }
            }

            /// Its file; empty for [`Language::Other`].
            pub(super) const fn data(self) -> &'static str {
                match self {
                    $(Self::$language => include_str!(concat!($tag, ".txt")),)+
                    Self::Other => "",
                }
            }

            /// Its lexicon, read once; an empty one for [`Language::Other`].
            pub fn lexicon(self) -> &'static Lexicon {
                match self {
                    $(Self::$language => {
                        static LEXICON: LazyLock<Lexicon> =
                            LazyLock::new(|| Lexicon::read(&[Language::$language.data()]));
                        &LEXICON
                    })+
                    Self::Other => {
                        static NONE: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);
                        &NONE
                    }
                }
            }
        }
    };
}

languages! {
    /// English.
    English = "en";
    /// French.
    French = "fr";
    /// Spanish.
    Spanish = "es";
}

/// How much of a text is looked at to tell its language, in bytes.
const SAMPLE: usize = 16 * 1024;
/// The share of function words that makes a text one of a language, in percent.
const ENOUGH: usize = 12;

impl Language {
    /// Reads a tag such as `en` or `fr-CA`.
    pub fn from_tag(tag: &str) -> Self {
        let language = tag.get(..2).map(str::to_ascii_lowercase);
        let mut all = Self::ALL.iter().copied();
        all.find(|known| known.tag() == language.as_deref())
            .unwrap_or_default()
    }

    /// Tells the language by its commonest words.
    ///
    /// A text of few words says nothing about its language; it counts as English, whose rules are the strictest here.
    pub fn guess(text: &str) -> Self {
        let mut end = text.len().min(SAMPLE);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let (mut total, mut letters) = (0, 0);
        each_word(&text[..end], |token| {
            total += 1;
            letters += usize::from(text.as_bytes()[token.start] < 0xC4);
        });
        let hits = Self::function_words(&text[..end]);
        // Of languages with as many hits the first one.
        let best = hits.into_iter().rev().max_by_key(|(_, hits)| *hits);
        let (best, most) = best.unwrap_or_default();
        if total < 15 && letters * 2 >= total && most * 100 < total * ENOUGH {
            return Self::English;
        }
        if most * 100 >= total * ENOUGH && most > 0 {
            best
        } else {
            Self::Other
        }
    }

    /// How many function words of each language a text has.
    pub fn function_words(text: &str) -> Vec<(Self, usize)> {
        let lexicons = Self::ALL.iter().map(|language| language.lexicon());
        let lexicons: Vec<&Lexicon> = lexicons.collect();
        let mut words: Vec<(Self, usize)> = Self::ALL.iter().map(|own| (*own, 0)).collect();
        each_word(text, |token| {
            for (lexicon, (_, words)) in lexicons.iter().zip(&mut words) {
                *words += usize::from(lexicon.is_common(token.hash));
            }
        });
        words
    }

    /// Its lexicon; that of English where it has none.
    pub fn or_english(self) -> &'static Lexicon {
        match self.tag() {
            Some(_) => self.lexicon(),
            None => Self::English.lexicon(),
        }
    }

    /// Those that have an entry in a list.
    pub fn with(list: List) -> impl Iterator<Item = Self> {
        let all = Self::ALL.iter().copied();
        all.filter(move |language| language.lexicon().entries(list).next().is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_told_by_its_commonest_words() {
        assert_eq!(
            Language::guess("The army and the police put the protests down, she said of them."),
            Language::English
        );
        assert_eq!(
            Language::guess(
                "Le gouvernement a refusé de dire si les permis ont été accordés dans le pays."
            ),
            Language::French
        );
        assert_eq!(
            Language::guess(
                "El gobierno se negó a decir si los permisos fueron otorgados en el país."
            ),
            Language::Spanish
        );
        assert_eq!(
            Language::guess(
                "Die Regierung weigerte sich zu sagen, ob Genehmigungen vor oder nach Beginn der Proteste erteilt wurden; niemand konnte darüber Auskunft geben, weder das Ministerium noch seine Sprecherin, und auch Abgeordnete wussten nichts davon, bis Wochen später Akten auftauchten."
            ),
            Language::Other
        );
    }

    #[test]
    fn a_tag_names_a_language_whatever_its_region() {
        assert_eq!(Language::from_tag("fr-CH"), Language::French);
        assert_eq!(Language::from_tag("ES"), Language::Spanish);
        for tag in ["", "d", "de", "é", "x-en"] {
            assert_eq!(Language::from_tag(tag), Language::Other, "{tag}");
        }
    }
}
