"""Whether text of an RTF file is seen: its colours, and what it stands on."""

from doccheck.extractors.rtf.state import ParagraphState, State
from doccheck.extractors.rtf.tables import OpenTable
from doccheck.extractors.word.colours import AUTO, UNKNOWN
from doccheck.extractors.word.looks import RunLook
from doccheck.extractors.word.visibility import PAPER, Surface, Unseen, unseen

MAX_COLOURS = 4096  # of a table; Word writes about thirty
_CHANNELS = ("red", "green", "blue")


class Palette:
    """The table of colours, which text and grounds name by number; 0 is automatic."""

    def __init__(self) -> None:
        self._colours: list[str] = []
        self._open: dict[str, int] = {}

    def channel(self, word: str, number: int) -> None:
        """Take a word of the table."""
        if word in _CHANNELS:
            self._open[word] = number & 0xFF

    def end(self, text: str) -> None:
        """Take text of the table: each semicolon ends a colour."""
        for _ in range(text.count(";")):
            values = [self._open.get(channel, 0) for channel in _CHANNELS]
            colour = "".join(f"{value:02X}" for value in values) if self._open else AUTO
            if len(self._colours) < MAX_COLOURS:
                self._colours.append(colour)
            self._open = {}

    def colour(self, number: int) -> str:
        """Return a colour of the table."""
        if number <= 0:
            return AUTO
        return self._colours[number] if number < len(self._colours) else UNKNOWN

    def ground(self, number: int, pattern: int) -> str:
        """Return the colour that a ground has, `UNKNOWN` where a pattern is laid over it."""
        return UNKNOWN if pattern else self.colour(number)


def paper_of(content: bytes) -> Surface:
    """Return what the body stands on: white paper, another colour, perhaps a picture."""
    if rb"\*\background" in content:
        return Surface(UNKNOWN, sure=False)
    return Surface(sure=False) if rb"\shpfblwtxt1" in content else PAPER


def cell_surface(table: OpenTable, palette: Palette, paper: Surface) -> Surface:
    """Return what the text of the cell being read stands on."""
    at = len(table.cells)
    if not table.defined or at >= len(table.form.cells):
        return Surface(UNKNOWN)
    cell = table.form.cells[at]
    row = paper.under(palette.colour(table.form.fill))
    return row.under(palette.ground(cell.fill, cell.pattern))


def unseen_in(
    state: State, paragraph: ParagraphState, palette: Palette, around: Surface
) -> Unseen | None:
    """Return why text at a point is not seen, None where it is."""
    look = RunLook(
        size=state.size / 2,
        hidden=state.hidden,
        ink=UNKNOWN if state.effects else palette.colour(state.colour),
        ground=palette.colour(state.ground),
        scale=state.scale,
    )
    return unseen(look, 0.0, around.under(palette.ground(paragraph.fill, paragraph.pattern)))
