"""番号で映す: by the numbers that stand on the slides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.ui.board.course import course
from dxdesk.ui.projection.number_box import ProjectNumber
from dxdesk.ui.projection.projector import Projector
from tests.ui.board.sights import shown


@pytest.fixture
def projector(qtbot: QtBot) -> Projector:
    made = Projector()
    made.show_content(shown())
    return made


@pytest.fixture
def box(qtbot: QtBot, projector: Projector) -> ProjectNumber:
    made = ProjectNumber(projector)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("typed", ["1", "１"])
def test_a_number_of_the_discussion_shows_its_unit(box: ProjectNumber, projector: Projector, typed: str) -> None:
    first = course(shown())[0]
    box.field.insert(typed)
    assert (first.short_name or first.name) in box.words.text().replace("\n", "")
    QTest.keyClick(box.field, Qt.Key.Key_Return)
    assert projector.position.code == first.code
    assert not box.isVisible()


def test_a_number_that_means_nothing_shows_nothing(box: ProjectNumber, projector: Projector) -> None:
    before = projector.position
    QTest.keyClicks(box.field, "999")
    assert not box.show_it.isEnabled()
    QTest.keyClick(box.field, Qt.Key.Key_Return)
    assert projector.position == before
    assert box.isVisible()
    QTest.keyClick(box.field, Qt.Key.Key_Escape)
    assert not box.isVisible()
