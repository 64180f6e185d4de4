"""Status symbols, check boxes and stages as drawn in black only.

A recipe is plain geometry in a box of side 1 around its centre, y upwards; one function draws them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dxdesk.documents.blocks import Whole
from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import BLACK, PASSED_GREY, POINTS, WHITE, Ink
from dxdesk.documents.lines import text_width
from dxdesk.documents.paragraph import write
from dxdesk.documents.text_style import TextStyle

Point = tuple[float, float]


@dataclass(frozen=True)
class Stroke:
    """A line through points, `weight` in box sides."""

    points: tuple[Point, ...]
    weight: float
    closed: bool = False
    round: bool = False
    white: bool = False
    dash: tuple[float, float] | None = None


@dataclass(frozen=True)
class Area:
    """A filled black polygon."""

    points: tuple[Point, ...]


@dataclass(frozen=True)
class Disc:
    """A filled circle; with `weight` only its line."""

    centre: Point
    radius: float
    weight: float = 0.0
    white: bool = False


@dataclass(frozen=True)
class Letter:
    """A bold character in the middle of the box, its size in box sides."""

    text: str
    size: float


Shape = Stroke | Area | Disc | Letter

_TRIANGLE = ((0.0, 0.44), (0.48, -0.40), (-0.48, -0.40))


def _arrow(upwards: bool) -> tuple[Shape, ...]:
    """A shaft with a solid head along ±45°."""

    def turned(*points: Point) -> tuple[Point, ...]:
        sign = 1 if upwards else -1
        half = 0.5**0.5
        return tuple(((x - sign * y) * half, (sign * x + y) * half) for x, y in points)

    shaft = turned((-0.42, 0.0), (0.30, 0.0))
    return (Stroke(shaft, 0.15), Area(turned((0.46, 0.0), (0.06, 0.26), (0.06, -0.26))))


RECIPES: dict[str, tuple[Shape, ...]] = {
    "ok": (Disc((0, 0), 0.40, weight=0.17),),
    "warn": (
        Area(_TRIANGLE),
        Stroke(_TRIANGLE, 0.10, closed=True, round=True),
        Stroke(((0, 0.14), (0, -0.10)), 0.11, round=True, white=True),
        Disc((0, -0.27), 0.062, white=True),
    ),
    "late": (Stroke(((-0.37, -0.37), (0.37, 0.37)), 0.20), Stroke(((-0.37, 0.37), (0.37, -0.37)), 0.20)),
    "done": (
        Disc((0, 0), 0.48),
        Stroke(((-0.23, 0), (-0.06, -0.17), (0.24, 0.18)), 0.13, round=True, white=True),
    ),
    "none": (Stroke(((-0.40, 0), (0.40, 0)), 0.18),),
    "stop": (Stroke(((-0.19, -0.38), (-0.19, 0.38)), 0.19), Stroke(((0.19, -0.38), (0.19, 0.38)), 0.19)),
    "na": (Stroke(((-0.32, -0.36), (0.32, 0.36)), 0.13),),
    "miss": (
        Stroke(((-0.43, -0.43), (0.43, -0.43), (0.43, 0.43), (-0.43, 0.43)), 0.09, closed=True, dash=(0.16, 0.12)),
        Letter("?", 0.68),
    ),
    "elsewhere": tuple(Disc((place, 0), 0.1) for place in (-0.32, 0.0, 0.32)),
    "better": _arrow(upwards=True),
    "worse": _arrow(upwards=False),
}


def draw_symbol(ink: Ink, key: str, x: float, y: float, size: float) -> None:
    """Draw a status symbol or an arrow ("better", "worse") with its centre at x, y in a box of `size` mm.

    Raises KeyError for a key without a recipe.
    """
    ink.plate(x - size / 2, y - size / 2, size, size)
    for shape in RECIPES[key]:
        grey = WHITE if isinstance(shape, Stroke | Disc) and shape.white else BLACK
        match shape:
            case Stroke():
                dash = (shape.dash[0] * size * POINTS, shape.dash[1] * size * POINTS) if shape.dash else None
                ink.polyline(
                    [(x + px * size, y - py * size) for px, py in shape.points],
                    weight=shape.weight * size * POINTS,
                    dash=dash,
                    cap="round" if shape.round else "butt",
                    grey=grey,
                    closed=shape.closed,
                    round_join=shape.round,
                )
            case Area():
                ink.polygon([(x + px * size, y - py * size) for px, py in shape.points])
            case Disc() if shape.weight:
                ink.ring(x, y, shape.radius * size, weight=shape.weight * size * POINTS)
            case Disc():
                ink.disc(x + shape.centre[0] * size, y - shape.centre[1] * size, shape.radius * size, grey=grey)
            case Letter():
                points = shape.size * size * POINTS
                style = TextStyle(Face.PROPORTIONAL_BOLD, points, points)
                write(ink, x, y - shape.size * size / 2, shape.text, style, "center")


@dataclass(frozen=True)
class Symbol(Whole):
    """A status symbol or arrow as a block, `size` mm."""

    key: str
    size: float = 3.8

    @property
    def natural(self) -> float:
        """Its box."""
        return self.size

    def height(self, width: float) -> float:
        """Its box."""
        return self.size

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """In the middle of the column."""
        draw_symbol(ink, self.key, x + width / 2, y + self.size / 2, self.size)


@dataclass(frozen=True)
class CheckBox(Whole):
    """A box to tick, `size` mm; `ticked` draws the check."""

    size: float = 3.6
    ticked: bool = False

    @property
    def natural(self) -> float:
        """Its side."""
        return self.size

    def height(self, width: float) -> float:
        """Its side."""
        return self.size

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """In the middle of the column."""
        left = x + (width - self.size) / 2
        ink.plate(left, y, self.size, self.size)
        ink.rect(left, y, self.size, self.size, weight=0.5)
        if self.ticked:
            points = [(0.2, 0.52), (0.42, 0.76), (0.84, 0.22)]
            ink.polyline(
                [(left + px * self.size, y + py * self.size) for px, py in points],
                weight=0.1 * self.size * POINTS,
                cap="round",
                round_join=True,
            )


_SQUARE, _SQUARE_GAP = 2.3, 0.55


@dataclass(frozen=True)
class StageSquares(Whole):
    """The stage in short: `count` squares, `reached` of them filled, those past `before` reached this time (half)."""

    count: int
    reached: int
    before: int

    @property
    def natural(self) -> float:
        """All squares and gaps."""
        return self.count * _SQUARE + (self.count - 1) * _SQUARE_GAP

    def height(self, width: float) -> float:
        """One square."""
        return _SQUARE

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """In the middle of the column."""
        left = x + (width - self.natural) / 2
        ink.plate(left, y, self.natural, _SQUARE)
        for number in range(self.count):
            at = left + number * (_SQUARE + _SQUARE_GAP)
            new = self.before <= number < self.reached
            if new:
                ink.polygon([(at, y), (at + _SQUARE, y + _SQUARE), (at, y + _SQUARE)])
            filled = BLACK if number < self.reached and not new else None
            ink.rect(at, y, _SQUARE, _SQUARE, weight=0.6 if new else 0.35, fill=filled)


@dataclass(frozen=True)
class Chevrons(Whole):
    """The stage in full: one chevron per word over the whole width, `current` counts from 0 (None: none yet)."""

    words: Sequence[str]
    current: int | None
    style: TextStyle

    def height(self, width: float) -> float:
        """All chevrons are 6.4 mm high."""
        return 6.4

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Passed stages grey, the current one black with a white word, those to come white; words that stand on a
        colour are bold, so that a copy in one bit keeps them."""
        point, gap, high = 2.2, 0.8, 6.4
        each = (width - point - gap * (len(self.words) - 1)) / len(self.words)
        current = -1 if self.current is None else self.current
        for number, word in enumerate(self.words):
            left = x + number * (each + gap)
            notch = [(left + point, y + high / 2)] if number else []
            corners = [
                (left, y),
                (left + each, y),
                (left + each + point, y + high / 2),
                (left + each, y + high),
                (left, y + high),
                *notch,
            ]
            ink.polygon(corners, grey=BLACK if number == current else PASSED_GREY if number < current else WHITE)
            ink.polyline(corners, weight=0.4, closed=True)
            face = self.style.face.bold if number <= current else self.style.face
            style = TextStyle(face, self.style.size, self.style.line, white=number == current)
            inner = each - (point if number else 0.0)
            if text_width(word, style) > inner:
                style = style.at(style.size * inner / text_width(word, style))
            middle = left + (point if number else 0.0) + inner / 2 + (point / 2 if number == 0 else point / 4)
            write(ink, middle, y + (high - style.em) / 2, word, style, "center")
