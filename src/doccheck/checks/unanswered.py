"""A question about a submission that has no answer, and what becomes of it."""

from collections.abc import Mapping

from doccheck.model.places import Evidence
from doccheck.model.result import NOTHING, Outcome, Search


class NotFoundError(Exception):
    """What a check needs is not there; carries the key and the values of the words for it.

    `search` proves that it was looked for; `evidence` shows what was looked at.
    """

    def __init__(
        self,
        key: str,
        subject: str,
        values: Mapping[str, str] = NOTHING,
        evidence: tuple[Evidence, ...] = (),
        search: Search | None = None,
    ) -> None:
        super().__init__(key, subject)
        self.key = key
        self.subject = subject
        self.values = values
        self.evidence = evidence
        self.search = search


def unchecked(missing: NotFoundError) -> Outcome:
    """Return the outcome for a question that has no answer; unread places are said to be so."""
    unread = missing.search is not None and bool(missing.search.unread)
    return Outcome(
        "not_checked",
        missing.key,
        missing.subject,
        missing.values,
        evidence=missing.evidence,
        search=missing.search,
        doubt="common.doubt_unread" if unread else "",
    )
