"""Line breaks where a reader pauses: between phrases (文節), never before 。、」）, lines of equal length."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Iterable
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

WHOLE_WORDS: Final[tuple[str, ...]] = (
    "くいちがい",
    "ちがいます",
    "ちがい",
    "とりまとめ",
    "取りまとめ",
    "取り組み",
    "取組",
    "日時",
    "見直し",
    "差し戻し",
    "差戻し",
    "目指す",
    "働き方",
    "手続き",
    "書かない",
    "行かない",
    "マイナンバーカード",
    "マイナカード",
    "オンライン",
    "デジタルデバイド",
    "キャッシュレス",
    "ペーパーレス",
    "ガバメントクラウド",
    "について",
    "によって",
)
"""Words that the phrase model would cut in two; a break never falls inside one of them."""

_NUMBER: Final = "(?:[0-9０-９]+|[元一二三四五六七八九十]+)"
_DIGITS: Final = "[0-9０-９]+"
_DAY: Final = f"{_NUMBER}日(?:（[月火水木金土日]）)?"
_DATES: Final = re.compile(
    f"(?:(?:明治|大正|昭和|平成|令和){_NUMBER}|{_DIGITS})年(?:度|{_NUMBER}月(?:{_DAY})?)?"
    f"|{_NUMBER}月{_DAY}|{_NUMBER}日（[月火水木金土日]）"
    f"|(?:午前|午後){_NUMBER}時(?:{_DIGITS}分)?|{_DIGITS}時{_DIGITS}分"
    f"|第{_NUMBER}.?|{_DIGITS}[かカヶケ箇](?:所|月|年)"
)
"""A date with its day of the week, a time of day, 第 with its number, a number with か所: read as one."""

_NEVER_FIRST: Final = frozenset(
    "、。，．,.)]}）］｝〕〉》」』】〙〗〟’”｠»・：；:;！？!?‼⁇⁈⁉ーゝゞヽヾ々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    "‐゠–〜～%％‰℃°′″"
)
_NEVER_LAST: Final = frozenset("([{（［｛〔〈《「『【〘〖〝‘“｟«￥¥$＄№＃#")


_AROUND: Final = {
    "UW1": (0, 1), "UW2": (1, 2), "UW3": (2, 3), "UW4": (3, 4), "UW5": (4, 5), "UW6": (5, 6),
    "BW1": (1, 3), "BW2": (2, 4), "BW3": (3, 5),
    "TW1": (0, 3), "TW2": (1, 4), "TW3": (2, 5), "TW4": (3, 6),
}  # fmt: skip
"""Which of the three characters before a place and the three behind it each group of the phrase model weighs."""

_Weights = list[tuple[Callable[[str, int], int], int, int]]


@cache
def _model() -> tuple[_Weights, float] | None:
    """The groups of budoux's model with what they weigh, and what all together must weigh more than for a phrase to
    begin. None where it is missing; then lines break by 禁則 alone."""
    try:
        import budoux

        groups = budoux.load_default_japanese_parser().model
    except (ImportError, OSError):
        return None
    whole = sum(weight for group in groups.values() for weight in group.values())
    return [(group.get, *_AROUND[name]) for name, group in groups.items()], whole / 2


@lru_cache(maxsize=8192)
def _begins_by_model(around: str) -> bool:
    """Whether a phrase begins between the third and the fourth of six characters, at the end of a text fewer.

    The model looks no further, so that a line end is asked for without reading the whole text.
    """
    model = _model()
    if model is None:
        return True
    weights, least = model
    return sum(weigh(around[start:end], 0) for weigh, start, end in weights) > least


def _joins_word(left: str, right: str) -> bool:
    """Whether two characters belong to one run of letters or digits, or one grapheme, that must not be cut."""
    if unicodedata.combining(right) or unicodedata.category(right) in ("Mn", "Me", "Cf"):
        return True
    if left.isdecimal() and _script(right) == "ideograph":
        return True  # a number and what it counts
    return all(character.isascii() and not character.isspace() for character in (left, right)) and (
        left.isalnum() or right.isalnum()
    )


def _may_break(left: str, right: str) -> bool:
    """Whether a line may end after ``left`` and the next begin with ``right``, by 禁則 and words alone."""
    return right not in _NEVER_FIRST and left not in _NEVER_LAST and not _joins_word(left, right)


def _inside_whole_words(text: str) -> set[int]:
    inside: set[int] = set()
    for word in WHOLE_WORDS:
        start = text.find(word)
        while start >= 0:
            inside.update(range(start + 1, start + len(word)))
            start = text.find(word, start + 1)
    return inside


def inside_dates(text: str) -> set[int]:
    """The places of a text that lie inside a date, a time of day or a number with what it counts."""
    return {at for found in _DATES.finditer(text) for at in range(found.start() + 1, found.end())}


def _cut(text: str, places: Iterable[int]) -> list[str]:
    edges = [0, *places, len(text)]
    return [text[start:end] for start, end in pairwise(edges) if end > start]


def phrase_begins(text: str, dates: Container[int]) -> Callable[[int], bool]:
    """Says of a place within one line of text whether a phrase begins there; `dates` are the places inside_dates.

    A phrase never begins with 。、」） or ends with （「, and a word of WHOLE_WORDS, a number or a Latin word is
    never cut. Without the phrase model every place that 禁則 allows counts.
    """
    whole = _inside_whole_words(text)
    padded = f"\0\0\0{text}"

    def begins(at: int) -> bool:
        if at in whole or at in dates or not _may_break(text[at - 1], text[at]):
            return False
        return text[at - 1] in " \u3000" or _begins_by_model(padded[at : at + 6])

    return begins


@lru_cache(maxsize=4096)
def split_phrases(text: str) -> tuple[str, ...]:
    """The phrases of one line of text, in order; joined they are the text again."""
    begins = phrase_begins(text, inside_dates(text))
    return tuple(_cut(text, filter(begins, range(1, len(text)))))


def _script(character: str) -> str:
    """Hiragana, katakana, ideographs or anything else; ー goes with the katakana it lengthens."""
    if "ぁ" <= character <= "ゖ":
        return "hiragana"
    if "ァ" <= character <= "ヿ":
        return "katakana"
    return "ideograph" if "㐀" <= character <= "鿿" or character >= "𠀀" else "other"


def _break_within(text: str, most: int) -> int:
    """Where to cut a phrase after at most ``most`` characters: behind ・, behind 〜て before a helping verb, between
    scripts, by 禁則, or anywhere."""
    allowed = [at for at in range(min(most, len(text) - 1), 0, -1) if _may_break(text[at - 1], text[at])]
    far = [at for at in allowed if at > most / 3]
    behind_dot = (at for at in far if text[at - 1] in "・／、。）」")
    behind_te = (at for at in far if text[at - 1] in "てで" and text[at] in "いくしみお")
    between_scripts = (at for at in far if _script(text[at - 1]) != _script(text[at]) != "hiragana")
    whole_characters = (at for at in range(most, 0, -1) if at == len(text) or not _combines(text[at]))
    for choice in (behind_dot, behind_te, between_scripts, iter(allowed), whole_characters):
        if (at := next(choice, 0)) > 0:
            return at
    return most


_LEFT_OVER: Final = 4
"""Characters that are at least kept together behind the last cut of a phrase: no line says only す。"""
_WORD_ENDS: Final = re.compile("マイナンバー(?=カード)|[ァ-ヿ](?=[㐀-鿿]{2})(?!化)")
"""Where a long word has a seam (キャッシュレス決済, マイナンバーカード): what follows may stand alone."""


def _pieces(phrase: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """A phrase wider than the line, cut into pieces that fit."""
    pieces: list[str] = []
    rest = phrase
    while rest and measure(rest) > width:
        low, high = 1, len(rest)  # the longest start that fits, at least one character
        while low < high:
            middle = (low + high + 1) // 2
            if measure(rest[:middle]) <= width:
                low = middle
            else:
                high = middle - 1
        seams = (found.end() for found in _WORD_ENDS.finditer(rest, max(len(rest) - _LEFT_OVER - 6, 0)))
        at = max((seam for seam in seams if len(rest) - _LEFT_OVER < seam <= low), default=0)
        at = at or _break_within(rest, min(low, max(len(rest) - _LEFT_OVER, 1)))
        pieces.append(rest[:at])
        rest = rest[at:]
    return [*pieces, rest] if rest else pieces


def _combines(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me", "Cf")


_TOO_EMPTY: Final = 0.5
"""A line less full than that takes what stands before a ・ of the next phrase."""


def _fill(phrases: list[tuple[str, float]], width: float, measure: Callable[[str], float]) -> list[str]:
    """Greedy lines of (phrase, its width)."""
    lines: list[str] = []
    line, used = "", 0.0
    for phrase, size in phrases:
        rest, wide = phrase, size
        if line and used + size > width:
            head, dot, behind = phrase.partition("・")
            if used < _TOO_EMPTY * width and behind and used + measure(head + dot) <= width:
                line, rest, wide = line + head + dot, behind, measure(behind)
            lines.append(line)
            line, used = "", 0.0
        line += rest
        used += wide
    return [*lines, line] if line else lines


def _balanced(phrases: list[tuple[str, float]], width: float) -> list[str]:
    """As few lines as greedy filling needs, with the blank at their ends spread as evenly as phrases allow."""
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]  # (lines, sum of squared blanks, start of the last line)
    for end in range(1, len(phrases) + 1):
        used, choices = 0.0, []
        for start in range(end - 1, -1, -1):
            used += phrases[start][1]
            if used > width and start < end - 1:
                break
            lines, blank, _ = best[start]
            choices.append((lines + 1, blank + (width - used) ** 2, start))
        best.append(min(choices))
    lines_found: list[str] = []
    end = len(phrases)
    while end:
        start = best[end][2]
        lines_found.append("".join(phrase for phrase, _ in phrases[start:end]))
        end = start
    return lines_found[::-1]


def wrap_phrases(text: str, width: float, measure: Callable[[str], float], *, balance: bool = True) -> list[str]:
    """The lines of ``text`` in a column of ``width``; ``measure`` gives the width of a text in the same unit.

    Lines break between phrases; only a phrase wider than the column is cut inside. Line ends in the text stay, an
    empty line is an empty string. No character is lost but spaces at the ends of lines. Balanced: the lines of a
    paragraph are made about equally long without adding one; else a line that would stay half empty takes what stands
    before a ・ of the next phrase.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if measure(paragraph) <= width:
            lines.append(paragraph.strip())
            continue
        phrases = [
            piece
            for phrase in split_phrases(paragraph)
            for piece in ([phrase] if measure(phrase) <= width else _pieces(phrase, width, measure))
        ]
        sized = [(piece, measure(piece)) for piece in phrases]
        lines += [line.strip() for line in (_balanced(sized, width) if balance else _fill(sized, width, measure))]
    return lines


def shorten(text: str, characters: int, ending: str = "…") -> str:
    """The first ``characters`` of a text with ``ending`` behind them, or the text itself where it is no longer."""
    if len(text) <= characters:
        return text
    at = characters
    while at > 1 and _combines(text[at]):
        at -= 1
    return text[:at].rstrip("、。 \n") + ending
