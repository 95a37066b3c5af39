//! Any bytes as a text and as a quotation: no panic, and every span fits the text.
#![no_main]
use casefile::verify::{Kind, Policy, Query, Source, check_quote};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (String, String)| {
    let (text, printed) = input;
    let source = Source::new("text", text.as_str(), Kind::Ocr).in_language("en");
    let finding = check_quote(&[source], &Query::new(printed.as_str()), &Policy::default());
    for span in &finding.spans {
        assert!(text.get(span.start..span.end).is_some());
    }
    for quotation in casefile::verify::story::quotations(&text) {
        assert!(text.get(quotation.span().start..quotation.span().end).is_some());
    }
});
