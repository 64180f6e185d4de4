"""A town's DX plan as one frozen value: pack format 1, field by field, and what is asked of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from dxdesk.domain.errors import Problem
from dxdesk.domain.plan_lists import (
    Crosswalk,
    Figure,
    GlossaryTerm,
    HistoryEntry,
    Issue,
    Lineage,
    Method,
    OpenQuestion,
    Philosophy,
    PlanText,
    Role,
)
from dxdesk.domain.plan_parts import (
    Body,
    Department,
    DepartmentGroup,
    Indicator,
    Level,
    LevelRole,
    Mark,
    Narrative,
    NodeMark,
    Owner,
    Period,
    Schedule,
    Scheme,
    Tag,
)
from dxdesk.domain.text import fold_code


def printed_number(label: str | None, code: str | None) -> str:
    """The number printed in the plan without its brackets, else the code. Where the print begins anew under every
    axis (``MEGO-6-1`` as 1), the figures of the axis stand before it: 6-1."""
    printed, figures = (label or "").strip("()（）"), re.search(r"\d+(-\d+)+$", code or "")
    if printed and figures and figures.group().endswith(f"-{printed}"):
        return figures.group()
    return printed or code or ""


@dataclass(frozen=True)
class Node:
    """One place in the tree. ``parent`` None hangs on the plan itself; ``code`` None for fields and activities."""

    id: str
    parent: str | None
    level: str
    code: str | None
    label: str | None
    name: str
    short_name: str | None
    aliases: tuple[str, ...] = ()
    owners: tuple[Owner, ...] = ()
    narrative: tuple[Narrative, ...] = ()
    marks: tuple[NodeMark, ...] = ()
    tags: tuple[Tag, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    schedule: Schedule | None = None
    steps: tuple[str, ...] = ()
    source: str | None = None

    @property
    def printed(self) -> str:
        """The number as it stands below the axis; another axis may have it, too."""
        return printed_number(self.label, self.code)


@dataclass(frozen=True)
class Plan:
    """One revision of a town's plan, with everything its text holds."""

    format: int
    id: str
    uuid: str
    town: str
    title: str
    edition: str | None
    issued: str | None
    period: Period
    owners: tuple[Owner, ...] = ()
    levels: tuple[Level, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    marks: tuple[Mark, ...] = ()
    nodes: tuple[Node, ...] = ()
    departments: tuple[Department, ...] = ()
    groups: tuple[DepartmentGroup, ...] = ()
    bodies: tuple[Body, ...] = ()
    roles: tuple[Role, ...] = ()
    philosophies: tuple[Philosophy, ...] = ()
    terms: tuple[GlossaryTerm, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    issues: tuple[Issue, ...] = ()
    figures: tuple[Figure, ...] = ()
    crosswalk: tuple[Crosswalk, ...] = ()
    national_version: str | None = None
    method: tuple[Method, ...] = ()
    texts: tuple[PlanText, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    open: tuple[OpenQuestion, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Nodes by their id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def children(self) -> dict[str | None, tuple[Node, ...]]:
        """Nodes in the plan's order by the id of their parent; None holds what hangs on the plan itself."""
        found: dict[str | None, list[Node]] = {}
        for node in self.nodes:
            found.setdefault(node.parent, []).append(node)
        return {parent: tuple(nodes) for parent, nodes in found.items()}

    @cached_property
    def _roles(self) -> dict[str, LevelRole]:
        return {level.key: level.role for level in self.levels}

    def role(self, node: Node) -> LevelRole:
        """The role of the level a node stands on."""
        return self._roles[node.level]

    def of_role(self, role: LevelRole) -> tuple[Node, ...]:
        """All nodes of a role, in the plan's order."""
        return tuple(node for node in self.nodes if self._roles[node.level] == role)

    @cached_property
    def units(self) -> tuple[Node, ...]:
        """The units of reporting: the initiatives, in the order in which the tree is read."""
        return tuple(node for node in self.walk() if self._roles[node.level] == "initiative")

    @cached_property
    def numbers(self) -> dict[str, str]:
        """How each unit (id) is numbered where no axis stands beside it: as printed, by its code in a plan that begins
        anew on every axis (住民-1)."""
        printed = {unit.id: unit.printed for unit in self.units}
        once = len(set(printed.values())) == len(printed)
        return printed if once else {unit.id: unit.code or unit.printed for unit in self.units}

    def walk(self, parent: str | None = None) -> Iterator[Node]:
        """Every node below ``parent`` (None: the whole plan), parents before children, in the plan's order."""
        for node in self.children.get(parent, ()):
            yield node
            yield from self.walk(node.id)

    def path(self, node: Node) -> tuple[Node, ...]:
        """The nodes above, from the top down, without the node itself."""
        above: list[Node] = []
        while node.parent is not None:
            node = self.by_id[node.parent]
            above.append(node)
        return tuple(reversed(above))

    def axis(self, node: Node) -> Node | None:
        """The nearest node of role ``axis`` at or above; None for what hangs on the plan itself."""
        for candidate in (node, *reversed(self.path(node))):
            if self.role(candidate) == "axis":
                return candidate
        return None

    def marked(self, node: Node, key: str) -> bool:
        """Whether the node or any node above carries the mark."""
        return any(mark.key == key for each in (*self.path(node), node) for mark in each.marks)

    def activities(self, node: Node) -> tuple[Node, ...]:
        """The activity lines below a node, through fields of any depth."""
        return tuple(each for each in self.walk(node.id) if self.role(each) == "activity")

    def unit(self, code: str) -> Node:
        """The initiative for a code as typed; width and brackets are levelled.

        A short form is taken where only one code ends with it (``3`` for ``検討-3`` is refused when ``重点-3``
        exists). Raises Problem naming the candidates or the nearest codes.
        """
        wanted = fold_code(code)
        coded = {fold_code(node.code): node for node in self.units if node.code}
        if wanted in coded:
            return coded[wanted]
        ending = [node for folded, node in coded.items() if wanted and folded.endswith("-" + wanted)]
        if len(ending) == 1:
            return ending[0]
        if ending:
            candidates = "、".join(node.code or "" for node in ending)
            raise Problem("plan.ambiguous_code", "initiative", {"text": code, "candidates": candidates})
        near = get_close_matches(wanted, coded, n=3, cutoff=0.4) or list(coded)[:3]
        names = "、".join(f"{coded[each].code} {coded[each].short_name or coded[each].name}" for each in near)
        raise Problem("plan.unknown_code", "initiative", {"text": code, "near": names})


@dataclass(frozen=True)
class Counts:
    """What a plan holds, as the list of plans shows it."""

    groups: int
    initiatives: int
    activities: int
    terms: int
    history: int
    departments: int
    bodies: int


def counts(plan: Plan) -> Counts:
    """``groups`` are the nodes of the first level, the others by role or list."""
    first = plan.levels[0].key if plan.levels else None
    return Counts(
        groups=sum(node.level == first for node in plan.nodes),
        initiatives=len(plan.of_role("initiative")),
        activities=len(plan.of_role("activity")),
        terms=len(plan.terms),
        history=len(plan.history),
        departments=len(plan.departments),
        bodies=len(plan.bodies),
    )
