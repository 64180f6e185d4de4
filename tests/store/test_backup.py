"""Copies are made while the database is in use, checked before they count, thinned by rule, and come back whole."""
# ruff: noqa: DTZ001 - the names of copies carry local time

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from dxdesk import paths
from dxdesk.store import gate, lock
from dxdesk.store.backup import (
    Backup,
    Reason,
    back_up,
    backups_in,
    copy_here,
    copy_to_folder,
    due,
    restore,
    thin,
    to_thin,
)
from dxdesk.store.database import Database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.tables import settings_revisions
from tests.databases import open_anywhere
from tests.store.test_gate import leave_unfinished, patch_bytes, refusal

NOW = datetime(2025, 2, 13, 10, 15).astimezone()
TODAY = date(2025, 2, 13)
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2025, 3, 1)).map(lambda each: each.astimezone())


def add_settings(database: Database, number: int) -> None:
    with database.change() as connection:
        connection.execute(
            insert(settings_revisions).values(id=f"{number:064d}", number=number, content="あ" * 3000, moment="m")
        )


def numbers(path: Path) -> list[int]:
    with open_anywhere(path, read_only=True) as database, database.read() as connection:
        return list(connection.scalars(select(settings_revisions.c.number).order_by(settings_revisions.c.number)))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_is_whole_while_the_database_is_in_use(database_file: Path, tmp_path: Path) -> None:
    with open_anywhere(database_file) as database:
        add_settings(database, 1)
        with database.change() as connection:
            connection.execute(insert(settings_revisions).values(id="2", number=2, content="{}", moment="m"))
            made = back_up(database, tmp_path / "控え", reason="asked", now=NOW)
        add_settings(database, 3)
    assert made == tmp_path / "控え" / "dxdesk-20250213-101500-asked.db"
    assert numbers(made) == [1]
    assert names(made.parent) == [made.name]


def test_copies_of_one_second_get_numbers(database_file: Path, tmp_path: Path) -> None:
    with open_anywhere(database_file) as database:
        for _ in range(3):
            back_up(database, tmp_path / "b", reason="before", now=NOW)
    found = backups_in(tmp_path / "b")
    assert [each.path.name[:-3] for each in found] == [
        "dxdesk-20250213-101500-before", "dxdesk-20250213-101500-before-2", "dxdesk-20250213-101500-before-3",
    ]  # fmt: skip
    assert {each.reason for each in found} == {"before"}


def test_only_copies_of_ours_are_listed(tmp_path: Path) -> None:
    for name in ("dxdesk-20250213-101500-day.db", "dxdesk-20250213-101500-other.db", "town.db", "x.txt",
                 "dxdesk-20250212-101500-change.db"):  # fmt: skip
        (tmp_path / name).touch()
    assert [each.path.name for each in backups_in(tmp_path)] == [
        "dxdesk-20250212-101500-change.db", "dxdesk-20250213-101500-day.db",
    ]  # fmt: skip
    assert backups_in(tmp_path / "no") == []


def test_a_server_says_that_its_own_backup_is_to_be_used(database: Database, tmp_path: Path) -> None:
    if database.path is not None:
        assert back_up(database, tmp_path / "b", reason="day", now=NOW).exists()
        return
    assert refusal(lambda: back_up(database, tmp_path / "b", reason="day", now=NOW)).code == "server_backup"
    assert names(tmp_path) == []


def test_no_copy_is_made_of_a_damaged_database(database_file: Path, tmp_path: Path) -> None:
    with open_anywhere(database_file) as database:
        patch_bytes(database_file, 5 * 4096, bytes(8 * 4096))
        assert refusal(lambda: back_up(database, tmp_path / "b", reason="day", now=NOW)).code == "damaged"
    assert names(tmp_path / "b") == []


def test_a_database_that_has_gone_is_not_copied(tmp_path: Path) -> None:
    code = refusal(lambda: copy_to_folder(tmp_path / "gone.db", tmp_path / "b", reason="day", now=NOW)).code
    assert code == "unreachable"
    assert names(tmp_path / "b") == []


