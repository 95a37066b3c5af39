//! Tests of the text room that need more than a few lines.
mod safe;
mod wrap;
