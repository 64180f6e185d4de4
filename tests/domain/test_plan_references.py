from dataclasses import replace

from dxdesk.domain.plan_parts import Body
from dxdesk.domain.plan_records import plan_from_record
from dxdesk.domain.plan_references import check_circles, check_ids, check_references, shown, twice
from dxdesk.domain.plans import Plan
from tests.plan_samples import sample, uid


def plan() -> Plan:
    return plan_from_record(sample())


def test_a_long_text_is_quoted_by_its_beginning() -> None:
    assert shown("あ" * 40) == "あ" * 40
    assert shown("あ" * 41) == "あ" * 40 + "…"


def test_what_stands_twice_names_where_it_stood_first() -> None:
    problems = list(twice([("a", "1"), ("b", "2"), ("c", "1"), ("d", "1")], "list"))
    assert [(each.place, each.values["first"]) for each in problems] == [("c", "a"), ("d", "a")]


def test_an_id_of_one_list_may_not_serve_in_another() -> None:
    sound = plan()
    role = replace(sound.roles[0], id=sound.uuid)
    assert [each.place for each in check_ids(replace(sound, roles=(role,)))] == ["roles[0].id"]


def test_only_the_one_written_form_of_a_uuid_is_an_id() -> None:
    sound = plan()
    for text in (uid("x").upper(), uid("x").replace("-", ""), "{" + uid("x") + "}", "urn:uuid:" + uid("x"), "1"):
        assert [each.code for each in check_ids(replace(sound, uuid=text))] == ["pack.not_uuid"]


def test_a_reference_finds_only_the_list_it_is_meant_for() -> None:
    sound = plan()
    role = replace(sound.roles[0], body=sound.departments[0].id)
    assert [each.values["list"] for each in check_references(replace(sound, roles=(role,)))] == ["bodies"]


def test_a_chain_of_many_thousand_bodies_is_no_circle_and_takes_no_time() -> None:
    names = [str(number) for number in range(20_000)]
    bodies = tuple(
        Body(uid(name), name, uid(above) if above else None, None, (), (), None)
        for name, above in zip(names, [None, *names], strict=False)
    )
    assert list(check_circles(replace(plan(), bodies=bodies))) == []
