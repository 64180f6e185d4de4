"""Fiscal years, eras and written dates. Days are plain local dates; moments are UTC with offset."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

import jpholiday

from dxdesk.domain.errors import Problem

WEEKDAYS: Final = "月火水木金土日"

Years = Literal["era", "both", "western"]
"""How a year is written: 令和7年, 令和7年（2025年）, 2025年."""


@dataclass(frozen=True)
class Era:
    """An era: its first day, name, and the letter used in short dates."""

    first_day: date
    name: str
    letter: str


ERAS: Final[tuple[Era, ...]] = (
    Era(date(2019, 5, 1), "令和", "R"),
    Era(date(1989, 1, 8), "平成", "H"),
    Era(date(1926, 12, 25), "昭和", "S"),
)

ACCEPTED_FORMS: Final = ("R7.2.13", "令和7年2月13日", "7/2/13", "2025-02-13", "2025/2/13", "2/13")


def fiscal_year(day: date) -> int:
    """The calendar year in which the day's fiscal year (April to March) begins."""
    return day.year if day.month >= 4 else day.year - 1


def era_year(day: date) -> tuple[Era, int]:
    """The era of a day and its year in it; raises Problem before the oldest era of the table."""
    for era in ERAS:
        if day >= era.first_day:
            return era, day.year - era.first_day.year + 1
    raise Problem("date.too_early", values={"text": day.isoformat()})


def _number(year: int) -> str:
    return "元" if year == 1 else str(year)


def fiscal_year_words(year: int, years: Years = "era") -> str:
    """令和6年度 for 2024, in western years 2024年度; with both the era alone, as heads of columns are narrow.

    The era is that in which most of the fiscal year lies: 令和元年度 is 2019.
    """
    if years == "western":
        return f"{year}年度"
    era, number = era_year(date(year, 10, 1))
    return f"{era.name}{_number(number)}年度"


def fiscal_year_short(year: int) -> str:
    """R6 for 2024."""
    era, number = era_year(date(year, 10, 1))
    return f"{era.letter}{number}"


def _year_words(day: date, years: Years) -> str:
    if years == "western":
        return f"{day.year}年"
    era, number = era_year(day)
    return f"{era.name}{_number(number)}年" + (f"（{day.year}年）" if years == "both" else "")


def long_date(day: date, years: Years = "era") -> str:
    """令和7年2月13日（木）"""
    return f"{plain_date(day, years)}（{WEEKDAYS[day.weekday()]}）"


def plain_date(day: date, years: Years = "era") -> str:
    """令和7年2月13日"""
    return f"{_year_words(day, years)}{day.month}月{day.day}日"


def short_date(day: date) -> str:
    """2月13日（木）"""
    return f"{day.month}月{day.day}日（{WEEKDAYS[day.weekday()]}）"


def short_date_beside(day: date, beside: date) -> str:
    """2月13日（木）, and with its year, 令和8年2月13日（金）, where that is another than that of the day ``beside``."""
    return short_date(day) if day.year == beside.year else long_date(day)


def table_date(day: date, years: Years = "era") -> str:
    """R7.2.13, the form used in tables; in western years 2025.2.13."""
    if years == "western":
        return f"{day.year}.{day.month}.{day.day}"
    era, number = era_year(day)
    return f"{era.letter}{number}.{day.month}.{day.day}"


def clock_words(time: str) -> str:
    """午後1時30分 for ``13:30``; 正午 stays 午後0時."""
    hour, minute = (int(part) for part in time.split(":"))
    half = "午前" if hour < 12 else "午後"
    return f"{half}{hour % 12}時" + (f"{minute}分" if minute else "")


_CLOCK = re.compile(r"(午前|午後)?(\d{1,2})(?::|時)(?:(\d{1,2})分?|(半))?")
_CLOCK_DIGITS = re.compile(r"()(\d{1,2})(\d{2})()")


