"""What a plan must keep to, beyond the form of its file: ids, references, codes, names, years and texts.

Every check tells all it finds. A place is the path in the plan's file (``nodes[3].schedule.from``); ``values`` quote
what stands there, what it must fit, and under ``list`` the lists of the plan that the check looked into.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from difflib import get_close_matches

from dxdesk.domain.errors import Problem
from dxdesk.domain.plan_parts import Department, Level, Owner
from dxdesk.domain.plan_records import json_name
from dxdesk.domain.plan_references import (
    Found,
    check_circles,
    check_ids,
    check_references,
    not_found,
    shown,
    twice,
)
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.text import (
    NAME_CHARACTERS,
    SHORT_NAME_WIDTH,
    TEXT_CHARACTERS,
    TEXT_LINES,
    TITLE_CHARACTERS,
    check_text,
    fold_code,
    full_width,
)

MOST_PROBLEMS = 1_000
MOST_LEVELS = 12
MOST_NEAR = 200
YEARS = range(1927, 2200)

_CODED = ("group", "axis", "initiative")
_ROLES = ("group", "axis", "initiative", "field", "activity")
_LONG_TEXTS = frozenset(
    {"text", "definition", "detail", "meaning", "question", "note", "reason", "wording", "condition", "duties"}
)
_NAMES = frozenset({"name", "short", "town", "code", "label", "key", "unit", "term", "aliases"})
_NATIONAL_ITEM = re.compile(r"[NAOS][1-9]\d?|X")


def check_plan(plan: Plan) -> list[Problem]:
    """Everything in the plan that a person has to put right, in the order of the checks, one problem for a place.

    At most 1,000: by then it is the file that has to be made anew.
    """
    found: dict[str, Problem] = {}
    for problem in (problem for check in _CHECKS for problem in check(plan)):
        found.setdefault(problem.place, problem)
        if len(found) >= MOST_PROBLEMS:
            break
    return list(found.values())


# --- texts ------------------------------------------------------------------------------------------------------


def texts(value: object, place: str = "") -> Iterator[tuple[str, type, str, str]]:
    """Every text of a plan or a part of it: its place, the class and the field it stands in, and the text."""
    for field in fields(value):  # type: ignore[arg-type]
        inner = getattr(value, field.name)
        here = f"{place}.{json_name(field.name)}" if place else json_name(field.name)
        several = isinstance(inner, tuple)
        for index, each in enumerate(inner if several else (inner,)):
            spot = f"{here}[{index}]" if several else here
            if isinstance(each, str):
                yield spot, type(value), field.name, each
            elif is_dataclass(each):
                yield from texts(each, spot)


def _limits(owner: type, field: str) -> tuple[int, int]:
    """Characters and lines of a text field: names of one line, titles of one line, passages."""
    if field in _LONG_TEXTS:
        return TEXT_CHARACTERS, TEXT_LINES
    return (NAME_CHARACTERS if field in _NAMES and owner is not Node else TITLE_CHARACTERS), 1


def _texts(plan: Plan) -> Found:
    for place, owner, field, text in texts(plan):
        characters, lines = _limits(owner, field)
        try:
            check_text(text, place, characters=characters, lines=lines)
        except Problem as problem:
            yield problem
            continue
        if not text.strip():
            yield Problem("pack.blank", place)
        elif (field == "short_name" or (owner is Department and field == "short")) and (
            full_width(text) > SHORT_NAME_WIDTH
        ):
            values = {"text": text, "width": f"{full_width(text):g}", "limit": f"{SHORT_NAME_WIDTH:g}"}
            yield Problem("pack.short_name", place, values)


# --- names and owners -------------------------------------------------------------------------------------------


def _names(plan: Plan) -> Found:
    for name, key in (("levels", "key"), ("schemes", "key"), ("marks", "key"), ("method", "key"), ("bodies", "name")):
        places = [(f"{name}[{i}].{key}", getattr(each, key)) for i, each in enumerate(getattr(plan, name))]
        yield from twice(places, name)
    for index, scheme in enumerate(plan.schemes):
        values = [(f"schemes[{index}].values[{n}].value", each.value) for n, each in enumerate(scheme.values)]
        yield from twice(values, "schemes")
    owners = [(f"departments[{i}].name", each.name) for i, each in enumerate(plan.departments)]
    owners += [(f"groups[{i}].name", each.name) for i, each in enumerate(plan.groups)]
    yield from twice(owners, "departments・groups")
    for index, group in enumerate(plan.groups):
        if isinstance(group.members, tuple):
            members = [(f"groups[{index}].members[{n}]", member) for n, member in enumerate(group.members)]
            yield from twice(members, "groups")


def _owners(plan: Plan) -> Found:
    known = {each.name: None for each in plan.departments} | {each.name: None for each in plan.groups}
    near_by = list(known)[:MOST_NEAR]
    of_nodes = [(f"nodes[{i}].owners", node.owners) for i, node in enumerate(plan.nodes)]
    everybody: list[tuple[str, tuple[Owner, ...]]] = [("owners", plan.owners), *of_nodes]
    for place, owners in everybody:
        named = [(f"{place}[{n}].name", owner.name) for n, owner in enumerate(owners)]
        yield from twice(named, "")
        for spot, name in named:
            if name not in known:
                near = "、".join(get_close_matches(name, near_by, n=3, cutoff=0.4) or near_by[:3])
                values = {"text": shown(name), "near": near, "list": "departments・groups"}
                yield Problem("pack.unknown_owner", spot, values)


# --- the tree ---------------------------------------------------------------------------------------------------


def _levels(plan: Plan) -> Found:
    if len(plan.levels) > MOST_LEVELS:
        yield Problem("pack.too_many_levels", "levels", {"limit": MOST_LEVELS, "list": "levels"})
    deepest = 0
    for index, level in enumerate(plan.levels):
        rank = _ROLES.index(level.role)
        if rank < deepest:
            values = {"name": shown(level.name), "role": level.role, "order": " → ".join(_ROLES), "list": "levels"}
            yield Problem("pack.level_order", f"levels[{index}].role", values)
        deepest = max(deepest, rank)


def _tree(plan: Plan) -> Found:
    levels: dict[str, tuple[int, Level]] = {}
    for index, level in enumerate(plan.levels):
        levels.setdefault(level.key, (index, level))
    nodes = {node.id: node for node in plan.nodes}
    coded: list[tuple[str, str]] = []
    for index, node in enumerate(plan.nodes):
        place = f"nodes[{index}]"
        if node.level not in levels:
            yield not_found(f"{place}.level", node.level, "levels")
            continue
        order, level = levels[node.level]
        parent = nodes.get(node.parent) if node.parent else None
        if parent is not None and parent.level in levels:
            parent_order, parent_level = levels[parent.level]
            if parent_order >= order:
                values = {"level": shown(level.name), "parent_level": shown(parent_level.name), "list": "levels"}
                yield Problem("pack.parent_level", f"{place}.parent", values)
        if level.role in _CODED and node.code is None:
            yield Problem("pack.code_missing", f"{place}.code", {"level": shown(level.name), "list": "levels"})
        elif level.role not in _CODED and node.code is not None:
            values = {"text": shown(node.code), "level": shown(level.name), "list": "levels"}
            yield Problem("pack.code_unwanted", f"{place}.code", values)
        elif node.code is not None:
            coded.append((f"{place}.code", fold_code(node.code)))
    yield from twice(coded, "levels")


def _marks_and_tags(plan: Plan) -> Found:
    marks = {mark.key: mark for mark in plan.marks}
    schemes = {scheme.key: scheme for scheme in plan.schemes}
    values = {scheme.key: {each.value for each in scheme.values} for scheme in plan.schemes}
    for index, node in enumerate(plan.nodes):
        place = f"nodes[{index}]"
        yield from twice([(f"{place}.marks[{n}].key", each.key) for n, each in enumerate(node.marks)], "marks")
        for n, mark in enumerate(node.marks):
            if mark.key not in marks:
                yield not_found(f"{place}.marks[{n}].key", mark.key, "marks")
            elif not marks[mark.key].known:
                yield Problem("pack.not_known", f"{place}.marks[{n}]", {"text": shown(mark.key), "list": "marks"})
        tags = [(f"{place}.tags[{n}]", f"{each.scheme} {each.value}") for n, each in enumerate(node.tags)]
        yield from twice(tags, "schemes")
        for n, tag in enumerate(node.tags):
            scheme = schemes.get(tag.scheme)
            if scheme is None:
                yield not_found(f"{place}.tags[{n}].scheme", tag.scheme, "schemes")
            elif not scheme.known:
                yield Problem("pack.not_known", f"{place}.tags[{n}]", {"text": shown(tag.scheme), "list": "schemes"})
            elif tag.value not in values[tag.scheme]:
                yield not_found(f"{place}.tags[{n}].value", tag.value, "schemes")


def _open_questions(plan: Plan) -> Found:
    asked = {row.field for row in plan.open}
    lost = [("marks", n, each.key, each.label) for n, each in enumerate(plan.marks) if not each.known]
    lost += [("schemes", n, each.key, each.name) for n, each in enumerate(plan.schemes) if not each.known]
    for name, index, key, label in lost:
        if not asked & {name, f"{name}.{key}"}:
            values = {"name": shown(label), "field": f"{name}.{key}", "list": "open"}
            yield Problem("pack.question_missing", f"{name}[{index}].known", values)


# --- years, days, numbers ---------------------------------------------------------------------------------------


def _years(plan: Plan) -> Found:
    spans = [("period", plan.period.from_, plan.period.to)]
    years: list[tuple[str, int | None]] = []
    for index, node in enumerate(plan.nodes):
        if node.schedule:
            place = f"nodes[{index}].schedule"
            spans.append((place, node.schedule.from_, node.schedule.to))
            if node.schedule.kind == "alternate" and node.schedule.from_ is None:
                yield Problem("pack.alternate_from", f"{place}.from")
        for n, indicator in enumerate(node.indicators):
            place = f"nodes[{index}].indicators[{n}].targets"
            years += [(f"{place}[{m}].year", target.year) for m, target in enumerate(indicator.targets)]
    for place, from_, to in spans:
        years += [(f"{place}.from", from_), (f"{place}.to", to)]
        if from_ is not None and to is not None and from_ > to:
            yield Problem("pack.years_reversed", f"{place}.to", {"from": from_, "to": to})
    for place, year in years:
        if year is not None and year not in YEARS:
            yield Problem("pack.year", place, {"year": year, "least": YEARS[0], "most": YEARS[-1]})


def _day(text: str) -> date | None:
    """The day of a text in the one form 2025-04-01."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def _days(plan: Plan) -> Found:
    for index, department in enumerate(plan.departments):
        days: list[date] = []
        for name, text in (("from", department.from_), ("to", department.to)):
            if text is None:
                continue
            day = _day(text)
            if day:
                days.append(day)
            else:
                yield Problem("pack.day", f"departments[{index}].{name}", {"text": shown(text)})
        if len(days) == 2 and days[0] > days[1]:
            values = {"from": department.from_, "to": department.to}
            yield Problem("pack.days_reversed", f"departments[{index}].to", values)


