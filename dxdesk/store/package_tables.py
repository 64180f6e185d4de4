"""The tables of what travels: keys, packages, and what they carried. Found with all others in ``tables``."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from dxdesk.store.metadata import metadata

# One row: the secretariat's keys, base64. A liaison's database holds the public halves only. With a salt the private
# halves are locked by a passphrase.
sender_keys = Table(
    "sender_keys",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("signing_public", Text, nullable=False),
    Column("opening_public", Text, nullable=False),
    Column("signing_private", Text),
    Column("opening_private", Text),
    Column("signing_salt", Text),
    Column("opening_salt", Text),
    CheckConstraint("id = 1", name="one_row"),
)

# With which keys a department may answer in a cycle. The secretariat's database holds the public halves, a liaison's
# the private one it was sent.
reply_keys = Table(
    "reply_keys",
    metadata,
    Column("public", Text, primary_key=True),
    Column("cycle", Text, ForeignKey("cycles.id"), nullable=False),
    Column("department", Text, ForeignKey("departments.id"), nullable=False),
    Column("private", Text),
    Column("moment", Text, nullable=False),
    Column("audit_sequence", Integer, nullable=False),
)

# Every package (and every reply form) that was made or taken in here.
packages = Table(
    "packages",
    metadata,
    Column("id", Text, primary_key=True),  # SHA-256 of the bytes signed; of a reply form, of its id and its answers
    Column("kind", Text, nullable=False),
    Column("direction", Text, nullable=False),
    Column("cycle", Text, ForeignKey("cycles.id")),
    Column("department", Text, ForeignKey("departments.id")),
    Column("number", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("made", Text, nullable=False),  # the sender's moment, claimed
    Column("moment", Text, nullable=False),  # when it was made or taken in here
    Column("file", Text),
    Column("about", Text),  # of a receipt: the id of the reply
    Column("content", Text),  # what it said, JSON; NULL where that is a secret or is of no more use
    Column("audit_sequence", Integer, nullable=False),
    Index(None, "cycle", "department"),
    CheckConstraint("direction IN ('in', 'out')", name="direction"),
)

# What each package carried: 'new' where it brought the record, 'same' where that was here already.
package_records = Table(
    "package_records",
    metadata,
    Column("package", Text, ForeignKey("packages.id"), primary_key=True),
    Column("record", Text, primary_key=True),
    Column("unit", Text, nullable=False),
    Column("department", Text, nullable=False),
    Column("standing", Text, nullable=False),
    Index(None, "record"),
    CheckConstraint("standing IN ('new', 'same')", name="standing"),
)

# 取消 of a taking in, and its lifting when the package is taken in again: the newest row of a package speaks.
package_cancellations = Table(
    "package_cancellations",
    metadata,
    Column("package", Text, ForeignKey("packages.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("audit_sequence", Integer, nullable=False),
    CheckConstraint("kind IN ('cancelled', 'lifted')", name="kind"),
)

# Records whose every carrier was cancelled: they stay on file and say nothing.
withheld = Table(
    "withheld",
    metadata,
    Column("record", Text, primary_key=True),
)

# 預かり: rows of a package that were not taken in yet.
held_rows = Table(
    "held_rows",
    metadata,
    Column("package", Text, ForeignKey("packages.id"), primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("department", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    CheckConstraint("reason IN ('unticked', 'late', 'not_asked')", name="reason"),
)

# 会議の持ち出し: a copy of this file was taken to another PC. ``side`` says which of the two files this one is.
carryings = Table(
    "carryings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("side", Text, nullable=False),  # left: stays as it is until 持ち帰り; taken: work goes on here
    Column("moment", Text, nullable=False),
    Column("name", Text),  # who took it along
    Column("computer", Text, nullable=False),
    Column("place", Text, nullable=False),  # the file that was taken along
    Column("ended", Text),  # NULL: not yet
    Column("ended_moment", Text),
    Column("reason", Text),  # why it was given up
    CheckConstraint("side IN ('left', 'taken')", name="side"),
    CheckConstraint("ended IN ('returned', 'given_up')", name="ended"),
)

APPEND_ONLY: Final = ("reply_keys", "packages", "package_records", "package_cancellations")
