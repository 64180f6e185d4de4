"""Every verb is tried on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.store.database import Database
from tests.builders import ZEIMU, open_desk, start_cycle
from tests.post import Post


@pytest.fixture
def desk(database: Database) -> Desk:
    """The 事務局's desk on the made-up plan."""
    return open_desk(database)


@pytest.fixture
def cycle(desk: Desk) -> Cycle:
    """The first cycle, open."""
    return start_cycle(desk)


@pytest.fixture
def post(desk: Desk, empty_file: Path, tmp_path: Path) -> Iterator[Post]:
    """The way of files between the 事務局's desk and those of departments."""
    found = Post(desk, empty_file, tmp_path)
    yield found
    found.close()


@pytest.fixture
def tax(post: Post, cycle: Cycle) -> Desk:
    """税務課's desk; it is asked about 重点-1, 重点-2 and 検討-4."""
    return post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])
