"""The tabs 決定と宿題 and 指標 of the 個票."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from dxdesk.domain.calendar import fiscal_year_words, plain_date
from dxdesk.domain.meetings import NumberedAction
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plan_parts import Indicator
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Reading
from dxdesk.domain.sheets import cycle_short_name
from dxdesk.store.queries.board import ACTION_WORDS
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.store.queries.unit_record import UnitRecord
from dxdesk.ui.initiatives.sheet import Block, Decided, IndicatorBlock, Passage, Task
from dxdesk.wording.initiatives import NEXT_MEETING, NO_INDICATORS, NOTHING_DECIDED, cannot_be_measured
from dxdesk.wording.meeting import COUNCIL, OPINION, told_word


def decision_blocks(source: Initiatives, record: UnitRecord) -> Iterator[Block]:
    """Decisions over all meetings with their 付帯意見, newest first, then the 宿題 that are open, then those that are
    done."""
    last = {(meeting.id, decision.item): decision.id for meeting, decision in record.decisions}
    for meeting, decision in reversed(record.decisions):
        title = f"{plain_date(meeting.day)}　{meeting.body_name}"
        words = f"{decision.words}（{COUNCIL}）" if decision.council else decision.words
        place = (meeting.id, decision.item)
        if last[place] == decision.id:
            opinions = [each.text for held, each in record.opinions if (held.id, each.item) == place]
            words = "\n".join((words, *(f"{OPINION}：{each}" for each in opinions)))
        yield Decided(title, told_word(decision.result), words)
    open_ones = [each for each in record.actions if each.action.state == "open"]
    rest = [each for each in reversed(record.actions) if each.action.state != "open"]
    if record.actions:
        yield Passage(source.settings.action_word, "")
    for each in (*open_ones, *rest):
        yield _task(each, record)
    if not record.decisions and not record.actions:
        yield Passage("", NOTHING_DECIDED)


def _task(numbered: NumberedAction, record: UnitRecord) -> Task:
    action = numbered.action
    return Task(
        number=f"宿{numbered.number}",
        text=action.text,
        who="・".join(record.names.get(each, each) for each in action.departments),
        due=f"{action.due.month}月{action.due.day}日" if action.due else NEXT_MEETING,
        state=ACTION_WORDS[action.state],
        done=action.state == "done",
        outcome=action.outcome or "",
    )


def indicator_blocks(source: Initiatives, unit: Node, record: UnitRecord) -> Iterator[Block]:
    """Every indicator of a unit with what was reported in every cycle, newest first."""
    for indicator in unit.indicators:
        yield _indicator(source, indicator, unit, record)
    if not unit.indicators:
        yield Passage("", NO_INDICATORS)


def _indicator(source: Initiatives, indicator: Indicator, unit: Node, record: UnitRecord) -> IndicatorBlock:
    suffix = indicator.unit or ""
    values: list[tuple[str, str, str]] = []
    points: list[tuple[str, str]] = []
    now = source.views.get(unit.id)
    for cycle, view in (*record.past, *([(source.cycle, now)] if now else [])):
        reading = _reading(view, indicator.id)
        if reading is None:
            continue
        values.append((cycle.name, _words(reading, suffix), _note(reading)))
        if reading.value is not None and _is_number(reading.value):
            points.append((cycle_short_name(cycle), reading.value))
    targets = [each.value for each in indicator.targets if _is_number(each.value)]
    return IndicatorBlock(
        name=indicator.name,
        unit=suffix,
        goals=tuple(_goals(indicator)),
        values=tuple(reversed(values)),
        points=tuple(points),
        target=targets[-1] if targets else None,
        note=indicator.note or "",
    )


def _goals(indicator: Indicator) -> Iterator[tuple[str, str]]:
    suffix = indicator.unit or ""
    if indicator.baseline:
        when = f"（{indicator.baseline.as_of}）" if indicator.baseline.as_of else ""
        yield f"基準{when}", f"{indicator.baseline.value}{suffix}"
    for target in indicator.targets:
        when = f"（{fiscal_year_words(target.year)}）" if target.year else ""
        yield f"目標{when}", f"{target.value}{suffix}"


def _reading(view: UnitView, indicator: str) -> Reading | None:
    answer = view.counted.answer if view.counted else None
    return next((each for each in answer.indicators if each.id == indicator), None) if answer else None


def _words(reading: Reading, suffix: str) -> str:
    words = reading.as_typed or reading.value
    if words is None:
        return cannot_be_measured(reading.reason)
    return words if words.endswith(suffix) else f"{words}{suffix}"


def _note(reading: Reading) -> str:
    when = f"{reading.as_of} 現在" if reading.as_of else ""
    source = f"出典：{reading.source}" if reading.source else ""
    return "　".join(each for each in (when, source) if each)


def _is_number(words: str) -> bool:
    try:
        return Decimal(words).is_finite()
    except InvalidOperation:
        return False
