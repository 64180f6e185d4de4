"""Where a meeting stood is found again, and what is read back is not kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from dxdesk import paths
from dxdesk.domain.audience import ReadBack
from dxdesk.ui.board.course import Position, View
from dxdesk.ui.projection.place import Place, kept_place, note_place, place_of, put_back, write_noted
from dxdesk.ui.projection.projector import Projector
from tests.ui.board.sights import shown

SECRET = "まだ記録していない言葉。"


@pytest.fixture
def projector(qtbot: QtBot) -> Projector:
    made = Projector()
    made.show_content(shown())
    return made


@given(
    code=st.none() | st.text(max_size=8),
    page=st.integers(-1, 9),
    view=st.sampled_from(View.__args__),  # type: ignore[attr-defined]
    item=st.none() | st.integers(1, 44),
    hidden=st.booleans(),
    frozen=st.none() | st.builds(Position, code=st.text(max_size=4)),
)
def test_what_was_kept_is_found_again(
    code: str | None, page: int, view: View, item: int | None, hidden: bool, frozen: Position | None
) -> None:
    place = Place(Position(code, page, None, view, False, item, "14:50"), frozen, hidden)
    write_noted(note_place("town", "meeting", place))
    assert kept_place("town", "meeting") == place


def test_every_meeting_of_every_database_has_its_own(qtbot: QtBot) -> None:
    write_noted(note_place("town", "first", Place(Position("1"))))
    assert kept_place("town", "second") == Place()
    assert kept_place("other", "first") == Place()


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"position": 3}',
        b'{"position": {"view": "memo"}, "hidden": false}',
        b'{"position": {"page": "2"}, "hidden": false}',
    ],
)
def test_what_cannot_be_read_begins_at_the_beginning(spoilt: bytes) -> None:
    file = note_place("town", "meeting", Place())
    write_noted(file)
    file.write_bytes(spoilt)
    assert kept_place("town", "meeting") == Place()


def test_a_disk_that_takes_nothing_stops_nobody(own_home: Path) -> None:
    own_home.parent.mkdir(exist_ok=True, parents=True)
    own_home.write_text("a file where the folder should be")
    write_noted(note_place("town", "meeting", Place(Position("1"))))
    assert kept_place("town", "meeting") == Place()


def test_what_is_read_back_is_neither_kept_nor_shown_again(projector: Projector) -> None:
    projector.open_unit(shown().board.cards[0].code)
    before = projector.position
    projector.read_back(ReadBack(1, SECRET))
    projector.freeze(True)
    place = place_of(projector)
    assert place == Place(before, before)
    write_noted(note_place("town", "meeting", place))
    assert not [each for each in paths.home().rglob("*") if each.is_file() and SECRET in each.read_text("utf-8")]


def test_a_frozen_and_hidden_picture_stays_so(projector: Projector) -> None:
    codes = [card.code for card in shown().board.cards[:2]]
    projector.open_unit(codes[0])
    projector.freeze(True)
    projector.open_unit(codes[1])
    projector.hide(True)
    other = Projector()
    other.show_content(shown())
    put_back(other, place_of(projector))
    assert other.position.code == codes[1]
    assert other.projected is None
    other.hide(False)
    assert other.projected is not None
    assert other.projected.position.code == codes[0]
