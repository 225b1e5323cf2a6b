"""STK02 and STK04: one enterprise in several submissions, one contact for several applicants."""

from collections import Counter
from collections.abc import Callable, Iterator

from doccheck.checks.registry import NoParams, Params
from doccheck.checks.stack_view import (
    Digest,
    Located,
    StackOutcome,
    StackView,
    answer,
    stack_check,
)
from doccheck.model.dossier import FieldReading
from doccheck.model.program import FieldKind
from doccheck.model.result import Outcome
from doccheck.text import ids
from doccheck.text.normalise import key


@stack_check("STK02")
def duplicate_applicant(view: StackView, params: NoParams) -> Iterator[StackOutcome]:  # noqa: ARG001
    """Answer which enterprises apply more than once; all their submissions are listed."""
    repeated = [group for group in view.applicants if len(group) > 1]
    for group in repeated:
        yield _duplicate(group)
    renamed = list(_former(view))
    yield from renamed
    if not repeated and not renamed:
        values = {"count": str(len(view.digests))}
        located = [(d.submission, e) for d in view.digests for e in list(d.names().values())[:1]]
        yield answer(Outcome("pass", "STK02.once", "", values), located)


def _duplicate(group: tuple[Digest, ...]) -> StackOutcome:
    names = list(dict.fromkeys(d.called for d in group))
    codes = list(dict.fromkeys(code for d in group for code in d.codes()))
    values = {
        "count": str(len(group)),
        "submissions": "、".join(d.submission for d in group),
        "names": "、".join(names),
        "codes": "、".join(codes) or "—",
    }
    words = "STK02.repeated" if len(names) == 1 and len(codes) < 2 else "STK02.repeated_unlike"
    return answer(Outcome("fail", words, names[0], values), map(_link(group), group))


def _link(group: tuple[Digest, ...]) -> Callable[[Digest], Located]:
    """Return what shows, for a submission, its surest name or code that another has too."""
    times = Counter(mark for d in group for mark in {*d.codes(), *d.names()})

    def link(digest: Digest) -> Located:
        marks = digest.names() | digest.codes()
        shared = [e for mark, e in marks.items() if times[mark] > 1]
        return digest.submission, max(shared, key=lambda e: e.confidence)

    return link


def _former(view: StackView) -> Iterator[StackOutcome]:
    """Yield the pairs of applicants of which one states the other's name as its earlier one."""
    for group in view.applicants:
        for other in view.applicants:
            if other is group:
                continue
            found = [
                (mine, name, evidence, theirs)
                for mine in group
                for name, evidence in mine.former_names
                for theirs in other
                if key(name) in theirs.names()
            ]
            for mine, name, evidence, theirs in found[:1]:
                values = {
                    "former": name,
                    "submissions": f"{mine.submission}、{theirs.submission}",
                }
                located = [
                    (mine.submission, evidence),
                    (theirs.submission, theirs.names()[key(name)]),
                ]
                yield answer(Outcome("review", "STK02.former", mine.called, values), located)


class SharedContact(Params):
    """STK04. The fields whose values must differ between applicants."""

    fields: tuple[str, ...] = ("contact_phone",)


@stack_check("STK04", SharedContact)
def shared_contact(view: StackView, params: SharedContact) -> Iterator[StackOutcome]:
    """Answer which telephone, address or mail box several applicants give: a fact, no more."""
    holders = _holders(view, params)
    shared = {
        value: found
        for value, found in holders.items()
        if len({group for group, _, _ in found}) > 1
    }
    for (_, value), found in sorted(shared.items()):
        yield _shared(value, found, view)
    if not shared:
        values = {"count": str(len({value for _, value in holders}))}
        located = [(d.submission, r.evidence) for f in holders.values() for _, d, r in f]
        yield answer(Outcome("pass", "STK04.distinct", "", values), located)


Holder = tuple[int, Digest, FieldReading]


def _holders(view: StackView, params: SharedContact) -> dict[tuple[FieldKind, str], list[Holder]]:
    """Return who gives which value; telephones of several fields are one kind of value."""
    holders: dict[tuple[FieldKind, str], list[Holder]] = {}
    for number, group in enumerate(view.applicants):
        for digest in group:
            for name in params.fields:
                kind = view.program.field(name).kind
                for reading in digest.filled(name):
                    for value in _values(kind, reading):
                        holders.setdefault((kind, value), []).append((number, digest, reading))
    return holders


def _values(kind: FieldKind, reading: FieldReading) -> tuple[str, ...]:
    text = reading.value or reading.raw
    if kind == "phone":
        return tuple(dict.fromkeys(ids.check_phone(text).numbers))
    if kind == "address" and not any(ch.isdigit() for ch in key(text)):
        return ()  # a town is shared by right, a door number is not
    return (key(text),) if key(text) else ()


def _shared(value: str, found: list[Holder], view: StackView) -> StackOutcome:
    by_applicant: dict[int, str] = {}
    for number, digest, _ in found:
        by_applicant.setdefault(number, digest.called)
    located: dict[str, Located] = {}
    for _, digest, reading in found:
        located.setdefault(digest.submission, (digest.submission, reading.evidence))
    label = view.root.label(view.program.field(found[0][2].key))
    values = {
        "value": found[0][2].raw if len(value) > 40 else value,
        "count": str(len(by_applicant)),
        "enterprises": "、".join(by_applicant.values()),
        "submissions": "、".join(located),
    }
    outcome = Outcome("review", "STK04.shared", label, values, target=found[0][2].key)
    return answer(outcome, located.values())
