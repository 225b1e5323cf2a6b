"""Pictures pasted into a Word file that are documents themselves: a licence, a certificate."""

from dataclasses import replace

from doccheck.extractors.ocr.merge import Readings, recognised_picture
from doccheck.model.document import Block, Cell, Document, Paragraph
from doccheck.model.files import SourceFile
from doccheck.model.places import Place


def with_pasted(document: Document, source: SourceFile, readings: Readings) -> Document:
    """Return a document with what was recognised on its pictures (`Document.unread_pictures`).

    Each becomes a document in `pasted`: its page has the picture's number, places are within the
    picture and say so (`picture[2]`).
    """
    pasted = [_pasted(source, number, readings) for number in sorted(readings)]
    return replace(document, pasted=tuple(pasted))


def _pasted(source: SourceFile, number: int, readings: Readings) -> Document:
    found = recognised_picture(source, {number: readings[number]}, [number])
    blocks = tuple(_within(block, f"picture[{number - 1}]") for block in found.blocks)
    return replace(found, blocks=blocks)


def _within(block: Block, picture: str) -> Block:
    if isinstance(block, Paragraph):
        pieces = tuple(replace(p, place=_placed(p.place, picture)) for p in block.pieces)
        return replace(block, place=_placed(block.place, picture), pieces=pieces)
    cells = tuple(_cell(cell, picture) for cell in block.cells)
    return replace(block, cells=cells, place=_placed(block.place, picture))


def _cell(cell: Cell, picture: str) -> Cell:
    blocks = tuple(_within(block, picture) for block in cell.blocks)
    return replace(cell, blocks=blocks, place=_placed(cell.place, picture))


def _placed(place: Place, picture: str) -> Place:
    anchor = f"{picture}.{place.anchor}" if place.anchor else picture
    return replace(place, anchor=anchor)
