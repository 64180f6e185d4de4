"""The form of a record is as high as its fields are."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dxdesk.ui.meeting.record_form import RecordForm


def test_fields_that_come_later_have_room_and_what_stood_there_keeps_its_own(qtbot: QtBot) -> None:
    form = RecordForm()
    qtbot.addWidget(form)
    form.resize(398, 520)
    form.show()
    layout = form.decision.layout()
    assert layout is not None
    before = form.decision.height()
    layout.addWidget(QLabel("庁議へ付議する"))
    qtbot.waitUntil(lambda: form.decision.height() > before)
    assert form.decision.height() >= form.decision.sizeHint().height()
    assert form.decision.result.height() >= form.decision.result.sizeHint().height()
    form.show_kind("opinion")
    qtbot.waitUntil(lambda: form.opinion.height() < before)
