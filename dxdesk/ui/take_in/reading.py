"""Reading what has arrived for 取り込みの確認: files, and what is held. All of it is done beside the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.arrivals import CHOSEN, Arrival, ArrivalRow, RowKind
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import forerunners
from dxdesk.domain.errors import Problem
from dxdesk.domain.merge import SlotView, UnitView
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Plan
from dxdesk.domain.replies import Answer, Revision
from dxdesk.domain.settings import Settings
from dxdesk.domain.settling import differing
from dxdesk.domain.statuses import as_status
from dxdesk.operations.arrivals import Examined
from dxdesk.operations.arriving_files import (
    ArrivedFile,
    examine_file,
    look_at_held,
    look_at_taken_back,
    open_file,
)
from dxdesk.operations.exchange_folder import arrived
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import board, plans, replies
from dxdesk.ui.entry.model import short_name
from dxdesk.ui.take_in.rows import AnswerRow, FileRow, Gathered, unreadable_row
from dxdesk.wording.sentences import FIELDS, problem_words
from dxdesk.wording.take_in import (
    ASK_AGAIN,
    BY_EXCEL,
    HELD_FILE,
    NO_STATUS,
    NUMBER_USED,
    OLDER_FILE,
    TAKEN_BACK,
    TAKEN_BACK_FILE,
    UNKNOWN_DEPARTMENT,
    WITHDRAWN,
    clock_words,
    confirmed_words,
    emptied_words,
    moment_words,
    problem_lines,
    reason_words,
)


@dataclass(frozen=True)
class _Ground:
    """What the rows of one cycle are shown against."""

    cycle: Cycle
    plan: Plan
    settings: Settings
    before: Mapping[str, UnitView]
    first: bool


@dataclass(frozen=True)
class Wanted:
    """What is to be gathered: the files that were named (none: what lies in the exchange folder, what is held, and what
    was taken back). ``again`` is the package (id) that is to be taken in once more."""

    paths: tuple[Path, ...]
    folder: Path | None
    cycle: str
    again: str = ""


class Files:
    """Reads files once as long as they stay as they are, and tells what taking them in would mean now."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._opened: dict[tuple[Path, int, int], ArrivedFile] = {}

    def gather(self, wanted: Wanted, passphrase: str | None) -> Gathered:
        """Everything there is. Raises StoreUnavailable where the database cannot be read."""
        desk, moment = self._desk, self._desk.moment()
        departments = desk.ask(plans.departments)
        found: list[tuple[FileRow, Examined]] = []
        locked = away = False
        paths, away = self._paths(wanted)
        for path in paths:
            file = self._open(path)
            if file.blank and not wanted.paths:
                continue
            try:
                seen = desk.ask(examine_file, file, moment, passphrase)
            except Problem as problem:  # the keys are closed: nothing is the matter with the file
                locked = True
                seen = Examined(path.name, None, None, problem=problem)
            if seen.untouched and not wanted.paths:
                continue
            found.append((_file_row(file, seen, departments), seen))
        if not wanted.paths:
            here = {row.arrival.id for row, _ in found if row.arrival is not None}
            for seen in desk.ask(look_at_held, moment):
                if seen.arrival is not None and seen.arrival.id not in here:
                    found.append((_held_row(seen, departments), seen))
            for seen in desk.ask(look_at_taken_back, moment, wanted.again):
                if seen.arrival is not None and seen.arrival.id not in here:
                    found.append((_held_row(seen, departments), seen))
        found = _older_marked(sorted(found, key=lambda each: (each[0].made, each[0].key)))
        answers = _Answers(desk, wanted.cycle, departments)
        rows = tuple(row for file, seen in found for row in answers.rows(file, seen))
        order = tuple(each.name for each in departments)
        return Gathered(tuple(file for file, _ in found), rows, order, locked, away)

    def _paths(self, wanted: Wanted) -> tuple[tuple[Path, ...], bool]:
        if wanted.paths or wanted.folder is None:
            return wanted.paths, False
        try:
            return arrived(wanted.folder), False
        except StoreUnavailable:
            return (), True

    def _open(self, path: Path) -> ArrivedFile:
        try:
            now = path.stat()
        except OSError:
            return open_file(path)
        key = (path, now.st_size, now.st_mtime_ns)
        if key not in self._opened:
            self._opened[key] = open_file(path)
        return self._opened[key]


