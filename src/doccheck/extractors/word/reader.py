"""Reading one Word file: open the package, walk the stories, put the document together."""

from collections.abc import Iterator

from lxml import etree

from doccheck.errors import UnreadableFileError
from doccheck.extractors.word import paragraphs
from doccheck.extractors.word.floats import sheet_of
from doccheck.extractors.word.names import W, is_on
from doccheck.extractors.word.numbering import Numbering
from doccheck.extractors.word.package import Parts, open_package
from doccheck.extractors.word.pictures import PictureParts
from doccheck.extractors.word.sections import Furniture, Section, read_sections
from doccheck.extractors.word.spots import Source
from doccheck.extractors.word.styles import StyleSheet
from doccheck.extractors.word.visibility import paper_of
from doccheck.extractors.word.walker import Walker
from doccheck.model.document import Document
from doccheck.model.files import SourceFile

_NOT_A_NOTE = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def read_word(source: SourceFile) -> Document:
    """Return what a Word file (.docx, .docm, .dotx…) says; macros are never touched.

    Raises:
        UnreadableFileError: the file is damaged, encrypted or no Word file.
    """
    with open_package(source) as package:
        return read_package(package, source)


def word_picture(source: SourceFile, number: int) -> bytes:
    """Return the bytes of a picture (1-based, as in `Document.pictures`), empty where lost."""
    with open_package(source) as package:
        return package_picture(package, source, number)


def package_picture(package: Parts, source: SourceFile, number: int) -> bytes:
    """Return the bytes of a picture of a Word file, wherever its parts come from."""
    pictures = read_package(package, source).pictures
    wanted = pictures[number - 1].sha256 if number <= len(pictures) else ""
    return package.picture(wanted) if wanted else b""


def read_package(package: Parts, source: SourceFile) -> Document:
    """Return what the parts of a Word file say, wherever they come from."""
    return _Reading(package, source).document()


class _Reading:
    """The reading of one package: its parts, and the troubles met on the way."""

    def __init__(self, package: Parts, source: SourceFile) -> None:
        self._package = package
        self._source = source
        self._problems: list[str] = []
        self._main = package.main_part()

    def document(self) -> Document:
        """Walk body, headers, footers and notes, in this order."""
        body = self._body()
        pictures = PictureParts(self._package)
        styles = StyleSheet(self._optional("styles"))
        numbering = Numbering(self._optional("numbering"), styles)
        sections = read_sections(body, self._has_even_pages())
        furniture = list(self._furniture(sections))
        paper = paper_of(body, [root for _, _, root in furniture])
        sheet = sheet_of(body, sections)
        path = self._source.path
        walker = Walker(Source(path, styles, numbering, pictures, sections, paper, sheet))
        walker.story(body, "body", self._main)
        paragraphs.settle_neighbours(walker.blocks, walker.pictures)
        for role, part, root in furniture:
            walker.story(root, role, part)
        self._walk_notes(walker)
        return Document(
            file=self._source.path,
            file_format=self._source.file_format,
            blocks=tuple(walker.blocks),
            pictures=tuple(walker.pictures),
            paper=tuple(section.paper for section in sections if section.paper),
            problems=tuple(dict.fromkeys((*self._problems, *walker.problems, *pictures.problems))),
            unseen=tuple(walker.unseen),
        )

    def _furniture(
        self, sections: list[Section]
    ) -> Iterator[tuple[Furniture, str, etree._Element]]:
        """Yield headers and footers once each: what they are, their part, their root."""
        for role, relation in dict.fromkeys(f for s in sections for f in s.furniture):
            target = self._package.relations(self._main).get(relation)
            root = self._part(target.target) if target else None
            if root is not None and target:
                yield role, target.target, root

    def _body(self) -> etree._Element:
        body = self._package.xml(self._main).find(W + "body")
        if body is None:
            raise UnreadableFileError(
                "文件里没有 Word 正文",
                self._source.path,
                "请用 Word 或 WPS 重新另存为 .docx 后再提交",
            )
        return body

    def _walk_notes(self, walker: Walker) -> None:
        """Walk the notes that the text refers to; files keep those whose mark was deleted."""
        wanted = walker.notes.copy()
        for kind, tag in (("footnotes", W + "footnote"), ("endnotes", W + "endnote")):
            ids = dict.fromkeys(note_id for wanted_kind, note_id in wanted if wanted_kind == kind)
            part = self._package.related(self._main, kind) if ids else None
            root = self._part(part) if part else None
            if root is None or part is None:
                continue
            notes = {note.get(W + "id"): note for note in root.iterchildren(tag)}
            for note_id in ids:
                note = notes.get(note_id)
                if note is not None and note.get(W + "type") not in _NOT_A_NOTE:
                    walker.story(note, "footnote", part)

    def _has_even_pages(self) -> bool:
        settings = self._optional("settings")
        switch = None if settings is None else settings.find(W + "evenAndOddHeaders")
        return switch is not None and is_on(switch)

    def _optional(self, kind: str) -> etree._Element | None:
        part = self._package.related(self._main, kind)
        return self._part(part) if part else None

    def _part(self, name: str) -> etree._Element | None:
        """Return a part that the text can be read without; a damaged one is a problem, no end."""
        try:
            return self._package.xml(name) if self._package.has(name) else None
        except UnreadableFileError as error:
            self._problems.append(error.what)
            return None
