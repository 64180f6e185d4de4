"""Answers that arrive in the sample year: files of every kind, as departments would send them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, cast

from dxdesk.cli.sample_department import asked_codes, begin_department
from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.file_names import file_name
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.replies import Answer
from dxdesk.domain.schedules import Question
from dxdesk.exchange.reply_form import form_workbook
from dxdesk.operations import handing_over, inquiring, replies, reply_forms, taking_in_files
from dxdesk.operations.arrivals import examine, opened
from dxdesk.operations.change import Change
from dxdesk.operations.sending import PackageFile
from dxdesk.store.database import open_database
from dxdesk.store.queries import cycles as on_file
from dxdesk.store.queries import finding, plans
from dxdesk.store.queries import replies as said
from dxdesk.wording.screen import STATUS_QUESTIONS
from dxdesk.wording.take_in import SAMPLE_FOLDER

_ASKED: Final = "2025-01-16T09:00:00+09:00"
_MOMENTS: Final = ("2025-01-28T10:12:00+09:00", "2025-01-30T08:55:00+09:00", "2025-01-29T16:40:00+09:00")
_LOST: Final = 401
"""Bytes that the last file lost on its way."""
_FAST: Final = "2025-02-02T17:05:00+09:00"
_ON_THE_TELEPHONE: Final = "電話で聞きました。対象の手続を洗い出しています。"


def make_arrivals(desk: Desk, set_clock: Callable[[str], object], folder: Path, texts: Mapping[str, Any]) -> None:
    """Has departments answer the newest cycle of a desk, and puts their files into a folder of its own; some of what
    they say is on file already. Raises Problem and StoreUnavailable."""
    into = folder / SAMPLE_FOLDER
    into.mkdir()
    set_clock(_ASKED)
    cycle = desk.ask(finding.cycle)
    departments = _busy(desk, cycle)
    made = {each.department: each for each in desk.do(inquiring.inquire, cycle, [each.name for each in departments])}
    bank: Sequence[Mapping[str, str]] = texts["answers"]["ok"]
    first, second = departments[0], departments[1] if len(departments) > 1 else None
    for place, department in enumerate(departments):
        liaison = _liaison(folder / f"{place}.db", made[department.name], _MOMENTS[place % len(_MOMENTS)])
        codes = asked_codes(liaison)
        _say(liaison, codes[: 2 if department is first else 1], bank, place)
        if department is first:
            early = _hand_over(liaison)
            _take_in(desk, early)
        _say(liaison, codes[1:5], bank, place + 1, worst=department is second)
        reply = _hand_over(liaison)
        liaison.close()
        if department is second:
            _answer_here(desk, cycle, codes, department)
        cut = -_LOST if department is departments[-1] else None
        (into / reply.name).write_bytes(reply.content[:cut])
    _put_form(desk, cycle, departments[-1], into, bank)


def _busy(desk: Desk, cycle: Cycle) -> list[Department]:
    """The five departments with the most to answer."""
    asked = [each for found in desk.ask(on_file.asked, cycle.id).values() for each in found]
    known = [each for each in desk.ask(plans.departments) if each.id in asked]
    return sorted(known, key=lambda each: -asked.count(each.id))[:5]


def _liaison(path: Path, inquiry: PackageFile, moment: str) -> Desk:
    actor = begin_department(path, inquiry, lambda: moment)
    return Desk(open_database(path), actor, lambda: moment)


def _say(
    desk: Desk, codes: Sequence[str], bank: Sequence[Mapping[str, str]], start: int, *, worst: bool = False
) -> None:
    """Answers on a department's own database."""
    cycle = desk.ask(finding.cycle)
    names = plans.names(desk.ask(plans.departments))

    def write(change: Change) -> None:
        for place, code in enumerate(codes):
            words = bank[(place + start) % len(bank)]
            status = "late" if worst and place == 0 else "warn" if place == 2 else "ok"
            slot = replies.find_place(change, cycle, code, names[desk.actor.departments[0]])
            replies.record_draft(change, slot, {"status": status, **_texts(words)})
            replies.submit(change, slot)

    desk.do(write)


def _texts(words: Mapping[str, str]) -> dict[str, Any]:
    return {each: words[each] for each in ("results", "issues", "next")}


def _hand_over(desk: Desk) -> PackageFile:
    names = plans.names(desk.ask(plans.departments))
    return desk.do(handing_over.hand_over, desk.ask(finding.cycle), names[desk.actor.departments[0]])


def _take_in(desk: Desk, reply: PackageFile) -> None:
    seen = desk.ask(examine, reply.name, opened(reply.name, reply.content), desk.moment())
    assert seen.arrival is not None
    desk.do(taking_in_files.take_in_with_receipt, seen.arrival, reply.name)


def _answer_here(desk: Desk, cycle: Cycle, codes: Sequence[str], department: Department) -> None:
    """代理入力 at the secretariat, in the first slot where nothing was said yet."""

    def write(change: Change) -> None:
        for code in codes[1:5]:
            place = replies.find_place(change, cycle, code, department.name)
            if not said.slot(change.connection, cycle.id, place.unit.id, department.id).heads:
                replies.record_draft(change, place, {"status": "warn", "results": _ON_THE_TELEPHONE})
                replies.submit(change, place)
                return

    desk.do(write)


def _put_form(desk: Desk, cycle: Cycle, department: Department, into: Path, bank: Sequence[Mapping[str, str]]) -> None:
    """A reply form that a department without the program has filled in, on a computer whose clock is fast."""
    form = desk.ask(
        reply_forms.make_form, cycle, department, desk.moment(), cast("dict[Question, str]", STATUS_QUESTIONS)
    )
    rows = tuple(
        replace(row, base=None, current=replace(Answer(status="ok", stage="study"), **_texts(bank[place % len(bank)])))
        for place, row in enumerate(form.rows[:2])
    )
    name = file_name("form", cycle, department)
    (into / name).write_bytes(form_workbook(replace(form, made=_FAST, rows=rows)))
