"""Every file of a folder through the readers, within limits: what crashed, hung, swelled, was read.

    uv run python benchmarks/robustness.py DIR                  without recognising scans
    uv run python benchmarks/robustness.py DIR --ocr 20         and one page of every 20th picture
    uv run python benchmarks/robustness.py DIR --list           one line a file, too

Each file is opened as `doccheck extract` opens it (sniffed, unpacked, read, understood) in a
reading process that is told nothing of the one before but keeps its modules. A file whose process
dies is a crash, one that takes longer than `SECONDS` a hang, whatever reason the user is given.
Ends with status 1 on a crash, a hang, or more than `MOST_MEMORY` bytes at once.
"""

import argparse
import importlib
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from doccheck.errors import DoccheckError
from doccheck.extractors import isolated
from doccheck.extractors.apart import READ_SECONDS
from doccheck.extractors.calls import Answer, Call
from doccheck.extractors.ocr.choice import OcrChoice
from doccheck.extractors.read import recognised_page
from doccheck.reading import Read, read_submission
from doccheck.understanding.assemble import assemble

SECONDS = READ_SECONDS
MOST_MEMORY = 1 << 30
ROOM = 4 << 30  # what a process may take here, so that what passes the bound is measured
OCR_SECONDS = 180.0
CLEAR_PEAK = "5"


@dataclass(frozen=True)
class Told:
    """What became of one file: its parts' standing, the text read, the most memory held."""

    standing: tuple[tuple[str, str, str], ...]
    characters: int
    unread: int
    peak: int
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """One file of the folder: how its process ended, what it told, how long it took."""

    path: Path
    end: str
    seconds: float
    told: Told | None = None
    reason: str = ""


def look(path: Path, ocr: bool) -> Told:
    """Open and read one file in this process; everything it uses is let go again."""
    isolated.APART = False
    _forget_peak()
    with read_submission(path) as read:
        assemble(read.files, read.documents, None)
        if ocr:
            _recognise_one(read)
        return Told(
            tuple((f.path, f.status, f.reason) for f in read.files),
            sum(len(d.text) for d in read.documents),
            sum(len(d.unread_pages) for d in read.documents),
            _peak(),
            tuple(p for d in read.documents for p in d.problems),
        )


def _recognise_one(read: Read) -> None:
    files = {f.path: f for f in read.files}
    for document in read.documents:
        for number in document.unread_pages[:1]:
            recognised_page(files[document.file], number, OcrChoice("rapidocr"))


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text(CLEAR_PEAK, encoding="ascii")


def _peak() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) * 1024


def lines(paths: Sequence[Path], root: Path, every: int) -> list[Line]:
    """Run all files and return what became of each."""
    found = []
    os.environ["PYTHONPATH"] = str(Path(__file__).parent)  # the process imports this very file
    look = importlib.import_module(Path(__file__).stem).look
    for number, path in enumerate(paths, 1):
        ocr = bool(every) and number % every == 0
        seconds = OCR_SECONDS if ocr else SECONDS
        began = time.monotonic()
        [answer] = isolated.run_calls([Call(look, (path, ocr), seconds, ROOM)], 1)
        found.append(_line(path.relative_to(root), answer, time.monotonic() - began))
    return found


def _line(path: Path, answer: Answer, seconds: float) -> Line:
    if isinstance(answer.error, DoccheckError):
        return Line(path, "done", seconds, reason=str(answer.error))
    if answer.error is not None:
        return Line(path, "error", seconds, reason=repr(answer.error))
    return Line(path, answer.end, seconds, answer.value)


def table(found: Sequence[Line]) -> str:
    """Return the run as a Markdown table, a row a group of files."""
    rows = [
        "| files | of | read | unreadable, with reason | skipped | no text, to be recognised "
        "| crashes | hangs | slowest | most memory |",
        "| --- " * 10 + "|",
    ]
    groups = sorted({line.path.parts[0] for line in found})
    for group in (*groups, "all"):
        some = [line for line in found if group in (line.path.parts[0], "all")]
        rows.append(_row(group, some))
    return "\n".join(rows)


def _row(name: str, some: Sequence[Line]) -> str:
    first = [_standing(line) for line in some]
    counts = Counter(first)
    ends = Counter(line.end for line in some)
    unread = sum(1 for line in some if line.told and not line.told.characters and line.told.unread)
    peak = max((line.told.peak for line in some if line.told), default=0)
    slowest = max(line.seconds for line in some)
    crashes = ends["died"] + ends["error"] + ends["memory"]
    return (
        f"| {name} | {len(some)} | {counts['read']} | {counts['unreadable']} | {counts['skipped']}"
        f" | {unread} | {crashes} | {ends['timeout']} | {slowest:.1f} s | {peak >> 20} MB |"
    )


def _standing(line: Line) -> str:
    if line.told is None:
        return "unreadable" if line.end == "done" else line.end
    statuses = {status for _, status, _ in line.told.standing}
    return next((s for s in ("read", "unreadable", "skipped") if s in statuses), "unreadable")


def reasons(found: Sequence[Line]) -> Counter[str]:
    """Return how often each reason for not reading a file was given."""
    counted: Counter[str] = Counter()
    for line in found:
        if line.told is None:
            counted[line.reason or line.end] += 1
        else:
            counted.update(r for _, status, r in line.told.standing if status != "read")
    return counted


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--ocr", type=int, default=0, metavar="N", help="recognise every Nth file")
    parser.add_argument("--list", action="store_true", help="one line a file")
    asked = parser.parse_args()
    paths = sorted(p for p in asked.folder.rglob("*") if p.is_file())
    found = lines(paths, asked.folder, asked.ocr)
    if asked.list:
        for line in found:
            _print(line)
    print(table(found))
    for reason, count in reasons(found).most_common():
        print(f"{count:5}  {reason}")
    bad = [
        line for line in found
        if line.end != "done" or (line.told is not None and line.told.peak > MOST_MEMORY)
    ]  # fmt: skip
    for line in bad:
        _print(line)
    return 1 if bad else 0


def _print(line: Line) -> None:
    told = line.told
    peak = f"{told.peak >> 20} MB" if told else ""
    what = f"{told.characters} characters, {told.unread} pages unread" if told else line.reason
    why = "；".join(f"{p}: {r}" for p, s, r in told.standing if s != "read") if told else ""
    print(f"{line.end}  {line.seconds:.1f} s  {peak}  {line.path}  {what}  {why}")


if __name__ == "__main__":
    sys.exit(main())
