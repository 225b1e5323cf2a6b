"""A submission as people send it: a mail, in it an archive, in it old Word, OFD and a workbook."""

import io
import sys
from email.message import EmailMessage
from pathlib import Path

import py7zr

from doccheck.model.document import walk_tables
from doccheck.pipeline import extract_file
from doccheck.reading import read_submission

FIXTURES = Path(__file__).parents[2] / "fixtures"
sys.path.insert(0, str(FIXTURES))

from formats.ofd import ofd_of_pdf  # noqa: E402
from formats.word_binary import doc_bytes, plain, row  # noqa: E402

LICENCE = FIXTURES / "submissions" / "wujin-clean-official" / "submission" / "2.营业执照副本.pdf"
SHEET = "<html><table><tr><td>企业名称</td><td>武进机械</td></tr></table></html>"


def form() -> bytes:
    edges = [0, 2000, 6000]
    rows = [*row(["企业名称", "武进机械"], edges), *row(["法定代表人", "王小五"], edges)]
    return doc_bytes([plain("质量标杆申报表"), *rows])


def sent(folder: Path) -> Path:
    packed = io.BytesIO()
    with py7zr.SevenZipFile(packed, "w") as archive:
        archive.writestr(form(), "申报/申报表.doc")
        archive.writestr(ofd_of_pdf(LICENCE), "申报/营业执照.ofd")
        archive.writestr(SHEET.encode("gb18030"), "申报/汇总表.xls")
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.cn", "c@d.cn", "质量标杆申报"
    mail.set_content("请查收")
    mail.add_attachment(
        packed.getvalue(), maintype="application", subtype="octet-stream", filename="申报材料.7z"
    )
    path = folder / "申报.eml"
    path.write_bytes(mail.as_bytes())
    return path


def test_everything_in_it_is_read(tmp_path: Path) -> None:
    inside = "申报.eml!/申报材料.7z!/申报/"
    with read_submission(sent(tmp_path)) as read:
        found = {d.file.removeprefix(inside): d for d in read.documents}
        lying = [f.path.removeprefix(inside) for f in read.files if f.suffix_lies]
    assert sorted(found) == ["汇总表.xls", "申报表.doc", "营业执照.ofd"]
    cells = [c.text for c in next(walk_tables(found["申报表.doc"].blocks)).cells]
    assert cells == ["企业名称", "武进机械", "法定代表人", "王小五"]
    assert "营业执照" in found["营业执照.ofd"].text
    assert lying == ["汇总表.xls"]


def test_a_licence_in_ofd_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "执照.ofd"
    path.write_bytes(ofd_of_pdf(LICENCE))
    _, dossier = extract_file(path)
    assert [d.kind for d in dossier.documents] == ["business_licence"]
    places = {r.key: r.evidence.place for r in dossier.readings}
    assert places["uscc"].page == 1 and places["uscc"].box is not None
