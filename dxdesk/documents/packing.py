"""Short pieces that stay whole, one after the other in lines: a unit's number never parts from its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dxdesk.documents.lines import text_width
from dxdesk.documents.text_style import Span, TextStyle

_NEXT: Final = "次"
"""A closing bracket is only as wide as it is where something follows it."""


def packed(pieces: Sequence[Span], style: TextStyle, width: float, between: str = "、") -> tuple[Span, ...]:
    """The pieces with `between` after each but the last, a new line where the next does not fit `width` mm.

    A piece wider than that breaks within itself.
    """
    found: list[Span] = []
    used = 0.0
    for at, piece in enumerate(pieces):
        ending = between if at + 1 < len(pieces) else ""
        own = style.bold if piece.bold else style
        if found and used + text_width(piece.text + ending.rstrip("　 "), own) > width:
            found[-1] = replace(found[-1], text=found[-1].text.rstrip("　 ") + "\n")
            used = 0.0
        found.append(replace(piece, text=piece.text + ending))
        used += text_width(f"{piece.text}{ending}{_NEXT}", own) - text_width(_NEXT, own)
    return tuple(found)


def packed_text(pieces: Sequence[str], style: TextStyle, width: float, between: str = "、") -> str:
    """The same for plain texts."""
    return "".join(span.text for span in packed([Span(piece) for piece in pieces], style, width, between))
