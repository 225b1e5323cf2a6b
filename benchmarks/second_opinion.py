"""How far two recognisers that agree can be believed, and what asking the second one costs.

    uv run python benchmarks/second_opinion.py                2,400 pictures, about 3 minutes
    uv run python benchmarks/second_opinion.py --each 200 --seed 7

Names (common ones, and with rare characters), credit codes, enterprise names and amounts are
drawn in every Chinese font found, made worse in eight ways (`degraded.py`), and read by the
engine of the pages and by the second recogniser, as `understanding/agreement.py` compares them.
Told by kind and by quality: the share each reads right, the share in which both agree and are
sure, and how many of those are wrong. Ends with status 1 if more than `MOST_WRONG` of those are.
"""

import argparse
import random
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from degraded import DRAWN_DPI, QUALITIES, Image
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont
from printed import Text, printed_texts

from doccheck.extractors.ocr.engine import load_engine
from doccheck.extractors.ocr.second import second_recogniser
from doccheck.extractors.ocr.words import cleaned, figure
from doccheck.extractors.page.red import red_mask, without_red
from doccheck.model.program import FieldKind
from doccheck.model.rereading import TwiceRead
from doccheck.text.ids import check_uscc
from doccheck.text.normalise import key
from doccheck.understanding.agreement import agreed

MOST_WRONG = 0.001  # of what both agree on
FONTS = (
    ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2),
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/truetype/arphic/uming.ttc", 0),
    ("/usr/share/fonts/truetype/arphic/ukai.ttc", 0),
    ("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", 0),
    ("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0),
)
ROOM = 120  # pixels of white round a drawn line, for what shifts it
MARGIN = 8  # pixels of white left round a cut line


@dataclass
class Tally:
    """How many there were, and of them: read right by each, agreed on, agreed on and wrong."""

    seen: int = 0
    first: int = 0
    second: int = 0
    agreed: int = 0
    wrong: list[str] = field(default_factory=list)

    def row(self, name: str) -> str:
        """Return a row of a Markdown table."""
        shares = (self.first, self.second, self.agreed)
        told = " | ".join(f"{100 * share / max(self.seen, 1):.1f} %" for share in shares)
        return f"| {name} | {self.seen} | {told} | {len(self.wrong)} |"


def main() -> int:
    """Measure and print two tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--each", type=int, default=60, help="texts of each of five sorts")
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    fonts = [font for font in FONTS if Path(font[0]).exists()]
    if not fonts:
        print("no Chinese font: apt-get install fonts-noto-cjk", file=sys.stderr)
        return 2
    by_sort: dict[str, Tally] = defaultdict(Tally)
    by_quality: dict[str, Tally] = defaultdict(Tally)
    texts = list(printed_texts(random.Random(told.seed), told.each))
    clock = [0.0, 0.0]
    for number, text in enumerate(texts):
        for turn, quality in enumerate(QUALITIES):
            drawn = _drawn(text.label + text.words, fonts[(number + turn) % len(fonts)])
            worse, dpi = QUALITIES[quality](drawn, number)
            line = _cut(worse, dpi / DRAWN_DPI)
            read = _read(line, text.kind, clock)
            for tally in (by_sort[text.sort], by_quality[quality], by_sort["all"]):
                _count(tally, text, quality, read)
    _print("sort", by_sort)
    _print("quality", by_quality)
    total = by_sort["all"]
    print(
        f"\nCPU per line: first {clock[0] / total.seen:.3f} s, second {clock[1] / total.seen:.3f} s"
    )
    for wrong in total.wrong:
        print(wrong)
    return int(len(total.wrong) > MOST_WRONG * total.agreed)


def _drawn(text: str, font: tuple[str, int]) -> Image:
    face = ImageFont.truetype(font[0], round(10.5 * DRAWN_DPI / 72), index=font[1])
    left, top, right, bottom = (round(v) for v in face.getbbox(text))
    page = Pillow.new("RGB", (right - left + 2 * ROOM, bottom - top + 2 * ROOM), "white")
    ImageDraw.Draw(page).text((ROOM - left, ROOM - top), text, font=face, fill=(25, 25, 25))
    return np.ascontiguousarray(np.asarray(page)[:, :, ::-1])


def _cut(image: Image, scale: float) -> Image:
    edge = int((ROOM - MARGIN) * scale)
    return np.ascontiguousarray(image[edge:-edge, edge:-edge])


def _read(line: Image, kind: FieldKind, clock: list[float]) -> TwiceRead:
    red = red_mask(line)
    line = line if red is None else without_red(line, red)
    start = time.process_time()
    [(text, sure)] = load_engine("rapidocr").texts([line])
    middle = time.process_time()
    again = second_recogniser().read(line)
    clock[0] += middle - start
    clock[1] += time.process_time() - middle
    first, _, _ = cleaned(text)
    at = tuple(float(i) for i in range(len(again.text)))
    second, _, sureness = cleaned(again.text, at, again.sureness)
    shown = figure(first) if kind == "money" else first
    return TwiceRead(shown, sure, second, sureness, again.whole, red is not None)


def _count(tally: Tally, text: Text, quality: str, read: TwiceRead) -> None:
    words = read.first.removeprefix(text.label.rstrip("：")).lstrip("：:；;")
    truth = key(text.label + text.words)
    right = key(read.first) == truth or key(words) == key(text.words)
    tally.seen += 1
    tally.first += right
    tally.second += key(figure(read.second) if text.kind == "money" else read.second) == truth
    if text.kind == "uscc" and not check_uscc(words).ok:
        return  # never asked about: `understanding/reread.py`
    if agreed(words, [read], text.kind):
        tally.agreed += 1
        if not right:
            tally.wrong.append(f"{quality}: {text.label}{text.words} read as {read.first}")


def _print(what: str, tallies: dict[str, Tally]) -> None:
    print(f"\n| {what} | pictures | first right | second right | agreed, sure | of these wrong |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, tally in tallies.items():
        print(tally.row(name))


if __name__ == "__main__":
    sys.exit(main())
