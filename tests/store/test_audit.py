"""The audit chain notices every edit, cut, reorder and recomputation."""

import pytest
from sqlalchemy import Connection, delete, text, update
from sqlalchemy.exc import DBAPIError

from dxdesk.domain.replies import Author
from dxdesk.store.audit import FIRST, Entry, append_entry, check_chain, head, next_sequence
from dxdesk.store.database import Database
from dxdesk.store.tables import APPEND_ONLY, audit, audit_head, metadata

SECRETARIAT = Author("secretariat", None, "佐藤")
MOMENT = "2025-02-13T10:15:00+09:00"


def add(connection: Connection, subject: str) -> Entry:
    return append_entry(
        connection, author=SECRETARIAT, moment=MOMENT, operation="open_cycle", subject=subject, after={"name": subject}
    )


def let_change(connection: Connection, table: str) -> None:
    """Takes the triggers of a table away, as somebody with the file and a database tool could."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER ALL"))
        return
    for verb in ("update", "delete"):
        connection.execute(text(f"DROP TRIGGER {table}_refuses_{verb}"))


def test_a_new_chain_is_whole_and_begins_at_one(database: Database) -> None:
    with database.change() as connection:
        assert head(connection) == Entry(0, FIRST)
        assert next_sequence(connection) == 1
        assert check_chain(connection) == ()


def test_entries_follow_each_other_and_the_head_names_the_last(database: Database) -> None:
    with database.change() as connection:
        entries = [add(connection, str(number)) for number in range(1, 4)]
    with database.read() as connection:
        assert [entry.sequence for entry in entries] == [1, 2, 3]
        assert head(connection) == entries[-1]
        assert next_sequence(connection) == 4
        assert check_chain(connection) == ()
        rows = connection.execute(audit.select().order_by(audit.c.sequence)).all()
    assert [row.previous for row in rows] == [FIRST, entries[0].hash, entries[1].hash]
    assert rows[0].before is None
    assert len(rows[0].after) == 64


def test_an_operation_that_fails_leaves_no_entry(database: Database) -> None:
    def fail_midway() -> None:
        with database.change() as connection:
            add(connection, "1")
            raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        fail_midway()
    with database.read() as connection:
        assert head(connection) == Entry(0, FIRST)
        assert check_chain(connection) == ()


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        (update(audit).where(audit.c.sequence == 2).values(subject="9"), ("2 content",)),
        (update(audit).where(audit.c.sequence == 2).values(author='{"role": "secretariat"}'), ("2 content",)),
        (update(audit).where(audit.c.sequence == 2).values(author="{"), ("2 content",)),
        (update(audit).where(audit.c.sequence == 2).values(hash="f" * 64), ("2 content", "3 link")),
        (delete(audit).where(audit.c.sequence == 2), ("3 number", "3 link")),
        (delete(audit).where(audit.c.sequence == 3), ("2 head",)),
        (delete(audit), ("0 head",)),
        (update(audit_head).values(hash="f" * 64), ("3 head",)),
    ],
)
def test_what_was_changed_behind_the_program_is_found(
    database: Database, change: object, faults: tuple[str, ...]
) -> None:
    with database.change() as connection:
        for number in range(1, 4):
            add(connection, str(number))
        let_change(connection, "audit")
        connection.execute(change)  # type: ignore[call-overload]
        assert check_chain(connection) == faults


def test_two_entries_exchanged_are_found(database: Database) -> None:
    with database.change() as connection:
        for number in range(1, 4):
            add(connection, str(number))
        let_change(connection, "audit")
        for old, new in ((1, 90), (2, 1), (90, 2)):
            connection.execute(update(audit).where(audit.c.sequence == old).values(sequence=new))
        assert set(check_chain(connection)) >= {"1 link", "1 content", "2 content"}


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_rows_of_an_append_only_table_are_neither_changed_nor_taken_away(database: Database, table: str) -> None:
    columns = metadata.tables[table].columns
    row = {column.name: 1 if column.type.python_type is int else "x" for column in columns}
    allowed = {"state": "draft", "kind": "answer", "direction": "in", "standing": "new"}
    row |= {name: value for name, value in allowed.items() if name in row}
    if table == "package_cancellations":
        row["kind"] = "lifted"
    with database.change() as connection:
        let_foreign_keys_go(connection)
        connection.execute(metadata.tables[table].insert().values(row))
        rows = connection.execute(metadata.tables[table].select()).all()
        name = next(iter(columns)).name
        for statement in (f"UPDATE {table} SET {name} = {name}", f"DELETE FROM {table}"):
            with pytest.raises(DBAPIError, match="append-only"), connection.begin_nested():
                connection.execute(text(statement))
        assert connection.execute(metadata.tables[table].select()).all() == rows
        connection.rollback()


def let_foreign_keys_go(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        for table in metadata.tables.values():
            for key in table.foreign_key_constraints:
                connection.execute(text(f"ALTER TABLE {table.name} DROP CONSTRAINT {key.name}"))
    else:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")


def test_replacing_a_row_does_not_slip_past_the_triggers(database: Database) -> None:
    with database.change() as connection:
        add(connection, "1")
        word = "INSERT" if connection.dialect.name == "postgresql" else "INSERT OR REPLACE"
        with pytest.raises(DBAPIError), connection.begin_nested():
            connection.execute(text(f"{word} INTO audit SELECT * FROM audit"))
    with database.read() as connection:
        assert check_chain(connection) == ()
