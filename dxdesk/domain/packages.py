"""What travels between computers: packages, what each kind of them says, and the words at their head.

The shape of what is signed freezes: a later field is format 2.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final, Literal

from dxdesk.domain.cycles import CycleKind, Slot
from dxdesk.domain.meetings import ActionState
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.replies import Answer, Review, Revision
from dxdesk.domain.statuses import Status

FORMAT: Final = 1
PackageKind = Literal["inquiry", "reply", "return", "correction", "receipt", "plan", "view"]
KIND_WORDS: Final[dict[PackageKind, str]] = {
    "inquiry": "照会",
    "reply": "回答",
    "return": "差戻し",
    "correction": "席上修正",
    "receipt": "受領票",
    "plan": "計画",
    "view": "閲覧",
}
SUFFIX: Final = ".dxd"
NOT_SAID: Final = "―"
"""What the head says in place of names where a town wants only numbers to be read without the key."""


class Content(str):
    """A text that is JSON itself (a plan, settings): carried as it is, for its hash is its id."""

    __slots__ = ()


@dataclass(frozen=True)
class Head:
    """What people and gateways read of a package. ``made`` is ISO with offset, ``number`` a UUID, ``sequence`` counts
    the packages of a sender, ``count`` the answers within."""

    town: str
    plan: str
    cycle: str
    kind: str
    department: str
    count: str
    made: str
    number: str
    sequence: str

    def folded(self) -> tuple[str, ...]:
        """The head without any white space: what is left the same when a mail program wraps or indents it."""
        return tuple("".join(getattr(self, each.name).split()) for each in fields(self))


@dataclass(frozen=True)
class Stamp:
    """What every package says of itself: whose database the inquiry came from, which plan, cycle and department it is
    about (None: everybody's), and its head once more."""

    format: int
    kind: PackageKind
    database: str
    plan: str
    cycle: str | None
    department: str | None
    number: str
    sequence: int
    made: str
    head: Head


@dataclass(frozen=True)
class Numbered:
    """A plan or settings revision as it stands on record."""

    number: int
    content: Content


@dataclass(frozen=True)
class SentAnswer:
    """What one department (None: the unit as a whole) said when a cycle counted; without what stays at the
    secretariat."""

    unit: str
    department: str | None
    answer: Answer


@dataclass(frozen=True)
class SentUnit:
    """How a unit counted in a cycle before."""

    unit: str
    status: Status


@dataclass(frozen=True)
class SentCycle:
    """A cycle as a liaison's database holds it. Days are ISO; ``plan_revision`` and ``settings_revision`` are ids of
    contents that travel along; ``units`` and ``answers`` say how it counted, where that is 前回."""

    id: str
    name: str
    fiscal_year: int
    kind: CycleKind
    as_of: str
    due: str
    meeting: str | None
    previous: str | None
    plan_revision: str
    settings_revision: str
    open: bool
    units: tuple[SentUnit, ...]
    answers: tuple[SentAnswer, ...]


@dataclass(frozen=True)
class SentAction:
    """A 宿題 of a department and the meeting it comes from; ``due`` None is 次回会議."""

    id: str
    meeting: str
    cycle: str
    body: str
    body_name: str
    day: str
    number: int
    unit: str | None
    departments: tuple[str, ...]
    due: str | None
    text: str
    state: ActionState
    outcome: str | None


@dataclass(frozen=True)
class Inquiry:
    """照会: all a department needs to answer without the secretariat's database.

    ``cycles`` stand in the order of their opening, the one that is asked about last. ``sender_key`` and
    ``opening_key`` are the secretariat's public keys, ``reply_key`` the private one with which this department signs
    in this cycle; all base64.
    """

    town: str
    sample: bool
    plans: tuple[Numbered, ...]
    settings: tuple[Numbered, ...]
    departments: tuple[Department, ...]
    cycles: tuple[SentCycle, ...]
    slots: tuple[Slot, ...]
    actions: tuple[SentAction, ...]
    sender_key: str
    opening_key: str
    reply_key: str


@dataclass(frozen=True)
class FollowUp:
    """What a department says it did about a 宿題."""

    action: str
    state: ActionState
    outcome: str | None
    moment: str
    name: str | None


@dataclass(frozen=True)
class Wish:
    """席上修正: in a revision (id) a field of the answer was corrected, at whose wish."""

    revision: str
    field: str
    asked_by: str


@dataclass(frozen=True)
class Records:
    """回答, 差戻し and 席上修正: everything said in the slots of a department in a cycle, not only what is new.

    ``late``: made after the cycle was known to be closed. ``wishes``: who asked for what in the room; only 席上修正 has
    any.
    """

    revisions: tuple[Revision, ...] = ()
    reviews: tuple[Review, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    late: bool = False
    wishes: tuple[Wish, ...] = ()


@dataclass(frozen=True)
class ReceiptRow:
    """What became of one answer: ``kind`` as in 取り込みの確認, ``taken`` whether it is on record."""

    unit: str
    department: str
    kind: str
    taken: bool
    reason: str | None


@dataclass(frozen=True)
class Receipt:
    """受領票 for one reply (its id). ``cancelled``: the secretariat took the taking in back. ``audit_head`` is the
    secretariat's audit chain at that moment."""

    package: str
    cancelled: bool
    rows: tuple[ReceiptRow, ...]
    audit_head: str


@dataclass(frozen=True)
class PlanNews:
    """計画: a revision of the plan for everyone, in force from the next inquiry."""

    plan: Numbered


Body = Inquiry | Records | Receipt | PlanNews

BODIES: Final[dict[PackageKind, type[Body]]] = {
    "inquiry": Inquiry,
    "reply": Records,
    "return": Records,
    "correction": Records,
    "receipt": Receipt,
    "plan": PlanNews,
    "view": Inquiry,
}
"""What stands in the body of each kind."""


@dataclass(frozen=True)
class Package:
    """A package that was opened and checked. ``id`` is the SHA-256 of the bytes signed, ``key`` the public key they
    were signed with (base64)."""

    id: str
    key: str
    stamp: Stamp
    body: Body
