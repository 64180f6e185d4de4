"""Meetings that are held on another PC, and when a body meets next."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "carryings",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("computer", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("ended", sa.Text()),
        sa.Column("ended_moment", sa.Text()),
        sa.Column("reason", sa.Text()),
        sa.CheckConstraint("side IN ('left', 'taken')", name=op.f("ck_carryings_side")),
        sa.CheckConstraint("ended IN ('returned', 'given_up')", name=op.f("ck_carryings_ended")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carryings")),
        sa.UniqueConstraint("number", name=op.f("uq_carryings_number")),
    )
    op.add_column("meetings", sa.Column("next_day", sa.Text()))
