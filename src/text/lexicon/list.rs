//! Which lists there are, and how each is written.

/// How the entries of a list are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Words between spaces, each perhaps with a value: `two=2`.
    Words,
    /// Words between spaces that keep their accents and are compared as written, in small letters.
    Written,
    /// Phrases between commas.
    Phrases,
    /// A value, a colon, and the phrases that have it, between commas; a line without a colon goes on with the value before.
    Groups,
    /// One entry a line, and what it stands for behind `=`.
    Pairs,
}

macro_rules! lists {
    ($($(#[$about:meta])+ $list:ident = $name:literal $form:ident $(in $common:ident)?;)+) => {
        /// A list of words. Each stands in the file of every language, or that file says that there is none; those that
        /// no language owns stand in `common.txt`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum List {
            $($(#[$about])+ $list,)+
        }

        impl List {
            /// Every list, in the order of the files.
            pub const ALL: &'static [Self] = &[$(Self::$list),+];

            /// Its heading in the files.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$list => $name,)+ }
            }

            /// How its entries are written.
            pub const fn form(self) -> Form {
                match self { $(Self::$list => Form::$form,)+ }
            }

            /// True if no language owns it.
            pub const fn is_common(self) -> bool {
                match self { $(Self::$list => false $(|| stringify!($common).len() > 0)?,)+ }
            }
        }
    };
}

lists! {
    /// Turn a sentence: not, never, nobody.
    Negations = "negations" Words;
    /// Negations that are content when they are exchanged for another word.
    WeakNegations = "weak negations" Words;
    /// Say nothing more than the other half of a negation: "ne" before "pas".
    HalfNegations = "half negations" Words;
    /// Beginnings that turn a word: un-, in-, dis-.
    NegatingPrefixes = "negating prefixes" Words;
    /// Words that only look as if they began with one.
    NotNegating = "not negating" Words;
    /// Open a clause: that, whether.
    ClauseOpeners = "clause openers" Words;
    /// Open a clause at the end of what stands before it: "to say".
    ClauseOpeningPhrases = "clause opening phrases" Phrases;
    /// Before a clause, say that it does not hold: false, doubt.
    TakesAClauseBack = "takes a clause back" Words;
    /// Make what follows a guess, hearsay or a question: perhaps, allegedly.
    Guesses = "guesses" Words;
    /// "It is … that" makes a guess of the clause: likely, theory.
    Likely = "likely" Words;
    /// Verbs of opinion, guess, wish and hearsay.
    GuessingVerbs = "guessing verbs" Words;
    /// "people say", "it is said".
    GuessingPhrases = "guessing phrases" Phrases;
    /// Begin a stretch between commas that makes a guess or a condition: "as far as".
    ReservingPhrases = "reserving phrases" Phrases;
    /// might, could've.
    GuessingModals = "guessing modals" Words;
    /// Say what was not, with "have" behind them: would.
    ModalsOfWhatWasNot = "modals of what was not" Words;
    /// Stand between a verb and what governs it: have, been.
    HelpingWords = "helping words" Words;
    /// if, unless.
    Conditions = "conditions" Words;
    /// Make a condition only where they begin the sentence: "Had they known".
    OpeningConditions = "conditions at the beginning" Words;
    /// Take a condition its force: "even if".
    WhateverTheCondition = "whatever the condition" Words;
    /// What a following sentence begins with when it takes back the one before: "that was a lie".
    TurningPhrases = "turning phrases" Phrases;
    /// What follows in the same sentence and limits it: "or so they say".
    LimitingPhrases = "limiting phrases" Phrases;
    /// others, most, some.
    TheOthers = "the others" Words;
    /// but, although.
    Limiters = "limiters" Words;
    /// Words that a sentence begins with when it takes back the one before.
    TurningStarts = "turning starts" Words;
    /// Say how certain, how much or how many: may, all, alleged.
    Modals = "modals" Words;
    /// um, uh.
    Fillers = "fillers" Words;
    /// "you know".
    FillerPhrases = "filler phrases" Phrases;
    /// Fillers only where they are set off from their sentence: well, so.
    LooseFillers = "loose fillers" Words;
    /// Fillers unless they stress a negation or a figure: really, just.
    StressingFillers = "stressing fillers" Words;
    /// A filler may stand behind them without a comma: and, but.
    JoiningWords = "joining words" Words;
    /// Carry no content of their own, and tell which language a text is in.
    FunctionWords = "function words" Words;
    /// the, a.
    Articles = "articles" Words;
    /// Have a capital only at the front of a sentence, so that it makes no name.
    SmallWords = "small words" Words;
    /// What transcripts note in brackets: laughter.
    StageDirections = "stage directions" Words;
    /// What a contraction may stand for, between `|`: `it's=it is|it has`.
    Contractions = "contractions" Pairs;
    /// One spelling of a word's beginning and the other: `colour=color`.
    Respellings = "respellings" Words;
    /// One spelling of a word's end and the other: `ised=ized`.
    SwappedEndings = "swapped endings" Words;
    /// Written with an apostrophe before them: 'em, 'tis.
    Elided = "elided words" Words;
    /// An accent makes another word of them: si and sí.
    AccentPairs = "accent pairs" Words;
    /// With a sign above they are another letter, not an accented one: ñ.
    OwnLetters = "letters of their own" Words;
    /// Names where they stand in capitals: US.
    NamesInCapitals = "names in capitals" Words;
    /// Names where they begin with a capital: May.
    NamesByACapital = "names by a capital" Words;
    /// Abbreviated before a name: dr, mme.
    Titles = "titles" Words;
    /// Abbreviations whose full stop ends no sentence.
    Abbreviations = "abbreviations" Words;
    /// Abbreviations only before a number: "No. 12", but "He said no."
    BeforeNumbers = "abbreviations before numbers" Words;
    /// Abbreviations and titles that in small letters are words of their own, or units: "Me Dupont", but "He told me."
    OnlyWithACapital = "abbreviations with a capital only" Words;
    /// Posts and functions: "prime minister".
    Posts = "posts" Phrases;
    /// Stand before the name of a place: near, à.
    BeforeAPlace = "before a place" Written;
    /// said, told.
    Saying = "saying" Words;
    /// Stand before the verb of an attribution inside the marks: « …, a dit le ministre, … ». None where print has no such.
    AttributionHelpers = "attribution helpers" Words;
    /// What sets the language's numbers apart: `decimal-comma`, `counts-in-twenties`, `joins-tens` ("treinta y uno"); and
    /// `accents-tell-verbs` (mató and mato).
    Traits = "traits" Words;
    /// Number words below a hundred, and what else only adds up: `two=2`.
    Numbers = "numbers" Words;
    /// Multiply what stands before them: `thousand=1000`.
    Multipliers = "multipliers" Words;
    /// Count in so many, exactly: `dozen=12`.
    Sizes = "sizes" Words;
    /// Mean about so many: `cinquantaine=50`.
    Roughly = "roughly" Words;
    /// Numbers or money only beside a number or before what is counted: score, quarantaine, sol.
    NotAlwaysNumbers = "not always numbers" Words;
    /// `third=3`.
    Ordinals = "ordinals" Words;
    /// Behind digits they make an ordinal: 2nd, 1er.
    OrdinalEndings = "ordinal endings" Words;
    /// Parts of a whole: `half=2`, `thirds=3`.
    Parts = "parts" Words;
    /// Articles that count as one before a number or a measure: "a hundred".
    One = "one" Words;
    /// Between a number and what is counted: of.
    Of = "of" Words;
    /// "and a half".
    AndAHalf = "and a half" Phrases;
    /// `twice=2`.
    Twice = "twice" Words;
    /// Between number words: "hundred and five".
    JoiningNumbers = "joining numbers" Words;
    /// `minus=-`.
    SignWords = "sign words" Words;
    /// Say that the number behind them is a name: `no=#`.
    NumberSigns = "number signs" Words;
    /// What is numbered, so that the number behind it counts nothing: page 3.
    Labels = "labels" Words;
    /// Stand for a number: dozens, "a few". The value is the word's own name.
    ManyWords = "words for many" Groups;
    /// Quantities that are not exact numbers, for comparing quotations.
    NumberWords = "number words" Words;
    /// Claim a number though none can be read from them: double.
    LooseNumbers = "loose numbers" Words;
    /// "one in four", "un sur quatre".
    OutOf = "out of" Phrases;
    /// The same where what is counted may stand between: "une personne sur quatre".
    OutOfBehindANoun = "out of behind a noun" Phrases;
    /// "between 10 and 20".
    Between = "between" Words;
    /// The "and" of "between 10 and 20".
    BothEnds = "both ends" Words;
    /// The "to" of "10 to 20".
    To = "to" Words;
    /// Before a number that grows into another, so that the two are no range: "from 10 to 20".
    From = "from" Words;
    /// Before a number, say how near it is. The value is the hedge as case files write it.
    Hedges = "hedges" Groups;
    /// The same behind a number: "or so".
    HedgesBehind = "hedges behind" Groups;
    /// "per cent".
    Percent = "percent" Phrases;
    /// Money; the value is its ISO 4217 code, `$` where it is not said whose dollars.
    Currencies = "currencies" Groups;
    /// Units; the value is the unit's one spelling.
    Measures = "measures" Groups;
    /// Two weeks.
    Fortnight = "fortnight" Words;
    /// Units of which figures are not compared.
    OtherUnits = "other units" Words;
    /// `March=3`, with the capital that the language gives them.
    Months = "months" Words;
    /// Months only between a day and a full stop or a year: `sept=9`.
    ShortMonths = "short months" Words;
    /// `Monday=0`, with the capital that the language gives them.
    Weekdays = "weekdays" Words;
    /// tue, thurs.
    ShortWeekdays = "short weekdays" Words;
    /// "last year". The value is a unit and how many of it to go: `year -1`.
    RelativeDates = "relative dates" Groups;
    /// Make a date of a month alone or a year alone behind them: in, since.
    BeforeADate = "before a date" Words;
    /// Make one of a month alone, but not of a year.
    BeforeAMonth = "before a month" Words;
    /// Before a month, say that it is over: "last March".
    TheLast = "the last" Words;
    /// Between day, month and year: of.
    DateJoiners = "date joiners" Words;
    /// The first of a month, and the word that must follow: `first=of`.
    FirstDay = "first day" Words;
    /// Stand between a duration and the day it begins: "starting on".
    PeriodBegins = "a period begins" Phrases;
    /// What has a duration: period, permit.
    Periods = "periods" Words;
    /// Stand between a duration and the later day it is counted back from.
    CountedBackFrom = "counted back from" Phrases;
    /// Stand between a duration and the earlier day it is counted on from.
    CountedOnFrom = "counted on from" Phrases;
    /// How the words begin that tell of the dead.
    Killed = "killed" Words;
    /// How the words begin that tell of the injured.
    Injured = "injured" Words;
    /// How the words begin that tell of the missing.
    Missing = "missing" Words;
    /// What is counted where people are, without the s of a plural.
    People = "people" Words;
    /// How the words begin that tell when a permit began.
    ValidFrom = "valid from" Words;
    /// How the words begin that tell when a permit ended.
    ValidTo = "valid to" Words;
    /// How the words begin that tell when a permit was approved.
    Approved = "approved" Words;
    /// How the words begin that tell when a permit was applied for.
    Applied = "applied" Words;
    /// Claim to be the most of something: first, only.
    Superlatives = "superlatives" Written;
    /// Superlatives only behind an article: "la plus grande".
    SuperlativesBehindAnArticle = "superlatives behind an article" Words;
    /// Endings of superlatives: -est.
    SuperlativeEndings = "superlative endings" Words;
    /// Words that only end so: forest.
    NoSuperlatives = "no superlatives" Words;
    /// The currency of a sign; `¢` is its own.
    CurrencySigns = "currency signs" Words in common;
    /// The currency of the letters before a dollar sign: `us=USD`.
    DollarLetters = "dollar letters" Words in common;
    /// ISO 4217 codes that are read in texts.
    CurrencyCodes = "currency codes" Written in common;
    /// Letters behind digits that multiply them: `k=1000`.
    FactorLetters = "factor letters" Words in common;
    /// Letters that glued to digits are a unit, no ordinal: 20ha.
    UnitLetters = "unit letters" Words in common;
    /// º of "1.º de mayo".
    OrdinalSigns = "ordinal signs" Written in common;
    /// Small words in people's names: de, van.
    NameParticles = "name particles" Words in common;
}
