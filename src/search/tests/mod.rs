//! What a searcher notices.

mod asking;
mod oracle;
mod over_case;
mod syntax;
