"""Headers, footers, page numbers and tables of contents are told from the text."""

from pathlib import Path

import pytest

from .drawing import Drawing, paragraphs, read


def roles(tmp_path: Path, drawing: Drawing) -> list[tuple[str, str]]:
    return [(p.role, p.text) for p in paragraphs(read(tmp_path, drawing))]


def test_repeated_lines_in_the_margins_are_header_and_footer(tmp_path: Path) -> None:
    drawing = Drawing()
    for page in range(1, 4):
        drawing.text(72, 50, "2023年度质量标杆申报材料", 9)
        drawing.text(72, 120, f"第{page}章的正文。")
        drawing.text(72, 800, f"甲公司编制于2023年{page}月", 9)
        drawing.next_page()
    found = roles(tmp_path, drawing)
    assert [text for role, text in found if role == "body"] == [
        f"第{n}章的正文。" for n in (1, 2, 3)
    ]
    assert [role for role, _ in found] == ["header", "body", "footer"] * 3


@pytest.mark.parametrize("form", ["第 {} 页 共 3 页", "- {} -", "{}", "— {} —", "{} / 3", "第{}页"])
def test_page_numbers_are_recognised(tmp_path: Path, form: str) -> None:
    drawing = Drawing()
    for page in range(1, 4):
        drawing.text(72, 120, "正文。")
        drawing.centre(800, form.format(page), 9)
        drawing.next_page()
    assert [role for role, _ in roles(tmp_path, drawing)] == ["body", "page_number"] * 3


def test_a_title_repeated_high_on_the_page_stays_text(tmp_path: Path) -> None:
    drawing = Drawing()
    for year in (2021, 2022, 2023):
        drawing.centre(70, "资产负债表", 18)
        drawing.text(72, 100, f"编制单位：甲公司 {year}年", 9)
        drawing.next_page()
    assert {role for role, _ in roles(tmp_path, drawing)} == {"body"}


def test_a_line_seen_once_in_the_margin_stays_text(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 50, "附件2", 10)
    drawing.text(72, 120, "正文。")
    drawing.text(72, 800, "经办人：张三", 10)
    assert [role for role, _ in roles(tmp_path, drawing)] == ["body"] * 3


def test_contents_with_dot_leaders_are_marked(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.centre(100, "目 录", 16)
    for i, title in enumerate(("一、企业概况", "二、主要做法", "三、实施效果")):
        drawing.text(72, 140 + 25 * i, f"{title}……………………{i + 1}")
    drawing.next_page()
    drawing.text(72, 100, "一、企业概况")
    found = roles(tmp_path, drawing)
    assert [role for role, _ in found] == ["toc"] * 4 + ["body"]


def test_contents_with_numbers_at_the_margin_are_marked(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.centre(100, "目录", 16)
    for i, title in enumerate(("一、企业概况", "二、主要做法", "三、实施效果")):
        drawing.text(72, 140 + 25 * i, title)
        drawing.right(520, 140 + 25 * i, str(i + 1))
    assert [role for role, _ in roles(tmp_path, drawing)] == ["toc"] * 4
