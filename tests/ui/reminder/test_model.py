from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from dxdesk.ui.reminder.model import DepartmentModel, Row, rows_of
from tests.documents.sample_letters import TOWN_LIFE, TRADE, many


def test_all_at_once_stand_first_and_who_owes_nothing_is_left_out() -> None:
    rows = rows_of({"t": TOWN_LIFE, "c": TRADE, "s": many(2)})
    assert rows == (
        Row(None, "すべての課（2課）", "未回答 4・差戻し 1"),
        Row("c", "商工観光課", "未回答 2・差戻し 1"),
        Row("s", "総務課文書情報グループ", "未回答 2"),
    )


def test_a_single_department_needs_no_row_for_all() -> None:
    assert [each.department for each in rows_of({"t": TOWN_LIFE, "c": TRADE})] == ["c"]
    assert rows_of({"t": TOWN_LIFE}) == ()


def test_rows_are_shown_and_read_aloud(qtmodeltester: ModelTester) -> None:
    model = DepartmentModel()
    model.show_rows(rows_of({"c": TRADE}))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    index = model.index(0)
    assert index.data() == "商工観光課　未回答 2・差戻し 1"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "商工観光課、未回答 2・差戻し 1"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
