"""A desk comes to be on a database there is, or on a sample that is made once and then kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from dxdesk import opening, paths
from dxdesk.cli import sample_practice
from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.domain.pasted import TableRow
from dxdesk.domain.permissions import ActorRole
from dxdesk.domain.rosters import Roster
from dxdesk.exchange.plan_pack import read_pack
from dxdesk.operations.departments import rename_department
from dxdesk.operations.replies import find_place, record_draft
from dxdesk.preferences import exchange_folder_of, keep_exchange
from dxdesk.store import database as store
from dxdesk.store import lock, making
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.lock import Holder
from dxdesk.store.queries import cycles, finding, hand_overs, plans, replies
from tests.plan_samples import TOWNS
from tests.ui.doorways import refusing


@pytest.fixture(autouse=True)
def anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test's data folder may lie wherever the machine keeps temporary files."""
    for function in (store.open_database, store.create_database, making.check_place):
        defaults = function.__kwdefaults__
        assert defaults is not None
        monkeypatch.setitem(defaults, "location", lambda _path: None)


def test_a_sample_has_a_closed_and_an_open_cycle_and_is_marked_as_one() -> None:
    desk = opening.sample_desk("kaminokawa")
    assert desk.ask(plans.identity).sample
    assert [each.open for each in desk.ask(cycles.cycles)] == [False, True]
    desk.close()


@pytest.mark.parametrize("plan", TOWNS)
def test_who_answers_has_several_items_to_write_in_every_sample(plan: str) -> None:
    desk = opening.sample_desk(plan, "liaison")
    assert (desk.actor.role, desk.actor.name) == ("liaison", "見本　花子")
    cycle, (department,) = desk.ask(finding.cycle), desk.actor.departments
    drafts = [each.submitted for each in desk.ask(replies.drafts, cycle.id)]
    asked = sum(department in each for each in desk.ask(cycles.asked, cycle.id).values())
    assert asked - sum(drafts) == 3
    assert drafts.count(False) == 1
    assert desk.ask(hand_overs.standing, cycle.id, department) is not None
    desk.close()


def test_a_sample_to_practise_with_hands_over_beside_itself_and_a_real_desk_elsewhere(own_home: Path) -> None:
    keep_exchange("of a real town", folder="/mnt/share")
    desk = opening.sample_desk("kaminokawa", "head")
    assert (desk.actor.role, desk.ask(plans.identity).kind) == ("head", "liaison")
    folder = Path(exchange_folder_of(desk.database_id))
    assert folder.is_dir()
    assert folder.parent == opening.sample_path("kaminokawa", "head").parent
    assert exchange_folder_of("of a real town") == "/mnt/share"
    assert opening.practise(desk)
    assert list(folder.iterdir()) == []
    desk.close()
    other = opening.sample_desk("kaminokawa")
    assert not opening.practise(other)
    other.close()
    assert list(own_home.glob("*.part")) == []


def write(desk: Desk) -> None:
    """Write on in the item of a sample to practise with that is begun."""
    cycle = desk.ask(finding.cycle)
    begun = next(each for each in desk.ask(replies.drafts, cycle.id) if not each.submitted)
    code = desk.ask(plans.plan).by_id[begun.unit].code or ""
    desk.do(lambda change: record_draft(change, find_place(change, cycle, code, None), {"results": "消える文。"}))


def written(desk: Desk) -> bool:
    return any(each.answer.results == "消える文。" for each in desk.ask(replies.drafts, desk.ask(finding.cycle).id))


def test_a_sample_to_practise_with_is_begun_anew(own_home: Path) -> None:
    used = opening.sample_desk("kaminokawa", "head")
    used.actor = replace(used.actor, role="liaison")
    write(used)
    share, target = Path(exchange_folder_of(used.database_id)), used.database.target
    (share / "置いたファイル.txt").write_text("これも消えます。", encoding="utf-8")
    used.close()
    desk = opening.sample_anew(target, "head")
    assert (desk.actor.role, desk.database.target) == ("head", target)
    assert Path(exchange_folder_of(desk.database_id)) == share
    assert list(share.iterdir()) == []
    assert not written(desk)
    assert [each.name for each in own_home.iterdir() if "sample" in each.name] == [share.parent.name]
    desk.close()


def test_a_sample_that_cannot_be_begun_anew_stays_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    used = opening.sample_desk("kaminokawa", "liaison")
    write(used)
    target = used.database.target
    used.close()

    def full(*_: object) -> NoReturn:
        raise StoreUnavailable("disk_full", target)

    with monkeypatch.context() as patched:
        patched.setattr(sample_practice, "make_practice", full)
        with pytest.raises(StoreUnavailable):
            opening.sample_anew(target, "liaison")
    holder = Holder("見本　次郎", "見本PC", 1, "2025-01-22T05:20:00+00:00")
    with monkeypatch.context() as patched:
        patched.setattr(lock, "take", lambda *_: holder)
        with pytest.raises(StoreUnavailable) as raised:
            opening.sample_anew(target, "liaison")
    assert raised.value.code == "held"
    desk = opening.sample_desk("kaminokawa", "liaison")
    assert written(desk)
    desk.close()


