"""Every case of every programme: what is told gives what is expected, and nothing else fails."""

import pytest

from doccheck.programs.cases import case_files, load_case, run_case
from doccheck.programs.loader import packaged_ids

ALL = [
    pytest.param(program_id, file, id=f"{program_id}/{file.name[:-5]}")
    for program_id in packaged_ids()
    for file in case_files(program_id)
]


@pytest.mark.parametrize(("program_id", "file"), ALL)
def test_case_holds(program_id, file):
    assert run_case(program_id, file) == (), load_case(file).title


@pytest.mark.parametrize("program_id", packaged_ids())
def test_every_programme_has_a_clean_case(program_id):
    assert any(file.name.startswith("00-") for file in case_files(program_id))
