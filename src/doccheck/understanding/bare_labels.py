"""Fields on scans whose colon was not read: a seal lies over it, or it is too faint.

Only what proves itself is taken: an enterprise's name, a code, an address of mail; of other texts
what fills a cell that begins with the label. All of it stays in doubt.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from doccheck.model.dossier import LogicalDocument
from doccheck.model.program import FieldKind, FieldSpec
from doccheck.text import normalise
from doccheck.text.enterprise_search import enterprise_names
from doccheck.text.ids import check_email, find_uscc
from doccheck.understanding.grid import label_key, names
from doccheck.understanding.hit import UNLED, Hit
from doccheck.understanding.pairs import Text, texts_of
from doccheck.understanding.values import read_value

DOUBT = 0.8  # confidence of a value whose label has no colon
SHORTEST_LABEL = 4  # characters: shorter ones begin other words
SHORTEST_TEXT = 4  # characters of a value
_HINT = r"(?:[（(]?(?:加?盖?公?章|签章)[)）]?)?"
_GOES_ON = re.compile(r"[的为是及和与或、，,。：:]|.{0,12}[：:]")
"""What stands behind a label that is part of a longer one, or of a sentence."""


def bare_hits(
    document: LogicalDocument, specs: Sequence[FieldSpec], found: Collection[str]
) -> Iterator[tuple[str, Hit]]:
    """Yield values behind labels without a colon, of the fields that are not in `found`."""
    if document.text_source == "native":
        return
    labels = {label_key(n) for s in specs for n in names(s)}
    texts = [t for t in texts_of(document.blocks) if label_key(t.text) not in labels]
    for spec in specs:
        if spec.key in found or spec.years or spec.column or spec.group:
            continue
        for text in texts:
            hit = _hit(text, spec)
            if hit is not None:
                yield spec.key, hit
                break


def _hit(text: Text, spec: FieldSpec) -> Hit | None:
    for rank, name in enumerate(names(spec)):
        if len(label_key(name)) < SHORTEST_LABEL:
            continue
        spaced = r"\s*".join(map(re.escape, normalise.clean(name)))
        match = re.match(rf"\s*({spaced})\s*{_HINT}\s*", text.text)
        rest = text.text[match.end() :].strip() if match else ""
        if match and rest and not _GOES_ON.match(rest) and _proves_itself(rest, spec.kind, text):
            value = read_value(rest, spec, "")
            return Hit(
                (rank, UNLED, 2), normalise.clean(match.group(1)), value, text.place,
                text.in_cell, spec.year, min(text.confidence, DOUBT),
            )  # fmt: skip
    return None


_PROOFS: dict[FieldKind, Callable[[str], bool]] = {
    "enterprise": lambda rest: (
        [normalise.key(n) for n in enterprise_names(rest)] == [normalise.key(rest)]
    ),
    "uscc": lambda rest: len(find_uscc(rest)) == 1,
    "email": lambda rest: check_email(rest).ok,
}


def _proves_itself(rest: str, kind: FieldKind, text: Text) -> bool:
    if kind == "text":
        return text.in_cell and len(rest) >= SHORTEST_TEXT and "\n" not in rest
    proof = _PROOFS.get(kind)
    return proof is not None and proof(rest)
