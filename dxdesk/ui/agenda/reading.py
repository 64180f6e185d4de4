"""Everything 次第をつくる shows of one meeting, asked in one go."""

from __future__ import annotations

from collections.abc import Iterable

from dxdesk.documents.fonts import Face, glyphs
from dxdesk.domain.agenda import standing_title
from dxdesk.domain.cycles import Cycle, left_open
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.meeting_drafts import MEMO
from dxdesk.store.queries import Connection, board, cycles, meeting_drafts, meetings, plans, replies, reports
from dxdesk.store.queries.continued import continued_units, settled_units
from dxdesk.ui.agenda.rows import AgendaSource


def meeting_to_show(connection: Connection, cycle: Cycle, wanted: str) -> Meeting | None:
    """The meeting of an id in this cycle; else the newest open one, else the newest; None where there is none."""
    known = meetings.meetings(connection, cycle.id)
    open_ones = [each for each in known if each.state == "open"]
    found = [each for each in known if each.id == wanted]
    return next(iter((*found, *reversed(open_ones), *reversed(known))), None)


def read_agenda(connection: Connection, meeting: str) -> AgendaSource:
    """What the page is made of; the meeting must exist."""
    held = meetings.meeting(connection, meeting)
    cycle = cycles.cycle(connection, held.cycle)
    plan = plans.plan(connection, cycle.plan_revision)
    views = replies.views(connection, cycle)
    record = meetings.record(connection, held)
    kept = meeting_drafts.drafts(connection, meeting)
    counted = {unit: view.counted.answer for unit, view in views.items() if view.counted and view.counted.answer}
    texts = [each.title for each in record.items] + [each.ask or "" for each in record.items]
    return AgendaSource(
        meeting=held,
        items=record.items,
        board=board.board(connection, cycle),
        asks={unit: answer.ask for unit, answer in counted.items() if answer.ask},
        settings=plans.settings(connection, cycle.settings_revision)[1],
        standing=next(
            (tuple(map(standing_title, each.standing_items)) for each in plan.bodies if each.id == held.body), ()
        ),
        earlier=meetings.earlier_decisions(connection, held),
        attendance=record.attendance,
        memos={key.removeprefix(MEMO): str(kept[key].get("text", "")) for key in kept if key.startswith(MEMO)},
        recorded=bool(record.decisions or record.actions or record.remarks or record.corrections),
        pending=sum(each.kind == "consolidation" for each in left_open(views)),
        reported={unit: found[-1].day for unit, found in reports.news_for(connection, held).items()},
        continued=continued_units(connection, held),
        settled=settled_units(connection, held),
        unprintable=unprintable((*texts, *(each.name for each in record.attendance))),
    )


def unprintable(texts: Iterable[str]) -> str:
    """The characters that no face of the papers has, each once."""
    lost = (glyph.text for text in texts for glyph in glyphs(text.replace("\n", ""), Face.MINCHO) if glyph.drawn)
    return "".join(dict.fromkeys(lost))
