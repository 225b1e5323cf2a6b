"""Whether marks on scanned letters and forms are told to be there or missing, and how rightly.

    uv run python benchmarks/signatures.py [--count 90] [--seed 0] [--out FOLDER]

Draws sheets (`signed_sheets.py`), makes them worse (`degraded.py`, grey, a phone's photo on a
desk), reads them and tells by mark, sheet and picture what was said of each: right, in doubt (for a
person) or wrong. A printed name or a chop instead of a signature is a person's to judge. Ends with
status 1 where a mark that is there was called missing: that would be an accusation.
"""

import argparse
import io
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

import cv2
import numpy as np
from degraded import QUALITIES, Image
from PIL import Image as Pillow
from PIL import ImageOps
from signed_sheets import Sheet, draw_sheet

from doccheck.extractors.ocr.engine import OcrEngine, load_engine
from doccheck.extractors.ocr.merge import recognised_picture
from doccheck.extractors.page.render import picture_dpi
from doccheck.extractors.scanned import read_scan
from doccheck.model.dossier import LogicalDocument, Mark
from doccheck.model.files import SourceFile
from doccheck.model.places import ASSERTED
from doccheck.understanding.marks import read_marks

sys.path.insert(0, str(Path(__file__).parents[1] / "fixtures"))

from generator.camera import photo

BEST_FIRST = ("present", "unclear", "absent")
PICTURES = ("150 dpi", "JPEG", "skewed", "black and white", "grey", "photo", "desk")
OUTCOMES = ("right", "in doubt", "WRONG")
THERE, MISSING, EITHER = "there", "missing", "a person's"


def main() -> int:
    """Read so many sheets and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=90)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, help="keep the pictures there")
    told = parser.parse_args()
    engine = load_engine("rapidocr")
    tables: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    accused = 0
    for number in range(told.count):
        sheet = draw_sheet(number, told.seed)
        quality, picture, dpi = taken(sheet, number)
        if told.out:
            told.out.mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(told.out / f"{number:03d} {quality}.jpg"), picture)
        for kind, mark in marks_on(picture, dpi, engine).items():
            truth, how = truth_of(kind, sheet)
            outcome = outcome_of(mark, truth)
            accused += outcome == "WRONG" and mark is not None and mark.state == "absent"
            for table, row in (("mark", f"{kind} {truth}"), ("how", f"{kind} {how}"),
                               ("picture", quality), ("layout", sheet.layout)):  # fmt: skip
                tables[table][row][outcome] += 1
            if outcome != "right":
                print(f"{number:03d} {quality}, {sheet.layout}: {kind} {how} ({truth}): {outcome}, "
                      f"{_said(mark)}", flush=True)  # fmt: skip
    for name, rows in tables.items():
        _print(name, rows)
    return int(bool(accused))


def taken(sheet: Sheet, number: int) -> tuple[str, Image, float]:
    """Return how a sheet was handed in, its picture, and its dots an inch."""
    quality = PICTURES[(number // 3 + number // 21) % len(PICTURES)]
    if quality == "desk":
        content = photo(sheet.picture, random.Random(f"desk-{number}"))
        upright = ImageOps.exif_transpose(Pillow.open(io.BytesIO(content)))
        picture = np.ascontiguousarray(np.asarray(upright)[:, :, ::-1])
        return quality, picture, picture_dpi(picture.shape[1], picture.shape[0], 72.0)
    if quality == "grey":
        worse, dpi = QUALITIES["skewed"](sheet.picture, number)
        grey = cv2.cvtColor(worse, cv2.COLOR_BGR2GRAY)
        return quality, np.dstack([grey] * 3).astype(np.uint8), dpi
    worse, dpi = QUALITIES[quality](sheet.picture, number)
    return quality, worse, dpi


def marks_on(picture: Image, dpi: float, engine: OcrEngine) -> dict[str, Mark | None]:
    """Return the likeliest mark of each kind on a picture; None where no place for it was read."""
    source = SourceFile("sheet.jpg", Path("sheet.jpg"), 1, "0" * 64, "image", "image/jpeg")
    document = recognised_picture(source, {1: read_scan(picture, dpi, engine)}, [1])
    letter = LogicalDocument(
        "d1", "sheet.jpg", "commitment_letter", "letter", blocks=document.blocks,
        text_source="ocr", seen=document.marks,
    )  # fmt: skip
    found: dict[str, Mark | None] = {"signature": None, "seal": None, "date": None}
    for mark in read_marks(letter):
        best = found[mark.kind]
        if best is None or BEST_FIRST.index(mark.state) < BEST_FIRST.index(best.state):
            found[mark.kind] = mark
    return found


def truth_of(kind: str, sheet: Sheet) -> tuple[str, str]:
    """Return whether a mark is there, and how."""
    if kind == "signature":
        how = sheet.signed
        truth = {"none": MISSING, "printed": EITHER, "chop": EITHER}.get(how, THERE)
        return truth, f"{how} {sheet.where}" if truth == THERE else how
    if kind == "seal":
        bare = EITHER if sheet.signed == "chop" else MISSING  # a chop is red ink and no seal
        return {"none": bare, "cut": EITHER}.get(sheet.seal, THERE), sheet.seal
    return (MISSING if sheet.day == "blank" else THERE), sheet.day


def outcome_of(mark: Mark | None, truth: str) -> str:
    """Judge what was said of a mark: what is a person's to judge is best left in doubt."""
    sure = mark is not None and (
        mark.evidence.certain if mark.state == "present"
        else mark.state == "absent" and mark.evidence.confidence >= ASSERTED
    )  # fmt: skip
    if not sure or mark is None:
        return "right" if truth == EITHER else "in doubt"
    said = THERE if mark.state == "present" else MISSING
    return "right" if said == truth else "WRONG"


def _said(mark: Mark | None) -> str:
    if mark is None:
        return "no place found"
    return f"{mark.state} {mark.evidence.confidence:.2f} at {mark.evidence.place.box}"


def _print(name: str, rows: dict[str, Counter[str]]) -> None:
    print(f"\n| {name} | {' | '.join(OUTCOMES)} |")
    print("| --- |" + " --- |" * len(OUTCOMES))
    for row, counted in sorted(rows.items()):
        print(f"| {row} | {' | '.join(str(counted[o]) for o in OUTCOMES)} |")


if __name__ == "__main__":
    sys.exit(main())
