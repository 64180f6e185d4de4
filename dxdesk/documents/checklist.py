"""点検表: boxes to tick by hand, one A4 page or two, with an empty row or two for the office's own points."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from dxdesk.documents.blocks import Blank, Block, Inline, Sized, Whole
from dxdesk.documents.cells import CONTINUED, Cell, Column, Row
from dxdesk.documents.fonts import Face
from dxdesk.documents.form import draw_subject, form_frame, place_with_foot
from dxdesk.documents.ink import POINTS, Ink
from dxdesk.documents.lines import text_width
from dxdesk.documents.packing import packed_text
from dxdesk.documents.page import FRAME_T, Footer, Printed, Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import CELL, CELL_CENTER, HEAD, NOTE, TITLE
from dxdesk.documents.symbols import CheckBox
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import clipped, fitted, name_lines
from dxdesk.documents.watching import pieces
from dxdesk.domain.checklists import CheckItem, Checklist
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import Occasion
from dxdesk.phrases import split_phrases
from dxdesk.wording.paper import (
    CHECK_LEGEND,
    FORM_SAMPLE_NOTE,
    NOTHING,
    TASK_LEGEND,
    added_words,
    check_heads,
    foot_left,
    foot_right,
    hand_in_words,
    head_day,
    meeting_words,
    names_words,
    note_words,
)

_BOX = 5.0
_SIGN_ROW = 9.5
_HEAD_ROOM = 57.0
_SMALL = TextStyle(Face.PROPORTIONAL, 8.4, 11.0, align="center", whole_last_line=True)
_LABEL = CELL.bold.aligned("center")
_COMMON = (8.0, 22.0, 66.0, 19.0)
_CHECK_WIDTHS = (*_COMMON, 8.0, 8.0, 8.0, 26.0)
_TASK_WIDTHS = (*_COMMON, 8.0, 20.0, 22.0)
_NUMBER_ROOM, _SECTION_SIZES = 4.6, (8.4, 8.0, 7.5)
_ACROSS, _HAIR = 3.05, 0.01
_EMPTY_ROWS = 2
_ROWS = ((9.2, 1.2), (8.8, 0.4))
"""The least height of a row and the space above and below its words, and closer where that saves a page."""
_SHORT_SECTION = 4
"""A last section of so many rows stays whole, and together with the empty rows behind it."""


def compose_checklists(
    checklists: Sequence[Checklist], occasion: Occasion, settings: Settings, *, made: str
) -> Printed:
    """Checklists, each on new pages with numbers of their own; ``made`` is an ISO moment."""
    footer = Footer(foot_left(occasion), foot_right(occasion, made, FORM_SAMPLE_NOTE), by_part=True)
    title = checklists[0].title if checklists else ""
    sheet = Sheet(form_frame(settings), title, occasion.town, footer)
    for at, checklist in enumerate(pieces(checklists)):
        sheet.head = None
        if at:
            sheet.next_page(sheet.frame)
        lay_checklist(sheet, checklist, occasion)
    return sheet.finish()


def lay_checklist(sheet: Sheet, checklist: Checklist, occasion: Occasion) -> None:
    """Lay a checklist from the current, still empty page on."""
    _draw_top(sheet, checklist)
    style = fitted(checklist.title, TITLE, sheet.width, 12.0).aligned("center")
    sheet.y = 22.0 - (style.line - style.size) / 2 / POINTS
    sheet.place(Text(checklist.title, style))
    sheet.y = max(sheet.y + 2.0, 31.8)
    sheet.place(_head_table(checklist, occasion))
    sheet.y += 2.0
    sheet.place(Text(occasion.paper.said(note_words(checklist)), CELL))
    sheet.y += 1.4
    sheet.head = lambda page: _draw_top(page, checklist, CONTINUED)
    foot = _foot(checklist, occasion)
    below = sum(each.height(sheet.width) for each in foot)
    place_with_foot(sheet, [_spared(sheet, checklist, below)], below)
    for block in foot:
        sheet.place(block)


def _draw_top(sheet: Sheet, checklist: Checklist, note: str = "") -> None:
    words = f"様式 {checklist.form}（{checklist.edition}）" + (f"　{checklist.title}{note}" if note else "")
    write(sheet.ink, sheet.left, 11.8, clipped(words, CELL, sheet.width - 75.0, 1), CELL)
    draw_subject(sheet, checklist.subject)


def _head_table(checklist: Checklist, occasion: Occasion) -> Table:
    """The meeting and the day that matters, who checks and when."""
    paper = occasion.paper
    label, day = head_day(checklist, occasion)
    date_cell = Cell(paper.blank_date, align="center")
    carriers = packed_text(names_words(checklist.carriers).split("・"), CELL, _HEAD_ROOM, "・")
    unit = Row((_head("取組"), checklist.subject, _head("実施主体"), carriers), least=6.8)
    rows = (
        *((unit,) if checklist.carriers else ()),
        Row((*_head_left(checklist, occasion), _head(label), Cell(day, style=CELL.bold)), least=6.8),
        Row((_head("点検者"), Cell("職　　　　　　　氏名", style=NOTE), _head("点検日"), date_cell), least=_SIGN_ROW),
    )
    return Table((Column(20.0), Column(62.5), Column(20.0), Column(62.5)), rows, head=())


def _head_left(checklist: Checklist, occasion: Occasion) -> tuple[Cell, Cell]:
    """The meeting, in one line where a slightly smaller type does it; of what belongs to none the plan."""
    of_plan = checklist.day in ("open", "basis")
    words = occasion.plan_title if of_plan else meeting_words(occasion)
    return _head("計画" if of_plan else "会議"), Cell(words, style=fitted(words, CELL, _HEAD_ROOM, 8.0))


def _head(word: str) -> Cell:
    return Cell(word, style=_LABEL, fill="head")


def _columns(checklist: Checklist) -> tuple[Column, ...]:
    """The columns; the boxes to tick stand between heavier lines."""
    check = checklist.mark == "check"
    widths, heads = _CHECK_WIDTHS if check else _TASK_WIDTHS, check_heads(checklist)
    heavy = (4, 7) if check else (4, 5)
    centred = (0, 1, 3)
    return tuple(
        Column(width, head, CELL_CENTER if at in centred else None, rule=0.5 if at in heavy else 0.25)
        for at, (width, head) in enumerate(zip(widths, heads, strict=True))
    )


def _short(words: str, width: float) -> Cell:
    """A word or a name in a cell of ``width`` mm, in one line where a slightly smaller type does it."""
    room = width - _ACROSS
    style = fitted(words, _SMALL, room, _SECTION_SIZES[1])
    if text_width(words, style) > room + _HAIR:
        style = _whole(split_phrases(words), room) or _SMALL.at(_SECTION_SIZES[-1])
    return Cell(name_lines(words, style, room + _HAIR), style=style)


def _row(number: int, item: CheckItem | None, section: Cell | None, checklist: Checklist, scale: float) -> Row:
    """One point with its boxes; None is an empty row. ``scale`` is how wide the columns are drawn."""
    cells: list[str | Block | Cell] = [Cell(str(number), style=fitted(str(number), CELL_CENTER, _NUMBER_ROOM, 7.5))]
    if section is not None:
        cells.append(section)
    cells.append(item.text if item else "")
    cells.append(_short(item.reference or NOTHING, _COMMON[3] * scale) if item else "")
    cells += [CheckBox(_BOX)] * (3 if checklist.mark == "check" else 1)
    if item and item.owner:
        cells += ["", _short(item.owner, _TASK_WIDTHS[-1] * scale)]
    return Row(tuple(cells), rule=0.5 if section is not None and number > 1 else None)


def _section_style(section: str, room: float) -> TextStyle:
    """The largest style in which no word of a section has to be cut in ``room`` mm, the usual one where none helps."""
    if "\n" not in section and text_width(section, CELL) <= room:
        return CELL_CENTER
    *lines, status = section.split("\n")  # （前回 要注意） stands in one line wherever that is possible
    words = [status, *(phrase for line in lines for phrase in split_phrases(line))]
    return _whole(words, room) or _SMALL


def _whole(words: Collection[str], room: float) -> TextStyle | None:
    """The largest small style in which each of the words stands in one line of ``room`` mm."""
    sizes = (_SMALL.at(size) for size in _SECTION_SIZES)
    return next((style for style in sizes if all(text_width(word, style) <= room for word in words)), None)


def _table(checklist: Checklist, empty: int, least: float, along: float, width: float) -> Table:
    """All points by section, and as many empty rows, to be placed in ``width`` mm."""
    rows: list[Row] = []
    scale = width / FRAME_T.width
    room = _COMMON[1] * scale - _ACROSS
    sections = checklist.sections()
    for section, items in sections:
        style = _section_style(section, room)
        words = "\n".join(name_lines(line, style, room) for line in section.split("\n"))
        merged = Cell(words, rows=len(items), style=style)
        for at, item in enumerate(items):
            rows.append(_row(len(rows) + 1, item, merged if at == 0 else None, checklist, scale))
    for at in range(empty):
        merged = Cell(added_words(checklist), rows=empty, continued=added_words(checklist))
        rows.append(_row(len(rows) + 1, None, merged if at == 0 else None, checklist, scale))
    last = len(sections[-1][1]) if sections else 0
    together = empty + (last if last <= _SHORT_SECTION else 0)
    for at in range(len(rows) - together, len(rows) - 1):
        rows[at] = replace(rows[at], keep=True)
    columns = _columns(checklist)
    head = Row(tuple(Cell(column.head) for column in columns), least=9.8)
    return Table(columns, tuple(rows), head=(head,), head_style=HEAD.at(9, 11.2), least=least, padding=(1.5, along))


def _spared(sheet: Sheet, checklist: Checklist, foot: float) -> Table:
    """The table with two empty rows, or closer set and with fewer where everything then stands on this page."""
    forms = ((empty, *row) for empty in range(_EMPTY_ROWS, -1, -1) for row in _ROWS)
    tables = [_table(checklist, *form, sheet.width) for form in forms]
    fits = (table for table in tables if table.height(sheet.width) + foot <= sheet.room + 0.01)
    return next(fits, tables[0])


@dataclass(frozen=True)
class _Blank(Whole):
    """A short line to write a number on."""

    space: float

    @property
    def natural(self) -> float:
        """Its length in mm."""
        return self.space

    def height(self, width: float) -> float:
        """As high as a word."""
        return CELL.em

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The line at its foot."""
        ink.line(x, y + CELL.em, x + self.space, y + CELL.em, weight=0.25)


