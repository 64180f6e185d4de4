from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.documents.ink import MissingGlyph
from dxdesk.documents.page import Printed
from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.domain.printing import PrintKind, Wanted
from dxdesk.domain.settings import Settings
from dxdesk.operations.printing_facts import Facts, Prepared
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.printing.before import BeforePanel, Card, remarks
from dxdesk.wording.printing import paper_words
from tests.meeting_samples import CARDS

SETTINGS = Settings()
LIST = Prepared(Wanted("list"), Printed(b"", 2, ()), Facts(units=CARDS), {})
MINUTES = Prepared(
    Wanted("minutes", meeting="m"), Printed(b"", 3, ()), Facts(stage="draft", decisions=2, actions=1), {}
)


def cards(prepared: Prepared, role: ActorRole = "secretariat") -> dict[str, Card]:
    return {card.head: card for card in remarks(prepared, ["A3横", "A3横"], SETTINGS, Actor(role))}


def test_a_list_tells_its_units_its_pages_and_that_all_is_well() -> None:
    found = cards(LIST)
    assert list(found) == ["取組 3件", "未回答", "使えない文字", "2ページ"]
    assert found["未回答"].lines == ("ありません",)
    assert found["2ページ"].lines == ("A3横",)
    assert all(card.target is None for card in found.values())


@pytest.mark.parametrize("kind", ["inquiry", "reminder"])
def test_a_letter_tells_what_is_left_to_be_written_by_hand(kind: PrintKind) -> None:
    letter = Prepared(Wanted(kind), Printed(b"", 1, ()), Facts(), {})
    assert cards(letter)["書き足すところ"].lines == ("文書番号と内線は空欄です。",)
    assert "書き足すところ" not in cards(replace(letter, wanted=Wanted("missing")))
    assert "提出期限" not in cards(letter)
    over = replace(letter, facts=Facts(deadline_over=date(2025, 1, 31)))
    assert cards(over)["提出期限"].lines == ("提出期限（令和7年1月31日）が、文書の日付より前です。",)


@pytest.mark.parametrize(
    ("role", "target"),
    [("secretariat", ("collect", "")), ("liaison", ("entry", "6")), ("head", None), ("reader", None)],
)
def test_what_is_unanswered_is_named_with_the_way_that_the_role_has(
    role: ActorRole, target: tuple[str, str] | None
) -> None:
    card = cards(replace(LIST, facts=Facts(units=CARDS, unanswered=CARDS)), role)["未回答 3件"]
    assert card.lines == ("6 標準化・共通化", "3 手続ガイドライン", "2 キャッシュレス決済の導入")
    assert card.target == target


def test_what_is_handed_in_and_not_accepted_is_said_to_be_checked() -> None:
    checking = replace(CARDS[1], status="miss", assigned=6, handed_in=2, accepted=0)
    card = cards(replace(LIST, facts=Facts(units=CARDS, unanswered=(checking,))))["未回答 1件"]
    assert card.lines == (
        "3 手続ガイドライン",
        "提出された回答を事務局が確かめています（提出 2／6課・受理 0／6課）。",
    )


def test_of_many_unanswered_the_first_are_named() -> None:
    card = cards(replace(LIST, facts=Facts(units=CARDS * 2, unanswered=CARDS * 2)))["未回答 6件"]
    assert card.lines[-1] == "ほか3件"
    assert len(card.lines) == 4


def test_a_packet_tells_which_answers_are_not_those_that_were_handed_out() -> None:
    value = replace(LIST, wanted=Wanted("packet", meeting="m"), facts=Facts(units=CARDS, edition=1, changed=CARDS[:1]))
    assert cards(value)["第1版から変わった回答"].lines == (
        "6 標準化・共通化",
        "「変わった頁だけ（差し替え）」で、配り直す頁を印刷できます。",
    )
    assert "第1版から変わった回答" not in cards(replace(value, facts=Facts(units=CARDS, edition=1)))


