"""What a stack's folder holds, and when a submission counts as the same."""

import zipfile
from pathlib import Path

import pytest

from doccheck.errors import InputError
from doccheck.screening.stack import Unit, fingerprint, open_stack


def stack(tmp_path: Path) -> Path:
    root = tmp_path / "一批"
    (root / "甲公司").mkdir(parents=True)
    (root / "甲公司" / "申报表.txt").write_text("申报表", encoding="utf-8")
    with zipfile.ZipFile(root / "乙公司.zip", "w") as archive:
        archive.writestr("申报表.txt", "申报表")
    (root / "汇总表.txt").write_text("汇总表", encoding="utf-8")
    (root / ".DS_Store").write_bytes(b"x")
    (root / "out").mkdir()
    return root


def test_folders_and_archives_are_submissions_files_are_the_stacks(tmp_path: Path) -> None:
    root = stack(tmp_path)
    opened = open_stack(root, root / "out")
    assert [u.name for u in opened.units] == ["乙公司.zip", "甲公司"]
    assert [f.name for f in opened.files] == ["汇总表.txt"]


def test_a_mail_is_a_submission_too(tmp_path: Path) -> None:
    root = stack(tmp_path)
    mail = "From: a@example.com\r\nTo: b@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    (root / "丙公司.eml").write_bytes(f"{mail}Content-Type: text/plain\r\n\r\nx".encode())
    assert "丙公司.eml" in [u.name for u in open_stack(root).units]


def test_a_pdf_that_wraps_files_is_a_submission(tmp_path: Path) -> None:
    root = stack(tmp_path)
    (root / "丁公司.pdf").write_bytes(b"%PDF-1.7\n1 0 obj<</Collection 2 0 R>>endobj")
    (root / "汇总表.pdf").write_bytes(b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj")
    opened = open_stack(root)
    assert "丁公司.pdf" in [u.name for u in opened.units]
    assert "汇总表.pdf" in [f.name for f in opened.files]


def test_no_folder_or_nothing_in_it(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        open_stack(tmp_path / "missing")
    with pytest.raises(InputError):
        open_stack(tmp_path)


def test_a_long_or_odd_name_makes_a_short_file_name(tmp_path: Path) -> None:
    assert Unit("甲公司", tmp_path / "甲公司").slug == "甲公司"
    long = Unit("长" * 80, tmp_path / ("长" * 80)).slug
    assert len(long.encode()) < 220
    assert Unit("a:b", tmp_path / "a:b").slug != Unit("a?b", tmp_path / "a?b").slug


def test_the_fingerprint_follows_content_and_names(tmp_path: Path) -> None:
    unit = open_stack(stack(tmp_path)).units[-1]
    first = fingerprint(unit)
    assert first == fingerprint(unit)
    file = unit.path / "申报表.txt"
    file.rename(unit.path / "表.txt")
    assert fingerprint(unit) != first
    (unit.path / "表.txt").rename(file)
    file.write_text("改过", encoding="utf-8")
    assert fingerprint(unit) != first
