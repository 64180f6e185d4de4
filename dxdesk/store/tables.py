"""The database's tables, the same on SQLite and PostgreSQL. The migrations make them; a test holds both equal.

Days are ISO dates, moments ISO with offset, ids UUIDs or SHA-256 in hex, lists and records canonical JSON, all as text.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from dxdesk.store import package_tables, packet_tables
from dxdesk.store import paper_tables as paper_tables  # noqa: PLC0414 - whoever needs all tables finds them here
from dxdesk.store.metadata import metadata as metadata  # noqa: PLC0414 - whoever needs all tables finds them here

# The schema this program reads and writes: the number of the newest migration. On SQLite also PRAGMA user_version.
SCHEMA_VERSION = 8

# One row: which town's database this is; every package will carry database_id.
identity = Table(
    "identity",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("database_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("town", Text, nullable=False),
    Column("sample", Integer, nullable=False),
    Column("created", Text, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
    CheckConstraint("kind IN ('secretariat', 'liaison')", name="kind"),
)

plan_revisions = Table(
    "plan_revisions",
    metadata,
    Column("id", Text, primary_key=True),  # SHA-256 of content
    Column("plan", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("content", Text, nullable=False),  # canonical JSON of the pack
    Column("moment", Text, nullable=False),
    Column("author", Text),
    UniqueConstraint("plan", "number"),
)

settings_revisions = Table(
    "settings_revisions",
    metadata,
    Column("id", Text, primary_key=True),  # SHA-256 of content
    Column("number", Integer, nullable=False, unique=True),
    Column("content", Text, nullable=False),
    Column("moment", Text, nullable=False),
    Column("author", Text),
)

departments = Table(
    "departments",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("short", Text),
    Column("parent", Text, ForeignKey("departments.id")),
    Column("sort_order", Integer, nullable=False),
    Column("order_confirmed", Integer, nullable=False),
    Column("from_day", Text),
    Column("to_day", Text),
    Column("successor", Text, ForeignKey("departments.id")),
)

department_groups = Table(
    "department_groups",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("members", Text, nullable=False),  # JSON: a list of department ids, "all", or null (unknown)
    Column("sort_order", Integer, nullable=False),
)

members = Table(
    "members",
    metadata,
    Column("id", Text, primary_key=True),
    Column("body", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("title", Text),
    Column("position", Text, nullable=False),
    Column("department", Text, ForeignKey("departments.id")),
    Column("sort_order", Integer, nullable=False),
    Column("from_day", Text),
    Column("to_day", Text),
    CheckConstraint("position IN ('chair', 'vice', 'member')", name="position"),
)

cycles = Table(
    "cycles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("fiscal_year", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("as_of", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("meeting", Text),
    Column("previous", Text, ForeignKey("cycles.id")),
    Column("plan_revision", Text, ForeignKey("plan_revisions.id"), nullable=False),
    Column("settings_revision", Text, ForeignKey("settings_revisions.id"), nullable=False),
    Column("open", Integer, nullable=False),
    Column("sequence", Integer, nullable=False, unique=True),  # order of opening, from 1
    CheckConstraint("kind IN ('plan', 'interim', 'result')", name="kind"),
)

slots = Table(
    "slots",
    metadata,
    Column("cycle", Text, ForeignKey("cycles.id"), primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("department", Text, ForeignKey("departments.id"), primary_key=True),
    Column("part", Text, nullable=False),
    Column("provisional", Integer, nullable=False),
    CheckConstraint("part IN ('main', 'related')", name="part"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("id", Text, primary_key=True),  # SHA-256 of record
    Column("cycle", Text, ForeignKey("cycles.id"), nullable=False),
    Column("unit", Text, nullable=False),
    Column("department", Text),  # NULL: the unit's own 取りまとめ slot
    Column("kind", Text, nullable=False),
    Column("record", Text, nullable=False),  # canonical JSON that was hashed
    Column("audit_sequence", Integer, nullable=False),  # the operation that brought it in
    Index(None, "cycle", "unit"),
    Index(None, "cycle", "department"),
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", Text, primary_key=True),
    Column("cycle", Text, ForeignKey("cycles.id"), nullable=False),
    Column("unit", Text, nullable=False),
    Column("department", Text),
    Column("target", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("audit_sequence", Integer, nullable=False),
    Index(None, "cycle", "unit"),
    Index(None, "cycle", "department"),
)

# The one mutable thing people write: one row per slot, never in the audit chain, never leaves this PC.
drafts = Table(
    "drafts",
    metadata,
    Column("cycle", Text, ForeignKey("cycles.id"), primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("department", Text, primary_key=True),
    Column("answer", Text, nullable=False),  # canonical JSON of Answer format 1
    Column("base", Text),  # the head it started from
    Column("submitted", Integer, nullable=False),
    Column("moment", Text, nullable=False),
)

comments = Table(
    "comments",
    metadata,
    Column("id", Text, primary_key=True),
    Column("cycle", Text, ForeignKey("cycles.id"), nullable=False),
    Column("unit", Text, nullable=False),
    Column("department", Text, nullable=False),
    Column("author", Text, nullable=False),  # canonical JSON
    Column("text", Text, nullable=False),
    Column("moment", Text, nullable=False),
)

close_records = Table(
    "close_records",
    metadata,
    Column("cycle", Text, ForeignKey("cycles.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("hash", Text, nullable=False),
    Column("record", Text, nullable=False),  # canonical JSON of the close record
)

meetings = Table(
    "meetings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("cycle", Text, ForeignKey("cycles.id"), nullable=False),
    Column("body", Text, nullable=False),
    Column("body_name", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("begins", Text),
    Column("ends", Text),
    Column("place", Text),
    Column("state", Text, nullable=False),
    Column("agenda_confirmed", Text),  # the moment of 次第の確定; NULL: it can be changed
    Column("next_day", Text),  # when the body meets next, as was said at the end; NULL: not said
    Column("sequence", Integer, nullable=False, unique=True),
    CheckConstraint("state IN ('open', 'closed')", name="state"),
)

attendances = Table(
    "attendances",
    metadata,
    Column("meeting", Text, ForeignKey("meetings.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("title", Text),
    Column("presence", Text, nullable=False),
    Column("proxy_for", Text),
    Column("position", Text, nullable=False),
    CheckConstraint("presence IN ('present', 'absent', 'proxy', 'observer')", name="presence"),
)

agenda_items = Table(
    "agenda_items",
    metadata,
    Column("id", Text, primary_key=True),
    Column("meeting", Text, ForeignKey("meetings.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("unit", Text),
    Column("code", Text),
    Column("title", Text, nullable=False),
    Column("ask", Text),
    Column("minutes", Integer),
    UniqueConstraint("meeting", "number"),
    CheckConstraint("kind IN ('discuss', 'report')", name="kind"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("meeting", Text, ForeignKey("meetings.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("item", Integer, nullable=False),
    Column("unit", Text),
    Column("result", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("read_back", Integer, nullable=False),
    Column("read_back_at", Text),  # the moment; NULL: not read back, or before moments were kept
    Column("kind", Text),  # which of the decisions that the plan gives to the body; NULL: none was named
    Column("council", Integer),  # 1: goes to 庁議; NULL: need not
    UniqueConstraint("meeting", "number"),
)

# 付帯意見: what a committee says to the body above it along with an item.
opinions = Table(
    "opinions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("meeting", Text, ForeignKey("meetings.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("item", Integer, nullable=False),
    Column("unit", Text),
    Column("text", Text, nullable=False),
    UniqueConstraint("meeting", "number"),
)

action_items = Table(
    "action_items",
    metadata,
    Column("id", Text, primary_key=True),
    Column("meeting", Text, ForeignKey("meetings.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("item", Integer),
    Column("unit", Text),
    Column("departments", Text, nullable=False),  # JSON list of department ids
    Column("due", Text),  # NULL: 次回会議
    Column("text", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("outcome", Text),
    UniqueConstraint("meeting", "number"),
    CheckConstraint("state IN ('open', 'done', 'carried')", name="state"),
)

remarks = Table(
    "remarks",
    metadata,
    Column("id", Text, primary_key=True),
    Column("meeting", Text, ForeignKey("meetings.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("item", Integer, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("public", Integer, nullable=False),
    UniqueConstraint("meeting", "number"),
)

floor_corrections = Table(
    "floor_corrections",
    metadata,
    Column("meeting", Text, ForeignKey("meetings.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("item", Integer),
    Column("unit", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("asked_by", Text, nullable=False),
    Column("revision", Text, ForeignKey("revisions.id"), nullable=False),
)

minutes_versions = Table(
    "minutes_versions",
    metadata,
    Column("meeting", Text, ForeignKey("meetings.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("state", Text, nullable=False),  # draft, confirmed
    Column("hash", Text, nullable=False),  # SHA-256 of record
    Column("record", Text, nullable=False),  # canonical JSON: ordered blocks, confirmation, reason
    Column("audit_sequence", Integer, nullable=False),
    CheckConstraint("state IN ('draft', 'confirmed')", name="state"),
)

# What is being written about a meeting on this PC and not recorded yet; mutable, never in the audit chain.
meeting_drafts = Table(
    "meeting_drafts",
    metadata,
    Column("meeting", Text, ForeignKey("meetings.id"), primary_key=True),
    Column("key", Text, primary_key=True),  # which form: the kind of record and its item, or the minutes
    Column("record", Text, nullable=False),  # JSON of the fields as typed
    Column("moment", Text, nullable=False),
)

# What is being written on a page of this PC and not done yet: a 取りまとめ, the next cycle. Mutable, not in the chain.
page_drafts = Table(
    "page_drafts",
    metadata,
    Column("page", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("record", Text, nullable=False),  # JSON of what stands on the page
    Column("moment", Text, nullable=False),
)

# いま報告する: what a department reports on a unit between cycles.
ad_hoc_reports = Table(
    "ad_hoc_reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("unit", Text, nullable=False),
    Column("department", Text),
    Column("day", Text, nullable=False),
    Column("observation", Text, nullable=False),
    Column("judgement", Text, nullable=False),
    Column("decision", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("author", Text, nullable=False),  # canonical JSON: role, department, name
    Column("moment", Text, nullable=False),
    Column("audit_sequence", Integer, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("author", Text, nullable=False),  # canonical JSON: role, department, name
    Column("moment", Text, nullable=False),
    Column("operation", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("package", Text),
)

# One row that every change locks first, so that operations are serial on both databases.
audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)

APPEND_ONLY: Final[tuple[str, ...]] = (
    "plan_revisions",
    "settings_revisions",
    "revisions",
    "reviews",
    "comments",
    "close_records",
    "minutes_versions",
    "ad_hoc_reports",
    "audit",
    *package_tables.APPEND_ONLY,
    *packet_tables.APPEND_ONLY,
)
"""Tables whose rows triggers keep from being updated or deleted, on both databases."""