@dataclass(frozen=True)
class _Legend(Whole):
    """What the boxes mean on the left, how many there are on the right."""

    left: Inline
    right: Inline

    def height(self, width: float) -> float:
        """One line with some air."""
        return 7.6

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Both on one line."""
        self.left.draw(ink, x, y + 2.0, self.left.natural)
        self.right.draw(ink, x + width - self.right.natural, y + 2.0, self.right.natural)


def _foot(checklist: Checklist, occasion: Occasion) -> list[Block]:
    """Legend and count, the box for the head of the office, where it goes."""
    check = checklist.mark == "check"
    legend = CHECK_LEGEND if check else TASK_LEGEND
    left = Inline(tuple(Text(word, CELL) for word in ("凡例", *legend)), gap=3.0)
    count: list[Sized] = [Text("集計", CELL)]
    for mark in ("○", "×", "－") if check else ("済",):
        count += [Inline((Text(mark, CELL), _Blank(9.5)), gap=0.4)]
    count.append(Text(f"／ {len(checklist.items)}項目", CELL))
    rows = (
        Row(
            (Cell("所属長確認", style=_LABEL), "", "", Cell(occasion.paper.blank_date, align="center")), least=_SIGN_ROW
        ),
    )
    columns = (Column(24.0), Column(35.0, "職"), Column(50.0, "氏名"), Column(56.0, "日付"))
    head = Row(tuple(Cell(column.head) for column in columns))
    signature = Table(columns, rows, head=(head,), padding=(1.5, 0.7))
    where = Text(occasion.paper.said(hand_in_words(checklist, occasion)), CELL)
    return [_Legend(left, Inline(tuple(count), gap=2.2)), signature, Blank(1.0), where]
