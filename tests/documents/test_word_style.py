"""The forms of the program follow how a town writes, a town's own form does not."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from dxdesk import paths
from dxdesk.documents.letter_word import LETTER_FORM
from dxdesk.documents.minutes_word import MINUTES_FORM
from dxdesk.documents.word_style import form_in_style
from dxdesk.domain.paper import USUAL
from tests.letter_form import FORM, letter_form

GOTHIC = replace(USUAL, body_face="gothic", grid=True)


def styled(name: str, *, grid: bool) -> tuple[Any, dict[str, str], set[str]]:
    """The section, its grid and the faces of running text."""
    document: Any = Document(io.BytesIO(form_in_style(None, name, GOTHIC, grid=grid)[1]))
    section = document.sections[0]
    fonts = document.styles["Normal"].element.rPr.rFonts.attrib
    grid_of = {key.rpartition("}")[2]: value for key, value in section._sectPr.find(qn("w:docGrid")).attrib.items()}
    return section, grid_of, set(fonts.values())


def test_letters_take_the_face_and_the_grid_of_the_town() -> None:
    section, grid, faces = styled(LETTER_FORM, grid=True)
    assert faces == {"BIZ UDゴシック"}
    assert grid == {"type": "linesAndChars", "linePitch": "350", "charSpace": "0"}
    wide = section.page_width - section.left_margin - section.right_margin
    high = section.page_height - section.top_margin - section.bottom_margin
    assert (wide // Pt(11), high // Pt(17.5)) == (42, 40)


def test_minutes_take_the_face_and_the_margins_of_the_town_but_no_grid() -> None:
    section, grid, faces = styled(MINUTES_FORM, grid=False)
    assert faces == {"BIZ UDゴシック"}
    assert "type" not in grid
    bound: Any = Document(io.BytesIO(form_in_style(None, MINUTES_FORM, replace(USUAL, binding=True))[1]))
    assert round(bound.sections[0].left_margin.mm) == 30
    assert round(section.left_margin.mm) == 25


def test_a_form_of_the_towns_own_keeps_its_style(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "home", lambda: tmp_path)
    content = letter_form()
    own = paths.own_form(LETTER_FORM)
    own.parent.mkdir(parents=True)
    own.write_bytes(content)
    assert form_in_style(None, LETTER_FORM, GOTHIC, grid=True)[1] == content
    assert form_in_style(FORM, LETTER_FORM, GOTHIC, grid=True)[1] == FORM.read_bytes()
