"""Web pages (.html), also those that Word and Excel save under names of their own (.mht)."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

from lxml import etree
from lxml import html as markup

from doccheck.errors import UnreadableFileError
from doccheck.extractors.encodings import decoded
from doccheck.extractors.fingerprints import Fingerprint
from doccheck.extractors.flow import Flow, Grid, Line, Slot
from doccheck.extractors.plain import bounded
from doccheck.extractors.web_elements import (
    SPACE,
    UNSEEN,
    field_text,
    is_centred,
    own_rows,
    span,
    symbol_font,
    words_of,
)
from doccheck.extractors.web_looks import Looks, Sight
from doccheck.extractors.web_pictures import Pictures, last_name
from doccheck.extractors.word import ticks
from doccheck.extractors.word.visibility import Unseen
from doccheck.model.document import Document, Look
from doccheck.model.files import SourceFile

MAX_BYTES = 32 << 20  # of one page; a ledger saved as a page has 10 MB
MAX_DEPTH = 200  # elements in one another; parsers stop at 256
TOO_DEEP = "网页元素嵌套过深，最里面的文字没有读出；请另存为 PDF 或 Word 文件后提交"
MAX_PARTS = 200  # pages of one archive: a workbook's sheets
_BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "section", "article",
     "header", "footer", "main", "aside", "nav", "form", "fieldset", "figure", "figcaption",
     "address", "center", "body", "html", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "caption")
)  # fmt: skip
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.I)
_HEAD = 4096  # bytes in which a page says its encoding
_BOLD = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))

Content = list[Line | Grid]


def read_html(source: SourceFile) -> Document:
    """Return what a web page shows; nothing is fetched, no script is run.

    Raises:
        UnreadableFileError: it is too large, or there is nothing that can be read.
    """
    return _document(source, _opened(source))


def read_mht(source: SourceFile) -> Document:
    """Return what the pages in a web archive show, in the order they are stored in.

    Raises:
        UnreadableFileError: it is too large, or there is no page in it.
    """
    return _document(source, _opened_archive(source))


def html_picture(source: SourceFile, number: int) -> bytes:
    """Return the bytes of a picture (1-based, as in `Document.pictures`), empty where lost."""
    archived = source.file_format == "mht"
    document = read_mht(source) if archived else read_html(source)
    opened = _opened_archive(source) if archived else _opened(source)
    wanted = document.pictures[number - 1].sha256 if number <= len(document.pictures) else ""
    opened.pictures.wanted = wanted
    _content(opened)
    return opened.pictures.found


class Opened(NamedTuple):
    """The pages of a file, the encoding that they are said to have, and the pictures in it."""

    pages: list[bytes]
    charset: str
    pictures: Pictures


def _opened(source: SourceFile) -> Opened:
    return Opened([bounded(source, MAX_BYTES)], "", Pictures({}))


def _opened_archive(source: SourceFile) -> Opened:
    message = message_from_bytes(bounded(source, MAX_BYTES))
    parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
    pages = [page for part in parts[:MAX_PARTS] if (page := _payload(part))]
    if not pages:
        raise UnreadableFileError(
            "网页存档里没有网页", source.path, "请另存为 PDF 或 Word 文件后提交"
        )
    return Opened(pages, _charset(parts[0]), Pictures(_stored(message)))


def _charset(part: Message) -> str:
    """Return the encoding that a part is said to have, empty where its name is none."""
    try:
        return part.get_content_charset() or ""
    except ValueError:  # a NUL in it
        return ""


def _stored(message: Message) -> dict[str, Message]:
    """Return the pictures of an archive by the names that its pages call them."""
    found: dict[str, Message] = {}
    for part in message.walk():
        if part.get_content_maintype() == "image":
            for name in (part.get("Content-Location", ""), part.get("Content-ID", "")):
                if name:
                    found[last_name(str(name))] = part
    return found


def _payload(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _document(source: SourceFile, opened: Opened) -> Document:
    content, cut = _content(opened)
    flow = Flow(source.path)
    blocks = flow.blocks(content)
    problems = (TOO_DEEP,) if cut else ()
    return Document(
        source.path, source.file_format, blocks,
        pictures=flow.pictures, problems=problems, unseen=flow.unseen,
    )  # fmt: skip


def _content(opened: Opened) -> tuple[Content, bool]:
    content: Content = []
    cut = False
    for page in opened.pages:
        found, too_deep = page_content(page, opened.charset, opened.pictures)
        content += found
        cut = cut or too_deep
    return content, cut


def page_content(
    page: bytes, charset: str = "", pictures: Pictures | None = None
) -> tuple[Content, bool]:
    """Return the paragraphs and tables of a page, and whether some stand too deep to be read."""
    said = _CHARSET.search(page[:_HEAD])
    text = decoded(page, charset or (said[1].decode("ascii", "replace") if said else ""))
    parser = markup.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = markup.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return [], False
    reader = _Page(Looks(root, text), pictures or Pictures({}), Sight())
    reader.walk(root, 0)
    reader.end_line()
    return reader.content, reader.cut or _stopped(parser)


def _stopped(parser: markup.HTMLParser) -> bool:
    """Tell whether the parser gave up: elements nested deeper than it goes."""
    return any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


class _Page:
    """The walk over a page: a line grows until a block ends it."""

    def __init__(self, looks: Looks, pictures: Pictures, sight: Sight) -> None:
        self._looks = looks
        self._pictures = pictures
        self._sight = sight
        self._shown: list[tuple[Fingerprint, bool]] = []
        self._unseen: list[tuple[Unseen, str]] = []
        self.content: Content = []
        self.cut = False
        self._words: list[str] = []
        self._bold = 0
        self._level: int | None = None
        self._centred = False
        self._kept_spaces = False

    def walk(self, element: etree._Element, depth: int) -> None:
        """Take in an element and what it holds."""
        if not isinstance(element.tag, str):
            return
        sight = self._looks.of(element, self._sight)
        if sight.concealed is not None:
            self._conceal(element, sight.concealed)
            return
        if depth > MAX_DEPTH:
            self.cut = True
            return
        tag = element.tag.rsplit("}", 1)[-1].rsplit(":", 1)[-1].lower()
        if tag == "table":
            self.end_line()
            self.content.append(Grid(list(self._rows(element, depth, sight))))
            self.end_line()
        elif tag == "img":
            self._shown += self._pictures.shown(element)
        elif tag == "br":
            self._words.append("\n")
        elif tag == "input":
            self._words.append(field_text(element))
        elif tag not in UNSEEN:
            around, self._sight = self._sight, sight
            self.inside(element, tag, depth)
            self._sight = around

    def _conceal(self, element: etree._Element, why: Unseen) -> None:
        """Note the words of an element that is not shown."""
        pieces = (words_of(element) if self._looks.judged else "").strip()
        if pieces:
            self._unseen.append((why, pieces))

    def inside(self, element: etree._Element, tag: str, depth: int) -> None:
        """Take in what an element holds."""
        is_block = tag in _BLOCKS
        if is_block:
            self.end_line()
            self._level = int(tag[1]) if tag in _LEVELS else None
            self._centred = tag == "center" or is_centred(element)
            self._kept_spaces = tag == "pre"
        font = symbol_font(element)
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
        shown = text if self._kept_spaces else SPACE.sub(" ", text)
        shown = ticks.symbols(shown, font) if font else ticks.plain_ticks(shown)
        why = self._looks.unseen(self._sight)
        if why is not None and shown.strip():
            self._unseen.append((why, shown))
            if why.sure:
                return
        self._words.append(shown)
        self._bold += len(shown.strip()) if bold else 0

    def _rows(self, table: etree._Element, depth: int, sight: Sight) -> Iterator[list[Slot]]:
        for row in own_rows(table, "tr"):
            group = row.getparent()
            around = sight if group is None or group is table else self._looks.of(group, sight)
            inside = self._looks.of(row, around)
            if inside.concealed is not None:
                self._conceal(row, inside.concealed)
                continue
            yield [self._slot(c, depth, inside) for c in row if c.tag in ("td", "th")]

    def _slot(self, cell: etree._Element, depth: int, around: Sight) -> Slot:
        sight = self._looks.of(cell, around)
        reader = _Page(self._looks, self._pictures, sight)
        if sight.concealed is None:
            reader.inside(cell, str(cell.tag), depth)
        else:
            reader._conceal(cell, sight.concealed)
        reader.end_line()
        self.cut = self.cut or reader.cut
        return Slot(reader.content, span(cell, "rowspan"), span(cell, "colspan"))

    def end_line(self) -> None:
        """Put what has been gathered into the content as one paragraph."""
        text = "".join(self._words).strip(" \n")
        look = Look(bold=self._bold * 2 > max(len(text), 1), centred=self._centred)
        line = Line(text, self._level, look, pictures=self._shown, unseen=self._unseen)
        if line.says:
            self.content.append(line)
        self._words, self._bold, self._level, self._centred = [], 0, None, False
        self._shown, self._unseen = [], []


_LEVELS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
