"""Verification finds what was changed, turned over or lost, and nothing in a whole database."""

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, Update, insert, text, update

from dxdesk.cli.sample_town import Clock, make_town
from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.domain.records import canonical
from dxdesk.domain.reports import ReportText
from dxdesk.operations import reports
from dxdesk.operations.agenda import add_item
from dxdesk.operations.meeting_changes import change_remark
from dxdesk.operations.meeting_records import record_remark
from dxdesk.operations.meetings import hold_meeting
from dxdesk.store import tables
from dxdesk.store.audit import head
from dxdesk.store.database import Database
from dxdesk.store.queries import finding
from dxdesk.store.verification import Report, verify
from tests import builders
from tests.databases import open_anywhere
from tests.store import filled
from tests.store.test_audit import let_change
from tests.store.test_gate import patch_bytes

CHECKS = ["pages", "schema", "records", "audit", "references"]


@pytest.fixture
def town(database: Database) -> Database:
    """An open database with one record of every kind."""
    with database.change() as connection:
        filled.fill(connection)
    return database


def faults(report: Report) -> dict[str, str]:
    return {check.name: check.detail for check in report.checks if not check.ok}


def tamper(database: Database, act: Callable[[Connection], object], *tampered: str) -> dict[str, str]:
    """What verification finds besides the missing triggers after rows were changed behind the program."""
    with database.change() as connection:
        for table in tampered:
            let_change(connection, table)
        act(connection)
    return {name: detail for name, detail in faults(verify(database)).items() if name != "schema"}


def test_an_empty_database_is_whole(database: Database) -> None:
    report = verify(database)
    assert report.ok
    assert [check.name for check in report.checks] == CHECKS
    assert (report.records, report.audit_head) == (0, "0" * 64)


def test_a_filled_database_is_whole(town: Database) -> None:
    report = verify(town)
    assert faults(report) == {}
    assert report.records == 9
    with town.read() as connection:
        assert report.audit_head == head(connection).hash


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("plan_revisions", "content"), ("settings_revisions", "content"), ("revisions", "record"),
        ("reviews", "record"), ("close_records", "record"), ("minutes_versions", "record"),
        ("packets", "record"),
    ],
)  # fmt: skip
def test_a_changed_text_is_found(town: Database, table: str, column: str) -> None:
    rows = tables.metadata.tables[table]

    def change_one_character(connection: Connection) -> None:
        stored = connection.execute(rows.select()).mappings().first()
        assert stored is not None
        key = next(iter(rows.primary_key.columns)).name
        changed = stored[column].replace('":', '" :', 1)
        statement: Update = update(rows).where(rows.c[key] == stored[key]).values({column: changed})
        if "number" in rows.c:
            statement = statement.where(rows.c.number == stored["number"])
        connection.execute(statement)

    found = tamper(town, change_one_character, table)
    assert list(found) == ["records"]
    assert found["records"].startswith(table)
    assert found["records"].endswith(" hash")


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("revisions", {"unit": "unit-9"}), ("revisions", {"department": None}), ("revisions", {"kind": "correct"}),
        ("reviews", {"kind": "return"}), ("reviews", {"target": filled.FIRST.id}),
        ("close_records", {"number": 7}), ("minutes_versions", {"state": "confirmed"}),
        ("packets", {"number": 2}),
    ],
)  # fmt: skip
def test_a_column_that_contradicts_its_record_is_found(town: Database, table: str, values: dict[str, object]) -> None:
    rows = tables.metadata.tables[table]
    statement = update(rows).values(values)
    if table == "revisions":
        statement = statement.where(rows.c.id == filled.SECOND.id)
    assert tamper(town, lambda connection: connection.execute(statement), table)["records"].endswith(" columns")


@pytest.mark.parametrize(
    "record",
    ["", "[]", "{}", "not json", canonical({**filled.FIRST.record(), "extra": 1}),
     canonical({**filled.FIRST.record(), "parents": ["b", "a"]}), canonical({**filled.FIRST.record(), "content": {}}),
     " " + canonical(filled.FIRST.record())],
)  # fmt: skip
def test_a_record_of_another_shape_is_found_though_its_hash_is_right(town: Database, record: str) -> None:
    import hashlib

    row = {**filled.revision_row(filled.FIRST, 1), "id": hashlib.sha256(record.encode()).hexdigest(), "record": record}
    found = tamper(town, lambda connection: connection.execute(insert(tables.revisions).values(row)))
    assert found["records"] == f"revisions {str(row['id'])[:16]} form"


