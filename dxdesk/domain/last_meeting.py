"""前回の決定と宿題の処理状況: what the body decided when it last met, and what has become of its 宿題."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dxdesk.domain.action_items import ListedAction
from dxdesk.domain.meetings import Decision, Meeting
from dxdesk.domain.settings import Settings


@dataclass(frozen=True)
class DecidedLast:
    """A decision of the last meeting: its number as minutes print it (6-3), number and name of its unit or the title of
    its item, and the 宿題 that were given under the same item."""

    number: str
    decision: Decision
    subject: str
    actions: tuple[ListedAction, ...]


@dataclass(frozen=True)
class LastMeeting:
    """Everything the paper shows; ``name`` is that of the meeting with its cycle. ``actions`` are its 宿題 and what is
    still open of older ones, ``today`` says what is overdue."""

    settings: Settings
    name: str
    day: date
    decisions: tuple[DecidedLast, ...]
    actions: tuple[ListedAction, ...]
    today: date


def meeting_before(held: Meeting, known: Sequence[Meeting]) -> Meeting | None:
    """The meeting of the same body before one; where the body has not met before, the last of any; None for the first
    of all. ``known`` are all meetings in the order in which they were made."""
    order = {each.id: (each.day, at) for at, each in enumerate(known)}
    earlier = sorted((each for each in known if order[each.id] < order[held.id]), key=lambda each: order[each.id])
    own = [each for each in earlier if each.body == held.body]
    found = own or earlier
    return found[-1] if found else None