def test_minutes_tell_how_far_they_are_and_what_they_hold() -> None:
    found = cards(MINUTES)
    assert list(found)[:2] == ["会議録は案です", "決定 2件・宿題 1件"]
    assert found["会議録は案です"].target == ("minutes", "m")
    assert found["決定 2件・宿題 1件"].lines == ("すべて担当があります",)
    assert cards(MINUTES, "chair")["会議録は案です"].target is None
    confirmed = cards(replace(MINUTES, facts=replace(MINUTES.facts, stage="confirmed")))["会議録"]
    assert (confirmed.target, confirmed.look) == (None, "saved")


def test_an_action_item_nobody_has_is_told_with_the_towns_own_word() -> None:
    open_ = replace(MINUTES, facts=replace(MINUTES.facts, open_actions=1))
    found = remarks(open_, [], replace(SETTINGS, action_word="対応事項"), Actor("secretariat"))
    assert found[1].head == "決定 2件・対応事項 1件"
    assert found[1].lines == ("担当のない対応事項が1件あります",)
    assert found[1].target == ("minutes", "m")


def test_a_list_of_action_items_tells_those_of_nobody_and_where_they_get_somebody() -> None:
    listed = Prepared(Wanted("actions"), Printed(b"", 1, ()), Facts(actions=4, open_actions=1), {})
    card = cards(listed)["宿題 4件"]
    assert (card.lines, card.target) == (("担当のない宿題が1件あります",), ("actions", ""))
    assert cards(listed, "chair")["宿題 4件"].target is None


def test_an_agenda_tells_its_items() -> None:
    agenda = Prepared(Wanted("agenda", meeting="m"), Printed(b"", 1, ()), Facts(items=7), {})
    assert cards(agenda)["議題 7件"].target == ("agenda", "m")


def test_a_character_without_a_glyph_is_named_once_with_its_unit_and_the_way_there() -> None:
    glyphs = tuple(MissingGlyph("\ue000", "U+E000", place, "〓") for place in ("1頁「外字」", "2頁「外字」"))
    found = cards(replace(LIST, printed=Printed(b"", 2, glyphs), holders={"\ue000": "6"}))["使えない文字 1字"]
    assert found.lines == ("「\ue000」（U+E000）取組6　1頁「外字」",)
    assert found.target == ("entry", "6")


def test_a_hundred_characters_without_a_glyph_are_all_named_on_request(qtbot: QtBot) -> None:
    glyphs = tuple(MissingGlyph(chr(0xE000 + at), f"U+{0xE000 + at:04X}", f"{at}頁", "〓") for at in range(100))
    card = cards(replace(LIST, printed=Printed(b"", 100, glyphs)))["使えない文字 100字"]
    panel = BeforePanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_cards([card])
    button = next(each for each in panel.findChildren(QPushButton) if each.text() == "ほか97字を見る")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isHidden()
    lines = [line for each in panel.findChildren(PhraseLabel) for line in each.text().split("\n")]
    assert [line for line in lines if "U+" in line] == [
        f"「{each.character}」（{each.code_point}）{each.where}" for each in glyphs
    ]


def test_papers_have_the_names_people_use() -> None:
    assert paper_words(595.28, 841.89) == "A4縦"
    assert paper_words(1190.55, 841.89) == "A3横"
    assert paper_words(300, 300) == "106×106 mm縦"


def test_a_remark_leads_to_where_it_is_put_right(qtbot: QtBot) -> None:
    panel = BeforePanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_cards([Card("未回答 1件", ("6 標準化",), "asked-note", ("collect", "")), Card("1ページ", ())])
    qtbot.wait(1)
    button = next(each for each in panel.findChildren(QPushButton) if each.isVisible())
    assert button.accessibleName() == "未回答 1件：直しに行く"
    with qtbot.waitSignal(panel.fix_requested) as going:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert going.args == ["collect", ""]
    panel.show_cards([])
    qtbot.wait(1)
    assert not [each for each in panel.findChildren(QPushButton) if each.isVisible()]
