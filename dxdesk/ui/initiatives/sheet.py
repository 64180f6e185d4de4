"""What the 個票 beside the tree says: blocks of plain values for its tabs, composed from what counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from dxdesk.domain.board import Card, Item
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Revision
from dxdesk.domain.sheets import DepartmentAnswer, department_answers, number
from dxdesk.domain.statuses import STATUSES, Status, change_since
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.ui.initiatives.rows import CHANGE_WORDS, CHECKING, owners_words, status_words
from dxdesk.wording_screen import FIRST_CYCLE

Marker = Literal["cycle", "plan"]


@dataclass(frozen=True)
class StatusBlock:
    """The status as a block with its arrow; beside it the stage, and what both were last time."""

    status: Status
    word: str
    change: str
    stage_word: str
    reached: int | None
    before: int | None
    steps: int
    previous: str


@dataclass(frozen=True)
class Passage:
    """A text under a heading (either may be empty), and in small print what was said last time."""

    heading: str
    text: str
    previous: str = ""


@dataclass(frozen=True)
class Framed:
    """決めてほしいこと."""

    heading: str
    text: str


@dataclass(frozen=True)
class Lines:
    """Short lines under a heading, each with a mark before it: ``–``, or ✓ and an open box for 宿題."""

    heading: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Counts:
    """How many units of a group have which status, worst first: (key, word, count)."""

    counts: tuple[tuple[Status, str, int], ...]
    answered: str


@dataclass(frozen=True)
class Origin:
    """How it came about, and the answers of the departments behind it."""

    text: str
    revise: bool
    answers: tuple[DepartmentAnswer, ...]


@dataclass(frozen=True)
class Moment:
    """An entry of これまで: a cycle with its status, or what the plan itself reports; ``opens`` a cycle's id."""

    marker: Marker
    title: str
    word: str
    text: str
    status: Status | None = None
    change: str = ""
    opens: str | None = None


Block = StatusBlock | Passage | Framed | Lines | Counts | Origin | Moment


@dataclass(frozen=True)
class Sheet:
    """The 個票 of a node: its head and the blocks of 今回, 計画 and これまで. ``code`` None for a group."""

    code: str | None
    path: str
    name: str
    owners: str
    cycle_name: str
    now: tuple[Block, ...]
    plan: tuple[Block, ...]
    past: tuple[Block, ...]


def day_words(moment: str) -> str:
    """1月29日 for an ISO moment, in the zone of this computer."""
    local = datetime.fromisoformat(moment).astimezone()
    return f"{local.month}月{local.day}日"


def _status_block(source: Initiatives, card: Card) -> StatusBlock:
    settings = source.settings
    previous = settings.status_word(card.previous_status) if card.previous_status else ""
    before = settings.stage_word(card.previous_stage)
    return StatusBlock(
        status=card.status,
        word=status_words(source, card),
        change=card.change or "",
        stage_word=settings.stage_word(card.stage),
        reached=settings.stage_index(card.stage) if card.status != "miss" else None,
        before=settings.stage_index(card.previous_stage),
        steps=len(settings.stages),
        previous="・".join(each for each in (previous, before) if each),
    )


_TEXTS: Final[tuple[tuple[str, str], ...]] = (
    ("results", "今回の実績"),
    ("issues", "課題"),
    ("next", "次にすること"),
)


def _answered(source: Initiatives, item: Item) -> Iterator[Block]:
    """What was said this time, with what was said last time under each."""
    for field, heading in _TEXTS:
        text, before = getattr(item, field) or "", item.previous.get(field) or ""
        if text or before:
            yield Passage(heading, text or "（記入なし）", before)
    if item.ask:
        yield Framed("決めてほしいこと", item.ask)
    for line in item.indicators:
        if line.values:
            target = f"（目標 {line.target}{line.unit or ''}）" if line.target else ""
            course = "　→　".join(value for _, value in line.values)
            yield Passage(line.name, f"{course}{line.unit or ''}{target}")


def _unanswered(source: Initiatives, item: Item) -> Iterator[Block]:
    card = item.card
    if not card.assigned:
        yield Passage("", "この回では聞いていません。")
        return
    if card.waiting == "secretariat":
        yield Passage("", "事務局が確かめています。終わるとここに出ます。")
    else:
        counted = f"（回答 {card.accepted}／{card.assigned}課）" if card.assigned > 1 else ""
        yield Passage("", f"回答がまだありません。{counted}")
    for field, heading in _TEXTS:
        if before := item.previous.get(field):
            yield Passage(heading.replace("今回", "前回"), before)


