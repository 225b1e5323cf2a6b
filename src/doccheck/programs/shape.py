"""Faults in the shape of a programme: unknown keys, wrong types, values that are not allowed."""

import copy
import re
from collections.abc import Callable
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from doccheck.programs.faults import Faults, did_you_mean
from doccheck.programs.source import Path

_WORDS = {
    "missing": "缺少“{key}”",
    "string_type": "“{key}”应是文字（数字请加引号）",
    "int_type": "“{key}”应是整数",
    "bool_type": "“{key}”应是 true 或 false",
    "float_type": "“{key}”应是数字",
    "tuple_type": "“{key}”应是列表",
    "dict_type": "“{key}”应是键值表",
    "model_type": "“{key}”应是键值表",
    "model_attributes_type": "“{key}”应是键值表",
    "int_parsing": "“{key}”应是整数",
    "int_from_float": "“{key}”应是整数",
    "bool_parsing": "“{key}”应是 true 或 false",
    "float_parsing": "“{key}”应是数字",
    "decimal_type": "“{key}”应是数字",
    "decimal_parsing": "“{key}”应是数字",
    "mapping_type": "“{key}”应是键值表",
    "finite_number": "“{key}”应是普通的数字",
    "greater_than": "“{key}”必须大于 {gt}",
    "greater_than_equal": "“{key}”不能小于 {ge}",
    "less_than": "“{key}”必须小于 {lt}",
    "less_than_equal": "“{key}”不能大于 {le}",
    "too_short": "“{key}”不能是空的",
    "date_type": "“{key}”应是日期（2021-05-10）",
    "date_parsing": "“{key}”应是日期（2021-05-10）",
    "value_error": "{msg}",
    "date_from_datetime_parsing": "“{key}”应是日期（2021-05-10）",
}

_OWN_WORDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"exactly one of ([\w, ]+)"), lambda m: f"{m[1].replace(', ', '、')} 恰好写一个"),
    (
        re.compile(r"field and whole need a document"),
        lambda _: "写了 field 或 whole 就要写 document",
    ),
    (
        re.compile(r"(\w+) must not be below (\w+)"),
        lambda m: f"{m[1]} 不能小于 {m[2]}",
    ),
)
"""What models of parameters say in English, in Chinese."""

STAND_IN = "?"
"""Begins every text that stands in for a missing one; faults that quote it are not reported."""


def shape_faults(error: ValidationError, faults: Faults, model: type[BaseModel]) -> None:
    """Put what pydantic found into words."""
    for item in error.errors(include_url=False):
        path = item["loc"]
        key = str(path[-1]) if path else ""
        if item["type"] == "extra_forbidden":
            known = tuple(_model_at(model, path[:-1]).model_fields)
            faults.add(path, f"不认识的键“{key}”{did_you_mean(key, known)}")
        elif item["type"] == "literal_error":
            faults.add(path, _not_allowed(item["input"], path, model))
        else:
            words = _WORDS.get(item["type"], "“{key}”：{msg}")
            values = {**item.get("ctx", {}), "key": _named(path), "msg": _translated(item["msg"])}
            faults.add(path, words.format_map(values))


def _translated(message: str) -> str:
    told = message.removeprefix("Value error, ")
    for pattern, words in _OWN_WORDS:
        if match := pattern.fullmatch(told):
            return words(match)
    return told


def _named(path: Path) -> str:
    """Return the last key of a path; an index is shown with the list it counts in."""
    if path and isinstance(path[-1], int) and len(path) > 1:
        return f"{path[-2]} 第 {path[-1] + 1} 项"
    return str(path[-1]) if path else "方案文件"


def _not_allowed(value: Any, path: Path, model: type[BaseModel]) -> str:
    allowed = _choices(_model_at(model, path[:-1]).model_fields[str(path[-1])].annotation)
    hint = did_you_mean(str(value), allowed) or f"，可用：{'、'.join(allowed)}"
    return f"“{path[-1]}”不能是“{value}”{hint}"


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(str(a) for a in get_args(annotation))
    return tuple(c for a in get_args(annotation) for c in _choices(a))


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """Return the model that a path leads to, starting from a model."""
    here = model
    for step in path:
        if isinstance(step, str) and step in here.model_fields:
            here = _inner_model(here.model_fields[step].annotation) or here
    return here


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for a in get_args(annotation) if (m := _inner_model(a))), None)


# ---- stand-ins


def mended(data: Any, error: ValidationError, model: type[BaseModel]) -> Any:
    """Return the data with what is wrong left out, or replaced where it may not be missing.

    Raises LookupError where nothing can stand in.
    """
    rest = copy.deepcopy(data)
    paths = sorted({item["loc"] for item in error.errors()}, key=_index_order, reverse=True)
    for number, path in enumerate(paths):
        if not path:
            raise LookupError("the file holds no mapping")
        parent = rest
        for step in path[:-1]:
            parent = parent[step]
        _replace(parent, path, model, f"{STAND_IN}{number}")
    return rest


def _index_order(path: Path) -> tuple[tuple[int, str], ...]:
    """Sort indexes as numbers, so that those further down are taken out first."""
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _replace(parent: Any, path: Path, model: type[BaseModel], text: str) -> None:
    key = path[-1]
    field = _model_at(model, path[:-1]).model_fields.get(str(key))
    if isinstance(key, str) and field is not None and field.is_required():
        parent[key] = _stand_in(field.annotation, text)
    elif not isinstance(parent, dict) or key in parent:
        del parent[key]


def _stand_in(annotation: Any, text: str) -> Any:
    if annotation is str:
        return text
    if annotation is date:
        return date.max.isoformat()
    if get_origin(annotation) is tuple:
        return []
    if choices := _choices(annotation):
        return choices[0]
    raise LookupError(f"nothing stands in for {annotation}")
