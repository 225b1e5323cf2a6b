"""Automatic list numbers: `一、` and `（一）` stand in no run, only in the list."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from doccheck.extractors.word import ticks
from doccheck.extractors.word.looks import NO_INDENT, Indent, indent
from doccheck.extractors.word.names import MC, VAL, W, child_value, is_on, whole
from doccheck.extractors.word.numerals import numeral
from doccheck.extractors.word.styles import Style, StyleSheet

LEVELS = 9  # a list has nine levels, whatever a file says
BULLET = "•"
NO_LIST = "0"  # the list id that switches a style's numbering off

_PLACEHOLDER = re.compile(r"%([1-9])")
_BOXES = frozenset("□☑☒")  # as bullets they are choices, not decoration


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what it shows.

    `restart` is the level (1-based) whose use restarts this one, 0 for never, None for any above.
    """

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    hidden: bool = False
    paragraph_style: str = ""
    indent: Indent = NO_INDENT


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """A list as one `w:num` sees it; lists of one `abstract` count on together.

    `restarts` holds the values at which single levels begin anew when this list is first used.
    """

    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int]


class Numbering:
    """The lists of one file and how far each has counted."""

    def __init__(self, root: etree._Element | None, styles: StyleSheet) -> None:
        self._styles = styles
        self._abstracts: dict[str, etree._Element] = {}
        self._nums: dict[str, etree._Element] = {}
        self._lists: dict[str, ListDefinition | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._restarted: set[tuple[str, int]] = set()
        if root is not None:
            for entry in root:
                if entry.tag == W + "abstractNum":
                    self._abstracts[entry.get(W + "abstractNumId", "")] = entry
                elif entry.tag == W + "num":
                    self._nums[entry.get(W + "numId", "")] = entry

    def level_of(
        self, num_id: str | None, num_level: int | None, style: Style
    ) -> tuple[str, int] | None:
        """Return the list and level of a paragraph, None where it is not numbered.

        Args:
            num_id: list named by the paragraph itself, None where it names none.
            num_level: level named by the paragraph itself.
            style: the paragraph's style, which may name list and level too.
        """
        if num_id is not None:
            level = num_level or 0
        else:
            num_id = style.paragraph.num_id
            level = self._level_of_style(num_id, style) if num_level is None else num_level
        if num_id is None or num_id == NO_LIST or not 0 <= level < LEVELS:
            return None
        return (num_id, level) if self._list(num_id) else None

    def advance(self, num_id: str, level: int) -> str:
        """Count one paragraph and return its number as shown, without the space after it."""
        found = self._list(num_id)
        if found is None:
            return ""
        counters = self._counters.setdefault(found.abstract, [None] * LEVELS)
        self._count(found, num_id, level, counters)
        return _shown(found, level, counters)

    def indent(self, num_id: str, level: int) -> Indent:
        """Return the indent that a list gives to a level."""
        found = self._list(num_id)
        return found.levels.get(level, Level()).indent if found else NO_INDENT

    def _count(
        self, found: ListDefinition, num_id: str, level: int, counters: list[int | None]
    ) -> None:
        for restarting in found.restarts:
            if (num_id, restarting) not in self._restarted and restarting <= level:
                self._restarted.add((num_id, restarting))
                counters[restarting] = None
        value = counters[level]
        counters[level] = _start(found, level) if value is None else value + 1
        for deeper in range(level + 1, LEVELS):
            restart = found.levels.get(deeper, Level()).restart
            if restart is None or (restart and level < restart):
                counters[deeper] = None

    def _level_of_style(self, num_id: str | None, style: Style) -> int:
        """Return the level that a style is linked to, nearest style first."""
        found = self._list(num_id) if num_id else None
        for style_id in style.chain if found else ():
            for number, level in found.levels.items() if found else ():
                if level.paragraph_style == style_id:
                    return number
        return style.paragraph.num_level or 0

    def _list(self, num_id: str) -> ListDefinition | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read_list(num_id)
        return self._lists[num_id]

    def _read_list(self, num_id: str) -> ListDefinition | None:
        num = self._nums.get(num_id)
        abstract = self._abstract_of(num)
        if num is None or abstract is None:
            return None
        levels = {
            whole(entry.get(W + "ilvl")): _read_level(entry) for entry in abstract.iter(_LEVEL)
        }
        restarts = {}
        for override in num.iterchildren(W + "lvlOverride"):
            number = whole(override.get(W + "ilvl"))
            replacement = override.find(_LEVEL)
            if replacement is not None:
                levels[number] = _read_level(replacement)
            start = child_value(override, W + "startOverride")
            if start is not None:
                restarts[number] = whole(start)
                levels[number] = replace(levels.get(number, Level()), start=whole(start))
        return ListDefinition(abstract.get(W + "abstractNumId", ""), levels, restarts)

    def _abstract_of(self, num: etree._Element | None) -> etree._Element | None:
        """Return a list's definition, by way of the numbering style that it may point to."""
        abstract = self._named_abstract(num)
        link = None if abstract is None else child_value(abstract, W + "numStyleLink")
        if link is None:
            return abstract
        linked = self._named_abstract(self._nums.get(self._styles.numbering_of(link) or ""))
        return abstract if linked is None else linked

    def _named_abstract(self, num: etree._Element | None) -> etree._Element | None:
        if num is None:
            return None
        return self._abstracts.get(child_value(num, W + "abstractNumId") or "")


def _start(found: ListDefinition, level: int) -> int:
    return found.levels.get(level, Level()).start


def _shown(found: ListDefinition, level: int, counters: list[int | None]) -> str:
    own = found.levels.get(level, Level())
    if own.hidden:
        return ""
    if own.style == "bullet":
        return own.text if own.text in _BOXES else BULLET

    def value(match: re.Match[str]) -> str:
        number = int(match[1]) - 1
        count = counters[number]
        style = found.levels.get(number, Level()).style
        if own.legal and style != "none":
            style = "decimal"
        return numeral(_start(found, number) if count is None else count, style)

    return _PLACEHOLDER.sub(value, own.text).strip()


def _read_level(entry: etree._Element) -> Level:
    text = child_value(entry, W + "lvlText") or ""
    style = _number_format(entry)
    legal, hidden = entry.find(W + "isLgl"), entry.find(f"{W}rPr/{W}vanish")
    restart, spaces = child_value(entry, W + "lvlRestart"), entry.find(f"{W}pPr/{W}ind")
    fonts = entry.find(f"{W}rPr/{W}rFonts")
    if style == "bullet":
        font = "" if fonts is None else fonts.get(W + "ascii", "")
        text = ticks.plain_ticks(ticks.symbols(text, font))
    return Level(
        start=whole(child_value(entry, W + "start"), 0),
        style=style,
        text=text,
        restart=None if restart is None else whole(restart),
        legal=legal is not None and is_on(legal),
        hidden=hidden is not None and is_on(hidden),
        paragraph_style=child_value(entry, W + "pStyle") or "",
        indent=NO_INDENT if spaces is None else indent(spaces),
    )


def _number_format(entry: etree._Element) -> str:
    """Return a level's number format; newer ones stand in a choice with an older fallback."""
    plain = entry.find(W + "numFmt")
    if plain is None:
        plain = entry.find(f"{MC}AlternateContent/{MC}Fallback/{W}numFmt")
    return "decimal" if plain is None else plain.get(VAL, "decimal")


_LEVEL = W + "lvl"
