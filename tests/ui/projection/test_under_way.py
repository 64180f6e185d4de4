"""It is noted which meeting is projected, as long as it is."""

from __future__ import annotations

from pathlib import Path

from dxdesk import paths
from dxdesk.ui.projection.under_way import forget_under_way, found_under_way, note_under_way
from tests.ui.projection.conftest import Room
from tests.ui.projection.played import LAPTOP, PROJECTOR


def noted(room: Room) -> str:
    """The meeting that a start would find now."""
    return found_under_way(room.desk.database.target)


def test_a_meeting_is_under_way_from_the_beginning_of_its_projection_to_the_end(room: Room) -> None:
    assert noted(room) == ""
    room.projection.start(room.laptop)
    assert noted(room) == room.meeting.id
    room.projection.end()
    assert noted(room) == ""


def test_it_is_still_under_way_while_its_screen_is_gone(room: Room) -> None:
    room.projection.start(room.laptop)
    room.screens.plug(LAPTOP)
    assert noted(room) == room.meeting.id
    room.screens.plug(LAPTOP, PROJECTOR)
    assert noted(room) == room.meeting.id


def test_a_rehearsal_is_no_meeting(room: Room) -> None:
    room.projection.rehearse(room.laptop)
    assert noted(room) == ""
    room.projection.leave_rehearsal()


def test_every_database_has_its_own() -> None:
    note_under_way("one.db", "first")
    assert found_under_way("other.db") == ""
    forget_under_way("other.db")
    assert found_under_way("one.db") == "first"


def test_a_note_that_cannot_be_read_is_none() -> None:
    note_under_way("one.db", "first")
    (note,) = (paths.home() / "projections").glob("*.meeting")
    note.write_bytes(b"\xff\xfe")
    assert found_under_way("one.db") == ""


def test_a_disk_that_takes_nothing_stops_nobody(room: Room, own_home: Path) -> None:
    own_home.mkdir(exist_ok=True)
    (own_home / "projections").write_text("")
    room.projection.start(room.laptop)
    assert room.projection.state == "on"
    room.projection.end()
    assert noted(room) == ""
