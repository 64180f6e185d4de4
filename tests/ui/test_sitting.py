"""Whether the last sitting ended as it should."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dxdesk import paths
from dxdesk.desk import Desk
from dxdesk.operations.replies import find_place, record_draft
from dxdesk.ui import sitting
from dxdesk.ui.application import create_application
from dxdesk.ui.desk_view import DeskView
from tests.ui.entry import towns


@pytest.fixture
def desk(empty_file: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = towns.open_town(empty_file, tmp_path)
    yield opened
    opened.close()


def write(desk: Desk, text: str) -> None:
    cycle = towns.newest(desk)
    desk.do(lambda change: record_draft(change, find_place(change, cycle, "2", towns.OWN), {"results": text}, None))


def test_a_sitting_that_ended_leaves_nothing_to_say(desk: Desk) -> None:
    assert sitting.begin(desk) is None
    sitting.end(desk)
    assert sitting.begin(desk) is None


def test_a_sitting_that_never_ended_says_what_was_being_written_in_it(desk: Desk) -> None:
    sitting.begin(desk)
    write(desk, "打合せをしました。")
    found = sitting.begin(desk)
    assert found is not None
    assert [(each.page, each.name) for each in found.written] == [("entry", f"キャッシュレス決済の導入（{towns.OWN}）")]


def test_what_was_written_before_that_sitting_is_not_said(desk: Desk) -> None:
    write(desk, "前からある文。")
    desk._clock = lambda: "2025-01-23T09:00:00+09:00"
    sitting.begin(desk)
    found = sitting.begin(desk)
    assert found is not None
    assert found.written == ()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"since": 3}', '{"since": "昨日"}'])
def test_a_mark_that_cannot_be_read_is_no_sitting(desk: Desk, content: str) -> None:
    sitting.begin(desk)
    (mark,) = (paths.home() / "sittings").iterdir()
    mark.write_text(content, encoding="utf-8")
    assert sitting.begin(desk) is None


def test_the_band_says_it_and_leads_to_what_came_back(qtbot: QtBot, desk: Desk) -> None:
    create_application([])
    sitting.begin(desk)
    write(desk, "打合せをしました。")
    desk.actor = towns.liaison(desk)
    view = DeskView(desk)
    qtbot.addWidget(view)
    sitting.greet(view)
    assert view.band.notice is not None
    assert "書きかけの「キャッシュレス決済の導入" in view.band.notice.text
    words = [word for word, _ in view.band.notice.actions]
    assert words == ["戻った内容を見る", "この知らせを閉じる"]
    view.band.notice.actions[0][1]()
    entry = view.pages.entry
    assert entry is not None
    assert entry.writing.form is not None
    assert entry.writing.form.unit.code == "2"
    view.band.notice.actions[1][1]()
    assert view.band.notice is None
    view.stop_listening()
