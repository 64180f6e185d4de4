"""The rows left of the form: own items with their state first, then every axis; spoken in one sentence each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from dxdesk.ui.entry.model import EntryModel, EntryRole, matches
from dxdesk.ui.entry.reading import EntryList, asked_departments, read_entries
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenDesk, Write


def listed(open_desk: OpenDesk, write: Write | None = None) -> EntryList:
    desk = open_desk(write)
    cycle = towns.newest(desk)
    return read_entries(desk, cycle, asked_departments(desk, cycle)[0])


def shown(model: EntryModel, parent: QModelIndex = QModelIndex()) -> list[tuple[str, str, str]]:  # noqa: B008
    """(kind, text, what stands at the right) of every row, depth first."""
    rows = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        rows.append((index.data(EntryRole.KIND), index.data(), index.data(EntryRole.RIGHT)))
        rows += shown(model, index)
    return rows


def test_the_model_keeps_the_rules_of_qt(open_desk: OpenDesk, qtmodeltester: ModelTester) -> None:
    model = EntryModel()
    model.show(listed(open_desk))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_own_items_come_first_with_their_state_then_the_whole_tree(open_desk: OpenDesk) -> None:
    model = EntryModel()
    model.show(listed(open_desk))
    rows = shown(model)
    assert rows[:4] == [
        ("heading", "自分の担当　3件", "提出 0／3"),
        ("own", "キャッシュレス決済", "未入力"),
        ("own", "マイナカード普及促進", "未入力"),
        ("own", "ペーパーレス化", "未入力"),
    ]
    assert [row for row in rows if row[0] == "axis"] == [
        ("axis", "住民の利便性向上に向けたDX", "5件"),
        ("axis", "行政組織の変革に向けたDX", "5件"),
        ("axis", "地域の活性化に向けたDX", "3件"),
    ]
    assert sum(row[0] == "item" for row in rows) == 13


def test_states_are_told_in_words(open_desk: OpenDesk) -> None:
    model = EntryModel()
    model.show(listed(open_desk, towns.returned))
    assert ("own", "マイナカード普及促進", "差戻し") in shown(model)


def test_only_own_items_carry_a_status(open_desk: OpenDesk) -> None:
    entries = listed(open_desk)
    model = EntryModel()
    model.show(entries)
    own = {entry.unit.id for entry in entries.own}
    for index, _ in model.axes():
        for row in range(model.rowCount(index)):
            item = model.index(row, 0, index)
            assert (item.data(EntryRole.STATUS) is not None) == (item.data(EntryRole.UNIT) in own)


def test_rows_are_read_aloud_as_one_sentence(open_desk: OpenDesk) -> None:
    entries = listed(open_desk, towns.returned)
    model = EntryModel()
    model.show(entries)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert (
        model.index_of(entries.plan.unit("4").id).data(spoken)
        == "マイナカード普及促進、順調、前回は順調、段階は運用、差戻し"
    )
    assert model.index_of(entries.plan.unit("2").id).data(spoken) == "キャッシュレス決済、未回答、前回は順調、未入力"
    assert model.index_of(entries.plan.unit("1").id).data(spoken) == "行政手続オンライン化、ほかの課の担当"


def test_indexes_stay_valid_while_only_values_change(open_desk: OpenDesk) -> None:
    model = EntryModel()
    model.show(listed(open_desk))
    index = QPersistentModelIndex(model.index(2, 0))
    model.show(listed(open_desk, towns.returned))
    assert (index.isValid(), index.data(EntryRole.RIGHT)) == (True, "差戻し")


def test_a_search_shows_what_matches_and_nothing_else(open_desk: OpenDesk) -> None:
    model = EntryModel()
    model.show(listed(open_desk), "きゃっしゅ")
    assert [row[1] for row in shown(model)] == [
        "自分の担当　3件", "キャッシュレス決済", "住民の利便性向上に向けたDX", "キャッシュレス決済",
    ]  # fmt: skip
    model.show(listed(open_desk), "どこにもない")
    assert model.empty


@pytest.mark.parametrize("words", ["4", "（４）", "マイナ", "ﾏｲﾅ", "まいなんばー"])
def test_a_unit_is_found_by_number_name_and_short_name_in_any_width_or_kana(open_desk: OpenDesk, words: str) -> None:
    assert matches(listed(open_desk).plan.unit("4"), words)
