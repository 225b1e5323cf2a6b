"""Calls that do to a reading process what hostile files do."""

import ctypes
import os
import time


def crash() -> None:
    """Die as native code dies."""
    ctypes.string_at(0)


def hang() -> None:
    """Never come back."""
    time.sleep(3600)


def swallow(size: int) -> int:
    """Hold so many bytes."""
    return len(bytearray(size))


def process() -> int:
    """Tell which process this is."""
    return os.getpid()


def slowly(seconds: float, value: str) -> str:
    """Answer after a time."""
    time.sleep(seconds)
    return value


def shout(size: int) -> bytes:
    """Give a long answer."""
    return bytes(size)


def refuse() -> None:
    """Raise."""
    raise ValueError("no such page")


def imported(name: str) -> bool:
    """Tell whether a module of the current folder can be imported."""
    try:
        __import__(name)
    except ImportError:
        return False
    return True
