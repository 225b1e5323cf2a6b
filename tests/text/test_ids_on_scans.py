"""Credit codes as recognisers read them: O and I, which no code has, are 0 and 1."""

import pytest

from doccheck.text.ids import check_uscc, uscc_as_read

CODE = "91320412MA0YANUP0Y"


def test_the_sample_is_a_true_code():
    assert check_uscc(CODE).ok


@pytest.mark.parametrize(
    "read", ["91320412MAOYANUPOY", "91320412MA0YANUPOY", "9132○412MA○YANUP○Y", "9I320412MA0YANUP0Y"]
)
def test_letters_that_no_code_has_are_digits(read):
    assert uscc_as_read(read) == CODE


def test_what_the_check_digit_does_not_bear_out_stays_as_read():
    assert uscc_as_read("91320412MAOYANUPO1") == "91320412MAOYANUPO1"


def test_a_code_with_true_characters_alone_stays_as_read():
    wrong = "91320412MA1YANUP0Y"
    assert uscc_as_read(wrong) == wrong
