//! A YAML file as a flat tree of nodes with places: sixteen bytes a node, text read from the file when asked for.

use std::borrow::Cow;
use std::ops::Range;

/// A node of a [`Tree`]: an index.
pub type NodeIx = u32;

/// What a node is, and for a text how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text without quotation marks.
    Plain,
    /// A text in quotation marks.
    Quoted,
    /// A text under `|` or `>`.
    Block,
    /// Nothing: a key or a dash without a value.
    Empty,
    /// A value that could not be read; the problem has been reported.
    Cut,
    /// A list with one entry to a line.
    List,
    /// A list in brackets.
    FlowList,
    /// Keys with values, one to a line.
    Map,
    /// Keys with values in braces.
    FlowMap,
}

impl Shape {
    /// True for keys with values, however written.
    pub const fn is_map(self) -> bool {
        matches!(self, Self::Map | Self::FlowMap)
    }

    /// True for a list, however written.
    pub const fn is_list(self) -> bool {
        matches!(self, Self::List | Self::FlowList)
    }

    /// True for a text, however written.
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Plain | Self::Quoted | Self::Block)
    }
}

/// One node: its bytes in the file, and where its text or its end is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) start: u32,
    pub(super) end: u32,
    /// For a list or map the index after its last node; for a decoded text its number in `decoded`.
    pub(super) link: u32,
    pub(super) shape: Shape,
    /// The text is not the bytes themselves (escapes, folded lines): it is kept decoded.
    pub(super) decoded: bool,
    /// Written elsewhere and repeated here by an alias.
    pub(super) repeated: bool,
}

/// The nodes of one file. A file with faults may hold several pieces; the first is the root.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    pub(super) nodes: Vec<Node>,
    pub(super) decoded: String,
    pub(super) decoded_ends: Vec<u32>,
}

impl Tree {
    /// The outermost node, if the file holds anything.
    pub fn root(&self) -> Option<NodeIx> {
        (!self.nodes.is_empty()).then_some(0)
    }

    /// The node; an index that is not there gives a value that could not be read.
    fn node(&self, node: NodeIx) -> Node {
        self.nodes.get(node as usize).copied().unwrap_or(Node {
            start: 0,
            end: 0,
            link: node,
            shape: Shape::Cut,
            decoded: false,
            repeated: false,
        })
    }

    /// What a node is.
    pub fn shape(&self, node: NodeIx) -> Shape {
        self.node(node).shape
    }

    /// Bytes of the file from a node's first character to its end, quotation marks included.
    pub fn span(&self, node: NodeIx) -> Range<usize> {
        let node = self.node(node);
        node.start as usize..node.end as usize
    }

    /// The index after this node and all that is in it.
    pub(super) fn after(&self, node: NodeIx) -> NodeIx {
        let n = self.node(node);
        match n.shape {
            Shape::List | Shape::FlowList | Shape::Map | Shape::FlowMap => n.link,
            Shape::Plain | Shape::Quoted | Shape::Block | Shape::Empty | Shape::Cut => {
                node.saturating_add(1)
            }
        }
    }

