from pathlib import Path

import pytest

from tests.cli.commands import NEXT_CYCLE, Record, Town
from tests.cli.conftest import BODY
from tests.documents.reading import texts

OUTCOME = {"operation", "id", "subject", "warnings"}
SEVEN = ("--initiative", "7")


def seventh(town: Town) -> Record:
    """The agenda item about 7 in meeting show."""
    found: Record = next(each for each in town.value("meeting", "show")["items"] if each["code"] == "7")
    return found


def minutes_text(town: Town, folder: Path, *arguments: str) -> str:
    file = folder / "minutes.pdf"
    town.text("print", "minutes", "--out", str(file), *arguments)
    return texts(file.read_bytes())[0]


def test_a_meeting_is_shown_with_its_members_and_items(met: Town) -> None:
    shown = met.value("meeting", "show")
    assert {"id", "body", "cycle", "quorum", "attendance", "items", "minutes"} <= set(shown)
    assert (shown["body"], shown["cycle"], shown["state"]) == (BODY, "第1回", "open")
    assert shown["quorum"] == {"members": 2, "attending": 2, "proxies": 0, "needed": 2, "met": True}
    assert [each["name"] for each in shown["attendance"]] == ["見本太郎", "見本花子"]
    keys = {"number", "kind", "code", "title", "result", "decisions", "actions", "remarks"}
    assert all(set(each) == keys for each in shown["items"])
    assert shown["minutes"] == {"version": None, "state": None}
    assert "副町長 見本太郎　出席" in met.text("meeting", "show")


def test_what_is_asked_to_be_decided_is_proposed_after_the_standing_items(met: Town) -> None:
    items = met.value("meeting", "agenda", "list")
    assert [each["kind"] for each in items] == ["report"] * 4 + ["discuss"]
    assert {key: items[-1][key] for key in ("number", "code", "ask")} == {
        "number": 5, "code": "7", "ask": "予算をどうするか",
    }  # fmt: skip
    assert met.value("meeting", "agenda", "propose") == items
    assert "5 【協議】" in met.text("meeting", "agenda", "list")
    assert next(each for each in met.value("board")["cards"] if each["code"] == "7")["agenda_number"] == 1


def test_an_item_is_a_unit_or_a_title(met: Town) -> None:
    said = met.value("meeting", "agenda", "add", "--initiative", "4", "--kind", "report", "--minutes", "5")
    assert set(said) == OUTCOME
    met.text("meeting", "agenda", "add", "--title", "その他の件", "--ask", "日程")
    items = met.value("meeting", "agenda", "list")
    assert [(each["code"], each["minutes"]) for each in items[5:]] == [("4", 5), (None, None)]
    assert items[6]["title"] == "その他の件"


def test_a_proxy_stands_in_the_place_of_a_member(met: Town) -> None:
    proxy = ("meeting", "attend", "--name", "見本次郎", "--title", "係長", "--as", "proxy", "--proxy-for", "見本花子")
    assert set(met.value(*proxy)) == OUTCOME
    row = met.value("meeting", "show")["attendance"][1]
    assert (row["name"], row["presence"], row["proxy_for"]) == ("見本次郎", "proxy", "見本花子")
    met.text("meeting", "attend", "--name", "見本太郎", "--as", "absent")
    met.text("meeting", "attend", "--name", "見本町民", "--as", "observer")
    shown = met.value("meeting", "show")
    assert [each["presence"] for each in shown["attendance"]] == ["absent", "proxy", "observer"]
    assert shown["quorum"]["attending"] == 1
    met.text("meeting", "attend", "--name", "見本花子", "--as", "present")
    assert met.value("meeting", "show")["attendance"][1]["name"] == "見本花子"


