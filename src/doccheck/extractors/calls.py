"""What goes to a reading process and what comes back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

End = Literal["done", "timeout", "memory", "died"]


@dataclass(frozen=True, slots=True)
class Call:
    """A function of a module's top level, its arguments, and what it may use.

    `seconds` of wall time; `memory` in bytes beyond what the process holds already.
    """

    function: Callable[..., Any]
    args: tuple[Any, ...]
    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call came to: its value, its error, or how it ended without either."""

    value: Any = None
    error: Exception | None = None
    end: End = "done"
