"""The tables of a 会議録, drawn from the records: attendance, decisions, action items, who made and confirmed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.fonts import Face
from dxdesk.documents.lines import text_width
from dxdesk.documents.minutes_parts import MinutesPaper, withheld_words
from dxdesk.documents.names import Named, spaced_name
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL, CELL_BOLD, CELL_CENTER
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import numbered_name
from dxdesk.domain import minutes
from dxdesk.domain.calendar import fiscal_year_short
from dxdesk.domain.meetings import Attendance, Decision, seats
from dxdesk.domain.paper import USUAL, Paper
from dxdesk.wording.meeting import COUNCIL, OPINION, PRESENCES, RESULT_SHORT, STAGES, MeetingPhrases
from dxdesk.wording.paper import NOTHING

NAME = replace(CELL_CENTER, face=Face.FIXED, whole_last_line=False)
SMALLEST_NAME = 7.5
HISTORY = TextStyle(Face.PROPORTIONAL, 8, 11)
NOBODY = "（未定）"
NEXT_MEETING = "次回会議"
_ATTENDANCE_PADDING = (1.2, 0.5)
_PADDING = (1.5, 0.75)
_UNIT_ROOM = 37.6
"""What a cell of 42 mm holds, on a page that is bound too."""


def name_cell(name: str, width: float, reading: str = "") -> Cell:
    """A name in one line of `width` mm, smaller where it is long; longer still, it is broken. Its ふりがな, where there
    is one, stands above it."""
    words = spaced_name(name)
    natural = text_width(words, NAME)
    size = max(NAME.size * min((width - 0.05) / natural, 1.0), SMALLEST_NAME) if natural else NAME.size
    text = Text(words, NAME.at(size))
    return Cell(Named(text, reading) if reading else text)


def names_in_lines(names: Sequence[str], style: TextStyle, width: float) -> str:
    """Names joined by ・, as many to a line as fit into `width` mm whole."""
    lines: list[str] = []
    for name in names:
        longer = f"{lines[-1]}・{name}" if lines else name
        if lines and text_width(longer, style) > width:
            lines[-1] += "・"
            lines.append(name)
        else:
            lines[-1:] = [longer]
    return "\n".join(lines)


def attendance_table(
    attendance: Sequence[Attendance], phrases: MeetingPhrases, sheet_width: float, town: Paper = USUAL
) -> Table:
    """The members twice side by side, down the left half first; an odd number leaves a half crossed out.

    `sheet_width` is the width in mm the table will be placed in; names have the ふりがな that the `town` gives them.
    """
    members = seats(attendance)
    half = -(-len(members) // 2)
    columns = (
        Column(16.5, "区分", CELL_CENTER),
        Column(33, "所属・職"),
        Column(21, "氏名", NAME),
        Column(12, "出欠", CELL_CENTER),
    )

    room = 21 * sheet_width / sum(column.width for column in (*columns, *columns)) - 2 * _ATTENDANCE_PADDING[0]

    def cells(each: Attendance) -> tuple[str | Cell, ...]:
        came = Cell(PRESENCES[each.presence], style=None if each.presence == "present" else CELL_CENTER.bold)
        office = (each.title or "") + (f"\n（{spaced_name(each.proxy_for)}の代理）" if each.proxy_for else "")
        name = name_cell(each.name, room, town.reading(each.name))
        return (phrases.position(each.position), office.strip(), name, came)

    rows = []
    for place in range(half):
        right = members[half + place : half + place + 1]
        other = cells(right[0]) if right else (Cell(columns=4, diagonal=True),)
        rows.append(Row((*cells(members[place]), *other)))
    return Table((*columns, *columns), tuple(rows), least=5.6, padding=_ATTENDANCE_PADDING)


def _number(sign: str, paper: MinutesPaper, number: int) -> str:
    return f"{sign}{fiscal_year_short(paper.cycle.fiscal_year)[1:]}-{number}"


def _unit(paper: MinutesPaper, unit: str | None) -> Cell:
    """Number and short name."""
    card = next((card for card in paper.board.cards if card.unit == unit), None)
    if card is None:
        return Cell(NOTHING, style=CELL_CENTER)
    return numbered_name(f"{card.number} {card.short_name or card.name}", _UNIT_ROOM)


def _flags(paper: MinutesPaper, kind: minutes.BlockKind) -> dict[str | None, minutes.Block]:
    """The withheld rows by the id of their record."""
    return {block.source: block for block in paper.of_kind(kind) if not block.public}


def _decided(paper: MinutesPaper, decision: Decision) -> str:
    """The words of a decision behind its kind; in 会議結果概要, which has no 議事, with the 付帯意見 of its item."""
    lines = [decision.words]
    last = [each.id for each in paper.record.decisions if each.item == decision.item][-1]
    if paper.variant == "gist" and decision.id == last:
        own = {each.id for each in paper.record.opinions if each.item == decision.item}
        for block in paper.of_kind("opinion"):
            if block.source in own:
                lines.append(f"{OPINION}：{block.text}" if block.public else withheld_words(paper, (block,)))
    return "\n".join(lines)


def decisions_table(paper: MinutesPaper) -> Table | None:
    """決定事項 from the records; None when nothing was decided."""
    withheld = _flags(paper, "decision")
    rows = []
    for decision in paper.record.decisions:
        number = _number("決", paper, paper.decisions_before + decision.number)
        block = withheld.get(decision.id)
        if block is not None:
            rows.append(Row((number, Cell(withheld_words(paper, (block,)), columns=4))))
            continue
        words = RESULT_SHORT[decision.result] + (f"\n{COUNCIL}" if decision.council else "")
        result = Cell(words, style=CELL_CENTER.bold)
        unit = _unit(paper, decision.unit)
        rows.append(Row((number, _decided(paper, decision), unit, paper.place_of_item(decision.item), result)))
    columns = (
        Column(17, "番号", CELL_CENTER),
        Column(71, "決定の内容"),
        Column(42, "取組"),
        Column(15, "議題", CELL_CENTER),
        Column(20, "結果", CELL_CENTER),
    )
    return Table(columns, tuple(rows), least=6.0, padding=_PADDING) if rows else None


def _due_lines(paper: MinutesPaper, day: date, width: float) -> str:
    """A day in `width` mm: with years that make it longer, the weekday and the month begin new lines."""
    words = paper.settings.paper.long_date(day)
    for before, after in (("日（", "日\n（"), ("年）", "年）\n")):
        if any(text_width(line, CELL) > width for line in words.split("\n")):
            words = words.replace(before, after)
    return words


def actions_table(paper: MinutesPaper, sheet_width: float) -> Table | None:
    """指示事項 from the records; None when none was given. Who it is for stands in 建制順."""
    withheld = _flags(paper, "action")
    order = sorted(paper.departments, key=lambda each: (each.order, each.id))
    rows = []
    for action in paper.record.actions:
        number = _number(paper.settings.action_word[:1], paper, paper.actions_before + action.number)
        block = withheld.get(action.id)
        if block is not None:
            rows.append(Row((number, Cell(withheld_words(paper, (block,)), columns=3))))
            continue
        names = [each.name for each in order if each.id in action.departments]
        owners = names_in_lines(names, CELL, 36 * sheet_width / 165 - 2 * _PADDING[0])
        who = Cell(owners) if owners else Cell(NOBODY, style=CELL_BOLD)
        due = _due_lines(paper, action.due, 39 * sheet_width / 165 - 2 * _PADDING[0]) if action.due else NEXT_MEETING
        rows.append(Row((number, action.text, who, due)))
    columns = (Column(17, "番号", CELL_CENTER), Column(73, "内容"), Column(36, "担当"), Column(39, "期限"))
    return Table(columns, tuple(rows), least=6.0, padding=_PADDING) if rows else None


def _local_day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone().date()


def _confirmer(paper: MinutesPaper) -> tuple[str, str, str]:
    """Title, name and day of who confirmed, or was asked to."""
    version = paper.version
    name = version.confirmed_by or ""
    found = minutes.find_speaker(name, paper.record.attendance) if name else None
    title = (found.title or "") if found else ""
    if found is not None and found.position != "member":
        position = paper.phrases.position(found.position)
        title = f"{position}（{title}）" if title else position
    day = paper.settings.paper.plain_date(version.confirmed_on) if version.confirmed_on else ""
    return title, spaced_name(found.name if found else name), day


def _author(paper: MinutesPaper) -> tuple[str, str, str]:
    """Office, name and day of who made it: of the newest draft that names somebody, else of any such version."""
    drafts_first = sorted(paper.versions, key=lambda each: (each.state == "confirmed", -each.number))
    author = next((each.author for each in drafts_first if each.author.name), drafts_first[0].author)
    names = {each.id: each.name for each in paper.departments}
    office = names.get(author.department or "", paper.phrases.say("secretariat"))
    return office, spaced_name(author.name or ""), paper.settings.paper.plain_date(_local_day(paper.version.moment))


def signature_table(paper: MinutesPaper) -> Table:
    """作成・確認: the first role made it, the second confirmed it, others sign by hand."""
    known = [_author(paper), _confirmer(paper)]
    rows = []
    for place, role in enumerate(paper.settings.paper.signers):
        title, name, day = known[place] if place < len(known) else ("", "", "")
        rows.append(Row((role, title, name, day, "")))
    columns = (
        Column(22, "区分", CELL_CENTER),
        Column(33, "職", CELL),
        Column(48, "氏名", NAME),
        Column(32, "日付", CELL_CENTER),
        Column(30, "署名又は押印"),
    )
    head = (Row(tuple(column.head for column in columns)),)
    return Table(columns, tuple(replace(row, least=9.0) for row in rows), head=head, padding=_PADDING)


def history_line(paper: MinutesPaper) -> Text:
    """案 → 確認中 → 確定, then each later version with its reason."""
    parts: list[str] = []
    stages: set[str] = set()
    edition = 0
    for version in paper.versions:
        if version.state == "confirmed":
            edition += 1
            stages = set()
            day = paper.settings.paper.table_date(version.confirmed_on or _local_day(version.moment))
            reason = f"（{version.reason}）" if version.reason else ""
            parts.append(f"{STAGES['confirmed']}　第{edition}版 {day}{reason}")
        elif version.stage not in stages:
            stages.add(version.stage)
            parts.append(f"{STAGES[version.stage]} {paper.settings.paper.table_date(_local_day(version.moment))}")
    full_stop = paper.settings.paper.said("。")
    end = paper.phrases.say("no_later_change") if edition == 1 and paper.version.state == "confirmed" else ""
    return Text(f"（修正の履歴）　{' → '.join(parts)}{full_stop}{end}", HISTORY, rest=7)
