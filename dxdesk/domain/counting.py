"""Which 第n回 a cycle and a meeting are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting

_NUMBERED: Final = re.compile(r"第\s*([0-9０-９]+|[一二三四五六七八九十]+)\s*回")
_KANJI: Final = "〇一二三四五六七八九"


def _value(words: str) -> int:
    """12 for 12, １２ and 十二."""
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    return (10 * (_KANJI.find(tens) if tens else 1) if ten else 0) + (_KANJI.find(ones) if ones else 0)


def number_in(name: str) -> int | None:
    """The 第n回 that a name says, in digits or 漢数字; None where it says none."""
    found = _NUMBERED.search(name)
    return _value(found[1]) if found else None


def cycle_number(cycle: Cycle, cycles: Sequence[Cycle]) -> int:
    """The 第n回 that a cycle's name says; else its place among ``cycles`` of its fiscal year."""
    said = number_in(cycle.name)
    if said is None:
        return [each.id for each in cycles if each.fiscal_year == cycle.fiscal_year].index(cycle.id) + 1
    return said


def numbers_used_up(meetings: Sequence[Meeting], cycles: Sequence[Cycle]) -> frozenset[tuple[int, int]]:
    """Fiscal year and number of the ``meetings`` that go on counting behind the 第n回 of their cycle."""
    known = {each.id: each for each in cycles if number_in(each.name) is not None}
    found = [(known[each.cycle].fiscal_year, number_in(each.ordinal)) for each in meetings if each.cycle in known]
    return frozenset((year, number) for year, number in found if number is not None)


def ordinals(meetings: Sequence[Meeting], names: Mapping[str, str]) -> dict[str, str]:
    """Which meeting of its body each (id) is, where that is not the name of its cycle; ``names`` are those by cycle.

    A body's first meeting on a cycle is called as the cycle: 令和6年度第2回. Every further one, and one whose number
    the body has used up, has the number after the body's last: 令和6年度第3回. What stands before the number says how
    far it counts: within 令和6年度, or on and on where it names no year. Where the name of a cycle has no number,
    further meetings count within it: 令和7年度上期第2回. ``meetings`` of one day count as they stand.
    """
    found: dict[str, str] = {}
    last: Counter[tuple[str, str]] = Counter()
    for each in sorted(meetings, key=lambda each: each.day):
        name = "".join(names[each.cycle].split())
        said = _NUMBERED.search(name)
        before, after = (name[: said.start()], name[said.end() :]) if said else (name, "")
        series = (each.body, before if said else each.cycle)
        last[series] = max(last[series] + 1, _value(said[1]) if said else 1)
        if last[series] != (_value(said[1]) if said else 1):
            found[each.id] = f"{before}第{last[series]}回{after}"
    return found
