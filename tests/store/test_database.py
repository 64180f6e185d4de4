"""One transaction per change, one writer per file, a server by its address; trouble is told by its cause."""

import getpass
import sqlite3
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from dxdesk.domain.replies import Author
from dxdesk.store import errors, migrations
from dxdesk.store.audit import append_entry, check_chain, head
from dxdesk.store.database import Database, create_database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.tables import SCHEMA_VERSION, identity, members, settings_revisions
from tests import databases
from tests.databases import anywhere, open_anywhere


def refusal(act: Callable[[], object]) -> StoreUnavailable:
    with pytest.raises(StoreUnavailable) as refused:
        act()
    return refused.value


def add_settings(database: Database, number: int) -> None:
    with database.change() as connection:
        connection.execute(
            insert(settings_revisions).values(id=f"{number:064d}", number=number, content="{}", moment="m")
        )


def numbers(database: Database) -> list[int]:
    with database.read() as connection:
        return list(connection.scalars(select(settings_revisions.c.number).order_by(settings_revisions.c.number)))


def begin_change(database: Database) -> None:
    with database.change():
        pass


def test_a_change_is_there_for_others_and_after_closing(database: Database, target: str) -> None:
    add_settings(database, 1)
    assert numbers(database) == [1]
    database.close()
    with open_anywhere(target) as again:
        assert numbers(again) == [1]


def test_a_change_that_fails_leaves_nothing(database: Database) -> None:
    def fail_midway() -> None:
        with database.change() as connection:
            connection.execute(insert(settings_revisions).values(id="1", number=1, content="{}", moment="m"))
            connection.execute(text("CREATE TABLE half (a INTEGER)"))
            raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        fail_midway()
    assert numbers(database) == []
    with database.read() as connection, pytest.raises(DBAPIError):
        connection.execute(text("SELECT * FROM half"))


def test_a_reader_sees_one_moment_throughout(server: databases.Server) -> None:
    with server.fresh() as address, open_anywhere(address) as first, open_anywhere(address) as second:
        with first.read() as connection:
            count = text("SELECT count(*) FROM settings_revisions")
            assert connection.execute(count).scalar() == 0
            add_settings(second, 1)
            assert connection.execute(count).scalar() == 0
        assert numbers(first) == [1]


def test_nothing_is_written_while_reading(database: Database) -> None:
    statement = text("INSERT INTO settings_revisions VALUES ('1', 1, '{}', 'm', NULL)")
    with pytest.raises(StoreUnavailable, match="read_only_place"), database.read() as connection:
        connection.execute(statement)
    assert numbers(database) == []


def test_a_reference_to_nothing_is_refused(database: Database) -> None:
    row = {"id": "m", "body": "b", "name": "n", "position": "chair", "department": "no", "sort_order": 1}
    with pytest.raises(IntegrityError), database.change() as connection:
        connection.execute(insert(members).values(row))


def test_messages_of_failed_statements_hold_no_text_of_the_town(database: Database) -> None:
    row = {"id": 2, "database_id": "秘密の本文", "kind": "liaison", "town": "t", "sample": 0, "created": "c"}
    with pytest.raises(IntegrityError) as failed, database.change() as connection:
        connection.execute(insert(identity).values(row))
    assert "秘密の本文" not in str(failed.value.statement)
    assert "hide_parameters" in str(failed.value)


def test_files_are_kept_the_safe_way(database_file: Path) -> None:
    with open_anywhere(database_file) as database, database.change() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "recursive_triggers")
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas}
    assert found == {
        "journal_mode": "truncate", "synchronous": 3, "foreign_keys": 1, "trusted_schema": 0, "recursive_triggers": 1,
    }  # fmt: skip


