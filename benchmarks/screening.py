"""How fast stacks are screened, what the engine costs, how it scales: for docs/scaling.md.

    uv run python benchmarks/screening.py             200 digital and 20 scanned submissions
    uv run python benchmarks/screening.py --digital 40 --scanned 4 --folder /tmp/screening

Submissions are generated (`fixtures/`), the scanned ones drawn at scanner's resolution with its
noise. Everything is compared within one run of this script: the engine with one process against a
bare loop over the same submissions, two processes against one, the second run against the first.

Wall times count on an idle machine only. So processor time is told beside them: it counts what the
processes used, whoever else was at work.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from doccheck.extractors.ocr.choice import OFF, OcrChoice
from doccheck.pipeline import Settings
from doccheck.screening.plan import Plan, Step
from doccheck.screening.run import screen
from doccheck.screening.stack import Stack, open_stack
from doccheck.screening.worker import Task, work

ROOT = Path(__file__).resolve().parents[1]
PROGRAM, RECIPE = "hunan-quality-2021", "hunan"
SETTINGS = Settings(date(2021, 5, 8), program=PROGRAM)
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
SAMPLE_EVERY = 0.1  # seconds between looks at the processes
MEGABYTE = 1 << 20

HEAD = "| run | submissions | pages | wall s | processor s | per s | pages per s | workers' MB |"

LEAST_SCALING, MOST_OVERHEAD, MOST_SECOND_RUN = 1.7, 0.05, 0.05


@dataclass
class Watch:
    """What this process and those below it use: seconds of processor, bytes of memory over time."""

    wall: float = 0.0
    cpu: float = 0.0
    memory: list[int] = field(default_factory=list)


@contextmanager
def watching() -> Iterator[Watch]:
    """Watch the block; processor time of a process that ended counts up to its last look."""
    watch, used, before = Watch(), dict[int, float](), processor_times()
    stop = threading.Event()

    def look() -> None:
        used.update(processor_times())
        watch.memory.append(sum(resident(pid) for pid in family() if pid != os.getpid()))

    def keep_looking() -> None:
        while not stop.wait(SAMPLE_EVERY):
            look()

    watcher = threading.Thread(target=keep_looking)
    watcher.start()
    began = time.monotonic()
    yield watch
    watch.wall = time.monotonic() - began
    look()
    stop.set()
    watcher.join()
    watch.cpu = sum(seconds - before.get(pid, 0.0) for pid, seconds in used.items())


def family() -> list[int]:
    """Return this process and all below it."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and (fields := stat_of(int(entry.name))):
            parents[int(entry.name)] = int(fields[1])
    found = [os.getpid()]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found


def processor_times() -> dict[int, float]:
    times = {pid: stat_of(pid) for pid in family()}
    return {pid: (int(f[11]) + int(f[12])) / TICKS for pid, f in times.items() if f}


def resident(pid: int) -> int:
    fields = stat_of(pid)
    return int(fields[21]) * PAGE if fields else 0


def stat_of(pid: int) -> list[str]:
    """Return the fields of /proc/PID/stat from the state on; empty for one that is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


# ---- the stacks


def digital(folder: Path, count: int) -> Stack:
    script = ("make_submissions.py", "--count", str(count), "--only", RECIPE)
    return made(folder, count, *script)


def scanned(folder: Path, count: int) -> Stack:
    return made(
        folder, count, "make_bound.py", "--count", str(count), "--only", RECIPE, "--scanned"
    )


def made(folder: Path, count: int, script: str, *options: str) -> Stack:
    """Make submissions and lay them out as a stack."""
    raw = folder.with_name(f"{folder.name}-raw")
    command = [sys.executable, str(ROOT / "fixtures" / script), str(raw), *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    for case in sorted(raw.iterdir())[:count]:
        shutil.copytree(case / "submission", folder / case.name)
    return open_stack(folder)


# ---- the measures


@dataclass(frozen=True)
class Measured:
    """A run: its watch, how many submissions and pages it checked."""

    watch: Watch
    submissions: int
    pages: int

    @property
    def cpu_each(self) -> float:
        return self.watch.cpu / self.submissions


FORMS = Plan(Path()).forms


class AllKeptError(Exception):
    """Every submission is kept; what is asked across them is measured by itself."""


def bare_loop(stack: Stack, settings: Settings) -> Measured:
    """Check one submission after another in this process; nothing is kept."""
    settings = replace(settings, in_stack=True)
    work(Task(stack.units[0], settings, FORMS))  # what is loaded once is not counted
    with watching() as watch:
        pages = sum(work(Task(unit, settings, FORMS)).pages for unit in stack.units)
    return Measured(watch, len(stack.units), pages)


def engine(stack: Stack, settings: Settings, out: Path, jobs: int) -> Measured:
    """Run the stack as `doccheck screen` does, up to the last submission."""
    pages: list[int] = []

    def count(step: Step) -> None:
        if step.trouble:
            raise RuntimeError(f"{step.name}: {step.trouble}")
        pages.append(step.pages)
        if step.number == step.total:
            raise AllKeptError

    with watching() as watch, suppress(AllKeptError):
        screen(stack, settings, Plan(out, jobs=jobs, memory=4 << 30), count)
    return Measured(watch, len(stack.units), sum(pages))


def closing(stack: Stack, settings: Settings, out: Path) -> Measured:
    """Run a stack that is finished already: what is left are the questions across."""
    with watching() as watch:
        screen(stack, settings, Plan(out, jobs=1, memory=4 << 30))
    return Measured(watch, len(stack.units), 0)


def size_of(folder: Path) -> int:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


def row(name: str, run: Measured) -> str:
    """Return a line of the table of runs."""
    watch, peak = run.watch, max(run.watch.memory, default=0) / MEGABYTE
    return (
        f"| {name} | {run.submissions} | {run.pages} | {watch.wall:.1f} | {watch.cpu:.1f} "
        f"| {run.submissions / watch.wall:.2f} | {run.pages / watch.wall:.2f} | {peak:.0f} |"
    )


def flatness(memory: list[int]) -> float:
    """Return memory of the workers in the run's last third over that in its middle third."""
    third = len(memory) // 3
    middle, last = memory[third : 2 * third], memory[2 * third :]
    return (sum(last) / len(last)) / (sum(middle) / len(middle)) if third else 1.0


