"""What 次第をつくる shows, as plain values: the candidates under the heads of the rule, and the items in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dxdesk.domain.agenda import Candidate, propose, referred_units
from dxdesk.domain.board import Board, Card
from dxdesk.domain.meetings import AgendaItem, Attendance, EarlierDecision, ItemKind, Meeting
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import STATUSES, Status
from dxdesk.wording.meeting import ITEM_KINDS
from dxdesk.wording.meeting_screen import ADD, EVERY_TIME, REASON_HEADS, REST_TITLE, earlier_words, reported_words

Standing = Literal["discuss", "report", "covered", "free"]
"""What became of a candidate: an item of its own, part of the report about the others, or nothing yet."""


@dataclass(frozen=True)
class AgendaSource:
    """What the page is made of. ``standing`` are the items of the body that come every time, ``earlier`` what other
    meetings of the cycle have decided, ``memos`` the 進行メモ by item, ``unprintable`` the characters no face of the
    papers has, ``reported`` the last day on which a unit was reported on between cycles since the last meeting,
    ``continued`` the units that the body left for this meeting, ``settled`` those that it settled before."""

    meeting: Meeting
    items: tuple[AgendaItem, ...]
    board: Board
    asks: Mapping[str, str]
    settings: Settings
    standing: tuple[str, ...]
    earlier: tuple[EarlierDecision, ...]
    attendance: tuple[Attendance, ...]
    memos: Mapping[str, str]
    recorded: bool
    pending: int
    unprintable: str
    reported: Mapping[str, date] = field(default_factory=dict)
    continued: frozenset[str] = frozenset()
    settled: frozenset[str] = frozenset()


@dataclass(frozen=True)
class CandidateRow:
    """A candidate, or (without a card) a head of the rule; ``number`` tells it from every other unit, ``note`` is the
    line below its name."""

    key: str
    words: str
    spoken: str
    card: Card | None = None
    number: str = ""
    note: str = ""
    standing: Standing = "free"
    tag: str = ""


@dataclass(frozen=True)
class ItemRow:
    """An item of the agenda: ``lead`` 協議1 or 報告 (empty for what comes every time), ``note`` small words behind."""

    key: str
    words: str
    spoken: str
    item: AgendaItem
    lead: str
    status: Status | None
    note: str
    free: bool


def short(card: Card) -> str:
    """The name of a unit where there is little room."""
    return card.short_name or card.name


def _standing(candidate: Candidate, own: Mapping[str, ItemKind], rest: bool) -> Standing:
    kind = own.get(candidate.card.unit)
    if kind is not None:
        return kind
    return "covered" if rest and candidate.reason != "miss" else "free"


def candidate_rows(source: AgendaSource, *, changes: bool = True) -> tuple[CandidateRow, ...]:
    """The candidates by reason, empty heads left out; ``changes`` whether more can be put on the agenda."""
    own: dict[str, ItemKind] = {each.unit: each.kind for each in source.items if each.unit is not None}
    rest = any(is_rest(each) for each in source.items)
    decided = decided_words(source)
    found: list[CandidateRow] = []
    head = ""
    referred = referred_units(source.earlier, source.meeting.body)
    for each in propose(source.board, referred, source.reported, source.continued, source.settled):
        if REASON_HEADS[each.reason] != head:
            head = REASON_HEADS[each.reason]
            found.append(CandidateRow("", head, head))
        card, standing = each.card, _standing(each, own, rest)
        tag = {"discuss": ITEM_KINDS["discuss"], "free": ADD if changes else ""}.get(standing, ITEM_KINDS["report"])
        words = f"{card.number} {short(card)}"
        became = "次第にない" if standing == "free" else tag
        ask = source.asks.get(card.unit, "") if each.reason == "discuss" else ""
        day = source.reported.get(card.unit)
        note = decided.get(card.unit, "") or ask or (reported_words(day) if day else "")
        told = note if day else decided.get(card.unit, "")
        status = source.settings.status_word(card.status)
        said = "、".join(part for part in (card.number, card.name, status, told, became) if part)
        found.append(CandidateRow(card.unit, words, said, card, card.number, note, standing, tag))
    return tuple(found)


def decided_words(source: AgendaSource) -> dict[str, str]:
    """By unit what an earlier meeting of the cycle decided last, in a few words."""
    return {each.decision.unit: earlier_words(each) for each in source.earlier if each.decision.unit is not None}


def is_rest(item: AgendaItem) -> bool:
    """Whether an item is the one report about everything that has no item of its own."""
    return item.unit is None and item.kind == "report" and item.title == REST_TITLE


def _counts(source: AgendaSource) -> str:
    """ほか9件 順調 7・完了 1 of the units without an item of their own."""
    own = {each.unit for each in source.items}
    left = [each for each in source.board.cards if each.assigned and each.unit not in own]
    counted = Counter(each.status for each in left)
    words = "・".join(f"{source.settings.status_word(key)} {counted[key]}" for key in STATUSES if counted[key])
    return f"ほか{len(left)}件　{words}" if left else ""


def item_rows(source: AgendaSource) -> tuple[ItemRow, ...]:
    """The agenda in its order."""
    cards = {each.unit: each for each in source.board.cards}
    decided = decided_words(source)
    found, discussed = [], 0
    for item in source.items:
        discussed += item.kind == "discuss"
        card = cards.get(item.unit or "")
        every_time = item.unit is None and item.title in source.standing
        lead = f"{ITEM_KINDS['discuss']}{discussed}" if item.kind == "discuss" else ITEM_KINDS["report"]
        lead = "" if every_time and item.kind == "report" else lead
        note = EVERY_TIME if every_time else _counts(source) if is_rest(item) else decided.get(item.unit or "", "")
        name = short(card) if card else item.title
        minutes = f"{item.minutes}分" if item.minutes is not None else "時間なし"
        before = decided.get(item.unit or "", "")
        said = (f"{item.number}番", lead, item.title, before, item.ask or "", minutes)
        spoken = "、".join(part for part in said if part)
        words = " ".join(part for part in (lead, name) if part)
        status = card.status if card else None
        found.append(ItemRow(item.id, words, spoken, item, lead, status, note, item.unit is None))
    return tuple(found)


def moved(items: Sequence[AgendaItem], key: str, to: int) -> tuple[AgendaItem, ...]:
    """The items with one of them at another place, counted from 0 without it."""
    item = next(each for each in items if each.id == key)
    left = [each for each in items if each.id != key]
    return (*left[:to], item, *left[to:])
