"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = (
    "plan_revisions",
    "settings_revisions",
    "revisions",
    "reviews",
    "comments",
    "close_records",
    "minutes_versions",
    "ad_hoc_reports",
    "audit",
)


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.Column("package", sa.Text()),
        sa.PrimaryKeyConstraint("sequence", name="pk_audit"),
    )
    audit_head = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_one_row")),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )
    op.create_table(
        "department_groups",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("members", sa.Text(), nullable=False),
        sa.Column("sort_order", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_department_groups"),
        sa.UniqueConstraint("name", name="uq_department_groups_name"),
    )
    op.create_table(
        "departments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short", sa.Text()),
        sa.Column("parent", sa.Text()),
        sa.Column("sort_order", sa.Integer(), nullable=False),
        sa.Column("order_confirmed", sa.Integer(), nullable=False),
        sa.Column("from_day", sa.Text()),
        sa.Column("to_day", sa.Text()),
        sa.Column("successor", sa.Text()),
        sa.ForeignKeyConstraint(["parent"], ["departments.id"], name="fk_departments_parent"),
        sa.ForeignKeyConstraint(["successor"], ["departments.id"], name="fk_departments_successor"),
        sa.PrimaryKeyConstraint("id", name="pk_departments"),
    )
    op.create_table(
        "identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("database_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("town", sa.Text(), nullable=False),
        sa.Column("sample", sa.Integer(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('secretariat', 'liaison')", name=op.f("ck_identity_kind")),
        sa.CheckConstraint("id = 1", name=op.f("ck_identity_one_row")),
        sa.PrimaryKeyConstraint("id", name="pk_identity"),
    )
    op.create_table(
        "plan_revisions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("author", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_plan_revisions"),
        sa.UniqueConstraint("plan", "number", name="uq_plan_revisions_plan_number"),
    )
    op.create_table(
        "settings_revisions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("author", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_settings_revisions"),
        sa.UniqueConstraint("number", name="uq_settings_revisions_number"),
    )
    op.create_table(
        "cycles",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("meeting", sa.Text()),
        sa.Column("previous", sa.Text()),
        sa.Column("plan_revision", sa.Text(), nullable=False),
        sa.Column("settings_revision", sa.Text(), nullable=False),
        sa.Column("open", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('plan', 'interim', 'result')", name=op.f("ck_cycles_kind")),
        sa.ForeignKeyConstraint(["plan_revision"], ["plan_revisions.id"], name="fk_cycles_plan_revision"),
        sa.ForeignKeyConstraint(["previous"], ["cycles.id"], name="fk_cycles_previous"),
        sa.ForeignKeyConstraint(["settings_revision"], ["settings_revisions.id"], name="fk_cycles_settings_revision"),
        sa.PrimaryKeyConstraint("id", name="pk_cycles"),
        sa.UniqueConstraint("name", name="uq_cycles_name"),
        sa.UniqueConstraint("sequence", name="uq_cycles_sequence"),
    )
    op.create_table(
        "members",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("position", sa.Text(), nullable=False),
        sa.Column("department", sa.Text()),
        sa.Column("sort_order", sa.Integer(), nullable=False),
        sa.Column("from_day", sa.Text()),
        sa.Column("to_day", sa.Text()),
        sa.CheckConstraint("position IN ('chair', 'vice', 'member')", name=op.f("ck_members_position")),
        sa.ForeignKeyConstraint(["department"], ["departments.id"], name="fk_members_department"),
        sa.PrimaryKeyConstraint("id", name="pk_members"),
    )
    op.create_table(
        "close_records",
        sa.Column("cycle", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["cycle"], ["cycles.id"], name="fk_close_records_cycle"),
        sa.PrimaryKeyConstraint("cycle", "number", name="pk_close_records"),
    )
    op.create_table(
        "comments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cycle", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["cycle"], ["cycles.id"], name="fk_comments_cycle"),
        sa.PrimaryKeyConstraint("id", name="pk_comments"),
    )
    op.create_table(
        "drafts",
        sa.Column("cycle", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("base", sa.Text()),
        sa.Column("submitted", sa.Integer(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["cycle"], ["cycles.id"], name="fk_drafts_cycle"),
        sa.PrimaryKeyConstraint("cycle", "unit", "department", name="pk_drafts"),
    )
    op.create_table(
        "meetings",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cycle", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("body_name", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("begins", sa.Text()),
        sa.Column("ends", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("agenda_confirmed", sa.Text()),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'closed')", name=op.f("ck_meetings_state")),
        sa.ForeignKeyConstraint(["cycle"], ["cycles.id"], name="fk_meetings_cycle"),
        sa.PrimaryKeyConstraint("id", name="pk_meetings"),
        sa.UniqueConstraint("sequence", name="uq_meetings_sequence"),
    )
    op.create_table(
        "reviews",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cycle", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("department", sa.Text()),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("audit_sequence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle"], ["cycles.id"], name="fk_reviews_cycle"),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
    )
    op.create_index("ix_reviews_cycle_unit", "reviews", ["cycle", "unit"], unique=False)
    op.create_table(
        "revisions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cycle", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("department", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("audit_sequence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle"], ["cycles.id"], name="fk_revisions_cycle"),
        sa.PrimaryKeyConstraint("id", name="pk_revisions"),
    )
    op.create_index("ix_revisions_cycle_unit", "revisions", ["cycle", "unit"], unique=False)
    op.create_table(
        "slots",
        sa.Column("cycle", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("provisional", sa.Integer(), nullable=False),
        sa.CheckConstraint("part IN ('main', 'related')", name=op.f("ck_slots_part")),
        sa.ForeignKeyConstraint(["cycle"], ["cycles.id"], name="fk_slots_cycle"),
        sa.ForeignKeyConstraint(["department"], ["departments.id"], name="fk_slots_department"),
        sa.PrimaryKeyConstraint("cycle", "unit", "department", name="pk_slots"),
    )
    op.create_table(
        "action_items",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("item", sa.Integer()),
        sa.Column("unit", sa.Text()),
        sa.Column("departments", sa.Text(), nullable=False),
        sa.Column("due", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text()),
        sa.CheckConstraint("state IN ('open', 'done', 'carried')", name=op.f("ck_action_items_state")),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_action_items_meeting"),
        sa.PrimaryKeyConstraint("id", name="pk_action_items"),
        sa.UniqueConstraint("meeting", "number", name="uq_action_items_meeting_number"),
    )
    op.create_table(
        "agenda_items",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text()),
        sa.Column("code", sa.Text()),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("ask", sa.Text()),
        sa.Column("minutes", sa.Integer()),
        sa.CheckConstraint("kind IN ('discuss', 'report')", name=op.f("ck_agenda_items_kind")),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_agenda_items_meeting"),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_items"),
        sa.UniqueConstraint("meeting", "number", name="uq_agenda_items_meeting_number"),
    )
    op.create_table(
        "attendances",
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("presence", sa.Text(), nullable=False),
        sa.Column("proxy_for", sa.Text()),
        sa.Column("position", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "presence IN ('present', 'absent', 'proxy', 'observer')", name=op.f("ck_attendances_presence")
        ),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_attendances_meeting"),
        sa.PrimaryKeyConstraint("meeting", "number", name="pk_attendances"),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text()),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("read_back", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_decisions_meeting"),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
        sa.UniqueConstraint("meeting", "number", name="uq_decisions_meeting_number"),
    )
    op.create_table(
        "floor_corrections",
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("item", sa.Integer()),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_floor_corrections_meeting"),
        sa.ForeignKeyConstraint(["revision"], ["revisions.id"], name="fk_floor_corrections_revision"),
        sa.PrimaryKeyConstraint("meeting", "number", name="pk_floor_corrections"),
    )
    op.create_table(
        "minutes_versions",
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("audit_sequence", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('draft', 'confirmed')", name=op.f("ck_minutes_versions_state")),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_minutes_versions_meeting"),
        sa.PrimaryKeyConstraint("meeting", "number", name="pk_minutes_versions"),
    )
    op.create_table(
        "remarks",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("public", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_remarks_meeting"),
        sa.PrimaryKeyConstraint("id", name="pk_remarks"),
        sa.UniqueConstraint("meeting", "number", name="uq_remarks_meeting_number"),
    )
    op.create_table(
        "meeting_drafts",
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_meeting_drafts_meeting"),
        sa.PrimaryKeyConstraint("meeting", "key", name="pk_meeting_drafts"),
    )
    op.create_table(
        "page_drafts",
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("page", "subject", name="pk_page_drafts"),
    )
    op.create_table(
        "ad_hoc_reports",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("department", sa.Text()),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("observation", sa.Text(), nullable=False),
        sa.Column("judgement", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("audit_sequence", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ad_hoc_reports"),
        sa.UniqueConstraint("number", name="uq_ad_hoc_reports_number"),
    )
    op.bulk_insert(audit_head, [{"id": 1, "sequence": 0, "hash": "0" * 64}])
    refuse_changes()


def refuse_changes() -> None:
    """Triggers: rows of these tables are added, never changed or taken away."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    if postgresql:
        op.execute(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$"
        )
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
