"""The inside of a paragraph: runs and what wraps them, gathered as text with its look."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from doccheck.extractors.word import pictures, ticks
from doccheck.extractors.word.controls import settled_content
from doccheck.extractors.word.fields import FIELD_CHARACTER, FieldStack
from doccheck.extractors.word.floats import Float, float_of
from doccheck.extractors.word.names import (
    ALTERNATE,
    CONTROL,
    REMOVED,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    TRANSPARENT,
    XML_SPACE,
    M,
    W,
    chosen,
)
from doccheck.extractors.word.pictures import PictureRef
from doccheck.extractors.word.styles import Style, StyleSheet
from doccheck.extractors.word.visibility import PAPER, Surface, Unseen, unseen

_XML_SPACES = " \t\r\n"


@dataclass(slots=True)
class Segment:
    """The part of a paragraph that stands between two page breaks.

    `looks` counts characters by font size and weight; `in_contents` those of a table of contents.
    `unseen` are pieces that a reader does not see; those of which it is not sure stand in
    `pieces` as well.
    """

    pieces: list[str] = field(default_factory=list)
    looks: Counter[tuple[float, bool]] = field(default_factory=Counter)
    in_contents: int = 0
    pictures: list[PictureRef] = field(default_factory=list)
    unseen: list[tuple[Unseen, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the text, ticks in one form, line breaks as newlines."""
        return ticks.plain_ticks("".join(self.pieces))


@dataclass(slots=True)
class Gathered:
    """What a paragraph says: its segments, and what hangs on it."""

    segments: list[Segment] = field(default_factory=lambda: [Segment()])
    text_boxes: list[etree._Element] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    floats: list[Float] = field(default_factory=list)


class InlineReader:
    """Reads the runs of one paragraph into a `Gathered`."""

    def __init__(
        self,
        styles: StyleSheet,
        fields: FieldStack,
        style: Style,
        gathered: Gathered,
        surface: Surface = PAPER,
        line: float = 0.0,
        concealed: Unseen | None = None,
    ) -> None:
        self._styles = styles
        self._fields = fields
        self._style = style
        self._gathered = gathered
        self._surface = surface
        self._line = line
        self._concealed = concealed
        self._unseen: Unseen | None = None
        self._look = (0.0, False)
        self._symbol_font = ""

    def read(self, container: etree._Element) -> None:
        """Read all runs of a paragraph or of a wrapper inside it, in order."""
        for child in container:
            tag = child.tag
            if tag == RUN:
                self._run(child)
            elif tag in TRANSPARENT:
                self.read(child)
            elif tag not in REMOVED:
                wrapper = _WRAPPERS.get(tag)
                if wrapper is not None:
                    wrapper(self, child)

    def _run(self, run: etree._Element) -> None:
        if not self._dress(run.find(RUN_PROPERTIES)):
            self._hidden_run(run)
            return
        for child in run:
            tag = child.tag
            if tag == TEXT:
                self._say(_run_text(child))
            elif tag in pictures.DRAWINGS:
                self._draw(child)
            else:
                content = _RUN_CONTENT.get(tag)
                if content is not None:
                    content(self, child)

    def _hidden_run(self, run: etree._Element) -> None:
        """Note the words of a run marked as hidden, and keep count of the fields in it."""
        for child in run:
            if child.tag == FIELD_CHARACTER:
                self._fields.mark(child)
            elif child.tag == _INSTRUCTION:
                self._instruction(child)
            elif child.tag == TEXT:
                self._say(_run_text(child))

    def _dress(self, properties: etree._Element | None) -> bool:
        """Take over a run's look; return whether the run is shown at all."""
        base = self._style.run
        look = base if properties is None else self._styles.run(properties, base)
        self._look = (look.size or 0.0, bool(look.bold))
        self._symbol_font = look.symbol_font or ""
        self._unseen = unseen(look, self._line, self._surface) or self._concealed
        return not look.hidden

    def _say(self, text: str) -> None:
        if not text or not self._fields.visible:
            return
        if self._symbol_font:
            text = ticks.symbols(text, self._symbol_font)
        segment = self._gathered.segments[-1]
        if self._unseen is not None and text.strip():
            segment.unseen.append((self._unseen, text))
            if self._unseen.sure:
                return
        segment.pieces.append(text)
        segment.looks[self._look] += len(text.strip())
        if self._fields.in_contents:
            segment.in_contents += len(text)

    def _symbol(self, entry: etree._Element) -> None:
        try:
            code = int(entry.get(W + "char", ""), 16)
            sign = ticks.symbol(code, entry.get(W + "font", ""))
        except (ValueError, OverflowError):
            return
        self._symbol_font = ""
        self._say(sign)

    def _break(self, entry: etree._Element) -> None:
        if entry.get(W + "type") != "page":
            self._say("\n")
        elif self._fields.visible:
            self._gathered.segments.append(Segment())

    def _field_mark(self, entry: etree._Element) -> None:
        shown = self._fields.mark(entry)
        self._symbol_font = ""
        self._say(shown)

    def _instruction(self, entry: etree._Element) -> None:
        self._fields.instruct(entry.text or "")

    def _simple_field(self, entry: etree._Element) -> None:
        self._fields.enter(entry.get(W + "instr", ""))
        self.read(entry)
        self._fields.leave()

    def _note(self, entry: etree._Element) -> None:
        kind = "footnotes" if entry.tag == W + "footnoteReference" else "endnotes"
        self._gathered.notes.append((kind, entry.get(W + "id", "")))

    def _draw(self, entry: etree._Element) -> None:
        if not self._fields.visible:
            return
        drawn = pictures.scan(entry)
        self._gathered.segments[-1].pictures.extend(drawn.pictures)
        self._gathered.text_boxes.extend(drawn.text_boxes)
        self._gathered.titles.extend(drawn.titles)
        floating = float_of(entry)
        if floating is not None:
            self._gathered.floats.append(floating)

    def _alternate(self, entry: etree._Element) -> None:
        """Read the chosen branch, which holds runs in a paragraph and drawings in a run."""
        branch = chosen(entry)
        if branch is None:
            return
        for child in branch:
            if child.tag in pictures.DRAWINGS:
                self._draw(child)
            elif child.tag in _RUN_CONTENT:
                _RUN_CONTENT[child.tag](self, child)
            elif child.tag == TEXT:
                self._say(_run_text(child))
        self.read(branch)

    def _control(self, entry: etree._Element) -> None:
        content = settled_content(entry)
        if content is not None:
            self.read(content)

    def _ruby(self, entry: etree._Element) -> None:
        base = entry.find(W + "rubyBase")
        if base is not None:
            self.read(base)

    def _formula(self, entry: etree._Element) -> None:
        self._symbol_font, self._unseen = "", self._concealed
        self._say(_formula_text(entry))


