"""The reply form of a department as a spreadsheet: what is written into it and what comes back.

Each row and the form as a whole carry a check value. It finds damage and rows of another form; it is no signature.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Final, Literal, get_args

from dxdesk.domain.errors import Problem
from dxdesk.domain.plan_parts import Indicator
from dxdesk.domain.records import digest
from dxdesk.domain.replies import Answer, Reading
from dxdesk.domain.statuses import CHOSEN, as_status
from dxdesk.domain.text import fold

FORM_FORMAT: Final = 1
FORM_WORD: Final = "回答票"
FORM_SUFFIX: Final = ".xlsx"
SPREADSHEET_SUFFIXES: Final = (FORM_SUFFIX, ".xls", ".ods", ".xlsm", ".xlsb")
"""How the names of spreadsheets end, also of those that are refused."""
"""What the file of a form is called, and how its name ends."""
CSV: Final = ".csv"
"""How the name of a table ends from which a form cannot be read."""
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
AnswerField = Literal[
    "status", "stage", "results", "issues", "next", "discuss", "ask", "direction", "budget", "budget_source"
]
ANSWER_FIELDS: Final[tuple[AnswerField, ...]] = get_args(AnswerField)
"""What a form asks of every initiative, in the order of its columns."""
NEXT_YEAR_FIELDS: Final[tuple[AnswerField, ...]] = ("direction", "budget", "budget_source")
"""What only the form of a cycle that asks about the next fiscal year has."""


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).utcoffset() is not None
    except ValueError:
        return False


@dataclass(frozen=True)
class FormRow:
    """An initiative as it is asked. ``base`` is the revision its answer starts from (None: none yet), ``previous`` what
    the department said last time, ``current`` what it has said so far."""

    unit: str
    code: str
    name: str
    base: str | None
    question: str
    previous: Answer | None
    current: Answer
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True)
class ReplyForm:
    """The form of one department in one cycle.

    ``id`` is a UUID of its own; ``made`` an ISO moment; ``statuses`` and ``stages`` are what can be chosen, as (key,
    the town's word); ``guide`` is the number of characters a text should keep to. ``directions`` are the words of
    次年度の方向性 where the cycle asks about the next fiscal year.
    """

    id: str
    database: str
    plan: str
    plan_title: str
    town: str
    cycle: str
    cycle_name: str
    department: str
    department_name: str
    as_of: date
    due: date
    made: str
    statuses: tuple[tuple[str, str], ...]
    stages: tuple[tuple[str, str], ...]
    rows: tuple[FormRow, ...]
    guide: int = 120
    directions: tuple[str, ...] = ()
    direction_needed: bool = False


@dataclass(frozen=True)
class FormStamp:
    """What a form says of itself where nobody sees it: whose it is, and what can be chosen in it."""

    format: int
    id: str
    database: str
    plan: str
    cycle: str
    department: str
    made: str
    statuses: tuple[tuple[str, str], ...]
    stages: tuple[tuple[str, str], ...]

    def check(self) -> str:
        """The check value of the form."""
        return digest(asdict(self))

    def sound(self) -> bool:
        """Whether it says what the program itself could have written: anybody can work out a check value."""
        ids = (self.id, self.database, self.plan, self.cycle, self.department)
        pairs = (*self.statuses, *self.stages)
        return (
            all(_UUID.fullmatch(each) for each in ids)
            and all(len(pair) == 2 and all(pair) for pair in pairs)
            and all(as_status(key) in CHOSEN for key, _ in self.statuses)
            and _is_moment(self.made)
        )


def form_stamp(form: ReplyForm) -> FormStamp:
    """The stamp of a form."""
    return FormStamp(
        FORM_FORMAT,
        form.id,
        form.database,
        form.plan,
        form.cycle,
        form.department,
        form.made,
        form.statuses,
        form.stages,
    )


@dataclass(frozen=True)
class AskedIndicator:
    """An indicator as a row asks for it: its id and the unit its values are in."""

    id: str
    unit: str | None


@dataclass(frozen=True)
class RowStamp:
    """What a row says of itself: the initiative, the revision its answer starts from, and its indicators in the order
    of their columns."""

    unit: str
    base: str | None
    indicators: tuple[AskedIndicator, ...]

    def sound(self) -> bool:
        """Whether it says what the program itself could have written."""
        ids = (self.unit, *(each.id for each in self.indicators))
        return all(_UUID.fullmatch(each) for each in ids) and (self.base is None or bool(_DIGEST.fullmatch(self.base)))

    def check(self, form: FormStamp, subject: str) -> str:
        """The check value of the row in a form; ``subject`` is what it shows as number and name, so that a row whose
        answers were sorted away from it is found."""
        said = {"form": form.id, "plan": form.plan, "cycle": form.cycle, "department": form.department}
        return digest({**said, **asdict(self), "subject": fold(subject)})


def row_stamp(row: FormRow) -> RowStamp:
    """The stamp of a row."""
    return RowStamp(row.unit, row.base, tuple(AskedIndicator(each.id, each.unit) for each in row.indicators))


@dataclass(frozen=True)
class FormAnswer:
    """A row that came back.

    ``fields`` holds what stands in its answer cells: keys for ``status``, ``stage`` and ``discuss``, else the text,
    None for an empty cell; a field whose column is gone is absent. ``indicators`` are values as typed by id, likewise.
    ``row_number`` is the row on the sheet; ``problems`` is what cannot be taken as it is (that field is left out).
    """

    unit: str
    base: str | None
    code: str
    name: str
    fields: Mapping[AnswerField, str | None]
    indicators: Mapping[str, str | None]
    row_number: int
    problems: tuple[Problem, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing at all was answered."""
        said = (value for field, value in self.fields.items() if not (field == "discuss" and value == "none"))
        return not any(said) and not any(self.indicators.values()) and not self.problems


@dataclass(frozen=True)
class FormReply:
    """A form that came back: its stamp, who filled it in, and its rows in the order of the sheet.

    ``key`` is SHA-256 over the form's id and its answer cells: the same answers are the same reply, however the file
    was saved. ``author``, ``confirmer`` and ``confirmed`` are the cells 記入者, 所属長 and 確認日;
    ``problems`` are those that belong to no row.
    """

    id: str
    database: str
    plan: str
    cycle: str
    department: str
    made: str
    key: str
    rows: tuple[FormAnswer, ...]
    author: str | None = None
    confirmer: str | None = None
    confirmed: date | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nobody has written anything into it yet."""
        return all(row.blank for row in self.rows) and not self.all_problems()

    def all_problems(self) -> tuple[Problem, ...]:
        """Everything that cannot be taken as it is, in the order of the sheet."""
        return (*self.problems, *(problem for row in self.rows for problem in row.problems))


def check_addressed(reply: FormReply, place: str, *, database: str, plan: str, cycle: str) -> None:
    """Refuse a form of another town, plan or cycle; ``place`` is the file. Raises Problem."""
    if reply.database != database:
        raise Problem("reply_form.other_database", place)
    if reply.plan != plan:
        raise Problem("reply_form.other_plan", place)
    if reply.cycle != cycle:
        raise Problem("reply_form.other_cycle", place)


def check_department(reply: FormReply, place: str, departments: Collection[str], units: Collection[str]) -> None:
    """Refuse a form of a department that is not among ``departments``, or with an initiative that is not among
    ``units`` (what the department is asked). Raises Problem."""
    if reply.department not in departments:
        raise Problem("reply_form.other_department", place)
    strange = [row for row in reply.rows if row.unit not in units]
    if strange:
        found = [Problem("reply_form.not_asked", f"{row.row_number}行目", {"code": row.code}) for row in strange]
        raise Problem("reply_form.invalid", place, problems=found)


def typed_value(reading: Reading | None) -> str:
    """A value of an indicator as a cell shows it: as it was typed, where that is known."""
    if reading is None:
        return ""
    return reading.as_typed or reading.value or ""


_BETWEEN_ZERO_AND_ONE: Final = re.compile(r"0?\.\d+")


def doubtful_share(number: str, unit: str | None) -> bool:
    """Whether a number that a spreadsheet holds may be 0.76 where it shows 76 %: the unit is a percentage and the
    number a fraction below one."""
    return bool(unit and "%" in fold(unit) and _BETWEEN_ZERO_AND_ONE.fullmatch(number.lstrip("-")))
