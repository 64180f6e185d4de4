"""The course of an indicator: dots and a line, the last value labelled, the target dashed; no axis, no grid."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QPointF, QRectF

from dxdesk.domain.board import IndicatorLine
from dxdesk.ui.audience.drawing import Box, Line, Mark, Text
from dxdesk.ui.audience.measure import shortened, width
from dxdesk.ui.theme import FLOOR, projection_px

MOST_VALUES = 4
_PX = projection_px("secondary")


def number_of(words: str) -> float | None:
    """The number in a value as typed (``76％``, ``２，１５０件``), or None where there is none."""
    found = re.search(r"-?\d+(?:\.\d+)?", unicodedata.normalize("NFKC", words).replace(",", ""))
    return float(found.group()) if found else None


def with_unit(words: str, unit: str | None) -> str:
    """A value with its unit, unless it was typed with it."""
    return words if not unit or words.endswith(unit) else words + unit


def has_course(indicator: IndicatorLine) -> bool:
    """Whether there are at least two numbers to join."""
    return sum(number_of(words) is not None for _, words in indicator.values) >= 2


def value_words(indicator: IndicatorLine) -> str:
    """One line for an indicator without a course: its value, and the target where the plan has one."""
    words = [f"{indicator.name} {with_unit(indicator.values[-1][1], indicator.unit)}"]
    if indicator.target:
        words.append(f"（目標 {with_unit(indicator.target, indicator.unit)}）")
    return "".join(words)


def sparkline_marks(indicator: IndicatorLine, rect: QRectF) -> list[Mark]:
    """The last values of an indicator in ``rect``, cycle names under the first and the last dot."""
    numbers = [(name, words, number_of(words)) for name, words in indicator.values]
    points = [(name, words, number) for name, words, number in numbers if number is not None][-MOST_VALUES:]
    target = number_of(indicator.target or "")
    values = [number for _, _, number in points] + ([target] if target is not None else [])
    low, high = min(values), max(values)
    head = QRectF(rect.left(), rect.top(), rect.width(), 50)
    plot = QRectF(rect.left() + 14, head.bottom() + 54, rect.width() - 28, rect.height() - 50 - 54 - 58)

    def y_of(value: float) -> float:
        return plot.bottom() - (value - low) / (high - low) * plot.height() if high > low else plot.center().y()

    dots = [
        QPointF(plot.left() + plot.width() * index / (len(points) - 1), y_of(number))
        for index, (_, _, number) in enumerate(points)
    ]
    marks: list[Mark] = [
        Text((shortened(indicator.name, head.width(), _PX, True),), head, _PX, True, "navy"),
    ]
    if target is not None:
        y = y_of(target)
        label = "目標 " + with_unit(indicator.target or "", indicator.unit)
        marks.append(Line((QPointF(plot.left(), y), QPointF(plot.right(), y)), "field", 2.0, dashed=True))
        marks.append(Text((label,), QRectF(plot.left(), y - 48, plot.width(), 46), FLOOR, False, "sub"))
    marks.append(Line(tuple(dots), "key", 4.0))
    for index, dot in enumerate(dots):
        fill = "key" if index == len(dots) - 1 else "white"
        marks.append(Box(QRectF(dot.x() - 7, dot.y() - 7, 14, 14), fill, "key", 3.0, 7.0))
    last = with_unit(points[-1][1], indicator.unit)
    size = width(last, _PX, True)
    below = target is not None and abs(y_of(target) - dots[-1].y()) < 50
    top = dots[-1].y() + 10 if below else dots[-1].y() - 58
    marks.append(Text((last,), QRectF(rect.right() - size, top, size, 48), _PX, True, "ink", "right"))
    foot = QRectF(rect.left(), rect.bottom() - 46, rect.width(), 46)
    half = rect.width() / 2 - 10
    marks.append(Text((shortened(points[0][0], half, FLOOR),), foot, FLOOR, False, "sub"))
    marks.append(Text((shortened(points[-1][0], half, FLOOR),), foot, FLOOR, False, "sub", "right"))
    return marks
