"""会議録 is confirmed in three steps, after what is still open was named once; then it is read-only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.minutes import MinutesVersion
from dxdesk.store.queries import finding, minutes
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.minutes import endings
from dxdesk.ui.minutes.page import MinutesPage
from dxdesk.wording.minutes_screen import (
    CONFIRM,
    CONFIRMER_MISSING,
    SAVE_PDF,
)
from tests.ui.entry.conftest import hand_over
from tests.ui.minutes.conftest import DAY

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def versions(desk: Desk) -> tuple[MinutesVersion, ...]:
    return desk.ask(minutes.versions, desk.ask(finding.meeting).id)


def item(page: MinutesPage, number: int) -> str:
    """The key of the part of an agenda item."""
    assert page.shown is not None
    return page.shown.source.record.items[number - 1].id


@pytest.mark.usefixtures("as_it_is")
def test_confirming_takes_three_steps(page: MinutesPage, desk: Desk, qtbot: QtBot) -> None:
    assert page.foot.primary.text() == CONFIRM
    page.foot.primary.click()
    field = page.centre.confirmation.confirmer
    assert field.line.hasFocus()
    assert field.message.text == CONFIRMER_MISSING
    assert page.centre.confirmation.day.line.text() == "令和7年2月13日（木）"
    hand_over(field.line, "今野")
    assert field.message.text == ""
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert versions(desk)[-1].state == "draft"
    page.foot.primary.click()
    newest = versions(desk)[-1]
    assert (newest.state, newest.confirmed_by, newest.confirmed_on) == ("confirmed", "今野", DAY)
    notice = page.notice()
    assert notice is not None
    assert notice.text == "確定しました（第1版・2月13日）。"
    assert page.foot.primary.text() == SAVE_PDF
    page.open_part(item(page, 2))
    assert all(each.area is None for each in page.centre.editor.rows.values())


def test_what_is_still_open_is_named_once_before_confirming(
    page: MinutesPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = [0, 1]

    def answer(_parent: object, text: str, _choices: tuple[str, ...]) -> int:
        asked.append(text)
        return answers.pop(0)

    monkeypatch.setattr(endings, "choose", answer)
    page.foot.primary.click()
    assert asked == []
    hand_over(page.centre.confirmation.confirmer.line, "今野")
    page.foot.primary.click()
    assert asked[0].splitlines()[:2] == [
        "まだ確かめていないところが3つあります。", "・議題（3）：結論がありません",
    ]  # fmt: skip
    assert (versions(desk)[-1].state, page.key) == ("draft", item(page, 3))
    page.foot.primary.click()
    assert versions(desk)[-1].state == "confirmed"


@pytest.mark.usefixtures("as_it_is")
def test_a_day_before_the_meeting_is_said_at_its_field(page: MinutesPage, desk: Desk, qtbot: QtBot) -> None:
    page.foot.primary.click()
    confirmation = page.centre.confirmation
    hand_over(confirmation.confirmer.line, "今野")
    for typed in ("きのう", "R7.2.12"):
        confirmation.day.line.clear()
        hand_over(confirmation.day.line, typed)
        page.foot.primary.click()
        assert confirmation.day.message.text
        assert confirmation.day.line.hasFocus()
    assert versions(desk)[-1].state == "draft"


@pytest.mark.usefixtures("as_it_is")
@pytest.mark.parametrize("size", [(1024, 588), (1366, 648)])
def test_why_it_cannot_be_confirmed_is_read_whole(page: MinutesPage, size: tuple[int, int], qtbot: QtBot) -> None:
    page.resize(*size)
    page.foot.primary.click()
    confirmation = page.centre.confirmation
    hand_over(confirmation.confirmer.line, "今野")
    confirmation.day.line.clear()
    hand_over(confirmation.day.line, "R7.2.1")
    page.foot.primary.click()
    words = confirmation.day.message.findChild(PhraseLabel)
    assert words is not None
    assert "2月13日" in words.text()
    page.grab()  # laid out as it is painted
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert words.mapTo(confirmation, words.rect().bottomRight()).x() < confirmation.viewport().width()
    assert not confirmation.horizontalScrollBar().isVisible()


def test_a_confirmed_version_is_made_anew_for_a_reason(
    page: MinutesPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.writing.confirm("今野", DAY)
    page.refresh()
    answers = iter(("", "日付の誤り"))
    monkeypatch.setattr(endings, "ask_line", lambda *_rest: next(answers))
    page.foot.correct.click()
    assert versions(desk)[-1].state == "confirmed"
    page.foot.correct.click()
    assert (versions(desk)[-1].state, versions(desk)[-1].reason) == ("draft", "日付の誤り")
    assert page.writing.editable
    page.writing.confirm("今野", DAY)
    assert (versions(desk)[-1].state, versions(desk)[-1].reason) == ("confirmed", "日付の誤り")