@pytest.mark.parametrize("step", ["mkdir", "fsync", "replace"])
def test_a_copy_that_cannot_be_finished_leaves_nothing(
    database_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with open_anywhere(database_file) as database:
        monkeypatch.setattr(Path if step == "mkdir" else os, step, fail)
        assert refusal(lambda: back_up(database, tmp_path / "b", reason="day", now=NOW)).code == "disk_full"
        monkeypatch.undo()
        assert backups_in(tmp_path / "b") == []
        assert not (tmp_path / "b").exists() or names(tmp_path / "b") == []
        assert back_up(database, tmp_path / "b", reason="day", now=NOW).exists()


def test_nothing_is_due_without_a_change() -> None:
    assert due(None, None, NOW, None) is None
    assert due(NOW - timedelta(days=3), NOW - timedelta(days=4), NOW, None) is None


def test_the_first_change_of_a_day_makes_a_copy_due_at_once() -> None:
    first = NOW - timedelta(minutes=1)
    assert due(None, first, NOW, first) == "day"
    assert due(NOW - timedelta(minutes=5), first, NOW, first) == "day"
    assert due(NOW, first, NOW, first) is None


def test_later_changes_make_one_due_every_thirty_minutes() -> None:
    first = NOW - timedelta(hours=2)
    copy, change = NOW - timedelta(minutes=30), NOW - timedelta(minutes=29)
    assert due(copy, change, NOW, first) == "change"
    assert due(copy + timedelta(seconds=1), change, NOW, first) is None
    assert due(copy, copy, NOW, first) is None


def test_a_copy_dated_in_the_future_does_not_keep_others_from_being_made() -> None:
    first = NOW - timedelta(minutes=1)
    assert due(NOW + timedelta(days=300), first, NOW, first) == "day"


@given(st.none() | MOMENTS, MOMENTS, MOMENTS)
def test_a_change_never_waits_longer_than_thirty_minutes(
    copy: datetime | None, change: datetime, now: datetime
) -> None:
    waits = change <= now and (copy is None or copy < change or copy > now)
    if waits and (copy is None or copy > now or now - copy >= timedelta(minutes=30)):
        assert due(copy, change, now, None) is not None
    if copy is not None and change <= copy <= now:
        assert due(copy, change, now, change) is None


def backup(made: datetime, reason: Reason = "change") -> Backup:
    return Backup(Path(f"{made:%Y%m%d-%H%M%S}-{reason}"), made, reason)


def test_thinning_keeps_today_a_day_of_thirty_and_a_month_of_twelve() -> None:
    hours = [datetime(2025, 2, 13, 17) - timedelta(hours=6 * each) for each in range(4 * 500)]
    backups = sorted((backup(hour) for hour in hours), key=lambda each: each.made)
    gone = set(to_thin(backups, TODAY))
    kept = [each for each in backups if each not in gone]
    assert [each.made for each in kept if each.made.date() == TODAY] == [
        datetime(2025, 2, 13, 5), datetime(2025, 2, 13, 11), datetime(2025, 2, 13, 17),
    ]  # fmt: skip
    days = {each.made.date() for each in kept if (TODAY - each.made.date()).days <= 30}
    assert len(days) == 31
    older = [each.made for each in kept if (TODAY - each.made.date()).days > 30]
    assert [(made.year, made.month) for made in older] == [(2024, month) for month in range(2, 13)]
    assert all((made + timedelta(days=1)).day == 1 for made in older)


def test_thinning_never_takes_what_was_made_before_something() -> None:
    old = [backup(datetime(2020, 1, day), "before") for day in range(1, 20)]
    assert to_thin([*old, backup(datetime(2025, 2, 13))], TODAY) == []


@given(
    st.lists(st.tuples(MOMENTS, st.sampled_from(["day", "change", "before", "before-closing", "asked"])), max_size=60)
)
def test_thinning_keeps_the_newest_and_is_done_after_once(rows: list[tuple[datetime, Reason]]) -> None:
    backups = sorted((backup(made, reason) for made, reason in rows), key=lambda each: each.made)
    gone = to_thin(backups, TODAY)
    kept = [each for each in backups if each not in gone]
    assert all(not each.reason.startswith("before") and each.made.date() < TODAY for each in gone)
    assert not backups or backups[-1] in kept
    assert to_thin(kept, TODAY) == []


def test_thinning_takes_files_away_and_says_which(tmp_path: Path) -> None:
    for name in ("20240301-090000-change", "20240301-100000-change", "20250213-090000-day", "20200101-090000-before"):
        (tmp_path / f"dxdesk-{name}.db").touch()
    (gone,) = thin(tmp_path, NOW)
    assert gone.name == "dxdesk-20240301-090000-change.db"
    assert len(names(tmp_path)) == 3


def test_what_an_ended_process_left_goes_after_a_day(tmp_path: Path) -> None:
    for name, hours in ((".old-1.part", 25), (".new-2.part", 23)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (NOW.timestamp(), NOW.timestamp() - hours * 3600))
    assert thin(tmp_path, NOW) == ()
    assert names(tmp_path) == [".new-2.part"]


def test_a_copy_comes_back_and_what_was_there_is_kept(database_file: Path, tmp_path: Path) -> None:
    with open_anywhere(database_file) as database:
        add_settings(database, 1)
        copy = back_up(database, tmp_path / "b", reason="asked", now=NOW)
        add_settings(database, 2)
    kept = restore(copy, database_file, NOW)
    assert kept is not None
    assert kept.parent == paths.backups(database_file)
    assert (numbers(database_file), numbers(kept), numbers(copy)) == ([1], [1, 2], [1])
    again = restore(kept, database_file, NOW)
    assert (numbers(database_file), again is not None and numbers(again)) == ([1, 2], [1])
    assert not lock.lock_path(database_file).exists()


def test_a_copy_comes_back_where_nothing_is_any_more(database_file: Path, tmp_path: Path) -> None:
    assert restore(database_file, tmp_path / "new.db", NOW) is None
    assert numbers(tmp_path / "new.db") == []
    assert refusal(lambda: restore(database_file, tmp_path / "no" / "new.db", NOW)).code == "folder_missing"
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("unfinished", [False, True])
def test_a_damaged_database_is_kept_byte_for_byte(database_file: Path, tmp_path: Path, unfinished: bool) -> None:
    copy = Path(shutil.copyfile(database_file, tmp_path / "copy.db"))
    if unfinished:
        leave_unfinished(database_file)
    database_file.write_bytes(b"SQLite format 3\x00" + b"x" * 5000)
    before = database_file.read_bytes()
    journal = database_file.with_name(database_file.name + "-journal")
    waiting = journal.read_bytes() if unfinished else b""
    kept = restore(copy, database_file, NOW, tmp_path / "b")
    assert kept is not None
    assert kept.read_bytes() == before
    assert numbers(database_file) == []
    assert not journal.exists()
    if unfinished:
        assert kept.with_name(kept.name + "-journal").read_bytes() == waiting


def test_an_unfinished_change_is_taken_back_before_the_copy_comes(database_file: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(database_file, tmp_path / "copy.db"))
    leave_unfinished(database_file)
    kept = restore(copy, database_file, NOW)
    assert kept is not None
    assert (numbers(kept), numbers(database_file)) == ([], [])
    assert not gate.unfinished(database_file)


def test_a_bad_copy_does_not_come_back(database_file: Path, tmp_path: Path) -> None:
    before = database_file.read_bytes()
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE notes (text)")
    assert refusal(lambda: restore(tmp_path / "other.db", database_file, NOW)).code == "foreign_database"
    assert database_file.read_bytes() == before


def test_an_open_database_is_not_replaced(database_file: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(database_file, tmp_path / "copy.db"))
    with open_anywhere(database_file):
        assert refusal(lambda: restore(copy, database_file, NOW)).code == "held"


@pytest.mark.parametrize("damaged", [False, True])
def test_without_a_place_for_what_was_there_nothing_comes_back(
    database_file: Path, tmp_path: Path, damaged: bool
) -> None:
    copy = Path(shutil.copyfile(database_file, tmp_path / "copy.db"))
    if damaged:
        database_file.write_bytes(b"x")
    before = database_file.read_bytes()
    (tmp_path / "b").touch()
    with pytest.raises(StoreUnavailable):
        restore(copy, database_file, NOW, tmp_path / "b")
    assert database_file.read_bytes() == before
    assert not lock.lock_path(database_file).exists()


def test_a_folder_without_room_for_a_lock_is_told(
    database_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(lock, "take", fail)
    assert refusal(lambda: restore(database_file, tmp_path / "a.db", NOW)).code == "not_writable"


def test_a_database_elsewhere_is_copied_here_and_left_as_it_is(database_file: Path, tmp_path: Path) -> None:
    here = tmp_path / "here"
    before = database_file.read_bytes()
    assert refusal(lambda: copy_here(database_file, here / "town.db")).code == "folder_missing"
    here.mkdir()
    copy_here(database_file, here / "town.db")
    assert numbers(here / "town.db") == []
    assert refusal(lambda: copy_here(database_file, here / "town.db")).code == "exists"
    patch_bytes(database_file, 5 * 4096, bytes(8 * 4096))
    assert refusal(lambda: copy_here(database_file, here / "other.db")).code == "damaged"
    assert names(here) == ["town.db"]
    assert len(before) == database_file.stat().st_size
