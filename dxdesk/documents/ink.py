"""Absolute drawing on one page: lines, fills and placed glyphs as PDF operators.

Lengths are mm, y is measured from the top edge of the sheet; rules, dashes and type sizes are points. Grey is 0 for
black to 1 for white. Everything is black, white or one of the two greys of the printed forms.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

from dxdesk.documents.embedding import EmbeddedFonts
from dxdesk.documents.text_operators import Placed, Run, glyphs_operator, run_operator, without_codes

POINTS = 72 / 25.4
"""Points in a millimetre."""

BLACK, HEAD_GREY, PASSED_GREY, WHITE = 0.0, 0.92, 0.86, 1.0

Dash = tuple[float, float]
DASH_SOFT: Dash = (0.8, 1.2)
"""Lines to write on, borders between like things."""
DASH_UNCONFIRMED: Dash = (2.0, 1.5)
DASH_DOTS: Dash = (0.0, 1.8)
"""Round dots; needs cap "round"."""

_CAPS = {"butt": 0, "round": 1}
_HATCH_PITCH = 1.7
_PLATE = 0.6

Point = tuple[float, float]


@dataclass(frozen=True)
class MissingGlyph:
    """A character the faces do not have, where it stands, and what was drawn instead.

    `drawn` is 〓, or the plain character where only the variant asked for is missing.
    """

    character: str
    code_point: str
    where: str
    drawn: str


@cache
def _pen(weight: float, dash: Dash | None, cap: str, grey: float, join: int) -> str:
    pattern = f"[{dash[0]:.3f} {dash[1]:.3f}] 0 d" if dash else "[] 0 d"
    return f"{grey:.2f} G {weight:.3f} w {_CAPS[cap]} J {join} j {pattern}"


@dataclass
class Ink:
    """The ink of one page, `height` mm high; operators are collected in `operators` as they are drawn."""

    height: float
    fonts: EmbeddedFonts
    page: int
    missing: list[MissingGlyph]
    operators: list[str] = field(default_factory=list)
    plated: bool = False
    _said: list[str] = field(default_factory=list)
    _pen: str = ""

    @property
    def fingerprint(self) -> str:
        """SHA-256 in hex of what is drawn so far, whatever else the file holds: two pages with one look alike."""
        operators = "\n".join(self.operators).split("\n")
        drawn = [without_codes(each) if "BT /" in each else each for each in operators]
        return hashlib.sha256("\n".join([*drawn, *self._said]).encode("utf-8", "surrogatepass")).hexdigest()

    def settle(self) -> None:
        """Keep what is drawn so far in less memory; more can be drawn."""
        self.operators[:] = ["\n".join(self.operators)] if self.operators else []
        self._said[:] = ["\n".join(self._said)] if self._said else []

    @contextmanager
    def plates(self, on: bool = True) -> Iterator[None]:
        """White plates behind every word and symbol drawn inside (over a hatch)."""
        before, self.plated = self.plated, on or self.plated
        yield
        self.plated = before

    def plate(self, x: float, y: float, width: float, height: float) -> None:
        """The white plate behind something, when plates are on."""
        if self.plated:
            self.rect(x - _PLATE, y - _PLATE / 2, width + 2 * _PLATE, height + _PLATE, weight=None, fill=WHITE)

    def _at(self, x: float, y: float) -> str:
        return f"{x * POINTS:.3f} {(self.height - y) * POINTS:.3f}"

    def _stroke(self, weight: float, dash: Dash | None, cap: str, grey: float, join: int = 0) -> str:
        """What sets the pen, nothing where it is set so already."""
        pen = _pen(weight, dash, cap, grey, join)
        if pen == self._pen:
            return ""
        self._pen = pen
        return pen

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        weight: float = 0.25,
        dash: Dash | None = None,
        cap: str = "butt",
        grey: float = BLACK,
    ) -> None:
        """A straight line."""
        self.polyline([(x1, y1), (x2, y2)], weight=weight, dash=dash, cap=cap, grey=grey)

    def lines(self, ends: Sequence[tuple[Point, Point]], *, weight: float = 0.25, dash: Dash | None = None) -> None:
        """Straight lines of one kind."""
        height = self.height
        path = [
            f"{x1 * POINTS:.3f} {(height - y1) * POINTS:.3f} m {x2 * POINTS:.3f} {(height - y2) * POINTS:.3f} l"
            for (x1, y1), (x2, y2) in ends
        ]
        self.operators.append(f"{self._stroke(weight, dash, 'butt', BLACK)} {' '.join(path)} S")

    def polyline(
        self,
        points: Sequence[Point],
        *,
        weight: float = 0.25,
        dash: Dash | None = None,
        cap: str = "butt",
        grey: float = BLACK,
        closed: bool = False,
        round_join: bool = False,
    ) -> None:
        """A line through points, closed to an outline when asked."""
        path = f"{self._at(*points[0])} m " + " ".join(f"{self._at(*point)} l" for point in points[1:])
        stroke = self._stroke(weight, dash, cap, grey, 1 if round_join else 0)
        self.operators.append(f"{stroke} {path} {'s' if closed else 'S'}")

    def polygon(self, points: Sequence[Point], *, grey: float = BLACK) -> None:
        """A filled area without edge."""
        path = f"{self._at(*points[0])} m " + " ".join(f"{self._at(*point)} l" for point in points[1:])
        self.operators.append(f"{grey:.2f} g {path} f 0 g")

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        weight: float | None = 0.25,
        fill: float | None = None,
        dash: Dash | None = None,
    ) -> None:
        """A rectangle: its edge of `weight` (None: no edge) and its `fill` (None: not filled)."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        if fill is not None:
            self.polygon(corners, grey=fill)
        if weight is not None:
            self.polyline(corners, weight=weight, dash=dash, closed=True)

    def _circle(self, x: float, y: float, radius: float) -> str:
        bend = radius * 4 * (math.sqrt(2) - 1) / 3
        path = [f"{self._at(x + radius, y)} m"]
        for (ax, ay), (bx, by) in (((1, 0), (0, 1)), ((0, 1), (-1, 0)), ((-1, 0), (0, -1)), ((0, -1), (1, 0))):
            first = self._at(x + ax * radius + bx * bend, y + ay * radius + by * bend)
            second = self._at(x + bx * radius + ax * bend, y + by * radius + ay * bend)
            path.append(f"{first} {second} {self._at(x + bx * radius, y + by * radius)} c")
        return " ".join(path)

    def disc(self, x: float, y: float, radius: float, *, grey: float = BLACK) -> None:
        """A filled circle around its centre."""
        self.operators.append(f"{grey:.2f} g {self._circle(x, y, radius)} f 0 g")

    def ring(self, x: float, y: float, radius: float, *, weight: float, dash: Dash | None = None) -> None:
        """A circle line around its centre."""
        self.operators.append(f"{self._stroke(weight, dash, 'butt', BLACK)} {self._circle(x, y, radius)} s")

    def hatch(self, x: float, y: float, width: float, height: float) -> None:
        """Lines at 45° over a rectangle, 0.4 black, 1.7 mm apart."""
        step = _HATCH_PITCH * math.sqrt(2)
        path = []
        for number in range(math.ceil((x + y) / step), math.floor((x + width + y + height) / step) + 1):
            total = number * step  # x + y is the same all along a line from lower left to upper right
            left = max(x, total - (y + height))
            right = min(x + width, total - y)
            if right > left:
                path.append(f"{self._at(left, total - left)} m {self._at(right, total - right)} l")
        self.operators.append(f"{self._stroke(0.4, None, 'butt', BLACK)} {' '.join(path)} S")

    def double_frame(self, x: float, y: float, width: float, height: float) -> None:
        """The frame of （案） and 取扱注意: 0.5 outside, 0.25 inside, 0.6 mm apart."""
        self.rect(x, y, width, height, weight=0.5)
        self.rect(x + 0.6, y + 0.6, width - 1.2, height - 1.2, weight=0.25)

    @contextmanager
    def reads_as(self, text: str) -> Iterator[None]:
        """What is drawn inside is copied, searched and read aloud as `text` (stretched labels, upright columns)."""
        self.operators.append(f"/Span <</ActualText <FEFF{text.encode('utf-16-be', 'surrogatepass').hex()}>>> BDC")
        yield
        self.operators.append("EMC")

    def run(self, run: Run, x: float, y: float, *, white: bool = False) -> None:
        """Set plain characters whose em box begins at the top `y`."""
        if not run.text:
            return
        self._said.append(run.text)
        left, top = x * POINTS, (self.height - y) * POINTS
        self.operators.append(run_operator(self.fonts.of(run.face), run, left, top, white=white))

    def glyphs(
        self,
        placed: Sequence[Placed],
        x: float,
        y: float,
        *,
        spacing: float = 0.0,
        white: bool = False,
        turned: bool = False,
    ) -> None:
        """Set glyphs whose em box begins at the top `y`, spaced (points) and turned as ``glyphs_operator`` says."""
        if not placed:
            return
        self._report(placed)
        self._said.append("".join(item.glyph.text for item in placed))
        left, top = x * POINTS, (self.height - y) * POINTS
        operator = glyphs_operator(self.fonts, placed, left, top, spacing=spacing, white=white, turned=turned)
        self.operators.append(operator)

    def _report(self, placed: Sequence[Placed]) -> None:
        for number, item in enumerate(placed):
            glyph = item.glyph
            if glyph.drawn:
                points = " ".join(f"U+{ord(character):04X}" for character in glyph.text)
                around = "".join(other.glyph.text for other in placed[max(number - 10, 0) : number + 11])
                found = MissingGlyph(glyph.text, points, f"{self.page}頁「{around}」", glyph.drawn)
                if found not in self.missing:
                    self.missing.append(found)
