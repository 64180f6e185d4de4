"""How a text is set, and what it consists of: a style, and pieces that differ from it.

Text is data: there is no markup.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import POINTS

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class TextStyle:
    """How a paragraph is set: face, size and line pitch in points.

    `justify` spreads the rest of each line but the last over its gaps (明朝 prose). `whole_last_line` narrows the
    column a little where that avoids a last line of 1–3 characters (cells). `phrases` ends lines between phrases where
    they stay full enough; of an `eased` text only where that takes no more of them, and not before they are drawn: what
    is measured at many sizes and widths is broken the quick way. `white` is for words on black.
    """

    face: Face
    size: float
    line: float
    justify: bool = False
    align: Align = "left"
    whole_last_line: bool = False
    phrases: bool = False
    eased: bool = False
    white: bool = False

    def at(self, size: float, line: float | None = None) -> TextStyle:
        """The same at another size; the line pitch keeps its proportion unless given."""
        pitch = line if line is not None else self.line * size / self.size
        return _changed(self, self.face, size, pitch, self.align)

    @property
    def bold(self) -> TextStyle:
        """The same in the bold face."""
        return _changed(self, self.face.bold, self.size, self.line, self.align)

    def aligned(self, align: Align) -> TextStyle:
        """The same, aligned otherwise."""
        return _changed(self, self.face, self.size, self.line, align)

    @property
    def em(self) -> float:
        """One em in mm."""
        return self.size / POINTS


@lru_cache(maxsize=1024, typed=True)
def _changed(style: TextStyle, face: Face, size: float, line: float, align: Align) -> TextStyle:
    """A style that differs in these: every row of a table asks for the same few again."""
    return replace(style, face=face, size=size, line=line, align=align)


@dataclass(frozen=True)
class Span:
    """A piece of a paragraph set bold or underlined."""

    text: str
    bold: bool = False
    underline: bool = False


Content = str | tuple[Span, ...]
"""What a paragraph consists of: a text, or pieces of it that differ."""


def plain(content: Content) -> str:
    """The text alone."""
    return content if isinstance(content, str) else "".join(span.text for span in content)
