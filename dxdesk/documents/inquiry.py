"""照会文: a letter to each department that is asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dxdesk.documents.blocks import At, Beside, Block, Stack
from dxdesk.documents.cells import Cell, Row
from dxdesk.documents.fonts import Face
from dxdesk.documents.letter import (
    EM,
    LEAST,
    MOST_ROWS,
    Letter,
    Point,
    begin_letters,
    columns_for,
    lay_letters,
    letter_height,
    letter_style,
    one_page,
    status_cell,
    text_room,
)
from dxdesk.documents.letter_word import compose_letters_word
from dxdesk.documents.letter_words import WordLetter
from dxdesk.documents.page import Printed
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL, LETTER
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import status_line
from dxdesk.domain.letters import AskedUnit, DepartmentAsked, Letterhead
from dxdesk.domain.settings import Settings
from dxdesk.wording.letters import (
    CARE,
    CARE_PROVISIONAL,
    FILE_NAME,
    INQUIRY_HEADS,
    MOVED,
    asked_about,
    asked_by,
    day_words,
    enclosed,
    hand_in,
    how_to_answer,
    meeting_words,
    part_words,
    place_word,
    reply_place,
    subject,
)

_KIND = "照会"
_WIDTHS = (12.0, 52.0, 30.0, 30.2)
_ANNEX_WIDTHS = (14.0, 85.0, 32.0, 32.0)
_GOTHIC = TextStyle(Face.PROPORTIONAL, 10.5, LETTER.line)


def compose_inquiry(departments: Sequence[DepartmentAsked], head: Letterhead, settings: Settings) -> Printed:
    """照会文 to departments, each on a new page."""
    sheet = begin_letters(subject(head, _KIND), head, settings)
    lay_letters(sheet, [_fitted(each, head, settings) for each in departments], head, settings)
    return sheet.finish()


def compose_inquiry_word(
    departments: Sequence[DepartmentAsked], head: Letterhead, settings: Settings, form: Path | None = None
) -> bytes:
    """照会文 to departments as .docx. Raises Problem for a form that cannot serve."""
    letters = [WordLetter(_fitted(each, head, settings), each.units) for each in departments]
    return compose_letters_word(letters, head, settings, form)


def _fitted(asked: DepartmentAsked, head: Letterhead, settings: Settings) -> Letter:
    """The letter with its table, or with 別紙1 where the table is long or the letter would not fit a page."""
    if len(asked.units) <= MOST_ROWS:
        letter = _letter(asked, head, settings, annex=False)
        if letter_height(letter, head, settings) <= one_page(settings):
            return letter
    return _letter(asked, head, settings, annex=True)


def _letter(asked: DepartmentAsked, head: Letterhead, settings: Settings, *, annex: bool) -> Letter:
    style, paper = letter_style(settings), settings.paper

    def said(text: str) -> Text:
        return Text(paper.said(text), style)

    about = Text(asked_about(head, len(asked.units), paper, annex=annex), style)
    table = asked_table(asked.units, settings, _ANNEX_WIDTHS if annex else _WIDTHS)
    provisional = any(each.provisional for each in asked.units)
    care = (*CARE, CARE_PROVISIONAL) if provisional else CARE
    points = (
        Point("照会内容", about if annex else Stack((about, _spaced(table)))),
        Point("基準日", said(paper.long_date(head.as_of))),
        Point("提出期限", said(paper.long_date(head.due))),
        Point("提出方法", Stack((said(how_to_answer(asked, head)), *place_lines(asked, head, settings)))),
        Point("提出物", said(hand_in(asked, head))),
        Point("注意事項", Stack(tuple(Text(paper.said(each), style, 0, 1.5) for each in care))),
        Point("今後の予定", Text(meeting_words(head, paper), style)),
        Point("添付", said(enclosed(asked, head))),
    )
    return Letter(
        day_words(head.inquired, paper),
        asked.addressee,
        subject(head, _KIND),
        (asked_by(head.due, paper), MOVED),
        points,
        (asked_about(head, len(asked.units), paper, annex=False), table) if annex else None,
    )


def place_lines(asked: DepartmentAsked, head: Letterhead, settings: Settings) -> tuple[Block, ...]:
    """Where the reply goes, and what its file is called; in gothic."""
    label = 6.5 * EM
    room = text_room(settings) - EM - label
    name = Text(asked.reply_file, _GOTHIC)
    return tuple(
        Beside((At(EM, Text(word, _GOTHIC), label), At(EM + label, block, room)))
        for word, block in ((place_word(head), Text(reply_place(head), _GOTHIC)), (FILE_NAME, name))
    )


def _spaced(table: Table) -> Block:
    return Stack((table, Text("", LETTER.at(4, 4))))


def asked_table(units: Sequence[AskedUnit], settings: Settings, widths: Sequence[float]) -> Table:
    """The units asked about; 前回の状況 is left out where there was none."""
    before = any(each.previous is not None for each in units)
    columns = columns_for(units, widths, INQUIRY_HEADS, (1,))
    rows = []
    for each in units:
        cells: list[str | Cell] = [each.number, each.name, part_words(each)]
        if before:
            line = status_line(each.previous, settings, CELL, 3.6, align="center") if each.previous else None
            cells.append(status_cell(line))
        rows.append(Row(tuple(cells)))
    return Table(columns if before else columns[:-1], tuple(rows), least=LEAST, padding=(1.5, 0.8))
