"""Which supporting material is of which kind: by its text, its title, its file's name.

A file that was read shows what it is; one that was not may be what its name says.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from doccheck.checks.searching import stem
from doccheck.checks.view import View
from doccheck.model.document import Paragraph, walk_paragraphs
from doccheck.model.dossier import FieldReading, LogicalDocument
from doccheck.model.places import Evidence
from doccheck.text.normalise import key

SURE_WORD = 2  # characters from which a word in a text says something; 奖 stands in 奖励 too
FOLDERS = 1  # folders above a file that may say what is in it
QUOTE = 24  # characters before and after the word that are shown
LONGEST_NOTHING = 8  # characters of an answer that only says there is none
NOTHING = ("无", "没有", "暂无", "/", "-", "—", "不适用", "未", "否")
Claim = Literal["yes", "no", "unknown"]


class Support(NamedTuple):
    """A document that answers a kind; `sure` where it was read, not only named so."""

    document: LogicalDocument
    word: str
    evidence: Evidence
    sure: bool

    @property
    def shown(self) -> str:
        """Return the document as a reader finds it: file and page."""
        first = self.document.pages[0] if self.document.pages else 1
        page = f"第{first}页" if first > 1 else ""
        return f"{self.document.file}{page}"


def candidates(view: View, documents: Iterable[str]) -> tuple[LogicalDocument, ...]:
    """Return the documents that may be supporting material: of some keys, or of no known kind."""
    keys = set(documents)
    return tuple(
        d for d in view.dossier.documents if d.key in keys or d.kind in ("evidence", "other")
    )


def supports(
    view: View, words: tuple[str, ...], documents: Iterable[LogicalDocument]
) -> tuple[Support, ...]:
    """Return the documents that hold one of the words, those that were read first."""
    found = [s for d in documents if (s := _support(view, d, words))]
    return tuple(sorted(found, key=lambda s: not s.sure))


def _support(view: View, document: LogicalDocument, words: tuple[str, ...]) -> Support | None:
    for word in words:
        if document.readable and key(word) in key(document.title):
            return Support(document, word, view.cite(document), True)
    word, evidence = _in_text(document, words) if document.readable else ("", None)
    if evidence is not None:
        return Support(document, word, evidence, True)
    for word in words:
        if key(word) in key(_named(document.file)):
            cited = view.cite(document)
            note = "按文件名"
            named = Evidence(
                cited.place, document.file, "file_name", note=note, document=document.id
            )
            return Support(document, word, named, document.readable)
    return None


def _named(path: str) -> str:
    """Return what a file is called, with the folder it lies in."""
    folders = path.replace("!/", "/").split("/")[:-1][-FOLDERS:]
    return "/".join((*folders, stem(path)))


def _in_text(document: LogicalDocument, words: tuple[str, ...]) -> tuple[str, Evidence | None]:
    """Return the first of some words that a document holds, and where it stands first."""
    found: tuple[str, Evidence | None] = "", None
    sought = [(word, key(word)) for word in words if len(word) >= SURE_WORD]
    for paragraph in walk_paragraphs(document.blocks) if sought else ():
        text = key(paragraph.text)
        at = next((i for i, (_, wanted) in enumerate(sought) if wanted in text), None)
        if at is not None:
            found = sought[at][0], _quoted(document, paragraph, sought[at][0])
            sought = sought[:at]  # only a word that comes before this one is still better
            if not sought:
                break
    return found


def _quoted(document: LogicalDocument, paragraph: Paragraph, word: str) -> Evidence:
    start = max(0, paragraph.text.find(word))
    low = max(0, start - QUOTE)
    quote = paragraph.text[low : low + 2 * QUOTE].strip()
    return Evidence(paragraph.place, quote, confidence=paragraph.confidence, document=document.id)


def of_keys(view: View, keys: Iterable[str]) -> tuple[Support, ...]:
    """Return the documents for some of the programme's keys as supporting material."""
    wanted = set(keys)
    return tuple(
        Support(d, d.title, view.cite(d), d.readable)
        for d in view.dossier.documents
        if d.key in wanted
    )


# ---- what the form claims


def claim(readings: Iterable[FieldReading], nothing: tuple[str, ...] = ()) -> Claim:
    """Tell whether a field claims something: it is filled in, and not with 无.

    `nothing` are answers of the field that claim nothing (无上市计划).
    """
    states: set[Claim] = set()
    for reading in readings:
        if reading.state == "unclear":
            states.add("unknown")
        elif reading.state == "blank" or _says_nothing(reading, nothing):
            states.add("no")
        else:
            states.add("yes")
    return "yes" if "yes" in states else "unknown" if "unknown" in states or not states else "no"


def _says_nothing(reading: FieldReading, nothing: tuple[str, ...]) -> bool:
    if reading.unmarked and not reading.marked:
        return True
    answers = reading.marked or (reading.raw,)
    return all(
        key(a) in {key(n) for n in nothing}
        or (len(a) <= LONGEST_NOTHING and a.strip().startswith(NOTHING))
        for a in answers
    )


def claimed(view: View, fields: Iterable[str], nothing: tuple[str, ...] = ()) -> Claim:
    """Tell whether any of some fields claims something."""
    found = [claim(view.readings(f), nothing) for f in fields]
    return "yes" if "yes" in found else "unknown" if "unknown" in found or not found else "no"
