"""A workbook that is protected, not closed, is read; one with a password of somebody's own is not."""

import io
import zipfile
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from xlsxwriter import Workbook

from doccheck.intake import protected
from doccheck.intake.protected import EXCELS_OWN_PASSWORD, decrypted_copy

from .conftest import Opened

PLAIN = "xl/workbook.xml"


def workbook() -> bytes:
    stream = io.BytesIO()
    book = Workbook(stream)
    book.add_worksheet("汇总表").write_string(0, 0, "申报单位")
    book.close()
    return stream.getvalue()


def encrypted(path: Path, password: str) -> Path:
    with path.open("wb") as out:
        OOXMLFile(io.BytesIO(workbook())).encrypt(password, out)
    return path


def test_the_password_that_everybody_knows_opens_a_protected_workbook(tmp_path: Path) -> None:
    source = encrypted(tmp_path / "汇总表.xlsx", EXCELS_OWN_PASSWORD)
    copy = tmp_path / "copy.xlsx"
    assert decrypted_copy(source, copy)
    assert zipfile.ZipFile(copy).read(PLAIN).startswith(b"<?xml")


def test_a_protected_workbook_is_a_workbook(tmp_path: Path, opened: Opened) -> None:
    folder = tmp_path / "材料"
    folder.mkdir()
    path = encrypted(folder / "汇总表.xlsx", EXCELS_OWN_PASSWORD)
    file = opened(path)["汇总表.xlsx"]  # type: ignore[operator]
    assert (file.file_format, file.status, file.suffix_lies) == ("xlsx", "read", False)
    assert file.size == path.stat().st_size


def test_a_password_of_ones_own_stays_closed(tmp_path: Path, opened: Opened) -> None:
    path = encrypted(tmp_path / "汇总表.xlsx", "13800000000")
    assert not decrypted_copy(path, tmp_path / "copy.xlsx")
    file = opened(path)["汇总表.xlsx"]  # type: ignore[operator]
    assert file.status == "unreadable"
    assert "密码" in file.reason


def test_hashing_without_end_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protected, "MAX_SPINS", 1000)
    path = encrypted(tmp_path / "汇总表.xlsx", EXCELS_OWN_PASSWORD)
    assert not decrypted_copy(path, tmp_path / "copy.xlsx")


def test_what_is_no_office_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert not decrypted_copy(path, tmp_path / "copy")
