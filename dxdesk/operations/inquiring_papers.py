"""照会 with the papers that go along: the letter to each department, and what it answers with by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dxdesk.documents.page import Printed
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.printing import PrintKind, Wanted
from dxdesk.operations.change import Change
from dxdesk.operations.inquiring import inquire
from dxdesk.operations.printing_documents import print_document
from dxdesk.operations.sending import PackageFile
from dxdesk.store.queries import plans

ALONG: Final[tuple[PrintKind, ...]] = ("submission", "handwriting")
"""What each department is given beside the letter where papers go along; all of them share 記入要領."""


@dataclass(frozen=True)
class Inquiry:
    """The files of a 照会, and its prints by department (id; None: for all of them) and kind."""

    files: tuple[PackageFile, ...]
    prints: Mapping[tuple[str | None, PrintKind], Printed]


def inquire_with_papers(
    change: Change,
    cycle: Cycle,
    departments: Sequence[str] = (),
    *,
    place: str,
    letters: bool,
    papers: bool,
    substitutes: bool,
    passphrase: str | None = None,
    keys_passphrase: str | None = None,
    numbers_only: bool = False,
    in_ascii: bool = False,
) -> Inquiry:
    """As ``inquire``; with ``letters`` also 照会文 for every department it asks, and with ``papers`` what goes along.

    ``place`` is the folder that the letters name for replies. Raises Problem; inquiry.substitutes lists the characters
    that no face has and where they stand, where no ``substitutes`` are wanted for them. Then nothing was made.
    """
    files = inquire(
        change,
        cycle,
        departments,
        passphrase=passphrase,
        keys_passphrase=keys_passphrase,
        numbers_only=numbers_only,
        in_ascii=in_ascii,
    )
    prints: dict[tuple[str | None, PrintKind], Printed] = {}

    def print_(wanted: Wanted) -> None:
        printed = print_document(change.connection, cycle, wanted, change.actor, change.moment)
        prints[wanted.department, wanted.kind] = printed

    for department in (each.package.stamp.department for each in files if letters):
        print_(Wanted("inquiry", department=department, place=place, papers=papers))
        for kind in ALONG if papers else ():
            print_(Wanted(kind, department=department))
    if letters and papers:
        print_(Wanted("guidance"))
    if not substitutes:
        _refuse_substitutes(prints, plans.names(plans.departments(change.connection)))
    return Inquiry(files, prints)


def _refuse_substitutes(prints: Mapping[tuple[str | None, PrintKind], Printed], names: Mapping[str, str]) -> None:
    """Each problem has the character, the kind of document and the name of its department; its place is the page."""
    found = [
        Problem(
            "print.missing_glyph",
            each.where,
            {
                "character": each.character,
                "code_point": each.code_point,
                "kind": kind,
                "department": names[department] if department else "",
            },
        )
        for (department, kind), printed in prints.items()
        for each in printed.substituted
    ]
    if found:
        raise Problem("inquiry.substitutes", "letters", {"count": len(found)}, kind="rule", problems=found)
