"""The numbered parts of a 個票: goals, plan by year, this time's answer, past cycles, 宿題 of last time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dxdesk.documents.blocks import Block, Stack, Whole
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import Ink
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import CELL, CELL_CENTER, NOTE, SECTION
from dxdesk.documents.symbols import CheckBox
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import clipped, first_lines, fitted, name_lines, opening, status_line, year_cells
from dxdesk.domain.board import Board
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import ActionRow, CycleColumn, UnitSheet
from dxdesk.wording.meeting import decided_words
from dxdesk.wording.paper import (
    CONFIRMED_NOTE,
    CURRENT_HEAD,
    DECIDED_BEFORE,
    GOAL_HEAD,
    NEXT_MEETING,
    NO_ACTIONS,
    NOTHING,
    PLAN_NOTE,
    SEPARATE,
    UNCONFIRMED_NOTE,
)

COMPACT = TextStyle(Face.PROPORTIONAL, 8.6, 12.0, whole_last_line=True, phrases=True)
_SMALL = TextStyle(Face.PROPORTIONAL, 8.4, 11.2, align="center")
_MORE = f"…（{SEPARATE}）"
_HEAD_HEIGHT = 5.2
_ACROSS = 1.5
_SHEET_WIDTH = 165.0
_WIDEST_CYCLE = 41.25
"""A cycle takes so much where few are shown: a sentence of it has room then."""


@dataclass(frozen=True)
class Form:
    """How closely a sheet is set: ``compact`` in smaller type, ``lines`` the most lines of a cell (None: all)."""

    compact: bool = False
    lines: int | None = None

    @property
    def style(self) -> TextStyle:
        """The style of its cells."""
        return COMPACT if self.compact else CELL

    def text(self, text: str, width: float) -> str:
        """The text of a cell of `width` mm, cut where the form allows fewer lines."""
        return clipped(text, self.style, width - 2 * _ACROSS, self.lines, _MORE) if self.lines else text


@dataclass(frozen=True)
class Part:
    """A part under its heading; ``note`` stands at the right of it, ``width`` None is the whole width."""

    title: str
    note: str
    block: Block
    width: float | None = None
    after: float = 2.8


@dataclass(frozen=True)
class About:
    """What all sheets of a meeting share; ``previous_as_of`` is the 基準日 of the cycle before."""

    board: Board
    settings: Settings
    plan_words: str
    previous_as_of: date | None = None

    @property
    def first(self) -> bool:
        """Whether there was no cycle before."""
        return self.board.previous_name is None


@dataclass(frozen=True)
class _Arrow(Whole):
    """The arrow from 現状 to 目指す姿."""

    def height(self, width: float) -> float:
        """Its head is 2.4 mm high."""
        return 2.4

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """In the middle of its cell."""
        middle, tip = y + 1.2, x + width / 2 + 2.4
        ink.line(tip - 4.8, middle, tip - 1.6, middle, weight=1.6)
        ink.polygon([(tip - 2.0, y), (tip, middle), (tip - 2.0, y + 2.4)])


def goals(value: UnitSheet, form: Form) -> Part | None:
    """現状 and 目指す姿 opposite each other; a goal for several issues is merged over them."""
    if not value.pairs:
        return None
    columns: tuple[Column, ...] = (Column(76.0, CURRENT_HEAD), Column(11.0), Column(78.0, GOAL_HEAD))
    rows: list[Row] = []
    for pair in value.pairs:
        currents = [form.text(text, 76.0) for text in pair.currents]
        wanted = [form.text(text, 78.0) for text in pair.goals]
        if len(wanted) > 1 and len(wanted) != len(currents):
            wanted = ["\n".join(wanted)]
        if len(wanted) > len(currents) or len(wanted) > 1:
            currents += [""] * (len(wanted) - len(currents))
        high = max(len(currents), 1)
        for at in range(high):
            cells: list[Cell] = [Cell(currents[at] if currents else "")]
            if len(wanted) > 1 or at == 0:
                over = 1 if len(wanted) > 1 else high
                cells += [Cell(_Arrow(), rows=over), Cell(wanted[at] if wanted else NOTHING, rows=over)]
            rows.append(Row(tuple(cells)))
    if not any(pair.currents for pair in value.pairs):
        columns = (Column(165.0, GOAL_HEAD),)
        rows = [Row((form.text(text, 165.0),)) for pair in value.pairs for text in pair.goals]
        return Part("目指す姿", PLAN_NOTE, Table(columns, tuple(rows), style=form.style))
    return Part("現状と目指す姿", PLAN_NOTE, Table(columns, tuple(rows), style=form.style))


def plan_by_year(value: UnitSheet, about: About, form: Form) -> Part | None:
    """The plan's text by year with this year framed; in a plan without years its lines."""
    if not value.years:
        return _plan_lines(value, form)
    if not value.texts:
        return None
    this, paper = about.board.this_year, about.settings.paper
    wide = 165.0 / len(value.years)
    alone = any(each.first == each.last == this for each in value.texts)
    cut = tuple(
        replace(each, lines=(_plan_text(each.lines, wide * (each.last - each.first + 1), form),))
        for each in value.texts
    )
    columns = tuple(Column(wide, frame=1.2 if alone and year == this else None) for year in value.years)
    head = Row(
        tuple(
            Cell(
                paper.fiscal_year(year) + ("（今年度）" if year == this and len(value.years) <= 3 else ""),
                frame=1.2 if year == this else None,
            )
            for year in value.years
        )
    )
    cells = [replace(cell, valign="top") for cell in year_cells(cut, value.years, form.style)]
    note = UNCONFIRMED_NOTE if any(each.dotted for each in value.texts) else CONFIRMED_NOTE
    return Part("年度計画", note, Table(columns, (Row(tuple(cells)),), head=(head,), style=form.style))


