"""Text that nobody sees in OpenDocument, rich text, web pages and slides is kept out and told."""

import zipfile
from pathlib import Path

import pytest

from doccheck.extractors.read import READERS
from doccheck.intake.sniff import sniff
from doccheck.model.document import Document, Table, walk_paragraphs
from doccheck.model.files import SourceFile

STUFFED = "国家级质量标杆示范企业行业第一"


def read(folder: Path, name: str, content: bytes | str) -> Document:
    local = folder / name
    local.write_bytes(content.encode() if isinstance(content, str) else content)
    file_format, media_type = sniff(local)
    source = SourceFile(name, local, local.stat().st_size, "", file_format, media_type)
    return READERS[file_format](source, {})


def told(document: Document) -> list[tuple[str, str, bool]]:
    return [(u.text, u.how, u.sure) for u in document.unseen]


def shown(document: Document) -> list[str]:
    return [p.text for p in walk_paragraphs(document.blocks)]


def packed(folder: Path, parts: dict[str, str]) -> bytes:
    local = folder / "packed"
    with zipfile.ZipFile(local, "w") as package:
        for part, content in parts.items():
            package.writestr(part, content)
    return local.read_bytes()


# ---- OpenDocument
ODF = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" xmlns:table="{ODF}:table:1.0" '
    f'xmlns:style="{ODF}:style:1.0" xmlns:fo="{ODF}:xsl-fo-compatible:1.0" '
    f'xmlns:draw="{ODF}:drawing:1.0"'
)
WHITE_INK = 'fo:color="#ffffff"'
NAVY = 'fo:background-color="#1f3864"'
TEXT = "application/vnd.oasis.opendocument.text"


def styled(name: str, kind: str, said: str, family: str = "text") -> str:
    properties = f"<style:{kind}-properties {said}/>"
    return f'<style:style style:name="{name}" style:family="{family}">{properties}</style:style>'


def odt(folder: Path, styles: str, body: str, sheet: str = "") -> Document:
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    layout = f"<style:page-layout><style:page-layout-properties {sheet}/></style:page-layout>"
    own = (
        f"<office:document-styles {NAMES}><office:automatic-styles>{layout}"
        "</office:automatic-styles></office:document-styles>"
    )
    parts = {"mimetype": TEXT, "content.xml": content, "styles.xml": own}
    parts["META-INF/manifest.xml"] = "<x/>"
    return read(folder, "a.odt", packed(folder, parts))


def span(style: str) -> str:
    return f'<text:span text:style-name="{style}">{STUFFED}</text:span>'


@pytest.mark.parametrize(
    ("said", "how"),
    [
        (WHITE_INK, "ink"),
        ('fo:color="#f5f5f5"', "ink"),
        (f'fo:color="#1f3864" {NAVY}', "ink"),
        ('fo:font-size="1pt"', "tiny"),
        ('style:text-scale="1%"', "tiny"),
        ('text:display="none"', "vanish"),
    ],
)
def test_hidden_open_text_is_no_text(tmp_path: Path, said: str, how: str) -> None:
    document = odt(tmp_path, styled("T", "text", said), f"<text:p>正文{span('T')}</text:p>")
    assert told(document) == [(STUFFED, how, True)]
    assert shown(document) == ["正文"]


@pytest.mark.parametrize(
    "said",
    [
        f"{WHITE_INK} {NAVY}",
        f'{WHITE_INK} style:text-outline="true"',
        f'{WHITE_INK} style:use-window-font-color="true"',
        'fo:color="#d9d9d9"',
        'fo:font-size="5pt"',
    ],
)
def test_open_text_that_shows_is_text(tmp_path: Path, said: str) -> None:
    document = odt(tmp_path, styled("T", "text", said), f"<text:p>{span('T')}</text:p>")
    assert (shown(document), told(document)) == ([STUFFED], [])


