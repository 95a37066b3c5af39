//! A case made from a draft alone: each sentence with something to check becomes a claim, each quotation a quote without a source
//! yet, each name a party.

use super::ids::Ids;
use super::{Begun, folded, sentences};
use crate::case::{Case, Kind, Mark, Sentence, SentenceKind};
use crate::disk::NotDone;
use crate::ruling::{Detail, DetailKind, details};
use crate::text::Span;
use crate::text::lexicon::{Lexicon, List};
use crate::text::quotation_marks::is_opening;
use crate::verify::sentence_ends::is_title;
use crate::verify::story::quotations;
use serde_json::{Map, Value, json};

/// Makes the case of a draft.
///
/// # Errors
/// If the draft holds no sentence.
pub fn begin(text: &str) -> Result<Begun, NotDone> {
    let all = sentences(text);
    if all.is_empty() {
        return Err(NotDone::new(
            "there is no sentence in the draft",
            "name the file with the text of the story",
        ));
    }
    let mut making = Making::default();
    for cited in all.iter().flat_map(Sentence::cites) {
        making.ids.take(&cited.id);
    }
    let mut draft = String::with_capacity(text.len() * 2);
    let mut from = 0;
    for sentence in &all {
        let end = sentence.span.end.min(text.len());
        let Some(piece) = text.get(from..end) else {
            continue;
        };
        let start = sentence.span.start.clamp(from, end);
        let parts = text.get(from..start).zip(text.get(start..end));
        match parts.filter(|(gap, words)| may_begin_a_line(&draft, gap, words)) {
            Some((gap, words)) => {
                draft.push_str(gap.trim_end_matches(' '));
                draft.push('\n');
                draft.push_str(words);
            }
            None => draft.push_str(piece),
        }
        from = end;
        if let Some(mark) = making.sentence(sentence) {
            draft.push_str(&mark);
        }
    }
    draft.push_str(text.get(from..).unwrap_or_default());
    let heading = all
        .iter()
        .find(|s| matches!(s.kind, SentenceKind::Heading(_)));
    let cited = cited(&all);
    Ok(Begun {
        title: heading.map(|heading| heading.words.clone()),
        found: vec![
            (all.iter().filter(|s| s.counts()).count(), "sentences"),
            (making.claims.len(), "of them with something to check"),
            (making.quotes.len(), "quotations"),
            (making.numbers, "numbers and dates"),
            (making.parties.len(), "names"),
        ],
        sections: vec![
            (Kind::Party.section(), making.parties),
            (Kind::Source.section(), cited),
            (Kind::Quote.section(), making.quotes),
            (Kind::Claim.section(), making.claims),
        ],
        draft,
    })
}

#[derive(Default)]
struct Making {
    ids: Ids,
    case: Case,
    parties: Map<String, Value>,
    quotes: Map<String, Value>,
    claims: Map<String, Value>,
    numbers: usize,
}

impl Making {
    /// Makes the records of a sentence, and the mark that names them; none if there is nothing to check, or it has marks.
    fn sentence(&mut self, sentence: &Sentence) -> Option<String> {
        let found = details(&self.case, sentence);
        for detail in &found {
            match detail.kind {
                DetailKind::Name => self.name(&detail.words),
                DetailKind::Number | DetailKind::Date => self.numbers += 1,
                DetailKind::Title
                | DetailKind::Place
                | DetailKind::Superlative
                | DetailKind::Quotation => {}
            }
        }
        let wanted = !found.is_empty() || !sentence.wants.is_empty();
        let is_heading = matches!(sentence.kind, SentenceKind::Heading(_));
        if !sentence.marks.is_empty() || !wanted || is_heading {
            return None;
        }
        let quotes = self.quotations(sentence, &found);
        let id = self.ids.after(&format!("c-{}", self.claims.len() + 1), "c");
        let mut fields = Map::new();
        fields.insert("says".to_owned(), sentence.words.as_str().into());
        let evidence = if quotes.is_empty() {
            json!("TK")
        } else {
            json!(quotes)
        };
        fields.insert("evidence".to_owned(), evidence);
        let told: Vec<String> = found
            .iter()
            .map(|d| format!("{} {}", d.kind.word(), d.words))
            .collect();
        if !told.is_empty() {
            fields.insert(
                "note".to_owned(),
                format!("to check: {}", told.join("; ")).into(),
            );
        }
        self.claims.insert(id.clone(), Value::Object(fields));
        Some(format!(" [@{id}]"))
    }

