"""Opening a Word package: a zip of XML parts, taken as hostile until read."""

import hashlib
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple, Protocol

from lxml import etree

from doccheck.errors import UnreadableFileError
from doccheck.model.files import SourceFile

MAX_XML_BYTES = 32 * 1024 * 1024  # of one part; a 400-page file has 8 MB, a tree takes ten times it
MAX_PICTURE_BYTES = 128 * 1024 * 1024  # an uncompressed A3 scan at 600 dpi has about 100 MB
MAX_PACKAGE_BYTES = 1024 * 1024 * 1024  # of all parts read; real files stay below 300 MB

_DECLARATION = b"<!ENTITY"  # Word writes none; entities hide text, fetch files, swell
_OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math",
     b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/",
     b"http://schemas.openxmlformats.org/drawingml/2006/"),
)  # fmt: skip
"""Namespaces of the strict form (ISO 29500), read as the transitional ones everybody writes."""


class Relation(NamedTuple):
    """Where a part points: the last word of the relation's type, and a part name or an address."""

    kind: str
    target: str
    external: bool


class Parts(Protocol):
    """What a Word file is read from: a package, or another form told as one."""

    def main_part(self) -> str:
        """Return the name of the part that holds the body."""

    def has(self, part: str) -> bool:
        """Return whether there is such a part."""

    def data(self, part: str, limit: int) -> bytes:
        """Return a part's bytes, at most so many."""

    def xml(self, part: str) -> etree._Element:
        """Return a part's root element."""

    def picture(self, sha256: str) -> bytes:
        """Return the bytes of the picture with this fingerprint, empty where there is none."""

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part points to, by relation id."""

    def related(self, part: str, kind: str) -> str | None:
        """Return the part of a kind (`styles`, `numbering`) that a part points to, if any."""


class Package:
    """An open Word package; hands out its parts, each within bounds."""

    def __init__(self, archive: zipfile.ZipFile, where: str) -> None:
        self._archive = archive
        self._where = where
        self._entries = {_part_name(i.filename): i for i in archive.infolist()}
        self._left = MAX_PACKAGE_BYTES
        self._relations: dict[str, dict[str, Relation]] = {}

    def main_part(self) -> str:
        """Return the name of the part that holds the body."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and self.has(relation.target):
                return relation.target
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise UnreadableFileError(
            "文件里没有 Word 正文", self._where, "请用 Word 或 WPS 重新另存为 .docx 后再提交"
        )

    def has(self, part: str) -> bool:
        """Return whether there is such a part."""
        return part.lower() in self._entries

    def data(self, part: str, limit: int) -> bytes:
        """Return a part's bytes; `UnreadableFileError` where it is damaged or too large."""
        entry = self._entries.get(part.lower())
        if entry is None:
            raise self._damaged(part)
        limit = min(limit, self._left)
        try:
            with self._archive.open(entry) as stream:
                content = stream.read(limit + 1)
        except RuntimeError as error:  # zipfile's word for an encrypted entry
            raise _encrypted(self._where) from error
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            raise self._damaged(part) from error
        if len(content) > limit:
            raise UnreadableFileError(
                f"文件解压后过大（内部部件 {part} 超过 {limit // 1024 // 1024} MB），未读取",
                self._where,
                "请检查文件内容，精简后重新保存",
            )
        self._left -= len(content)
        return content

    def picture(self, sha256: str) -> bytes:
        """Return the bytes of the picture with this fingerprint, empty where there is none."""
        for part in sorted(self._entries):
            if "/media/" in f"/{part}":
                content = self.data(part, MAX_PICTURE_BYTES)
                if hashlib.sha256(content).hexdigest() == sha256:
                    return content
        return b""

    def xml(self, part: str) -> etree._Element:
        """Return a part's root element, entities unexpanded."""
        content = self.data(part, MAX_XML_BYTES)
        if b"http://purl.oclc.org/ooxml/" in content:
            for strict, transitional in _STRICT:
                content = content.replace(strict, transitional)
        try:
            root = etree.fromstring(content, _parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            raise (
                self._declares(part) if _DECLARATION in content else self._damaged(part)
            ) from error
        if root is None:
            raise self._damaged(part)
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._declares(part)
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part points to, by relation id; the package itself is the part ``""``."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def related(self, part: str, kind: str) -> str | None:
        """Return the part of a kind (`styles`, `numbering`) that a part points to, if any."""
        for relation in self.relations(part).values():
            if relation.kind == kind and not relation.external and self.has(relation.target):
                return relation.target
        return None

    def _read_relations(self, part: str) -> dict[str, Relation]:
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(rels):
            return {}
        found = {}
        for entry in self.xml(rels):
            external = entry.get("TargetMode") == "External"
            target = entry.get("Target", "")
            if not external:
                target = _part_name(posixpath.normpath(posixpath.join("/", folder, target)))
            kind = entry.get("Type", "").rsplit("/", 1)[-1]
            found[entry.get("Id", "")] = Relation(kind, target, external)
        return found

    def _declares(self, part: str) -> UnreadableFileError:
        return UnreadableFileError(
            f"Word 文件里有实体声明（部件 {part}），Word 从不这样写，为安全未读取",
            self._where,
            "请用 Word 或 WPS 打开并另存为新的 .docx 后再提交",
        )

    def _damaged(self, part: str) -> UnreadableFileError:
        return UnreadableFileError(
            f"Word 文件已损坏（内部部件 {part} 无法读取）",
            self._where,
            "请用 Word 或 WPS 打开并重新保存，打不开的请换一份完好的文件",
        )


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


@contextmanager
def open_package(source: SourceFile) -> Iterator[Package]:
    """Open a file as a Word package; `UnreadableFileError` where it is none."""
    try:
        archive = zipfile.ZipFile(source.local)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _not_a_package(source) from error
    with archive:
        yield Package(archive, source.path)


def _not_a_package(source: SourceFile) -> UnreadableFileError:
    try:
        content = source.local.read_bytes()
    except OSError:
        return UnreadableFileError("文件无法打开", source.path, "请检查文件是否存在、是否可读")
    if not content:
        return UnreadableFileError("文件是空的（0 字节）", source.path, "请重新提交完整的文件")
    if content.startswith(_OLE_MAGIC) and _ENCRYPTED_STREAM in content:
        return _encrypted(source.path)
    return UnreadableFileError(
        "Word 文件已损坏或不完整",
        source.path,
        "请用 Word 或 WPS 打开并重新保存，打不开的请换一份完好的文件",
    )


def _encrypted(where: str) -> UnreadableFileError:
    return UnreadableFileError("文件设有打开密码", where, "请取消密码后重新提交")


def _part_name(name: str) -> str:
    """Return a part's name in one spelling: Word takes no heed of case, some tools write `\\`."""
    return name.replace("\\", "/").lstrip("/").lower()
