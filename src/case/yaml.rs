//! YAML into nodes. The only file that knows the YAML parser.

use super::tree::{Node, NodeIx, Shape, Tree};
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, StructureStyle};
use std::collections::HashMap;
use std::ops::Range;

/// How deep lists and maps may be nested.
pub(super) const MOST_DEPTH: usize = 64;
/// How many nodes the aliases of one file may repeat.
pub(super) const MOST_REPEATED: usize = 10_000;
/// How many bytes of text the aliases of one file may repeat: a few of them can repeat megabytes of text.
pub(super) const MOST_REPEATED_BYTES: usize = 16 * 1024 * 1024;
/// The largest YAML file that is read, in bytes.
pub(super) const MOST_BYTES: usize = 512 * 1024 * 1024;

/// What stopped or disturbed the reading of YAML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// A quotation mark is never closed, or closed only lines later, past other keys.
    OpenQuote,
    /// A bracket is never closed.
    OpenBracket,
    /// A bracket is closed by one of the other kind.
    Mismatch,
    /// A bracket is closed that was never opened.
    StrayBracket,
    /// A tab where only spaces may stand.
    Tab,
    /// Something is too far left or right.
    Indent,
    /// A line that is not `key: value`.
    NoColon,
    /// A colon and space inside a text without quotation marks.
    InnerColon,
    /// Text after the closing quotation mark.
    AfterQuote,
    /// A sign that YAML reserves begins the text.
    Sign,
    /// An alias without its anchor.
    Alias,
    /// `|` or `>` with something after it on its line.
    BlockHeader,
    /// A backslash in double quotation marks with a letter that means nothing.
    Escape,
    /// A dash where there can be no list entry.
    Dash,
    /// Lists and maps nested deeper than [`MOST_DEPTH`].
    Deep,
    /// Aliases that repeat more than [`MOST_REPEATED`] nodes or [`MOST_REPEATED_BYTES`].
    Repeats,
    /// A `%` line.
    Directive,
    /// A byte-order mark inside the file.
    Mark,
    /// Anything else.
    Other,
}

/// A fault with its place in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    pub(super) at: usize,
    pub(super) why: Trouble,
    /// Up to here everything could be read: the last value before, or the outermost bracket that is still open.
    pub(super) sure: usize,
}

/// What was read of a stretch of YAML.
#[derive(Debug, Default)]
pub(super) struct Stretch {
    /// The outermost node of each document.
    pub(super) roots: Vec<NodeIx>,
    /// Where each document after the first begins.
    pub(super) more_documents: Vec<usize>,
    /// Tags, and anchors that nothing refers to: most likely words that were meant as text.
    pub(super) lost: Vec<Range<usize>>,
    /// What stopped the reading before the end.
    pub(super) stop: Option<Stop>,
}

/// Reads `text[range]` and adds its nodes to the tree; places count from the beginning of `text`.
pub(super) fn parse(tree: &mut Tree, text: &str, range: Range<usize>) -> Stretch {
    let mut build = Build {
        text,
        base: range.start,
        tree,
        open: vec![],
        anchors: HashMap::new(),
        repeated: 0,
        repeated_bytes: 0,
        stretch: Stretch::default(),
    };
    let mut options = granit_parser::options! {
        flow_nesting_limit: MOST_DEPTH,
        block_nesting_limit: MOST_DEPTH,
        disallow_directives: true,
        emit_anchor_events: true,
    };
    options.set_emit_comments(false);
    let mut parser = Parser::new_from_str_with_options(&text[range], options);
    while let Some(next) = parser.next_event() {
        let stop = match next {
            Ok((event, span)) => build.take(event, &span).err(),
            Err(error) => Some(build.stop_of(&error)),
        };
        if let Some(mut stop) = stop {
            stop.sure = build.sure().min(stop.at);
            build.stretch.stop = Some(stop);
            break;
        }
    }
    build.finish()
}

struct Anchor {
    node: NodeIx,
    span: Range<usize>,
    used: bool,
}

struct Build<'a> {
    text: &'a str,
    base: usize,
    tree: &'a mut Tree,
    /// Lists and maps that are still open.
    open: Vec<NodeIx>,
    anchors: HashMap<usize, Anchor>,
    repeated: usize,
    /// Bytes of the texts among them.
    repeated_bytes: usize,
    stretch: Stretch,
}

