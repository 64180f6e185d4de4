"""指標一覧: targets by year, what was reported and how much of the target that is, under the unit it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from dxdesk.documents.banded import place_banded
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.cycle_paper import compose_of_cycle
from dxdesk.documents.fonts import Face
from dxdesk.documents.frames import FRAME_Y
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import HEAD, NOTE, TITLE
from dxdesk.documents.symbols import Symbol
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import Span, TextStyle
from dxdesk.documents.unit_blocks import Panel, StatusLine, clipped, fitted, said
from dxdesk.domain.indicator_table import IndicatorRow, IndicatorTable, number_of
from dxdesk.wording.indicators import (
    BASELINE_HEAD,
    INDICATORS_TITLE,
    NAME_HEAD,
    NO_INDICATORS,
    NOT_MEASURED,
    NOTES_HEAD,
    RATE_HEAD,
    RATE_NOTE,
    RESULT_HEAD,
    TARGET_HEAD,
    UNIT_HEAD,
    WORDS_NOTE,
    against_words,
    before_words,
    count_words,
    other_targets,
    source_words,
    target_head,
)
from dxdesk.wording.paper import NOTHING, plan_words

_SUB = TextStyle(Face.PROPORTIONAL, 9, 12)
_CELL = TextStyle(Face.PROPORTIONAL, 8.6, 11.4, whole_last_line=True, phrases=True)
_HEAD = HEAD.at(8.6, 10.6)
_TARGETS: Final = 66.0
_LEAST: Final = 7.4
_GAP: Final = 1.4


def compose_indicators(value: IndicatorTable, *, made: str, number: str = "資料4") -> Printed:
    """指標一覧 of a cycle; ``made`` is an ISO moment."""
    return compose_of_cycle(value, INDICATORS_TITLE, FRAME_Y, lay_indicators, made=made, number=number)


def lay_indicators(sheet: Sheet, value: IndicatorTable) -> None:
    """Lay 指標一覧 from the current, still empty page on; a plan without indicators says so in a sentence."""
    outer, sheet.head = sheet.head, lambda page: _draw_head(page, value)
    _draw_head(sheet, value)
    sheet.y = sheet.frame.body
    said_ = value.settings.paper.said
    if not value.rows:
        sheet.place(Text(said_(NO_INDICATORS), _CELL.at(10, 14)))
    else:
        table = Table(_columns(value), (), style=_CELL, head_style=_HEAD, least=_LEAST)
        groups = groupby(value.rows, key=lambda row: row.group)
        note = Text(said_(RATE_NOTE) + said_(WORDS_NOTE), NOTE)
        named = ((name, (_row(value, each) for each in found)) for name, found in groups)
        place_banded(sheet, table, named, under=note.height(sheet.width) + _GAP)
        sheet.y += _GAP
        sheet.place(note)
    sheet.head = outer


def _draw_head(sheet: Sheet, value: IndicatorTable) -> None:
    ink, paper = sheet.ink, value.settings.paper
    room = sheet.free - sheet.left - 4.0
    title = f"{value.plan.title}　{INDICATORS_TITLE}"
    style = fitted(title, TITLE, room, 11.0)
    write(ink, sheet.left, 22.4, clipped(title, style, room, 1), style)
    words = f"{plan_words(value.plan)}　{count_words(len(value.rows))}　{paper.plain_date(value.board.as_of)}現在"
    sub = fitted(words, _SUB, sheet.width, 7.5)
    write(ink, sheet.left, 30.8, clipped(words, sub, sheet.width, 1), sub)
    sheet.y = sheet.frame.body


def _columns(value: IndicatorTable) -> tuple[Column, ...]:
    year = value.settings.paper.fiscal_year
    heads = [target_head(year(each)) for each in value.years] + [TARGET_HEAD] * _open(value)
    return (
        Column(46.0, NAME_HEAD, _CELL.bold),
        Column(14.0, UNIT_HEAD, _CELL.aligned("center")),
        Column(26.0, BASELINE_HEAD),
        *(Column(_TARGETS / len(heads), head) for head in heads),
        Column(30.0, RESULT_HEAD),
        Column(26.0, RATE_HEAD),
        Column(59.0, NOTES_HEAD),
    )


def _open(value: IndicatorTable) -> bool:
    """Whether there is a column for targets of no year."""
    return value.open_target or not value.years


def _row(value: IndicatorTable, row: IndicatorRow) -> Row:
    targets = (*(_target(row, year) for year in value.years), *((_target(row, None),) if _open(value) else ()))
    return Row(
        (
            row.indicator.name,
            row.indicator.unit or NOTHING,
            _baseline(row),
            *targets,
            _result(value, row),
            _rate(value, row),
            _notes(value, row),
        )
    )


def _aligned(text: str, more: Sequence[str] = ()) -> Cell:
    """Words at the left, a number at the right; what belongs to it in brackets below."""
    lines = "\n".join([text, *more])
    return Cell(lines, style=_CELL.aligned("right") if number_of(text) is not None else _CELL)


def _baseline(row: IndicatorRow) -> Cell:
    base = row.indicator.baseline
    return _aligned(base.value, [f"（{base.as_of}）"] if base.as_of else []) if base else said(None, _CELL)


def _target(row: IndicatorRow, year: int | None) -> Cell:
    found = [each.value for each in row.indicator.targets if each.year == year]
    return _aligned("、".join(found)) if found else said(None, _CELL)


def _result(value: IndicatorTable, row: IndicatorRow) -> Cell:
    """What was reported, below it when and how certain, or that nothing was."""
    reading = row.reading
    before = row.before.as_typed or row.before.value if row.before else None
    last = [before_words(before)] if before else []
    if reading is None:
        if row.card is not None and row.card.status == "miss":
            word = value.settings.status_word("miss")
            return Cell(Panel(StatusLine(Symbol("miss", 3.6), Text(word, _CELL.bold))), fill="hatch")
        return _aligned(NOTHING, last) if last else said(None, _CELL)
    if reading.value is None:
        return Cell(
            "\n".join([NOT_MEASURED, *([f"（{reading.reason}）"] if reading.reason else []), *last]), style=_CELL
        )
    notes = "・".join(each for each in (reading.as_of, reading.certainty) if each)
    text = reading.as_typed or reading.value
    lines = "\n".join([text, *([f"（{notes}）"] if notes else []), *last])
    return Cell(lines, style=_CELL.aligned("right") if number_of(reading.value) is not None else _CELL)


def _rate(value: IndicatorTable, row: IndicatorRow) -> Cell:
    if row.percent is None:
        return said(None, _CELL)
    sign = "−" if row.percent < 0 else ""
    spans = [Span(f"{sign}{abs(row.percent)}％", bold=True)]
    if row.target is not None and row.target.year not in (None, value.fiscal_year):
        spans.append(Span("\n" + against_words(value.settings.paper.fiscal_year(row.target.year or 0))))
    return Cell(tuple(spans), style=_CELL.aligned("right"))


def _notes(value: IndicatorTable, row: IndicatorRow) -> Cell:
    year = value.settings.paper.fiscal_year
    others = [
        (year(each.year), each.value)
        for each in row.indicator.targets
        if each.year is not None and each.year not in value.years
    ]
    source = row.reading.source if row.reading else None
    lines = [
        row.owners,
        row.indicator.note or "",
        source_words(source) if source else "",
        other_targets(others) if others else "",
    ]
    return said("\n".join(line for line in lines if line) or None, _CELL)
