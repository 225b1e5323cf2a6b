"""Statements that stand in plain lines: columns told by words, figures by their order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from doccheck.text.normalise import key
from doccheck.understanding import statement_heads as heads
from doccheck.understanding.statement_figures import read_figure
from doccheck.understanding.statement_grid import NOTE_MARK, Column, Group, Layout, Line
from doccheck.understanding.statement_heads import Period
from doccheck.understanding.statement_items import is_financing, is_label
from doccheck.understanding.statement_rows import Row

_DAY = r"(?:19|20)[0-9]{2}[年.\-/](?:度|[0-9]{1,2}[月.\-/](?:[0-9]{1,2}日?)?)?"
_TERMS = re.compile(
    r"(?P<label>资产(?!负债)|(?:报表)?项目|负债[和及与]?(?:所有者|股东)权益(?:\([^)]*\))?"
    r"|(?:所有者|股东)?权益\))"
    r"|(?P<number>行次|附注(?:[一二三四五六七八九十]+)?(?:编号)?|注释号?)"
    rf"|(?P<period>{_DAY}(?:\([^)]*\))?"
    r"|(?:上年同期|上年年末|本年累计|本期累计|上年累计|本年|本期|本月|上年|上期|期末|期初|年初|年末|去年)"
    r"(?:累计)?(?:发生)?(?:实际)?(?:余额|数|金额|额)?(?:\([^)]*\))?"
    r"|增减(?:变动)?(?:额|率|幅度)?|变动(?:额|率|幅度)|同比增?减?)"
    r"|(?P<amount>金额)"
)
_SCOPES = re.compile(r"合并|母公司|公司")
_HEADER_SHARE = 0.9  # of a header line's characters that are headings
_LINE_NUMBER = re.compile(r"[0-9]{1,3}")
_GLUED = re.compile(r"(?<=\.[0-9]{2})(?=[一-鿿（(])|(?<=[一-鿿）)：:])(?=[0-9]{1,3},[0-9]{3})")
_DIGITS = re.compile(r"[-－—(（]?[0-9.,，]+[)）]?")


class Word(NamedTuple):
    """A printed word: a part of a label, or a figure or dash."""

    text: str
    is_value: bool


def header_layout(text: str) -> Layout | None:
    """Return the columns that a line of headings names (资产 期末余额 年初余额 …), else None."""
    folded = key(text)
    terms = list(_TERMS.finditer(folded))
    kinds = [t.lastgroup for t in terms]
    if sum(len(t.group()) for t in terms) < _HEADER_SHARE * max(len(folded), 1):
        return None
    values = kinds.count("period") + kinds.count("amount")
    if not values or (not kinds.count("label") and values < 2):
        return None
    groups: list[Group] = [] if kinds[0] == "label" else [Group(0, 0)]
    for term in terms:
        _add(groups, term)
    return Layout(0, tuple(g for g in groups if g.columns))


def _add(groups: list[Group], term: re.Match[str]) -> None:
    if term.lastgroup == "label":
        groups.append(Group(0, 0))
        return
    last = groups[-1]
    if term.lastgroup == "number":
        numbered = term.group().startswith("行")
        groups[-1] = replace(
            last, numbers=last.numbers + numbered, notes=last.notes + (not numbered)
        )
        return
    period = heads.period_of(term.group()) or Period("own")
    column = Column(0, 0, period, unit=heads.unit_of_heading(term.group()))
    groups[-1] = replace(last, columns=(*last.columns, column))


def with_scopes(layout: Layout, text: str) -> Layout | None:
    """Return the layout with 合并 and 公司 of the line below, None if the line is no such line."""
    folded = key(text)
    scopes = [heads.scope_of_heading(s) for s in _SCOPES.findall(folded)]
    columns = sum(len(g.columns) for g in layout.groups)
    if not scopes or _SCOPES.sub("", folded) or len(scopes) % columns:
        return None
    each, rest = len(scopes) // columns, iter(scopes)
    groups = tuple(
        replace(
            g, columns=tuple(replace(c, scope=next(rest)) for c in g.columns for _ in range(each))
        )
        for g in layout.groups
    )
    return Layout(0, groups)


# ---- lines
def text_lines(rows: Sequence[Row], layout: Layout) -> Iterator[Line]:
    """Yield the labels and figures of plain lines.

    A line that holds fewer figures than there are columns does not tell which are missing: its
    cells are given as unreadable (`?`).
    """
    for row in rows:
        place = row.entries[0].place
        for number, (label, values) in enumerate(_pieces(row.text)):
            group = _group_of(label, number, layout)
            columns = layout.groups[group].columns
            texts = _in_columns(values, layout.groups[group], _is_marked(row.text))
            cells = tuple((c, t, place) for c, t in zip(columns, texts, strict=True))
            only_number = label.isdigit()  # 行次 of a label on the line above
            yield Line("" if only_number else label, place, group, cells)


def _group_of(label: str, number: int, layout: Layout) -> int:
    """Return the side that a label belongs to: by what it is, else by its place in the line."""
    right = is_financing(label)
    side = number if right is None else int(right)
    return min(side, len(layout.groups) - 1)


def _words(text: str) -> list[Word]:
    """Return a line's words; figures broken by blanks are put together."""
    words: list[Word] = []
    parts = _GLUED.sub(" ", text).split()
    for part in [p for p in parts if not NOTE_MARK.fullmatch(p)] or parts:
        last = words[-1] if words else None
        if last and last.is_value and _DIGITS.fullmatch(part) and _DIGITS.fullmatch(last.text):
            joined = read_figure(f"{last.text} {part}")
            if joined.state == "figure" and read_figure(last.text).state != "figure":
                words[-1] = Word(last.text + part, True)
                continue
        words.append(
            Word(part, read_figure(part).state != "unreadable" or bool(_DIGITS.fullmatch(part)))
        )
    return words


