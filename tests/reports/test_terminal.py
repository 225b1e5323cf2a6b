"""The report in a terminal and as Markdown."""

import io

import pytest

from doccheck.model.report import Report
from doccheck.reports.html import to_html
from doccheck.reports.markdown import to_markdown
from doccheck.reports.terminal import print_report, printable


def printed(report: Report, lang: str = "zh") -> str:
    stream = io.StringIO()
    print_report(report, lang, stream)
    return stream.getvalue()


def test_verdict_and_reason_come_first(report: Report) -> None:
    first = printed(report).splitlines()[0]
    assert first == "✗ 需补正：1 项不符合通知要求，必须补正；1 项建议修改；1 项待核；1 项没有检查"


def test_groups_stand_in_order_of_need(report: Report) -> None:
    text = printed(report)
    order = [
        text.index(w)
        for w in (
            "\n需补正（2）",
            "\n待核（1）",
            "\n未检查（1）",
            "\n须由人核对的事项（1）",
            "符合的事项（1 项）",
        )
    ]
    assert order == sorted(order)


def test_a_finding_says_place_reading_basis_and_remedy(report: Report) -> None:
    text = printed(report)
    for words in (
        "位置：申报表.docx 表1 第3行第2列；",
        "读到：张三、{李四}",
        "依据：附件1",
        "怎样补正：请核对营业执照",
    ):
        assert words in text


def test_a_pipe_gets_plain_text(report: Report) -> None:
    assert "\x1b" not in printed(report)


def test_file_names_are_no_markup_and_steer_nothing(report: Report) -> None:
    text = printed(report)
    assert "[red]坏[/red]�[31m.pdf" in text


def test_english(report: Report) -> None:
    assert printed(report, "en").startswith("✗ To be corrected: 1 must be corrected")


@pytest.mark.parametrize(
    ("raw", "shown"), [("a\nb", "a b"), ("a\x1b[2Jb", "a�[2Jb"), ("a\u202eb", "a�b")]
)
def test_printable(raw: str, shown: str) -> None:
    assert printable(raw) == shown


def test_markdown_escapes_what_the_submission_holds(report: Report) -> None:
    text = to_markdown(report, "zh")
    assert "<script>" not in text
    assert "# 申报材料核对报告" in text
    assert "- [ ] 经验先进（四）" in text


def test_what_nobody_checks_is_shown_in_every_form(report: Report) -> None:
    assert "  · 排名真实（五）" in printed(report)
    assert "- 排名真实（五）" in to_markdown(report, "zh")
    assert "排名真实" in to_html(report, "zh")
