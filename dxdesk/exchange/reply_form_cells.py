"""The answer cells of a reply form: what stands in them as an answer, or what is the matter with each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from dxdesk.domain.calendar import parse_date, table_date
from dxdesk.domain.errors import Problem
from dxdesk.domain.reply_forms import ANSWER_FIELDS, AnswerField, FormStamp, RowStamp, doubtful_share
from dxdesk.domain.text import NAME_CHARACTERS, check_line, check_text, fold
from dxdesk.exchange.foreign_workbook import ForeignCell, ForeignSheet, shown_text
from dxdesk.exchange.reply_form_columns import answer_head, indicator_key
from dxdesk.exchange.reply_form_parts import cell_name
from dxdesk.wording.reply_forms import CONFIRMED, DISCUSS_WORDS, HEAD, WHO

_VALUE_CHARACTERS: Final = 100
_UNKNOWN: Final[dict[str, str]] = {
    "status": "status.unknown",
    "stage": "stage.unknown",
    "discuss": "reply_form.discuss",
}


@dataclass(frozen=True)
class RowCells:
    """A row of a form, with its columns by key."""

    sheet: ForeignSheet
    row: int
    columns: Mapping[str, int]
    form: FormStamp

    def written(self) -> dict[str, str]:
        """What stands in the answer cells, by the key of the column: the same however the file was saved."""
        keys = [key for key in self.columns if key in ANSWER_FIELDS or _is_value(key)]
        texts = {key: self._text(key) for key in sorted(keys)}
        return {key: text for key, text in texts.items() if text or self._at(key) in self.sheet.formulas}

    def repeat_heads(self) -> bool:
        """Whether the row only says the heads once more."""
        for key, text in self.written().items():
            head = fold(answer_head(key).removesuffix("の値"))
            if not fold(text).startswith(head):
                return False
        return True

    def fields(self, problems: list[Problem]) -> dict[AnswerField, str | None]:
        """The answer, without what cannot be taken; that is added to ``problems``."""
        found: dict[AnswerField, str | None] = {}
        for field in ANSWER_FIELDS:
            if field not in self.columns:
                continue
            try:
                found[field] = self._field(field)
            except Problem as problem:
                problems.append(problem)
        return found

    def indicators(self, stamp: RowStamp, problems: list[Problem]) -> dict[str, str | None]:
        """The values of the indicators by id, as typed; None for an empty cell."""
        found: dict[str, str | None] = {}
        for number, indicator in enumerate(stamp.indicators):
            key = indicator_key(number)
            if key not in self.columns:
                continue
            try:
                text = self._checked(key, _VALUE_CHARACTERS).strip()
                cell = self.sheet.cell(self._at(key))
                if cell and cell.kind == "number" and doubtful_share(text, indicator.unit):
                    percent = f"{float(text) * 100:.10g}"
                    raise Problem("reply_form.share", self._place(key), {"text": text, "percent": percent})
                found[indicator.id] = text or None
            except Problem as problem:
                problems.append(problem)
        return found

    def _field(self, field: AnswerField) -> str | None:
        text = self._checked(field)
        if field in ("status", "stage", "discuss"):
            choices = {"status": self.form.statuses, "stage": self.form.stages, "discuss": DISCUSS_WORDS}[field]
            blank = "none" if field == "discuss" else None
            return self._choice(field, text, choices) if text.strip() else blank
        return text if text.strip() else None

    def _choice(self, field: AnswerField, text: str, choices: tuple[tuple[str, str], ...]) -> str:
        for key, word in choices:
            if fold(text) in (fold(word), key):
                return key
        values = {"text": shown_text(text), "choices": "、".join(word for _, word in choices)}
        raise Problem(_UNKNOWN[field], self._place(field), values)

    def _checked(self, key: str, characters: int | None = None) -> str:
        at, place = self._at(key), self._place(key)
        if at in self.sheet.formulas:
            raise Problem("reply_form.formula", place)
        if any(top <= at[0] <= bottom and left <= at[1] <= right for top, left, bottom, right in self.sheet.merged):
            raise Problem("reply_form.merged", place)
        cell = self.sheet.cell(at)
        if cell is not None and cell.kind == "broken":
            raise Problem("reply_form.broken_value", place)
        text = self._text(key)
        return check_text(text, place, characters=characters) if characters else check_text(text, place)

    def _at(self, key: str) -> tuple[int, int]:
        return self.row, self.columns[key]

    def _text(self, key: str) -> str:
        cell = self.sheet.cell(self._at(key))
        return cell_text(cell) if cell else ""

    def _place(self, key: str) -> str:
        head = answer_head(key)
        return f"{self.sheet.name} {head} {cell_name(*self._at(key))}"


def _is_value(key: str) -> bool:
    start, _, number = key.partition(".")
    return start == "indicator" and number.isdecimal()


def cell_text(cell: ForeignCell) -> str:
    """A cell as text; a day is written as in tables (R7.2.13), ends of lines are alike."""
    if cell.kind == "day":
        try:
            return table_date(date.fromisoformat(cell.text))
        except (ValueError, Problem):
            return cell.text
    return cell.text.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True)
class People:
    """Who filled the form in and who confirmed it, and the same as written."""

    author: str | None
    confirmer: str | None
    confirmed: date | None
    written: tuple[str, ...]


def read_people(sheet: ForeignSheet, above: int, made: str, problems: list[Problem]) -> People:
    """What stands beside 記入者, 所属長 and 確認日 in the rows ``above`` the keys; a day without a year is one near the
    moment the form was made."""
    found = {label: _beside(sheet, above, label) for label in (WHO, HEAD, CONFIRMED)}
    names: dict[str, str | None] = {}
    for label in (WHO, HEAD):
        place, text = found[label]
        try:
            names[label] = check_line(text, f"{sheet.name} {label} {place}", characters=NAME_CHARACTERS) or None
        except Problem as problem:
            names[label] = None
            problems.append(problem)
    place, text = found[CONFIRMED]
    day = None
    if text.strip():
        try:
            day = parse_date(text, today=date.fromisoformat(made[:10]))
        except (Problem, ValueError):
            where = f"{sheet.name} {CONFIRMED} {place}"
            problems.append(Problem("reply_form.confirmed", where, {"text": shown_text(text)}))
    return People(names[WHO], names[HEAD], day, tuple(text for _, text in found.values()))


def _beside(sheet: ForeignSheet, above: int, label: str) -> tuple[str, str]:
    """The first filled cell to the right of a label, before another label: its name and text."""
    labels = {fold(each) for each in (WHO, HEAD, CONFIRMED)}
    for (row, column), cell in sheet.cells():
        if row < above and fold(cell.text) == fold(label):
            for right, beside in sorted(sheet.row(row).items()):
                if right > column:
                    text = cell_text(beside)
                    return (cell_name(row, right), "" if fold(text) in labels else text)
    return "", ""
