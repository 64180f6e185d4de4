"""The columns of a reply form and the marks by which it is found again, wherever its rows and columns went."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Final

from dxdesk.domain.records import canonical
from dxdesk.domain.reply_forms import FORM_FORMAT, NEXT_YEAR_FIELDS, AnswerField, ReplyForm

FORM_MARK: Final = "dxdesk-form/"
"""Begins the cell of the stamp; the other cells of its row are the keys of the columns."""
ROW_MARK: Final = "dxdesk-row/"
"""Begins the cell of a row's stamp."""
LISTS_SHEET: Final = "選択肢"


@dataclass(frozen=True)
class Column:
    """A column: its key, its head, its width in half-width characters, and whether it is there to be filled in."""

    key: str
    head: str
    width: float
    answer: bool = False
    centred: bool = False


CODE, STAMP, NAME = "code", "stamp", "name"
HEADS: Final[dict[AnswerField, str]] = {
    "status": "今の状況",
    "stage": "実施段階",
    "results": "今回の実績",
    "issues": "課題",
    "next": "次にすること",
    "discuss": "会議で協議",
    "ask": "決めてほしいこと",
    "direction": "次年度の方向性",
    "budget": "次年度の予算（千円）",
    "budget_source": "財源",
}
"""Answer columns as people call them, in the file and in what is said about it."""

_VALUE_HEAD: Final = "指標の値"

_PREVIOUS: Final[dict[AnswerField, tuple[str, float]]] = {
    "status": ("前回の\n状況", 7.5),
    "stage": ("前回の\n段階", 8),
    "results": ("前回の実績", 16),
    "issues": ("前回の課題", 13),
    "next": ("前回の\n次にすること", 13),
    "ask": ("前回の\n決めてほしいこと", 12),
    "direction": ("前回の\n方向性", 9),
    "budget": ("前回の\n予算", 10),
}
_WIDTHS: Final[dict[AnswerField, float]] = {
    "status": 8.5,
    "stage": 8.5,
    "results": 27,
    "issues": 20,
    "next": 20,
    "discuss": 9,
    "ask": 14,
    "direction": 11,
    "budget": 11,
    "budget_source": 11,
}
_TWO_LINES: Final = {
    "会議で協議": "会議で\n協議",
    "決めてほしいこと": "決めて\nほしいこと",
    "次年度の方向性": "次年度の\n方向性",
    "次年度の予算（千円）": "次年度の\n予算（千円）",
}
_RARE: Final[tuple[AnswerField, ...]] = ("ask", "direction", "budget")
"""What was said of these last time has a column only where anybody said something."""
_REQUIRED: Final[tuple[AnswerField, ...]] = ("status", "results")
_CENTRED: Final[tuple[AnswerField, ...]] = ("status", "stage", "discuss", "direction", "budget")


def previous_key(field: str) -> str:
    """The key of the column that shows a field as it was last time."""
    return f"previous.{field}"


def indicator_key(number: int) -> str:
    """The key of the column for the value of an initiative's n-th indicator, from 0."""
    return f"indicator.{number}"


def known_indicator_key(number: int) -> str:
    """The key of the column that says which indicator that is."""
    return f"indicator.{number}.known"


def form_columns(form: ReplyForm) -> tuple[Column, ...]:
    """The columns of a form from the left. The stamp stands between number and name, so that whoever sorts the visible
    columns takes it along."""
    longest = max((len(row.code) for row in form.rows), default=1)
    found = [
        Column(CODE, "番号", max(5, 1.5 + 1.3 * longest), centred=True),
        Column(STAMP, "", 10),
        Column(NAME, "取組", 18.5),
    ]
    for field, head in HEADS.items():
        if field in NEXT_YEAR_FIELDS and not form.directions:
            continue
        if field in _PREVIOUS and (field not in _RARE or _said_before(form, field)):
            before, width = _PREVIOUS[field]
            found.append(Column(previous_key(field), before, width, centred=field in _CENTRED))
        words = f"{head}\n（必須）" if field in _REQUIRED else _TWO_LINES.get(head, head)
        if field == "direction" and form.direction_needed:
            words += "（必須）"
        found.append(Column(field, words, _WIDTHS[field], answer=True, centred=field in _CENTRED))
        if field == "stage":
            found += _indicator_columns(form)
    return tuple(found)


def _said_before(form: ReplyForm, field: AnswerField) -> bool:
    return any(row.previous and getattr(row.previous, field) for row in form.rows)


def _indicator_columns(form: ReplyForm) -> list[Column]:
    count = max((len(row.indicators) for row in form.rows), default=0)
    found = []
    for number in range(count):
        which = str(number + 1) if count > 1 else ""
        found.append(Column(known_indicator_key(number), f"指標{which}", 13))
        found.append(Column(indicator_key(number), f"指標{which}\nの値", 8, answer=True, centred=True))
    return found


def answer_head(key: str) -> str:
    """An answer column as people call it."""
    return next((head for field, head in HEADS.items() if field == key), _VALUE_HEAD)


def stamp_text(mark: str, stamp: object, check: str) -> str:
    """A stamp as its cell holds it."""
    return f"{mark}{FORM_FORMAT} {canonical({**asdict(stamp), 'check': check})}"  # type: ignore[call-overload]


def subject_of(code: str, name: str) -> str:
    """What a row shows of itself, for its check value."""
    return f"{code} {name}"
