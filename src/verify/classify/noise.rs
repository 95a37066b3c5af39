//! Whether damage in a machine-read source explains a difference.
use super::Context;
use crate::text::fold::is_apostrophe;
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
    let (edits, longest) = (distance(printed, read), printed.len().max(read.len()));
    let edge = draft == 0 || draft + 1 == context.quote.words.len();
    if edge && printed.len() >= 4 && {
        let (printed, read) = (shape(printed), shape(read));
        read.starts_with(&printed) || read.ends_with(&printed)
    } {
        return true;
    }
    let name = one.capital && !one.begins;
    let cut = longest >= 5
        && read.len() >= 3
        && (printed.starts_with(read)
            || printed.ends_with(read)
            || read.starts_with(printed)
            || read.ends_with(printed));
    if name {
        return alike || edits <= 1 + longest / 6 && longest >= 4;
    }
    alike || edits <= 1 + longest / 4 || cut
}

/// The digits of a word, or of words.
pub(super) fn digits(words: &str) -> String {
    words.chars().filter(char::is_ascii_digit).collect()
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

/// Whether runs of words are the same letters with spaces lost, put in, or misread.
pub(super) fn run_together(context: &Context, draft: &[&str], source: &[&str]) -> bool {
    let (one, other) = (draft.concat(), source.concat());
    context.is_noisy()
        && one.len() <= 64
        && distance(&one, &other) <= 1 + one.len() / 5
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

/// A word as a machine sees it: letters and digits that are taken for one another written as one.
pub(super) fn shape(word: &str) -> String {
    let pairs = [
        ("rn", "m"),
        ("vv", "w"),
        ("cl", "d"),
        ("li", "h"),
        ("ri", "n"),
    ];
    let joined = pairs
        .iter()
        .fold(word.to_owned(), |word, (two, one)| word.replace(two, one));
    joined
        .chars()
        .map(|c| match c {
            '0' => 'o',
            '1' | 'l' => 'i',
            '5' => 's',
            '8' | 'h' => 'b',
            'c' => 'e',
            'q' => 'g',
            'f' => 't',
            'u' => 'n',
            _ => c,
        })
        .collect()
}
