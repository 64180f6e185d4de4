from dataclasses import replace

import pytest

from dxdesk.domain.errors import Problem
from dxdesk.domain.plan_checks import MOST_PROBLEMS, check_plan, texts
from dxdesk.domain.plan_lists import Lineage, OpenQuestion
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plan_records import plan_from_record
from dxdesk.domain.plans import Plan
from tests.broken_plans import MEANING, RELATED, Fault
from tests.plan_samples import sample, uid


def plan() -> Plan:
    return plan_from_record(sample())


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(each.code, each.place) for each in problems]


def test_a_sound_plan_has_nothing_to_put_right() -> None:
    assert check_plan(plan()) == []


@pytest.mark.parametrize("fault", [*MEANING, *RELATED], ids=lambda fault: f"{fault.code}:{fault.place}")
def test_each_fault_of_meaning_is_found_without_a_file(fault: Fault) -> None:
    record = sample()
    fault.spoil(record)
    assert told(check_plan(plan_from_record(record))) == [(fault.code, fault.place)]


def test_faults_of_meaning_are_all_found_together() -> None:
    record = sample()
    for fault in MEANING:
        fault.spoil(record)
    found = told(check_plan(plan_from_record(record)))
    assert sorted(found) == sorted((fault.code, fault.place) for fault in MEANING)


def test_codes_that_differ_in_width_and_brackets_only_are_the_same() -> None:
    record = sample()
    record["nodes"][2]["code"] = "（１）"
    problems = check_plan(plan_from_record(record))
    assert told(problems) == [("pack.twice", "nodes[2].code")]
    assert problems[0].values["first"] == "nodes[1].code"


def test_an_activity_may_hang_on_the_plan_an_axis_an_initiative_or_a_field() -> None:
    record = sample()
    for parent in (None, uid("住民の軸"), uid("窓口"), uid("福祉の窓口")):
        record["nodes"][4]["parent"] = parent
        assert check_plan(plan_from_record(record)) == []


def test_a_parent_stands_on_a_level_named_earlier() -> None:
    record = sample()
    for parent in ("研修", "福祉の窓口", "窓口"):
        record["nodes"][1]["parent"] = uid(parent)
        assert told(check_plan(plan_from_record(record))) == [("pack.parent_level", "nodes[1].parent")]


def test_more_levels_than_a_tree_can_show_are_told() -> None:
    record = sample()
    line = record["levels"][3]
    record["levels"] += [line | {"key": f"line{number}"} for number in range(20)]
    assert told(check_plan(plan_from_record(record))) == [("pack.too_many_levels", "levels")]


def test_ten_full_width_letters_make_a_short_name_and_twenty_half_width_ones() -> None:
    record = sample()
    for name in ("あいうえおかきくけこ", "a" * 20, "あいうえおかきくけab"):
        record["nodes"][1]["short_name"] = name
        assert check_plan(plan_from_record(record)) == []


def test_a_question_on_all_marks_serves_for_each() -> None:
    sound = plan()
    questions = (OpenQuestion(None, "marks", "どれ？"), OpenQuestion(None, "schemes", "どれ？"))
    assert check_plan(replace(sound, open=questions)) == []
    assert told(check_plan(replace(sound, open=()))) == [
        ("pack.question_missing", "marks[1].known"),
        ("pack.question_missing", "schemes[1].known"),
    ]


def test_terms_may_be_defined_twice_because_definitions_may_disagree() -> None:
    sound = plan()
    other = replace(sound.terms[0], id=uid("DXのもう1つ"), definition="仕組みを変える。")
    assert check_plan(replace(sound, terms=(*sound.terms, other))) == []


def test_a_line_of_descent_may_come_from_what_is_gone_and_lead_to_departments() -> None:
    gone = Lineage("merged", (uid("旧課1"), uid("旧課2")), (uid("総務課"),), None)
    assert check_plan(replace(plan(), lineage=(gone,))) == []


def test_a_circle_of_departments_is_told_once() -> None:
    ring = [
        Department(uid(name), name, order=number, successor=uid(after))
        for number, (name, after) in enumerate((("甲", "乙"), ("乙", "丙"), ("丙", "甲"), ("丁", "甲")))
    ]
    sound = plan()
    problems = check_plan(replace(sound, departments=(*sound.departments, *ring)))
    assert told(problems) == [("pack.circle", "departments[2].successor")]


def test_a_day_is_written_in_one_form() -> None:
    record = sample()
    for day in ("20250401", "2025-W14-2", "2025-4-1", "2025-02-30"):
        record["departments"][0]["from"] = day
        assert told(check_plan(plan_from_record(record))) == [("pack.day", "departments[0].from")]


def test_an_unknown_owner_is_told_with_names_that_are_near() -> None:
    record = sample()
    record["nodes"][1]["owners"][0]["name"] = "総務科"
    assert "総務課" in str(check_plan(plan_from_record(record))[0].values["near"])


def test_every_text_is_met_with_its_place() -> None:
    found = {place: text for place, _, _, text in texts(plan())}
    assert found["nodes[1].indicators[0].targets[0].value"] == "40"
    assert found["nodes[1].schedule.wording"] == "3年間"
    assert found["nodes[1].steps[1]"] == "試す"
    assert found["lineage[0].from[0]"] == uid("昔の取組")
    assert found["groups[0].members"] == "all"


def test_a_plan_with_endless_faults_gives_no_more_than_a_screen_can_use() -> None:
    sound = plan()
    nodes = tuple(replace(sound.nodes[5], name="") for _ in range(3000))
    assert len(check_plan(replace(sound, nodes=nodes))) == MOST_PROBLEMS
