from pathlib import Path

import pytest

from dxdesk.store.queries import meetings
from tests.cli.commands import NEXT_CYCLE, Record, Town
from tests.cli.conftest import BODY
from tests.databases import open_anywhere
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
    keys = {"number", "kind", "code", "title", "result", "decisions", "kinds", "council", "opinions"}
    keys |= {"actions", "remarks"}
    assert all(set(each) == keys for each in shown["items"])
    assert shown["minutes"] == {"version": None, "state": None}
    assert "副町長 見本太郎　出席" in met.text("meeting", "show")


def test_a_proposal_longer_than_the_meeting_says_by_how_much(worked: Town) -> None:
    hold = ("meeting", "hold", "--body", BODY, "--date", "R7.2.13", "--from", "9:30")
    worked.text(*hold, "--to", "9:40", "--place", "庁議室")
    said = worked.run("meeting", "agenda", "propose")
    assert said.code == 0
    total = sum(each["minutes"] for each in worked.value("meeting", "agenda", "list"))
    assert f"合計 {total}分／10分　{total - 10}分 超えています" in said.err


def test_what_is_asked_to_be_decided_is_proposed_after_the_standing_items(met: Town) -> None:
    items = met.value("meeting", "agenda", "list")
    assert [each["kind"] for each in items] == [*["report"] * 4, "discuss", "report"]
    assert {key: items[4][key] for key in ("number", "code", "ask")} == {
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
    assert [(each["code"], each["minutes"]) for each in items[6:]] == [("4", 5), (None, None)]
    assert items[7]["title"] == "その他の件"


def test_an_empty_title_is_named_as_what_it_is(met: Town) -> None:
    refusal = met.refusal("meeting", "agenda", "add", "--title", " ")
    assert refusal["message"] == "件名がありません。件名を書いてください。"


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
    lines = met.text("meeting", "show").splitlines()
    at = lines.index("5 【協議】情報セキュリティ対策の徹底　承認")
    assert lines[at + 1 : at + 7] == [
        "    決めること：予算をどうするか",
        "    意見（見本太郎）：よい。",
        "    質問（見本花子）：いつか。",
        "    決定（承認）：進める。",
        "    宿題6-1：予算案を示す。（政策企画課・町民生活課・商工観光課、次回会議まで、対応中）",
        "    宿題6-2：予算案を示す。（町民生活課、令和7年3月31日まで、対応中）",
    ]


def test_homework_of_an_item_goes_to_the_departments_of_its_initiative(met: Town) -> None:
    met.text("meeting", "action", "--item", "5", "--text", "予算案を示す。")
    (given,) = seventh(met)["actions"]
    assert given["departments"] == ["政策企画課"]
    for item in ((), ("--item", "1")):
        assert "--department" in met.refusal("meeting", "action", *item, "--text", "調べる。")["remedy"]


def test_a_meeting_is_shown_to_people_with_its_day_its_place_and_its_corrections(met: Town) -> None:
    met.text("meeting", "correct", *SEVEN, "--field", "results", "--value", "監査中", "--asked-by", "見本太郎")
    met.text("meeting", "correct", *SEVEN, "--field", "issues", "--value", "人手", "--asked-by", "見本太郎")
    met.text("meeting", "correct", *SEVEN, "--field", "status", "--value", "遅れ", "--asked-by", "見本太郎")
    met.text("meeting", "attend", "--name", "見本次郎", "--as", "代理", "--proxy-for", "見本花子")
    shown = met.text("meeting", "show")
    assert shown.startswith(f"{BODY}（第1回、準備・記録中）\n日時　令和7年2月13日（木）　午前9時30分から午前11時まで\n")
    for words in (
        "場所　庁議室",
        "見本次郎　代理（見本花子の代理）",
        "席上修正（見本太郎）：今回の実績「監査を終えた。」→「監査中」",
        "席上修正（見本太郎）：課題なし→「人手」",
        "」→「遅れ」",
        "会議録　まだありません",
    ):
        assert words in shown
    assert "了承" not in shown
    met.text("meeting", "close")
    assert "1 【報告】重点取組事項の進捗状況の確認について　了承" in met.text("meeting", "show")


def test_words_are_taken_for_keys(met: Town) -> None:
    met.text("meeting", "attend", "--name", "見本花子", "--as", "欠席")
    met.text("meeting", "agenda", "add", "--title", "その他の件", "--kind", "報告")
    met.text("meeting", "decide", "--item", "5", "--result", "修正して承認", "--text", "進める。")
    met.text("meeting", "remark", "--item", "5", "--speaker", "見本太郎", "--kind", "指示", "--text", "急ぐこと。")
    assert met.value("meeting", "show")["attendance"][1]["presence"] == "absent"
    assert met.value("meeting", "agenda", "list")[5]["kind"] == "report"
    assert (seventh(met)["result"], seventh(met)["remarks"][0]["kind"]) == ("amended", "instruction")
    refusal = met.refusal("meeting", "decide", "--item", "5", "--result", "可決", "--text", "x")
    assert "approved（承認）" in refusal["message"]


def test_every_word_of_success_says_which_meeting_it_is_about(met: Town) -> None:
    place = f"{BODY} 令和7年2月13日"
    for command in (
        ("attend", "--name", "見本花子", "--as", "欠席"),
        ("attend", "--name", "記者", "--as", "傍聴"),
        ("leave-out", "--name", "記者"),
        ("agenda", "add", "--title", "その他の件"),
        ("agenda", "propose"),
        ("agenda", "list"),
        ("decide", "--item", "5", "--result", "承認", "--text", "進める。"),
        ("remark", "--item", "5", "--speaker", "見本太郎", "--text", "よい。"),
        ("action", "--item", "5", "--department", "町民生活課", "--text", "調べる。"),
        ("action", "--done", "6-1"),
        ("correct", *SEVEN, "--field", "results", "--value", "監査中", "--asked-by", "見本太郎"),
        ("close",),
        ("minutes", "draft"),
        ("minutes", "confirm", "--by", "見本太郎", "--on", "R7.2.20"),
    ):
        assert place in met.text("meeting", *command)


def test_meetings_are_listed_and_one_is_named_where_several_are_meant(met: Town) -> None:
    hold = ("meeting", "hold", "--body", BODY, "--date")
    assert "もうあります" in met.refusal(*hold, "R7.2.13")["message"]
    assert f"{BODY} 令和7年2月20日（第2回、回は第1回）" in met.text(*hold, "R7.2.20")
    known, found = (("2025-02-13", "第1回"), ("2025-02-20", "第2回")), met.value("meeting", "list")
    assert found == [
        {"id": each["id"], "date": day, "body": BODY, "cycle": "第1回", "ordinal": called, "state": "open"}
        for (day, called), each in zip(known, found, strict=True)
    ]
    listed = met.text("meeting", "list", "--cycle", "第1回")
    assert all(f"　{BODY}　{called}　準備・記録中" in listed for called in ("第1回", "第2回、回は第1回"))
    refusal = met.refusal("meeting", "close", "--meeting", BODY)
    assert f"{BODY} 2025-02-13、{BODY} 2025-02-20" in refusal["message"]
    met.text("meeting", "close", "--meeting", f"{BODY} R7.2.20")
    assert [each["state"] for each in met.value("meeting", "list")] == ["open", "closed"]


def test_a_cycle_without_a_meeting_does_not_answer_with_that_of_another(met: Town, tmp_path: Path) -> None:
    met.text("meeting", "close")
    met.text("cycle", "close", "--reason", "期限が来た")
    met.text(*NEXT_CYCLE)
    for command in (("meeting", "show"), ("print", "agenda", "--out", str(tmp_path / "x.pdf"))):
        refusal = met.refusal(*command)
        assert (refusal["kind"], "「第2回」には会議がまだありません" in refusal["message"]) == ("rule", True)
    assert met.value("meeting", "show", "--cycle", "第1回")["date"] == "2025-02-13"


def test_homework_is_listed_over_two_cycles_and_finished_by_its_number(met: Town) -> None:
    assert met.text("meeting", "actions") == "宿題はありません。\n"
    action = ("meeting", "action", "--department", "町民生活課", "--text")
    assert met.text(*action, "予算案を示す。").startswith("宿題6-1を記しました：予算案を示す。")
    met.text(*action, "窓口を調べる。")
    met.text("meeting", "close")
    met.text("cycle", "close", "--reason", "期限が来た")
    met.text(*NEXT_CYCLE)
    met.text("meeting", "action", "--done", "宿6-1", "--outcome", "議会に示した。")
    met.text("meeting", "action", "--carry", "2")
    found = met.value("meeting", "actions")
    assert [(each["number"], each["state"], each["outcome"]) for each in found] == [
        ("6-1", "done", "議会に示した。"), ("6-2", "carried", None),
    ]  # fmt: skip
    own, done = ("--as", "担当", "--department"), ("meeting", "action", "--done", "6-1")
    assert "対応済み" in met.text(*done, *own, "町民生活課")
    assert "対応済み" in met.text(*own, "町民生活課", *done)
    assert met.refusal(*done, *own, "政策企画課")["place"] == "department"
    assert met.refusal(*done, "--as", "担当")["place"] == "department"
    assert met.text("meeting", "actions").splitlines() == [
        f"{BODY} 令和7年2月13日",
        "  6-1 予算案を示す。（町民生活課、次回会議まで、対応済み）",
        "      議会に示した。",
        "  6-2 窓口を調べる。（町民生活課、次回会議まで、次回へ）",
    ]
    message = met.refusal("meeting", "action", "--done", "9")["message"]
    assert f"6-1 予算案を示す。（{BODY} 令和7年2月13日）" in message
    met.text("meeting", "hold", "--body", BODY, "--date", "R7.8.20")
    met.text(*action, "公表する。")
    assert "6-1 予算案" in met.refusal("meeting", "action", "--done", "1")["message"]
    assert "公表する。" in met.text("meeting", "action", "--done", "1", "--meeting", "R7.8.20")


def test_a_correction_in_the_room_counts_at_once(met: Town, tmp_path: Path) -> None:
    correct = ("meeting", "correct", *SEVEN, "--asked-by", "見本太郎")
    assert set(met.value(*correct, "--field", "results", "--value", "監査を2回終えた。")) == OUTCOME
    met.text(*correct, "--field", "status", "--value", "late")
    assert [each["accepted"] for each in met.value("search", "監査を2回")] == [True]
    assert next(each for each in met.value("board")["cards"] if each["code"] == "7")["status"] == "late"
    met.text("meeting", "close")
    assert "監査を2回終えた。" in minutes_text(met, tmp_path)


def test_a_field_is_corrected_by_its_name_too(met: Town) -> None:
    met.text("meeting", "correct", *SEVEN, "--field", "課題", "--value", "人手が足りない。", "--asked-by", "見本太郎")
    assert "課題なし→「人手が足りない。」" in met.text("meeting", "show")


def test_the_short_name_of_a_field_is_taken_and_only_what_can_be_corrected_is_offered(met: Town) -> None:
    met.text("meeting", "correct", *SEVEN, "--field", "状況", "--value", "遅れ", "--asked-by", "見本太郎")
    assert "→「遅れ」" in met.text("meeting", "show")
    refusal = met.refusal("meeting", "correct", *SEVEN, "--field", "メモ", "--value", "x", "--asked-by", "x")
    for name in ("今の状況（status）", "実施段階（stage）", "今回の実績（results）", "決めてほしいこと（ask）"):
        assert name in refusal["message"]
    for name in ("private_memo", "事務局への連絡", "done_lines", "public"):
        assert name not in refusal["message"]


def test_a_printed_agenda_and_minutes_say_of_which_meeting_they_are(met: Town, tmp_path: Path) -> None:
    out = ("--out", str(tmp_path / "x.pdf"))
    assert met.text("print", "agenda", *out).endswith(f"（{BODY} 令和7年2月13日）\n")
    met.text("meeting", "close")
    assert met.text("print", "minutes", *out).endswith(f"（{BODY} 令和7年2月13日）\n")


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


def test_no_file_of_corrections_is_made_where_nobody_answers_by_files(met: Town, tmp_path: Path) -> None:
    assert met.value("meeting", "close", "--out", str(tmp_path))["files"] == []


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
        (("action", "--text", "x", "--department", "町民生活課", "--outcome", "y"), "outcome"),
        (("action", "--done", "6-9"), "action"),
        (("leave-out", "--name", "見本花子"), "name"),
        (("attend", "--name", "見本はな子", "--as", "present"), "name"),
        (("attend", "--name", "x", "--as", "proxy"), "proxy_for"),
        (("action", "--text", "x", "--department", "水道課"), "department"),
        (("action", "--text", "x", "--department", "町民生活課", "--due", "年内"), "due"),
        (("action", "--text", "x", "--department", "町民生活課", "--due", "R7.2.12"), "due"),
        (("remark", "--item", "5", "--speaker", " ", "--text", "x"), "speaker"),
        (("remark", "--item", "5", "--speaker", "x", "--text", "x", "--kind", "joke"), "kind"),
        (("correct", *SEVEN, "--field", "results", "--value", "x", "--asked-by", " "), "asked_by"),
        (("correct", *SEVEN, "--field", "status", "--value", "bad", "--asked-by", "x"), "status"),
        (("correct", *SEVEN, "--field", "private_memo", "--value", "bad", "--asked-by", "x"), "field"),
        (("correct", "--initiative", "11", "--field", "results", "--value", "x", "--asked-by", "x"), "initiative"),
        (("close", "--to", "9:00"), "to"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value)[:50],
)
def test_what_cannot_be_recorded_is_refused_with_its_place(command: tuple[str, ...], place: str, met: Town) -> None:
    before = met.bytes()
    assert met.refusal("meeting", *command)["place"] == place
    assert met.bytes() == before


def test_a_decision_that_was_read_back_to_the_room_says_so(met: Town) -> None:
    met.text("meeting", "decide", "--item", "5", "--result", "approved", "--text", "進める。", "--read-back")
    met.text("meeting", "decide", "--item", "5", "--result", "approved", "--text", "急ぐ。")
    with open_anywhere(Path(met.database)) as database, database.read() as connection:
        (held,) = meetings.meetings(connection)
        first, second = meetings.decisions(connection, held.id)
    assert (first.read_back, second.read_back) == (True, False)
    assert first.read_back_at is not None
