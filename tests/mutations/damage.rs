//! The bank of damage. Each incident that slips through adds a kind here.
use casefile_dice::Dice;

/// What is done to the words of a passage; `other` is a word from elsewhere in the text. Nothing where the passage has no
/// place for it.
pub type Damage = fn(&mut Dice, &mut Vec<String>, &str) -> Option<()>;

/// What a kind of damage must not come out as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Must {
    /// At least something that is no convention.
    BeSeen,
    /// A negation, or a warning beside whatever else it is.
    BeNegation,
    /// A number, or worse.
    BeNumber,
}

/// Every kind with its name.
pub const BANK: [(&str, Must, Damage); 34] = [
    ("word dropped", Must::BeSeen, word_dropped),
    ("word put in", Must::BeSeen, word_put_in),
    ("word exchanged", Must::BeSeen, word_exchanged),
    ("word said twice", Must::BeSeen, word_doubled),
    ("neighbours swapped", Must::BeSeen, neighbours_swapped),
    ("words swapped", Must::BeSeen, words_swapped),
    ("halves swapped", Must::BeSeen, halves_swapped),
    ("negation dropped", Must::BeNegation, negation_dropped),
    ("negation turned", Must::BeNegation, negation_turned),
    ("not put in", Must::BeNegation, |dice, words, _| {
        put_in(dice, words, "not")
    }),
    ("never put in", Must::BeNegation, |dice, words, _| {
        put_in(dice, words, "never")
    }),
    ("no put in", Must::BeNegation, |dice, words, _| {
        put_in(dice, words, "no")
    }),
    ("un- put before", Must::BeSeen, un_put_before),
    ("digit changed", Must::BeNumber, digit_changed),
    ("digits swapped", Must::BeNumber, digits_swapped),
    ("digit dropped", Must::BeNumber, digit_dropped),
    ("digit put in", Must::BeNumber, digit_put_in),
    ("number word changed", Must::BeNumber, number_word),
    ("sign dropped", Must::BeSeen, sign_dropped),
    ("dollar put in", Must::BeNumber, |dice, words, _| {
        before_figure(dice, words, "$")
    }),
    ("minus put in", Must::BeNumber, |dice, words, _| {
        before_figure(dice, words, "−")
    }),
    ("percent put in", Must::BeNumber, percent_put_in),
    ("letter changed", Must::BeSeen, letter_changed),
    ("letter dropped", Must::BeSeen, letter_dropped),
    ("letter put in", Must::BeSeen, letter_put_in),
    ("letters swapped", Must::BeSeen, letters_swapped),
    ("modal exchanged", Must::BeSeen, modal_exchanged),
    ("comma dropped", Must::BeSeen, comma_dropped),
    ("comma put in", Must::BeSeen, comma_put_in),
    ("stop made a question", Must::BeSeen, |dice, words, _| {
        end_made(dice, words, &[',', '.'], '?')
    }),
    ("question made a stop", Must::BeSeen, |dice, words, _| {
        end_made(dice, words, &['?'], '.')
    }),
    ("capital changed", Must::BeSeen, capital_changed),
    ("name exchanged", Must::BeSeen, name_exchanged),
    ("apostrophe dropped", Must::BeSeen, apostrophe_dropped),
];

/// The word in lower case without its signs.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
        .replace('’', "'")
}

/// A place that is neither the first nor the last word and that `fits`.
fn inner(dice: &mut Dice, words: &[String], fits: impl Fn(&str) -> bool) -> Option<usize> {
    let all: Vec<usize> = (1..words.len().saturating_sub(1))
        .filter(|at| fits(&words[*at]))
        .collect();
    dice.pick(&all)
}

fn put_in(dice: &mut Dice, words: &mut Vec<String>, word: &str) -> Option<()> {
    let at = inner(dice, words, |_| true)?;
    words.insert(at, word.to_owned());
    Some(())
}

fn word_dropped(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let at = inner(dice, words, |word| word.contains(char::is_alphanumeric))?;
    words.remove(at);
    Some(())
}

fn word_put_in(dice: &mut Dice, words: &mut Vec<String>, other: &str) -> Option<()> {
    put_in(dice, words, other)
}

