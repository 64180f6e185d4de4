"""今回の回答 on a 個票: what was answered, beside it what was answered last time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dxdesk.documents.blocks import Block, Inline, Stack
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.changes import changed
from dxdesk.documents.initiative_sheet_parts import About, Form, Part
from dxdesk.documents.paragraph import Text
from dxdesk.documents.sparkline import Sparkline, as_number
from dxdesk.documents.styles import HEAD
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import Content
from dxdesk.documents.unit_blocks import Panel, fitted, squares, status_line
from dxdesk.domain.board import IndicatorLine, Item
from dxdesk.domain.replies import NO_OUTLOOK, Outlook
from dxdesk.domain.sheets import UnitSheet
from dxdesk.domain.statuses import UNTOLD, Status
from dxdesk.wording.directions import NEXT_YEAR, OF_NEXT_YEAR, outlook_words
from dxdesk.wording.paper import (
    CHANGED_NOTE,
    CORRECTED,
    ISSUES,
    NEXT,
    NOT_DEFINED,
    NOT_HERE,
    NOTHING,
    RESULTS,
    joined_name,
)

_AROUND_HEAD: Final = 1.3
_NOTHING_SAID: Final[tuple[Status, ...]] = ("na", *UNTOLD)


def _cycle_head(word: str, name: str, note: str) -> str:
    return f"{word}　{name}" + (f"（{note}）" if note else "")


def answer_widths(about: About, form: Form) -> tuple[float, ...]:
    """Widths of label, 今回 and, unless it is the first cycle, 前回."""
    if about.first:
        return (25.0, 140.0)
    return (25.0, 70.0, 70.0) if form.compact else (25.0, 82.0, 58.0)


def answer(value: UnitSheet, about: About, form: Form) -> Part:
    """What was answered, beside it what was answered last time; changed words are underlined."""
    board, item = about.board, value.item
    widths = answer_widths(about, form)
    as_of = f"{board.as_of.month}月{board.as_of.day}日現在" + (f"・{CORRECTED}" if value.corrected else "")
    heads = ["", _cycle_head("今回", joined_name(board.cycle_name), as_of)]
    if not about.first:
        month = f"{about.previous_as_of.month}月" if about.previous_as_of else ""
        heads.append(_cycle_head("前回", joined_name(board.previous_name or ""), month))
    columns = tuple(Column(width) for width in widths)
    head = tuple(
        Cell(words, style=fitted(words, HEAD, width - _AROUND_HEAD, 7.5))
        for width, words in zip(widths, heads, strict=True)
    )
    rows = [_status_row(item, about, form)]
    rows += _text_rows(item, about, form, widths)
    if item.indicators or not form.compact:
        rows.append(_indicator_row(item, about, form))
    if item.outlook != NO_OUTLOOK:
        rows.append(_outlook_row(item, about, form))
    note = "" if about.first or item.card.status in _NOTHING_SAID else CHANGED_NOTE
    return Part("今回の回答", note, Table(columns, tuple(rows), head=(Row(head),), style=form.style))


def _label(word: str, form: Form) -> Cell:
    return Cell(word, style=form.style.bold.aligned("center"))


def _status_row(item: Item, about: About, form: Form) -> Row:
    card, settings = item.card, about.settings

    def block(key: Status | None, stage: str | None, before: str | None) -> Block:
        if key is None:
            return Text(NOTHING, form.style.aligned("center"))
        if not settings.stage_word(stage):
            return status_line(key, settings, form.style.bold)
        word = Text(settings.stage_word(stage), form.style)
        row = Inline((word, squares(stage, before, settings)), gap=2.0)
        return status_line(key, settings, form.style.bold, after=row)

    cells = [_label("状況・段階", form), Cell(block(card.status, card.stage, card.previous_stage))]
    if not about.first:
        cells.append(Cell(block(card.previous_status, card.previous_stage, card.previous_stage)))
    return Row(tuple(cells))


def _text_rows(item: Item, about: About, form: Form, widths: Sequence[float]) -> list[Row]:
    """実績, 課題 and 次にすること; where nothing was answered one cell over all three says so."""
    card = item.card
    said = {"results": item.results, "issues": item.issues, "next": item.next}
    anything = any(item.previous.values())
    rows = []
    for at, (key, label) in enumerate((("results", RESULTS), ("issues", ISSUES), ("next", NEXT))):
        new, old = said[key], item.previous.get(key)
        cells = [_label(label, form)]
        if card.status in _NOTHING_SAID:
            if at == 0:
                cells.append(_nothing(item, about, form))
        else:
            content: Content = form.text(new, widths[1]) if new else NOTHING
            if new and anything and not about.first and content == new:
                content = changed(new, old or "")
            cells.append(Cell(content, align=None if new else "center"))
        if not about.first:
            before = form.text(old, widths[2]) if old else NOTHING
            cells.append(Cell(before, align=None if old else "center"))
        rows.append(Row(tuple(cells)))
    return rows


def _nothing(item: Item, about: About, form: Form) -> Cell:
    card, settings = item.card, about.settings
    word = settings.status_word(card.status)
    if card.status == "elsewhere":
        return Cell(f"{word}（{NOT_HERE}）", rows=3)
    if card.status == "na":
        return Cell(f"{word}（{item.results or '今回は照会していない'}）", rows=3)
    if card.waiting == "secretariat":
        word += "（確認中）"
    if card.assigned > 1:
        word += f"　回答 {card.accepted}／{card.assigned}課"
    return Cell(Panel(Text(word, form.style.bold.aligned("center"))), rows=3, fill="hatch")


def _indicator_row(item: Item, about: About, form: Form) -> Row:
    """Every indicator with its value; from two values on with its line."""
    this = about.board.cycle_name
    lines: list[Block] = []
    before: list[str] = []
    for indicator in item.indicators:
        now = next((value for cycle, value in indicator.values if cycle == this), NOTHING)
        past = [value for cycle, value in indicator.values if cycle != this]
        goal = f"（目標 {indicator.target}{indicator.unit or ''}）" if indicator.target else ""
        lines.append(Text(f"{indicator.name}：{now}{indicator.unit or ''}{goal}", form.style))
        before.append(f"{past[-1]}{indicator.unit or ''}" if past else NOTHING)
        line = _sparkline(indicator)
        if line:
            lines.append(line)
    content: Block = Stack(tuple(lines), gap=0.6) if lines else Text(NOT_DEFINED, form.style)
    cells = [_label("指標", form), Cell(content)]
    if not about.first:
        cells.append(Cell("\n".join(before) or NOT_DEFINED))
    return Row(tuple(cells))


def _outlook_row(item: Item, about: About, form: Form) -> Row:
    """What is said about the next year, beside it what was said last time."""

    def words(outlook: Outlook) -> str:
        return "\n".join(f"{head.removeprefix(OF_NEXT_YEAR)}：{text}" for head, text in outlook_words(outlook))

    cells = [_label(NEXT_YEAR, form), Cell(words(item.outlook))]
    if not about.first:
        before = words(item.previous_outlook)
        cells.append(Cell(before or NOTHING, align=None if before else "center"))
    return Row(tuple(cells))


def _sparkline(indicator: IndicatorLine) -> Sparkline | None:
    numbers = [number for _, value in indicator.values if (number := as_number(value)) is not None]
    if len(numbers) < 2:
        return None
    return Sparkline(tuple(numbers), as_number(indicator.target) if indicator.target else None)
