"""The one drawing of every status symbol, its block and the arrow, on slides, trees, forms and icons.

Shape, word and colour always go together: these draw the shape. Recipes are in parts of the box side ``s``.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPainterPathStroker, QPen, QPixmap

from dxdesk.ui.theme import colour, high_contrast, status_look

SMALLEST: Final = 14
"""Smallest side of a symbol, px."""

MARK_FROM: Final = 18
"""Below this side ! and ? are left out where the word stands beside the symbol, px."""

_HIGH_EDGE: Final = 2.0
"""In 高コントラスト every block has an edge at least this wide, px."""

UNIT: Final = 100.0
"""Recipes are worked out in a box of this side: Qt flattens curves by an absolute measure."""

_FLAT = Qt.PenCapStyle.FlatCap
_ROUND = Qt.PenCapStyle.RoundCap


def _stroked(path: QPainterPath, width: float, cap: Qt.PenCapStyle = _FLAT) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width * UNIT)
    stroker.setCapStyle(cap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin if cap == _ROUND else Qt.PenJoinStyle.MiterJoin)
    return stroker.createStroke(path)


def _line(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]) * UNIT)
    for point in points[1:]:
        path.lineTo(QPointF(*point) * UNIT)
    return path


def _disc(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y) * UNIT, radius * UNIT, radius * UNIT)
    return path


def _bar(width: float, height: float, x: float = 0.0) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF((x - width / 2) * UNIT, -height / 2 * UNIT, width * UNIT, height * UNIT))
    return path


def _ring() -> QPainterPath:
    return _disc(0, 0, 0.5).subtracted(_disc(0, 0, 0.31))


def _triangle() -> QPainterPath:
    corners = _line((0, -0.42), (0.47, 0.42), (-0.47, 0.42), (0, -0.42))
    corners.closeSubpath()
    return corners.united(_stroked(corners, 0.10, _ROUND)).simplified()


def _exclamation() -> QPainterPath:
    return _stroked(_line((0, -0.16), (0, 0.1)), 0.115, _ROUND).united(_disc(0, 0.28, 0.07))


def _saltire() -> QPainterPath:
    return (
        _stroked(_line((-0.4, -0.4), (0.4, 0.4)), 0.22)
        .united(_stroked(_line((0.4, -0.4), (-0.4, 0.4)), 0.22))
        .simplified()
    )


def check_mark() -> QPainterPath:
    """The ✓ of 完了 and of check boxes, in a box of side 100 around the origin."""
    return _stroked(_line((-0.22, 0.02), (-0.06, 0.18), (0.23, -0.17)), 0.13, _ROUND)


def _question() -> QPainterPath:
    hook = QPainterPath(QPointF(-13, -10))
    hook.cubicTo(-13, -28, 15, -28, 15, -10)
    hook.cubicTo(15, 0, 0, 0, 0, 11)
    return _stroked(hook, 0.07, _ROUND).united(_disc(0, 0.24, 0.05))


def _dashed_box() -> QPainterPath:
    """A box of dashes as whole shapes, so that corners look alike at every size."""
    stroker = QPainterPathStroker(QPen(Qt.PenStyle.NoPen))
    stroker.setWidth(0.10 * UNIT)
    stroker.setCapStyle(_FLAT)
    stroker.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    stroker.setDashPattern([1.6, 1.2])
    box = QPainterPath()
    box.addRoundedRect(QRectF(-45, -45, 90, 90), 8, 8)
    return stroker.createStroke(box)


_SHAPES: Final[dict[str, Callable[[], QPainterPath]]] = {
    "ok": _ring,
    "warn": _triangle,
    "late": _saltire,
    "done": lambda: _disc(0, 0, 0.5).subtracted(check_mark()),
    "none": lambda: _bar(0.82, 0.18),
    "stop": lambda: _bar(0.19, 0.78, -0.19).united(_bar(0.19, 0.78, 0.19)),
    "na": lambda: _stroked(_line((-0.4, 0.4), (0.4, -0.4)), 0.13),
    "miss": _dashed_box,
    "elsewhere": lambda: _disc(-0.34, 0, 0.1).united(_disc(0, 0, 0.1)).united(_disc(0.34, 0, 0.1)),
}
_CACHE: Final[dict[str, QPainterPath]] = {}


def symbol_path(key: str, *, mark: bool = True) -> QPainterPath:
    """The silhouette of a status in a box of side 100 around the origin; ``mark``: with ! knocked out or ? inside.

    The triangle reaches 4 % beyond the box on both sides, so that it weighs as much as the others.
    Raises KeyError for a key that is no status.
    """
    name = key if mark else f"{key} plain"
    if name not in _CACHE:
        path = _SHAPES[key]()
        if mark and key == "warn":
            path = path.subtracted(_exclamation())
        elif mark and key == "miss":
            path = path.united(_question())
        _CACHE[name] = path
    return _CACHE[name]


def draw_symbol(
    painter: QPainter,
    key: str,
    rect: QRectF,
    *,
    on_block: bool = False,
    ink: QColor | None = None,
    mark: bool = True,
) -> None:
    """Draw the symbol of a status in the largest square in the middle of ``rect``.

    On its own it has its own colour (要注意: yellow with a dark edge); ``on_block``: the colour for its block.
    ``ink`` draws it in that colour whatever the status (print, grey rows). ``mark`` False leaves out ! and ? in
    boxes below MARK_FROM px. Raises KeyError for a key that is no status.
    """
    side = min(rect.width(), rect.height())
    with_mark = mark or side >= MARK_FROM
    look = status_look(key)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(side / UNIT, side / UNIT)
    painter.setPen(Qt.PenStyle.NoPen)
    if key == "warn" and not on_block and ink is None:
        painter.setBrush(colour("ink"))
        painter.drawPath(symbol_path(key, mark=False))
        painter.setBrush(look.symbol)
        painter.drawPath(_yellow_of_triangle())
        if with_mark:
            painter.setBrush(colour("ink"))
            painter.drawPath(_exclamation())
    else:
        painter.setBrush(ink or (look.symbol_on_block if on_block else look.symbol))
        painter.drawPath(symbol_path(key, mark=with_mark))
    painter.restore()


def _yellow_of_triangle() -> QPainterPath:
    inner = _line((0, -0.33), (0.38, 0.365), (-0.38, 0.365), (0, -0.33))
    inner.closeSubpath()
    return inner


def draw_change(painter: QPainter, change: str, rect: QRectF, ink: QColor) -> None:
    """Draw ↗ (``better``) or ↘ (``worse``) in the middle of ``rect``; nothing for any other value."""
    if change not in ("better", "worse"):
        return
    side = min(rect.width(), rect.height())
    head = _stroked(_line((0.42, -0.22), (0.42, 0.42), (-0.22, 0.42)), 0.17)
    shaft = _stroked(_line((-0.42, -0.42), (0.38, 0.38)), 0.17)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(side / UNIT, (side if change == "worse" else -side) / UNIT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPath(shaft.united(head).simplified())
    painter.restore()


def draw_hatch(painter: QPainter, shape: QPainterPath, *, pitch: float = 13.0, width: float = 2.0) -> None:
    """Fill a shape with 45° lines: nothing is known here."""
    box = shape.boundingRect()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour("hatch"), width))
    x = math.floor((box.left() - box.height()) / pitch) * pitch
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += pitch
    painter.restore()


def block_shape(rect: QRectF, radius: float, *, square_right: bool = False) -> QPainterPath:
    """A rounded rectangle; ``square_right`` keeps only the left corners round (the left part of a card)."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    if square_right:
        right = QPainterPath()
        right.addRect(QRectF(rect.center().x(), rect.top(), rect.width() / 2, rect.height()))
        path = path.united(right).simplified()
    return path


