"""Terms in read-only texts: dotted underlines, a card by mouse, focus and F1, and plain text all the same."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.domain.plan_lists import GlossaryTerm
from dxdesk.ui.application import create_application
from dxdesk.ui.key_actions import bind
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.terms import TermCard, TermLabel, source_words

AI = GlossaryTerm("t1", "AI", ("人工知能",), "エーアイ", "人の知的な力をまねる技術。", "脚注", "令和5年3月", "*1")
RPA = GlossaryTerm("t2", "RPA", (), None, "決まった作業を自動で行う仕組み。", None, None, None)
TEXT = "窓口でAIを試し、RPAで写します。"


def shown(qtbot: QtBot, text: str = TEXT, width: int = 400) -> tuple[QWidget, TermLabel]:
    create_application([])
    window = QWidget()
    qtbot.addWidget(window)
    label = TermLabel(text, terms=(AI, RPA))
    column = QVBoxLayout(window)
    column.addWidget(label)
    column.addStretch(1)
    window.resize(width, 360)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window, label


def words(card: TermCard) -> list[str]:
    return [each.text() for each in card.findChildren(PhraseLabel) if each.isVisibleTo(card)]


def place_of(label: TermLabel, number: int) -> QPoint:
    rect = next(rect for at, rect in label._rects() if at == number)
    return rect.center().toPoint()


def test_the_text_stays_plain_text_and_names_its_terms(qtbot: QtBot) -> None:
    _, label = shown(qtbot)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == label.accessibleName() == TEXT
    assert label.accessibleDescription() == "用語：AI、RPA（F1で説明）"
    assert [TEXT[each.start : each.end] for each in label.spans] == ["AI", "RPA"]


def test_a_text_without_terms_takes_no_focus(qtbot: QtBot) -> None:
    _, label = shown(qtbot, "窓口で試します。")
    assert label.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert label.spans == ()


def test_dots_stand_under_the_words_and_nowhere_else(qtbot: QtBot) -> None:
    def inked(text: str) -> set[int]:
        _, label = shown(qtbot, text)
        image = label.grab().toImage()
        return {
            x for x in range(image.width()) for y in range(image.height())
            if (pixel := image.pixelColor(x, y)).blue() > pixel.red() + 60
        }  # fmt: skip

    columns = inked(TEXT)
    _, label = shown(qtbot)
    rects = [rect for _, rect in label._rects()]
    assert columns
    assert all(any(rect.left() - 2 <= x <= rect.right() + 2 for rect in rects) for x in columns)
    assert inked("窓口で試します。") == set()


def test_pointing_at_a_word_shows_its_card_and_leaving_hides_it(qtbot: QtBot) -> None:
    _, label = shown(qtbot)
    QTest.mouseMove(label, place_of(label, 1))
    qtbot.waitUntil(lambda: label.card is not None and label.card.isVisible())
    assert label.card is not None
    assert words(label.card) == ["RPA", "決まった作業を自動で行う仕組み。"]
    QTest.mouseMove(label, QPoint(1, 1))
    assert not label.card.isVisible()


def test_the_focus_shows_the_first_card_and_arrows_go_through_the_terms(qtbot: QtBot) -> None:
    _, label = shown(qtbot)
    label.setFocus(Qt.FocusReason.TabFocusReason)
    assert label.card is not None
    assert words(label.card)[:2] == ["AI（エーアイ）", "人の知的な力をまねる技術。"]
    assert words(label.card)[2] == "出典：脚注・令和5年3月"
    QTest.keyClick(label, Qt.Key.Key_Right)
    assert words(label.card)[0] == "RPA"
    QTest.keyClick(label, Qt.Key.Key_Right)
    assert words(label.card)[0] == "AI（エーアイ）"
    QTest.keyClick(label, Qt.Key.Key_Escape)
    assert not label.card.isVisible()


def test_f1_on_a_word_asks_for_the_term_and_not_for_the_help_of_the_window(qtbot: QtBot) -> None:
    window, label = shown(qtbot)
    helped: list[str] = []
    bind(window, {"F1": lambda: helped.append("window")})
    label.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(label, Qt.Key.Key_Right)
    with qtbot.waitSignal(label.term_requested) as asked:
        QTest.keyClick(label, Qt.Key.Key_F1)
    assert asked.args == ["t2"]
    assert helped == []
    label.clearFocus()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert helped == ["window"]


def test_a_card_never_leaves_the_window(qtbot: QtBot) -> None:
    window, label = shown(qtbot, "いろいろな窓口で試したあとに" * 12 + "AI", width=300)
    label.setFocus(Qt.FocusReason.TabFocusReason)
    assert label.card is not None
    assert window.rect().contains(label.card.geometry())


def test_a_word_broken_over_two_lines_is_marked_on_both(qtbot: QtBot) -> None:
    long = GlossaryTerm("t", "オンライン行政手続総合案内窓口", (), None, "説明。", None, None, None)
    create_application([])
    label = TermLabel("ここで" + long.term + "を使う。", terms=(long,))
    qtbot.addWidget(label)
    label.resize(120, 200)
    assert {number for number, _ in label._rects()} == {0}
    assert len(list(label._rects())) > 1


def test_where_a_definition_comes_from_is_said_only_where_it_is_known() -> None:
    assert source_words(AI) == "出典：脚注・令和5年3月"
    assert source_words(RPA) == ""
