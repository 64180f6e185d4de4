"""A new database has its name only when everything is in it, however the making ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dxdesk.store import making
from dxdesk.store.database import Database, create_database, open_database
from dxdesk.store.errors import StoreUnavailable
from tests.databases import Server, anywhere


@pytest.fixture(autouse=True)
def _anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test's database may lie wherever the machine keeps temporary files."""
    for function in (create_database, open_database, making.check_place):
        defaults = function.__kwdefaults__
        assert defaults is not None
        monkeypatch.setitem(defaults, "location", anywhere)


def note(database: Database) -> None:
    """Fills a database with whose it is."""
    with database.change() as connection:
        connection.exec_driver_sql(
            "INSERT INTO identity (id, database_id, kind, town, sample, created) "
            "VALUES (1, 'x', 'secretariat', '見本町', 0, '2025-01-01T00:00:00+00:00')"
        )


def town(target: str) -> str:
    with open_database(target, location=anywhere) as database, database.read() as connection:
        return str(connection.exec_driver_sql("SELECT town FROM identity").scalar_one())


def test_a_database_has_its_name_when_it_is_full(tmp_path: Path) -> None:
    path = tmp_path / "town.db"

    def fill(database: Database) -> None:
        assert not path.exists()
        note(database)

    assert making.make_database(path, fill) == str(path)
    assert town(str(path)) == "見本町"
    assert [each.name for each in tmp_path.iterdir()] == ["town.db"]


def test_what_cannot_be_filled_leaves_nothing(tmp_path: Path) -> None:
    def fill(_database: Database) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        making.make_database(tmp_path / "town.db", fill)
    assert list(tmp_path.iterdir()) == []


def test_a_process_that_is_ended_midway_leaves_no_database(tmp_path: Path) -> None:
    script = (
        "import os, pathlib\n"
        "from dxdesk.store import database, making\n"
        "for each in (database.create_database, database.open_database):\n"
        "    each.__kwdefaults__['location'] = lambda path: None\n"
        "making.make_database(pathlib.Path(os.environ['TOWN']), lambda found: os._exit(9))\n"
    )
    path = tmp_path / "town.db"
    ended = subprocess.run([sys.executable, "-c", script], env={**os.environ, "TOWN": str(path)}, check=False)
    assert ended.returncode == 9
    assert not path.exists()
    making.make_database(path, note)
    assert town(str(path)) == "見本町"


def test_a_database_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "town.db"
    path.write_bytes(b"mine")
    with pytest.raises(StoreUnavailable, match="exists"):
        making.make_database(path, note)

    def in_the_meantime(database: Database) -> None:
        note(database)
        (tmp_path / "other.db").write_bytes(b"mine")

    with pytest.raises(StoreUnavailable, match="exists"):
        making.make_database(tmp_path / "other.db", in_the_meantime)
    assert (path.read_bytes(), (tmp_path / "other.db").read_bytes()) == (b"mine", b"mine")


def test_empty_tables_left_on_a_server_are_filled_at_the_next_attempt(server: Server) -> None:
    def fill(_database: Database) -> None:
        raise ZeroDivisionError

    with server.empty() as address:
        with pytest.raises(ZeroDivisionError):
            making.make_database(address, fill)
        making.make_database(address, note)
        assert town(address) == "見本町"
        with pytest.raises(StoreUnavailable, match="not_empty"):
            making.make_database(address, note)


@pytest.mark.parametrize(("cause", "place"), [("exists", "town.db"), ("folder_missing", "none/town.db")])
def test_a_place_that_cannot_be_used_is_refused_before_anything_is_made(tmp_path: Path, cause: str, place: str) -> None:
    (tmp_path / "town.db").write_bytes(b"mine")
    with pytest.raises(StoreUnavailable, match=cause):
        making.check_place(str(tmp_path / place))
    making.check_place(str(tmp_path / "free.db"))
    making.check_place("postgresql+psycopg://dxdesk@server/dxdesk")


def test_a_place_on_a_share_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="network"):
        making.check_place(tmp_path / "town.db", location=lambda _path: "network")
