"""The rows of the 進捗状況一覧表: its columns, and the cells of one unit at a size of type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dxdesk.documents.blocks import Stack
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.lines import text_width
from dxdesk.documents.packing import packed_text
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import LIST
from dxdesk.documents.text_style import Span, TextStyle
from dxdesk.documents.unit_blocks import (
    Panel,
    change_stack,
    first_lines,
    fitted,
    name_lines,
    said,
    stage_stack,
    status_stack,
    year_cells,
)
from dxdesk.domain.board import Board, Card, Item
from dxdesk.domain.plan_texts import plan_lines, unit_years, year_texts
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import Asked
from dxdesk.wording.directions import direction_words
from dxdesk.wording.paper import (
    ISSUES,
    NEXT,
    NOT_HERE,
    NOTHING,
    PLAN_NOTE,
    RESULTS,
    asked_words,
    axis_word,
    handling_words,
    joined_name,
    names_words,
)

SIZES = (8.5, 8.0, 7.5, 7.0)
SPLITS = ((66.0, 48.0, 42.0), (60.0, 48.0, 48.0), (52.0, 52.0, 52.0))
"""Widths of 実績, 課題 and 次にすること; together they are 156 mm."""

AXIS_WIDTH = 8.0
_NUMBER_WIDTH, _STAGE_WIDTH = 8.0, 22.0
_YEARS_WIDTH, _CHANGE_WIDTH = 99.0, 14.0
_PADDING = 2.4
_CARRIERS = "担当"
_FIVE_YEARS_SIZE = 7.5
PLAN_LINES = (3, 1)
"""Lines of a plan without years that are shown per unit; fewer where that saves a sheet."""

MORE_PLAN_LINES = (12, 8, 6, 5, 4, 3, 2)
"""Tried on a sheet that has room left."""

_NAME_WIDTH = 38.0
_CARRIER_WIDTHS = (36.0, 54.0)
"""Least and most width of a column that holds nothing but the departments in charge."""


@dataclass(frozen=True)
class InitiativeList:
    """Everything the 進捗状況一覧表 shows; ``items`` by unit, ``previous_as_of`` 基準日 of the cycle before."""

    board: Board
    items: Mapping[str, Item]
    plan: Plan
    settings: Settings
    asked: Asked | None = None
    previous_as_of: date | None = None

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The fiscal years that get a column, around that of the cycle."""
        return unit_years(self.plan, self.board.this_year)

    @cached_property
    def plan_head(self) -> str:
        """What the one column of a plan without years holds: times only where the plan says some."""
        plan = self.plan
        if any(node.schedule for unit in plan.units for node in (unit, *plan.activities(unit))):
            return f"実施時期・担当\n（{PLAN_NOTE}）"
        return f"計画の内容・担当\n（{PLAN_NOTE}）" if any(plan_lines(plan, unit) for unit in plan.units) else _CARRIERS

    @property
    def first(self) -> bool:
        """Whether there was no cycle before."""
        return self.board.previous_name is None

    @cached_property
    def stage_left(self) -> bool:
        """Whether 実施段階 stands left of the first fold: where the plan has nothing to show there."""
        return not self.years and self.plan_head == _CARRIERS

    @cached_property
    def widths(self) -> tuple[float, float]:
        """Width of the name and of the plan on A3; without a cycle before, 前回比 goes to the plan.

        Where the plan shows only who is in charge, that column is as wide as it needs; 実施段階 and the names get the
        rest.
        """
        plan = _YEARS_WIDTH + (_CHANGE_WIDTH if self.first else 0.0)
        if not self.stage_left:
            return _NAME_WIDTH, plan
        needed = max((text_width(_owners(item), LIST.at(SIZES[0])) for item in self.items.values()), default=0.0) + 3.1
        least, most = _CARRIER_WIDTHS
        own = min(max(needed, least), most)
        return _NAME_WIDTH + plan - _STAGE_WIDTH - own, own


