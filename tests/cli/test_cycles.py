import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.cli.commands import CYCLE, NEXT_CYCLE, Record, Town, new_town
from tests.plan_samples import PLANS

OUTCOME = {"operation", "id", "subject", "warnings"}
STATUSES = {"late", "warn", "stop", "ok", "done", "none", "na", "miss"}
CARD = {
    "code", "label", "name", "axis", "status", "stage", "previous_status", "previous_stage", "change", "waiting",
    "departments", "assigned", "accepted", "discuss", "agenda_number", "since_paper",
}  # fmt: skip


def cards(town: Town, *arguments: str) -> dict[str, Record]:
    return {each["code"]: each for each in town.value("board", *arguments)["cards"]}


def open_with(*changed: str) -> tuple[str, ...]:
    """The command that opens a cycle, with some of its options replaced or added."""
    given = dict(zip(CYCLE[2::2], CYCLE[3::2], strict=True)) | dict(zip(changed[::2], changed[1::2], strict=True))
    return ("cycle", "open", *(word for pair in given.items() for word in pair))


def test_opening_a_cycle_resolves_groups_and_lists_what_is_provisional(town: Town) -> None:
    opened = town.value(*CYCLE)
    assert set(opened) == OUTCOME | {"assignments"}
    assert (opened["operation"], opened["subject"]) == ("cycle open", "第1回")
    assert all(set(each) == {"code", "department", "part", "provisional"} for each in opened["assignments"])
    asked = [(each["department"], each["part"]) for each in opened["assignments"] if each["code"] == "4"]
    assert asked == [("町民生活課", "main"), ("政策企画課", "related")]
    provisional = dict.fromkeys(each["code"] for each in opened["assignments"] if each["provisional"])
    assert opened["warnings"] == list(provisional) == ["1", "2", "6"]


def test_opening_a_cycle_warns_people_of_what_is_provisional(town: Town) -> None:
    said = town.run(*CYCLE)
    assert said.out.startswith(
        "「第1回」をつくりました。\n"
        "基準日 令和7年1月10日（金）　締切 令和7年1月31日（金）　会議の日 令和7年2月13日（木）\n"
        "1　町民生活課（仮）"
    )
    assert said.err == "計画に担当の課がない取組です（仮）：1、2、6\n"


def test_assigning_departments_overrides_the_plan(town: Town) -> None:
    opened = town.value(*CYCLE, "--assign", "1=政策企画課,町民生活課", "--assign", "7=商工観光課")
    rows = [(each["department"], each["part"], each["provisional"]) for each in opened["assignments"]
            if each["code"] in ("1", "7")]  # fmt: skip
    assert sorted(rows) == sorted(
        [("政策企画課", "main", False), ("町民生活課", "related", False), ("商工観光課", "main", False)]
    )
    assert opened["warnings"] == ["2", "6"]


@pytest.mark.parametrize(
    "typed", ["町民生活課、商工観光課", "町民生活課，商工観光課", "町民生活課・商工観光課", "町民生活課 商工観光課"]
)
def test_departments_are_listed_with_any_separator(typed: str, town: Town) -> None:
    town.text(*CYCLE, "--kind", "結果", "--departments", typed, "--assign", f"7={typed}")
    assert town.value("cycle", "list")[0]["kind"] == "result"
    assert cards(town)["7"]["departments"] == ["町民生活課", "商工観光課"]
    assert {each for card in cards(town).values() for each in card["departments"]} == {"町民生活課", "商工観光課"}


def test_a_name_that_has_a_separator_within_it_is_one_department(town: Town) -> None:
    town.text("department", "add", "こども・若者課")
    town.text(*CYCLE, "--assign", "7=こども・若者課、町民生活課")
    assert cards(town)["7"]["departments"] == ["町民生活課", "こども・若者課"]


def test_limiting_the_departments_leaves_units_that_nobody_is_asked_about(town: Town) -> None:
    town.text(*CYCLE, "--departments", "商工観光課")
    shown = town.value("board")
    assert shown["asked"] == 10
    assert len(shown["cards"]) == sum(shown["counts"].values()) == 13
    assert cards(town)["7"]["departments"] == []
    assert cards(town)["7"]["status"] == "na"


