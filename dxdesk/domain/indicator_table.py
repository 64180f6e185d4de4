"""指標一覧: the indicators of a plan with their targets, what was reported, and how much of the target it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from dxdesk.domain.board import Board, Card
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plan_parts import Indicator, Target
from dxdesk.domain.plans import Plan
from dxdesk.domain.replies import Reading
from dxdesk.domain.settings import Settings

MOST_TARGETS: Final = 5
"""Columns of targets a paper has room for."""

_NUMBER: Final = re.compile(r"[-+]?[0-9][0-9,]{0,15}(\.[0-9]{1,9})?", re.ASCII)
_RECKONED: Final = ("number", "rate", "total")


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator of a unit, or of a part of the plan above units (``card`` None).

    ``reading`` is what was reported in this cycle, ``before`` what was last reported earlier; ``target`` the one this
    cycle is measured against and ``percent`` how much of it was reached, None where that cannot be reckoned.
    """

    group: str
    card: Card | None
    indicator: Indicator
    owners: str
    reading: Reading | None
    before: Reading | None
    target: Target | None
    percent: int | None


@dataclass(frozen=True)
class IndicatorTable:
    """Everything 指標一覧 shows; ``years`` are those that get a column of targets, ``open_target`` whether there are
    targets of no year."""

    board: Board
    plan: Plan
    settings: Settings
    fiscal_year: int
    years: tuple[int, ...]
    open_target: bool
    rows: tuple[IndicatorRow, ...]


def number_of(text: str | None) -> Decimal | None:
    """The number of a value; None for words, spans and several values."""
    return Decimal(text.replace(",", "")) if text and _NUMBER.fullmatch(text) else None


def measured_against(indicator: Indicator, fiscal_year: int) -> Target | None:
    """The target of this fiscal year, else the next one to come, else the last there is."""
    dated = sorted((each for each in indicator.targets if each.year is not None), key=lambda each: each.year or 0)
    ahead = [each for each in dated if (each.year or 0) >= fiscal_year]
    free = [each for each in indicator.targets if each.year is None]
    return next(iter([*ahead, *free, *reversed(dated)]), None)


def reached(indicator: Indicator, value: str | None, target: str | None) -> int | None:
    """達成率 in whole percent; None for words, and where nothing can be divided by.

    Of what shall grow or stay it is the value against the target. Of what shall shrink it is the part of the way from
    the baseline to the target, without a baseline the target against the value.
    """
    now, wanted = number_of(value), number_of(target)
    if indicator.kind not in _RECKONED or now is None or wanted is None:
        return None
    part, whole = now, wanted
    if indicator.direction == "down":
        start = number_of(indicator.baseline.value if indicator.baseline else None)
        if start is None:
            part, whole = wanted, now
        else:
            part, whole = start - now, start - wanted
    if not whole:
        return None
    return int((100 * part / whole).quantize(Decimal(1), ROUND_HALF_UP))


def indicator_table(
    plan: Plan,
    board: Board,
    settings: Settings,
    cycle: Cycle,
    told: Sequence[tuple[Cycle, Mapping[str, UnitView]]],
) -> IndicatorTable:
    """The indicators of a plan; ``told`` are the cycles up to this one, oldest first, with what they say of units."""
    cards = {card.unit: card for card in board.cards}
    rows = []
    for node in plan.walk():
        card = cards.get(node.id)
        name = f"{card.number}　{node.name}" if card else node.name
        owners = "・".join(card.main_first) if card else "・".join(owner.name for owner in node.owners)
        for indicator in node.indicators:
            said = [_reading(views.get(node.id), indicator) for _, views in told]
            now = said[-1] if said else None
            target = measured_against(indicator, cycle.fiscal_year)
            percent = reached(indicator, now.value if now else None, target.value if target else None)
            before = next((each for each in reversed(said[:-1]) if each is not None), None)
            rows.append(IndicatorRow(name, card, indicator, owners, now, before, target, percent))
    targets = [target for row in rows for target in row.indicator.targets]
    return IndicatorTable(
        board,
        plan,
        settings,
        cycle.fiscal_year,
        _shown({target.year for target in targets if target.year is not None}, cycle.fiscal_year),
        any(target.year is None for target in targets),
        tuple(rows),
    )


def _shown(years: set[int], this_year: int) -> tuple[int, ...]:
    """The years with a column: at most five, the last of all and those from this year on before earlier ones."""
    ordered = sorted(years)
    if len(ordered) <= MOST_TARGETS:
        return tuple(ordered)
    wanted = [ordered[-1], *(year for year in ordered if year >= this_year)]
    wanted += sorted((year for year in ordered if year < this_year), reverse=True)
    return tuple(sorted(list(dict.fromkeys(wanted))[:MOST_TARGETS]))


def _reading(view: UnitView | None, indicator: Indicator) -> Reading | None:
    answer = view.counted.answer if view and view.counted else None
    found = [each for each in answer.indicators if each.id == indicator.id] if answer else []
    return found[-1] if found else None