def _origin(source: Initiatives, view: UnitView, names: Mapping[str, str]) -> Origin | None:
    """How what counts came about."""
    answers = department_answers(view, source.departments, source.settings)
    counted = view.counted
    if counted is None:
        return Origin("", False, answers) if answers else None
    return Origin(_origin_words(counted, names), view.revise, answers)


def _origin_words(counted: Revision, names: Mapping[str, str]) -> str:
    day = day_words(counted.moment)
    if counted.kind == "correct":
        return f"会議での修正・{day}"
    if counted.department is None:
        return f"{len(counted.sources)}課の回答から取りまとめ・{day} 確定"
    return f"{names.get(counted.department, '')}の回答・{day}"


def _now(source: Initiatives, unit: Node) -> Iterator[Block]:
    item, view = source.items[unit.id], source.views.get(unit.id)
    yield _status_block(source, item.card)
    said = view is not None and view.counted is not None
    yield from _answered(source, item) if said else _unanswered(source, item)
    if not source.past and item.card.assigned:
        yield Passage("", "", FIRST_CYCLE)
    if item.actions:
        lines = tuple(("✓" if each.done else "□", f"{each.text}（{each.state}）") for each in item.actions)
        yield Lines(f"前回の{source.settings.action_word}", lines)
    names = {each.id: each.name for each in source.departments}
    origin = _origin(source, view, names) if view else None
    if origin:
        yield origin


def _gist(view: UnitView) -> str:
    answer = view.counted.answer if view.counted else None
    return (answer.results or "") if answer else ""


def _past(source: Initiatives, node: Node) -> Iterator[Block]:
    """This cycle and those before it, newest first, then what the plan itself reports."""
    cycles = [*source.past, (source.cycle, source.views)]
    moments: list[Moment] = []
    before: Status | None = None
    for cycle, views in cycles:
        view = views.get(node.id)
        if view is None or not view.assigned:
            continue
        word = CHECKING if view.waiting == "secretariat" else source.settings.status_word(view.status)
        change = change_since(before, view.status) or ""
        opens = cycle.id if cycle.id != source.cycle.id else None
        moments.append(Moment("cycle", cycle.name, word, _gist(view), view.status, change, opens))
        before = view.status
    yield from reversed(moments)
    for entry in reversed(source.plan.history):
        if entry.node == node.id:
            when = entry.as_of or entry.bucket
            text = "　".join(each for each in (entry.title, entry.detail) if each)
            yield Moment("plan", when, "計画の記載", text)
    if not moments and not any(entry.node == node.id for entry in source.plan.history):
        yield Passage("", "これまでの記録はありません。")


def unit_of(source: Initiatives, node: Node) -> Node | None:
    """The unit a node is or stands below; None for a group and for what hangs on the plan itself."""
    for each in (node, *reversed(source.plan.path(node))):
        if source.plan.role(each) == "initiative":
            return each
    return None


def _group_now(source: Initiatives, group: Node) -> Iterator[Block]:
    units = [each for each in source.plan.walk(group.id) if source.plan.role(each) == "initiative"]
    cards = [source.items[unit.id].card for unit in units]
    if not cards:
        yield Passage("", "この下に取組はありません。")
        return
    counts = tuple(
        (status, source.settings.status_word(status), count)
        for status in STATUSES
        if (count := sum(card.status == status for card in cards))
    )
    asked = [card for card in cards if card.assigned]
    checking = sum(card.waiting == "secretariat" for card in asked)
    answered = f"回答 {sum(card.status != 'miss' for card in asked)}／{len(asked)}"
    yield Counts(counts, answered + (f"（うち確認中 {checking}）" if checking else ""))


def compose_sheet(source: Initiatives, node: Node, plan_blocks: tuple[Block, ...]) -> Sheet:
    """The 個票 of a unit, or of a group; ``plan_blocks`` say what the plan itself holds about it."""
    path = [each.name for each in source.plan.path(node)]
    if source.plan.role(node) != "initiative":
        now = tuple(_group_now(source, node))
        return Sheet(
            None, " ／ ".join(path), node.name, "", source.cycle.name, now, plan_blocks, tuple(_past(source, node))
        )
    card = source.items[node.id].card
    return Sheet(
        code=card.code,
        path=" ／ ".join((*path, number(card))),
        name=node.name,
        owners=owners_words(source, node, card)[0],
        cycle_name=source.cycle.name,
        now=tuple(_now(source, node)),
        plan=plan_blocks,
        past=tuple(_past(source, node)),
    )


__all__ = ["CHANGE_WORDS", "Block", "Sheet", "compose_sheet", "day_words", "unit_of"]
