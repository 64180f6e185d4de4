import json
from pathlib import Path

import pytest

from tests.cli.commands import CYCLE, Town, new_town, run, shape
from tests.plan_samples import MIHON, PLANS, TOWNS, sample

OUTCOME = {"operation", "id", "subject", "warnings"}


def write_pack(path: Path, record: object) -> str:
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return str(path)


def test_the_five_plans_are_listed_with_their_counts() -> None:
    found = json.loads(run("plans", "--json").out)
    counts = dict.fromkeys(("groups", "initiatives", "activities", "terms", "history", "departments", "bodies"), "int")
    assert shape(found) == [
        {"id": "str", "town": "str", "title": "str", "period": {"from": "int", "to": "NoneType"}, "counts": counts}
    ]
    initiatives = {each["id"]: each["counts"]["initiatives"] for each in found}
    assert initiatives == {"ogawara": 13, "otaki": 11, "kaminokawa": 8, "miharu": 25, "kahoku": 14}
    periods = {each["id"]: (each["period"]["from"], each["period"]["to"]) for each in found}
    assert periods["miharu"] == (2023, 2027)
    assert periods["kahoku"][1] is None


def test_the_five_plans_are_listed_for_people() -> None:
    lines = run("plans").out.splitlines()
    assert len(lines) == 5
    assert "ogawara     大河原町　大河原町DX全体方針" in lines


@pytest.mark.parametrize("plan", TOWNS)
def test_every_plan_opens_and_shows_the_pack_it_came_from(plan: str, tmp_path: Path) -> None:
    town = new_town(tmp_path, plan)
    shown = town.value("plan", "show")
    assert shown.pop("revision") == 1
    assert shown == json.loads((PLANS / f"{plan}.json").read_text(encoding="utf-8"))
    tree = town.text("plan", "show").splitlines()
    assert tree[0].startswith(shown["town"])
    assert len(tree) == 1 + len(shown["nodes"])


def test_new_answers_with_what_it_made(tmp_path: Path) -> None:
    town = Town(str(tmp_path / "town.db"))
    made = town.value("new", "--plan", "ogawara")
    assert set(made) == OUTCOME
    assert (made["operation"], made["subject"], made["warnings"]) == ("new", "大河原町DX全体方針", [])


def test_new_takes_a_plan_file(tmp_path: Path) -> None:
    town = new_town(tmp_path, str(MIHON))
    assert town.value("plan", "show")["id"] == "mihon"


def test_new_without_a_database_makes_the_one_in_the_data_folder(own_home: Path) -> None:
    assert run("new", "--plan", "otaki").code == 0
    assert json.loads(run("plan", "show", "--json").out)["id"] == "otaki"
    assert [each.name for each in own_home.glob("*.db")] == ["dxdesk.db"]


def test_new_never_overwrites_a_file(town: Town) -> None:
    before = town.bytes()
    refusal = town.refusal("new", "--plan", "miharu", code=3)
    assert refusal["kind"] == "environment"
    assert refusal["file"] == town.database
    assert town.bytes() == before


def test_new_in_a_folder_that_is_not_there_makes_nothing(tmp_path: Path) -> None:
    refusal = Town(str(tmp_path / "none" / "town.db")).refusal("new", "--plan", "miharu", code=3)
    assert refusal["message"].startswith("フォルダがありません")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_plan_makes_no_file_and_names_those_that_ship(tmp_path: Path) -> None:
    refusal = Town(str(tmp_path / "town.db")).refusal("new", "--plan", "ogawra")
    assert (refusal["kind"], refusal["place"]) == ("input", "plan")
    assert all(each in refusal["message"] for each in TOWNS)
    assert list(tmp_path.iterdir()) == []


def test_a_plan_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    name = str(tmp_path / "none.json")
    for command in (("new", "--plan", name), ("plan", "validate", name), ("plan", "import", name)):
        refusal = Town(str(tmp_path / "town.db")).refusal(*command)
        assert refusal["file"] == name
        assert "読めません" in refusal["message"]
    assert list(tmp_path.iterdir()) == []


def test_a_bad_plan_file_makes_no_database_and_lists_every_problem(tmp_path: Path) -> None:
    record = sample()
    record["nodes"][0]["code"] = None
    record["town"] = ""
    record["surprise"] = 1
    file = write_pack(tmp_path / "bad.json", record)
    town = Town(str(tmp_path / "town.db"))
    refusal = town.refusal("new", "--plan", file)
    assert refusal["file"] == file
    assert len(refusal["problems"]) >= 3
    assert all(each["place"] and each["message"] and each["remedy"] for each in refusal["problems"])
    assert not Path(town.database).exists()
    validated = json.loads(run("plan", "validate", file, "--json").out)["error"]
    assert validated["problems"] == refusal["problems"]
    said = run("plan", "validate", file)
    assert said.code == 1
    assert len(said.err.splitlines()) == 1 + len(refusal["problems"])


def test_a_good_plan_file_is_called_good(tmp_path: Path) -> None:
    answer = json.loads(run("plan", "validate", str(MIHON), "--json").out)
    assert answer["ok"] is True
    assert set(answer) == {"ok", "id", "town", "title", "period", "counts"}
    assert "直すところはありません" in run("plan", "validate", str(MIHON)).out


