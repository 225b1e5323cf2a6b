"""The HTML report: self-contained, safe, complete, accessible."""

import itertools
import re
from html.parser import HTMLParser

import pytest

from doccheck.model.report import Report
from doccheck.reports.html import to_html
from doccheck.reports.matrix import matrix


class Page(HTMLParser):
    """What a test asks of a page: tags with attributes, headings, text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture
def page(report: Report) -> Page:
    return Page(to_html(report, "zh"))


def test_nothing_is_loaded_from_outside(report: Report) -> None:
    text = to_html(report, "zh")
    assert not re.search(r"https?://|@import|url\(", text)
    assert not re.search(r"<(img|link|iframe|object|embed)\b", text)


def test_what_the_submission_holds_is_escaped(report: Report, page: Page) -> None:
    assert "<script>alert" not in to_html(report, "zh")
    assert len(page.all("script")) == 1
    assert not page.all("b")


def test_first_screen_says_verdict_reason_programme_and_counts(page: Page) -> None:
    text = " ".join(" ".join(page.words).split())
    head = text[: text.index("排列方式")]
    for words in (
        "需补正",
        "1 项不符合通知要求，必须补正",
        "样例",
        "甲公司",
        "2021-05-08",
        "由人核对 1 项",
    ):
        assert words in head


def test_language_and_headings_in_order(page: Page) -> None:
    assert page.all("html")[0]["lang"] == "zh-CN"
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_table_headers_have_a_scope(page: Page) -> None:
    assert all(attrs.get("scope") for attrs in page.all("th"))


def test_every_link_inside_leads_somewhere(page: Page) -> None:
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    links = {str(a["href"])[1:] for a in page.all("a") if str(a["href"]).startswith("#")}
    assert links <= ids


def test_checkpoints_are_check_boxes(page: Page) -> None:
    assert [i["type"] for i in page.all("input")] == ["radio"] * 3 + ["checkbox"]


def test_findings_say_where_what_and_how_to_mend(page: Page) -> None:
    text = " ".join(page.words)
    for words in (
        "法定代表人不一致",
        "申报表.docx 表1 第3行第2列",
        "请核对营业执照",
        "读取不确定（96%），请看原件",
        "查过",
        "没读出的",
    ):
        assert words in text


def test_english(report: Report) -> None:
    text = to_html(report, "en")
    assert '<html lang="en">' in text
    assert "To be corrected" in text


def test_matrix_shows_sign_and_value(report: Report) -> None:
    found = matrix(report)
    rows = dict(found.identity + found.figures)
    assert [d.id for d in found.documents] == ["d1", "d2", "d3"]
    assert [c.sign for c in rows["enterprise_name"]] == ["✓", "✓", "–"]
    assert [(c.sign, c.values) for c in rows["legal_representative"]] == [
        ("✗", ("张三",)), ("✗", ("李四",)), ("–", ()),
    ]  # fmt: skip


def test_matrix_shows_money_in_yuan(report: Report) -> None:
    form, _, audit = dict(matrix(report).figures)["revenue.2020"]
    assert (form.values, form.yuan) == (("12.5",), ("125,000",))
    assert audit.yuan == ("225,000",)