impl Build<'_> {
    fn take(&mut self, event: Event<'_>, span: &granit_parser::Span) -> Result<(), Stop> {
        let local = span.byte_range().unwrap_or(0..0);
        let place = self.base + local.start..self.base + local.end;
        if let Some(tag) = span.tag_span().and_then(|tag| tag.byte_range()) {
            let tag = self.base + tag.start..self.base + tag.end;
            self.stretch.lost.push(tag);
        }
        match event {
            Event::Scalar(text, style, _, _) => self.scalar(&text, style, place),
            Event::SequenceStart(style, _, _) => {
                let flow = style == StructureStyle::Flow;
                let shape = if flow { Shape::FlowList } else { Shape::List };
                self.begin(shape, place)
            }
            Event::MappingStart(style, _, _) => {
                let flow = style == StructureStyle::Flow;
                let shape = if flow { Shape::FlowMap } else { Shape::Map };
                self.begin(shape, place)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.end(place.end);
                Ok(())
            }
            Event::Anchor(number, _) => {
                self.anchor(number, place);
                Ok(())
            }
            Event::Alias(number) => self.repeat(number, place),
            Event::DocumentStart(_, _) => {
                if !self.stretch.roots.is_empty() {
                    self.stretch.more_documents.push(place.start);
                }
                Ok(())
            }
            // Comments and unresolved aliases are not asked for; the ends of things need nothing more.
            _ => Ok(()),
        }
    }

    fn push(&mut self, shape: Shape, place: Range<usize>) -> NodeIx {
        let ix = index(self.tree.nodes.len());
        if self.open.is_empty() {
            self.stretch.roots.push(ix);
        }
        self.tree.nodes.push(Node {
            start: index(place.start),
            end: index(place.end),
            link: ix + 1,
            shape,
            decoded: false,
            repeated: false,
        });
        ix
    }

    fn begin(&mut self, shape: Shape, place: Range<usize>) -> Result<(), Stop> {
        if self.open.len() >= MOST_DEPTH {
            let (at, why) = (place.start, Trouble::Deep);
            return Err(Stop { at, why, sure: at });
        }
        let ix = self.push(shape, place);
        self.open.push(ix);
        Ok(())
    }

    fn end(&mut self, end: usize) {
        let Some(ix) = self.open.pop() else { return };
        let behind = index(self.tree.nodes.len());
        let last = self.tree.nodes.last().map_or(0, |node| node.end);
        let node = &mut self.tree.nodes[ix as usize];
        node.link = behind;
        // A block ends with its last value, not where the parser noticed the end.
        node.end = match node.shape {
            Shape::FlowList | Shape::FlowMap => index(end),
            _ => last.max(node.start),
        };
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, place: Range<usize>) -> Result<(), Stop> {
        let written = &self.text[place.clone()];
        let (shape, own) = match style {
            ScalarStyle::Plain if place.is_empty() => (Shape::Empty, ""),
            ScalarStyle::Plain => (Shape::Plain, written),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                let inner = written.len().saturating_sub(1).max(1);
                (Shape::Quoted, written.get(1..inner).unwrap_or_default())
            }
            ScalarStyle::Literal | ScalarStyle::Folded => (Shape::Block, written),
        };
        if shape == Shape::Quoted && swallows_keys(self.text, &place) {
            let (at, why) = (place.start, Trouble::OpenQuote);
            return Err(Stop { at, why, sure: at });
        }
        let ix = self.push(shape, behind_colon(self.text, shape, place));
        if shape != Shape::Empty && own != text {
            self.decode(ix, text);
        }
        Ok(())
    }

    fn decode(&mut self, ix: NodeIx, text: &str) {
        self.tree.decoded.push_str(text);
        let node = &mut self.tree.nodes[ix as usize];
        node.decoded = true;
        node.link = index(self.tree.decoded_ends.len());
        self.tree.decoded_ends.push(index(self.tree.decoded.len()));
    }

    fn anchor(&mut self, number: usize, span: Range<usize>) {
        let node = index(self.tree.nodes.len().saturating_sub(1));
        let used = false;
        let anchor = Anchor { node, span, used };
        self.anchors.insert(number, anchor);
    }

    /// An alias: the nodes of its anchor once more, as long as the budget lasts.
    fn repeat(&mut self, number: usize, place: Range<usize>) -> Result<(), Stop> {
        let at = place.start;
        let stop = |why| Stop { at, why, sure: at };
        let anchor = self.anchors.get_mut(&number);
        let anchor = anchor.ok_or_else(|| stop(Trouble::Alias))?;
        anchor.used = true;
        let from = anchor.node;
        if self.open.contains(&from) {
            return Err(stop(Trouble::Repeats));
        }
        let to = self.tree.after(from);
        self.repeated += (to - from) as usize;
        if self.repeated > MOST_REPEATED {
            return Err(stop(Trouble::Repeats));
        }
        let texts = (from..to).map(|ix| match self.tree.decoded_text(ix) {
            Some(text) => text.len(),
            None => self.tree.text_span(ix).len(),
        });
        self.repeated_bytes += texts.sum::<usize>();
        if self.repeated_bytes > MOST_REPEATED_BYTES {
            return Err(stop(Trouble::Repeats));
        }
        let by = index(self.tree.nodes.len()) - from;
        if self.open.is_empty() {
            self.stretch.roots.push(from + by);
        }
        for ix in from..to {
            let mut node = self.tree.nodes[ix as usize];
            node.repeated = true;
            if !(node.shape.is_text() && node.decoded) {
                node.link += by;
            }
            self.tree.nodes.push(node);
        }
        Ok(())
    }

    /// Says what a parser's error means, at the place where it is best mended.
    fn stop_of(&self, error: &ScanError) -> Stop {
        let at = error.marker().byte_offset().unwrap_or(0);
        let mut at = (self.base + at).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let why = trouble(error.kind());
        Stop { at, why, sure: at }
    }

    /// Where the last value begins, or the outermost bracket that is still open.
    fn sure(&self) -> usize {
        let is_flow = |ix: &&NodeIx| {
            let shape = self.tree.shape(**ix);
            matches!(shape, Shape::FlowList | Shape::FlowMap)
        };
        let bracket = self.open.iter().find(is_flow).copied();
        let own = self.tree.nodes.iter().rev().find(|node| !node.repeated);
        let last = own.map_or(self.base, |node| (node.start as usize).max(self.base));
        bracket.map_or(last, |ix| self.tree.span(ix).start.min(last))
    }

    /// Closes what is open; a key whose value was not reached gets a cut value.
    fn finish(mut self) -> Stretch {
        while let Some(ix) = self.open.last().copied() {
            let in_map = self.tree.shape(ix).is_map();
            if in_map && self.children(ix) % 2 == 1 {
                let end = self.tree.nodes.last().map_or(0, |node| node.end) as usize;
                self.push(Shape::Cut, end..end);
            }
            let end = self.tree.nodes.last().map_or(0, |node| node.end);
            self.end(end as usize);
        }
        let unused = self.anchors.values().filter(|anchor| !anchor.used);
        self.stretch
            .lost
            .extend(unused.map(|anchor| anchor.span.clone()));
        self.stretch.lost.sort_by_key(|span| span.start);
        self.stretch
    }

    /// How many nodes stand directly in an open list or map.
    fn children(&self, ix: NodeIx) -> usize {
        let behind = index(self.tree.nodes.len());
        let mut at = ix + 1;
        let mut count = 0;
        while at < behind {
            at = self.tree.after(at);
            count += 1;
        }
        count
    }
}

