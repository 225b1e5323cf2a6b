"""7z and rar come out like zip does: own names, bounds, reasons; volumes are named."""

import bz2
import gzip
import io
import lzma
import shutil
from collections.abc import Callable
from pathlib import Path

import py7zr
import pytest

from doccheck.intake import archives

from .conftest import PDF, Opened, zip_bytes
from .rars import rar4, rar5

Open = Callable[[Path], Opened]
needs_unar = pytest.mark.skipif(not shutil.which("unar"), reason="unar is not installed")


def saved(tmp_path: Path, content: bytes, name: str) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def seven(members: dict[str, bytes], password: str | None = None, hide: bool = False) -> bytes:
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w", password=password, header_encryption=hide) as archive:
        for name, content in members.items():
            archive.writestr(content, name)
    return buffer.getvalue()


def test_a_7z_is_unpacked_under_numbers(tmp_path: Path, opened: Open) -> None:
    files = opened(saved(tmp_path, seven({"附件/封面.pdf": PDF, "b.pdf": PDF * 2}), "a.7z"))
    assert list(files) == ["a.7z", "a.7z!/b.pdf", "a.7z!/附件/封面.pdf"]
    assert files["a.7z!/b.pdf"].local.read_bytes() == PDF * 2
    assert files["a.7z!/附件/封面.pdf"].local.name.removesuffix(".pdf").isdigit()


@pytest.mark.parametrize("hide", [False, True])
def test_a_7z_with_a_password_says_so(tmp_path: Path, opened: Open, hide: bool) -> None:
    locked = opened(saved(tmp_path, seven({"a.pdf": PDF}, "x", hide), "a.7z"))["a.7z"]
    assert (locked.status, locked.reason) == ("unreadable", archives.PASSWORD)


def test_a_damaged_7z_says_so(tmp_path: Path, opened: Open) -> None:
    broken = opened(saved(tmp_path, seven({"a.pdf": PDF})[:-15], "a.7z"))["a.7z"]
    assert (broken.status, broken.reason) == ("unreadable", archives.DAMAGED)


def test_a_7z_bomb_is_refused(
    tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "RATIO_FREE_BYTES", 1 << 20)
    bomb = opened(saved(tmp_path, seven({"a.pdf": bytes(2 << 20)}), "a.7z"))
    assert list(bomb) == ["a.7z"] and "压缩炸弹" in bomb["a.7z"].reason


@needs_unar
@pytest.mark.parametrize(
    ("content", "name"),
    [
        (rar5({"附件/封面.pdf": PDF}), "附件/封面.pdf"),
        (rar4({"附件/封面.pdf": PDF}), "附件/封面.pdf"),
        (rar4({"標竿企業營業執照.pdf": PDF}, "big5"), "標竿企業營業執照.pdf"),
    ],
)
def test_a_rar_is_unpacked_with_readable_names(
    tmp_path: Path, opened: Open, content: bytes, name: str
) -> None:
    files = opened(saved(tmp_path, content, "a.rar"))
    assert list(files) == ["a.rar", f"a.rar!/{name}"]
    assert files[f"a.rar!/{name}"].local.read_bytes() == PDF


@needs_unar
def test_rars_side_by_side_are_archives_of_their_own(tmp_path: Path, opened: Open) -> None:
    folder = tmp_path / "申报"
    folder.mkdir()
    for number in (1, 2):
        saved(folder, rar5({f"{number}.pdf": PDF}), f"{number}.rar")
    assert [p for p in opened(folder) if "!/" in p] == ["1.rar!/1.pdf", "2.rar!/2.pdf"]


@needs_unar
def test_a_rar_member_that_is_not_as_declared_is_damaged(tmp_path: Path, opened: Open) -> None:
    files = opened(saved(tmp_path, rar5({"a.pdf": PDF}, claims=9), "a.rar"))
    assert files["a.rar!/a.pdf"].reason == archives.DAMAGED_MEMBER


def test_without_unar_a_rar_says_what_to_do(
    tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    archive = opened(saved(tmp_path, rar5({"a.pdf": PDF}), "a.rar"))["a.rar"]
    assert archive.status == "unreadable" and "unar" in archive.reason and "zip" in archive.reason


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (rar5({"a.pdf": PDF}, volume=True), "a.rar"),
        (rar4({"a.pdf": PDF}, volume=True), "a.rar"),
        (b"PK\x07\x08PK\x03\x04" + bytes(50), "a.z01"),
        (zip_bytes({"a.pdf": PDF}).replace(b"PK\x05\x06\0\0", b"PK\x05\x06\1\0"), "a.zip"),
        (seven({"a.pdf": PDF})[:40], "a.7z.001"),
        (bytes([1, 2, 3]) * 50, "a.7z.002"),
        (bytes([1, 2, 3]) * 50, "a.r00"),
    ],
    ids=["rar5", "rar4", "z01", "zip", "7z.001", "7z.002", "r00"],
)
def test_a_volume_is_named(tmp_path: Path, opened: Open, content: bytes, name: str) -> None:
    volume = opened(saved(tmp_path, content, name))[name]
    assert volume.status == "unreadable" and "分卷" in volume.reason


@pytest.mark.parametrize("packed", [bz2.compress(PDF), lzma.compress(PDF)], ids=["bz2", "xz"])
def test_one_compressed_file_is_unpacked(tmp_path: Path, opened: Open, packed: bytes) -> None:
    files = opened(saved(tmp_path, packed, "封面.pdf.xz"))
    assert [f.file_format for f in files.values()] == ["tar", "pdf"]


def test_a_gzipped_file_keeps_its_name(tmp_path: Path, opened: Open) -> None:
    buffer = io.BytesIO()
    with gzip.GzipFile("report.pdf", "wb", fileobj=buffer, mtime=0) as stream:
        stream.write(PDF)
    assert "a.gz!/report.pdf" in opened(saved(tmp_path, buffer.getvalue(), "a.gz"))
