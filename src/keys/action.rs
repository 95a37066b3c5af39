//! Everything a user can ask for, by name.

macro_rules! actions {
    ($($variant:ident $name:literal $short:literal $says:literal;)*) => {
        /// One thing a user can ask for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $(#[doc = $says] $variant,)* }

        impl Action {
            /// All of them, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in the configuration.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Two or three words for the foot of the screen.
            pub const fn short(self) -> &'static str {
                match self { $(Self::$variant => $short,)* }
            }

            /// What it does, in plain words, for the help page and the palette.
            pub const fn says(self) -> &'static str {
                match self { $(Self::$variant => $says,)* }
            }

            /// The action of that name.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

actions! {
    Draft "draft" "draft" "the draft, sentence by sentence";
    ToDo "to-do" "to do" "what is to be done: fell, to check, to fix, TK, uncited, faults";
    Records "records" "records" "all records by kind";
    Sources "sources" "sources" "the sources and what is held of them";
    Timeline "timeline" "timeline" "events, permits and counts on one axis";
    Replies "replies" "replies" "who is accused of what, and what they were asked";
    NextPane "next-pane" "pane" "to the next pane";
    PreviousPane "previous-pane" "pane back" "to the previous pane";
    Up "up" "up" "one up";
    Down "down" "down" "one down";
    HalfPageUp "half-page-up" "half up" "half a page up";
    HalfPageDown "half-page-down" "half down" "half a page down";
    PageUp "page-up" "page up" "a page up";
    PageDown "page-down" "page down" "a page down";
    First "first" "first" "to the beginning";
    Last "last" "last" "to the end";
    Follow "follow" "enter" "follow to what it stands on";
    Back "back" "back" "back to where you came from";
    Forward "forward" "forward" "forward again";
    Next "next" "next" "next to do; next match while a find is on";
    Previous "previous" "previous" "previous to do; previous match while a find is on";
    Find "find" "find here" "find in this pane";
    Search "search" "search the case" "search the records and the words of all sources";
    Palette "palette" "commands" "every command by name";
    Help "help" "keys" "all keys";
    Rule "rule" "rule" "rule on this sentence or claim";
    Undo "undo" "undo" "take back your last ruling, after asking";
    Tick "tick" "tick" "tick a detail, or mark an entry";
    Note "note" "note" "a note to yourself, or a question to somebody";
    Add "add" "add" "attach the source's text, or make a record of the marked words";
    Edit "edit" "edit" "open $VISUAL or $EDITOR at this line";
    Copy "copy" "copy" "copy the citation, the words, the id or the file and line";
    OpenUrl "open-url" "open" "open its web address, after showing it";
    UsedBy "used-by" "used by" "what cites this";
    Differences "differences" "differences" "the differences between quote and source";
    Pin "pin" "pin" "keep this beside what you look at next";
    PreviousPlace "previous-place" "place before" "previous place of this quote";
    NextPlace "next-place" "next place" "next place of this quote";
    Zoom "zoom" "zoom" "this pane alone, and back";
    Since "since" "since" "what changed since you were here";
    Filter "filter" "filter" "filter and group this list";
    SignOff "sign-off" "sign off" "sign the whole story off, or see what stands against it";
    Export "export" "export" "letters, packs and tables from this";
    Cases "cases" "cases" "another case of this folder";
    Private "private" "private" "names and numbers from private.yaml, until the next key";
    Reread "reread" "re-read" "read the files again";
    Redraw "redraw" "redraw" "redraw the screen";
    Stop "stop" "stop" "stop the work under way; twice: quit";
    Suspend "suspend" "suspend" "leave to the shell; `fg` comes back";
    Quit "quit" "quit" "close what lies on top; at the top, quit";
    Close "close" "close" "close what lies on top, never quit";
    Mark "mark" "mark words" "start marking words";
    MarkLeft "mark-left" "left" "one character left";
    MarkRight "mark-right" "right" "one character right";
    MarkUp "mark-up" "up" "one line up";
    MarkDown "mark-down" "down" "one line down";
    MarkWord "mark-word" "word" "one word on";
    MarkWordBack "mark-word-back" "word back" "one word back";
    MarkLineStart "mark-line-start" "line start" "to the beginning of the line";
    MarkLineEnd "mark-line-end" "line end" "to the end of the line";
    Confirmed "confirmed" "confirmed" "as printed, against the source";
    Fix "fix" "fix" "right once these words change";
    Wrong "wrong" "wrong" "the source says otherwise";
    Unsupported "unsupported" "unsupported" "the source does not say it";
    CannotVerify "cannot-verify" "cannot verify" "nothing that is held can tell";
    Contradicted "contradicted" "contradicted" "another source says otherwise";
    NotCheckable "not-checkable" "needs no check" "nothing in it can be checked";
    Waived "waived" "waived" "let stand, by an editor";
    LegalCleared "legal-cleared" "legal cleared" "a lawyer has no objection";
    Saw "saw" "how seen" "how you saw it: source, what it was read in, recording, call";
    NextField "next-field" "next field" "to the next field";
    PreviousField "previous-field" "field before" "to the previous field";
    Accept "accept" "accept" "take what is chosen or written";
    Yes "yes" "yes" "yes, do it";
    No "no" "no" "no, leave it";
    LineStart "line-start" "line start" "to the beginning of the line";
    LineEnd "line-end" "line end" "to the end of the line";
    Left "left" "left" "one character left";
    Right "right" "right" "one character right";
    EraseBefore "erase-before" "erase" "erase the character before";
    EraseAfter "erase-after" "erase" "erase the character after";
    EraseWord "erase-word" "erase word" "erase the word before";
    EraseLine "erase-line" "clear" "erase the whole line";
}
