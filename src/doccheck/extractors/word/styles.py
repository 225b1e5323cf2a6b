"""Styles: what a paragraph or run looks like once its style chain has been followed."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree

from doccheck.extractors.word.colours import AUTO, WHITE, shaded
from doccheck.extractors.word.looks import (
    NOTHING_SAID,
    ParagraphLook,
    RunLook,
    paragraph_look,
    paragraph_over,
    run_look,
    run_over,
)
from doccheck.extractors.word.names import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, VAL, W

StyleRole = Literal["toc", "caption"]

DEFAULT_POINTS = 10.0  # Word's own size where neither style nor defaults give one
MAX_CHAIN = 20  # Word allows ten styles in a chain; a circle ends here

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_CHINESE_HEADING = re.compile(r"([一二三四五六])级标题")
_TOC = re.compile(r"toc\s*(?:[1-9]|heading)|目录\s*[1-9]|table of figures|图表目录", re.IGNORECASE)
_CAPTION = frozenset(("caption", "题注"))


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything it inherits; `chain` holds its id and those it is based on."""

    chain: tuple[str, ...]
    run: RunLook
    paragraph: ParagraphLook
    role: StyleRole | None = None


class StyleSheet:
    """The styles of one file, each resolved once, when it is first asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        self._sources: dict[str, etree._Element] = {}
        self._default_paragraph = ""
        self._resolved: dict[str, Style] = {}
        self._characters: dict[str, RunLook] = {}
        self._base = Style(chain=(), run=RunLook(DEFAULT_POINTS), paragraph=ParagraphLook())
        if root is not None:
            self._index(root)

    def paragraph(self, style_id: str | None) -> Style:
        """Return a paragraph's style; without an id or with an unknown one, the default."""
        if style_id is None or (style_id not in self._sources and not _level_by_id(style_id)):
            style_id = self._default_paragraph
        return self._resolve(style_id, 0)

    def run(self, properties: etree._Element, base: RunLook) -> RunLook:
        """Return the look of a run from its `w:rPr`, its character style and its paragraph."""
        own = run_look(properties)
        entry = properties.find(_RUN_STYLE)
        if entry is None:
            return run_over(own, base)
        character = self._character(entry.get(VAL, ""))
        look = run_over(own, run_over(character, base))
        if own.bold is None:  # bold in both styles switches itself off again
            look = look._replace(bold=bool(base.bold) != bool(character.bold))
        return look

    def shades_cells(self, style_id: str) -> bool:
        """Return whether a table style may lay a colour behind the text of some cells."""
        for _ in range(MAX_CHAIN):
            source = self._sources.get(style_id)
            if source is None:
                return False
            if any(shaded(entry) not in (AUTO, WHITE) for entry in source.iter(W + "shd")):
                return True
            style_id = _based_on(source)
        return True

    def numbering_of(self, style_id: str) -> str | None:
        """Return the list that a style belongs to (`w:numStyleLink`), if any."""
        return self._resolve(style_id, 0).paragraph.num_id

    def _character(self, style_id: str) -> RunLook:
        """Return what a character style itself says, without the file's defaults."""
        known = self._characters.get(style_id)
        if known is None:
            known, source = RunLook(), self._sources.get(style_id)
            for _ in range(MAX_CHAIN):
                if source is None:
                    break
                known = run_over(known, _run_part(source))
                source = self._sources.get(_based_on(source))
            self._characters[style_id] = known
        return known

    def _index(self, root: etree._Element) -> None:
        for source in root.iterchildren(W + "style"):
            style_id = source.get(W + "styleId", "")
            self._sources[style_id] = source
            default = source.get(W + "default", "0") in ("1", "true", "on")
            if default and source.get(W + "type") == "paragraph":
                self._default_paragraph = style_id
        defaults = root.find(W + "docDefaults")
        if defaults is not None:
            run = defaults.find(f"{W}rPrDefault/{W}rPr")
            paragraph = defaults.find(f"{W}pPrDefault/{W}pPr")
            look = run_look(run) if run is not None else RunLook()
            self._base = Style(
                chain=(),
                run=look._replace(size=look.size or DEFAULT_POINTS),
                paragraph=ParagraphLook() if paragraph is None else paragraph_look(paragraph),
            )

    def _resolve(self, style_id: str, depth: int) -> Style:
        if style_id in self._resolved:
            return self._resolved[style_id]
        source = self._sources.get(style_id)
        if source is None:
            level = _level_by_id(style_id)
            look = replace(self._base.paragraph, level=level) if level else self._base.paragraph
            return replace(self._base, paragraph=look)
        parent_id = _based_on(source)
        on_parent = parent_id and depth < MAX_CHAIN
        parent = self._resolve(parent_id, depth + 1) if on_parent else self._base
        style = _derive(source, style_id, parent)
        self._resolved[style_id] = style
        return style


def _derive(source: etree._Element, style_id: str, parent: Style) -> Style:
    name = source.find(W + "name")
    called = "" if name is None else name.get(VAL, "").strip()
    properties = source.find(PARAGRAPH_PROPERTIES)
    own = NOTHING_SAID if properties is None else paragraph_look(properties)
    if own.level is None:
        own = replace(own, level=_level_by_name(called))
    return Style(
        chain=(style_id, *parent.chain),
        run=run_over(_run_part(source), parent.run),
        paragraph=paragraph_over(own, parent.paragraph),
        role=_role(called) or parent.role,
    )


def _run_part(source: etree._Element) -> RunLook:
    properties = source.find(RUN_PROPERTIES)
    return RunLook() if properties is None else run_look(properties)


def _based_on(source: etree._Element) -> str:
    entry = source.find(W + "basedOn")
    return "" if entry is None else entry.get(VAL, "")


def _level_by_name(name: str) -> int | None:
    match = _HEADING.fullmatch(name)
    if match:
        return int(match[1])
    match = _CHINESE_HEADING.fullmatch(name)
    return "一二三四五六".index(match[1]) + 1 if match else None


def _level_by_id(style_id: str) -> int | None:
    """Return the heading level that an undefined style's id tells: `Heading1`, `标题1`, `1`."""
    if len(style_id) == 1 and style_id in "123456789":
        return int(style_id)
    return _level_by_name(style_id)


def _role(name: str) -> StyleRole | None:
    if _TOC.fullmatch(name):
        return "toc"
    return "caption" if name.lower() in _CAPTION else None


_RUN_STYLE = W + "rStyle"
