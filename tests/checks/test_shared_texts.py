"""Shared texts are found by fingerprints; only texts of suspicious pairs are asked for again."""

from collections import Counter

import pytest

from doccheck.checks.shared_texts import SHINGLE, fingerprint, fold, hashes, opened, runs
from doccheck.checks.stack_texts import SharedText, shared_text
from doccheck.checks.stack_view import Digest, Passage, StackView
from doccheck.model.places import Evidence, Place
from doccheck.programs.loader import load_program

from .dossiers import view as single

HUNAN = load_program("hunan-quality-2021")
DOCUMENT = SharedText(document="case_report", share=0.2, run=120)


def own(letter: int, length: int = 900) -> str:
    """Return a text that nobody else has, without repetitions."""
    return "".join(chr(0x4E00 + (letter * 3001 + n * (7 + letter)) % 20000) for n in range(length))


SHARED = own(99, 200)


def digest(number: int) -> Digest:
    return Digest(f"{number:02}", f"企业{number}有限公司")


def passage(text: str) -> tuple[Passage, ...]:
    return (Passage("", "case_report", "全文", text, Evidence(Place("a.docx"))),)


def told(*texts: str, params: SharedText = DOCUMENT) -> tuple[list[str], Counter[int]]:
    """Return the pairs told, and how often each submission's texts were asked for."""
    asked: Counter[int] = Counter()

    def texts_of(number: int) -> tuple[Passage, ...]:
        asked[number] += 1
        return passage(texts[number])

    digests = tuple(digest(n) for n in range(len(texts)))
    found = list(shared_text(StackView(digests, HUNAN, single(), texts_of), params))
    return [f.outcome.values["submissions"] for f in found if f.outcome.status == "review"], asked


def test_only_texts_of_pairs_that_share_are_asked_for_again() -> None:
    texts = [own(n) for n in range(6)]
    texts[1] += SHARED
    texts[4] = SHARED + texts[4]
    pairs, asked = told(*texts)
    assert pairs == ["01、04"]
    assert [asked[n] for n in range(6)] == [1, 2, 1, 1, 2, 1]


def test_scraps_below_share_and_run_are_judged_by_fingerprints_alone() -> None:
    scraps = "".join(SHARED[i : i + 16] + own(50 + i, 4) for i in range(0, 160, 16))
    first, second = own(1, 2000) + SHARED, own(2, 2000) + scraps
    pairs, asked = told(
        first, second, params=SharedText(document="case_report", share=0.3, run=900)
    )
    assert (pairs, asked) == ([], Counter({0: 1, 1: 1}))


def test_a_long_run_is_told_whatever_the_share() -> None:
    pairs, _ = told(own(1, 9000) + SHARED, own(2, 9000) + SHARED)
    assert pairs == ["00、01"]


def test_the_words_decide_in_the_end() -> None:
    left, right = own(1) + SHARED, f"{SHARED[:90]}，\n{SHARED[90:]}{own(2)}"
    common = fingerprint([fold(SHARED).letters])
    (run,) = runs(opened(passage(left)), opened(passage(right)), common)
    assert (run.length, run.words) == (200, SHARED)


def test_each_copy_of_a_cluster_is_told_with_each() -> None:
    pairs, asked = told(*(own(n) + SHARED * 2 for n in range(4)))
    assert len(pairs) == 6
    assert all(count == 2 for count in asked.values())


@pytest.mark.parametrize("text", ["", "短", "十一个字的一句话在这里"])
def test_what_is_shorter_than_a_shingle_has_no_fingerprint(text: str) -> None:
    assert len(hashes(text)) == 0


def test_a_hash_knows_letters_and_their_order() -> None:
    text = own(3, SHINGLE)
    other = text[1] + text[0] + text[2:]
    assert hashes(text)[0] != hashes(other)[0] != hashes(text[:-1] + "的")[0]
    assert hashes("前" + text)[1] == hashes(text)[0]
    assert len(set(hashes(own(4, 2000)).tolist())) == 2000 - SHINGLE + 1
