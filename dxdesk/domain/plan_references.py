"""The ids of a plan and what points at them; how the checks of a plan tell what they find."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from dxdesk.domain.errors import Problem
from dxdesk.domain.plans import Plan

WITH_IDS = (
    *("nodes", "departments", "groups", "bodies", "roles"),
    *("philosophies", "terms", "history", "issues", "figures"),
)
SHOWN_CHARACTERS = 40

_SINGLE = (
    ("nodes", "parent", "nodes"),
    ("departments", "parent", "departments"),
    ("departments", "successor", "departments"),
    ("bodies", "reports_to", "bodies"),
    ("roles", "body", "bodies"),
    *((name, "node", "nodes") for name in ("history", "issues", "figures", "crosswalk", "open")),
)

_PLAN_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")

Found = Iterator[Problem]


def shown(text: str) -> str:
    """A text as a problem quotes it: its beginning."""
    return text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + "…"


def not_found(place: str, text: str, where: str) -> Problem:
    """What stands at a place is missing from the list in which it must stand (``nodes・departments``: from both)."""
    return Problem("pack.not_found", place, {"text": shown(text), "list": where})


def twice(places: Sequence[tuple[str, str]], where: str) -> Found:
    """A problem for every (place, key) whose key stood before."""
    first: dict[str, str] = {}
    for place, key in places:
        if key in first:
            yield Problem("pack.twice", place, {"text": shown(key), "first": first[key], "list": where})
        first.setdefault(key, place)


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def check_ids(plan: Plan) -> Found:
    """Ids are UUIDs and stand once in the whole plan; the plan's own short name serves file names and commands."""
    if not _PLAN_ID.fullmatch(plan.id):
        yield Problem("pack.plan_id", "id", {"text": shown(plan.id)})
    found = [("uuid", plan.uuid)]
    for name in WITH_IDS:
        found += [(f"{name}[{index}].id", each.id) for index, each in enumerate(getattr(plan, name))]
    for index, node in enumerate(plan.nodes):
        found += [(f"nodes[{index}].indicators[{n}].id", each.id) for n, each in enumerate(node.indicators)]
    gone = [  # what a line of descent came from may be missing from this revision
        (f"lineage[{index}].from[{n}]", text)
        for index, line in enumerate(plan.lineage)
        for n, text in enumerate(line.from_)
    ]
    for place, text in (*found, *gone):
        if not _is_uuid(text):
            yield Problem("pack.not_uuid", place, {"text": shown(text)})
    yield from twice(found, "")


def _references(plan: Plan) -> Iterator[tuple[str, str | None, str]]:
    """(place, id or None, the list in which the id must stand)."""
    for name, field, where in _SINGLE:
        for index, each in enumerate(getattr(plan, name)):
            yield f"{name}[{index}].{field}", getattr(each, field), where
    for index, group in enumerate(plan.groups):
        for n, text in enumerate(group.members if isinstance(group.members, tuple) else ()):
            yield f"groups[{index}].members[{n}]", text, "departments"
    for index, philosophy in enumerate(plan.philosophies):
        for n, text in enumerate(philosophy.nodes):
            yield f"philosophies[{index}].nodes[{n}]", text, "nodes"
    for index, line in enumerate(plan.lineage):
        for n, text in enumerate(line.to):
            yield f"lineage[{index}].to[{n}]", text, "nodes・departments"


def check_references(plan: Plan) -> Found:
    """What is pointed at stands in the plan."""
    known = {name: {each.id for each in getattr(plan, name)} for name in WITH_IDS}
    for place, text, where in _references(plan):
        if text is not None and not any(text in known[name] for name in where.split("・")):
            yield not_found(place, text, where)


def check_circles(plan: Plan) -> Found:
    """Nobody stands above or follows itself, not even by way of others."""
    for name, field, above in (
        ("departments", "parent", {each.id: each.parent for each in plan.departments}),
        ("departments", "successor", {each.id: each.successor for each in plan.departments}),
        ("bodies", "reports_to", {each.id: each.reports_to for each in plan.bodies}),
    ):
        for index in _circles(above):
            label = shown(getattr(plan, name)[index].name)
            yield Problem("pack.circle", f"{name}[{index}].{field}", {"text": label, "list": name})


def _circles(above: Mapping[str, str | None]) -> Iterator[int]:
    """The position of one id of every circle."""
    positions = {each: index for index, each in enumerate(above)}
    settled: set[str] = set()
    for start in above:
        path: dict[str, None] = {}
        here: str | None = start
        while here is not None and here in above and here not in settled and here not in path:
            path[here] = None
            here = above[here]
        if here is not None and here in path:
            yield positions[here]
        settled.update(path)
