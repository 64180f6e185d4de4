"""主な動き from 印刷: written by the secretariat, read by others, and never lost on the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.movements import MovementEdit, MovementPart
from dxdesk.domain.permissions import Actor
from dxdesk.operations.movements import write_movements
from dxdesk.operations.printing_movements import MovementParagraph, Movements
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries.movements import movement_edit
from dxdesk.ui.printing import movements, movements_dialog
from dxdesk.ui.printing.movements_dialog import MovementsDialog
from dxdesk.ui.printing.movements_row import ParagraphRow
from dxdesk.wording.movements import READ, SAVED, WRITE
from tests.builders import accepted
from tests.ui.printing.conftest import Opener

PARAGRAPHS = (
    MovementParagraph("advanced", "進んだもの", "8 ペーパーレス化：試行を始めた。", None, False, ()),
    MovementParagraph("late", "遅れているもの", "3 手続：決まらない。", "3月に取り戻す。", False, ("3 手続",)),
    MovementParagraph("watched", "注意するもの", "ありません。", None, True, ()),
)
FOUND = Movements(MovementEdit((), frozenset({"watched"}), {"late": "3月に取り戻す。"}), PARAGRAPHS)


@pytest.fixture
def dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MovementsDialog:
    monkeypatch.setattr(movements_dialog, "choose", lambda *_: 1)  # who closes it at the end of a test means it
    found = MovementsDialog(FOUND, may=True)
    qtbot.addWidget(found)
    found.show()
    return found


def row(dialog: MovementsDialog, part: MovementPart) -> ParagraphRow:
    return next(each for each in dialog.rows if each.part == part)


def write(row: ParagraphRow, text: str) -> None:
    row.words.selectAll()
    QTest.keyClicks(row.words, text)


def test_what_is_shown_is_what_is_kept_while_nothing_is_written(dialog: MovementsDialog) -> None:
    assert dialog.wish.texts == {"late": "3月に取り戻す。"}
    assert dialog.wish.left_out == {"watched"}
    assert dialog.looked_at == frozenset()
    assert not row(dialog, "advanced").automatic.isEnabled()


def test_paragraphs_are_written_left_out_and_moved_by_keyboard(dialog: MovementsDialog) -> None:
    write(row(dialog, "advanced"), "abc")
    QTest.keyClick(row(dialog, "late").printed, Qt.Key.Key_Space)
    QTest.keyClick(row(dialog, "watched").up, Qt.Key.Key_Space)
    assert dialog.wish.texts["advanced"] == "abc"
    assert dialog.wish.left_out == {"late", "watched"}
    assert dialog.wish.parts[:3] == ("advanced", "watched", "late")
    assert not row(dialog, "late").words.isEnabled()
    assert not row(dialog, "advanced").up.isEnabled()


def test_the_programs_words_come_back_and_count_as_no_change(dialog: MovementsDialog) -> None:
    row(dialog, "late").automatic.click()
    assert row(dialog, "late").words.typed() == "3 手続：決まらない。"
    assert dialog.wish.texts == {}


def test_what_changed_since_is_said_and_somebody_may_have_looked(dialog: MovementsDialog) -> None:
    assert row(dialog, "late").looked_at.isVisible()
    assert not row(dialog, "advanced").looked_at.isVisible()
    row(dialog, "late").looked_at.click()
    assert dialog.looked_at == {"late"}


def test_an_empty_paragraph_is_not_taken(dialog: MovementsDialog) -> None:
    write(row(dialog, "advanced"), " ")
    dialog.go.click()
    assert dialog.isVisible()
    assert "空です" in dialog.message.text


def test_what_was_written_is_not_lost_by_escape(dialog: MovementsDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter((0, 1))
    monkeypatch.setattr(movements_dialog, "choose", lambda *_: next(answers))
    write(row(dialog, "advanced"), "abc")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_who_may_not_write_reads(qtbot: QtBot) -> None:
    found = MovementsDialog(FOUND, may=False)
    qtbot.addWidget(found)
    found.show()
    assert not found.go.isVisible()
    assert all(each.words.isReadOnly() and not each.printed.isEnabled() for each in found.rows)
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert not found.isVisible()


def test_it_is_reached_where_the_summary_or_the_packet_is_chosen(open_page: Opener) -> None:
    page = open_page(subject="summary")
    assert page.choices.movements.isVisible()
    assert page.choices.movements.text() == WRITE
    page.show_subject("list")
    assert not page.choices.movements.isVisible()
    reader = open_page(Actor("reader"), subject="summary")
    assert reader.choices.movements.text() == READ


def test_what_is_written_is_kept_printed_and_taken_back(
    open_page: Opener, opened: tuple[Desk, Cycle], qtbot: QtBot
) -> None:
    desk, cycle = opened
    page = open_page(subject="summary")
    with qtbot.waitSignal(page.said) as said:
        page.writing.keep(cycle, MovementEdit(texts={"late": "4月に見直す。"}))
    assert said.args == [SAVED, True]
    assert desk.ask(movement_edit, cycle.id).texts == {"late": "4月に見直す。"}
    desk.undo()
    assert desk.ask(movement_edit, cycle.id) == MovementEdit()
    desk.redo()
    assert desk.ask(movement_edit, cycle.id).texts == {"late": "4月に見直す。"}


def test_the_dialog_stays_until_what_was_written_could_be_kept(
    open_page: Opener, opened: tuple[Desk, Cycle], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, cycle = opened
    page = open_page(subject="summary")
    told: list[str] = []
    shown: list[str] = []

    def accept(dialog: MovementsDialog) -> int:
        if not shown:
            write(row(dialog, "late"), "abc")
        shown.append(row(dialog, "late").words.typed())
        if len(shown) == 2:
            monkeypatch.undo()
        return 1

    def full(*_: object) -> None:
        raise StoreUnavailable("disk_full", "x")

    monkeypatch.setattr(movements, "tell", lambda _window, words: told.append(words))
    monkeypatch.setattr(MovementsDialog, "exec", accept)
    monkeypatch.setattr(desk, "do", full)
    page.choices.movements.click()
    assert shown == ["abc", "abc"]
    assert len(told) == 1
    assert desk.ask(movement_edit, cycle.id).texts == {"late": "abc"}


def test_before_printing_one_is_told_what_is_older_than_the_answers_and_led_there(
    open_page: Opener, opened: tuple[Desk, Cycle], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, cycle = opened
    accepted(desk, cycle, "重点-1", status="late", issues="人手が足りない。")
    desk.do(write_movements, cycle, MovementEdit(texts={"late": "4月に見直す。"}))
    accepted(desk, cycle, "重点-1", status="late", issues="人手が足りる。")
    opened_dialogs: list[Cycle] = []
    page = open_page(subject="summary")
    monkeypatch.setattr(page.writing, "open", opened_dialogs.append)
    page.before.fix_requested.emit("movements", "")
    assert opened_dialogs == [cycle]
    assert page.composed is not None
    (told,) = page.composed.prepared.facts.movements
    assert told.stale
