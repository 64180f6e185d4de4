"""設定: what is changed is saved whole or stays in the forms."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.pasted import TableRow
from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.domain.settings import DEFAULT_STATUS_WORDS, STATUS_PRESETS, Settings
from dxdesk.operations.plans import change_settings
from dxdesk.preferences import kept_name, preferences
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import plans
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.last_desk import remember, sitter
from dxdesk.ui.settings.forms import RulesForm, StagesForm, StatusWordsForm
from dxdesk.ui.settings.page import SettingsPage
from dxdesk.ui.settings.paper import PaperForm, RecordsForm
from dxdesk.ui.settings.this_pc import ThisPcForm
from dxdesk.ui.settings.town import PeoplePart, RoomPart
from dxdesk.ui.settings.upkeep import UpkeepForm
from dxdesk.wording.settings import backup_words, restore_question
from tests.builders import open_desk
from tests.databases import open_anywhere
from tests.ui.entry.conftest import compose

OpenPage = Callable[..., SettingsPage]
P = TypeVar("P", bound=QWidget)


@pytest.fixture
def desk(empty_file: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(open_anywhere(shutil.copyfile(empty_file, tmp_path / "town.db")))
    yield opened
    wait_for_jobs()  # what still reads has its connection
    opened.close()


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk) -> OpenPage:
    create_application([])

    def open_it(actor: Actor | None = None) -> SettingsPage:
        if actor is not None:
            desk.actor = actor
        page = SettingsPage(desk, None)
        qtbot.addWidget(page)
        page.resize(1366, 640)
        page.show()
        return page

    return open_it


def part(page: SettingsPage, key: str, kind: type[P]) -> P:
    """The part of the page under a key."""
    found = page.parts.form(key)
    assert isinstance(found, kind)
    return found


def status_form(page: SettingsPage) -> StatusWordsForm:
    return part(page, "words", StatusWordsForm)


def stages_form(page: SettingsPage) -> StagesForm:
    return part(page, "stages", StagesForm)


def rules_form(page: SettingsPage) -> RulesForm:
    return part(page, "rules", RulesForm)


def upkeep(page: SettingsPage) -> UpkeepForm:
    return part(page, "upkeep", UpkeepForm)


def people(page: SettingsPage) -> PeoplePart:
    return part(page, "people", PeoplePart)


def room(page: SettingsPage) -> RoomPart:
    return part(page, "room", RoomPart)


def this_pc(page: SettingsPage) -> ThisPcForm:
    return part(page, "this_pc", ThisPcForm)


def write_in(page: SettingsPage, field: object, text: str) -> None:
    field.setText(text)  # type: ignore[attr-defined]
    field.textEdited.emit(text)  # type: ignore[attr-defined]


def empty_stages(page: SettingsPage) -> None:
    for each in stages_form(page).lines[1:]:
        write_in(page, each, "")


def test_nothing_changed_means_nothing_to_save(open_page: OpenPage, desk: Desk) -> None:
    page = open_page()
    assert not page.save.isEnabled()
    assert page.town.settings() == desk.ask(plans.settings)[1]
    assert page.leave()


def test_a_preset_of_words_is_taken_whole_and_saved_as_one_revision(open_page: OpenPage, desk: Desk) -> None:
    page = open_page()
    before = desk.ask(plans.settings)[0]
    box = status_form(page).preset
    box.setCurrentText("記号")
    box.activated.emit(box.currentIndex())
    assert page.save.isEnabled()
    page.save.click()
    after, settings = desk.ask(plans.settings)
    assert after != before
    assert settings.status_word("late") == STATUS_PRESETS["記号"]["late"]
    assert not page.save.isEnabled()


def test_stages_are_renamed_taken_away_and_added(open_page: OpenPage, desk: Desk) -> None:
    page = open_page()
    lines = stages_form(page).lines
    write_in(page, lines[1], "")
    write_in(page, lines[2], "設計")
    write_in(page, lines[7], "見直し段階")
    assert page.save_settings()
    settings = desk.ask(plans.settings)[1]
    words = [each.word for each in settings.stages]
    assert words == ["これから", "設計", "試行", "導入", "運用", "定着", "見直し段階"]
    assert [each.key for each in settings.stages][:2] == ["start", "study"]
    assert settings.stage_scale == 2


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (empty_stages, "実施段階は2つ以上8つまで"),
        (lambda page: write_in(page, stages_form(page).lines[1], "検討"), "別の名前"),
        (lambda page: write_in(page, status_form(page).words["ok"], "  "), "呼び名が空です"),
        (lambda page: write_in(page, rules_form(page).guide, "たくさん"), "20から4000まで"),
        (lambda page: write_in(page, rules_form(page).minutes_days, "400"), "1から366まで"),
        (lambda page: write_in(page, rules_form(page).gist_days, "あす"), "1から366まで"),
        (lambda page: write_in(page, status_form(page).words["ok"], "順" * 101), "100文字"),
    ],
)
def test_what_does_not_hold_stays_in_the_form_and_says_why(
    open_page: OpenPage, desk: Desk, spoil: Callable[[SettingsPage], object], words: str
) -> None:
    page = open_page()
    before = desk.ask(plans.settings)
    spoil(page)
    assert not page.leave()
    assert words in page.message.text()
    layout = page.layout()
    assert layout is not None
    layout.activate()
    assert abs(page.message.geometry().center().y() - page.save.geometry().center().y()) <= 1
    assert desk.ask(plans.settings) == before
    page.refresh()
    assert page.save.isEnabled()


def test_full_width_digits_are_read(open_page: OpenPage, desk: Desk) -> None:
    page = open_page()
    write_in(page, rules_form(page).guide, "２００")
    assert page.save_settings()
    assert desk.ask(plans.settings)[1].guide_characters == 200


def test_how_paper_is_written_is_kept(open_page: OpenPage, desk: Desk) -> None:
    page = open_page()
    form = part(page, "records", RecordsForm)
    write_in(page, form.signers, "作成者、確認者、 議長")
    form.title.setCurrentText("議事録")
    form.title.activated.emit(1)
    part(page, "paper", PaperForm).binding.click()
    assert page.save_settings()
    paper = desk.ask(plans.settings)[1].paper
    assert (paper.signers, paper.binding, paper.minutes_title) == (("作成者", "確認者", "議長"), True, "議事録")


def test_a_disk_that_takes_nothing_leaves_the_words_in_the_form(
    open_page: OpenPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page()
    write_in(page, status_form(page).words["ok"], "良好")

    def full(*_: object, **__: object) -> None:
        raise StoreUnavailable("disk_full", "town.db")

    monkeypatch.setattr(desk, "do", full)
    assert not page.leave()
    assert page.message.text()
    assert status_form(page).words["ok"].text() == "良好"


@pytest.mark.parametrize("role", ["liaison", "reader"])
def test_others_look_at_the_towns_settings_and_change_their_own_pc(open_page: OpenPage, role: str) -> None:
    page = open_page(Actor(role))  # type: ignore[arg-type]
    assert not page.save.isVisible()
    assert not status_form(page).words["ok"].isEnabled()
    assert upkeep(page).restore.isHidden()
    this_pc(page).motion.click()
    assert preferences().less_motion


def test_the_size_of_text_is_kept_for_the_next_time(open_page: OpenPage, qapp: QApplication) -> None:
    page = open_page()
    try:
        this_pc(page).sizes.button(1).click()
        assert preferences().text_scale == pytest.approx(1.15)
    finally:
        set_text_scale(qapp, 1.0)


def test_the_name_goes_into_what_is_done_from_now_on(open_page: OpenPage, desk: Desk) -> None:
    page = open_page()
    this_pc(page).name.setText("高橋")
    this_pc(page).name.editingFinished.emit()
    assert (desk.actor.name, kept_name("secretariat", ())) == ("高橋", "高橋")


def test_the_name_is_there_again_when_the_desk_is_opened_anew(open_page: OpenPage, desk: Desk) -> None:
    remember(desk)
    page = open_page()
    this_pc(page).name.setText("高橋")
    this_pc(page).name.editingFinished.emit()
    actor = sitter(desk)
    assert actor is not None
    assert actor.name == "高橋"


def test_the_keyboard_stays_on_the_button_that_makes_a_copy(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    button = upkeep(page).back_up
    page.show_subject("upkeep")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: upkeep(page).copies.count() == 1)
    assert button.hasFocus()


def test_copies_of_one_minute_are_told_apart() -> None:
    made = datetime(2026, 11, 21, 19, 15, 55)  # noqa: DTZ001 - names carry local time
    assert backup_words(made, "before-closing") == "11月21日（土） 19:15:55　回を締める前"
    assert backup_words(made, "before-restoring", 2).endswith("控えから戻す前（2つ目）")
    assert "11月21日（土） 19:15:55" in restore_question(made, "asked")


def test_a_copy_is_made_and_stands_in_the_list(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    said: list[str] = []
    page.said.connect(lambda text, _undoable: said.append(text))
    upkeep(page).back_up.click()
    qtbot.waitUntil(lambda: upkeep(page).copies.count() == 1)
    assert upkeep(page).copies.item(0).text().endswith("手でとったもの")
    assert said[0].endswith(" の控えをとりました。")
    assert upkeep(page).copies.item(0).text().split("　")[0] in said[0]
    upkeep(page).copies.setCurrentRow(0)
    with qtbot.waitSignal(page.restore_requested) as asked:
        upkeep(page).restore.click()
    assert Path(asked.args[0]).exists()


def test_the_diagnostics_hold_nothing_that_a_person_typed(
    qtbot: QtBot, open_page: OpenPage, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "診断.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page = open_page()
    upkeep(page).diagnose.click()
    qtbot.waitUntil(target.exists)
    text = target.read_text(encoding="utf-8")
    assert "audit: good" in text
    assert desk.ask(plans.identity).town not in text


@pytest.mark.parametrize("size", [(1024, 540), (1366, 640), (1920, 950)])
@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3])
def test_nothing_lies_over_anything_at_any_size(
    open_page: OpenPage, qapp: QApplication, size: tuple[int, int], scale: float
) -> None:
    set_text_scale(qapp, scale)
    try:
        page = open_page()
        page.resize(*size)
        for row in range(page.parts.list.count()):
            page.parts.list.setCurrentRow(row)
            qapp.processEvents()
            corner = page.save.mapTo(page, QPoint(page.save.width(), page.save.height()))
            assert page.rect().adjusted(0, 0, 1, 1).contains(corner)
        assert page.minimumSizeHint().width() <= 1024
    finally:
        set_text_scale(qapp, 1.0)


def test_departments_are_renamed_where_they_were_pasted_first(open_page: OpenPage, desk: Desk) -> None:
    page = open_page()
    before = [each.name for each in desk.ask(plans.departments)]
    assert not page.save.isEnabled()
    rows = people(page).departments.rows
    renamed = (TableRow(("総務企画課", ""), rows[0].id), *rows[1:])
    people(page).departments.show_rows(renamed)
    assert page.save.isEnabled()
    page.save.click()
    assert [each.name for each in desk.ask(plans.departments)] == ["総務企画課", *before[1:]]
    assert not page.save.isEnabled()


def test_a_cell_that_cannot_be_taken_is_shown_and_nothing_is_taken(open_page: OpenPage, desk: Desk) -> None:
    page = open_page()
    before = desk.ask(plans.departments)
    rows = people(page).departments.rows
    people(page).departments.show_rows((*rows, TableRow(("", "空"))))
    assert not page.leave()
    assert page.message.text()
    assert page.parts.list.currentItem().text() == "課・まとまり・委員"
    assert desk.ask(plans.departments) == before


def test_the_room_is_kept_for_this_pc(open_page: OpenPage) -> None:
    page = open_page()
    room(page).form.inches.setText("８０")
    room(page).form.metres.setText("7")
    assert (preferences().screen_inches, preferences().seat_metres) == (80.0, 7.0)
    again = open_page()
    assert room(again).form.metres.text() == "7"


def test_a_word_that_is_being_composed_is_handed_over_before_anything_is_saved(open_page: OpenPage) -> None:
    page = open_page()
    rules = rules_form(page)
    page.window().activateWindow()
    rules.action_word.setEditText("")
    rules.action_word.setFocus()
    compose(rules.action_word, "しゅくだい")
    QTest.keyClick(rules.action_word, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert rules.action_word.currentText() == "しゅくだい"


def test_a_part_is_built_when_it_is_first_shown_and_stays(open_page: OpenPage) -> None:
    page = open_page()
    assert set(page.parts.built) == {"this_pc"}
    keys = (
        "room", "people", "bodies", "words", "stages", "directions", "rules", "paper", "records", "minutes_form",
        "letter_form", "exchange", "upkeep",
    )  # fmt: skip
    for row, key in enumerate(keys, start=1):
        page.parts.list.setCurrentRow(row)
        form = page.parts.built[key]
        assert form.isVisible()
        assert page.parts.form(key) is form
    assert set(page.parts.built) == {"this_pc", *keys}


def test_what_was_changed_elsewhere_is_shown_by_parts_built_before_and_after(open_page: OpenPage, desk: Desk) -> None:
    page = open_page()
    before = status_form(page)
    desk.do(
        change_settings, replace(Settings(), guide_characters=77, status_words={**DEFAULT_STATUS_WORDS, "ok": "良"})
    )
    page.refresh()
    assert before.words["ok"].text() == "良"
    assert rules_form(page).guide.text() == "77"


@pytest.mark.parametrize("role", ["liaison", "head", "chair", "reader"])
def test_no_role_but_the_secretariat_is_given_what_it_may_not_do(open_page: OpenPage, role: ActorRole) -> None:
    page = open_page(Actor(role))
    for row in range(page.parts.list.count()):
        page.parts.list.setCurrentRow(row)
    for key in ("people", "words", "stages", "rules", "paper", "records"):
        assert not page.parts.built[key].isEnabled(), key
    assert upkeep(page).restore.isHidden()
    assert page.save.isHidden()
    shown = [each for each in page.findChildren(QPushButton) if each.isVisibleTo(page)]
    assert [each.text() for each in shown if each.property("look") == "primary"] == ["‹ 戻る"]


def test_the_way_back_stands_where_the_filled_button_does(open_page: OpenPage) -> None:
    page = open_page(Actor("liaison"))
    back = next(each for each in page.findChildren(QPushButton) if each.text() == "‹ 戻る")
    assert back.mapTo(page, QPoint(back.width(), 0)).x() > page.width() - 40
    assert page.save.isHidden()
