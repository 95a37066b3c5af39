//! What `explain` says of faults of form.

use super::{Code, Info};

pub(super) const INFO: &[Info] = &[
    (
        Code::SYNTAX,
        "a line that YAML cannot read",
        "The line is not of the form `key: value`, and no more exact reason could be found. Look at the line and the one above it for a colon, a quotation mark or a bracket that is missing. Everything before the place has been read, and reading went on at the next record.",
    ),
    (
        Code::NOT_UTF8,
        "bytes that are not UTF-8",
        "Case files are text in UTF-8. A file saved as Latin-1 or Windows-1252, as older editors and spreadsheets do, has other bytes for letters with accents. Open it in its own encoding and save it as UTF-8. The other records have been read; the letters in question are shown as Windows-1252 has them.",
    ),
    (
        Code::NUL,
        "a NUL character",
        "A text holds no NUL character. A single one is an accident: delete it. Many of them mean that the file is no text, or is UTF-16: save it as UTF-8.",
    ),
    (
        Code::TAB,
        "a tab as indentation",
        "YAML tells what belongs to what by the number of spaces at the beginning of a line, and a tab is no number of spaces. Replace it; most editors do so for a whole file (\"convert indentation to spaces\"). Lines that begin with a tab have not been read, all others have. Told once where several such lines follow each other.",
    ),
    (
        Code::ODD_SPACE,
        "a no-break space as indentation",
        "The line begins with spaces that look like spaces and are others: no-break spaces come along when text is copied from a web page or a word processor. Delete the beginning of the line and type it anew.",
    ),
    (
        Code::OPEN_QUOTE,
        "a quotation mark that is never closed",
        "A text that begins with a quotation mark ends at the next one of its kind. Where that was forgotten, the text would swallow the lines below. Close it where the text ends. Within double quotation marks write \\\" for the mark itself, within single ones ''. Reading went on at the next line that is a section's name or a record's id.",
    ),
    (
        Code::OPEN_BRACKET,
        "a bracket that is never closed",
        "A list begins with [ and ends with ], keys in braces begin with { and end with }. One of them is missing, or too many are there, or one was closed by the other's sign. If the bracket is part of a text, put the whole text in quotation marks.",
    ),
    (
        Code::INDENT,
        "a line too far left or right",
        "Lines that belong together begin in the same column: the ids of a section, the fields of a record. Count the spaces of the line and of its neighbours. A record that only stands differently from its neighbours has its id kept, so that references to it do not fail.",
    ),
    (
        Code::NO_COLON,
        "a line without `key: value`",
        "Between a key and its value stand a colon and a space. `kind:interview` without the space is one word to YAML; a line without a colon is no key. If the line continues a text of the line above, indent it more than that line, or put the whole text in quotation marks.",
    ),
    (
        Code::INNER_COLON,
        "a colon within a text",
        "A colon with a space behind it ends a key, also in the middle of a text: `title: Peru: the exports` has two. Put the whole text in quotation marks: `title: \"Peru: the exports\"`. Typographic quotation marks do not help: to YAML they are letters.",
    ),
    (
        Code::SIGN,
        "a text that begins with a sign YAML keeps for itself",
        "A text cannot begin with * & ! @ ` % [ ] { } , | > or with a dash, question mark or colon and a space behind it: each means something else there. Put the whole text in quotation marks.",
    ),
    (
        Code::AFTER_QUOTE,
        "text behind a closing quotation mark",
        "A text that begins with a quotation mark ends at the next one of its kind, and then nothing may follow. `\"Words\" she said` and `'It's so'` both go on. Put quotation marks around the whole text, and write the ones within it as \\\" or ''.",
    ),
    (
        Code::BLOCK_HEADER,
        "text behind `|` or `>`",
        "The signs | and > begin a text over several lines, which starts on the next line, indented. Behind them only - or + and a number may stand. If the sign is part of a text, put the text in quotation marks.",
    ),
    (
        Code::COMMA,
        "a comma that ended a text in braces",
        "Within braces and brackets a comma separates entries, so `{name: Smith, John}` is a name and a key `John` without a value; `412,000` there is two entries. Put the whole text in quotation marks; write numbers without commas.",
    ),
    (
        Code::SECOND_DOCUMENT,
        "a second YAML document",
        "A line of three dashes begins a new YAML document. A case file is one document: take the line out. The records behind it have been read.",
    ),
    (
        Code::ANCHOR,
        "a merge key",
        "The key `<<` copies the fields of another record. That would hide where a field was written, and rulings are given for what is written. Write the fields out.",
    ),
    (
        Code::LIMIT,
        "a limit of reading",
        "Files come from strangers, and some are made to exhaust the memory of a program that reads them. The message names the limit: lists in lists 64 deep, values repeated by aliases, the size of a file. No honest case comes near.",
    ),
    (
        Code::EMPTY_FILE,
        "a file that says nothing",
        "The file is empty or holds comments only. `casefile new` makes a case to start from.",
    ),
    (
        Code::DUPLICATE_KEY,
        "a key twice",
        "Within one record, or at the margin of `case.yaml`, each key stands once. The first was read, the second was not: keep the right one.",
    ),
    (
        Code::SECTION_TWICE,
        "a section twice",
        "The section's name stands at the margin a second time. The records under both have been read; put them under one, since other programs read only one of the two.",
    ),
    (
        Code::UNKNOWN_SECTION,
        "an unknown section",
        "Records stand in sections: parties, sources, permits, requests, quotes, casualties, figures, events, claims, contacts. Records under another name are not read, unless the name is only misspelt.",
    ),
    (
        Code::UNKNOWN_KEY,
        "an unknown key",
        "The format has no such key here. It is kept and shown, but nothing is done with it: it is no part of a ruling. A key that looks like a known one is most likely a slip; the message names the known one. `casefile schema` lists all keys.",
    ),
    (
        Code::MISSING,
        "a missing field",
        "Some fields a record must have: a quote its who, source and printed, a claim its says, and so on. If the value is still to come, write TK: that is open work, not a fault.",
    ),
    (
        Code::EMPTY,
        "a key without a value",
        "A key stands there with nothing behind it. An empty value says neither that something is unknown nor that it is to come. Write the value, or `TK`, `unknown` or `withheld`, or take the key out. A # with a space before it begins a comment: a text with # at its beginning needs quotation marks.",
    ),
    (
        Code::SHAPE,
        "a text, a list or keys where another belongs",
        "Each field holds one text, or a list, or keys with values. A list stands in brackets, or one entry a line with a dash in front; keys with values in braces, or one a line, indented. A text that begins with a bracket must stand in quotation marks.",
    ),
    (
        Code::NOT_A_CHOICE,
        "a word that is not one of the choices",
        "The field holds one of a few words, so that records can be sorted and compared. The message lists them. They are written with small letters and hyphens.",
    ),
    (
        Code::BAD_DATE,
        "a date that cannot be read or does not exist",
        "Dates have the year first: 2022-12-07, or 2022-12, or 2022. A period is written 2022-12-07/2023-02 or {from: …, to: …}, and an open end 2022/.. ; with ~ behind it a date is about, with ? it is uncertain.",
    ),
    (
        Code::BACKWARDS,
        "a period that ends before it begins",
        "The second date lies before the first. A month or a year counts to its last day, so 2022-12-07/2022 is in order.",
    ),
    (
        Code::BAD_NUMBER,
        "a number that cannot be read",
        "The field holds a number: digits, perhaps with a minus in front and a point before decimals. A hedge such as nearly or about goes to `how`, a currency to `currency` or `unit`, limits are written {min: 20, max: 60}. Signs and words are read only in `prints`, `says` and quoted words, since there they stand as printed.",
    ),
    (
        Code::GROUPED,
        "a number with signs between its thousands",
        "412,000 is four hundred and twelve thousand to some readers and four hundred and twelve to others. Records write numbers without such signs: 412000. What is printed is another matter: in `prints` and in quoted words it stands as it was printed.",
    ),
    (
        Code::TOO_LONG,
        "a number with too many digits",
        "Numbers are kept exactly, up to 30 digits. What has more is hardly a quantity; an account or file number belongs in a text field.",
    ),
    (
        Code::MIN_MAX,
        "limits that contradict each other",
        "In {min, max, best} min is at most max, and best lies between them, ends included.",
    ),
    (
        Code::NEGATIVE,
        "a negative count of people",
        "Killed, injured and missing people are counted from zero up.",
    ),
    (
        Code::LEADING_ZERO,
        "a number that begins with zero",
        "Programs disagree about 0123: some read it as 83. It is read as 123 here. If it names something, like a file number, it belongs in a text field and keeps its zero.",
    ),
    (
        Code::CURLY,
        "typographic quotation marks around a value",
        "To YAML “ and ” are letters, so they are part of the text. If they only mark where the text begins and ends, use straight marks; if they belong to it, put straight marks around them.",
    ),
    (
        Code::BAD_ID,
        "an id that is none",
        "An id is made of small letters, digits and hyphens, and begins with a letter: permit-feb6. So it can be typed, spoken and cited in a draft without doubt.",
    ),
    (
        Code::RESERVED,
        "a reserved id",
        "`author` is what a draft cites for what the author saw with his or her own eyes. No record can have it.",
    ),
    (
        Code::BAD_REFERENCE,
        "a reference that is none",
        "A reference is a record's id, perhaps with a place in a source's text behind # (#p3 or #p3-5 pages, #par7 paragraph, #l12-14 lines, #t00:12:30 time) or with a field behind a point (permit-feb6.value).",
    ),
    (
        Code::FORMAT,
        "the format line",
        "`case.yaml` begins with `format: casefile/1`, so that a later program knows what it reads. Other files of the case do not have the line.",
    ),
    (
        Code::BYTE_ORDER_MARK,
        "a byte-order mark",
        "Three invisible bytes, written by some Windows editors at the beginning of a file. There they do no harm. Within a file they come from joining files, and are to be deleted.",
    ),
    (
        Code::LINE_ENDS,
        "line ends of another system",
        "The file has the line ends of Windows. They are read like any other and kept when casefile changes a value.",
    ),
    (
        Code::ESCAPE,
        "a backslash that means nothing",
        "Within double quotation marks a backslash begins a code such as \\n for a new line. With most letters it means nothing, as in \"C:\\words\". Write \\\\ for a backslash, or use single quotation marks, in which it is a letter.",
    ),
    (
        Code::MISPLACED,
        "a key that belongs in case.yaml",
        "What is said of the whole case (title, team, home, holidays …) stands in `case.yaml`, so that there is one place to look for it.",
    ),
    (
        Code::COMPUTE,
        "a computation that cannot be read",
        "In `compute` operators stand between spaces, since ids have hyphens: a.x - b.y. There are + - * / ( ) and share(a, b), change(a, b), sum(a.x, b.x), days(a, b), working-days(a, b), months(a, b).",
    ),
    (
        Code::POLICY,
        "a house rule that is none",
        "House rules may make a class of difference weigh more than usual. The critical ones (Modality, Name, Number, Negation, Reordered, Stitched, CrossSpeaker) change what somebody said; they cannot be made to weigh less, and a class that does not exist weighs nothing.",
    ),
];
