"""Excelの回答票 for a department without the program, entered in the history: what it was given is how it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import insert

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.schedules import Question
from dxdesk.exchange.reply_form import form_workbook
from dxdesk.operations.change import Change, Touched
from dxdesk.operations.reply_forms import form_name, make_form
from dxdesk.store.package_tables import packages as table
from dxdesk.store.queries import finding


@dataclass(frozen=True)
class FormFile:
    """A reply form that was made: its file name, its bytes, and the department's name."""

    name: str
    content: bytes
    department: str


def give_form(change: Change, cycle: Cycle, department: str, asks: Mapping[Question, str]) -> FormFile:
    """The form of a department (name or id) in a cycle; ``asks`` are the words of the questions. Raises Problem."""
    change.allow("inquire")
    found = finding.department(change.connection, department)
    form = make_form(change.connection, cycle, found, change.moment, asks)
    name = form_name(change.connection, cycle, found)
    sequence = change.enter("form", found.name, Touched.CYCLES, after=form.id)
    change.connection.execute(
        insert(table).values(
            id=form.id,
            kind="form",
            direction="out",
            cycle=cycle.id,
            department=found.id,
            number=form.id,
            sequence=0,  # only signed files are numbered through
            made=change.moment,
            moment=change.moment,
            file=name,
            audit_sequence=sequence,
        )
    )
    return FormFile(name, form_workbook(form), found.name)
