"""Excelの回答票: made fresh for a department that has no program, and read back as an arrival like any other."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from dxdesk.domain.arrivals import Arrival, Unreadable
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import heirs
from dxdesk.domain.drafts import missing_fields, with_field, with_indicator
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.file_names import file_name
from dxdesk.domain.next_year import asks_next_year, needs_direction
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Plan
from dxdesk.domain.replies import Answer, Author, ConfirmedBy, Review, Revision, confirmation
from dxdesk.domain.reply_forms import (
    FormAnswer,
    FormReply,
    FormRow,
    ReplyForm,
    check_addressed,
    check_department,
    typed_value,
)
from dxdesk.domain.schedules import Question, question
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import CHOSEN
from dxdesk.exchange.reply_form import form_workbook
from dxdesk.store.queries import board, cycles, packages, plans, replies


def make_form(
    connection: Connection, cycle: Cycle, department: Department, moment: str, asks: Mapping[Question, str]
) -> ReplyForm:
    """The form of a department in a cycle; ``asks`` are the words of the questions. Raises Problem where it is asked
    nothing."""
    plan = plans.plan(connection, cycle.plan_revision)
    settings = plans.settings(connection, cycle.settings_revision)[1]
    identity = plans.identity(connection)
    own = _own_slots(connection, cycle, department.id)
    if not own:
        raise rule("inquire.not_asked", "department", department=department.name)
    before = board.previous_views(connection, cycle)
    rows = []
    for unit in plan.units:
        if unit.id not in own:
            continue
        view = replies.slot(connection, cycle.id, unit.id, own[unit.id])
        head = view.heads[0] if len(view.heads) == 1 else None
        views = before[1].get(unit.id) if before else None
        said = views.answers.get(own[unit.id]) if views else None
        rows.append(
            FormRow(
                unit=unit.id,
                code=unit.code or "",
                name=unit.name,
                base=head.id if head else None,
                question=asks[question(unit.schedule, study=plan.marked(unit, "study"))],
                previous=said.answer.public_part() if said and said.answer else None,
                current=(head.answer or Answer()).public_part() if head else Answer(),
                indicators=unit.indicators,
            )
        )
    return ReplyForm(
        id=str(uuid.uuid4()),
        database=identity.database_id,
        plan=plan.uuid,
        plan_title=plan.title,
        town=identity.town,
        cycle=cycle.id,
        cycle_name=cycle.name,
        department=department.id,
        department_name=department.name,
        as_of=cycle.as_of,
        due=cycle.due,
        made=moment,
        statuses=tuple((key, settings.answer_word(key)) for key in CHOSEN),
        stages=tuple((each.key, each.word) for each in settings.stages),
        rows=tuple(rows),
        guide=settings.guide_characters,
        directions=settings.directions if asks_next_year(cycle) else (),
        direction_needed=needs_direction(cycle),
    )


def form_file(
    connection: Connection, cycle: Cycle, department: Department, moment: str, asks: Mapping[Question, str]
) -> tuple[str, bytes]:
    """The form as a spreadsheet and the name of its file. Raises Problem."""
    form = make_form(connection, cycle, department, moment, asks)
    return form_name(connection, cycle, department), form_workbook(form)


def form_name(connection: Connection, cycle: Cycle, department: Department) -> str:
    """What the file is called: 令和6年度第2回_町民生活課_回答票.xlsx, or in ASCII like the 照会 of the department."""
    return file_name("form", cycle, department, in_ascii=department.id in packages.named_in_ascii(connection, cycle.id))


def _own_slots(connection: Connection, cycle: Cycle, department: str) -> dict[str, str]:
    """By unit the department of the slot in which a department answers now: its own, or one it took over from."""
    known = plans.departments(connection)
    found: dict[str, str] = {}
    for unit, asked in cycles.asked(connection, cycle.id).items():
        own = [each for each in asked if each == department or department in heirs(known, each)]
        if own:
            found[unit] = department if department in own else own[0]
    return found


def form_arrival(connection: Connection, reply: FormReply, file: str) -> Arrival:
    """What a form that came back says. It is not signed: whoever takes it in vouches for it.

    Raises Problem where it belongs to another town, plan, cycle or department, or is damaged as a whole. A row that
    says what was on file when the form was made brings nothing new. A cell that was emptied empties its field; a row
    that was emptied whole is told as unreadable, for nobody knows whether the answer is meant to be withdrawn.
    """
    identity = plans.identity(connection)
    known_cycles = {each.id: each for each in cycles.cycles(connection)}
    cycle = known_cycles.get(reply.cycle)
    if cycle is None or reply.database != identity.database_id:
        raise Problem("reply_form.other_database", file)
    plan = plans.plan(connection, cycle.plan_revision)
    check_addressed(reply, file, database=identity.database_id, plan=plan.uuid, cycle=cycle.id)
    departments = {each.id for each in plans.departments(connection)}
    check_department(reply, file, departments, {unit.id for unit in plan.units})
    if reply.problems:
        raise Problem("reply_form.invalid", file, problems=reply.problems)
    settings = plans.settings(connection, cycle.settings_revision)[1]
    own = _own_slots(connection, cycle, reply.department)
    on_file = {each.id: each for each in replies.revisions(connection, cycle.id)}
    revisions: list[Revision] = []
    reviews: list[Review] = []
    unreadable: list[Unreadable] = []
    for row in reply.rows:
        slot = own.get(row.unit, reply.department)
        if row.blank:
            if row.fields and (base := on_file.get(row.base or "")) and base.answer:
                unreadable.append(Unreadable(row.unit, slot, Problem("reply_form.emptied", f"{row.row_number}行目")))
            continue
        try:
            said = _revision(reply, row, slot, plan, (cycle, settings), on_file)
        except Problem as problem:
            unreadable.append(Unreadable(row.unit, slot, problem))
            continue
        revisions.append(said)
        if reply.confirmer and said.id not in on_file:
            reviews.append(_confirmation(reply, said))
    return Arrival(
        id=reply.key,
        origin="form",
        cycle=cycle.id,
        department=reply.department,
        number=reply.id,
        sequence=1,
        made=reply.made,
        revisions=tuple(revisions),
        reviews=tuple(reviews),
        unreadable=tuple(unreadable),
    )


def _revision(
    reply: FormReply,
    row: FormAnswer,
    slot: str,
    plan: Plan,
    asked: tuple[Cycle, Settings],
    on_file: Mapping[str, Revision],
) -> Revision:
    """The answer of a row in the cycle it was asked in; the version on file where the row says the same. A form from
    before there was a column for 方向性 need not say one. Raises Problem."""
    cycle, settings = asked
    if row.problems:
        raise row.problems[0]
    base = on_file.get(row.base or "")
    before = base.answer if base and base.answer else Answer()
    answer = before
    for field, value in row.fields.items():
        answer = with_field(answer, field, value or ("none" if field == "discuss" else None), settings)
    unit = plan.by_id[row.unit]
    shown = {each.id: typed_value(each) for each in before.indicators}
    for identity, typed in row.indicators.items():
        if (typed or "") != shown.get(identity, ""):  # a value that stands as it was keeps its reason
            answer = with_indicator(answer, unit, identity, typed)
    missing = missing_fields(answer, direction=needs_direction(cycle) and "direction" in row.fields)
    if missing:
        raise Problem(f"missing.{missing[0]}", missing[0], {"place": unit.code or ""})
    if base is not None and answer == before:
        return base
    return Revision(
        kind="answer",
        cycle=reply.cycle,
        unit=row.unit,
        department=slot,
        parents=(row.base,) if row.base else (),
        answer=replace(answer, answered_for=reply.department if slot != reply.department else None),
        author=Author("liaison", reply.department, reply.author),
        moment=reply.made,
    )


def _confirmation(reply: FormReply, said: Revision) -> Review:
    confirmed = ConfirmedBy(reply.confirmer, date=reply.confirmed.isoformat() if reply.confirmed else None)
    return confirmation(said, confirmed, Author("head", reply.department, reply.confirmer), reply.made)


def form_departments(connection: Connection, cycle: Cycle) -> tuple[Department, ...]:
    """The departments that a form can be made for, in 建制順."""
    known = plans.departments(connection)
    asked = {each for found in cycles.asked(connection, cycle.id).values() for each in found}
    answering = {heirs(known, each)[-1] for each in asked}
    return tuple(each for each in known if each.id in answering)