def test_a_town_without_departments_asks_the_secretariat(tmp_path: Path) -> None:
    record = json.loads((PLANS / "kaminokawa.json").read_text(encoding="utf-8"))
    record |= {"departments": [], "groups": [], "owners": []}
    for node in record["nodes"]:
        node["owners"] = []
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    opened = new_town(tmp_path, str(file)).value(*CYCLE)
    assert {each["department"] for each in opened["assignments"]} == {"事務局"}
    assert len(opened["assignments"]) == 8


def test_the_list_of_cycles_tells_which_came_before(opened: Town) -> None:
    first = opened.value("cycle", "list")[0]
    assert {key: first[key] for key in first if key != "id"} == {
        "name": "第1回", "state": "open", "fiscal_year": 2024, "kind": "interim", "as_of": "2025-01-10",
        "due": "2025-01-31", "meeting": "2025-02-13", "previous": None,
    }  # fmt: skip
    opened.text("cycle", "close")
    opened.text(*NEXT_CYCLE, "--kind", "result", "--fiscal-year", "令和6年度")
    listed = opened.value("cycle", "list")
    assert [each["state"] for each in listed] == ["closed", "open"]
    assert (listed[1]["previous"], listed[1]["kind"], listed[1]["fiscal_year"]) == (first["id"], "result", 2024)
    assert opened.text("cycle", "list").splitlines()[0] == (
        "第1回　基準日 令和7年1月10日（金）　締切 令和7年1月31日（金）　会議の日 令和7年2月13日（木）　締めました"
    )


def test_before_the_first_cycle_the_list_says_how_to_open_one(town: Town) -> None:
    assert town.text("cycle", "list") == "回はまだありません。cycle open でつくってください。\n"
    assert town.value("cycle", "list") == []


def test_departments_chosen_in_the_cycle_before_are_asked_again_where_the_plan_names_none(town: Town) -> None:
    town.text(*CYCLE, "--assign", "1=政策企画課", "--assign", "2=町民生活課")
    town.text("cycle", "assign", "--initiative", "6", "--departments", "商工観光課", "--reason", "所管が決まった")
    said = town.run(*NEXT_CYCLE, "--assign", "（２）=商工観光課")
    assert said.err == ""
    lines = said.out.splitlines()
    assert lines[-1] == "前の回で選んだ課に聞きます：1、6"
    assert {"1　政策企画課", "2　商工観光課", "6　商工観光課"} <= set(lines)


def test_what_is_done_leaves_the_next_cycle_as_in_the_window_unless_it_is_named(
    opened: Town, tmp_path_factory: pytest.TempPathFactory
) -> None:
    opened.submit("7", "政策企画課", "--status", "done", "--results", "終えた。")
    found = opened.copied(tmp_path_factory.mktemp("別"))
    lines = opened.text(*NEXT_CYCLE).splitlines()
    assert not [each for each in lines if each.startswith("7　")]
    assert lines[-1] == "照会しません（完了、隔年、前の回も照会なし）：7"
    assert "7　政策企画課" in found.text(*NEXT_CYCLE, "--assign", "7=政策企画課").splitlines()


@pytest.mark.parametrize(
    ("typed", "year"), [("2024", 2024), ("R6", 2024), ("令和6年度", 2024), ("２０２４", 2024), ("令和元年度", 2019)]
)
def test_a_fiscal_year_is_read_as_it_is_written(typed: str, year: int, town: Town) -> None:
    town.text(*CYCLE, "--fiscal-year", typed)
    assert town.value("cycle", "list")[0]["fiscal_year"] == year


