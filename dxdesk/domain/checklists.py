"""Checklists: the town's items, and the rows that follow from what a department or a unit has to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from dxdesk.domain.board import Card
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.replies import Answer
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import as_status

MarkKind = Literal["check", "task"]
HeadDay = Literal["due", "meeting", "open", "basis"]
Keeper = Literal["department", "secretariat"]


@dataclass(frozen=True)
class CheckItem:
    """One row: the section it stands in, what is checked, where to look it up (None for nothing), who does it (empty
    to fill in by hand)."""

    section: str
    text: str
    reference: str | None
    owner: str = ""


@dataclass(frozen=True)
class Checklist:
    """A form with its items. ``mark`` check has ○ × －, task has 済, 期限 and 担当.

    ``subject`` names the department or unit it was made for, empty for a form for everybody; ``carriers`` the
    departments of that unit. ``day`` is the day its head shows: due the deadline of the answers, meeting the day of the
    meeting, open a deadline to fill in, basis the 1st of April on which a national survey is based. ``keeper`` keeps it
    and adds rows.
    """

    id: str
    form: str
    title: str
    edition: str
    mark: MarkKind
    items: tuple[CheckItem, ...]
    subject: str = ""
    carriers: tuple[str, ...] = ()
    day: HeadDay = "meeting"
    keeper: Keeper = "department"

    def sections(self) -> tuple[tuple[str, tuple[CheckItem, ...]], ...]:
        """The items by section, in their order; equal neighbours stand together."""
        found: list[tuple[str, list[CheckItem]]] = []
        for item in self.items:
            if found and found[-1][0] == item.section:
                found[-1][1].append(item)
            else:
                found.append((item.section, [item]))
        return tuple((section, tuple(items)) for section, items in found)


def checklist_from(record: Mapping[str, Any]) -> Checklist:
    """The checklist of a plain record; raises KeyError where a key is missing."""
    items = tuple(
        CheckItem(each["section"], each["text"], each.get("reference"), each.get("owner", ""))
        for each in record["items"]
    )
    return Checklist(
        record["id"],
        record["form"],
        record["title"],
        record["edition"],
        record["mark"],
        items,
        day=record["day"],
        keeper=record["keeper"],
    )


@dataclass(frozen=True)
class CheckedUnit:
    """A unit a department answers about: its card, whether it has indicators, whether its end is only studied."""

    card: Card
    indicators: tuple[str, ...] = ()
    study: bool = False


def own_answer(view: UnitView, department: str) -> Answer | None:
    """The newest answer of one department (its id) about a unit, counted or not; None where it gave none."""
    slot = view.slots.get(department)
    heads = [each for each in slot.heads if each.answer] if slot else []
    newest = heads[0] if len(heads) == 1 else view.answers.get(department)
    return newest.answer if newest else None


def checked_unit(plan: Plan, card: Card, own: Answer | None = None) -> CheckedUnit:
    """The unit of a card with what its plan says about it.

    ``own`` is what the department itself answered: its form asks about that, whatever all departments say together.
    """
    node = plan.by_id[card.unit]
    if own is not None:
        card = replace(card, status=as_status(own.status or "") or "miss", discuss=own.discuss)
    return CheckedUnit(card, tuple(each.name for each in node.indicators), plan.marked(node, "study"))


_LONGEST: Final = 42
"""Characters of two lines of the 点検項目 column."""

FEW: Final = 5
"""Up to so many units are named in the first row, and each says which departments it needs."""

_ALL: Final = "全体"
_GUIDE, _LIST, _PLAN = "記入要領", "照会一覧", "計画"


def spoken_number(code: str) -> str:
    """3番, or the code as it is where it is more than a number (重点-1)."""
    return f"{code}番" if code.isdecimal() else code


def spoken_code(card: Card) -> str:
    """How a form names a unit that stands there without its axis: 3番, 重点-1, and 1-2 for MEGO-1-2."""
    return spoken_number(card.number)


def _first_row(units: Sequence[CheckedUnit]) -> CheckItem:
    names = "・".join(spoken_code(each.card) for each in units)
    text = f"照会された{len(units)}取組（{names}）のすべてに回答した。"
    if len(units) > FEW or len(text) > _LONGEST:
        text = f"照会された{len(units)}取組のすべてに回答した。"
    return CheckItem(_ALL, text, _LIST)


def _agreement(card: Card, department: str) -> CheckItem | None:
    """What a unit asked of several departments needs from this one."""
    if card.assigned < 2:
        return None
    others = [name for name in card.departments if name != department]
    text = f"{others[0]}と回答の内容をそろえた。" if len(others) == 1 else "関係する課の意見を聴いた。"
    return CheckItem("", text, _LIST)


def _unit_rows(unit: CheckedUnit, department: str, settings: Settings, *, few: bool) -> list[CheckItem]:
    """The rows that follow from a unit, without their section; of ``few`` units each asks for its agreement."""
    card = unit.card
    late, warn = settings.status_word("late"), settings.status_word("warn")
    found: list[CheckItem | None] = []
    if card.status == "late":
        found.append(CheckItem("", f"「{late}」の理由と対応策を書いた。", _GUIDE))
    elif card.status == "warn" or card.previous_status in ("late", "warn"):
        found.append(CheckItem("", f"「{late}」「{warn}」のときは、理由と対応策を書いた。", _GUIDE))
    if unit.study:
        found.append(CheckItem("", "検討の結論をいつ出すか書いた。", _PLAN))
    if unit.indicators:
        text = f"「{unit.indicators[0]}」に時点と出典を付けた。"
        if len(unit.indicators) > 1 or len(text) > _LONGEST:
            text = f"指標{len(unit.indicators)}件に時点と出典を付けた。"
        found.append(CheckItem("", text, _GUIDE))
    if few:
        found.append(_agreement(card, department))
    if card.discuss != "none" or card.agenda_number is not None:
        found.append(CheckItem("", "「決めてほしいこと」を60字以内で書いた。", _GUIDE))
    return [each for each in found if each]


def _unit_section(card: Card, settings: Settings) -> str:
    before = f"\n（前回 {settings.status_word(card.previous_status)}）" if card.previous_status else ""
    return f"{spoken_code(card)}\n{card.short_name or card.name}{before}"


def submission_checklist(
    base: Checklist,
    department: str,
    units: Sequence[CheckedUnit],
    settings: Settings,
    *,
    next_year: bool = False,
) -> Checklist:
    """The 提出前点検 of one department: the common rows, and after 全体 the rows that follow from its units.

    遅れ asks for 理由と対応策, an indicator for 時点と出典, several departments for their agreement (of many units in
    one row for all), 協議 for what is to be decided; a cycle that asks about the ``next_year`` for that. Units from
    which nothing follows share one row. No unit: the common rows as they are.
    """
    few = len(units) <= FEW
    common = list(base.items)
    if units:
        common[0] = _first_row(units)
    place = next((at for at, item in enumerate(common) if item.section != common[0].section), len(common))
    own: list[CheckItem] = []
    if next_year:
        own.append(CheckItem(common[0].section, "次年度の方向性と予算を確かめた。", _GUIDE))
    if not few and any(each.card.assigned > 1 for each in units):
        own.append(CheckItem(common[0].section, "関係する課がある取組は、その意見を聴いた。", _LIST))
    plain = 0
    for unit in units:
        rows = _unit_rows(unit, department, settings, few=few)
        section = _unit_section(unit.card, settings)
        own += [replace(row, section=section) for row in rows]
        plain += not rows
    if plain:
        section = f"そのほかの\n{plain}取組" if plain < len(units) else "取組ごと"
        own.append(CheckItem(section, "「次にすること」に時期を書いた。", _GUIDE))
    return replace(base, items=(*common[:place], *own, *common[place:]), subject=department)


NATIONAL_SECTIONS: Final[Mapping[str, str]] = {
    "N1": "オンライン化",
    "N2": "標準化",
    "N3": "オンライン化",
    "N5": "セキュリティ",
    "N6": "AI・RPA",
    "A2": "デジタルデバイド",
}
"""Which section of the 実行点検 belongs to a national item."""


def action_checklist(base: Checklist, plan: Plan, unit: Node, carriers: Sequence[str] = ()) -> Checklist:
    """The 実行点検 of one unit: the common rows and those of its kind, by the national items it is matched with.

    A unit matched with none of them keeps the common rows only. ``carriers`` are the names of its departments.
    """
    matched = {NATIONAL_SECTIONS.get(each.item) for each in plan.crosswalk if each.node == unit.id}
    common = base.items[0].section if base.items else ""
    items = tuple(item for item in base.items if item.section == common or item.section in matched)
    subject = f"{plan.numbers[unit.id]}　{unit.short_name or unit.name}"
    return replace(base, items=items, subject=subject, carriers=tuple(carriers))


def checklists_from(records: Iterable[Mapping[str, Any]]) -> dict[str, Checklist]:
    """The checklists of a reference file by their id."""
    return {each.id: each for each in map(checklist_from, records)}
