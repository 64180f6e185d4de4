"""新旧対照表: a changed plan beside the one before it, what differs underlined on both sides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dxdesk.documents.blocks import Block, Stack
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.changes import changed
from dxdesk.documents.fonts import Face
from dxdesk.documents.frames import FRAME_Y, Footer
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import CELL, NOTE, TITLE
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import Content, Span, TextStyle
from dxdesk.documents.unit_blocks import clipped, fitted
from dxdesk.domain.comparison import ComparedRow, Comparison, Revised
from dxdesk.domain.plan_changes import ASPECTS, Aspect
from dxdesk.domain.sheets import occasion
from dxdesk.wording.change_notice import KINDS, revision_words
from dxdesk.wording.comparison import (
    GONE,
    KIND_HEAD,
    LABELS,
    LEFT_OUT,
    NEW,
    NO_ANSWERS,
    NO_CHANGES,
    NUMBER_HEAD,
    REASON_HEAD,
    RULE,
    answers_words,
    head_words,
    sub_words,
    title_words,
)
from dxdesk.wording.paper import axis_word, foot_left, foot_right

_SUB = TextStyle(Face.PROPORTIONAL, 9, 12)
_SIDE = TextStyle(Face.PROPORTIONAL, 9.6, 14.4, phrases=True)
_NOTES = TextStyle(Face.PROPORTIONAL, 8.6, 12, phrases=True)
_NUMBER_ROOM: Final = 9.5
_WIDTHS: Final = (14.0, 94.0, 94.0, 25.0, 40.0)

_Labels = Mapping[Aspect, str]


def compose_comparison(value: Comparison, *, made: str, number: str = "資料7") -> Printed:
    """新旧対照表 of two revisions of a plan; ``made`` is an ISO moment."""
    about = occasion(value.board, value.settings.paper)
    footer = Footer(foot_left(about), foot_right(about, made))
    title = title_words(value.after.plan.title, draft=False)
    sheet = Sheet(FRAME_Y, title, value.board.town, footer, number=number, draft=value.draft)
    lay_comparison(sheet, value)
    return sheet.finish()


def lay_comparison(sheet: Sheet, value: Comparison) -> None:
    """Lay the table from the current, still empty page on; where nothing differs that is said in a sentence."""
    outer, sheet.head = sheet.head, lambda page: _draw_head(page, value)
    _draw_head(sheet, value)
    said = value.settings.paper.said
    if value.rows:
        heads = (
            NUMBER_HEAD,
            head_words("改正後", value.after.number),
            head_words("改正前", value.before.number),
            KIND_HEAD,
            REASON_HEAD,
        )
        middle = _NOTES.aligned("center")
        styles = (CELL.aligned("center").bold, _SIDE, _SIDE, middle, _NOTES)
        columns = tuple(Column(*each) for each in zip(_WIDTHS, heads, styles, strict=True))
        labels = {**LABELS, "axis": axis_word(value.after.plan)}
        sheet.place(Table(columns, tuple(_row(row, labels) for row in value.rows), style=_SIDE, padding=(2.2, 1.5)))
        sheet.y += 1.4
        answered = [(row.number, row.answers) for row in value.rows if row.answers]
        for words in (RULE, answers_words(answered) if answered else NO_ANSWERS):
            sheet.place(Text(said(words), NOTE))
    else:
        sheet.place(Text(said(NO_CHANGES), CELL.at(10, 14)))
    sheet.head = outer


def _draw_head(sheet: Sheet, value: Comparison) -> None:
    ink, room = sheet.ink, sheet.free - sheet.left - 4.0
    title = title_words(value.after.plan.title, draft=value.draft and not sheet.draft)
    style = fitted(title, TITLE, room, 11.0)
    write(ink, sheet.left, 22.4, clipped(title, style, room, 1), style)
    words = sub_words(_called(value.before), _called(value.after))
    sub = fitted(words, _SUB, sheet.width, 7.5)
    write(ink, sheet.left, 30.8, clipped(words, sub, sheet.width, 1), sub)
    sheet.y = sheet.frame.body


def _called(revised: Revised) -> str:
    return revision_words(revised.number, revised.plan.edition)


def _row(row: ComparedRow, labels: _Labels) -> Row:
    kinds = "\n".join(dict.fromkeys(KINDS[each] for each in row.kinds))
    sides = (Cell(_side(row, labels, after=each), valign="top") for each in (True, False))
    bold = CELL.aligned("center").bold
    number = Cell(row.number, style=fitted(row.number, bold, _NUMBER_ROOM, 7.5), valign="top")
    return Row(
        (number, *sides, Cell(kinds, valign="top"), Cell(row.reason, valign="top")),
    )


def _side(row: ComparedRow, labels: _Labels, *, after: bool) -> Block:
    """What one revision says of an initiative, aspect by aspect; what stays the same is named only."""
    own, other = (row.after, row.before) if after else (row.before, row.after)
    if own is None:
        words = GONE if after else row.made_of or NEW
        return Stack(tuple(_text(words, labels["name"], whole=bool(row.made_of) and not after)))
    paragraphs: list[Block] = []
    same: list[str] = []
    for aspect in ASPECTS:
        was = None if other is None else other[aspect]
        if own[aspect] == was and aspect != "name":
            same += [labels[aspect]] if own[aspect] and aspect != "number" else []
            continue
        paragraphs += _left_out(same)
        same = []
        if was is None:
            paragraphs += _text(own[aspect], labels[aspect], whole=True) if aspect != "number" else []
        else:
            paragraphs.append(_beside(own[aspect], was, labels[aspect], after=after))
    return Stack((*paragraphs, *_left_out(same)))


def _left_out(same: list[str]) -> list[Block]:
    """What stays as it is, named in one line."""
    return [Text(f"{'、'.join(same)}　{LEFT_OUT}", _SIDE)] if same else []


def _text(words: str, label: str, *, whole: bool) -> list[Block]:
    """A paragraph that stands on one side alone, or nothing where there are no words."""
    return [Text(_labelled((Span(words, underline=whole),), label), _SIDE)] if words else []


def _beside(own: str, other: str, label: str, *, after: bool) -> Block:
    """A paragraph of an aspect that both revisions could speak of."""
    if not own:
        return Text(_labelled((Span(GONE if after else NEW),), label), _SIDE)
    return Text(_labelled(changed(own, other), label), _SIDE)


def _labelled(spans: tuple[Span, ...], label: str) -> Content:
    return (Span(f"{label}　"), *spans) if label else spans
