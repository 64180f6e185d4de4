"""The plain connection to a file: it opens what is there and makes nothing."""

import sqlite3
from pathlib import Path

import pytest

from dxdesk.store import gate


@pytest.mark.parametrize("mode", ["ro", "rw"])
def test_a_file_that_has_gone_meanwhile_is_not_made_anew(tmp_path: Path, mode: str) -> None:
    with pytest.raises(sqlite3.OperationalError):
        gate.connect(tmp_path / "gone.db", mode).execute("SELECT 1")
    assert list(tmp_path.iterdir()) == []
