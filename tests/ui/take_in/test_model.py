"""The table and the list of 取り込みの確認 as Qt models, small and large, by mouse and keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dxdesk.domain.arrivals import ROW_KINDS
from dxdesk.ui.application import set_text_scale
from dxdesk.ui.row_tree import ROW_ROLE
from dxdesk.ui.take_in.files import FilesPane
from dxdesk.ui.take_in.model import CHECK, AnswersModel, Column, FilesModel
from dxdesk.ui.take_in.rows import AnswerRow, FileRow, Gathered, arranged
from dxdesk.ui.take_in.view import AnswersView
from dxdesk.ui.theme import desktop_font

FILES = tuple(FileRow(f"f{number}", f"課{number}", f"1月{number}日", f"2025-01-{number:02}") for number in range(1, 4))


def answer(number: int, file: int = 1, kind: str = "new") -> AnswerRow:
    """An answer of a file."""
    return AnswerRow(
        key=f"f{file}:{number}",
        file=f"f{file}",
        name=f"取組{number}",
        kind=kind,  # type: ignore[arg-type]
        number=str(number),
        department=f"課{file}",
        now="ok",
        now_word="順調",
        last="warn",
        last_word="要注意",
        reason="わけ",
        can_tick=kind in ("new", "additional", "conflict"),
    )


KINDS = tuple(answer(place, kind=kind) for place, kind in enumerate(ROW_KINDS))
SEVERAL = Gathered(FILES, (*KINDS, answer(1, 2), answer(1, 3)), ("課3", "課2", "課1"))


def test_the_models_keep_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    answers, files = AnswersModel(), FilesModel()
    answers.show_rows(arranged(SEVERAL, None, by_department=True))
    files.show_rows(FILES)
    qtmodeltester.check(answers)  # type: ignore[no-untyped-call]
    qtmodeltester.check(files)  # type: ignore[no-untyped-call]


def test_answers_stand_under_departments_in_their_order_or_under_files_as_they_came() -> None:
    by_department = [each.name for each in arranged(SEVERAL, None, by_department=True) if each.kind is None]
    by_file = [each.name for each in arranged(SEVERAL, None, by_department=False) if each.kind is None]
    assert by_department == ["課3", "課2", "課1"]
    assert [each.partition("　")[0] for each in by_file] == ["課1", "課2", "課3"]


@pytest.mark.parametrize("kind", ROW_KINDS)
def test_a_filter_leaves_one_kind_under_its_heads(kind: str) -> None:
    rows = arranged(SEVERAL, kind, by_department=True)  # type: ignore[arg-type]
    assert {each.kind for each in rows} == {kind, None}
    assert SEVERAL.counts()[kind] == sum(each.kind == kind for each in rows)  # type: ignore[index]


def test_only_where_there_is_something_to_take_is_a_box_and_it_is_set() -> None:
    model = AnswersModel()
    model.show_rows(KINDS)
    boxes = [model.index(place, 0).data(CHECK) for place in range(len(KINDS))]
    set_ = Qt.CheckState.Checked
    assert boxes == [set_, set_, set_, None, None, None, None]
    assert [bool(model.flags(model.index(place, 0)) & Qt.ItemFlag.ItemIsUserCheckable) for place in range(4)] == [
        True, True, True, False,
    ]  # fmt: skip
    assert not model.setData(model.index(3, 0), Qt.CheckState.Checked, CHECK)


def test_a_row_is_read_aloud_with_everything_it_shows() -> None:
    model = AnswersModel()
    model.show_rows((answer(3, kind="conflict"),))
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "3　取組3、課1、前回は要注意、今回は順調、くいちがい、わけ"


def test_the_arrows_pass_over_heads_and_space_and_enter_do_their_work(qtbot: QtBot) -> None:
    view = AnswersView()
    qtbot.addWidget(view)
    view.resize(800, 400)
    view.show()
    view.show_rows(arranged(SEVERAL, None, by_department=True))
    assert view.chosen is not None
    assert view.chosen.key == "f3:1"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.chosen.key == "f2:1"
    with qtbot.waitSignal(view.source.ticked_changed):
        QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.source.left_out == {"f2:1"}
    with qtbot.waitSignal(view.row_requested) as asked:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == ["f2:1"]


def test_fifty_files_of_two_hundred_answers_are_shown_by_painting_what_is_seen(qtbot: QtBot) -> None:
    files = tuple(FileRow(f"f{file}", f"課{file}", "回答ファイル", "2025-01-01") for file in range(50))
    answers = tuple(answer(number, file) for file in range(50) for number in range(200))
    asked: list[int] = []

    class Counting(AnswersModel):
        def data(self, index: object, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            if role == ROW_ROLE:
                asked.append(index.row())  # type: ignore[attr-defined]
            return super().data(index, role)  # type: ignore[arg-type]

    view = AnswersView()
    view.source = Counting(view)
    view.setModel(view.source)
    qtbot.addWidget(view)
    view.resize(900, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.show_rows(arranged(Gathered(files, answers, ()), None, by_department=True))
    view.grab()
    assert view.source.rowCount() == 50 * 201
    assert 0 < len(set(asked)) < 100


def test_a_long_name_has_the_room_that_short_reasons_leave(qtbot: QtBot) -> None:
    view = AnswersView()
    qtbot.addWidget(view)
    view.resize(760, 300)
    short = answer(1)
    view.show_rows([replace(short, reason="取り込み済み")])
    before = view.columnWidth(Column.NAME)
    view.show_rows([replace(short, name="マイナンバーカードの普及促進", reason="取り込み済み")])
    assert view.columnWidth(Column.NAME) > before
    view.show_rows([replace(short, name="長" * 60, reason="事務局で直した文とちがいます")])
    wanted = QFontMetricsF(desktop_font("small")).horizontalAdvance("事務局で直した文とちがいます")
    assert view.columnWidth(Column.REASON) >= wanted


def test_the_list_of_files_becomes_a_drop_down_list(qtbot: QtBot) -> None:
    pane = FilesPane()
    qtbot.addWidget(pane)
    pane.show_files(FILES)
    pane.show()
    assert (pane.view.isVisible(), pane.box.isVisible()) == (True, False)
    pane.show_narrow(True)
    assert (pane.view.isVisible(), pane.box.isVisible()) == (False, True)
    with qtbot.waitSignal(pane.requested) as asked:
        pane.box.setCurrentIndex(1)
        pane.box.activated.emit(1)
    assert (asked.args, pane.chosen) == (["f2"], "f2")


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_the_number_of_files_has_its_room_beside_the_way_to_others(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    set_text_scale(qapp, scale)
    pane = FilesPane()
    qtbot.addWidget(pane)
    pane.show_files([replace(FILES[0], key=str(each)) for each in range(50)])
    pane.resize(pane.minimumWidth(), 600)
    pane.show()
    head = next(each for each in pane.findChildren(QLabel) if each.text().endswith("50件"))
    assert head.width() >= head.sizeHint().width()
    assert head.geometry().right() < pane.add.geometry().left()
    set_text_scale(qapp, 1.0)


def test_enter_and_a_click_ask_for_a_file(qtbot: QtBot) -> None:
    pane = FilesPane()
    qtbot.addWidget(pane)
    pane.resize(268, 600)
    bad = replace(FILES[1], trouble="途中で切れています", marks=("Excelで受領", "時計が3日ずれています"))
    pane.show_files((FILES[0], bad, FILES[2]))
    pane.show()
    with qtbot.waitSignal(pane.requested) as clicked:
        place = pane.view.visualRect(pane.model.index(1, 0)).center()
        QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked.args == ["f2"]
    with qtbot.waitSignal(pane.requested) as pressed:
        QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert pressed.args == ["f2"]
    spoken = pane.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("Excelで受領、時計が3日ずれています、途中で切れています")
