"""What this PC is used for is asked once: the next start opens the same desk for the same person."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.preferences import backups, keep, keep_name, kept_name, preferences
from dxdesk.store import tables
from dxdesk.store.queries import plans
from dxdesk.ui import last_desk
from dxdesk.wording.first_run import NEXT_TIME
from tests.ui.entry import towns


@pytest.fixture(scope="module")
def town_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("last")
    towns.open_town(empty_file, folder).close()
    return folder / "town.db"


@pytest.fixture
def desk(town_file: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = towns.desk_on(Path(shutil.copyfile(town_file, tmp_path / "town.db")))
    yield opened
    opened.close()


def test_a_liaison_comes_back_to_the_own_department(desk: Desk) -> None:
    actor = Actor("liaison", (towns.department(desk),), "佐藤")
    desk.actor = actor
    last_desk.remember(desk)
    desk.actor = Actor("secretariat")
    last_desk.seat(desk)
    assert desk.actor == actor
    assert last_desk.target() == desk.database.target


def test_a_name_belongs_to_its_role_and_department(desk: Desk) -> None:
    own = (towns.department(desk),)
    desk.actor = Actor("secretariat", (), "佐久間")
    last_desk.change_seat(desk, Actor("head", own, kept_name("head", own)))
    assert desk.actor.name is None
    assert preferences().desk["role"] == "head"
    keep_name("head", own, "鈴木")
    last_desk.change_seat(desk, Actor("secretariat", (), kept_name("secretariat", ())))
    assert desk.actor.name == "佐久間"
    assert (kept_name("head", own), kept_name("head", ("another",))) == ("鈴木", None)


def test_any_other_database_is_opened_as_ever(desk: Desk) -> None:
    desk.actor = Actor("reader")
    last_desk.remember(desk)
    keep(desk={**preferences().desk, "target": "another.db"})
    desk.actor = Actor("secretariat")
    last_desk.seat(desk)
    assert desk.actor == Actor("secretariat")
    assert last_desk.target() is None


def test_whose_department_is_gone_only_looks(desk: Desk) -> None:
    desk.actor = Actor("head", (towns.department(desk),), "佐藤")
    last_desk.remember(desk)
    keep(desk={**preferences().desk, "department": "gone"})
    last_desk.seat(desk)
    assert desk.actor == Actor("reader")


def test_a_role_that_nobody_knows_changes_nothing(desk: Desk) -> None:
    last_desk.remember(desk)
    keep(desk={**preferences().desk, "role": "king"})
    before = desk.actor
    last_desk.seat(desk)
    assert desk.actor == before


def test_a_sample_is_not_opened_by_itself(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = desk.ask
    sample = replace(ask(plans.identity), sample=True)
    monkeypatch.setattr(desk, "ask", lambda query, *rest: sample if query is plans.identity else ask(query, *rest))
    last_desk.remember(desk)
    assert preferences().desk == {}
    assert last_desk.target() is None
    assert "見本を除きます" in NEXT_TIME  # as the first screen says


def test_backups_lie_where_this_pc_was_told_to_keep_them(tmp_path: Path) -> None:
    assert backups(tmp_path / "town.db") == tmp_path / "town_控え"
    keep(backup_folder=str(tmp_path / "kept"))
    assert backups(tmp_path / "town.db") == tmp_path / "kept"


def test_a_name_given_in_a_sample_is_not_the_name_of_who_works_here(desk: Desk) -> None:
    desk.actor = Actor("secretariat")
    last_desk.rename(desk, "佐藤")
    with desk.database.change() as connection:
        connection.execute(update(tables.identity).values(sample=1))
    last_desk.rename(desk, "見本の人")
    assert desk.actor.name == "見本の人"
    assert kept_name("secretariat", ()) == "佐藤"
