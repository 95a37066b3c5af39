//! Whether damage in a machine-read source explains a difference.
use super::Context;
use crate::text::fold::is_apostrophe;
use crate::text::lexicon::List;
use crate::text::tokens::{each_word, hash_of};
use crate::verify::align::distance;
use crate::verify::groups::Group;

/// How far around the place a word is looked for elsewhere, in bytes.
const AROUND: usize = 256 * 1024;

/// Whether source word `source` is the printed word `draft`, misread. Only ever true in a noisy source.
pub(super) fn misread(context: &Context, draft: usize, source: usize) -> bool {
    if !context.is_noisy() {
        return false;
    }
    let (one, other) = (&context.quote.words[draft], &context.words[source]);
    let (printed, read) = (one.folded.as_str(), other.folded.as_str());
    let alike = shape(printed) == shape(read);
    if context.draft_negates(draft) || context.source_negates(source) {
        return alike && !is_word(context, read, printed);
    }
    if lost_prefix(context, printed, read) || lost_prefix(context, read, printed) {
        return false;
    }
    let figure = |word: &str, hash| context.lists.is_figure(word, hash);
    let mostly_letters =
        |word: &str| word.bytes().filter(u8::is_ascii_alphabetic).count() * 2 > word.len();
    let read_figure = figure(read, other.hash)
        && !(mostly_letters(read) && read.starts_with(|c: char| c.is_ascii_digit()));
    if figure(printed, one.hash) || read_figure {
        return alike && !(figure(printed, one.hash) && read_figure);
    }
    if clipped(context, printed, source) {
        return true;
    }
    if !digits(printed).is_empty() && digits(printed) != digits(read) {
        return alike;
    }
    if is_word(context, read, printed) {
        // A letter that is missing is what machines do most; the word left over may be a word too.
        let lost = printed.len() == read.len() + 1 && distance(printed, read) == 1;
        return lost
            && printed.len() >= 4
            && !is_listed(context, read)
            && !is_listed(context, printed);
    }
    if alike {
        return true;
    }
    let longest = printed.len().max(read.len());
    let losses = fewest_losses(context, (draft, draft + 1), printed, read);
    if one.capital && !one.begins {
        // A name with a letter less is another name, unless it stands here whole as well.
        return losses <= 1 && longest >= 4 && often(context, printed) > 0;
    }
    losses <= 1 + longest / 4
}

/// Whether `long` is `short` with a negating prefix, misread or not: "unsafe", "nnsafe".
fn lost_prefix(context: &Context, long: &str, short: &str) -> bool {
    let (shaped, rest) = (shape(long), shape(short));
    let prefix = shaped
        .strip_suffix(rest.as_str())
        .filter(|prefix| !prefix.is_empty() && short.len() >= 3);
    prefix.is_some_and(|prefix| {
        let mut all = context.lists.negating_prefixes();
        all.any(|one| shape(one) == prefix) && !context.lists.has(List::NotNegating, long)
    })
}

/// What was read for printed words `draft` without what the quotation's first and last words may be run into: neighbours
/// that it does not take.
fn cut_loose<'a>(context: &Context, draft: (usize, usize), read: &'a str) -> Vec<&'a str> {
    let neighbour = |rest: &str| {
        is_listed(context, rest) && !context.lists.is_negation(rest) || often(context, rest) > 0
    };
    let inside = |at: &usize| read.is_char_boundary(*at) && *at + 2 < read.len();
    let mut all = vec![read];
    if draft.0 == 0 {
        let cuts = (1..=LONGEST_NEIGHBOUR).filter(inside);
        all.extend(
            cuts.filter(|at| neighbour(&read[..*at]))
                .map(|at| &read[at..]),
        );
    }
    if draft.1 == context.quote.words.len() {
        let cuts = (1..=LONGEST_NEIGHBOUR).filter_map(|len| read.len().checked_sub(len));
        let cuts = cuts.filter(|at| *at > 1 && read.is_char_boundary(*at));
        all.extend(
            cuts.filter(|at| neighbour(&read[*at..]))
                .map(|at| &read[..at]),
        );
    }
    all
}

/// Words that the quotation does not take are looked for up to so many letters.
const LONGEST_NEIGHBOUR: usize = 10;

/// Letters that machines take for one another, beyond those of one [`shape`]. Any other letter is another word's.
const TAKEN: [(u8, u8); 13] = [
    (b'a', b'o'),
    (b'e', b'o'),
    (b'c', b'o'),
    (b'a', b'e'),
    (b'a', b's'),
    (b'v', b'y'),
    (b'u', b'v'),
    (b'i', b't'),
    (b'i', b'j'),
    (b'r', b't'),
    (b'm', b'n'),
    (b'v', b'w'),
    (b'b', b'n'),
];

/// How many letters of `printed` a machine must have lost or taken for others to read `read`; very many where it would
/// have to put letters in, or to take one for another that looks nothing like it.
fn losses(printed: &str, read: &str) -> usize {
    const NEVER: usize = 99;
    let cut = |word: &str| word.bytes().take(64).collect::<Vec<u8>>();
    let (one, other) = (cut(printed), cut(read));
    let width = other.len() + 1;
    let mut grid = vec![NEVER; (one.len() + 1) * width];
    grid[0] = 0;
    for i in 1..=one.len() {
        for j in 0..width {
            let mut least = grid[(i - 1) * width + j] + 1;
            let mut through = |back: (usize, usize), cost: usize| {
                least = least.min(grid[(i - back.0) * width + j - back.1] + cost);
            };
            if j > 0 {
                through((1, 1), taken(one[i - 1], other[j - 1]));
            }
            if j > 1 && is_pair(&other[j - 2..j], one[i - 1]) {
                through((1, 2), 0);
            }
            if j > 0 && i > 1 && is_pair(&one[i - 2..i], other[j - 1]) {
                through((2, 1), 0);
            }
            grid[i * width + j] = least.min(NEVER);
        }
    }
    grid[one.len() * width + other.len()]
}