def test_a_decision_an_action_and_a_remark_stand_under_their_item(met: Town) -> None:
    assert set(met.value("meeting", "decide", "--item", "5", "--result", "approved", "--text", "進める。")) == OUTCOME
    action = ("meeting", "action", "--item", "5", "--text", "予算案を示す。")
    assert set(met.value(*action, "--department", "政策企画課,町民生活課", "--department", "商工観光課")) == OUTCOME
    met.text(*action, "--department", "町民生活課", "--due", "令和7年3月31日")
    assert set(met.value("meeting", "remark", "--item", "5", "--speaker", "見本太郎", "--text", "よい。")) == OUTCOME
    met.text("meeting", "remark", "--item", "5", "--speaker", "見本花子", "--kind", "question", "--text", "いつか。")
    item = seventh(met)
    assert (item["result"], item["decisions"]) == ("approved", ["進める。"])
    assert item["actions"] == [
        {
            "text": "予算案を示す。",
            "departments": ["政策企画課", "町民生活課", "商工観光課"],
            "due": "next",
            "state": "open",
        },
        {"text": "予算案を示す。", "departments": ["町民生活課"], "due": "2025-03-31", "state": "open"},
    ]
    assert item["remarks"] == [
        {"speaker": "見本太郎", "kind": "opinion", "text": "よい。"},
        {"speaker": "見本花子", "kind": "question", "text": "いつか。"},
    ]
    assert "5 情報セキュリティ対策の徹底　承認" in met.text("meeting", "show")


def test_a_correction_in_the_room_counts_at_once(met: Town, tmp_path: Path) -> None:
    correct = ("meeting", "correct", *SEVEN, "--asked-by", "見本太郎")
    assert set(met.value(*correct, "--field", "results", "--value", "監査を2回終えた。")) == OUTCOME
    met.text(*correct, "--field", "status", "--value", "late")
    assert [each["accepted"] for each in met.value("search", "監査を2回")] == [True]
    assert next(each for each in met.value("board")["cards"] if each["code"] == "7")["status"] == "late"
    met.text("meeting", "close")
    assert "監査を2回終えた。" in minutes_text(met, tmp_path)


def test_the_chair_records_and_the_reader_does_not(met: Town) -> None:
    decide = ("meeting", "decide", "--item", "5", "--result", "approved", "--text", "進める。")
    assert met.refusal(*decide, "--as", "reader")["place"] == "role"
    assert met.refusal(*decide, "--as", "liaison", "--department", "政策企画課")["place"] == "role"
    met.text(*decide, "--as", "chair", "--name", "見本太郎")
    met.text("--as", "chair", "meeting", "attend", "--name", "見本花子", "--as", "absent")


def test_closing_drafts_the_minutes_and_locks_the_records(met: Town, tmp_path: Path) -> None:
    met.text("meeting", "decide", "--item", "5", "--result", "amended", "--text", "一部を改めて進める。")
    closed = met.value("meeting", "close", "--to", "11:10")
    assert set(closed) == OUTCOME
    shown = met.value("meeting", "show")
    assert (shown["state"], shown["minutes"]) == ("closed", {"version": 1, "state": "draft"})
    assert all(each["result"] for each in shown["items"])
    before = met.bytes()
    assert "閉じています" in met.refusal("meeting", "remark", "--item", "5", "--speaker", "x", "--text", "y")["message"]
    assert met.bytes() == before
    text = minutes_text(met, tmp_path)
    assert "午前9時30分から午前11時10分まで" in text
    assert "一部を改めて進める。" in text
    assert "（案）" in text


def test_a_file_of_corrections_is_not_written_yet_and_that_is_said(met: Town) -> None:
    said = met.run("meeting", "close", "--out", "out")
    assert (said.code, said.err.startswith("席上修正のファイルはまだつくれません。")) == (0, True)


def test_minutes_are_confirmed_by_a_person_and_again_with_a_reason(met: Town, tmp_path: Path) -> None:
    confirm = ("meeting", "minutes", "confirm", "--by", "見本太郎", "--on", "R7.2.20")
    assert met.refusal(*confirm)["kind"] == "rule"
    met.text("meeting", "close")
    refusal = met.refusal(*confirm[:-1], "R7.2.1")
    assert "会議の日" in refusal["message"] + "".join(each["message"] for each in refusal["problems"])
    assert set(met.value(*confirm)) == OUTCOME
    assert met.value("meeting", "show")["minutes"] == {"version": 2, "state": "confirmed"}
    assert "（案）" not in minutes_text(met, tmp_path)
    met.refusal(*confirm)
    met.text(*confirm, "--reason", "字句の誤り")
    assert "字句の誤り" in minutes_text(met, tmp_path)
    met.text("meeting", "minutes", "draft")
    assert met.value("meeting", "show")["minutes"] == {"version": 4, "state": "draft"}


def test_the_variants_of_minutes_differ(met: Town, tmp_path: Path) -> None:
    met.text("meeting", "remark", "--item", "5", "--speaker", "見本太郎", "--text", "よい。")
    met.text("meeting", "close")
    full, gist, public = (minutes_text(met, tmp_path, "--variant", each) for each in ("full", "gist", "public"))
    assert "よい。" in full
    assert "よい。" not in gist
    assert len({full, gist, public}) == 3
    assert not any("公表しない数" in each for each in (full, gist, public))