def draw_block(painter: QPainter, key: str, shape: QPainterPath, *, edge: float = 2.6) -> None:
    """Fill a shape as the block of a status: tint, solid colour or hatch, and its edge (0: no edge)."""
    look = status_look(key)
    if high_contrast():
        edge = max(edge, _HIGH_EDGE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.fill)
    painter.drawPath(shape)
    painter.restore()
    if key == "miss":
        draw_hatch(painter, shape)
    if edge and look.edge is not None:
        pen = QPen(look.edge, edge)
        if key == "miss":
            pen.setDashPattern([5, 3])
            pen.setCapStyle(_FLAT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.restore()


def sharpest_ratio() -> float:
    """Device pixels per px on the sharpest screen of this PC."""
    return max((each.devicePixelRatio() for each in QGuiApplication.screens()), default=1.0)


def symbol_pixmap(key: str, side: int, *, ratio: float | None = None, ink: QColor | None = None) -> QPixmap:
    """The symbol of a status on a transparent square of ``side`` px, each ``ratio`` device pixels wide.

    None is the ratio of the sharpest screen of this PC.
    """
    ratio = ratio or sharpest_ratio()
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    margin = side * 0.05
    draw_symbol(painter, key, QRectF(margin, margin, side - 2 * margin, side - 2 * margin), ink=ink)
    painter.end()
    return pixmap


def symbol_icon(key: str, *, ink: QColor | None = None) -> QIcon:
    """The symbol of a status as an icon in the sizes of trees, lists and buttons."""
    icon = QIcon()
    for side in (SMALLEST, 18, 20, 24, 32, 48):
        icon.addPixmap(symbol_pixmap(key, side, ratio=1.0, ink=ink))
    return icon
