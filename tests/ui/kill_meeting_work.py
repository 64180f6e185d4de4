"""Somebody who leads a meeting on two screens, records, goes on typing, and is killed."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtCore import QTimer

from dxdesk.ui.application import create_application
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.projection.of_desk import take_projection
from dxdesk.ui.projection.show import Projection
from tests.builders import FUKUSHI, uid
from tests.ui.kill_typing_work import open_meeting, show_window, standing
from tests.ui.projection.played import LAPTOP, PROJECTOR, PlayedScreens

DECIDED, GIVEN = "4月から始める。", "様式を数える。"
LEFT_BEHIND, UNFINISHED = "課長会で", "窓口の人数を"
KEPT_MILLISECONDS = 1_500
"""So long after the last stroke text and slide are kept."""


def lead(path: str, home: str, ready: Connection) -> None:
    """Projects, records a decision and what is to be done, leaves a text unfinished, begins another at the next item,
    freezes its slide and looks at 道のり; then says where it stands, once."""
    os.environ["DXDESK_HOME"] = home
    application = create_application([])
    window = show_window(Path(path))
    view = window.view
    assert view is not None
    projection = Projection(view.desk, PlayedScreens(LAPTOP, PROJECTOR))
    take_projection(view.desk, projection)
    open_meeting(view)
    page = view.pages.shown
    assert isinstance(page, MeetingPage)
    page.presenter.start()
    form, recording = page.parts.record_form, page.recording
    form.show_values({"text": DECIDED, "result": "approved"})
    assert recording.record()
    recording.choose_kind("action")
    form.show_values({"text": GIVEN, "departments": [uid(FUKUSHI)]})
    assert recording.record()
    form.text.append_text(LEFT_BEHIND)
    page.parts.centre.transport.following.click()
    recording.choose_kind("remark")
    form.text.append_text(UNFINISHED)
    page.presenter.projector.freeze(True)
    page.parts.centre.transport.roadmap.click()
    QTimer.singleShot(KEPT_MILLISECONDS, lambda: ready.send_bytes(standing(view).encode()))
    application.exec()