@pytest.mark.parametrize("level", ["table", "table-row", "table-cell"])
def test_white_heads_of_dark_open_cells_are_seen(tmp_path: Path, level: str) -> None:
    def named(kind: str) -> str:
        return 'table:style-name="G"' if kind == level else ""

    body = (
        f"<table:table {named('table')}><table:table-row {named('table-row')}>"
        f"<table:table-cell {named('table-cell')}><text:p>{span('T')}</text:p></table:table-cell>"
        f"</table:table-row></table:table><text:p>{span('T')}</text:p>"
    )
    styles = styled("T", "text", WHITE_INK) + styled("G", level, NAVY, level)
    document = odt(tmp_path, styles, body)
    table = document.blocks[0]
    assert isinstance(table, Table) and table.cells[0].text == STUFFED
    assert told(document) == [(STUFFED, "ink", True)]
    assert document.unseen[0].block == 1


def test_a_hidden_section_hides(tmp_path: Path) -> None:
    body = f'<text:section text:display="none"><text:p>{STUFFED}</text:p></text:section>'
    assert told(odt(tmp_path, "", body + "<text:p>正文</text:p>")) == [(STUFFED, "vanish", True)]


def test_white_open_text_over_something_is_not_judged_or_for_a_person(tmp_path: Path) -> None:
    white, body = styled("T", "text", WHITE_INK), f"<text:p>{span('T')}</text:p>"
    coloured = odt(tmp_path, white, body, sheet=NAVY)
    assert (shown(coloured), told(coloured)) == ([STUFFED], [])
    below = styled("B", "graphic", 'style:run-through="background"', "graphic")
    assert told(odt(tmp_path, white + below, body)) == [(STUFFED, "ink", False)]
    box = f"<text:p><draw:frame><draw:text-box>{body}</draw:text-box></draw:frame></text:p>"
    assert told(odt(tmp_path, white, box)) == []


# ---- rich text
HEAD = (
    r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}"
    r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red31\green56\blue100;}"
)
HEX = "".join(rf"\'{byte:02x}" for byte in STUFFED.encode("gb18030"))


def rtf(folder: Path, body: str) -> Document:
    return read(folder, "a.rtf", f"{HEAD}\\pard\\f0 ok {body}\\par}}")


@pytest.mark.parametrize(
    ("words", "how"),
    [
        (r"\cf2", "ink"), (r"\cf3\chcbpat3", "ink"), (r"\fs2", "tiny"),
        (r"\charscalex1", "tiny"), (r"\v", "vanish"),
    ],
)  # fmt: skip
def test_hidden_rich_text_is_no_text(tmp_path: Path, words: str, how: str) -> None:
    document = rtf(tmp_path, rf"{{{words} {HEX}}}")
    assert (shown(document), told(document)) == (["ok"], [(STUFFED, how, True)])


@pytest.mark.parametrize(
    "words", [r"\cf2\highlight3", r"\cf2\outl", r"\cf9", r"\cf0", r"\v0", r"\cf2\plain"]
)
def test_rich_text_that_shows_is_text(tmp_path: Path, words: str) -> None:
    document = rtf(tmp_path, rf"{{{words} {HEX}}}")
    assert (shown(document), told(document)) == ([f"ok {STUFFED}"], [])


@pytest.mark.parametrize(
    ("row", "seen"),
    [
        (r"\trowd\clcbpat3\cellx3000", True),
        (r"\trowd\clshdng5000\clcbpat2\cellx3000", True),
        (r"\trowd\trcbpat3\cellx3000", True),
        ("", True),  # the row is told only after its text: nobody knows what it stands on
        (r"\trowd\cellx3000", False),
        (r"\trowd\clcbpat2\cellx3000", False),
    ],
)
def test_white_heads_of_rich_cells(tmp_path: Path, row: str, seen: bool) -> None:
    document = rtf(tmp_path, rf"\par {row}\pard\intbl{{\cf2 {HEX}}}\cell\row\pard end")
    assert (STUFFED in document.text) == seen
    assert told(document) == ([] if seen else [(STUFFED, "ink", True)])


def test_white_rich_text_on_a_dark_line_or_over_a_shape(tmp_path: Path) -> None:
    assert told(rtf(tmp_path, rf"\par\pard\cbpat3{{\cf2 {HEX}}}")) == []
    shape = r"{\shp{\*\shpinst\shpfblwtxt1}}"
    assert told(rtf(tmp_path, rf"{shape}{{\cf2 {HEX}}}")) == [(STUFFED, "ink", False)]
    box = rf"{{\shp{{\*\shpinst{{\shptxt\pard{{\cf2 {HEX}}}\par}}}}}}"
    assert told(rtf(tmp_path, box)) == []


