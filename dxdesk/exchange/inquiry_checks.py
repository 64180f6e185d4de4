"""What an inquiry, a plan or a snapshot carries: contents to be read, keys that fit, cycles that hold together."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Final, Literal

from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import Content, Inquiry, Numbered, PlanNews, SentAction, SentCycle, Stamp
from dxdesk.domain.paper import LATER_KEYS as LATER_ON_PAPER
from dxdesk.domain.paper import USUAL, Paper
from dxdesk.domain.plan_checks import YEARS
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import LATER_KEYS, Stage, check_settings, settings_from
from dxdesk.exchange.package_checks import (
    Found,
    check_answer,
    check_days,
    check_form,
    check_ids,
    check_name,
    check_once,
)
from dxdesk.exchange.plan_pack import read_pack
from dxdesk.exchange.sealing import NotGenuine, check_opening_key, check_signing_key, public_of
from dxdesk.exchange.shape import Shape
from dxdesk.exchange.strict_json import JsonObject, read_json

_SETTINGS_DEPTH: Final = 4


@dataclass(frozen=True)
class _Words:
    late: str
    warn: str
    stop: str
    ok: str
    done: str
    none: str
    na: str
    miss: str


@dataclass(frozen=True)
class _SettingsForm:
    status_words: _Words
    stages: tuple[Stage, ...]
    stage_scale: int
    action_word: str
    quorum: Literal["majority", "half"]
    proxy_counts: bool
    guide_characters: int
    paper: Paper


def check_inquiry(body: Inquiry, stamp: Stamp, key: str) -> Found:
    """照会 and 閲覧, signed with a key: what a database can be made from."""
    read = [_plan(each, stamp) for each in body.plans]
    for number, (carried, plan) in enumerate(zip(body.plans, read, strict=True)):
        yield from _plan_content(carried, plan, f"plans[{number}]")
    for number, settings in enumerate(body.settings):
        yield from check_form(f"settings[{number}].number", settings.number > 0)
        yield from check_form(f"settings[{number}].content", _are_settings(settings.content))
    yield from check_name("town", body.town)
    yield from _departments(body, stamp)
    plans, words = _names(body.plans), _names(body.settings)
    for number, cycle in enumerate(body.cycles):
        place = f"cycles[{number}]"
        yield from _cycle(cycle, place)
        yield from check_form(f"{place}.plan_revision", cycle.plan_revision in plans)
        yield from check_form(f"{place}.settings_revision", cycle.settings_revision in words)
    cycles = [each.id for each in body.cycles]
    yield from check_once("cycles", cycles)
    yield from check_form("cycles", stamp.cycle is None or cycles[-1:] == [stamp.cycle])
    for number, slot in enumerate(body.slots):
        yield from check_ids(f"slots[{number}]", slot.unit, slot.department)
    yield from check_once("slots", ((each.unit, each.department) for each in body.slots))
    for number, action in enumerate(body.actions):
        yield from _action(action, f"actions[{number}]")
    yield from check_once("actions", (each.id for each in body.actions))
    yield from _keys(body, stamp, key)
    if all(read):
        yield from _references(body, {node.id for plan in read if plan for node in plan.nodes})


def check_plan_news(body: PlanNews, stamp: Stamp) -> Found:
    """計画: a plan that can be read, and the one the package says it is about."""
    yield from _plan_content(body.plan, _plan(body.plan, stamp), "plan")


def _names(carried: tuple[Numbered, ...]) -> set[str]:
    return {hashlib.sha256(each.content.encode("utf-8")).hexdigest() for each in carried}


def _plan(numbered: Numbered, stamp: Stamp) -> Plan | None:
    """The plan that is carried, None where it cannot be read or is another one than the package is about."""
    try:
        plan = read_pack(numbered.content, "")
    except Problem:
        return None
    return plan if plan.uuid == stamp.plan else None


def _plan_content(numbered: Numbered, plan: Plan | None, place: str) -> Found:
    yield from check_form(f"{place}.number", numbered.number > 0)
    yield from check_form(f"{place}.content", plan is not None)


def _references(body: Inquiry, units: set[str]) -> Found:
    """Whatever is named travels along: departments, units of a plan, the cycles before."""
    departments = {each.id for each in body.departments}
    cycles: set[str] = set()
    for number, each in enumerate(body.departments):
        yield from check_form(f"departments[{number}].successor", {each.parent, each.successor} <= {None, *departments})
    for number, cycle in enumerate(body.cycles):
        place = f"cycles[{number}]"
        yield from check_form(f"{place}.previous", cycle.previous is None or cycle.previous in cycles)
        yield from check_form(f"{place}.units", {each.unit for each in cycle.units} <= units)
        said = {each.department for each in cycle.answers} <= {None, *departments}
        yield from check_form(f"{place}.answers", said and {each.unit for each in cycle.answers} <= units)
        cycles.add(cycle.id)
    for number, slot in enumerate(body.slots):
        yield from check_form(f"slots[{number}]", slot.unit in units and slot.department in departments)
    for number, action in enumerate(body.actions):
        known = {action.unit} <= {None, *units} and set(action.departments) <= departments and action.cycle in cycles
        yield from check_form(f"actions[{number}]", known)


def _are_settings(content: Content) -> bool:
    try:
        value = read_json(content, size=len(content.encode("utf-8")), depth=_SETTINGS_DEPTH)
        shape = Shape(exact=True)
        pairs = value if isinstance(value, JsonObject) else JsonObject()
        known = JsonObject(pair for pair in pairs if pair[0] not in ("revision", *LATER_KEYS))
        shape.read(_SettingsForm, JsonObject((key, _whole(each) if key == "paper" else each) for key, each in known))
        if not shape.problems:
            check_settings(settings_from(json.loads(content)))
    except Problem:
        return False
    return not shape.problems


def _whole(written: object) -> object:
    """What stands under ``paper`` with the keys that a record leaves out while they are as they come."""
    if not isinstance(written, JsonObject):
        return written
    given = {key for key, _ in written}
    usual = {key: getattr(USUAL, key) for key in LATER_ON_PAPER if key not in given}
    return JsonObject(
        [*written, *((key, list(each) if isinstance(each, tuple) else each) for key, each in usual.items())]
    )


def _departments(body: Inquiry, stamp: Stamp) -> Found:
    for number, each in enumerate(body.departments):
        place = f"departments[{number}]"
        yield from check_ids(place, each.id, each.parent, each.successor)
        yield from check_days(place, each.from_, each.to)
        yield from check_name(f"{place}.name", each.name)
    ids = [each.id for each in body.departments]
    yield from check_once("departments", ids)
    yield from check_form("department", stamp.department is None or stamp.department in ids)


def _cycle(cycle: SentCycle, place: str) -> Found:
    yield from check_ids(f"{place}.id", cycle.id, cycle.previous)
    yield from check_name(f"{place}.name", cycle.name)
    yield from check_days(place, cycle.as_of, cycle.due, cycle.meeting)
    yield from check_form(f"{place}.fiscal_year", cycle.fiscal_year in YEARS)
    for number, unit in enumerate(cycle.units):
        yield from check_ids(f"{place}.units[{number}]", unit.unit)
    for number, each in enumerate(cycle.answers):
        yield from check_ids(f"{place}.answers[{number}]", each.unit, each.department)
        yield from check_answer(each.answer, f"{place}.answers[{number}].answer")
    yield from check_once(f"{place}.units", (each.unit for each in cycle.units))
    yield from check_once(f"{place}.answers", ((each.unit, each.department) for each in cycle.answers))


def _action(action: SentAction, place: str) -> Found:
    yield from check_ids(place, action.id, action.meeting, action.cycle, action.body, action.unit, *action.departments)
    yield from check_name(f"{place}.body_name", action.body_name)
    yield from check_days(place, action.day, action.due)
    yield from check_form(f"{place}.number", action.number > 0)


def _keys(body: Inquiry, stamp: Stamp, key: str) -> Found:
    """The sender's keys are those it signed with; who may only read gets no key to answer with."""
    try:
        check_signing_key(body.sender_key)
        check_opening_key(body.opening_key)
        if stamp.kind == "inquiry" or body.reply_key:
            public_of(body.reply_key)
        right = body.sender_key == key
    except NotGenuine:
        right = False
    yield from check_form("keys", right)
