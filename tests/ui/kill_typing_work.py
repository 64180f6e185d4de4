"""Somebody who types into the window without end, says beforehand what the next stroke hands over, and is killed."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from dxdesk.desk import Desk
from dxdesk.operations.agenda import add_item
from dxdesk.operations.meetings import hold_meeting
from dxdesk.store.queries import finding, meetings
from dxdesk.ui.application import create_application
from dxdesk.ui.consolidate.page import ConsolidatePage
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.minutes.page import MinutesPage
from dxdesk.ui.text_area import TextArea
from tests.builders import FUKUSHI, HEADQUARTERS, MOMENT, SECRETARIAT, ZEIMU, accepted
from tests.databases import open_anywhere
from tests.ui.doorways import doors_on
from tests.ui.minutes.conftest import fill_meeting

TICK_MILLISECONDS = 10
UNIT = "重点-2"
WORDS = (("まど", "窓口"), ("じっし", "実施し"), ("けん", "件"), ("ちょうない", "庁内の"), ("はじ", "始めた。"))


@dataclass(frozen=True)
class Stroke:
    """What one stroke does: a key, or what the input method shows (``open``) and hands over (``committed``)."""

    key: str = ""
    open: str = ""
    committed: str = ""

    @property
    def text(self) -> str:
        """What the field holds more than before."""
        return self.key or self.committed


def strokes(seed: int) -> Iterator[Stroke]:
    """The same strokes for the same seed: words that are converted, some going over into the next, and digits."""
    chance = random.Random(seed)
    for number in itertools.count():
        reading, word = chance.choice(WORDS)
        for length in range(1, len(reading) + 1):
            yield Stroke(open=reading[:length])
        yield Stroke(open=word)
        going_on = chance.random() < 0.6
        yield Stroke(open="あ" if going_on else "", committed=word)
        if going_on:
            yield Stroke(open="", committed="あ")
        for digit in str(number) if chance.random() < 0.5 else "":
            yield Stroke(key=digit)


def found_town(path: Path) -> None:
    """A meeting that was held, one that is to be held, and a unit with two answers."""
    fill_meeting(path)
    desk = open_desk(path)
    cycle = desk.ask(finding.cycle)
    for department in (ZEIMU, FUKUSHI):
        accepted(desk, cycle, UNIT, department)
    desk.do(hold_meeting, cycle, HEADQUARTERS, day=date(2025, 2, 20))
    held = desk.ask(meetings.meetings)[-1]
    for code in ("重点-1", "検討-4", "重点-2"):
        desk.do(add_item, held, "discuss", code=code)
    desk.close()


def open_desk(path: Path) -> Desk:
    return Desk(open_anywhere(path), SECRETARIAT, lambda: MOMENT)


def show_window(path: Path) -> MainWindow:
    """The real window on a file."""
    desk = open_desk(path)
    window = MainWindow(doors_on(desk))
    window.open_target(str(path))
    window.resize(1366, 696)
    window.show()
    return window


def entry_area(view: DeskView) -> TextArea:
    page = view.pages.entry
    assert page is not None
    return page.body.centre.editor.texts["results"].area


def meeting_area(view: DeskView) -> TextArea:
    page = view.pages.shown
    assert isinstance(page, MeetingPage)
    return page.parts.record_form.text


def memo_area(view: DeskView) -> TextArea:
    page = view.pages.shown
    assert isinstance(page, MeetingPage)
    return page.parts.centre.memo.text


def minutes_area(view: DeskView) -> TextArea:
    """The first 説明 of the part that is open."""
    page = view.pages.shown
    assert isinstance(page, MinutesPage)
    row = next(each for each in page.centre.editor.rows.values() if each.block.kind == "explanation")
    area = row.findChild(TextArea)
    assert area is not None
    return area


def consolidate_area(view: DeskView) -> TextArea:
    page = view.pages.shown
    assert isinstance(page, ConsolidatePage)
    return page.form.texts["results"].area


def open_meeting(view: DeskView) -> None:
    held = view.desk.ask(meetings.meetings)[-1]
    view.open_page("meeting", f"{held.id}:{view.desk.ask(meetings.agenda, held.id)[0].id}")


def open_minutes(view: DeskView) -> None:
    held = view.desk.ask(meetings.meetings)[0]
    view.open_page("minutes", held.id)
    page = view.pages.shown
    assert isinstance(page, MinutesPage)
    page.go_to(view.desk.ask(meetings.agenda, held.id)[1].id)


@dataclass(frozen=True)
class Place:
    """Where one types: the way there in the open desk, the field on the page that is shown, and what stands in it."""

    open: Callable[[DeskView], None]
    area: Callable[[DeskView], TextArea]
    before: str = ""


PLACES = {
    "entry": Place(lambda view: view.open_page("entry", UNIT), entry_area),
    "meeting": Place(open_meeting, meeting_area),
    "memo": Place(open_meeting, memo_area),
    "minutes": Place(open_minutes, minutes_area, "事務局から説明した。"),
    "consolidate": Place(lambda view: view.open_page("consolidate", UNIT), consolidate_area),
}


def type_on(place: str, path: str, home: str, seed: int, said: Connection) -> None:
    """Types into a page of the window until the process is killed.

    Says ``tick moment length`` before every stroke that hands text over (``length`` characters are there after it) and
    with every tick of a clock that only goes on while the window answers.
    """
    os.environ["DXDESK_HOME"] = home
    application = create_application([])
    window = show_window(Path(path))
    view = window.view
    assert view is not None
    PLACES[place].open(view)
    area = PLACES[place].area(view)
    area.selectAll()
    area.setFocus()
    chance, following = random.Random(seed), strokes(seed)
    ticks, length = 0, 0

    def say() -> None:
        try:
            said.send_bytes(f"{ticks} {time.monotonic()} {length}".encode())
        except BrokenPipeError:  # whoever was to kill this process is gone
            os._exit(1)

    def tick() -> None:
        nonlocal ticks
        ticks += 1
        say()

    def strike() -> None:
        nonlocal length
        stroke = next(following)
        length += len(stroke.text)
        if stroke.text:
            say()
        if stroke.key:
            QTest.keyClicks(area, stroke.key)
        else:
            event = QInputMethodEvent(stroke.open, [])
            event.setCommitString(stroke.committed)
            QCoreApplication.sendEvent(area, event)
        QTimer.singleShot(chance.randint(10, 120), strike)

    clock = QTimer(interval=TICK_MILLISECONDS)
    clock.timeout.connect(tick)
    clock.start()
    strike()
    application.exec()


def standing(view: DeskView) -> str:
    """The item that is open, and the slide: its unit, its kind, and the item it belongs to."""
    page = view.pages.shown
    assert isinstance(page, MeetingPage)
    at = page.presenter.projector.position
    return f"{page.part} {at.code} {at.view} {at.item}"


def lead_on(path: str, home: str, seed: int, said: Connection) -> None:
    """Goes through a meeting until the process is killed; says ``tick moment`` and where it stands, with every tick."""
    os.environ["DXDESK_HOME"] = home
    application = create_application([])
    window = show_window(Path(path))
    view = window.view
    assert view is not None
    open_meeting(view)
    page = view.pages.shown
    assert isinstance(page, MeetingPage)
    chance = random.Random(seed)
    items = [each.id for each in view.desk.ask(meetings.agenda, view.desk.ask(meetings.meetings)[-1].id)]
    buttons = page.parts.centre.transport
    ticks = 0

    def tick() -> None:
        nonlocal ticks
        ticks += 1
        said.send_bytes(f"{ticks} {standing(view)}".encode())

    def go_on() -> None:
        chance.choice((
            buttons.following.click, buttons.previous.click, buttons.roadmap.click, buttons.board.click,
            lambda: page.go_to_part(chance.choice(items)),
        ))()  # fmt: skip
        QTimer.singleShot(chance.randint(50, 900), go_on)

    clock = QTimer(interval=TICK_MILLISECONDS)
    clock.timeout.connect(tick)
    clock.start()
    go_on()
    application.exec()


def new_file(town: Path, folder: Path) -> Path:
    """A copy of the town of a round's own."""
    folder.mkdir()
    return Path(shutil.copyfile(town, folder / "town.db"))
