"""The parameters that a programme gives a rule, on one line, for `doccheck explain` and docs."""

import json
from collections.abc import Mapping
from typing import Any

MAX_CHARS = 240
"""Of one parameter: lists of topics or formulas are cut, the programme's file has them whole."""


def parameters(params: Mapping[str, Any]) -> str:
    """Return parameters as `key=value` parts; empty where there are none."""
    return "；".join(f"{key}={_value(value)}" for key, value in params.items())


def _value(value: Any) -> str:
    if isinstance(value, str):
        text = value
    elif isinstance(value, list | tuple) and all(isinstance(v, str | int) for v in value):
        text = "、".join(map(str, value))
    else:
        text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= MAX_CHARS else text[: MAX_CHARS - 1] + "…"
