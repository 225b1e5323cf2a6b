"""The walk over an RTF file's signs, which gathers paragraphs, cells and rows."""

from copy import copy
from dataclasses import replace
from typing import cast

from doccheck.extractors.flow import Grid, Line
from doccheck.extractors.rtf.state import (
    CODEPAGES,
    FURNITURE,
    KNOWN_STARRED,
    LETTERS,
    ROW_WORDS,
    SKIPPED,
    Font,
    ParagraphState,
    State,
    StyleSheet,
)
from doccheck.extractors.rtf.tables import OpenTable, RowForm
from doccheck.extractors.rtf.tokens import Token
from doccheck.extractors.word import ticks
from doccheck.model.document import Look, Role

MAX_GROUPS = 1000  # groups in one another; Word writes about 20
MAX_DEPTH = 20  # tables in tables


class Walk:
    """Where the walk stands, and what it has gathered."""

    def __init__(self) -> None:
        self.paper = [0, 0]
        self._states = [State()]
        self._fonts: dict[int, Font] = {}
        self._styles = StyleSheet()
        self._paragraph = ParagraphState()
        self._body: list[Line | Grid] = []
        self._rest: list[Line | Grid] = []  # headers, notes, text boxes
        self._tables: list[OpenTable] = []
        self._text: list[str] = []
        self._number: list[str] = []
        self._weights: dict[tuple[float, bool], int] = {}
        self._pending: list[bytes] = []
        self._own_encoding = "cp1252"
        self._to_skip = 0
        self._starred = False
        self._outer: list[tuple[list[str], ParagraphState]] = []
        self._definition = ""

    @property
    def _state(self) -> State:
        return self._states[-1]

    def take(self, token: Token) -> None:
        """Take in one sign."""
        if token.kind == "bytes":
            self._bytes(token.content)
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
        self._end_paragraph()
        self._end_tables(0)
        return self._body + self._rest

    # ---- groups
    def _close(self) -> None:
        if len(self._states) == 1:
            return
        closed = self._states.pop()
        if closed.target == self._state.target:
            return
        if closed.target == "styles_entry":
            self._styles.names[self._paragraph.style] = self._definition.rstrip(";").strip()
            self._definition = ""
        elif closed.target in FURNITURE.values() or closed.target == "text_box":
            self._end_paragraph(closed.target)
            self._text, self._paragraph = self._outer.pop()

    def _group(self, word: str) -> bool:
        """Take a word that says what its group holds; return whether it was one."""
        state = self._state
        if word in FURNITURE or word == "shptxt":
            target = FURNITURE.get(word, "text_box")
            self._outer.append((self._text, self._paragraph))
            self._text, self._paragraph = [], ParagraphState()
            state.target = target
        elif word == "fonttbl":
            state.target = "fonts"
        elif word == "stylesheet":
            state.target = "styles"
        elif word in ("listtext", "pntext"):
            state.target = "number"
        elif word in SKIPPED or (self._starred and word not in KNOWN_STARRED):
            state.skip = True
        else:
            return False
        return True

    # ---- words
    def _word(self, word: str, number: int | None) -> None:
        if word == "*":
            self._starred = True
        elif self._group(word):
            return
        elif word == "u" and number is not None:
            self._say(chr(number & 0xFFFF))
            self._to_skip = self._state.after_unicode
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
        elif word == "plain":
            state.bold = state.hidden = state.deleted = False
            state.size = 24
        elif word == "uc":
            state.after_unicode = number or 0
        elif word == "ansicpg" and number:
            self._own_encoding = "gb18030" if number == 936 else f"cp{number}"
        elif word == "fcharset" and state.target == "fonts":
            self._fonts.setdefault(state.font, Font()).encoding = CODEPAGES.get(number or 0, "")

    def _layout(self, word: str, number: int) -> None:
        paragraph = self._paragraph
        if word == "pard":
            self._paragraph = ParagraphState(breaks_page=paragraph.breaks_page)
        elif word == "s":
            paragraph.style = number
            if self._state.target == "styles":
                self._state.target = "styles_entry"
        elif word == "outlinelevel":
            if self._state.target == "styles_entry":
                self._styles.levels[paragraph.style] = number + 1
            paragraph.level = number + 1
        elif word == "qc":
            paragraph.centred = True
        elif word == "intbl":
            paragraph.depth = max(1, paragraph.depth)
        elif word == "itap":
            paragraph.depth = min(max(0, number), MAX_DEPTH)
        elif word in ("page", "pagebb", "sect"):
            self._break(word)
        elif word in ("paperw", "paperh"):
            self.paper[word == "paperh"] = number
        else:
            self._row_form(word, number)

    def _row_form(self, word: str, number: int) -> None:
        table = self._table(max(1, self._paragraph.depth)) if word in ROW_WORDS else None
        if table is None:
            return
        if word == "trowd":
            table.form = RowForm()
        elif word == "trleft":
            table.form.left = number
        elif word == "cellx":
            table.form.close_cell(number)
        else:
            setattr(table.form.open, ROW_WORDS[word], True)

    def _flow(self, word: str) -> None:
        if word == "par":
            self._end_paragraph(self._state.target)
        elif word in ("cell", "nestcell"):
            depth = 1 if word == "cell" else max(2, self._paragraph.depth)
            self._end_paragraph(depth=depth)
            self._end_tables(depth)
            self._table(depth).end_cell()
        elif word in ("row", "nestrow"):
            depth = 1 if word == "row" else max(2, self._paragraph.depth)
            self._end_tables(depth)
            self._table(depth).end_row()

    def _break(self, word: str) -> None:
        if word != "pagebb":
            self._end_paragraph(self._state.target)
        self._paragraph.breaks_page = True

    # ---- text
    def _bytes(self, content: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(content))
            self._to_skip -= skipped
            content = content[skipped:]
        if not self._state.skip:  # a picture in hex digits is thousands of pieces
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
        if state.skip or state.hidden or state.deleted:
            return
        if state.target == "fonts":
            self._fonts.setdefault(state.font, Font()).name += text.rstrip(";")
        elif state.target == "styles_entry":
            self._definition += text
        elif state.target == "number":
            self._number.append(text)
        elif state.target != "styles":
            font = self._fonts.get(state.font, Font()).name
            shown = ticks.symbols(text, font) if ticks.is_symbol_font(font) else text
            self._text.append(ticks.plain_ticks(shown))
            look = (state.size / 2, state.bold)
            self._weights[look] = self._weights.get(look, 0) + len(text.strip())

    # ---- blocks
    def _end_paragraph(self, target: str = "body", depth: int | None = None) -> None:
        text = (
            "".join(self._text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        )
        paragraph = self._paragraph
        if text.strip():
            line = self._line(text, target)
            if target in FURNITURE.values() or target == "text_box":
                self._rest.append(line)
            else:
                self._put(line, paragraph.depth if depth is None else depth)
            self._paragraph = replace(paragraph, breaks_page=False)
        self._text, self._number, self._weights = [], [], {}

    def _line(self, text: str, target: str) -> Line:
        paragraph, styles = self._paragraph, self._styles
        size, bold = max(self._weights, key=self._weights.__getitem__, default=(0.0, False))
        name = styles.names.get(paragraph.style, "").lower()
        level = paragraph.level or styles.levels.get(paragraph.style) or _level_named(name)
        role = cast(Role, target if target in (*FURNITURE.values(), "text_box") else "body")
        if role == "body" and name.startswith("toc"):
            role, level = "toc", None
        number = "".join(self._number).strip()
        look = Look(size, bold, paragraph.centred)
        starts_page = paragraph.breaks_page
        return Line(text, level if level and level < 10 else None, look, role, number, starts_page)

    def _put(self, line: Line, depth: int) -> None:
        self._end_tables(depth)
        if depth:
            self._table(depth).content.append(line)
        else:
            self._body.append(line)

    def _table(self, depth: int) -> OpenTable:
        while len(self._tables) < depth:
            self._tables.append(OpenTable())
        return self._tables[depth - 1]

    def _end_tables(self, depth: int) -> None:
        """Finish the tables deeper than so many, each into what is around it."""
        while len(self._tables) > depth:
            grid = self._tables.pop().grid()
            if grid.rows:
                around = self._tables[-1].content if self._tables else self._body
                around.append(grid)


def _level_named(name: str) -> int | None:
    for prefix in ("heading ", "标题 "):
        if name.startswith(prefix) and name[len(prefix) :].strip().isdigit():
            return int(name[len(prefix) :])
    return None
