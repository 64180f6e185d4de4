"""取り込みの確認 on the made-up town of 回収, with departments that send files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.operations.exchange_folder import put
from dxdesk.preferences import keep_exchange
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.take_in.page import TakeInPage
from tests.post import Post, hand_over, newest, say
from tests.ui.collect.conftest import _look, desk, filled_file
from tests.ui.showing import show_page

__all__ = ["_look", "desk", "filled_file"]

OpenPage = Callable[..., TakeInPage]
WRITTEN = "2025-02-03T09:00:00+09:00"


class Departments:
    """Files from departments, put into the exchange folder of the secretariat."""

    def __init__(self, post: Post, folder: Path) -> None:
        self.post, self.folder = post, folder
        self.desks: dict[str, Desk] = {}

    def desk(self, department: str) -> Desk:
        """The desk of a department, which its first 照会 begins."""
        if department not in self.desks:
            cycle = newest(self.post.desk)
            inquiry = self.post.inquiries(cycle, department)[department]
            self.desks[department] = self.post.liaison(inquiry, lambda: WRITTEN)
        return self.desks[department]

    def send(self, department: str, said: dict[str, str], name: str = "", cut: int = 0, status: str = "ok") -> Path:
        """A reply file with what a department says, by code; ``cut`` bytes are lost on the way."""
        there = self.desk(department)
        for code, words in said.items():
            say(there, code, words, status=status)
        made = hand_over(there)
        content = made.content[: len(made.content) - cut]
        return put(self.folder, name or made.name, content)


@pytest.fixture
def post(desk: Desk, empty_file: Path, tmp_path: Path) -> Iterator[Post]:
    found = Post(desk, empty_file, tmp_path)
    yield found
    found.close()


@pytest.fixture
def departments(post: Post, tmp_path: Path) -> Departments:
    """Departments whose files come through a shared folder."""
    folder = tmp_path / "共有"
    folder.mkdir()
    keep_exchange(post.desk.database_id, folder=str(folder))
    return Departments(post, folder)


def settled(page: TakeInPage, qtbot: QtBot) -> None:
    """The page has read what there is."""
    qtbot.waitUntil(lambda: not page.gathering.busy)


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk) -> Iterator[OpenPage]:
    """Shows 取り込みの確認 in a window of its own and keeps it up to date."""

    def open_it(subject: str = "", size: tuple[int, int] = (1366, 648)) -> TakeInPage:
        page = TakeInPage(desk, newest(desk))
        show_page(page, qtbot, size)
        if subject:
            page.show_subject(subject)
        settled(page, qtbot)
        page.setFocus()
        return page

    yield open_it
    wait_for_jobs()
