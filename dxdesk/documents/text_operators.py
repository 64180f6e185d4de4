"""Text as PDF operators: runs of plain characters, and glyphs each at its own place.

Lengths are points, measured from the lower left corner of the sheet; text begins with its em box at ``left`` and
``top``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dxdesk.documents.embedding import EmbeddedFont, EmbeddedFonts
from dxdesk.documents.fonts import ASCENT, Face, Glyph


@dataclass(frozen=True, slots=True)
class Placed:
    """A glyph at its place within a line, points from the line's left edge, with its size in points."""

    glyph: Glyph
    x: float
    size: float

    @property
    def pen(self) -> float:
        """Where its glyph is drawn, a little beside its place where it is shifted within its em."""
        return self.x + self.glyph.shift * self.size / 1000


@dataclass(frozen=True, slots=True)
class Run:
    """Plain characters of one face and one size in points, one behind the other.

    `moves` are the places of those that stand off from the end of the one before, and how far to the right (points).
    """

    text: str
    face: Face
    size: float
    moves: tuple[tuple[int, float], ...] = ()


def run_operator(font: EmbeddedFont, run: Run, left: float, top: float, *, white: bool = False) -> str:
    """What sets a run; ``font`` is that of its face."""
    codes = run.text.translate(font.plain)
    shown = f"<{codes}> Tj"
    if run.moves:
        parts, last = [], 0
        for at, move in run.moves:
            parts.append(f"<{codes[last * 4 : at * 4]}> {-move / run.size * 1000:.2f}")
            last = at
        shown = f"[{' '.join(parts)} <{codes[last * 4 :]}>] TJ"
    baseline = top - ASCENT * run.size
    colour = "1 g " if white else ""
    black = " 0 g" if white else ""
    return f"{colour}BT /{font.name} {run.size:g} Tf 1 0 0 1 {left:.3f} {baseline:.3f} Tm {shown} ET{black}"


def glyphs_operator(
    fonts: EmbeddedFonts,
    placed: Sequence[Placed],
    left: float,
    top: float,
    *,
    spacing: float = 0.0,
    white: bool = False,
    turned: bool = False,
) -> str:
    """What sets at least one glyph.

    ``spacing`` is the even widening of the gaps that the places already contain; said to the reader it is not taken for
    spaces. ``turned`` sets them by 90° clockwise, for upright columns.
    """
    baseline = top - ASCENT * max(item.size for item in placed)
    operators = []
    for (face, size), alike in groupby(placed, key=lambda item: (item.glyph.face, item.size)):
        items, font = list(alike), fonts.of(face)
        start = items[0].pen
        matrix = f"1 0 0 1 {left + start:.3f} {baseline:.3f}"
        if turned:
            matrix = f"0 -1 1 0 {left + (1 - ASCENT) * size:.3f} {top - start:.3f}"
        widened = f" {spacing:.3f} Tc" if spacing else ""
        operators.append(f"/{font.name} {size:g} Tf{widened} {matrix} Tm [{_shown(font, items, spacing)}] TJ")
    ended = " 0 Tc ET" if spacing else " ET"
    return f"{1 if white else 0} g BT {' '.join(operators)}{ended} 0 g"


def _shown(font: EmbeddedFont, items: Sequence[Placed], spacing: float) -> str:
    """The codes of glyphs of one face and size, with a move where one does not stand at the end of the one before."""
    shown: list[str] = []
    run, pen = "", items[0].pen
    for item in items:
        if abs(item.pen - pen) > 0.005:
            shown += [f"<{run}>" if run else "", f"{(pen - item.pen) / item.size * 1000:.2f}"]
            run, pen = "", item.pen
        code = font.code(item.glyph)
        run += code
        pen += font.advance(code) * item.size / 1000 + spacing
    return " ".join([*shown, f"<{run}>"])


_CODES = re.compile("/F[0-9]+ |<([0-9A-F]*)>")


def without_codes(operator: str) -> str:
    """The operator without what depends on the rest of the file: the name of the font, the codes of its characters."""
    return _CODES.sub(lambda found: f"<{len(found[1])}>" if found[1] is not None else "", operator)
