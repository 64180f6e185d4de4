"""The copies that are made by themselves, and those before something that cannot be undone."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.administration import back_up_before, keep_backups
from dxdesk.store.backup import backups_in
from tests.builders import MOMENT, answer

NOW = datetime.fromisoformat(MOMENT).astimezone()


def reasons(folder: Path) -> list[str]:
    return [each.reason for each in backups_in(folder)]


def test_a_copy_is_due_after_the_first_change_of_a_day_and_not_again_without_another(
    desk: Desk, cycle: Cycle, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    first = keep_backups(desk.database, folder, NOW + timedelta(minutes=1))
    assert keep_backups(desk.database, folder, NOW + timedelta(minutes=50)) is None
    if desk.database.path is None:
        assert (first, reasons(folder)) == (None, [])
    else:
        assert first is not None
        assert reasons(folder) == ["day"]
    assert cycle.open


def test_a_copy_is_due_half_an_hour_after_the_last_while_there_are_changes(
    desk: Desk, cycle: Cycle, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    keep_backups(desk.database, folder, NOW)
    later = Desk(desk.database, desk.actor, (NOW + timedelta(minutes=20)).isoformat)
    answer(later, cycle, "重点-1")
    assert keep_backups(desk.database, folder, NOW + timedelta(minutes=25)) is None
    made = keep_backups(desk.database, folder, NOW + timedelta(minutes=31))
    assert (made is None) == (desk.database.path is None)
    assert reasons(folder) == ([] if desk.database.path is None else ["day", "change"])


def test_before_something_final_a_copy_is_always_made_of_a_file(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    made = [back_up_before(desk.database, folder, NOW) for _ in range(2)]
    if desk.database.path is None:
        assert made == [None, None]
    else:
        assert reasons(folder) == ["before", "before"]
        assert None not in made
