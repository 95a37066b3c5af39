//! What the desk does when it is asked to: by a key, or by a layer that lay on top of it.

mod boxes;
mod checking;
mod clips;
mod find;
mod granted;
mod menus;
mod on_desk;
mod pasting;
mod typing;
mod words;
