"""What stands where: nothing cut, nothing scrolls on the smallest office PC, one filled button, everything named."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plans import Plan
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import open_cycle
from dxdesk.operations.plans import create_town
from dxdesk.ui.application import set_text_scale
from dxdesk.ui.entry.handing_in import hand_in
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.entry.preview import toggle_preview
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.one_line import OneLine
from dxdesk.ui.theme import TEXT_SCALES
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenPage

PLANS = ("ogawara", "otaki", "kaminokawa", "miharu", "kahoku")


def cut(root: QWidget) -> list[str]:
    """The visible labels and buttons that have less room than their text needs."""
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, (QLabel, QPushButton)) or not widget.isVisible() or not widget.text():
            continue
        hint = widget.sizeHint()
        narrow = not isinstance(widget, PhraseLabel | OneLine) and widget.width() < hint.width()
        if narrow or widget.height() < hint.height():
            found.append(f"{widget.text()} {widget.size().toTuple()} {hint.toTuple()}")
    return found


def filled(root: QWidget) -> list[str]:
    """The visible primary buttons."""
    buttons = root.findChildren(QPushButton)
    return [each.text() for each in buttons if each.isVisible() and each.property("look") == "primary"]


def settle() -> None:
    """Let layouts come to rest: one may ask for another."""
    for _ in range(5):
        QApplication.processEvents()


def scrolls(page: EntryPage) -> bool:
    settle()
    return page.body.centre.area.verticalScrollBar().maximum() > 0


def done(change: Change, cycle: Cycle) -> None:
    for code in ("2", "4", "8"):
        towns.answer(change, cycle, code, towns.OWN, status="ok", stage="trial", results="進みました。")


def test_the_form_fits_without_scrolling_and_nothing_is_cut(open_page: OpenPage) -> None:
    page = open_page()
    page.show_subject("4")
    assert not scrolls(page)
    assert cut(page) == []
    assert filled(page) == ["提出する（Ctrl+Enter）"]


def test_a_returned_item_fits_with_its_band(open_page: OpenPage) -> None:
    page = open_page(towns.returned)
    page.show_subject("4")
    assert not scrolls(page)
    assert cut(page) == []
    assert filled(page) == ["もう一度提出する（Ctrl+Enter）"]


def test_messages_find_room(open_page: OpenPage) -> None:
    page = open_page()
    hand_in(page)
    assert not scrolls(page)
    assert cut(page) == []


def test_the_remark_on_a_wish_to_discuss_finds_room(open_page: OpenPage) -> None:
    page = open_page()
    page.body.centre.editor.discuss.box.click()
    assert page.body.centre.editor.discuss.message.isVisible()
    assert not scrolls(page)


def test_long_texts_are_counted_and_said_and_still_saved(open_page: OpenPage) -> None:
    page = open_page()
    field = page.body.centre.editor.texts["results"]
    field.area.append_text("あ" * 134)
    assert not scrolls(page)
    assert field.message.text.startswith("120字を超えています（＋14字）。このままでも提出できます。")
    assert page.leave()
    assert page.entries.own[0].answer.results == "あ" * 134


@pytest.mark.parametrize("mode", ["reading", "done", "nothing", "preview"])
def test_every_state_has_one_filled_button_and_cuts_nothing(open_page: OpenPage, mode: str) -> None:
    page = open_page(done if mode == "done" else None)
    if mode == "reading":
        page.show_subject("1")
    elif mode == "nothing":
        page.set_place(page.entries.cycle, None)
    elif mode == "preview":
        toggle_preview(page)
    settle()
    assert page.mode == mode
    assert len(filled(page)) == 1
    assert cut(page) == []


@pytest.mark.parametrize("name", PLANS)
def test_every_item_of_every_plan_fits(open_page: OpenPage, empty_file: Path, tmp_path: Path, name: str) -> None:
    def fill(change: Change, plan: Plan) -> None:
        create_town(change, plan)
        days = towns.DAYS
        open_cycle(change, "令和6年度 第2回", as_of=days[0], due=days[1], meeting=days[2])

    desk = towns.open_town(empty_file, tmp_path, plan=towns.town_plan(name), write=fill)
    page = open_page(desk=desk)
    for entry in page.entries.own:
        page.open_unit(entry.unit.id)
        assert not scrolls(page), entry.unit.name
        assert cut(page) == []
    assert page.entries.own
    desk.close()


def test_in_a_narrow_window_list_and_panel_open_over_the_form(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    page.resize(1024, 592)
    body = page.body
    qtbot.waitUntil(lambda: not body.navigator.isVisible())
    assert not body.side.isVisible()
    qtbot.waitUntil(lambda: cut(page) == [])
    body.list_button.click()
    assert body.navigator.isVisible()
    body.navigator.chosen.emit(page.entries.plan.unit("8").id)
    assert not body.navigator.isVisible()
    assert page.writing.form is not None
    assert page.writing.form.unit.code == "8"
    body.panel_button.click()
    assert body.side.isVisible()
    page.resize(1366, 648)
    qtbot.waitUntil(lambda: body.navigator.isVisible() and not body.list_button.isVisible())


@pytest.mark.parametrize("scale", [value for value in TEXT_SCALES.values() if value > 1])
def test_larger_text_cuts_nothing(qapp: QApplication, open_page: OpenPage, scale: float) -> None:
    page = open_page()
    set_text_scale(qapp, scale)
    page.show_subject("4")
    settle()
    try:
        assert cut(page) == []
    finally:
        set_text_scale(qapp, 1.0)


def spoken(widget: QWidget) -> tuple[str, str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name), interface.text(QAccessible.Text.Description)


def test_the_status_buttons_are_radio_buttons_named_by_their_words(open_page: OpenPage) -> None:
    page = open_page()
    buttons = page.body.centre.editor.status.buttons
    words = ["順調", "要注意", "遅れ", "完了", "未着手", "見直し", "この課には該当しない"]
    assert [spoken(each)[0] for each in buttons] == words
    assert [spoken(each)[1] for each in buttons] == ["前回と同じ", "", "", "", "", "", ""]
    for button in buttons:
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface is not None
        assert interface.role() == QAccessible.Role.RadioButton


def test_fields_and_lists_have_spoken_names(open_page: OpenPage) -> None:
    page = open_page()
    page.show_subject("4")
    editor, navigator = page.body.centre.editor, page.body.navigator
    names = {
        "今回の実績（必須）": editor.texts["results"].area,
        "課題": editor.texts["issues"].area,
        "次にすること": editor.texts["next"].area,
        "決めてほしいこと": editor.discuss.ask,
        "会議で協議したい": editor.discuss.box,
        "交付率": editor.indicators.rows[0].value,
        "取組をさがす": navigator.search,
        "取組の一覧": navigator.tree,
    }
    assert {name: spoken(widget)[0] for name, widget in names.items()} == {name: name for name in names}
    assert editor.texts["results"].label.buddy() is editor.texts["results"].area


def test_every_focusable_control_has_a_spoken_name(open_page: OpenPage) -> None:
    page = open_page(towns.returned)
    page.show_subject("4")
    nameless = [
        type(each).__name__
        for each in page.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & 1 and not spoken(each)[0]
    ]
    assert nameless == []


def test_every_label_shows_plain_text(open_page: OpenPage) -> None:
    page = open_page(towns.returned)
    rich = [each.text() for each in page.findChildren(QLabel) if each.textFormat().name != "PlainText"]
    assert rich == []
