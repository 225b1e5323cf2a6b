"""Web pages (.html), also those that Word and Excel save under names of their own (.mht)."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from lxml import etree
from lxml import html as markup

from doccheck.errors import UnreadableFileError
from doccheck.extractors.encodings import decoded
from doccheck.extractors.flow import Flow, Grid, Line, Slot
from doccheck.extractors.plain import bounded
from doccheck.extractors.word import ticks
from doccheck.model.document import Document, Look
from doccheck.model.files import SourceFile

MAX_BYTES = 32 << 20  # of one page; a ledger saved as a page has 10 MB
MAX_DEPTH = 200  # elements in one another; parsers stop at 256
TOO_DEEP = "网页元素嵌套过深，最里面的文字没有读出；请另存为 PDF 或 Word 文件后提交"
MAX_PARTS = 200  # pages of one archive: a workbook's sheets
_UNSEEN = frozenset(
    ("script", "style", "head", "title", "template", "noscript", "object", "svg", "select")
)
_BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "section", "article",
     "header", "footer", "main", "aside", "nav", "form", "fieldset", "figure", "figcaption",
     "address", "center", "body", "html", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "caption")
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.I)
_HEAD = 4096  # bytes in which a page says its encoding
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CENTRED = re.compile(r"text-align\s*:\s*center", re.I)
_BOLD = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))

Content = list[Line | Grid]


def read_html(source: SourceFile) -> Document:
    """Return what a web page shows; nothing is fetched, no script is run.

    Raises:
        UnreadableFileError: it is too large, or there is nothing that can be read.
    """
    return _document(source, [bounded(source, MAX_BYTES)], "")


def read_mht(source: SourceFile) -> Document:
    """Return what the pages in a web archive show, in the order they are stored in.

    Raises:
        UnreadableFileError: it is too large, or there is no page in it.
    """
    message = message_from_bytes(bounded(source, MAX_BYTES))
    parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
    pages = [page for part in parts[:MAX_PARTS] if (page := _payload(part))]
    if not pages:
        raise UnreadableFileError(
            "网页存档里没有网页", source.path, "请另存为 PDF 或 Word 文件后提交"
        )
    charset = parts[0].get_content_charset() or ""
    return _document(source, pages, charset)


def _payload(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _document(source: SourceFile, pages: list[bytes], charset: str) -> Document:
    content: Content = []
    cut = False
    for page in pages:
        found, too_deep = page_content(page, charset)
        content += found
        cut = cut or too_deep
    blocks = Flow(source.path).blocks(content)
    problems = (TOO_DEEP,) if cut else ()
    return Document(source.path, source.file_format, blocks, problems=problems)


def page_content(page: bytes, charset: str = "") -> tuple[Content, bool]:
    """Return the paragraphs and tables of a page, and whether some stand too deep to be read."""
    said = _CHARSET.search(page[:_HEAD])
    text = decoded(page, charset or (said[1].decode("ascii", "replace") if said else ""))
    parser = markup.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = markup.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return [], False
    reader = _Page()
    reader.walk(root, 0)
    reader.end_line()
    return reader.content, reader.cut or _stopped(parser)


def _stopped(parser: markup.HTMLParser) -> bool:
    """Tell whether the parser gave up: elements nested deeper than it goes."""
    return any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


class _Page:
    """The walk over a page: a line grows until a block ends it."""

    def __init__(self) -> None:
        self.content: Content = []
        self.cut = False
        self._words: list[str] = []
        self._bold = 0
        self._level: int | None = None
        self._centred = False
        self._kept_spaces = False

    def walk(self, element: etree._Element, depth: int) -> None:
        """Take in an element and what it holds."""
        if not isinstance(element.tag, str) or _is_hidden(element):
            return
        if depth > MAX_DEPTH:
            self.cut = True
            return
        tag = element.tag.rsplit("}", 1)[-1].rsplit(":", 1)[-1].lower()
        if tag == "table":
            self.end_line()
            self.content.append(Grid(list(self._rows(element, depth))))
        elif tag == "br":
            self._words.append("\n")
        elif tag == "input":
            self._words.append(_input(element))
        elif tag not in _UNSEEN:
            self.inside(element, tag, depth)

    def inside(self, element: etree._Element, tag: str, depth: int) -> None:
        """Take in what an element holds."""
        is_block = tag in _BLOCKS
        if is_block:
            self.end_line()
            self._level = int(tag[1]) if tag in _LEVELS else None
            self._centred = tag == "center" or _is_centred(element)
            self._kept_spaces = tag == "pre"
        font = _symbol_font(element)
        bold = tag in _BOLD
        self._say(element.text, bold, font)
        for child in element:
            self.walk(child, depth + 1)
            self._say(child.tail, bold, font)
        if is_block:
            self.end_line()

    def _say(self, text: str | None, bold: bool, font: str) -> None:
        if not text:
            return
        shown = text if self._kept_spaces else _SPACE.sub(" ", text)
        shown = ticks.symbols(shown, font) if font else ticks.plain_ticks(shown)
        self._words.append(shown)
        self._bold += len(shown.strip()) if bold else 0

    def _rows(self, table: etree._Element, depth: int) -> Iterator[list[Slot]]:
        for row in _own(table, "tr"):
            if not _is_hidden(row):
                yield [self._slot(cell, depth) for cell in row if cell.tag in ("td", "th")]

    def _slot(self, cell: etree._Element, depth: int) -> Slot:
        reader = _Page()
        reader.inside(cell, str(cell.tag), depth)
        reader.end_line()
        self.cut = self.cut or reader.cut
        return Slot(reader.content, _span(cell, "rowspan"), _span(cell, "colspan"))

    def end_line(self) -> None:
        """Put what has been gathered into the content as one paragraph."""
        text = "".join(self._words).strip(" \n")
        if text:
            look = Look(bold=self._bold * 2 > len(text), centred=self._centred)
            self.content.append(Line(text, self._level, look))
        self._words, self._bold, self._level, self._centred = [], 0, None, False


def _own(table: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Yield a table's rows, not those of tables inside it."""
    for child in table:
        if child.tag == wanted:
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from _own(child, wanted)


def _span(cell: etree._Element, name: str) -> int:
    value = cell.get(name, "1").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _is_hidden(element: etree._Element) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


def _is_centred(element: etree._Element) -> bool:
    style = element.get("style", "")
    return element.get("align", "").lower() == "center" or bool(_CENTRED.search(style))


def _symbol_font(element: etree._Element) -> str:
    match = re.search(r"font-family\s*:\s*[\"']?([\w ]+)", element.get("style", ""), re.I)
    face = match[1].strip() if match else element.get("face", "")
    return face if ticks.is_symbol_font(face) else ""


def _input(element: etree._Element) -> str:
    kind = element.get("type", "text").lower()
    if kind in ("checkbox", "radio"):
        return ticks.box("checked" in element.attrib)
    return element.get("value", "") if kind == "text" else ""


_LEVELS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
