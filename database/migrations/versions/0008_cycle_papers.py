"""The papers of a cycle: when departments were reminded, and what 総括 says in the secretariat's own words."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reminders",
        sa.Column("cycle", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("units", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("audit_sequence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle"], ["cycles.id"], name=op.f("fk_reminders_cycle")),
        sa.ForeignKeyConstraint(["department"], ["departments.id"], name=op.f("fk_reminders_department")),
        sa.PrimaryKeyConstraint("cycle", "department", "day", name=op.f("pk_reminders")),
    )
    op.create_table(
        "summary_edits",
        sa.Column("cycle", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("audit_sequence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle"], ["cycles.id"], name=op.f("fk_summary_edits_cycle")),
        sa.PrimaryKeyConstraint("cycle", name=op.f("pk_summary_edits")),
    )
