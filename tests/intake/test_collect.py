import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from doccheck.errors import InputError
from doccheck.intake import open_submission

from .conftest import PDF, Opened, docx_bytes

Open = Callable[[Path], Opened]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "申报材料"
    path.mkdir()
    return path


def put(folder: Path, name: str, content: bytes = PDF) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_every_file_of_a_folder_is_listed_in_order_of_its_path(folder: Path, opened: Open) -> None:
    for name in ("b/2.pdf", "a.pdf", "b/1.pdf"):
        put(folder, name)
    assert list(opened(folder)) == ["a.pdf", "b/1.pdf", "b/2.pdf"]


def test_one_file_alone_is_a_submission(folder: Path, opened: Open) -> None:
    path = put(folder, "申请书.docx", docx_bytes())
    file = opened(path)["申请书.docx"]
    assert (file.file_format, file.status, file.local) == ("docx", "read", path)
    assert file.sha256 == hashlib.sha256(docx_bytes()).hexdigest()


def test_a_decomposed_name_is_shown_composed(folder: Path, opened: Open) -> None:
    put(folder, "re\u0301sume\u0301.pdf")
    assert list(opened(folder)) == ["résumé.pdf"]


def test_the_same_content_twice_is_listed_twice(folder: Path, opened: Open) -> None:
    put(folder, "a.pdf")
    put(folder, "b.pdf")
    first, second = opened(folder).values()
    assert first.sha256 == second.sha256


@pytest.mark.parametrize(
    "name",
    ["__MACOSX/a.pdf", ".DS_Store", "Thumbs.db", "desktop.ini", "~$申报表.docx", ".~lock.a.docx#"],
)
def test_system_leftovers_are_skipped_with_a_word_why(
    folder: Path, opened: Open, name: str
) -> None:
    put(folder, name)
    put(folder, "a.pdf")
    file = opened(folder)[name]
    assert file.status == "skipped" and file.reason


def test_a_proposal_how_to_cut_files_is_no_document(folder: Path, opened: Open) -> None:
    put(folder, "doccheck.yaml", b"files: {}\n")
    file = opened(folder)["doccheck.yaml"]
    assert (file.status, file.reason) == ("skipped", "核对工具的切分建议文件")


def test_an_empty_document_is_unreadable_an_empty_placeholder_skipped(
    folder: Path, opened: Open
) -> None:
    put(folder, "封面.docx", b"")
    put(folder, ".gitkeep", b"")
    files = opened(folder)
    assert (files["封面.docx"].status, files["封面.docx"].file_format) == ("unreadable", "empty")
    assert files[".gitkeep"].status == "skipped"


def test_a_corrupt_word_file_is_unreadable_and_no_liar(folder: Path, opened: Open) -> None:
    put(folder, "a.docx", docx_bytes()[:-60])
    file = opened(folder)["a.docx"]
    assert (file.status, file.file_format, file.suffix_lies) == ("unreadable", "docx", False)
    assert "损坏" in file.reason


def test_noise_under_a_document_name_is_unreadable(folder: Path, opened: Open) -> None:
    put(folder, "a.pdf", bytes(range(256)) * 4)
    file = opened(folder)["a.pdf"]
    assert (file.status, file.file_format, file.suffix_lies) == ("unreadable", "unknown", False)


def test_a_suffix_that_lies_is_noted_and_the_file_still_read(folder: Path, opened: Open) -> None:
    put(folder, "营业执照.jpg", PDF)
    file = opened(folder)["营业执照.jpg"]
    assert (file.status, file.file_format, file.suffix_lies) == ("read", "pdf", True)


def test_links_are_not_followed(folder: Path, tmp_path: Path, opened: Open) -> None:
    put(folder, "a.pdf")
    put(tmp_path / "elsewhere", "secret.pdf")
    (folder / "inside.pdf").symlink_to(folder / "a.pdf")
    (folder / "outside.pdf").symlink_to(tmp_path / "elsewhere" / "secret.pdf")
    (folder / "outside-folder").symlink_to(tmp_path / "elsewhere")
    (folder / "broken.pdf").symlink_to(folder / "nothing")
    (folder / "loop.pdf").symlink_to(folder / "loop.pdf")
    files = opened(folder)
    reasons = {name: f.reason for name, f in files.items() if f.status == "skipped"}
    assert reasons == {
        "broken.pdf": "链接已失效",
        "inside.pdf": "链接，所指文件已另行列出",
        "loop.pdf": "链接已失效",
        "outside-folder": "链接指向申报材料之外，未跟随",
        "outside.pdf": "链接指向申报材料之外，未跟随",
    }


def test_a_pipe_in_a_folder_does_not_hang(folder: Path, opened: Open) -> None:
    os.mkfifo(folder / "pipe.pdf")
    assert opened(folder)["pipe.pdf"].status == "skipped"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_unreadable(folder: Path, opened: Open) -> None:
    put(folder, "a.pdf").chmod(0)
    assert opened(folder)["a.pdf"].status == "unreadable"


def test_a_shortcut_is_not_the_file_it_names(folder: Path, opened: Open) -> None:
    put(folder, "营业执照.lnk", b"L\0\0\0\x01\x14\x02\0" + bytes(100))
    assert "快捷方式" in opened(folder)["营业执照.lnk"].reason


def test_no_such_path_is_said_in_three_parts(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        open_submission(tmp_path / "没有", tmp_path)
    assert caught.value.what and "没有" in caught.value.where and caught.value.next_step


def test_a_name_too_long_for_the_system_is_no_crash(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="找不到"):
        open_submission(tmp_path / ("长" * 300), tmp_path)


def test_an_empty_folder_is_an_error(folder: Path, tmp_path: Path) -> None:
    (folder / "空").mkdir()
    with pytest.raises(InputError, match="空的"):
        open_submission(folder, tmp_path)


def test_a_device_is_no_submission(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="不是普通文件"):
        open_submission(Path("/dev/null"), tmp_path)


def test_opening_twice_gives_the_same(folder: Path, opened: Open) -> None:
    put(folder, "a.pdf")
    put(folder, "b/c.docx", docx_bytes())
    assert opened(folder) == opened(folder)


def test_folders_without_end_are_not_followed(folder: Path, opened: Open) -> None:
    put(folder, "a.pdf")
    put(folder, "/".join(["深"] * 45) + "/b.pdf")
    files = opened(folder)
    assert files["a.pdf"].status == "read"
    [deep] = [file for path, file in files.items() if path != "a.pdf"]
    assert deep.status == "unreadable"
    assert "移到上层" in deep.reason


def test_a_folder_of_thousands_is_no_submission(
    folder: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("doccheck.intake.collect.MAX_FILES", 2)
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        put(folder, name)
    with pytest.raises(InputError, match="超过 2 个") as refused:
        opened(folder)
    assert "screen" in refused.value.next_step
