"""Stages: reached squares are dark, new ones light, open ones white; the current chevron stands out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from dxdesk.ui.stages import chevron_shape, draw_check_box, draw_chevron, draw_stage_squares
from dxdesk.ui.theme import colour


def squares(steps: int, reached: int, previous: int | None) -> list[str]:
    """The fill of every square, by its token."""
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_stage_squares(painter, QRectF(0, 5, 400, 30), steps, reached, previous)
    painter.end()
    names = {colour(name).rgb(): name for name in ("stage", "stage-new", "white")}
    pitch = 406 / (steps - 1)
    return [names[image.pixel(int(pitch * index + (pitch - 6) / 2), 20)] for index in range(steps - 1)]


@pytest.mark.parametrize(
    ("reached", "previous", "expected"),
    [
        (0, 0, ["white"] * 6),
        (3, 2, ["stage", "stage", "stage-new", "white", "white", "white"]),
        (3, 3, ["stage"] * 3 + ["white"] * 3),
        (3, None, ["stage"] * 3 + ["white"] * 3),
        (2, 4, ["stage"] * 2 + ["white"] * 4),
        (6, 5, ["stage"] * 5 + ["stage-new"]),
    ],
)
def test_squares_show_what_was_reached_before_and_now(reached: int, previous: int | None, expected: list[str]) -> None:
    assert squares(7, reached, previous) == expected


@pytest.mark.parametrize("steps", [2, 8])
def test_a_scale_of_two_or_eight_steps_has_one_square_less(steps: int) -> None:
    assert squares(steps, steps - 1, steps - 1) == ["stage"] * (steps - 1)


@pytest.mark.parametrize(("state", "fill"), [("passed", "stage-passed"), ("current", "stage"), ("open", "white")])
def test_a_chevron_is_filled_by_its_state_and_names_the_colour_of_its_word(state: str, fill: str) -> None:
    image = QImage(200, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    ink = draw_chevron(painter, QRectF(0, 0, 200, 50), state, notch=16, first=True, previous=True)
    painter.end()
    assert image.pixelColor(90, 25) == colour(fill)
    assert ink == colour({"passed": "navy", "current": "white", "open": "sub"}[state])
    assert image.pixelColor(90, 55) == colour("navy")


def test_chevrons_side_by_side_fit_into_each_other() -> None:
    first = chevron_shape(QRectF(0, 0, 100, 40), 10, first=True)
    second = chevron_shape(QRectF(95, 0, 100, 40), 10)
    assert not first.intersects(second)
    assert second.translated(-10, 0).intersects(first)


def test_a_check_box_shows_its_check() -> None:
    def middle_is_white(checked: bool) -> int:
        image = QImage(44, 44, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        draw_check_box(painter, QRectF(0, 0, 44, 44), checked=checked)
        painter.end()
        return sum(image.pixelColor(x, y) == colour("white") for x in range(8, 36) for y in range(8, 36))

    assert middle_is_white(False) == 28 * 28
    assert 40 < middle_is_white(True) < 300
