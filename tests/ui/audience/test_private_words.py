"""Whatever is private or not yet accepted is written into a real database, and no slide of the meeting shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.audience import Audience
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.minutes import Block
from dxdesk.domain.reports import ReportText
from dxdesk.operations import agenda, meeting_drafts, meeting_records, meetings, minutes, replies, reports, reviews
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.departments import add_member
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.store.queries import finding
from dxdesk.store.queries import meetings as held
from dxdesk.store.queries import minutes as minutes_on_file
from dxdesk.store.queries.audience import audience
from dxdesk.ui.audience.drawing import canvas_for
from dxdesk.ui.board.course import Position, Sight, View
from dxdesk.wording.meeting import phrases_for
from tests import databases
from tests.builders import (
    COMMITTEE,
    FUKUSHI,
    ZEIMU,
    accepted,
    answer,
    arrive,
    at,
    open_desk,
    start_cycle,
    uid,
    write,
)

SECRETS: Final = {
    name: f"ひみつ{number:02}"
    for number, name in enumerate(
        (
            "memo", "to_secretariat", "draft", "submitted", "newer", "returned", "question", "withdrawn", "partial",
            "arrived", "undone", "consolidating", "lead_memo", "note", "typed_decision", "typed_remark", "remark",
            "private_remark", "speaker", "asked_by", "withheld", "withheld_because", "reported",
            "close_reason", "before",
        ),
        start=1,
    )
}  # fmt: skip
"""A word of its own for everything that the audience must not see."""

VIEWS: Final[tuple[View, ...]] = (
    "board", "roadmap", "trend", "agenda", "actions", "readback", "break", "blank",
)  # fmt: skip


def _first_cycle(desk: Desk) -> None:
    """A closed cycle: what was private then is private now."""
    cycle = start_cycle(desk)
    accepted(desk, cycle, "重点-1", results="前回進めた。", private_memo=SECRETS["memo"])
    answer(desk, cycle, "重点-3", results=SECRETS["submitted"])
    meeting = _hold(desk, cycle, date(2025, 2, 13))
    desk.do(meeting_records.record_action, meeting, 1, [ZEIMU], None, "前回の宿題を示す。")
    desk.do(meeting_records.record_remark, meeting, 1, SECRETS["speaker"], SECRETS["remark"])
    desk.do(meetings.close_meeting, meeting)
    desk.do(close_cycle, cycle, SECRETS["close_reason"])


def _hold(desk: Desk, cycle: Cycle, day: date) -> Meeting:
    made = desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=day)
    meeting = desk.ask(held.meeting, made.id)
    desk.do(agenda.adopt_proposal, meeting)
    return meeting


def _answers(desk: Desk, cycle: Cycle) -> None:
    """Answers in every state; what counts is in plain words, all else is secret."""
    memo = {"private_memo": SECRETS["memo"], "to_secretariat": SECRETS["to_secretariat"]}
    accepted(desk, cycle, "重点-1", results="認めた実績。", discuss="decide", ask="決めてよいか", **memo)
    answer(desk, cycle, "重点-1", results=SECRETS["newer"], issues=SECRETS["newer"], ask=SECRETS["newer"])
    accepted(desk, cycle, "重点-2", ZEIMU, results=SECRETS["partial"])
    write(desk, cycle, "重点-2", FUKUSHI, status="late", results=SECRETS["draft"], ask=SECRETS["draft"])
    desk.do(keep_page_draft, "consolidate", "重点-2", {"results": SECRETS["consolidating"]})
    answer(desk, cycle, "検討-1", ZEIMU, results=SECRETS["submitted"], discuss="decide", ask=SECRETS["submitted"])
    answer(desk, cycle, "重点-3", results=SECRETS["returned"], discuss="decide", ask=SECRETS["returned"])
    desk.do(at, cycle, "重点-3", None, reviews.return_reply, ["results"], SECRETS["question"])
    answer(desk, cycle, "検討-5", results=SECRETS["withdrawn"])
    desk.do(at, cycle, "検討-5", None, replies.withdraw)
    arrive(desk, cycle, "検討-4", ZEIMU, results=SECRETS["arrived"])
    accepted(desk, cycle, "検討-4", FUKUSHI, results=SECRETS["undone"])
    desk.do(at, cycle, "検討-4", FUKUSHI, reviews.undo_review)
    desk.do(reports.report, uid("書かない窓口"), ReportText(SECRETS["reported"], SECRETS["reported"]))


def _meeting(desk: Desk, cycle: Cycle) -> Meeting:
    """The meeting with what its records say and what only the secretariat has before it."""
    desk.do(add_member, COMMITTEE, "見本太郎")
    meeting = _hold(desk, cycle, date(2025, 8, 20))
    item = next(each for each in desk.ask(held.agenda, meeting.id) if each.code == "重点-1")
    keep = meeting_drafts.keep_draft
    desk.do(keep, meeting.id, f"{meeting_drafts.MEMO}{item.id}", {"text": SECRETS["lead_memo"]})
    desk.do(keep, meeting.id, f"{meeting_drafts.NOTE}{item.id}", {"text": SECRETS["note"]})
    desk.do(keep, meeting.id, f"decision:{item.id}", {"text": SECRETS["typed_decision"]})
    desk.do(keep, meeting.id, f"remark:{item.id}", {"text": SECRETS["typed_remark"]})
    desk.do(meeting_records.record_decision, meeting, item.number, "approved", "決めたこと。")
    desk.do(meeting_records.record_action, meeting, item.number, [ZEIMU], None, "次にすること。")
    desk.do(meeting_records.record_remark, meeting, item.number, SECRETS["speaker"], SECRETS["remark"])
    desk.do(meeting_records.record_remark, meeting, item.number, "委員", SECRETS["private_remark"], public=False)
    desk.do(meeting_records.correct_on_floor, meeting, "重点-1", "issues", SECRETS["before"], SECRETS["asked_by"])
    desk.do(meeting_records.correct_on_floor, meeting, "重点-1", "issues", "直した課題。", SECRETS["asked_by"])
    desk.do(minutes.draft, meeting, phrases_for)
    blocks = desk.ask(minutes_on_file.versions, meeting.id)[-1].blocks
    hidden = [*blocks[:-1], replace(blocks[-1], public=False, reason=SECRETS["withheld_because"])]
    prose = Block("own", "remark", None, SECRETS["withheld"], public=False, reason=SECRETS["withheld_because"])
    desk.do(minutes.edit, meeting, [*hidden, prose])
    return meeting


@pytest.fixture(scope="module")
def shown(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Audience]]:
    """The desk with everything written, and what the audience gets."""
    path = tmp_path_factory.mktemp("private") / "town.db"
    path.write_bytes(empty_file.read_bytes())
    with databases.open_anywhere(path) as opened:
        desk = open_desk(opened)
        _first_cycle(desk)
        cycle = start_cycle(desk, "第2回")
        _answers(desk, cycle)
        meeting = _meeting(desk, cycle)
        yield desk, desk.ask(audience, desk.ask(finding.cycle, cycle.id), meeting.id)


def strings(value: object, seen: set[int]) -> Iterator[str]:
    """Every text inside a value, at any depth."""
    if isinstance(value, str):
        yield value
    if isinstance(value, str | int | float | date | None) or id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from (*strings(key, seen), *strings(each, seen))
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from strings(each, seen)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name), seen)
    else:
        raise AssertionError(type(value))


def every_text(whole: Audience, screen: tuple[int, int], scale: float) -> list[str]:
    """Every text of every page of every slide at every position."""
    canvas = canvas_for(*screen, scale)
    codes = [card.code for card in whole.board.cards]
    positions = [Position(view=view, until="14:50") for view in VIEWS]
    positions += [Position(view="roadmap", months=True), *(Position(code=code) for code in codes)]
    positions += [Position(view="agenda", item=line.number) for line in whole.agenda]
    positions += [Position(code=code, status=card.status) for code in codes for card in whole.board.cards]
    return [
        str(text["text"])
        for position in positions
        for page in Sight(whole, position, canvas).pages
        for text in page.texts()
    ]


def test_the_secrets_are_in_the_database(shown: tuple[Desk, Audience]) -> None:
    desk, _ = shown
    assert desk.database.path is not None
    content = desk.database.path.read_bytes()
    missing = [name for name, word in SECRETS.items() if word.encode() not in content]
    assert missing == []


def test_what_counts_is_shown(shown: tuple[Desk, Audience]) -> None:
    found = "".join(every_text(shown[1], (1920, 1080), 1.0))
    for words in ("認めた実績。", "決めたこと。", "直した課題。", "前回の宿題を示す。"):
        assert words in found


def test_the_value_behind_the_slides_holds_nothing_private(shown: tuple[Desk, Audience]) -> None:
    texts = list(strings(shown[1], set()))
    assert len(texts) > 100
    leaked = {name for name, word in SECRETS.items() if any(word in text for text in texts)}
    assert leaked == set()


@pytest.mark.parametrize(("screen", "scale"), [((1920, 1080), 1.0), ((1440, 1080), 1.4)])
def test_no_slide_at_any_position_shows_anything_private(
    shown: tuple[Desk, Audience], screen: tuple[int, int], scale: float
) -> None:
    texts = every_text(shown[1], screen, scale)
    leaked = {name for name, word in SECRETS.items() if any(word in text for text in texts)}
    assert leaked == set()
