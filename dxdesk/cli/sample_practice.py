"""A sample to practise with as a department: its own database, and the secretariat that answers what it hands over."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from dxdesk.cli.sample_department import answer, asked_codes, begin_department, return_answer
from dxdesk.cli.sample_town import SAMPLE_NAMES, SECOND, Clock, begin_answer, begin_cycle, busiest, past_year, samples
from dxdesk.desk import Desk
from dxdesk.domain.packages import KIND_WORDS
from dxdesk.domain.permissions import Actor
from dxdesk.domain.plans import Plan
from dxdesk.operations import inquiring, plans
from dxdesk.operations.arriving_files import examine_file, open_file
from dxdesk.operations.exchange_folder import TAKEN, arrived, check_folder, put, put_away, put_beside
from dxdesk.operations.taking_in_files import take_in_with_receipt
from dxdesk.store.database import Database, open_database
from dxdesk.store.making import make_database
from dxdesk.store.queries import cycles as on_file
from dxdesk.store.queries import finding
from dxdesk.store.queries import plans as on_file_plans
from dxdesk.store.queries import replies as said
from dxdesk.wording.take_in import SAMPLE_SHARE

DEPARTMENT: Final = "department.db"
SECRETARIAT: Final = "secretariat.db"
SHARE: Final = SAMPLE_SHARE
"""The two databases of a sample to practise with, and the exchange folder between them."""

_ASKED: Final = "2025-01-16T09:00:00+09:00"
_BEGUN: Final = "2025-01-21T16:30:00+09:00"
_LEFT: Final = 3
"""So many items are left to write; the first of them is begun."""


def make_practice(folder: Path, plan: Plan) -> None:
    """A new folder with the two databases and the exchange folder: the department with the most items was asked, and
    has most of them submitted and none handed over. The folder has its name when it is whole.

    Raises StoreUnavailable.
    """
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    (part / SHARE).mkdir(parents=True)
    clock, texts = Clock("2024-06-01T09:00:00+09:00"), samples()

    def found(database: Database) -> None:
        desk = _secretariat(database, clock)
        desk.do(plans.create_town, plan, sample=True)
        past_year(desk, clock, texts)
        begin_cycle(desk, clock, SECOND)

    make_database(part / SECRETARIAT, found)
    with open_database(part / SECRETARIAT) as database:
        desk = _secretariat(database, clock)
        clock.set(_ASKED)
        cycle = desk.ask(finding.cycle)
        own = busiest(desk.ask(on_file.asked, cycle.id))
        (inquiry,) = desk.do(inquiring.inquire, cycle, (own,))
    begin_department(part / DEPARTMENT, inquiry, clock)
    clock.set(_BEGUN)
    with open_database(part / DEPARTMENT) as database:
        department = Desk(database, Actor("liaison", (own,), SAMPLE_NAMES["liaison"]), clock)
        codes = asked_codes(department)
        answer(department, codes[:-_LEFT], texts)
        department.do(begin_answer, cycle, codes[-_LEFT:][0], own, texts["answers"]["ok"][0])
    part.rename(folder)


def answer_practice(folder: Path, moment: str) -> None:
    """What the secretariat of a sample does when it looks into the exchange folder: it takes in what was handed over
    and gives a 受領票; at its next look it returns one answer with a question, once. ``moment`` is what time it is.

    Raises StoreUnavailable where the folder is out of reach.
    """
    share = check_folder(folder / SHARE)
    handed_over = arrived(share)
    if not handed_over and not _has_a_question(share):
        return
    with open_database(folder / SECRETARIAT) as database:
        desk = _secretariat(database, lambda: moment)
        for file in handed_over:
            _take_in(desk, file)
        if not handed_over:
            _return(desk, share)


def _secretariat(database: Database, clock: Callable[[], str]) -> Desk:
    return Desk(database, Actor("secretariat", (), SAMPLE_NAMES["secretariat"]), clock)


def _has_a_question(share: Path) -> bool:
    """Whether something was taken in and nothing was returned yet, by the names of the files."""
    reply, returned = KIND_WORDS["reply"], KIND_WORDS["return"]
    taken = [each.name for each in (share / TAKEN).glob("*")]
    lying = [each.name for each in share.iterdir()]
    return any(reply in each for each in taken) and not any(returned in each for each in (*taken, *lying))


def _take_in(desk: Desk, file: Path) -> None:
    """A file that is none of this sample stays where it lies."""
    found = open_file(file)
    seen = desk.ask(examine_file, found, desk.moment())
    if seen.arrival is not None:
        _, receipt = desk.do(take_in_with_receipt, seen.arrival, file.name)
        put_away(file, found.changed)
        if receipt is not None:
            put_beside(file.parent, receipt.name, receipt.content)


def _return(desk: Desk, share: Path) -> None:
    """The last answer that waits is asked about: it is likely one that the person has just written."""
    cycle = desk.ask(finding.cycle)
    views = desk.ask(said.live_views, cycle)
    waiting = [
        (unit.code or "", department)
        for unit in desk.ask(on_file_plans.plan, cycle.plan_revision).units
        if unit.id in views
        for department, slot in views[unit.id].slots.items()
        if slot.state == "submitted" and slot.heads[0].answer and slot.heads[0].answer.results
    ]
    if waiting:
        made = desk.do(return_answer, *waiting[-1])
        put(share, made.name, made.content)
