"""The rows of 取組一覧 as plain values: groups with their counts, units with their status, and the plan's lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from dxdesk.domain.board import Card
from dxdesk.domain.plans import Node
from dxdesk.domain.searching import level
from dxdesk.domain.statuses import STATUSES, UNTOLD, Status
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.ui.initiatives.groupings import UNCONFIRMED, Grouping, groups

Kind = Literal["group", "unit", "field", "activity"]

CHECKING: Final = "確認中"
WHOLE_PLAN: Final = "計画全体"
CHANGE_WORDS: Final[Mapping[str, str]] = {"better": "良化", "worse": "悪化"}


@dataclass(frozen=True)
class Row:
    """One row of the tree; ``key`` is unique, ``parent`` the key of the row above (None: top), ``node`` what it shows.

    ``number`` as printed in the plan, ``digits`` the length of the longest one, ``lead`` the axis where units are
    grouped otherwise, ``detail`` how many stand below. A unit has ``card``, the words of its status and stage, the
    places of stage and previous stage on a scale of ``steps``, and ``pill`` (協議1); a group has ``counts``, worst
    first, and how many answered. ``done``: an answer ticked this line. ``marks`` are
    the keys of the plan's marks, also those of the nodes above. ``spoken`` is read aloud, ``searched`` levelled
    for search.
    """

    key: str
    parent: str | None
    kind: Kind
    name: str
    node: str = ""
    number: str = ""
    digits: int = 0
    lead: str = ""
    detail: str = ""
    card: Card | None = None
    status: Status | None = None
    word: str = ""
    stage_word: str = ""
    reached: int | None = None
    before: int | None = None
    steps: int = 0
    pill: str = ""
    owners: str = ""
    owners_short: str = ""
    counts: tuple[tuple[Status, int], ...] = ()
    asked: int = 0
    answered: int = 0
    done: bool = False
    marks: frozenset[str] = frozenset()
    spoken: str = ""
    searched: str = ""

    @property
    def change_word(self) -> str:
        """良化, 悪化 or nothing."""
        return CHANGE_WORDS.get(self.card.change or "", "") if self.card else ""

    @property
    def answered_words(self) -> str:
        """回答 3／4 of a group."""
        return f"回答 {self.answered}／{self.asked}" if self.asked else ""


def owners_words(source: Initiatives, node: Node, card: Card) -> tuple[str, str]:
    """Who carries a unit, in the plan's own words, else the departments asked; and the same for a narrow place."""
    groups = {group.name: group for group in source.plan.groups}
    provisional = node.id in source.provisional
    names = [owner.name for owner in node.owners] or ([] if provisional else list(card.main_first))
    if provisional:
        asked = f"仮・全{len(card.departments)}課"
        return (f"{'・'.join(names)}（{asked}）", f"{names[0]}（仮）") if names else (asked, asked)
    if len(names) == 1:
        group = groups.get(names[0])
        asked_too = len(card.departments) if group and group.members is None else 0
        counted = f"{names[0]}（{asked_too}課）" if asked_too else names[0]
        return counted, counted
    if len(names) <= 2:
        return "・".join(names), f"{names[0]} ほか" if names else ""
    return (f"{names[0]} ほか{len(names) - 1}課",) * 2


def status_words(source: Initiatives, card: Card) -> str:
    """The word of a card's status: the town's label, or 確認中."""
    return CHECKING if card.waiting == "secretariat" else source.settings.status_word(card.status)


def _unit_spoken(source: Initiatives, card: Card, word: str, pill: str) -> str:
    parts = [card.short_name or card.name, word]
    if card.previous_status:
        parts.append(f"前回は{source.settings.status_word(card.previous_status)}")
    if stage := source.settings.stage_word(card.stage):
        parts.append(f"段階は{stage}")
    return "、".join((*parts, pill) if pill else parts)


def _searched(node: Node) -> str:
    names = (node.code, node.label, node.name, node.short_name, *node.aliases)
    return " ".join(level(name) for name in names if name)


def _unit(source: Initiatives, node: Node, parent: str | None, lead: str, *, key: str = "") -> Row:
    card = source.cards[node.id]
    settings = source.settings
    word = status_words(source, card)
    missing = card.status in UNTOLD
    before = settings.stage_word(card.previous_stage)
    asks = "協議" if card.discuss != "none" else ""
    pill = f"協議{card.agenda_number}" if card.agenda_number else asks
    owners, owners_short = owners_words(source, node, card)
    return Row(
        key=key or node.id,
        parent=parent,
        kind="unit",
        name=node.name,
        node=node.id,
        number=card.printed,
        lead=lead,
        card=card,
        status=card.status,
        word=word,
        stage_word=(f"前回 {before}" if before else "") if missing else settings.stage_word(card.stage),
        reached=None if missing else settings.stage_index(card.stage),
        before=settings.stage_index(card.previous_stage),
        steps=len(settings.stages),
        pill=pill,
        owners=owners,
        owners_short=owners_short,
        marks=frozenset(mark.key for each in (*source.plan.path(node), node) for mark in each.marks),
        spoken=_unit_spoken(source, card, word, pill),
        searched=_searched(node),
    )


