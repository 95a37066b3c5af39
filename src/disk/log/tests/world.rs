//! A disk and the programs on it, simulated: writes reach the disk in pages and in any order, a power cut tears them and
//! forgets what was not synced, a failed sync forgets for good, programs are killed between any two calls, and others
//! write in the middle of one's work. Everything follows from one number, so that what fails can be run again.

use crate::disk::log::append::{Appender, Identity, LogFile, LogFolder, NotSaved};
use crate::ruling::chain::{self, Chain, End};
use casefile_dice::Dice;
use serde_json::{Map, Value, json};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, HashSet};
use std::io;
use std::rc::Rc;

/// Bytes of a page; lines are longer, so that a line can lose its middle.
const PAGE: usize = 64;
/// How deep one program's work may be interrupted by another's.
const DEEPEST: usize = 2;

/// One rule of the protocol taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sabotage {
    /// The protocol as it is.
    None,
    /// Nobody waits for anybody.
    NoLock,
    /// Saved is said before the disk has it.
    NoSync,
    /// A line begins wherever the last one was torn.
    NoGuard,
    /// A line is written in several goes.
    Chunks,
}

/// What happens in a world besides writing, each in so many of a thousand calls.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weather {
    pub(super) power_cuts: u64,
    pub(super) kills: u64,
    pub(super) faults: u64,
    pub(super) others: u64,
    pub(super) replaced: u64,
}

#[derive(Default)]
struct File {
    /// What programs see.
    seen: Vec<u8>,
    /// What outlives a power cut.
    kept: Vec<u8>,
    /// Pages that were written and not brought to the disk yet.
    dirty: BTreeSet<usize>,
    locked_by: Option<usize>,
}

impl File {
    fn bring(&mut self, page: usize, bytes: usize) {
        let from = page * PAGE;
        let to = (from + bytes).min(self.seen.len());
        if self.kept.len() < to {
            self.kept.resize(to, 0);
        }
        self.kept[from..to].copy_from_slice(&self.seen[from..to]);
    }
}

/// A program that writes; the number is never given twice.
struct Program {
    number: usize,
    log: Appender<Folder>,
    alive: Rc<Cell<bool>>,
}

/// The world of one history.
pub(super) struct World {
    dice: RefCell<Dice>,
    weather: Weather,
    sabotage: Sabotage,
    files: RefCell<Vec<File>>,
    /// The file that the name means, as programs see it and as it outlives a power cut.
    name: Cell<(Option<usize>, Option<usize>)>,
    idle: RefCell<Vec<Program>>,
    /// Those at work, the innermost last.
    working: RefCell<Vec<Rc<Cell<bool>>>>,
    numbers: Cell<usize>,
    /// True once something happened that may tear lines: a power cut, a write cut short, a failed sync.
    pub(super) may_be_torn: Cell<bool>,
    pub(super) attempted: RefCell<HashSet<String>>,
    pub(super) acknowledged: RefCell<HashSet<String>>,
    /// What a reader found that must not be.
    pub(super) seen_wrong: RefCell<Option<String>>,
}

impl World {
    pub(super) fn new(dice: Dice, weather: Weather, sabotage: Sabotage) -> Rc<Self> {
        Rc::new(Self {
            dice: RefCell::new(dice),
            weather,
            sabotage,
            files: RefCell::default(),
            name: Cell::default(),
            idle: RefCell::default(),
            working: RefCell::default(),
            numbers: Cell::default(),
            may_be_torn: Cell::default(),
            attempted: RefCell::default(),
            acknowledged: RefCell::default(),
            seen_wrong: RefCell::default(),
        })
    }

    /// A number below another.
    pub(super) fn below(&self, most: u64) -> u64 {
        let most = usize::try_from(most).unwrap();
        self.dice.borrow_mut().below(most) as u64
    }

    fn happens(&self, of_a_thousand: u64) -> bool {
        self.below(1000) < of_a_thousand
    }

    /// One program saves one entry, trying again sometimes when that fails.
    pub(super) fn save(self: &Rc<Self>) {
        let idle = self
            .idle
            .borrow_mut()
            .pop()
            .filter(|program| program.alive.get());
        let mut program = idle.unwrap_or_else(|| self.program());
        let number = self.attempted.borrow().len();
        let id = format!("{}-{number}", program.number);
        let why = "x".repeat(usize::try_from(self.below(240)).unwrap());
        let value = json!({"v": 1, "id": id, "by": "kl", "why": why});
        let entry: Map<String, Value> = value.as_object().unwrap().clone();
        self.attempted.borrow_mut().insert(id.clone());
        self.working.borrow_mut().push(Rc::clone(&program.alive));
        for _ in 0..3 {
            match program.log.append(&entry) {
                Ok(_) => {
                    self.acknowledged.borrow_mut().insert(id);
                    break;
                }
                Err(_) if !program.alive.get() || self.below(3) == 0 => break,
                Err(_) => {}
            }
        }
        self.working.borrow_mut().pop();
        if program.alive.get() && self.below(4) > 0 {
            self.idle.borrow_mut().push(program);
        }
    }