    /// The quote records of a sentence's quotations.
    fn quotations(&mut self, sentence: &Sentence, found: &[Detail]) -> Vec<String> {
        let names = found.iter().filter(|d| d.kind == DetailKind::Name);
        let names: Vec<&str> = names.map(|d| d.words.as_str()).collect();
        let mut ids = vec![];
        for parts in quotations_of(sentence) {
            let parts = parts.iter().map(|part| folded(part.of(&sentence.words)));
            let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
            if parts.is_empty() {
                continue;
            }
            let id = self.ids.after(&format!("q-{}", self.quotes.len() + 1), "q");
            let printed = if parts.len() == 1 {
                json!(parts[0])
            } else {
                json!(parts)
            };
            let mut fields = json!({"who": "TK", "source": "TK", "printed": printed});
            if !names.is_empty() {
                fields["note"] = format!("names in the sentence: {}", names.join(", ")).into();
            }
            self.quotes.insert(id.clone(), fields);
            ids.push(id);
        }
        ids
    }

    /// The party for a name; a last name alone means the full name that came before.
    fn name(&mut self, name: &str) {
        let name = folded(name);
        let name = name.trim_end_matches("'s").trim_end_matches("’s");
        let name = without_small_words(name);
        let known = self
            .parties
            .values()
            .filter_map(|party| party["name"].as_str());
        let is_known = |known: &str| known == name || known.split(' ').next_back() == Some(name);
        if name.is_empty() || known.into_iter().any(is_known) {
            return;
        }
        let id = self.ids.after(name, "party");
        self.parties.insert(id, json!({ "name": name }));
    }
}

/// What a sentence quotes, quotation by quotation: halves around an attribution are one. Where a quotation began in a
/// sentence before, the sentence's words do not say so, and each part stands for itself.
fn quotations_of(sentence: &Sentence) -> Vec<Vec<Span>> {
    let joined: Vec<Vec<Span>> = quotations(&sentence.words)
        .into_iter()
        .map(|quotation| quotation.parts)
        .collect();
    if joined.iter().flatten().eq(&sentence.quoted) {
        return joined;
    }
    sentence.quoted.iter().map(|part| vec![*part]).collect()
}

/// A name without words that only begin the sentence; nothing if only a form of address is left.
fn without_small_words(name: &str) -> &str {
    let mut name = name;
    while let Some((_, rest)) = name.split_once(' ').filter(|(first, _)| is_small(first)) {
        name = rest;
    }
    let is_address = is_title(name.trim_end_matches('.'));
    if is_address || is_small(name) {
        ""
    } else {
        name
    }
}

/// Articles and prepositions, which have a capital only at the beginning of a sentence.
fn is_small(word: &str) -> bool {
    let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
    let capital = first.starts_with(char::is_uppercase) && !rest.contains(char::is_uppercase);
    capital && Lexicon::of_all().has(List::SmallWords, &word.to_lowercase())
}

/// Whether a sentence that follows another on one line may begin a line of its own without becoming something
/// else there: a list, a heading, part of a quoted block.
fn may_begin_a_line(above: &str, gap: &str, words: &str) -> bool {
    let line = above.rsplit('\n').next().unwrap_or_default();
    let plain = |text: &str| {
        let first = text.chars().next();
        first.is_some_and(|c| c.is_alphabetic() || is_opening(c) || "'¿¡".contains(c))
    };
    gap.ends_with(' ') && !gap.contains('\n') && plain(line) && plain(words)
}

/// Sources for what the draft's own marks cite, of which nothing else is known.
fn cited(all: &[Sentence]) -> Map<String, Value> {
    let mut sources = Map::new();
    for mark in all.iter().flat_map(|sentence| &sentence.marks) {
        if let Mark::Cites(cited) = &mark.value {
            let unmade = json!({"kind": "document", "title": "TK"});
            sources.entry(cited.id.clone()).or_insert(unmade);
        }
    }
    sources
}

#[cfg(test)]
mod tests {
    use super::begin;

    /// The printed words of the quote records made of a draft.
    fn printed(draft: &str) -> Vec<String> {
        let begun = begin(draft).unwrap();
        let quotes = begun
            .sections
            .into_iter()
            .find(|(name, _)| *name == "quotes");
        let (_, quotes) = quotes.unwrap();
        quotes
            .values()
            .map(|quote| quote["printed"].to_string())
            .collect()
    }

    #[test]
    fn every_quotation_gets_a_record_whatever_its_marks_and_wherever_it_begins() {
        assert_eq!(
            printed("‘It is true,’ she said, ‘and more.’\n"),
            ["[\"It is true,\",\"and more.\"]"]
        );
        assert_eq!(
            printed("“There is no control.\nThere is no check,” she said.\n"),
            ["\"There is no control.\"", "\"There is no check,\""]
        );
    }
}
