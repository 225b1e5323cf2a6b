"""Wrapped lines are one paragraph, and paragraphs know how they look."""

from pathlib import Path

from .drawing import LEFT, Drawing, paragraphs, read, texts

FULL = "公司坚持以质量求生存以创新谋发展不断完善质量管理体系推动产品和服务持续"
"""A line that fills the text area in 12 points (36 characters, 432 points)."""


def body(drawing: Drawing, y: float = 200.0) -> None:
    """Write two paragraphs with first-line indents."""
    drawing.lines(y, "　　" + FULL[:34], FULL, "改进。", "　　" + FULL[:34], FULL, "提升。")


def test_wrapped_lines_are_joined_and_indents_begin_paragraphs(tmp_path: Path) -> None:
    drawing = Drawing()
    body(drawing)
    expected = FULL[:34] + FULL
    assert texts(read(tmp_path, drawing)) == [f"{expected}改进。", f"{expected}提升。"]


def test_a_short_line_ends_its_paragraph(tmp_path: Path) -> None:
    drawing = Drawing()
    body(drawing)
    drawing.lines(400, FULL[:20], FULL)
    assert texts(read(tmp_path, drawing))[2:] == [FULL[:20], FULL]


def test_larger_print_is_a_paragraph_of_its_own(tmp_path: Path) -> None:
    drawing = Drawing()
    body(drawing)
    drawing.text(LEFT, 140, FULL[:27], 16)
    drawing.text(LEFT, 170, FULL)
    assert texts(read(tmp_path, drawing))[:2] == [FULL[:27], FULL]


def test_looks_are_told(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.centre(100, "典型经验材料", 22)
    body(drawing)
    title, first, _ = paragraphs(read(tmp_path, drawing))
    assert (title.look.size, title.look.centred) == (22.0, True)
    assert (first.look.size, first.look.centred, round(first.look.indent)) == (12.0, False, 24)


def test_a_number_at_the_right_margin_does_not_swallow_the_next_line(tmp_path: Path) -> None:
    drawing = Drawing()
    body(drawing)
    drawing.right(504, 140, "审字（2023）第795号")
    drawing.text(LEFT, 170, "全体股东：")
    assert texts(read(tmp_path, drawing))[:2] == ["审字（2023）第795号", "全体股东："]


def test_latin_words_at_a_wrap_get_a_blank(tmp_path: Path) -> None:
    drawing = Drawing()
    body(drawing)
    drawing.lines(400, FULL[:31] + " quality", "management。")
    assert texts(read(tmp_path, drawing))[2] == FULL[:31] + "quality management。"


def test_a_paragraph_crosses_the_page_and_the_next_begins_a_page(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.lines(100, *([FULL] * 33))
    drawing.centre(820, "- 1 -")
    drawing.next_page()
    drawing.lines(100, "改进。", "　　" + FULL[:34], FULL, FULL[:5])
    drawing.centre(820, "- 2 -")
    drawing.next_page()
    drawing.lines(100, "第三页。")
    crossing, second, third = [p for p in paragraphs(read(tmp_path, drawing)) if p.role == "body"]
    assert (crossing.place.page, crossing.end_page) == (1, 2)
    assert crossing.text == FULL * 33 + "改进。"
    assert [p.page_break_before for p in (crossing, second, third)] == [False, False, True]


def test_places_are_boxes_from_the_top_left(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(100, 200, "位置", 20)
    (only,) = paragraphs(read(tmp_path, drawing))
    box = only.place.box
    assert box is not None
    assert (round(box.x0), round(box.x1)) == (100, 140)
    assert 175 < box.top < 190
    assert 200 < box.bottom < 210


def test_a_word_that_cannot_be_parted_explains_a_short_line(tmp_path: Path) -> None:
    drawing = Drawing()
    body(drawing)
    drawing.lines(400, FULL[:32], "2.53%、1.77%、1.20%，逐年下降。")
    assert texts(read(tmp_path, drawing))[2] == FULL[:32] + "2.53%、1.77%、1.20%，逐年下降。"


def test_a_numbered_heading_after_a_full_line_begins_a_paragraph(tmp_path: Path) -> None:
    drawing = Drawing()
    body(drawing)
    drawing.lines(400, FULL[:35] + "。", "（二）经济效益")
    assert texts(read(tmp_path, drawing))[2:] == [FULL[:35] + "。", "（二）经济效益"]


def test_titles_of_figures_and_tables_are_captions(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.centre(100, "图1 推进流程", 10.5)
    drawing.centre(140, "表2 主要质量指标对比", 10.5)
    drawing.lines(200, "图1所示的流程已在全公司推行。")
    roles = [p.role for p in paragraphs(read(tmp_path, drawing))]
    assert roles == ["caption", "caption", "body"]