@pytest.mark.parametrize(("role", "early"), [("liaison", True), ("secretariat", False)])
def test_it_is_a_day_of_the_sample_year_in_a_sample(role: ActorRole, early: bool) -> None:
    desk = opening.sample_desk("kaminokawa", role)
    cycle = desk.ask(finding.cycle)
    today = date.fromisoformat(desk.moment()[:10])
    assert cycle.as_of <= today
    assert (today <= cycle.due) is early
    assert abs((today - cycle.due).days) < 30
    desk.close()


@pytest.mark.parametrize("role", ["secretariat", "chair", "reader"])
def test_a_sample_is_opened_in_a_role(role: ActorRole) -> None:
    desk = opening.sample_desk("kaminokawa", role)
    assert (desk.actor.role, desk.actor.departments) == (role, ())
    desk.close()


def test_a_sample_is_opened_again_as_it_was_left(own_home: Path) -> None:
    desk = opening.sample_desk("kaminokawa")
    desk.do(rename_department, "デジタル推進室", "情報推進室")
    desk.close()
    again = opening.sample_desk("kaminokawa")
    assert "情報推進室" in [each.name for each in again.ask(plans.departments)]
    again.close()
    assert [each.name for each in own_home.glob("*.part")] == []


def test_a_file_that_does_not_exist_is_refused_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        opening.open_desk(str(tmp_path / "town.db"))
    assert list(tmp_path.iterdir()) == []


def test_a_database_without_a_town_is_refused_and_left_free(database_file: Path) -> None:
    with pytest.raises(Problem, match=r"plan\.none"):
        opening.open_desk(str(database_file))
    with pytest.raises(Problem, match=r"plan\.none"):
        opening.open_desk(str(database_file))


def test_a_database_that_cannot_be_read_once_it_is_open_is_left_free(
    database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desk, "ask", refusing(StoreUnavailable("disk", database_file)))
    with pytest.raises(StoreUnavailable):
        opening.open_desk(str(database_file))
    assert not database_file.with_name("town.db.lock").exists()


def test_a_copy_is_opened_in_the_data_folder_and_never_written_over_another(own_home: Path, tmp_path: Path) -> None:
    opening.sample_desk("kaminokawa").close()
    share = tmp_path / "town.db"
    opening.sample_path("kaminokawa").replace(share)
    before = share.read_bytes()
    copies = []
    for _ in range(2):
        desk = opening.copy_desk(str(share))
        desk.do(rename_department, "デジタル推進室", "情報推進室")
        copies.append(Path(desk.database.target))
        desk.close()
    assert share.read_bytes() == before
    assert copies[0] == own_home / "town.db"
    assert copies[0] != copies[1]
    assert copies[1].parent == own_home


def test_a_new_town_is_made_in_one_go_where_it_was_asked_for(own_home: Path) -> None:
    plan = read_pack((paths.data_root() / "database/plans/otaki.json").read_bytes(), "otaki.json")
    target = str(paths.default_database())
    opening.check_target(target)
    desk = opening.found_desk(target, plan, Roster((TableRow(("会計課", "会計")),)))
    assert [each.name for each in desk.ask(plans.departments)] == ["会計課", "総務課"]
    assert not desk.ask(plans.identity).sample
    desk.close()
    with pytest.raises(StoreUnavailable, match="exists"):
        opening.found_desk(target, plan, Roster())
    assert [each.name for each in own_home.iterdir() if "part" in each.name] == []


def test_a_town_whose_tables_cannot_be_taken_leaves_no_file(tmp_path: Path) -> None:
    plan = read_pack((paths.data_root() / "database/plans/otaki.json").read_bytes(), "otaki.json")
    with pytest.raises(Problem, match=r"paste\.not_taken"):
        opening.found_desk(str(tmp_path / "town.db"), plan, Roster((TableRow(("", "略")),)))
    assert list(tmp_path.iterdir()) == []


def test_a_backup_goes_back_to_the_database_beside_its_folder(own_home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "town_控え"
    assert opening.restored_path(str(folder / "a.db")) == tmp_path / "town.db"
    assert opening.restored_path(str(tmp_path / "a.db")) == paths.default_database()
    opening.sample_desk("kaminokawa").close()
    folder.mkdir()
    copy = opening.sample_path("kaminokawa").replace(folder / "a.db")
    desk, kept = opening.restore_desk(str(copy))
    desk.do(rename_department, "デジタル推進室", "情報推進室")
    desk.close()
    assert (Path(desk.database.target), kept) == (tmp_path / "town.db", None)
    again, kept = opening.restore_desk(str(copy))
    assert [each.name for each in again.ask(plans.departments)] != ["情報推進室"]
    again.close()
    assert kept is not None
    assert kept.parent == folder


def test_a_backup_that_is_not_there_or_is_the_database_itself_is_refused(own_home: Path) -> None:
    with pytest.raises(StoreUnavailable, match="backup_missing"):
        opening.restore_desk(str(own_home / "none.db"))
    opening.sample_desk("kaminokawa").close()
    opening.sample_path("kaminokawa").replace(paths.default_database())
    with pytest.raises(StoreUnavailable, match="own_backup"):
        opening.restore_desk(str(paths.default_database()))
