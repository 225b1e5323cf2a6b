"""How many pages of bound files are put into the right document.

    uv run python fixtures/make_bound.py /tmp/bound --count 10 --seed 7
    uv run python benchmarks/bound_files.py /tmp/bound [-v]

A page is right if the document that it was put into has the right kind and begins and ends where
the true one does. Scanned volumes are read with the default engine and its cache.
"""

import argparse
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from doccheck.extractors.ocr.choice import OFF, OcrChoice, cache_folder
from doccheck.model.dossier import LogicalDocument
from doccheck.programs.loader import load_program
from doccheck.reading import read_submission
from doccheck.understanding.assemble import assemble

OTHERWISE = {"other": {"other", "evidence"}}
"""Kinds that are accepted for a true kind besides itself."""


@dataclass
class Score:
    """Pages and documents, true and found."""

    pages: int = 0
    kind: int = 0
    cut: int = 0
    documents: int = 0
    exact: int = 0
    faults: Counter[str] = field(default_factory=Counter)


def main() -> None:
    """Measure the volumes of a folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="list what was cut wrongly")
    parser.add_argument("--only", default="", help="part of a case's name")
    options = parser.parse_args()
    score = Score()
    for case in sorted(options.folder.iterdir()):
        if options.only in case.name:
            faults = judge(case, score)
            if options.verbose and faults:
                print(case.name, *faults, sep="\n    ")
    print(f"{score.pages} pages: kind right {score.kind / score.pages:.1%}, "
          f"cut right {score.cut / score.pages:.1%}; "
          f"{score.documents} documents: exact {score.exact / score.documents:.1%}")  # fmt: skip


def judge(case: Path, score: Score) -> list[str]:
    """Add one volume to the score; return what is wrong in it."""
    truth = json.loads((case / "truth.json").read_text(encoding="utf-8"))
    found = _documents(case / truth["input"], truth["program"], truth["source"] == "scan")
    faults = []
    for document in truth["documents"]:
        first, last = document["pages"]
        kinds = OTHERWISE.get(document["kind"], {document["kind"]})
        score.documents += 1
        mine = [d for d in found if d.pages == (first, last) and d.kind in kinds]
        score.exact += bool(mine)
        for page in range(first, last + 1):
            holders = [d for d in found if d.pages and d.pages[0] <= page <= d.pages[1]]
            score.pages += 1
            score.kind += any(d.kind in kinds for d in holders[-1:])
            score.cut += bool(mine) and len(holders) == 1
        if not mine:
            near = [f"{d.kind} {d.pages} {d.title[:18]}" for d in found
                    if d.pages and d.pages[0] <= last and first <= d.pages[1]]  # fmt: skip
            faults.append(f"{document['kind']} {first}-{last}: {near}")
    return faults


def _documents(path: Path, program: str, is_scan: bool) -> tuple[LogicalDocument, ...]:
    ocr = OcrChoice("rapidocr", cache_folder()) if is_scan else OFF
    with read_submission(path, jobs=2, ocr=ocr) as read:
        return assemble(read.files, read.documents, load_program(program)).documents


if __name__ == "__main__":
    main()
