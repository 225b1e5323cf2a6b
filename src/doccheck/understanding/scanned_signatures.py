"""What stands at the places for signatures on recognised pages: writing by hand, print, or nothing.

Strokes are a signature where they have a signature's size and shape and stand on the line of their
label; a square chop, the remains of a grey seal and single specks are for a person. So is a name
that was read as text: it may be print as well as neat writing.
"""

import re
from collections.abc import Iterable, Sequence

from doccheck.model.document import walk_paragraphs
from doccheck.model.dossier import LogicalDocument, Mark
from doccheck.model.places import Box, Place
from doccheck.model.seen import Stroke
from doccheck.text import names, normalise
from doccheck.understanding.boxes import MM, around, grown, touches

SIGNED_RIGHT, SIGNED_ABOVE, SIGNED_BELOW = 85 * MM, 9 * MM, 6 * MM
"""Where a signature stands: right of its label, a little above or below the line."""

WRITTEN_WIDE, WRITTEN_HIGH = 9 * MM, 4 * MM  # a name written by hand is at least this large
WRITTEN_WIDEST, WRITTEN_HIGHEST = 75 * MM, 20 * MM  # larger ink is a seal's, or several things
CHOP = 12 * MM  # height from which ink about as wide as high may be a square chop
CHOP_WIDE = 23 * MM  # the widest chop's part, its frame taken for a table's rules
SEAL_SIGN = 8 * MM  # a character of a seal's name, of which a poor JPEG leaves no red
SQUARE = (0.7, 1.3)  # width by height of a chop
NEXT, NEXT_SIGN = 3 * MM, 9 * MM  # up and down, and along: nearer strokes are one piece of writing
ON_LINE = 0.5  # share of its height that a signature has within reach of its label's line
LABELLED = 8 * MM  # how far writing may reach to the left over its label's end
NEAR_IT = 32 * MM  # how far round a label no strokes may stand for its place to be called empty
BESIDE = 4 * MM  # the same of red ink, which is rarely a pen's: round where a signature stands
SIGNING_ROOM = 20 * MM  # right of a label: less is too narrow for a name
NAME_LONG = 4  # characters of a person's name that may have been read as print
SHORT = 7  # characters: what is no longer, and no label, may be writing that was read

_ASKED = re.compile(r"(?:签字|签名|签章|\(签\))(.*)")
_NEXT_LABEL = re.compile(
    r"(?:申报|申请|填报)?(?:单位|企业)|[(（]?(?:加?盖|公)?章|日期|时间|\d*年|电话"
)
_PRINT = re.compile(
    r"盖章|公章|签字|签名|签章|\(签\)|单位|企业|公司|日期|年.*月|承诺|法定代表|代表人|[_＿]{2,}"
)


def signing_room(box: Box) -> Box:
    """Return where the signature of a label stands."""
    return Box(box.x0, box.top - SIGNED_ABOVE, box.x1 + SIGNED_RIGHT, box.bottom + SIGNED_BELOW)


def surely_signed(
    strokes: Sequence[Stroke], label: Box, seals: Sequence[Box] = (), bare: bool = False
) -> Stroke | None:
    """Return a stroke that is surely of a signature at a label, None without any.

    Bits of ink within `seals` may be their words. `bare`: the page is in pure black and white, a
    chop on it is as black as a pen's ink.
    """
    room = signing_room(label)
    strokes = [s for s in strokes if not any(_word_of(seal, s.place.box) for seal in seals)]
    for stroke in strokes:
        box = stroke.place.box
        if box is None or not touches(box, room):
            continue
        whole = _whole(box, strokes)
        if bare and whole.x1 - whole.x0 <= CHOP_WIDE:
            continue
        if stroke.kind == "hand" or signature_like(whole, room):
            return stroke
    return None


def signature_like(box: Box, room: Box) -> bool:
    """Tell whether ink has a signature's size and shape, and its height in a room for one."""
    wide, high = box.x1 - box.x0, box.bottom - box.top
    if not (WRITTEN_WIDE <= wide <= WRITTEN_WIDEST and WRITTEN_HIGH <= high <= WRITTEN_HIGHEST):
        return False
    if high >= CHOP and SQUARE[0] <= wide / high <= SQUARE[1]:
        return False
    within = min(box.bottom, room.bottom) - max(box.top, room.top)
    return within >= ON_LINE * high