def parse_clock(text: str, place: str = "") -> str:
    """A time of day as ``HH:MM``, read from 15:00, 15時, 15時30分, 3時半, 午後3時 or 1500, in any width.

    Raises Problem (meeting.time).
    """
    bare = "".join(unicodedata.normalize("NFKC", text).split())
    found = _CLOCK.fullmatch(bare) or _CLOCK_DIGITS.fullmatch(bare)
    if found is None or (bare.endswith(":") or (":" in bare and len(found[3] or "") != 2)):
        raise Problem("meeting.time", place, {"text": text})
    hour, minute = int(found[2]), 30 if found[4] else int(found[3] or 0)
    if hour > (12 if found[1] else 23) or minute > 59:
        raise Problem("meeting.time", place, {"text": text})
    if found[1]:
        hour = hour % 12 + (12 if found[1] == "午後" else 0)
    return f"{hour:02}:{minute:02}"


def moment_words(moment: str) -> str:
    """令和7年2月13日 15:04 for an ISO moment, in the zone of this computer."""
    local = datetime.fromisoformat(moment).astimezone()
    return f"{plain_date(local.date())} {local:%H:%M}"


_WESTERN = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_ERA_LETTER = re.compile(r"([RHS])(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_ERA_NAME = re.compile(r"(令和|平成|昭和)(\d{1,2}|元)年(\d{1,2})月(\d{1,2})日")
_ERA_NAME_SHORT = re.compile(r"(令和|平成|昭和)(\d{1,2}|元)[-/.](\d{1,2})[-/.](\d{1,2})")
_BARE_ERA = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{1,2})")
_MONTH_DAY = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?")


def _day(year: int, month: int, day: int, text: str, place: str) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise Problem("date.no_such_day", place, {"text": text}) from None
    if found < ERAS[-1].first_day:
        raise Problem("date.too_early", place, {"text": text})
    return found


def _era_date(era: Era, number: str, month: str, day: str, text: str, place: str) -> date:
    year = era.first_day.year - 1 + (1 if number == "元" else int(number))
    found = _day(year, int(month), int(day), text, place)
    if era_year(found)[0] != era:
        raise Problem("date.not_in_era", place, {"text": text, "era": era.name})
    return found


def _nearest_day(month: int, day: int, today: date, text: str, place: str) -> date:
    """Such a day of this year, the last or the next: the one nearest to today."""
    found: list[date] = []
    for year in (today.year - 1, today.year, today.year + 1):
        with suppress(ValueError):
            found.append(date(year, month, day))
    if not found:
        raise Problem("date.no_such_day", place, {"text": text})
    return min(found, key=lambda each: abs(each - today))


def parse_date(text: str, place: str = "", *, today: date | None = None) -> date:
    """A day written in any of ACCEPTED_FORMS, full-width or half-width, with or without the weekday.

    A two-digit year is a year of the current era. Month and day alone mean such a day nearest to ``today``, before
    or after it. Raises Problem naming the forms that are taken.
    """
    levelled = unicodedata.normalize("NFKC", text).replace(" ", "")
    levelled = re.sub(r"\([月火水木金土日]\)$", "", levelled)
    if match := _WESTERN.fullmatch(levelled):
        year, month, day = (int(part) for part in match.groups())
        return _day(year, month, day, text, place)
    if match := _ERA_LETTER.fullmatch(levelled.upper()):
        era = next(era for era in ERAS if era.letter == match[1])
        return _era_date(era, match[2], match[3], match[4], text, place)
    if match := _ERA_NAME.fullmatch(levelled) or _ERA_NAME_SHORT.fullmatch(levelled):
        era = next(era for era in ERAS if era.name == match[1])
        return _era_date(era, match[2], match[3], match[4], text, place)
    if match := _BARE_ERA.fullmatch(levelled):
        return _era_date(ERAS[0], match[1], match[2], match[3], text, place)
    if (match := _MONTH_DAY.fullmatch(levelled)) and today is not None:
        return _nearest_day(int(match[1]), int(match[2]), today, text, place)
    raise Problem("date.form", place, {"text": text, "forms": "、".join(ACCEPTED_FORMS)})


def is_office_day(day: date) -> bool:
    """Whether the town hall is open: not a weekend, a national holiday, or 29 December to 3 January."""
    year_end = (day.month == 12 and day.day >= 29) or (day.month == 1 and day.day <= 3)
    return day.weekday() < 5 and not year_end and not jpholiday.is_holiday(day)


def office_day_on_or_before(day: date) -> date:
    """The day itself, or the last office day before it."""
    while not is_office_day(day):
        day -= timedelta(days=1)
    return day
