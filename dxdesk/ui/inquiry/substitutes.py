"""〓 in the papers of a 照会: only where a person has chosen so."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dxdesk.domain.errors import Problem
from dxdesk.ui.dialogs import choose
from dxdesk.wording.asking import MAKE_WITH_SUBSTITUTE, paper_place, substitutes_question
from dxdesk.wording.printing import GO_BACK


def wants_substitutes(parent: QWidget, trouble: Exception) -> bool:
    """Whether characters that cannot be printed stood in the way, and a person, shown them, wants 〓 for them."""
    if not isinstance(trouble, Problem) or trouble.code != "inquiry.substitutes":
        return False
    found: dict[tuple[str, str], list[str]] = {}
    for each in trouble.problems:
        character, code_point, kind, department = (
            str(each.values[key]) for key in ("character", "code_point", "kind", "department")
        )
        found.setdefault((character, code_point), []).append(paper_place(kind, department, each.place))
    return choose(parent, substitutes_question(found), (GO_BACK, MAKE_WITH_SUBSTITUTE)) == 1
