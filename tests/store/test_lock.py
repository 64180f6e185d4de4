"""One writer per file: the second is told who holds it, and a lock never outlives its process."""

import subprocess
import sys
from pathlib import Path

import pytest

from dxdesk.store import lock
from dxdesk.store.database import open_database
from dxdesk.store.lock import Holder, lock_path
from tests.databases import anywhere, open_anywhere
from tests.store.test_database import add_settings, begin_change, numbers, refusal


def test_a_second_opening_is_read_only_and_names_the_holder(database_file: Path) -> None:
    with open_database(database_file, holder="佐藤", location=anywhere) as first:
        with open_anywhere(database_file) as second:
            assert second.read_only
            assert second.holder is not None
            assert (second.obstacle, second.holder.name) == ("held", "佐藤")
            refused = refusal(lambda: begin_change(second))
            assert (refused.code, refused.values["name"]) == ("held", "佐藤")
            add_settings(first, 1)
            assert numbers(second) == [1]
        add_settings(first, 2)
    with open_anywhere(database_file) as third:
        assert not third.read_only
    assert not lock_path(database_file).exists()


HOLD = """
import sys
from pathlib import Path
from dxdesk.store.database import open_database
database = open_database(Path(sys.argv[1]), holder="鈴木", location=lambda _: None)
print(database.obstacle, flush=True)
sys.stdin.read()
"""


def test_the_lock_goes_with_the_process_however_it_ends(database_file: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(database_file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "None\n"
        with open_anywhere(database_file) as second:
            assert second.holder is not None
            assert (second.holder.name, second.holder.pid) == ("鈴木", process.pid)
        process.kill()
    with open_anywhere(database_file) as third:
        assert not third.read_only


def test_reading_alone_takes_no_lock(database_file: Path) -> None:
    with open_anywhere(database_file, read_only=True) as reader:
        assert not lock_path(database_file).exists()
        assert refusal(lambda: begin_change(reader)).code == "read_only"
        with open_anywhere(database_file) as writer:
            add_settings(writer, 1)
        assert numbers(reader) == [1]


def test_a_lock_file_that_names_nobody_is_read_as_blanks(database_file: Path) -> None:
    lock_path(database_file).write_text("[1]", encoding="utf-8")
    assert lock.read_holder(database_file) == Holder("", "", 0, "")
    with open_anywhere(database_file) as database:
        assert not database.read_only
        assert lock.read_holder(database_file).pid > 0


def test_a_lock_file_taken_away_by_its_former_holder_is_made_again(
    database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    still_there = lock._still_there
    answers = iter([False])
    monkeypatch.setattr(lock, "_still_there", lambda *given: next(answers, None) is None and still_there(*given))
    taken = lock.take(database_file, "佐藤")
    assert not isinstance(taken, Holder)
    assert lock.read_holder(database_file).name == "佐藤"
    taken.release()
    taken.release()
    assert not lock._still_there(lock_path(database_file), 0)


def test_a_lock_whose_file_was_taken_away_is_taken_again_before_anything_is_changed(database_file: Path) -> None:
    with open_anywhere(database_file) as first:
        lock_path(database_file).unlink()
        add_settings(first, 1)
        assert lock_path(database_file).exists()
        with open_anywhere(database_file) as second:
            assert second.obstacle == "held"


def test_where_another_process_took_the_lock_meanwhile_nothing_is_changed_and_its_lock_stays(
    database_file: Path,
) -> None:
    with open_anywhere(database_file) as first:
        lock_path(database_file).unlink()
        with open_database(database_file, holder="鈴木", location=anywhere) as second:
            refused = refusal(lambda: begin_change(first))
            assert (refused.code, refused.values["name"]) == ("held", "鈴木")
            first.close()
            assert lock_path(database_file).exists()
            add_settings(second, 1)


def test_a_lock_that_cannot_be_taken_again_says_why(database_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "no")

    with open_anywhere(database_file) as first:
        lock_path(database_file).unlink()
        monkeypatch.setattr(lock, "take", refuse)
        assert refusal(lambda: begin_change(first)).code == "read_only_place"
