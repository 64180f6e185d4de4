"""いま報告する: what a department reports on a unit between cycles, as 観察・判断・決定・行動 (OODA)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import OWN_DEPARTMENT_ROLES, Actor
from dxdesk.domain.replies import Author
from dxdesk.domain.text import check_text


@dataclass(frozen=True)
class ReportText:
    """The four short texts; only what was observed has to be said."""

    observation: str = ""
    judgement: str = ""
    decision: str = ""
    action: str = ""

    def parts(self) -> tuple[tuple[str, str], ...]:
        """(field, text) in the order in which they are thought and read, without the empty ones."""
        return tuple((field, text) for field, text in self.__dict__.items() if text)


@dataclass(frozen=True)
class Report:
    """One report, never changed: ``unit`` and ``department`` are ids, ``department`` None is the secretariat.

    ``number`` counts all reports from 1; ``day`` is when it was made, ``sequence`` its operation in the audit chain.
    """

    id: str
    number: int
    unit: str
    department: str | None
    day: date
    text: ReportText
    author: Author
    sequence: int


def checked(text: ReportText) -> ReportText:
    """The texts as they are stored. Raises Problem, report.empty without an observation."""
    found = ReportText(**{field: check_text(typed, field).strip() for field, typed in text.__dict__.items()})
    if not found.observation:
        raise Problem("report.empty", "observation")
    return found


def kept_under(actor: Actor, unit: str) -> str:
    """The name under which what somebody is still writing on a unit (id) is kept: no department sees another's."""
    own = actor.departments[0] if actor.role in OWN_DEPARTMENT_ROLES and actor.departments else None
    return f"{own}/{unit}" if own else unit