def measure(folder: Path, count: int, scans: int) -> int:
    print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    print(HEAD)
    print("| --- " * HEAD.count(" | ") + "| --- |")
    stack = digital(folder / "digital", count)
    settings = replace(SETTINGS, ocr=OFF)
    bare = bare_loop(stack, settings)
    print(row("bare loop", bare), flush=True)
    start = engine(replace(stack, units=stack.units[:1]), settings, folder / "start", 1)
    print(row("start and one submission", start), flush=True)
    one = engine(stack, settings, folder / "one", 1)
    print(row("engine, 1 process", one), flush=True)
    two = engine(stack, settings, folder / "two", 2)
    print(row("engine, 2 processes", two), flush=True)
    again = engine(stack, settings, folder / "one", 1)
    print(row("the same again", again), flush=True)
    print(row("and across, sheets, notices", closing(stack, settings, folder / "one")), flush=True)
    results = [
        ("scaling 1 → 2, wall", one.watch.wall / two.watch.wall, LEAST_SCALING, True),
        ("scaling 1 → 2, processor", 2 * one.watch.cpu / two.watch.cpu, LEAST_SCALING, True),
        ("engine over bare loop, wall", one.watch.wall / bare.watch.wall - 1, MOST_OVERHEAD, False),
        ("engine over bare loop, proc.", one.watch.cpu / bare.watch.cpu - 1, MOST_OVERHEAD, False),
        ("second run / first, wall", again.watch.wall / one.watch.wall, MOST_SECOND_RUN, False),
        ("second run / first, processor", again.watch.cpu / one.watch.cpu, MOST_SECOND_RUN, False),
        ("memory, last third / middle third", flatness(one.watch.memory), 1.1, False),
    ]  # fmt: skip
    if scans:
        results += measure_scans(folder, scans)
    stored = size_of(folder / "one") / count
    database = (folder / "one" / "results.sqlite").stat().st_size / count
    print(f"\nkept of a submission: {stored / MEGABYTE:.2f} MB, {database / 1024:.0f} KB as rows")
    print(f"load after: {os.getloadavg()[0]:.1f}\n")
    return tell(results)


Result = tuple[str, float, float, bool]
"""What is compared, the figure, the aim, whether more is better."""


def measure_scans(folder: Path, count: int) -> list[Result]:
    stack = scanned(folder / "scanned", count)
    settings = replace(SETTINGS, ocr=OcrChoice("rapidocr", folder / "cache"))
    first = engine(stack, settings, folder / "scans", 2)
    print(row("scanned, 2 processes", first), flush=True)
    second = engine(stack, settings, folder / "scans-again", 2)
    print(row("scanned, readings kept", second), flush=True)
    third = engine(stack, settings, folder / "scans-again", 2)
    print(row("scanned, resumed", third), flush=True)
    kept = size_of(folder / "cache") / max(first.pages, 1)
    page = first.watch.cpu / max(first.pages, 1)
    print(f"\nreadings kept: {kept / 1024:.0f} KB a page; processor time {page:.2f} s a page")
    return [
        ("scanned: readings kept / first", second.watch.cpu / first.watch.cpu, 0.25, False),
        ("scanned: resumed / first", third.watch.cpu / first.watch.cpu, MOST_SECOND_RUN, False),
    ]  # fmt: skip


def tell(results: list[Result]) -> int:
    print("| compared | figure | aim | |\n| --- | --- | --- | --- |")
    missed = 0
    for name, figure, aim, more in results:
        met = figure >= aim if more else figure <= aim
        missed += not met
        sign = "≥" if more else "≤"
        print(f"| {name} | {figure:.3f} | {sign} {aim:g} | {'met' if met else 'missed'} |")
    return 1 if missed else 0


def main() -> int:
    """Run the command line; status 1 where an aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--digital", type=int, default=200)
    parser.add_argument("--scanned", type=int, default=20)
    parser.add_argument("--folder", type=Path, help="where stacks and results stay; else they go")
    options = parser.parse_args()
    if options.folder:
        options.folder.mkdir(parents=True)
        return measure(options.folder, options.digital, options.scanned)
    with tempfile.TemporaryDirectory(prefix="screening-") as folder:
        return measure(Path(folder), options.digital, options.scanned)


if __name__ == "__main__":
    sys.exit(main())
