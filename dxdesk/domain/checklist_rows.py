"""Checklists with rows of a cycle (年度末・計画見直し) and of a meeting's agenda (会議当日・議長進行)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dxdesk.domain.board import Card
from dxdesk.domain.checklists import FEW, CheckItem, Checklist, spoken_code, spoken_number
from dxdesk.domain.directions import Directions
from dxdesk.domain.meetings import AgendaItem
from dxdesk.domain.plan_changes import PlanChange

DONE, DIRECTION, CHANGE, AGENDA = "完了の確認", "方向性と予算", "計画の変更", "議題"
"""The sections of the shipped forms in which rows that follow from data stand."""

_MANY: Final = 12
"""More items to be discussed than these share a row, so that the form keeps to two pages."""

_CHAIR: Final = "議長"
_ABOUT: Final = "について"

_LONGEST: Final = 36
"""Characters that stand on two lines of the 点検項目 column wherever its words break."""


def year_end_checklist(base: Checklist, directions: Directions, changes: Sequence[PlanChange] = ()) -> Checklist:
    """年度末・計画見直し of a cycle: after the common rows of a section those that follow from its answers.

    Each unit that is 完了 asks for its results, each without 次年度の方向性 for one (完了 and 対象外 need none, that of
    見直し is the meeting's to decide), each initiative that the plan ``changes`` for its 新旧対照. More than a few of a
    kind share one row.
    """
    word, doubt = directions.settings.status_word("done"), directions.settings.status_word("stop")
    asked = [row for row in directions.rows if row.card.assigned]
    done = [row.card for row in asked if row.card.status == "done"]
    silent = [row.card for row in asked if row.silent]
    left = [row.card for row in asked if row.left_to_meeting]
    changed = list({each.number: each for each in changes}.values())
    own = [
        *_of_cards(
            done, CheckItem(DONE, "の実績を確かめた。", "個票"), f"「{word}」の{len(done)}取組の実績を確かめた。"
        ),
        *_of_cards(
            silent,
            CheckItem(DIRECTION, "の方向性を担当課に聞いた。", "方向性一覧"),
            f"方向性の回答がない{len(silent)}取組を担当課に聞いた。",
        ),
        *_of_cards(
            left,
            CheckItem(DIRECTION, "の方向性を会議で決めた。", "方向性一覧"),
            f"「{doubt}」の{len(left)}取組の方向性を会議で決めた。",
        ),
        *_of_changes(changed),
    ]
    return replace(base, items=_placed(base.items, own))


def day_checklist(base: Checklist, agenda: Sequence[AgendaItem], names: Mapping[str, str] | None = None) -> Checklist:
    """会議当日・議長進行 of a meeting: of the common rows of 議題 the first, then what the chair says about each item.

    協議 ends with result, 担当 and 期限; 報告 with 了承. Many of a kind share one row. ``names`` are short names by
    unit id. No agenda: the common rows as they are.
    """
    if not agenda:
        return base
    discussed = [each for each in agenda if each.kind == "discuss"]
    reported = [each for each in agenda if each.kind == "report"]
    own = {
        **_of_agenda(discussed, "の結果、担当、期限を確かめた。", "協議", _MANY, names or {}),
        **_of_agenda(reported, "の了承を確かめた。", "報告", FEW, names or {}),
    }
    general = [each for each in base.items if each.section == AGENDA][1:]
    common = [each for each in base.items if each not in general]
    return replace(base, items=_placed(common, [own[number] for number in sorted(own)]))


def _placed(common: Sequence[CheckItem], own: Iterable[CheckItem]) -> tuple[CheckItem, ...]:
    """The rows of each section behind its common ones."""
    found = list(common)
    for item in own:
        last = max((at for at, each in enumerate(found) if each.section == item.section), default=len(found) - 1)
        found.insert(last + 1, item)
    return tuple(found)


def _named(short: str, long: str, after: str) -> str:
    """Both names where they fit two lines, else the short one."""
    return long + after if len(long + after) <= _LONGEST else short + after


def _of_cards(cards: Sequence[Card], row: CheckItem, many: str) -> list[CheckItem]:
    """A row per unit; of more than a few one for all, which says ``many``."""
    if len(cards) > FEW:
        return [replace(row, text=many, reference="進捗一覧")]
    return [
        replace(
            row,
            text=_named(spoken_code(each), f"{spoken_code(each)}「{each.short_name or each.name}」", row.text),
            owner=each.main or "",
        )
        for each in cards
    ]


def _of_changes(changes: Sequence[PlanChange]) -> list[CheckItem]:
    row = CheckItem(CHANGE, "の変更を新旧で確かめた。", "新旧対照表")
    if len(changes) > FEW:
        return [replace(row, text=f"{len(changes)}取組{row.text}")]
    return [
        replace(row, text=_named(spoken_number(each.number), f"{spoken_number(each.number)}「{each.name}」", row.text))
        for each in changes
    ]


def _of_agenda(
    items: Sequence[AgendaItem], after: str, kind: str, most: int, names: Mapping[str, str]
) -> dict[int, CheckItem]:
    """The rows of one kind of items by the number at which each stands."""
    if len(items) > most:
        first = items[0].number
        return {first: CheckItem(AGENDA, f"{kind}{len(items)}件（議題{first}ほか）{after}", "次第", _CHAIR)}
    titles = {each.number: names.get(each.unit or "", each.title.removesuffix(_ABOUT)) for each in items}
    return {
        number: CheckItem(AGENDA, _named(f"議題{number}", f"議題{number}「{title}」", after), "次第", _CHAIR)
        for number, title in titles.items()
    }