/// Drops every node from a place on: what an unclosed mark has swallowed. Open ends are mended.
pub(super) fn cut(tree: &mut Tree, first: NodeIx, at: usize) {
    let keep = tree.nodes[first as usize..]
        .iter()
        .position(|node| !node.repeated && node.start as usize >= at);
    let Some(keep) = keep else { return };
    let behind = index(first as usize + keep);
    tree.nodes.truncate(behind as usize);
    for ix in first..behind {
        let node = &mut tree.nodes[ix as usize];
        if !node.decoded {
            node.link = node.link.min(behind);
            node.end = node.end.min(index(at));
        }
    }
    mend(tree, first);
}

/// Gives the last key of each map a cut value if its own was dropped.
fn mend(tree: &mut Tree, first: NodeIx) {
    let behind = index(tree.nodes.len());
    let is_open = |ix: &NodeIx| {
        let node = &tree.nodes[*ix as usize];
        (node.shape.is_map() || node.shape.is_list()) && node.link == behind
    };
    let open: Vec<NodeIx> = (first..behind).filter(is_open).collect();
    // Only the innermost open map can have lost a value: the others hold at least the one inside.
    let Some(&inner) = open.last() else { return };
    let mut at = inner + 1;
    let mut count = 0;
    while at < behind {
        at = tree.after(at);
        count += 1;
    }
    if !tree.shape(inner).is_map() || count % 2 == 0 {
        return;
    }
    let end = tree.nodes.last().map_or(0, |node| node.end);
    tree.nodes.push(Node {
        start: end,
        end,
        link: behind + 1,
        shape: Shape::Cut,
        decoded: false,
        repeated: false,
    });
    for ix in open {
        tree.nodes[ix as usize].link = behind + 1;
    }
}