def _name(departments: Sequence[Department], identity: str) -> str:
    return next((each.name for each in departments if each.id == identity), "")


def _made(file: ArrivedFile, arrival: Arrival) -> str:
    """When what a file says was written: a form says only when it was handed out, so its last change counts."""
    if arrival.origin != "form" or not file.changed:
        return arrival.made
    return datetime.fromtimestamp(file.changed / 1e9).astimezone().isoformat(timespec="seconds")


def _file_row(file: ArrivedFile, seen: Examined, departments: Sequence[Department]) -> FileRow:
    arrival, problem = seen.arrival, seen.problem
    known = [each.name for each in departments if file.department in (each.name, each.short)]
    department = _name(departments, arrival.department) if arrival else next(iter(known), "")
    made = _made(file, arrival) if arrival else file.made
    count = f"{len(seen.rows)}件" if arrival else ""
    head = "・".join(each for each in (moment_words(made), count) if each)
    line = head or file.path.name
    marks = [BY_EXCEL] if arrival is not None and arrival.origin == "form" else []
    marks += [clock_words(seen.clock)] if seen.clock else []
    marks += [NUMBER_USED] if seen.number_used else []
    marks += [TAKEN_BACK] if seen.cancelled else []
    words = problem_words(problem) if problem else ""
    return FileRow(
        key=str(file.path),
        department=department or UNKNOWN_DEPARTMENT,
        line=line,
        made=made,
        marks=tuple(marks),
        trouble=words.partition("。")[0].removeprefix("ファイルが"),
        problems=(words, *problem_lines(problem)) if problem else (),
        path=file.path,
        changed=file.changed,
        name=file.path.name,
        arrival=arrival,
    )


def _held_row(seen: Examined, departments: Sequence[Department]) -> FileRow:
    arrival = seen.arrival
    assert arrival is not None
    marks = (BY_EXCEL,) if arrival.origin == "form" else ()
    word = TAKEN_BACK_FILE if seen.cancelled else HELD_FILE
    return FileRow(
        key=arrival.id,
        department=_name(departments, arrival.department),
        line=f"{word} {moment_words(arrival.made)}・{len(seen.rows)}件",
        made=arrival.made,
        marks=marks,
        name=seen.file,
        arrival=arrival,
        held=True,
        taken_back=seen.cancelled,
    )


def _older_marked(found: list[tuple[FileRow, Examined]]) -> list[tuple[FileRow, Examined]]:
    """Every package carries all that its department has said: one that another here holds whole is not taken twice."""
    said = [_records(file.arrival) for file, _ in found]
    marked = []
    for place, (file, seen) in enumerate(found):
        here = file.arrival
        newer = here is not None and any(
            (said[place] < said[other] or (said[place] == said[other] and other > place))
            for other, (one, _) in enumerate(found)
            if other != place and one.arrival is not None and _same_sender(one.arrival, here)
        )
        more = replace(file, newer=True, marks=(*file.marks, OLDER_FILE)) if newer else file
        marked.append((more, seen))
    return marked


def _records(arrival: Arrival | None) -> frozenset[str]:
    if arrival is None:
        return frozenset()
    return frozenset([*(each.id for each in arrival.revisions), *(each.id for each in arrival.reviews)])


def _same_sender(one: Arrival, other: Arrival) -> bool:
    return (one.cycle, one.department) == (other.cycle, other.department)


