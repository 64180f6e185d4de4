"""取組: one unit with its status, stage, three texts, what is to be decided and last time's action items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Final

from PySide6.QtCore import QRectF

from dxdesk.domain.board import Card, IndicatorLine, Item
from dxdesk.domain.calendar import short_date
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import UNTOLD
from dxdesk.phrases import shorten
from dxdesk.ui.audience.drawing import MARGIN, Canvas, Layer, Mark, Page, Text, ground
from dxdesk.ui.audience.frame import page_words
from dxdesk.ui.audience.item_head import item_head, item_head_again
from dxdesk.ui.audience.measure import shortened, width
from dxdesk.ui.audience.sections import (
    DENSE,
    ROOMY,
    Rooms,
    Row,
    Section,
    Style,
    actions_section,
    lines_section,
    paginate,
    section_marks,
    text_room,
    text_section,
    with_figure,
)
from dxdesk.ui.audience.sparkline import has_course, sparkline_marks, value_words
from dxdesk.ui.theme import FLOOR
from dxdesk.wording.audience import REPORT, SAMPLE_CONTENT, reported_words
from dxdesk.wording.meeting import concluded_head, concluded_words, decided_words
from dxdesk.wording.screen import NOT_HERE

FIRST_CHARACTERS = 60
"""How much of a text the meeting sees; the rest is in its papers."""

_ASK_CHARACTERS = 120
_REPORTS = 2
"""So many of the last reports are told of."""

_TWO_COLUMNS_FROM = 1600.0
_RIGHT = 640.0
_COLUMN_GAP = 48.0
_FIGURE = 260.0


@dataclass(frozen=True)
class Place:
    """Where the unit stands in the meeting: its place among all, the next unit's name, the page of the papers.

    ``due`` is the day by which departments answer.
    """

    number: int | None = None
    of: int | None = None
    next_name: str | None = None
    paper_page: int | None = None
    sample: bool = False
    due: date | None = None


def _said(text: str, characters: int, paper_page: int | None) -> str:
    """The start of a text in one paragraph, and where the rest is to be found."""
    ending = f"…（資料 p.{paper_page}）" if paper_page else "…"
    return shorten(" ".join(text.split("\n")), characters, ending)


def _without_answer(card: Card, due: date | None) -> str:
    """What there is to say of a unit for which nothing counts yet, or which was not asked."""
    if card.status == "elsewhere":
        return NOT_HERE
    if card.status == "na":
        return "今回は対象外です。"
    if card.waiting == "secretariat" or (card.checking and card.assigned == 1):
        return "回答を確認しています。"
    until = [f"期限 {short_date(due)}"] if due else []
    if card.checking:
        checked = card.handed_in - card.accepted
        said = f"{card.assigned}課のうち{card.handed_in}課から回答がありました。{checked}課分を確認しています。"
    elif card.assigned > 1 and card.accepted:
        said = f"{card.assigned}課のうち{card.accepted}課から回答がありました。"
    else:
        said = "回答がまだありません。"
        until = ([f"回答 {card.accepted}／{card.assigned}課"] if card.assigned > 1 else []) + until
    return f"{said}（{'、'.join(until)}）" if until else said


def _text_sections(item: Item, column: float, place: Place, pitch: float) -> list[Section]:
    """今回の実績, 課題 and 次にすること; without an answer what was said last time."""
    if item.card.status in UNTOLD or (item.card.status == "na" and not item.results):
        said = [text_section("今回の実績", _without_answer(item.card, place.due), column, "bar", pitch=pitch)]
        if known := item.previous.get("results"):
            text = _said(known, FIRST_CHARACTERS, None)
            said.append(text_section("前回の実績", text, column, "bar", pitch=pitch))
        return said
    texts: tuple[tuple[str, str | None, Style], ...] = (
        ("今回の実績", item.results, "bar"),
        ("課題", item.issues, "warn-bar"),
        ("次にすること", item.next, "bar"),
    )
    return [
        text_section(heading, _said(text, FIRST_CHARACTERS, place.paper_page), column, style, pitch=pitch)
        for heading, text, style in texts
        if text
    ]


def _left_sections(item: Item, column: float, place: Place, pitch: float, *, figure: bool) -> list[Section]:
    """The texts; ``figure``: the last shares its row with the course of the indicator."""
    sections = _text_sections(item, column, place, pitch)
    if item.reported:
        said = "".join(reported_words(each.day, each.who) for each in item.reported[-_REPORTS:])
        sections.insert(0, text_section(REPORT, said, column, "bar", pitch=pitch))
    course = _course(item)
    if figure and course is not None and sections:
        narrow = _text_sections(item, column * 0.56, place, pitch)[-1]
        marks = sparkline_marks(course, QRectF(0, 0, column * 0.4, _FIGURE))
        sections[-1] = with_figure(narrow, marks, column * 0.58 - 38, _FIGURE)
    single = next((each for each in item.indicators if each.values and not has_course(each)), None)
    if single:
        sections.append(text_section("指標", value_words(single), column, "bar", pitch=pitch))
    return sections


def _course(item: Item) -> IndicatorLine | None:
    """The first indicator with a course to draw."""
    return next((each for each in item.indicators if has_course(each)), None)


def _asides(
    item: Item, column: float, settings: Settings, place: Place, pitch: float, *, figure: bool
) -> list[Section]:
    """What the body below concluded, 決めること and 前回の宿題; ``figure``: the course of the indicator as a panel
    below them."""
    sections = []
    if item.concluded:
        said = [_said(each, FIRST_CHARACTERS, place.paper_page) for each in concluded_words(item.concluded)]
        sections.append(lines_section(concluded_head(item.concluded.body_name), said, column))
    if item.decided:
        texts = (_said(decided_words(each), _ASK_CHARACTERS, place.paper_page) for each in item.decided)
        text = "\n".join(texts)
        sections.append(text_section("決定", text, column, "frame", pitch=pitch))
    elif item.ask:
        text = _said(item.ask, _ASK_CHARACTERS, place.paper_page)
        sections.append(text_section("決めること", text, column, "frame", pitch=pitch))
    if item.actions:
        sections.append(actions_section(f"前回の{settings.action_word}", item.actions, column))
    course = _course(item)
    if figure and course is not None:
        marks = sparkline_marks(course, QRectF(0, 0, text_room(column, "panel"), _FIGURE))
        sections.append(Section("指標", "panel", (Row(_FIGURE, tuple(marks)),)))
    return sections


def _foot(canvas: Canvas, place: Place, page: int, pages: int) -> list[Mark]:
    row = QRectF(MARGIN, canvas.height - 58, canvas.inner, 48)
    number = f"{place.number}／{place.of}" if place.number and place.of else ""
    part = f"（{page_words(page, pages)}）" if pages > 1 else ""
    following = f"次：{place.next_name}" if place.next_name else ""
    left = "　　".join(each for each in (number + part, following) if each)
    right = (SAMPLE_CONTENT if canvas.roomy else SAMPLE_CONTENT[:2]) if place.sample else ""
    room = canvas.inner - width(right, FLOOR) - 30
    marks: list[Mark] = [Text((right,), row, FLOOR, False, "sub", "right")] if right else []
    return [*marks, Text((shortened(left, room, FLOOR),), row, FLOOR, False, "sub")] if left else marks


@dataclass(frozen=True)
class _Layout:
    """One way to set the sections: pages of one or two columns, each with its left edge, width and gap."""

    columns: tuple[tuple[float, float, float, list[list[Section]]], ...]

    @property
    def pages(self) -> int:
        return max(len(pages) for *_, pages in self.columns)


_ROOMY: Final = (ROOMY, 40.0)
_DENSE: Final = (DENSE, 10.0)
"""Pitch of the lines, and the gap between the sections of the texts."""


def _layouts(item: Item, settings: Settings, canvas: Canvas, place: Place, rooms: Rooms) -> Iterator[_Layout]:
    """From roomy to dense, each column for itself; the figure beside the last text, then as a panel."""
    wide = canvas.inner - _RIGHT - _COLUMN_GAP
    for (pitch, gap), (beside_pitch, _) in product((_ROOMY, _DENSE), repeat=2):
        for beside in (True, False) if _course(item) else (True,):
            asides = _asides(item, _RIGHT, settings, place, beside_pitch, figure=not beside)
            if canvas.width >= _TWO_COLUMNS_FROM and asides:
                texts = _left_sections(item, wide, place, pitch, figure=beside)
                left = (MARGIN, wide, gap, paginate(texts, rooms, gap))
                yield _Layout((left, (canvas.right - _RIGHT, _RIGHT, 20.0, paginate(asides, rooms, 20.0))))
                continue
            if pitch != beside_pitch:
                continue  # one column has one density
            texts = _left_sections(item, canvas.inner, place, pitch, figure=beside)
            texts += _asides(item, canvas.inner, settings, place, pitch, figure=not beside)
            yield _Layout(((MARGIN, canvas.inner, gap, paginate(texts, rooms, gap)),))


def _shortest(layouts: Iterator[_Layout]) -> _Layout:
    """The first of those with the fewest pages; nothing is looked for beyond one of a single page."""
    best = next(layouts)
    while best.pages > 1:
        other = next(layouts, None)
        if other is None:
            break
        best = other if other.pages < best.pages else best
    return best


def item_pages(item: Item, settings: Settings, canvas: Canvas, place: Place | None = None) -> list[Page]:
    """The pages of one unit: one where it fits; texts beside what is to be decided, or below each other."""
    place = place or Place()
    space = 36 if canvas.roomy else 16
    heads = [item_head(item, settings, canvas), item_head_again(item, settings, canvas)]
    first, later = (canvas.height - 62 - below - space for _, below in heads)
    layout = _shortest(_layouts(item, settings, canvas, place, Rooms(first, later)))
    pages = []
    for number in range(layout.pages):
        head, below = heads[min(number, 1)]
        marks = [*head]
        for x, wide, gap, column in layout.columns:
            y = below + space
            for section in column[number] if number < len(column) else ():
                marks += section_marks(section, x, y, wide)
                y += section.height + gap
        unit = Layer("card", item.card.code, QRectF(), tuple(marks))
        pages.append(Page(canvas, (unit, ground(*_foot(canvas, place, number + 1, layout.pages)))))
    return pages
