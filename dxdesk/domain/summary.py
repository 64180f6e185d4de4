"""総括: a cycle in counts, by status, axis and 主管, with what moved since last time and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dxdesk.domain.board import ActionLine, Board, Card, Item
from dxdesk.domain.movements import Matter, MovementEdit, MovementPart
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Plan
from dxdesk.domain.records import digest
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import ONLY_WHEN_PRESENT, STATUSES, Status
from dxdesk.domain.trend import changed

_CARED_FOR: Final[Mapping[MovementPart, Status]] = {"late": "late", "watched": "warn"}
"""The status of the units that a paragraph of 主な動き is about."""

_SENTENCE: Final = re.compile(r"[^。．\n]+[。．]?")


@dataclass(frozen=True)
class CountRow:
    """The units of an axis, or those that one department is in charge of; without a name nobody is."""

    name: str
    cards: tuple[Card, ...]
    short_name: str = ""

    def count(self, key: Status) -> int:
        """How many units are in a status."""
        return sum(card.status == key for card in self.cards)

    @property
    def asked(self) -> int:
        """How many units somebody was asked about."""
        return sum(card.assigned > 0 for card in self.cards)

    @property
    def answered(self) -> int:
        """How many of those have an answer that counts."""
        return sum(card.assigned > 0 and card.status != "miss" for card in self.cards)

    @property
    def missing(self) -> tuple[Card, ...]:
        """Those that have none."""
        return tuple(card for card in self.cards if card.assigned and card.status == "miss")

    @property
    def discussed(self) -> tuple[Card, ...]:
        """Those on the agenda to be discussed, by their number."""
        found = [(card.agenda_number, card) for card in self.cards if card.agenda_number is not None]
        return tuple(card for _, card in sorted(found, key=lambda pair: pair[0]))

    @property
    def changed(self) -> tuple[Card, ...]:
        """Those with an answer that says something else than last time."""
        return tuple(card for card in self.cards if changed(card) and card.status not in ("miss", "na"))


@dataclass(frozen=True)
class Movement:
    """A unit that is worth a sentence, and the first sentence of what it said; empty where it said nothing."""

    card: Card
    sentence: str


@dataclass(frozen=True)
class Summary:
    """Everything 総括 shows.

    ``this_name`` and ``previous_name`` are short names of the cycles (R6 第2回), the latter None in the first.
    ``numbers`` are the numbers of units by id, ``axes`` empty in a plan without axes, ``mains`` empty where nobody is
    in charge of anything. ``actions`` are those of the meeting before, None where there was none; ``reminded`` is by
    unit (id) the last day on which somebody was reminded of it. ``edit`` is what the secretariat changed in 主な動き,
    ``matters`` what its paragraphs are about now.
    """

    board: Board
    plan: Plan
    settings: Settings
    this_name: str
    previous_name: str | None
    due: date | None
    numbers: Mapping[str, str]
    axes: tuple[CountRow, ...]
    mains: tuple[CountRow, ...]
    advanced: tuple[Movement, ...]
    late: tuple[Movement, ...]
    watched: tuple[Movement, ...]
    actions: tuple[ActionLine, ...] | None = None
    reminded: Mapping[str, date] = field(default_factory=dict)
    edit: MovementEdit = field(default_factory=MovementEdit)
    matters: Mapping[MovementPart, Matter] = field(default_factory=dict)

    @property
    def paragraphs(self) -> tuple[MovementPart, ...]:
        """The paragraphs of 主な動き that there can be, in their order, also those that are left out."""
        return tuple(part for part in self.edit.parts if part != "actions" or self.actions is not None)

    def movements(self, part: MovementPart) -> tuple[Movement, ...]:
        """What a paragraph is made from; that of 宿題 is made from these."""
        found = {"advanced": self.advanced, "late": self.late, "watched": self.watched}
        return found.get(part, ())

    def silent(self, part: MovementPart) -> tuple[Card, ...]:
        """The units that a paragraph would have named last time and that have no answer now."""
        return tuple(card for card in self.board.cards if _silent(card, _CARED_FOR.get(part)))

    def last_reminded(self, row: CountRow) -> date | None:
        """The last day on which somebody was reminded of what is missing in a row."""
        return max((self.reminded[card.unit] for card in row.missing if card.unit in self.reminded), default=None)

    def stale(self, part: MovementPart) -> tuple[str, ...]:
        """What changed since a paragraph was: numbers and names of units, or words of 宿題."""
        cards = {card.unit: card for card in self.board.cards}
        changed = self.edit.stale(part, self.matters.get(part, {}))
        return tuple(
            f"{self.numbers[key]} {cards[key].short_name or cards[key].name}" if key in cards else key
            for key in changed
        )

    @property
    def first(self) -> bool:
        """Whether there was no cycle before."""
        return self.previous_name is None

    @property
    def before(self) -> Mapping[Status | None, int]:
        """How many units were in each status last time; under None those that there was no answer to ask for."""
        return self.board.previous_counts

    @property
    def shown(self) -> tuple[Status, ...]:
        """The statuses that are counted: 見直し and 対象外 where there are some now or were last time."""
        counts, before = self.board.counts, self.before
        found = [key for key in STATUSES if key not in ONLY_WHEN_PRESENT or counts[key] or before[key]]
        return (*found, *(("elsewhere",) if self.board.elsewhere else ()))

    @property
    def absent(self) -> tuple[Status, ...]:
        """The statuses left out."""
        return tuple(key for key in ONLY_WHEN_PRESENT if key not in self.shown)

    def count(self, key: Status) -> int:
        """How many units are in a status now."""
        return sum(card.status == key for card in self.board.cards)

    def units_in(self, key: Status) -> tuple[Card, ...]:
        """The units in a status, in the plan's order."""
        return tuple(card for card in self.board.cards if card.status == key)


