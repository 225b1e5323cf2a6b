"""Which opinion an auditor gives, by the opinion's own wording and by the report's headings.

审计准则第1501号 (unmodified), 第1502号 (保留, 否定, 无法表示), 第1503号 (强调事项段), 第1324号
(持续经营). The duties' boilerplate speaks of 非无保留意见 as well; only headings and the sentences
of the opinion count.
"""

import re
from typing import Literal

from doccheck.model.places import Found
from doccheck.text.headings import strip_number
from doccheck.text.normalise import clean
from doccheck.understanding.audit_letter import Letter, Piece, cite

Opinion = Literal[
    "标准无保留意见", "带强调事项段的无保留意见", "保留意见", "否定意见", "无法表示意见"
]
UNMODIFIED: Opinion = "标准无保留意见"
EMPHASIS: Opinion = "带强调事项段的无保留意见"
OPINIONS: tuple[Opinion, ...] = (UNMODIFIED, EMPHASIS, "保留意见", "否定意见", "无法表示意见")
DOUBTFUL = 0.6  # headings and wording differ

_HEADINGS: tuple[tuple[Opinion, re.Pattern[str]], ...] = (
    ("无法表示意见", re.compile(r"(?:形成)?无法表示意见(?:的基础)?|导致无法表示意见的事项")),
    ("否定意见", re.compile(r"(?:形成)?否定意见(?:的基础)?|导致否定意见的事项")),
    ("保留意见", re.compile(r"(?:形成)?保留意见(?:的基础)?|导致保留意见的事项")),
)
_EMPHASIS = re.compile(r"强调事项段?|与持续经营相关的重大不确定性|持续经营重大不确定性")
_EMPHASISES = re.compile(
    r"我们提醒(?:财务|会计)?报表使用者[^。]{0,40}关注[^。]{0,300}。[^。]{0,200}。?[^。]{0,100}不影响已发表的审计意见"
    r"|我们提醒(?:财务|会计)?报表使用者[^。]{0,40}关注[^。]{0,300}不影响已发表的审计意见"
)
"""The paragraph itself, which stood without a heading before 2017."""
_FAIR = r"(?:在所有重大方面)?[^。]{0,60}公允(?:地)?反映"
_WORDINGS: tuple[tuple[Opinion, re.Pattern[str]], ...] = (
    (
        "无法表示意见",
        re.compile(
            r"不对[^。]{0,60}财务报表[^。]{0,10}发表审计意见|无法对[^。]{0,60}财务报表[^。]{0,10}(?:发表|表示)意见"
            r"|无法[^。]{0,80}作为[^。]{0,40}发表审计意见的基础"
        ),
    ),
    (
        "否定意见",
        re.compile(
            r"(?:没有|未能?)在所有重大方面按照[^。]{0,80}(?:编制|规定)|(?:没有|未能?|不能)(?:在所有重大方面)?公允(?:地)?反映"
        ),
    ),
    (
        "保留意见",
        re.compile(rf"我们认为[，,]?\s*除[^。]{{2,300}}?[以之]?外[，,][^。]{{0,200}}{_FAIR}"),
    ),
    (
        UNMODIFIED,
        re.compile(
            rf"(?:我们认为|在我们看来)[^。]{{0,200}}在所有重大方面[^。]{{0,120}}公允(?:地)?反映|我们认为[^。]{{0,200}}{_FAIR}"
        ),
    ),
)


def read_opinion(letter: Letter) -> Found[str] | None:
    """Return the opinion, None where no opinion was found.

    By the wording of the opinion's sentence; a heading (形成保留意见的基础) must bear it out, else
    the reading is doubted.
    """
    worded = _by_wording(letter)
    headed = _by_heading(letter)
    emphasis = _emphasis(letter)
    if worded is None and headed is None:
        return None
    opinion, piece = worded or headed or (UNMODIFIED, letter.body[0])
    doubtful = headed is not None and worded is not None and headed[0] != worded[0]
    if headed is not None and (worded is None or worded[0] == UNMODIFIED):
        opinion, piece = headed
    note = "意见段措辞与标题不一致" if doubtful else ""
    evidence = [cite(letter.document, piece, DOUBTFUL if doubtful else 1.0, note)]
    if opinion == UNMODIFIED and emphasis is not None:
        opinion = EMPHASIS
        evidence.append(cite(letter.document, emphasis))
    return Found(opinion, tuple(evidence))


def _emphasis(letter: Letter) -> Piece | None:
    """Return where a matter is emphasised: its heading, else its paragraph."""
    headed = next((p for p in letter.body if _EMPHASIS.fullmatch(_title(p))), None)
    match = _EMPHASISES.search(letter.text)
    return headed or (letter.piece_at(match.start()) if match else None)


def _by_wording(letter: Letter) -> tuple[Opinion, Piece] | None:
    for opinion, wording in _WORDINGS:
        if match := wording.search(letter.text):
            return opinion, letter.piece_at(match.start())
    return None


def _by_heading(letter: Letter) -> tuple[Opinion, Piece] | None:
    for opinion, heading in _HEADINGS:
        for piece in letter.body:
            if heading.fullmatch(_title(piece)):
                return opinion, piece
    return None


def _title(piece: Piece) -> str:
    text = "".join(clean(piece.text).split())
    return strip_number(text)[1].strip(":：") if len(text) <= 24 else ""
