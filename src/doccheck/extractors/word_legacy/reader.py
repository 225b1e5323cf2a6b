"""Reading one old Word file: lay it open, tell it as .docx, read that."""

from doccheck.extractors.compound import open_compound
from doccheck.extractors.word.reader import package_picture, read_package
from doccheck.extractors.word_legacy.file import lay_open
from doccheck.extractors.word_legacy.package import DocPackage
from doccheck.model.document import Document
from doccheck.model.files import SourceFile


def read_doc(source: SourceFile) -> Document:
    """Return what an old Word file (.doc, .dot, .wps) says; macros are never touched.

    Raises:
        UnreadableFileError: the file is damaged, encrypted, older than Word 97 or no Word file.
    """
    return read_package(_package(source), source)


def doc_picture(source: SourceFile, number: int) -> bytes:
    """Return the bytes of a picture (1-based, as in `Document.pictures`), empty where lost."""
    return package_picture(_package(source), source, number)


def _package(source: SourceFile) -> DocPackage:
    with open_compound(source.local, source.path) as compound:
        file = lay_open(compound, source.path)
    return DocPackage(file, source.path)
