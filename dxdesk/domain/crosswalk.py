"""国の重点取組事項との対応: which units answer to which item of the national plan, and where there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dxdesk.domain.board import Board, Card
from dxdesk.domain.plan_lists import Crosswalk
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings

OWN: Final = "X"
"""The code of what a town does of its own accord."""


@dataclass(frozen=True)
class NationalItem:
    """An item of the national plan as one of its versions has it: its code, its number there, the key of its category
    (priority, along, optional, system, own)."""

    code: str
    number: int
    name: str
    short_name: str
    category: str


@dataclass(frozen=True)
class NationalVersion:
    """A version of the national plan: 2.3, 第2.3版, the day or month (ISO) of its publication (empty: not known)."""

    version: str
    name: str
    day: str
    items: tuple[NationalItem, ...]


@dataclass(frozen=True)
class NationalPlan:
    """The versions of the national plan in their order, and all items it ever had."""

    versions: tuple[NationalVersion, ...]
    items: tuple[NationalItem, ...]

    def version(self, wanted: str) -> NationalVersion:
        """A version; one that is not known here has all items."""
        found = next((each for each in self.versions if each.version == wanted), None)
        everything = tuple(each for each in self.items if each.code != OWN)
        return found or NationalVersion(wanted, f"第{wanted}版", "", everything)

    def since(self, code: str) -> str:
        """The name of the version that brought an item; empty where none has it."""
        found = (each.name for each in self.versions if any(item.code == code for item in each.items))
        return next(found, "")


@dataclass(frozen=True)
class MatchedUnit:
    """A unit that answers to an item; ``confirmed`` False: nobody has confirmed it yet."""

    number: str
    card: Card
    confirmed: bool


@dataclass(frozen=True)
class CrosswalkRow:
    """An item with the units for which it is the main one, and those that touch it; ``since`` is the name of the
    version that brought it where that is a later one than the table's."""

    item: NationalItem
    main: tuple[MatchedUnit, ...]
    related: tuple[MatchedUnit, ...]
    since: str = ""


@dataclass(frozen=True)
class CrosswalkTable:
    """Everything 国の項目との対応表 shows. ``own`` are the units that answer to no national item, ``silent`` those of
    which nothing is said."""

    board: Board
    plan: Plan
    settings: Settings
    version: NationalVersion
    rows: tuple[CrosswalkRow, ...]
    own: tuple[MatchedUnit, ...]
    silent: tuple[Card, ...]

    @property
    def matched(self) -> bool:
        """Whether the plan says anything about the national items."""
        return bool(self.plan.crosswalk)

    @property
    def with_main(self) -> tuple[CrosswalkRow, ...]:
        """Items that are somebody's main one."""
        return tuple(row for row in self.rows if row.main)

    @property
    def only_related(self) -> tuple[CrosswalkRow, ...]:
        """Items that are only touched."""
        return tuple(row for row in self.rows if row.related and not row.main)

    @property
    def gaps(self) -> tuple[CrosswalkRow, ...]:
        """Items nobody works on."""
        return tuple(row for row in self.rows if not row.main and not row.related)

    @property
    def _shown(self) -> tuple[MatchedUnit, ...]:
        return (*(each for row in self.rows for each in (*row.main, *row.related)), *self.own)

    @property
    def confirmed(self) -> bool:
        """Whether somebody has confirmed every match."""
        return all(each.confirmed for each in self._shown)

    @property
    def draft(self) -> bool:
        """Whether nobody has confirmed any match: the table as a whole is a draft."""
        return bool(self._shown) and not any(each.confirmed for each in self._shown)


def national_plan_from(record: Mapping[str, Any]) -> NationalPlan:
    """The national plan from its reference data."""
    known = {each["code"]: each for each in record["items"]}

    def item(each: Mapping[str, Any], number: int) -> NationalItem:
        about = known[each["code"]]
        return NationalItem(each["code"], number, each["name"], about["short_name"], about["category"])

    versions = tuple(
        NationalVersion(
            each["version"], each["name"], each["date"] or "", tuple(item(one, one["number"]) for one in each["items"])
        )
        for each in record["versions"]
    )
    return NationalPlan(versions, tuple(item(each, 0) for each in record["items"]))


def crosswalk_of(plan: Plan, board: Board, settings: Settings, national: NationalPlan) -> CrosswalkTable:
    """The table of a plan against the national version it names, else the latest one its matches name.

    An item that only a later version has is shown where a unit answers to it. What is said of a part of a unit is said
    of the unit.
    """
    version = national.version(plan.national_version or _latest(plan, national))
    usual = {each.code for each in version.items}
    meant = [each for each in plan.crosswalk if each.version == version.version or each.item not in usual]
    named = {each.item for each in meant}
    later = tuple(each for each in national.items if each.code in named - usual - {OWN})
    categories = list(dict.fromkeys(each.category for each in national.items))
    items = sorted((*version.items, *later), key=lambda each: (categories.index(each.category), each.number or 99))
    place = _Places(plan, board)
    rows = []
    for each in items:
        main, related = place.matched(each.code, meant)
        since = "" if each.code in usual else national.since(each.code)
        rows.append(CrosswalkRow(each, main, related, since))
    own = place.matched(OWN, meant)
    said = {unit for each in plan.crosswalk for unit in place.units(each.node)}
    silent = tuple(each for unit, each in place.cards.items() if unit not in said)
    return CrosswalkTable(board, plan, settings, version, tuple(rows), (*own[0], *own[1]), silent)


def _latest(plan: Plan, national: NationalPlan) -> str:
    """The latest version that a plan's matches name; one that is not known here is taken for later than those known."""
    known = [each.version for each in national.versions]
    named = sorted({each.version for each in plan.crosswalk})
    return max(named, key=lambda each: known.index(each) if each in known else len(known), default="")


class _Places:
    """Which units a match is about."""

    def __init__(self, plan: Plan, board: Board) -> None:
        self._plan = plan
        self.cards = {card.unit: card for card in board.cards}

    def units(self, node: str) -> tuple[str, ...]:
        """The unit a node is or belongs to; of a node above units all those below it."""
        found = self._plan.by_id.get(node)
        if found is None:
            return ()
        above = [each.id for each in (found, *self._plan.path(found)) if each.id in self.cards]
        return tuple(above) or tuple(each.id for each in self._plan.walk(node) if each.id in self.cards)

    def matched(
        self, item: str, matches: Sequence[Crosswalk]
    ) -> tuple[tuple[MatchedUnit, ...], tuple[MatchedUnit, ...]]:
        """The units for which an item is the main one, and the others that touch it, in the plan's order."""
        main: dict[str, bool] = {}
        related: dict[str, bool] = {}
        for each in matches:
            if each.item == item:
                into = main if each.weight == "primary" else related
                for unit in self.units(each.node):
                    into[unit] = into.get(unit, True) and each.confirmed
        return self._listed(main), self._listed({unit: sure for unit, sure in related.items() if unit not in main})

    def _listed(self, found: Mapping[str, bool]) -> tuple[MatchedUnit, ...]:
        return tuple(MatchedUnit(card.number, card, found[unit]) for unit, card in self.cards.items() if unit in found)
