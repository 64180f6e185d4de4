"""変更通知: the letter that tells the departments what was changed in the plan, the changes on 別紙1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dxdesk.documents.blocks import Stack
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.changes import changed
from dxdesk.documents.letter import Fill, Letter, Point, begin_letters, lay_letters, letter_style, text_room
from dxdesk.documents.page import Printed
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL, CELL_CENTER
from dxdesk.documents.table import Table
from dxdesk.documents.unit_blocks import name_lines
from dxdesk.domain.letters import Letterhead
from dxdesk.domain.plan_changes import PlanChange
from dxdesk.domain.settings import Settings
from dxdesk.wording.change_notice import (
    ALL_HEADS,
    CHANGED,
    CHANGES,
    DECIDED,
    EDITION,
    FROM,
    FROM_NEXT,
    FROM_THIS,
    GONE,
    HEADS,
    KINDS,
    NEW,
    NONE,
    NUMBERS,
    PLAN,
    PLEASE_CHECK,
    REASON,
    TO_DO,
    annex_head,
    count_words,
    edition_words,
    revision_words,
    subject,
)
from dxdesk.wording.letters import day_words

_WIDTHS = (14.0, 36.0, 22.0, 45.5, 45.5)
_NAME_ROOM = 31.5


@dataclass(frozen=True)
class ChangeNotice:
    """Everything 変更通知 says: the numbers of both revisions of the plan and what their texts say of their edition;
    ``written`` is the day of the letter, ``in_use`` whether the cycle has the later one already."""

    head: Letterhead
    before_number: int
    after_number: int
    before_edition: str | None
    after_edition: str | None
    changes: Sequence[PlanChange]
    settings: Settings
    written: date
    in_use: bool = False

    @property
    def before(self) -> str:
        """What the earlier revision is called."""
        return revision_words(self.before_number, self.before_edition)

    @property
    def after(self) -> str:
        """What the later revision is called."""
        return revision_words(self.after_number, self.after_edition)


def compose_change_notice(notice: ChangeNotice) -> Printed:
    """変更通知 as PDF, the list of changes on pages of its own. The same value gives the same bytes."""
    sheet = begin_letters(subject(notice.head.plan_title), notice.head, notice.settings)
    lay_letters(sheet, [_letter(notice)], notice.head, notice.settings)
    return sheet.finish()


def _letter(notice: ChangeNotice) -> Letter:
    settings = notice.settings
    style, paper = letter_style(settings), settings.paper

    def said(text: str) -> Text:
        return Text(paper.said(text), style)

    applies = FROM_THIS.format(cycle=notice.head.cycle_name) if notice.in_use else FROM_NEXT
    line = Fill(text_room(settings) - 2 * style.em)
    initiatives = len({(each.number, each.name) for each in notice.changes})
    points = (
        Point(PLAN, Text(notice.head.plan_title, style)),
        Point(EDITION, Text(edition_words(notice.before, notice.after), style)),
        Point(FROM, said(applies)),
        Point(DECIDED, line),
        Point(REASON, Stack((line, line))),
        Point(CHANGES, said(count_words(initiatives, len(notice.changes)))),
        Point(TO_DO, said(PLEASE_CHECK)),
    )
    return Letter(
        day_words(notice.written, paper),
        ALL_HEADS,
        subject(notice.head.plan_title),
        (CHANGED, NUMBERS),
        points,
        (annex_head(notice.before, notice.after), _table(notice.changes)),
    )


def _table(changes: Sequence[PlanChange]) -> Table:
    """A row for each change, the phrases underlined that differ; an initiative is named once."""
    columns = tuple(
        Column(width, head, CELL_CENTER if at in (0, 2) else CELL)
        for at, (width, head) in enumerate(zip(_WIDTHS, HEADS, strict=True))
    )
    rows: list[Row] = []
    at = 0
    while at < len(changes):
        each = changes[at]
        own = [other for other in changes[at:] if (other.number, other.name) == (each.number, each.name)]
        name = name_lines(each.name, CELL, _NAME_ROOM)
        for place, change in enumerate(own):
            named = (Cell(each.number, rows=len(own)), Cell(name, rows=len(own))) if place == 0 else ()
            rows.append(Row((*named, KINDS[change.kind], *_sides(change))))
        at += len(own)
    return Table(columns, tuple(rows), least=6.6, padding=(1.5, 0.9))


def _sides(change: PlanChange) -> tuple[Cell, Cell]:
    """変更前 and 変更後; what is wholly new or gone says so on the other side."""
    if change.kind == "added":
        return Cell(NEW), Cell(change.after)
    if change.kind == "removed":
        return Cell(change.before), Cell(GONE)
    sides = ((change.before, change.after), (change.after, change.before))
    before, after = (Cell(changed(text, other) or NONE) for text, other in sides)
    return before, after
