"""How exactly statements are read, and how fast against pdfplumber on the same pages.

    uv run python benchmarks/statements.py                  1,000 generated files
    uv run python benchmarks/statements.py --files 100 --seed 7

Files are those of `fixtures/accounts`: balance sheets, income and cash flow statements of four
standards as PDF, Word and Excel, in every layout that a seed draws. Counted are the printed
figures of known items: read exactly, read with a doubt, left out, and wrong (read for certain
with another value, or where nothing is printed). `used` are the items that checks ask for.

Speed: reading a PDF up to its statement items (lines, tables, items) against pdfplumber's
`extract_tables` of every page, CPU time, the readers taking turns on the same files in one run.
Ends with status 1 if any figure is wrong, if less than `LEAST_USED` of the used figures are read,
or if the reader is less than `LEAST_RATIO` times as fast.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pdfplumber

sys.path.insert(0, str(Path(__file__).parents[1] / "fixtures"))

from accounts.build import Made, make
from accounts.forms import random_form

from doccheck.extractors.read import ReadingTrouble, read_file
from doccheck.model.dossier import LogicalDocument, StatementItem
from doccheck.model.files import FileFormat, SourceFile
from doccheck.model.places import CERTAIN
from doccheck.understanding.statement_items import UNLISTED
from doccheck.understanding.statements import read_statements

LEAST_USED = 0.98
LEAST_RATIO = 2.0  # fonts are not embedded: pdfium spends half of its time on substitutes
TIMED = 40  # PDFs on which both readers are timed
USED = frozenset({
    "revenue", "total_revenue", "main_revenue", "operating_cost", "operating_profit",
    "total_profit", "net_profit", "rd_expense", "total_assets", "total_liabilities",
    "total_equity", "inventory", "current_assets", "current_liabilities",
})  # fmt: skip
DERIVED = "报表未单列"  # revenue taken from another line, not printed under its own name

Fact = tuple[str, int, str]


@dataclass(frozen=True)
class Judged:
    """What became of the printed figures of one file."""

    seed: int
    kind: str
    counts: Counter[str]


def main() -> int:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    seeds = range(options.seed, options.seed + options.files)
    with tempfile.TemporaryDirectory() as folder:
        judged = [judge(seed, Path(folder)) for seed in seeds]
        ratio = speed(seeds, Path(folder))
    good = exactness(judged)
    return 0 if good and ratio >= LEAST_RATIO else 1


def judge(seed: int, folder: Path) -> Judged:
    """Make a file, read it, compare every figure."""
    form = random_form(seed)
    made = make(form)
    found = {key(i): i for i in reversed(items_of(written(made, folder))) if printed(i)}
    counts: Counter[str] = Counter()
    for fact, value in made.facts.items():
        counts[outcome(found.get(fact), value)] += 1
        if fact[0] in USED:
            counts["used"] += 1
            counts["used left out"] += fact not in found
    extra = (i for fact, i in found.items() if fact not in made.facts)
    counts["wrong"] += sum(i.evidence.confidence >= CERTAIN for i in extra)
    return Judged(
        seed, f"{form.medium} {form.rules}" if form.medium == "pdf" else form.medium, counts
    )


def outcome(item: StatementItem | None, value: Decimal) -> str:
    """Return what became of one printed figure."""
    if item is None:
        return "left out"
    if item.evidence.confidence < CERTAIN:
        return "doubted"
    return "exact" if item.value == value else "wrong"


def key(item: StatementItem) -> Fact:
    """Return what a figure speaks of."""
    return item.name, item.year, item.scope


def printed(item: StatementItem) -> bool:
    """Tell a figure that stands on a sheet under its own name."""
    return item.name != UNLISTED and not item.evidence.note.startswith(DERIVED)


def written(made: Made, folder: Path) -> Path:
    """Write a file and return where."""
    path = folder / f"statements{made.suffix}"
    path.write_bytes(made.content)
    return path


def items_of(path: Path) -> tuple[StatementItem, ...]:
    """Read a file up to its statement items."""
    file_format: FileFormat = path.suffix[1:]  # type: ignore[assignment]
    read = read_file(SourceFile(path.name, path, path.stat().st_size, "", file_format, ""))
    if isinstance(read, ReadingTrouble):
        raise RuntimeError(read.reason)
    return read_statements(
        LogicalDocument("d1", path.name, "financial_statements", blocks=read.blocks)
    )


# ---- speed
def speed(seeds: range, folder: Path) -> float:
    """Print pages per second of both readers and return how many times as fast ours is."""
    paths = list(pdfs(seeds, folder))
    for path in paths[:2]:  # warm up
        items_of(path)
        tables_of(path)
    pages = sum(len(pdfplumber.open(path).pages) for path in paths)
    ours = theirs = 0.0
    for path in paths:
        ours += seconds(items_of, path)
        theirs += seconds(tables_of, path)
    ratio = theirs / ours
    print(f"{len(paths)} PDFs, {pages} pages: statements {pages / ours:.0f} pages/s,", end=" ")
    print(f"pdfplumber extract_tables {pages / theirs:.1f} pages/s, ratio {ratio:.1f}")
    return ratio


def pdfs(seeds: range, folder: Path) -> Iterator[Path]:
    """Yield PDFs to time the readers on."""
    for seed in list(seeds)[:TIMED]:
        path = folder / f"timed{seed}.pdf"
        path.write_bytes(make(random_form(seed, medium="pdf")).content)
        yield path


def tables_of(path: Path) -> int:
    """Read a PDF's tables with pdfplumber."""
    with pdfplumber.open(path) as document:
        return sum(len(page.extract_tables()) for page in document.pages)


def seconds(read: Callable[[Path], object], path: Path) -> float:
    """Return the CPU time that reading a file took."""
    start = time.process_time()
    read(path)
    return time.process_time() - start


# ---- report
def exactness(judged: list[Judged]) -> bool:
    """Print what became of the figures, kind by kind; tell whether it is good enough."""
    kinds: dict[str, Counter[str]] = {}
    for one in judged:
        for kind in (one.kind, "all"):
            counts = kinds.setdefault(kind, Counter())
            counts.update(one.counts)
            counts["files"] += 1
    heads = ("files", "exact", "doubted", "left out", "wrong", "used", "used left out")
    print(f"{'':<12}" + "".join(f"{head:>15}" for head in heads))
    for kind in (*sorted(kinds.keys() - {"all"}), "all"):
        print(f"{kind:<12}" + "".join(f"{kinds[kind][head]:>15,}" for head in heads))
    wrong = [one.seed for one in judged if one.counts["wrong"]]
    if wrong:
        print("wrong in the files of seeds", *wrong)
    total = kinds["all"]
    read = 1 - total["used left out"] / max(1, total["used"])
    print(f"used figures read: {read:.2%}; files with a wrong figure: {len(wrong)}")
    return not wrong and read >= LEAST_USED


if __name__ == "__main__":
    raise SystemExit(main())
