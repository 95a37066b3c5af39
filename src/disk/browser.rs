//! Opens a web address in the user's browser: http and https only, as one argument, never through a shell.
use super::environment;

/// The longest address that is opened, in bytes; above this length browsers disagree.
const LONGEST: usize = 2000;

/// A web address that may be opened once the user has seen it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The whole address.
    pub url: String,
    /// The machine it leads to, which is what a reader has to judge.
    pub host: String,
}

/// Checks that a text is a web address and nothing else.
///
/// # Errors
/// A sentence that says why it is not opened.
pub fn address(text: &str) -> Result<Address, String> {
    let text = text.trim();
    let (scheme, rest) = text
        .split_once("://")
        .ok_or("this is not a web address: it does not begin with https:// or http://")?;
    if !["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()) {
        return Err(format!(
            "only http and https addresses are opened, not {scheme}:"
        ));
    }
    if text.len() > LONGEST {
        return Err(format!("this address is longer than {LONGEST} characters"));
    }
    if text
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || !c.is_ascii())
    {
        return Err("this address contains a space, a control character or a letter that is not ASCII: open it by hand if you trust it".to_owned());
    }
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or("");
    if authority.contains('@') {
        return Err(
            "an `@` in this address hides where it leads: open it by hand if you trust it"
                .to_owned(),
        );
    }
    let host = authority.split(':').next().unwrap_or("");
    if host.is_empty() {
        return Err("this address does not name a machine".to_owned());
    }
    Ok(Address {
        url: text.to_owned(),
        host: host.to_ascii_lowercase(),
    })
}

/// Opens an address that the user has seen.
///
/// # Errors
/// A sentence that says what to do instead.
pub fn open(address: &Address) -> Result<(), String> {
    if environment::over_ssh() && !environment::has_display() {
        return Err(
            "there is no browser on this machine: copy the address with y and open it on yours"
                .to_owned(),
        );
    }
    opener::open_browser(&address.url)
        .map_err(|why| format!("no browser could be opened ({why}): copy the address with y"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_web_addresses_pass() {
        let good = address(" https://www.Gov.example/report.pdf?page=3#x ").unwrap();
        assert_eq!(good.host, "www.gov.example");
        assert_eq!(good.url, "https://www.Gov.example/report.pdf?page=3#x");
        let bad = [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://gov.example@evil.example/",
            "https://gov.example/a b",
            "https://gоv.example/",
            "-h",
            "ftp://x.example",
            "https://x.example/\u{1b}]",
        ];
        for text in bad {
            assert!(address(text).is_err(), "{text:?}");
        }
        assert!(address(&format!("https://x.example/{}", "a".repeat(3000))).is_err());
    }
}
