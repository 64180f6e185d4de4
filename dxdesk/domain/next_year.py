"""次年度の方向性 and 予算要求 in an answer: which cycles ask about them, what they take, and how they are typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.replies import Answer, Budget
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import CHOSEN
from dxdesk.domain.text import check_line, fold

AUTUMN: Final = (8, 9, 10, 11)
"""Months of 基準日 in which a 中間 cycle asks about the next year: the budget is asked for after it."""

FINISHED: Final = ("done", "na")
"""Statuses of units that do not go on into the next year: nobody is asked for a 方向性 of them."""

LEFT_TO_MEETING: Final = ("stop",)
"""Statuses of units whose 方向性 the meeting decides where their department says none: how they go on is in doubt."""

NO_DIRECTION: Final = tuple(each for each in CHOSEN if each in (*FINISHED, *LEFT_TO_MEETING))
"""Statuses that need no 方向性 of the department, in the order in which they are chosen."""

NOT_REQUESTED: Final = "要求しない"
AMOUNT_OPEN: Final = "額は未定"
"""What can be said of the budget instead of an amount in 千円."""

SOURCE_CHARACTERS: Final = 200
_AMOUNT: Final = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,3})?)(百万円|万円|千円|円)?")
_IN_THOUSANDS: Final[Mapping[str | None, Decimal]] = {
    None: Decimal(1),
    "千円": Decimal(1),
    "円": Decimal("0.001"),
    "万円": Decimal(10),
    "百万円": Decimal(1000),
}
_NOT_REQUESTED: Final = (NOT_REQUESTED, "しない", "なし")
_AMOUNT_OPEN: Final = (AMOUNT_OPEN, "未定", "要求する")


def asks_next_year(cycle: Cycle) -> bool:
    """Whether a cycle asks about the next fiscal year: that on the results of a year, and a 中間 one of the autumn."""
    return cycle.kind == "result" or (cycle.kind == "interim" and cycle.as_of.month in AUTUMN)


def needs_direction(cycle: Cycle) -> bool:
    """Whether an answer in a cycle has to say 方向性 (but for NO_DIRECTION): only that on the results of a year."""
    return cycle.kind == "result"


def direction_word(typed: str, settings: Settings) -> str:
    """The town's word for a 方向性 that was typed. Raises Problem listing what can be chosen."""
    for word in settings.directions:
        if fold(typed) == fold(word):
            return word
    raise Problem("direction.unknown", "direction", {"text": typed, "choices": "、".join(settings.directions)})


def _amount(typed: str) -> str:
    levelled = unicodedata.normalize("NFKC", typed).replace(",", "").replace("、", "").replace(" ", "")
    match = _AMOUNT.fullmatch(levelled)
    if match is None:
        raise Problem("budget.form", "budget", {"text": typed})
    text = format(Decimal(match[1]) * _IN_THOUSANDS[match[2]], "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def with_budget(answer: Answer, typed: str | None) -> Answer:
    """The answer with its budget as typed: an amount in 千円 (or with 円, 万円, 百万円 behind it), 要求しない,
    額は未定, or nothing. The source of the money stays, and so does what says the same already.
    Raises Problem for all else."""
    text = fold(typed or "")
    if text == fold(budget_typed(answer.budget)):
        return answer
    if not text:
        found = Budget()
    elif text in map(fold, _NOT_REQUESTED):
        found = Budget(requested=False)
    elif text in map(fold, _AMOUNT_OPEN):
        found = Budget(requested=True)
    else:
        found = Budget(True, _amount(typed or ""))
    return _with(answer, replace(found, source=answer.budget.source if answer.budget else None))


def with_source(answer: Answer, typed: str | None) -> Answer:
    """The answer with another 財源, one line. Raises Problem."""
    source = check_line(typed or "", "budget_source", characters=SOURCE_CHARACTERS)
    return _with(answer, replace(answer.budget or Budget(), source=source or None))


def _with(answer: Answer, budget: Budget) -> Answer:
    return replace(answer, budget=budget if budget != Budget() else None)


def amount_words(thousand_yen: str) -> str:
    """12,500: thousands set apart, no zeros behind the point; what is no number as it is."""
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", thousand_yen):
        return thousand_yen
    text = f"{Decimal(thousand_yen):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def budget_typed(budget: Budget | None) -> str:
    """The budget as it would be typed; empty where nothing is said of it."""
    if budget is None:
        return ""
    if budget.requested is False:
        return NOT_REQUESTED
    if budget.thousand_yen:
        return amount_words(budget.thousand_yen)
    return AMOUNT_OPEN if budget.requested else ""
