"""What the form of a package cannot say: ids that are none, days that never were, parts that do not belong together.

Everything is told by its place, so that nothing gets past the door that later steps would stumble over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Final

from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import FORMAT, KIND_WORDS, Receipt, Records, Stamp
from dxdesk.domain.permissions import ACTOR_ROLES
from dxdesk.domain.plan_checks import YEARS
from dxdesk.domain.replies import ANSWER_KEYS, Answer, Review, Revision
from dxdesk.domain.statuses import CHOSEN
from dxdesk.domain.text import NAME_CHARACTERS, TITLE_CHARACTERS

MOST_PARENTS: Final = 64
MOST_FILES: Final = 1_000_000
"""通番 up to which files are counted."""
_MOMENT_YEARS: Final = range(1970, YEARS.stop)
_TELLS_THE_WHOLE: Final = ("return", "correction")
_ABOUT_A_DEPARTMENT: Final = ("inquiry", "reply", "return", "correction", "receipt")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Found = Iterator[Problem]


def check_form(place: str, right: bool) -> Found:
    """A problem of form at a place unless it is ``right``."""
    if not right:
        yield Problem("package.form", place)


def check_ids(place: str, *ids: str | None) -> Found:
    """Ids are UUIDs in their usual writing, or None."""
    return check_form(place, all(each is None or _is_uuid(each) for each in ids))


def check_days(place: str, *days: str | None) -> Found:
    """Days are ISO and of this age, or None."""
    return check_form(place, all(each is None or _is_day(each) for each in days))


def check_name(place: str, text: str) -> Found:
    """A name is one line with something on it."""
    return check_form(place, text.strip() != "" and "\n" not in text and len(text) <= TITLE_CHARACTERS)


def check_once(place: str, ids: Iterable[object]) -> Found:
    """Nothing stands twice in a list."""
    every = list(ids)
    return check_form(place, len(set(every)) == len(every))


def check_answer(answer: Answer, place: str) -> Found:
    """An answer as a person can hand it in."""
    yield from check_form(f"{place}.status", answer.status in CHOSEN)
    yield from check_ids(f"{place}.answered_for", answer.answered_for)


def check_stamp(stamp: Stamp) -> Found:
    """What the package says of itself, and that its head says the same."""
    head = stamp.head
    for name in ("database", "plan", "cycle", "department", "number"):
        yield from check_ids(name, getattr(stamp, name))
    yield from check_form("format", stamp.format == FORMAT)
    yield from check_form("sequence", 0 < stamp.sequence <= MOST_FILES)
    yield from check_form("made", _is_moment(stamp.made))
    if stamp.kind in _ABOUT_A_DEPARTMENT:
        yield from check_form("cycle", stamp.cycle is not None)
        yield from check_form("department", stamp.department is not None)
    said = (KIND_WORDS[stamp.kind], stamp.number, str(stamp.sequence), stamp.made)
    if (head.kind, head.number, head.sequence, head.made) != said:
        yield Problem("package.head_differs", "head")


def check_records(body: Records, stamp: Stamp) -> Found:
    """回答, 差戻し and 席上修正: records of the one cycle, each once, with ids that can be looked for."""
    for number, each in enumerate(body.revisions):
        place = f"revisions[{number}]"
        yield from _record(each, each.parents, place, stamp)
        yield from check_form(f"{place}.department", each.department is not None or stamp.kind in _TELLS_THE_WHOLE)
        drawn = len(each.sources) <= MOST_PARENTS and all(map(_HASH.fullmatch, each.sources))
        yield from check_form(f"{place}.sources", drawn and bool(each.sources) == (each.kind == "consolidate"))
        yield from check_form(f"{place}.content", (each.kind == "withdraw") == (each.answer is None))
        if each.answer is not None:
            yield from check_answer(each.answer, f"{place}.content")
    for number, review in enumerate(body.reviews):
        place = f"reviews[{number}]"
        yield from _record(review, (review.target, *review.after), place, stamp)
        yield from check_days(f"{place}.date", review.date)
    for number, follow_up in enumerate(body.follow_ups):
        place = f"follow_ups[{number}]"
        yield from check_ids(f"{place}.action", follow_up.action)
        yield from check_form(f"{place}.moment", _is_moment(follow_up.moment))
    corrected = {each.id for each in body.revisions if each.kind == "correct"}
    for number, wish in enumerate(body.wishes):
        place = f"wishes[{number}]"
        yield from check_form(f"{place}.revision", wish.revision in corrected and stamp.kind == "correction")
        yield from check_form(f"{place}.field", wish.field in ANSWER_KEYS)
        yield from check_form(f"{place}.asked_by", 0 < len(wish.asked_by) <= NAME_CHARACTERS)
    yield from check_once("wishes", (each.revision for each in body.wishes))
    yield from check_once("revisions", (each.id for each in body.revisions))
    yield from check_once("reviews", (each.id for each in body.reviews))


def check_receipt(body: Receipt) -> Found:
    """受領票: the reply it is for, the audit chain's head, and the rows."""
    yield from check_form("package", _HASH.fullmatch(body.package) is not None)
    yield from check_form("audit_head", _HASH.fullmatch(body.audit_head) is not None)
    for number, row in enumerate(body.rows):
        yield from check_ids(f"rows[{number}]", row.unit, row.department)


def _record(record: Revision | Review, named: Sequence[str], place: str, stamp: Stamp) -> Found:
    if record.cycle != stamp.cycle:
        yield Problem("package.other_cycle", place)
    yield from check_ids(f"{place}.unit", record.unit)
    yield from check_ids(f"{place}.department", record.department)
    yield from check_form(f"{place}.author.role", record.author.role in ACTOR_ROLES)
    yield from check_ids(f"{place}.author.department", record.author.department)
    yield from check_form(f"{place}.moment", _is_moment(record.moment))
    right = len(named) <= MOST_PARENTS and len(set(named)) == len(named) and all(map(_HASH.fullmatch, named))
    yield from check_form(f"{place}.parents", right)


def _is_uuid(text: str) -> bool:
    return _UUID.fullmatch(text) is not None


def _is_day(text: str) -> bool:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return False
    return day.isoformat() == text and day.year in YEARS


def _is_moment(text: str) -> bool:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return False
    return moment.isoformat() == text and moment.tzinfo is not None and moment.year in _MOMENT_YEARS
