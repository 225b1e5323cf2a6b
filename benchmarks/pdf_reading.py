"""How much faster the PDF reader is than pdfplumber on the same files.

    uv run python benchmarks/pdf_reading.py                   files drawn here
    uv run python benchmarks/pdf_reading.py --folder DIR      every PDF under a folder

Ours is the whole reader (lines, tables, and besides them paragraphs, page furniture, pictures
and the judgement of the text layer); theirs is `extract_text` and `extract_tables` of every
page. Importing is left out, the clock is CPU time, the readers take turns, the best of several
runs counts. Ends with status 1 if the reader is less than `LEAST` times as fast over all files.

Files are drawn with an embedded TrueType font, as office programs write them: `--font FILE`, or
a Chinese one found on the machine, or reportlab's own Latin one. A file that names a Chinese
font without embedding it is shown too but not counted: there pdfium spends most of its time in
the substitute font.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from doccheck.errors import UnreadableFileError
from doccheck.extractors.pdf import read_pdf
from doccheck.model.files import SourceFile

LEAST = 6.0
PAGES = 10
MISSING = "STSong-Light"  # named in the file, not embedded
EMBEDDED = "Embedded"
HEIGHT = A4[1]
FONT_FOLDER = Path("/usr/share/fonts")
CHINESE = "企业坚持以质量求生存以创新谋发展不断完善质量管理体系推动产品和服务持续改进提升，"
LATIN = "quality management systems improve products and services of every enterprise, "
CHINESE_FONTS = (
    "*simsun*.ttf",
    "*simhei*.ttf",
    "*wqy*.ttf",
    "*droid*fallback*.ttf",
    "*fangsong*.ttf",
)


@dataclass(frozen=True)
class Measured:
    """CPU seconds that two readers took for one file."""

    name: str
    pages: int
    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        """Return how many times as fast ours is."""
        return self.theirs / self.ours


def write_prose(path: Path, font: str, words: str) -> None:
    """Draw pages of body text."""
    canvas = Canvas(str(path), pagesize=A4)
    length = int(37 * 12 / pdfmetrics.stringWidth(words, font, 12) * len(words))
    for _ in range(PAGES):
        canvas.setFont(font, 12)
        for line in range(36):
            canvas.drawString(72, HEIGHT - 80 - 19 * line, (words * 3)[line % 9 :][:length])
        canvas.showPage()
    canvas.save()


def write_form(path: Path, font: str, words: str) -> None:
    """Draw pages with a ruled form of twenty rows, some cells merged."""
    canvas = Canvas(str(path), pagesize=A4)
    for _ in range(PAGES):
        canvas.setFont(font, 10)
        for row in range(21):
            canvas.line(60, HEIGHT - 80 - 34 * row, 535, HEIGHT - 80 - 34 * row)
        for at, x in enumerate((60, 150, 240, 380, 470, 535)):
            end = 760 if at in (0, 1, 5) else 420
            canvas.line(x, HEIGHT - 80, x, HEIGHT - end)
        for row in range(20):
            y = HEIGHT - 100 - 34 * row
            texts = ((65, words[:4]), (155, words[4:8]), (245, f"{row},234.50"), (385, words[8:12]))
            for x, text in texts:
                canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()


def write_statement(path: Path, font: str, words: str) -> None:
    """Draw pages with a two-sided balance sheet, ruled."""
    canvas = Canvas(str(path), pagesize=A4)
    columns = (42, 125, 206, 287, 390, 471, 553)
    for _ in range(PAGES):
        canvas.setFont(font, 8)
        for row in range(31):
            canvas.line(columns[0], HEIGHT - 100 - 20 * row, columns[-1], HEIGHT - 100 - 20 * row)
        for x in columns:
            canvas.line(x, HEIGHT - 100, x, HEIGHT - 700)
        for row in range(30):
            y = HEIGHT - 114 - 20 * row
            for at, x in enumerate(columns[:-1]):
                if at % 3:
                    canvas.drawRightString(columns[at + 1] - 4, y, f"{row + 10},534,160.{at}9")
                else:
                    canvas.drawString(x + 4, y, words[:9])
        canvas.showPage()
    canvas.save()


def ours(path: Path) -> int:
    """Read a file with the project's reader; return its pages."""
    source = SourceFile(path.name, path, path.stat().st_size, "", "pdf", "application/pdf")
    return len(read_pdf(source).pages)


def theirs(path: Path) -> int:
    """Read a file with pdfplumber; return its pages."""
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
        return len(document.pages)


def seconds(read: Callable[[Path], int], path: Path) -> float:
    """Return the CPU time that reading a file took."""
    start = time.process_time()
    read(path)
    return time.process_time() - start


def measure(path: Path, runs: int) -> Measured | None:
    """Measure one file, None where it cannot be read; the readers take turns."""
    try:
        pages = ours(path)
    except UnreadableFileError:
        return None
    pairs = [(seconds(ours, path), seconds(theirs, path)) for _ in range(runs)]
    return Measured(path.name, pages, min(o for o, _ in pairs), min(t for _, t in pairs))


def embedded_font(font: Path | None) -> str:
    """Register a font to embed; return words that it can show."""
    found = (f for pattern in CHINESE_FONTS for f in sorted(FONT_FOLDER.rglob(pattern)))
    font = font or next(found, None)
    pdfmetrics.registerFont(TTFont(EMBEDDED, str(font or "Vera.ttf")))
    return CHINESE if font else LATIN


def drawn(folder: Path, font: Path | None) -> list[Path]:
    """Draw the files to measure on."""
    words = embedded_font(font)
    kinds = {"prose.pdf": write_prose, "form.pdf": write_form, "statement.pdf": write_statement}
    for name, write in kinds.items():
        write(folder / name, EMBEDDED, words)
    return [folder / name for name in kinds]


def without_font(folder: Path) -> Path:
    """Draw a file that names a Chinese font without embedding it."""
    pdfmetrics.registerFont(UnicodeCIDFont(MISSING))
    path = folder / "statement, font not embedded"
    write_statement(path, MISSING, CHINESE)
    return path


def row(result: Measured) -> str:
    """Return a line of the table."""
    speeds = f"{result.pages / result.ours:>9.0f} {result.pages / result.theirs:>12.1f}"
    return f"{result.name[:32]:<32} {result.pages:>5} {speeds} {result.ratio:>6.1f}"


def report(results: list[Measured]) -> float:
    """Print a table and return the ratio over all files."""
    print(f"{'file':<32} {'pages':>5} {'ours p/s':>9} {'plumber p/s':>12} {'ratio':>6}")
    pages = sum(r.pages for r in results)
    total = Measured("all", pages, sum(r.ours for r in results), sum(r.theirs for r in results))
    for result in (*results, total):
        print(row(result))
    return total.ratio


def main() -> int:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--folder", type=Path, help="measure every PDF under this folder")
    parser.add_argument("--font", type=Path, help="a Chinese TrueType font to embed")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        warm = drawn(Path(scratch), options.font)
        ours(warm[0])
        theirs(warm[0])
        paths = sorted(options.folder.rglob("*.pdf")) if options.folder else warm
        results = [m for path in paths if (m := measure(path, options.runs))]
        if not results:
            print("no readable PDF", file=sys.stderr)
            return 2
        ratio = report(results)
        apart = measure(without_font(Path(scratch)), 2)
        print(row(apart) if apart else "")
    return 0 if ratio >= LEAST else 1


if __name__ == "__main__":
    raise SystemExit(main())
