"""What is painted in the tree: bars whose parts are never too small, and shapes that need no colour."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from dxdesk.ui.initiatives.delegate import WIDTHS
from dxdesk.ui.initiatives.model import Column
from dxdesk.ui.initiatives.rows import tree_rows
from dxdesk.ui.initiatives.tree import InitiativeTree
from dxdesk.ui.theme import colour, status_look
from tests.documents.sample_boards import scene
from tests.ui.initiatives.sources import made_up_plan, source_of, town_source, with_card


def tree(qtbot: QtBot, width: int = 962) -> InitiativeTree:
    found = InitiativeTree()
    qtbot.addWidget(found)
    found.resize(width, 600)
    found.show()
    return found


def colours(view: InitiativeTree, key: str, column: Column) -> set[str]:
    """The colours of a cell as it is painted."""
    rect = view.visualRect(view.model().index_of(key).siblingAtColumn(column))  # type: ignore[attr-defined]
    image = view.viewport().grab(rect).toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("status", ["late", "warn", "ok", "done", "none"])
def test_a_status_has_its_symbol_and_its_word(qtbot: QtBot, status: str) -> None:
    view = tree(qtbot)
    source = with_card(town_source(), "1", status=status, waiting=None)
    view.show_rows(tree_rows(source))
    found = colours(view, source.plan.unit("1").id, Column.STATUS)
    assert status_look(status).symbol.name() in found
    assert colour("ink").name() in found


def test_lines_of_the_plan_have_no_status_and_no_stage(qtbot: QtBot) -> None:
    view = tree(qtbot)
    source = town_source()
    view.show_rows(tree_rows(source))
    view.open_all()
    line = source.plan.activities(source.plan.unit("6"))[0]
    view.scrollTo(view.model().index_of(line.id))  # type: ignore[attr-defined]
    for column in (Column.STATUS, Column.STAGE, Column.OWNERS):
        assert colours(view, line.id, column) == {"#ffffff"}


@pytest.mark.parametrize("width", [620, 962, 1516])
def test_a_name_of_forty_characters_stays_within_its_column(qtbot: QtBot, width: int) -> None:
    view = tree(qtbot, width)
    plan = made_up_plan(3, "とても長い名前を持つ取組を一覧に並べたときの見え方を確かめる四十字の名前{:04}".format)
    assert len(plan.units[0].name) == 40
    source = source_of(scene(plan=plan))
    view.show_rows(tree_rows(source))
    rect = view.visualRect(view.model().index_of("unit-0"))  # type: ignore[attr-defined]
    image = view.viewport().grab(rect).toImage()
    edge = {QColor(image.pixel(rect.width() - 3, y)).name() for y in range(2, rect.height() - 2)}
    assert edge == {"#ffffff"}


@pytest.mark.parametrize("width", [840, 962, 1516])
def test_the_columns_fill_the_tree_without_scrolling_sideways(qtbot: QtBot, width: int) -> None:
    view = tree(qtbot, width)
    view.show_rows(tree_rows(town_source()))
    header = view.header()
    assert header.length() == view.viewport().width()
    assert [header.sectionSize(column) for column in WIDTHS] == list(WIDTHS.values())


def test_a_narrow_tree_leaves_owners_and_change_to_the_sheet(qtbot: QtBot) -> None:
    view = tree(qtbot, 620)
    view.show_rows(tree_rows(town_source()))
    shown = [column for column in Column if not view.isColumnHidden(column)]
    assert shown == [Column.NAME, Column.STATUS, Column.STAGE]
    view.resize(720, 600)
    assert not view.isColumnHidden(Column.CHANGE)
    assert view.isColumnHidden(Column.OWNERS)
    view.resize(962, 600)
    assert not view.isColumnHidden(Column.OWNERS)
