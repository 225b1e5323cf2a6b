"""What stands on a licence without its label, which was not printed or not read."""

import re

from doccheck.model.document import walk_paragraphs
from doccheck.model.dossier import FieldReading, LogicalDocument
from doccheck.model.places import Evidence
from doccheck.text import ids
from doccheck.text.normalise import clean
from doccheck.understanding.licence_labels import NAME_END, whole_label
from doccheck.understanding.statement_rows import rows_of

QUOTE = 80  # characters
_ENTERPRISE_CODE = re.compile(
    r"(?:9[1239]|Y1)(?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])"
)
"""How an enterprise's code begins (GB 32100-2015): who registered it, its kind, a province."""

_OTHER_NUMBER = re.compile(r"(?:编号|证号|号码|注册号)\s*[:：]?\s*$")


def lone_code(document: LogicalDocument) -> FieldReading | None:
    """Return the code that stands without its label, the check digit proving what it is.

    One number in thirty has a fitting check digit by chance: so another number's label before
    it, or a beginning that no enterprise's code has, leaves it out.
    """
    for row in rows_of(document.blocks):
        for entry in row.entries:
            codes = [c for c in ids.find_uscc(entry.text) if _may_stand_alone(c, entry.text)]
            if codes:
                evidence = Evidence(entry.place, clean(entry.text)[:QUOTE], document=document.id)
                return FieldReading(
                    "uscc", document.id, "", "filled", evidence, raw=codes[0], value=codes[0]
                )
    return None


def _may_stand_alone(code: str, text: str) -> bool:
    before = text[: max(0, text.find(code))]
    return (
        ids.check_uscc(code).ok
        and bool(_ENTERPRISE_CODE.match(code))
        and not _OTHER_NUMBER.search(before)
    )


_WHOLE_NAME = re.compile(r"[\u4e00-\u9fff（）()]{6,50}")
_NO_NAME = re.compile(
    r"局|机关|监制|执照|副本|分支机构|^(?:有限|股份|个人|家庭|普通|国有|集体|全民|外商|港澳台|台港澳)"
)
"""An office, words of the form, a kind of enterprise."""


def lone_name(document: LogicalDocument) -> FieldReading | None:
    """Return the name on a recognised licence whose label was not read: the only one there is.

    Without a label nothing confirms it but other documents: `reread` leaves it in doubt.
    """
    if document.kind != "business_licence":
        return None
    found = [
        piece
        for paragraph in walk_paragraphs(document.blocks)
        for piece in paragraph.pieces
        if _WHOLE_NAME.fullmatch(piece.text)
        and NAME_END.search(piece.text)
        and not _NO_NAME.search(piece.text)
        and not whole_label(piece.text)
    ]
    if len({piece.text for piece in found}) != 1:
        return None
    [piece, *_] = found
    evidence = Evidence(piece.place, piece.text, confidence=piece.confidence, document=document.id)
    return FieldReading(
        "enterprise_name", document.id, "", "filled", evidence, raw=piece.text, value=piece.text
    )
