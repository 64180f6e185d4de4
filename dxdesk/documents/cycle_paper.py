"""A paper that shows a whole cycle, as a file of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from dxdesk.documents.frames import Footer, Frame
from dxdesk.documents.page import Printed, Sheet
from dxdesk.domain.board import Board
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import occasion
from dxdesk.wording.paper import SAMPLE_NOTE, foot_left, foot_right


class OfCycle(Protocol):
    """What every such paper knows."""

    @property
    def board(self) -> Board:
        """The cycle."""

    @property
    def plan(self) -> Plan:
        """The plan as it was when the cycle was opened."""

    @property
    def settings(self) -> Settings:
        """The town's words."""


Value = TypeVar("Value", bound=OfCycle)


def compose_of_cycle(
    value: Value,
    title: str,
    frame: Frame,
    lay: Callable[[Sheet, Value], None],
    *,
    made: str,
    number: str,
    note: str = SAMPLE_NOTE,
) -> Printed:
    """A paper on pages of a frame in the town's margins; ``made`` is an ISO moment, ``note`` stands at the foot of a
    sample. The same value gives the same bytes."""
    paper = value.settings.paper
    about = occasion(value.board, paper)
    footer = Footer(foot_left(about), foot_right(about, made, note))
    sheet = Sheet(frame.for_town(paper), f"{value.plan.title}　{title}", value.board.town, footer, number=number)
    lay(sheet, value)
    return sheet.finish()
