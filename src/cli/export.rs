//! `export`: a case in the formats of other tools.

use super::args::{Export, ExportFormat};
use super::out::Out;
use super::report::{deliver, known, redaction};
use super::{Failure, json, open};
use crate::disk::clock;
use crate::report::{Account, export};
use serde_json::Value;

/// Writes it.
pub fn run(args: &Export, out: &mut Out) -> Result<u8, Failure> {
    let seen = open::one(&args.path)?;
    let case = &seen.case;
    let hide = redaction(&seen, args.no_redact);
    let text = match args.format {
        ExportFormat::Csv => export::csv(&Account::of(
            case,
            &known(&seen, &hide),
            &hide,
            clock::today(),
        )),
        ExportFormat::Json => lines(&export::records(case, &known(&seen, &hide), &hide))?,
        ExportFormat::CslJson => lines(&[export::csl(case, &hide)])?,
        ExportFormat::W3cAnnotation => {
            lines(&[export::annotations(case, &known(&seen, &hide), &hide)])?
        }
        ExportFormat::Ftm => lines(&export::entities(case, &hide))?,
        ExportFormat::ClaimReview => {
            lines(&[export::claim_reviews(case, &known(&seen, &hide), &hide)])?
        }
    };
    deliver(&text, args.output.as_deref(), &seen, out)?;
    Ok(0)
}

fn lines(values: &[Value]) -> Result<String, Failure> {
    let mut bytes = vec![];
    for value in values {
        json::line(&mut bytes, value)?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
