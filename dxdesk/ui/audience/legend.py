"""The legend of 推移 and 道のり: every symbol with its word, in as many lines as they take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from dxdesk.domain.board import Board
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import ONLY_WHEN_PRESENT, STATUSES
from dxdesk.ui.audience.drawing import MARGIN, Canvas, Mark, Symbol, Text
from dxdesk.ui.audience.frame import SAMPLE, page_words
from dxdesk.ui.audience.measure import shortened, width
from dxdesk.ui.theme import FLOOR

_LINE = 48.0
_SIDE = 30.0
_LEAD = _SIDE + 8
_BETWEEN = 32.0


@dataclass(frozen=True)
class Legend:
    """Lines of (status key or "", word), the y above them, and what the last one leaves free at its right."""

    lines: tuple[tuple[tuple[str, str], ...], ...]
    top: float
    free: float


def _right_words(canvas: Canvas, board: Board, page: int, pages: int, room: float) -> str:
    """Sample mark and page number, the mark in short where the whole has no ``room``."""
    if canvas.compact:
        return ""
    for sample in (SAMPLE, SAMPLE[:2]):
        words = "　".join(each for each in (sample if board.sample else "", page_words(page, pages)) if each)
        if width(words, FLOOR) <= room:
            break
    return words


def _room(part: tuple[str, str]) -> float:
    return (_LEAD if part[0] else 0.0) + width(part[1], FLOOR) + _BETWEEN


def legend(
    canvas: Canvas, board: Board, settings: Settings, shown: Iterable[str | None], notes: Sequence[str] = ()
) -> Legend:
    """The words of the statuses, worst first; those that are rare only where they are ``shown``. ``notes`` follow."""
    there = set(shown)
    keys = [key for key in STATUSES if key in there or key not in ONLY_WHEN_PRESENT]
    most = canvas.inner - _LEAD - _BETWEEN
    parts: list[tuple[str, str]] = [(key, shortened(settings.status_word(key), most, FLOOR)) for key in keys]
    parts += [("", shortened(note, most, FLOOR)) for note in notes]
    right = width(_right_words(canvas, board, 88, 88, 0.0), FLOOR)
    lines: list[list[tuple[str, str]]] = [[]]
    free = canvas.inner
    for part in parts:
        if _room(part) - _BETWEEN > free and lines[-1]:
            lines.append([])
            free = canvas.inner
        lines[-1].append(part)
        free -= _room(part)
    if right > free:
        lines.append([])
        free = canvas.inner
    bottom = canvas.height - (8.0 if canvas.compact else 5.0)
    return Legend(tuple(map(tuple, lines)), bottom - _LINE * len(lines), free)


def legend_marks(found: Legend, canvas: Canvas, board: Board, page: int, pages: int) -> list[Mark]:
    """The legend at the foot, with sample mark and page number at its right end."""
    marks: list[Mark] = []
    for index, line in enumerate(found.lines):
        x, y = MARGIN, found.top + index * _LINE
        for key, word in line:
            if key:
                marks.append(Symbol(QRectF(x, y + (_LINE - _SIDE) / 2, _SIDE, _SIDE), key, on_block=False))
                x += _LEAD
            marks.append(Text((word,), QRectF(x, y, width(word, FLOOR), _LINE), FLOOR, False, "sub"))
            x += width(word, FLOOR) + _BETWEEN
    right = _right_words(canvas, board, page, pages, found.free)
    if right:
        row = QRectF(MARGIN, found.top + (len(found.lines) - 1) * _LINE, canvas.inner, _LINE)
        marks.append(Text((right,), row, FLOOR, False, "sub", "right"))
    return marks
