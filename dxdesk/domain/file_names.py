"""What files that travel are called, unless somebody renames them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final, Literal

from dxdesk.domain.calendar import fiscal_year_short
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.packages import KIND_WORDS, SUFFIX, PackageKind
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.reply_forms import FORM_SUFFIX, FORM_WORD

FileKind = PackageKind | Literal["form", "letter", "submission", "handwriting", "guidance"]

_WORDS: Final[Mapping[str, str]] = dict(
    KIND_WORDS.items(),
    form=FORM_WORD,
    letter="照会文",
    submission="提出前点検表",
    handwriting="記入票",
    guidance="記入要領",
)
_SUFFIXES: Final[Mapping[str, str]] = {
    "form": FORM_SUFFIX,
    "letter": ".pdf",
    "submission": ".pdf",
    "handwriting": ".pdf",
    "guidance": ".pdf",
}
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f\s]+')
_NUMBER: Final = re.compile(r"第([0-9]{1,3})回")
_SIGNS: Final = 4
"""So many signs of an id tell apart what has the same number, or none."""


def file_name(
    kind: FileKind, cycle: Cycle | None, department: Department | None = None, *, town: str = "", in_ascii: bool = False
) -> str:
    """令和6年度第2回_町民生活課_回答.dxd, or R6-2_03-81ca_reply.dxd for gateways that garble Japanese names: 03 is the
    department's place in 建制順, 81ca the beginning of its id. What is about no cycle is named after the town."""
    suffix = _SUFFIXES.get(kind, SUFFIX)
    if in_ascii:
        parts = [_cycle_code(cycle) if cycle else "", _department_code(department) if department else "", kind]
    else:
        parts = [cycle.name if cycle else town, department.name if department else "", _WORDS[kind]]
        parts = [_NOT_IN_NAMES.sub("", each).strip(".") for each in parts]
    return "_".join(each for each in parts if each) + suffix


def _cycle_code(cycle: Cycle) -> str:
    """R6-2 for 令和6年度 第2回."""
    number = _NUMBER.search("".join(unicodedata.normalize("NFKC", cycle.name).split()))
    return f"{fiscal_year_short(cycle.fiscal_year)}-{int(number[1]) if number else _signs(cycle.id)}"


def _department_code(department: Department) -> str:
    return f"{department.order:02}-{_signs(department.id)}"


def _signs(identity: str) -> str:
    return re.sub(r"[^0-9A-Za-z]", "", identity)[:_SIGNS]
