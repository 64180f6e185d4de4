"""What one department said in a cycle is found without going through what all of them said."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("revisions", "reviews"):
        op.create_index(f"ix_{table}_cycle_department", table, ["cycle", "department"])
