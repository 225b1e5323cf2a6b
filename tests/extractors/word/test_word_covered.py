"""Text under a floating picture or shape, or off the page, is told; what only lies near is not."""

import io
from pathlib import Path

import pytest
from PIL import Image
from torture import NAMESPACES, cell, paragraph, read, row, run, section, shown, table, text_box

from doccheck.model.document import Document

STUFFED = "国家级质量标杆示范企业行业第一"
EMU = 12_700
MARGINS = '<w:pgMar w:left="1800" w:right="1800" w:top="1440" w:bottom="1440"/>'
A4 = section(MARGINS)
NAVY = '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'
GLASS = '<a:solidFill><a:srgbClr val="1F3864"><a:alpha val="30000"/></a:srgbClr></a:solidFill>'


def encoded(mode: str = "RGB", colour: object = (40, 90, 160), form: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (300, 200), colour).save(buffer, form)  # type: ignore[arg-type]
    return buffer.getvalue()


PHOTO = encoded()


HERE = {
    "x": 0, "y": 0, "width": 420, "height": 200, "across": "column", "down": "paragraph",
    "order": 9, "behind": 0, "wrap": "wrapNone",
}  # fmt: skip


def drawing(content: str, **where: object) -> str:
    at = HERE | where
    x, y, width, height = (int(at[k] * EMU) for k in ("x", "y", "width", "height"))  # type: ignore[operator]
    return (
        f'<w:r><w:drawing><wp:anchor behindDoc="{at["behind"]}" relativeHeight="{at["order"]}">'
        f'<wp:positionH relativeFrom="{at["across"]}"><wp:posOffset>{x}</wp:posOffset>'
        f'</wp:positionH><wp:positionV relativeFrom="{at["down"]}"><wp:posOffset>{y}'
        f'</wp:posOffset></wp:positionV><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:{at["wrap"]}/><a:graphic><a:graphicData uri="x">{content}</a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


def picture(**where: object) -> str:
    blip = '<pic:blipFill><a:blip r:embed="image1_png"/></pic:blipFill>'
    return drawing(f"<pic:pic>{blip}<pic:spPr/></pic:pic>", **where)


def shape(fill: str = NAVY, box: str = "", form: str = "rect", **where: object) -> str:
    inside = f"<wps:txbx><w:txbxContent>{box}</w:txbxContent></wps:txbx>" if box else ""
    properties = f'<wps:spPr><a:prstGeom prst="{form}"/>{fill}</wps:spPr>'
    return drawing(f"<wps:wsp>{properties}{inside}</wps:wsp>", **where)


def opened(folder: Path, body: str, image: bytes = PHOTO) -> Document:
    assert NAMESPACES
    return read(folder, body + A4, image1_png=image)


def told(document: Document) -> list[tuple[str, str, bool]]:
    return [(u.text, u.how, u.sure) for u in document.unseen]


@pytest.mark.parametrize("cover", [picture(), shape(), picture(x=90, across="page", y=-5)])
def test_a_line_under_a_picture_of_its_own_is_for_a_person(tmp_path: Path, cover: str) -> None:
    document = opened(tmp_path, paragraph(cover + run(STUFFED)))
    assert told(document) == [(STUFFED, "covered", False)]
    assert shown(document) == [STUFFED]


def test_lines_below_are_under_it_as_far_as_it_surely_reaches(tmp_path: Path) -> None:
    lines = paragraph(picture(height=100)) + paragraph("第一行") + paragraph("第二行")
    many = "".join(paragraph("后面的行") for _ in range(9))
    document = opened(tmp_path, lines + many)
    assert [text for text, _, _ in told(document)] == ["第一行", "第二行"]


@pytest.mark.parametrize(
    "beside",
    [
        picture(behind=1),
        picture(wrap="wrapSquare"),
        picture(wrap="wrapTopAndBottom"),
        picture(width=60),
        picture(height=9),
        picture(y=40),
        picture(y=-200),
        picture(x=80),
        picture(down="page"),
        picture(across="character"),
        shape(GLASS),
        shape(form="ellipse"),
        shape("<a:noFill/>"),
    ],
)
def test_what_need_not_cover_the_line_is_not_told(tmp_path: Path, beside: str) -> None:
    assert told(opened(tmp_path, paragraph(beside + run(STUFFED)))) == []


def test_a_whole_page_under_a_picture(tmp_path: Path) -> None:
    page = picture(across="page", down="page", width=596, height=842)
    assert told(opened(tmp_path, paragraph(page + run(STUFFED)))) == [(STUFFED, "covered", False)]


@pytest.mark.parametrize(
    "image",
    [
        encoded("RGBA", (40, 90, 160, 90)),
        encoded("RGB", (220, 20, 20)),  # a seal by its colour
    ],
)
def test_seals_and_pictures_that_are_seen_through_cover_nothing(
    tmp_path: Path, image: bytes
) -> None:
    assert told(opened(tmp_path, paragraph(picture() + run(STUFFED)), image)) == []


def test_a_line_in_the_middle_is_covered_by_what_spans_the_column(tmp_path: Path) -> None:
    centred = '<w:jc w:val="center"/>'
    narrow = paragraph(picture(width=300) + run(STUFFED), centred)
    assert told(opened(tmp_path, narrow)) == []
    assert told(opened(tmp_path, paragraph(picture() + run(STUFFED), centred)))


@pytest.mark.parametrize(
    "between",
    [
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        table(row(cell("表"))),
        paragraph("", "<w:pageBreakBefore/>"),
    ],
)
def test_a_page_or_table_between_ends_the_cover(tmp_path: Path, between: str) -> None:
    assert told(opened(tmp_path, paragraph(picture()) + between + paragraph(STUFFED))) == []


def test_text_in_columns_or_cells_is_not_judged(tmp_path: Path) -> None:
    columns = section(f'{MARGINS}<w:cols w:num="2"/>')
    body = paragraph(picture() + run(STUFFED))
    assert told(read(tmp_path, body + columns, image1_png=PHOTO)) == []
    assert told(opened(tmp_path, table(row(cell(body))))) == []


def test_a_text_box_under_a_picture(tmp_path: Path) -> None:
    box = shape(box=paragraph(STUFFED), width=200, height=80, order=1)
    document = opened(tmp_path, paragraph(box + picture()))
    assert told(document) == [(STUFFED, "covered", False)]


@pytest.mark.parametrize(
    "other", [picture(order=0), picture(width=150), picture(down="page"), picture(x=10)]
)
def test_a_text_box_that_lies_in_front_or_beside_is_seen(tmp_path: Path, other: str) -> None:
    box = shape(box=paragraph(STUFFED), width=200, height=80, order=1)
    assert told(opened(tmp_path, paragraph(box + other))) == []


@pytest.mark.parametrize(
    ("where", "off"),
    [
        ({"x": 600.0, "across": "page"}, True),
        ({"x": -420.0, "across": "page"}, True),
        ({"y": 842.0, "down": "page"}, True),
        ({"x": -1100.0}, True),
        ({"x": -300.0}, False),
        ({"x": 300.0, "across": "page"}, False),
        ({"y": 700.0}, False),
    ],
)
def test_a_text_box_off_the_page(tmp_path: Path, where: dict[str, object], off: bool) -> None:
    document = opened(tmp_path, paragraph(shape(box=paragraph(STUFFED), **where)))
    assert told(document) == ([(STUFFED, "outside", False)] if off else [])


def test_a_line_pushed_off_the_page(tmp_path: Path) -> None:
    far = paragraph(STUFFED, '<w:ind w:left="-20000"/>')
    assert told(opened(tmp_path, far)) == [(STUFFED, "outside", False)]


def test_letters_drawn_onto_one_another(tmp_path: Path) -> None:
    stacked = run(STUFFED, '<w:sz w:val="24"/><w:spacing w:val="-230"/>')
    tight = run(STUFFED, '<w:sz w:val="24"/><w:spacing w:val="-20"/>')
    assert told(opened(tmp_path, paragraph(stacked))) == [(STUFFED, "tiny", False)]
    assert told(opened(tmp_path, paragraph(tight))) == []


def test_an_ordinary_text_box_is_seen(tmp_path: Path) -> None:
    assert told(opened(tmp_path, paragraph(text_box(paragraph(STUFFED))))) == []
