"""What may be written into an answer: which fields there are, what they take, and when it can be submitted."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final, cast

from dxdesk.domain.errors import Problem
from dxdesk.domain.next_year import NO_DIRECTION, budget_typed, direction_word, with_budget, with_source
from dxdesk.domain.plan_parts import Indicator
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Answer, Budget, Discuss, Reading
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import CHOSEN
from dxdesk.domain.text import check_text

TEXT_FIELDS: Final = (
    "results", "issues", "next", "ask", "reason", "measures", "forecast", "effects", "private_memo", "to_secretariat",
)  # fmt: skip
NOT_SHOWN: Final = ("private_memo", "to_secretariat")
"""What never leaves the secretariat; the meeting neither sees nor changes it."""
LIST_FIELDS: Final = ("done_lines", "reason_codes", "paper_names")
FIELDS: Final = ("status", "stage", "discuss", "public", *TEXT_FIELDS, "direction", "budget", *LIST_FIELDS)
SOURCE: Final = "budget_source"
"""The part of the budget that is written beside it."""
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
NOT_MEASURED: Final = ("―", "-", "－", "—", "測れない")


def status_key(typed: str, settings: Settings) -> str:
    """The status for a key or the town's word for it. Raises Problem listing what can be chosen."""
    wanted = unicodedata.normalize("NFKC", typed).strip()
    for key in CHOSEN:
        if wanted in (key, settings.status_words[key]):
            return key
    choices = "、".join(f"{key}（{settings.status_words[key]}）" for key in CHOSEN)
    raise Problem("status.unknown", "status", {"text": typed, "choices": choices})


def read_number(typed: str, place: str) -> str:
    """A number as typed (full-width digits, thousands separators) as a decimal string. Raises Problem."""
    levelled = unicodedata.normalize("NFKC", typed).replace(",", "").replace(" ", "").replace("−", "-")
    match = _NUMBER.fullmatch(levelled.rstrip("%件人回円"))
    if match is None:
        raise Problem("number.form", place, {"text": typed})
    return format(Decimal(match[0]), "f")


def reading(indicator: Indicator, typed: str) -> Reading:
    """A value as typed for an indicator; a dash is 測れない. Raises Problem where a number is wanted."""
    text = check_text(typed, indicator.name, characters=100, lines=1).strip()
    if text in NOT_MEASURED:
        return Reading(indicator.id, None, text)
    if indicator.kind in ("number", "rate", "total"):
        return Reading(indicator.id, read_number(text, indicator.name), text)
    return Reading(indicator.id, text, text)


def with_indicator(answer: Answer, node: Node, name: str, typed: str | None) -> Answer:
    """The answer with the value of one indicator, found by name or id, or without it (None); values stand in the plan's
    order, so that the same answer is the same record however it was typed. Raises Problem naming those there are."""
    indicator = next((each for each in node.indicators if name in (each.name, each.id)), None)
    if indicator is None:
        near = "、".join(each.name for each in node.indicators) or "（指標は定めていません）"
        raise Problem("indicator.unknown", "indicator", {"text": name, "near": near})
    known = {each.id: each for each in answer.indicators if each.id != indicator.id}
    if typed is not None:
        known[indicator.id] = reading(indicator, typed)
    order = [each.id for each in node.indicators if each.id in known]
    return replace(answer, indicators=tuple(known[each] for each in dict.fromkeys((*order, *known))))


def with_field(answer: Answer, field: str, value: object, settings: Settings) -> Answer:
    """The answer with one field changed to a checked value; an empty text becomes None. Raises Problem.

    ``budget`` takes what ``with_budget`` reads or a Budget, ``budget_source`` 財源. A 方向性 that stands already stays
    whatever the town calls it today.
    """
    if field not in (*FIELDS, SOURCE):
        raise Problem("field.unknown", field, {"text": field, "near": "、".join(FIELDS)})
    if field in LIST_FIELDS:
        values: dict[str, Any] = {field: _list(field, value)}
        return replace(answer, **values)
    if field == "public":
        if not isinstance(value, bool):
            raise Problem("field.yes_no", field)
        return replace(answer, public=value)
    if isinstance(value, Budget) and field == "budget":
        return with_source(with_budget(answer, budget_typed(value)), value.source)
    if value is not None and not isinstance(value, str):
        raise Problem("field.text", field)
    if field in ("budget", SOURCE):
        return with_budget(answer, value) if field == "budget" else with_source(answer, value)
    text = check_text(value, field) if value else None
    if field in TEXT_FIELDS:
        values = {field: text if text and text.strip() else None}
        return replace(answer, **values)
    if field == "status":
        return replace(answer, status=status_key(text, settings) if text else None)
    if field == "stage":
        return replace(answer, stage=settings.stage_key(text) if text else None)
    if field == "direction":
        kept = text == answer.direction
        return replace(answer, direction=text if kept or not text else direction_word(text, settings))
    if text not in ("none", "discuss", "decide"):
        raise Problem("discuss.unknown", "discuss", {"text": text or ""})
    return replace(answer, discuss=cast(Discuss, text))


def _list(field: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
        raise Problem("field.list", field)
    return tuple(check_text(each, field, characters=200, lines=1) for each in value)


def field_value(field: str, typed: str) -> object:
    """A value given as ``KEY=VALUE`` on the command line: JSON for lists and yes/no, plain text otherwise."""
    if field in LIST_FIELDS or field == "public":
        try:
            return cast(object, json.loads(typed))
        except (json.JSONDecodeError, RecursionError):
            raise Problem("field.yes_no" if field == "public" else "field.json", field, {"text": typed}) from None
    return typed


def missing_fields(answer: Answer, *, direction: bool = False) -> tuple[str, ...]:
    """What is needed before submitting: the status, and one sentence of results unless it does not concern us; where
    the cycle needs a ``direction``, 次年度の方向性 of what goes on."""
    missing = []
    if answer.status is None:
        missing.append("status")
    if answer.status != "na" and not (answer.results or "").strip():
        missing.append("results")
    if direction and not answer.direction and answer.status not in NO_DIRECTION:
        missing.append("direction")
    return tuple(missing)
