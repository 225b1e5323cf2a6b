"""Full lines do not draw in what stands below: another entry of a form, a heading."""

from pathlib import Path

from .drawing import Drawing, read, texts
from .test_paragraphs import FULL, body


def test_an_entry_that_fills_its_line_does_not_run_into_the_next_label(tmp_path: Path) -> None:
    drawing = Drawing()
    body(drawing)
    drawing.lines(400, f"标杆名称：{FULL[:31]}", "所属地区：济南市历城区")
    assert texts(read(tmp_path, drawing))[2:] == [
        f"标杆名称：{FULL[:31]}",
        "所属地区：济南市历城区",
    ]


def test_a_long_entry_still_runs_on(tmp_path: Path) -> None:
    drawing = Drawing()
    body(drawing)
    drawing.lines(400, f"标杆名称：{FULL[:31]}", "的经验")
    assert texts(read(tmp_path, drawing))[2:] == [f"标杆名称：{FULL[:31]}的经验"]


def test_a_short_line_that_is_no_sentence_after_a_full_one_is_a_heading(tmp_path: Path) -> None:
    drawing = Drawing()
    body(drawing)
    drawing.lines(
        400, f"　　{FULL[:34]}", f"{FULL[:35]}。", "申报质量标杆的典型经验", f"　　{FULL[:20]}。"
    )
    found = texts(read(tmp_path, drawing))
    assert found[2:] == [f"{FULL[:34]}{FULL[:35]}。", "申报质量标杆的典型经验", f"{FULL[:20]}。"]


def test_the_rest_of_a_sentence_after_a_full_stop_still_belongs_to_it(tmp_path: Path) -> None:
    drawing = Drawing()
    body(drawing)
    drawing.lines(400, f"　　{FULL[:34]}", f"{FULL[:35]}。", "效果良好。", f"　　{FULL[:20]}。")
    assert texts(read(tmp_path, drawing))[2] == f"{FULL[:34]}{FULL[:35]}。效果良好。"
