import json
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxdesk.domain.errors import Problem
from dxdesk.domain.plan_lists import HistoryEntry, PlanText
from dxdesk.domain.plan_parts import Baseline, Indicator, Narrative, Schedule, Target
from dxdesk.domain.plan_records import plan_record
from dxdesk.domain.plans import Plan
from dxdesk.exchange.plan_pack import pack_text, read_pack
from dxdesk.wording.sentences import problem_words, remedy
from tests.broken_plans import FORM, MEANING, RELATED, Fault
from tests.plan_samples import MIHON, TOWNS, Record, sample, shipped, uid

Path = list[str]


def written(record: object) -> str:
    return json.dumps(record, ensure_ascii=False)


def read(record: object) -> Plan:
    return read_pack(written(record), "mihon.json")


def refusal(content: str | bytes | Record) -> Problem:
    text = content if isinstance(content, str | bytes) else written(content)
    with pytest.raises(Problem) as caught:
        read_pack(text, "mihon.json")
    assert caught.value.code == "pack.invalid"
    assert caught.value.place == "mihon.json"
    assert caught.value.problems
    assert all("ください" in problem_words(each) for each in (caught.value, *caught.value.problems))
    return caught.value


def outcome(content: bytes) -> Problem | None:
    """The refusal of a file, None where it is taken; anything else that is raised goes on."""
    try:
        read_pack(content, "mihon.json")
    except Problem as problem:
        return problem
    return None


def told(problem: Problem) -> list[tuple[str, str]]:
    return [(each.code, each.place.split("（")[0]) for each in problem.problems]


def spoilt(*faults: Fault) -> Record:
    record = sample()
    for fault in faults:
        fault.spoil(record)
    return record


# --- the same again ---------------------------------------------------------------------------------------------


def test_a_pack_that_fills_every_list_is_read_and_written_as_it_was() -> None:
    plan = read(sample())
    assert plan_record(plan) == sample()
    assert pack_text(plan) == MIHON.read_text(encoding="utf-8")


@pytest.mark.parametrize("town", TOWNS)
def test_export_and_import_of_a_towns_plan_give_the_same_plan(town: str) -> None:
    plan = read_pack(shipped(town), town)
    assert read_pack(pack_text(plan), town) == plan
    assert read_pack(pack_text(plan).replace("\n", "\r\n").encode("utf-8-sig"), town) == plan


def test_absent_optional_keys_are_null_or_empty() -> None:
    record = sample()
    bare = {key: record[key] for key in ("format", "id", "uuid", "town", "title", "levels")}
    bare["period"] = {"from": 2023}
    bare["nodes"] = [{"id": record["nodes"][0]["id"], "level": "axis", "code": "1", "name": "軸"}]
    plan = read(bare)
    assert (plan.period.to, plan.edition, plan.terms) == (None, None, ())
    assert (plan.nodes[0].parent, plan.nodes[0].schedule, plan.nodes[0].owners) == (None, None, ())


def test_the_revision_that_plan_show_adds_is_passed_over() -> None:
    assert read(sample() | {"revision": {"number": 3, "of": 1.5}}) == read(sample())


def test_line_ends_and_tabs_inside_texts_pass_the_gate_of_typed_text() -> None:
    record = sample()
    record["texts"][0]["text"] = "一行目\r\n二\t行目"
    assert read(record).texts[0].text == "一行目\n二 行目"


passages = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Cf"]), min_size=1, max_size=60).filter(
    str.strip
)
titles = st.text(st.sampled_from("髙﨑神々①ｱ🏯あ亜AZ09-・ "), min_size=1, max_size=60).filter(str.strip)
maybe = st.none() | titles
years = st.integers(1990, 2100)
schedules = st.builds(
    lambda first, length, **more: Schedule(from_=first, to=first + length, **more),
    years,
    st.integers(0, 9),
    kind=st.sampled_from(("span", "year", "start", "yearly", "alternate", "anytime", "deadline", "conditional")),
    wording=maybe,
    condition=maybe,
    span_confirmed=st.booleans(),
)
narratives = st.builds(
    Narrative, kind=st.sampled_from(("background", "goal", "note")), text=passages, pair=st.none() | st.integers(0, 9)
)
indicators = st.builds(
    Indicator,
    id=st.just(uid("新しい指標")),
    name=titles,
    unit=maybe,
    kind=st.sampled_from(("number", "rate", "total", "yes_no", "text")),
    baseline=st.none() | st.builds(Baseline, value=titles, as_of=maybe),
    direction=st.sampled_from((None, "up", "down", "keep")),
    targets=st.lists(st.builds(Target, year=st.none() | years, value=titles), max_size=3).map(tuple),
    note=st.none() | passages,
)
entries = st.builds(
    HistoryEntry,
    id=st.just(uid("新しい実績")),
    title=titles,
    bucket=titles,
    as_of=maybe,
    detail=st.none() | passages,
    node=st.none(),
)