def test_a_meeting_is_found_by_id_day_body_and_cycle(met: Town) -> None:
    first = met.value("meeting", "show")["id"]
    met.text("meeting", "close")
    met.text("cycle", "close", "--reason", "期限が来た")
    met.text(*NEXT_CYCLE)
    met.text("meeting", "hold", "--body", BODY, "--date", "R7.8.20")
    assert met.value("meeting", "show")["cycle"] == "第2回"
    for named in (first, "2025-02-13", "R7.2.13", "令和7年2月13日"):
        assert met.value("meeting", "show", "--meeting", named)["id"] == first
    assert met.value("meeting", "show", "--cycle", "第1回")["id"] == first
    assert met.value("meeting", "show", "--meeting", BODY)["cycle"] == "第2回"
    assert met.value("meeting", "show", "--meeting", BODY, "--cycle", "第1回")["id"] == first
    refusal = met.refusal("meeting", "show", "--meeting", "2025-02-14")
    assert (refusal["place"], "2025-02-13" in refusal["message"]) == ("meeting", True)


def test_without_a_meeting_the_next_step_is_named(opened: Town) -> None:
    for command in (
        ("show",),
        ("agenda", "propose"),
        ("close",),
        ("decide", "--item", "1", "--result", "noted", "--text", "x"),
    ):
        refusal = opened.refusal("meeting", *command)
        assert (refusal["kind"], refusal["place"]) == ("rule", "meeting")
        assert "meeting hold" in refusal["remedy"]


HOLD = ("hold", "--body", BODY, "--date", "R7.2.14")


@pytest.mark.parametrize(
    ("command", "place"),
    [
        (("hold", "--body", "推進本部", "--date", "R7.2.14"), "body"),
        ((*HOLD[:-1], "2月"), "date"),
        ((*HOLD, "--from", "25:00"), "from"),
        ((*HOLD, "--from", "11:00", "--to", "9:30"), "to"),
        ((*HOLD, "--place", "場" * 201), "place"),
        (("attend", "--name", "x", "--as", "late"), "as"),
        (("attend", "--name", " ", "--as", "present"), "name"),
        (("attend", "--name", "x", "--as", "proxy", "--proxy-for", "見本はな子"), "proxy_for"),
        (("agenda", "add"), "initiative"),
        (("agenda", "add", "--initiative", "4", "--title", "x"), "initiative"),
        (("agenda", "add", "--initiative", "99"), "initiative"),
        (("agenda", "add", "--initiative", "7"), "initiative"),
        (("agenda", "add", "--title", " "), "title"),
        (("agenda", "add", "--title", "x", "--kind", "other"), "kind"),
        (("agenda", "add", "--title", "x", "--minutes", "601"), "minutes"),
        (("decide", "--item", "9", "--result", "noted", "--text", "x"), "item"),
        (("decide", "--item", "5", "--result", "yes", "--text", "x"), "result"),
        (("decide", "--item", "5", "--result", "noted", "--text", " "), "text"),
        (("action", "--text", "x"), "department"),
        (("action", "--text", "x", "--department", "水道課"), "department"),
        (("action", "--text", "x", "--department", "町民生活課", "--due", "年内"), "due"),
        (("remark", "--item", "5", "--speaker", " ", "--text", "x"), "speaker"),
        (("remark", "--item", "5", "--speaker", "x", "--text", "x", "--kind", "joke"), "kind"),
        (("correct", *SEVEN, "--field", "results", "--value", "x", "--asked-by", " "), "asked_by"),
        (("correct", *SEVEN, "--field", "status", "--value", "bad", "--asked-by", "x"), "status"),
        (("correct", *SEVEN, "--field", "private_memo", "--value", "bad", "--asked-by", "x"), "private_memo"),
        (("correct", "--initiative", "11", "--field", "results", "--value", "x", "--asked-by", "x"), "initiative"),
        (("close", "--to", "9:00"), "to"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value)[:50],
)
def test_what_cannot_be_recorded_is_refused_with_its_place(command: tuple[str, ...], place: str, met: Town) -> None:
    before = met.bytes()
    assert met.refusal("meeting", *command)["place"] == place
    assert met.bytes() == before
