"""The table says in words what the board shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from dxdesk.domain.statuses import STATUSES
from dxdesk.ui.board.course import Shown
from dxdesk.ui.board.model import CODE_ROLE, HEADINGS, BoardTable, count_words
from tests.documents.sample_boards import scene
from tests.plan_samples import TOWNS


def shown(name: str = "ogawara") -> Shown:
    found = scene(name)
    return Shown(found.board, {item.card.unit: item for item in found.items}, found.settings)


@pytest.mark.parametrize("town", TOWNS)
def test_the_table_has_a_row_per_card_with_its_words(town: str, qtmodeltester: ModelTester) -> None:
    what = shown(town)
    model = BoardTable()
    model.show_content(what)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert model.rowCount() == len(what.board.cards)
    for row, card in enumerate(what.board.cards):
        cells = {heading: model.index(row, column).data() for column, heading in enumerate(HEADINGS)}
        assert cells["取組"] == card.name
        assert cells["状況"].startswith(what.settings.status_word(card.status))
        assert cells["段階"] == what.settings.stage_word(card.stage)
        assert cells["協議"] == (f"協議{card.agenda_number}" if card.agenda_number else "")
        assert model.index(row, 0).data(CODE_ROLE) == card.code
        assert model.row_of(card.code) == row


def test_the_headings_are_those_of_the_columns() -> None:
    model = BoardTable()
    assert [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())] == list(HEADINGS)
    assert model.row_of("none") == -1


def test_the_counts_stand_worst_first_and_leave_out_what_counts_nothing() -> None:
    what = shown()
    words = count_words(what)
    expected = [f"{what.settings.status_word(key)} {count}" for key in STATUSES if (count := what.board.counts[key])]
    assert words == "、".join(expected)
