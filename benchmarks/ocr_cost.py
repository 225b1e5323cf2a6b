"""CPU and memory of reading scanned pages, against RapidOCR's own settings on the same pages.

    uv run python benchmarks/ocr_cost.py [PDF] [--pages 12] [--whole] [--notes 20]

Without a PDF a bound volume is generated and scanned (needs a Chinese font). Each reader runs in
a process of its own, over the same pages; models are loaded before the clock starts. CPU time
counts, threads included. Baselines: RapidOCR as it comes, and with the best settings known for
it (line classifier off, detection at 960 pixels, one thread). `ours` reads, straightens, finds
tables, ticks, seals and red print besides; `warm` takes the pages from the cache.

`--whole` then reads every page of the volume twice: all in full, and as `doccheck check` does, with
notes to accounts only glanced at; `--notes` sets how many pages of them each audit report has.
"""

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2 as pypdfium
from rapidocr import RapidOCR

from doccheck.extractors import isolated
from doccheck.extractors.ocr.choice import OcrChoice
from doccheck.extractors.ocr.engine import load_engine
from doccheck.extractors.ocr.recognise import recognise_page
from doccheck.extractors.page.render import render_page
from doccheck.model.files import SourceFile
from doccheck.reading import read_files

ROOT = Path(__file__).parents[1]
MOST_MEMORY_MB = 1200
BEST = {
    "Global.use_cls": False, "Global.max_side_len": 4000, "Det.limit_type": "max",
    "Det.limit_side_len": 960, "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}  # fmt: skip

Read = Callable[[int], object]


@dataclass(frozen=True)
class Cost:
    """CPU seconds for all pages, and the most memory in megabytes."""

    name: str
    seconds: float
    memory: float


def main() -> None:
    """Measure the readers and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("pdf", nargs="?", type=Path)
    parser.add_argument("--pages", type=int, default=12)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--notes", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        pdf = options.pdf or _volume(Path(work), options.notes if options.whole else 0)
        pages = _spread(pdf, options.pages)
        costs = [_apart(name, pdf, pages, Path(work)) for name in READERS]
        _print(costs, len(pages))
        if options.whole:
            _print_whole(pdf)


def _print(costs: list[Cost], pages: int) -> None:
    """Print what a page costs each reader, and the ratios."""
    for cost in costs:
        print(f"{cost.name:8} {cost.seconds / pages:6.2f} CPU s/page  {cost.memory:6.0f} MB")
    by_name = {cost.name: cost for cost in costs}
    ours = by_name["ours"]
    for other, aim in (("default", 0.35), ("best", 0.70)):
        print(f"ours / {other}: {ours.seconds / by_name[other].seconds:.0%} (aim {aim:.0%})")
    print(f"warm / ours: {by_name['warm'].seconds / ours.seconds:.1%} (aim 5%)")
    print(f"memory: {ours.memory:.0f} MB (at most {MOST_MEMORY_MB})")


def _print_whole(pdf: Path) -> None:
    """Print what a glance at notes saves on a whole volume."""
    document = pypdfium.PdfDocument(pdf)
    count = len(document)
    document.close()
    spent = {}
    for name, glance in (("full", False), ("glance", True)):
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            spent[name], left = pool.apply(_read_whole, (pdf, glance))
        print(f"{name:8} {spent[name] / count:6.2f} CPU s/page of {count}, {left} glanced at")
    print(f"glance / full: {spent['glance'] / spent['full']:.0%}")


def _read_whole(pdf: Path, glance: bool) -> tuple[float, int]:
    """Return CPU seconds for all pages of a volume, and how many were only glanced at."""
    isolated.APART = False  # so that the work is this process's own
    engine = load_engine("rapidocr")
    engine.texts([np.full((48, 96, 3), 255, np.uint8)])
    source = SourceFile(pdf.name, pdf, pdf.stat().st_size, "", "pdf", "application/pdf")
    start = time.process_time()
    [document] = read_files((source,), ocr=OcrChoice("rapidocr", glance=glance)).documents
    return time.process_time() - start, sum(page.glanced for page in document.pages)


def _volume(work: Path, notes: int) -> Path:
    sys.path.insert(0, str(ROOT / "fixtures"))
    import make_bound  # noqa: PLC0415

    make_bound.main(
        [
            str(work),
            "--count",
            "1",
            "--seed",
            "31",
            "--only",
            "wujin",
            "--scanned",
            "--notes",
            str(notes),
        ]
    )
    return next(work.glob("*/submission/*.pdf"))


def _spread(pdf: Path, wanted: int) -> list[int]:
    document = pypdfium.PdfDocument(pdf)
    count = len(document)
    document.close()
    return sorted({round(1 + i * (count - 1) / max(wanted - 1, 1)) for i in range(wanted)})


def _apart(name: str, pdf: Path, pages: list[int], work: Path) -> Cost:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measure, (name, pdf, pages, work))


def _measure(name: str, pdf: Path, pages: list[int], work: Path) -> Cost:
    read = READERS[name](pdf, work)
    start = time.process_time()
    for page in pages:
        read(page)
    seconds = time.process_time() - start
    return Cost(name, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _plain(settings: dict[str, object]) -> Callable[[Path, Path], Read]:
    def prepare(pdf: Path, _work: Path) -> Read:
        engine = RapidOCR(params={"Global.log_level": "error", **settings})
        engine(np.full((64, 256, 3), 255, np.uint8))
        document = pypdfium.PdfDocument(pdf)
        return lambda page: engine(render_page(document[page - 1])[0])

    return prepare


def _ours(pdf: Path, work: Path) -> Read:
    engine = load_engine("rapidocr")
    engine.texts([np.full((48, 96, 3), 255, np.uint8)])
    engine.lines(np.full((64, 256, 3), 255, np.uint8))
    source = SourceFile(pdf.name, pdf, pdf.stat().st_size, "", "pdf", "application/pdf")
    choice = OcrChoice("rapidocr", work / "cache")
    return lambda page: recognise_page(source, page, choice)


READERS = {"default": _plain({}), "best": _plain(BEST), "ours": _ours, "warm": _ours}
"""`warm` runs after `ours` and finds what that has kept."""

if __name__ == "__main__":
    main()
