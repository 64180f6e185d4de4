"""Every word of every slide stands out from its ground, in a dark room and in one that takes half of the contrast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage

from dxdesk.domain.audience import AgendaLine, OpenAction, ReadBack, ReadBackAction
from dxdesk.ui.audience.drawing import Page, Text, canvas_for
from dxdesk.ui.audience.painting import render
from dxdesk.ui.board.course import Position, Sight, View
from dxdesk.ui.theme import colour
from tests.plan_samples import TOWNS
from tests.ui.board.sights import shown

FULL = QSize(1920, 1080)
VIEWS: tuple[View, ...] = ("board", "roadmap", "trend", "agenda", "actions", "readback", "break", "blank")
LIT = 0.7 / 6
"""Light that a room adds to every colour so that black on white is 7:1, as a part of white."""


def luminance(shade: QColor) -> float:
    """Relative luminance as WCAG 2 defines it, 0 to 1."""
    parts = (shade.redF(), shade.greenF(), shade.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def between(ink: QColor, ground: QColor, added: float = 0.0) -> float:
    """How many times the lighter of two colours is as light, in a room that adds light to both."""
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05 + added) / (dark + 0.05 + added)


def ground_of(image: QImage, place: QRect) -> QColor:
    """The commonest colour under and around a text."""
    pixels = Counter(
        image.pixel(x, y) for x in range(place.left(), place.right(), 4) for y in range(place.top(), place.bottom(), 3)
    )
    return QColor(pixels.most_common(1)[0][0])


def pages(town: str) -> Iterator[Page]:
    """The slides of a plan in a meeting, and of units of every status it has."""
    whole = shown(town)
    codes = {card.status: card.code for card in whole.board.cards}
    lines = tuple(AgendaLine(at, at, "議題", codes.get("ok") if at == 2 else None, 10) for at in range(1, 4))
    owner = ("政策企画課",)
    whole = replace(
        whole,
        agenda=lines,
        actions=(
            OpenAction("6-1", "示す。", owner, None, "open"),
            OpenAction("6-2", "示す。", owner, None, "done"),
        ),
        read_back=ReadBack(1, "進める。", "approved", (ReadBackAction("示す。", owner, date(2025, 3, 31)),)),
    )
    canvas = canvas_for(1920, 1080)
    positions = [Position(view=view, item=2, until="14:50") for view in VIEWS]
    positions += [Position(view="roadmap", months=True), *(Position(code=code) for code in codes.values())]
    for position in positions:
        yield from Sight(whole, position, canvas).pages


@pytest.mark.parametrize("town", TOWNS)
def test_every_word_of_every_slide_can_be_read_in_a_lit_room(town: str) -> None:
    poor, words = set(), 0
    for page in pages(town):
        image = render(page, FULL)
        for _, mark in page.marks():
            if not isinstance(mark, Text) or not any(letter.isalnum() for line in mark.lines for letter in line):
                continue
            words += 1
            ink, ground = colour(mark.colour), ground_of(image, mark.rect.toRect())
            least = 3.8 if ground == colour("late") else 4.3
            if between(ink, ground) < 4.5 or between(ink, ground, LIT) < least:
                poor.add((mark.lines, mark.colour, ground.name()))
    assert poor == set()
    assert words > 100


def test_black_on_white_is_seven_to_one_in_the_room_that_is_reckoned_with() -> None:
    assert between(QColor("black"), QColor("white"), LIT) == pytest.approx(7.0)
