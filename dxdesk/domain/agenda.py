"""Which units belong on the agenda, proposed by rule and never decided by it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Literal, get_args

from dxdesk.domain.board import Board, Card
from dxdesk.domain.directions import DECIDED_THERE, Directions
from dxdesk.domain.meetings import AgendaItem, EarlierDecision, ItemKind, Result

Reason = Literal["referred", "continued", "discuss", "late", "warn", "stop", "miss", "changed", "reported", "other"]
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)


LEFT: Final[tuple[Result, ...]] = ("continued", "revise")
"""Results with which a body means to come back to an item."""

OPEN: Final[tuple[Result, ...]] = (*LEFT, "referred")
"""Results after which something is still to be decided, by this body or by the one above."""

MINUTES: Final = 15
"""So long an item to be discussed is proposed to take."""

NEXT_YEAR_TITLE: Final = "次年度の方向性・予算要求について"
"""The item under which a meeting at the end of a year decides how its units go on."""

REST_MINUTES: Final = 15
STANDING_MINUTES: Final = 5


@dataclass(frozen=True)
class Candidate:
    """A unit, why it comes up, and what it would be on the agenda."""

    card: Card
    reason: Reason
    kind: ItemKind


def reason_for(card: Card) -> Reason:
    """Why a unit comes up: asked for discussion, then late, warn, stop, unanswered, changed, the rest."""
    if card.discuss != "none":
        return "discuss"
    if card.status in ("late", "warn", "stop", "miss"):
        return card.status
    return "changed" if card.change in ("better", "worse") else "other"


def propose(
    board: Board,
    referred: Collection[str] = (),
    reported: Collection[str] = (),
    continued: Collection[str] = (),
    settled: Collection[str] = (),
) -> tuple[Candidate, ...]:
    """All units that were asked, reported on or left over, ranked by the rule, within a rank in the plan's order.

    What another body has ``referred`` to this one comes first, then what this body left for its next meeting
    (``continued``); what was ``reported`` between cycles since the last meeting comes before the rest. What was
    referred or left, what asks for discussion and what is late become 協議, everything else 報告; so does what this
    body has ``settled`` in this cycle, unless it was referred or left since.
    """
    found = [
        Candidate(card, reason, _kind(reason, card.unit in settled))
        for card in board.cards
        if card.assigned or card.unit in reported or card.unit in continued
        for reason in (_reason(card, referred, reported, continued),)
    ]
    return tuple(sorted(found, key=lambda each: REASONS.index(each.reason)))


def _kind(reason: Reason, settled: bool) -> ItemKind:
    comes_up = reason in ("referred", "continued") or (reason in ("discuss", "late") and not settled)
    return "discuss" if comes_up else "report"


def _reason(card: Card, referred: Collection[str], reported: Collection[str], continued: Collection[str]) -> Reason:
    if card.unit in referred:
        return "referred"
    if card.unit in continued:
        return "continued"
    found = reason_for(card)
    return "reported" if found == "other" and card.unit in reported else found


def referred_units(earlier: Sequence[EarlierDecision], body: str) -> frozenset[str]:
    """The units about which another body than ``body`` (id) decided last that a body above is to decide."""
    last = {each.decision.unit: each for each in earlier if each.decision.unit is not None}
    return frozenset(
        unit for unit, each in last.items() if each.decision.result == "referred" and each.meeting.body != body
    )


def settled_units(earlier: Sequence[EarlierDecision], body: str) -> dict[str, str]:
    """By unit the meeting (id) in which a body (id) settled it: it decided for good, passed it on or let it go, and no
    body left or referred it since."""
    own = {each.decision.unit: each for each in earlier if each.meeting.body == body}
    last = {each.decision.unit: each for each in earlier}
    return {
        unit: each.meeting.id
        for unit, each in own.items()
        if unit is not None
        and each.decision.result not in LEFT
        and (last[unit] is each or last[unit].decision.result not in OPEN)
    }


def next_year_item(directions: Directions, earlier: Sequence[EarlierDecision], body: str) -> str | None:
    """決めること of the item NEXT_YEAR_TITLE: the departments have said how to go on, and the body (id) has not decided
    about it in this cycle, or left it since. None where there is nothing to decide yet, or no more."""
    own = [each.decision.result for each in earlier if each.title == NEXT_YEAR_TITLE and each.meeting.body == body]
    if not directions.told or (own and own[-1] not in LEFT):
        return None
    left = sum(row.left_to_meeting for row in directions.rows)
    more = f"。「{DECIDED_THERE}」の{left}取組をどうするか" if left else ""
    return f"次年度の方向性と予算要求を一覧のとおりとしてよいか{more}"


_MATTERS: Final = {"進捗": "進捗状況"}


def standing_title(item: str) -> str:
    """A standing item of a body as an agenda prints it: 「…について」.

    A plan often lists bare verbs; of those the matters are named: 調査 becomes 調査事項について.
    """
    if item.endswith("について"):
        return item
    bare = len(item) == 2
    return f"{_MATTERS.get(item, f'{item}事項') if bare else item}について"


def total_minutes(items: Sequence[AgendaItem]) -> int:
    """How long the agenda takes; what has no minutes takes none."""
    return sum(each.minutes or 0 for each in items)


def minutes_between(begins: str | None, ends: str | None) -> int | None:
    """How long a meeting is, of two times ``HH:MM``; None where one is not known."""
    if not begins or not ends:
        return None
    first, last = (int(hour) * 60 + int(minute) for hour, minute in (begins.split(":"), ends.split(":")))
    return last - first


def starting_times(begins: str | None, items: Sequence[AgendaItem]) -> tuple[str | None, ...]:
    """When each item begins, ``HH:MM``, and at last when all are through; None where the time is not known."""
    if not begins:
        return (None,) * (len(items) + 1)
    hour, minute = (int(each) for each in begins.split(":"))
    taken = accumulate((each.minutes or 0 for each in items), initial=hour * 60 + minute)
    return tuple(f"{each // 60 % 24:02d}:{each % 60:02d}" for each in taken)


def agenda_numbers(units: Sequence[tuple[str | None, ItemKind]]) -> dict[str, int]:
    """The numbers of 本日の協議 by unit: discussed items counted from 1 in the order of the agenda."""
    discussed = [unit for unit, kind in units if kind == "discuss"]
    return {unit: number for number, unit in enumerate(discussed, start=1) if unit is not None}
