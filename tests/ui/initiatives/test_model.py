"""The model of the tree keeps Qt's rules for any depth, and says a row in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from dxdesk.ui.initiatives.model import HEADINGS, Column, InitiativeModel
from dxdesk.ui.initiatives.rows import WHOLE_PLAN, tree_rows
from dxdesk.ui.initiatives.search import visible_rows
from dxdesk.ui.row_tree import ROW_ROLE
from tests.plan_samples import TOWNS
from tests.ui.initiatives.sources import made_up_source, town_source, with_card


def depth(model: InitiativeModel, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
    rows = range(model.rowCount(parent))
    return max((1 + depth(model, model.index(row, 0, parent)) for row in rows), default=0)


@pytest.mark.parametrize(("town", "levels"), list(zip(TOWNS, (3, 3, 2, 3, 4), strict=True)))
def test_every_plan_keeps_the_rules_of_a_model_at_its_own_depth(
    town: str, levels: int, qtmodeltester: ModelTester
) -> None:
    model = InitiativeModel()
    model.show_rows(tree_rows(town_source(town)))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert depth(model) == levels


@pytest.mark.parametrize("units", [0, 1, 200])
def test_plans_of_any_size_keep_the_rules_while_they_are_filtered(units: int, qtmodeltester: ModelTester) -> None:
    model = InitiativeModel()
    rows = tree_rows(made_up_source(units))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    for words in ("", "その1", "ありえない", ""):
        model.show_rows(visible_rows(rows, words))
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert len(model.rows()) == units + 3


def test_the_columns_have_their_names() -> None:
    model = InitiativeModel()
    found = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert found == ["取組", "状況", "段階", "実施主体", "前回比"] == list(HEADINGS.values())


def test_a_cell_says_in_words_what_the_eye_sees() -> None:
    source = with_card(
        town_source(),
        "6",
        status="warn",
        stage="study",
        change="worse",
        agenda_number=1,
        waiting=None,
        departments=tuple("住民税"),
    )
    model = InitiativeModel()
    model.show_rows(tree_rows(source))
    index = model.index_of(source.plan.unit("6").id)
    words = [index.siblingAtColumn(column).data() for column in Column]
    assert words == ["6 自治体情報システムの標準化・共通化", "要注意", "検討", "関係課（3課）", "悪化"]


def test_assistive_technology_hears_the_sentence_of_the_row_and_the_words_of_the_cell() -> None:
    source = town_source()
    model = InitiativeModel()
    model.show_rows(tree_rows(source))
    index = model.index_of(source.plan.unit("1").id)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert index.data(role) == model.index_of(source.plan.unit("1").id).data(ROW_ROLE).spoken
    assert index.siblingAtColumn(Column.STATUS).data(role) == index.siblingAtColumn(Column.STATUS).data()


def test_what_is_not_shown_has_no_index() -> None:
    model = InitiativeModel()
    model.show_rows(tree_rows(town_source()))
    assert not model.index_of(WHOLE_PLAN).isValid()
    assert not model.index(99, 0).isValid()


def test_new_values_in_the_same_tree_leave_indexes_standing() -> None:
    source = town_source()
    model = InitiativeModel()
    model.show_rows(tree_rows(source))
    unit = source.plan.unit("6").id
    kept = QPersistentModelIndex(model.index_of(unit).siblingAtColumn(Column.STATUS))
    model.show_rows(tree_rows(with_card(source, "6", status="late", waiting=None)))
    assert kept.data() == "遅れ"


def test_rows_that_say_something_else_are_told_to_have_changed_and_no_others() -> None:
    source = town_source("kahoku")
    model = InitiativeModel()
    model.show_rows(tree_rows(source))
    told: list[str] = []
    model.dataChanged.connect(
        lambda first, last: told.extend(
            first.siblingAtRow(row).data(ROW_ROLE).key for row in range(first.row(), last.row() + 1)
        )
    )
    before = {row.key: row for row in model.rows()}
    model.show_rows(tree_rows(source))
    assert told == []
    model.show_rows(tree_rows(with_card(source, "6", status="late", waiting=None)))
    assert source.plan.unit("6").id in told
    assert set(told) == {row.key for row in model.rows() if row != before[row.key]}
