//! The account as one HTML page that holds everything it needs: no script, nothing loaded, every text escaped.

use super::Account;
use minijinja::value::{Serde, Value};
use minijinja::{Environment, context};
use sha2::{Digest, Sha256};

const PAGE: &str = include_str!("page/page.html");
const STYLE: &str = include_str!("page/page.css");

/// The page.
///
/// # Panics
/// Never: the template is part of the program and fits the account.
pub fn html(account: &Account) -> String {
    let mut pages = Environment::new();
    // The name ends in `.html`, by which every value is escaped unless the template says that it is our own.
    pages
        .add_template("page.html", PAGE)
        .expect("the template is a constant that the tests render");
    let page = pages.get_template("page.html");
    let page = page.expect("it was added above");
    page.render(context! {
        a => Value::from(Serde(account)),
        style => STYLE,
        style_hash => base64(&Sha256::digest(STYLE)),
    })
    .expect("the template uses only fields that the account has")
}

/// Base 64 with padding (RFC 4648), for the fingerprint of the style that the page allows itself.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for i in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * i) & 63) as usize];
            out.push(if i <= chunk.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn fingerprints_are_written_as_browsers_read_them() {
        assert_eq!(base64(b"fooba"), "Zm9vYmE=");
        assert_eq!(base64(b"foob"), "Zm9vYg==");
        assert_eq!(base64(b"foobar"), "Zm9vYmFy");
    }
}
