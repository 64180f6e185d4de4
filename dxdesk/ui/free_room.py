"""Where a toast can lie over a window without hiding a control."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QFrame, QLineEdit, QScrollBar, QWidget

_AROUND: Final = 12
"""Room around the toast, px."""
_STEP: Final = 8
"""So far it moves up at a time, px."""
_CONTROLS: Final = (QAbstractButton, QComboBox, QLineEdit, QScrollBar)


def foot_of(window: QWidget) -> QFrame | None:
    """The foot bar of the page that is shown."""
    bars = (each for each in window.findChildren(QFrame) if each.property("look") == "foot-bar" and each.isVisible())
    return max(bars, key=lambda bar: _place_of(bar, window).bottom(), default=None)


def free_place(window: QWidget, size: QSize, *, but: QWidget) -> QPoint:
    """Where something of a size goes: into the widest gap of the foot bar, else above it, so low that no control is
    hidden, those in ``but`` left aside, and no row of a list where that is possible; where there is no such place,
    right above the foot bar.
    """
    foot = foot_of(window)
    bar = _place_of(foot, window) if foot is not None else QRect(0, window.height(), window.width(), 0)
    if foot is not None and (gap := _widest_gap(foot, window)).width() >= size.width() + 2 * _AROUND:
        left = gap.left() + (gap.width() - size.width()) // 2
        return QPoint(left, bar.top() + (bar.height() - size.height()) // 2)
    lefts = ((window.width() - size.width()) // 2, window.width() - size.width() - _AROUND, _AROUND)
    taken = [
        _place_of(each, window)
        for kind in _CONTROLS
        for each in window.findChildren(kind)
        if each.isVisible() and not but.isAncestorOf(each)
    ]
    lowest = bar.top() - size.height() - _STEP
    tops = range(lowest, window.height() // 2, -_STEP)
    places = [QRect(QPoint(left, top), size) for top in tops for left in lefts if left >= 0]
    free = [place for place in places if not any(each.intersects(place) for each in taken)]
    views = [each for each in window.findChildren(QAbstractItemView) if each.isVisible()]
    over_nothing = (place for place in free if not any(_over_rows(view, place, window) for view in views))
    found = next(over_nothing, free[0] if free else None)
    return found.topLeft() if found is not None else QPoint(max(0, lefts[0]), lowest)


def _over_rows(view: QAbstractItemView, place: QRect, window: QWidget) -> bool:
    """Whether something at a place would hide a row that can be clicked."""
    viewport = view.viewport()
    hidden = place.translated(-viewport.mapTo(window, QPoint(0, 0))).intersected(viewport.rect())
    if hidden.isEmpty():
        return False
    downs = [*range(hidden.top(), hidden.bottom(), _STEP), hidden.bottom()]
    acrosses = (hidden.left(), hidden.center().x(), hidden.right())
    return any(view.indexAt(QPoint(across, down)).isValid() for down in downs for across in acrosses)


def _widest_gap(foot: QFrame, window: QWidget) -> QRect:
    inside = [
        each
        for each in foot.findChildren(QWidget)
        if each.isVisible() and (isinstance(each, _CONTROLS) or not each.findChildren(QWidget))
    ]
    bar = _place_of(foot, window)
    ends = [(bar.left(), bar.left()), (bar.right(), bar.right())]
    spans = sorted(ends + [(place.left(), place.right()) for place in (_place_of(each, window) for each in inside)])
    gaps, reached = [QRect()], bar.left()
    for (_, last), (first, _) in pairwise(spans):
        reached = max(reached, last)
        gaps.append(QRect(reached, bar.top(), first - reached, bar.height()))
    return max(gaps, key=QRect.width)


def _place_of(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
