"""MAT: what was handed in."""

import pytest

from .dossiers import PROGRAM, Paper, ask, one, said, source, view

TITLE = "2021年“湖南省工业质量标杆”申请推荐表"


# ---- MAT01
def test_a_material_that_is_there_passes_and_is_cited() -> None:
    answer = one("MAT01", view(Paper("letter", "承诺书.docx")), document="letter")
    assert (answer.status, answer.target) == ("pass", "commitment_letter")
    assert answer.evidence[0].place.file == "承诺书.docx"
    assert said(answer) == "已提交承诺书：承诺书.docx。"


def test_a_material_that_is_nowhere_fails_with_proof_of_search() -> None:
    answer = one("MAT01", view(Paper("form", "申报表.docx")), document="letter")
    assert (answer.status, said(answer)) == ("fail", "没有找到承诺书。")
    assert answer.search is not None
    assert [p.file for p in answer.search.looked_at] == ["申报表.docx"]


def test_the_nearest_misses_are_named() -> None:
    seen = view(Paper("form"), files=(source("form.docx"), source("承诺函.docx")))
    answer = one("MAT01", seen, document="letter")
    assert answer.search is not None
    assert [n.text for n in answer.search.nearest] == ["承诺函.docx"]


def test_an_unread_file_anywhere_leaves_a_missing_material_open() -> None:
    seen = view(Paper("form"), Paper("evidence", "扫描.pdf", readable=False))
    answer = one("MAT01", seen, document="letter")
    assert (answer.status, answer.doubt) == ("review", "common.doubt_unread")


def test_a_file_that_does_not_open_leaves_a_missing_material_open() -> None:
    files = (source("form.docx"), source("b.pdf", status="unreadable"))
    answer = one("MAT01", view(Paper("form"), files=files), document="letter")
    assert answer.status == "review"


def test_a_material_that_was_not_read_is_for_a_person() -> None:
    seen = view(Paper("licence", "营业执照.jpg", readable=False))
    answer = one("MAT01", seen, document="licence")
    assert (answer.status, answer.key) == ("review", "MAT01.unread")
    assert "营业执照.jpg" in said(answer)


@pytest.mark.parametrize("paper", [
    Paper("", "营业执照.docx"),
    Paper("", "x.docx", runner_up="business_licence"),
])  # fmt: skip
def test_an_unrecognised_paper_that_may_be_it_is_for_a_person(paper: Paper) -> None:
    answer = one("MAT01", view(paper), document="licence")
    assert (answer.status, answer.key) == ("review", "MAT01.perhaps")


def test_every_year_asked_for_is_its_own_answer() -> None:
    found = ask("MAT01", view(Paper("audit", year=2020)), document="audit")
    assert [(a.target, a.status) for a in found] == [
        ("audit_report.2019", "fail"), ("audit_report.2020", "pass"),
    ]  # fmt: skip
    assert said(found[0]) == "没有找到2019年度审计报告。"


def test_a_report_whose_year_was_not_read_may_be_any_year() -> None:
    found = ask(
        "MAT01", view(Paper("audit", year=2020), Paper("audit", "b.docx")), document="audit"
    )
    assert [(a.status, a.key) for a in found] == [
        ("review", "MAT01.year_unknown"), ("pass", "MAT01.there"),
    ]  # fmt: skip


def test_an_alternative_will_do() -> None:
    seen = view(Paper("audit"))
    assert one("MAT01", seen, document="evidence", any_of=("audit",)).status == "pass"


def test_too_few_of_a_material() -> None:
    seen = view(Paper("evidence"))
    answer = one("MAT01", seen, document="evidence", minimum=3)
    assert (answer.status, answer.key) == ("fail", "MAT01.too_few")
    assert said(answer) == "证明材料找到1份，要求至少3份。"


def test_a_write_up_inside_the_form_is_there() -> None:
    bound = Paper("form", sections=(("overview", "字" * 30),))
    assert one("MAT01", view(bound), document="report").status == "pass"
    assert one("MAT01", view(Paper("form")), document="report").status == "fail"


# ---- MAT02
def test_files_that_open_are_one_pass() -> None:
    seen = view(files=(source("a.docx"), source("b.pdf"), source("Thumbs.db", status="skipped")))
    answer = one("MAT02", seen)
    assert (answer.status, said(answer)) == ("pass", "2个文件都能打开。")


