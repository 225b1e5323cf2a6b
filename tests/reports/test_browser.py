"""The HTML report in a real browser: accessible, three orders, one click to the page."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from doccheck.model.places import Box
from doccheck.model.report import Excerpt, ExcerptCell, Report
from doccheck.reports.html import to_html
from doccheck.reports.rounds import with_round

pytestmark = pytest.mark.browser

AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe-core" / "axe.min.js"
WIDTHS = {"office": 1024, "phone": 390}  # 1280 at 125 %, and a telephone


class Grey:
    """Page pictures of one colour."""

    def page(self, file: str, page: int) -> None:
        """Draw no whole page."""

    def excerpt(self, file: str, anchor: str) -> Excerpt | None:
        rows = ((ExcerptCell("联系电话", False), ExcerptCell("18942346732", True, 2)),)
        return rows if file and "cell" in anchor else None

    def crop(self, file: str, page: int, boxes: tuple[Box, ...], context: float) -> bytes | None:  # noqa: ARG002
        stream = io.BytesIO()
        Image.new("RGB", (900, 120) if context else (80, 20), "grey").save(stream, "PNG")
        return stream.getvalue()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("chromium is not installed")
    if not AXE.is_file():
        pytest.skip("axe-core is not there")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def file(report: Report, tmp_path: Path) -> Path:
    path = tmp_path / "报告.html"
    path.write_text(to_html(with_round(report, report, "zh"), "zh", Grey()), encoding="utf-8")
    return path


def opened(browser: Any, file: Path, width: int = 1024) -> Any:
    """Return the page; the context is without its policy, or axe could not be put into it."""
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_axe_finds_nothing(browser: Any, file: Path, width: int) -> None:
    page = opened(browser, file, width)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.add_script_tag(path=str(AXE))
    found = page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})"
    )
    said = [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found["violations"]]
    assert said == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_the_page_never_scrolls_sideways(browser: Any, file: Path, width: int) -> None:
    page = opened(browser, file, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def headings(page: Any) -> list[str]:
    return list(page.locator("#open h2").all_inner_texts())


def test_three_orders_of_the_same_findings(browser: Any, file: Path) -> None:
    page = opened(browser, file)
    cards = page.locator("#open article")
    number = cards.count()
    assert headings(page)[0].startswith("申报表")
    page.get_by_label("按轻重").check()
    assert headings(page) == ["需补正（2）", "待核（1）", "未检查（1）"]
    page.get_by_label("按通知条款").check()
    assert headings(page) == ["附件1（1）", "三.1（1）", "三.2（1）", "三.3（1）"]
    assert cards.count() == number
    page.get_by_label("按材料").check()
    assert headings(page)[0].startswith("申报表")


def test_the_worst_finding_is_one_click_away_with_its_picture(browser: Any, file: Path) -> None:
    page = opened(browser, file)
    page.locator(".counts li.is-fail a").click()
    worst = page.locator("article:target")
    assert worst.is_visible()
    assert worst.locator("figure.crop img").first.is_visible()


def test_the_script_obeys_the_pages_own_policy(browser: Any, file: Path) -> None:
    page = browser.new_context().new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    assert said == []
    assert page.locator("#views").is_visible()


def test_it_prints(browser: Any, file: Path) -> None:
    page = opened(browser, file)
    page.emulate_media(media="print")
    assert not page.locator("#views").is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_figures_that_agree_are_not_printed_twice(
    browser: Any, report: Report, tmp_path: Path
) -> None:
    like = next(r for r in report.results if r.status in ("pass", "fail"))
    several = [
        like.model_copy(update={"id": f"r{n}", "rule": "FIN01", "status": s, "subject": f"数{n}"})
        for n, s in enumerate(("pass", "fail", "pass"))
    ]
    path = tmp_path / "报告.html"
    path.write_text(to_html(report.model_copy(update={"results": several}), "zh"), encoding="utf-8")
    page = opened(browser, path)
    rows = page.locator(".figures tbody tr")
    assert [r.is_visible() for r in rows.all()] == [True, True, True]
    assert not page.locator(".on-paper").is_visible()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert [r.is_visible() for r in rows.all()] == [False, True, False]
    assert "2 项" in page.locator(".on-paper").inner_text()
    passed = page.locator("section[aria-labelledby=pass]")
    assert "数0" in passed.inner_text() and "数2" in passed.inner_text()
