"""What 会議 makes of its room, and how its form looks before anything is typed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.ui.meeting.page import MeetingPage
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page


@pytest.mark.parametrize(("width", "wide"), [(1366, 276), (1920, 422)])
def test_the_parts_grow_with_the_window(qtbot: QtBot, opened: tuple[Desk, Cycle], width: int, wide: int) -> None:
    towns.hold(*opened)
    page = show_page(qtbot, MeetingPage(*opened), width, 900)
    assert page.parts._left.width() == wide


def test_examples_of_times_are_not_taken_for_times(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show_page(qtbot, MeetingPage(*opened))
    page.hands.start_holding()
    form = page.parts.form
    for field in (form.begins, form.ends):
        assert field.text() == ""
        assert field.placeholderText().startswith("例）")
        room = field.width() - 2 * field.fontMetrics().averageCharWidth() - 8
        assert field.fontMetrics().horizontalAdvance(field.placeholderText()) <= room