def test_a_cycle_is_of_the_year_that_its_name_says_as_in_the_window(town: Town) -> None:
    days = ("--as-of", "R7.4.1", "--due", "R7.4.18", "--kind", "result")
    lines = town.text("cycle", "open", "--name", "令和6年度 第3回", *days).splitlines()
    assert town.value("cycle", "list")[0]["fiscal_year"] == 2024
    assert lines[2] == "令和6年度の回になります。"


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        (("--name", "　"), "name"),
        (("--name", "回" * 101), "name"),
        (("--as-of", "きょう"), "as_of"),
        (("--due", "R7.2.30"), "due"),
        (("--due", "R7.1.9"), "due"),
        (("--meeting", "R7.1.30"), "meeting"),
        (("--kind", "yearly"), "kind"),
        (("--fiscal-year", "1500"), "fiscal_year"),
        (("--fiscal-year", "R0"), "fiscal_year"),
        (("--departments", "水道課"), "department"),
        (("--assign", "7"), "assign"),
        (("--assign", "99=町民生活課"), "initiative"),
        (("--assign", "7=水道課"), "department"),
    ],
    ids=lambda value: value if isinstance(value, str) else "=".join(value)[:40],
)
def test_a_cycle_that_cannot_be_opened_is_refused_with_its_place(
    changed: tuple[str, ...], place: str, town: Town
) -> None:
    before = town.bytes()
    refusal = town.refusal(*open_with(*changed))
    assert refusal["kind"] == "input"
    assert refusal["place"] == place
    assert town.bytes() == before


def test_a_second_cycle_needs_another_name(opened: Town) -> None:
    before = opened.bytes()
    assert opened.refusal(*open_with("--name", "第１回"))["place"] == "name"
    assert opened.bytes() == before


def test_the_secretariat_asks_others_with_a_reason(opened: Town) -> None:
    command = ("cycle", "assign", "--initiative", "7", "--departments", "商工観光課,政策企画課")
    assert set(opened.value(*command, "--reason", "所管が移った")) == OUTCOME
    assert cards(opened)["7"]["departments"] == ["政策企画課", "商工観光課"]
    assert opened.refusal(*command, "--reason", " ")["place"] == "reason"


def test_a_department_that_has_answered_stays_asked(worked: Town) -> None:
    command = ("cycle", "assign", "--initiative", "7", "--departments", "商工観光課", "--reason", "所管が移った")
    assert "政策企画課" in worked.refusal(*command)["message"]


def test_the_board_counts_every_card_once(worked: Town) -> None:
    shown = worked.value("board")
    assert set(shown) == {"plan", "cycle", "as_of", "asked", "answered", "counts", "cards"}
    assert (shown["plan"], shown["cycle"], date.fromisoformat(shown["as_of"])) == (
        "ogawara", "第1回", date(2025, 1, 10),
    )  # fmt: skip
    assert set(shown["counts"]) == STATUSES
    assert all(set(each) == CARD for each in shown["cards"])
    assert Counter(each["status"] for each in shown["cards"]) == +Counter(shown["counts"])
    assert (shown["asked"], shown["answered"]) == (13, 1)


def test_a_card_tells_what_counts_who_was_asked_and_who_is_waited_for(worked: Town) -> None:
    found = cards(worked)
    seven = found["7"]
    assert (seven["status"], seven["stage"], seven["discuss"], seven["waiting"]) == ("ok", "operate", "decide", None)
    assert (seven["departments"], seven["assigned"], seven["accepted"]) == (["政策企画課"], 1, 1)
    assert (seven["previous_status"], seven["change"], seven["agenda_number"]) == (None, None, None)
    four = found["4"]
    assert (four["status"], four["waiting"], four["assigned"], four["accepted"]) == ("miss", "secretariat", 2, 2)
    assert (found["11"]["status"], found["11"]["waiting"]) == ("miss", "secretariat")
    assert (found["13"]["status"], found["13"]["waiting"]) == ("miss", "department")
    assert seven["axis"] in {each["axis"] for each in found.values()} != {""}


def test_the_board_for_people_has_every_unit_under_its_axis(worked: Town) -> None:
    lines = worked.text("board").splitlines()
    assert lines[0] == "大河原町　第1回"
    assert lines[1].split("　") == ["遅れ 0", "要注意 0", "順調 1", "完了 0", "未着手 0", "未回答 12"]
    assert len([each for each in lines if each.startswith("■")]) == 3
    assert len([each for each in lines if each.startswith("  ")]) == 13
    assert any(each.startswith("  11 ") and each.endswith("未回答（確認中）") for each in lines)
    assert any(each.startswith("  4 ") and each.endswith("　取りまとめ待ち") for each in lines)


