"""The first look at a page: what is read of it, and when that is enough."""

import pytest

from doccheck.extractors.ocr.engine import OcrLine, Quad
from doccheck.extractors.page.glance import FULL, MOST_READ, goes_on, telling

HEIGHT = 1000.0


def line(top: float, size: float = 20.0, left: float = 50.0, width: float = 500.0) -> Quad:
    right, bottom = left + width, top + size
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def full_page(count: int = 30) -> list[Quad]:
    return [line(40 + 30 * n) for n in range(count)]


def read(confidence: float = 0.98) -> list[OcrLine]:
    return [OcrLine("本公司于取得时按照公允价值入账", confidence, line(40))]


def test_the_top_and_the_page_number_are_read() -> None:
    page = [*full_page(), line(960, left=280, width=30)]
    told = telling(page, HEIGHT)
    assert len(page) - 1 in told
    at_top = [i for i in told if page[i][0][1] < 250]
    assert at_top == list(range(min(MOST_READ, 8)))[: len(at_top)] and len(at_top) >= 7
    assert all(page[i][0][1] < 250 or page[i][0][1] > 900 for i in told)


def test_what_is_read_first_stands_highest_however_the_lines_are_ordered() -> None:
    page = full_page()[::-1]
    assert {page[i][0][1] for i in telling(page, HEIGHT)} >= {40.0, 70.0, 100.0}


def test_a_page_full_of_lines_of_one_size_goes_on() -> None:
    assert goes_on(full_page(), read())


@pytest.mark.parametrize(
    "page",
    [
        full_page(FULL - 1),
        [line(20, size=44), *full_page()],
        [*full_page(), *([((300.0, 40.0), (320.0, 40.0), (320.0, 900.0), (300.0, 900.0))] * 8)],
    ],
    ids=["few lines", "a line in large print", "lines that run down the page"],
)
def test_a_page_that_may_begin_something_does_not(page: list[Quad]) -> None:
    assert not goes_on(page, read())


def test_a_page_that_reads_badly_is_worth_more_than_a_glance() -> None:
    assert not goes_on(full_page(), read(0.7))
    assert not goes_on(full_page(), [])
