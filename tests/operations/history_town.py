"""A town for histories of files: the secretariat's database and those of three departments on four computers, each
with one connection within which everything happens and is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import Connection

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.operations import replies
from dxdesk.operations.change import Change
from dxdesk.store.database import Database
from dxdesk.store.verification import verify
from tests.builders import FUKUSHI, SOUMU, ZEIMU, open_desk, start_cycle
from tests.databases import open_anywhere
from tests.post import Post

COMPUTERS = (ZEIMU, ZEIMU, FUKUSHI, SOUMU)
"""The department that each computer belongs to."""


@dataclass(frozen=True)
class Town:
    """The secretariat's and the departments' databases, each with the one connection on which everything happens."""

    secretariat: Connection
    computers: tuple[Connection, ...]
    actors: tuple[Actor, ...]
    cycle: Cycle


@dataclass(frozen=True)
class Inside:
    """A database as it is within a transaction that is not over yet."""

    connection: Connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        yield self.connection


def whole(connection: Connection) -> bool:
    """Whether a database verifies."""
    report = verify(cast(Database, Inside(connection)))
    assert report.ok, [each for each in report.checks if not each.ok]
    return True


@pytest.fixture(scope="module")
def towns(
    request: pytest.FixtureRequest, empty_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Town]]:
    """Makes a town on SQLite or on PostgreSQL; the departments' databases are files."""
    with ExitStack() as stack:

        def make(kind: str) -> Town:
            folder = tmp_path_factory.mktemp("histories")
            target = str(folder / "town.db")
            if kind == "sqlite":
                (folder / "town.db").write_bytes(empty_file.read_bytes())
            else:
                target = stack.enter_context(request.getfixturevalue("server").fresh())
            database = stack.enter_context(open_anywhere(target))
            post = Post(open_desk(database), empty_file, folder)
            cycle = start_cycle(post.desk)
            inquiries = post.inquiries(cycle)
            desks = [post.liaison(inquiries[each], name=f"{each}{number}") for number, each in enumerate(COMPUTERS)]
            stack.callback(post.close)
            return Town(
                stack.enter_context(database.change()),
                tuple(stack.enter_context(each.database.change()) for each in desks),
                tuple(each.actor for each in desks),
                cycle,
            )

        yield make


def do(connection: Connection, actor: Actor, moment: str, operation: Callable[..., Any], *rest: Any) -> Any:
    """An operation, whole or not at all. Raises Problem."""
    with connection.begin_nested():
        return operation(Change(connection, actor, moment), *rest)


def say(change: Change, cycle: Cycle, code: str, department: str, words: str) -> None:
    place = replies.find_place(change, cycle, code, department)
    replies.record_draft(change, place, {"status": "ok", "results": words})
    replies.submit(change, place)
