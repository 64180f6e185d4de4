"""The ways in which 取組一覧 puts units together: by axis, by who carries them, by status, national item or tag."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dxdesk.documents.reference import national_names
from dxdesk.domain.plans import Node
from dxdesk.domain.statuses import STATUSES, Status
from dxdesk.store.queries.initiatives import Initiatives

Grouping = str
"""``axis``, ``owner``, ``status``, ``national``, or ``tag:`` and the key of a second classification."""

NOBODY: Final = "計画に記載なし"
NO_NATIONAL_ITEM: Final = "国の重点事項に対応なし"
NO_TAG: Final = "タグなし"
UNCONFIRMED: Final = "案"
_TAG: Final = "tag:"
_EVERY_STATUS: Final[tuple[Status, ...]] = (*STATUSES, "elsewhere")


@dataclass(frozen=True)
class Group:
    """Units under one head; ``key`` is unique among the groups, ``draft`` says that a person has yet to confirm it."""

    key: str
    name: str
    units: tuple[Node, ...]
    status: Status | None = None
    draft: bool = False


def axis_word(source: Initiatives) -> str:
    """What the plan calls its axes, without what it adds in brackets: 目線, 方針, MEGO."""
    name = next((level.name for level in source.plan.levels if level.role == "axis"), "")
    return name.partition("（")[0] or "軸"


def groupings(source: Initiatives) -> dict[Grouping, str]:
    """The ways that this plan offers, with their words."""
    found: dict[Grouping, str] = {"axis": axis_word(source), "owner": "実施主体", "status": "状況"}
    if source.plan.crosswalk:
        found["national"] = "国の重点事項"
    used = {tag.scheme for node in source.plan.nodes for tag in node.tags}
    return found | {f"{_TAG}{each.key}": each.name for each in source.plan.schemes if each.known and each.key in used}


def groups(source: Initiatives, by: Grouping) -> tuple[Group, ...]:
    """The groups that hold at least one unit, in their order; a unit stands in each that it belongs to."""
    if by == "status":
        found = _by_status(source)
    elif by == "national":
        found = _by_national_item(source)
    elif by.startswith(_TAG):
        found = _by_tag(source, by.removeprefix(_TAG))
    else:
        found = _by_owner(source)
    return tuple(each for each in found if each.units)


def _by_status(source: Initiatives) -> list[Group]:
    units = source.plan.units
    return [
        Group(
            each, source.settings.status_word(each), tuple(u for u in units if source.cards[u.id].status == each), each
        )
        for each in _EVERY_STATUS
    ]


def _by_owner(source: Initiatives) -> list[Group]:
    """Departments in 建制順, then the plan's groups of departments, then whoever else it names."""
    found: dict[str, list[Node]] = {each.name: [] for each in source.departments}
    found |= {each.name: [] for each in source.plan.groups}
    nobody: list[Node] = []
    for unit in source.plan.units:
        provisional = unit.id in source.provisional
        asked = () if provisional else source.cards[unit.id].departments
        names = dict.fromkeys(owner.name for owner in unit.owners) or dict.fromkeys(asked)
        for name in names:
            found.setdefault(name, []).append(unit)
        if not names:
            nobody.append(unit)
    return [*_named(found), Group("", NOBODY, tuple(nobody))]


def _by_national_item(source: Initiatives) -> list[Group]:
    """The items of the version that the plan was matched against, in their order."""
    names = national_names()
    found: dict[str, list[Node]] = {code: [] for code in names}
    drafts: set[str] = set()
    matched = [each for each in source.plan.crosswalk if each.version == source.plan.national_version]
    for unit in source.plan.units:
        for each in matched:
            if each.node == unit.id and unit not in found.setdefault(each.item, []):
                found[each.item].append(unit)
                drafts |= set() if each.confirmed else {each.item}
    known = {unit.id for units in found.values() for unit in units}
    rest = tuple(unit for unit in source.plan.units if unit.id not in known)
    heads = {code: f"{code} {names[code]}" if code in names else code for code in found}
    return [*_named(found, heads, drafts), Group("", NO_NATIONAL_ITEM, rest)]


def _by_tag(source: Initiatives, key: str) -> list[Group]:
    """The values of a classification in its order; tags of the nodes above count for a unit too."""
    scheme = next((each for each in source.plan.schemes if each.key == key), None)
    heads = {each.value: each.text or each.value for each in scheme.values} if scheme else {}
    found: dict[str, list[Node]] = {value: [] for value in heads}
    drafts: set[str] = set()
    rest = []
    for unit in source.plan.units:
        own = [tag for node in (*source.plan.path(unit), unit) for tag in node.tags if tag.scheme == key]
        for value in dict.fromkeys(tag.value for tag in own):
            found.setdefault(value, []).append(unit)
        drafts |= {tag.value for tag in own if not tag.confirmed}
        if not own:
            rest.append(unit)
    return [*_named(found, heads, drafts), Group("", NO_TAG, tuple(rest))]


def _named(
    found: Mapping[str, Iterable[Node]], heads: Mapping[str, str] | None = None, drafts: Iterable[str] = ()
) -> list[Group]:
    unsure = set(drafts)
    return [Group(key, (heads or {}).get(key, key), tuple(units), draft=key in unsure) for key, units in found.items()]
