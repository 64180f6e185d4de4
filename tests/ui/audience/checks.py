"""What must hold of every page of every slide."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QRectF

from dxdesk.ui.audience.drawing import Box, Layer, Page, Symbol, Text
from dxdesk.ui.audience.measure import width

SLACK = 1.5
"""Rounding of widths, px."""


def check_texts(page: Page) -> None:
    """Nothing below 36 logical px, nothing wider or taller than its place, nothing outside the page."""
    for layer, mark in page.marks():
        if not isinstance(mark, Text):
            continue
        where = (mark.lines, layer.key)
        assert mark.px * page.canvas.scale >= 36, where
        assert all("\n" not in line for line in mark.lines), where
        widest = max(width(line, mark.px, mark.bold) for line in mark.lines)
        assert widest <= mark.rect.width() + SLACK, where
        assert mark.pitch * (len(mark.lines) - 1) + mark.px <= mark.rect.height() + SLACK, where
        assert mark.rect.left() >= -SLACK, where
        assert mark.rect.right() <= page.canvas.width + SLACK, where
        assert mark.rect.bottom() <= page.canvas.height + SLACK, where
        if not layer.rect.isEmpty():
            assert layer.rect.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(_ink(mark)), where


def _ink(mark: Text) -> QRectF:
    """The part of a text's place that it fills."""
    wide = max(width(line, mark.px, mark.bold) for line in mark.lines)
    tall = mark.pitch * (len(mark.lines) - 1) + mark.px
    ink = QRectF(0, 0, wide, tall)
    ink.moveCenter(mark.rect.center())
    if mark.align != "center":
        left = mark.rect.left() if mark.align == "left" else mark.rect.right() - wide
        ink.moveLeft(left)
    return ink


def _panels(page: Page) -> list[Layer]:
    return [layer for layer in page.layers if not layer.rect.isEmpty()]


def check_no_overlap(page: Page) -> None:
    """Cards, tiles and panels lie beside each other, and so do texts and symbols on each of them and on the ground."""
    for one, other in combinations(_panels(page), 2):
        assert not one.rect.intersects(other.rect), (one.key, other.key)
    texts: dict[str, list[QRectF]] = {}
    for layer, mark in page.marks():
        if isinstance(mark, Text):
            owner = f"{layer.kind} {layer.key} {layer.rect}" if not layer.rect.isEmpty() else "ground"
            texts.setdefault(owner, []).append(_ink(mark).adjusted(2, 2, -2, -2))
    for owner, places in texts.items():
        for first, second in combinations(places, 2):
            assert not first.intersects(second), (owner, first, second)
    for layer in page.layers:
        inks = [_ink(mark).adjusted(2, 2, -2, -2) for mark in layer.marks if isinstance(mark, Text)]
        symbols = [mark.rect for mark in layer.marks if isinstance(mark, Symbol)]
        for first in symbols:
            assert not any(first.intersects(ink) for ink in inks), (layer.key, first)
        for first, second in combinations(symbols, 2):
            assert not first.intersects(second), (layer.key, first, second)
    for place in texts.get("ground", []):
        for layer in _panels(page):
            assert not place.intersects(layer.rect), (place, layer.key)


def check_inside(page: Page) -> None:
    """Every card and panel lies on the page."""
    whole = QRectF(0, 0, page.canvas.width, page.canvas.height)
    assert all(whole.contains(layer.rect) for layer in _panels(page))
    assert all(whole.contains(mark.rect) for _, mark in page.marks() if isinstance(mark, Box | Symbol))


def check_page(page: Page) -> None:
    """All of the above."""
    check_texts(page)
    check_no_overlap(page)
    check_inside(page)
