"""Which fiscal year a cycle is of: by it the answers are lined up, counted and asked about the next year."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Final

from dxdesk.domain.calendar import ERAS, fiscal_year
from dxdesk.domain.cycles import CycleKind

SETTLING: Final = (4, 5)
"""Months after the end of a fiscal year in which its results are still gathered and its accounts closed."""

_ERA_YEAR: Final = re.compile(r"(令和|平成|昭和|[RHS])\s*(\d{1,2}|元)\s*年度", re.IGNORECASE)
_WESTERN_YEAR: Final = re.compile(r"(?<!\d)(\d{4})\s*年度")


def year_in(name: str) -> int | None:
    """The fiscal year that the name of a cycle says (令和7年度 第1回, R7年度, 2025年度: 2025); None where it says
    none."""
    levelled = unicodedata.normalize("NFKC", name)
    if found := _ERA_YEAR.search(levelled):
        era = next(each for each in ERAS if found[1].upper() in (each.name, each.letter))
        return era.first_day.year - 1 + (1 if found[2] == "元" else int(found[2]))
    found = _WESTERN_YEAR.search(levelled)
    return int(found[1]) if found else None


def year_of_day(kind: CycleKind, as_of: date) -> int:
    """The fiscal year of a cycle by its 基準日: the year this day lies in, and for the results of a year that are
    gathered in SETTLING the year that has just ended."""
    year = fiscal_year(as_of)
    return year - 1 if kind == "result" and as_of.month in SETTLING else year


def cycle_year(name: str, kind: CycleKind, as_of: date) -> int:
    """The fiscal year of a cycle: what its name says, where that is the year of 基準日 or one beside it; else that of
    its 基準日."""
    said = year_in(name)
    return said if said is not None and abs(said - fiscal_year(as_of)) <= 1 else year_of_day(kind, as_of)
