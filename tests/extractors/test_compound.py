"""Compound files with their insides exchanged are damaged, not a riddle."""

import io

import pytest
from formats.compound import compound

from doccheck.errors import UnreadableFileError
from doccheck.extractors.compound import open_compound

STORAGE, STREAM = 1, 2
TYPE_AT = 66  # of a directory entry ([MS-CFB] 2.6.1): what it is


def test_a_storage_in_a_streams_place_is_damage() -> None:
    content = bytearray(compound({"WordDocument": b"x" * 5000}))
    entry = content.index("WordDocument".encode("utf-16-le"))
    assert content[entry + TYPE_AT] == STREAM
    with open_compound(bytes(content), "a.doc") as whole:
        assert whole.data("WordDocument")
    content[entry + TYPE_AT] = STORAGE
    with open_compound(bytes(content), "a.doc") as broken:
        assert broken.optional("WordDocument") == b""
        with pytest.raises(UnreadableFileError, match="损坏"):
            broken.data("WordDocument")


def test_a_stream_that_is_not_there_is_damage() -> None:
    content = compound({"WordDocument": b"x" * 5000})
    with open_compound(io.BytesIO(content).getvalue(), "a.doc") as whole:
        assert not whole.has("1Table")
        with pytest.raises(UnreadableFileError):
            whole.data("1Table")
