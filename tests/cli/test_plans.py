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


def test_new_takes_the_name_of_a_town(tmp_path: Path) -> None:
    assert new_town(tmp_path, "河北町").value("plan", "show")["id"] == "kahoku"
    refusal = Town(str(tmp_path / "other.db")).refusal("new", "--plan", "河北")
    assert "kahoku（河北町）" in refusal["message"]


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
