"""From a dossier to a digest: what the checks across submissions need, and no more."""

import re
from collections.abc import Iterator

from doccheck.checks.stack_view import Digest, Passage, SeenPicture
from doccheck.model.document import walk_paragraphs
from doccheck.model.dossier import Dossier
from doccheck.model.places import Evidence
from doccheck.model.program import DocumentKind
from doccheck.reports.facts import enterprise_name
from doccheck.text.enterprises import enterprise_names

_FORMER = re.compile(
    r"(?:曾用名|原企业名称|原公司名称|原单位名称|变更前名称|更名前名称)(?:称|为|是|[:：（(\s“\"])*"
)
OWN_TEXTS: tuple[DocumentKind, ...] = ("application_form", "case_report", "acceptance_form")
"""What an applicant writes itself; certificates and reports bear their issuers' marks."""

_AFTER = 40  # characters behind the words in which the name stands


def digest_of(submission: str, dossier: Dossier) -> Digest:
    """Return the digest of one submission."""
    return Digest(
        submission=submission,
        enterprise=enterprise_name(dossier),
        readings=tuple(r for r in dossier.readings if r.state == "filled"),
        kinds={d.id: d.kind for d in dossier.documents},
        passages=tuple(_passages(dossier)),
        former_names=tuple(_former_names(dossier)),
        pictures=tuple(_pictures(dossier)),
    )


def _pictures(dossier: Dossier) -> Iterator[SeenPicture]:
    """Yield the pictures in the applicant's own texts, each once."""
    seen: set[str] = set()
    for document in dossier.of_kind(*OWN_TEXTS):
        for picture in document.pictures:
            if picture.likeness and picture.likeness not in seen:
                seen.add(picture.likeness)
                words = f"{picture.width}×{picture.height}"
                evidence = Evidence(picture.place, words, via="pixels", document=document.id)
                yield SeenPicture(picture.likeness, evidence)


def _passages(dossier: Dossier) -> Iterator[Passage]:
    """Yield sections that the programme knows and whole texts, those with words in them."""
    keys = {d.id: d.key for d in dossier.documents}
    for section in dossier.sections:
        whole = section.level < 0
        if section.text.strip() and (whole or section.key):
            document = keys.get(section.document, "") if whole else ""
            yield Passage(section.key, document, section.title, section.text, section.evidence)


def _former_names(dossier: Dossier) -> Iterator[tuple[str, Evidence]]:
    for document in dossier.documents:
        for paragraph in walk_paragraphs(document.blocks):
            for match in _FORMER.finditer(paragraph.text):
                rest = paragraph.text[match.end() : match.end() + _AFTER]
                for name in enterprise_names(rest)[:1]:
                    place, confidence = paragraph.place, paragraph.confidence
                    yield (
                        name,
                        Evidence(
                            place, match.group() + rest, confidence=confidence, document=document.id
                        ),
                    )
