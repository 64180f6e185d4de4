"""A small database with one record of every kind that carries a hash, put in through the tables alone."""

from hashlib import sha256

from sqlalchemy import Connection, insert

from dxdesk.domain.records import canonical, digest
from dxdesk.domain.replies import Answer, Author, Review, Revision
from dxdesk.store import tables
from dxdesk.store.audit import append_entry

CYCLE, UNIT, DEPARTMENT = "cycle-1", "unit-1", "department-1"
MOMENT = "2025-02-13T10:15:00+09:00"
LIAISON = Author("liaison", DEPARTMENT, "鈴木")
SECRETARIAT = Author("secretariat", None, "佐藤")

FIRST = Revision("answer", CYCLE, UNIT, DEPARTMENT, (), Answer(status="ok", results="順調に進んだ。"), LIAISON, MOMENT)
SECOND = Revision(
    "answer", CYCLE, UNIT, DEPARTMENT, (FIRST.id,), Answer(status="warn", results="遅れが出た。"), LIAISON, MOMENT
)
DRAWN_TOGETHER = Revision(
    "consolidate", CYCLE, UNIT, None, (), Answer(status="warn"), SECRETARIAT, MOMENT, sources=(SECOND.id,)
)
ACCEPTED = Review("accept", CYCLE, UNIT, DEPARTMENT, SECOND.id, (), SECRETARIAT, MOMENT)


def revision_row(revision: Revision, sequence: int) -> dict[str, object]:
    return {
        "id": revision.id, "cycle": revision.cycle, "unit": revision.unit, "department": revision.department,
        "kind": revision.kind, "record": canonical(revision.record()), "audit_sequence": sequence,
    }  # fmt: skip


def review_row(review: Review, sequence: int) -> dict[str, object]:
    return {
        "id": review.id, "cycle": review.cycle, "unit": review.unit, "department": review.department,
        "target": review.target, "kind": review.kind, "record": canonical(review.record()), "audit_sequence": sequence,
    }  # fmt: skip


def hashed(record: dict[str, object]) -> dict[str, str]:
    return {"hash": digest(record), "record": canonical(record)}


def fill(connection: Connection) -> None:
    """Puts the records in, inside a change of an empty database."""

    def put(table: str, **row: object) -> None:
        connection.execute(insert(tables.metadata.tables[table]).values(**row))

    for number in (1, 2):
        append_entry(connection, author=SECRETARIAT, moment=MOMENT, operation="fill", subject=str(number))
    plan, settings = canonical({"town": "見本町"}), canonical({"stages": []})
    plan_id, settings_id = (sha256(content.encode()).hexdigest() for content in (plan, settings))
    put("plan_revisions", id=plan_id, plan="plan", number=1, content=plan, moment=MOMENT)
    put("settings_revisions", id=settings_id, number=1, content=settings, moment=MOMENT)
    put("departments", id=DEPARTMENT, name="総務課", sort_order=1, order_confirmed=1)
    put("departments", id="department-2", name="企画課", sort_order=2, order_confirmed=1)
    put(
        "cycles", id=CYCLE, name="第1回", fiscal_year=2024, kind="interim", as_of="2025-02-01", due="2025-02-10",
        plan_revision=plan_id, settings_revision=settings_id, open=1, sequence=1,
    )  # fmt: skip
    put("slots", cycle=CYCLE, unit=UNIT, department=DEPARTMENT, part="main", provisional=0)
    for revision in (FIRST, SECOND, DRAWN_TOGETHER):
        put("revisions", **revision_row(revision, 1))
    put("reviews", **review_row(ACCEPTED, 2))
    put("close_records", cycle=CYCLE, number=1, **hashed({"cycle": CYCLE, "number": 1, "audit_sequence": 2}))
    put(
        "meetings", id="meeting-1", cycle=CYCLE, body="body", body_name="推進委員会", day="2025-02-13", state="open",
        sequence=1,
    )  # fmt: skip
    minutes: dict[str, object] = {"meeting": "meeting-1", "number": 1, "state": "draft", "blocks": []}
    put("minutes_versions", meeting="meeting-1", number=1, state="draft", audit_sequence=2, **hashed(minutes))
    packet: dict[str, object] = {"meeting": "meeting-1", "number": 1, "moment": MOMENT, "pages": []}
    put("packets", meeting="meeting-1", number=1, moment=MOMENT, audit_sequence=2, **hashed(packet))
    put(
        "reminders", cycle=CYCLE, department=DEPARTMENT, day="2025-02-11", way="paper", due="2025-02-14", units="[]",
        author="{}", moment=MOMENT, audit_sequence=2,
    )  # fmt: skip
    put("summary_edits", cycle=CYCLE, record="{}", moment=MOMENT, audit_sequence=2)
