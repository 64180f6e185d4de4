import pytest

from dxdesk.store.database import open_database
from dxdesk.store.queries import cycles, replies
from tests.cli.commands import CYCLE, Record, Town, new_town
from tests.plan_samples import MIHON

OUTCOME = {"operation", "id", "subject", "warnings"}
SEVEN = ("--initiative", "7")
FOUR = ("--initiative", "4", "--department", "町民生活課")


def card(town: Town, code: str) -> Record:
    found: Record = next(each for each in town.value("board")["cards"] if each["code"] == code)
    return found


def state(town: Town, code: str, department: str) -> str | None:
    """What missing says of a slot; None where it is not missing."""
    found = town.value("missing", "--department", department)
    return next((row["state"] for each in found for row in each["missing"] if row["code"] == code), None)


def test_a_record_is_a_draft_that_nothing_shows(opened: Town) -> None:
    said = opened.value("record", *SEVEN, "--status", "ok", "--results", "監査を終えた。")
    assert set(said) == OUTCOME
    assert (said["operation"], said["subject"]) == ("record", "7 政策企画課")
    assert card(opened, "7")["status"] == "miss"
    assert opened.value("search", "監査を終えた") == []


def test_given_options_replace_and_others_stay(opened: Town) -> None:
    opened.text("record", *SEVEN, "--status", "warn", "--stage", "試行", "--results", "始めた。", "--issues", "人手")
    opened.text("record", *SEVEN, "--status", "順調", "--issues", "")
    opened.text("hand-in")
    opened.text("accept", "--all")
    assert (card(opened, "7")["status"], card(opened, "7")["stage"]) == ("ok", "trial")
    assert [each["excerpt"] for each in opened.value("search", "始めた")] == ["始めた。"]
    assert opened.value("search", "人手") == []


def test_a_new_draft_starts_from_the_last_content(worked: Town) -> None:
    worked.text("record", *SEVEN, "--status", "done")
    worked.text("hand-in", "--department", "政策企画課")
    worked.text("accept", *SEVEN)
    found = card(worked, "7")
    assert (found["status"], found["stage"], found["discuss"]) == ("done", "operate", "decide")


@pytest.mark.parametrize(("typed", "expected"), [("見直し", "stop"), ("ｏｋ", "ok"), (" late ", "late")])
def test_a_status_is_taken_by_its_key_or_word(typed: str, expected: str, opened: Town) -> None:
    opened.text("record", *SEVEN, "--status", typed, "--results", "x")
    opened.text("hand-in")
    opened.text("accept", "--all")
    assert card(opened, "7")["status"] == expected


def test_every_field_can_be_set_by_its_name(opened: Town) -> None:
    fields = ("--field", "issues=人手", "--field", "reason=天候", "--field", "measures=増員", "--field", "public=true",
              "--field", 'paper_names=["資料1","資料2"]', "--field", "to_secretariat=連絡", "--memo", "秘")  # fmt: skip
    opened.text("record", *SEVEN, "--status", "ok", "--results", "x=y", "--next", "次", *fields)
    opened.text("hand-in")
    assert [each["excerpt"] for each in opened.value("search", "天候")] == ["天候"]
    assert opened.value("search", "秘") == []
    assert opened.value("search", "連絡") == []


def test_a_memo_is_kept_and_not_shown(worked: Town) -> None:
    with open_database(worked.database) as database, database.read() as connection:
        cycle = cycles.cycles(connection)[0]
        kept = [each.answer.private_memo for each in replies.revisions(connection, cycle.id) if each.answer]
    assert sorted(filter(None, kept)) == ["公表しない数"]
    for command in (("board",), ("missing",), ("cycle", "list"), ("meeting", "show")):
        assert "公表しない数" not in worked.run(*command, "--json").out


