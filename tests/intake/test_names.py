import pytest

from doccheck.intake.names import decode_names, disk_name, escapes, junk_reason, report_path


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_names_of_either_common_encoding_are_decoded(encoding: str) -> None:
    names = ["封面.docx", "附件2 申报表（盖章）.pdf", "证明材料/ISO9001证书.jpg", "readme.txt"]
    assert decode_names([n.encode(encoding) for n in names]) == names


def test_traditional_names_in_big5_are_told_from_gb18030() -> None:
    names = ["申請書.docx", "營業執照.pdf", "證明資料/專利.jpg"]
    assert decode_names([n.encode("big5") for n in names]) == names


def test_utf8_and_gbk_names_may_stand_in_one_archive() -> None:
    assert decode_names(["封面.docx".encode(), "承诺书.docx".encode("gbk")]) == [
        "封面.docx",
        "承诺书.docx",
    ]


def test_a_gbk_name_that_is_valid_utf8_by_chance_is_still_gbk() -> None:
    raw = "一".encode("gbk")
    assert raw.decode("utf-8") == "һ"
    assert decode_names([raw, "承诺书.docx".encode("gbk")])[0] == "一"


def test_bytes_of_no_encoding_still_give_some_name() -> None:
    assert decode_names([b"\xff\xfe\xff.pdf"])[0].endswith(".pdf")


def test_a_folder_name_in_gbk_bytes_is_readable() -> None:
    broken = "封面.docx".encode("gbk").decode("utf-8", "surrogateescape")
    assert disk_name(broken) == "封面.docx"


def test_a_report_path_is_nfc_with_slashes_and_without_control_characters() -> None:
    assert report_path("a\\.\\cafe\u0301//b.pdf") == "a/café/b.pdf"
    assert report_path("x\u202efdp.exe\n") == "x\ufffdfdp.exe\ufffd"


@pytest.mark.parametrize(
    "name", ["../a", "a/../../b", "/etc/passwd", "C:\\a", "..\\a", "\\\\host\\a"]
)
def test_names_that_leave_the_archive_are_seen(name: str) -> None:
    assert escapes(name)


@pytest.mark.parametrize("name", ["a/b..c.pdf", "第1..2页.pdf", "a/..b"])
def test_dots_inside_a_name_are_harmless(name: str) -> None:
    assert not escapes(name)


@pytest.mark.parametrize(
    "path",
    [
        "__MACOSX/封面.docx",
        "a/.DS_Store",
        "a/THUMBS.DB",
        "~$封面.docx",
        ".~lock.封面.docx#",
        "._a.jpg",
    ],
)
def test_system_leftovers_are_no_documents(path: str) -> None:
    assert junk_reason(path)


def test_a_document_is_no_leftover() -> None:
    assert junk_reason("附件/~封面~.docx") == ""
