"""A meeting with an agenda, and the projection of its desk on screens that a test plays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.agenda import adopt_proposal
from dxdesk.ui.composition import Composition
from dxdesk.ui.projection import show
from dxdesk.ui.projection.show import Projection
from tests.ui.meeting import towns
from tests.ui.projection.played import LAPTOP, PROJECTOR, PlayedScreens


@dataclass
class Room:
    """A meeting room: the desk, the meeting, the projection, its screens, and the laptop's window with a field."""

    desk: Desk
    cycle: Cycle
    meeting: Meeting
    projection: Projection
    screens: PlayedScreens
    laptop: QWidget
    field: QTextEdit
    composition: Composition


@pytest.fixture
def room(qtbot: QtBot, empty_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """Two screens; the meeting is prepared and nothing is projected yet."""
    monkeypatch.setattr(show, "SETTLE_MILLISECONDS", 0)
    desk, cycle = towns.made_up(empty_file, tmp_path)
    held = towns.hold(desk, cycle)
    desk.do(adopt_proposal, held)
    screens = PlayedScreens(LAPTOP, PROJECTOR)
    projection = Projection(desk, screens)
    projection.prepare(cycle, held.id)
    laptop, field = QWidget(), QTextEdit()
    QVBoxLayout(laptop).addWidget(field)
    qtbot.addWidget(laptop)
    laptop.show()
    laptop.activateWindow()
    qtbot.waitUntil(laptop.isActiveWindow)
    field.setFocus()
    yield Room(desk, cycle, held, projection, screens, laptop, field, Composition(field))
    projection.forget()
    desk.close()
