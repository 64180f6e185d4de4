"""宿題一覧 as a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from dxdesk.domain.action_items import ListedAction, days_over
from dxdesk.domain.calendar import plain_date
from dxdesk.exchange.workbooks import table_workbook
from dxdesk.wording.actions import NEXT_MEETING, NO_OWNER, STATE_WORDS, WORKBOOK_HEADS, list_title, state_of_day


def action_workbook(
    listed: Sequence[ListedAction], cycle_name: str, word: str, today: date, moment: datetime
) -> bytes:  # fmt: skip
    """The .xlsx of 宿題 in the order given; ``moment`` is when the file says it was made."""
    title = f"{cycle_name}　{list_title(word)}"
    rows = [_row(each, word, today) for each in listed]
    return table_workbook(title, WORKBOOK_HEADS, rows, [state_of_day(plain_date(today), len(rows))], moment)


def _row(listed: ListedAction, word: str, today: date) -> list[str]:
    action, over = listed.action, days_over(listed.action, today)
    return [
        word[:1] + listed.numbered.number,
        action.text,
        listed.owners or NO_OWNER,
        listed.unit_name,
        plain_date(action.due) if action.due else NEXT_MEETING,
        str(over) if over else "",
        STATE_WORDS[action.state],
        action.outcome or "",
        f"{listed.cycle_name}　{listed.numbered.meeting.body_name}",
    ]
