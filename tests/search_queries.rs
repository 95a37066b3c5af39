//! Queries as reporters type them, over the cases shipped here, with the record each is after.
//!
//! A line is `what is typed | what is wanted`; a thing wanted is called by its id, `draft#l12` or `source#par3`.
//! Misspellings, missing accents, parts of words and words out of order are on purpose.

use casefile::disk::open_case;
use casefile::search::Search;
use std::path::Path;

/// Asked of the fictional case.
const RAVEL_RIDGE: &str = "
    ida tolv                      | tolv
    tolv ida                      | tolv
    vasswick                      | vasswick
    vaswick                       | vasswick
    weydlich                      | weidlich
    solidarite                    | solidarite
    presidente                    | marchevaux
    odile marchvaux               | marchevaux
    residents committee           | committee
    the inspectorate              | vmi
    tolmund slate company         | tolmund
    norvang                       | norrvang
    geologist                     | weidlich
    night foreman                 | oskery
    q-hum                         | q-hum
    ground humming                | q-hum
    humming kitchen dog           | q-hum
    porridge                      | q-porridge
    poridge                       | q-porridge
    weir lane porridge            | q-porridge
    clean boots                   | q-boots
    siren church tower            | q-tower
    quarante-sept familles        | q-familles
    weich wie seife               | q-seife
    boschung seife                | q-seife
    oranges                       | q-oranges
    iron and old pennies          | q-pennies
    piezometers                   | q-piezometers
    41 piezometers                | q-piezometers
    barel of fuel                 | q-pumps
    wheelbarrow twins             | q-twins
    lantern poplars               | q-bus
    \"leave the bread\"           | q-bread
    kind:quote who:ferrin surveyor | q-nineteen
    nineteen years                | q-nineteen
    crest every sunday            | q-sundays
    permit-raise                  | permit-raise
    VMI-2024-0317                 | permit-raise
    vmi-2024                      | permit-raise
    2,380,000                     | permit-raise
    2380000                       | permit-raise
    2 380 000                     | permit-raise
    kind:permit slate             | permit-slate
    roofing slate                 | permit-slate
    RA-25-118                     | ati-file
    25-402                        | ati-gate
    gate books                    | ati-gate
    412,000                       | vol-report
    412000                        | vol-report
    slurry in the pond            | vol-report
    380 000 slurry                | vol-company
    kind:figure houses destroyed  | houses-lost
    amount:>2m kind:figure        | repair
    toll-rescue                   | toll-rescue
    kind:casualty who:committee   | toll-committee
    lodgers                       | toll-committee
    kind:event date:2025-03-14    | collapse
    nearly 2.4 million            | c-bond
    bond nearly                   | c-bond
    sixteen people died           | c-sixteen
    16 dead                       | c-rescue-sixteen
    unread nine days              | c-letter-nine
    37 working days               | c-answer-late
    7 november 2029               | c-expiry
    novembr 2029                  | c-expiry
    packed with clay              | c-clay
    drain clay criticises         | c-clay
    second clerk                  | c-vmi-reply
    ask-mutual                    | ask-mutual
    kind:contact declined         | ask-board
    hearing 12 june               | hearing
    works memorandum 1998         | scan
    memorandum survey             | scan
    communique                    | communique
    skerl echo                    | echo-paper
    marta ilvane                  | draft#l63
    oldest trick in the valley    | draft#l62
    kind:sentence bakery          | draft#l73
    bus shelter painted green     | minutes#par4
    petra lundvik                 | echo#par9
    unteren schacht               | q-schacht
";