@given(data=st.data())
@settings(deadline=None)
def test_a_changed_plan_comes_back_as_it_was_changed(data: st.DataObject) -> None:
    plan = read(sample())
    changed_node = replace(
        data.draw(st.sampled_from(plan.nodes)),
        name=data.draw(titles),
        aliases=data.draw(st.lists(titles, max_size=3).map(tuple)),
        narrative=data.draw(st.lists(narratives, max_size=3).map(tuple)),
        schedule=data.draw(st.none() | schedules),
        indicators=data.draw(st.lists(indicators, max_size=1).map(tuple)),
        steps=data.draw(st.lists(titles, max_size=3).map(tuple)),
    )
    nodes = [changed_node if node.id == changed_node.id else node for node in plan.nodes]
    changed = replace(
        plan,
        nodes=tuple(data.draw(st.permutations(nodes))),
        texts=data.draw(st.lists(st.builds(PlanText, heading=titles, text=passages), max_size=3).map(tuple)),
        history=data.draw(st.lists(entries, max_size=1).map(tuple)),
    )
    assert read_pack(pack_text(changed), "mihon.json") == changed


@pytest.mark.parametrize("town", TOWNS)
def test_a_towns_plan_with_another_order_and_other_names_comes_back(town: str) -> None:
    plan = read_pack(shipped(town), town)
    nodes = tuple(replace(node, name=f"{node.name}髙﨑𠮷", aliases=("別名",)) for node in reversed(plan.nodes))
    changed = replace(plan, nodes=nodes, terms=plan.terms[1:], texts=plan.texts[::-1])
    assert read_pack(pack_text(changed), town) == changed


# --- what is told -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [*FORM, *MEANING, *RELATED], ids=lambda fault: f"{fault.code}:{fault.place}")
def test_each_fault_is_told_once_with_its_place_and_what_to_do(fault: Fault) -> None:
    refused = refusal(spoilt(fault))
    assert told(refused) == [(fault.code, fault.place)]
    assert "ください" in remedy(problem_words(refused.problems[0]))


@given(faults=st.lists(st.sampled_from([*FORM, *MEANING]), min_size=2, max_size=30, unique_by=lambda each: each.place))
@settings(deadline=None)
def test_any_faults_together_are_all_told_at_once(faults: list[Fault]) -> None:
    refused = refusal(spoilt(*faults))
    assert sorted(told(refused)) == sorted((fault.code, fault.place) for fault in faults)
    assert refused.values["count"] == len(faults)


def test_a_file_with_twelve_faults_gives_twelve_problems_in_the_order_of_the_file() -> None:
    faults = [*FORM[1:7], *MEANING[8:14]]
    places = [place for _, place in told(refusal(spoilt(*faults)))]
    assert len(places) == 12
    keys = list(sample())
    tops = [place.split("[")[0].split(".")[0] for place in places]
    known = [keys.index(top) for top in tops if top in keys]
    assert known == sorted(known)


def test_a_place_carries_the_code_and_the_name_of_what_stands_there() -> None:
    record = sample()
    record["nodes"][1]["schedule"]["from"] = "令和5年度"
    record["terms"][0]["definition"] = None
    record["departments"][1]["from"] = "きのう"
    record["title"] = ""
    places = [each.place for each in refusal(record).problems]
    assert places == [
        "title（計画）",
        "nodes[1].schedule.from（1 窓口）",
        "departments[1].from（旧係）",
        "terms[0].definition（DX）",
    ]


def take(*path: str | int) -> Callable[[Record], None]:
    """Remove what stands at a path."""

    def spoil(record: Any) -> None:
        for step in path[:-1]:
            record = record[step]
        del record[path[-1]]

    return spoil


def give(value: object, *path: str | int) -> Callable[[Record], None]:
    """Write a value at a path."""

    def spoil(record: Any) -> None:
        for step in path[:-1]:
            record = record[step]
        record[path[-1]] = value

    return spoil


