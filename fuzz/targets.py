"""What is fuzzed: for each target the call that reads bytes, and bytes to begin with.

A target may raise what its function promises to raise. Anything else is a finding: at a file the
user would read 读取时出错（TypeError）, which tells nobody what to do.
"""

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from doccheck.errors import ProgramError, UnreadableFileError
from doccheck.extractors.carried.mail import mail_parts
from doccheck.extractors.html import read_html, read_mht
from doccheck.extractors.ofd import read_ofd
from doccheck.extractors.opendocument import read_odt
from doccheck.extractors.pdf import read_pdf
from doccheck.extractors.rtf import read_rtf
from doccheck.extractors.slides import read_slides
from doccheck.extractors.word.reader import read_word
from doccheck.extractors.word_legacy import read_doc
from doccheck.intake.archives import ArchiveRefusedError, Store, unpack
from doccheck.intake.names import decode_names, escapes, junk_reason, report_path
from doccheck.intake.sniff import sniff
from doccheck.model.files import FileFormat, SourceFile
from doccheck.programs.loader import build
from doccheck.programs.source import parse
from doccheck.text.amounts import all_amounts, parse_amount, parse_level
from doccheck.text.count import count
from doccheck.text.dates import all_dates, parse_date
from doccheck.text.ids import check_email, check_postcode, check_uscc, find_uscc
from doccheck.text.phones import check_phone
from doccheck.text.units import parse_unit

MOST = 1 << 20  # bytes of one input: what goes wrong shows in less


@dataclass(frozen=True)
class Target:
    """A function that takes bytes from strangers, and inputs from which to go on."""

    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]


@contextmanager
def _file(content: bytes, suffix: str, file_format: FileFormat) -> Iterator[SourceFile]:
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(content)
        yield SourceFile(path.name, path, len(content), "", file_format, "")


# ---- Word: the body's XML, in a package that is whole

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_HEAD = (
    f'<w:document xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
).encode()
_WORD_TAIL = b"</w:body></w:document>"


def _read_word_body(content: bytes) -> None:
    """Read a body; broken markup is mended first, so that the walk is reached and not the parser."""
    mending = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(_WORD_HEAD + content + _WORD_TAIL, mending)
    if root is None:
        return
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", etree.tostring(root))
        package.writestr("word/styles.xml", _STYLES)
        package.writestr("word/numbering.xml", _NUMBERING)
        package.writestr("word/_rels/document.xml.rels", _RELATIONS)
    with _file(stream.getvalue(), ".docx", "docx") as source:
        try:
            read_word(source)
        except UnreadableFileError:
            return


_STYLES = (
    f'<w:styles xmlns:w="{_MAIN}"><w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
)
_NUMBERING = (
    f'<w:numbering xmlns:w="{_MAIN}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start'
    ' w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="r2" Type="{_OFFICE}/numbering" Target="numbering.xml"/></Relationships>'
)


def _word_bodies() -> list[bytes]:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return [text.encode() for text in (
        f'<w:p><w:pPr><w:pStyle w:val="a"/>{listed}<w:ind w:firstLineChars="200"/></w:pPr>'
        '<w:r><w:rPr><w:sz w:val="21"/><w:color w:val="FFFFFF"/></w:rPr><w:t>企业概况</w:t></w:r></w:p>',
        '<w:tbl><w:tblPr><w:shd w:fill="1F3864"/></w:tblPr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/>'
        '<w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        '<w:p><w:ins><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:ins><w:del><w:r><w:t>乙</w:t>'
        '</w:r></w:del></w:p><w:sectPr><w:pgSz w:w="11906" w:h="16838" w:orient="landscape"/></w:sectPr>',
        '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>'
        '<w:p><w:r><w:drawing><wp:anchor behindDoc="1"><a:blip r:embed="r9"/></wp:anchor></w:drawing></w:r>'
        '<w:r><w:pict><v:shape style="position:absolute"><v:textbox/></v:shape></w:pict></w:r></w:p>'
        '</w:sdtContent></w:sdt>',
        '<w:p><w:pPr><w:ind w:left="-20000"/><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:spacing w:val="-230"/></w:rPr>'
        '<w:t>丙</w:t></w:r><w:r><w:drawing><wp:anchor behindDoc="0" relativeHeight="9"><wp:positionH'
        ' relativeFrom="page"><wp:posOffset>9</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">'
        '<wp:posOffset>-5</wp:posOffset></wp:positionV><wp:extent cx="12700" cy="99"/><wp:wrapNone/><a:graphic>'
        '<a:graphicData uri="x"><wps:wsp><wps:spPr><a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="1F3864"/>'
        '</a:solidFill></wps:spPr><wps:txbx><w:txbxContent><w:p/></w:txbxContent></wps:txbx></wps:wsp></a:graphicData>'
        '</a:graphic></wp:anchor></w:drawing></w:r></w:p><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar'
        ' w:left="1800" w:right="1800"/><w:cols w:num="1"/></w:sectPr>',
    )]  # fmt: skip


