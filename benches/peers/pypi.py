#!/usr/bin/env python3
"""The bed of quotations through what Python has for the purpose, each quotation against its own text.

    python3 -m venv peers && peers/bin/pip install rapidfuzz edlib krokai pagecite citefact citations quotecheck
    peers/bin/python benches/peers/pypi.py BED [EVERY_NTH]

BED holds quotes.jsonl, expected.jsonl and docs/. A tool that is not installed is named and left out; nothing is
estimated. Each tool is asked what it was made to be asked: do these words stand in this text? A yes to a quotation whose
words, numbers, names or order were changed is a false accept; a no to an honest one is a false alarm.
"""

import contextlib
import io
import json
import pathlib
import sys
import tempfile
import time


def whole(quote):
    return quote if isinstance(quote, str) else " ".join(quote)


def plain_find():
    return lambda quote, text, path: quote in text


def rapidfuzz(least):
    from rapidfuzz import fuzz

    return lambda quote, text, path: fuzz.partial_ratio(quote, text) >= least


def edlib():
    import edlib

    def ask(quote, text, path):
        return edlib.align(quote, text, mode="HW", task="distance", k=len(quote) // 10)["editDistance"] >= 0

    return ask


def quotecheck():
    from quotecheck.find import check

    return lambda quote, text, path: check(quote, text).ok


def pagecite():
    from pagecite.verify import check_quote

    return lambda quote, text, path: check_quote(quote, [1], [text]).ok


def citefact():
    from citefact.checks.quotes import normalize

    known = {}

    def ask(quote, text, path):
        if path not in known:
            known.clear()
            known[path] = normalize(text)
        return normalize(quote) in known[path]

    return ask


def citations():
    from citations.coverage import Quotation, comparable, cover
    from citations.verify import passage_fold

    def ask(quote, text, path):
        quotation = Quotation(line=1, raw=quote, text=passage_fold(quote), keys=())
        return cover(quotation, [("text", comparable(text))]).status == "covered"

    return ask


def krokai():
    from krokai.corpus import Corpus
    from krokai.verdicts import CLEAN
    from krokai.verify import check

    known = {}

    def ask(quote, text, path):
        if path not in known:
            known.clear()
            folder = tempfile.mkdtemp()
            (pathlib.Path(folder) / "text.txt").write_text(text, encoding="utf-8")
            with contextlib.redirect_stdout(io.StringIO()):
                known[path] = Corpus([folder])
        with contextlib.redirect_stdout(io.StringIO()):
            return check(quote, known[path])[0] in CLEAN

    return ask


TOOLS = [
    ("str.find", None, plain_find),
    ("rapidfuzz partial_ratio >= 90", "rapidfuzz", lambda: rapidfuzz(90)),
    ("rapidfuzz partial_ratio >= 97", "rapidfuzz", lambda: rapidfuzz(97)),
    ("edlib, a tenth of the letters", "edlib", edlib),
    ("quotecheck", "quotecheck", quotecheck),
    ("pagecite", "pagecite", pagecite),
    ("citefact", "citefact", citefact),
    ("citations", "citations", citations),
    ("krokai", "krokai", krokai),
]


def read(bed, nth):
    quotes = [json.loads(line) for line in open(bed / "quotes.jsonl", encoding="utf-8")]
    labels = [json.loads(line) for line in open(bed / "expected.jsonl", encoding="utf-8")]
    pairs = list(zip(quotes, labels))[::nth]
    pairs.sort(key=lambda pair: pair[0]["in"])
    texts = {}
    for quote, _ in pairs:
        if quote["in"] not in texts:
            texts[quote["in"]] = (bed / quote["in"]).read_bytes().decode("utf-8")
    return pairs, texts


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    pairs, texts = read(pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print(f"{len(pairs)} quotations, {len(texts)} texts")
    print(f"{'tool':31} {'false accepts':>15} {'of them negations':>18} {'false alarms':>15} {'a quotation':>12}")
    for name, package, make in TOOLS:
        try:
            ask = make()
        except ImportError as error:
            print(f"{name:31} not here ({error}): pip install {package}")
            continue
        accepted = faulty = negated = negations = alarms = honest = failed = 0
        begin = time.perf_counter()
        for quote, label in pairs:
            try:
                yes = ask(whole(quote["quote"]), texts[quote["in"]], quote["in"])
            except Exception:  # a tool that breaks has not said yes; how often is told
                yes, failed = False, failed + 1
            altered = label["group"] in ("altered", "critical", "absent")
            turned = label["class"] in ("negdrop", "negadd")
            faulty, honest = faulty + altered, honest + (not altered)
            accepted, alarms = accepted + (altered and yes), alarms + (not altered and not yes)
            negated, negations = negated + (turned and yes), negations + turned
        each = (time.perf_counter() - begin) / len(pairs) * 1000
        broke = f"  ({failed} broke)" if failed else ""
        print(f"{name:31} {accepted:>7} of {faulty:<4} {negated:>10} of {negations:<4} {alarms:>7} of {honest:<4} {each:>8.1f} ms{broke}")


if __name__ == "__main__":
    main()
