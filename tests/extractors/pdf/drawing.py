"""Draws small PDFs for the tests: places are given as a reader sees them, from the top left."""

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from doccheck.extractors.pdf import read_pdf
from doccheck.model.document import Document, Paragraph, Table
from doccheck.model.files import SourceFile

SONG = "STSong-Light"
A4 = (595.0, 842.0)
LEFT, RIGHT = 72.0, 523.0

pdfmetrics.registerFont(UnicodeCIDFont(SONG))


class Drawing:
    """A PDF under the pen."""

    def __init__(self, size: tuple[float, float] = A4, **options: Any) -> None:
        self._bytes = BytesIO()
        self.size = size
        self.canvas = canvas.Canvas(self._bytes, pagesize=size, pageCompression=0, **options)

    def text(self, x: float, y: float, text: str, size: float = 12.0, font: str = SONG) -> None:
        """Write a text whose baseline lies `y` under the page's top edge."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.size[1] - y, text)

    def right(self, x: float, y: float, text: str, size: float = 12.0) -> None:
        """Write a text that ends at `x`."""
        self.canvas.setFont(SONG, size)
        self.canvas.drawRightString(x, self.size[1] - y, text)

    def centre(self, y: float, text: str, size: float = 12.0) -> None:
        """Write a text in the middle of the page."""
        self.canvas.setFont(SONG, size)
        self.canvas.drawCentredString(self.size[0] / 2, self.size[1] - y, text)

    def lines(self, y: float, *texts: str, size: float = 12.0, step: float = 20.0) -> None:
        """Write lines of a text from the left margin on, one under the other."""
        for i, text in enumerate(texts):
            blanks = len(text) - len(text.lstrip("　"))
            self.text(LEFT + blanks * size, y + i * step, text.lstrip("　"), size)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line."""
        self.canvas.line(x0, self.size[1] - y0, x1, self.size[1] - y1)

    def bar(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Fill a rectangle without an outline."""
        self.canvas.rect(x0, self.size[1] - y1, x1 - x0, y1 - y0, stroke=0, fill=1)

    def grid(self, xs: list[float], ys: list[float]) -> None:
        """Draw the rules of a table."""
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)

    def picture(self, x0: float, y0: float, x1: float, y1: float, colour: str = "white") -> None:
        """Place a picture."""
        image = ImageReader(Image.new("RGB", (40, 60), colour))
        self.canvas.drawImage(image, x0, self.size[1] - y1, x1 - x0, y1 - y0)

    def invisible(self, x: float, y: float, text: str) -> None:
        """Write in invisible ink."""
        ink = self.canvas.beginText(x, self.size[1] - y)
        ink.setFont(SONG, 12)
        ink.setTextRenderMode(3)
        ink.textOut(text)
        self.canvas.drawText(ink)

    def next_page(self) -> None:
        """Go to a new page."""
        self.canvas.showPage()

    def done(self) -> bytes:
        """Return the finished file."""
        self.canvas.showPage()
        self.canvas.save()
        return self._bytes.getvalue()


def source(folder: Path, content: bytes) -> SourceFile:
    """Return a PDF as a file of a submission."""
    local = folder / "文件.pdf"
    local.write_bytes(content)
    return SourceFile("附件/文件.pdf", local, len(content), "", "pdf", "application/pdf")


def read(folder: Path, drawing: Drawing | bytes) -> Document:
    """Read a drawn PDF."""
    content = drawing.done() if isinstance(drawing, Drawing) else drawing
    return read_pdf(source(folder, content))


def paragraphs(document: Document) -> list[Paragraph]:
    """Return the paragraphs outside tables."""
    return [b for b in document.blocks if isinstance(b, Paragraph)]


def texts(document: Document) -> list[str]:
    """Return the text of the paragraphs outside tables."""
    return [p.text for p in paragraphs(document)]


def tables(document: Document) -> list[Table]:
    """Return the tables."""
    return [b for b in document.blocks if isinstance(b, Table)]


def rows(table: Table) -> list[list[str]]:
    """Return the texts of a table's cells row by row; a merged cell shows in its first square."""
    grid = [["" for _ in range(table.cols)] for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.col] = cell.text
    return grid
