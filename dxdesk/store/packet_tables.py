"""The tables of 会議資料一式: what a body has in its packets, and what was handed out."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from dxdesk.store.metadata import metadata

# What a body chose for its packets last, or somebody for a meeting of which an edition was handed out. Mutable, not in
# the audit chain.
packet_choices = Table(
    "packet_choices",
    metadata,
    Column("body", Text, primary_key=True),  # or the meeting
    Column("record", Text, nullable=False),  # canonical JSON of the choice
    Column("moment", Text, nullable=False),
)

# 会議資料 that were handed out: 第1版, and what took its place.
packets = Table(
    "packets",
    metadata,
    Column("meeting", Text, ForeignKey("meetings.id"), primary_key=True),
    Column("number", Integer, primary_key=True),  # 版, from 1
    Column("moment", Text, nullable=False),
    Column("hash", Text, nullable=False),  # SHA-256 of record
    Column("record", Text, nullable=False),  # canonical JSON: meeting, number, pages, papers, what counted by unit
    Column("audit_sequence", Integer, nullable=False),
)

APPEND_ONLY: Final = ("packets",)
