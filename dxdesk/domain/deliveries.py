"""What the secretariat itself put right in departments' answers, and what of all that is on record may be told them."""

from __future__ import annotations

from collections.abc import Iterable

from dxdesk.domain.arrivals import DEPARTMENT_ROLES
from dxdesk.domain.replies import Revision


def leaving(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """The revisions that may leave the secretariat: those that hold none of its memos and build on none that does.

    Whoever gets one without the version before it would wait for that one for ever.
    """
    every = {each.id: each for each in revisions}
    staying = {identity for identity, each in every.items() if each.answer and each.answer != each.answer.public_part()}
    found = -1
    while found != len(staying):
        found = len(staying)
        staying |= {identity for identity, each in every.items() if staying & set(each.parents)}
    return tuple(each for identity, each in every.items() if identity not in staying)


def put_right(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """What was said in departments' slots by others than departments: settled, corrected or written for one of them."""
    return tuple(each for each in revisions if each.department is not None and not _own_word(each))


def answered_by_themselves(revisions: Iterable[Revision]) -> frozenset[tuple[str, str | None]]:
    """The slots in which a department itself said something."""
    return frozenset(each.slot for each in revisions if _own_word(each))


def _own_word(revision: Revision) -> bool:
    return revision.author.role in DEPARTMENT_ROLES
