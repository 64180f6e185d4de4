"""Personal names as forms set them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dxdesk.documents.blocks import Stack, Whole
from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import Ink
from dxdesk.documents.paragraph import Text
from dxdesk.documents.text_style import TextStyle, plain
from dxdesk.documents.unit_blocks import fitted

_READING = TextStyle(Face.PROPORTIONAL, 6.0, 7.0, align="center")
_SMALLEST_READING = 4.6
"""Half of a name, in points; a reading that is longer still goes on in a second line."""


def spaced_name(name: str, characters: int = 5) -> str:
    """A name filled up to `characters` full-width characters between family and given name: 髙橋　　誠.

    The two parts are known by the space between them (full-width or not); a name written without one, or already
    as long, is set without gap.
    """
    family, _, given = name.strip().replace("　", " ").partition(" ")
    given = given.strip()
    if not given:
        return family
    return family + "　" * max(characters - len(family) - len(given), 0) + given


def letter_spaced(name: str) -> str:
    """A name with a full-width space between all its characters, as below a letter: 渡　邊　和　夫."""
    return "　".join("".join(name.split()))


@dataclass(frozen=True)
class Named(Whole):
    """A name with its ふりがな above it; copied, searched and read aloud it is the name alone."""

    name: Text
    reading: str

    def _blocks(self, width: float) -> Stack:
        small = fitted(self.reading, _READING, width, _SMALLEST_READING)
        return Stack((Text(self.reading, replace(small, line=_READING.line)), self.name))

    def height(self, width: float) -> float:
        """Both, one above the other."""
        return self._blocks(width).height(width)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The reading, then the name."""
        with ink.reads_as(plain(self.name.content)):
            self._blocks(width).draw(ink, x, y, width)
