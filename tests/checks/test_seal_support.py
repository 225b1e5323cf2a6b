"""SIG04: a name that is known is looked for in what the recogniser thought of, sign by sign."""

import pytest

from doccheck.checks.seal_support import bears, bears_more
from doccheck.checks.seal_words import whose_seal
from doccheck.model.places import Place
from doccheck.model.seen import Seal, SealWords

NAME = "江苏天工电气有限公司"
NOTHING = (("", 1.0),)


def reading(*places):
    """A reading whose steps show at each place a sign, or several with their shares."""
    steps = [NOTHING]
    text = ""
    for place in places:
        shares = {place: 0.98} if isinstance(place, str) else place
        step = tuple(sorted(shares.items(), key=lambda pair: -pair[1]))
        steps += [step, NOTHING, NOTHING]
        text += step[0][0]
    return SealWords(text, 0.95, tuple(steps))


def with_doubt(at, shares, name=NAME):
    return reading(*name[:at], shares, *name[at + 1 :])


def whose(*readings, name=NAME):
    return whose_seal(Seal(Place("a.pdf", 1), True, 0.96, readings), [name])


def test_a_sign_that_was_thought_of_stands_up_where_no_other_was_surely_read():
    doubted = with_doubt(3, {"王": 0.4, "工": 0.2, "": 0.3})
    assert whose(doubted, doubted, with_doubt(3, {"干": 0.5, "工": 0.1})) == "own"


def test_a_sign_that_nobody_thought_of_does_not():
    doubted = with_doubt(3, {"王": 0.4, "干": 0.2, "": 0.3})
    assert whose(doubted, doubted, doubted) == "near"


def test_against_another_sign_that_was_surely_read_a_thought_is_not_enough():
    sure = with_doubt(3, {"王": 0.9, "工": 0.08})
    assert whose(sure, sure, sure) == "near"


def test_more_than_two_doubted_signs_are_for_a_person():
    doubt = {"王": 0.3, "": 0.4}
    signs = [{**doubt, sign: 0.2} if sign in "江工气" else sign for sign in NAME]
    assert whose(*[reading(*signs)] * 3) == "near"


@pytest.mark.parametrize("drawn", [
    "江苏省天工电气有限公司", "江苏天工电气有限责任公司", "江苏天工电气集团有限公司",
])  # fmt: skip
def test_a_longer_name_is_another_one(drawn):
    seal = [reading(*drawn)] * 3
    assert whose(*seal) != "own"
    assert bears_more(seal, NAME)


@pytest.mark.parametrize("drawn", ["江苏天工有限公司", "江苏工电气有限公司"])
def test_a_shorter_name_is_another_one(drawn):
    assert whose(*[reading(*drawn)] * 3) != "own"


def test_one_reading_of_the_name_does_not_outweigh_others_that_show_more():
    longer = reading(*"江苏省天工电气有限公司")
    assert whose(reading(*NAME), longer, longer) != "own"


def test_a_hidden_sign_that_the_name_does_not_have_makes_it_another_one():
    """Signs stand evenly along the rim: a gap as wide as a sign is one that cannot be read."""
    hidden = reading(*"江苏", {"": 0.9}, *"天工电气有限公司")
    assert whose(hidden, hidden, hidden) != "own"
    assert whose(hidden, hidden, hidden, name="江苏省天工电气有限公司") != "own"


@pytest.mark.parametrize("name", ["天工（常州）电气有限公司", "（常州）天工电气有限公司"])
def test_brackets_take_room_and_need_not_be_read(name):
    seal = [reading(*[{"": 0.9} if sign in "（）" else sign for sign in name])] * 3
    assert whose(*seal, name=name) == "own"


def test_traditional_and_simplified_forms_are_one_sign():
    assert bears([reading(*"江蘇天工電氣有限公司")], NAME)


def test_readings_without_steps_bear_nothing():
    assert not bears([SealWords(NAME, 0.99)] * 3, NAME)
    assert not bears_more([SealWords(NAME, 0.99)] * 3, NAME)
    assert whose(SealWords(NAME, 0.99)) == "own"


def test_a_sign_twice_in_a_row_is_found_twice():
    assert bears([reading(*"江苏鑫鑫电气有限公司")], "江苏鑫鑫电气有限公司")
    assert not bears([reading(*"江苏鑫电气有限公司")], "江苏鑫鑫电气有限公司")


def test_two_readings_of_six_name_no_other_enterprise():
    other = SealWords("河北远景动力机械有限公司", 0.99)
    torn = SealWords("河北景劲力机成有限公", 0.7)
    assert whose(other, other, torn, torn, torn, torn) != "other"
    assert whose(other, other, other, torn, torn, torn) == "other"
