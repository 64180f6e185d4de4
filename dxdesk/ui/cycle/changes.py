"""What is different from the cycle before, and what the groups of the plan mean today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dxdesk.domain.asking import Asking
from dxdesk.store.queries.opening import Opening
from dxdesk.ui.cycle.rows import owners_of
from dxdesk.wording.cycle import NOT_ASKED, changed_departments, everybody


@dataclass(frozen=True)
class GroupCard:
    """A group of departments: its name, its size in words, one sentence, and (unit, its departments) where the plan
    does not say who belongs to it."""

    name: str
    size: str
    text: str
    units: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Difference:
    """A unit that is asked otherwise than last time, and how."""

    unit: str
    words: str


def group_cards(found: Opening, asking: Sequence[Asking], day: str) -> tuple[GroupCard, ...]:
    """The plan's groups that some unit names, with what they mean in a cycle that begins on ``day``."""
    by_unit = {each.unit: each for each in asking}
    named = {unit.id: {each.name for each in owners_of(found.plan, unit)} for unit in found.plan.units}
    order = {each.id: each.name for each in found.departments}
    cards = []
    for group in found.groups:
        units = [unit for unit in found.plan.units if group.name in named[unit.id]]
        if not units:
            continue
        if group.members == "all":
            size = f"{len(order)}課・{len(units)}取組"
            cards.append(GroupCard(group.name, size, everybody(day)))
        elif group.members is not None:
            members = [name for identity, name in order.items() if identity in group.members]
            cards.append(GroupCard(group.name, f"{len(members)}課・{len(units)}取組", "、".join(members)))
        else:
            lines = tuple(
                (f"{found.plan.numbers[unit.id]}  {unit.short_name or unit.name}", _count(by_unit[unit.id]))
                for unit in units
            )
            cards.append(GroupCard(group.name, f"取組ごと・{len(units)}取組", "", lines))
    return tuple(cards)


def _count(asking: Asking) -> str:
    if not asking.asked:
        return "―"
    return "仮" if asking.provisional else f"{asking.count}課"


def differences(found: Opening, asking: Sequence[Asking]) -> tuple[Difference, ...]:
    """What is asked otherwise than in the cycle before, in the plan's order."""
    if found.last is None:
        return ()
    result = []
    for each in asking:
        unit = found.plan.by_id[each.unit]
        before = set(found.asked.get(each.unit, ()))
        words = _difference(each, before)
        if words:
            result.append(Difference(f"{found.plan.numbers[unit.id]}  {unit.short_name or unit.name}", words))
    return tuple(result)


def moved_mains(found: Opening, asking: Sequence[Asking]) -> tuple[str, ...]:
    """The units of which a person made another department 主管 than was proposed, each in words, in the plan's
    order."""
    names = {each.id: each.name for each in found.departments}
    result = []
    for proposed, each in zip(found.asking, asking, strict=True):
        before, now = proposed.main, each.main
        if not each.asked or each.provisional or proposed.provisional or before == now or None in (before, now):
            continue
        unit = found.plan.by_id[each.unit]
        named = f"{found.plan.numbers[unit.id]} {unit.short_name or unit.name}"
        result.append(f"{named}（{names.get(before or '', '')} → {names[now or '']}）")
    return tuple(result)


def _difference(asking: Asking, before: set[str]) -> str:
    if not asking.asked:
        return NOT_ASKED[asking.rest == "done"] if before else ""
    if not before:
        return f"前回は照会していません。{asking.count}課に聞きます。" if asking.count else ""
    if asking.provisional and len(before) != asking.count:
        return f"前回の{len(before)}課を、決め直します。"
    if set(asking.parts) != before and asking.parts:
        return f"{changed_departments(len(before), asking.count)}。"
    return ""
