"""Whatever is not a whole database of this program is refused with its cause, and not one byte is changed."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from dxdesk.store import gate, lock
from dxdesk.store.database import open_database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.tables import SCHEMA_VERSION
from tests.databases import anywhere, open_anywhere

PAGE = 4096


def refusal(act: Callable[[], object]) -> StoreUnavailable:
    with pytest.raises(StoreUnavailable) as refused:
        act()
    return refused.value


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def patch_bytes(path: Path, offset: int, new: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(new)


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def foreign_sqlite(path: Path) -> None:
    path.unlink()
    run(path, "CREATE TABLE notes (text)", "INSERT INTO notes VALUES ('x')")


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


BAD: dict[str, tuple[str, Callable[[Path], object]]] = {
    "no file": ("missing", Path.unlink),
    "a folder": ("is_folder", folder_instead),
    "nothing in it": ("empty", lambda path: path.write_bytes(b"")),
    "only zeros": ("zeroed", lambda path: path.write_bytes(bytes(path.stat().st_size))),
    "zeroed header": ("zeroed", lambda path: patch_bytes(path, 0, bytes(PAGE))),
    "a text file": ("not_sqlite", lambda path: path.write_text("取組一覧" * 500, encoding="utf-8")),
    "a short text file": ("not_sqlite", lambda path: path.write_bytes(b"x")),
    "the magic alone": ("truncated", lambda path: path.write_bytes(b"SQLite format 3\x00")),
    "a foreign database": ("foreign_database", foreign_sqlite),
    "a newer schema": ("newer", lambda path: run(path, f"PRAGMA user_version={SCHEMA_VERSION + 1}")),
    "no schema version": ("incomplete", lambda path: run(path, "PRAGMA user_version=0")),
    "half of it": ("truncated", lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])),
    "the last byte gone": ("truncated", lambda path: path.write_bytes(path.read_bytes()[:-1])),
    "only its header": ("truncated", lambda path: path.write_bytes(path.read_bytes()[:100])),
    "something behind it": ("damaged", lambda path: path.write_bytes(path.read_bytes() + bytes(PAGE))),
    "the schema page zeroed": ("damaged", lambda path: patch_bytes(path, 100, bytes(PAGE - 100))),
    "a zeroed middle": ("damaged", lambda path: patch_bytes(path, 5 * PAGE, bytes(8 * PAGE))),
    "a table more": ("altered", lambda path: run(path, "CREATE TABLE notes (text)")),
    "a table less": ("altered", lambda path: run(path, "DROP TABLE comments")),
    "a column more": ("altered", lambda path: run(path, "ALTER TABLE drafts ADD COLUMN x TEXT")),
    "an index less": ("altered", lambda path: run(path, "DROP INDEX ix_reviews_cycle_unit")),
    "a view": ("altered", lambda path: run(path, "CREATE VIEW v AS SELECT * FROM audit")),
    "a foreign trigger": (
        "altered",
        lambda path: run(path, "CREATE TRIGGER t AFTER INSERT ON drafts BEGIN DELETE FROM drafts; END"),
    ),
    "a trigger of ours gone": ("altered", lambda path: run(path, "DROP TRIGGER audit_refuses_delete")),
    "a trigger of ours changed": (
        "altered",
        lambda path: run(
            path,
            "DROP TRIGGER audit_refuses_delete",
            "CREATE TRIGGER audit_refuses_delete BEFORE DELETE ON audit BEGIN SELECT 1; END",
        ),
    ),
    "another journal mode": ("altered", lambda path: run(path, "PRAGMA journal_mode=WAL")),
    "a reference to nothing": (
        "damaged",
        lambda path: run(path, "INSERT INTO slots VALUES ('no', 'u', 'no', 'main', 0)"),
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_with_its_cause_and_left_as_it_is(database_file: Path, kind: str) -> None:
    code, spoil = BAD[kind]
    spoil(database_file)
    before = contents(database_file.parent)
    assert refusal(lambda: open_anywhere(database_file)).code == code
    assert refusal(lambda: open_anywhere(database_file, read_only=True)).code == code
    assert contents(database_file.parent) == before


def test_a_newer_file_names_both_versions(database_file: Path) -> None:
    run(database_file, "PRAGMA user_version=40")
    assert refusal(lambda: open_anywhere(database_file)).values == {"version": 40, "newest": SCHEMA_VERSION}


def test_an_altered_file_names_what_differs(database_file: Path) -> None:
    run(database_file, "CREATE VIEW board AS SELECT 1")
    assert refusal(lambda: open_anywhere(database_file)).values == {"name": "view board"}


def test_a_whole_file_opens_and_is_not_changed_by_opening(database_file: Path) -> None:
    before = contents(database_file.parent)
    open_anywhere(database_file).close()
    assert contents(database_file.parent) == before


@pytest.mark.parametrize("seed", range(60))
def test_a_sector_overwritten_with_noise_never_crashes_and_is_never_written_to(database_file: Path, seed: int) -> None:
    chance = random.Random(seed)
    size = database_file.stat().st_size
    patch_bytes(database_file, chance.randrange(size // 512) * 512, chance.randbytes(512))
    before = contents(database_file.parent)
    with suppress(StoreUnavailable):  # noise in a free page or inside a text is for the record hashes to find
        open_anywhere(database_file).close()
    assert contents(database_file.parent) == before


def test_a_mistyped_path_makes_no_file(tmp_path: Path) -> None:
    assert refusal(lambda: open_anywhere(tmp_path / "twon.db")).code == "missing"
    assert refusal(lambda: open_anywhere(tmp_path / "no" / "town.db")).code == "missing"
    assert list(tmp_path.iterdir()) == []


def test_names_with_signs_of_addresses_open_the_file_that_is_meant(database_file: Path) -> None:
    odd = database_file.rename(database_file.with_name("町 100%?mode=rwc#1 &;'.db"))
    open_anywhere(odd).close()
    assert [path.name for path in odd.parent.iterdir()] == [odd.name]


def test_a_large_file_opens_read_only_until_its_pages_are_checked(
    database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "CHECKED_AT_ONCE", 1000)
    with open_anywhere(database_file) as database:
        assert database.obstacle == "unchecked"
        assert refusal(lambda: database.change().__enter__()).code == "unchecked"
        database.check()
        with database.change():
            pass
        assert not database.read_only


def test_a_large_damaged_file_stays_read_only(database_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "CHECKED_AT_ONCE", 1000)
    patch_bytes(database_file, 5 * PAGE, bytes(8 * PAGE))
    with open_anywhere(database_file) as database:
        assert refusal(database.check).code == "damaged"
        assert database.read_only


def test_a_file_that_loses_its_schema_while_open_is_told(database_file: Path) -> None:
    patch_bytes(database_file, 100, bytes(PAGE - 100))
    assert refusal(lambda: gate.check_pages(database_file)).code == "damaged"


def leave_unfinished(path: Path) -> None:
    """A change of a process that was killed midway: pages of it in the file, the old ones in the journal."""
    copy = path.with_name("copy")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        for number in range(200):
            connection.execute(
                "INSERT INTO settings_revisions VALUES (?, ?, ?, 'm', NULL)", (f"{number:064d}", number, "あ" * 2000)
            )
        copy.write_bytes(path.read_bytes())
        journal = path.with_name(path.name + "-journal").read_bytes()
        connection.execute("ROLLBACK")
    copy.replace(path)
    path.with_name(path.name + "-journal").write_bytes(journal)


def test_an_unfinished_change_is_taken_back_when_the_file_is_opened(database_file: Path) -> None:
    leave_unfinished(database_file)
    assert gate.unfinished(database_file)
    with open_anywhere(database_file) as database, database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM settings_revisions").scalar() == 0
    assert not gate.unfinished(database_file)


def test_an_unfinished_change_is_left_alone_when_only_reading(database_file: Path) -> None:
    leave_unfinished(database_file)
    before = contents(database_file.parent)
    assert refusal(lambda: open_anywhere(database_file, read_only=True)).code == "unfinished"
    assert contents(database_file.parent) == before


def test_a_place_that_cannot_be_written_opens_read_only(database_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_only(*_: object) -> None:
        raise PermissionError(13, "read-only")

    monkeypatch.setattr(lock, "take", read_only)
    with open_anywhere(database_file) as database:
        assert database.obstacle == "read_only_place"
        with database.read() as connection:
            assert connection.exec_driver_sql("SELECT sequence FROM audit_head").scalar() == 0


def test_a_file_that_cannot_be_read_is_told_apart_from_a_missing_one(
    database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(lambda: gate.read_header(database_file)).code == "unreachable"


@pytest.mark.parametrize("address", ["sqlite:///town.db", "mysql://host/town", "://"])
def test_only_addresses_of_postgresql_are_taken(address: str) -> None:
    assert refusal(lambda: open_database(address, location=anywhere)).code == "unknown_url"
