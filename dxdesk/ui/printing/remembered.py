"""What was printed last on this PC, document by document."""

from __future__ import annotations

from typing import Final

from dxdesk.domain.printing import PRINT_KINDS, PaperSize, PrintKind, Wanted
from dxdesk.ui.preferences import keep, preferences
from dxdesk.ui.printing.sheets import ZOOMS, Zoom

_PAGE: Final = "print"


def recall(kind: PrintKind) -> Wanted:
    """A document with the department and the paper it was printed with last."""
    last = preferences().last.get(kind, {})
    paper: PaperSize = "A4" if last.get("paper") == "A4" else "A3"
    return Wanted(kind, department=last.get("department") or None, discussed=bool(last.get("discussed")), paper=paper)


def recall_last() -> tuple[Wanted, Zoom]:
    """The document that was printed last, at first the list, and how large it was looked at."""
    last = preferences().last.get(_PAGE, {})
    kind: PrintKind = next((each for each in PRINT_KINDS if each == last.get("kind")), "list")
    return recall(kind), next((each for each in ZOOMS if each == last.get("zoom")), "page")


def remember(wanted: Wanted, zoom: Zoom) -> None:
    """Remember what was printed, saved or opened."""
    chosen = {
        "department": wanted.department or "",
        "discussed": "1" if wanted.discussed else "",
        "paper": wanted.paper,
    }
    keep(last={**preferences().last, wanted.kind: chosen, _PAGE: {"kind": wanted.kind, "zoom": zoom}})
