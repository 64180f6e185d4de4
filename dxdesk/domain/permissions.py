"""Who may do what: the policy table that operations, tests and the guide share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from dxdesk.domain.errors import rule

ActorRole = Literal["liaison", "head", "secretariat", "chair", "reader"]
Action = Literal[
    "draft",
    "submit",
    "withdraw",
    "hand_over",
    "confirm",
    "report",
    "follow_up",
    "inquire",
    "take_in",
    "review",
    "consolidate",
    "plan",
    "cycle",
    "departments",
    "settings",
    "agenda",
    "record",
    "project",
    "minutes",
    "read",
    "print",
    "administer",
]

ACTOR_ROLES: Final[dict[ActorRole, str]] = {
    "liaison": "担当",
    "head": "課長",
    "secretariat": "事務局",
    "chair": "委員長",
    "reader": "見るだけ",
}

_EVERY: Final[frozenset[Action]] = frozenset(get_args(Action))

POLICY: Final[dict[ActorRole, frozenset[Action]]] = {
    "liaison": frozenset({"draft", "submit", "withdraw", "hand_over", "report", "follow_up", "read", "print"}),
    "head": frozenset({"confirm", "report", "follow_up", "read", "print"}),
    "secretariat": _EVERY,
    "chair": frozenset({"project", "record", "read", "print"}),
    "reader": frozenset({"read", "print"}),
}
"""Roles and what they may do at all; OWN and OPEN narrow it further."""

OWN: Final[frozenset[Action]] = frozenset(
    {"draft", "submit", "withdraw", "hand_over", "confirm", "report", "follow_up"}
)
"""Actions that 担当 and 課長 have for their own departments only."""

OWN_DEPARTMENT_ROLES: Final[tuple[ActorRole, ...]] = ("liaison", "head")
"""Roles that act for departments of their own."""

OPEN: Final[frozenset[Action]] = frozenset(
    {"draft", "submit", "withdraw", "hand_over", "confirm", "review", "consolidate"}
)
"""Actions that need an open cycle, whoever acts."""


@dataclass(frozen=True)
class Actor:
    """Who acts: role, the departments (ids) it acts for, and the name as typed."""

    role: ActorRole
    departments: tuple[str, ...] = ()
    name: str | None = None


def check_allowed(actor: Actor, action: Action, *, department: str | None = None, open_cycle: bool = True) -> None:
    """Raises Problem unless the actor may do this, for this department, in a cycle of this state."""
    if action not in POLICY[actor.role]:
        who = "・".join(word for role, word in ACTOR_ROLES.items() if action in POLICY[role])
        raise rule("permission.role", "role", role=ACTOR_ROLES[actor.role], who=who)
    if action in OWN and actor.role != "secretariat" and department not in actor.departments:
        raise rule("permission.department", "department")
    if action in OPEN and not open_cycle:
        raise rule("cycle.closed", "cycle")
