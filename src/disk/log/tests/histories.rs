//! A hundred thousand histories of a log on the simulated disk: what was said to be saved is there, and nothing else.

use super::world::{Sabotage, Weather, World, verdict};
use casefile_dice::Dice;

/// Everything that can happen.
const STORM: Weather = Weather {
    power_cuts: 12,
    kills: 15,
    faults: 25,
    others: 60,
    replaced: 6,
};
/// Programs are killed and get in each other's way, but the machine and the disk are sound.
const KILLS: Weather = Weather {
    power_cuts: 0,
    kills: 40,
    faults: 0,
    others: 120,
    replaced: 0,
};

/// Runs one of this run's histories and says what was wrong with it.
fn history(number: u64, sabotage: Sabotage) -> Result<u64, String> {
    let weather = if number.is_multiple_of(3) {
        KILLS
    } else {
        STORM
    };
    let world = World::new(Dice::nth(number), weather, sabotage);
    for _ in 0..3 + world.below(6) {
        world.save();
    }
    world.is_read();
    if weather.power_cuts > 0 && world.below(2) == 0 {
        world.power_cut();
    }
    verdict(&world)
        .map(|end| end.seq)
        .map_err(|what| format!("history {number} of seed {}: {what}", casefile_dice::seed()))
}

#[test]
fn in_a_hundred_thousand_histories_nothing_that_was_said_to_be_saved_is_lost() {
    let half = |from: u64| {
        move || {
            (from..100_000)
                .step_by(2)
                .map(|number| history(number, Sabotage::None))
                .sum::<Result<u64, String>>()
        }
    };
    let other = std::thread::spawn(half(1));
    let lines = half(0)().unwrap() + other.join().unwrap().unwrap();
    assert!(
        lines > 300_000,
        "only {lines} lines were written: the histories say too little"
    );
}

#[test]
fn with_any_one_rule_taken_out_the_same_histories_find_it() {
    for sabotage in [
        Sabotage::NoLock,
        Sabotage::NoSync,
        Sabotage::NoGuard,
        Sabotage::Chunks,
    ] {
        let found = (0..10_000).find_map(|number| history(number, sabotage).err());
        assert!(found.is_some(), "{sabotage:?} was not noticed");
    }
}

/// What each sabotage costs, for whoever wonders whether a rule is worth its price.
#[test]
fn each_rule_taken_out_loses_what_was_said_to_be_saved_or_tears_what_kills_alone_never_tear() {
    let lost = |sabotage| {
        (0..20_000)
            .filter_map(|number| history(number, sabotage).err())
            .find(|what| what.contains("is lost"))
    };
    assert!(lost(Sabotage::NoLock).is_some());
    assert!(lost(Sabotage::NoSync).is_some());
    assert!(lost(Sabotage::NoGuard).is_some());
    let torn = (0..1000)
        .filter_map(|number| history(number * 3, Sabotage::Chunks).err())
        .find(|what| what.contains("Torn"));
    assert!(torn.is_some());
}
