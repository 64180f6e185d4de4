"""What the next cycle is proposed to be called, and its days: the last ones again, a rhythm later."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dxdesk.domain.calendar import fiscal_year, fiscal_year_words, office_day_on_or_before
from dxdesk.domain.cycle_years import cycle_year, year_of_day
from dxdesk.domain.cycles import Cycle, CycleKind
from dxdesk.domain.text import fold

PER_YEAR: Final = 2
"""So many cycles a year where neither the plan nor the past says how many."""

ANSWER_DAYS: Final = 21
MEETING_DAYS: Final = 14
"""Of a first cycle: from 基準日 to the deadline, and from there to the meeting."""

_MONTH: Final = 30.4
"""Days of a month, on the whole."""


@dataclass(frozen=True)
class NextCycle:
    """A proposal; every value can be changed. ``meeting`` None where the last cycle had none."""

    name: str
    kind: CycleKind
    as_of: date
    due: date
    meeting: date | None


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the last day of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def next_meeting_day(day: date, per_year: int | None) -> date:
    """When a body that met on a day is proposed to meet again: a rhythm later, on an office day."""
    return office_day_on_or_before(months_later(day, max(1, 12 // (per_year or PER_YEAR))))


def told_day(said: Sequence[date], held: Sequence[date], today: date) -> date | None:
    """The day of the next meeting that was ``said`` at the end of the meetings of a cycle, the earliest where several
    were: behind all that it ``held`` and not over. None where there is none."""
    last = max(held, default=date.min)
    return min((each for each in said if each > last and each >= today), default=None)


def next_cycle(
    known: Sequence[Cycle],
    per_year: int | None,
    today: date,
    first_year: int | None = None,
    told: date | None = None,
    used_up: Collection[tuple[int, int]] = (),
) -> NextCycle:
    """The next cycle in the rhythm of a town: ``known`` are its cycles, oldest first, ``per_year`` how many the plan
    wants in a fiscal year (None: it does not say), ``first_year`` the fiscal year that it chose to begin with, ``told``
    the day of the next meeting as the last one told it, ``used_up`` the fiscal years and numbers by which further
    meetings are called already.

    The days are those of the cycle of that number a year ago, one year later; without one those of the last cycle a
    rhythm later. Where its deadline would be over they begin today. The name says the fiscal year of 基準日, or that
    whose results are gathered then; in the month of the cycle a year ago the year is counted as it was in that one. A
    year whose results are still gathered is not over. A deadline and a meeting fall on office days. The meeting is on
    the day that was told, and 基準日 and deadline lie as far before it as they would, by whole months.
    """
    if not known:
        return _first(today if first_year is None else months_later(today, 12 * (first_year - fiscal_year(today))))
    last = known[-1]
    in_year = [each for each in known if each.fiscal_year == last.fiscal_year]
    most = max(sum(each.fiscal_year == year for each in known) for year in {each.fiscal_year for each in known})
    wanted = per_year or max(PER_YEAR, most)
    year, number = last.fiscal_year, len(in_year) + 1
    if number > wanted:
        year, number = year + 1, 1
    year_ago = _year_ago(known, year, number)
    if year_of_day(year_ago.kind if year_ago else "interim", today) > year:
        year, number = fiscal_year(today), 1
        year_ago = _year_ago(known, year, number)
    model, months = (year_ago, 12) if year_ago else (last, max(1, 12 // wanted))
    as_of = months_later(model.as_of, months)
    due, meeting = months_later(model.due, months), months_later(model.meeting, months) if model.meeting else None
    if told is not None:
        as_of, due, meeting = _before(told, as_of, due, meeting)
    if due < today:
        later = today - as_of
        as_of, due, meeting = today, due + later, meeting + later if meeting else None
    due = max(as_of, office_day_on_or_before(due))
    meeting = told or (max(due, office_day_on_or_before(meeting)) if meeting else None)
    if told is not None and due > told:
        as_of, due = min(as_of, told), told
    if (said := _year_as_before(model, as_of)) != year:
        year = said
        number = 1 + sum(each.fiscal_year == year for each in known)
    return NextCycle(_free_name(known, year, number, used_up), model.kind, as_of, due, meeting)


def _year_ago(known: Sequence[Cycle], year: int, number: int) -> Cycle | None:
    """The cycle of a number in the fiscal year before."""
    earlier = [each for each in known if each.fiscal_year == year - 1]
    return earlier[number - 1] if len(earlier) >= number else None


def _year_as_before(model: Cycle, as_of: date) -> int:
    """The fiscal year of a cycle on a day in the month of its model: as far from that of the day as the year that the
    model is called by. On any other day the year of the day."""
    if as_of.month != model.as_of.month:
        return year_of_day(model.kind, as_of)
    return fiscal_year(as_of) + cycle_year(model.name, model.kind, model.as_of) - fiscal_year(model.as_of)


def _before(told: date, as_of: date, due: date, meeting: date | None) -> tuple[date, date, date]:
    """基準日 and deadline for a meeting on the day that was told, from those proposed for another."""
    apart = (meeting or due + timedelta(MEETING_DAYS)) - due
    months = round((told - due - apart).days / _MONTH)
    as_of, due = months_later(as_of, months), months_later(due, months)
    if due >= told:
        due = told - apart
    return min(as_of, due), due, told


def _first(as_of: date) -> NextCycle:
    due = office_day_on_or_before(as_of + timedelta(ANSWER_DAYS))
    meeting = office_day_on_or_before(due + timedelta(MEETING_DAYS))
    return NextCycle(f"{fiscal_year_words(fiscal_year(as_of))} 第1回", "interim", as_of, due, meeting)


def _free_name(known: Sequence[Cycle], year: int, number: int, used_up: Collection[tuple[int, int]]) -> str:
    taken = {fold(each.name) for each in known}
    while fold(name := f"{fiscal_year_words(year)} 第{number}回") in taken or (year, number) in used_up:
        number += 1
    return name
