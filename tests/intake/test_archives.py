import io
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from doccheck.intake import archives

from .conftest import PDF, Opened, docx_bytes, raw_named_zip, zip_bytes

Open = Callable[[Path], Opened]


def saved(tmp_path: Path, content: bytes, name: str = "申报.zip") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_gbk_names_come_out_readable(tmp_path: Path, opened: Open) -> None:
    files = opened(saved(tmp_path, raw_named_zip(["封面.pdf", "附件/承诺书.pdf"], "gbk")))
    assert list(files) == ["申报.zip", "申报.zip!/封面.pdf", "申报.zip!/附件/承诺书.pdf"]


def test_utf8_names_without_the_flag_come_out_readable(tmp_path: Path, opened: Open) -> None:
    assert "申报.zip!/封面.pdf" in opened(saved(tmp_path, raw_named_zip(["封面.pdf"], "utf-8")))


def test_flagged_names_are_taken_as_they_are(tmp_path: Path, opened: Open) -> None:
    files = opened(saved(tmp_path, zip_bytes({"附件/封面.pdf": PDF})))
    assert files["申报.zip!/附件/封面.pdf"].status == "read"


def test_the_unicode_extra_field_beats_the_plain_name(tmp_path: Path, opened: Open) -> None:
    info = zipfile.ZipInfo("fengmian.pdf")
    name = "封面.pdf".encode()
    body = b"\x01" + zlib.crc32(b"fengmian.pdf").to_bytes(4, "little") + name
    info.extra = (0x7075).to_bytes(2, "little") + len(body).to_bytes(2, "little") + body
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, PDF)
    assert "申报.zip!/封面.pdf" in opened(saved(tmp_path, buffer.getvalue()))


def test_the_archive_itself_is_listed_with_its_hash(tmp_path: Path, opened: Open) -> None:
    archive = opened(saved(tmp_path, zip_bytes({"a.pdf": PDF})))["申报.zip"]
    assert (archive.status, archive.file_format) == ("skipped", "zip")
    assert archive.reason and len(archive.sha256) == 64


def test_members_are_written_under_numbers_only(tmp_path: Path, opened: Open) -> None:
    files = opened(saved(tmp_path, zip_bytes({"附件/a;rm -rf.pdf": PDF, "b.$(x)": PDF})))
    names = {f.local.name for f in files.values() if "!/" in f.path}
    assert names == {"00001.pdf", "00002"}
    assert all((tmp_path / "work") in f.local.parents for f in files.values() if "!/" in f.path)


@pytest.mark.parametrize(
    "name", ["../../evil.pdf", "/etc/evil.pdf", "C:\\evil.pdf", "a\\..\\..\\e.pdf"]
)
def test_a_member_that_points_outside_is_skipped_and_said(
    tmp_path: Path, opened: Open, name: str
) -> None:
    files = opened(saved(tmp_path, zip_bytes({name: PDF, "good.pdf": PDF})))
    bad = [f for f in files.values() if f.status == "skipped" and "!/" in f.path]
    assert [f.reason for f in bad] == [archives.ESCAPES]
    assert files["申报.zip!/good.pdf"].status == "read"


def test_a_link_in_a_zip_is_skipped(tmp_path: Path, opened: Open) -> None:
    info = zipfile.ZipInfo("link.pdf")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    link = opened(saved(tmp_path, buffer.getvalue()))["申报.zip!/link.pdf"]
    assert (link.status, link.reason) == ("skipped", archives.LINK)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, opened: Open) -> None:
    bomb = saved(tmp_path, zip_bytes({"a.pdf": bytes(101 << 20)}))
    files = opened(bomb)
    assert list(files) == ["申报.zip"]
    assert files["申报.zip"].status == "unreadable" and "压缩比" in files["申报.zip"].reason
    assert not list((tmp_path / "work").glob("*/*"))