@pytest.mark.parametrize(
    "field", [("--discuss", "決定"), ("--field", "会議での扱い=決定"), ("--discuss", "decide")], ids=str
)
def test_fields_and_what_the_meeting_does_are_taken_by_their_words(field: tuple[str, str], opened: Town) -> None:
    opened.text(
        "record", *SEVEN, *field, "--field", "今の状況=要注意", "--field", "今回の実績=始めた。", "--field", "課題=人手"
    )
    opened.text("hand-in")
    opened.text("accept", "--all")
    assert (card(opened, "7")["status"], card(opened, "7")["discuss"]) == ("warn", "decide")
    assert [each["excerpt"] for each in opened.value("search", "人手")] == ["人手"]


def test_a_field_is_returned_by_its_name_and_an_unknown_one_is_answered_with_the_names(worked: Town) -> None:
    worked.text("return", "--initiative", "11", "--field", "課題、results", "--reason", "課題は。")
    assert state(worked, "11", "政策企画課") == "returned"
    refusal = worked.refusal("return", "--initiative", "11", "--field", "かだい", "--reason", "x")
    assert (refusal["place"], "課題（issues）" in refusal["message"]) == ("field", True)
    assert "決定" in worked.refusal("record", *SEVEN, "--discuss", "審議")["message"]


def test_an_indicator_takes_a_number_as_it_is_written(tmp_path_factory: pytest.TempPathFactory) -> None:
    town = new_town(tmp_path_factory.mktemp("mihon"), str(MIHON))
    town.text(*CYCLE)
    slot = ("record", "--initiative", "1", "--department", "総務課")
    town.text(*slot, "--status", "ok", "--results", "x", "--indicator", "利用率=７６．５％")
    assert town.refusal(*slot, "--indicator", "利用率=多い")["place"] == "利用率"
    refusal = town.refusal(*slot, "--indicator", "満足度=3")
    assert refusal["place"] == "indicator"
    assert "利用率" in refusal["message"]
    assert town.refusal(*slot, "--indicator", "利用率")["place"] == "indicator"


def test_handing_in_takes_complete_drafts_and_lists_the_others(worked: Town) -> None:
    worked.text("record", *SEVEN, "--next", "続ける")
    said = worked.value("hand-in")
    assert set(said) == OUTCOME | {"submitted", "incomplete"}
    assert [each["subject"] for each in said["submitted"]] == ["7 政策企画課"]
    assert said["incomplete"] == [{"place": "3 町民生活課", "missing": ["results"]}]
    assert said["warnings"] == ["まだ書いていない欄があります：3 町民生活課（今回の実績）"]


def test_handing_in_fails_only_where_nothing_could_go(worked: Town) -> None:
    before = worked.bytes()
    refusal = worked.refusal("hand-in")
    assert refusal["kind"] == "rule"
    assert [each["place"] for each in refusal["problems"]] == ["3 町民生活課"]
    said = worked.run("hand-in")
    assert said.code == 1
    assert "3 町民生活課" in said.err
    assert worked.bytes() == before


def test_handing_in_without_a_draft_says_that_there_is_none(opened: Town) -> None:
    assert opened.refusal("hand-in")["message"].startswith("書きかけの回答がありません。")
    assert opened.refusal("hand-in", "--department", "町民生活課")["problems"] == []


def test_at_the_secretariat_no_file_is_written_at_handing_in_and_that_is_said(opened: Town) -> None:
    opened.text("record", *SEVEN, "--status", "ok", "--results", "x")
    said = opened.run("hand-in", "--out", "answer.dxd")
    assert said.code == 0
    assert said.err.startswith("事務局のデータベースでは、提出がそのまま届きます。")


def test_an_answer_is_withdrawn_until_it_is_accepted(opened: Town) -> None:
    opened.text("record", *SEVEN, "--status", "ok", "--results", "x")
    opened.text("hand-in")
    assert state(opened, "7", "政策企画課") is None
    assert set(opened.value("withdraw", *SEVEN)) == OUTCOME
    assert state(opened, "7", "政策企画課") == "unanswered"
    assert opened.refusal("withdraw", *SEVEN)["kind"] == "rule"
    opened.text("record", *SEVEN)
    opened.text("hand-in")
    opened.text("accept", *SEVEN)
    assert "受理したあと" in opened.refusal("withdraw", *SEVEN)["message"]


