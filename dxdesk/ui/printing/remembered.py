"""What was printed last on this PC, by the role at the desk and document by document."""

from __future__ import annotations

from typing import Final

from dxdesk.domain.paper import PaperSize
from dxdesk.domain.permissions import ActorRole
from dxdesk.domain.printing import PRINT_KINDS, PrintKind, Wanted
from dxdesk.preferences import keep, preferences
from dxdesk.ui.printing.printer import SIDES, OnPaper, Sides
from dxdesk.ui.printing.sheets import ZOOMS, Zoom

_PAGE: Final = "print"
_ON_PAPER: Final = "paper"


def _key(role: ActorRole, name: str) -> str:
    return f"{role} {name}"


def recall(role: ActorRole, kind: PrintKind) -> Wanted:
    """A document with the department and the paper it was printed with last by somebody of a role."""
    last = preferences().last.get(_key(role, kind), {})
    sizes: dict[str, PaperSize] = {"A3": "A3", "A4": "A4"}
    paper = sizes.get(last.get("paper", ""))
    return Wanted(kind, department=last.get("department") or None, discussed=bool(last.get("discussed")), paper=paper)


def recall_last(role: ActorRole) -> tuple[Wanted, Zoom]:
    """The document that was printed last in a role, at first the list, and how large it was looked at."""
    last = preferences().last.get(_key(role, _PAGE), {})
    kind: PrintKind = next((each for each in PRINT_KINDS if each == last.get("kind")), "list")
    return recall(role, kind), next((each for each in ZOOMS if each == last.get("zoom")), "page")


def remember(role: ActorRole, wanted: Wanted, zoom: Zoom) -> None:
    """Remember what was printed, saved or opened."""
    chosen = {
        "department": wanted.department or "",
        "discussed": "1" if wanted.discussed else "",
        "paper": wanted.paper or "",
    }
    page = {"kind": wanted.kind, "zoom": zoom}
    keep(last={**preferences().last, _key(role, wanted.kind): chosen, _key(role, _PAGE): page})


def recall_on_paper(role: ActorRole, kind: PrintKind) -> OnPaper:
    """How a document went to paper last; at first on one side, without colours."""
    last = preferences().last.get(_key(role, f"{kind} {_ON_PAPER}"), {})
    sides: Sides = next((each for each in SIDES if each == last.get("sides")), "one")
    return OnPaper(sides, two_up=bool(last.get("two_up")), grey=last.get("grey", "1") == "1")


def remember_on_paper(role: ActorRole, kind: PrintKind, chosen: OnPaper) -> None:
    """Remember how a document goes to paper."""
    said = {"sides": chosen.sides, "two_up": "1" if chosen.two_up else "", "grey": "1" if chosen.grey else "0"}
    keep(last={**preferences().last, _key(role, f"{kind} {_ON_PAPER}"): said})