def _whole(box: Box, strokes: Sequence[Stroke]) -> Box:
    """Return the rectangle round all strokes that hang together with one."""
    boxes = [b for s in strokes if (b := s.place.box) is not None and not _speck(b)]
    while True:
        reach = Box(box.x0 - NEXT_SIGN, box.top - NEXT, box.x1 + NEXT_SIGN, box.bottom + NEXT)
        near = [b for b in boxes if touches(b, reach)]
        larger = around([box, *near])
        if larger == box:
            return box
        box = larger


def _word_of(seal: Box, box: Box | None) -> bool:
    """Tell whether ink within a seal is no larger than a character of its name."""
    if box is None or max(box.x1 - box.x0, box.bottom - box.top) > SEAL_SIGN:
        return False
    return touches(box, seal)


def _speck(box: Box) -> bool:
    """Tell whether ink is too small to tell anything: what is left of a seal's red, dust."""
    return max(box.x1 - box.x0, box.bottom - box.top) < WRITTEN_HIGH


def names_someone(label: str) -> bool:
    """Tell whether words follow a label that may be a name, printed or written neatly."""
    asked = _ASKED.search(normalise.key(label.replace("：", ":")))
    if asked is None:
        return False
    after = _NEXT_LABEL.split(asked[1])[0]
    return any(sign.isalpha() for sign in after)


def surely_empty(document: LogicalDocument, mark: Mark) -> bool:
    """Tell whether neither strokes, nor red ink, nor words stand where a signature would.

    The page was read well; print that is known (labels, days, long lines) may stand there. Under a
    seal's red faint writing is not always seen.
    """
    box, page = mark.evidence.place.box, mark.evidence.place.page
    if box is None:
        return False
    room = signing_room(box)
    here = [s for s in document.seen.strokes if s.place.page == page]
    black = [s for s in here if s.kind != "red" and touches(s.place.box, grown(box, NEAR_IT))]
    seals = [s for s in document.seen.seals if s.place.page == page]
    red = [*(s.place for s in seals), *(s.place for s in here if s.kind == "red")]
    if black or any(touches(p.box, grown(_behind(mark.label, box), BESIDE)) for p in red):
        return False
    if _is_flush_right(document, mark.evidence.place):
        left = Box(0.0, room.top, box.x1, room.bottom)
        beside = [*(s.place for s in seals), *(s.place for s in here)]
        if any(touches(p.box, left) for p in beside) or _unknown_words(document, page, box, left):
            return False
    return not _words_that_may_be_a_name(document, page, box)


def _behind(label: str, box: Box) -> Box:
    """Return where a signature stands behind its label; all along where more words follow it."""
    room = signing_room(box)
    asked = _ASKED.search(normalise.key(label.replace("：", ":")))
    more = asked is None or any(sign.isalpha() for sign in asked[1])
    left = room.x0 if more else max(room.x0, box.x1 - LABELLED)
    return Box(left, room.top, room.x1, room.bottom)


def _is_flush_right(document: LogicalDocument, label: Place) -> bool:
    """Tell whether a label leaves no room to sign on its right: then one signs on its left."""
    assert label.box is not None
    ends = [p.box.x1 for p, _ in _lines(document) if p.page == label.page and p.box is not None]
    return label.box.x1 > max(ends, default=0.0) - SIGNING_ROOM


def _words_that_may_be_a_name(document: LogicalDocument, page: int | None, label: Box) -> bool:
    near = grown(label, NEAR_IT)
    room = signing_room(label)
    for place, text in _lines(document):
        if place.page != page or not touches(place.box, near):
            continue
        if len(normalise.key(text)) <= NAME_LONG and names.person_name(text):
            return True
    return _unknown_words(document, page, label, room)


def _unknown_words(document: LogicalDocument, page: int | None, label: Box, room: Box) -> bool:
    """Tell whether a few words that no form prints there stand in a room: writing read as text."""
    for place, text in _lines(document):
        words = normalise.key(text)
        short = 0 < len(words) <= SHORT and not _PRINT.search(words)
        if short and place.page == page and place.box != label and touches(place.box, room):
            return True
    return False


def _lines(document: LogicalDocument) -> Iterable[tuple[Place, str]]:
    return ((p.place, p.text) for p in walk_paragraphs(document.blocks))
