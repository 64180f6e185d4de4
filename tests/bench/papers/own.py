"""This program's own engine: its sheets, texts and tables, lines broken by 禁則, no short last line in cells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import POINTS
from dxdesk.documents.page import Frame, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.table import Cell, Column, Row, Table
from dxdesk.documents.text_style import TextStyle
from tests.bench.papers import sample
from tests.bench.papers.sample import Papers

_FRAME = Frame(
    "計測",
    sample.PAGE_WIDTH / POINTS,
    sample.PAGE_HEIGHT / POINTS,
    sample.LEFT / POINTS,
    sample.RIGHT / POINTS,
    sample.TOP / POINTS,
    sample.TOP / POINTS,
    sample.BOTTOM / POINTS,
    11,
    285,
)
_TITLE = TextStyle(Face.PROPORTIONAL_BOLD, *sample.TITLE)
_SUBTITLE = TextStyle(Face.PROPORTIONAL, *sample.SUBTITLE)
_SECTION = TextStyle(Face.PROPORTIONAL_BOLD, *sample.SECTION)
_LINE = TextStyle(Face.PROPORTIONAL, *sample.SECTION)
_BODY = TextStyle(Face.PROPORTIONAL, *sample.BODY)
_CELL = TextStyle(Face.PROPORTIONAL, *sample.CELL, whole_last_line=True)
_PADDING = (sample.INSET / POINTS, sample.INSET / POINTS)


def write(papers: Papers, target: str) -> None:
    """Draw the papers into a file."""
    _write(papers, target, phrases=False)


def write_phrases(papers: Papers, target: str) -> None:
    """The same with lines that end between phrases where they stay full enough, as the tables of a packet have them."""
    _write(papers, target, phrases=True)


def _write(papers: Papers, target: str, *, phrases: bool) -> None:
    sheet = Sheet(_FRAME, papers.title)
    sheet.skip(150 / POINTS)
    sheet.place(Text(papers.title, _TITLE))
    for words in (papers.office, papers.day, papers.place):
        sheet.place(Text(words, _LINE))
    sheet.next_page()
    sheet.place(Text(sample.AGENDA_TITLE, _TITLE))
    for words in papers.agenda:
        sheet.place(Text(words, _LINE))
    cell = replace(_CELL, phrases=phrases)
    sheet.next_page()
    sheet.place(Text(sample.LIST_TITLE, _TITLE))
    rows = [each.cells for each in papers.initiatives]
    sheet.place(_table(sample.LIST_HEAD, sample.LIST_WIDTHS, rows, cell))
    for each in papers.initiatives:
        sheet.next_page()
        sheet.place(Text(each.title, _TITLE))
        sheet.place(Text(each.line, _SUBTITLE))
        for head, words in each.paragraphs:
            sheet.place(Text(head, _SECTION))
            sheet.place(Text(words, _BODY))
            sheet.skip(sample.GAP / POINTS)
        course = [report.cells for report in each.course]
        sheet.place(_table(sample.COURSE_HEAD, sample.COURSE_WIDTHS, course, cell))
    Path(target).write_bytes(sheet.finish().pdf)


def _table(head: tuple[str, ...], widths: tuple[float, ...], rows: list[tuple[str, ...]], style: TextStyle) -> Table:
    columns = tuple(Column(width / POINTS, words) for width, words in zip(widths, head, strict=True))
    made = tuple(Row(tuple(Cell(words, valign="top") for words in row)) for row in rows)
    return Table(columns, made, style=style, head_style=style.bold, padding=_PADDING)
