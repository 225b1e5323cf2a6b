"""The walk over an RTF file's signs, which gathers paragraphs, cells and rows."""

from copy import copy

from doccheck.extractors.flow import Grid, Line
from doccheck.extractors.rtf.pictures import Pictures
from doccheck.extractors.rtf.sight import Palette, cell_surface, unseen_in
from doccheck.extractors.rtf.state import (
    CODEPAGES,
    EFFECTS,
    FILLS,
    FURNITURE,
    GROUNDS,
    KNOWN_STARRED,
    LETTERS,
    NUMBERS,
    PICTURE,
    ROW_WORDS,
    SKIPPED,
    Font,
    ParagraphState,
    State,
)
from doccheck.extractors.rtf.story import Story
from doccheck.extractors.rtf.tables import RowForm
from doccheck.extractors.rtf.tokens import Token
from doccheck.extractors.word import ticks
from doccheck.extractors.word.colours import UNKNOWN
from doccheck.extractors.word.visibility import PAPER, Surface

MAX_GROUPS = 1000  # groups in one another; Word writes about 20
MAX_DEPTH = 20  # tables in tables


class Walk:
    """Where the walk stands, and what it has gathered; `surface` is what the body stands on."""

    def __init__(self, pictures: Pictures, surface: Surface = PAPER) -> None:
        self.paper = [0, 0]
        self._pictures = pictures
        self._surface = surface
        self._palette = Palette()
        self._states = [State()]
        self._fonts: dict[int, Font] = {}
        self._story = Story()
        self._pending: list[bytes] = []
        self._own_encoding = "cp1252"
        self._to_skip = 0
        self._starred = False
        self._definition = ""

    @property
    def _state(self) -> State:
        return self._states[-1]

    def take(self, token: Token) -> None:
        """Take in one sign."""
        if token.kind == "bytes":
            self._bytes(token.content)
            return
        if token.kind == "raw":
            if self._state.target == PICTURE and not self._state.skip:
                self._pictures.add_raw(token.content)
            return
        self._settle()
        if token.kind == "open":
            if len(self._states) < MAX_GROUPS:
                self._states.append(copy(self._state))
        elif token.kind == "close":
            self._close()
        else:
            self._word(token.word, token.number)
        if token.kind != "word" or token.word != "*":
            self._starred = False

    def finished(self) -> list[Line | Grid]:
        """Return all that was gathered, the body first."""
        self._settle()
        return self._story.finished()

    # ---- groups
    def _close(self) -> None:
        if len(self._states) == 1:
            return
        closed = self._states.pop()
        if closed.target == self._state.target:
            return
        if closed.target == PICTURE:
            self._story.gathered.pictures.append((self._pictures.end(), closed.shape))
        elif closed.target == "styles_entry":
            self._story.styles.names[self._story.paragraph.style] = self._definition.rstrip(
                ";"
            ).strip()
            self._definition = ""
        elif closed.target in FURNITURE.values() or closed.target == "text_box":
            self._story.leave(closed.target)

    def _group(self, word: str) -> bool:
        """Take a word that says what its group holds; return whether it was one."""
        state = self._state
        if word in FURNITURE or word == "shptxt":
            target = FURNITURE.get(word, "text_box")
            self._story.enter()
            state.target = target
        elif word == "pict":
            self._open_picture(state)
        elif word == "colortbl":
            state.target = "colours"
        elif word == "fonttbl":
            state.target = "fonts"
        elif word == "stylesheet":
            state.target = "styles"
        elif word in ("listtext", "pntext"):
            state.target = "number"
        elif word in SKIPPED or (self._starred and word not in KNOWN_STARRED):
            state.shape = word == "sp" and not state.skip
            state.skip = True
        else:
            return False
        return True

    def _open_picture(self, state: State) -> None:
        """Begin a picture; in a group that is left out, only a floating shape's is one."""
        if state.skip and not state.shape:
            return
        state.skip, state.target = False, PICTURE

    # ---- words
    def _word(self, word: str, number: int | None) -> None:
        if word == "*":
            self._starred = True
        elif self._group(word):
            return
        elif word == "u" and number is not None:
            self._say(chr(number & 0xFFFF))
            self._to_skip = self._state.after_unicode
        elif self._state.target == "colours":
            self._palette.channel(word, number or 0)
        elif word in LETTERS:
            self._say(LETTERS[word])
        elif not self._state.skip:
            self._look(word, number)
            self._layout(word, number or 0)
            self._flow(word)

    def _look(self, word: str, number: int | None) -> None:
        state, on = self._state, number != 0
        if word == "f" and number is not None:
            state.font = number
        elif word == "fs":
            state.size = number or 24
        elif word == "b":
            state.bold = on
        elif word == "v":
            state.hidden = on
        elif word == "deleted":
            state.deleted = on
        elif word in EFFECTS:
            state.effects = on
        elif word in NUMBERS:
            setattr(state, NUMBERS[word], number or 0)
        elif word == "plain":
            state.bold = state.hidden = state.deleted = state.effects = False
            state.size, state.colour, state.ground, state.scale = 24, 0, 0, 100
        elif word == "uc":
            state.after_unicode = number or 0
        elif word == "ansicpg" and number:
            self._own_encoding = "gb18030" if number == 936 else f"cp{number}"
        elif word == "fcharset" and state.target == "fonts":
            self._fonts.setdefault(state.font, Font()).encoding = CODEPAGES.get(number or 0, "")

    def _layout(self, word: str, number: int) -> None:
        paragraph = self._story.paragraph
        if word == "pard":
            self._story.paragraph = ParagraphState(breaks_page=paragraph.breaks_page)
        elif word == "s":
            paragraph.style = number
            if self._state.target == "styles":
                self._state.target = "styles_entry"
        elif word == "outlinelevel":
            if self._state.target == "styles_entry":
                self._story.styles.levels[paragraph.style] = number + 1
            paragraph.level = number + 1
        elif word == "qc":
            paragraph.centred = True
        elif word in ("intbl", "itap"):
            depth = number if word == "itap" else max(1, paragraph.depth)
            paragraph.depth = min(max(0, depth), MAX_DEPTH)
        elif word in GROUNDS:
            setattr(paragraph, GROUNDS[word], number)
        elif word in ("page", "pagebb", "sect"):
            self._break(word)
        elif word in ("paperw", "paperh"):
            self.paper[word == "paperh"] = number
        else:
            self._row_form(word, number)

    def _row_form(self, word: str, number: int) -> None:
        table = (
            self._story.table(max(1, self._story.paragraph.depth)) if word in ROW_WORDS else None
        )
        if table is None:
            return
        if word == "trowd":
            table.form, table.defined = RowForm(), True
        elif word in FILLS:
            setattr(table.form if word == "trcbpat" else table.form.open, FILLS[word], number)
        elif word == "trleft":
            table.form.left = number
        elif word == "cellx":
            table.form.close_cell(number)
        else:
            setattr(table.form.open, ROW_WORDS[word], True)

    def _flow(self, word: str) -> None:
        if word == "par":
            self._story.end_paragraph(self._state.target)
        elif word in ("cell", "nestcell"):
            depth = 1 if word == "cell" else max(2, self._story.paragraph.depth)
            self._story.end_paragraph(depth=depth)
            self._story.end_tables(depth)
            self._story.table(depth).end_cell()
        elif word in ("row", "nestrow"):
            depth = 1 if word == "row" else max(2, self._story.paragraph.depth)
            self._story.end_tables(depth)
            self._story.table(depth).end_row()

    def _break(self, word: str) -> None:
        if word != "pagebb":
            self._story.end_paragraph(self._state.target)
        self._story.paragraph.breaks_page = True

    # ---- text
    def _bytes(self, content: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(content))
            self._to_skip -= skipped
            content = content[skipped:]
        if self._state.skip:
            return
        if self._state.target == PICTURE:  # hex digits, in thousands of pieces
            self._pictures.add(content)
        else:
            self._pending.append(content)

    def _settle(self) -> None:
        """Turn the bytes that have come in into text."""
        if self._pending:
            pending, self._pending = b"".join(self._pending), []
            font = self._fonts.get(self._state.font, Font())
            encoding = font.encoding or self._own_encoding
            try:
                self._say(pending.decode(encoding, "replace"))
            except LookupError:
                self._say(pending.decode("gb18030", "replace"))

    def _say(self, text: str) -> None:
        state = self._state
        if state.skip or state.deleted or state.target in ("styles", PICTURE):
            return
        if state.target == "fonts":
            self._fonts.setdefault(state.font, Font()).name += text.rstrip(";")
        elif state.target == "styles_entry":
            self._definition += text
        elif state.target == "colours":
            self._palette.end(text)
        elif state.target == "number":
            self._story.gathered.number.append(text)
        else:
            self._write(text)

    def _write(self, text: str) -> None:
        """Take in text of the page."""
        state, gathered = self._state, self._story.gathered
        font = self._fonts.get(state.font, Font()).name
        shown = ticks.plain_ticks(ticks.symbols(text, font) if ticks.is_symbol_font(font) else text)
        why = unseen_in(state, self._story.paragraph, self._palette, self._around())
        if why is not None and shown.strip():
            gathered.unseen.append((why, shown))
            if why.sure:
                return
        gathered.text.append(shown)
        look = (state.size / 2, state.bold)
        gathered.weights[look] = gathered.weights.get(look, 0) + len(text.strip())

    def _around(self) -> Surface:
        """Return what the paragraph being read stands on."""
        depth = self._story.paragraph.depth
        if self._state.target == "text_box" or depth > 1:
            return Surface(UNKNOWN)
        if depth:
            return cell_surface(self._story.table(1), self._palette, self._surface)
        return self._surface
