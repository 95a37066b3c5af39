//! Logs that are not as they should be, and cases that change while somebody rules: what is said, and that nothing is lost.

use crate::rulings::{confirmed, run};
use crate::run::Done;
use casefile::ruling::chain::{End, finished};
use serde_json::{Map, Value};

impl Done {
    /// Writes a log anew, as somebody would who knows how its sums are made.
    fn forge(&self, change: impl Fn(usize, &mut Map<String, Value>)) {
        let (mut end, mut text) = (End::default(), String::new());
        for (n, line) in self.log().1.lines().enumerate() {
            let mut line: Map<String, Value> = serde_json::from_str(line).unwrap();
            change(n, &mut line);
            let line = finished(&line, &end);
            end = End {
                seq: end.seq + 1,
                sum: casefile::ruling::chain::sum_of(&line).to_owned(),
            };
            text.push_str(&line);
            text.push('\n');
        }
        self.write_log(&text);
    }

    fn rules(self, ruling: &str) -> Self {
        self.then(&["rule", ".", "c-lost", ruling, "--by", "kl"])
    }
}

#[test]
fn a_clock_that_was_set_back_changes_neither_what_counts_nor_what_undo_takes_back() {
    let done = confirmed();
    done.forge(|_, line| {
        line.insert("at".to_owned(), "2099-01-01T00:00:00Z".into());
    });
    let done = done.rules("wrong").exits(0).stands("to-fix");
    let done = done.then(&["log", "."]).exits(0);
    let (first, second) = (done.out.find("is confirmed"), done.out.find("is wrong"));
    assert!(first < second, "told in the order given: {}", done.out);
    let done = done.then(&["undo", ".", "--by", "kl"]).exits(0);
    done.says("took back that c-lost is wrong")
        .stands("confirmed");
}

#[test]
fn a_line_forged_with_its_sum_is_told_by_the_line_behind_it_and_by_what_is_remembered() {
    let done = confirmed().rules("wrong").exits(0);
    let forged = done.log().1;
    let lines: Vec<&str> = forged.lines().collect();
    let mut first: Map<String, Value> = serde_json::from_str(lines[0]).unwrap();
    first.insert("ruling".to_owned(), "waived".into());
    let first = finished(&first, &End::default());
    done.write_log(&format!("{first}\n{}\n", lines[1]));
    let done = done.then(&["check", "."]).exits(1);
    let done = done.says("CF704").says("does not follow the one above it");
    // The whole log forged: the sums are right, and are not those that were there.
    done.write_log(&forged);
    done.forge(|_, line| {
        line.insert("ruling".to_owned(), "waived".into());
    });
    let done = done.then(&["check", "."]).exits(1);
    done.says("CF705").says("is gone or has changed");
}

#[test]
fn a_line_cut_in_the_middle_of_a_log_is_no_accident_of_saving() {
    let done = confirmed().rules("wrong").rules("waived").exits(0);
    let text = done.log().1;
    let lines: Vec<&str> = text.lines().collect();
    let half = &lines[1][..lines[1].len() / 2];
    done.write_log(&format!("{}\n{half}\n{}\n", lines[0], lines[2]));
    let done = done.then(&["check", "."]).exits(0);
    done.says("warning[CF702]")
        .says("the line was whole when the next one was written");
}

#[test]
fn a_line_end_that_became_a_zero_is_told_and_the_ruling_counts() {
    let done = confirmed();
    let log = done.log().1;
    done.write_log(&format!("{}\0", log.trim_end()));
    let done = done.then(&["check", "."]).exits(0).says("note[CF702]");
    done.says("counts").stands("confirmed");
}

#[test]
fn a_torn_line_does_not_keep_a_story_from_being_signed_for_ever() {
    let done = confirmed();
    let text = done.log().1;
    done.write_log(&format!("{text}{}", &text[..40]));
    done.then(&["sign", ".", "--by", "jo"])
        .exits(0)
        .says("signed off by jo");
}

#[test]
fn what_is_no_log_under_a_logs_name_is_told_and_not_written_to() {
    let done = confirmed();
    done.write_log("line,sentence\n1,It rained.\n");
    let done = done
        .then(&["check", "."])
        .exits(1)
        .says("CF707")
        .says("CF705");
    let done = done.rules("wrong").exits(2).complains("NOT SAVED");
    let done = done
        .complains("not a log of rulings")
        .complains("move that file");
    assert_eq!(done.log().1, "line,sentence\n1,It rained.\n");
}

