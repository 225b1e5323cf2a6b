"""A thousand statements in every form that firms print: each figure is read exactly, or not there."""

from blocks import logical
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from statement_forms import UNITS, Form, make

from doccheck.understanding.statement_items import UNLISTED
from doccheck.understanding.statements import read_statements

FORMS = st.builds(
    Form,
    kind=st.sampled_from(["balance", "balance_small", "income", "income_total", "cash"]),
    medium=st.sampled_from(["ruled", "unruled", "inside", "pages", "pages_repeat", "text", "wide"]),
    two_sided=st.booleans(),
    swapped=st.booleans(),
    heads=st.integers(0, 7),
    extra=st.sampled_from(["", "number", "note", "both"]),
    monthly=st.booleans(),
    groups=st.booleans(),
    unit=st.sampled_from(list(UNITS)),
    seed=st.integers(0, 10**9),
    year=st.integers(2018, 2025),
)


@settings(
    max_examples=1000, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(FORMS)
def test_every_figure_is_read_exactly_and_nothing_else(form: Form) -> None:
    made = make(form)
    items = read_statements(logical(*made.blocks, kind="financial_statements"))
    read = {
        (i.name, i.year, i.scope): i.value
        for i in items
        if i.name != UNLISTED and not i.evidence.note.startswith("报表未单列")
    }
    assert read == made.figures
