"""Every slide as a table: the same in words, for assistive technology and for reading row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dxdesk.domain.audience import Audience
from dxdesk.domain.board import Card, Item
from dxdesk.domain.calendar import fiscal_year_words, short_date
from dxdesk.domain.roadmap import Planned, Road
from dxdesk.domain.statuses import STATUSES
from dxdesk.domain.trend import TrendCycle, changed
from dxdesk.ui.audience.actions_slide import in_order
from dxdesk.ui.audience.frame import name_of, word_of
from dxdesk.ui.audience.sparkline import with_unit
from dxdesk.ui.audience.words_frame import lead_of, line_of, name_of_line
from dxdesk.ui.board.course import Position
from dxdesk.wording.audience import (
    ACTION_STATES,
    BREAK,
    CURRENT,
    NEXT_MEETING,
    SINCE_PAPER,
    due_words,
    minutes_words,
    until_words,
)
from dxdesk.wording.board import CHANGED, MARK, NO_LAST_YEAR, turned
from dxdesk.wording.meeting import concluded_words, decided_words, told_word

_CHANGES: Final = {"better": "良化", "worse": "悪化", "same": "同じ"}
BOARD_HEADINGS: Final = ("軸", "番号", "取組", "状況", CHANGED, "段階", "前回の段階", "協議", "照会先")
_NAMED: Final = ("軸", "番号", "取組")


@dataclass(frozen=True)
class TableRow:
    """The cells of a row, the status key whose symbol stands in each (None: no symbol), and the row in a sentence.

    ``code`` is that of the unit.
    """

    code: str
    cells: tuple[str, ...]
    symbols: tuple[str | None, ...]
    spoken: str


@dataclass(frozen=True)
class SlideTable:
    """A slide in words: its headings and rows, and what stands on it besides."""

    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]
    words: str = ""


def count_words(shown: Audience) -> str:
    """「遅れ 1、要注意 2、順調 7」: the count tiles in words."""
    counts = shown.board.counts
    return "、".join(f"{shown.settings.status_word(key)} {counts[key]}" for key in STATUSES if counts[key])


def _status_words(shown: Audience, card: Card) -> str:
    word = word_of(card, shown.settings)
    if card.status == "miss" and card.assigned > 1 and card.waiting == "department":
        return f"{word}（回答 {card.accepted}／{card.assigned}課）"
    return word


def _spoken(shown: Audience, card: Card) -> str:
    """「標準化・共通化、要注意、前回は順調、段階は検討、協議1」."""
    settings = shown.settings
    parts = [name_of(card), _status_words(shown, card)]
    if card.previous_status:
        parts.append(f"前回は{settings.status_word(card.previous_status)}")
    if stage := settings.stage_word(card.stage):
        parts.append(f"段階は{stage}")
    if card.agenda_number:
        parts.append(f"協議{card.agenda_number}")
    if card.since_paper:
        parts.append(SINCE_PAPER)
    return "、".join(parts)


def _axes(shown: Audience) -> dict[str, str]:
    return {axis.code: axis.name for axis in shown.board.axes}


def _change_words(card: Card) -> str:
    parts = (_CHANGES.get(card.change or "", ""), SINCE_PAPER if card.since_paper else "")
    return "・".join(part for part in parts if part)


def board_table(shown: Audience) -> SlideTable:
    """ボード and マス目: a row per card."""
    axes, settings = _axes(shown), shown.settings
    rows = []
    for card in shown.board.cards:
        cells = (
            axes.get(card.axis, ""),
            card.printed,
            card.name,
            _status_words(shown, card),
            _change_words(card),
            settings.stage_word(card.stage),
            settings.stage_word(card.previous_stage),
            f"協議{card.agenda_number}" if card.agenda_number else "",
            "・".join(card.departments),
        )
        symbols = tuple(card.status if heading == "状況" else None for heading in BOARD_HEADINGS)
        rows.append(TableRow(card.code, cells, symbols, _spoken(shown, card)))
    return SlideTable(BOARD_HEADINGS, tuple(rows), count_words(shown))


def _cycle_words(cycle: TrendCycle) -> str:
    return f"{fiscal_year_words(cycle.fiscal_year)} {cycle.name}"


def _with_cycles(shown: Audience, last: str, last_cells: dict[str, str]) -> SlideTable:
    """A row per card with a column per cycle and one more, whose cells are by code."""
    axes, settings, cycles = _axes(shown), shown.settings, shown.trend.cycles
    headings = (*_NAMED, *map(_cycle_words, cycles), last)
    rows = []
    for card in shown.board.cards:
        said = shown.trend.statuses[card.unit]
        words = [settings.status_word(key) if key else "" for key in said]
        words[-1] = _status_words(shown, card)
        cells = (axes.get(card.axis, ""), card.printed, card.name, *words, last_cells[card.code])
        past = [f"{_cycle_words(cycle)}は{word}" for cycle, word in zip(cycles, words, strict=True) if word]
        ending = [f"{last}は{last_cells[card.code]}"] if last_cells[card.code] else []
        symbols = (*(None for _ in _NAMED), *said, None)
        rows.append(TableRow(card.code, cells, symbols, "、".join([name_of(card), *past, *ending])))
    return SlideTable(headings, tuple(rows), count_words(shown))


def trend_table(shown: Audience) -> SlideTable:
    """推移: a row per card, a column per cycle, and what changed."""

    def turn(card: Card) -> str:
        if not changed(card):
            return ""
        change = f"（{_CHANGES[card.change]}）" if card.change in ("better", "worse") else ""
        return turned(word_of(card, shown.settings), silent=card.status == "miss") + change

    return _with_cycles(shown, CHANGED, {card.code: turn(card) for card in shown.board.cards})


def _planned_words(planned: Planned) -> str:
    first, last = fiscal_year_words(planned.first), fiscal_year_words(planned.last)
    years = first if planned.first == planned.last else f"{first}から{last}"
    lines = "／".join((MARK if line.marked else "") + line.text for line in planned.lines)
    return f"{years} {lines}" + (f"（{NO_LAST_YEAR}）" if planned.dotted else "")


def _road_words(road: Road) -> str:
    marks = [f"{MARK}{fiscal_year_words(year)}" for year in road.marks]
    return "、".join([*marks, *(_planned_words(each) for each in road.planned if each.lines)])


def roadmap_table(shown: Audience) -> SlideTable:
    """道のり: a row per card, a column per cycle, and what the plan places in which year."""
    roads = {card.code: _road_words(shown.roadmap.roads[card.unit]) for card in shown.board.cards}
    done = shown.settings.status_word("done")
    roads |= {card.code: done for card in shown.board.cards if card.status == "done"}
    return _with_cycles(shown, "計画", roads)


def _item_lines(shown: Audience, item: Item) -> Iterator[tuple[str, str, str | None]]:
    card, settings = item.card, shown.settings
    yield "取組", f"{card.number} {card.name}", None
    yield "軸", item.axis_name, None
    yield "実施主体", item.owners, None
    yield "状況", _status_words(shown, card), card.status
    yield CHANGED, _CHANGES.get(card.change or "", ""), None
    if card.previous_status:
        yield "前回の状況", settings.status_word(card.previous_status), card.previous_status
    yield "段階", settings.stage_word(card.stage), None
    yield "前回の段階", settings.stage_word(card.previous_stage), None
    yield "協議", f"協議{card.agenda_number}" if card.agenda_number else "", None
    if item.concluded:
        yield f"{item.concluded.body_name}の結論", "\n".join(concluded_words(item.concluded)), None
    yield "決めること", item.ask or "", None
    yield "決定", "\n".join(map(decided_words, item.decided)), None
    yield "今回の実績", item.results or "", None
    yield "課題", item.issues or "", None
    yield "次にすること", item.next or "", None
    yield "前回の実績", item.previous.get("results") or "", None
    for indicator in item.indicators:
        values = "、".join(f"{name} {with_unit(value, indicator.unit)}" for name, value in indicator.values)
        target = f"、目標 {with_unit(indicator.target, indicator.unit)}" if indicator.target else ""
        yield f"指標：{indicator.name}", (values + target).removeprefix("、"), None
    for action in item.actions:
        yield f"前回の{settings.action_word}", f"{action.text}（{action.state}）", None


def item_table(shown: Audience, card: Card) -> SlideTable:
    """取組: a row per thing that is known of the unit, texts in full."""
    found = [each for each in _item_lines(shown, shown.items[card.unit]) if each[1]]
    rows = tuple(
        TableRow(card.code, (heading, words), (None, key), f"{heading}：{words}") for heading, words, key in found
    )
    return SlideTable(("項目", "内容"), rows)


def _in_words(
    headings: tuple[str, ...], rows: Sequence[tuple[str, ...]], codes: Sequence[str | None] = ()
) -> SlideTable:
    """A table without symbols: rows of cells, and the unit of each row."""
    units = [*codes, *([None] * (len(rows) - len(codes)))]
    silent = tuple(None for _ in headings)
    return SlideTable(
        headings,
        tuple(
            TableRow(code or "", cells, silent, "、".join(cell for cell in cells if cell))
            for code, cells in zip(units, rows, strict=True)
        ),
    )


def agenda_table(shown: Audience, current: int | None) -> SlideTable:
    """次第: a row per item, and which of them is being treated."""
    rows = [
        (
            str(line.number),
            lead_of(line),
            name_of_line(shown, line),
            minutes_words(line.minutes) if line.minutes is not None else "",
            CURRENT if line.number == current else "",
        )
        for line in shown.agenda
    ]
    return _in_words(("番号", "協議", "議題", "時間", "いま"), rows, [line.code for line in shown.agenda])


def _due(day: date | None) -> str:
    return due_words(short_date(day)) if day else NEXT_MEETING


def actions_table(shown: Audience) -> SlideTable:
    """宿題: a row per 宿題 of earlier meetings."""
    rows = [
        (each.number, each.text, "・".join(each.departments), _due(each.due), ACTION_STATES[each.state])
        for each in in_order(shown.actions)
    ]
    return _in_words(("番号", shown.settings.action_word, "担当", "期限", "状態"), rows)


def read_back_table(shown: Audience) -> SlideTable:
    """決定の確認: the decision, then a row per 宿題."""
    said = shown.read_back
    if said is None:
        return _in_words(("項目", "内容"), [])
    line = line_of(shown, said.item)
    result = told_word(said.result) if said.result else ""
    rows = [("議題", name_of_line(shown, line) if line else ""), ("結果", result), ("決定", said.text)]
    rows += [
        (shown.settings.action_word, "、".join([each.text, *each.departments, _due(each.due)])) for each in said.actions
    ]
    return _in_words(("項目", "内容"), [row for row in rows if row[1]])


def table_of(shown: Audience, position: Position) -> SlideTable:
    """The slide of a position in words."""
    card = shown.card(position.code) if position.code else None
    if card is not None:
        return item_table(shown, card)
    match position.view:
        case "board":
            return board_table(shown)
        case "roadmap":
            return roadmap_table(shown)
        case "trend":
            return trend_table(shown)
        case "agenda":
            return agenda_table(shown, position.item)
        case "actions":
            return actions_table(shown)
        case "readback":
            return read_back_table(shown)
        case "break":
            return _in_words(("項目", "内容"), [(BREAK, until_words(position.until) if position.until else "")])
        case "blank":
            return _in_words(("項目", "内容"), [])
