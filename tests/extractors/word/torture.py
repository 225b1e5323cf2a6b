"""Builds Word files from bare XML: what Word, WPS and LibreOffice write, one trait at a time."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from doccheck.extractors.word import read_word
from doccheck.model.document import Cell, Document, Paragraph, Table, walk_paragraphs
from doccheck.model.files import SourceFile

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    }.items()
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS_OPEN = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
)
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str = "", properties: str = "") -> str:
    """Return a paragraph of runs; plain text is put into one."""
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def cell(content: str = "", properties: str = "") -> str:
    """Return a table cell; plain text is put into a paragraph."""
    inner = content if content.startswith("<w:") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def span(columns: int) -> str:
    """Return the cell property that spans columns."""
    return f'<w:gridSpan w:val="{columns}"/>'


MERGE_START = '<w:vMerge w:val="restart"/>'
MERGE_ON = "<w:vMerge/>"


def level(number: int, style: str, text: str, extra: str = "", start: int = 1) -> str:
    """Return one level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/>{extra}</w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'):
    """Return a numbering part with one list definition, number 7."""
    return f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>{nums}'


def listed(text: str, num_level: int = 0, num_id: int = 1) -> str:
    """Return a paragraph of a list."""
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{num_level}"/><w:numId w:val="{num_id}"/></w:numPr>'
    )


def style(style_id: str, name: str, inside: str = "", kind: str = "paragraph") -> str:
    """Return a style."""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{inside}</w:style>'


def styled(text: str, style_id: str, properties: str = "") -> str:
    """Return a paragraph of a style."""
    return paragraph(text, f'<w:pStyle w:val="{style_id}"/>{properties}')


def field(instruction: str, result: str = "", form: str = "") -> str:
    """Return the runs of a complex field."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def picture(relation: str, frame: str = "inline") -> str:
    """Return a run with a DrawingML picture, `inline` or `anchor` (floating)."""
    return (
        f'<w:r><w:drawing><wp:{frame}><a:graphic><a:graphicData uri="picture"><pic:pic>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill>'
        f"</pic:pic></a:graphicData></a:graphic></wp:{frame}></w:drawing></w:r>"
    )


def text_box(*paragraphs: str) -> str:
    """Return a run with a text box as Word writes it: once for new, once for old readers."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f'<a:graphicData uri="shape"><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def control(content: str, properties: str = "") -> str:
    """Return a content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


PROMPT = "<w:showingPlcHdr/>"


def section(inside: str = "", width: int = 11906, height: int = 16838, more: str = "") -> str:
    """Return section properties; A4 upright unless said otherwise."""
    return f'<w:sectPr>{inside}<w:pgSz w:w="{width}" w:h="{height}" {more}/></w:sectPr>'


def write_word(path: Path, body: str, **parts: str | bytes) -> Path:
    """Write a package. Parts are named `styles`, `header1`, `image1_png`…; relation id = name."""
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    related = {}
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        if isinstance(content, bytes):
            target = f"media/{name.replace('_', '.')}"
            kind = "image"
            entries[f"word/{target}"] = content
        else:
            target = f"{name}.xml"
            entries[f"word/{target}"] = f"<w:{kind} {NAMESPACES}>{content}</w:{kind}>"
        related[name] = (kind, target)
    for part in ("document", *parts):
        entries[f"word/_rels/{part}.xml.rels"] = _relations(related)
    return write_package(path, entries)


def write_package(path: Path, entries: Mapping[str, str | bytes]) -> Path:
    """Write a zip of named entries."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def _relations(related: Mapping[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for name, (kind, target) in related.items()
    )
    return f"{_RELATIONS_OPEN}{entries}</Relationships>"


def source(path: Path) -> SourceFile:
    """Return the file as intake would hand it over."""
    return SourceFile(path.name, path, path.stat().st_size, "", "docx", "application/zip")


def read(tmp_path: Path, body: str, **parts: str | bytes) -> Document:
    """Write a package and read it."""
    return read_word(source(write_word(tmp_path / "测试.docx", body, **parts)))


def shown(document: Document) -> list[str]:
    """Return every paragraph as a reader sees it, cells included."""
    return [each.shown for each in walk_paragraphs(document.blocks)]


def only(document: Document) -> Paragraph:
    """Return a document's one paragraph."""
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    return block


def first_table(document: Document) -> Table:
    """Return a document's first table."""
    return next(block for block in document.blocks if isinstance(block, Table))


def at(found: Table, row_number: int, col: int) -> Cell:
    """Return the cell that covers a square."""
    covering = found.at(row_number, col)
    assert covering is not None
    return covering