    fn program(self: &Rc<Self>) -> Program {
        let number = self.numbers.get() + 1;
        self.numbers.set(number);
        let alive = Rc::new(Cell::new(true));
        let folder = Folder {
            world: Rc::clone(self),
            number,
            alive: Rc::clone(&alive),
        };
        Program {
            number,
            log: Appender::new(folder),
            alive,
        }
    }

    /// Whatever happens between two calls of a program; an error if the program does not live to see the next.
    fn meanwhile(self: &Rc<Self>, alive: &Cell<bool>) -> io::Result<()> {
        let weather = self.weather;
        if self.happens(weather.others) && self.working.borrow().len() <= DEEPEST {
            self.save();
        }
        if self.happens(60) {
            self.some_page_reaches_the_disk();
        }
        if self.happens(weather.replaced) {
            self.is_replaced();
        }
        if self.happens(40) {
            self.is_read();
        }
        if alive.get() && self.happens(weather.kills) {
            alive.set(false);
        }
        if self.happens(weather.power_cuts) {
            self.power_cut();
        }
        if alive.get() {
            return Ok(());
        }
        Err(io::Error::other("killed"))
    }

    /// An error of the disk, sometimes.
    fn fault(&self) -> io::Result<()> {
        if self.happens(self.weather.faults) {
            return Err(io::Error::other("fault"));
        }
        Ok(())
    }

    fn some_page_reaches_the_disk(&self) {
        for file in self.files.borrow_mut().iter_mut() {
            let page = file.dirty.iter().next_back().copied();
            if let Some(page) = page {
                file.dirty.remove(&page);
                file.bring(page, PAGE);
            }
        }
    }

    /// Another program, which takes no lock, puts a copy in the log's place, as Git does.
    fn is_replaced(&self) {
        let mut files = self.files.borrow_mut();
        let (Some(now), kept) = self.name.get() else {
            return;
        };
        let seen = files[now].seen.clone();
        files.push(File {
            kept: seen.clone(),
            seen,
            ..File::default()
        });
        self.name.set((Some(files.len() - 1), kept));
    }

    pub(super) fn power_cut(&self) {
        self.may_be_torn.set(true);
        self.working
            .borrow()
            .iter()
            .for_each(|alive| alive.set(false));
        self.idle.borrow_mut().clear();
        for file in self.files.borrow_mut().iter_mut() {
            for page in std::mem::take(&mut file.dirty) {
                match self.below(3) {
                    0 => file.bring(page, PAGE),
                    1 => file.bring(page, usize::try_from(self.below(PAGE as u64)).unwrap()),
                    _ => {}
                }
            }
            file.seen.clone_from(&file.kept);
            file.locked_by = None;
        }
        let (seen, kept) = self.name.get();
        let name = if self.below(2) == 0 { seen } else { kept };
        self.name.set((name, name));
    }

    /// The log as a reader finds it now.
    pub(super) fn log(&self) -> Chain {
        let files = self.files.borrow();
        let file = self.name.get().0.map(|at| &files[at]);
        chain::read(file.map_or(&[], |file| &file.seen))
    }

    /// A reader, who takes no lock, must never see a line half written, or one that does not follow the other.
    pub(super) fn is_read(&self) {
        let log = self.log();
        if !self.may_be_torn.get() && !log.flaws.is_empty() {
            let flaws = log.flaws;
            self.seen_wrong
                .borrow_mut()
                .get_or_insert_with(|| format!("a reader saw {flaws:?}"));
        }
    }
}

/// The folder as one program sees it.
pub(super) struct Folder {
    world: Rc<World>,
    number: usize,
    alive: Rc<Cell<bool>>,
}

/// The log as one program has it open.
pub(super) struct Open {
    world: Rc<World>,
    number: usize,
    alive: Rc<Cell<bool>>,
    file: usize,
}

impl LogFolder for Folder {
    type File = Open;

    fn open(&self) -> Result<Open, NotSaved> {
        let failed = |why| NotSaved::Failed("open", why);
        self.world.meanwhile(&self.alive).map_err(failed)?;
        self.world.fault().map_err(failed)?;
        let (seen, kept) = self.world.name.get();
        let file = seen.unwrap_or_else(|| {
            let mut files = self.world.files.borrow_mut();
            files.push(File::default());
            self.world.name.set((Some(files.len() - 1), kept));
            files.len() - 1
        });
        let world = Rc::clone(&self.world);
        Ok(Open {
            world,
            number: self.number,
            alive: Rc::clone(&self.alive),
            file,
        })
    }

