"""FMT02 on drawn and worn pages: called bad though fine, passed though bad, causes, orientation.

    uv run python benchmarks/legibility.py                 152 pages of a seed; 6 minutes
    uv run python benchmarks/legibility.py --seed 5 --pages 76 --show

Pages of seven kinds (`legibility_pages.py`) are worn in graded ways (`legibility_wear.py`) and read
as the program reads a page. A page is fine if `FINE` of its words' pairs of neighbouring signs are
read, and bad if fewer than `BAD` are: the recogniser reads what a person reads, until it is past
its own sight. In between either answer will do. Cut-off, blank, mirrored pages are bad by how they
were made; that a page is upside down is no matter of words and is told by itself.
Ends with status 1 if an aim is missed: `MOST_FALSE`, `MOST_MISSED`, `LEAST_TURNED`.
"""

import argparse
import re
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from legibility_pages import KINDS, draw_page
from legibility_wear import WEARS, Wear

from doccheck.extractors.ocr.engine import load_engine
from doccheck.extractors.ocr.reading import PageReading
from doccheck.extractors.scanned import read_scan

FINE, BAD = 0.94, 0.8  # of pairs of signs read: 97 and 90 of 100 signs
MOST_FALSE, MOST_MISSED, LEAST_TURNED = 0.01, 0.1, 0.99
_NO_WORD = re.compile(r"[^\w]|_")


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of a page, and what is so: `fine`, `bad` or `between`."""

    number: int
    kind: str
    wear: Wear
    share: float
    truth: str
    flaws: frozenset[str]
    turns: int

    @property
    def how(self) -> str:
        """Return `right`, `false`, `missed` or `either`."""
        if self.truth == "between":
            return "either"
        return "right" if (self.truth == "bad") == bool(self.flaws) else (
            "false" if self.flaws else "missed"
        )  # fmt: skip


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=2 * len(WEARS))
    parser.add_argument("--only", default="", help="part of a wear's name")
    parser.add_argument("--show", action="store_true", help="print pages judged wrongly")
    told = parser.parse_args()
    began, judged = time.process_time(), []
    for number in range(told.pages):
        wear = WEARS[number % len(WEARS)]
        if told.only in wear.name:
            judged.append(_judge(told.seed, number, wear))
            if told.show:
                _show(judged[-1])
    print(f"seed {told.seed}: {len(judged)} pages, {time.process_time() - began:.0f} CPU s")
    return _told(judged)


def _judge(seed: int, number: int, wear: Wear) -> Judged:
    kind = KINDS[(number + number // len(WEARS) + seed) % len(KINDS)]
    page = draw_page(seed, number, kind)
    image, dpi = wear.way(page, np.random.default_rng((seed, number)), wear.degree)
    reading = read_scan(np.ascontiguousarray(image), dpi, load_engine("rapidocr"))
    share = _share(page.texts, reading)
    truth = "fine" if share >= FINE else "bad" if share < BAD else "between"
    if wear.is_bad is not None:
        truth = "bad" if wear.is_bad else "fine"
    flaws = frozenset(flaw.kind for flaw in reading.marks.flaws) - {"upside_down"}
    return Judged(
        number, "empty" if wear.is_empty else kind, wear, share, truth, flaws, reading.turns
    )


def _share(texts: Sequence[str], reading: PageReading) -> float:
    """Return the share of a page's pairs of neighbouring signs that were read."""
    printed = Counter(pair for text in texts for pair in _pairs(text))
    read = Counter(pair for line in reading.lines for pair in _pairs(line.text))
    return (printed & read).total() / max(1, printed.total())


def _pairs(text: str) -> list[str]:
    plain = _NO_WORD.sub("", unicodedata.normalize("NFKC", text))
    return [plain[i : i + 2] for i in range(len(plain) - 1)]


def _told(judged: Sequence[Judged]) -> int:
    by_wear: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        by_wear[f"{one.wear.name} {one.wear.degree:g}"].append(one)
    for name, some in by_wear.items():
        counts = Counter(one.how for one in some)
        shares = " ".join(f"{one.share:.2f}" for one in some)
        print(f"{name:18} {dict(counts)}  words {shares}")
    fine = [one for one in judged if one.truth == "fine"]
    bad = [one for one in judged if one.truth == "bad"]
    named = [one for one in bad if one.flaws]
    seen = [one for one in fine if one.wear.is_bad is None]
    false = sum(bool(one.flaws) for one in fine) / max(1, len(fine))
    missed = sum(not one.flaws for one in bad) / max(1, len(bad))
    upright = sum(one.turns == one.wear.turns for one in seen) / max(1, len(seen))
    cause = sum(bool(one.flaws & one.wear.causes) for one in named) / max(1, len(named))
    print(f"fine {len(fine)}: called bad {false:.1%}; bad {len(bad)}: missed {missed:.1%}")
    print(f"cause named {cause:.1%} of {len(named)}; way up {upright:.1%} of {len(seen)}")
    return int(false > MOST_FALSE or missed > MOST_MISSED or upright < LEAST_TURNED)


def _show(one: Judged) -> None:
    wrong_cause = one.truth == "bad" and one.flaws and not one.flaws & one.wear.causes
    turned = one.truth == "fine" and one.wear.is_bad is None and one.turns != one.wear.turns
    if one.how in ("false", "missed") or wrong_cause or turned:
        print(f"  {one.number} {one.kind}, {one.wear.name} {one.wear.degree:g}: {one.how},"
              f" words {one.share:.2f}, said {sorted(one.flaws)}, turns {one.turns}", flush=True)  # fmt: skip  # noqa: E501


if __name__ == "__main__":
    sys.exit(main())
