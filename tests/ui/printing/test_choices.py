from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.domain.meetings import Meeting
from dxdesk.domain.packets import PacketChoice
from dxdesk.domain.printing import PRINTS, WORKBOOKS, PrintKind, Wanted
from dxdesk.domain.settings import Settings
from dxdesk.operations.printing_documents import Offer
from dxdesk.operations.printing_packet import PacketOffer
from dxdesk.ui.printing.choices import WIDTH, ChoicePanel
from dxdesk.wording.document_names import GROUPS, HEADINGS
from tests.meeting_samples import CARDS, DEPARTMENTS

MEETING = Meeting("m1", "cycle", "body", "推進委員会", date(2025, 2, 13), None, None, None, "closed")
PACKET = PacketOffer("b", {"agenda": "次第", "members": "出席者名簿", "list": "進捗状況一覧表"}, PacketChoice(), None)
OFFER = Offer(
    PRINTS["secretariat"], DEPARTMENTS, DEPARTMENTS, CARDS, (MEETING,), frozenset({"m1"}), WORKBOOKS, Settings(),
    {"m1": PACKET},
)  # fmt: skip


def last(kind: PrintKind) -> Wanted:
    return Wanted(kind, paper="A4" if kind == "list" else "A3", department="d3" if kind == "handwriting" else None)


@pytest.fixture
def panel(qtbot: QtBot) -> ChoicePanel:
    found = ChoicePanel("secretariat", last)
    qtbot.addWidget(found)
    found.show_offer(OFFER)
    found.resize(WIDTH, 800)
    found.show()
    return found


def press(panel: ChoicePanel, word: str) -> None:
    radio = next(each for each in panel.findChildren(QRadioButton) if each.text() == word)
    QTest.keyClick(radio, Qt.Key.Key_Space)


def pick(panel: ChoicePanel, field: str, words: str) -> None:
    """Choose an entry of a list with the keys."""
    box = next(
        each for each in (panel._kind, panel._what, *panel._fields.values()) if each.box.accessibleName() == field
    )
    row = [box.box.itemText(at).strip() for at in range(box.box.count())].index(words)
    box.box.setCurrentIndex(row)
    box.box.activated.emit(row)


def fields(panel: ChoicePanel) -> list[str]:
    found = [("種類", panel._kind), *((each.box.accessibleName(), each) for each in panel._fields.values())]
    return [name for name, each in found if not each.isHidden()]


@pytest.mark.parametrize(
    ("word", "kind", "shown"),
    [
        ("次第", "agenda", ["種類", "会議"]),
        ("会議録", "minutes", ["種類", "会議"]),
        ("個票", "sheet", ["課", "取組"]),
        ("宿題一覧", "actions", ["課"]),
        ("点検表", "preparation", ["種類"]),
        ("記入票（手書き用）", "handwriting", ["課", "取組"]),
    ],
)
def test_a_document_shows_the_choices_it_has(
    panel: ChoicePanel, qtbot: QtBot, word: str, kind: str, shown: list[str]
) -> None:
    with qtbot.waitSignal(panel.changed):
        press(panel, word)
    assert (panel.wanted.kind, fields(panel)) == (kind, shown)


def test_the_chosen_document_again_changes_nothing(panel: ChoicePanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.changed):
        press(panel, "進捗一覧表")


def test_each_document_comes_back_as_it_was_printed_last(panel: ChoicePanel) -> None:
    press(panel, "個票")
    press(panel, "進捗一覧表")
    assert panel.wanted.paper == "A4"
    press(panel, "記入票（手書き用）")
    assert panel.wanted.department == "d3"


def test_the_unit_of_one_document_is_that_of_the_next(panel: ChoicePanel) -> None:
    press(panel, "個票")
    pick(panel, "取組", "3　手続ガイドライン")
    assert panel.wanted == Wanted("sheet", unit="3")
    press(panel, "記入票（手書き用）")
    assert panel.wanted == Wanted("handwriting", department="d3", unit="3")


def test_a_department_without_the_chosen_unit_shows_all_of_its_own(panel: ChoicePanel) -> None:
    press(panel, "個票")
    pick(panel, "取組", "6　標準化・共通化")
    pick(panel, "課", "税務課")
    assert panel.wanted == Wanted("sheet", department="d2")


def test_in_a_row_the_documents_stand_in_a_list(panel: ChoicePanel) -> None:
    panel.show_as_row(True)
    assert panel._documents.isHidden()
    pick(panel, "印刷するもの", "会議録")
    assert panel.wanted == Wanted("minutes", meeting="m1")
    panel.show_as_row(False)
    checked = [each.text() for each in panel.findChildren(QRadioButton) if each.isChecked()]
    assert (checked, panel._what.isHidden()) == (["会議録"], True)


def test_lists_are_named_and_their_names_lead_to_them(panel: ChoicePanel) -> None:
    press(panel, "個票")
    for field in panel._fields.values():
        label = field.findChild(type(panel._range))
        assert label is not None
        assert label.buddy() is field.box
        assert field.box.accessibleName() == label.text()


