"""Documents that are a zip of XML parts (OFD, OpenDocument, PowerPoint), taken as hostile."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from doccheck.errors import UnreadableFileError
from doccheck.model.files import SourceFile

MAX_XML_BYTES = 32 << 20  # of one part: a tree takes ten times it
MAX_PART_BYTES = 128 << 20  # of one picture: an uncompressed A3 scan has about 100 MB
MAX_ALL_BYTES = 1 << 30  # of all parts read


class Zipped:
    """An open package; hands out its parts, each within bounds."""

    def __init__(self, archive: zipfile.ZipFile, where: str) -> None:
        self._archive = archive
        self._where = where
        self._entries = {_plain(i.filename): i for i in archive.infolist()}
        self._left = MAX_ALL_BYTES

    def names(self) -> list[str]:
        """Return the names of all parts, sorted."""
        return sorted(self._entries)

    def has(self, name: str) -> bool:
        """Return whether there is such a part."""
        return _plain(name) in self._entries

    def data(self, name: str, limit: int = MAX_PART_BYTES) -> bytes:
        """Return a part's bytes; `UnreadableFileError` where it is damaged or too large."""
        entry = self._entries.get(_plain(name))
        if entry is None:
            raise self.damaged(name)
        limit = min(limit, self._left)
        try:
            with self._archive.open(entry) as stream:
                content = stream.read(limit + 1)
        except RuntimeError as error:  # zipfile's word for an encrypted entry
            raise locked(self._where) from error
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            raise self.damaged(name) from error
        if len(content) > limit:
            raise UnreadableFileError(
                f"文件解压后过大（内部部件 {name}），未读取", self._where, "请精简后重新保存"
            )
        self._left -= len(content)
        return content

    def xml(self, name: str) -> etree._Element:
        """Return a part's root element; entities stay unexpanded, nothing is fetched."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(self.data(name, MAX_XML_BYTES), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.damaged(name) from error
        if root is None or root.getroottree().docinfo.internalDTD is not None:
            raise self.damaged(name)
        return root

    def damaged(self, name: str) -> UnreadableFileError:
        """Return the trouble with a part that cannot be read."""
        return UnreadableFileError(
            f"文件已损坏（内部部件 {name} 无法读取）", self._where, "请重新导出后提交"
        )


@contextmanager
def open_zipped(source: SourceFile) -> Iterator[Zipped]:
    """Open a file as a package; `UnreadableFileError` where it is none."""
    try:
        archive = zipfile.ZipFile(source.local)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFileError("文件已损坏或不完整", source.path, "请重新导出后提交") from error
    with archive:
        yield Zipped(archive, source.path)


def locked(where: str) -> UnreadableFileError:
    """Return the trouble with a file that wants a password."""
    return UnreadableFileError("文件设有打开密码", where, "请取消密码后重新提交")


def resolved(base: str, target: str) -> str:
    """Return a part's name as another part at `base` names it; a leading `/` is the root."""
    folder = "" if target.startswith("/") else posixpath.dirname(base)
    return _plain(posixpath.normpath(posixpath.join("/", folder, target)))


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace, empty for comments and the like."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def named(parent: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children of these names, whatever their namespace."""
    for child in parent:
        if local(child) in names:
            yield child


def first(parent: etree._Element, *path: str) -> etree._Element | None:
    """Return the first element along a path of names, None where there is none."""
    found: etree._Element | None = parent
    for name in path:
        found = None if found is None else next(named(found, name), None)
    return found


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")