def test_a_bomb_among_honest_files_is_refused_alone(
    tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MAX_FILE_BYTES", 1000)
    files = opened(saved(tmp_path, zip_bytes({"big.pdf": PDF * 100, "good.pdf": PDF})))
    assert files["申报.zip!/big.pdf"].status == "unreadable"
    assert files["申报.zip!/good.pdf"].status == "read"


def test_too_many_files_are_refused(
    tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MAX_FILES", 3)
    files = opened(saved(tmp_path, zip_bytes({f"{i}.pdf": PDF for i in range(4)})))
    assert "超过 3 个" in files["申报.zip"].reason


def test_the_budget_is_one_for_all_archives_of_a_submission(
    tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MAX_FILES", 3)
    folder = tmp_path / "申报"
    folder.mkdir()
    for name in ("1.zip", "2.zip"):
        saved(folder, zip_bytes({"a.pdf": PDF, "b.pdf": PDF}), name)
    files = opened(folder)
    assert (files["1.zip"].status, files["2.zip"].status) == ("skipped", "unreadable")


def test_archives_are_opened_three_deep_and_no_deeper(tmp_path: Path, opened: Open) -> None:
    content = zip_bytes({"a.pdf": PDF})
    for name in ("3.zip", "2.zip"):
        content = zip_bytes({name: content})
    assert opened(saved(tmp_path, content))["申报.zip!/2.zip!/3.zip!/a.pdf"].status == "read"
    deeper = opened(saved(tmp_path, zip_bytes({"1.zip": content}), "深.zip"))
    assert deeper["深.zip!/1.zip!/2.zip!/3.zip"].reason == archives.TOO_DEEP


def test_a_member_with_a_password_is_unreadable_and_says_so(tmp_path: Path, opened: Open) -> None:
    data = bytearray(zip_bytes({"a.pdf": PDF}))
    data[6] |= 1  # flag bit 0 of the local header
    data[data.find(b"PK\x01\x02") + 8] |= 1  # and of the directory
    locked = opened(saved(tmp_path, bytes(data)))["申报.zip!/a.pdf"]
    assert (locked.status, locked.reason) == ("unreadable", archives.PASSWORD)


def test_a_damaged_member_does_not_stop_the_others(tmp_path: Path, opened: Open) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("bad.pdf", b"%PDF-bad-bad")
        archive.writestr("good.pdf", PDF)
    files = opened(saved(tmp_path, buffer.getvalue().replace(b"%PDF-bad-bad", b"%PDF-BAD-bad")))
    assert files["申报.zip!/bad.pdf"].reason == archives.DAMAGED_MEMBER
    assert files["申报.zip!/good.pdf"].status == "read"


def test_a_truncated_archive_is_unreadable(tmp_path: Path, opened: Open) -> None:
    content = zip_bytes({"a.pdf": PDF * 50, "b.pdf": PDF})
    files = opened(saved(tmp_path, content[:-40]))
    assert files["申报.zip"].reason == archives.DAMAGED


def test_an_empty_archive_is_unreadable(tmp_path: Path, opened: Open) -> None:
    assert opened(saved(tmp_path, zip_bytes({})))["申报.zip"].status == "unreadable"


def test_a_name_given_twice_is_kept_twice_under_two_paths(tmp_path: Path, opened: Open) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.pdf", PDF)
        with pytest.warns(UserWarning):
            archive.writestr("a.pdf", PDF + b"2")
    files = opened(saved(tmp_path, buffer.getvalue()))
    assert [p for p in files if "!/" in p] == ["申报.zip!/a (2).pdf", "申报.zip!/a.pdf"]


def tar_bytes(mode: str, members: list[tarfile.TarInfo]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:
        for info in members:
            info.size = len(PDF) if info.isreg() else 0
            archive.addfile(info, io.BytesIO(PDF))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("mode", "name"), [("w", "a.tar"), ("w:gz", "a.tgz"), ("w:xz", "a.tar.xz")]
)
def test_tar_archives_are_unpacked(tmp_path: Path, opened: Open, mode: str, name: str) -> None:
    files = opened(saved(tmp_path, tar_bytes(mode, [tarfile.TarInfo("附件/封面.pdf")]), name))
    assert files[f"{name}!/附件/封面.pdf"].status == "read"


def test_tar_links_and_escapes_are_skipped(tmp_path: Path, opened: Open) -> None:
    link = tarfile.TarInfo("link.pdf")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    content = tar_bytes("w", [link, tarfile.TarInfo("../evil.pdf"), tarfile.TarInfo("a.pdf")])
    files = opened(saved(tmp_path, content, "a.tar"))
    assert files["a.tar!/link.pdf"].reason == archives.LINK
    assert files["a.tar!/../evil.pdf"].reason == archives.ESCAPES
    assert files["a.tar!/a.pdf"].status == "read"


def test_a_compressed_tar_that_swells_without_end_is_refused(
    tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "RATIO_FREE_BYTES", 1 << 20)
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        info = tarfile.TarInfo("a.pdf")
        info.size = 20 << 20
        archive.addfile(info, io.BytesIO(bytes(info.size)))
    files = opened(saved(tmp_path, buffer.getvalue(), "a.tgz"))
    assert "压缩比" in files["a.tgz"].reason


def test_a_word_file_that_is_a_bomb_is_not_opened(
    tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "RATIO_FREE_BYTES", 10)
    monkeypatch.setattr(archives, "MAX_RATIO", 0)
    assert opened(saved(tmp_path, docx_bytes(), "a.docx"))["a.docx"].status == "unreadable"
