"""Recognition engines × qualities of pages: how much of a page each reads right, and its cost.

    uv run python benchmarks/ocr_engines.py                   2 pages, about 6 minutes
    uv run python benchmarks/ocr_engines.py --pages 1 --seed 3

Pages are drawn: a ruled form of names, codes, enterprise names and amounts, and prose under it.
Each is made worse in eight ways (`degraded.py`) and read as the program reads a page, with the
embedded engine and with tesseract where that is installed; the second recogniser reads the lines
that the embedded engine found. Told: values that stand whole in what was read, characters of the
prose, and CPU seconds a page (those of started programs included).
"""

import argparse
import os
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
from degraded import DRAWN_DPI, QUALITIES, Image
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont
from printed import printed_texts
from rapidfuzz.distance import LCSseq
from second_opinion import FONTS

from doccheck.errors import DoccheckError
from doccheck.extractors.ocr.engine import EngineName, load_engine
from doccheck.extractors.ocr.reading import PageReading
from doccheck.extractors.ocr.rereading import SecondReading
from doccheck.extractors.scanned import read_scan
from doccheck.model.files import SourceFile
from doccheck.model.places import Box, Place
from doccheck.model.rereading import Passage
from doccheck.text.normalise import key

T = TypeVar("T")
A4 = (2480, 3508)  # pixels at 300 dots an inch
ROWS_OF_EACH = 4  # five sorts of values: 20 rows
PROSE = (
    "企业坚持以质量求生存，以创新谋发展，建立了覆盖设计、采购、生产、检验和服务全过程的质量管理体系。",
    "通过实施精益改善，产品一次交验合格率由2021年的96.3%提高到2023年的99.1%，订单交付周期缩短42%。",
    "近三年累计投入研发经费3,860万元，获得授权专利57件，其中发明专利12件，参与制定行业标准4项。",
)
ANYWHERE = Box(0, 0, 99999, 99999)


@dataclass(frozen=True)
class Drawn:
    """A page and what is printed on it."""

    image: Image
    values: tuple[str, ...]


@dataclass
class Score:
    """Sums over pages: values right, of how many, prose characters read, of how many, CPU."""

    right: int = 0
    values: int = 0
    prose: int = 0
    characters: int = 0
    cpu: float = 0.0
    pages: int = 0

    @property
    def told(self) -> str:
        """Return the cells of a table's row."""
        prose = f"{100 * self.prose / self.characters:.1f} %" if self.characters else "–"
        right = f"{100 * self.right / max(self.values, 1):.0f} %"
        return f"{right} | {prose} | {self.cpu / max(self.pages, 1):.1f} s"


def main() -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    fonts = [font for font in FONTS if Path(font[0]).exists()]
    if not fonts:
        print("no Chinese font: apt-get install fonts-noto-cjk", file=sys.stderr)
        return 2
    rng = random.Random(told.seed)
    pages = [_drawn(rng, fonts[i % len(fonts)]) for i in range(told.pages)]
    engines = tuple(_installed())
    scores: dict[tuple[str, str], Score] = defaultdict(Score)
    for number, page in enumerate(pages):
        for quality, worsen in QUALITIES.items():
            image, dpi = worsen(page.image, number)
            for engine in engines:
                reading = _timed(scores[quality, engine], partial(_read, image, dpi, engine))
                _count(scores[quality, engine], page, reading)
                if engine == "rapidocr":
                    _count_second(scores[quality, "second"], page, image, reading)
    _print(engines, scores)
    return 0


def _installed() -> Iterator[EngineName]:
    engines: tuple[EngineName, ...] = ("rapidocr", "tesseract")
    for engine in engines:
        try:
            load_engine(engine)
            yield engine
        except DoccheckError as missing:
            print(missing, file=sys.stderr)


def _read(image: Image, dpi: float, engine: EngineName) -> PageReading:
    return read_scan(image, dpi, load_engine(engine))


def _timed(score: Score, what: Callable[[], T]) -> T:
    start = os.times()
    result = what()
    end = os.times()
    score.cpu += sum(end[:4]) - sum(start[:4])
    score.pages += 1
    return result


def _count(score: Score, page: Drawn, reading: PageReading) -> None:
    lines = [key(line.text) for line in reading.lines]
    score.values += len(page.values)
    score.right += sum(any(key(value) in line for line in lines) for value in page.values)
    text = "".join(lines)
    for sentence in PROSE:
        score.characters += len(key(sentence))
        score.prose += LCSseq.similarity(key(sentence), text)


def _count_second(score: Score, page: Drawn, image: Image, reading: PageReading) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.png"
        Pillow.fromarray(np.ascontiguousarray(image[:, :, ::-1])).save(path)
        source = SourceFile("a.png", path, 1, "", "image", "image/png")
        second = SecondReading([source], {"a.png": {1: reading}})
        asked = [
            Passage(Place("a.png", 1, ANYWHERE), line.text)
            for line in reading.lines
            if any(key(line.text) == key(value) for value in page.values)
        ]
        answers = _timed(score, lambda: second.reread(asked))
    read = {key(each.second) for lines in answers for each in lines}
    score.values += len(page.values)
    score.right += sum(key(value) in read for value in page.values)


def _drawn(rng: random.Random, font: tuple[str, int]) -> Drawn:
    texts = list(printed_texts(rng, ROWS_OF_EACH))
    page = Pillow.new("RGB", A4, "white")
    pen = ImageDraw.Draw(page)
    face = ImageFont.truetype(font[0], round(12 * DRAWN_DPI / 72), index=font[1])
    left, middle, right, top, step = 250, 900, 2230, 300, 110
    for i, text in enumerate(texts):
        pen.text((left + 30, top + i * step + 28), text.label.rstrip("：") or "项目", "black", face)
        pen.text((middle + 30, top + i * step + 28), text.words, "black", face)
    bottom = top + len(texts) * step
    for i in range(len(texts) + 1):
        pen.line((left, top + i * step, right, top + i * step), "black", 4)
    for x in (left, middle, right):
        pen.line((x, top, x, bottom), "black", 4)
    lines = [s[i : i + 38] for s in PROSE for i in range(0, len(s), 38)]
    for i, line in enumerate(lines):
        pen.text((left, bottom + 100 + i * 90), line, "black", face)
    image = np.ascontiguousarray(np.asarray(page)[:, :, ::-1])
    return Drawn(image, tuple(text.words for text in texts))


def _print(engines: tuple[EngineName, ...], scores: dict[tuple[str, str], Score]) -> None:
    columns = [*engines, "second"]
    cells = " | ".join(f"{name}: values | prose | CPU" for name in columns)
    print(f"| quality | {cells} |\n|{' --- |' * (3 * len(columns) + 1)}")
    for quality in QUALITIES:
        print(f"| {quality} | {' | '.join(scores[quality, name].told for name in columns)} |")


if __name__ == "__main__":
    sys.exit(main())
