"""Parts cut as a manifest says."""

from blocks import document, para, program, table

from doccheck.model.corrections import Correction
from doccheck.model.program import DocumentSpec
from doccheck.understanding.assemble import assemble

LETTER = DocumentSpec(
    key="letter", kind="commitment_letter", title="承诺书", names=("承诺书", "申报承诺书")
)
AUDIT = DocumentSpec(key="audit", kind="audit_report", title="审计报告")
PROGRAM = program((LETTER, AUDIT))
LONG = "公司质量管理体系有效运行，员工三百余人，全年开展改善课题四十项，客户满意度稳步提高，产品质量达到行业先进水平。"
VOLUME = document(
    para("承诺书", page=1), para(LONG, page=1), para(LONG, page=2), table([["甲", "乙"]], page=3),
    para(LONG, page=4), pages=4,
)  # fmt: skip


def cut(*corrections: Correction):
    found = assemble((), (VOLUME,), PROGRAM, corrections=corrections).documents
    return [(d.kind, d.year, d.pages) for d in found]


def told(first: int, last: int, kind: str, year: int | None = None, proposed: bool = False):
    return Correction(VOLUME.file, (first, last), kind, year, "清单:2", proposed)  # type: ignore[arg-type]


def test_uncorrected_the_letter_swallows_what_follows():
    assert cut() == [("commitment_letter", None, (1, 4))]


def test_one_line_puts_cut_kind_and_year_right():
    assert cut(told(2, 3, "audit_report", 2022)) == [
        ("commitment_letter", None, (1, 1)), ("audit_report", 2022, (2, 3)), ("other", None, (4, 4)),
    ]  # fmt: skip


def test_a_whole_file_may_be_told():
    whole = Correction(VOLUME.file, None, "evidence")
    assert cut(whole) == [("evidence", None, (1, 4))]


def test_the_report_says_who_told_the_kind():
    found = assemble((), (VOLUME,), PROGRAM, corrections=[told(2, 2, "evidence")]).documents
    assert "核对人" in found[1].why
    assert found[1].key == ""


def test_an_applicants_proposal_moves_the_cut_and_never_tells_the_kind():
    assert cut(told(2, 4, "audit_report", 2022, proposed=True)) == [
        ("commitment_letter", None, (1, 1)), ("other", None, (2, 4)),
    ]  # fmt: skip


def test_a_proposal_is_shown_as_the_applicants():
    found = assemble((), (VOLUME,), PROGRAM, corrections=[told(2, 4, "evidence", proposed=True)])
    assert "申报单位建议" in found.documents[1].why