def test_every_file_that_does_not_open_is_its_own_failure() -> None:
    files = tuple(
        source(f, status="unreadable", reason="文件设了打开密码", file_format="encrypted")
        for f in ("a.pdf", "b.pdf")
    )
    found = ask("MAT02", view(files=files))
    assert [(a.subject, a.status) for a in found] == [("a.pdf", "fail"), ("b.pdf", "fail")]
    assert said(found[0]) == "a.pdf打不开：文件设了打开密码。"


def test_a_format_that_we_cannot_open_is_not_the_applicants_fault() -> None:
    seen = view(files=(source("a.rar", status="unreadable", reason="暂不支持"),))
    assert one("MAT02", seen).status == "review"


# ---- MAT03
def test_a_form_in_use_passes() -> None:
    form = Paper("form", fields={"enterprise_name": "某公司", "uscc": "", "email": ""})
    answer = one("MAT03", view(form), document="form")
    assert answer.status == "pass"
    assert answer.evidence[0].quote == "某公司"


EMPTY = dict.fromkeys(("enterprise_name", "uscc", "email"), "")


def test_a_form_of_empty_cells_is_the_blank_template() -> None:
    answer = one("MAT03", view(Paper("form", fields=EMPTY)), document="form")
    assert (answer.status, answer.key) == ("fail", "MAT03.blank")


def test_what_only_the_recommender_wrote_does_not_fill_a_form() -> None:
    form = Paper("form", fields={**EMPTY, "opinion": "同意推荐"})
    assert one("MAT03", view(form), document="form").status == "fail"


@pytest.mark.parametrize("paper", [
    Paper("form", fields=EMPTY, pictures=1),
    Paper("form", fields={**EMPTY, "email": "?"}),
    Paper("form"),
    Paper("form", fields=EMPTY, dates=("2021-04-28",)),
])  # fmt: skip
def test_a_form_that_may_be_in_use_is_for_a_person(paper: Paper) -> None:
    assert one("MAT03", view(paper), document="form").status == "review"


def test_a_letter_may_owe_its_name_to_the_seal() -> None:
    letter = Paper("letter", fields={"enterprise_name": ""}, seal="unclear")
    assert one("MAT03", view(letter), document="letter").status == "review"
    assert one("MAT03", view(Paper("letter", fields={"enterprise_name": ""})),
               document="letter").status == "fail"  # fmt: skip


def test_a_blank_copy_beside_a_filled_one_does_no_harm() -> None:
    seen = view(Paper("form", "空表.docx", EMPTY), Paper("form", "b.docx", {"email": "a@b.cn"}))
    assert one("MAT03", seen, document="form").status == "pass"


def test_a_blank_copy_beside_an_unread_one_is_for_a_person() -> None:
    seen = view(Paper("form", "空表.docx", EMPTY), Paper("form", "盖章.pdf", readable=False))
    assert one("MAT03", seen, document="form").status == "review"


# ---- MAT04
@pytest.mark.parametrize("title", [
    TITLE,
    "附件2 2021年湖南省工业质量标杆申请推荐表",
    "2021年‘湖南省工业质量标杆’申请推荐表（盖章）",
    "“湖南省工业质量标杆”申请推荐表",
    "2021年度湖南省工业质量标杆申请推荐表",
])  # fmt: skip
def test_the_notices_own_title_passes(title: str) -> None:
    answer = one("MAT04", view(Paper("form", title=title)), document="form")
    assert (answer.status, answer.key) == ("pass", "MAT04.right")


def test_a_title_on_two_lines_passes() -> None:
    form = Paper("form", title="附件2", lines=("2021年“湖南省工业质量标杆”", "申请推荐表"))
    assert one("MAT04", view(form), document="form").status == "pass"


def test_last_years_form_fails() -> None:
    old = Paper("form", title=TITLE.replace("2021", "2020"))
    answer = one("MAT04", view(old), document="form")
    assert (answer.status, answer.key) == ("fail", "MAT04.year")
    assert "2020年" in said(answer)


