"""A disk that takes nothing while files are taken in."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.store.errors import StoreUnavailable
from tests.builders import ZEIMU
from tests.ui.take_in.conftest import Departments, OpenPage


def test_a_disk_that_takes_nothing_leaves_the_files_and_offers_it_again(
    departments: Departments, open_page: OpenPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = departments.send(ZEIMU, {"検討-1": "税。"})
    page = open_page()

    def full(*_more: object) -> None:
        raise StoreUnavailable("disk_full", path)

    with monkeypatch.context() as patched:
        patched.setattr("dxdesk.ui.take_in.work.take_in_with_receipt", full)
        with qtbot.waitSignal(page.notice_changed):
            page.foot.primary.click()
    notice = page.notice()
    assert notice is not None
    assert (notice.look, [word for word, _ in notice.actions]) == ("band-error", ["もう一度取り込む", "閉じる"])
    assert path.exists()
    with qtbot.waitSignal(page.back_requested):
        notice.actions[0][1]()
    assert not path.exists()
    assert page.notice() is None