def _plan_lines(value: UnitSheet, form: Form) -> Part | None:
    if not value.lines:
        return None
    shown = first_lines(value.lines, form.lines or len(value.lines))
    text = _plan_text([f"・{line}" for line in shown], 165.0, form)
    return Part("計画の内容", PLAN_NOTE, Table((Column(165.0),), (Row((text,)),), style=form.style))


def _plan_text(lines: Sequence[str], width: float, form: Form) -> str:
    """Lines of the plan in a cell of `width` mm, each broken between phrases."""
    return form.text("\n".join(name_lines(line, form.style, width - 2 * _ACROSS) for line in lines), width)


@dataclass(frozen=True)
class _History(Whole):
    """The table of cycles with the line at 基準日 through it and its name below."""

    table: Table
    line: float | None
    compact: bool

    def height(self, width: float) -> float:
        """The table, and the word under it."""
        return self.table.height(width) + (3.6 if self.line is not None else 0.0)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The table, then the line."""
        self.table.draw(ink, x, y, width)
        if self.line is None:
            return
        at, end = x + self.line, y + self.table.height(width)
        ink.line(at, y - 1.2, at, end + 1.0, weight=1.2)
        wide = write(ink, at + 1.4, end + 0.6, "基準日", NOTE)
        left = at - 1.2 if wide else at
        ink.polygon([(left, end + 3.2), (left + 1.2, end + 1.2), (left + 2.4, end + 3.2)])


def history(value: UnitSheet, about: About, form: Form) -> Part | None:
    """The last four cycles and the next two under their fiscal years."""
    this = next((at for at, each in enumerate(value.history) if each.this), len(value.history) - 1)
    shown = value.history[max(this - 3, 0) : this + 3]
    if about.first or len(shown) < 2:
        return None
    years: list[list[CycleColumn]] = []
    for each in shown:
        if years and years[-1][0].fiscal_year == each.fiscal_year:
            years[-1].append(each)
        else:
            years.append([each])
    head = (
        Row(tuple(Cell(about.settings.paper.fiscal_year(group[0].fiscal_year), columns=len(group)) for group in years)),
        Row(tuple(Cell(each.name + ("（今回）" if each.this else "")) for each in shown)),
    )
    wide = min(_SHEET_WIDTH / len(shown), _WIDEST_CYCLE)
    cells = tuple(Cell(_cycle_block(each, about.settings, form, wide)) for each in shown)
    columns = tuple(Column(wide) for _ in shown)
    table = Table(columns, (Row(cells),), head=head, style=_SMALL, padding=(0.8, 0.9))
    past = sum(each.status is not None for each in shown)
    line = past * wide if past < len(shown) else None
    return Part("これまでの経過", "", _History(table, line, form.compact), len(shown) * wide, after=2.4)


def earlier(value: UnitSheet, about: About, form: Form) -> Part | None:
    """What an earlier meeting decided, with its day: 「R7.2.13　DX推進委員会　原案決定：続ける。」"""
    if value.before is None:
        return None
    held, decision = value.before.meeting, decided_words(value.before.decision, paper=True)
    words = f"{about.settings.paper.table_date(held.day)}　{held.body_name}　{decision}"
    return Part(DECIDED_BEFORE, "", Text(clipped(words, form.style, _SHEET_WIDTH, 3, "…（会議録）"), form.style))


def _cycle_block(each: CycleColumn, settings: Settings, form: Form, wide: float) -> Block:
    if each.status is None:
        return Text(each.words, _SMALL)
    mark = status_line(each.status, settings, CELL.bold, 4.4, align="center")
    lines = [each.stage or NOTHING]
    if each.words and not form.compact:
        lines.append(opening(each.words, _SMALL, wide - 1.7))
    return Stack((mark, *(Text(line, _SMALL) for line in lines)), gap=0.5)


def actions(value: UnitSheet, about: About, form: Form, most: int | None = None) -> Part | None:
    """宿題 of the last meeting; left out where there was none to give any."""
    if value.actions is None:
        return None
    word = about.settings.action_word
    title = f"前回の{word}"
    if not value.actions:
        return Part(title, "", Text(about.settings.paper.said(NO_ACTIONS).format(word=word), form.style))
    columns = (
        Column(10.0),
        Column(85.0, "内容"),
        Column(26.0, "担当"),
        Column(22.0, "期限", CELL_CENTER),
        Column(22.0, "状況", CELL_CENTER),
    )
    shown = value.actions[:most]
    rest = len(value.actions) - len(shown)
    note = about.settings.paper.said(f"ほか{rest}件は{word}の一覧にある。") if rest else ""
    rows = tuple(_action_row(row, form, about.settings.paper) for row in shown)
    return Part(title, note, Table(columns, rows, style=form.style, padding=(_ACROSS, 0.9)))


def _action_row(row: ActionRow, form: Form, paper: Paper) -> Row:
    text = clipped(row.text, form.style, 82.0, form.lines or 4)
    who = clipped(row.departments, form.style, 23.0, 3)
    state = Cell(row.state, style=CELL_CENTER if row.done else CELL_CENTER.bold)
    day = paper.table_date(row.due) if row.due else NEXT_MEETING
    due = Cell(day, style=fitted(day, form.style, 19.0, 7.5).aligned("center"))
    return Row((Cell(CheckBox(3.6, ticked=row.done)), text, who, due, state))


@dataclass(frozen=True)
class Heading(Whole):
    """The number and name of a part, its note at the right."""

    title: str
    note: str = ""

    def height(self, width: float) -> float:
        """All headings are 5.2 mm high."""
        return _HEAD_HEIGHT

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The title at the left, the note at the right."""
        write(ink, x, y, self.title, SECTION)
        if self.note:
            write(ink, x + width, y + 0.4, self.note, NOTE, "right")