def test_a_tampered_chain_is_found(town: Database) -> None:
    statement = update(tables.audit).where(tables.audit.c.sequence == 1).values(subject="9")
    assert tamper(town, lambda connection: connection.execute(statement), "audit") == {"audit": "1 content"}


def test_an_answer_of_a_department_that_was_not_asked_is_found(town: Database) -> None:
    stray = replace(filled.FIRST, department="department-2")
    row = filled.revision_row(stray, 1)
    found = tamper(town, lambda connection: connection.execute(insert(tables.revisions).values(row)))
    assert found == {"references": f"revisions {stray.id[:16]} slot"}


def test_a_base_or_target_in_another_slot_is_found(town: Database) -> None:
    elsewhere = replace(filled.DRAWN_TOGETHER, parents=(filled.FIRST.id,))
    review = replace(filled.ACCEPTED, department=None, target=filled.FIRST.id)

    def add(connection: Connection) -> None:
        connection.execute(insert(tables.revisions).values(filled.revision_row(elsewhere, 1)))
        connection.execute(insert(tables.reviews).values(filled.review_row(review, 1)))

    detail = tamper(town, add)["references"]
    assert detail == f"revisions {elsewhere.id[:16]} parent、reviews {review.id[:16]} target"


def test_what_has_not_arrived_yet_is_no_fault(town: Database) -> None:
    late = replace(filled.SECOND, parents=("f" * 64,))
    review = replace(filled.ACCEPTED, target="e" * 64)
    with town.change() as connection:
        connection.execute(insert(tables.revisions).values(filled.revision_row(late, 1)))
        connection.execute(insert(tables.reviews).values(filled.review_row(review, 2)))
    assert verify(town).ok


def test_a_record_without_its_operation_is_found(town: Database) -> None:
    stray = replace(filled.FIRST, moment="2025-02-14T00:00:00+09:00")

    def add(connection: Connection) -> None:
        connection.execute(insert(tables.revisions).values(filled.revision_row(stray, 99)))
        values = filled.hashed({"cycle": filled.CYCLE, "number": 2, "audit_sequence": 99})
        connection.execute(insert(tables.close_records).values(cycle=filled.CYCLE, number=2, **values))

    detail = tamper(town, add)["references"]
    assert detail.split("、")[0] == f"revisions {stray.id[:16]} audit"
    assert detail.split("、")[1].startswith("close_records ")


def test_a_record_that_cannot_be_read_at_all_spoils_its_checks_and_not_the_others(town: Database) -> None:
    statement = update(tables.revisions).where(tables.revisions.c.id == filled.FIRST.id).values(record="{}")
    found = tamper(town, lambda connection: connection.execute(statement), "revisions")
    assert found == {"records": f"revisions {filled.FIRST.id[:16]} hash", "references": "KeyError"}


def test_missing_triggers_and_tables_too_many_are_found(town: Database) -> None:
    with town.change() as connection:
        let_change(connection, "audit")
    assert "audit" in faults(verify(town))["schema"]
    with town.change() as connection:
        connection.execute(text("CREATE TABLE notes (id INTEGER)"))
    assert "schema" in faults(verify(town))


def test_another_schema_version_is_found(town: Database) -> None:
    with town.change() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0009'"))
    assert faults(verify(town)) == {"schema": "version"}


def test_damaged_pages_are_told_and_stop_nothing(database_file: Path) -> None:
    with open_anywhere(database_file) as database:
        with database.change() as connection:
            filled.fill(connection)
        database.engine.dispose()
        patch_bytes(database_file, 3 * 4096, bytes(database_file.stat().st_size - 3 * 4096))
        report = verify(database)
        assert set(faults(report)) >= {"pages", "records", "audit"}
        assert (report.ok, report.audit_head, report.records) == (False, "", 0)


def test_pages_that_are_counted_wrongly_are_told(database_file: Path) -> None:
    with open_anywhere(database_file) as database:
        patch_bytes(database_file, 36, (5).to_bytes(4, "big"))
        assert "5" in faults(verify(database))["pages"]