@pytest.mark.qt_log_ignore(
    r"This plugin does not support (raise\(\)|propagateSizeHints|grabbing the keyboard)", extend=True
)
def test_a_list_that_is_opened_shows_its_entries_whole(panel: ChoicePanel, qtbot: QtBot) -> None:
    other = Meeting(
        "m2", "cycle", "b2", "DX推進プロジェクトチーム（専門部会）連絡会議", date(2025, 2, 20), None, None, None, "open"
    )
    panel.show_offer(replace(OFFER, meetings=(MEETING, other), recorded=frozenset({"m1", "m2"})))
    panel.setFixedWidth(WIDTH)
    panel.window().resize(WIDTH, 600)
    press(panel, "次第")
    box = panel._fields["meeting"].box
    assert box.itemText(0) == "2月20日（木） DX推進プロジェクトチーム（専門部会）連絡会議"
    box.showPopup()
    qtbot.waitUntil(lambda: box.view().isVisible())
    assert box.view().viewport().width() >= box.view().sizeHintForColumn(0)
    box.hidePopup()


def test_a_document_that_is_not_offered_is_not_chosen(panel: ChoicePanel, qtbot: QtBot) -> None:
    panel.show_offer(Offer(PRINTS["reader"], DEPARTMENTS, DEPARTMENTS, CARDS, (), frozenset(), WORKBOOKS, Settings()))
    with qtbot.assertNotEmitted(panel.changed):
        panel.choose(Wanted("preparation"))
    assert panel.wanted.kind == "list"


def test_where_the_column_is_too_low_the_documents_roll_and_the_chosen_one_is_seen(qtbot: QtBot) -> None:
    page, panel = QWidget(), ChoicePanel("secretariat", last)
    qtbot.addWidget(page)
    panel.show_offer(OFFER)
    QVBoxLayout(page).addWidget(panel)
    page.resize(WIDTH + 30, 900)
    page.show()
    assert panel._documents.verticalScrollBar().maximum() == 0
    page.resize(WIDTH + 30, 360)
    assert panel._documents.verticalScrollBar().maximum() > 0
    for word in ("会議録", "照会の文書", "会議資料一式"):
        press(panel, word)
        radio = next(each for each in panel.findChildren(QRadioButton) if each.isChecked())
        seen = radio.mapTo(panel._documents.viewport(), radio.rect().center())
        assert panel._documents.viewport().rect().contains(seen), word


def test_the_documents_stand_under_headings_that_cannot_be_chosen(panel: ChoicePanel) -> None:
    shown = [label.text() for label in panel._headings.values() if label.isVisibleTo(panel)]
    assert shown == list(HEADINGS)
    panel.show_as_row(True)
    box = panel._what.box
    rows = {box.itemText(row): box.model().flags(box.model().index(row, 0)) for row in range(box.count())}
    assert not rows["会議"] & Qt.ItemFlag.ItemIsEnabled
    assert rows["　会議録"] & Qt.ItemFlag.ItemIsEnabled


def test_every_document_stands_under_one_heading() -> None:
    assert [word for words in HEADINGS.values() for word in words] == [word for word, _ in GROUPS]


def test_the_packet_of_a_meeting_is_chosen_part_by_part(panel: ChoicePanel, qtbot: QtBot) -> None:
    press(panel, "会議資料一式")
    assert fields(panel) == ["会議"]
    assert panel.wanted.packet == PacketChoice()
    other = PacketChoice(left_out=frozenset({"members"}), draft=True)
    with qtbot.waitSignals([panel.packet.chosen, panel.changed]):
        panel.packet.choose_parts(other, ("前回の会議録.pdf",))
    assert (panel.wanted.packet, panel.wanted.append) == (other, ("前回の会議録.pdf",))
    press(panel, "個票")
    assert panel.wanted == Wanted("sheet", meeting="m1")
    assert panel.packet.isHidden()


def test_only_the_changed_pages_are_offered_once_a_packet_was_handed_out(qtbot: QtBot) -> None:
    for handed_out in (None, (1, "2025-02-06T10:40:00+09:00")):
        panel = ChoicePanel("secretariat")
        qtbot.addWidget(panel)
        panel.choose(Wanted("packet", meeting="m1"))
        panel.show_offer(replace(OFFER, packets={"m1": replace(PACKET, handed_out=handed_out)}))
        assert panel.packet.only_changed.isHidden() == (handed_out is None)
        assert not panel.wanted.only_changed
        panel.packet.only_changed.click()
        assert panel.wanted.only_changed == (handed_out is not None)
    assert "第1版をR7.2.6に配布" in panel.packet._summary.text()


def test_who_only_prints_records_nothing(qtbot: QtBot) -> None:
    panel = ChoicePanel("chair")
    qtbot.addWidget(panel)
    panel.choose(Wanted("packet", meeting="m1"))
    panel.show_offer(replace(OFFER, kinds=PRINTS["chair"]))
    assert not panel.packet.choose.isHidden()
    assert panel.packet.hand_out.isHidden()


def test_a_meeting_that_is_prepared_while_the_page_is_open_is_the_one_to_be_printed(panel: ChoicePanel) -> None:
    press(panel, "次第")
    assert panel.wanted.meeting == "m1"
    newer = replace(MEETING, id="m2", day=date(2025, 3, 5), state="open")
    both = replace(OFFER, meetings=(MEETING, newer))
    panel.show_offer(both)
    assert panel.wanted == Wanted("agenda", meeting="m2")
    pick(panel, "会議", "2月13日（木）")
    panel.show_offer(replace(both, recorded=frozenset({"m1", "m2"})))
    assert panel.wanted.meeting == "m1"
