"""持ち出し and 持ち帰り: one file in which work goes on, and never a record lost."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.operations import agenda, carrying, meeting_records, meetings
from dxdesk.store import audit, output_files, tables
from dxdesk.store.backup import backups_in
from dxdesk.store.carrying import taking_along
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import finding
from dxdesk.store.queries import meetings as on_file
from dxdesk.store.queries.carryings import carryings
from dxdesk.store.verification import verify
from dxdesk.wording.sentences import environment_words, problem_words
from tests.builders import COMMITTEE, MOMENT, PLAN, SECRETARIAT, acting, open_desk, start_cycle
from tests.databases import open_anywhere

NOW = datetime.fromisoformat("2025-02-14T09:00:00+09:00")


@pytest.fixture
def target(database_file: Path) -> str:
    """Only files are taken along."""
    return str(database_file)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of the original's 控え."""
    return tmp_path / "控え"


@pytest.fixture(autouse=True)
def meeting_on_file(desk: Desk, cycle: Cycle) -> None:
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=cycle.as_of)
    desk.do(agenda.add_item, desk.ask(finding.meeting), "discuss", code="重点-1")


def carry_out(desk: Desk, place: Path) -> Path:
    with taking_along(place) as part:
        desk.do(carrying.carry_out, desk.database.path, part, place, "TOWN-PC")
    desk.database.look_away()
    return place


def remark(path: Path, words: str) -> None:
    with open_anywhere(path) as database:
        there = Desk(database, SECRETARIAT, lambda: MOMENT)
        there.do(meeting_records.record_remark, there.ask(finding.meeting), 1, "町長", words)


def carry_in(returned: Path, desk: Desk, home: Path) -> carrying.CarriedIn:
    assert desk.database.path is not None
    return carrying.carry_in(SECRETARIAT, returned, desk.database.path, NOW, home)


def refused_in(returned: Path, desk: Desk, home: Path) -> Problem:
    assert desk.database.path is not None
    before = desk.database.path.read_bytes()
    with pytest.raises(Problem) as refused:
        carry_in(returned, desk, home)
    assert desk.database.path.read_bytes() == before
    assert not list(desk.database.path.parent.glob(f".*{output_files.PART_SUFFIX}*"))
    assert problem_words(refused.value)
    return refused.value


def test_while_a_copy_is_elsewhere_the_original_is_read_only_and_says_where_it_is(desk: Desk, tmp_path: Path) -> None:
    place = carry_out(desk, tmp_path / "会議.db")
    waiting = desk.database.away
    assert waiting is not None
    assert (waiting.name, waiting.place, waiting.computer) == (SECRETARIAT.name, str(place), "TOWN-PC")
    with pytest.raises(StoreUnavailable) as refused:
        desk.do(meeting_records.record_remark, desk.ask(finding.meeting), 1, "町長", "ここで。")
    assert str(place) in environment_words(refused.value.code, refused.value.place, refused.value.values)
    path = desk.database.path
    assert path is not None
    desk.close()
    with open_anywhere(path) as again:
        assert again.obstacle == "carried_out"


def test_the_copy_is_whole_and_work_goes_on_in_it(desk: Desk, tmp_path: Path) -> None:
    place = carry_out(desk, tmp_path / "会議.db")
    with open_anywhere(place) as copy:
        assert copy.obstacle is None
        assert verify(copy).ok
        with copy.read() as there, desk.database.read() as here:
            assert audit.head(there) == audit.head(here)
    remark(place, "よそで。")


def test_what_was_recorded_elsewhere_comes_back_and_the_original_is_kept(
    desk: Desk, tmp_path: Path, home: Path
) -> None:
    place = carry_out(desk, tmp_path / "会議.db")
    remark(place, "よそで。")
    desk.close()
    done = carry_in(place, desk, home)
    assert done.brought.operations == 1
    assert [each.path for each in backups_in(home)] == [done.kept]
    assert desk.database.path is not None
    with open_anywhere(desk.database.path) as back:
        assert back.obstacle is None
        assert verify(back).ok
        after = Desk(back, SECRETARIAT, lambda: MOMENT)
        assert [each.text for each in after.ask(on_file.remarks, after.ask(finding.meeting).id)] == ["よそで。"]
        last = after.ask(lambda there: there.scalar(text("SELECT operation FROM audit ORDER BY sequence DESC LIMIT 1")))
        assert last == "meeting carry-in"
        after.do(meeting_records.record_remark, after.ask(finding.meeting), 1, "町長", "ここで。")


def test_one_that_was_opened_and_taken_along_again_comes_back_in_one_go(desk: Desk, tmp_path: Path, home: Path) -> None:
    stick = carry_out(desk, tmp_path / "会議.db")
    laptop = Path(shutil.copyfile(stick, tmp_path / "laptop.db"))
    remark(laptop, "よそで。")
    with open_anywhere(laptop) as database:
        there = Desk(database, SECRETARIAT, lambda: MOMENT)
        second = carry_out(there, tmp_path / "帰り.db")
        assert database.obstacle == "carried_out"
    desk.close()
    carry_in(second, desk, home)
    assert desk.database.path is not None
    with open_anywhere(desk.database.path) as back, back.read() as connection:
        assert {each.ended for each in carryings(connection)} == {"returned"}
        assert back.obstacle is None
    assert refused_in(second, desk, home).code == "carry.returned"
    assert refused_in(stick, desk, home).code == "carry.returned"


