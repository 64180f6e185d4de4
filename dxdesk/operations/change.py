"""What every operation is given: the transaction, who acts, the moment, and the audit chain."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Flag, auto

from sqlalchemy import Connection

from dxdesk.domain.permissions import Action, Actor, check_allowed
from dxdesk.domain.replies import Author
from dxdesk.store import audit


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
    """One transaction. ``moment`` is ISO with offset; ``touched`` grows as the operation works."""

    connection: Connection
    actor: Actor
    moment: str
    touched: Touched = field(default=Touched.NOTHING)

    @property
    def author(self) -> Author:
        """The actor as records name it."""
        return Author(self.actor.role, self.actor.departments[0] if self.actor.departments else None, self.actor.name)

    def allow(self, action: Action, *, department: str | None = None, open_cycle: bool = True) -> None:
        """Raises Problem unless the actor may do this."""
        check_allowed(self.actor, action, department=department, open_cycle=open_cycle)

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