# ---- PDF


def _read_pdf(content: bytes) -> None:
    with _file(content, ".pdf", "pdf") as source:
        try:
            read_pdf(source)
        except UnreadableFileError:
            return


def _pdfs() -> list[bytes]:
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, pageCompression=0)
    canvas.drawString(72, 700, "Quality 1,234.56")
    canvas.rect(70, 690, 200, 30)
    canvas.setFillGray(1)
    canvas.drawString(72, 600, "hidden words of a page")
    canvas.showPage()
    canvas.setPageRotation(90)
    canvas.drawString(72, 700, "turned")
    canvas.save()
    return [stream.getvalue()]


# ---- old Word


def _read_doc(content: bytes) -> None:
    with _file(content, ".doc", "doc") as source:
        try:
            read_doc(source)
        except UnreadableFileError:
            return


# ---- archives and their names


def _names(content: bytes) -> None:
    raw = content.split(b"\n")
    for name in decode_names(raw):
        shown = report_path(name)
        junk_reason(shown)
        assert escapes(name) or not shown.startswith("/")
        assert not any(ord(c) < 32 or 0x202A <= ord(c) <= 0x202E for c in shown)


def _archive(content: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        path, work = Path(folder) / "a.zip", Path(folder) / "work"
        path.write_bytes(content)
        work.mkdir()
        kind, _ = sniff(path)
        if kind not in ("zip", "tar"):
            return
        try:
            members = unpack(path, kind, Store(work))
        except ArchiveRefusedError:
            return
        for member in members:
            assert member.local is None or member.local.resolve().is_relative_to(work.resolve())
            assert member.local is not None or member.reason


def _archives() -> list[bytes]:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("申报/申报表.docx", "甲" * 50)
        archive.writestr("../../逃.txt", "乙")
    return [stream.getvalue()]


# ---- programmes


def _programme(content: bytes) -> None:
    try:
        build(parse(content.decode("utf-8", "replace"), "fuzz.yaml"))
    except ProgramError:
        return


def _programmes() -> list[bytes]:
    from importlib.resources import files

    packaged = files("doccheck.programs") / "hebei-quality-2021.yaml"
    return [packaged.read_bytes()]


# ---- numbers, dates, identifiers


def _values(content: bytes) -> None:
    text = content.decode("utf-8", "replace")
    parse_amount(text, "万元")
    all_amounts(text)
    parse_level(text)
    parse_date(text)
    all_dates(text)
    check_phone(text)
    check_uscc(text)
    find_uscc(text)
    check_email(text)
    check_postcode(text)
    parse_unit(text)
    counted = count(text)
    assert counted.han <= counted.words


def _written_values() -> list[bytes]:
    return [text.encode() for text in (
        "1,234,567.89万元", "壹拾贰万叁仟肆佰伍拾陆元柒角捌分", "（12.5）%", "2021年2月30日", "二〇二一年五月十日",
        "91430100MA4L6X7K2X", "0731-88888888转801", "13912345678", "a@b.cn", "1-2千万元", "〇十百千万亿", "１２３．４５",
    )]  # fmt: skip


# ---- flowing text, mails, OFD


def _read_rtf(content: bytes) -> None:
    with _file(content, ".rtf", "rtf") as source, suppress(UnreadableFileError):
        read_rtf(source)


def _read_page(content: bytes) -> None:
    read = read_mht if content.startswith(b"MIME-Version") else read_html
    with _file(content, ".html", "html") as source, suppress(UnreadableFileError):
        read(source)


def _read_mail(content: bytes) -> None:
    with _file(content, ".eml", "eml") as source, suppress(UnreadableFileError):
        mail_parts(source.local)


def _read_ofd(content: bytes) -> None:
    """Read a package whose page, and whose list of pages, are what the fuzzer wrote."""
    page, _, document = content.partition(b"\n---\n")
    parts = {
        "OFD.xml": f"<ofd:OFD {_OFD}><ofd:DocBody><ofd:DocRoot>D/Document.xml</ofd:DocRoot>"
        "</ofd:DocBody></ofd:OFD>",
        "D/Document.xml": document or _OFD_DOCUMENT,
        "D/Page.xml": page,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    with _file(stream.getvalue(), ".ofd", "ofd") as source, suppress(UnreadableFileError):
        read_ofd(source)


def _read_odt(content: bytes) -> None:
    """Read a text whose content, and whose styles, are what the fuzzer wrote; markup is mended."""
    body, _, styles = content.partition(b"\n---\n")
    parts = {"content.xml": _mended(body), "styles.xml": _mended(styles or b"<x/>")}
    with _package(parts, ".odt", "odt") as source, suppress(UnreadableFileError):
        read_odt(source)


def _read_slides(content: bytes) -> None:
    """Read a presentation whose slide, and whose master, are what the fuzzer wrote."""
    slide, _, master = content.partition(b"\n---\n")
    parts = {
        "ppt/slides/slide1.xml": _mended(slide),
        "ppt/slides/_rels/slide1.xml.rels": _related("slideLayout"),
        "ppt/slideLayouts/slideLayout1.xml": _mended(b"<p:x/>"),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": _related("slideMaster"),
        "ppt/slideMasters/slideMaster1.xml": _mended(master or b"<p:x/>"),
    }
    with _package(parts, ".pptx", "pptx") as source, suppress(UnreadableFileError):
        read_slides(source)


def _mended(content: bytes) -> bytes:
    """Return markup that a parser takes: what is fuzzed is the walk, not the parser."""
    mending = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(_ROOT + content + b"</x>", mending)
    return etree.tostring(root[0]) if root is not None and len(root) else b"<x/>"


def _related(kind: str) -> bytes:
    return f'<R><R Id="r1" Type="x/{kind}" Target="../{kind}s/{kind}1.xml"/></R>'.encode()


@contextmanager
def _package(parts: dict[str, bytes], suffix: str, file_format: FileFormat) -> Iterator[SourceFile]:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    with _file(stream.getvalue(), suffix, file_format) as source:
        yield source


_ROOT = (
    b"<x "
    + b" ".join(
        f'xmlns:{name}="{name}"'.encode()
        for name in ("office", "text", "table", "style", "fo", "draw", "p", "a", "xlink")
    )
    + b">"
)
_ODT = (
    '<office:document-content><office:automatic-styles><style:style style:name="T" style:parent-style-name="T">'
    '<style:text-properties fo:color="#ffffff" fo:font-size="12pt" text:display="none" style:text-scale="10%"/>'
    '</style:style><text:list-style style:name="L"><text:list-level-style-number text:start-value="3"'
    ' style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:list-style></office:automatic-styles>'
    '<office:body><office:text><text:list text:style-name="L"><text:list-item><text:h text:outline-level="2">一'
    '</text:h></text:list-item></text:list><table:table table:style-name="T"><table:table-row><table:table-cell'
    ' table:number-columns-spanned="2" table:number-columns-repeated="3"><text:p>甲<text:s text:c="4"/>'
    '<text:span text:style-name="T">乙</text:span><draw:frame text:anchor-type="char"><draw:image'
    ' xlink:href="a.png"/></draw:frame></text:p></table:table-cell></table:table-row></table:table>'
    "</office:text></office:body></office:document-content>"
)
_SLIDE = (
    '<p:sld><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree><p:sp><p:nvSpPr/>'
    '<p:spPr><a:xfrm rot="0"><a:off x="12700" y="-5"/><a:ext cx="99" cy="7"/></a:xfrm><a:prstGeom prst="rect"/>'
    '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill></p:spPr><p:txBody><a:p><a:r><a:rPr sz="100"><a:solidFill>'
    '<a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr><a:t>甲</a:t></a:r><a:br/></a:p></p:txBody></p:sp>'
    '<p:graphicFrame><a:tbl><a:tr><a:tc gridSpan="2" hMerge="1"><a:p/></a:tc></a:tr></a:tbl></p:graphicFrame>'
    "</p:spTree></p:cSld><p:timing/></p:sld>"
)
_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_OFD_DOCUMENT = (
    f"<ofd:Document {_OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
    "</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
    '<ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages></ofd:Document>'
)
_OFD_PAGE = (
    f'<ofd:Page {_OFD}><ofd:Content><ofd:Layer ID="2">'
    '<ofd:TextObject ID="3" Boundary="20 20 90 6" Size="4" CTM="1 0 0 1 0 0">'
    '<ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="1"/>'
    '<ofd:TextCode X="0" Y="4" DeltaX="g 3 4 2">企业概况</ofd:TextCode></ofd:TextObject>'
    '<ofd:PathObject ID="4" Boundary="10 10 50 1"><ofd:AbbreviatedData>M 0 0 L 50 0 C'
    "</ofd:AbbreviatedData></ofd:PathObject></ofd:Layer></ofd:Content></ofd:Page>"
)
_RTF = (
    rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}{\*\generator x;}\f0\b "
    rb"\'c6\'f3\'d2\'b5\b0\par\trowd\cellx1000\cellx2000 a\cell \u20225?b\cell\row"
    rb"{\field{\*\fldinst HYPERLINK}{\fldrslt c}}{\pict\pngblip 8950}\v d\v0\par"
    rb"{\colortbl;\red255\green255\blue255;}\cf1\highlight2\charscalex5 e{\pict\jpegblip\bin3 abc}"
    rb"{\shp{\*\shpinst{\sp{\sn pib}{\sv{\pict\pngblip ff}}}{\shptxt f\par}}}\clcbpat1\clshdng9\par}"
)
_PAGE = (
    "<html><head><meta charset=utf-8></head><body><h1>一</h1><table><tr><td colspan=2>甲<td "
    'rowspan=3>乙<table><tr><td>丙</table></table><p style="display:none">丁<input type=checkbox>'
    "<style>.a,p.b{color:#fff;background:url(x)} @media print{#c{opacity:.1}}</style><p class=a id=c "
    'style="font-size:1em;text-indent:-9999px;position:absolute;left:2%">戊<img src="data:image/png;base64,iVBO">'
).encode()
_MAIL = (
    b"MIME-Version: 1.0\r\nFrom: a@example.com\r\nSubject: =?gb2312?B?ufrD8w==?=\r\n"
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
    b"<p>x</p>\r\n--b\r\nContent-Type: application/pdf; name*=utf-8''%E7%94%B2.pdf\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n--b--\r\n"
)


TARGETS: dict[str, Target] = {
    "rtf": Target(_read_rtf, lambda: [_RTF]),
    "page": Target(_read_page, lambda: [_PAGE, _MAIL]),
    "mail": Target(_read_mail, lambda: [_MAIL]),
    "ofd": Target(_read_ofd, lambda: [f"{_OFD_PAGE}\n---\n{_OFD_DOCUMENT}".encode()]),
    "odt": Target(_read_odt, lambda: [_ODT.encode(), f"{_ODT}\n---\n{_ODT}".encode()]),
    "slides": Target(_read_slides, lambda: [_SLIDE.encode(), f"{_SLIDE}\n---\n{_SLIDE}".encode()]),
    "word": Target(_read_word_body, _word_bodies),
    "pdf": Target(_read_pdf, _pdfs),
    "doc": Target(_read_doc, list),
    "names": Target(
        _names, lambda: ["申报/表.docx".encode("gb18030"), b"..\\..\\a", "é\u202e".encode()]
    ),
    "archive": Target(_archive, _archives),
    "programme": Target(_programme, _programmes),
    "values": Target(_values, _written_values),
}
"""Name → target; files that once broke one lie in `regressions/NAME/`."""