@dataclass(frozen=True)
class Fit:
    """A size of type, widths of the three text columns, and how many lines of a plan without years are shown.

    ``wide`` is how many times as wide as on A3 the columns left of the first fold are.
    """

    size: float
    split: tuple[float, float, float]
    plan_lines: int = PLAN_LINES[0]
    wide: float = 1.0

    @property
    def style(self) -> TextStyle:
        """The style of the cells."""
        return LIST.at(self.size)

    @property
    def least(self) -> float:
        """Least height of a row."""
        return 17.0 if self.size >= SIZES[0] else 15.0


def left_columns(value: InitiativeList) -> tuple[Column, ...]:
    """The columns up to the first fold, 185 mm with the axis."""
    years = value.years
    name, width = value.widths
    heads = [f"{value.settings.paper.fiscal_year(year)}\n（{PLAN_NOTE}）" for year in years] or [value.plan_head]
    return (
        Column(AXIS_WIDTH, axis_word(value.plan)),
        Column(_NUMBER_WIDTH, "番号"),
        Column(name, "取組\n（実施主体）" if years else "取組"),
        *(Column(width / len(heads), head) for head in heads),
        Column(18.0, "今回の\n状況"),
        *(() if value.first else (Column(_CHANGE_WIDTH, "前回比"),)),
        *((Column(_STAGE_WIDTH, "実施段階"),) if value.stage_left else ()),
    )


def right_columns(value: InitiativeList, split: tuple[float, float, float]) -> tuple[Column, ...]:
    """The columns right of the first fold, 195 mm."""
    heads = (f"今回の{RESULTS}", ISSUES, NEXT)
    wider = 1.0 + (_STAGE_WIDTH / sum(split) if value.stage_left else 0.0)
    return (
        *(() if value.stage_left else (Column(_STAGE_WIDTH, "実施段階"),)),
        *(Column(width * wider, head) for width, head in zip(split, heads, strict=True)),
        Column(17.0, "会議での\n扱い"),
    )


def _owners(item: Item) -> str:
    return names_words(item.owners.split("・"), 4) if item.owners else ""


def _plan_cells(value: InitiativeList, card: Card, fit: Fit) -> list[Cell]:
    """The plan's text by years, or in one column where it has none: as many lines as the lowest row has room for."""
    style = fit.style
    unit = value.plan.by_id[card.unit]
    years = value.years
    if years:
        small = style.at(min(style.size, _FIVE_YEARS_SIZE)) if len(years) > 3 else style
        return year_cells(year_texts(value.plan, unit, years, value.settings.paper), years, small)
    room = value.widths[1] * fit.wide - 3.0
    owners = _owners(value.items[card.unit])
    lines = plan_lines(value.plan, unit)
    label = "" if value.plan_head == _CARRIERS else f"{_CARRIERS}："
    below = [packed_text((label + owners).split("・"), style, room, "・")] if owners else []

    def text(most: int) -> str:
        shown = [name_lines(f"・{line}", style, room) for line in first_lines(lines, most)]
        return "\n".join([*shown, *below])

    free = (text(most) for most in range(len(lines), fit.plan_lines, -1))
    found = next((each for each in free if Text(each, style).height(room) <= fit.least - _PADDING), None)
    return [said((text(fit.plan_lines) if found is None else found) or None, style)]


def _number_cell(card: Card, style: TextStyle) -> Cell:
    """The number in one line where that is possible: 1-1 is no 1 above another 1."""
    text = card.printed
    return Cell(text, style=fitted(text, style, _NUMBER_WIDTH - 3.05, SIZES[-1]))