def test_another_regions_form_fails() -> None:
    other = Paper("form", title="2021年江苏省质量标杆申报表")
    assert one("MAT04", view(other), document="form").key == "MAT04.other"
    near = Paper("form", title="江苏省工业质量标杆申请推荐表")
    assert one("MAT04", view(near), document="form").status == "fail"


@pytest.mark.parametrize("paper", [
    Paper("form"),
    Paper("form", title="申请推荐表"),
    Paper("form", title="长沙市质量标杆申报表"),
    Paper("form", title="江苏沛锐智能装备有限公司申报表"),
    Paper("form", title="form.docx"),
])  # fmt: skip
def test_a_title_that_says_nothing_sure_is_for_a_person(paper: Paper) -> None:
    answer = one("MAT04", view(paper), document="form")
    assert (answer.status, answer.key) == ("review", "MAT04.unknown")


def test_where_the_printed_title_has_no_year_another_year_is_for_a_person() -> None:
    letter = Paper("letter", title="2019年承诺书")
    assert one("MAT04", view(letter), document="letter").status == "review"
    assert one("MAT04", view(Paper("letter", title="承诺书")), document="letter").status == "pass"


def test_of_two_copies_the_better_title_counts() -> None:
    seen = view(Paper("form", "a.docx"), Paper("form", "b.docx", title=TITLE))
    assert one("MAT04", seen, document="form").status == "pass"


# ---- MAT06
def test_recognised_papers_pass() -> None:
    answer = one("MAT06", view(Paper("form"), Paper("letter")))
    assert (answer.status, len(answer.evidence)) == ("pass", 2)


def test_unrecognised_papers_are_one_review_and_unread_ones_are_not_checked() -> None:
    seen = view(Paper("", "a.docx"), Paper("", "b.docx"), Paper("", "c.jpg", readable=False))
    found = ask("MAT06", seen)
    assert [(a.status, a.values["files"]) for a in found] == [
        ("review", "a.docx、b.docx"), ("not_checked", "c.jpg"),
    ]  # fmt: skip


def test_the_builders_programme_is_what_the_tests_think() -> None:
    assert PROGRAM.document("report").inside == "form"


def test_read_papers_beside_unread_ones_are_no_pass() -> None:
    answer = one("MAT06", view(Paper("form"), Paper("licence", "执照.jpg", readable=False)))
    assert (answer.status, answer.values["files"]) == ("not_checked", "执照.jpg")


def test_only_unknown_papers_may_be_something_else() -> None:
    named = view(Paper("evidence", "营业执照.docx"))
    assert one("MAT01", named, document="licence").status == "fail"
    unnamed = view(Paper("", "其他.docx"))
    assert one("MAT01", unnamed, document="licence").status == "fail"


def test_the_proof_that_a_form_is_in_use_is_a_filled_cell() -> None:
    form = Paper("form", fields={"uscc": "", "enterprise_name": "某公司", "email": ""})
    letter = Paper("letter", fields={"enterprise_name": "别的公司"})
    answer = one("MAT03", view(letter, form), document="form")
    assert [(e.place.file, e.quote) for e in answer.evidence] == [("form.docx", "某公司")]


def test_a_near_miss_names_the_paper_that_was_nearly_recognised() -> None:
    nearly = Paper("evidence", "a.docx", title="企业登记", runner_up="business_licence")
    answer = one("MAT01", view(nearly), document="licence")
    assert answer.search is not None
    assert [n.text for n in answer.search.nearest] == ["企业登记"]


def test_a_form_whose_columns_are_another_years_fails() -> None:
    old = Paper("form", title=TITLE, fields={"total_profit.2018": "1", "total_profit.2019": "2"})
    answer = one("MAT04", view(old), document="form")
    assert (answer.status, answer.key) == ("fail", "MAT04.years")
    assert "2018、2019" in said(answer)


def test_a_year_too_many_or_a_column_not_found_does_not_make_it_an_old_form() -> None:
    more = {"total_profit.2018": "1", "total_profit.2019": "2", "total_profit.2020": "3"}
    assert (
        one("MAT04", view(Paper("form", title=TITLE, fields=more)), document="form").status
        == "pass"
    )
    fewer = {"total_profit.2019": "2"}
    assert (
        one("MAT04", view(Paper("form", title=TITLE, fields=fewer)), document="form").status
        == "pass"
    )
