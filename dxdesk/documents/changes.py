"""What differs between two versions of a text, phrase by phrase, as underlined pieces."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from dxdesk.documents.text_style import Span
from dxdesk.phrases import split_phrases

_ENDING = re.compile(r"[ぁ-ん、。，．]*\Z")


def _pieces(text: str) -> list[str]:
    """Phrases and line ends."""
    found: list[str] = []
    for at, line in enumerate(text.split("\n")):
        if at:
            found.append("\n")
        found += split_phrases(line)
    return found


def _common_ending(new: str, old: str) -> int:
    """How many kana and marks at the end both have behind their last other character, such as the で of 16業務で and
    9業務で; none where only a part of them is the same: the す。 of 直します。 and 予定です。 is no word."""
    ending, before = (_ENDING.search(text)[0] for text in (new, old))  # type: ignore[index]
    return len(ending) if ending == before else 0


def _common_beginning(new: str, old: str) -> int:
    """How many characters stay where one of two phrases only goes on from the other: オンライン化 of
    オンライン化と検証; none inside a number or a word of Latin letters."""
    short, long = sorted((new, old), key=len)
    if not short or not long.startswith(short):
        return 0
    inside = len(long) > len(short) and all(each.isascii() and each.isalnum() for each in (short[-1], long[len(short)]))
    return 0 if inside else len(short)


def changed(new: str, old: str) -> tuple[Span, ...]:
    """The new text with the phrases underlined that the old one does not have there."""
    after, before = _pieces(new), _pieces(old)
    found: list[Span] = []

    def add(text: str, *, underline: bool) -> None:
        if not text:
            return
        if found and found[-1].underline == underline:
            found[-1] = Span(found[-1].text + text, underline=underline)
        else:
            found.append(Span(text, underline=underline))

    for kind, old_start, old_end, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        text = "".join(after[start:end])
        if kind == "equal":
            add(text, underline=False)
            continue
        was = "".join(before[old_start:old_end])
        head = _common_beginning(text, was)
        tail = _common_ending(text, was) if kind == "replace" and not head else 0
        add(text[:head], underline=False)
        add(text[head : len(text) - tail], underline=True)
        add(text[len(text) - tail :], underline=False)
    return tuple(found)
