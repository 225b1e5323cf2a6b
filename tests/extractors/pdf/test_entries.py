"""Entries of a form under one another are read apart, however long one of them is."""

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
