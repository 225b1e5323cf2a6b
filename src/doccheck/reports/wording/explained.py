"""Every catalogue rule explained for `doccheck explain`: what, why, examples, how to mend."""

from typing import NamedTuple

from doccheck.reports.wording.catalogue import RULES
from doccheck.reports.wording.explained_conditions import CONDITIONS
from doccheck.reports.wording.explained_facts import FACTS
from doccheck.reports.wording.explained_marks import MARKS
from doccheck.reports.wording.explained_papers import PAPERS
from doccheck.reports.wording.words import Reasons

REASONS: dict[str, dict[str, Reasons]] = {**PAPERS, **FACTS, **CONDITIONS, **MARKS}
"""Code → language → why submissions are returned for it, a good and a bad example, the remedy."""


class Explanation(NamedTuple):
    """One rule for somebody who has to meet it.

    `asks` what it asks, `why` why submissions are returned for it, `good` and `bad` an example
    each, `mend` what to do.
    """

    asks: str
    why: str
    good: str
    bad: str
    mend: str


def explained(code: str, lang: str) -> Explanation:
    """Return a catalogue rule's explanation in a language."""
    rule = RULES[code]
    return Explanation(rule.asks_en if lang == "en" else rule.asks, *REASONS[code][lang])
