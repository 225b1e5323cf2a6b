"""Content controls: a check box shows its state, an unfilled one shows nothing."""

from lxml import etree

from doccheck.extractors.word import ticks
from doccheck.extractors.word.names import (
    CONTROL_CONTENT,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    W14,
    W,
    child_value,
    is_on,
)

_CONTENTS_GALLERY = "Table of Contents"
_OFF = frozenset(("0", "false", "off"))


def settled_content(control: etree._Element) -> etree._Element | None:
    """Return what a `w:sdt` holds, after its runs were made to say what it means.

    A check box's glyph is replaced by ☑ or □ (files choose any glyph of any font), and the
    prompt of an unfilled control, which is no content, is taken out.
    """
    content = control.find(CONTROL_CONTENT)
    properties = control.find(W + "sdtPr")
    if content is None or properties is None:
        return content
    check_box = properties.find(W14 + "checkbox")
    prompt = properties.find(W + "showingPlcHdr")
    if check_box is not None:
        _write(content, ticks.box(_is_checked(check_box)))
    elif prompt is not None and is_on(prompt):
        _write(content, "")
    return content


def is_table_of_contents(control: etree._Element) -> bool:
    """Return whether a `w:sdt` is Word's built-in table of contents."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj")
    return gallery is not None and child_value(gallery, W + "docPartGallery") == _CONTENTS_GALLERY


def _is_checked(check_box: etree._Element) -> bool:
    state = check_box.find(W14 + "checked")
    return state is not None and state.get(W14 + "val", "1").lower() not in _OFF


def _write(content: etree._Element, text: str) -> None:
    """Replace what the runs say by one text, in the first run."""
    for number, run in enumerate(list(content.iter(RUN))):
        for child in list(run):
            if child.tag != RUN_PROPERTIES:
                run.remove(child)
        if number == 0 and text:
            etree.SubElement(run, TEXT).text = text
