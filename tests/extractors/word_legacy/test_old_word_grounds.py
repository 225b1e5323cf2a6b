"""White letters on a dark ground of an old Word file are seen; on its paper they are not."""

from dataclasses import replace
from pathlib import Path

import pytest
from formats.word_binary import Para, doc_bytes, row, sprm

from doccheck.extractors.word_legacy import read_doc
from doccheck.extractors.word_legacy.drawings import lies_behind
from doccheck.extractors.word_legacy.properties import changes
from doccheck.extractors.word_legacy.shading import cell_grounds, shades
from doccheck.model.document import Document
from doccheck.model.files import SourceFile

HEAD = "指标名称及单位"
WHITE = sprm(0x6870, 255, 255, 255, 0)
AUTO = (0, 0, 0, 0xFF)
NAVY = (*AUTO, 0x1F, 0x38, 0x64, 0, 0, 0)  # colour of the pattern, of the ground; no pattern
NAVY_80 = (0x20, 0x01)  # ground 9, dark blue
NOTHING_80 = (0xFF, 0xFF)


def read(folder: Path, body: list[Para]) -> Document:
    local, content = folder / "申报表.doc", doc_bytes(body)
    local.write_bytes(content)
    return read_doc(SourceFile("申报表.doc", local, len(content), "", "doc", ""))


def white(properties: bytes = b"", of_run: bytes = b"") -> Para:
    return Para([(HEAD, WHITE + of_run)], properties)


def headed(shading: bytes) -> list[Para]:
    first, second, end = row([HEAD, "值"], [0, 3000, 6000])
    end = replace(end, properties=end.properties + shading)
    return [replace(first, runs=[(HEAD, WHITE)]), second, end]


def told(document: Document) -> list[tuple[str, str]]:
    return [(u.text, u.how) for u in document.unseen]


def test_white_letters_on_paper_are_told(tmp_path: Path) -> None:
    assert told(read(tmp_path, [white()])) == [(HEAD, "ink")]


@pytest.mark.parametrize(
    "shaded",
    [
        white(sprm(0xC64D, 10, *NAVY)),
        white(sprm(0x442D, *NAVY_80)),
        white(of_run=sprm(0xCA71, 10, *NAVY)),
        white(of_run=sprm(0x4866, *NAVY_80)),
        white(of_run=sprm(0x2A0C, 9)),
    ],
)
def test_white_letters_on_a_dark_line_are_seen(tmp_path: Path, shaded: Para) -> None:
    document = read(tmp_path, [shaded])
    assert told(document) == []
    assert document.text == HEAD


@pytest.mark.parametrize(
    "shading",
    [
        sprm(0xD612, 20, *NAVY, *NAVY),
        sprm(0xD609, 4, *NAVY_80, *NOTHING_80),
        sprm(0xD62D, 12, 0, 1, *NAVY),
        sprm(0xD62E, 12, 0, 2, *NAVY),
        sprm(0x7627, 0, 1, *NAVY_80),
        sprm(0xD660, 10, *NAVY),
    ],
)
def test_white_heads_of_dark_cells_are_seen(tmp_path: Path, shading: bytes) -> None:
    assert told(read(tmp_path, headed(shading))) == []


@pytest.mark.parametrize("shading", [b"", sprm(0xD609, 4, *NOTHING_80, *NAVY_80)])
def test_white_letters_in_a_plain_cell_are_told(tmp_path: Path, shading: bytes) -> None:
    assert told(read(tmp_path, headed(shading))) == [(HEAD, "ink")]


def test_a_table_style_that_shades_leaves_it_open() -> None:
    row_of_style_4 = [(0x563A, b"\x04\x00")]
    (ground,) = cell_grounds(row_of_style_4, 1, frozenset({4}))
    assert ground is not None and "pct50" in ground.attrib.values()
    assert cell_grounds(row_of_style_4, 1, frozenset()) == [None]
    assert shades(sprm(0xD612, 10, *NAVY)) and not shades(sprm(0x2416, 1))


def test_a_shape_behind_the_text_is_known_by_its_anchor() -> None:
    above, below = bytes(26), bytes(20) + b"\x00\x40" + bytes(4)
    positions = (0).to_bytes(4, "little") + (9).to_bytes(4, "little")
    assert lies_behind(positions + below) and not lies_behind(positions + above)


def test_a_row_definition_cut_off_after_a_byte_is_left_out() -> None:
    bold = sprm(0x0835, 1)
    assert list(changes(bold + b"\x08\xd6\x09")) == [(0x0835, b"\x01")]
