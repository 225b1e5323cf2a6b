"""A programme file as plain data, with the line on which every key stands.

The file may come from a stranger: size, depth and number of nodes are bounded, anchors and
aliases are refused (a few lines of them can stand for billions of values), no tag makes objects.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from doccheck.errors import ProgramError

MAX_BYTES = 1_000_000  # the largest programme so far has 60 kB
MAX_DEPTH = 16  # a programme needs 7
MAX_NODES = 50_000

Path = tuple[str | int, ...]

_TAG = "tag:yaml.org,2002:"
_CORE = {
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    "float": (
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
        list("-+0123456789."),
    ),
}
"""Which plain scalars are no text: the core schema of YAML 1.2 (§10.3.2), first signs for speed.

PyYAML's own rules are those of YAML 1.1, where `no`, `on` and `1:30` are no text either.
"""
_NEXT = "请按提示逐条改正后再运行"


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed file: its name for messages, its data, and the 1-based line of each path.

    A path is the chain of keys and indexes that leads to a value: `("rules", 3, "params")`.
    """

    name: str
    data: Any
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """Return the line of a path, or of its nearest ancestor that stands in the file."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return 1

    def place(self, path: Path) -> str:
        """Return `file:line` of a path."""
        return f"{self.name}:{self.line(path)}"


class _Parser(yaml.CBaseLoader):
    """libyaml's parser, fourteen times as fast as one in Python; keeps the line of every node."""


for _kind, (_pattern, _first) in _CORE.items():
    _Parser.add_implicit_resolver(_TAG + _kind, re.compile(f"^(?:{_pattern})$"), _first)


def parse(text: str, name: str) -> Source:
    """Parse the text of a programme file; ProgramError with file and line where it is no YAML."""
    if len(text.encode()) > MAX_BYTES:
        raise _refused(f"方案文件超过 {MAX_BYTES // 1000} kB", name, 1)
    try:
        _refuse_bombs(text, name)
        root = yaml.compose(text, Loader=_Parser)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _refused(f"YAML 格式有误（{error.problem}）", name, line) from error
    except (YAMLError, ValueError) as error:
        raise _refused(f"YAML 格式有误（{error}）", name, 1) from error
    lines: dict[Path, int] = {}
    return Source(name, _plain(root, (), lines, name), lines)


def _refused(what: str, name: str, line: int) -> ProgramError:
    place = f"{name}:{line}"
    return ProgramError(what, place, _NEXT, (f"{place} {what}",))


def _refuse_bombs(text: str, name: str) -> None:
    depth = nodes = 0
    for event in _events(text):
        line = event.start_mark.line + 1
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
            raise _refused("方案文件里不能使用锚点和引用（& 和 *）", name, line)
        nodes += isinstance(event, NodeEvent)
        depth += isinstance(event, CollectionStartEvent)
        depth -= isinstance(event, CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _refused(f"嵌套超过 {MAX_DEPTH} 层", name, line)
        if nodes > MAX_NODES:
            raise _refused(f"内容超过 {MAX_NODES} 项", name, line)


def _events(text: str) -> Iterator[Any]:
    yield from yaml.parse(text, Loader=_Parser)


def _plain(node: Node | None, path: Path, lines: dict[Path, int], name: str) -> Any:
    if node is None:
        return None
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, MappingNode):
        return _mapping(node, path, lines, name)
    if isinstance(node, SequenceNode):
        return [_plain(child, (*path, i), lines, name) for i, child in enumerate(node.value)]
    return _scalar(node, name)


def _mapping(node: MappingNode, path: Path, lines: dict[Path, int], name: str) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, ScalarNode):
            raise _refused("键必须是文字", name, line)
        key = str(key_node.value)
        if key in plain:
            raise _refused(f"“{key}”写了两次", name, line)
        lines[(*path, key)] = line
        plain[key] = _plain(value_node, (*path, key), lines, name)
    return plain


_SCALARS: dict[str, Callable[[str], Any]] = {
    "str": str,
    "null": lambda _: None,
    "bool": lambda s: s.lower() == "true",
    "int": lambda s: int(s, 0) if s.startswith(("0x", "0o")) else int(s),
    "float": float,
}


def _scalar(node: Node, name: str) -> Any:
    kind = str(node.tag).removeprefix(_TAG)
    if kind not in _SCALARS:
        raise _refused(f"不支持的标记 {node.tag}", name, node.start_mark.line + 1)
    return _SCALARS[kind](str(node.value))
