"""Set lines: a text broken at its column, each line with the places of its characters.

Text is data: there is no markup. A line feed begins a new line; everything else is drawn as the character it is.
Most lines hold nothing but plain characters of one face and are set as a whole, the others glyph by glyph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from dxdesk.documents import breaking
from dxdesk.documents.breaking import NOTHING_TORN, WHOLE_TORN, Cost, Measured
from dxdesk.documents.fonts import Face, Glyph, glyphs, is_invisible, plain_glyph, plain_widths
from dxdesk.documents.ink import POINTS, Ink
from dxdesk.documents.text_operators import Placed, Run
from dxdesk.documents.text_style import Content, Span, TextStyle
from dxdesk.phrases import inside_dates, phrase_begins

_MOST_SPREAD = 1.6
"""A remainder of more than so many em is not spread over the gaps of a line."""


@dataclass(frozen=True)
class Line:
    """One set line: its glyphs at their places (points), the width of its ink, what is underlined (points)."""

    placed: tuple[Placed, ...]
    width: float
    underlines: tuple[tuple[float, float], ...] = ()

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(item.glyph.text for item in self.placed)

    def draw(self, ink: Ink, x: float, y: float, *, white: bool = False) -> None:
        """Draw it with its em box beginning at the top `y`."""
        ink.glyphs(self.placed, x, y, white=white)


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A set line of plain characters: one run, and the width of its ink (points). Most lines are of this kind."""

    run: Run
    width: float

    @property
    def text(self) -> str:
        """The characters of the line."""
        return self.run.text

    @property
    def underlines(self) -> tuple[tuple[float, float], ...]:
        """Nothing is underlined."""
        return ()

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Its glyphs at their places."""
        run, found, pen = self.run, [], 0.0
        moves = dict(run.moves)
        for at, character in enumerate(run.text):
            glyph = plain_glyph(character, run.face)
            pen += moves.get(at, 0.0)
            found.append(Placed(glyph, pen, run.size))
            pen += glyph.width / 1000 * run.size
        return tuple(found)

    def draw(self, ink: Ink, x: float, y: float, *, white: bool = False) -> None:
        """Draw it with its em box beginning at the top `y`."""
        ink.run(self.run, x, y, white=white)


SetLine = Line | PlainLine
_Marked = tuple[Glyph, bool]


def _paragraphs(content: Content, face: Face) -> list[list[_Marked]]:
    """Glyphs with their underline, one list per line of the typed text."""
    spans = (Span(content),) if isinstance(content, str) else content
    found: list[list[_Marked]] = [[]]
    for span in spans:
        for number, piece in enumerate(span.text.split("\n")):
            if number:
                found.append([])
            found[-1] += [(glyph, span.underline) for glyph in glyphs(piece, face.bold if span.bold else face)]
    return found


def _character(glyph: Glyph) -> str:
    """The character that decides how a glyph may break."""
    return next((character for character in glyph.text if not is_invisible(character)), "\u00a0")


def _spread_gaps(characters: Sequence[str], tied: Sequence[bool] | None) -> list[int]:
    """Indices before which a justified line may be stretched: not within words or before a mark on a letter."""
    return [
        index
        for index in range(1, len(characters))
        if not (tied and tied[index])
        and not (breaking.is_latin(characters[index - 1]) and breaking.is_latin(characters[index]))
        and not breaking.is_space(characters[index])
    ]


def widened(places: Sequence[float], gaps: Sequence[int], rest: float) -> list[float]:
    """Places moved apart so that the gaps before the given indices share `rest`."""
    opened = set(gaps)
    passed = accumulate(index in opened for index in range(len(places)))
    return [place + rest * count / len(gaps) for place, count in zip(places, passed, strict=True)]


def set_line(marked: Sequence[_Marked], style: TextStyle, room: float | None) -> Line:
    """One line, its rest spread over the gaps when `room` (em) is given."""
    characters = [_character(glyph) for glyph, _ in marked]
    widths = [glyph.width / 1000 for glyph, _ in marked]
    places, width = breaking.positions(characters, widths, fixed=style.face.fixed_pitch)
    if room is not None:
        visible = len("".join(characters).rstrip(" 　\t"))
        gaps = [gap for gap in _spread_gaps(characters, [glyph.joined for glyph, _ in marked]) if gap < visible]
        rest = room - width
        if gaps and 0 < rest <= _MOST_SPREAD:
            places = widened(places, gaps, rest)
            width = room
    size = style.size
    placed = tuple(Placed(glyph, place * size, size) for (glyph, _), place in zip(marked, places, strict=True))
    return Line(placed, width * size, _underlines(marked, placed, width * size))


def _underlines(marked: Sequence[_Marked], placed: Sequence[Placed], width: float) -> tuple[tuple[float, float], ...]:
    found: list[tuple[float, float]] = []
    for (glyph, underlined), item in zip(marked, placed, strict=True):
        if not underlined:
            continue
        start = max(item.x, 0.0)
        end = min(item.x + glyph.width * item.size / 1000, width)
        if found and start - found[-1][1] < item.size * 0.5:
            start = found.pop()[0]
        found.append((start, max(start, end)))
    return tuple(found)


def _cost(text: str, style: TextStyle) -> Cost:
    """What it costs to end a line before a character: dates in all texts, phrases where the style says so, which end
    behind ・ too."""
    dates = inside_dates(text)
    begins = phrase_begins(text, dates) if style.phrases else None

    def cost(at: int) -> int:
        if at in dates:
            return WHOLE_TORN
        between = at - 1 in dates and at + 1 in dates  # a day and the time of day
        free = between or begins is None or begins(at) or text[at - 1] == "・"
        return NOTHING_TORN if free else WHOLE_TORN

    return cost


def _plain_line(measured: Measured, start: int, end: int, style: TextStyle, room: float | None) -> PlainLine:
    """One line of plain characters, its rest spread over the gaps when `room` (em) is given."""
    text = "".join(measured.characters[start:end])
    width, moves = measured.width(start, end), measured.moves(start, end)
    rest = room - width if room is not None else 0.0
    if room is not None and 0 < rest <= _MOST_SPREAD:
        visible = len(text.rstrip(" 　"))
        gaps = [gap for gap in _spread_gaps(text, None) if gap < visible]
        if gaps:
            opened = dict.fromkeys(gaps, rest / len(gaps))
            for at, move in moves:
                opened[at] = opened.get(at, 0.0) + move
            moves, width = sorted(opened.items()), room
    size = style.size
    return PlainLine(Run(text, style.face, size, tuple((at, move * size) for at, move in moves)), width * size)


def _set_plain(text: str, style: TextStyle, first_room: float, room: float) -> list[PlainLine]:
    """The lines of one typed line of plain characters. KeyError where one is not plain."""
    widths = [*map(plain_widths(style.face).__getitem__, text)]
    fixed = style.face.fixed_pitch
    whole = sum(widths) <= first_room
    measured = Measured(text, widths, fixed=fixed, cost=None if whole else _cost(text, style))
    if whole:
        pairs = [(0, len(text))]
    elif style.whole_last_line:
        pairs = measured.lines_without_a_short_one(first_room, room)
    else:
        pairs = measured.lines(first_room, room)
    last = len(pairs) - 1
    return [
        _plain_line(measured, start, end, style, (room if at else first_room) if style.justify and at < last else None)
        for at, (start, end) in enumerate(pairs)
    ]


def _set_paragraph(marked: list[_Marked], style: TextStyle, first_room: float, room: float) -> list[Line]:
    characters = [_character(glyph) for glyph, _ in marked]
    widths = [glyph.width / 1000 for glyph, _ in marked]
    tied = [glyph.joined for glyph, _ in marked]
    set_lines = breaking.avoid_short_last_line if style.whole_last_line else breaking.break_lines
    pairs = set_lines(
        characters,
        widths,
        first_room,
        room,
        fixed=style.face.fixed_pitch,
        tied=tied,
        cost=_cost("".join(characters), style) if sum(widths) > first_room else None,
    )
    found = []
    for number, (start, end) in enumerate(pairs):
        spread = style.justify and number < len(pairs) - 1
        found.append(set_line(marked[start:end], style, (room if number else first_room) if spread else None))
    return found


@lru_cache(maxsize=1024)
def set_lines(
    content: Content, style: TextStyle, width: float, first: float = 0.0, rest: float = 0.0
) -> tuple[SetLine, ...]:
    """The lines of a content in a column of `width` mm; `first` and `rest` indent the first and other lines, in em."""
    room = width / style.em
    first_room, room = max(room - first, 1.0), max(room - rest, 1.0)
    paragraphs: list[str | list[_Marked]] = (
        [*content.split("\n")] if isinstance(content, str) else [*_paragraphs(content, style.face)]
    )
    set_one = _set_eased if style.eased and style.phrases else _set_typed
    return tuple(
        line
        for number, typed in enumerate(paragraphs)
        for line in set_one(typed, style, room if number else first_room, room)
    )


def _set_eased(typed: str | list[_Marked], style: TextStyle, first_room: float, room: float) -> Sequence[SetLine]:
    """The lines of one typed line, ended between phrases where that takes no more of them."""
    lines = _set_typed(typed, replace(style, phrases=False), first_room, room)
    if len(lines) == 1:
        return lines
    eased = _set_typed(typed, style, first_room, room)
    return eased if len(eased) == len(lines) else lines


def _set_typed(typed: str | list[_Marked], style: TextStyle, first_room: float, room: float) -> Sequence[SetLine]:
    """The lines of one typed line: the quick way, or glyph by glyph where it holds anything special."""
    if not isinstance(typed, str):
        return _set_paragraph(typed, style, first_room, room)
    try:
        return _set_plain(typed, style, first_room, room)
    except KeyError:
        return _set_paragraph([(glyph, False) for glyph in glyphs(typed, style.face)], style, first_room, room)


def text_width(content: Content, style: TextStyle) -> float:
    """Width in mm of the longest typed line, unbroken."""
    if isinstance(content, str):
        return max(_typed_width(typed, style) for typed in content.split("\n"))
    return max(set_line(marked, style, None).width for marked in _paragraphs(content, style.face)) / POINTS


@lru_cache(maxsize=4096)
def _typed_width(typed: str, style: TextStyle) -> float:
    """Width in mm of one typed line."""
    try:
        widths = [*map(plain_widths(style.face).__getitem__, typed)]
    except KeyError:
        return set_line([(glyph, False) for glyph in glyphs(typed, style.face)], style, None).width / POINTS
    return Measured(typed, widths, fixed=style.face.fixed_pitch).width(0, len(typed)) * style.em
