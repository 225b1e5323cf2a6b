"""Tables on their grid."""

from pathlib import Path

import pytest
from torture import (
    MERGE_ON,
    MERGE_START,
    at,
    cell,
    first_table,
    paragraph,
    read,
    row,
    run,
    shown,
    span,
    table,
)

from doccheck.errors import UnreadableFileError
from doccheck.extractors.word import tables
from doccheck.model.document import Paragraph, Table


def test_a_plain_table_is_a_grid(tmp_path: Path) -> None:
    found = first_table(read(tmp_path, table(row(cell("甲"), cell("乙")), row(cell("丙"), cell()))))
    assert (found.rows, found.cols) == (2, 2)
    assert [(c.row, c.col, c.text) for c in found.cells] == [
        (0, 0, "甲"), (0, 1, "乙"), (1, 0, "丙"), (1, 1, ""),
    ]  # fmt: skip


def test_a_cell_may_span_columns(tmp_path: Path) -> None:
    body = table(row(cell("宽", span(3))), row(cell("1"), cell("2"), cell("3")))
    found = first_table(read(tmp_path, body))
    assert (found.cols, at(found, 0, 2).text, at(found, 1, 2).text) == (3, "宽", "3")


def test_a_cell_may_span_rows(tmp_path: Path) -> None:
    body = table(
        row(cell("高", MERGE_START), cell("1")),
        row(cell("", MERGE_ON), cell("2")),
        row(cell("", MERGE_ON), cell("3")),
        row(cell("低"), cell("4")),
    )
    found = first_table(read(tmp_path, body))
    assert at(found, 2, 0).text == "高"
    assert at(found, 2, 0).row_span == 3
    assert at(found, 3, 0).text == "低"
    assert len(found.cells) == 6


def test_a_cell_may_span_both_ways(tmp_path: Path) -> None:
    body = table(
        row(cell("大", span(2) + MERGE_START), cell("1")),
        row(cell("", span(2) + MERGE_ON), cell("2")),
    )
    found = first_table(read(tmp_path, body))
    assert at(found, 1, 1).text == "大"
    assert (at(found, 1, 1).row_span, at(found, 1, 1).col_span) == (2, 2)


def test_a_new_merge_may_start_under_another(tmp_path: Path) -> None:
    rows = [row(cell("一", MERGE_START)), row(cell("", MERGE_ON)), row(cell("二", MERGE_START)),
            row(cell("", MERGE_ON))]  # fmt: skip
    found = first_table(read(tmp_path, table(*rows)))
    assert [(c.text, c.row, c.row_span) for c in found.cells] == [("一", 0, 2), ("二", 2, 2)]


def test_a_merge_that_continues_nothing_is_a_cell(tmp_path: Path) -> None:
    found = first_table(read(tmp_path, table(row(cell("孤", MERGE_ON)), row(cell("下")))))
    assert [c.text for c in found.cells] == ["孤", "下"]


def test_the_older_horizontal_merge_is_read(tmp_path: Path) -> None:
    body = table(
        row(
            cell("合", '<w:hMerge w:val="restart"/>'),
            cell("", '<w:hMerge w:val="continue"/>'),
            cell("单"),
        )
    )
    found = first_table(read(tmp_path, body))
    assert [(c.text, c.col, c.col_span) for c in found.cells] == [("合", 0, 2), ("单", 2, 1)]


def test_a_row_may_begin_and_end_with_gaps(tmp_path: Path) -> None:
    gaps = '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'
    body = table(row(cell("1"), cell("2"), cell("3")), row(cell("中"), properties=gaps))
    found = first_table(read(tmp_path, body))
    assert found.at(1, 0) is None
    assert at(found, 1, 1).text == "中"
    assert found.at(1, 2) is None


def test_a_row_with_fewer_cells_leaves_a_hole(tmp_path: Path) -> None:
    found = first_table(read(tmp_path, table(row(cell("1"), cell("2")), row(cell("3")))))
    assert found.at(1, 1) is None


def test_a_nested_table_is_a_block_of_its_cell(tmp_path: Path) -> None:
    inner = table(row(cell("里")))
    body = table(row(cell(paragraph("前") + inner + paragraph("后"))))
    (holder,) = first_table(read(tmp_path, body)).cells
    assert [type(block) for block in holder.blocks] == [Paragraph, Table, Paragraph]
    assert holder.text == "前\n里\n后"


def test_places_name_table_row_and_column(tmp_path: Path) -> None:
    inner = table(row(cell("里")))
    body = paragraph("零") + table(row(cell("甲"))) + table(row(cell("乙"), cell(inner)))
    document = read(tmp_path, body)
    assert [block.place.anchor for block in document.blocks] == [
        "paragraph[0]", "table[0]", "table[1]",
    ]  # fmt: skip
    nested = at(first_table_after(document.blocks, 2), 0, 1).blocks[0]
    assert nested.place.anchor == "table[1].cell[0,1].table[0]"
    assert isinstance(nested, Table)
    assert nested.cells[0].blocks[0].place.anchor == "table[1].cell[0,1].table[0].cell[0,0]"


def first_table_after(blocks: tuple[object, ...], index: int) -> Table:
    return next(block for block in blocks[index:] if isinstance(block, Table))


def test_a_deleted_row_is_out_and_an_inserted_one_in(tmp_path: Path) -> None:
    body = table(
        row(cell("旧"), properties="<w:del/>"),
        row(cell("新"), properties="<w:ins/>"),
        row(cell("隐"), properties="<w:hidden/>"),
    )
    found = first_table(read(tmp_path, body))
    assert (found.rows, [c.text for c in found.cells]) == (1, ["新"])


def test_a_table_whose_rows_are_all_deleted_is_no_block(tmp_path: Path) -> None:
    assert not read(tmp_path, table(row(cell("旧"), properties="<w:del/>"))).blocks


def test_a_deleted_cell_is_empty(tmp_path: Path) -> None:
    found = first_table(read(tmp_path, table(row(cell("旧", "<w:cellDel/>"), cell("新")))))
    assert [c.text for c in found.cells] == ["", "新"]


def test_two_paragraphs_of_a_cell_are_two_lines(tmp_path: Path) -> None:
    body = table(row(cell(paragraph("一") + paragraph() + paragraph("二"))))
    assert first_table(read(tmp_path, body)).cells[0].text == "一\n二"


def test_a_table_is_found_inside_an_insertion(tmp_path: Path) -> None:
    body = f"<w:customXml>{table(row(cell('甲')))}</w:customXml>"
    assert shown(read(tmp_path, body)) == ["甲"]


def test_an_absurd_span_is_cut(tmp_path: Path) -> None:
    found = first_table(read(tmp_path, table(row(cell("宽", span(10**9)), cell("外")))))
    assert found.cols == tables.MAX_COLUMNS
    assert [c.text for c in found.cells] == ["宽"]


def test_too_many_cells_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_CELLS", 3)
    with pytest.raises(UnreadableFileError, match="单元格"):
        read(tmp_path, table(row(cell("1"), cell("2")), row(cell("3"), cell("4"))))


def test_nesting_beyond_bounds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from doccheck.extractors.word import walker

    monkeypatch.setattr(walker, "MAX_NESTING", 1)
    body = table(row(cell(paragraph(run("外")) + table(row(cell("里"))))))
    document = read(tmp_path, body)
    assert shown(document) == ["外"]
    assert document.problems