def _numbers(plan: Plan) -> Found:
    numbers: list[tuple[str, int | None, int]] = []
    for index, department in enumerate(plan.departments):
        numbers.append((f"departments[{index}].order", department.order, 0))
    for index, body in enumerate(plan.bodies):
        numbers.append((f"bodies[{index}].rhythm.per_year", body.rhythm.per_year if body.rhythm else None, 1))
    for index, node in enumerate(plan.nodes):
        numbers += [(f"nodes[{index}].narrative[{n}].pair", each.pair, 0) for n, each in enumerate(node.narrative)]
    for place, number, least in numbers:
        if number is not None and number < least:
            yield Problem("pack.too_small", place, {"number": number, "least": least})


def _crosswalk(plan: Plan) -> Found:
    for index, row in enumerate(plan.crosswalk):
        if not _NATIONAL_ITEM.fullmatch(row.item):
            yield Problem("pack.national_item", f"crosswalk[{index}].item", {"text": shown(row.item)})
    rows = [(f"crosswalk[{n}]", f"{each.node} {each.item} {each.version}") for n, each in enumerate(plan.crosswalk)]
    yield from twice(rows, "crosswalk")


_CHECKS: tuple[Callable[[Plan], Found], ...] = (
    *(_texts, check_ids, check_references, check_circles, _names, _owners, _levels, _tree, _marks_and_tags),
    *(_open_questions, _years, _days, _numbers, _crosswalk),
)
