//! What a searcher notices.

mod asking;
mod oracle;
mod syntax;
