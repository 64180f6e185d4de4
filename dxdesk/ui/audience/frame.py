"""What the overview slides share: title line, count tiles, legend, number discs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from dxdesk.domain.board import Board, Card
from dxdesk.domain.calendar import short_date
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import ONLY_WHEN_PRESENT, STATUSES
from dxdesk.ui.audience.drawing import MARGIN, Arrow, Block, Box, Canvas, Corner, Layer, Mark, Symbol, Text
from dxdesk.ui.audience.measure import shortened, width, wrapped
from dxdesk.ui.theme import FLOOR, TOKENS, projection_px
from dxdesk.wording.audience import SINCE_PAPER

TITLE = "DX推進状況"
CHECKING = "確認中"
SAMPLE = "見本：状況は架空です"
TOP_RULE = 12.0

_TITLE_PX = projection_px("board-title")
_SECOND_PX = projection_px("secondary")


@dataclass(frozen=True)
class _TileShape:
    """Measures of a row of count tiles: padding, symbol side, gap inside, number px, gap between tiles."""

    padding: int
    side: int
    gap: int
    number_px: int
    between: float


_TILE_SHAPES = (
    _TileShape(26, 44, 16, projection_px("tile-number"), 16),
    _TileShape(14, 42, 10, projection_px("tile-number"), 14),
    _TileShape(10, 38, 8, projection_px("decide"), 10),
)


def word_of(card: Card, settings: Settings) -> str:
    """The word of a card's status: the town's label, or 確認中."""
    return CHECKING if card.waiting == "secretariat" else settings.status_word(card.status)


def name_of(card: Card) -> str:
    """The name for the meeting: the short one where the plan has it."""
    return card.short_name or card.name


def text_colour(key: str) -> str:
    """The token of the text on a status block."""
    return str(TOKENS["statuses"][key]["text"])


def edge_colour(key: str) -> str:
    """The token of a card's edge: attention keeps its own, everything else is grey."""
    return str(TOKENS["statuses"][key]["edge"]) if key in ("late", "warn") else "edge"


def page_words(page: int, pages: int) -> str:
    """``1／2``, or nothing for a single page."""
    return f"{page}／{pages}" if pages > 1 else ""


def disc_width(number: int, radius: float = 25.0) -> float:
    """Width of a number disc: round for one digit, longer for more."""
    return max(2 * radius, width(str(number), FLOOR, True) + radius * 0.7)


def disc(left: float, y: float, number: int, radius: float = 25.0) -> list[Mark]:
    """A navy disc from ``left`` on, around the height y, with an agenda number."""
    rect = QRectF(left, y - radius, disc_width(number, radius), 2 * radius)
    return [Box(rect, "navy", radius=radius), Text((str(number),), rect, FLOOR, True, "white", "center")]


def _day_words(board: Board) -> str:
    return short_date(board.meeting_day) if board.meeting_day else f"{short_date(board.as_of)}現在"


def header(
    canvas: Canvas, board: Board, page: int, pages: int, title: str = TITLE, words: str = "", note: str = ""
) -> tuple[list[Mark], float]:
    """The title line with town, cycle, body and day, or with other ``words`` and a ``note``; the y below it.

    Wraps where the canvas is narrow.
    """
    parts: list[str | None] = [words] if words else [board.town, board.ordinal or board.cycle_name, board.body_name]
    right = note if words else _day_words(board)
    if canvas.compact:
        parts.insert(0, "見本" if board.sample else None)
        right = "　".join(each for each in (right, page_words(page, pages)) if each)
    words = "　".join(each for each in parts if each)
    middle = 56.0 if canvas.compact else 68.0
    row = QRectF(MARGIN, middle - 34, canvas.inner, 68)
    title_width = width(title, _TITLE_PX, True)
    right_width = width(right, _SECOND_PX)
    marks: list[Mark] = [
        Box(QRectF(0, 0, canvas.width, TOP_RULE), "navy"),
        Text((title,), row, _TITLE_PX, True, "navy"),
    ]
    if right:
        marks.append(Text((right,), row.adjusted(0, 4, 0, 4), _SECOND_PX, False, "sub", "right"))
    beside = canvas.inner - title_width - 34 - right_width - 34
    if width(words, _SECOND_PX) <= beside:
        marks.append(Text((words,), row.adjusted(title_width + 34, 4, 0, 4), _SECOND_PX, False, "sub"))
        return marks, row.bottom()
    lines = wrapped(words, canvas.inner, _SECOND_PX, most=2)
    below = QRectF(MARGIN, row.bottom(), canvas.inner, 50.0 * len(lines))
    marks.append(Text(lines, below, _SECOND_PX, False, "sub", pitch=50.0))
    return marks, below.bottom()


def _tile_width(word: str, count: int, shape: _TileShape) -> float:
    texts = width(word, FLOOR, True) + width(str(count), shape.number_px, True)
    return 2 * shape.padding + shape.side + 2 * shape.gap + texts


def _shares(least: list[float], room: float, between: float) -> list[float] | None:
    """Widths that fill a row: equal where all fit, else each its least and the same more; None where none fit."""
    room -= between * (len(least) - 1)
    if max(least) <= room / len(least):
        return [room / len(least)] * len(least)
    spare = room - sum(least)
    return [each + spare / len(least) for each in least] if spare >= 0 else None