# ---- web pages
def web(folder: Path, body: str, head: str = "") -> Document:
    return read(folder, "a.html", f"<html><head>{head}</head><body><p>正文</p>{body}</body></html>")


def sheet(rules: str) -> str:
    return f"<style>{rules}</style>"


@pytest.mark.parametrize(
    ("style", "how"),
    [
        ("color:white", "ink"), ("color:#fff", "ink"), ("color:rgb(250,250,250)", "ink"),
        ("color:#1f3864;background:#1f3864", "ink"), ("opacity:0", "ink"),
        ("font-size:1px", "tiny"), ("font-size:1.0pt", "tiny"),
        ("display:none", "vanish"), ("visibility:hidden", "vanish"), ("mso-hide:all", "vanish"),
        ("position:absolute;left:-9999px", "outside"), ("text-indent:-9999px", "outside"),
    ],
)  # fmt: skip
def test_hidden_text_of_a_page_is_no_text(tmp_path: Path, style: str, how: str) -> None:
    document = web(tmp_path, f"<p style='{style}'>{STUFFED}</p>")
    assert (shown(document), told(document)) == (["正文"], [(STUFFED, how, True)])


@pytest.mark.parametrize(
    "style",
    [
        "color:white;background:#1f3864", "color:white;background:url(a.png)", "color:windowtext",
        "color:var(--ink)", "color:#d9d9d9", "font-size:9px", "text-indent:-24pt", "opacity:1",
        "position:relative;left:-3px",
    ],
)  # fmt: skip
def test_text_of_a_page_that_shows_is_text(tmp_path: Path, style: str) -> None:
    document = web(tmp_path, f"<p style='{style}'>{STUFFED}</p>")
    assert (shown(document), told(document)) == (["正文", STUFFED], [])


@pytest.mark.parametrize("rule", [".x{color:#fff}", "p.x{color:#fff}", "#y{display:none}"])
def test_a_rule_of_the_page_hides_as_well(tmp_path: Path, rule: str) -> None:
    document = web(tmp_path, f"<p class=x id=y>{STUFFED}</p>", sheet(f"<!-- {rule} -->"))
    assert shown(document) == ["正文"]
    assert [text for text, _, _ in told(document)] == [STUFFED]


@pytest.mark.parametrize("rule", ["div p{background:navy}", "@media print{.x{color:#000}}"])
def test_under_rules_that_are_not_followed_nothing_is_sure(tmp_path: Path, rule: str) -> None:
    document = web(tmp_path, f"<p style='color:white'>{STUFFED}</p>", sheet(rule))
    assert told(document) == [(STUFFED, "ink", False)]


@pytest.mark.parametrize("around", ["table", "tbody", "tr", "td"])
def test_white_heads_of_dark_cells_of_a_page_are_seen(tmp_path: Path, around: str) -> None:
    said = {tag: " bgcolor=#1f3864" if tag == around else "" for tag in ("table", "tbody", "tr")}
    cell = f"<td{' style=background:#1f3864' if around == 'td' else ''}>"
    head = f"{cell}<font color=white>{STUFFED}</font></td>"
    document = web(
        tmp_path, f"<table{said['table']}><tbody{said['tbody']}><tr{said['tr']}>{head}</table>"
    )
    assert (shown(document), told(document)) == (["正文", STUFFED], [])


def test_hidden_rows_of_a_page_are_told(tmp_path: Path) -> None:
    row = f"<tr style='display:none'><td>{STUFFED}</td></tr>"
    document = web(tmp_path, f"<table>{row}<tr><td>甲</td></tr></table>")
    assert (shown(document), told(document)) == (["正文", "甲"], [(STUFFED, "vanish", True)])


@pytest.mark.parametrize("link", ["<link rel=stylesheet href=a.css>", "<script>1</script>"])
def test_pages_from_the_web_are_not_judged_but_those_of_an_office_program_are(
    tmp_path: Path, link: str
) -> None:
    menu = f"<p style='display:none'>{STUFFED}</p><p style='color:white'>白</p>"
    assert told(web(tmp_path, menu, link)) == []
    office = '<meta name=Generator content="Microsoft Word 15">'
    assert len(told(web(tmp_path, menu, link + office))) == 2