def _run_text(entry: etree._Element) -> str:
    """Return a `w:t`'s text; spaces at its ends count only where the file asks to keep them."""
    text = entry.text or ""
    if text and (text[0] in _XML_SPACES or text[-1] in _XML_SPACES):
        holder: etree._Element | None = entry
        while holder is not None and holder.get(XML_SPACE) is None:
            holder = holder.getparent()
        if holder is None or holder.get(XML_SPACE) != "preserve":
            text = text.strip(_XML_SPACES)
    return text.replace("\n", " ") if "\n" in text else text


def _formula_text(formula: etree._Element) -> str:
    """Return a formula on one line; a fraction keeps its stroke."""
    if formula.tag == M + "t":
        return formula.text or ""
    if formula.tag == M + "f":
        parts = (formula.find(M + "num"), formula.find(M + "den"))
        return "/".join("" if part is None else _formula_text(part) for part in parts)
    return "".join(map(_formula_text, formula))


_Reading = Callable[[InlineReader, etree._Element], None]
_INSTRUCTION = W + "instrText"
_RUN_CONTENT: dict[str, _Reading] = {
    W + "tab": lambda reader, _: reader._say("\t"),
    W + "ptab": lambda reader, _: reader._say("\t"),
    W + "cr": lambda reader, _: reader._say("\n"),
    W + "noBreakHyphen": lambda reader, _: reader._say("-"),
    W + "br": InlineReader._break,
    W + "sym": InlineReader._symbol,
    _INSTRUCTION: InlineReader._instruction,
    W + "footnoteReference": InlineReader._note,
    W + "endnoteReference": InlineReader._note,
    W + "ruby": InlineReader._ruby,
    FIELD_CHARACTER: InlineReader._field_mark,
    ALTERNATE: InlineReader._alternate,
}
"""What a run holds besides text; a soft hyphen shows nothing and is not listed."""
_WRAPPERS: dict[str, _Reading] = {
    CONTROL: InlineReader._control,
    ALTERNATE: InlineReader._alternate,
    W + "fldSimple": InlineReader._simple_field,
    M + "oMath": InlineReader._formula,
    M + "oMathPara": InlineReader._formula,
}
