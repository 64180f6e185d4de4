"""What can be printed, of which part of a cycle, and by whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, get_args

from dxdesk.domain.errors import rule
from dxdesk.domain.minutes import Variant
from dxdesk.domain.packets import PacketChoice
from dxdesk.domain.paper import PaperSize
from dxdesk.domain.permissions import ACTOR_ROLES, OWN_DEPARTMENT_ROLES, Actor, ActorRole, check_allowed

PrintKind = Literal[
    "packet", "agenda", "approval", "invitation", "circulation", "script", "minutes", "abstract", "gist", "public",
    "list", "sheet", "actions", "summary",
    "preparation", "submission", "action", "handwriting", "security", "year-end", "day", "survey",
    "inquiry", "reminder", "missing", "confirmation", "change-notice", "comparison",
    "schedule", "indicators", "directions", "crosswalk", "glossary", "guidance", "board",
]  # fmt: skip
PRINT_KINDS: Final[tuple[PrintKind, ...]] = get_args(PrintKind)

OF_CYCLE: Final[tuple[PrintKind, ...]] = (
    "summary", "schedule", "indicators", "directions", "crosswalk", "glossary", "guidance",
)  # fmt: skip
"""Documents that show a whole cycle, with nothing to choose."""

Choice = Literal["meeting", "department", "unit", "discussed", "paper", "parts"]

BOARD_PAPER: Final[PaperSize] = "A4"
"""What the board is printed on where nothing else is chosen."""

CHOICES: Final[dict[PrintKind, frozenset[Choice]]] = {
    "packet": frozenset({"meeting", "parts"}),
    "agenda": frozenset({"meeting"}),
    "approval": frozenset({"meeting"}),
    "invitation": frozenset({"meeting"}),
    "circulation": frozenset({"meeting"}),
    "script": frozenset({"meeting"}),
    "minutes": frozenset({"meeting"}),
    "abstract": frozenset({"meeting"}),
    "gist": frozenset({"meeting"}),
    "public": frozenset({"meeting"}),
    "list": frozenset({"paper"}),
    "board": frozenset({"paper"}),
    "sheet": frozenset({"department", "unit", "discussed"}),
    "actions": frozenset({"department"}),
    **dict.fromkeys(OF_CYCLE, frozenset[Choice]()),
    "preparation": frozenset(),
    "submission": frozenset({"department"}),
    "action": frozenset({"department", "unit"}),
    "handwriting": frozenset({"department", "unit"}),
    "security": frozenset({"department"}),
    "year-end": frozenset(),
    "day": frozenset({"meeting"}),
    "survey": frozenset(),
    "inquiry": frozenset({"department"}),
    "reminder": frozenset({"department"}),
    "missing": frozenset(),
    "confirmation": frozenset({"department"}),
    "change-notice": frozenset(),
    "comparison": frozenset(),
}
"""What can be chosen for a document; anything else does not change it."""

CHECKLISTS: Final[tuple[PrintKind, ...]] = (
    "preparation", "submission", "action", "security", "year-end", "day", "survey",
)  # fmt: skip
"""The checklists C1 to C7."""

OF_MINUTES: Final[dict[PrintKind, Variant]] = {
    "minutes": "full", "abstract": "abstract", "gist": "gist", "public": "public",
}  # fmt: skip
"""Documents made from a version of the minutes, and which variant of it each is."""

IN_WORD: Final[frozenset[PrintKind]] = frozenset({*OF_MINUTES, "inquiry", "reminder", "invitation"})
"""Documents that are given out as Word files too."""

AFTER_MINUTES: Final[frozenset[PrintKind]] = frozenset({*OF_MINUTES, "circulation"})
"""Documents that there are once a meeting has minutes."""

LETTERS: Final[frozenset[PrintKind]] = frozenset({"inquiry", "reminder", "invitation", "change-notice"})
"""Documents that leave room for what is written by hand: 文書番号, 内線."""

WORKBOOKS: Final[frozenset[PrintKind]] = frozenset({"list", "actions"})
"""Documents that are given out as spreadsheets too."""

_PUBLIC: Final[frozenset[PrintKind]] = frozenset({"agenda", "public", "list", "sheet", "board", *OF_CYCLE}) - {
    "guidance"
}
_DEPARTMENTAL: Final[frozenset[PrintKind]] = frozenset(
    {"actions", "submission", "action", "handwriting", "security", "confirmation"}
)

PRINTS: Final[dict[ActorRole, frozenset[PrintKind]]] = {
    "liaison": _PUBLIC | _DEPARTMENTAL | {"guidance"},
    "head": _PUBLIC | _DEPARTMENTAL | {"guidance"},
    "secretariat": frozenset(PRINT_KINDS),
    "chair": _PUBLIC | {"packet", "minutes", "abstract", "gist", "actions", "day"},
    "reader": _PUBLIC,
}
"""Who prints what: everybody what counts, departments their own forms, the committee its minutes with names."""


@dataclass(frozen=True)
class Wanted:
    """A document and the part of a cycle it is printed of.

    ``meeting`` and ``department`` are ids, ``unit`` a code, ``discussed`` the units on the agenda only; None and False:
    all there is. ``paper`` is that of the list and the board (None: as usual), ``due`` the new deadline of a reminder
    (None: the one that is proposed), ``place`` the folder that letters name for replies (empty: these go to the
    secretariat), ``papers`` whether 記入要領, 提出前点検表 and 記入票 go along with 照会文. ``packet`` is what goes
    into 会議資料一式 (None: as its body had it last), ``append`` the PDF files behind it, ``left_out`` names those
    behind the last edition that are not to be behind this one, ``only_changed`` leaves out its pages that are as they
    were handed out. What the document does not offer (CHOICES) is left alone.
    """

    kind: PrintKind
    meeting: str | None = None
    department: str | None = None
    unit: str | None = None
    discussed: bool = False
    paper: PaperSize | None = None
    due: date | None = None
    place: str = ""
    papers: bool = False
    packet: PacketChoice | None = None
    append: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    only_changed: bool = False


def allowed_print(actor: Actor, wanted: Wanted) -> Wanted:
    """The same for who may have it; a department's own forms, with none named, are those of the actor's only one.

    Raises Problem (permission.role, permission.department).
    """
    check_allowed(actor, "print")
    if wanted.kind not in PRINTS[actor.role]:
        who = "・".join(word for role, word in ACTOR_ROLES.items() if wanted.kind in PRINTS[role])
        raise rule("permission.role", "role", role=ACTOR_ROLES[actor.role], who=who)
    if actor.role not in OWN_DEPARTMENT_ROLES or wanted.kind not in _DEPARTMENTAL:
        return wanted
    if wanted.department is None and len(actor.departments) == 1:
        return replace(wanted, department=actor.departments[0])
    if wanted.department not in actor.departments:
        raise rule("permission.department", "department")
    return wanted
