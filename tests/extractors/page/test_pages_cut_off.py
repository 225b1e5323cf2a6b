"""Pages that run off the picture, and pages that read badly as a whole (FMT02)."""

import numpy as np

from doccheck.extractors.ocr.engine import OcrLine, Quad
from doccheck.extractors.page.legibility import find_flaws

DPI = 150.0
WIDTH, HEIGHT = 1240, 1754
PAGE = np.full((HEIGHT, WIDTH), 255, np.uint8)


def at(x0: float, top: float, x1: float = 900.0, high: float = 30.0) -> Quad:
    return ((x0, top), (x1, top), (x1, top + high), (x0, top + high))


def kinds(*lines: OcrLine) -> set[str]:
    return {kind for kind, _ in find_flaws(PAGE, DPI, lines, 0)}


def text(quad: Quad, confidence: float = 0.99) -> OcrLine:
    return OcrLine("本公司承诺所提供的材料真实", confidence, quad)


BODY = tuple(text(at(150, 200 + 50 * n)) for n in range(20))


def test_a_page_with_margins_is_whole() -> None:
    assert kinds(*BODY) == set()


def test_one_line_cut_through_above_or_below_tells_it() -> None:
    assert kinds(text(at(150, 0)), *BODY) == {"cut_off"}
    assert kinds(*BODY, text(at(150, HEIGHT - 31))) == {"cut_off"}


def test_a_page_number_at_the_foot_does_not() -> None:
    assert kinds(*BODY, OcrLine("- 12 -", 0.99, at(600, HEIGHT - 31, 660))) == set()


def test_at_the_sides_it_takes_several_lines_or_half_of_a_pages_few() -> None:
    assert kinds(*BODY, text(at(0, 1400))) == set()
    assert kinds(*BODY, *(text(at(0, 1400 + 50 * n)) for n in range(3))) == {"cut_off"}
    assert kinds(text(at(0, 300)), text(at(0, 400)), text(at(150, 500))) == {"cut_off"}


def test_a_page_that_reads_badly_throughout_is_told_though_no_line_is_hopeless() -> None:
    assert kinds(*(text(at(150, 200 + 50 * n), 0.87) for n in range(20)))
    assert not kinds(*(text(at(150, 200 + 50 * n), 0.95) for n in range(20)))
