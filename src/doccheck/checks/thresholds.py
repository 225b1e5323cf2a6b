"""ELI02: thresholds on figures: years in profit, a least value, growth, a share."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import Literal, Self

from pydantic import model_validator

from doccheck.checks import audited
from doccheck.checks.audited import answer_each
from doccheck.checks.quantities import (
    Figure,
    Span,
    agree,
    printed,
    quotient,
    span_of,
    tolerance,
    total,
)
from doccheck.checks.registry import Params, check
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.view import View
from doccheck.model.result import Outcome, Status
from doccheck.text.normalise import key

Condition = Literal["profitable_years", "minimum", "growth", "share", "at_most"]


class Threshold(Params):
    """ELI02. A condition on the figures of some years.

    Attributes:
        condition: `profitable_years`: `field` is above zero in each of `years`; `minimum`: it is
            at least `at_least`; `growth`: it rose (or, with `falling`, fell) against the year
            before, by more than `at_least` where given; `share`: `field` ÷ `of` is at least
            `at_least`; `at_most`: `field` is no more than `of`.
        field: the figure. of: what it is measured against.
        years: left out, the years of the field's columns, or the form's one figure.
        at_least: in yuan, or plain (0.03 for 3 %).
        missed: what a condition that is not met means; `review` for a standard of evaluation.
        document: the form; left out, any document that states the figures.
        claimed_by: fields of the form by which the applicant claims it; none filled: not asked.
    """

    condition: Condition
    field: str
    of: str = ""
    years: tuple[int, ...] = ()
    at_least: Decimal | None = None
    falling: bool = False
    missed: Literal["fail", "review"] = "fail"
    document: str = ""
    claimed_by: tuple[str, ...] = ()

    @model_validator(mode="after")
    def what_is_needed_is_given(self) -> Self:
        """Refuse a condition without the parameters that it speaks of."""
        if (self.condition in ("share", "at_most")) != bool(self.of):
            raise ValueError("share、at_most 要写 of，其他条件不写")
        if self.condition in ("minimum", "share") and self.at_least is None:
            raise ValueError("minimum、share 要写 at_least")
        if self.condition == "profitable_years" and not self.years:
            raise ValueError("profitable_years 要写 years")
        return self


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether one year's figures meet a condition: None where rounding leaves it open."""

    met: bool | None
    shown: str
    figures: tuple[Figure, ...]


@check("ELI02", Threshold)
def threshold_met(view: View, params: Threshold) -> Iterator[Outcome]:
    """Answer year by year, from the form and from the statements; what meets it is one pass."""
    if params.claimed_by and not _claimed(view, params):
        yield Outcome("not_applicable", "ELI02.not_claimed", audited.label_of(view, params.field))
        return
    spec = next((f for f in view.program.fields if f.key == params.field), None)
    columns = (spec.years[-1:] or (spec.year,)) if spec else (None,)
    years: tuple[int | None, ...] = params.years or columns
    if params.condition == "profitable_years":
        years = tuple(sorted(params.years))
    good: list[tuple[Outcome, tuple[Answer, ...]]] = []

    def ask(year: int | None) -> Iterator[Outcome]:
        found = _answers(view, params, year)
        outcome = _judge(view, params, year, found)
        if outcome.status == "pass":
            good.append((outcome, found))
        else:
            yield outcome

    yield from answer_each((_target(params, year), partial(ask, year)) for year in years)
    if good:
        yield _together(view, params, good, len(good) == len(years))


def _claimed(view: View, params: Threshold) -> bool:
    readings = [r for field in params.claimed_by for r in view.readings(field)]
    return any(r.state != "blank" and key(r.value) not in NOTHING_CLAIMED for r in readings)


NOTHING_CLAIMED = frozenset({"无", "没有", "暂无", "/", "-"})


def _target(params: Threshold, year: int | None) -> str:
    return f"{params.field}.{year}" if year else params.field


def _judge(view: View, params: Threshold, year: int | None, answers: tuple[Answer, ...]) -> Outcome:
    says = {a.met for a in answers}
    if says == {True}:
        return _outcome(view, "pass", "met", params, year, answers)
    if says == {False}:
        return _outcome(view, params.missed, "missed", params, year, answers)
    word = "conflict" if {True, False} <= says else "open"
    return _outcome(view, "review", word, params, year, answers)


def _answers(view: View, params: Threshold, year: int | None) -> tuple[Answer, ...]:
    """Answer from the form and from the statements, as far as each has the figures.

    Raises NotFoundError where neither has, with the form's reason.
    """
    found: list[Answer] = []
    why: NotFoundError | None = None
    sources: tuple[Callable[[str, int | None], Figure], ...] = (
        lambda name, y: audited.stated(view, name, y, params.document),
        lambda name, y: _audited(view, name, y),
    )
    for source in sources:
        try:
            found.append(_JUDGES[params.condition](view, params, year, source))
        except NotFoundError as cause:
            why = why or cause
    if not found and why is not None:
        raise why
    return tuple(found)


def _audited(view: View, name: str, year: int | None) -> Figure:
    if year is None:
        raise NotFoundError("FIN.no_statement", audited.label_of(view, name), {"year": ""})
    best = audited.audited(view, name, year)[0]
    if best.scope == "parent":
        raise audited.missing(view, name, year)
    return best


