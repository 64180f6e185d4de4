"""What was printed last on this PC, by the role at the desk and document by document."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from dxdesk.domain.paper import PaperSize
from dxdesk.domain.permissions import ActorRole
from dxdesk.domain.printing import PRINT_KINDS, PrintKind, Wanted
from dxdesk.preferences import keep, preferences
from dxdesk.ui.printing.printer import SIDES, OnPaper, Sides
from dxdesk.ui.printing.sheets import ZOOMS, Zoom

_PAGE: Final = "print"
_ON_PAPER: Final = "paper"
_FILES: Final = "packet files"


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


def recall_files(meeting: str) -> tuple[str, ...]:
    """The PDF files that were chosen for the packet of a meeting (id), as far as they are there with what they held."""
    last = preferences().last.get(f"{_FILES} {meeting}", {})
    return tuple(file for file, digest in last.items() if digest and _digest(file) == digest)


def remember_files(meeting: str, files: tuple[str, ...]) -> None:
    """Remember the PDF files chosen for the packet of a meeting (id)."""
    keep(last={**preferences().last, f"{_FILES} {meeting}": {each: _digest(each) for each in files}})


def _digest(file: str) -> str:
    """SHA-256 in hex of what is in a file; empty where it cannot be read."""
    try:
        with Path(file).open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""
