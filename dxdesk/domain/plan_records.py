"""A plan as plain values for canonical JSON, and back. What comes back was checked before it was stored."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from dxdesk.domain.plans import Plan


def json_name(name: str) -> str:
    """The name of a field in a pack: ``from_`` is written ``from``."""
    return name.rstrip("_")


def plain(value: object) -> object:
    """Frozen values as dicts and lists, in the order of their fields."""
    if is_dataclass(value):
        return {json_name(each.name): plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value


def plan_record(plan: Plan) -> dict[str, object]:
    """The plan with the names and the order of pack format 1."""
    record = plain(plan)
    assert isinstance(record, dict)
    return record


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        readers = [(each.name, json_name(each.name), _reader(hints[each.name])) for each in fields(kind)]

        def read(value: Mapping[str, Any]) -> Any:
            return kind(**{name: reader(value[key]) for name, key, reader in readers if key in value})  # type: ignore[operator]

        return read
    origin = get_origin(kind)
    if origin is tuple:
        inner = _reader(get_args(kind)[0])
        return lambda value: tuple(inner(each) for each in value)
    if origin in (Union, types.UnionType):
        choices = [each for each in get_args(kind) if is_dataclass(each) or get_origin(each) is tuple]
        if choices:
            inner = _reader(choices[0])
            return lambda value: inner(value) if isinstance(value, dict | list) else value
    return lambda value: value


def plan_from_record(record: Mapping[str, object]) -> Plan:
    """The plan of a stored record; keys that are absent take their empty value. No checks: see plan packs."""
    plan = _reader(Plan)(record)
    assert isinstance(plan, Plan)
    return plan