/// Asked of the Peru case.
const PERU_PERMIT: &str = "
    marina navarro                | navarro
    navarro marina                | navarro
    navaro                        | navarro
    gac                           | gac
    global afairs canada          | gac
    arms monitoring expert        | gallagher
    kelsey galager                | gallagher
    brent paterson                | patterson
    anita anand defence           | anand
    attorney general              | benavides
    benavidez                     | benavides
    peace brigades                | pbi-canada
    prospectors developers        | pdac
    q-toll                        | q-toll
    49 killed armed forces        | q-toll
    killed 49 armed forces two months | c-toll
    left in the dark              | q-dark
    kind:quote who:patterson robust | q-surely
    who:price double standard     | q-double
    post-shipment monitoring      | q-no-controls
    postshipment controls         | q-no-controls
    super seasprite               | q-seasprite
    sea sprite program            | q-seasprite
    worse than animals            | q-worse
    expedited delay               | q-expedited
    stigmatisation streets        | q-stigma
    \"really worried\"            | q-worried
    permit-feb6                   | permit-feb6
    permit feb6                   | permit-feb6
    960000                        | permit-feb6
    kind:permit 960,000           | permit-feb6
    kind:permit 6 feb 2023        | permit-feb6
    2023-02-06                    | permit-feb6
    thermal imaging equipment     | q-imaging
    infra red kind:permit         | permit-feb6
    kind:permit riot control      | exports-2022
    nearly 1 million              | c-value
    military goods ottawa         | c-value
    41 working days               | c-fortyone
    fourty working days           | q-forty-days
    nearly 10 billion             | c-mining
    kind:figure minning assets    | mining
    kind:casualty executions      | executed-20
    dead-49                       | dead-49
    kind:casualty 49              | dead-49
    medical workers came wounded  | c-medics
    constitutional complaint 27 november | c-complaint
    kind:event castillo           | castillo-ousted
    kind:event 2022-12-07 begin   | protests
    spain brazil                  | c-paused
    new law 15 years              | c-jail
    mary ng meet ministers toronto | c-pdac
    kind:source tweets            | tweets-ng
    arms trade treaty             | att
    export control list           | ecl
    kind:source who:macleod       | gac-statement
    press release april           | release-gdls
    kind:contact gdls             | ask-gdls
    kind:request maple            | ati-maple
    amount:>1e9                   | mining
    kind:event date:2022-07       | anand-told
    kind:sentence 41 working      | draft#l23
    is:uncited largest explorer   | draft#l7
";

/// A line of the table, answered.
struct Placed {
    typed: &'static str,
    wanted: &'static str,
    /// At which place it came, from 0; `None` if not among the first twenty.
    at: Option<usize>,
    /// What came before it.
    before: String,
}

impl std::fmt::Display for Placed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            typed,
            wanted,
            at,
            before,
        } = self;
        write!(f, "{typed} | {wanted}: {at:?} after {before}")
    }
}

fn placed(folder: &str, table: &'static str) -> Vec<Placed> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("casefiles")
        .join(folder);
    let case = open_case(&path).expect("the case is shipped").case;
    let search = Search::of(&case);
    let answer = |(typed, wanted): (&'static str, &'static str)| {
        let (typed, wanted) = (typed.trim(), wanted.trim());
        let hits = search.query(typed, 20).hits;
        let things = hits.iter().filter_map(|hit| search.thing(hit.key));
        let references: Vec<String> = things.map(|(_, thing)| thing.reference(&case)).collect();
        let at = references.iter().position(|reference| reference == wanted);
        let before = references[..references.len().min(at.unwrap_or(5))].join(" ");
        Placed {
            typed,
            wanted,
            at,
            before,
        }
    };
    table
        .lines()
        .filter_map(|line| line.split_once('|'))
        .map(answer)
        .collect()
}

/// All among the first five, 55 of 60 first.
fn come_first_or_nearly(all: &[Placed]) {
    let told = |those: &[&Placed]| -> String {
        those.iter().map(|placed| format!("\n  {placed}")).collect()
    };
    let not_first: Vec<&Placed> = all.iter().filter(|placed| placed.at != Some(0)).collect();
    let far: Vec<&Placed> = all
        .iter()
        .filter(|placed| placed.at.is_none_or(|at| at >= 5))
        .collect();
    let enough = not_first.len() * 12 <= all.len();
    assert!(
        far.is_empty() && enough,
        "of {} not among the first five:{}\nnot first:{}",
        all.len(),
        told(&far),
        told(&not_first)
    );
}

#[test]
fn in_the_fictional_case_the_thing_wanted_comes_first_or_nearly() {
    come_first_or_nearly(&placed("ravel-ridge", RAVEL_RIDGE));
}

#[test]
fn in_the_peru_case_the_thing_wanted_comes_first_or_nearly() {
    come_first_or_nearly(&placed("peru-permit", PERU_PERMIT));
}