def _lines(source: Initiatives, parent: Node | None, key: str | None, *, prefix: str = "") -> Iterator[Row]:
    """分野 and 内容 below a node, to any depth; ``prefix`` makes the keys unique where a unit stands in two groups."""
    ticked = _ticked(source, parent)
    for node in source.plan.children.get(parent.id if parent else None, ()):
        role = source.plan.role(node)
        if role not in ("field", "activity"):
            continue
        kind: Kind = "field" if role == "field" else "activity"
        done = node.id in ticked
        spoken = f"{node.name}、済" if done else node.name
        detail = _below(source, node)
        own, searched = prefix + node.id, _searched(node)
        yield Row(own, key, kind, node.name, node.id, detail=detail, done=done, spoken=spoken, searched=searched)
        yield from _lines(source, node, own, prefix=prefix)


def _ticked(source: Initiatives, node: Node | None) -> Collection[str]:
    """The lines that the counted answer of the unit above ticked as done."""
    if node is None:
        return ()
    for each in (node, *reversed(source.plan.path(node))):
        view = source.views.get(each.id)
        if view is not None:
            return view.counted.answer.done_lines if view.counted and view.counted.answer else ()
    return ()


def _below(source: Initiatives, node: Node) -> str:
    """How many lines stand directly below, in the plan's own word: 取組内容 2."""
    children = source.plan.children.get(node.id, ())
    if not children:
        return ""
    names = {level.key: level.name for level in source.plan.levels}
    return f"{names[children[0].level]} {len(children)}"


def _counted(source: Initiatives, group: Row, units: Sequence[Row]) -> Row:
    """A group with what the units below it say."""
    cards = [unit.card for unit in units if unit.card]
    asked = [card for card in cards if card.assigned]
    found = [(status, sum(card.status == status for card in cards)) for status in STATUSES]
    counts = tuple((status, count) for status, count in found if count)
    answered = sum(card.status != "miss" for card in asked)
    checking = sum(card.waiting == "secretariat" for card in asked)
    words = [f"{source.settings.status_word(status)}{count}" for status, count in counts]
    if checking:
        words[-1] += f"（うち{CHECKING}{checking}）"
    if others := sum(card.status == "elsewhere" for card in cards):
        words.append(f"{source.settings.status_word('elsewhere')}{others}")
    spoken = "、".join((group.name, f"{len(units)}件", *words, f"回答 {answered}／{len(asked)}"))
    return replace(group, detail=f"{len(units)}件", counts=counts, asked=len(asked), answered=answered, spoken=spoken)


def _by_axis(source: Initiatives, parent: Node | None = None) -> Iterator[Row]:
    """The plan's own tree."""
    key = parent.id if parent else None
    for node in source.plan.children.get(key, ()):
        role = source.plan.role(node)
        if role == "initiative":
            yield _unit(source, node, key, "")
            yield from _lines(source, node, node.id)
        elif role in ("group", "axis"):
            name = f"{node.label} {node.name}" if node.label else node.name
            below = list(_by_axis(source, node))
            group = Row(node.id, key, "group", name, node.id, searched=_searched(node))
            units = [row for row in below if row.kind == "unit"]
            yield _counted(source, group, units) if units else group
            yield from below
    if parent is not None:
        yield from _lines(source, parent, key)
        return
    whole = list(_lines(source, None, WHOLE_PLAN))
    if whole:
        yield Row(WHOLE_PLAN, None, "group", WHOLE_PLAN, spoken=WHOLE_PLAN, searched=level(WHOLE_PLAN))
        yield from whole


def _lead(axis: Node | None) -> str:
    """The axis of a unit in a few characters, to stand before its number."""
    if axis is None:
        return ""
    code = axis.code or axis.name
    return (axis.label or code) if code.isdigit() else code


def _grouped(source: Initiatives, by: Grouping) -> Iterator[Row]:
    """Units under heads of another kind, in each that they belong to, their axis before the number."""
    for group in groups(source, by):
        key = f"{by} {group.key}"
        name = f"{group.name}（{UNCONFIRMED}）" if group.draft else group.name
        head = Row(key, None, "group", name, status=group.status, searched=level(group.name))
        units = [
            _unit(source, node, key, _lead(source.plan.axis(node)), key=f"{key} {node.id}") for node in group.units
        ]
        counted = _counted(source, head, units)
        yield replace(counted, counts=(), asked=0) if group.status else counted
        for node, unit in zip(group.units, units, strict=True):
            yield unit
            yield from _lines(source, node, unit.key, prefix=f"{key} ")


def tree_rows(source: Initiatives, by: Grouping = "axis") -> tuple[Row, ...]:
    """Every row, parents before children, in the plan's order."""
    rows = tuple(_by_axis(source) if by == "axis" else _grouped(source, by))
    digits = max((len(row.number) for row in rows), default=0)
    return tuple(replace(row, digits=digits) if row.kind == "unit" else row for row in rows)
