//! SHA-256, as courts and `sha256sum` know it.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// SHA-256 in hexadecimal, as `sha256sum` prints it.
pub fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a text does not fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn the_hash_is_the_one_of_sha256sum() {
        let of_nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(hex(b""), of_nothing);
        assert_eq!(&hex(b"abc")[..16], "ba7816bf8f01cfea");
    }
}