    fn named(&self) -> io::Result<Option<Identity>> {
        self.world.meanwhile(&self.alive)?;
        Ok(self.world.name.get().0.map(|file| (0, file as u64)))
    }

    fn sync(&self) -> io::Result<()> {
        self.world.meanwhile(&self.alive)?;
        self.world.fault()?;
        if self.world.sabotage != Sabotage::NoSync {
            let (seen, _) = self.world.name.get();
            self.world.name.set((seen, seen));
        }
        Ok(())
    }
}

impl LogFile for Open {
    fn lock(&self) -> io::Result<bool> {
        self.world.meanwhile(&self.alive)?;
        self.world.fault()?;
        if self.world.sabotage == Sabotage::NoLock {
            return Ok(true);
        }
        let file = &mut self.world.files.borrow_mut()[self.file];
        if file.locked_by.is_some_and(|holder| holder != self.number) {
            return Ok(false);
        }
        file.locked_by = Some(self.number);
        Ok(true)
    }

    fn unlock(&self) -> io::Result<()> {
        let file = &mut self.world.files.borrow_mut()[self.file];
        if file.locked_by == Some(self.number) {
            file.locked_by = None;
        }
        Ok(())
    }

    fn identity(&self) -> io::Result<Identity> {
        Ok((0, self.file as u64))
    }

    fn length(&self) -> io::Result<u64> {
        self.world.meanwhile(&self.alive)?;
        Ok(self.world.files.borrow()[self.file].seen.len() as u64)
    }

    fn read(&self, from: u64, into: &mut [u8]) -> io::Result<()> {
        self.world.meanwhile(&self.alive)?;
        self.world.fault()?;
        let from = usize::try_from(from).unwrap();
        let files = self.world.files.borrow();
        let bytes = files[self.file].seen.get(from..from + into.len());
        into.copy_from_slice(bytes.ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }

    fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        self.world.meanwhile(&self.alive)?;
        self.world.fault()?;
        let sabotage = self.world.sabotage;
        if sabotage == Sabotage::Chunks {
            for chunk in bytes.chunks(40) {
                self.add(chunk);
                self.world.meanwhile(&self.alive)?;
            }
            return Ok(bytes.len());
        }
        let first = usize::from(sabotage == Sabotage::NoGuard && bytes[0] == b'\n');
        if self.world.fault().is_err() {
            self.world.may_be_torn.set(true);
            let some = usize::try_from(self.world.below(bytes.len() as u64)).unwrap();
            self.add(&bytes[first.min(some)..some]);
            return Ok(some);
        }
        self.add(&bytes[first..]);
        Ok(bytes.len())
    }

    fn sync(&self) -> io::Result<()> {
        self.world.meanwhile(&self.alive)?;
        if self.world.sabotage == Sabotage::NoSync {
            return Ok(());
        }
        let failed = self.world.fault();
        if failed.is_err() {
            self.world.may_be_torn.set(true);
        }
        let file = &mut self.world.files.borrow_mut()[self.file];
        for page in std::mem::take(&mut file.dirty) {
            // After a failed sync the system takes the pages for written: no later sync brings them again.
            if failed.is_ok() || self.world.below(2) == 0 {
                file.bring(page, PAGE);
            }
        }
        failed
    }
}

impl Open {
    fn add(&self, bytes: &[u8]) {
        let file = &mut self.world.files.borrow_mut()[self.file];
        let from = file.seen.len();
        file.seen.extend_from_slice(bytes);
        file.dirty
            .extend(from / PAGE..file.seen.len().div_ceil(PAGE));
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        // A file is unlocked when the program closes it, and also when the program is killed.
        let _ = self.unlock();
    }
}

/// What is wrong with a world at its end, if anything.
pub(super) fn verdict(world: &World) -> Result<End, String> {
    let log = world.log();
    let recovered: HashSet<&str> = log.lines.iter().map(chain::RawLine::id).collect();
    let acknowledged = world.acknowledged.borrow();
    if let Some(lost) = acknowledged
        .iter()
        .find(|id| !recovered.contains(id.as_str()))
    {
        return Err(format!("{lost} was said to be saved and is lost"));
    }
    let attempted = world.attempted.borrow();
    if let Some(strange) = recovered.iter().find(|id| !attempted.contains(**id)) {
        return Err(format!("{strange} was never written"));
    }
    if let Some(wrong) = world.seen_wrong.take() {
        return Err(wrong);
    }
    let edited = log
        .flaws
        .iter()
        .find(|flaw| flaw.what == chain::Wrong::Edited);
    match edited {
        Some(flaw) => Err(format!("an accident looks like an edit: {flaw:?}")),
        None => Ok(log.end),
    }
}
