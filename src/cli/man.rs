//! `man`: the manual page, one page with every command.

use super::Failure;
use super::args::Cli;
use super::out::Out;
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::io::{self, Write};

/// Prints it.
pub fn run(out: &mut Out) -> Result<u8, Failure> {
    out.write_all(&page()?)?;
    Ok(0)
}

/// The page as roff.
pub fn page() -> io::Result<Vec<u8>> {
    let command = Cli::command();
    let mut page = vec![];
    let man = Man::new(command.clone())
        .title("CASEFILE")
        .manual("casefile");
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut commands = Roff::new();
    commands.control("SH", ["COMMANDS"]);
    commands.to_writer(&mut page)?;
    let mut command = command;
    command.build();
    for sub in command.get_subcommands() {
        subcommand(sub, &mut page)?;
    }
    man.render_extra_section(&mut page)?;
    Ok(page)
}

/// One command under a heading of its own, with its arguments, options and examples.
fn subcommand(command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let mut roff = Roff::new();
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ");
    roff.control("SS", [usage]);
    if let Some(about) = command.get_about() {
        roff.text([roman(format!("{about}."))]);
    }
    for argument in command.get_arguments() {
        if argument.is_global_set() || argument.get_id() == "help" {
            continue;
        }
        let value = argument.get_value_names().unwrap_or_default();
        let value: Vec<&str> = value.iter().map(AsRef::as_ref).collect();
        let name = match argument.get_long() {
            Some(long) if argument.get_action().takes_values() => {
                format!("--{long} {}", value.join(" "))
            }
            Some(long) => format!("--{long}"),
            None => value.join(" "),
        };
        roff.control("TP", []);
        roff.text([bold(name)]);
        roff.text([roman(says(argument))]);
    }
    if let Some(extra) = command.get_after_help() {
        roff.control("PP", []);
        roff.control("nf", []);
        roff.text([roman(extra.to_string())]);
        roff.control("fi", []);
    }
    roff.to_writer(page)
}

/// What an argument is for, what it may be and what it is if left out.
fn says(argument: &clap::Arg) -> String {
    let mut says = argument
        .get_help()
        .map_or(String::new(), ToString::to_string);
    let choices = argument.get_possible_values();
    let choices: Vec<&str> = choices.iter().map(|choice| choice.get_name()).collect();
    if !choices.is_empty() && argument.get_action().takes_values() {
        says.push_str(&format!(": {}", choices.join(", ")));
    }
    if let [default] = argument.get_default_values()
        && argument.get_action().takes_values()
    {
        says.push_str(&format!(" (if left out: {})", default.to_string_lossy()));
    }
    says
}
