"""Pages among a report's notes: when they are only glanced at, and when they are read after all."""

from doccheck.model.dossier import Dossier, LogicalDocument
from doccheck.model.places import Evidence, Place
from doccheck.model.program import DocumentKind
from doccheck.model.result import Judged, Outcome, Search, Status
from doccheck.programs.loader import load_program
from doccheck.understanding.notes_pages import (
    glanced_and_wanted,
    glanced_elsewhere,
    notes_go_on,
)

RULE = load_program("changzhou-lean-2023").rules[0]
FILE = "装订本.pdf"
TITLE = ["某某公司", "2023年度财务报表附注", "一、公司基本情况"]
TEXT = ["续计量采用实际利率法，按照摊余成本列示。", "3．应收账款", "坏账准备的计提标准"]


def test_notes_go_on_from_their_title() -> None:
    assert not notes_go_on([["资产负债表"], TEXT])
    assert notes_go_on([["资产负债表"], TITLE])
    assert notes_go_on([TITLE, TEXT, TEXT])


def test_words_in_their_text_do_not_end_them() -> None:
    assert notes_go_on([TITLE, ["本公司依照该项合同", "关联方关系的认定", "会计政策变更的通知"]])


def test_another_report_a_statement_or_a_licence_ends_them() -> None:
    for head in ("审计报告", "资产负债表", "营业执照"):
        assert not notes_go_on([TITLE, TEXT, [head, "某某公司"]])


def test_a_mention_of_notes_in_a_long_line_is_no_title() -> None:
    long = "我们审计了后附的财务报表，包括资产负债表、利润表、现金流量表以及相关财务报表附注，认为其公允反映了情况"
    assert not notes_go_on([[long]])


def bound(report: tuple[int, int] = (3, 9), glanced: range = range(6, 12)) -> Dossier:
    """A volume of twelve pages: an audit report, a letter behind it; some pages glanced at."""

    def document(name: str, kind: DocumentKind, pages: tuple[int, int]) -> LogicalDocument:
        own = tuple(n for n in glanced if pages[0] <= n <= pages[1])
        return LogicalDocument(name, FILE, kind, pages=pages, text_source="ocr", glanced=own)

    audit = document("d1", "audit_report", report)
    return Dossier((), (), (audit, document("d2", "commitment_letter", (10, 12))))


def judged(status: Status, page: int | None = None, document: str = "") -> Judged:
    evidence = (Evidence(Place(FILE, 1), document=document),) if document else ()
    search = Search((Place(FILE, page),)) if page else None
    return Judged(RULE, Outcome(status, "", "", evidence=evidence, search=search))


def test_pages_glanced_at_outside_the_report_are_to_be_read() -> None:
    assert glanced_elsewhere(bound()) == ((FILE, 10), (FILE, 11))
    assert glanced_elsewhere(bound(glanced=range(6, 9))) == ()


def test_where_every_answer_is_yes_they_stay_as_they_are() -> None:
    answers = [judged("pass", document="d1"), judged("not_applicable")]
    assert glanced_and_wanted(bound(), answers) == ()


def test_an_open_answer_about_the_report_has_its_pages_read() -> None:
    wanted = tuple((FILE, n) for n in (6, 7, 8, 9))
    assert glanced_and_wanted(bound(), [judged("review", document="d1")]) == wanted
    assert glanced_and_wanted(bound(), [judged("fail", page=3)]) == wanted


def test_an_answer_that_names_nothing_has_them_read_too() -> None:
    assert glanced_and_wanted(bound(), [judged("not_checked")])


def test_an_open_answer_about_another_document_does_not() -> None:
    assert glanced_and_wanted(bound(), [judged("review", document="d2")]) == ()
    assert glanced_and_wanted(bound(), [judged("review", page=10)]) == ()