fn word_exchanged(dice: &mut Dice, words: &mut Vec<String>, other: &str) -> Option<()> {
    let at = inner(dice, words, |word| bare(word) != bare(other))?;
    other.clone_into(&mut words[at]);
    Some(())
}

fn word_doubled(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let at = inner(dice, words, |word| word.chars().all(char::is_alphanumeric))?;
    words.insert(at, words[at].clone());
    Some(())
}

fn neighbours_swapped(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let at = inner(dice, words, |_| true)?;
    words.swap(at, at - 1);
    Some(())
}

fn words_swapped(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let (one, other) = (inner(dice, words, |_| true)?, inner(dice, words, |_| true)?);
    words.swap(one, other);
    Some(())
}

fn halves_swapped(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let middle = 4 + dice.below(words.len().checked_sub(8)?);
    words.rotate_left(middle);
    Some(())
}

fn negation_dropped(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let at = inner(dice, words, |word| {
        matches!(bare(word).as_str(), "not" | "never" | "no" | "cannot")
            || bare(word).ends_with("n't")
    })?;
    let word = words[at]
        .replace("n't", "")
        .replace("n’t", "")
        .replace("cannot", "can");
    if word == words[at] {
        words.remove(at);
    } else {
        words[at] = word;
    }
    Some(())
}

const TURNED: [(&str, &str); 12] = [
    ("never", "always"),
    ("no", "some"),
    ("nothing", "something"),
    ("nobody", "somebody"),
    ("none", "some"),
    ("without", "with"),
    ("neither", "either"),
    ("nor", "or"),
    ("not", "now"),
    ("cannot", "could"),
    ("with", "without"),
    ("ever", "never"),
];

fn negation_turned(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    exchanged(dice, words, &TURNED)
}

/// Puts the other word of a pair of `table` for one of the words.
fn exchanged(dice: &mut Dice, words: &mut [String], table: &[(&str, &str)]) -> Option<()> {
    let found = |word: &str| table.iter().find(|pair| pair.0 == bare(word));
    let at = inner(dice, words, |word| found(word).is_some())?;
    let pair = found(&words[at])?;
    words[at] = words[at].to_lowercase().replace(pair.0, pair.1);
    Some(())
}

fn un_put_before(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let at = inner(dice, words, |word| {
        word.len() > 5 && word.starts_with(|c: char| c.is_ascii_lowercase())
    })?;
    words[at].insert_str(0, "un");
    Some(())
}

fn has_digit(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
}

/// A word with digits and the place of one of them.
fn digit(dice: &mut Dice, words: &[String]) -> Option<(usize, usize)> {
    let at = inner(dice, words, has_digit)?;
    let places: Vec<usize> = words[at]
        .match_indices(|c: char| c.is_ascii_digit())
        .map(|(place, _)| place)
        .collect();
    Some((at, dice.pick(&places)?))
}

fn digit_changed(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let (at, place) = digit(dice, words)?;
    let old = words[at].as_bytes()[place] - b'0';
    let new = char::from(b'0' + (old + 1 + u8::try_from(dice.below(9)).ok()?) % 10);
    words[at].replace_range(place..=place, &new.to_string());
    Some(())
}

fn digits_swapped(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let two = |word: &str| {
        word.as_bytes()
            .windows(2)
            .position(|pair| pair.iter().all(u8::is_ascii_digit) && pair[0] != pair[1])
    };
    let at = inner(dice, words, |word| two(word).is_some())?;
    let place = two(&words[at])?;
    let pair: String = words[at][place..place + 2].chars().rev().collect();
    words[at].replace_range(place..place + 2, &pair);
    Some(())
}

fn digit_dropped(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let (at, place) = digit(dice, words)?;
    // A date's 04 printed 4 is the same date.
    if words[at].as_bytes()[place] == b'0' {
        return None;
    }
    words[at].remove(place);
    words[at].contains(char::is_alphanumeric).then_some(())
}

fn digit_put_in(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let (at, place) = digit(dice, words)?;
    words[at].insert(place, char::from(b'1' + u8::try_from(dice.below(9)).ok()?));
    Some(())
}

