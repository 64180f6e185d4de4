"""The tab 計画 of the 個票: what the plan itself says about a unit or a group."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from dxdesk.documents.reference import national_names
from dxdesk.domain.calendar import fiscal_year_words
from dxdesk.domain.plan_lists import Figure
from dxdesk.domain.plan_parts import Indicator, NarrativeKind
from dxdesk.domain.plan_texts import YearText, goal_pairs, plan_lines, unit_years, year_texts
from dxdesk.domain.plans import Node
from dxdesk.domain.terms import terms_of
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.ui.initiatives.sheet import Block, Lines, Passage, Terms
from dxdesk.wording.board import NO_LAST_YEAR
from dxdesk.wording.initiatives import SPAN_OPEN

_NARRATIVE: Final[tuple[tuple[NarrativeKind, str], ...]] = (
    ("background", "背景"),
    ("policy", "取組の方針"),
    ("direction", "目指す方向性"),
    ("note", "備考"),
)
_PARTS: Final = {"main": "主管", "related": "関係"}
_WEIGHTS: Final = {"primary": "主", "related": "関連"}


def _schedule(source: Initiatives, unit: Node) -> Iterator[Block]:
    """実施時期: by years where the plan places its lines in years, else as a list."""
    years = unit_years(source.plan, source.cycle.fiscal_year)
    texts = year_texts(source.plan, unit, years) if years else ()
    if texts:
        for each in texts:
            yield Lines(_year_words(each), tuple(("–", line) for line in each.lines))
        return
    lines = plan_lines(source.plan, unit)
    if lines:
        yield Lines("取組の内容", tuple(("–", line) for line in lines))
    if unit.schedule and not unit.schedule.span_confirmed and unit.schedule.kind in ("span", "start"):
        yield Passage("", "", SPAN_OPEN)


def _year_words(text: YearText) -> str:
    first = fiscal_year_words(text.first)
    if text.first == text.last:
        return first
    return f"{first} ～ {fiscal_year_words(text.last)}" + (f"（{NO_LAST_YEAR}）" if text.dotted else "")


def _narrative(node: Node) -> Iterator[Block]:
    for kind, heading in _NARRATIVE:
        texts = [each.text for each in node.narrative if each.kind == kind]
        if texts:
            yield Passage(heading, "\n".join(texts))
    for pair in goal_pairs(node):
        if pair.currents:
            yield Passage("現状と課題", "\n".join(pair.currents))
        if pair.goals:
            yield Passage("目指す姿", "\n".join(pair.goals))


def _indicator_words(indicator: Indicator) -> str:
    unit = indicator.unit or ""
    words = []
    if indicator.baseline:
        when = f"（{indicator.baseline.as_of}）" if indicator.baseline.as_of else ""
        words.append(f"基準 {indicator.baseline.value}{unit}{when}")
    for target in indicator.targets:
        when = f"（{fiscal_year_words(target.year)}）" if target.year else ""
        words.append(f"目標 {target.value}{unit}{when}")
    return f"{indicator.name}　{'、'.join(words)}" if words else indicator.name


def _marks(source: Initiatives, node: Node) -> Iterator[Block]:
    """印 and the second classifications, inherited downwards; what nobody confirmed says so."""
    chain = (*source.plan.path(node), node)
    marks = {mark.key: mark for mark in source.plan.marks}
    found = [
        marks[each.key].label + ("" if each.confirmed else "（未確認）")
        for above in chain
        for each in above.marks
        if each.key in marks
    ]
    if found:
        yield Passage("印", "・".join(dict.fromkeys(found)))
    for scheme in source.plan.schemes:
        words = {each.value: each.text for each in scheme.values}
        tags = [
            (words.get(tag.value) or tag.value) + ("" if tag.confirmed else "（未確認）")
            for above in chain
            for tag in above.tags
            if tag.scheme == scheme.key
        ]
        if tags:
            yield Passage(scheme.name, "・".join(dict.fromkeys(tags)))


def _owners(source: Initiatives, unit: Node) -> Iterator[Block]:
    """The plan's own words for who carries a unit, and who was asked in this cycle."""
    named = tuple(("–", f"{owner.name}（{_PARTS[owner.part]}）") for owner in unit.owners)
    card = source.cards[unit.id]
    if named:
        yield Lines("実施主体", named)
    if card.departments:
        note = "（計画に記載がないため仮に照会）" if unit.id in source.provisional else ""
        yield Passage("この回の照会先", "・".join(card.departments) + note)


def _national(source: Initiatives, unit: Node) -> Iterator[Block]:
    """The national items in every version the plan was matched against, main ones first."""
    names = national_names()
    own = [each for each in source.plan.crosswalk if each.node == unit.id]
    own.sort(key=lambda each: (each.version != source.plan.national_version, each.weight != "primary"))
    lines = tuple(
        (
            "–",
            f"{each.item} {names.get(each.item, '')}（{_WEIGHTS[each.weight]}・第{each.version}版）"
            + ("" if each.confirmed else "　案"),
        )
        for each in own
    )
    if lines:
        yield Lines("国の重点取組事項", lines)


def _beside(source: Initiatives, node: Node, about: Collection[str]) -> Iterator[Block]:
    """What the plan's lists say about a node: figures, issues and the ideas it serves."""
    plan = source.plan
    figures = tuple(("–", _figure_words(each)) for each in plan.figures if each.node in about)
    if figures:
        yield Lines("計画に書かれた数値", figures)
    issues = tuple(("–", each.text) for each in plan.issues if each.node in about)
    if issues:
        yield Lines("計画に書かれた課題", issues)
    line = {node.id, *(each.id for each in plan.path(node))}
    ideas = tuple(("–", each.text) for each in plan.philosophies if line & set(each.nodes))
    if ideas:
        yield Lines("理念", ideas)


def _figure_words(figure: Figure) -> str:
    said = "・".join(each for each in (figure.as_of, figure.source) if each)
    return f"{figure.name}　{figure.value}" + (f"（{said}）" if said else "")


def _terms(source: Initiatives, node: Node) -> Iterator[Block]:
    """The terms of the glossary that the plan uses for a node."""
    found = tuple((each.id, each.term) for each in terms_of(source.plan, node))
    if found:
        yield Terms("用語", found)


def plan_blocks(source: Initiatives, node: Node) -> tuple[Block, ...]:
    """Everything the plan holds about a node: when, why, what for, by whom, and what its text leaves open."""
    unit = source.plan.role(node) == "initiative"
    found: list[Block] = []
    if unit:
        found += _schedule(source, node)
    found += _narrative(node)
    if node.indicators:
        found.append(Lines("指標", tuple(("–", _indicator_words(each)) for each in node.indicators)))
    if node.steps:
        found.append(Lines("進め方", tuple((f"{at}", step) for at, step in enumerate(node.steps, 1))))
    if unit:
        found += _owners(source, node)
    found += _national(source, node)
    found += _marks(source, node)
    if node.aliases:
        found.append(Passage("別の書き方", "・".join(node.aliases)))
    if node.source:
        found.append(Passage("計画の記載箇所", node.source))
    about = {node.id, *(line.id for line in source.plan.walk(node.id))} if unit else {node.id}
    found += _beside(source, node, about)
    questions = tuple(("？", each.question) for each in source.plan.open if each.node in about)
    if questions:
        found.append(Lines("計画の文で確かめること", questions))
    found += _terms(source, node) if unit else ()
    return tuple(found) or (Passage("", "計画にはこれより詳しい記載がありません。"),)
