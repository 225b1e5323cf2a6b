"""Ticks and dates on scans: how many are read right, left in doubt, or wrong without a doubt.

    uv run python benchmarks/ticks.py            3 forms, 3 pages of dates, 8 qualities; 6 minutes
    uv run python benchmarks/ticks.py --forms 6 --seed 90 --show

Forms are drawn in the system's Chinese fonts (`tick_forms.py`), made worse in eight ways
(`degraded.py`), read as the program reads a page, and asked for their fields. An answer counts as
right if the choice is the one ticked and the reading may bear a verdict; as in doubt if it may
not, or if no choice was found; else as wrong. Dates (`date_lines.py`) likewise: a line left blank
must be told as blank. Ends with status 1 if more than `MOST_WRONG` are wrong.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from date_lines import Dated, draw_dates
from degraded import QUALITIES, Image
from tick_forms import Question, draw_form

from doccheck.checks import choices
from doccheck.extractors.ocr.engine import load_engine
from doccheck.extractors.ocr.merge import recognised_picture
from doccheck.extractors.scanned import read_scan
from doccheck.model.dossier import FieldReading, LogicalDocument
from doccheck.model.files import SourceFile
from doccheck.model.places import CERTAIN
from doccheck.model.program import DocumentSpec, FieldSpec, Notice, Program
from doccheck.understanding.fields import read_fields

MOST_WRONG = 0.005  # of all questions
SOURCE = SourceFile("form.png", Path("form.png"), 0, "", "image", "image/png")
Tally = Counter[str]
Asked = Question | Dated


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--forms", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="part of a quality's name")
    parser.add_argument("--show", action="store_true", help="print what was not read right")
    told = parser.parse_args()
    rng = random.Random(told.seed)
    qualities = {name: w for name, w in QUALITIES.items() if told.only in name}
    wrong = False
    for draw, name in ((_drawn_form, "mark"), (draw_dates, "date")):
        by_style: dict[str, Tally] = defaultdict(Counter)
        by_quality: dict[str, Tally] = defaultdict(Counter)
        for number in range(told.forms):
            image, asked = draw(rng, number)
            for quality, worsen in qualities.items():
                read = _read(asked, *worsen(image, told.seed * 100 + number))
                for one, reading in zip(asked, read, strict=True):
                    how = _judged(one, reading)
                    by_style[one.style][how] += 1
                    by_quality[quality][how] += 1
                    if told.show and how != "right":
                        _show(number, quality, one, reading, how)
        _print(name, by_style)
        _print("quality", by_quality)
        total = sum(by_quality.values(), Counter())
        wrong |= total["wrong"] > MOST_WRONG * total.total()
    return int(wrong)


def _drawn_form(rng: random.Random, number: int) -> tuple[Image, tuple[Question, ...]]:
    form = draw_form(rng, number)
    return form.image, form.questions


def _read(asked: Sequence[Asked], image: Image, dpi: float) -> list[FieldReading | None]:
    """Return what was read for each question of a form, each line to be dated."""
    reading = read_scan(image, dpi, load_engine("rapidocr"))
    blocks = recognised_picture(SOURCE, {1: reading}, [1]).blocks
    document = LogicalDocument("d1", "form.png", "application_form", "form", "表", blocks=blocks)
    found = {r.key: r for r in read_fields(document, _program(asked))}
    return [found.get(f"f{i}") for i in range(len(asked))]


def _program(asked: Sequence[Asked]) -> Program:
    fields = tuple(
        FieldSpec(
            key=f"f{i}", label=one.label, documents=("form",),
            kind="choice" if isinstance(one, Question) else "date",
            choices=one.answers if isinstance(one, Question) else (),
        )
        for i, one in enumerate(asked)
    )  # fmt: skip
    notice = Notice(issuer="某局", title="通知", date=date(2023, 1, 1))
    form_spec = DocumentSpec(key="form", kind="application_form", title="表")
    return Program(
        id="ticks", title="表", recognise=("表",), notice=notice,
        documents=(form_spec,), fields=fields, rules=(),
    )  # fmt: skip


def _judged(asked: Asked, reading: FieldReading | None) -> str:
    if reading is None:
        return "doubt"
    if isinstance(asked, Dated):
        return _dated(asked, reading)
    return _chosen(asked, reading)


def _dated(line: Dated, reading: FieldReading) -> str:
    if line.day is None:
        sure = reading.state == "filled" and reading.evidence.confidence >= CERTAIN
        return "right" if reading.state == "blank" else "wrong" if sure else "doubt"
    if reading.state != "filled" or reading.evidence.confidence < CERTAIN:
        return "doubt"
    return "right" if reading.day == line.day else "wrong"


def _chosen(question: Question, reading: FieldReading) -> str:
    marked = reading.state == "filled"
    if not question.chosen and not marked:
        return "right" if reading.state == "blank" else "doubt"
    if not marked or reading.evidence.confidence < CERTAIN:
        return "doubt"
    picked = choices.picked(reading.marked or (reading.raw,), question.answers)
    if picked is None or len(picked) != 1:
        return "doubt"  # no rule says more of it than 待核
    return "right" if picked == question.chosen else "wrong"


def _show(number: int, quality: str, asked: Asked, reading: FieldReading | None, how: str) -> None:
    if isinstance(asked, Question):
        truth = "、".join(asked.answers[i] for i in asked.chosen) or "–"
    else:
        truth = str(asked.day)
    told = "–"
    if reading is not None:
        told = (
            f"{reading.raw!r} → {reading.marked} {reading.state} {reading.evidence.confidence:.3f}"
        )
    print(f"{how:6} form {number} {quality:15} {asked.style:18} {asked.label} {truth} | {told}")


def _print(name: str, tallies: dict[str, Tally]) -> None:
    print(f"\n| {name} | questions | right | in doubt | wrong |\n| --- | --- | --- | --- | --- |")
    rows = [(key, tallies[key]) for key in sorted(tallies)]
    for key, tally in [*rows, ("all", sum(tallies.values(), Counter()))]:
        shares = (
            f"{100 * tally[how] / tally.total():.1f} %" for how in ("right", "doubt", "wrong")
        )
        print(f"| {key} | {tally.total()} | {' | '.join(shares)} |")


if __name__ == "__main__":
    sys.exit(main())