@pytest.mark.parametrize("plan", TOWNS)
def test_an_exported_plan_is_the_pack_again_and_changes_nothing_when_taken_in(plan: str, tmp_path: Path) -> None:
    town = new_town(tmp_path, plan)
    file = tmp_path / "out.json"
    assert town.value("plan", "export", str(file)) == {"file": str(file)}
    assert file.read_bytes() == (PLANS / f"{plan}.json").read_bytes()
    assert town.refusal("plan", "import", str(file))["kind"] == "rule"
    assert town.value("plan", "show")["revision"] == 1


def test_a_later_revision_is_taken_in_and_an_open_cycle_keeps_its_own(opened: Town, tmp_path: Path) -> None:
    record = json.loads((PLANS / "ogawara.json").read_text(encoding="utf-8"))
    record["nodes"][1]["name"] = "新しい名前の取組"
    file = write_pack(tmp_path / "next.json", record)
    assert set(opened.value("plan", "import", file)) == OUTCOME
    assert opened.value("plan", "show")["revision"] == 2
    assert "新しい名前の取組" in opened.text("plan", "show")
    assert "新しい名前の取組" not in opened.text("board")
    opened.text(*CYCLE[:3], "第2回", *CYCLE[4:])
    assert "新しい名前の取組" in opened.text("board")


def test_another_plan_is_not_taken_in(town: Town) -> None:
    before = town.bytes()
    assert "大河原町DX全体方針" in town.refusal("plan", "import", str(PLANS / "otaki.json"))["message"]
    assert town.bytes() == before


@pytest.mark.parametrize("name", ["plan.xlsx", "PLAN.CSV"])
def test_tables_are_taken_in_later(name: str, town: Town) -> None:
    assert town.refusal("plan", "import", name)["message"].endswith("はまだ使えません。次の版から使えます。")


def test_a_sample_says_so_on_paper(tmp_path: Path) -> None:
    from tests.documents.reading import texts

    town = Town(str(tmp_path / "town.db"))
    town.text("new", "--plan", "ogawara", "--sample")
    town.text(*CYCLE)
    town.text("print", "list", "--out", str(tmp_path / "list.pdf"))
    assert "見本" in texts((tmp_path / "list.pdf").read_bytes())[0]


def test_departments_stand_in_their_order_and_can_be_moved(town: Town) -> None:
    assert set(town.value("department", "add", "総務課", "--short", "総", "--after", "町民生活課")) == OUTCOME
    names = ["町民生活課", "総務課", "政策企画課", "商工観光課"]
    assert [each["name"] for each in town.value("department", "list")["departments"]] == names
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
    town.text("department", "close", "産業課", "--on", "R8.3.31", "--successor", "政策企画課")
    ended = town.value("department", "list")["departments"][2]
    assert (ended["name"], ended["to"], ended["successor"]) == ("産業課", "2026-03-31", "政策企画課")


def test_a_group_is_a_list_everybody_or_unknown(town: Town) -> None:
    town.text("department", "group", "関係課", "--members", "政策企画課,町民生活課")
    town.text("department", "group", "窓口の課", "--all")
    town.text("department", "group", "全庁", "--unknown")
    groups = {each["name"]: each["members"] for each in town.value("department", "list")["groups"]}
    assert groups == {"関係課": ["政策企画課", "町民生活課"], "窓口の課": "all", "全庁": None}


def test_members_stand_in_the_order_of_their_posts(town: Town) -> None:
    body = "デジタル化推進員会議"
    town.text("member", "add", "二郎", "--body", body, "--title", "課長", "--department", "町民生活課")
    town.text("member", "add", "一郎", "--body", body, "--title", "副町長", "--position", "chair")
    assert town.value("member", "list") == [
        {"body": body, "name": "一郎", "title": "副町長", "position": "chair"},
        {"body": body, "name": "二郎", "title": "課長", "position": "member"},
    ]
    town.text("member", "remove", "一郎", "--body", body)
    assert town.text("member", "list") == f"{body}　課長　二郎\n"


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


def test_no_file_that_is_given_out_replaces_a_database(opened: Town, tmp_path: Path) -> None:
    before = opened.bytes()
    other = tmp_path / "other.png"
    other.write_bytes(before)
    for command in (("plan", "export", opened.database), ("draw", "board", "--out", str(other))):
        refusal = opened.refusal(*command, code=3)
        assert "データベースのファイルです。上書きしていません。" in refusal["message"]
    assert (opened.bytes(), other.read_bytes()) == (before, before)


def test_a_name_that_is_not_utf8_is_written_to(town: Town, tmp_path: Path) -> None:
    name = str(tmp_path / "\udce3.json")
    assert town.run("plan", "export", name).code == 0
    assert Path(name).read_bytes() == (PLANS / "ogawara.json").read_bytes()


def test_a_plan_is_not_written_over_a_folder(town: Town, tmp_path: Path) -> None:
    refusal = town.refusal("plan", "export", str(tmp_path), code=3)
    assert refusal["file"] == str(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["town.db"]
