"""Whatever is typed wrongly: refused with its field and place, the nearest names offered, and nothing changed."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.commands import CYCLE, Town, new_town

BODY = "デジタル化推進員会議"
SLOT = ("--initiative", "7", "--department", "政策企画課")


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """大河原町 with an open cycle, an accepted answer to 7, a submitted one to 11 and an open meeting."""
    town = new_town(tmp_path_factory.mktemp("stage"))
    town.text("member", "add", "見本太郎", "--body", BODY, "--position", "chair")
    town.text(*CYCLE)
    town.submit(
        "7", "政策企画課", "--status", "ok", "--results", "監査を終えた。", "--discuss", "decide", "--ask", "予算"
    )
    town.text("record", "--initiative", "11", "--status", "ok", "--results", "講座を開いた。")
    town.text("hand-in")
    town.text("meeting", "hold", "--body", BODY, "--date", "R7.2.13")
    town.text("meeting", "agenda", "propose")
    return town


@pytest.fixture
def town(stage: Town, tmp_path: Path) -> Town:
    return stage.copied(tmp_path)


@pytest.fixture(scope="module")
def closed_stage(stage: Town, tmp_path_factory: pytest.TempPathFactory) -> Town:
    """The same with its meeting and its cycle closed."""
    town = stage.copied(tmp_path_factory.mktemp("closed"))
    town.text("meeting", "close")
    town.text("cycle", "close", "--reason", "期限が来た")
    return town


@pytest.fixture
def closed(closed_stage: Town, tmp_path: Path) -> Town:
    return closed_stage.copied(tmp_path)


def contents(town: Town) -> list[str]:
    """Everything that the database holds, as statements."""
    with closing(sqlite3.connect(town.database)) as connection:
        return list(connection.iterdump())


DAY_FORMS = (
    "R7.2.13", "r7.2.13", "Ｒ７．２．１３", "R7-2-13", "R7/2/13", "R7年2月13日",
    "令和7年2月13日", "令和７年２月１３日（木）", "令和7.2.13", "7/2/13", "７／２／１３", "7.2.13",
    "2025-02-13", "2025/2/13", "2025.2.13", "2025年2月13日", "２０２５－０２－１３", " 2025-02-13 ",
)  # fmt: skip
OTHER_ERAS = {
    "H31.4.30": "2019-04-30", "令和元年5月1日": "2019-05-01", "平成元年1月8日": "1989-01-08", "R6.2.29": "2024-02-29",
}  # fmt: skip
NO_FORM = ("あした", "R7.2", "20250213", "13 Feb 2025", "令和7年2月", "2025-02-13T09:00", "7年", "R.2.13")
NO_DAY = ("R7.2.30", "2025-13-01", "H31.5.1", "令和元年4月30日", "1868-01-01", "R7.2.29", "R0.1.1")


@pytest.mark.parametrize("typed", DAY_FORMS)
def test_a_day_is_taken_in_every_written_form(typed: str, town: Town) -> None:
    town.text("department", "add", "総務課", "--from", typed)
    assert town.value("department", "list")["departments"][-1]["from"] == "2025-02-13"


@pytest.mark.parametrize(("typed", "day"), OTHER_ERAS.items())
def test_days_of_other_eras_are_taken(typed: str, day: str, town: Town) -> None:
    town.text("department", "add", "総務課", "--from", typed)
    assert town.value("department", "list")["departments"][-1]["from"] == day


@pytest.mark.parametrize("typed", NO_FORM)
def test_another_form_is_refused_with_the_forms_that_are_taken(typed: str, town: Town) -> None:
    before = contents(town)
    refusal = town.refusal("department", "add", "総務課", "--from", typed)
    assert (refusal["kind"], refusal["place"]) == ("input", "from")
    for form in ("R7.2.13", "令和7年2月13日", "7/2/13", "2025-02-13"):
        assert form in refusal["message"]
    assert contents(town) == before


@pytest.mark.parametrize("typed", NO_DAY)
def test_a_day_that_never_was_is_refused_and_repeated(typed: str, town: Town) -> None:
    refusal = town.refusal("department", "add", "総務課", "--from", typed)
    assert refusal["place"] == "from"
    assert f"「{typed}」" in refusal["message"]


def test_days_are_read_wherever_one_is_typed(town: Town) -> None:
    for command, place in (
        ((*CYCLE[:3], "次", "--as-of", "x", "--due", "R7.1.31"), "as_of"),
        ((*CYCLE[:3], "次", "--as-of", "R7.1.10", "--due", "x"), "due"),
        ((*CYCLE[:3], "次", "--as-of", "R7.1.10", "--due", "R7.1.31", "--meeting", "x"), "meeting"),
        (("meeting", "hold", "--body", BODY, "--date", "x"), "date"),
        (("meeting", "action", "--department", "町民生活課", "--text", "x", "--due", "x"), "due"),
        (("department", "close", "町民生活課", "--on", "x"), "on"),
    ):
        assert (town.refusal(*command)["place"], command) == (place, command)


@pytest.mark.parametrize("typed", ["７", "(7)", "（７）", "【7】", " 7 "])
def test_a_code_is_taken_as_people_write_it(typed: str, town: Town) -> None:
    town.text("record", "--initiative", typed, "--next", "続ける")


@pytest.mark.parametrize(
    ("command", "place", "near"),
    [
        (("record", "--initiative", "77", "--status", "ok"), "initiative", "7 "),
        (("record", "--initiative", "", "--status", "ok"), "initiative", "1 "),
        (("accept", "--initiative", "14", "--department", "政策企画課"), "initiative", "1 "),
        (("record", "--initiative", "4", "--department", "政策課"), "department", "政策企画課"),
        (("record", "--initiative", "7", "--department", "町民生活課"), "department", "政策企画課"),
        (("hand-in", "--department", "町民課"), "department", "町民生活課"),
        (("board", "--cycle", "第一回"), "cycle", "第1回"),
        (("print", "sheet", "--out", "x.pdf", "--department", "商工課"), "department", "商工観光課"),
        (("meeting", "decide", "--item", "55", "--result", "noted", "--text", "x"), "item", "5 "),
        (("meeting", "show", "--meeting", "R7.2.14"), "meeting", "2025-02-13"),
        (("record", *SLOT, "--status", "good"), "status", "順調"),
        (("record", *SLOT, "--stage", "実施中"), "stage", "試行"),
        (("record", *SLOT, "--discuss", "yes"), "discuss", "discuss"),
        (("record", *SLOT, "--field", "resluts=x"), "resluts", "results"),
        (("record", *SLOT, "--field", "results"), "field", "="),
        (("record", *SLOT, "--field", "public=maybe"), "public", "true"),
        (("record", *SLOT, "--field", "paper_names=資料"), "paper_names", "["),
        (("record", *SLOT, "--field", "paper_names=[1]"), "paper_names", "["),
        (("record", *SLOT, "--indicator", "率=3"), "indicator", "指標"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)  # fmt: skip
def test_an_unknown_name_is_answered_with_what_there_is(
    command: tuple[str, ...], place: str, near: str, town: Town, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    before = contents(town)
    refusal = town.refusal(*command)
    assert refusal["place"] == place
    assert near in refusal["message"]
    assert contents(town) == before
    assert [path.name for path in tmp_path.iterdir()] == ["town.db"]


CLOSED = [
    ("record", *SLOT, "--status", "ok"),
    ("hand-in",),
    ("withdraw", *SLOT),
    ("confirm", *SLOT, "--by", "課長"),
    ("accept", "--all"),
    ("accept", "--initiative", "11"),
    ("return", *SLOT, "--field", "results", "--reason", "x"),
    ("consolidate", "--initiative", "7", "--use", "政策企画課"),
    ("settle", *SLOT, "--field", "all=ours"),
    ("cycle", "assign", "--initiative", "7", "--departments", "商工観光課", "--reason", "x"),
    ("meeting", "hold", "--body", BODY, "--date", "R7.3.1"),
]


@pytest.mark.parametrize("command", CLOSED, ids=lambda words: " ".join(words[:2]))
def test_nothing_is_written_into_a_closed_cycle(command: tuple[str, ...], closed: Town) -> None:
    before = contents(closed)
    refusal = closed.refusal(*command, "--cycle", "第1回")
    assert (refusal["kind"], refusal["place"]) == ("rule", "cycle")
    words = "「第1回」は締めた回です。何も変えていません。" if command[0] == "meeting" else "締め切っています"
    assert words in refusal["message"]
    assert contents(closed) == before


def test_without_an_open_cycle_the_newest_is_not_written_into(closed: Town) -> None:
    refusal = closed.refusal("record", *SLOT, "--status", "ok")
    assert "開いている回がありません" in refusal["message"]
    assert "閉じています" in closed.refusal(
        "meeting", "correct", "--initiative", "7", "--field", "results", "--value", "x", "--asked-by", "x"
    )["message"]  # fmt: skip


OWN = ("--as", "liaison", "--department", "町民生活課")


@pytest.mark.parametrize(
    "command",
    [("record", "--initiative", "7", "--status", "ok"), ("withdraw", "--initiative", "11")],
    ids=lambda words: words[0],
)
def test_nothing_is_written_for_another_department(command: tuple[str, ...], town: Town) -> None:
    before = contents(town)
    refusal = town.refusal(*command, *OWN)
    assert (refusal["kind"], refusal["place"]) == ("rule", "department")
    assert contents(town) == before


FIELDS = ("results", "issues", "next", "ask", "reason", "measures", "forecast", "direction", "effects", "private_memo")
BAD_TEXTS = {
    "4,001 characters": ("あ" * 4001, "4001文字あります。4000文字までに"),
    "101 lines": ("\n".join(["行"] * 101), "101行あります。100行までに"),
    "bell": ("音\x07", "U+0007"),
    "escape": ("\x1b[31m赤", "U+001B"),
    "C1": ("改\x85行", "U+0085"),
    "override": ("abc\u202edef", "U+202E"),
    "isolate": ("\u2066abc", "U+2066"),
    "half a letter": ("半\ud83d", "U+D83D"),
    "byte of another encoding": ("\udc83e", "U+DC83"),
    "noncharacter": ("\ufffe", "U+FFFE"),
    "last noncharacter": ("\U0010ffff", "U+10FFFF"),
}


@pytest.mark.parametrize("kind", BAD_TEXTS)
def test_a_text_that_cannot_be_kept_is_refused_in_every_field(kind: str, town: Town) -> None:
    typed, words = BAD_TEXTS[kind]
    before = contents(town)
    for field in FIELDS:
        refusal = town.refusal("record", *SLOT, "--field", f"{field}={typed}")
        assert (refusal["kind"], refusal["place"]) == ("input", field)
        assert words in refusal["message"]
    assert contents(town) == before


@pytest.mark.parametrize(
    ("command", "place"),
    [
        (("return", "--initiative", "11", "--field", "results", "--reason"), "reason"),
        (("consolidate", "--initiative", "7", "--use", "政策企画課", "--next"), "next"),
        (("meeting", "decide", "--item", "5", "--result", "noted", "--text"), "text"),
        (("meeting", "action", "--department", "町民生活課", "--text"), "text"),
        (("meeting", "remark", "--item", "5", "--speaker", "x", "--text"), "text"),
        (("meeting", "agenda", "add", "--title", "x", "--ask"), "ask"),
        (("meeting", "correct", "--initiative", "7", "--asked-by", "x", "--field", "results", "--value"), "results"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_a_text_that_cannot_be_kept_is_refused_wherever_one_is_typed(
    command: tuple[str, ...], place: str, town: Town
) -> None:
    before = contents(town)
    for typed, words in BAD_TEXTS.values():
        refusal = town.refusal(*command, typed)
        assert (refusal["place"], words in refusal["message"]) == (place, True)
    assert contents(town) == before


NAMES = [
    ("department", "add"),
    ("department", "rename", "町民生活課"),
    ("department", "add", "総務課", "--short"),
    ("member", "add", "--body", BODY),
    ("member", "add", "x", "--body", BODY, "--title"),
    ("cycle", "open", "--as-of", "R7.1.10", "--due", "R7.1.31", "--name"),
    ("cycle", "close", "--reason"),
    ("cycle", "assign", "--initiative", "7", "--departments", "政策企画課", "--reason"),
    ("confirm", "--initiative", "11", "--by"),
    ("confirm", "--initiative", "11", "--by", "x", "--title"),
    ("meeting", "hold", "--body", BODY, "--date", "R7.3.1", "--place"),
    ("meeting", "attend", "--as", "present", "--name"),
    ("meeting", "attend", "--as", "present", "--name", "x", "--title"),
    ("meeting", "agenda", "add", "--title"),
    ("meeting", "remark", "--item", "5", "--text", "x", "--speaker"),
    ("meeting", "correct", "--initiative", "7", "--field", "results", "--value", "x", "--asked-by"),
    ("hand-in", "--name"),
]


@pytest.mark.parametrize("command", NAMES, ids=" ".join)
def test_a_name_that_cannot_be_kept_is_refused(command: tuple[str, ...], town: Town) -> None:
    if command[:2] == ("cycle", "close"):
        town.text("meeting", "close")
    before = contents(town)
    for typed in ("名" * 201, "\x01", "\u202e名", "\udc83", "\ufdd0"):
        refusal = town.refusal(*command, typed)
        assert refusal["kind"] == "input"
        assert "文字" in refusal["message"]
    assert contents(town) == before