#[cfg(unix)]
#[test]
fn pipes_folders_and_second_names_are_told_and_not_written_to() {
    let with = |put: &dyn Fn(&std::path::Path)| {
        let done = confirmed();
        let (path, text) = done.log();
        std::fs::remove_file(&path).unwrap();
        put(&path);
        (done.then(&["check", "."]), path, text)
    };
    let pipe = |path: &std::path::Path| {
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.unwrap().success());
    };
    let (done, _, _) = with(&pipe);
    let done = done.exits(1).says("CF700").says("not a regular file");
    let done = done.rules("wrong").exits(2).complains("NOT SAVED");
    done.complains("special file")
        .complains("a new log is begun");
    let (done, _, _) = with(&|path| std::fs::create_dir(path).unwrap());
    let done = done.exits(1).says("CF700").rules("wrong").exits(2);
    done.complains("NOT SAVED").complains("is a folder");
    // A second name: who else writes to it is not known, so it is neither read nor written to, and that is told.
    let done = confirmed();
    let (path, text) = done.log();
    std::fs::hard_link(&path, done.path("second")).unwrap();
    let done = done.rules("wrong").exits(2).complains("NOT SAVED");
    let done = done.complains("hard link").then(&["check", "."]).exits(1);
    let done = done.says("CF700").says("hard link").says("copy the file");
    assert_eq!(done.file("second"), text);
    std::fs::remove_file(done.path("second")).unwrap();
    done.stands("confirmed");
}

#[test]
fn a_case_edited_while_a_ruling_is_made_leaves_it_stale_at_once() {
    let done = run(&["rule", ".", "draft#l3", "waived", "--by", "kl"]).exits(0);
    let log = std::fs::File::options().append(true).open(done.log().0);
    let log = log.unwrap();
    log.lock().unwrap();
    // It has read the case and waits for the log.
    let child = std::process::Command::new(crate::run::program())
        .args(["rule", ".", "c-lost", "confirmed", "--by", "kl"])
        .current_dir(done.folder.path())
        .env("XDG_STATE_HOME", done.path(".state"))
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1500));
    let done = done.edit("case.yaml", "value: 212", "value: 213");
    log.unlock().unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let done = done.stands("stale");
    let because = &done.json()[0]["standing"]["because"][0];
    assert_eq!(
        (&because["was"], &because["now"]),
        (&"212".into(), &"213".into())
    );
}

#[test]
fn words_changed_as_asked_are_told_and_confirmed_by_ruling_again() {
    let fix = [
        "rule",
        ".",
        "draft#l1",
        "fix",
        "--by",
        "kl",
        "--fix",
        "The mud took 212 homes.",
    ];
    let done = run(&fix).exits(0);
    let state = |done: Done, state: &str| {
        let done = done.then(&["show", ".", "draft#l1", "--format", "json"]);
        assert_eq!(done.json()[0]["standing"]["state"], state, "{}", done.out);
        done
    };
    let done = state(done, "to-fix").edit("draft.md", "212 houses", "212 homes");
    let done = state(done, "as-asked").then(&["check", ".", "--format", "json"]);
    let last = done.json().pop().unwrap();
    assert_eq!(last["summary"]["standings"]["as-asked"], 1);
    let all = last["summary"]["standings"].as_object().unwrap();
    let sum: u64 = all.values().filter_map(Value::as_u64).sum();
    assert_eq!(last["summary"]["sentences"], sum, "each is counted once");
    // Something else besides is not what was asked for.
    let done = done.edit("case.yaml", "value: 212", "value: 213");
    let done = state(done, "stale").edit("case.yaml", "value: 213", "value: 212");
    let done = done.then(&["rule", ".", "draft#l1", "confirmed", "--by", "kl"]);
    state(done, "confirmed");
}

#[test]
fn a_ruling_on_what_is_gone_is_listed_with_the_words_that_take_it_back() {
    let done = confirmed().edit("case.yaml", "c-lost:", "c-houses:");
    let done = done.then(&["check", ".", "--format", "json"]);
    let told = done.json();
    let told = told.iter().find(|line| line["code"] == "CF721").unwrap();
    let message = told["message"].as_str().unwrap();
    assert!(message.contains("`c-lost`") && message.contains("“The mud took 212 houses.”"));
    let help = told["help"].as_str().unwrap();
    assert!(help.contains("nearest to it now is c-houses"), "{help}");
    let (_, id) = help.split_once("undo CASE ").unwrap();
    let id = id.split(' ').next().unwrap().to_owned();
    let done = done.then(&["undo", ".", &id, "--by", "kl"]).exits(0);
    done.then(&["check", "."]).never_says("CF721");
}

#[test]
fn no_command_takes_a_name_that_leads_elsewhere() {
    for args in [
        &["undo", ".", "--by", "../x"][..],
        &["sign", ".", "--by", "../x"],
        &["rule", ".", "c-lost", "confirmed", "--by", "../x"],
        &["rename", ".", "c-lost", "c-x", "--by", "../x"],
    ] {
        let done = confirmed().then(args).exits(2);
        done.complains("NOT SAVED")
            .complains("`../x` cannot be the name of a checker");
    }
}