def summarise(
    board: Board,
    items: Mapping[str, Item],
    plan: Plan,
    settings: Settings,
    departments: Sequence[Department],
    *,
    this_name: str,
    previous_name: str | None = None,
    actions: Sequence[ActionLine] | None = None,
    reminded: Mapping[str, date] | None = None,
    edit: MovementEdit | None = None,
) -> Summary:
    """The summary of a board; ``items`` are by unit id, ``departments`` give names in 建制順, ``reminded`` is by unit
    id."""
    ordered = [each.name for each in sorted(departments, key=lambda each: (each.order, each.id))]

    def movements(cards: Iterable[Card], *fields: str) -> tuple[Movement, ...]:
        return tuple(Movement(card, _sentence(items.get(card.unit), fields)) for card in cards)

    advanced = [card for card in board.cards if _advanced(card)]
    of_status = {key: [card for card in board.cards if card.status == key] for key in ("late", "warn")}
    about = {
        key: [card for card in board.cards if card.status == key or _silent(card, key)] for key in _CARED_FOR.values()
    }
    return Summary(
        board=board,
        plan=plan,
        settings=settings,
        this_name=this_name,
        previous_name=previous_name if board.previous_name is not None else None,
        due=board.due,
        numbers={card.unit: card.number for card in board.cards},
        axes=_axes(board),
        mains=_mains(board, ordered),
        advanced=movements(advanced, "results"),
        late=movements(of_status["late"], "issues", "results"),
        watched=movements(of_status["warn"], "issues", "results"),
        actions=None if actions is None else tuple(actions),
        reminded=dict(reminded or {}),
        edit=edit or MovementEdit(),
        matters={
            "advanced": _matter(advanced, items),
            "late": _matter(about["late"], items),
            "watched": _matter(about["warn"], items),
            "actions": {each.text: digest({"state": each.state}) for each in actions or ()},
        },
    )


def _matter(cards: Iterable[Card], items: Mapping[str, Item]) -> Matter:
    """What is said of units, whole: a sentence in own words may tell of any of it."""
    found = {}
    for card in cards:
        item = items.get(card.unit)
        said = {"results": item.results, "issues": item.issues, "next": item.next} if item else {}
        found[card.unit] = digest({"status": card.status, "previous": card.previous_status, **said})
    return found


def _silent(card: Card, before: Status | None) -> bool:
    """Without an answer now, in that status last time."""
    return before is not None and card.status == "miss" and card.previous_status == before


def _advanced(card: Card) -> bool:
    """Done since last time, better than last time, or begun."""
    if card.status == "done":
        return card.previous_status != "done"
    return card.change == "better" or (card.previous_status == "none" and card.status == "ok")


def _sentence(item: Item | None, fields: Sequence[str]) -> str:
    texts = (getattr(item, field) for field in fields) if item else ()
    found = next((text for text in texts if text and text.strip()), "")
    match = _SENTENCE.search(found.strip())
    return match[0].strip() if match else ""


def _axes(board: Board) -> tuple[CountRow, ...]:
    rows = [CountRow(axis.name, board.on_axis(axis.code), axis.short_name or "") for axis in board.axes]
    if not any(axis.code for axis in board.axes):
        return ()
    return tuple(row for row in rows if row.cards)


def _mains(board: Board, ordered: Sequence[str]) -> tuple[CountRow, ...]:
    """A row for every department that is in charge of a unit; each unit is counted under one."""
    by_name: dict[str, list[Card]] = {}
    for card in board.cards:
        by_name.setdefault(card.main or "", []).append(card)
    if not any(by_name):
        return ()
    names = [name for name in ordered if name in by_name]
    names += [name for name in by_name if name and name not in names]
    return tuple(CountRow(name, tuple(by_name[name])) for name in (*names, *([""] if "" in by_name else [])))