def _pieces(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each label of a line with the values after it."""
    labels: list[str] = []
    values: list[str] = []
    for word in [*_words(text), Word("", False)]:
        if word.is_value and labels:
            values.append(word.text)
            continue
        if values or not word.text:
            *before, last = _split_labels(labels)
            yield from ((label, []) for label in before)
            yield last, values
            labels, values = [], []
        labels.append(word.text)


def _split_labels(words: list[str]) -> list[str]:
    """Put words together to labels: `非流动资产： 流动负债合计` are two, `资 产 总 计` is one."""
    whole = "".join(words)
    if len(words) > 1 and not is_label(whole):
        for n in range(1, len(words)):
            left, right = "".join(words[:n]), "".join(words[n:])
            if is_label(right) and is_label(left):
                return [left, right]
    return [whole]


def _is_marked(text: str) -> bool:
    """Tell whether the number of a note (五、3) stands in a line."""
    return any(NOTE_MARK.fullmatch(part) for part in text.split())


def _in_columns(values: list[str], group: Group, marked: bool) -> list[str]:
    """Return a text for each column of figures, `?` for each where they cannot be told apart.

    A 行次 stands on every line and goes first; a number of a note may. Where a small whole number
    could be either a figure or such a number, nothing is told; `marked`: the line's note is known.
    """
    columns = len(group.columns)
    rest = values
    if group.numbers and rest and _LINE_NUMBER.fullmatch(rest[0]):
        rest = rest[1:]
    noted = (
        bool(group.notes) and not marked and bool(rest) and bool(_LINE_NUMBER.fullmatch(rest[0]))
    )
    if noted and len(rest) == columns + 1:
        rest = rest[1:]
    elif noted and any("." in v for v in rest):
        return ["?"] * columns
    if len(rest) == columns:
        return rest
    return [""] * columns if not rest else ["?"] * columns
