"""What makes a page hard to read, once it was read: only a page that reads badly is called so.

Measured on forms, letters and statements: pages as good as 100 dpi and lightly blurred are read
with a mean confidence above 0.97; at 50 dpi, or where nobody could read them, below 0.9.
"""

from collections.abc import Sequence

from doccheck.extractors.ocr.engine import OcrLine
from doccheck.extractors.page.light import grey
from doccheck.extractors.page.pixels import Image
from doccheck.extractors.page.quality import dark, sharpness
from doccheck.model.seen import FlawKind

POOR_MEAN = 0.93  # mean confidence of a page's characters under which it reads badly
BAD_MEAN = 0.90  # the same whatever its parts: fine pages have 0.94 and more
DOUBTED, MUCH_DOUBTED = 0.8, 0.1  # confidence of a doubted line; share of such characters
HOPELESS = 0.65  # mean confidence of scraps: there is ink, nothing of it can be read
LEAST_LINES, LEAST_CHINESE = 8, 4  # lines of so many characters: fewer say nothing of a page
POOR_DPI = 110  # small print is 10 pixels high
THUMBNAIL_DPI = 72  # small print is 7 pixels high: what is read is guessed, however surely
BLURRED = 45.0  # variance of the Laplacian on inked parts: sharp scans have 300 and more
EDGE_MM = 1.0  # lines that reach so near to the picture's side are cut off
CUT_LINES = 3  # lines cut off at the same side

Flaws = list[tuple[FlawKind, str]]
"""What is wrong, and how much of it (`96 dpi`), empty where that has no measure."""


def find_flaws(image: Image, dpi: float, lines: Sequence[OcrLine], turns: int) -> Flaws:
    """Return what makes a page hard to read; `turns` are the quarter turns it had to be given."""
    found: Flaws = []
    if dpi < THUMBNAIL_DPI:
        found.append(("low_resolution", f"{dpi:.0f} dpi"))
    elif _reads_badly(lines):
        found += _causes(image, dpi) or [("illegible", "")]
    if turns == 2:
        found.append(("upside_down", ""))
    if _cut_off(lines, image.shape[1], image.shape[0], dpi):
        found.append(("cut_off", ""))
    return found


def _causes(image: Image, dpi: float) -> Flaws:
    shades = grey(image)
    causes: Flaws = []
    if dpi < POOR_DPI:
        causes.append(("low_resolution", f"{dpi:.0f} dpi"))
    if sharpness(shades) < BLURRED:
        causes.append(("blurred", ""))
    if dark(shades):
        causes.append(("dark", ""))
    return causes


def _reads_badly(lines: Sequence[OcrLine]) -> bool:
    words = [(line.confidence, len(line.text)) for line in lines if _is_text(line.text)]
    if len(words) < LEAST_LINES:
        everything = [(line.confidence, len(line.text)) for line in lines]
        return len(lines) >= LEAST_LINES and _mean(everything) < HOPELESS
    doubted = sum(length for sure, length in words if sure < DOUBTED)
    signs = sum(length for _, length in words)
    mean = _mean(words)
    return mean < BAD_MEAN or (mean < POOR_MEAN and doubted > MUCH_DOUBTED * signs)


def _mean(words: Sequence[tuple[float, int]]) -> float:
    """Return the mean confidence of characters, of lines with their confidence and length."""
    return sum(sure * length for sure, length in words) / max(1, sum(n for _, n in words))


def _is_text(text: str) -> bool:
    """Tell a line of Chinese text from borders, dot leaders and scraps of a seal."""
    chinese = sum("一" <= sign <= "鿿" for sign in text)
    return chinese >= LEAST_CHINESE and 2 * chinese > len(text)


def _cut_off(lines: Sequence[OcrLine], width: int, height: int, dpi: float) -> bool:
    """Tell whether lines run into a side of the picture.

    On the left and right it takes several, or half of a page's few: one line may end there of
    itself. Above and below a cut goes through one line only.
    """
    edge = EDGE_MM * dpi / 25.4
    long = [li for li in lines if len(li.text) > 3]
    left = sum(min(x for x, _ in line.quad) <= edge for line in long)
    right = sum(max(x for x, _ in line.quad) >= width - edge for line in long)
    if max(left, right) >= min(CUT_LINES, max(2, len(long) / 2)):
        return True
    text = [li for li in long if _is_text(li.text)]
    return any(
        min(y for _, y in line.quad) <= edge or max(y for _, y in line.quad) >= height - edge
        for line in text
    )
