"""Small archives and submissions made on the fly."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from doccheck.intake import open_submission
from doccheck.model.files import SourceFile

PDF = b"%PDF-1.4\n%%EOF\n"

Opened = dict[str, SourceFile]


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[Path], Opened]:
    work = tmp_path / "work"
    work.mkdir()
    return lambda path: {f.path: f for f in open_submission(path, work).files}


def zip_bytes(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


class RawName(zipfile.ZipInfo):
    """A member whose name is written in a legacy encoding, as Chinese Windows tools do."""

    encoding = "gbk"

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - zipfile's own hook
        return self.filename.encode(self.encoding), 0


def raw_named_zip(names: list[str], encoding: str) -> bytes:
    """A zip that says nothing of its names' encoding."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            info = type("Named", (RawName,), {"encoding": encoding})(name)
            archive.writestr(info, PDF)
    return buffer.getvalue()


def docx_bytes() -> bytes:
    return zip_bytes({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"})
