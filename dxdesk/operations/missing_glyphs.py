"""〓 stands on paper only where somebody has chosen so."""

from __future__ import annotations

from dxdesk.documents.page import Printed
from dxdesk.domain.errors import Problem


def refuse_substitutes(printed: Printed) -> None:
    """Raises Problem (print.missing) with every character in whose place 〓 would stand, and where."""
    found = [
        Problem("print.missing_glyph", each.where, {"character": each.character, "code_point": each.code_point})
        for each in printed.substituted
    ]
    if found:
        raise Problem("print.missing", "substitute", {"count": len(found)}, kind="rule", problems=found)
