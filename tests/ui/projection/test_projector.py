"""The laptop goes on; the audience sees the same, unless the picture is frozen or hidden."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.domain.audience import ReadBack
from dxdesk.ui.board.course import Position, course
from dxdesk.ui.projection.projector import Projector
from tests.ui.board.sights import shown

WORDS = ReadBack(1, "移行を二段階に分ける。", "approved")


@pytest.fixture
def projector(qtbot: QtBot) -> Projector:
    made = Projector()
    made.show_content(shown())
    return made


def codes(projector: Projector) -> tuple[str | None, str | None]:
    """The units on the laptop and on the audience's screen."""
    projected = projector.projected
    return projector.position.code, projected.position.code if projected else None


def test_the_audience_follows_the_laptop(projector: Projector) -> None:
    projector.step(forwards=True)
    first = course(shown())[0].code
    assert codes(projector) == (first, first)


def test_a_frozen_picture_stays_while_the_laptop_goes_on(projector: Projector) -> None:
    first, second = (card.code for card in course(shown())[:2])
    projector.open_unit(first)
    projector.freeze(True)
    projector.open_unit(second)
    assert codes(projector) == (second, first)
    projector.freeze(False)
    assert codes(projector) == (second, second)


def test_a_frozen_picture_shows_what_counted_when_it_was_frozen(projector: Projector) -> None:
    projector.freeze(True)
    before = projector.projected
    projector.show_content(replace(shown(), items={}))
    assert projector.projected is before


def test_hidden_means_that_the_audience_sees_no_slide(projector: Projector) -> None:
    projector.hide(True)
    assert projector.projected is None
    projector.step(forwards=True)
    assert projector.projected is None
    projector.hide(False)
    assert projector.projected is not None


def test_what_was_read_back_leads_back_to_where_it_was(projector: Projector) -> None:
    code = course(shown())[0].code
    projector.open_unit(code)
    projector.read_back(WORDS)
    assert projector.reading_back
    assert projector.position.view == "readback"
    assert projector.audience is not None
    assert projector.audience.read_back == WORDS
    projector.read_back(replace(WORDS, text="移行を三段階に分ける。"))
    projector.read_back(None)
    assert not projector.reading_back
    assert projector.position == Position(code=code)
    assert projector.audience.read_back is None


def test_new_content_keeps_the_place_and_what_is_read_back(projector: Projector) -> None:
    projector.read_back(WORDS)
    projector.show_content(shown())
    assert projector.audience is not None
    assert projector.audience.read_back == WORDS
    assert projector.position.view == "readback"


def test_a_unit_that_is_gone_gives_way_to_the_board(projector: Projector) -> None:
    projector.open_unit(course(shown())[0].code)
    board = shown().board
    projector.show_content(replace(shown(), board=replace(board, cards=())))
    assert projector.position.code is None
