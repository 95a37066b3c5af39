//! The codes of logs of rulings, and what `explain` says of them.

use super::{Code, Info};

impl Code {
    /// A log that is not read, because of what it is.
    pub const LOG: Self = Self(700);
    /// A file among the logs that is none by its name.
    pub const LOG_NAME: Self = Self(701);
    /// A line that was never written to its end.
    pub const TORN_LINE: Self = Self(702);
    /// A line that is not what was written.
    pub const EDITED_LINE: Self = Self(703);
    /// Lines that are gone, or stand elsewhere than they were written.
    pub const BROKEN_CHAIN: Self = Self(704);
    /// Lines that are gone from the end of a log.
    pub const ROLLED_BACK: Self = Self(705);
    /// Nothing is remembered of a log on this machine.
    pub const NO_MEMORY: Self = Self(706);
    /// A line that is not understood.
    pub const ODD_LINE: Self = Self(707);
    /// A line by another than whose log it is.
    pub const NOT_THEIRS: Self = Self(708);
}

pub(super) const INFO: &[Info] = &[
    (
        Code::LOG,
        "a log that is not read",
        "Rulings stand in plain files `checks/NAME@MACHINE.jsonl` inside the case's folder. A link, a folder, a pipe or a file too large is not read, so its rulings do not count. Put the file itself in its place.",
    ),
    (
        Code::LOG_NAME,
        "a file in `checks/` that is no log by its name",
        "Each checker has one log on each machine, called `NAME@MACHINE.jsonl` with small letters, digits and hyphens. Programs that synchronise folders make copies under other names when two versions meet: see which of the two is right, and take the other out.",
    ),
    (
        Code::TORN_LINE,
        "a line of a log that was never written to its end",
        "The program or the machine stopped while the line was being written. It was never said to be saved and does not count. It stays in the log, since nothing there is ever removed or repaired. Nothing is to be done. Where the next line shows that this one was whole once, it is a warning: the power was cut before the disk had it, or somebody cut it. Look with Git at what it was. Where no more than the line end was lost, the line still counts.",
    ),
    (
        Code::EDITED_LINE,
        "a line of a log that is not what was written",
        "Every line carries a sum of itself, and this one's is wrong: the line was changed after it was saved, by hand or by a program. It does not count. Look with Git at what it was. To take a ruling back, `casefile undo`; never edit a log.",
    ),
    (
        Code::BROKEN_CHAIN,
        "lines of a log that are gone or stand elsewhere",
        "Every line carries its number and the sum of the line before. Here they do not fit: lines were taken out, moved, or come from two versions of the log that were joined. The lines that are there count. Look with Git at what the log was.",
    ),
    (
        Code::ROLLED_BACK,
        "lines that are gone from the end of a log",
        "This machine remembers how far the log went, and it does not go so far any more: an older version took its place, or its last lines were cut off. The rulings in them are lost unless somebody has the log as it was: look in Git and in backups. If the log is right as it is, delete the file that the message names.",
    ),
    (
        Code::NO_MEMORY,
        "a log of which nothing can be remembered",
        "How far each log goes is remembered in the folder for the state of programs, so that lines cut off at its end are noticed. That folder cannot be written to, so they would not be noticed here. See that your home folder is there and yours.",
    ),
    (
        Code::ODD_LINE,
        "a line of a log that is not understood",
        "The line is whole and says something this version does not understand, or is no line of a log at all. It does not count. A newer casefile may have written it: install that one. Otherwise see with Git who put it there. Git leaves lines beginning with <<<<<<<, ======= and >>>>>>> where it could not join two versions: take out those lines and no other, and keep what both versions hold once.",
    ),
    (
        Code::NOT_THEIRS,
        "a line by another than whose log it is",
        "The lines of `checks/kl@…` are those of kl. This one says it is by somebody else and does not count. A log was copied under another name, or somebody wrote into it.",
    ),
];
