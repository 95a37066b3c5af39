//! Opens a case and prints its problems, one a line: how a program other than ours would do it.

use std::path::Path;

fn main() {
    let path = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "casefiles/ravel-ridge".to_owned());
    match casefile::disk::open_case(Path::new(&path)) {
        Ok(opened) => {
            for problem in &opened.problems {
                let place = opened.case.place(problem.file, problem.span.start);
                let file = &opened.case.file(problem.file).path;
                println!(
                    "{file}:{}:{} {} {}",
                    place.line, place.column, problem.code, problem.message
                );
            }
            println!("{} records", opened.case.records.len());
        }
        Err(error) => println!("{error}"),
    }
}
