"""SIG04: whose seal it is, by the name along its rim.

A seal's words are read several times over; they are the applicant's where one of the readings is
its name, where the readings together spell it, or where each of its signs stands up against what
else may stand in its place (`seal_support`). Another enterprise is named only where all readings
are far from the applicant's name and two of them, and half, agree on a whole name.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from doccheck.checks.registry import Params, check
from doccheck.checks.seal_support import bears, bears_more
from doccheck.checks.unanswered import NotFoundError, unchecked
from doccheck.checks.view import View
from doccheck.model.dossier import FieldReading, Mark
from doccheck.model.places import ASSERTED, UNCONFIRMED, Evidence
from doccheck.model.program import Who
from doccheck.model.result import Outcome
from doccheck.model.seen import Seal
from doccheck.text import match
from doccheck.text.enterprises import enterprise_core
from doccheck.text.normalise import key

Whose = Literal["own", "department", "other", "near", "unread"]

SURELY_READ = 0.93  # confidence of a reading that may name another enterprise
STRANGE_SIGNS = 3  # characters that the applicant's name does not have: no slip of the reader
UNLIKE = 0.65  # likeness below which two names are not one name misread
LEAST_NAME = 6  # characters of an enterprise's whole name
CLOSE = 0.5  # likeness from which a reading may be the applicant's name misread
FIRST = ("own", "department", "near", "unread", "other")
"""Of several seals one that is right, or may be, outweighs another's."""


class SealNames(Params):
    """SIG04. The documents whose seals are read, and whose they are to be."""

    documents: tuple[str, ...] = Field(min_length=1)
    whose: Who = "enterprise"


@check("SIG04", SealNames)
def seal_names(view: View, params: SealNames) -> Iterator[Outcome]:
    """Answer for each document whether its seal names the applicant."""
    for document in params.documents:
        try:
            yield _named(view, document, params.whose)
        except NotFoundError as missing:  # the other documents are looked at all the same
            yield unchecked(missing)


def _named(view: View, document: str, whose: Who) -> Outcome:
    title = view.program.document(document).title
    seals = list(_seals(view, document, whose))
    applicants = view.applicants()
    values = {
        "document": title,
        "file": "、".join(dict.fromkeys(d.file for d in view.copies(document))),
        "enterprise": applicants[0].value,
        "seal": "",
    }
    if not seals:
        evidence = tuple(view.cite(d) for d in view.copies(document))
        if _only_signed(view, document, whose):
            return Outcome("not_applicable", "SIG04.signed", title, values, evidence=evidence)
        raise NotFoundError("SIG04.no_seal", title, values, evidence)
    names = [r.value for r in applicants]
    judged = sorted(
        ((whose_seal(seal, names), n) for n, (_, seal) in enumerate(seals)),
        key=lambda pair: (FIRST.index(pair[0]), pair[1]),
    )
    answer, at = judged[0]
    return _outcome(answer, title, values, document, seals[at], applicants)


def _only_signed(view: View, document: str, whose: Who) -> bool:
    """Tell whether a place that takes either mark bears a signature and no seal."""
    own = [
        m for kind in ("seal", "signature") for m in view.marks(document, kind) if m.who == whose
    ]
    standing = {m.kind for m in own if m.state == "present"}
    return standing == {"signature"}


def _seals(view: View, document: str, whose: Who) -> Iterator[tuple[Mark, Seal]]:
    """Yield the seals that stand at the places for them, with these places."""
    copies = {d.id for d in view.filled_in(document)}
    for mark in view.marks(document, "seal"):
        if mark.document in copies and mark.who == whose:
            yield from ((mark, seal) for seal in mark.seals)


def _outcome(
    answer: Whose,
    title: str,
    values: dict[str, str],
    document: str,
    where: tuple[Mark, Seal],
    applicants: Sequence[FieldReading],
) -> Outcome:
    mark, seal = where
    words = _best(seal)
    values |= {"seal": words}
    confidence = ASSERTED if answer == "other" else UNCONFIRMED
    evidence = Evidence(seal.place, words, "pixels", confidence, document=mark.document)
    status = "pass" if answer == "own" else "fail" if answer == "other" else "review"
    own = (applicants[0].evidence,) if answer == "other" else ()
    return Outcome(
        status, f"SIG04.{answer}", title, values, document, (evidence, *own)  # type: ignore[arg-type]
    )  # fmt: skip


def _best(seal: Seal) -> str:
    """Return the reading of a seal that is surest, empty without any."""
    words = max(seal.words, key=lambda w: (w.confidence, w.text), default=None)
    return words.text if words else ""


def whose_seal(seal: Seal, applicant: Sequence[str]) -> Whose:
    """Tell whose a seal is by its words as read, and the applicant's name as its papers give it."""
    read = [key(w.text) for w in seal.words]
    names = list(dict.fromkeys(key(name) for name in applicant))
    if any(_is(seal, read, name) for name in names):
        return "own"
    if any(name in words for words in read for name in names):
        return "department"
    if _another(seal, names):
        return "other"
    likest = max((match.ratio(words, name) for words in read for name in names), default=0.0)
    return "near" if likest >= CLOSE else "unread"


def _is(seal: Seal, read: Sequence[str], name: str) -> bool:
    """Tell whether a seal's name is this one."""
    spelt = name in read or _spelt_together(read, name)
    return bears(seal.words, name) or (spelt and not bears_more(seal.words, name))


def _spelt_together(read: Sequence[str], name: str) -> bool:
    """Tell whether each character of a name was read in one of the readings of its length."""
    whole = [words for words in read if len(words) == len(name)]
    return len(whole) > 1 and all(
        any(words[i] == sign for words in whole) for i, sign in enumerate(name)
    )


def _another(seal: Seal, names: Sequence[str]) -> bool:
    """Tell whether readings agree on the whole name of an enterprise far from the applicant's."""
    sure = [key(w.text) for w in seal.words if w.confidence >= SURELY_READ]
    agreed = [words for words in sure if sure.count(words) >= max(2, len(seal.words) / 2)]
    if not agreed or len(agreed[0]) < LEAST_NAME or not enterprise_core(agreed[0]).form:
        return False
    return all(_far(key(w.text), name) for w in seal.words for name in names)


def _far(words: str, name: str) -> bool:
    strange = sum(sign not in name for sign in words)
    return strange >= STRANGE_SIGNS and match.ratio(words, name) < UNLIKE
