"""催促文: read, copied, printed and kept for the departments that owe something."""

from __future__ import annotations

from pathlib import Path
from threading import Event, get_ident

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.letters import OWED
from dxdesk.preferences import keep_exchange
from dxdesk.store.queries import cycles as on_file
from dxdesk.store.queries import finding
from dxdesk.store.queries.reminders import reminders
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.printing import print_dialog, printer, saving
from dxdesk.ui.reminder.page import ReminderPage
from dxdesk.wording.reminder import CLOSED, COPIED, KEPT, NO_PRINTER, NOBODY, NOTHING_YET, PRINT
from tests.builders import FUKUSHI, SOUMU, accepted, answer, uid
from tests.documents.reading import page_texts
from tests.ui.reminder.conftest import OpenPage


def names(page: ReminderPage) -> list[str]:
    return [row.name for row in page.rows.rows]


def letter(page: ReminderPage) -> str:
    return page.panel.words.typed()


def with_printer(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """A printer that keeps what it is given."""
    kept: list[bytes] = []

    def take(pdf: bytes, order: printer.Order) -> int:
        kept.append(pdf)
        return len(order.pages)

    monkeypatch.setattr(printer, "has_printer", lambda: True)
    order = printer.Order((0,), printer.OnPaper())
    monkeypatch.setattr(print_dialog, "ask_printer", lambda *_: order)
    monkeypatch.setattr(printer, "send", take)
    return kept


def test_the_departments_that_owe_something_are_there_and_all_of_them_are_chosen(
    desk: Desk, open_page: OpenPage
) -> None:
    page = open_page(desk)
    assert names(page)[0].startswith("すべての課")
    assert SOUMU in names(page)
    assert page.department is None
    assert letter(page).count("（再依頼）") == len(names(page)) - 1


def test_another_department_shows_its_own_letter_by_mouse_and_by_keyboard(
    desk: Desk, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(desk)
    at = names(page).index(SOUMU)
    place = page.list.visualRect(page.rows.index(at)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert page.department == uid(SOUMU)
    assert letter(page).startswith(f"{SOUMU}長　様")
    assert letter(page).count("（再依頼）") == 1
    QTest.keyClick(page.list, Qt.Key.Key_Home)
    assert page.department is None


def test_the_day_is_proposed_and_another_one_stands_in_the_letter(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk)
    assert page.panel.day.text() == "R7.2.5"
    assert "令和7年2月5日（水）までに" in letter(page)
    page.panel.day.selectAll()
    QTest.keyClicks(page.panel.day, "2/7")
    assert "令和7年2月7日（金）までに" in letter(page)
    assert page.panel.echo.text() == "令和7年2月7日（金）"


def test_a_day_that_cannot_be_read_is_said_and_nothing_goes_out_until_it_can(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk)
    page.panel.day.selectAll()
    QTest.keyClicks(page.panel.day, "2/31")
    assert page.panel.message.text
    assert not page.foot.copy.isEnabled()
    assert not page.foot.print.isEnabled()
    page.panel.day.selectAll()
    QTest.keyClicks(page.panel.day, "2/7")
    assert page.panel.message.text == ""
    assert page.foot.copy.isEnabled()


def test_the_text_is_copied_as_it_is_read(desk: Desk, open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(desk)
    page.show_subject(uid(SOUMU))
    with qtbot.waitSignal(page.said) as said:
        QTest.mouseClick(page.foot.copy, Qt.MouseButton.LeftButton)
    assert said.args == [COPIED + KEPT, True]
    assert QGuiApplication.clipboard().text() == letter(page)


def test_that_it_went_out_is_kept_once_a_day_and_taken_back(desk: Desk, open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(desk)
    cycle = desk.ask(finding.cycle)
    page.show_subject(uid(SOUMU))
    page.copy()
    (kept,) = desk.ask(reminders, cycle.id)[uid(SOUMU)]
    assert (kept.way, kept.due) == ("mail", page.panel.due(kept.day))
    assert f"（{kept.day.month}月{kept.day.day}日に催促）" in page.rows.rows[page.list.currentIndex().row()].owed
    with qtbot.waitSignal(page.said) as again:
        page.copy()
    assert again.args == [COPIED, False]
    desk.undo()
    assert desk.ask(reminders, cycle.id) == {}
    desk.redo()
    assert set(desk.ask(reminders, cycle.id)) == {uid(SOUMU)}


def test_all_that_owe_something_are_reminded_by_one_print(
    desk: Desk, open_page: OpenPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_printer(monkeypatch)
    page = open_page(desk)
    with qtbot.waitSignal(page.said) as said:
        page.foot.print.click()
    assert said.args[1] is True
    found = desk.ask(reminders, desk.ask(finding.cycle).id)
    assert set(found) == {row.department for row in page.rows.rows if row.department}
    assert {each.way for (each,) in found.values()} == {"paper"}


def test_who_is_chosen_while_the_letter_is_on_its_way_to_the_printer_was_not_reminded(
    desk: Desk, open_page: OpenPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_printer(monkeypatch)
    sent = Event()
    monkeypatch.setattr(printer, "send", lambda _pdf, order: sent.wait(30) and len(order.pages))
    page = open_page(desk)
    page.show_subject(uid(SOUMU))
    page.foot.print.click()
    qtbot.waitUntil(lambda: page._ways.printing)
    page.show_subject(uid(FUKUSHI))
    with qtbot.waitSignal(page.said):
        sent.set()
    assert set(desk.ask(reminders, desk.ask(finding.cycle).id)) == {uid(SOUMU)}


def test_the_letter_is_kept_as_a_file_under_the_name_of_the_department(
    desk: Desk, open_page: OpenPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "ask_path", lambda _parent, path: tmp_path / path.name)
    page = open_page(desk)
    page.show_subject(uid(SOUMU))
    with qtbot.waitSignal(page.said):
        QTest.mouseClick(page.foot.file, Qt.MouseButton.LeftButton)
    file = tmp_path / f"第2回_催促文_{SOUMU}.pdf"
    assert f"{SOUMU}長様" in page_texts(file.read_bytes())[0]


def test_ctrl_p_and_the_filled_button_print_the_letters_of_all(
    desk: Desk, open_page: OpenPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = with_printer(monkeypatch)
    page = open_page(desk)
    assert page.foot.print.text() == PRINT
    with qtbot.waitSignal(page.said):
        QTest.mouseClick(page.foot.print, Qt.MouseButton.LeftButton)
    page.activateWindow()
    page.list.setFocus()
    with qtbot.waitSignal(page.said):
        QTest.keyClick(page.list, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(kept) == 2
    assert len(pypdfium2.PdfDocument(kept[0])) >= len(names(page)) - 1


def test_without_a_printer_the_button_says_so_once_the_system_has_answered_beside_the_window(
    desk: Desk, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked_on: list[int] = []

    def has_none() -> bool:
        asked_on.append(get_ident())
        return False

    monkeypatch.setattr(printer, "has_printer", has_none)
    page = open_page(desk)
    qtbot.waitUntil(lambda: page.foot.print.text() == NO_PRINTER)
    assert asked_on
    assert get_ident() not in asked_on
    assert not page.foot.print.isEnabled()
    assert page.foot.copy.isEnabled()


def test_what_arrives_meanwhile_leaves_the_list_and_the_choice_stays(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk)
    page.show_subject(uid(FUKUSHI))
    page.panel.day.selectAll()
    QTest.keyClicks(page.panel.day, "2/7")
    before = letter(page)
    unit = page.found.departments[uid(FUKUSHI)].owed[0].number if page.found else ""
    accepted(desk, desk.ask(finding.cycle), unit, FUKUSHI)
    assert unit in before
    assert page.panel.day.text() == "2/7"
    assert page.department in (uid(FUKUSHI), None)
    assert f"・{unit}　" not in letter(page) or page.department is None


def test_a_closed_cycle_and_none_at_all_say_so(desk: Desk, open_page: OpenPage, qtbot: QtBot) -> None:
    closed = next(each for each in desk.ask(on_file.cycles) if not each.open)
    page = open_page(desk, closed)
    assert page.nothing.text() == CLOSED
    assert not page.foot.copy.isEnabled()
    none = ReminderPage(desk, None)
    qtbot.addWidget(none)
    assert none.nothing.text() == NOTHING_YET
    page.set_cycle(desk.ask(finding.cycle))
    assert page.foot.copy.isEnabled()


def test_where_nobody_owes_anything_the_page_says_so(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk)
    assert page.found is not None
    cycle, plan = desk.ask(finding.cycle), page.found.source.plan
    codes = {each.id: each.code or "" for each in plan.units}
    known = {each.id: each.name for each in desk.ask(on_file.departments, cycle)}
    for row in page.found.source.collected.rows:
        for cell in row.cells.values():
            if cell.state in OWED:
                answer(desk, cycle, codes[row.unit], known[cell.department])
    assert page.nothing.text() == NOBODY
    assert not page.foot.print.isEnabled()


@pytest.mark.parametrize("size", [(1366, 648), (1024, 530), (1920, 950)])
def test_everything_has_room(size: tuple[int, int], desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk, size=size)
    assert page.width() == size[0]
    assert page.panel.words.height() > 100
    assert page.rect().contains(page.foot.geometry())
    wait_for_jobs()


def test_the_letter_names_the_exchange_folder_on_the_screen_and_on_paper(
    desk: Desk, open_page: OpenPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "提出先　事務局" in letter(open_page(desk))
    keep_exchange(desk.database_id, folder="/share/DX")
    kept = with_printer(monkeypatch)
    page = open_page(desk)
    page.show_subject(uid(SOUMU))
    assert "置き場所　/share/DX" in letter(page)
    with qtbot.waitSignal(page.said):
        page.foot.print.click()
    assert "/share/DX" in "".join(page_texts(kept[0]))


def test_who_owes_what_is_read_whole_in_a_narrow_window(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk)
    page.resize(1024, 520)
    assert page.list.viewport().width() >= page.list.sizeHintForColumn(0)
    assert not page.list.horizontalScrollBar().isVisible()
