"""Words: every key that a check uses has them, in both languages, from the values given.

That each answer's values fill its words is asserted with every answer in `tests/checks`.
"""

import ast
from pathlib import Path
from string import Formatter

import pytest

from doccheck import checks
from doccheck.checks.registry import CATALOGUE
from doccheck.reports.wording import FAMILIES, WORDS, words_for
from doccheck.reports.wording.explained import REASONS, explained
from doccheck.reports.wording.words import Words

PREFIXES = (*(f"{code}." for code in CATALOGUE), "common.", "CON.", "LEN.", "IDN.")


def used_keys() -> set[str]:
    """Every string in the checks that is a key; of a composed one its beginning with `…`."""
    found: set[str] = set()
    for module in sorted(Path(str(checks.__file__)).parent.glob("*.py")):
        nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
        composed = [n for n in nodes if isinstance(n, ast.JoinedStr)]
        parts = {id(part) for n in composed for part in n.values}
        whole = [n for n in nodes if isinstance(n, ast.Constant) and id(n) not in parts]
        found |= {
            f"{first.value}…" for n in composed if isinstance(first := n.values[0], ast.Constant)
        }
        found |= {n.value for n in whole if isinstance(n.value, str)}
    return {k for k in found if k.startswith(PREFIXES) and " " not in k}


@pytest.mark.parametrize("key", sorted(used_keys()))
def test_every_key_that_a_check_uses_has_words(key: str) -> None:
    if key.endswith("…"):
        assert any(known.startswith(key[:-1]) for known in WORDS)
    else:
        assert key in WORDS


def places(words: Words) -> set[str]:
    return {n for t in words for _, n, _, _ in Formatter().parse(t) if n is not None}


@pytest.mark.parametrize("key", sorted(WORDS))
def test_words_are_there_in_both_languages_and_can_be_filled(key: str) -> None:
    assert set(WORDS[key]) == {"zh", "en"}
    for lang in ("zh", "en"):
        words = words_for(key, lang)
        assert words == WORDS[key][lang]
        assert words.message
        assert all(n.isidentifier() for n in places(words))


def test_the_two_languages_tell_the_same_facts() -> None:
    """What the Chinese message states, the English states too, but for the subject."""
    short = {
        key for key, both in WORDS.items() if places(both["en"]) - places(both["zh"]) - {"subject"}
    }
    assert short == set()


def test_no_two_families_speak_for_one_key() -> None:
    assert sum(len(family.WORDS) for family in FAMILIES) == len(WORDS)


@pytest.mark.parametrize("key", sorted(WORDS))
def test_messages_are_neutral_and_name_no_codes(key: str) -> None:
    for lang in ("zh", "en"):
        text = "".join(WORDS[key][lang])
        assert not any(code in text for code in CATALOGUE)
        for accusing in ("造假", "虚假", "弄虚", "欺骗", "伪造", "fraud", "fake", "cheat"):
            assert accusing not in text


def test_an_unknown_key_breaks_no_report() -> None:
    assert words_for("no.such", "zh").message.format(subject="甲") == "甲（no.such）"
    assert words_for("common.crash", "fr") == WORDS["common.crash"]["zh"]


@pytest.mark.parametrize("code", sorted(CATALOGUE))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_of_the_catalogue_is_explained(code: str, lang: str) -> None:
    words = explained(code, lang)
    assert all(words)
    assert words.good != words.bad


def test_nothing_is_explained_that_is_no_rule() -> None:
    assert set(REASONS) == set(CATALOGUE)