/// What it costs to read one letter for another.
fn taken(one: u8, other: u8) -> usize {
    let (one, other) = (looks(one), looks(other));
    let pair = |(a, b): &(u8, u8)| (*a, *b) == (one, other) || (*b, *a) == (one, other);
    match () {
        () if one == other => 0,
        () if TAKEN.iter().any(pair) => 1,
        () => 99,
    }
}

/// The digits of a word, or of words.
pub(super) fn digits(words: &str) -> String {
    words.chars().filter(char::is_ascii_digit).collect()
}

/// Whether the figures were read with letters for digits: "l,200" for "1,200".
pub(super) fn same_figures(context: &Context, draft: &[&str], source: &[&str]) -> bool {
    let (printed, read) = (draft.concat(), source.concat());
    context.is_noisy() && printed != read && shape(&printed) == shape(&read)
}

/// Whether digits stand only in what a machine read: it sees them in letters.
pub(super) fn only_read(context: &Context, draft: &[&str], source: &[&str]) -> bool {
    let plain = |words: &[&str]| digits(&words.concat()).is_empty();
    context.is_noisy() && plain(draft) && !plain(source)
}

/// Whether all letters of several words stand there in the same order, with the spaces and apostrophes elsewhere:
/// "you 'dhave" for "you'd have".
pub(super) fn parted_otherwise(context: &Context, group: &Group) -> bool {
    let letters = |words: &[&str]| words.concat().replace('\'', "");
    let (there, here) = context.negations(group);
    context.is_noisy()
        && there == here
        && letters(&context.draft_words(group)) == letters(&context.source_words(group))
}

/// Whether only the letter after the apostrophe is lost: "It' got" for "It's got". Never the t of a negation.
fn clipped(context: &Context, printed: &str, source: usize) -> bool {
    let word = &context.words[source];
    let tail = printed.strip_prefix(word.folded.as_str());
    matches!(tail, Some("'s" | "'d" | "'m"))
        && context.text[word.span.end..].starts_with(is_apostrophe)
}

fn fewest_losses(context: &Context, draft: (usize, usize), printed: &str, read: &str) -> usize {
    let whole = losses(printed, read);
    if whole <= 1 + printed.len() / 4 {
        return whole;
    }
    let loose = cut_loose(context, draft, read);
    let all = loose.into_iter().map(|read| losses(printed, read));
    all.fold(whole, usize::min)
}

/// Whether runs of words are the same letters with spaces lost, put in, or misread.
pub(super) fn run_together(context: &Context, group: &Group) -> bool {
    let (draft, source) = (context.draft_words(group), context.source_words(group));
    let (one, other) = (draft.concat(), source.concat());
    context.is_noisy()
        && one.len() <= 64
        && fewest_losses(context, group.draft, &one, &other) <= 1 + one.len() / 5
        && (one == other || source.iter().any(|word| !is_word(context, word, word)))
}

/// Whether what was read is a word of its own: a listed one, or one that comes back nearby, and not merely as the
/// same misreading of a frequent word.
fn is_word(context: &Context, read: &str, printed: &str) -> bool {
    if read.len() == 1 {
        return read == "a" || read.bytes().all(|byte| byte.is_ascii_digit());
    }
    let listed = is_listed(context, read);
    let times = often(context, read);
    listed || times > 2 && (read == printed || times * 4 > often(context, printed))
}

fn is_listed(context: &Context, word: &str) -> bool {
    let lists = context.lists;
    lists.is_function(word) || lists.is_modal(word) || lists.is_negation(word)
}

fn often(context: &Context, word: &str) -> usize {
    let hash = hash_of(word);
    let at = context.words.first().map_or(0, |first| first.span.start);
    let near =
        crate::verify::window::between_words(context.text, at.saturating_sub(AROUND), at + AROUND);
    let mut count = 0;
    each_word(near.of(context.text), |token| {
        count += usize::from(token.hash == hash)
    });
    count
}

/// Two letters that machines take for one.
const PAIRS: [(&str, u8); 5] = [
    ("rn", b'm'),
    ("vv", b'w'),
    ("cl", b'd'),
    ("li", b'h'),
    ("ri", b'n'),
];

fn is_pair(two: &[u8], one: u8) -> bool {
    PAIRS
        .iter()
        .any(|(pair, letter)| pair.as_bytes() == two && *letter == one)
}

/// A word as a machine sees it: letters and digits that are taken for one another written as one.
pub(crate) fn shape(word: &str) -> String {
    let joined = PAIRS.iter().fold(word.to_owned(), |word, (two, one)| {
        word.replace(two, char::from(*one).encode_utf8(&mut [0; 4]))
    });
    let looks = |c: char| u8::try_from(c).map_or(c, |byte| char::from(looks(byte)));
    joined.chars().map(looks).collect()
}

/// A letter as a machine sees it.
const fn looks(letter: u8) -> u8 {
    match letter {
        b'0' => b'o',
        b'1' | b'l' => b'i',
        b'5' => b's',
        b'8' | b'h' => b'b',
        b'c' => b'e',
        b'q' => b'g',
        b'f' => b't',
        b'u' => b'n',
        _ => letter,
    }
}
