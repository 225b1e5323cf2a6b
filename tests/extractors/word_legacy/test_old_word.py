"""Old Word files say what their new twins say: cells, ticks, what is deleted, what is a note."""

import random
import struct
from collections.abc import Sequence
from pathlib import Path

import pytest
from formats.compound import compound
from formats.word_binary import (
    BOLD,
    DELETED,
    HIDDEN,
    SPECIAL,
    Para,
    Stories,
    doc_bytes,
    plain,
    row,
    sprm,
)

from doccheck.errors import UnreadableFileError
from doccheck.extractors.word_legacy import read_doc
from doccheck.model.document import Document, Paragraph, Table
from doccheck.model.files import SourceFile

FIRST_ACROSS, ACROSS, DOWN, TOP = 0x1, 0x2, 0x20, 0x60


def read(folder: Path, content: bytes) -> Document:
    local = folder / "申报表.doc"
    local.write_bytes(content)
    return read_doc(SourceFile("申报表.doc", local, len(content), "", "doc", ""))


def said(folder: Path, body: Sequence[Para], **more: object) -> list[str]:
    return [b.text for b in read(folder, doc_bytes(body, **more)).blocks]  # type: ignore[arg-type]


def table(document: Document) -> Table:
    return next(b for b in document.blocks if isinstance(b, Table))


def test_paragraphs_come_in_order(tmp_path: Path) -> None:
    assert said(tmp_path, [plain("一、企业概况"), plain("本公司创建于1998年。")]) == [
        "一、企业概况",
        "本公司创建于1998年。",
    ]


def test_text_of_one_byte_a_character_is_read(tmp_path: Path) -> None:
    assert said(tmp_path, [plain("ISO 9001 “quality”")], compressed=True) == ["ISO 9001 “quality”"]


def test_many_paragraphs_keep_their_places(tmp_path: Path) -> None:
    body = [plain(f"第{n}段") for n in range(300)]
    document = read(tmp_path, doc_bytes(body))
    assert [p.text for p in document.blocks] == [f"第{n}段" for n in range(300)]  # type: ignore[union-attr]
    assert document.blocks[299].place.anchor == "paragraph[299]"


def test_cells_stay_cells(tmp_path: Path) -> None:
    body = [
        *row(["企业名称", "武进机械"], [0, 2000, 6000]),
        *row(["法人", "王五"], [0, 2000, 6000]),
    ]
    found = table(read(tmp_path, doc_bytes(body)))
    assert (found.rows, found.cols) == (2, 2)
    assert [c.text for c in found.cells] == ["企业名称", "武进机械", "法人", "王五"]
    assert found.cells[3].place.anchor == "table[0].cell[1,1]"


def test_merged_cells_are_one_cell(tmp_path: Path) -> None:
    edges = [0, 2000, 4000, 6000]
    body = [
        *row(["基本情况", "名称", "武进机械"], edges, [TOP, 0, 0]),
        *row(["", "指标", ""], edges, [DOWN, FIRST_ACROSS, ACROSS]),
    ]
    found = table(read(tmp_path, doc_bytes(body)))
    spans = {c.text: (c.row_span, c.col_span) for c in found.cells}
    assert spans["基本情况"] == (2, 1) and spans["指标"] == (1, 2)


def test_rows_of_different_cuts_share_one_grid(tmp_path: Path) -> None:
    body = [*row(["甲", "乙"], [0, 3000, 6000]), *row(["丙", "丁", "戊"], [0, 1500, 3005, 6000])]
    found = table(read(tmp_path, doc_bytes(body)))
    assert found.cols == 3
    assert [(c.col, c.col_span) for c in found.cells] == [(0, 2), (2, 1), (0, 1), (1, 1), (2, 1)]


def test_what_is_deleted_or_hidden_is_out(tmp_path: Path) -> None:
    runs = [("保留", b""), ("删去", DELETED), ("隐藏", HIDDEN), ("末尾", BOLD)]
    assert said(tmp_path, [Para(runs)]) == ["保留末尾"]


def test_a_paragraph_whose_mark_is_deleted_runs_on(tmp_path: Path) -> None:
    assert said(tmp_path, [Para([("前", b"")], mark_properties=DELETED), plain("后")]) == ["前后"]


def test_fields_show_their_result(tmp_path: Path) -> None:
    field = [("\x13", SPECIAL), (" PAGE ", b""), ("\x14", SPECIAL), ("7", b""), ("\x15", SPECIAL)]
    assert said(tmp_path, [Para([("共", b""), *field, ("页", b"")])]) == ["共7页"]


def test_headings_tell_their_level(tmp_path: Path) -> None:
    styles = [(0, "正文"), (2, "标题 2")]
    document = read(tmp_path, doc_bytes([plain("摘要", style=1), plain("正文")], styles=styles))
    assert [b.level for b in document.blocks if isinstance(b, Paragraph)] == [2, None]


def test_an_outline_level_of_the_paragraph_counts_too(tmp_path: Path) -> None:
    document = read(tmp_path, doc_bytes([plain("摘要", sprm(0x2640, 0))]))
    assert document.blocks[0].level == 1  # type: ignore[union-attr]


def test_notes_and_text_boxes_have_their_role(tmp_path: Path) -> None:
    body = [Para([("正文", b""), ("\x02", SPECIAL)])]
    stories = Stories(footnotes=[[plain("脚注")]], notes_at=[2], boxes=[[plain("框内")]])
    document = read(tmp_path, doc_bytes(body, stories))
    assert [(b.text, b.role) for b in document.blocks if isinstance(b, Paragraph)] == [
        ("正文", "body"),
        ("框内", "text_box"),
        ("脚注", "footnote"),
    ]


def test_a_locked_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="密码"):
        read(tmp_path, doc_bytes([plain("x")], flags=0x0100))


def test_a_file_older_than_word_97_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="95"):
        read(tmp_path, doc_bytes([plain("x")], version=0x68))


@pytest.mark.parametrize(
    "content", [b"", b"\xd0\xcf\x11\xe0" * 300, compound({"WordDocument": b"x"})]
)
def test_damage_has_a_reason(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableFileError) as trouble:
        read(tmp_path, content)
    assert trouble.value.what and trouble.value.next_step


def test_a_damaged_file_never_does_worse_than_a_reason(tmp_path: Path) -> None:
    whole = doc_bytes([plain("一、概况"), *row(["甲", "乙"], [0, 3000, 6000]), plain("完")])
    chance = random.Random(7)
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(chance.randrange(1, 8)):
            at = chance.randrange(512, len(broken) - 4)
            broken[at : at + 4] = struct.pack("<I", chance.choice((0, 1, 0xFFFFFFFF, 0x7FFF, at)))
        try:
            read(tmp_path, bytes(broken))
        except UnreadableFileError:
            continue
