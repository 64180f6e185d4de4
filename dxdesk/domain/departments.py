"""Who took over from whom: departments end, and others go on in their place."""

from __future__ import annotations

from collections.abc import Sequence

from dxdesk.domain.plan_parts import Department


def heirs(departments: Sequence[Department], department: str) -> tuple[str, ...]:
    """A department (id) and those that took over from it, one after the other; a circle ends where it began."""
    successors = {each.id: each.successor for each in departments}
    found = [department]
    while (after := successors.get(found[-1])) is not None and after not in found:
        found.append(after)
    return tuple(found)


def forerunners(departments: Sequence[Department], department: str) -> tuple[str, ...]:
    """A department (id) and all it took over from, itself first, then in the order given."""
    older = (each.id for each in departments if each.id != department and department in heirs(departments, each.id))
    return (department, *older)