def test_what_is_missing_is_listed_by_department(worked: Town) -> None:
    found = worked.value("missing")
    assert [each["department"] for each in found] == ["町民生活課", "政策企画課", "商工観光課"]
    assert all(set(each) == {"department", "asked", "missing"} for each in found)
    rows = {each["department"]: {row["code"]: row["state"] for row in each["missing"]} for each in found}
    assert rows["商工観光課"]["13"] == "returned"
    assert rows["商工観光課"]["3"] == "unanswered"
    assert "4" not in rows["町民生活課"]
    assert "7" not in rows["政策企画課"]
    assert "11" not in rows["政策企画課"]
    assert {tuple(row) for each in found for row in each["missing"]} == {("code", "name", "state")}


def test_what_one_department_misses_is_shown_alone(worked: Town) -> None:
    everybody = worked.value("missing")
    assert worked.value("missing", "--department", "商工観光課") == [everybody[2]]
    lines = worked.text("missing", "--department", "商工観光課").splitlines()
    assert lines[0] == f"■ 商工観光課　10件のうち{len(lines) - 1}件"
    assert next(each for each in lines if each.startswith("  13 ")).endswith("　差戻し：何回か。")


def test_a_cycle_is_named_by_its_name_or_id_and_is_the_newest_open_one_otherwise(opened: Town) -> None:
    first = opened.value("cycle", "list")[0]["id"]
    opened.text(*NEXT_CYCLE)
    assert opened.value("board")["cycle"] == "第2回"
    for named in (first, "第1回", "第１回"):
        assert opened.value("board", "--cycle", named)["cycle"] == "第1回"
    opened.text("cycle", "close")
    assert opened.value("board")["cycle"] == "第1回"
    opened.text("cycle", "close")
    assert opened.value("board")["cycle"] == "第2回"


def test_an_unknown_cycle_is_answered_with_the_nearest(opened: Town) -> None:
    refusal = opened.refusal("board", "--cycle", "第2回")
    assert (refusal["kind"], refusal["place"]) == ("input", "cycle")
    assert "近い名前は 第1回" in refusal["message"]


@pytest.mark.parametrize("command", [("board",), ("missing",), ("hand-in",), ("cycle", "close", "第1回")], ids=" ".join)
def test_before_the_first_cycle_the_next_step_is_named(command: tuple[str, ...], town: Town) -> None:
    refusal = town.refusal(*command)
    assert (refusal["kind"], refusal["place"]) == ("rule", "cycle")
    assert refusal["remedy"] == "次の回をつくってください。"


def test_closing_wants_a_reason_only_where_something_is_left(worked: Town) -> None:
    before = worked.bytes()
    refusal = worked.refusal("cycle", "close")
    assert (refusal["kind"], refusal["place"]) == ("rule", "reason")
    assert "4" in refusal["message"]
    assert "11" in refusal["message"]
    assert worked.bytes() == before
    assert set(worked.value("cycle", "close", "--reason", "期限が来た")) == OUTCOME
    assert worked.value("cycle", "list")[0]["state"] == "closed"


def test_an_untouched_cycle_closes_without_a_reason(opened: Town) -> None:
    opened.text("cycle", "close", "第1回")
    assert opened.value("cycle", "list")[0]["state"] == "closed"
    assert "もう締め切ってあります" in opened.refusal("cycle", "close", "第1回")["message"]


def test_an_open_meeting_keeps_the_cycle_open(met: Town) -> None:
    assert met.refusal("cycle", "close", "--reason", "期限が来た")["place"] == "meeting"


def test_a_cycle_that_is_open_is_not_opened_again(opened: Town) -> None:
    for named in ((), ("第1回",)):
        refusal = opened.refusal("cycle", "reopen", *named, "--reason", "漏れ")
        assert "「第1回」は開いています。" in refusal["message"]


def test_a_closed_cycle_is_reopened_with_a_reason(worked: Town) -> None:
    worked.text("cycle", "close", "--reason", "期限が来た")
    assert worked.refusal("cycle", "reopen")["place"] == "reason"
    assert set(worked.value("cycle", "reopen", "第1回", "--reason", "漏れがあった")) == OUTCOME
    worked.text("accept", "--initiative", "11")
    assert cards(worked)["11"]["status"] == "late"
    assert worked.refusal("cycle", "reopen", "第1回", "--reason", "x")["kind"] == "rule"
