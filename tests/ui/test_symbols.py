"""Every status is told by its shape alone: small, on its block, in grey, and for P- and D-type eyes."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from dxdesk.domain.statuses import STATUSES
from dxdesk.ui.symbols import (
    block_shape,
    draw_block,
    draw_change,
    draw_symbol,
    symbol_icon,
    symbol_path,
    symbol_pixmap,
)
from dxdesk.ui.theme import colour, status_look

from . import vision


def block_picture(key: str) -> tuple[QImage, QRectF]:
    """A status block as on a card: symbol in its upper part."""
    image = QImage(140, 140, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_block(painter, key, block_shape(QRectF(5, 5, 130, 130), 14))
    rect = QRectF(42, 30, 56, 56)
    draw_symbol(painter, key, rect, on_block=True)
    painter.end()
    return image, rect


@pytest.mark.parametrize("eyes", vision.VISIONS)
@pytest.mark.parametrize("key", STATUSES)
def test_the_shape_on_a_block_is_found_by_any_eyes(key: str, eyes: str) -> None:
    image, rect = block_picture(key)
    assert vision.recognise(image, rect, eyes) == key


@pytest.mark.parametrize("eyes", vision.VISIONS)
@pytest.mark.parametrize("side", [20, 32, 56])
@pytest.mark.parametrize("key", STATUSES)
def test_the_shape_alone_is_found_at_every_size(key: str, side: int, eyes: str) -> None:
    image = vision.draw(lambda painter, rect: draw_symbol(painter, key, rect), Qt.GlobalColor.white, round(side / 0.8))
    inner = QRectF(image.rect()).center()
    rect = QRectF(inner.x() - side / 2, inner.y() - side / 2, side, side)
    assert vision.recognise(image, rect, eyes) == key


@pytest.mark.parametrize("key", STATUSES)
def test_one_ink_for_print_keeps_the_shape(key: str) -> None:
    image = vision.draw(
        lambda painter, rect: draw_symbol(painter, key, rect, ink=QColor("black")), Qt.GlobalColor.white, 60
    )
    assert vision.recognise(image, QRectF(6, 6, 48, 48), "grey") == key
    assert {image.pixelColor(x, y).saturation() for x in range(60) for y in range(60)} == {0}


@pytest.mark.parametrize("key", STATUSES)
def test_a_symbol_stays_within_its_box(key: str) -> None:
    box = symbol_path(key).boundingRect()
    assert box.left() >= -55
    assert box.right() <= 55
    assert box.top() >= -50.5
    assert box.bottom() <= 50.5


def test_what_is_unknown_is_hatched_and_what_is_good_is_pale() -> None:
    image, _ = block_picture("miss")
    column = {image.pixelColor(x, 120).lightness() for x in range(12, 128)}
    assert min(column) < 225 < max(column)
    for key in ("ok", "done", "none", "stop", "na"):
        image, _ = block_picture(key)
        assert image.pixelColor(20, 120).lightness() > 235


def test_better_points_up_and_worse_points_down() -> None:
    def dark_rows(change: str) -> list[int]:
        image = vision.draw(
            lambda painter, rect: draw_change(painter, change, rect, colour("ink")), Qt.GlobalColor.white
        )
        right = range(vision.SIDE * 3 // 4, vision.SIDE)
        return [y for y in range(vision.SIDE) for x in right if image.pixelColor(x, y).lightness() < 128]

    middle = vision.SIDE / 2
    up, down = dark_rows("better"), dark_rows("worse")
    assert sum(up) / len(up) < middle < sum(down) / len(down)
    assert dark_rows("same") == []


def test_icons_have_the_symbol_at_the_sizes_of_trees_and_buttons(qapp: QApplication) -> None:
    icon = symbol_icon("late")
    assert {size.width() for size in icon.availableSizes()} >= {14, 20, 32}
    pixmap = symbol_pixmap("late", 32, ratio=2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (64, 32)
    assert pixmap.toImage().pixelColor(32, 32).rgb() == status_look("late").symbol.rgb()


def test_a_key_that_is_no_status_is_refused() -> None:
    with pytest.raises(KeyError):
        symbol_path("delayed")


def test_drawing_keeps_the_count_of_references_to_none(qapp: QApplication) -> None:
    """A Qt binding that loses one per call ends the program after some thousand drawings."""
    image, _ = block_picture("miss")
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(300):
        painter.drawLine(1, 1, 9, 9)
        painter.drawEllipse(1, 1, 9, 9)
        draw_symbol(painter, "miss", QRectF(0, 0, 20, 20))
    after = sys.getrefcount(None)
    painter.end()
    assert before - after < 100
    if sys.version_info < (3, 13):  # from then on the count of the immortal None only ever rises
        assert after - before < 100
