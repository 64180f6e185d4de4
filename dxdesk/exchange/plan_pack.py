"""Plan packs: a town's whole plan as one JSON file (format 1), read strictly and written in one canonical form."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import fields

from dxdesk.domain.errors import Problem
from dxdesk.domain.plan_checks import MOST_PROBLEMS, check_plan
from dxdesk.domain.plan_records import json_name, plan_record
from dxdesk.domain.plan_references import shown
from dxdesk.domain.plans import Node, Plan
from dxdesk.exchange.shape import Shape
from dxdesk.exchange.strict_json import JsonObject, read_json

FORMAT = 1
MOST_BYTES = 4 * 1024 * 1024
DEEPEST = 12

_IGNORED = "revision"  # added where a stored plan is printed
_LABELS = ("short_name", "name", "term", "title", "heading", "label", "key", "text", "question")
_LIST_ITEM = re.compile(r"(\w+)\[(\d+)\]")
_KEYS = tuple(json_name(each.name) for each in fields(Plan))
# What other places lean on: a list, an entry of it, and the fields by which entries are found.
_LEANED_ON = re.compile(
    r"nodes(\[\d+\](\.id)?)?"
    r"|(?!nodes\b)\w+(\[\d+\](\.(id|name|key|role|known|field|values(\[\d+\](\.value)?)?))?)?"
)


def read_pack(text: str | bytes, place: str) -> Plan:
    """The plan of a pack; ``place`` is the name of the file. Nothing that the form does not know is let through.

    Raises Problem ``pack.invalid`` whose ``problems`` are all that was found, in the order of the file, each with
    its path in the file and, where known, the code and name of what stands there.
    """
    try:
        value = read_json(text, size=MOST_BYTES, depth=DEEPEST)
    except Problem as problem:
        raise _refused(place, [Problem(problem.code, place, problem.values)]) from None
    if not isinstance(value, JsonObject):
        raise _refused(place, [Problem("pack.not_a_pack", place)])
    written = next((inner for key, inner in value if key == "format"), None)
    if type(written) is int and written != FORMAT:
        raise _refused(place, [Problem("pack.format", "format", {"format": written, "known": FORMAT})])
    shape = Shape()
    plan: Plan = shape.read(Plan, JsonObject(pair for pair in value if pair[0] != _IGNORED))
    problems = [*shape.problems, *_independent(check_plan(plan), [each.place for each in shape.problems])]
    if problems:
        ordered = sorted(problems, key=lambda each: _order(each.place))[:MOST_PROBLEMS]
        raise _refused(place, [Problem(each.code, _named(plan, each.place), each.values) for each in ordered])
    return plan


def pack_text(plan: Plan) -> str:
    """The one form of a pack: keys in the order of the format, two spaces of indent, a line end after the last line.

    ``read_pack`` of it is the same plan again.
    """
    return json.dumps(plan_record(plan), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _refused(place: str, problems: Sequence[Problem]) -> Problem:
    return Problem("pack.invalid", place, {"file": place, "count": len(problems)}, problems=problems)


def _independent(found: Sequence[Problem], wrong: Sequence[str]) -> list[Problem]:
    """Of what the checks found, what is not merely a consequence of a place that could not be read."""
    spoilt = {each.split("[")[0].split(".")[0] for each in wrong if _LEANED_ON.fullmatch(each)}
    return [
        each
        for each in found
        if not spoilt & set(str(each.values.get("list", "")).split("・"))
        and not any(_within(each.place, spot) or _within(spot, each.place) for spot in wrong)
    ]


def _within(place: str, spot: str) -> bool:
    return place == spot or place.startswith((spot + ".", spot + "["))


def _order(place: str) -> tuple[int, int, str]:
    key, item = re.split(r"[.\[]", place)[0], _LIST_ITEM.match(place)
    return _KEYS.index(key) if key in _KEYS else len(_KEYS), int(item[2]) if item else -1, place


def _named(plan: Plan, place: str) -> str:
    """A path with the code and name of the node, department, term … it leads to; 計画 for the plan's own fields."""
    item = _LIST_ITEM.match(place)
    elements = getattr(plan, item[1], ()) if item and item[1] in _KEYS else ()
    if item is None:
        return f"{place}（計画）"
    if int(item[2]) >= len(elements):
        return place
    element = elements[int(item[2])]
    label = next((text for name in _LABELS if isinstance(text := getattr(element, name, None), str) and text), "")
    words = [element.code if isinstance(element, Node) and element.code else "", shown(label)]
    name = " ".join(each for each in words if each)
    return f"{place}（{name}）" if name else place
