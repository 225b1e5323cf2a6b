"""A page number with a speck beside it, as scans have them, is a page number."""

import pytest

from doccheck.extractors.pdf.furniture import line_roles
from doccheck.extractors.pdf.lines import Line
from doccheck.model.document import Page
from doccheck.model.places import Box


def roles(text: str, recognised: bool) -> list[str | None]:
    """The roles of a page's title and of a short line at its foot."""
    lines = [
        Line(3, [], Box(272, 102, 325, 120), "承诺书", 17.8, bold=False),
        Line(3, [], Box(296, 796, 304, 804), text, 7.5, bold=False),
    ]
    found = line_roles(lines, [Page(3, 595.8, 842.4, source="scan", recognised=recognised)])
    return [found.get(id(line)) for line in lines]


@pytest.mark.parametrize("text", ["3.", "3", ".3", "3,"])
def test_a_number_at_the_foot_of_a_scan_is_the_pages(text):
    assert roles(text, recognised=True) == [None, "page_number"]


def test_the_number_of_an_item_of_a_digital_page_is_text():
    assert roles("3.", recognised=False) == [None, None]
