"""What the forms to fill in by hand share: their frame, whose they are, the foot below their table."""

from __future__ import annotations

from collections.abc import Sequence

from dxdesk.documents.cells import CONTINUED
from dxdesk.documents.lines import text_width
from dxdesk.documents.page import FRAME_T, Frame, Sheet
from dxdesk.documents.paragraph import write
from dxdesk.documents.styles import NUMBER, SECTION
from dxdesk.documents.table import Table
from dxdesk.documents.unit_blocks import clipped, fitted
from dxdesk.domain.settings import Settings

_SUBJECT_WIDTH, _SUBJECT_HEIGHT = 34.0, 8.0


def form_frame(settings: Settings) -> Frame:
    """The frame of tables in the town's margins."""
    return FRAME_T.for_town(settings.paper)


def draw_subject(sheet: Sheet, subject: str) -> None:
    """The box at the top right that says whose form it is."""
    if not subject:
        return
    width = max(_SUBJECT_WIDTH, min(text_width(subject, NUMBER) + 6.0, 70.0))
    style = fitted(subject, NUMBER, width - 4.0, 7.5)
    words = clipped(subject, style, width - 3.0, 1)
    sheet.ink.rect(sheet.right - width, 10.0, width, _SUBJECT_HEIGHT, weight=0.5)
    write(sheet.ink, sheet.right - width / 2, 10.0 + (_SUBJECT_HEIGHT - style.em) / 2, words, style, "center")


def draw_continued(sheet: Sheet, title: str, subject: str) -> None:
    """The head of a page on which a form goes on: what it is and whose."""
    write(sheet.ink, sheet.left, 11.6, clipped(title + CONTINUED, SECTION, sheet.width - 75.0, 1), SECTION)
    draw_subject(sheet, subject)


def place_with_foot(sheet: Sheet, tables: Sequence[Table], foot: float) -> None:
    """The first of several tables that takes the fewest pages; when only the foot would move, the last row moves with
    it."""
    parts = min((_over_pages(sheet, table, foot) for table in tables), key=len)
    for at, part in enumerate(parts):
        if at:
            sheet.next_page()
        sheet.place(part)


def _over_pages(sheet: Sheet, table: Table, foot: float) -> list[Table]:
    """What stands of a table on this page and on each that follows, with room for the foot below the last."""
    page = sheet.bottom - sheet.frame.next_body
    parts, rest, room = [], table, sheet.room
    while (height := rest.height(sheet.width)) + foot > room + 0.01:
        parted = rest.split(sheet.width, min(room, height - 0.1), page)
        if parted is None:
            break
        parts.append(parted[0])
        rest, room = parted[1], page
    return [*parts, rest]