class _Answers:
    """Makes rows; what belongs to a cycle is read once."""

    def __init__(self, desk: Desk, cycle: str, departments: Sequence[Department]) -> None:
        self._desk, self._cycle, self._departments = desk, cycle, departments
        self._grounds: dict[str, _Ground] = {}

    def rows(self, file: FileRow, seen: Examined) -> list[AnswerRow]:
        """The rows of a file."""
        if file.trouble or seen.cycle is None:
            return [unreadable_row(file, ASK_AGAIN)]
        ground = self._ground(seen.cycle)
        return [self._row(file, seen, ground, each) for each in seen.rows]

    def _ground(self, cycle: Cycle) -> _Ground:
        if cycle.id not in self._grounds:
            ask = self._desk.ask
            before = ask(board.previous_views, cycle)
            self._grounds[cycle.id] = _Ground(
                cycle,
                ask(plans.plan, cycle.plan_revision),
                ask(plans.settings, cycle.settings_revision)[1],
                before[1] if before else {},
                before is None,
            )
        return self._grounds[cycle.id]

    def _row(self, file: FileRow, seen: Examined, ground: _Ground, row: ArrivalRow) -> AnswerRow:
        unit, settings = ground.plan.by_id[row.unit], ground.settings
        said = row.shown.answer if row.shown else None
        slot = self._slot(ground, row) if row.kind in ("conflict", "additional") else None
        corrected = _corrected(slot, row)
        before = corrected or self._before(ground, row)
        now_word = WITHDRAWN if row.shown and row.shown.kind == "withdraw" else _status_word(said, settings)
        heads = slot.heads if slot is not None and row.kind == "conflict" else ()
        kind: RowKind = "same" if file.newer and row.kind in CHOSEN else row.kind
        ours = any(each.author.role == "secretariat" for each in heads)
        accepted = corrected is not None and slot is not None and slot.state == "accepted"
        head = next((each.answer for each in heads if each.answer is not None), None)
        reason = self._reason(seen, ground, row, ours=ours, accepted=accepted)
        return AnswerRow(
            key=f"{file.key}:{row.unit}:{row.department}",
            file=file.key,
            name=short_name(unit),
            kind=kind,
            number=ground.plan.numbers[unit.id],
            department=_name(self._departments, row.department),
            place=row.place,
            now=as_status(said.status) if said and said.status else None,
            now_word=now_word,
            last=as_status(before.status) if before and before.status else None,
            last_word=_status_word(before, settings),
            reason=OLDER_FILE if kind != row.kind else reason or _again(seen),
            full_name=unit.name,
            made=file.made,
            cycle=ground.cycle.name,
            said=said,
            before=before,
            corrects=corrected is not None,
            emptied=row.emptied,
            confirmed=_confirmed_words(seen.arrival, row.shown),
            first=ground.first,
            settings=settings,
            differs=len(differing(head, said)) if head is not None and said is not None else 0,
            ours=ours,
            can_tick=kind in CHOSEN,
            held=file.held,
            waits=row.reason == "waiting",
            problems=(reason_words(row, ground.cycle, other=False, before=None, ours=False),) if row.problem else (),
            indicators={each.id: f"{each.name}{f'（{each.unit}）' if each.unit else ''}" for each in unit.indicators},
        )

    def _reason(self, seen: Examined, ground: _Ground, row: ArrivalRow, *, ours: bool, accepted: bool) -> str:
        if row.emptied and row.reason is None:
            names = {**FIELDS, **{each.id: each.name for each in ground.plan.by_id[row.unit].indicators}}
            return emptied_words([names[each] for each in row.emptied])
        other = ground.cycle.id != self._cycle
        return reason_words(row, ground.cycle, other=other, before=seen.taken_before, ours=ours, accepted=accepted)

    def _before(self, ground: _Ground, row: ArrivalRow) -> Answer | None:
        view = ground.before.get(row.unit)
        if view is None:
            return None
        known = forerunners(self._departments, row.department)
        revision = next((view.answers[each] for each in known if view.answers.get(each)), view.counted)
        return revision.answer if revision else None

    def _slot(self, ground: _Ground, row: ArrivalRow) -> SlotView:
        return self._desk.ask(replies.slot, ground.cycle.id, row.unit, row.department)


def _corrected(slot: SlotView | None, row: ArrivalRow) -> Answer | None:
    """The answer of the same cycle that stands here and that a newer one or its withdrawal would replace."""
    if slot is None or row.kind != "additional" or row.reason not in (None, "withdrawn"):
        return None
    return next((each.answer for each in slot.heads if each.answer is not None), None)


def _again(seen: Examined) -> str:
    """That it was taken in before and taken back, where nothing else is to be said of an answer."""
    return TAKEN_BACK if seen.cancelled else ""


def _confirmed_words(arrival: Arrival | None, shown: Revision | None) -> str:
    """Who confirmed an answer, and when, as it came along with it; empty for nobody."""
    if arrival is None or shown is None:
        return ""
    found = [each for each in arrival.reviews if each.kind == "confirm" and each.target == shown.id]
    newest = max(found, key=lambda each: each.moment, default=None)
    return confirmed_words(newest.title, newest.name, newest.date or newest.moment) if newest else ""


def _status_word(answer: Answer | None, settings: Settings) -> str:
    return settings.status_word(answer.status) if answer and answer.status else NO_STATUS
