//! The words of dates, in English, French and Spanish.

/// Months by their names, folded.
pub const MONTHS: [(&str, u8); 58] = [
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("janvier", 1),
    ("fevrier", 2),
    ("mars", 3),
    ("avril", 4),
    ("mai", 5),
    ("juin", 6),
    ("juillet", 7),
    ("aout", 8),
    ("septembre", 9),
    ("octobre", 10),
    ("novembre", 11),
    ("decembre", 12),
    ("enero", 1),
    ("febrero", 2),
    ("marzo", 3),
    ("abril", 4),
    ("mayo", 5),
    ("junio", 6),
    ("julio", 7),
    ("agosto", 8),
    ("septiembre", 9),
    ("setiembre", 9),
    ("octubre", 10),
    ("noviembre", 11),
    ("diciembre", 12),
    ("janv", 1),
    ("fevr", 2),
    ("avr", 4),
    ("juil", 7),
    ("ene", 1),
    ("abr", 4),
    ("ago", 8),
    ("dic", 12),
    ("setembre", 9),
];

/// English names from here on come first and want a capital.
pub const ENGLISH_MONTHS: usize = 24;

/// Short names of months that in small letters are months only between a day and a full stop or a year.
pub const SHORT_MONTHS: [(&str, u8); 20] = [
    ("jan", 1),
    ("feb", 2),
    ("fev", 2),
    ("febr", 2),
    ("mar", 3),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("set", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("ene", 1),
    ("abr", 4),
    ("ago", 8),
    ("dic", 12),
];

/// What stands behind the number of a day: 1st, 1er, 1ro, 1.º.
pub const DAY_ENDINGS: [&str; 10] = ["st", "nd", "rd", "th", "er", "ro", "ero", "re", "º", "ª"];

/// Words for the first day of a month, and whether the month may follow without "of".
pub const FIRST_DAYS: [(&str, bool); 3] = [("first", false), ("primero", false), ("premier", true)];

/// Words after which a month alone or a year alone is a date.
pub const BEFORE: [&str; 42] = [
    "in", "since", "until", "till", "by", "of", "from", "during", "early", "late", "mid", "last",
    "this", "before", "after", "between", "to", "and", "en", "depuis", "debut", "fin", "jusqu'en",
    "avant", "apres", "l'an", "de", "desde", "hasta", "antes", "despues", "del", "ano", "annee",
    "year", "a", "au", "du", "every", "on", "d'", "mi",
];

/// Weekdays by their names, folded; Monday is 0.
pub const WEEKDAYS: [(&str, i8); 21] = [
    ("monday", 0),
    ("tuesday", 1),
    ("wednesday", 2),
    ("thursday", 3),
    ("friday", 4),
    ("saturday", 5),
    ("sunday", 6),
    ("lundi", 0),
    ("mardi", 1),
    ("mercredi", 2),
    ("jeudi", 3),
    ("vendredi", 4),
    ("samedi", 5),
    ("dimanche", 6),
    ("lunes", 0),
    ("martes", 1),
    ("miercoles", 2),
    ("jueves", 3),
    ("viernes", 4),
    ("sabado", 5),
    ("domingo", 6),
];

/// Phrases that mean a day, week, month or year before the day spoken from: unit and how many back.
pub const BACK: [(&[&str], char, i32); 21] = [
    (&["today"], 'd', 0),
    (&["yesterday"], 'd', 1),
    (&["this", "week"], 'w', 0),
    (&["last", "week"], 'w', 1),
    (&["this", "month"], 'm', 0),
    (&["last", "month"], 'm', 1),
    (&["this", "year"], 'y', 0),
    (&["last", "year"], 'y', 1),
    (&["aujourd'", "hui"], 'd', 0),
    (&["hier"], 'd', 1),
    (&["cette", "semaine"], 'w', 0),
    (&["semaine", "derniere"], 'w', 1),
    (&["mois", "dernier"], 'm', 1),
    (&["cette", "annee"], 'y', 0),
    (&["annee", "derniere"], 'y', 1),
    (&["an", "dernier"], 'y', 1),
    (&["ayer"], 'd', 1),
    (&["semana", "pasada"], 'w', 1),
    (&["mes", "pasado"], 'm', 1),
    (&["este", "ano"], 'y', 0),
    (&["ano", "pasado"], 'y', 1),
];