def test_a_reference_to_nothing_is_found(database_file: Path) -> None:
    with open_anywhere(database_file) as database:
        with database.engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA query_only=OFF")  # it may have been read with before
            driver.execute("PRAGMA foreign_keys=OFF")
            driver.execute("INSERT INTO slots VALUES ('no', 'u', 'no', 'main', 0)")
        assert faults(verify(database))["pages"] == "slots 1 reference、slots 1 reference"


def test_a_flipped_bit_inside_a_record_is_found(database_file: Path, tmp_path: Path) -> None:
    with open_anywhere(database_file) as database, database.change() as connection:
        filled.fill(connection)
    content = database_file.read_bytes()
    records = [canonical(each.record()).encode() for each in (filled.FIRST, filled.SECOND, filled.ACCEPTED)]
    chance = random.Random(7)
    for _ in range(60):
        record = chance.choice(records)
        place = content.index(record) + chance.randrange(len(record))
        flipped = Path(shutil.copyfile(database_file, tmp_path / "flipped.db"))
        patch_bytes(flipped, place, bytes([content[place] ^ (1 << chance.randrange(8))]))
        with open_anywhere(flipped, read_only=True) as database:
            assert "records" in faults(verify(database)), place


@pytest.mark.parametrize(
    ("table", "column"),
    [("decisions", "text"), ("remarks", "speaker"), ("action_items", "text"), ("decisions", "result")],
)
def test_words_of_the_room_that_were_changed_behind_the_programs_back_are_found(
    table: str, column: str, empty_file: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copyfile(empty_file, tmp_path / "town.db"))
    clock = Clock("2024-06-01T09:00:00+09:00")
    with open_anywhere(str(path)) as database:
        make_town(Desk(database, Actor("secretariat", (), "見本"), clock), clock, builders.real_plan("kaminokawa"))
        assert verify(database).ok
        with database.change() as connection:
            connection.exec_driver_sql(f"UPDATE {table} SET {column} = 'dropped' WHERE number = 1")
        report = verify(database)
    assert [check.name for check in report.checks if not check.ok] == ["audit"]


def test_a_report_between_cycles_that_was_changed_behind_the_programs_back_is_found(database: Database) -> None:
    desk = builders.open_desk(database)
    desk.do(reports.report, builders.uid("研修"), ReportText("人が足りない。"))
    rows = tables.ad_hoc_reports
    assert verify(database).ok
    changed = update(rows).values(observation="足りている。")
    found = tamper(database, lambda connection: connection.execute(changed), "ad_hoc_reports")
    assert found["audit"].startswith("ad_hoc_reports ")
    lost = update(rows).values(observation="人が足りない。", audit_sequence=99)
    found = tamper(database, lambda connection: connection.execute(lost))
    assert found["references"].startswith("ad_hoc_reports ")


@pytest.mark.parametrize("table", ["decisions", "remarks", "action_items"])
def test_a_record_of_the_room_that_is_gone_behind_the_programs_back_is_found(
    table: str, empty_file: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copyfile(empty_file, tmp_path / "town.db"))
    clock = Clock("2024-06-01T09:00:00+09:00")
    with open_anywhere(str(path)) as database:
        make_town(Desk(database, Actor("secretariat", (), "見本"), clock), clock, builders.real_plan("kaminokawa"))
        with database.change() as connection:
            gone = f"SELECT id FROM {table} LIMIT 1"
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE id IN ({gone})")
        assert faults(verify(database))["audit"].endswith(" record")


def test_older_words_of_a_changed_record_are_not_taken_for_the_newest(database: Database) -> None:
    desk = builders.open_desk(database)
    cycle = builders.start_cycle(desk)
    desk.do(hold_meeting, cycle, builders.COMMITTEE, day=date(2025, 2, 13))
    meeting = desk.ask(finding.meeting)
    desk.do(add_item, meeting, "report", title="その他")
    given = desk.do(record_remark, meeting, 1, "町長", "よい。")
    desk.do(change_remark, meeting, given.id, "町長", "よくない。", "opinion")
    assert verify(database).ok
    found = tamper(database, lambda connection: connection.execute(update(tables.remarks).values(text="よい。")))
    assert list(found) == ["audit"]
