"""What every operation is given: the transaction, who acts, the moment, and the audit chain."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from enum import Flag, auto
from typing import Final

from sqlalchemy import Connection, select

from dxdesk.domain.errors import rule
from dxdesk.domain.permissions import Action, Actor, check_allowed
from dxdesk.domain.replies import Author
from dxdesk.store import audit, tables
from dxdesk.store.queries import packages, plans

_ANYWHERE: Final[frozenset[Action]] = frozenset({"read", "print", "administer"})
"""What 事務局 may do on a department's database too."""


class Touched(Flag):
    """The kinds of things an operation touched; pages refresh when one they show is among them."""

    NOTHING = 0
    PLAN = auto()
    DEPARTMENTS = auto()
    SETTINGS = auto()
    CYCLES = auto()
    DRAFTS = auto()
    REPLIES = auto()
    MEETINGS = auto()
    MINUTES = auto()


@dataclass(frozen=True)
class Outcome:
    """What an operation did: its name, the id of what it made or changed, what it is about, and warnings."""

    operation: str
    id: str
    subject: str
    warnings: tuple[str, ...] = ()


@dataclass
class Change:
    """One transaction. ``moment`` is ISO with offset; ``touched`` grows as the operation works; ``if_taken_back`` is
    what is done outside the database where the transaction is not kept."""

    connection: Connection
    actor: Actor
    moment: str
    touched: Touched = field(default=Touched.NOTHING)
    if_taken_back: ExitStack = field(default_factory=ExitStack, repr=False)

    @property
    def author(self) -> Author:
        """The actor as records name it."""
        return Author(self.actor.role, self.actor.departments[0] if self.actor.departments else None, self.actor.name)

    @property
    def at_department(self) -> bool:
        """Whether this is a department's own database."""
        return self.connection.scalar(select(tables.identity.c.kind)) == "liaison"

    def allow(self, action: Action, *, department: str | None = None, open_cycle: bool = True) -> None:
        """Raises Problem unless the actor may do this. On a department's database nobody writes as 事務局, and for a
        department only where a 照会 for it came: no file could carry anything else."""
        at_department = self.at_department
        if at_department and self.actor.role == "secretariat" and action not in _ANYWHERE:
            raise rule("permission.at_department", "role")
        check_allowed(self.actor, action, department=department, open_cycle=open_cycle)
        if at_department and department is not None and department not in packages.answering(self.connection):
            names = plans.names(plans.departments(self.connection))
            raise rule("hand_over.no_inquiry", "department", department=names.get(department, department))

    def enter(
        self,
        operation: str,
        subject: str,
        touched: Touched,
        *,
        before: object = None,
        after: object = None,
        package: str | None = None,
    ) -> int:
        """Writes the operation's row of the audit chain and returns its sequence."""
        self.touched |= touched
        entry = audit.append_entry(
            self.connection,
            author=self.author,
            moment=self.moment,
            operation=operation,
            subject=subject,
            before=before,
            after=after,
            package=package,
        )
        return entry.sequence
