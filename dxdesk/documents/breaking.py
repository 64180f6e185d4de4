"""Where a Japanese line ends: strict 禁則 of JIS X 4051, by pushing out (追い出し); 、。 never hang.

Works on plain characters and their widths, knows no font. Widths are in em.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

CLOSING = frozenset("、。，．」』）】〉》〕］｝〗〙’”")
"""Full-width marks whose right half is empty."""

OPENING = frozenset("「『（【〈《〔［｛〖〘‘“")
"""Full-width marks whose left half is empty."""

NO_START = CLOSING | frozenset(
    "‐–〜～゠？！‼⁇⁈⁉・：；々〻ゝゞヽヾーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "…‥％‰℃°′″!%),.:;?]}｡｣､･ｰｧｨｩｪｫｬｭｮｯﾞﾟ»›゛゜"
)
"""Never at the start of a line."""

NO_END = OPENING | frozenset("([{｢￥＄£＃№«‹")
"""Never at the end of a line."""

_HALVED = CLOSING | OPENING
_TWINS = frozenset("―—…‥")
_COUNTERS = frozenset("年月日時分秒回件人名円千百万億兆課係頁枚か個台項号条章節版歳期割倍")
_SPACES = frozenset(" 　\t")
_GLUE = frozenset("\u00a0\u2060")
_TOLERANCE = 1e-6
NOTHING_TORN, NUMBER_TORN, WHOLE_TORN = range(3)
"""What a line end may tear: nothing; a number and what it counts, unless the line stays four fifths full without it; a
date or a phrase, unless it stays three fifths full."""
_FULL_ENOUGH = (0.8, 0.6)
_FULL_ENOUGH_FOR_KATAKANA = 0.4
"""So full a line may be without the word of katakana that it would tear, or from its particle."""
_PARTICLES = frozenset("のをにはがとでもへや")
Cost = Callable[[int], int]
"""What it costs to part before a character, asked where a line may end only."""
SHORT_LAST_LINE = 3
"""A last line of so many characters or fewer is avoided in cells."""


def is_space(character: str) -> bool:
    """Whether it may stand past the end of a line without being seen."""
    return character in _SPACES


def is_latin(character: str) -> bool:
    """Letters, digits and signs that stay together as one word."""
    return "!" <= character <= "~" or (character < "\u0250" and character.isalnum())


def may_part(before: str, after: str) -> bool:
    """Whether a line may end between two neighbouring characters."""
    if after in NO_START or before in NO_END or after in _SPACES or before in _GLUE or after in _GLUE:
        return False
    if is_latin(before) and is_latin(after):
        return False
    return not (before == after and before in _TWINS)


def _may_part_in_need(before: str, after: str) -> bool:
    """The same when a single word is longer than the line."""
    return after not in NO_START and before not in NO_END and after not in _SPACES


def _is_katakana(character: str) -> bool:
    return "ァ" <= character <= "ヺ" or character == "ー"


def _full_enough(before: str, after: str) -> float:
    """How full a line must stay to end before the phrase it would tear between two characters."""
    torn = _is_katakana(before) and (_is_katakana(after) or after in _PARTICLES)
    return _FULL_ENOUGH_FOR_KATAKANA if torn else _FULL_ENOUGH[1]


def _better_whole(before: str, after: str) -> bool:
    """Numbers with their unit, dates and 第 with its number are left whole where the line stays full enough."""
    digit = after.isdecimal()
    return (before.isdecimal() and after in _COUNTERS) or (digit and before in "年月第和成")


def squeeze(before: str, after: str) -> float:
    """How far, in em, the second of two full-width marks moves to the left in a fixed-pitch face."""
    if before in CLOSING and (after in CLOSING or after in OPENING):
        return 0.5
    return 0.5 if before in OPENING and after in OPENING else 0.0


def _walk(characters: Sequence[str], widths: Sequence[float], start: int, fixed: bool) -> Iterator[tuple[float, float]]:
    """For each character from `start`: where it stands, and the width of the line if it is the last one.

    In a fixed-pitch face the empty half of a mark counts neither at the edges nor between two marks.
    """
    pen = visible = 0.0
    for index in range(start, len(characters)):
        character, width = characters[index], widths[index]
        half = fixed and width >= 1.0
        if half and index == start and character in OPENING:
            pen -= 0.5
        elif half and index > start and widths[index - 1] >= 1.0:
            pen -= squeeze(characters[index - 1], character)
        place = pen
        pen += width
        if character not in _SPACES:
            visible = pen - (0.5 if half and character in CLOSING else 0.0)
        yield place, visible


class Measured:
    """A text whose characters are measured once, to be broken into lines at any width. Widths in em.

    `sums[i]` is where character i stands when the text is set in one line.
    """

    def __init__(
        self,
        characters: Sequence[str],
        widths: Sequence[float],
        *,
        fixed: bool = False,
        tied: Sequence[bool] | None = None,
        cost: Cost | None = None,
    ) -> None:
        self.characters, self.tied, self.cost = characters, tied, cost
        self.count = len(characters)
        self.halves: dict[int, float] = {}
        """Marks with an empty half: how far each moves to the left behind the character before it."""
        advances = widths
        if fixed:
            halved = [at for at, each in enumerate(characters) if each in _HALVED and widths[at] >= 1.0]
            self.halves = {
                at: squeeze(characters[at - 1], characters[at]) if at and widths[at - 1] >= 1.0 else 0.0
                for at in halved
            }
            moved = {at: move for at, move in self.halves.items() if move}
            if moved:
                advances = list(widths)
                for at, move in moved.items():
                    advances[at - 1] -= move
        self.sums = list(accumulate(advances, initial=0.0))

    def width(self, start: int, end: int) -> float:
        """Width of the line from start to end, without spaces at its end and the empty halves at its edges."""
        last = end
        while last > start and self.characters[last - 1] in _SPACES:
            last -= 1
        if last == start:
            return 0.0
        found = self.sums[last] - self.sums[start]
        if self.halves:
            if last < self.count:
                found += self.halves.get(last, 0.0)
            if start in self.halves and self.characters[start] in OPENING:
                found -= 0.5
            if last - 1 in self.halves and self.characters[last - 1] in CLOSING:
                found -= 0.5
        return found

    def moves(self, start: int, end: int) -> list[tuple[int, float]]:
        """Which characters of a line, counted from its start, stand off from the end of the one before, how far."""
        if not self.halves:
            return []
        found = [(0, -0.5)] if start in self.halves and self.characters[start] in OPENING else []
        inside = ((at, self.halves[at]) for at in range(start + 1, end) if at in self.halves)
        return found + [(at - start, -move) for at, move in inside if move]

    def _last(self, start: int, end: int) -> str:
        """The last character of a line that is seen."""
        while end > start and self.characters[end - 1] in _SPACES:
            end -= 1
        return self.characters[end - 1] if end > start else ""

    def _longest(self, start: int, room: float) -> int:
        """The farthest end of a line that fits; one character always does."""
        limit = room + _TOLERANCE
        end = max(bisect_right(self.sums, self.sums[start] + limit, start + 1) - 1, start + 1)
        while end > start + 1 and self.width(start, end) > limit:
            end -= 1
        while end < self.count and self.width(start, end + 1) <= limit:
            end += 1
        return end

    def line_end(self, start: int, room: float) -> int:
        """End of the longest line from `start` that fits and may end there."""
        longest = self._longest(start, room)
        if longest >= self.count:
            return self.count
        characters, tied = self.characters, self.tied
        best = needed = number_torn = start
        for end in range(longest, start, -1):
            if (tied and tied[end]) or self._last(start, end) in NO_END:
                continue
            before, after = characters[end - 1], characters[end]
            if needed == start and _may_part_in_need(before, after):
                needed = end
            if not may_part(before, after):
                continue
            best = end if best == start else best
            cost = max(self.cost(end) if self.cost else NOTHING_TORN, _better_whole(before, after))
            if cost == WHOLE_TORN and number_torn > start:
                continue
            full = self.width(start, end) / room
            if cost == NOTHING_TORN and full >= _FULL_ENOUGH[0]:
                return end
            if full < _FULL_ENOUGH[1] and full < _full_enough(characters[best - 1], characters[best]):
                break
            if cost < WHOLE_TORN and number_torn == start:
                number_torn = end
        for found in (number_torn, best, needed):
            if found > start:
                return found
        while longest > start + 1 and tied and tied[longest]:
            longest -= 1
        return longest

    def lines(self, first_room: float, room: float) -> list[tuple[int, int]]:
        """Lines as (start, end) index pairs. No characters: one empty line."""
        found: list[tuple[int, int]] = []
        start = 0
        while start < self.count:
            end = self.line_end(start, room if found else first_room)
            found.append((start, end))
            start = end
        return found or [(0, 0)]

    def lines_without_a_short_one(self, first_room: float, room: float) -> list[tuple[int, int]]:
        """The same in a column narrowed by half an em up to five times if that ends a last line of 1–3 characters."""
        plain = self.lines(first_room, room)
        if len(plain) == 1 or not _is_short(self.characters, plain):
            return plain
        for step in range(1, 6):
            less = 0.5 * step
            if min(first_room, room) - less < 2:
                break
            tried = self.lines(first_room - less, room - less)
            if len(tried) == len(plain) and not _is_short(self.characters, tried):
                return tried
        return plain


def break_lines(
    characters: Sequence[str],
    widths: Sequence[float],
    first_room: float,
    room: float,
    *,
    fixed: bool = False,
    tied: Sequence[bool] | None = None,
    cost: Cost | None = None,
) -> list[tuple[int, int]]:
    """Lines as (start, end) index pairs; together they cover everything, in order. No characters: one empty line.

    `first_room` and `room` are the widths of the first and the other lines. `fixed`: full-width marks are one em
    wide and their empty halves do not count at the edges and between two marks. `tied[i]`: i stays with i−1.
    `cost(i)`: what it costs to part before i, where the line may end there at all: see NOTHING_TORN. None: nothing.
    A word longer than a line is cut; a line holds at least one character however narrow it is.
    """
    return Measured(characters, widths, fixed=fixed, tied=tied, cost=cost).lines(first_room, room)


def avoid_short_last_line(
    characters: Sequence[str],
    widths: Sequence[float],
    first_room: float,
    room: float,
    *,
    fixed: bool = False,
    tied: Sequence[bool] | None = None,
    cost: Cost | None = None,
) -> list[tuple[int, int]]:
    """As break_lines, in a column narrowed by half an em up to five times if that ends a last line of 1–3 characters.

    The number of lines stays; where narrowing does not help the lines are those of the full width.
    """
    measured = Measured(characters, widths, fixed=fixed, tied=tied, cost=cost)
    return measured.lines_without_a_short_one(first_room, room)


def _is_short(characters: Sequence[str], lines: list[tuple[int, int]]) -> bool:
    start, end = lines[-1]
    return sum(character not in _SPACES for character in characters[start:end]) <= SHORT_LAST_LINE


def positions(characters: Sequence[str], widths: Sequence[float], *, fixed: bool = False) -> tuple[list[float], float]:
    """Where each character of one line stands (em from its left edge) and the width of the ink line."""
    walked = list(_walk(characters, widths, 0, fixed))
    return [place for place, _ in walked], walked[-1][1] if walked else 0.0