def left_cells(value: InitiativeList, card: Card, fit: Fit) -> list[Cell]:
    """Number, name with 実施主体, plan, status, what changed, and the stage where it stands here."""
    style = fit.style
    room = value.widths[0] * fit.wide - 3.0
    owners = _owners(value.items[card.unit]).split("・")
    name: tuple[Span, ...] = (Span(name_lines(card.name, style.bold, room), bold=True),)
    if owners != [""] and value.years:
        told = [f"（{owners[0]}", *owners[1:-1], f"{owners[-1]}）"] if len(owners) > 1 else [f"（{owners[0]}）"]
        name = (*name, Span("\n" + packed_text(told, style, room, "・")))
    middle = style.aligned("center")
    status = status_stack(card, value.settings, style)
    found = [
        _number_cell(card, middle),
        Cell(name, style=style),
        *_plan_cells(value, card, fit),
        Cell(Panel(status), fill="hatch") if card.status == "miss" else Cell(status),
    ]
    if not value.first:
        found.append(Cell(change_stack(card, value.settings, style)))
    if value.stage_left:
        found.append(Cell(stage_stack(card, value.settings, style)))
    return found


def _unanswered(value: InitiativeList, card: Card, item: Item, style: TextStyle) -> Stack:
    """Why there is nothing, when it was asked, and what was said last time."""
    asked = value.asked
    reminded = asked.reminded.get(card.unit) if asked else None
    when = asked_words(asked.inquired, asked.due, reminded, value.settings.paper) if asked else ""
    word = value.settings.status_word("miss")
    if card.waiting == "secretariat":
        word += "（確認中）"
    parts = f"　回答 {card.accepted}／{card.assigned}課" if card.assigned > 1 else ""
    blocks = [Text((Span(word, bold=True), Span(f"　{when}{parts}" if when or parts else "")), style)]
    before = item.previous.get("results")
    if before:
        which = joined_name(value.board.previous_name or "")
        blocks.append(Text(f"前回（{which}）の回答：{before}", style))
    return Stack(tuple(blocks), gap=0.4)


def right_cells(value: InitiativeList, card: Card, fit: Fit) -> list[Cell]:
    """Stage unless it stands left, the three texts or why there are none, and 会議での扱い."""
    style = fit.style
    item = value.items[card.unit]
    handling = handling_words(card)
    found = [] if value.stage_left else [Cell(stage_stack(card, value.settings, style))]
    if card.status == "miss":
        found.append(Cell(Panel(_unanswered(value, card, item, style)), columns=3, fill="hatch"))
    elif card.status == "elsewhere":
        word = value.settings.status_word("elsewhere")
        found.append(Cell((Span(word, bold=True), Span(f"（{NOT_HERE}）")), columns=3, style=style))
    elif card.status == "na":
        reason = item.results or ("この課には該当しない" if card.assigned else "今回は照会していない")
        word = value.settings.status_word("na")
        found.append(Cell((Span(word, bold=True), Span(f"（{reason}）")), columns=3, style=style))
    else:
        found += [said(text, style) for text in (item.results, item.issues, _next(item))]
    heavy = style.bold if card.agenda_number is not None else style
    found.append(Cell(handling or NOTHING, style=heavy.aligned("center")))
    return found


def _next(item: Item) -> str:
    """次にすること, and below it 次年度の方向性 where it is said."""
    direction = item.outlook.direction
    return "\n".join(each for each in (item.next, direction_words(direction) if direction else "") if each)


def repeated_columns() -> tuple[Column, ...]:
    """What the right one of two A4 pages repeats, 38 mm."""
    return (Column(_NUMBER_WIDTH, "番号"), Column(30.0, "取組"))


def repeated_cells(card: Card, fit: Fit) -> list[Cell]:
    """Number and short name."""
    name = name_lines(card.short_name or card.name, fit.style.bold, 31.0)
    return [_number_cell(card, fit.style.aligned("center")), Cell(name, style=fit.style.bold)]


def head_row(columns: Sequence[Column]) -> Row:
    """The row of heads, 10 mm."""
    return Row(tuple(Cell(column.head) for column in columns), least=10.0)
