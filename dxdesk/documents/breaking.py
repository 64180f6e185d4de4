"""Where a Japanese line ends: strict 禁則 of JIS X 4051, by pushing out (追い出し); 、。 never hang.

Works on plain characters and their widths, knows no font. Widths are in em.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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

_TWINS = frozenset("―—…‥")
_COUNTERS = frozenset("年月日時分秒回件人名円千百万億兆課係頁枚か個台項号条章節版歳期割倍")
_SPACES = frozenset(" 　\t")
_GLUE = frozenset("\u00a0\u2060")
_TOLERANCE = 1e-6
NOTHING_TORN, NUMBER_TORN, WHOLE_TORN = range(3)
"""What a line end may tear: nothing; a number and what it counts, unless the line stays four fifths full without it; a
date or a phrase, unless it stays three fifths full."""
_FULL_ENOUGH = (0.8, 0.6)
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


def _line_end(
    characters: Sequence[str],
    widths: Sequence[float],
    tied: Sequence[bool],
    costs: Sequence[int],
    start: int,
    room: float,
    fixed: bool,
) -> int:
    """End of the longest line from `start` that fits and may end there."""
    count = len(characters)
    best = needed = start
    cheap = [(start, 0.0), (start, 0.0)]  # the last end that tears nothing, and the last that tears a number at most
    longest = start + 1
    seen = ""
    for end, (_, width) in enumerate(_walk(characters, widths, start, fixed), start + 1):
        if width > room + _TOLERANCE and end > start + 1:
            break
        if end == count:
            return count
        longest = end
        before, after = characters[end - 1], characters[end]
        if before not in _SPACES:
            seen = before
        if tied[end] or seen in NO_END:
            continue
        if may_part(before, after):
            best = end
            cost = max(costs[end] if costs else 0, _better_whole(before, after))
            for most in range(cost, len(cheap)):
                cheap[most] = (end, width)
        if _may_part_in_need(before, after):
            needed = end
    if best > start:
        full = (
            at for (at, wide), least in zip(cheap, _FULL_ENOUGH, strict=True) if at > start and wide >= least * room
        )
        return next(full, best)
    if needed > start:
        return needed
    while longest > start + 1 and tied[longest]:
        longest -= 1
    return longest


def break_lines(
    characters: Sequence[str],
    widths: Sequence[float],
    first_room: float,
    room: float,
    *,
    fixed: bool = False,
    tied: Sequence[bool] | None = None,
    costs: Sequence[int] = (),
) -> list[tuple[int, int]]:
    """Lines as (start, end) index pairs; together they cover everything, in order. No characters: one empty line.

    `first_room` and `room` are the widths of the first and the other lines. `fixed`: full-width marks are one em
    wide and their empty halves do not count at the edges and between two marks. `tied[i]`: i stays with i−1.
    `costs[i]`: what it costs to part before i, where the line may end there at all: see NOTHING_TORN. None: nothing.
    A word longer than a line is cut; a line holds at least one character however narrow it is.
    """
    if not characters:
        return [(0, 0)]
    if tied is None:
        tied = [False] * len(characters)
    lines: list[tuple[int, int]] = []
    start = 0
    while start < len(characters):
        end = _line_end(characters, widths, tied, costs, start, room if lines else first_room, fixed)
        lines.append((start, end))
        start = end
    return lines


def avoid_short_last_line(
    characters: Sequence[str],
    widths: Sequence[float],
    first_room: float,
    room: float,
    *,
    fixed: bool = False,
    tied: Sequence[bool] | None = None,
    costs: Sequence[int] = (),
) -> list[tuple[int, int]]:
    """As break_lines, in a column narrowed by half an em up to five times if that ends a last line of 1–3 characters.

    The number of lines stays; where narrowing does not help the lines are those of the full width.
    """
    plain = break_lines(characters, widths, first_room, room, fixed=fixed, tied=tied, costs=costs)
    if len(plain) == 1 or not _is_short(characters, plain):
        return plain
    for step in range(1, 6):
        less = 0.5 * step
        if min(first_room, room) - less < 2:
            break
        tried = break_lines(characters, widths, first_room - less, room - less, fixed=fixed, tied=tied, costs=costs)
        if len(tried) == len(plain) and not _is_short(characters, tried):
            return tried
    return plain


def _is_short(characters: Sequence[str], lines: list[tuple[int, int]]) -> bool:
    start, end = lines[-1]
    return sum(character not in _SPACES for character in characters[start:end]) <= SHORT_LAST_LINE


def positions(characters: Sequence[str], widths: Sequence[float], *, fixed: bool = False) -> tuple[list[float], float]:
    """Where each character of one line stands (em from its left edge) and the width of the ink line."""
    walked = list(_walk(characters, widths, 0, fixed))
    return [place for place, _ in walked], walked[-1][1] if walked else 0.0
