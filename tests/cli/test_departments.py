import pytest

from tests.cli.commands import Town

OUTCOME = {"operation", "id", "subject", "warnings"}


def test_departments_stand_in_their_order_and_can_be_moved(town: Town) -> None:
    assert set(town.value("department", "add", "総務課", "--short", "総", "--after", "町民生活課")) == OUTCOME
    names = ["町民生活課", "総務課", "政策企画課", "商工観光課"]
    assert [each["name"] for each in town.value("department", "list")["departments"]] == names
    said = town.text("department", "order", "総務課", "町民生活課")
    assert said == "建制順に並べました。書かなかった2課は、その後ろに今の順で続きます。\n"
    assert town.text("department", "order", *names) == "建制順に並べました。\n"
    town.text("department", "order", "総務課", "町民生活課")
    listed = town.value("department", "list")
    assert [each["name"] for each in listed["departments"]][:2] == ["総務課", "町民生活課"]
    assert set(listed) == {"departments", "groups"}
    keys = {"id", "name", "short", "order", "order_confirmed", "from", "to", "successor"}
    assert all(set(each) == keys for each in listed["departments"])
    assert all(set(each) == {"id", "name", "members"} for each in listed["groups"])
    assert town.text("department", "list").startswith("1 総務課\n2 町民生活課\n")


def test_a_department_is_renamed_and_ended_with_its_heir(town: Town) -> None:
    town.text("department", "rename", "商工観光課", "産業課")
    said = town.text("department", "close", "産業課", "--on", "R8.3.31", "--successor", "政策企画課")
    assert said == "産業課を令和8年3月31日（火）で終わりにしました。\n"
    ended = town.value("department", "list")["departments"][2]
    assert (ended["name"], ended["to"], ended["successor"]) == ("産業課", "2026-03-31", "政策企画課")
    assert "\n3 産業課（R8.3.31まで）\n" in town.text("department", "list")


def test_departments_are_added_one_by_one(town: Town) -> None:
    before = town.value("department", "list")
    refusal = town.refusal("department", "add", "住民課", "税務課")
    assert "1つずつ" in refusal["message"]
    assert "住民課、税務課" in refusal["message"]
    assert town.value("department", "list") == before


def test_a_group_is_a_list_everybody_or_unknown(town: Town) -> None:
    town.text("department", "group", "関係課", "--members", "政策企画課,町民生活課")
    town.text("department", "group", "窓口の課", "--all")
    town.text("department", "group", "全庁", "--unknown")
    groups = {each["name"]: each["members"] for each in town.value("department", "list")["groups"]}
    assert groups == {"関係課": ["政策企画課", "町民生活課"], "窓口の課": "all", "全庁": None}


def test_members_stand_in_the_order_of_their_posts(town: Town) -> None:
    body = "デジタル化推進員会議"
    town.text("member", "add", "二郎", "--body", body, "--title", "課長", "--department", "町民生活課")
    town.text("member", "add", "一郎", "--body", body, "--title", "副町長", "--position", "委員長")
    assert town.value("member", "list") == [
        {"body": body, "name": "一郎", "title": "副町長", "position": "chair"},
        {"body": body, "name": "二郎", "title": "課長", "position": "member"},
    ]
    town.text("member", "remove", "一郎", "--body", body)
    assert town.text("member", "list") == f"{body}　委員　課長　二郎\n"


def test_a_post_that_there_is_not_is_answered_with_those_there_are(town: Town) -> None:
    refusal = town.refusal("member", "add", "三郎", "--body", "デジタル化推進員会議", "--position", "会長")
    assert refusal["place"] == "position"
    assert "chair（委員長）" in refusal["message"]


def test_a_list_without_members_says_how_to_add_one(town: Town) -> None:
    assert town.text("member", "list") == "委員はまだいません。member add で加えてください。\n"


@pytest.mark.parametrize(
    ("command", "near"),
    [
        (("department", "rename", "町民課", "x"), "町民生活課"),
        (("department", "add", "x", "--after", "町民課"), "町民生活課"),
        (("department", "close", "町民課", "--on", "R8.3.31"), "町民生活課"),
        (("department", "order", "町民課"), "町民生活課"),
        (("department", "group", "関係課", "--members", "町民課"), "町民生活課"),
        (("member", "add", "一郎", "--body", "推進員会議"), "デジタル化推進員会議"),
        (("member", "remove", "一郎", "--body", "デジタル化推進員会議"), "（なし）"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_a_name_that_is_not_there_is_answered_with_the_nearest(command: tuple[str, ...], near: str, town: Town) -> None:
    before = town.bytes()
    assert near in town.refusal(*command)["message"]
    assert town.bytes() == before


@pytest.mark.parametrize(
    "command",
    [
        ("department", "add", "町民生活課"),
        ("department", "add", "全庁"),
        ("department", "add", "　"),
        ("department", "add", "課" * 101),
        ("department", "rename", "町民生活課", "政策企画課"),
        ("department", "close", "町民生活課", "--on", "R8.3.31", "--successor", "町民生活課"),
        ("department", "order", "町民生活課", "町民生活課"),
        ("department", "group", "関係課"),
    ],
    ids=" ".join,
)
def test_a_department_that_cannot_be_is_refused_and_nothing_changes(command: tuple[str, ...], town: Town) -> None:
    before = town.bytes()
    assert town.refusal(*command)["message"]
    assert town.bytes() == before
