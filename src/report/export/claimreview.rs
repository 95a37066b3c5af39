//! Claims that people ruled on as schema.org `ClaimReview`. Only what somebody ruled and what still stands is a review;
//! a machine's finding is none.

use super::{name, told};
use crate::case::{Body, Case, Kind, Node, RecordIx, Who};
use crate::report::{Known, Redaction};
use crate::ruling::Standing;
use serde_json::{Value, json};

/// One document with every review.
pub fn claim_reviews(case: &Case, known: &Known, hide: &Redaction) -> Value {
    let reviews: Vec<Value> = case
        .of_kind(Kind::Claim)
        .filter_map(|(ix, _)| review(case, known, hide, ix))
        .collect();
    json!({"@context": "https://schema.org", "@graph": reviews})
}

fn review(case: &Case, known: &Known, hide: &Redaction, ix: RecordIx) -> Option<Value> {
    let about = known.of(Node::Record(ix))?;
    let rating = rating(about.standing?)?;
    let mut rulings = about.rulings.iter().map(|ruling| &ruling.data);
    let ruling = rulings.find(|ruling| ruling.counts)?;
    let mut item = json!({"@type": "Claim", "text": hide.covered_text(&case.title(ix))});
    if let (Some(who), Some(item)) = (speaker(case, hide, ix), item.as_object_mut()) {
        item.insert(
            "author".to_owned(),
            json!({"@type": "Thing", "name": name(case, hide, who)}),
        );
    }
    let mut review = json!({
        "@type": "ClaimReview",
        "@id": format!("urn:casefile:{}:{}", case.name, case.at(ix).id.value),
        "claimReviewed": told(hide, &case.title(ix)),
        "itemReviewed": item,
        "author": {"@type": "Person", "name": reviewer(case, hide, ruling.by.as_str())},
        "datePublished": ruling.on.get(..10),
        "reviewRating": {
            "@type": "Rating", "ratingValue": rating, "bestRating": 5, "worstRating": 1,
            "alternateName": ruling.ruling,
        },
    });
    if let (Some(why), Some(review)) = (&ruling.why, review.as_object_mut()) {
        review.insert("reviewBody".to_owned(), json!(why));
    }
    Some(review)
}

/// Who ruled, by the name that the team gives.
fn reviewer(case: &Case, hide: &Redaction, by: &str) -> Value {
    let member = case.head.team.get().and_then(|team| team.member(by));
    let name = member.and_then(|member| member.name.get());
    told(hide, name.map_or(by, String::as_str))
}

/// A number for a ruling, 5 for what stands, 1 for what does not; none for what is not settled.
const fn rating(standing: Standing) -> Option<u8> {
    match standing {
        Standing::Confirmed => Some(5),
        Standing::ToFix => Some(1),
        Standing::Gone
        | Standing::Tk
        | Standing::Unsourced
        | Standing::Disputed
        | Standing::Stale
        | Standing::AsAsked
        | Standing::CannotVerify
        | Standing::Clash
        | Standing::Waived
        | Standing::NoneNeeded
        | Standing::ToCheck => None,
    }
}

/// Whose words the claim gives: the speaker of the only quotation it stands on.
fn speaker<'a>(case: &'a Case, hide: &Redaction, ix: RecordIx) -> Option<&'a Who> {
    let Body::Claim(claim) = &case.at(ix).body else {
        return None;
    };
    let mut quotes = claim.evidence.items().iter().filter_map(|cited| {
        let ix = case.find(&cited.value.id).filter(|ix| !hide.hides(*ix))?;
        match &case.at(ix).body {
            Body::Quote(quote) => quote.who.get(),
            _ => None,
        }
    });
    let first = quotes.next()?;
    quotes.next().is_none().then_some(first)
}
