"""次年度の方向性 in 設定."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from dxdesk.domain.settings import DIRECTION_PRESETS, Settings
from dxdesk.ui.settings.directions import DirectionsForm


def test_a_set_is_taken_whole_and_words_of_ones_own_are_given_back(qtbot: QtBot) -> None:
    form = DirectionsForm()
    qtbot.addWidget(form)
    form.show_settings(Settings())
    assert form.preset.currentText() == "標準"
    assert form.settings(Settings()) == Settings()
    form.preset.setCurrentText("短い")
    with qtbot.waitSignal(form.changed):
        form.preset.activated.emit(form.preset.currentIndex())
    assert form.settings(Settings()).directions == DIRECTION_PRESETS["短い"]
    form.lines[0].setText("")
    form.lines[0].textEdited.emit("")
    assert form.preset.currentText() == ""
    assert form.settings(Settings()).directions == ("継続", "縮小", "廃止")
    own = replace(Settings(), directions=("続ける", "やめる"))
    form.show_settings(own)
    assert form.settings(own) == own
