"""Faces and sizes of the printed forms (points)."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.documents.fonts import Face
from dxdesk.documents.text_style import TextStyle
from dxdesk.domain.paper import Paper

LETTER = TextStyle(Face.MINCHO, 11, 17.5, justify=True)
MINUTES = TextStyle(Face.MINCHO, 10.5, 16.5, justify=True)
LABEL = TextStyle(Face.FIXED_BOLD, 10.5, 16.5)
TITLE = TextStyle(Face.PROPORTIONAL_BOLD, 16, 22)
SECTION = TextStyle(Face.PROPORTIONAL_BOLD, 10, 14.75)
HEAD = TextStyle(Face.PROPORTIONAL_BOLD, 9, 12.4, align="center")
CELL = TextStyle(Face.PROPORTIONAL, 9.2, 12.7, whole_last_line=True, phrases=True)
CELL_BOLD = CELL.bold
CELL_CENTER = CELL.aligned("center")
NAME = TextStyle(Face.FIXED, 9.2, 12.7, align="center")
LIST = TextStyle(Face.PROPORTIONAL, 8.5, 11.6, whole_last_line=True, eased=True)
NOTE = TextStyle(Face.PROPORTIONAL, 8.4, 11.6, phrases=True)
MARK = TextStyle(Face.PROPORTIONAL_BOLD, 9, 12)
NUMBER = TextStyle(Face.PROPORTIONAL_BOLD, 11, 14)
FOOTER = TextStyle(Face.PROPORTIONAL, 7.5, 10)
FOOTER_RECORD = TextStyle(Face.FIXED, 7, 10)
PAGE_NUMBER = TextStyle(Face.PROPORTIONAL, 9, 12)


def body(style: TextStyle, paper: Paper) -> TextStyle:
    """A style of running text: 明朝, or the gothic of the same pitch where the town has chosen it."""
    return replace(style, face=Face.FIXED) if paper.body_face == "gothic" else style