    /// The keys and values of a map, in the order written; nothing for other nodes.
    pub fn entries(&self, node: NodeIx) -> impl Iterator<Item = (NodeIx, NodeIx)> + '_ {
        let mut at = node.saturating_add(1);
        let end = if self.shape(node).is_map() {
            self.after(node)
        } else {
            at
        };
        std::iter::from_fn(move || {
            let key = (at < end).then_some(at)?;
            let value = self.after(key);
            if value >= end {
                return None;
            }
            at = self.after(value);
            Some((key, value))
        })
    }

    /// The entries of a list, in the order written; nothing for other nodes.
    pub fn items(&self, node: NodeIx) -> impl Iterator<Item = NodeIx> + '_ {
        let mut at = node.saturating_add(1);
        let end = if self.shape(node).is_list() {
            self.after(node)
        } else {
            at
        };
        std::iter::from_fn(move || {
            let item = (at < end).then_some(at)?;
            at = self.after(item);
            Some(item)
        })
    }

    /// The value of a key of a map.
    pub fn get(&self, bytes: &[u8], map: NodeIx, key: &str) -> Option<NodeIx> {
        self.entries(map)
            .find(|(k, _)| self.text(bytes, *k) == key)
            .map(|(_, value)| value)
    }

    /// A text as it is meant: without quotation marks, escapes read, lines folded. Empty for lists, maps and nothing.
    pub fn text<'a>(&'a self, bytes: &'a [u8], node: NodeIx) -> Cow<'a, str> {
        match self.decoded_text(node) {
            Some(text) => Cow::Borrowed(text),
            None => super::bytes::lossy(bytes.get(self.text_span(node)).unwrap_or_default()),
        }
    }

    /// The texts that are not the bytes themselves, each with its bytes in the file.
    pub(super) fn decoded_texts(&self) -> impl Iterator<Item = (Range<usize>, &str)> {
        let nodes = 0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let own = nodes.filter(|node| !self.node(*node).repeated);
        own.filter_map(|node| Some((self.span(node), self.decoded_text(node)?)))
    }

    /// The text if it was kept decoded.
    pub(super) fn decoded_text(&self, node: NodeIx) -> Option<&str> {
        let n = self.node(node);
        if !n.decoded {
            return None;
        }
        let ix = n.link as usize;
        let start = ix.checked_sub(1).map_or(0, |i| self.decoded_ends[i]);
        Some(&self.decoded[start as usize..self.decoded_ends[ix] as usize])
    }

    /// Bytes of the file that are a text's own words, if it is not kept decoded.
    pub(super) fn text_span(&self, node: NodeIx) -> Range<usize> {
        let n = self.node(node);
        let (start, end) = (n.start as usize, n.end as usize);
        match n.shape {
            Shape::Quoted => start + 1..(end - 1).max(start + 1),
            Shape::Plain | Shape::Block => start..end,
            Shape::Empty
            | Shape::Cut
            | Shape::List
            | Shape::FlowList
            | Shape::Map
            | Shape::FlowMap => start..start,
        }
    }

    /// A node as JSON, every text as written: numbers and dates are not interpreted.
    pub fn to_json(&self, bytes: &[u8], node: NodeIx) -> serde_json::Value {
        match self.shape(node) {
            Shape::Map | Shape::FlowMap => {
                let pair = |(key, value)| {
                    let key = self.text(bytes, key).into_owned();
                    (key, self.to_json(bytes, value))
                };
                serde_json::Value::Object(self.entries(node).map(pair).collect())
            }
            Shape::List | Shape::FlowList => self
                .items(node)
                .map(|item| self.to_json(bytes, item))
                .collect(),
            Shape::Empty | Shape::Cut => serde_json::Value::Null,
            Shape::Plain | Shape::Quoted | Shape::Block => {
                serde_json::Value::String(self.text(bytes, node).into_owned())
            }
        }
    }

    /// Every field below a node, as a dotted name and its value as written, to show a record.
    pub fn told(&self, node: NodeIx, bytes: &[u8]) -> Vec<(String, String)> {
        let mut all = vec![];
        self.tell(node, bytes, "", &mut all);
        all
    }

    fn tell(&self, node: NodeIx, bytes: &[u8], name: &str, all: &mut Vec<(String, String)>) {
        match self.shape(node) {
            Shape::Map | Shape::FlowMap => {
                for (key, value) in self.entries(node) {
                    let key = self.text(bytes, key);
                    let dot = if name.is_empty() { "" } else { "." };
                    self.tell(value, bytes, &format!("{name}{dot}{key}"), all);
                }
            }
            Shape::List | Shape::FlowList if self.items(node).all(|item| self.is_one(item)) => {
                let words: Vec<_> = self
                    .items(node)
                    .map(|item| self.text(bytes, item))
                    .collect();
                all.push((name.to_owned(), words.join(", ")));
            }
            Shape::List | Shape::FlowList => {
                for (i, item) in self.items(node).enumerate() {
                    self.tell(item, bytes, &format!("{name}.{}", i + 1), all);
                }
            }
            Shape::Plain | Shape::Quoted | Shape::Block | Shape::Empty | Shape::Cut => {
                all.push((name.to_owned(), self.text(bytes, node).into_owned()));
            }
        }
    }

    fn is_one(&self, node: NodeIx) -> bool {
        !self.shape(node).is_map() && !self.shape(node).is_list()
    }
}
