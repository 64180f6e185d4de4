"""The tables of what is kept of a cycle's papers: when departments were reminded, and what 総括 says in own words."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from dxdesk.store.metadata import metadata

# 再依頼: on which day a department was reminded of what it owes. The chain tells what was taken back.
reminders = Table(
    "reminders",
    metadata,
    Column("cycle", Text, ForeignKey("cycles.id"), primary_key=True),
    Column("department", Text, ForeignKey("departments.id"), primary_key=True),
    Column("day", Text, primary_key=True),
    Column("way", Text, nullable=False),  # paper, mail, file
    Column("due", Text, nullable=False),  # until when it asked
    Column("units", Text, nullable=False),  # JSON list: the units that were still owed
    Column("author", Text, nullable=False),  # canonical JSON: role, department, name
    Column("moment", Text, nullable=False),
    Column("audit_sequence", Integer, nullable=False),
)

# 主な動き of 総括 as the secretariat wrote it. Mutable; the chain holds the hash of every state.
summary_edits = Table(
    "summary_edits",
    metadata,
    Column("cycle", Text, ForeignKey("cycles.id"), primary_key=True),
    Column("record", Text, nullable=False),  # canonical JSON: order, left_out, texts, seen
    Column("moment", Text, nullable=False),
    Column("audit_sequence", Integer, nullable=False),
)
