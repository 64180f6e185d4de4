"""Two processes at one lock file: the former holder takes it away just when the next one has opened it."""

import sys
from pathlib import Path

import pytest

from dxdesk.store import lock
from dxdesk.store.lock import FileLock, lock_path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no file away that is open")
def test_a_lock_on_a_file_that_is_no_longer_there_is_taken_again(
    database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_lock = lock._lock
    former = [lock_path(database_file)]

    def lock_too_late(descriptor: int) -> bool:
        while former:
            former.pop().unlink()
        return take_lock(descriptor)

    monkeypatch.setattr(lock, "_lock", lock_too_late)
    taken = lock.take(database_file, "佐藤")
    assert isinstance(taken, FileLock)
    assert lock.read_holder(database_file).name == "佐藤"
    second = lock.take(database_file, "鈴木")
    assert isinstance(second, lock.Holder)
    assert second.name == "佐藤"
    taken.release()