@pytest.mark.parametrize(
    ("spoil", "code", "place"),
    [
        (give("node", "nodes"), "pack.not_list", "nodes"),
        (give("node", "nodes", 1), "pack.not_object", "nodes[1]"),
        (take("nodes", 1, "id"), "pack.missing_key", "nodes[1].id"),
        (give(7, "nodes", 1, "id"), "pack.not_text", "nodes[1].id"),
        (give(None, "nodes", 0, "level"), "pack.not_text", "nodes[0].level"),
        (give(1, "nodes", 1, "code"), "pack.not_text", "nodes[1].code"),
        (take("levels", 1, "key"), "pack.missing_key", "levels[1].key"),
        (give("top", "levels", 0, "role"), "pack.word", "levels[0].role"),
        (give({}, "levels"), "pack.not_list", "levels"),
        (give(5, "departments", 0, "name"), "pack.not_text", "departments[0].name"),
        (give([], "departments", 0, "id"), "pack.not_text", "departments[0].id"),
        (give("all", "departments"), "pack.not_list", "departments"),
        (give(None, "groups", 0), "pack.not_object", "groups[0]"),
        (give("x", "schemes", 0, "values"), "pack.not_list", "schemes[0].values"),
        (give("x", "schemes", 0, "known"), "pack.not_yes_no", "schemes[0].known"),
        (give(0, "open", 0, "field"), "pack.not_text", "open[0].field"),
        (give([], "period"), "pack.not_object", "period"),
        (give({}, "nodes", 1, "schedule", "kind"), "pack.word", "nodes[1].schedule.kind"),
        (take("title"), "pack.missing_key", "title"),
        (take("period"), "pack.missing_key", "period"),
    ],
)
def test_what_leans_on_a_spoilt_place_is_not_told_as_well(
    spoil: Callable[[Record], None], code: str, place: str
) -> None:
    record = sample()
    spoil(record)
    assert told(refusal(record)) == [(code, place)]


def test_a_key_written_twice_is_told_at_its_place() -> None:
    text = written(sample()).replace('"town": ', '"town": "別の町", "town": ', 1)
    assert told(refusal(text)) == [("pack.key_twice", "town")]


def test_a_newer_format_is_told_alone() -> None:
    refused = refusal(sample() | {"format": 2, "colour": "red", "nodes": {}})
    assert told(refused) == [("pack.format", "format")]
    assert refused.problems[0].values == {"format": 2, "known": 1}


@pytest.mark.parametrize("content", ["[]", '"計画"', "1", "null", "NaN"])
def test_a_file_that_is_no_object_is_no_pack(content: str) -> None:
    assert told(refusal(content)) == [("pack.not_a_pack", "mihon.json")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "json.syntax"),
        (b"\xff\xfe{\x00}\x00", "json.encoding"),
        (b" " * (4 * 1024 * 1024) + b"{}", "json.too_big"),
        (b'{"nodes":' + b"[" * 13, "json.too_deep"),
        (b"PK\x03\x04", "json.syntax"),
    ],
)
def test_a_file_that_is_no_json_is_told_with_its_name(content: bytes, code: str) -> None:
    assert told(refusal(content)) == [(code, "mihon.json")]


def test_no_more_than_a_thousand_problems_are_told() -> None:
    record = sample()
    assert len(refusal(record | {"terms": [0] * 5000}).problems) == 1000
    refused = refusal(dict.fromkeys(map(str, range(5000))) | record)
    assert [each.code for each in refused.problems] == ["pack.unknown_key"] * 1000
    many = [dict(record["nodes"][2]) for _ in range(1500)]
    assert len(refusal(record | {"nodes": [*record["nodes"], *many]}).problems) == 1000


def test_signs_that_cannot_be_read_are_not_quoted() -> None:
    refused = refusal(sample() | {"赤\u202e\x00": 1})
    assert told(refused) == [("pack.unknown_key", "赤??")]


def test_a_key_that_looks_like_a_path_leads_nowhere() -> None:
    record = sample() | {"nodes[99]": 1, "colour[0]": 1}
    assert [each.place for each in refusal(record).problems] == ["nodes[99]", "colour[0]"]


def test_hostile_bytes_only_ever_give_a_problem() -> None:
    """2,000 damaged files of four kinds: a byte changed, a piece cut out, a piece doubled, values exchanged."""
    chance = random.Random(20240401)
    whole = pack_text(read(sample())).encode()
    tokens = [b"null", b"[]", b"{}", b"-1", b'""', b"1e9", b'"\\ud800"', b"true", b'{"a":{"a":[[]]}}', b"\x00", b"\xf0"]
    refused = 0
    for turn in range(2000):
        start = chance.randrange(len(whole))
        end = min(len(whole), start + chance.randrange(1, 40))
        if turn % 4 == 0:
            damaged = whole[:start] + bytes([chance.randrange(256)]) + whole[start + 1 :]
        elif turn % 4 == 1:
            damaged = whole[:start] + whole[end:]
        elif turn % 4 == 2:
            damaged = whole[:end] + whole[start:]
        else:
            colon = whole.find(b": ", start)
            stop = whole.find(b"\n", colon)
            damaged = whole[: colon + 2] + chance.choice(tokens) + b"," + whole[stop:]
        problem = outcome(damaged)
        refused += problem is not None
        for each in problem.problems if problem else ():
            assert each.place
            assert problem_words(each)
    assert refused > 1000
