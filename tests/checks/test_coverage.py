"""SEC04, SEC05: topics told about, data and pictures behind a text."""

import dataclasses

import pytest

from doccheck.checks.coverage import data_in
from doccheck.model.program import Topic

from .dossiers import PROGRAM, Paper, ask, one, said, view

TOPICS = (
    Topic(name="效果", words=("提高", "下降")),
    Topic(name="评价方式", words=("评价方式", "考核")),
)
TOLD = PROGRAM.model_copy(
    update={
        "sections": tuple(
            s.model_copy(update={"topics": TOPICS}) if s.key in ("effects", "case") else s
            for s in PROGRAM.sections
        )
    }
)
NAMED = {"enterprise_name": "某公司", "benchmark_name": "某经验"}
BOTH = "方法推行以来合格率明显提高，返工减少，每季度由质量部按办法考核一次，结果公开。"
ONE = "方法推行以来合格率明显提高，返工减少，客户的抱怨也少了，交付更加准时。"


def covered(*texts: str, **more):
    sections = tuple((f"effects|实施效果{n}" if n else "effects", t) for n, t in enumerate(texts))
    paper = Paper("report", fields=NAMED, sections=sections, **more)
    return ask("SEC04", view(paper, program=TOLD), sections=("effects",))


def test_a_section_that_tells_about_every_topic_passes_with_the_places():
    (answer,) = covered(BOTH)
    assert answer.status == "pass"
    assert [e.note for e in answer.evidence] == ["", "效果", "评价方式"]
    assert "效果（“提高”）" in said(answer)


def test_a_topic_without_a_word_is_for_a_person_never_a_failure():
    (answer,) = covered(ONE)
    assert (answer.status, answer.key) == ("review", "SEC04.partly")
    assert "评价方式" in said(answer)
    assert answer.search is not None


def test_a_particle_inside_a_term_does_not_hide_it():
    (answer,) = covered("合格率提高很多，工作做得很好，我们对评价的方式也作了改进，各方都满意。")
    assert answer.status == "pass"


def test_every_section_has_an_answer_of_its_own():
    paper = Paper("report", fields=NAMED, sections=(("case", BOTH), ("case|案例二", ONE)))
    found = ask("SEC04", view(paper, program=TOLD), sections=("case",))
    assert [o.status for o in found] == ["pass", "review"]


def test_an_empty_section_is_anothers_matter():
    (answer,) = covered("略。")
    assert (answer.status, answer.key) == ("not_checked", "common.no_section")


def test_a_missing_report_is_not_checked():
    answer = one("SEC04", view(program=TOLD), sections=("effects",))
    assert (answer.status, answer.key) == ("not_checked", "common.no_document")


def test_a_section_read_with_doubt_is_for_a_person():
    (answer,) = covered(BOTH, source="ocr", confidence=0.6)
    assert answer.status == "review"


# ---- data


DATA = "合格率由91.2%提高到98.5%，返工减少320件，成本下降12.3万元，共建立5个小组推进。"


def backed(text: str, pictures: int = 0, **more):
    paper = Paper(
        "report", fields=NAMED, sections=(("effects", text),), section_pictures=pictures, **more
    )
    return one("SEC05", view(paper), sections=("effects",), needs=("figures", "tables_or_pictures"))


@pytest.mark.parametrize(("text", "pictures", "status", "key"), [
    (DATA, 1, "pass", "SEC05.backed"),
    (DATA, 0, "review", "SEC05.no_tables_or_pictures"),
    (BOTH, 1, "review", "SEC05.no_figures"),
    (BOTH, 0, "review", "SEC05.no_figures_and_tables_or_pictures"),
])  # fmt: skip
def test_data_and_pictures(text, pictures, status, key):
    answer = backed(text, pictures)
    assert (answer.status, answer.key) == (status, key)


def test_only_what_is_asked_for_is_missed():
    paper = Paper("report", fields=NAMED, sections=(("effects", DATA),))
    answer = one("SEC05", view(paper), sections=("effects",), needs=("figures",))
    assert answer.status == "pass"


def test_the_whole_text_of_a_document():
    paper = Paper("report", fields=NAMED, title="某经验", whole=DATA * 2)
    seen = view(paper)
    whole = tuple(dataclasses.replace(s, tables=1) for s in seen.dossier.sections)
    seen = dataclasses.replace(seen, dossier=dataclasses.replace(seen.dossier, sections=whole))
    answer = one("SEC05", seen, document="report", needs=("figures", "tables_or_pictures"))
    assert answer.status == "pass"


def test_years_and_dates_are_no_data():
    assert data_in("2020年3月5日，公司在第3章写到2021年") == []
    assert data_in("2020年达到95%，节约12.3万元") == ["95%", "12.3万元"]
