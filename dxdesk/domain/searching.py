"""Searching in Japanese: copies of texts in which everything that people write in several ways is written alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dxdesk.domain.permissions import ActorRole

_HYPHENS: Final = frozenset("‐‑‒–—―−-")
_SOUND_MARKS: Final = frozenset("ﾞﾟ゛゜")
_SMALL: Final = str.maketrans("ぁぃぅぇぉゃゅょっゎゕゖ", "あいうえおやゆよつわかけ")
_LETTERS: Final = str.maketrans("髙﨑𠮷濵德邉邊齋齊槗", "高崎吉浜徳辺辺斎斉橋")
"""Letters of names as people type them who look for the name."""
_V: Final = {"ゔぁ": "ば", "ゔぃ": "び", "ゔぇ": "べ", "ゔぉ": "ぼ", "ゔゅ": "びゆ", "ゔ": "ぶ"}
_SMALL_AFTER_V: Final = frozenset("ァィェォュぁぃぇぉゅｧｨｪｫｭ")
_LONG: Final = frozenset("ーｰ")


@dataclass(frozen=True)
class Levelled:
    """``text`` is the copy for comparing; character n of it comes from ``places[n]``, (start, end) in the original."""

    text: str
    places: tuple[tuple[int, int], ...]


def is_katakana(character: str) -> bool:
    """Whether a character is katakana or their long mark, in any width."""
    return "ァ" <= character <= "ー" or "ｦ" <= character <= "ﾟ"


def _is_hiragana(character: str) -> bool:
    return "ぁ" <= character <= "ゖ"


@lru_cache(maxsize=8_192)
def _level_cluster(cluster: str) -> str:
    levelled = unicodedata.normalize("NFKC", cluster).casefold().translate(_LETTERS)
    kana = "".join(chr(ord(each) - 0x60) if "ァ" <= each <= "ヶ" else each for each in levelled)
    kana = "".join("-" if each in _HYPHENS else each for each in kana if not each.isspace())
    return _V.get(kana, kana).translate(_SMALL)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """The characters with the marks that belong to them."""
    start, size = 0, len(text)
    while start < size:
        end = start + 1
        while end < size and (text[end] in _SOUND_MARKS or unicodedata.combining(text[end])):
            end += 1
        if end < size and text[end] in _SMALL_AFTER_V and unicodedata.normalize("NFKC", text[start:end]) in "ヴゔ":
            end += 1
        yield start, end
        start = end


@lru_cache(maxsize=4_096)
def levelled(text: str) -> Levelled:
    """The copy of a text for comparing.

    Width, case, hiragana and katakana, small and large kana, ヴ and ブ, forms of letters and hyphens do not matter, nor
    do spaces. ー at the end of a word is left out (サーバー, サーバ), after anything but kana it is a hyphen.
    """
    found: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end in _clusters(text):
        cluster = text[start:end]
        if cluster in _LONG:
            before, after = text[start - 1 : start], text[end : end + 1]
            kana = next((script for script in (is_katakana, _is_hiragana) if before and script(before)), None)
            if kana and places and not (after and kana(after)):
                places[-1] = (places[-1][0], end)
                continue
            alike = "ー" if kana else "-"
        else:
            alike = _level_cluster(cluster)
        found.append(alike)
        places += [(start, end)] * len(alike)
    return Levelled("".join(found), tuple(places))


def level(text: str) -> str:
    """The copy of a text for comparing, without the way back."""
    return levelled(text).text


def wanted(typed: str) -> tuple[str, ...]:
    """The words typed, levelled; every one of them has to be found."""
    return tuple(word for word in map(level, typed.split()) if word)


def spans(text: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Where the words typed stand in a text: (start, end), in order, touching ones as one."""
    copy = levelled(text)
    found: list[tuple[int, int]] = []
    for word in wanted(typed):
        at = copy.text.find(word)
        while at >= 0:
            found.append((copy.places[at][0], copy.places[at + len(word) - 1][1]))
            at = copy.text.find(word, at + len(word))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def may_find(role: ActorRole, *, accepted: bool | None, public: bool) -> bool:
    """Whether a role finds a text: what nobody has accepted and what is 非公開 are for the secretariat alone."""
    return role == "secretariat" or (accepted is not False and public)
