"""kill -9 while files are taken in, taken back and held: a file is on record whole or not at all."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select

from dxdesk.domain.records import digest
from dxdesk.store import package_tables, tables
from dxdesk.store.database import Database
from dxdesk.store.queries import Connection, packages
from dxdesk.store.verification import verify
from tests.databases import open_anywhere
from tests.store import kill_work
from tests.store.test_kill import Processes, killed, processes, town_file

__all__ = ["processes", "town_file"]  # fixtures

KILLS = 30
FRESH_FILE_EVERY = 10
"""So seldom that files overlap, so often that the ever longer replies stay quick."""


def check_whole(database: Database) -> None:
    """Every file on record stands with its operation and with records that are there; what it said and is not on
    record is held."""
    report = verify(database)
    assert [check for check in report.checks if not check.ok] == []
    with database.read() as connection:
        operations = tables.audit.c.operation.in_(("take in", "cancel"))
        audited = connection.execute(select(func.count()).select_from(tables.audit).where(operations)).scalar_one()
        verdicts = connection.execute(select(package_tables.package_cancellations)).all()
        filed = packages.all_filed(connection, direction="in")
        held = {each.package for each in packages.held(connection)}
        stored = set(connection.scalars(select(tables.revisions.c.id)))
        silent = packages.withheld_records(connection)
        assert audited == len(filed) + len(verdicts)
        live: set[str] = set()
        for each in filed:
            carried, said = set(packages.carried(connection, each.id)), said_in(connection, each.id)
            assert carried <= said & stored
            if not each.cancelled:
                live |= carried
                assert each.id in held or said <= stored - silent
        assert silent == stored - live


def said_in(connection: Connection, package: str) -> set[str]:
    return {digest(each) for each in packages.content(connection, package)["revisions"]}


def check_acknowledged(database: Database, acknowledged: list[str]) -> None:
    check_whole(database)
    with database.read() as connection:
        filed = {each.id: each for each in packages.all_filed(connection, direction="in")}
    for each in acknowledged:
        *verb, package = each.split()
        assert package in filed
        assert verb != ["back"] or filed[package].cancelled


@pytest.mark.parametrize("work", ["take_in", "cancel", "close_over_files"])
def test_nothing_acknowledged_is_lost_in_a_file(
    processes: Processes, town_file: Path, tmp_path: Path, work: str
) -> None:
    chance, path, start = random.Random(work), tmp_path / "town.db", 0
    for number in range(KILLS):
        if number % FRESH_FILE_EVERY == 0:
            path.unlink(missing_ok=True)
            shutil.copyfile(town_file, path)
            start = 0
        acknowledged = killed(processes, getattr(kill_work, work), str(path), chance, start)
        with open_anywhere(path) as database:
            check_acknowledged(database, acknowledged)
        start += len(acknowledged) + 1


@pytest.mark.parametrize("work", ["take_in", "cancel", "close_over_files"])
def test_nothing_acknowledged_is_lost_on_a_server(
    processes: Processes, request: pytest.FixtureRequest, work: str
) -> None:
    server = request.getfixturevalue("server")
    chance, start = random.Random(work), 0
    with server.fresh() as address:
        kill_work.found_town(address)
        for _ in range(5):
            acknowledged = killed(processes, getattr(kill_work, work), address, chance, start)
            with open_anywhere(address) as database:
                check_acknowledged(database, acknowledged)
            start += len(acknowledged) + 1