fn number_word(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let table = [
        ("two", "three"),
        ("three", "four"),
        ("four", "five"),
        ("five", "six"),
        ("six", "seven"),
        ("seven", "eight"),
        ("ten", "twelve"),
        ("twelve", "ten"),
        ("twenty", "thirty"),
        ("hundred", "thousand"),
        ("thousand", "hundred"),
        ("million", "billion"),
    ];
    exchanged(dice, words, &table)
}

fn sign_dropped(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    const SIGNS: [char; 9] = ['$', '%', '#', '+', '/', ';', ':', '&', '@'];
    let at = inner(dice, words, |word| word.contains(SIGNS))?;
    words[at] = words[at].replace(SIGNS, "");
    words[at].contains(char::is_alphanumeric).then_some(())
}

fn before_figure(dice: &mut Dice, words: &mut [String], sign: &str) -> Option<()> {
    let at = inner(dice, words, |word| {
        word.starts_with(|c: char| c.is_ascii_digit())
    })?;
    words[at].insert_str(0, sign);
    Some(())
}

fn percent_put_in(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let at = inner(dice, words, |word| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
    })?;
    words[at].push('%');
    Some(())
}

/// A word of four lower-case letters or more, and a place in it.
fn letter(dice: &mut Dice, words: &[String]) -> Option<(usize, usize)> {
    let at = inner(dice, words, |word| {
        word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_lowercase())
    })?;
    Some((at, dice.below(words[at].len())))
}

fn any_letter(dice: &mut Dice) -> Option<char> {
    Some(char::from(b'a' + u8::try_from(dice.below(26)).ok()?))
}

fn letter_changed(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let (at, place) = letter(dice, words)?;
    let new = any_letter(dice)?.to_string();
    words[at].replace_range(place..=place, &new);
    Some(())
}

fn letter_dropped(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let (at, place) = letter(dice, words)?;
    words[at].remove(place);
    Some(())
}

fn letter_put_in(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let (at, place) = letter(dice, words)?;
    let new = any_letter(dice)?;
    words[at].insert(place, new);
    Some(())
}

fn letters_swapped(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let (at, place) = letter(dice, words)?;
    let two: String = words[at].get(place..place + 2)?.chars().rev().collect();
    words[at].replace_range(place..place + 2, &two);
    Some(())
}

fn modal_exchanged(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let table = [
        ("will", "may"),
        ("would", "may"),
        ("can", "must"),
        ("could", "must"),
        ("must", "may"),
        ("may", "will"),
        ("might", "will"),
        ("all", "some"),
        ("some", "all"),
        ("before", "after"),
        ("after", "before"),
        ("only", "even"),
    ];
    exchanged(dice, words, &table)
}

fn comma_dropped(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let at = inner(dice, words, |word| word.ends_with(','))?;
    words[at].pop();
    Some(())
}

fn comma_put_in(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let at = inner(dice, words, |word| word.ends_with(char::is_alphabetic))?;
    words[at].push(',');
    Some(())
}

fn end_made(dice: &mut Dice, words: &mut [String], from: &[char], to: char) -> Option<()> {
    let at = inner(dice, words, |word| word.ends_with(from))?;
    words[at].pop();
    words[at].push(to);
    Some(())
}

fn capital_changed(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let at = inner(dice, words, |word| {
        word.starts_with(|c: char| c.is_ascii_alphabetic())
    })?;
    let first = words[at].remove(0);
    let changed = if first.is_ascii_uppercase() {
        first.to_ascii_lowercase()
    } else {
        first.to_ascii_uppercase()
    };
    words[at].insert(0, changed);
    Some(())
}

fn name_exchanged(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    let at = inner(dice, words, |word| {
        word.len() > 4 && word.starts_with(|c: char| c.is_ascii_uppercase())
    })?;
    let name = dice.pick(&["Caldera", "Orlova", "Brussels", "Miller", "Antarctica"])?;
    name.clone_into(&mut words[at]);
    Some(())
}

fn apostrophe_dropped(dice: &mut Dice, words: &mut Vec<String>, _: &str) -> Option<()> {
    const MARKS: [char; 2] = ['\'', '’'];
    let at = inner(dice, words, |word| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .contains(MARKS)
    })?;
    words[at] = words[at].replace(MARKS, "");
    Some(())
}
