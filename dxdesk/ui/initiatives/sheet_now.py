"""The tab 今回 of the 個票: what counts in this cycle, what was said last time, and how it came about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dxdesk.domain.board import Card, Item
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Revision
from dxdesk.domain.sheets import department_answers
from dxdesk.domain.statuses import STATUSES, UNTOLD
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.store.queries.unit_record import UnitRecord
from dxdesk.ui.initiatives.rows import status_words
from dxdesk.ui.initiatives.sheet import Block, Counts, Framed, Lines, Origin, Passage, StatusBlock, day_words
from dxdesk.wording.directions import outlook_words
from dxdesk.wording.screen import FIRST_CYCLE, NOT_HERE, being_checked


def _status_block(source: Initiatives, card: Card) -> StatusBlock:
    settings = source.settings
    previous = settings.status_word(card.previous_status) if card.previous_status else ""
    before = settings.stage_word(card.previous_stage)
    return StatusBlock(
        status=card.status,
        word=status_words(source, card),
        change=card.change or "",
        stage_word=settings.stage_word(card.stage),
        reached=settings.stage_index(card.stage) if card.status not in UNTOLD else None,
        before=settings.stage_index(card.previous_stage),
        steps=len(settings.stages),
        previous="・".join(each for each in (previous, before) if each),
    )


_TEXTS: Final[tuple[tuple[str, str], ...]] = (
    ("results", "今回の実績"),
    ("issues", "課題"),
    ("next", "次にすること"),
)


def _answered(item: Item) -> Iterator[Block]:
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
    before_words = dict(outlook_words(item.previous_outlook))
    for head, words in outlook_words(item.outlook):
        yield Passage(head, words, before_words.get(head, ""))


def _unanswered(item: Item) -> Iterator[Block]:
    card = item.card
    if card.status == "elsewhere":
        yield Passage("", NOT_HERE)
    elif not card.assigned and card.status == "na":
        yield Passage("", "この回では聞いていません。")
        return
    elif card.checking:
        yield Passage("", being_checked(card.handed_in, card.accepted, card.assigned))
    elif card.waiting == "secretariat":
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
    if "T" not in counted.moment:  # a file brought it as it counted, which says neither when nor from what
        return f"{names.get(counted.department, '')}の回答" if counted.department else "各課の回答から取りまとめ"
    if counted.kind == "correct":
        return f"会議での修正・{day}"
    if counted.department is None:
        return f"{len(counted.sources)}課の回答から取りまとめ・{day} 確定"
    return f"{names.get(counted.department, '')}の回答・{day}"


def unit_now(source: Initiatives, unit: Node, record: UnitRecord) -> Iterator[Block]:
    """The blocks of a unit."""
    item, view = record.item, source.views.get(unit.id)
    yield _status_block(source, item.card)
    said = view is not None and view.counted is not None
    yield from _answered(item) if said else _unanswered(item)
    if not record.past and item.card.assigned:
        yield Passage("", "", FIRST_CYCLE)
    if item.actions:
        lines = tuple(("✓" if each.done else "□", f"{each.text}（{each.state}）") for each in item.actions)
        yield Lines(f"前回の{source.settings.action_word}", lines)
    origin = _origin(source, view, record.names) if view else None
    if origin:
        yield origin


def group_now(source: Initiatives, group: Node) -> Iterator[Block]:
    """The counts of a group of the plan."""
    units = [each for each in source.plan.walk(group.id) if source.plan.role(each) == "initiative"]
    return counts_of(source, [source.cards[unit.id] for unit in units])


def counts_of(source: Initiatives, cards: Sequence[Card]) -> Iterator[Block]:
    """How many of some units have which status, and how many answered."""
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
    words = answered + (f"（うち確認中 {checking}）" if checking else "")
    if others := sum(card.status == "elsewhere" for card in cards):
        words = "、".join([*([words] if asked else []), f"{source.settings.status_word('elsewhere')} {others}"])
    yield Counts(counts, words)
