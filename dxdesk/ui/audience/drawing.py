"""A slide page as a drawing list: frozen values that say what stands where, before any of it is painted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QPointF, QRectF

from dxdesk.ui.theme import TOKENS

LOGICAL_HEIGHT = int(TOKENS["projection"]["height"])
MARGIN = float(TOKENS["projection"]["margin"])
SCALES: tuple[float, ...] = tuple(TOKENS["projection"]["scales"])
WIDTHS: tuple[int, ...] = tuple(TOKENS["projection"]["widths"].values())

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Text:
    """Lines of one text in ``rect``, in the middle of its height; ``pitch`` from line to line."""

    lines: tuple[str, ...]
    rect: QRectF
    px: int
    bold: bool = False
    colour: str = "ink"
    align: Align = "left"
    pitch: float = 0.0


@dataclass(frozen=True)
class Box:
    """A rectangle with round corners; ``fill`` and ``edge`` are colour tokens or None."""

    rect: QRectF
    fill: str | None = None
    edge: str | None = None
    width: float = 2.0
    radius: float = 0.0
    dashed: bool = False


@dataclass(frozen=True)
class Block:
    """The block of a status. ``left`` rounds only its left corners, as the left part of a card does."""

    rect: QRectF
    key: str
    radius: float
    left: bool = False
    edge: float = 0.0


@dataclass(frozen=True)
class Symbol:
    """A status symbol; ``ink`` draws it pale, whatever the status."""

    rect: QRectF
    key: str
    on_block: bool = True
    ink: str | None = None


@dataclass(frozen=True)
class Arrow:
    """↗ (better) or ↘ (worse)."""

    rect: QRectF
    change: str
    colour: str


@dataclass(frozen=True)
class Squares:
    """Stage squares: the index reached and that of last time on a scale of ``steps``."""

    rect: QRectF
    steps: int
    reached: int
    previous: int | None


@dataclass(frozen=True)
class Chevron:
    """One step of the stage scale; its word is a Text."""

    rect: QRectF
    state: str
    notch: float
    first: bool
    previous: bool


@dataclass(frozen=True)
class Tick:
    """A check box."""

    rect: QRectF
    checked: bool


@dataclass(frozen=True)
class Line:
    """A line through points."""

    points: tuple[QPointF, ...]
    colour: str
    width: float
    dashed: bool = False


@dataclass(frozen=True)
class Corner:
    """A filled upper right corner: what changed since it was on paper."""

    rect: QRectF
    colour: str


Mark = Text | Box | Block | Symbol | Arrow | Squares | Chevron | Tick | Line | Corner


def moved(mark: Mark, x: float, y: float) -> Mark:
    """The mark, so much to the right and down."""
    if isinstance(mark, Line):
        return replace(mark, points=tuple(point + QPointF(x, y) for point in mark.points))
    return replace(mark, rect=mark.rect.translated(x, y))


@dataclass(frozen=True)
class Layer:
    """Marks that belong together: the ground, or one card or count tile, which a click on ``rect`` finds by ``key``."""

    kind: Literal["ground", "card", "tile"]
    key: str
    rect: QRectF
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Canvas:
    """The room of a page in its own units: a logical canvas 1080 high, divided by the text scale.

    A larger text scale leaves less room, so that everything is larger and there are more pages.
    """

    width: float
    height: float
    scale: float

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def right(self) -> float:
        return self.width - MARGIN

    @property
    def roomy(self) -> bool:
        """As wide as a 16:9 screen at the smallest text scale."""
        return self.width >= max(WIDTHS)

    @property
    def compact(self) -> bool:
        """Too low for a legend and a foot line."""
        return self.height < 900


@dataclass(frozen=True)
class Page:
    """One page of a slide. Units are those of its canvas; times ``canvas.scale`` they are logical px."""

    canvas: Canvas
    layers: tuple[Layer, ...]

    def marks(self) -> Iterator[tuple[Layer, Mark]]:
        """Every mark with the layer it lies on, in drawing order."""
        for layer in self.layers:
            for mark in layer.marks:
                yield layer, mark

    def texts(self) -> list[dict[str, object]]:
        """``[{"text", "px"}]`` with logical px, line breaks taken out."""
        return [
            {"text": "".join(mark.lines), "px": round(mark.px * self.canvas.scale, 1)}
            for _, mark in self.marks()
            if isinstance(mark, Text)
        ]

    def symbols(self) -> list[dict[str, object]]:
        """``[{"code", "key"}]`` of every unit with a status symbol."""
        return [
            {"code": layer.key, "key": mark.key}
            for layer, mark in self.marks()
            if isinstance(mark, Symbol) and layer.kind == "card"
        ]


def canvas_for(width: int, height: int, scale: float = 1.0) -> Canvas:
    """The canvas for a screen of ``width`` × ``height`` pixels: 16:9, 16:10 or 4:3, whichever is nearest.

    ``scale`` is a text scale of SCALES; raises ValueError for any other or for a screen without area.
    """
    if scale not in SCALES or width <= 0 or height <= 0:
        raise ValueError((width, height, scale))
    wanted = LOGICAL_HEIGHT * width / height
    logical = min(WIDTHS, key=lambda each: abs(each - wanted))
    return Canvas(logical / scale, LOGICAL_HEIGHT / scale, scale)


def ground(*marks: Mark) -> Layer:
    """Marks that cannot be clicked."""
    return Layer("ground", "", QRectF(), marks)
