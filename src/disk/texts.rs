//! Texts named on the command line: files, folders, standard input. Each is read once, whatever its encoding.

use super::NotDone;
use super::beneath::MOST_TEXT;
use super::decode::decode;
use std::io::Read;
use std::path::{Path, PathBuf};

/// How deep folders are looked through.
const MOST_DEPTH: usize = 32;

/// A file as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Its path as the user gave it; `-` for standard input.
    pub path: PathBuf,
    /// What it says; none if it is not text.
    pub text: Option<String>,
    /// What it was decoded from, if not UTF-8.
    pub encoding: Option<&'static str>,
}

/// Reads files as named and folders with all that is in them, in the order of their names. Hidden files and links in folders
/// are skipped, and so is what is not text there.
///
/// # Errors
/// If something named cannot be read or is larger than the limit.
pub fn texts(paths: &[PathBuf]) -> Result<Vec<Text>, NotDone> {
    let mut all = vec![];
    for file in files(paths)? {
        all.extend(file.read()?);
    }
    Ok(all)
}

/// A file that is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path as the user gave it; `-` for standard input.
    pub path: PathBuf,
    /// Its size in bytes; 0 for standard input, which nobody knows before it is read.
    pub size: u64,
    /// Found in a folder: skipped if it is not text.
    found: bool,
}

impl File {
    /// Reads it; nothing if it was found in a folder and is not text.
    ///
    /// # Errors
    /// If it cannot be read or is larger than the limit.
    pub fn read(&self) -> Result<Option<Text>, NotDone> {
        let text = text(&self.path)?;
        Ok(Some(text).filter(|text| !self.found || text.text.is_some()))
    }
}

/// The files that [`texts`] would read, in its order.
///
/// # Errors
/// If a folder cannot be read.
pub fn files(paths: &[PathBuf]) -> Result<Vec<File>, NotDone> {
    let mut all = vec![];
    for path in paths {
        if path.is_dir() {
            walk(path, 0, &mut all)?;
        } else {
            all.push(File {
                path: path.clone(),
                size: std::fs::metadata(path).map_or(0, |data| data.len()),
                found: false,
            });
        }
    }
    Ok(all)
}

/// Reads one file, or standard input for `-`.
///
/// # Errors
/// If it cannot be read or is larger than the limit.
pub fn text(path: &Path) -> Result<Text, NotDone> {
    let shown = path.display();
    let bytes = bytes(path).map_err(|error| {
        NotDone::new(format!("{shown} cannot be read: {error}"), "check the path")
    })?;
    if bytes.len() as u64 > MOST_TEXT {
        let limit = MOST_TEXT / (1024 * 1024);
        return Err(NotDone::new(
            format!("{shown} is larger than {limit} MiB, the most that is read"),
            "split it",
        ));
    }
    let is_pdf = bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK\x03\x04");
    let decoded = if is_pdf { None } else { decode(bytes).ok() };
    let (text, encoding) = decoded.map_or((None, None), |(text, from)| (Some(text), from));
    Ok(Text {
        path: path.to_owned(),
        text,
        encoding,
    })
}

fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = vec![];
    if path == Path::new("-") {
        std::io::stdin()
            .take(MOST_TEXT + 1)
            .read_to_end(&mut bytes)?;
    } else {
        std::fs::File::open(path)?
            .take(MOST_TEXT + 1)
            .read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn walk(folder: &Path, depth: usize, all: &mut Vec<File>) -> Result<(), NotDone> {
    let cannot = |error: std::io::Error| {
        let shown = folder.display();
        NotDone::new(
            format!("{shown} cannot be read: {error}"),
            "check that you may read it",
        )
    };
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .map_err(cannot)?
        .collect::<Result<_, _>>()
        .map_err(cannot)?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        let kind = entry.file_type().map_err(cannot)?;
        if hidden {
            continue;
        }
        if kind.is_dir() && depth < MOST_DEPTH {
            walk(&entry.path(), depth + 1, all)?;
        } else if kind.is_file() {
            all.push(File {
                path: entry.path(),
                size: entry.metadata().map_or(0, |data| data.len()),
                found: true,
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::texts;

    #[test]
    fn folders_are_read_in_order_and_what_is_no_text_is_passed_over() {
        let place = tempfile::tempdir().unwrap();
        let put = |name: &str, bytes: &[u8]| {
            let path = place.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        };
        put("b.txt", b"b");
        put("a/z.txt", b"caf\xE9 pris \xE0 l'h\xF4tel");
        put(".hidden", b"h");
        put("c.pdf", b"%PDF-1.7");
        let found = texts(&[place.path().to_owned()]).unwrap();
        let told: Vec<_> = found.iter().filter_map(|t| t.text.as_deref()).collect();
        assert_eq!(told, ["café pris à l'hôtel", "b"]);
        assert_eq!(found[0].encoding, Some("windows-1252"));
        assert!(texts(&[place.path().join("missing")]).is_err());
    }
}