Source = Callable[[str, int | None], Figure]


def _profitable(view: View, params: Threshold, year: int | None, source: Source) -> Answer:
    figure = source(params.field, year)
    met = True if figure.value > 0 else False if figure.value < 0 else None
    return Answer(met, _show(view, figure), (figure,))


def _minimum(view: View, params: Threshold, year: int | None, source: Source) -> Answer:
    figure = source(params.field, year)
    span = span_of(figure)
    met = _reaches(span, _least(params))
    return Answer(met, _show(view, figure), (figure,))


def _growth(view: View, params: Threshold, year: int | None, source: Source) -> Answer:
    new, old = source(params.field, year), source(params.field, (year or 0) - 1)
    change = total(((1, span_of(new)), (-1, span_of(old))))
    if params.at_least is not None:
        relative = quotient(change, span_of(old))
        if relative is None:
            return Answer(None, f"{_show(view, old)}→{_show(view, new)}", (new, old))
        change = relative
    change = change.scaled(Decimal(-1)) if params.falling else change
    met = _reaches(change, _least(params))
    if params.at_least is None:  # more than before: equal figures leave it open
        met = None if abs(new.value - old.value) < tolerance(new.step, old.step) else met
    return Answer(met, f"{_show(view, old)}→{_show(view, new)}", (new, old))


def _share(view: View, params: Threshold, year: int | None, source: Source) -> Answer:
    part, whole = source(params.field, year), source(params.of, year)
    share = quotient(span_of(part), span_of(whole))
    shown = f"{_show(view, part)}÷{_show(view, whole)}"
    if share is None:
        return Answer(None, shown, (part, whole))
    met = _reaches(share, _least(params))
    percent = printed(share.value, Decimal("0.0001"), "percent", "%")
    return Answer(met, f"{shown}={percent}", (part, whole))


def _at_most(view: View, params: Threshold, year: int | None, source: Source) -> Answer:
    part, whole = source(params.field, year), source(params.of, year)
    met = part.value <= whole.value or agree(part, whole)
    return Answer(met, f"{_show(view, part)}，{_show(view, whole)}", (part, whole))


_JUDGES: dict[Condition, Callable[[View, Threshold, int | None, Source], Answer]] = {
    "profitable_years": _profitable,
    "minimum": _minimum,
    "growth": _growth,
    "share": _share,
    "at_most": _at_most,
}


def _least(params: Threshold) -> Decimal:
    return params.at_least if params.at_least is not None else Decimal(0)


def _reaches(span: Span, least: Decimal) -> bool | None:
    """Tell whether a value reaches a least one; None where only rounding decides."""
    if span.value >= least:
        return True
    return False if span.high < least else None


def _show(view: View, figure: Figure) -> str:
    year = f"{figure.year}年" if figure.year else ""
    return f"{year}{audited.in_words(view, figure)}"


def _subject(view: View, params: Threshold, year: int | None) -> str:
    name = audited.subject_of(view, params.field, year)
    return f"{name}与{audited.label_of(view, params.of)}" if params.of else name


def _outcome(
    view: View,
    status: Status,
    key: str,
    params: Threshold,
    year: int | None,
    answers: Sequence[Answer],
) -> Outcome:
    figures = [f for a in answers for f in a.figures]
    values = {
        "figures": _told(answers),
        "years": str(year or ""),
        "field": audited.label_of(view, params.field),
        "of": audited.label_of(view, params.of) if params.of else "",
        "least": _limit(view, params),
        "tolerance": "；".join(dict.fromkeys(_step(view, f) for f in figures)),
    }
    evidence = tuple(dict.fromkeys(f.evidence for f in figures))
    word = "falling" if params.falling else params.condition
    return Outcome(
        status, f"ELI02.{word}_{key}", _subject(view, params, year), values,
        _target(params, year), evidence,
    )  # fmt: skip


def _step(view: View, figure: Figure) -> str:
    return audited.in_words(view, replace(figure, value=figure.step))


def _limit(view: View, params: Threshold) -> str:
    if params.at_least is None:
        return ""
    if params.condition in ("share", "growth"):
        return printed(params.at_least, Decimal("0.01"), "percent", "%")
    spec = view.program.field(params.field)
    return printed(params.at_least, Decimal(1), spec.kind, spec.unit)


def _told(answers: Sequence[Answer]) -> str:
    """Return what was found, source by source."""
    by_source: dict[str, list[str]] = {}
    for answer in answers:
        by_source.setdefault(answer.figures[0].source, []).append(answer.shown)
    return "；".join(f"{source}：{'、'.join(shown)}" for source, shown in by_source.items())


def _together(
    view: View,
    params: Threshold,
    good: Sequence[tuple[Outcome, tuple[Answer, ...]]],
    every: bool,
) -> Outcome:
    """Return one pass for the years that meet the condition."""
    first = good[0][0]
    if len(good) == 1:
        return first
    years = "、".join(outcome.values["years"] for outcome, _ in good)
    told = _told([answer for _, answers in good for answer in answers])
    values = {**first.values, "years": years, "figures": told}
    evidence = tuple(dict.fromkeys(e for outcome, _ in good for e in outcome.evidence))
    subject = f"{years}年{audited.label_of(view, params.field)}"
    target = params.field if every else ""
    return Outcome("pass", first.key, subject, values, target, evidence)