def _tile(rect: QRectF, key: str, word: str, count: int, shape: _TileShape) -> Layer:
    middle = rect.center().y()
    symbol = QRectF(rect.left() + shape.padding, middle - shape.side / 2, shape.side, shape.side)
    text = rect.adjusted(shape.padding + shape.side + shape.gap, 0, -shape.padding, 0)
    ink = text_colour(key) if count else "sub"
    room = text.width() - shape.gap - width(str(count), shape.number_px, True)
    marks: list[Mark] = [
        Block(rect, key, 12, edge=2.6) if count else Box(rect, "panel", radius=12),
        Symbol(symbol, key, ink=None if count else "none"),
        Text((shortened(word, room, FLOOR, True),), text, FLOOR, True, ink),
        Text((str(count),), text, shape.number_px, True, ink, "right"),
    ]
    return Layer("tile", key, rect, tuple(marks))


def count_tiles(
    canvas: Canvas, board: Board, settings: Settings, top: float, height: float
) -> tuple[list[Layer], float]:
    """A tile per status, worst first; zero counts stay in place, pale. Returns the y below them.

    One row as long as symbol, word and number fit, else as few rows as needed.
    """
    keys = [key for key in STATUSES if board.counts[key] or key not in ONLY_WHEN_PRESENT]
    for number_of_rows in range(1, len(keys) + 1):
        per_row = -(-len(keys) // number_of_rows)
        rows = [keys[start : start + per_row] for start in range(0, len(keys), per_row)]
        for shape in _TILE_SHAPES:
            least = [[_tile_width(settings.status_word(key), board.counts[key], shape) for key in row] for row in rows]
            shares = [_shares(each, canvas.inner, shape.between) for each in least]
            if per_row > 1 and None in shares:
                continue
            layers = []
            for index, (row, widths) in enumerate(zip(rows, shares, strict=True)):
                x, y = MARGIN, top + index * (height + 8)
                for key, share in zip(row, widths or [canvas.inner], strict=True):
                    rect = QRectF(x, y, share, height)
                    layers.append(_tile(rect, key, settings.status_word(key), board.counts[key], shape))
                    x += share + shape.between
            return layers, top + len(rows) * (height + 8) - 8
    raise AssertionError("a single tile in a row always has a place")


_CORNER = 20.0


def since_paper(card: Card, rect: QRectF) -> list[Mark]:
    """The corner of a card or tile that says something else than the papers that were handed out."""
    place = QRectF(rect.right() - 4 - _CORNER, rect.top() + 4, _CORNER, _CORNER)
    return [Corner(place, "navy")] if card.since_paper else []


def _legend_parts(stages: bool, agenda: bool, first: bool, paper: bool) -> list[tuple[str, str]]:
    """(what stands before the word, the word) of each part of the legend; the ``first`` cycle has nothing before."""
    parts = [("corner", SINCE_PAPER)] if paper else []
    parts += [("heading", "段階"), ("stage", "ここまで" if first else "前回まで")] if stages else []
    if not first:
        parts += [("stage-new", "今回進んだ")] if stages else []
        parts += [("better", "前回より良化"), ("worse", "悪化")]
    return [*parts, ("disc", "協議の順")] if agenda else parts


def footer(canvas: Canvas, board: Board, page: int, pages: int, *, stages: bool) -> list[Mark]:
    """The legend at the left and sample mark and page number at the right of the foot line; nothing when compact."""
    if canvas.compact:
        return []
    sample = (SAMPLE if canvas.roomy else SAMPLE[:2]) if board.sample else ""
    right = "　".join(each for each in (sample, page_words(page, pages)) if each)
    middle = canvas.height - 29.0
    row = QRectF(MARGIN, middle - 24, canvas.inner, 48)
    marks: list[Mark] = [Text((right,), row, FLOOR, False, "sub", "right")] if right else []
    limit = canvas.right - width(right, FLOOR) - 40
    x = MARGIN
    paper = any(card.since_paper for card in board.cards)
    for kind, word in _legend_parts(stages, bool(board.discussed()), board.previous_name is None, paper):
        lead = {"heading": 0.0, "better": 40.0, "worse": 40.0, "disc": 60.0, "corner": 30.0}.get(kind, 54.0)
        if x + lead + width(word, FLOOR) > limit:
            break
        if kind in ("stage", "stage-new"):
            box = QRectF(x, middle - 12, 40, 24)
            marks.append(Box(box, kind, "stage", 2.4, 5))
        elif kind in ("better", "worse"):
            marks.append(Arrow(QRectF(x, middle - 15, 30, 30), kind, "sub"))
        elif kind == "corner":
            marks.append(Corner(QRectF(x, middle - _CORNER / 2, _CORNER, _CORNER), "navy"))
        elif kind == "disc":
            marks += disc(x, middle, 1, 23)
        marks.append(Text((word,), QRectF(QPointF(x + lead, row.top()), row.bottomRight()), FLOOR, False, "sub"))
        x += lead + width(word, FLOOR) + (20 if kind == "heading" else 34)
    return marks


def content_bottom(canvas: Canvas) -> float:
    """Where cards end."""
    return canvas.height - (20.0 if canvas.compact else 68.0 if canvas.roomy else 58.0)


def column_count(canvas: Canvas, least: float = 560.0, gap: float = 26.0) -> int:
    """How many columns of at least ``least`` fit, 1 to 3: three at 16:9, two when the canvas is smaller."""
    return max(1, min(3, int((canvas.inner + gap) // (least + gap))))
