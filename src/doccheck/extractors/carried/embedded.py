"""Files embedded in Word: packages (another Word, Excel, PDF file) that stand in the text."""

import posixpath
import re
from pathlib import Path

from doccheck.errors import UnreadableFileError
from doccheck.extractors.compound import Compound, open_compound
from doccheck.extractors.encodings import decoded
from doccheck.extractors.word.package import Package, open_package
from doccheck.model.files import Cargo, SourceFile

MAX_OBJECT_BYTES = 200 << 20  # of one embedded file
_PACKAGED, _CONTENTS, _NATIVE = "Package", "CONTENTS", "\x01Ole10Native"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_POOL = re.compile(r"(ObjectPool/[^/]+)/(.+)")
_KINDS = frozenset(("oleObject", "package"))
_OLD_OFFICE = frozenset(("WordDocument", "Workbook", "Book"))
NOT_TAKEN = "嵌在旧版 Word 文件里的对象，未取出；请单独提交"


def embedded_in_docx(path: Path) -> list[Cargo]:
    """Return the files that stand in the text of a .docx; workbooks behind charts are none."""
    source = SourceFile(path.name, path, 0, "", "docx", "")
    with open_package(source) as package:
        relations = package.relations(package.main_part()).values()
        parts = sorted({r.target for r in relations if r.kind in _KINDS and not r.external})
        return [c for part in parts if (c := _part(package, part)) is not None]


def _part(package: Package, part: str) -> Cargo | None:
    name = posixpath.basename(part)
    try:
        content = package.data(part, MAX_OBJECT_BYTES)
    except UnreadableFileError as trouble:
        return Cargo(name, reason=f"嵌入的文件取不出来：{trouble.what}")
    return _unwrapped(content) if content.startswith(_OLE) else Cargo(name, content)


def _unwrapped(content: bytes) -> Cargo | None:
    """Return what an object's own container holds; None for drawings, equations and the like."""
    with open_compound(content, "") as compound:
        if compound.has("WordDocument"):
            return Cargo("嵌入的文件.doc", content)
        if any(compound.has(name) for name in _OLD_OFFICE):
            return Cargo("嵌入的文件.xls", content)
        return _held(compound, "")


def embedded_in_doc(path: Path) -> list[Cargo]:
    """Return the files that stand in the text of a .doc."""
    with open_compound(path, path.name) as compound:
        names = [m for name in compound.names() if (m := _POOL.fullmatch(name))]
        storages = sorted({m[1] for m in names})
        found = [_held(compound, f"{storage}/") for storage in storages]
        old = {m[1] for m in names if m[2] in _OLD_OFFICE}
        left = [Cargo(f"嵌入的对象{n}", reason=NOT_TAKEN) for n, _ in enumerate(sorted(old), 1)]
        return [cargo for cargo in found if cargo is not None] + left


def _held(compound: Compound, storage: str) -> Cargo | None:
    packaged = compound.optional(storage + _PACKAGED)
    if packaged:
        return Cargo("嵌入的文件", packaged)
    native = compound.optional(storage + _NATIVE)
    if native:
        return _native(native)
    contents = compound.optional(storage + _CONTENTS)
    return Cargo("嵌入的文件", contents) if contents.startswith(b"%PDF") else None


def _native(stream: bytes) -> Cargo | None:
    """Return the file in an `Ole10Native` stream: two names, a path, then the bytes."""
    at = 6
    texts = []
    for _ in range(2):
        end = stream.find(b"\0", at)
        if end < 0:
            return None
        texts.append(stream[at:end])
        at = end + 1
    at += 4
    length = int.from_bytes(stream[at : at + 4], "little")
    at += 4 + length
    size = int.from_bytes(stream[at : at + 4], "little")
    content = stream[at + 4 : at + 4 + size]
    name = decoded(texts[0]).replace("\\", "/").rsplit("/", 1)[-1]
    return Cargo(name or "嵌入的文件", content) if content and size == len(content) else None
