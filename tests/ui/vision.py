"""Pictures as other eyes and printers see them, and the search for a status by its silhouette alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from dxdesk.domain.statuses import STATUSES
from dxdesk.ui.symbols import symbol_path

SIDE = 48
"""Silhouettes are compared on squares of this many pixels."""

Grey = list[list[int]]

# Colour mixing of full protanopia and deuteranopia in linear light (Machado, Oliveira and Fernandes 2009).
_PROTAN = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
_DEUTAN = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
_PLAIN = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
_GREY = ((0.2126, 0.7152, 0.0722),) * 3
VISIONS = {"normal": _PLAIN, "P": _PROTAN, "D": _DEUTAN, "grey": _GREY}


@cache
def _seen(rgb: int, vision: str) -> int:
    """Lightness 0–255 of a colour after a vision."""
    linear = [((rgb >> shift & 255) / 255) ** 2.2 for shift in (16, 8, 0)]
    mixed = [sum(part * value for part, value in zip(row, linear, strict=True)) for row in VISIONS[vision]]
    light = sum(weight * min(1.0, max(0.0, value)) for weight, value in zip(_GREY[0], mixed, strict=True))
    return int(255 * light ** (1 / 2.2) + 0.5)


def crop(image: QImage, rect: QRectF, vision: str) -> Grey:
    """The lightness of a square part of a picture, SIDE × SIDE pixels, through a vision."""
    part = image.copy(rect.toRect()).scaled(
        SIDE, SIDE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return [[_seen(part.pixel(x, y) & 0xFFFFFF, vision) for x in range(SIDE)] for y in range(SIDE)]


def silhouette(grey: Grey, tolerance: int = 26) -> list[bool]:
    """Which pixels stand out from the commonest lightness at the edge of the square."""
    edge = [*grey[0], *grey[-1], *(row[0] for row in grey), *(row[-1] for row in grey)]
    ground = Counter(value // 4 for value in edge).most_common(1)[0][0] * 4 + 2
    return [abs(value - ground) > tolerance for row in grey for value in row]


def draw(paint: Callable[[QPainter, QRectF], object], ground: QColor | Qt.GlobalColor, side: int = SIDE) -> QImage:
    """A square picture with something painted into its middle, a tenth of margin around."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    margin = side * 0.1
    paint(painter, QRectF(margin, margin, side - 2 * margin, side - 2 * margin))
    painter.end()
    return image


@cache
def template(key: str) -> tuple[bool, ...]:
    """The silhouette of a status, from its recipe and not from a picture of a screen."""

    def black(painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.center())
        painter.scale(rect.width() / 100, rect.height() / 100)
        painter.fillPath(symbol_path(key), Qt.GlobalColor.black)

    image = draw(black, Qt.GlobalColor.white)
    return tuple(silhouette(crop(image, QRectF(image.rect()), "normal"), 100))


def with_margin(rect: QRectF) -> QRectF:
    """The square around a symbol, with the margin that templates have."""
    side = min(rect.width(), rect.height()) / 0.8
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    return QRectF(QRect(round(square.x()), round(square.y()), round(side), round(side)))


def recognise(image: QImage, rect: QRectF, vision: str) -> str:
    """The status whose silhouette lies best over what is seen in ``rect``."""
    seen = silhouette(crop(image, with_margin(rect), vision))

    def likeness(key: str) -> float:
        both = sum(a and b for a, b in zip(seen, template(key), strict=True))
        either = sum(a or b for a, b in zip(seen, template(key), strict=True))
        return both / either if either else 0.0

    return max(STATUSES, key=likeness)
