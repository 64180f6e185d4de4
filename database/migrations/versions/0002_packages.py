"""Packages: keys, what was sent and taken in, what it carried."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APPEND_ONLY = ("reply_keys", "packages", "package_records", "package_cancellations")


def upgrade() -> None:
    op.create_table(
        "sender_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("signing_public", sa.Text(), nullable=False),
        sa.Column("opening_public", sa.Text(), nullable=False),
        sa.Column("signing_private", sa.Text()),
        sa.Column("opening_private", sa.Text()),
        sa.Column("signing_salt", sa.Text()),
        sa.Column("opening_salt", sa.Text()),
        sa.CheckConstraint("id = 1", name=op.f("ck_sender_keys_one_row")),
        sa.PrimaryKeyConstraint("id", name="pk_sender_keys"),
    )
    op.create_table(
        "reply_keys",
        sa.Column("public", sa.Text(), nullable=False),
        sa.Column("cycle", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("private", sa.Text()),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("audit_sequence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle"], ["cycles.id"], name="fk_reply_keys_cycle"),
        sa.ForeignKeyConstraint(["department"], ["departments.id"], name="fk_reply_keys_department"),
        sa.PrimaryKeyConstraint("public", name="pk_reply_keys"),
    )
    op.create_table(
        "packages",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("cycle", sa.Text()),
        sa.Column("department", sa.Text()),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("file", sa.Text()),
        sa.Column("about", sa.Text()),
        sa.Column("content", sa.Text()),
        sa.Column("audit_sequence", sa.Integer(), nullable=False),
        sa.CheckConstraint("direction IN ('in', 'out')", name=op.f("ck_packages_direction")),
        sa.ForeignKeyConstraint(["cycle"], ["cycles.id"], name="fk_packages_cycle"),
        sa.ForeignKeyConstraint(["department"], ["departments.id"], name="fk_packages_department"),
        sa.PrimaryKeyConstraint("id", name="pk_packages"),
    )
    op.create_index("ix_packages_cycle_department", "packages", ["cycle", "department"])
    op.create_table(
        "package_records",
        sa.Column("package", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.CheckConstraint("standing IN ('new', 'same')", name=op.f("ck_package_records_standing")),
        sa.ForeignKeyConstraint(["package"], ["packages.id"], name="fk_package_records_package"),
        sa.PrimaryKeyConstraint("package", "record", name="pk_package_records"),
    )
    op.create_index("ix_package_records_record", "package_records", ["record"])
    op.create_table(
        "package_cancellations",
        sa.Column("package", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("audit_sequence", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('cancelled', 'lifted')", name=op.f("ck_package_cancellations_kind")),
        sa.ForeignKeyConstraint(["package"], ["packages.id"], name="fk_package_cancellations_package"),
        sa.PrimaryKeyConstraint("package", "number", name="pk_package_cancellations"),
    )
    op.create_table(
        "withheld",
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("record", name="pk_withheld"),
    )
    op.create_table(
        "held_rows",
        sa.Column("package", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("reason IN ('unticked', 'late', 'not_asked')", name=op.f("ck_held_rows_reason")),
        sa.ForeignKeyConstraint(["package"], ["packages.id"], name="fk_held_rows_package"),
        sa.PrimaryKeyConstraint("package", "unit", "department", name="pk_held_rows"),
    )
    refuse_changes()


def refuse_changes() -> None:
    """Triggers: rows of these tables are added, never changed or taken away."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    for table in APPEND_ONLY:
        if postgresql:
            op.execute(
                f"CREATE TRIGGER {table}_keeps_rows BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
            )
            op.execute(
                f"CREATE TRIGGER {table}_keeps_all BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )
            continue
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
            )