def test_the_head_of_a_department_confirms(opened: Town) -> None:
    head = ("--as", "head", "--department", "政策企画課")
    assert opened.refusal("confirm", *SEVEN, "--by", "課長", *head)["kind"] == "rule"
    opened.text("record", *SEVEN, "--status", "ok", "--results", "x")
    opened.text("hand-in")
    assert set(opened.value("confirm", *SEVEN, "--by", "見本課長", "--title", "課長", *head)) == OUTCOME
    assert opened.refusal("confirm", *SEVEN, "--by", " ")["place"] == "by"
    opened.text("accept", *SEVEN)
    assert card(opened, "7")["status"] == "ok"


def test_all_submitted_answers_are_accepted_at_once(worked: Town) -> None:
    said = worked.value("accept", "--all")
    assert set(said) == OUTCOME | {"accepted"}
    assert [each["subject"] for each in said["accepted"]] == ["11 政策企画課"]
    assert worked.refusal("accept", "--all")["kind"] == "rule"


def test_of_all_submitted_answers_only_those_of_a_department_and_a_unit_are_accepted(opened: Town) -> None:
    for department in ("町民生活課", "政策企画課"):
        opened.text("record", "--initiative", "4", "--department", department, "--status", "ok", "--results", "x")
    opened.text("record", *SEVEN, "--status", "ok", "--results", "x")
    opened.text("hand-in")
    assert "第1回　商工観光課" in opened.refusal("accept", "--all", "--department", "商工観光課")["message"]
    assert opened.text("accept", "--all", "--initiative", "4", "--department", "町民生活課") == (
        "1件を受理しました。\n  4 町民生活課\n"
    )
    assert opened.text("accept", "--all", "--initiative", "4") == "1件を受理しました。\n  4 政策企画課\n"
    assert opened.text("accept", "--all") == "1件を受理しました。\n  7 政策企画課\n"


def test_accepting_needs_to_know_which(worked: Town) -> None:
    assert worked.refusal("accept")["place"] == "initiative"
    assert "町民生活課、政策企画課" in worked.refusal("accept", "--initiative", "4")["message"]
    assert "受理してあります" in worked.refusal("accept", *SEVEN)["message"]
    assert worked.refusal("accept", "--initiative", "3", "--department", "町民生活課")["kind"] == "rule"


def test_a_returned_answer_comes_again_and_is_accepted(worked: Town) -> None:
    slot = ("--initiative", "13", "--department", "商工観光課")
    worked.text("record", *slot, "--results", "3回開いた。")
    worked.text("hand-in", "--department", "商工観光課")
    assert state(worked, "13", "商工観光課") is None
    said = worked.value("return", *slot, "--field", "results,issues", "--reason", "課題は。")
    assert set(said) == OUTCOME
    assert state(worked, "13", "商工観光課") == "returned"
    assert worked.refusal("return", *slot, "--field", "reslts", "--reason", "x")["place"] == "field"
    assert worked.refusal("return", *slot, "--field", "results", "--reason", " ")["place"] == "reason"
    assert worked.refusal("return", *slot, "--field", "results", "--reason", "x", "--out", "out", code=3)


def test_drawing_together_takes_one_answer_or_new_words(worked: Town) -> None:
    assert worked.refusal("consolidate", "--initiative", "4")["place"] == "initiative"
    assert worked.refusal("consolidate", "--initiative", "13", "--use", "商工観光課")["kind"] == "rule"
    assert worked.refusal("consolidate", "--initiative", "4", "--use", "商工観光課")["place"] == "use"
    assert set(worked.value("consolidate", "--initiative", "4", "--use", "政策企画課")) == OUTCOME
    assert (card(worked, "4")["status"], card(worked, "4")["waiting"]) == ("ok", None)
    worked.text("consolidate", "--initiative", "4", "--status", "late", "--stage", "導入", "--results", "まとめた。")
    assert (card(worked, "4")["status"], card(worked, "4")["stage"]) == ("late", "introduce")
    assert set(worked.value("consolidate", "--initiative", "4", "--withdraw")) == OUTCOME
    assert card(worked, "4")["status"] == "miss"