def test_a_lost_copy_is_given_up_with_a_reason_and_is_not_taken_back_later(
    desk: Desk, tmp_path: Path, home: Path
) -> None:
    place = carry_out(desk, tmp_path / "会議.db")
    with pytest.raises(Problem, match=r"reason\.missing"), desk.database.despite_carrying():
        desk.do(carrying.give_up, " ")
    assert desk.database.obstacle == "carried_out"
    with desk.database.despite_carrying():
        desk.do(carrying.give_up, "USBをなくした")
    assert desk.database.obstacle is None
    desk.do(meeting_records.record_remark, desk.ask(finding.meeting), 1, "町長", "ここで。")
    remark(place, "よそで。")
    desk.close()
    problem = refused_in(place, desk, home)
    assert problem.code == "carry.given_up"
    assert "USBをなくした" in problem_words(problem)


def test_only_the_copy_of_this_very_carrying_comes_back(desk: Desk, tmp_path: Path, home: Path) -> None:
    assert desk.database.path is not None
    plain = Path(shutil.copyfile(desk.database.path, tmp_path / "plain.db"))
    stray = Path(shutil.copyfile(desk.database.path, tmp_path / "stray.db"))
    place = carry_out(desk, tmp_path / "会議.db")
    remark(stray, "べつの話。")
    desk.close()
    for each in (plain, stray):
        assert refused_in(each, desk, home).code == "carry.another"
    assert refused_in(desk.database.path, desk, home).code == "carry.same_file"
    assert carrying.look_at(SECRETARIAT, place, desk.database.path).operations == 0


def test_another_towns_file_is_refused(desk: Desk, tmp_path: Path, home: Path, empty_file: Path) -> None:
    other = Path(shutil.copyfile(empty_file, tmp_path / "other.db"))
    with open_anywhere(other) as database:
        there = open_desk(database, PLAN)
        start_cycle(there)
        carry_out(there, tmp_path / "よその.db")
    carry_out(desk, tmp_path / "会議.db")
    desk.close()
    assert refused_in(tmp_path / "よその.db", desk, home).code == "carry.another_town"


def test_an_original_that_waits_for_nothing_takes_nothing_in(desk: Desk, tmp_path: Path, home: Path) -> None:
    assert desk.database.path is not None
    plain = Path(shutil.copyfile(desk.database.path, tmp_path / "plain.db"))
    desk.close()
    assert refused_in(plain, desk, home).code == "carry.none"
    with open_anywhere(desk.database.path) as database:
        here = Desk(database, SECRETARIAT, lambda: MOMENT)
        with pytest.raises(Problem, match=r"carry\.none_out"):
            here.do(carrying.give_up, "理由")


def test_a_copy_that_somebody_edited_is_refused(desk: Desk, tmp_path: Path, home: Path) -> None:
    place = carry_out(desk, tmp_path / "会議.db")
    remark(place, "よそで。")
    with open_anywhere(place) as database, database.change() as connection:
        connection.execute(tables.remarks.update().values(text="だれも言っていない。"))
    desk.close()
    assert refused_in(place, desk, home).code == "carry.damaged"


def test_a_copy_in_which_somebody_still_works_stays_where_it_is(desk: Desk, tmp_path: Path, home: Path) -> None:
    place = carry_out(desk, tmp_path / "会議.db")
    desk.close()
    with open_anywhere(place), pytest.raises(StoreUnavailable, match="held"):
        carry_in(place, desk, home)


def test_an_original_that_is_open_elsewhere_stays_as_it_is(desk: Desk, tmp_path: Path, home: Path) -> None:
    place = carry_out(desk, tmp_path / "会議.db")
    with pytest.raises(StoreUnavailable, match="held"):
        carry_in(place, desk, home)


def test_where_the_copy_cannot_be_written_nothing_has_happened(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "there.db").write_text("x")
    with pytest.raises(StoreUnavailable, match="exists"):
        carry_out(desk, tmp_path / "there.db")
    with pytest.raises(StoreUnavailable, match="folder_missing"):
        carry_out(desk, tmp_path / "missing" / "会議.db")

    def full(_path: Path) -> None:
        raise OSError(28, "full")

    before = desk.ask(audit.head)
    monkeypatch.setattr(output_files, "sync_file", full)
    with pytest.raises(StoreUnavailable, match="disk_full"):
        carry_out(desk, tmp_path / "会議.db")
    assert desk.database.obstacle is None
    assert desk.ask(audit.head) == before
    assert not list(tmp_path.glob("*会議*"))
    assert not list(tmp_path.glob(f".*{output_files.PART_SUFFIX}*"))


@pytest.mark.parametrize("role", ["liaison", "head", "chair", "reader"])
def test_only_the_secretariat_takes_along_and_back(desk: Desk, tmp_path: Path, home: Path, role: str) -> None:
    place = carry_out(desk, tmp_path / "会議.db")
    somebody = acting(role)  # type: ignore[arg-type]
    desk.actor = somebody
    with pytest.raises(Problem, match=r"permission\.role"), desk.database.despite_carrying():
        desk.do(carrying.give_up, "理由")
    assert desk.database.path is not None
    with pytest.raises(Problem, match=r"permission\.role"):
        carrying.carry_in(somebody, place, desk.database.path, NOW, home)


def test_a_database_on_a_server_needs_no_carrying(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        desk.do(carrying.carry_out, None, tmp_path / "part", tmp_path / "会議.db", "TOWN-PC")
    assert refused.value.code == "carry.server"
    assert "サーバー" in problem_words(refused.value)
