"""Labels show data as it is, and break it where a reader pauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.ui.application import create_application
from dxdesk.ui.labels import PhraseLabel, plain_label


def test_a_label_takes_nothing_for_markup(qtbot: QtBot) -> None:
    label = plain_label("総務課<b>長</b> &amp;")
    qtbot.addWidget(label)
    assert (label.text(), label.textFormat()) == ("総務課<b>長</b> &amp;", Qt.TextFormat.PlainText)


@pytest.fixture(scope="module")
def label(qapp: QApplication) -> PhraseLabel:
    create_application([])
    return PhraseLabel()


@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60))
def test_no_line_is_wider_than_the_column_and_every_word_is_there(label: PhraseLabel, text: str) -> None:
    label.show_text(text)
    lines = label.lines(200)
    advance = QFontMetricsF(label.font()).horizontalAdvance
    assert all(advance(line) <= 200 or len(line) <= 2 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_height_grows_with_the_lines_and_assistive_technology_reads_the_whole(label: PhraseLabel) -> None:
    text = "手数料ごとの件数を数え、2社から見積りを取りました。"
    label.show_text(text)
    assert label.heightForWidth(120) > label.heightForWidth(800)
    assert label.accessibleName() == text


def test_more_lines_than_allowed_end_in_an_ellipsis(qtbot: QtBot) -> None:
    label = PhraseLabel("手数料ごとの件数を数え、2社から見積りを取りました。" * 4, most=2)
    qtbot.addWidget(label)
    lines = label.lines(200)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