# ---- slides
P, D = "p", "http://schemas.openxmlformats.org/drawingml/2006/main"
NAVY_FILL = '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'
WHITE_FILL = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
RECT = '<a:prstGeom prst="rect"/>'
PAPER = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'


def on_slide(x: float, y: float, width: float, height: float) -> str:
    off, ext = (x * 12700, y * 12700), (width * 12700, height * 12700)
    return (
        f'<a:xfrm><a:off x="{off[0]:.0f}" y="{off[1]:.0f}"/>'
        f'<a:ext cx="{ext[0]:.0f}" cy="{ext[1]:.0f}"/></a:xfrm>'
    )


HERE = on_slide(100, 100, 300, 100)


def words(run: str = "", shape: str = HERE) -> str:
    text = f"<a:p><a:r><a:rPr {run}<a:t>{STUFFED}</a:t></a:r></a:p>"
    return f"<p:sp><p:nvSpPr/><p:spPr>{shape}</p:spPr><p:txBody>{text}</p:txBody></p:sp>"


def inked(fill: str) -> str:
    return f">{fill}</a:rPr>"


def plate(place: str, fill: str = NAVY_FILL) -> str:
    return f"<p:sp><p:spPr>{place}{RECT}{fill}</p:spPr></p:sp>"


def slides(folder: Path, shapes: str, more: str = "", master: str = PAPER) -> Document:
    def part(name: str, inside: str, after: str = "") -> str:
        return f'<p:{name} xmlns:p="{P}" xmlns:a="{D}"><p:cSld>{inside}</p:cSld>{after}</p:{name}>'

    def related(kind: str) -> str:
        return f'<R><R Id="r1" Type="x/{kind}" Target="../{kind}s/{kind}1.xml"/></R>'

    parts = {
        "[Content_Types].xml": "<x/>",
        "ppt/presentation.xml": f'<p:x xmlns:p="{P}"><p:sldSz cx="12192000" cy="6858000"/></p:x>',
        "ppt/slides/slide1.xml": part("sld", f"<p:spTree>{shapes}</p:spTree>", more),
        "ppt/slides/_rels/slide1.xml.rels": related("slideLayout"),
        "ppt/slideLayouts/slideLayout1.xml": part("sldLayout", "<p:spTree/>"),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": related("slideMaster"),
        "ppt/slideMasters/slideMaster1.xml": part("sldMaster", master),
    }
    return read(folder, "a.pptx", packed(folder, parts))


@pytest.mark.parametrize(
    ("shapes", "how", "sure"),
    [
        (words('sz="100"/>'), "tiny", True),
        (words(inked(NAVY_FILL), HERE + RECT + NAVY_FILL), "ink", True),
        (words(inked(WHITE_FILL)), "ink", False),
        (words("/>", on_slide(1000, 100, 300, 100)), "outside", False),
        (words("/>", on_slide(-320, 100, 300, 100)), "outside", False),
        (words("/>") + plate(on_slide(90, 90, 400, 200)), "covered", False),
    ],
)
def test_hidden_text_of_a_slide_is_told(tmp_path: Path, shapes: str, how: str, sure: bool) -> None:
    document = slides(tmp_path, shapes)
    assert told(document) == [(STUFFED, how, sure)]
    assert (STUFFED in document.text) is not sure


@pytest.mark.parametrize(
    ("shapes", "more", "master"),
    [
        (words('sz="1200"/>'), "", PAPER),
        (words(inked(WHITE_FILL), HERE + RECT + NAVY_FILL), "", PAPER),
        (words(inked(WHITE_FILL)), "", PAPER.replace("bg1", "tx2")),
        (words(inked(WHITE_FILL)), "", f"<p:spTree>{plate(HERE)}</p:spTree>"),
        (plate(HERE) + words(inked(WHITE_FILL)), "", PAPER),
        (words("/>") + plate(on_slide(90, 90, 200, 200)), "", PAPER),
        (words("/>") + plate(on_slide(90, 90, 400, 200)), "<p:timing/>", PAPER),
        (words("/>", on_slide(-100, 100, 300, 100)), "", PAPER),
    ],
)
def test_text_of_a_slide_that_shows_is_text(
    tmp_path: Path, shapes: str, more: str, master: str
) -> None:
    document = slides(tmp_path, shapes, more, master)
    assert (shown(document), told(document)) == ([STUFFED], [])
