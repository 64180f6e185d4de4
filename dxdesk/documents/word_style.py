"""The forms in Word that come with the program, in the style of a town; a town's own form keeps the style it has."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Final

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from dxdesk import paths
from dxdesk.documents.styles import LETTER
from dxdesk.documents.word import read_form
from dxdesk.domain.paper import GRID_HEIGHT, GRID_WIDTH, MARGINS, Paper

_GOTHIC: Final = "BIZ UDゴシック"
_MINCHO: Final = "BIZ UD明朝 Medium"
_WIDTH, _HEIGHT = 210, 297
_TWENTIETHS: Final = 20


def form_in_style(form: Path | None, name: str, paper: Paper, *, grid: bool = False) -> tuple[str, bytes]:
    """What the form to be filled is called and what is in it: a town's own as it is, else that of the program in the
    town's face and margins and, with ``grid``, on its grid. None is the form of ``name`` that is in use.

    Raises Problem where the file cannot be read.
    """
    own = form is not None or paths.own_form(name).is_file()
    called, content = read_form(form, name)
    grid = grid and paper.grid
    plain = paper.body_face == "mincho" and paper.margins == MARGINS and not paper.binding and not grid
    return called, content if own or plain else _styled(content, paper, grid)


def _styled(form: bytes, paper: Paper, grid: bool) -> bytes:
    document: Any = Document(io.BytesIO(form))
    if grid or paper.body_face == "gothic":  # of one width each: those of the form are not
        _face(document, _GOTHIC if paper.body_face == "gothic" else _MINCHO)
    section = document.sections[0]
    top, bottom, _, right = paper.margins
    if grid:
        right, bottom = _WIDTH - paper.left - GRID_WIDTH, _HEIGHT - top - GRID_HEIGHT
        _grid(section)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(paper.left), Mm(right)
    found = io.BytesIO()
    document.save(found)
    return found.getvalue()


def _face(document: Any, name: str) -> None:
    fonts = document.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), name)


def _grid(section: Any) -> None:
    """Lines and characters as far apart as in the PDF: characters by the size of the letters, lines by their height."""
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "linesAndChars")
    grid.set(qn("w:linePitch"), str(round(LETTER.line * _TWENTIETHS)))
    grid.set(qn("w:charSpace"), "0")
