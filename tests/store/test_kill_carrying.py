"""kill -9 while a meeting is taken along or brought back: one file in which work goes on, and whole ones only."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from dxdesk.store.queries.carryings import carryings
from dxdesk.store.verification import verify
from tests.databases import open_anywhere
from tests.store import kill_work
from tests.store.test_kill import Processes, killed, processes, town_file

__all__ = ["processes", "town_file"]  # fixtures

KILLS = 30
WITHIN = 0.25  # seconds: about as long as one taking along and bringing back takes


def live(path: Path) -> bool:
    """Whether work goes on in a file, which is whole."""
    with open_anywhere(path) as database:
        assert [check for check in verify(database).checks if not check.ok] == []
        return database.obstacle is None


def test_work_goes_on_in_one_file_at_most_and_nothing_is_half(
    processes: Processes, town_file: Path, tmp_path: Path
) -> None:
    chance = random.Random("carry")
    for number in range(KILLS):
        folder = tmp_path / str(number)
        folder.mkdir()
        town = Path(shutil.copyfile(town_file, folder / "town.db"))
        killed(processes, kill_work.carry, str(town), chance, within=WITHIN)
        places = sorted(folder.glob("out*.db"))
        with open_anywhere(town) as database, database.read() as connection:
            known = {each.place: each.ended for each in carryings(connection)}
        assert {str(each) for each in places} <= set(known)
        open_ones = [each for each in places if known[str(each)] is None and live(each)]
        assert live(town) is (None not in known.values())
        assert len(open_ones) <= (0 if live(town) else 1)


@pytest.mark.parametrize("moment", ["copied", "entered", "kept", "placed"])
def test_one_that_ends_there_leaves_the_old_file_or_the_new_one(
    town_file: Path, tmp_path: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = Path(shutil.copyfile(town_file, tmp_path / "town.db"))
    place = kill_work.carry_along(str(town), 1)
    rooms = {
        "copied": ("dxdesk.store.backup.copy_here", OSError),
        "entered": ("dxdesk.store.carrying.unnamed", OSError),
        "kept": ("dxdesk.store.backup.copy_to_folder", OSError),
        "placed": ("dxdesk.store.output_files.put_in_place", OSError),
    }

    def stops(*_: object, **__: object) -> None:
        raise rooms[moment][1]

    with monkeypatch.context() as patched:
        patched.setattr(rooms[moment][0], stops)
        with pytest.raises(rooms[moment][1]):
            kill_work.bring_back(place, str(town))
    assert live(town) is False
    kill_work.bring_back(place, str(town))
    assert live(town) is True
