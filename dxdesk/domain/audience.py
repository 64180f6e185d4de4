"""What the audience of a meeting sees: one frozen value behind every slide, the live copy and the draw command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dxdesk.domain.board import Board, Card, Item
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import ActionState, Result
from dxdesk.domain.roadmap import Roadmap
from dxdesk.domain.settings import Settings
from dxdesk.domain.trend import Trend


@dataclass(frozen=True)
class AgendaLine:
    """An item of the agenda as it is shown.

    ``discussed`` is its number among those to be discussed (None: 報告), ``code`` that of its unit (None: no unit),
    ``minutes`` its time.
    """

    number: int
    discussed: int | None
    title: str
    code: str | None
    minutes: int | None


@dataclass(frozen=True)
class OpenAction:
    """A 宿題 of an earlier meeting: its number as minutes print it, who does it, and by when (None: 次回会議)."""

    number: str
    text: str
    departments: tuple[str, ...]
    due: date | None
    state: ActionState


@dataclass(frozen=True)
class ReadBackAction:
    """A 宿題 that is read back: who does what until when (None: 次回会議)."""

    text: str
    departments: tuple[str, ...]
    due: date | None


@dataclass(frozen=True)
class ReadBack:
    """What is read back to the room before it is recorded: a decision, 宿題, or both.

    ``item`` is the number of the agenda item it is about, ``text`` the decision in the words of the room, empty where
    only 宿題 are read back.
    """

    item: int
    text: str
    result: Result | None = None
    actions: tuple[ReadBackAction, ...] = ()


@dataclass(frozen=True, eq=False)
class Audience:
    """A cycle as its meeting sees it, from one moment of the database. ``items`` are by unit id.

    What counts, what was decided, the agenda, earlier 宿題, and the words that were given to be read back. There is no
    field for a memo, a draft, what is not public or not accepted, so none can be shown.
    """

    cycle: Cycle
    board: Board
    items: Mapping[str, Item]
    settings: Settings
    trend: Trend
    roadmap: Roadmap
    agenda: tuple[AgendaLine, ...] = ()
    actions: tuple[OpenAction, ...] = ()
    read_back: ReadBack | None = None

    def card(self, code: str) -> Card | None:
        """The card of a code, None where there is none."""
        return next((card for card in self.board.cards if card.code == code), None)
