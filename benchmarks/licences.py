"""How business licences of many layouts are read when they come as scans and photos.

    uv run python benchmarks/licences.py [--count 60] [--seed 0] [--out FOLDER] [--cache FOLDER]

Draws licences (`licence_forms.py`), makes them worse (`degraded.py`, and photos on a desk), reads
them as `doccheck extract` does, and tells by fact, layout and picture how many values were read
surely and right, in doubt (for a person), left out, and surely and wrong. Every eighth is also
read as a thumbnail of 300 pixels, of which only a QR code may tell anything. Ends with status 1 if
anything was told for certain and wrong.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import cv2
import numpy as np
from degraded import QUALITIES, Image, photographed
from licence_forms import Drawn, draw_licence
from PIL import Image as Pillow

from doccheck.extractors.ocr.choice import OcrChoice
from doccheck.model.dossier import FieldReading
from doccheck.model.places import CERTAIN
from doccheck.pipeline import extract_file
from doccheck.text.normalise import key

LEFT_OUT = ("clean 300 dpi", "seal across")  # the licences' own seal is pressed over the day
THUMBNAIL = 300  # pixels
EVERY = 8
OUTCOMES = ("right", "review, right", "review, wrong", "missing", "WRONG")
TABLES = ("fact", "layout", "kind", "picture")
DESK = (62, 74, 96)  # BGR


def main() -> int:
    """Read so many licences and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, help="keep the pictures there")
    parser.add_argument("--cache", type=Path, help="keep what was recognised there")
    told = parser.parse_args()
    tables: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as work:
        folder = told.out or Path(work)
        folder.mkdir(parents=True, exist_ok=True)
        ocr = OcrChoice("rapidocr", told.cache)
        for number in range(told.count):
            drawn = draw_licence(number, told.seed)
            for quality, path in _pictures(drawn, number, folder):
                for fact, outcome, what in _outcomes(drawn, path, ocr):
                    rows = (fact, drawn.layout, drawn.licence.kind, quality)
                    for table, row in zip(TABLES, rows, strict=True):
                        tables[table][row][outcome] += 1
                    if outcome != "right":
                        print(f"{path.name} {fact}: {outcome}: {what}", flush=True)
                    wrong += [path.name] if outcome == "WRONG" else []
    for name, rows in tables.items():
        _print(name, rows)
    return int(bool(wrong))


def _pictures(drawn: Drawn, number: int, folder: Path) -> list[tuple[str, Path]]:
    """Return the files of a licence: made worse one way, and now and then as a thumbnail."""
    ways = [name for name in QUALITIES if name not in LEFT_OUT] + ["desk"]
    quality = ways[(number // 2 + number // 10) % len(ways)]
    worse, dpi = on_desk(drawn.picture, number) if quality == "desk" else QUALITIES[quality](
        drawn.picture, number
    )  # fmt: skip
    files = [(quality, _saved(worse, dpi, folder / f"{number:03d} {quality}.jpg"))]
    if number % EVERY == EVERY - 1:
        scale = THUMBNAIL / drawn.picture.shape[1]
        small = cv2.resize(drawn.picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        name = folder / f"{number:03d} thumbnail.jpg"
        files.append(("thumbnail", _saved(small.astype(np.uint8), 72, name)))
    return files


def on_desk(image: Image, seed: int) -> tuple[Image, float]:
    """A phone's photo of the sheet on a dark desk, askew and seen from one side."""
    shot, dpi = photographed(image, seed)
    rng = random.Random(seed)
    height, width = shot.shape[:2]
    edge = round(0.09 * max(height, width))
    lean = edge * 0.6
    here = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = [[x + edge + rng.uniform(-lean, lean), y + edge + rng.uniform(-lean, lean)]
             for x, y in here]  # fmt: skip
    warp = cv2.getPerspectiveTransform(here, np.array(moved, np.float32))
    size = (width + 2 * edge, height + 2 * edge)
    return cv2.warpPerspective(shot, warp, size, borderValue=DESK).astype(np.uint8), dpi


def _saved(image: Image, dpi: float, path: Path) -> Path:
    Pillow.fromarray(image[:, :, ::-1]).save(path, quality=88, dpi=(dpi, dpi))
    return path


def _outcomes(drawn: Drawn, path: Path, ocr: OcrChoice) -> list[tuple[str, str, str]]:
    """Return for each fact on a licence how it was read, and what was read."""
    _, dossier = extract_file(path, None, ocr)
    if any(d.kind != "business_licence" for d in dossier.documents):
        print(f"{path.name} is read as {[d.kind for d in dossier.documents]}")
    readings = {r.key: r for r in dossier.readings}
    found = []
    for fact, true in drawn.licence.truth.items():
        if fact:
            reading = readings.get(fact)
            shown = f"{reading.value} ({reading.evidence.confidence:.2f})" if reading else "-"
            found.append((fact, _outcome(reading, true), f"{true} read as {shown}"))
    if "" in drawn.licence.truth and "uscc" in readings:
        found.append(("uscc", "WRONG", f"invented {readings['uscc'].value}"))
    return found


def _outcome(reading: FieldReading | None, true: str) -> str:
    if reading is None or reading.state != "filled":
        return "missing"
    right = key(reading.value) == key(true)
    if reading.evidence.confidence >= CERTAIN:
        return "right" if right else "WRONG"
    return "review, right" if right else "review, wrong"


def _print(name: str, rows: dict[str, Counter[str]]) -> None:
    print(f"\n| {name} | {' | '.join(OUTCOMES)} |")
    print("| --- |" + " --- |" * len(OUTCOMES))
    for row, counted in rows.items():
        print(f"| {row} | {' | '.join(str(counted[o]) for o in OUTCOMES)} |")


if __name__ == "__main__":
    sys.exit(main())