/// True if a text in quotation marks runs over lines that are keys no deeper than its own line: its end was forgotten.
fn swallows_keys(text: &str, place: &Range<usize>) -> bool {
    let inside = &text[place.clone()];
    let Some(first_break) = memchr::memchr(b'\n', inside.as_bytes()) else {
        return false;
    };
    let line = memchr::memrchr(b'\n', &text.as_bytes()[..place.start]).map_or(0, |i| i + 1);
    let own = super::lines::indent(&text[line..]);
    inside[first_break + 1..]
        .lines()
        .any(|line| super::lines::indent(line) <= own && super::lines::key(line).is_some())
}

/// An empty value stands after the colon, not at it.
fn behind_colon(text: &str, shape: Shape, place: Range<usize>) -> Range<usize> {
    if shape == Shape::Empty && text[place.start..].starts_with(':') {
        return place.start + 1..place.start + 1;
    }
    place
}

/// A length or place as a node keeps it; files are below 4 GiB.
fn index(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn trouble(kind: &ErrorKind) -> Trouble {
    use ErrorKind as E;
    match kind {
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => Trouble::OpenQuote,
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::BlockEntryInFlowCollection
        | E::InvalidFlowScalarIndent => Trouble::OpenBracket,
        E::MismatchedFlowCollectionEnd { .. } => Trouble::Mismatch,
        E::MisplacedFlowCollectionEnd => Trouble::StrayBracket,
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => Trouble::Tab,
        E::InvalidIndentation
        | E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::InvalidQuotedScalarIndent
        | E::InvalidBlockScalarIndent
        | E::MappingKeyNotAllowed => Trouble::Indent,
        E::SimpleKeyExpected | E::InvalidSimpleKey => Trouble::NoColon,
        E::MappingValueNotAllowed
        | E::InvalidColonPlacement
        | E::FlowMappingValueAdjacentCollection
        | E::InvalidMappingValueWhitespace => Trouble::InnerColon,
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => {
            Trouble::AfterQuote
        }
        E::UnexpectedCharacter { .. }
        | E::UndeclaredTagHandle
        | E::ExpectedNodeContent
        | E::MissingAnchorOrAliasName
        | E::PlainScalarStartsWithDashFlowIndicator
        | E::ExpectedTagBang
        | E::InvalidGlobalTagCharacter
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagEscape
        | E::InvalidTagUtf8
        | E::InvalidTagUtf8LeadingByte
        | E::InvalidTagUtf8TrailingByte => Trouble::Sign,
        E::UnknownAnchor => Trouble::Alias,
        E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent => Trouble::BlockHeader,
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => Trouble::Escape,
        E::BlockSequenceEntryNotAllowed | E::InvalidBlockEntryWhitespace => Trouble::Dash,
        E::RecursionLimitExceeded => Trouble::Deep,
        E::DirectiveDisallowed | E::InvalidDirectiveName | E::MissingDirectiveName => {
            Trouble::Directive
        }
        E::BomInsideDocument => Trouble::Mark,
        // The parser's list of errors may grow; a new kind is reported in general words.
        _ => Trouble::Other,
    }
}