def test_drawing_together_needs_a_status_and_results(worked: Town) -> None:
    refusal = worked.refusal("consolidate", "--initiative", "4", "--issues", "人手")
    assert [each["place"] for each in refusal["problems"]] == ["status", "results"]


def test_a_conflict_is_settled_field_by_field(met: Town) -> None:
    met.text("record", *SEVEN, "--results", "監査を2回終えた。", "--next", "続ける")
    met.text("hand-in", "--department", "政策企画課")
    met.text("meeting", "correct", *SEVEN, "--field", "results", "--value", "監査中", "--asked-by", "見本太郎")
    assert "くいちがい" in met.refusal("accept", *SEVEN)["message"]
    assert "くいちがい" in met.refusal("record", *SEVEN, "--status", "late")["message"]
    slot = ("settle", *SEVEN, "--department", "政策企画課")
    assert met.refusal(*slot, "--field", "results=ours")["place"] == "field"
    assert met.refusal(*slot, "--field", "results=mine")["place"] == "field"
    assert met.refusal(*slot, "--field", "results")["place"] == "field"
    assert set(met.value(*slot, "--field", "results=both", "--field", "next=ours")) == OUTCOME
    met.text("accept", *SEVEN)
    assert [each["excerpt"] for each in met.value("search", "監査を2回")] == ["監査を2回終えた。\n監査中"]
    assert met.refusal(*slot, "--field", "all=ours")["kind"] == "rule"


def test_a_liaison_writes_for_its_own_department_only(opened: Town) -> None:
    liaison = ("--as", "liaison", "--department", "町民生活課", "--name", "見本花子")
    opened.text("record", *liaison, "--initiative", "4", "--status", "ok", "--results", "x")
    assert "政策企画課" in opened.refusal("record", *liaison, *SEVEN, "--status", "ok")["message"]
    opened.text("record", *FOUR[:2], "--department", "政策企画課", "--status", "ok", "--results", "y")
    assert [each["subject"] for each in opened.value("hand-in", *liaison)["submitted"]] == ["4 町民生活課"]


@pytest.mark.parametrize(
    ("role", "command"),
    [
        ("liaison", ("accept", "--all")),
        ("liaison", ("return", *FOUR[:2], "--field", "results", "--reason", "x")),
        ("liaison", ("consolidate", *FOUR[:2], "--use", "町民生活課")),
        ("liaison", ("confirm", *FOUR[:2], "--by", "x")),
        ("liaison", ("cycle", "close", "--reason", "x")),
        ("liaison", (*CYCLE[:3], "第2回", *CYCLE[4:])),
        ("head", ("record", *FOUR[:2], "--status", "ok")),
        ("head", ("hand-in",)),
        ("head", ("withdraw", *FOUR[:2])),
        ("chair", ("accept", "--all")),
        ("chair", ("record", *FOUR, "--status", "ok")),
        ("reader", ("record", *FOUR, "--status", "ok")),
        ("reader", ("department", "add", "x")),
        ("reader", ("hand-in",)),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value[:2]),
)
def test_a_role_does_only_its_own(role: str, command: tuple[str, ...], worked: Town) -> None:
    before = worked.bytes()
    department = () if "--department" in command or role in ("chair", "reader") else ("--department", "町民生活課")
    refusal = worked.refusal(*command, "--as", role, *department)
    assert (refusal["kind"], refusal["place"]) == ("rule", "role")
    assert worked.bytes() == before
