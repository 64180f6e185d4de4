"""会議資料一式 on the screen: what goes in, by mouse and keys, and that it was handed out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.packet_editions import AppendedFile
from dxdesk.domain.packets import PacketChoice
from dxdesk.domain.permissions import Actor
from dxdesk.operations.printing_packet import PacketOffer
from dxdesk.store.queries import finding, packets
from dxdesk.ui.printing import handing_out, packet_panel
from dxdesk.ui.printing.centre import Centre
from dxdesk.ui.printing.packet_dialog import PacketDialog
from dxdesk.ui.printing.packet_model import PartsModel
from dxdesk.ui.printing.packet_panel import PacketPanel
from dxdesk.ui.printing.page import PrintPage
from dxdesk.wording.packet_screen import missing_words, part_spoken
from tests.documents.reading import page_texts
from tests.documents.test_packet import town_file
from tests.ui.printing.conftest import Opener, ready

OFFER = PacketOffer(
    "b", {"agenda": "次第", "members": "出席者名簿", "list": "進捗状況一覧表", "sheets": "個票"}, PacketChoice(), None
)


@pytest.fixture
def dialog(qtbot: QtBot) -> PacketDialog:
    found = PacketDialog(OFFER, PacketChoice(), ())
    qtbot.addWidget(found)
    found.show()
    return found


@pytest.fixture
def packet_page(open_page: Opener) -> PrintPage:
    return open_page(subject="packet")


def test_a_town_that_has_the_list_on_a4_sees_that_and_can_have_it_on_a3(qtbot: QtBot) -> None:
    found = PacketDialog(replace(OFFER, list_paper="A4"), PacketChoice(), ())
    qtbot.addWidget(found)
    assert found.boxes["a4"].isChecked()
    assert found.choice == PacketChoice()
    found.boxes["a4"].setChecked(False)
    assert not found.choice.in_pairs("A4")
    again = PacketDialog(replace(OFFER, list_paper="A4"), found.choice, ())
    qtbot.addWidget(again)
    assert not again.boxes["a4"].isChecked()


def test_the_rows_are_the_parts_and_the_cover_cannot_be_left_out(qtmodeltester: ModelTester) -> None:
    model = PartsModel(OFFER, PacketChoice())
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    first, second = model.index(0), model.index(1)
    role = Qt.ItemDataRole.CheckStateRole
    assert not model.setData(first, Qt.CheckState.Unchecked, role)
    assert model.setData(second, Qt.CheckState.Unchecked, role)
    assert model.choice.chosen(tuple(OFFER.titles)) == ("agenda", "list", "sheets")
    assert second.data(Qt.ItemDataRole.AccessibleTextRole) == part_spoken("出席者名簿", False, 2, 4)


def test_a_part_is_taken_out_and_moved_with_the_keys(dialog: PacketDialog) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.up.isEnabled()
    QTest.keyClick(dialog.down, Qt.Key.Key_Space)
    assert dialog.list.currentIndex().data() == "進捗状況一覧表"
    assert not dialog.down.isEnabled()
    assert dialog.choice.chosen(tuple(OFFER.titles)) == ("agenda", "sheets", "list")


def test_sheets_that_only_all_units_have_come_with_the_wish_for_all(qtbot: QtBot) -> None:
    found = PacketDialog(replace(OFFER, only_all=True), PacketChoice(), ())
    qtbot.addWidget(found)
    found.list.setCurrentIndex(found.parts.index(2))
    assert "sheets" not in found.parts.keys
    found.boxes["all_sheets"].click()
    assert found.parts.keys[3:] == ("sheets",)
    assert found.list.currentIndex().row() == 2
    assert found.choice.all_sheets
    found.list.setCurrentIndex(found.parts.index(3))
    found.boxes["all_sheets"].click()
    assert found.list.currentIndex().row() == 2


def test_the_cover_stays_first(dialog: PacketDialog) -> None:
    assert not dialog.up.isEnabled()
    assert not dialog.down.isEnabled()
    dialog.list.setCurrentIndex(dialog.parts.index(1))
    assert not dialog.up.isEnabled()
    assert dialog.down.isEnabled()


def test_marks_and_files_are_chosen_and_taken_back(
    dialog: PacketDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = [str(tmp_path / name) for name in ("前回の会議録.pdf", "写真.pdf")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (files, ""))
    dialog.add.click()
    dialog.add.click()
    assert dialog.files == tuple(files)
    dialog._files.setCurrentRow(0)
    dialog.remove.click()
    assert dialog.files == (files[1],)
    dialog.boxes["caution"].click()
    assert dialog.choice == PacketChoice(caution=True)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_long_names_end_within_the_list_and_of_many_files_the_first_are_named(dialog: PacketDialog) -> None:
    dialog._show_files(tuple(f"/{'長い名前' * 20}{number}.pdf" for number in range(5)))
    rows = [dialog._files.visualItemRect(dialog._files.item(row)) for row in range(5)]
    assert {each.width() for each in rows} == {dialog._files.viewport().width()}
    assert min(each.height() for each in rows) >= dialog._files.fontMetrics().height()
    files = tuple(AppendedFile(f"資料{number}", 1, "") for number in range(5))
    assert missing_words(files).endswith("「資料2」（1頁）、ほか2件")
    assert missing_words(files[:3]).endswith("「資料2」（1頁）")


def test_a_sentence_longer_than_the_page_can_be_read_to_its_end(qtbot: QtBot) -> None:
    centre = Centre()
    qtbot.addWidget(centre)
    centre.resize(400, 200)
    centre.show()
    centre.show_sentence("前の版に付けたPDFがありません。" * 40)
    qtbot.waitUntil(lambda: centre._said.verticalScrollBar().maximum() > 0)
    assert centre._words.height() >= centre._words.heightForWidth(centre._words.width())


def accepting(change: Callable[[PacketDialog], object]) -> Callable[[PacketDialog], int]:
    def exec_(dialog: PacketDialog) -> int:
        change(dialog)
        return int(QDialog.DialogCode.Accepted)

    return exec_


def test_what_is_chosen_is_printed_and_remembered_for_the_body(
    packet_page: PrintPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = packet_page
    file = tmp_path / "町の資料.pdf"
    file.write_bytes(town_file())

    def change(dialog: PacketDialog) -> None:
        dialog.boxes["draft"].setChecked(True)
        dialog._show_files((str(file),))

    monkeypatch.setattr(PacketDialog, "exec", accepting(change))
    page.choices.packet.choose.click()
    ready(qtbot, page)
    assert page.composed is not None
    pages = page_texts(page.composed.pdf)
    assert all("（案）" in text for text in pages[:-2])
    assert "参考町の資料" in pages[0]
    meeting = page.desk.ask(finding.meeting)
    assert page.desk.ask(packets.packet_choice, meeting.body) == PacketChoice(draft=True)


def test_a_bad_file_is_named_in_place_of_the_pages(packet_page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    bad = tmp_path / "写真.pdf"
    bad.write_bytes(b"JFIF")
    packet_page.choices.packet.choose_parts(PacketChoice(), (str(bad),))
    qtbot.waitUntil(lambda: "写真" in packet_page.centre.words)
    assert "PDFとして読めません" in packet_page.centre.words


def test_a_packet_is_handed_out_once_and_then_only_what_changed_is_printed(
    packet_page: PrintPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, told = packet_page, []
    monkeypatch.setattr(handing_out, "tell", lambda _window, words: told.append(words))
    panel = page.choices.packet
    assert panel.only_changed.isHidden()
    monkeypatch.setattr(handing_out, "choose", lambda *_: 0)
    panel.hand_out.click()
    meeting = page.desk.ask(finding.meeting)
    assert page.desk.ask(packets.editions, meeting.id) == ()
    monkeypatch.setattr(handing_out, "choose", lambda *_: 1)
    said: list[str] = []
    page.said.connect(lambda words, _undo: said.append(words))
    panel.hand_out.click()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].endswith("第1版")
    page.refresh()
    qtbot.waitUntil(lambda: not panel.only_changed.isHidden())
    assert "第1版" in panel._summary.text()
    ready(qtbot, page)
    panel.only_changed.click()
    qtbot.waitUntil(lambda: "変わったところはありません" in page.centre.words)
    panel.hand_out.click()
    qtbot.waitUntil(lambda: bool(told))
    assert "変わったところはありません" in told[0]


def test_files_of_the_last_edition_that_are_not_chosen_are_named(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "町の資料.pdf"
    file.write_bytes(town_file())
    offer = replace(OFFER, handed_out=(1, "2025-02-06T10:40:00+09:00"), appended=(AppendedFile("町の資料", 2, "ab"),))

    def opened() -> PacketPanel:
        panel = PacketPanel()
        qtbot.addWidget(panel)
        panel.show_offer("m1", offer)
        return panel

    panel = opened()
    assert panel._missing.text().replace("\u2060", "") == "前の版に付けたPDF：「町の資料」（2頁）"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    monkeypatch.setattr(packet_panel, "choose", lambda *_: 2)
    panel.files_before.click()
    assert panel.files_before.isHidden()
    assert opened().files == (str(file),)  # remembered on this PC
    file.write_bytes(b"%PDF other")
    again = opened()
    assert again.files == ()
    monkeypatch.setattr(packet_panel, "choose", lambda *_: 1)
    again.files_before.click()
    assert (again.left_out, again.missing) == (("町の資料",), ())


def test_a_file_that_is_taken_away_is_left_out_on_purpose(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = str(tmp_path / "町の資料.pdf")
    panel = PacketPanel()
    qtbot.addWidget(panel)
    panel.show_offer("m1", replace(OFFER, appended=(AppendedFile("町の資料", 2, "ab"),)))
    panel.choose_parts(PacketChoice(), (file,))
    monkeypatch.setattr(PacketDialog, "exec", accepting(lambda dialog: dialog._show_files(())))
    panel.choose.click()
    assert list(panel.left_out) == ["町の資料"]
    panel.choose_parts(PacketChoice(), (file,))
    assert not panel.left_out


def test_who_leads_the_meeting_chooses_for_this_sitting_only(
    opened: tuple[Desk, Cycle], open_page: Opener, qtbot: QtBot
) -> None:
    desk, _ = opened
    page = open_page(Actor("chair"), subject="packet")
    assert page.choices.packet.hand_out.isHidden()
    page.choices.packet.choose_parts(PacketChoice(left_out=frozenset({"members"})), ())
    ready(qtbot, page)
    assert page.composed is not None
    assert not any("出席者名簿" in text for text in page_texts(page.composed.pdf))
    assert desk.ask(packets.packet_choice, desk.ask(finding.meeting).body) == PacketChoice()
