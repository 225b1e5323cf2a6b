"""The correction notice: everything at once, in the materials' order, neutral, without codes."""

import io
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from doccheck.errors import DoccheckError
from doccheck.model.report import Report, Waiver
from doccheck.programs.loader import list_programs, load_program
from doccheck.reports.notice import for_applicant, make_notice
from doccheck.reports.notice_docx import to_notice
from doccheck.reports.notice_template import fill_template
from doccheck.reports.wording import WORDS
from doccheck.reports.wording.notice import JARGON, NEVER
from doccheck.reports.wording.ui import UI, Ui

ZH = Ui("zh")


def text_of(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_points_are_sorted_into_mend_explain_advise(report: Report) -> None:
    notice = make_notice(report, ZH)
    assert [p.subject for p in notice.mend] == ["法定代表人"]
    assert [p.subject for p in notice.explain] == ["承诺书"]
    assert notice.advise == ()
    assert notice.later == ("纸张",)


def test_a_point_says_what_basis_and_remedy(report: Report) -> None:
    (point,) = make_notice(report, ZH).mend
    assert (point.material, point.found) == ("申报表", "法定代表人不一致")
    assert (point.basis, point.remedy) == ("通知附件1", "请核对营业执照")


def test_points_follow_the_order_of_the_materials(report: Report) -> None:
    base = report.results[1]
    mixed = [base.model_copy(update={"material": m, "subject": m}) for m in ("丙", "", "乙", "甲")]
    changed = report.model_copy(update={"results": tuple(mixed), "materials": ("甲", "乙")})
    assert [p.material for p in make_notice(changed, ZH).mend] == ["甲", "乙", "丙", "整套材料"]


def test_what_is_waived_is_not_asked_for(report: Report) -> None:
    waiver = Waiver.model_validate(
        {"rule": "1-2", "reason": "已核", "person": "王某", "until": "2022-01-01"}
    )
    waived = report.results[1].model_copy(update={"waiver": waiver})
    changed = report.model_copy(update={"results": (waived,)})
    assert make_notice(changed, ZH).mend == ()


def test_no_codes_and_no_rule_ids(report: Report) -> None:
    text = text_of(to_notice(report, "zh"))
    assert not re.search(r"\b[A-Z]{3}\d\d\b", text)
    assert not any(r.id in text for r in report.results)


def test_room_for_number_deadline_contact_and_seal(report: Report) -> None:
    text = text_of(to_notice(report, "zh"))
    for words in (
        "编号：",
        "甲公司：",
        "＿＿日前",
        "联系人：",
        "（盖章）",
        "需要说明的事项（1 项）",
    ):
        assert words in text


def test_every_run_has_a_chinese_font(report: Report) -> None:
    document = Document(io.BytesIO(to_notice(report, "zh")))
    fonts = {
        run.find(qn("w:rPr")).find(qn("w:rFonts")).get(qn("w:eastAsia"))
        for run in document.element.body.iter(qn("w:r"))
    }
    assert fonts == {"宋体", "仿宋", "黑体"}


def test_nothing_to_mend_is_said_without_praise(report: Report) -> None:
    text = text_of(to_notice(report.model_copy(update={"results": ()}), "zh"))
    assert "未列出需要补正或说明的事项" in text
    assert "没有问题" not in text


def test_english(report: Report) -> None:
    assert "To be corrected (1)" in text_of(to_notice(report, "en"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("缺少印章；请人工确认。", "缺少印章。"),
        ("请人工核对。", ""),
        ("日期早于通知发布日，请人工核对。", "日期早于通知发布日。"),
        ("印章读作“甲”，与“乙”不同，可能是没有读清，请人工核对。", "印章读作“甲”，与“乙”不同。"),
        ("请补盖公章。", "请补盖公章。"),
    ],
)
def test_what_speaks_to_the_checker_is_left_out(text: str, kept: str) -> None:
    assert for_applicant(text) == kept


def test_no_wording_ever_accuses() -> None:
    own = [both.zh for both in UI.values()]
    checks = [part for both in WORDS.values() for part in both["zh"]]
    programs = [load_program(head.id) for head in list_programs()]
    fixes = [rule.fix for program in programs for rule in program.rules]
    found = {word for text in own + checks + fixes for word in NEVER if word in text}
    assert not found


def test_words_are_a_clerk_s_own() -> None:
    checks = [part for both in WORDS.values() for part in both["zh"]]
    said = [*checks, *(both.zh for both in UI.values())]
    assert not {word for text in said for word in JARGON if word in text}


def test_same_report_same_notice(report: Report) -> None:
    first = to_notice(report, "zh")
    time.sleep(2.1)  # a zip dates its parts to two seconds
    assert to_notice(report, "zh") == first


def own_form(path: Path, *lines: str) -> Path:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def test_an_agencys_own_form(report: Report, tmp_path: Path) -> None:
    form = own_form(
        tmp_path / "格式.docx",
        "{{ enterprise }}：{{ mend | length }} 项",
        "{%p for p in mend %}",
        "{{ p.number }}. {{ p.subject }}：{{ p.remedy }}",
        "{%p endfor %}",
    )
    text = text_of(fill_template(report, "zh", form))
    assert "甲公司：1 项" in text
    assert "1. 法定代表人：请核对营业执照" in text


@pytest.mark.parametrize(
    "line", ["{{ mend", "{% for %}", "{{ ''.__class__.__mro__ }}", "{{ nothing.more.here }}"]
)
def test_a_form_with_a_fault_says_so(report: Report, tmp_path: Path, line: str) -> None:
    with pytest.raises(DoccheckError, match="填写标记有误"):
        fill_template(report, "zh", own_form(tmp_path / "格式.docx", line))


def test_a_form_that_is_no_word_file(report: Report, tmp_path: Path) -> None:
    form = tmp_path / "格式.docx"
    form.write_bytes(b"no")
    with pytest.raises(DoccheckError, match="打不开"):
        fill_template(report, "zh", form)


def test_libreoffice_opens_it(report: Report, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("soffice is not installed")
    (tmp_path / "告知书.docx").write_bytes(to_notice(report, "zh"))
    command = [
        office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
        "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "告知书.docx"),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "告知书.pdf").read_bytes().startswith(b"%PDF")
