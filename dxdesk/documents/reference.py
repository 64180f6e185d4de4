"""Reference data that prints: the checklists and the names of the national items."""

from __future__ import annotations

import json
from functools import cache

from dxdesk import paths
from dxdesk.domain.checklists import Checklist, checklists_from
from dxdesk.domain.crosswalk import NationalPlan, national_plan_from


@cache
def checklists() -> dict[str, Checklist]:
    """The checklists by id: preparation, submission, action, security, year-end, day, survey."""
    path = paths.data_root() / "database" / "reference" / "checklists.json"
    return checklists_from(json.loads(path.read_text(encoding="utf-8")))


@cache
def national_names() -> dict[str, str]:
    """Short names of the national items by code (N1 … S1, X)."""
    path = paths.data_root() / "database" / "reference" / "national_items.json"
    items = json.loads(path.read_text(encoding="utf-8"))["items"]
    return {each["code"]: each["short_name"] for each in items}


@cache
def national_plan() -> NationalPlan:
    """The versions of the national plan with their items."""
    path = paths.data_root() / "database" / "reference" / "national_items.json"
    return national_plan_from(json.loads(path.read_text(encoding="utf-8")))
