"""The packaged programmes: complete, consistent with the contract, in our own words."""

import pytest

from doccheck.checks.registry import CATALOGUE
from doccheck.programs.loader import load_program, packaged_ids

IDS = (
    "changzhou-lean-2023",
    "changzhou-quality-2023",
    "dinghai-factory-2023",
    "hebei-quality-2021",
    "hunan-quality-2021",
    "shanghai-heating-2024",
)


def test_the_notices_are_there():
    assert packaged_ids() == IDS


@pytest.fixture(params=packaged_ids())
def program(request):
    return load_program(request.param)


def test_id_is_the_files_name(program):
    assert program.id in IDS


def test_every_document_that_an_applicant_owes_has_a_title_and_features(program):
    for document in program.documents:
        assert document.titles or document.names
        assert document.features


def test_a_documents_names_open_no_section(program):
    """A line that is a document's name starts a new document: no heading may be one."""
    headings = {t for s in program.sections if not s.in_cell for t in (s.title, *s.aliases)}
    for document in program.documents:
        assert not headings & {*document.titles, *document.names}, document.key


def test_yearly_fields_speak_of_the_programmes_years(program):
    for spec in program.fields:
        assert set(spec.years) <= set(program.years)
        assert spec.year is None or spec.year in program.years


def test_money_has_its_unit(program):
    assert all(spec.unit for spec in program.fields if spec.kind == "money")


def test_facts_have_the_contracts_kinds(program):
    kinds = {
        "uscc": "uscc",
        "email": "email",
        "legal_representative": "person",
        "contact_phone": "phone",
    }
    for spec in program.fields:
        if spec.key in kinds:
            assert spec.kind == kinds[spec.key]


def test_the_telephone_is_not_the_representatives(program):
    for spec in program.fields:
        if spec.key == "contact_phone":
            assert not {"法人代表", "法定代表人", "企业负责人"} & set(spec.group)


def test_every_rule_is_in_the_catalogue_and_says_what_it_asks(program):
    for rule in program.rules:
        assert rule.rule in CATALOGUE
        assert rule.says and rule.clause


def test_stack_rules_are_for_the_recommender(program):
    assert all(r.who == "recommender" for r in program.rules if r.rule.startswith("STK"))


def test_somebody_looks_after_every_requirement(program):
    asked = [r for r in program.requirements if not r.not_asked]
    kept = [r for r in asked if r.rules or r.person]
    assert len(kept) >= 0.9 * len(asked)


def test_required_sections_have_aliases(program):
    assert all(len(s.aliases) >= 2 for s in program.sections if s.required and not s.in_cell)