def test_operations_of_many_threads_come_one_after_the_other(database: Database) -> None:
    def work(name: str) -> None:
        for number in range(5):
            with database.change() as connection:
                append_entry(
                    connection, author=Author("secretariat", None, name), moment="m", operation="o", subject=str(number)
                )

    threads = [threading.Thread(target=work, args=(f"{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as connection:
        assert head(connection).sequence == 20
        assert check_chain(connection) == ()


def test_a_change_has_the_file_to_itself_before_it_reads(database_file: Path) -> None:
    with (
        open_anywhere(database_file) as database,
        database.change(),
        closing(sqlite3.connect(database_file, timeout=0, isolation_level=None)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")


def test_two_programs_on_one_server_add_to_one_chain(server: databases.Server) -> None:
    with server.fresh() as address, open_anywhere(address) as first, open_anywhere(address) as second:

        def work(database: Database) -> None:
            for number in range(10):
                with database.change() as connection:
                    append_entry(
                        connection, author=Author("reader", None, None), moment="m", operation="o", subject=str(number)
                    )

        threads = [threading.Thread(target=work, args=(each,)) for each in (first, second)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with first.read() as connection:
            assert head(connection).sequence == 20
            assert check_chain(connection) == ()


def test_a_new_database_is_made_only_where_nothing_is(tmp_path: Path) -> None:
    path = tmp_path / "町.db"
    with create_database(path, location=anywhere) as made:
        assert numbers(made) == []
    before = path.read_bytes()
    assert refusal(lambda: create_database(path, location=anywhere)).code == "exists"
    assert path.read_bytes() == before
    assert refusal(lambda: create_database(tmp_path / "no" / "a.db", location=anywhere)).code == "folder_missing"
    (tmp_path / "link.db").symlink_to(tmp_path / "nowhere.db")
    assert refusal(lambda: create_database(tmp_path / "link.db", location=anywhere)).code == "exists"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.db", "町.db"]


@pytest.mark.parametrize("failure", [sqlite3.OperationalError("x"), OSError(28, "full"), KeyboardInterrupt()])
def test_a_database_that_cannot_be_made_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    def fail(path: Path, _scripts: Path) -> None:
        path.write_bytes(b"half")
        raise failure

    monkeypatch.setattr(migrations, "make_file", fail)
    expected = StoreUnavailable if isinstance(failure, OSError) else type(failure)
    with pytest.raises(expected):
        create_database(tmp_path / "a.db", location=anywhere)
    assert list(tmp_path.iterdir()) == []


def test_a_server_with_other_tables_or_none_is_told_apart(server: databases.Server) -> None:
    with server.empty() as address:
        assert refusal(lambda: open_anywhere(address)).code == "no_database"
        create_database(address).close()
        assert refusal(lambda: create_database(address)).code == "not_empty"
        open_anywhere(address).close()
        with open_anywhere(address, read_only=True) as reader:
            assert refusal(lambda: begin_change(reader)).code == "read_only"


def test_a_newer_server_is_refused_unchanged(server: databases.Server) -> None:
    with server.fresh() as address:
        with open_anywhere(address) as database, database.change() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '0040'"))
        refused = refusal(lambda: open_anywhere(address))
    assert (refused.code, refused.values) == ("newer", {"version": 40, "newest": SCHEMA_VERSION})


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    refused = refusal(lambda: open_anywhere("postgresql://sato:himitsu@127.0.0.1:1/town?connect_timeout=3"))
    assert refused.code == "server"
    assert "himitsu" not in refused.place
    assert refused.place.startswith("postgresql")


def test_a_missing_library_for_servers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    refused = refusal(lambda: open_anywhere("postgresql://127.0.0.1:1/town"))
    assert (refused.code, refused.values) == ("no_library", {"name": "psycopg"})


def test_a_server_that_goes_away_is_told_as_the_environments_doing(server: databases.Server) -> None:
    with server.fresh() as address, open_anywhere(address) as database:

        def lose_the_server() -> None:
            with database.change() as connection:
                server.run(f"SELECT pg_terminate_backend({connection.scalar(text('SELECT pg_backend_pid()'))})")
                connection.execute(select(identity))

        assert refusal(lose_the_server).code == "server"
        assert numbers(database) == []


def test_a_file_changed_by_another_program_meanwhile_is_busy_and_not_lost(database_file: Path) -> None:
    with open_anywhere(database_file) as database:
        other = sqlite3.connect(database_file, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")

        def read_at_once() -> None:
            with database.read() as connection:
                connection.exec_driver_sql("PRAGMA busy_timeout=1")
                connection.execute(select(identity))

        assert refusal(read_at_once).code == "busy"
        other.execute("ROLLBACK")
        other.close()
        add_settings(database, 1)
        assert numbers(database) == [1]


def test_a_full_disk_is_told_and_the_database_stays_whole(database_file: Path) -> None:
    with open_anywhere(database_file) as database:
        add_settings(database, 1)

        def add_too_much() -> None:
            with database.change() as connection:
                connection.exec_driver_sql("PRAGMA max_page_count=1")
                rows = [{"id": str(n), "number": n, "content": "x" * 4000, "moment": "m"} for n in range(2, 200)]
                connection.execute(insert(settings_revisions), rows)

        assert refusal(add_too_much).code == "disk_full"
        assert numbers(database) == [1]


def test_faults_of_the_program_itself_are_not_taken_for_the_environments() -> None:
    class ColumnError(Exception):
        sqlstate = "42703"

    assert errors.cause_of(sqlite3.OperationalError("no such column")) is None
    assert errors.cause_of(ColumnError()) is None
    assert errors.cause_of(ValueError()) is None


def test_checking_pages_again_changes_nothing(database: Database) -> None:
    database.check()
    assert not database.read_only


def test_somebody_without_a_name_holds_a_file_all_the_same(
    database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise OSError("no name")

    monkeypatch.setattr(getpass, "getuser", nobody)
    with open_anywhere(database_file), open_anywhere(database_file) as second:
        assert second.holder is not None
        assert second.holder.name == ""
