"""What a command works with: the open desk, who acts, and which cycle and meeting are meant."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from dxdesk import paths
from dxdesk.cli.options import SEPARATORS
from dxdesk.desk import Desk
from dxdesk.domain.calendar import parse_date
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.permissions import ACTOR_ROLES, OWN_DEPARTMENT_ROLES, POLICY, Actor, ActorRole
from dxdesk.domain.text import NAME_CHARACTERS, check_line, check_text
from dxdesk.operations import administration
from dxdesk.operations.change import Outcome
from dxdesk.store.database import open_database
from dxdesk.store.queries import finding, meetings, packages, plans


@dataclass(frozen=True)
class Reply:
    """What a command answers: ``value`` for ``--json``, ``text`` for people, ``warnings`` on standard error."""

    value: object
    text: str = ""
    warnings: Sequence[str] = field(default=())
    code: int = 0


class Context:
    """One run of the program. The desk is opened when a command first needs it and closed at the end."""

    def __init__(self, chosen: argparse.Namespace) -> None:
        self._chosen = chosen
        self._desk: Desk | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._desk is not None:
            self._desk.close()

    @property
    def target(self) -> str:
        """The database: a path or a URL; by default the one in the user's data folder. Raises Problem."""
        typed = getattr(self._chosen, "database", None)
        return check_text(typed, "database", lines=1) if typed else str(paths.default_database())

    @property
    def desk(self) -> Desk:
        """The desk on the database, opened at the first use."""
        if self._desk is None:
            database = open_database(self.target)
            database.check()
            self._desk = Desk(database, Actor("secretariat"))
            self._desk.actor = self._actor(self._desk)
        return self._desk

    @property
    def backups(self) -> Path | None:
        """The folder of the backups; None for a database on a server."""
        return None if "://" in self.target else paths.backups(Path(self.target))

    def actor_without_database(self) -> Actor:
        """Who acts, by role and name. Raises Problem for a role that there is not."""
        typed = getattr(self._chosen, "actor_name", None)
        name = check_line(typed, "name", characters=NAME_CHARACTERS) if typed else None
        return Actor(_role(getattr(self._chosen, "role", None) or "secretariat"), (), name)

    def _actor(self, desk: Desk) -> Actor:
        """Who acts. A department is needed only where a command does what a department does for itself (``own``, the
        action as the policy names it)."""
        actor = self.actor_without_database()
        department = self._chosen.department
        at_department = desk.ask(plans.identity).kind == "liaison"
        own = desk.ask(packages.answering) if at_department else ()
        if getattr(self._chosen, "role", None) is None and at_department:
            actor = replace(actor, role="liaison" if own else "reader", departments=own)
            return actor if not department else self._of(desk, actor, department)
        if actor.role not in OWN_DEPARTMENT_ROLES:
            return actor
        if not department and own:
            return replace(actor, departments=own)
        if not department:
            if getattr(self._chosen, "own", None) in POLICY[actor.role]:
                raise Problem("actor.department", "department", {"role": ACTOR_ROLES[actor.role]})
            return actor
        return self._of(desk, actor, department)

    @staticmethod
    def _of(desk: Desk, actor: Actor, department: str) -> Actor:
        return replace(actor, departments=(desk.ask(finding.department, department).id,))

    def cycle(self, *, only_open: bool = True) -> Cycle:
        """The cycle named by ``--cycle``, by default the newest open one."""
        return self.desk.ask(finding.cycle, getattr(self._chosen, "cycle", None), only_open=only_open)

    @property
    def names_cycle(self) -> bool:
        """Whether a cycle was named."""
        return bool(getattr(self._chosen, "cycle", None))

    def meeting(self) -> Meeting:
        """The meeting named by ``--meeting``, of any cycle where none is named.

        By default the newest open one of the cycle, which is the newest open one if none is named. Raises Problem.
        """
        typed = getattr(self._chosen, "meeting", None)
        if typed:
            cycle = self.cycle().id if self.names_cycle else None
            return self.desk.ask(finding.meeting, _with_plain_day(typed), cycle=cycle)
        chosen = self.cycle(only_open=False)
        if not self.desk.ask(meetings.meetings, chosen.id):
            raise Problem("meeting.none_in_cycle", "meeting", {"cycle": chosen.name}, kind="rule")
        return self.desk.ask(finding.meeting, cycle=chosen.id)

    def meeting_to_close(self) -> Meeting:
        """The meeting named by ``--meeting``; without it the only open one of its cycle, where no newer one is closed.

        Closing is never aimed at a meeting by its being left over: closing twice would close another. Raises Problem.
        """
        found = self.meeting()
        if getattr(self._chosen, "meeting", None):
            return found
        known = self.desk.ask(meetings.meetings, found.cycle)
        names = {each.id: f"{each.body_name} {each.day.isoformat()}" for each in known}
        near = "、".join(names[each.id] for each in known if each.state == "open")
        if found.state == "open" and known[-1].state == "closed":
            raise rule("meeting.close_other", "meeting", closed=names[known[-1].id], near=near)
        if sum(each.state == "open" for each in known) > 1:
            raise rule("meeting.close_which", "meeting", near=near)
        return found

    def listed(self, typed: str) -> list[str]:
        """The departments of a list written with 「,」 or 「、」; 「・」 and spaces part those that no name has within
        it. Raises Problem where there is none."""
        found: list[str] = []
        for part in SEPARATORS.split(typed):
            try:
                self.desk.ask(finding.department, part)
            except Problem:
                found += re.split(r"[・\s]+", part)
            else:
                found.append(part)
        if not any(found):
            raise Problem("department.empty", "departments")
        return [each for each in found if each]

    def keep_backups(self) -> None:
        """Makes the backup that is due after what this command changed."""
        if self._desk is not None and self._desk.changed and self.backups is not None:
            administration.keep_backups(self._desk.database, self.backups, datetime.now().astimezone())

    def safeguard(self) -> None:
        """Makes a backup before something that cannot be undone."""
        if self.backups is not None:
            administration.back_up_before(self.desk.database, self.backups, datetime.now().astimezone())


def _role(typed: str) -> ActorRole:
    for role, word in ACTOR_ROLES.items():
        if typed in (role, word):
            return role
    choices = "、".join(f"{role}（{word}）" for role, word in ACTOR_ROLES.items())
    raise Problem("actor.role", "as", {"text": typed, "choices": choices})


def _with_plain_day(typed: str) -> str:
    """A meeting as typed, with its day, alone or behind the name of the body, as 2025-02-13."""
    body, _, last = typed.strip().rpartition(" ")
    with suppress(Problem):
        return " ".join([*([body] if body else []), day(last, "meeting").isoformat()])
    return typed


def day(typed: str, place: str) -> date:
    """A day as typed. Raises Problem naming the forms that are taken."""
    return parse_date(typed, place, today=date.today())  # noqa: DTZ011 - a plain local date


def done(
    outcome: Outcome, text: str, extra: Mapping[str, object] | None = None, *, warnings: Sequence[str] = ()
) -> Reply:
    """The reply of a writing command."""
    value = {
        "operation": outcome.operation,
        "id": outcome.id,
        "subject": outcome.subject,
        "warnings": [*outcome.warnings, *warnings],
        **(extra or {}),
    }
    return Reply(value, text, warnings)
