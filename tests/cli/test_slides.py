from pathlib import Path

import pytest

from tests.cli.commands import NEXT_CYCLE, Town
from tests.cli.conftest import BODY

OF_UNITS = ("board", "grid", "item", "roadmap", "trend")


@pytest.mark.parametrize("slide", OF_UNITS)
def test_every_slide_of_units_is_drawn_and_told_with_what_stands_on_it(slide: str, met: Town, tmp_path: Path) -> None:
    file = tmp_path / "slide.png"
    unit = ("--initiative", "7") if slide == "item" else ()
    said = met.value("draw", slide, "--out", str(file), "--size", "1366x768", *unit)
    assert {"file", "size", "pages", "texts", "symbols"} <= set(said)
    assert (said["file"], said["pages"]) == (str(file), 1)
    assert all(set(each) == {"text", "px"} for each in said["texts"])
    assert all(set(each) == {"code", "key"} for each in said["symbols"])
    shown = "".join(each["text"] for each in said["texts"])
    assert "セキュリティ対策" in shown
    assert "公表しない数" not in shown
    assert ("7", "ok") in {(each["code"], each["key"]) for each in said["symbols"]}
    content = file.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")) == (1366, 768)


@pytest.mark.parametrize("slide", ["roadmap", "trend"])
def test_larger_letters_make_more_pages_and_no_text_is_small(slide: str, met: Town, tmp_path: Path) -> None:
    file = tmp_path / "slide.png"
    said = met.value("draw", slide, "--out", str(file), "--size", "1440x1080", "--scale", "1.4")
    assert said["pages"] > 1
    assert min(each["px"] for each in said["texts"]) >= 36
    last = met.value(
        "draw", slide, "--out", str(file), "--size", "1440x1080", "--scale", "1.4", "--page", str(said["pages"])
    )
    assert {each["code"] for each in last["symbols"]}.isdisjoint(each["code"] for each in said["symbols"])


def drawn(town: Town, folder: Path, slide: str, *arguments: str) -> list[str]:
    """The texts of a slide."""
    said = town.value("draw", slide, "--out", str(folder / "slide.png"), *arguments)
    assert (folder / "slide.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    return [each["text"] for each in said["texts"]]


def test_the_agenda_is_drawn_with_the_item_that_is_treated(met: Town, tmp_path: Path) -> None:
    shown = drawn(met, tmp_path, "agenda", "--item", "5")
    assert {"本日の次第", "重点取組事項の進捗状況の確認", "協議1", "セキュリティ対策"} <= set(shown)
    for number in range(30):
        met.text("meeting", "agenda", "add", "--title", f"その他の件{number + 1}", "--kind", "report")
    assert "その他の件30" not in drawn(met, tmp_path, "agenda", "--scale", "1.4")
    assert "その他の件30" in drawn(met, tmp_path, "agenda", "--scale", "1.4", "--item", "35")


def test_actions_of_the_meeting_before_are_drawn_and_not_those_just_recorded(met: Town, tmp_path: Path) -> None:
    met.text("meeting", "action", "--item", "5", "--department", "政策企画課", "--text", "予算案を示す。")
    assert "前回までの宿題はありません。" in drawn(met, tmp_path, "actions")
    met.text("meeting", "close")
    met.text("cycle", "close", "--reason", "見本として締める")
    met.text(*NEXT_CYCLE)
    shown = drawn(met, tmp_path, "actions")
    assert "予算案を示す。" in shown
    assert any("政策企画課　次回会議まで　対応中" in each for each in shown)


def test_the_newest_decision_is_read_back_with_its_actions(met: Town, tmp_path: Path) -> None:
    met.text("meeting", "decide", "--item", "5", "--result", "approved", "--text", "予算を認める。")
    met.text("meeting", "decide", "--item", "5", "--result", "amended", "--text", "二段階に分けて進める。")
    met.text(
        "meeting", "action", "--item", "5", "--department", "政策企画課", "--due", "R7.3.31", "--text", "案を示す。"
    )
    shown = drawn(met, tmp_path, "readback")
    assert {"協議1　セキュリティ対策", "決定の確認：修正して承認", "二段階に分けて進める。", "案を示す。"} <= set(shown)
    assert "政策企画課　期限 3月31日（月）" in shown
    assert "予算を認める。" not in shown


def test_words_that_are_not_recorded_are_read_back_as_they_are_given(met: Town, tmp_path: Path) -> None:
    words = ("--text", "<b>進める。</b>", "--result", "承認", "--item", "5")
    action = ("--action", "一覧にする。", "--department", "政策企画課,町民生活課", "--due", "R7.3.31")
    shown = drawn(met, tmp_path, "readback", *words, *action)
    assert {"<b>進める。</b>", "決定の確認：承認", "一覧にする。"} <= set(shown)
    assert "政策企画課・町民生活課　期限 3月31日（月）" in shown
    assert met.value("meeting", "show")["items"][4]["decisions"] == []
    assert "宿題の確認" in drawn(met, tmp_path, "readback", "--action", "一覧にする。")


def test_a_break_and_a_blank_slide_need_no_meeting(opened: Town, tmp_path: Path) -> None:
    assert drawn(opened, tmp_path, "break", "--until", "午後2時50分") == ["休憩", "14:50 まで", "大河原町"]
    assert drawn(opened, tmp_path, "break") == ["休憩", "大河原町"]
    assert drawn(opened, tmp_path, "blank") == ["大河原町"]
    assert "次第はまだありません。" in drawn(opened, tmp_path, "agenda")


def test_a_slide_is_named_by_its_word_too(met: Town, tmp_path: Path) -> None:
    for word, key in (("次第", "agenda"), ("ボード", "board"), ("白", "blank")):
        assert drawn(met, tmp_path, word) == drawn(met, tmp_path, key)
    refusal = met.refusal("draw", "スライド", "--out", str(tmp_path / "x.png"))
    assert "readback（決定の確認）" in refusal["message"]


def test_the_meeting_that_is_named_is_drawn(met: Town, tmp_path: Path) -> None:
    met.text("meeting", "decide", "--item", "5", "--result", "approved", "--text", "予算を認める。")
    met.text("meeting", "hold", "--body", BODY, "--date", "R7.2.20")
    met.text("meeting", "agenda", "add", "--title", "二度目の件", "--meeting", "2025-02-20")
    first, second = (("--meeting", each) for each in ("2025-02-13", "2025-02-20"))
    assert "二度目の件" in drawn(met, tmp_path, "agenda", *second)
    assert "二度目の件" not in drawn(met, tmp_path, "agenda", *first)
    assert "予算を認める。" in drawn(met, tmp_path, "readback", *first)
    assert any("予算を認める。" in each for each in drawn(met, tmp_path, "item", "--initiative", "7", *first))
    refusal = met.refusal("draw", "readback", "--out", str(tmp_path / "x.png"), *second)
    assert refusal["message"] == "文：この会議の決定はまだありません。--text で映す文を書いてください。"


@pytest.mark.parametrize(
    ("command", "place"),
    [
        (("poster", "--out", "x.png"), "slide"),
        (("item", "--out", "x.png"), "initiative"),
        (("item", "--out", "x.png", "--initiative", "99"), "initiative"),
        (("board", "--out", "x.jpg"), "out"),
        (("board", "--out", "x.png", "--size", "wide"), "size"),
        (("board", "--out", "x.png", "--size", "100x100"), "size"),
        (("trend", "--out", "x.png", "--page", "9"), "page"),
        (("blank", "--out", "x.png", "--page", "0"), "page"),
        (("break", "--out", "x.png", "--until", "いつか"), "until"),
        (("agenda", "--out", "x.png", "--item", "99"), "item"),
        (("readback", "--out", "x.png"), "text"),
        (("readback", "--out", "x.png", "--text", " "), "text"),
        (("readback", "--out", "x.png", "--text", "進める。", "--result", "可決"), "result"),
        (("readback", "--out", "x.png", "--text", "進める。", "--item", "99"), "item"),
        (("readback", "--out", "x.png", "--action", "示す。", "--department", "ない課"), "department"),
        (("board", "--out", "x.png", "--department", "政策企画課"), "department"),
        (("agenda", "--out", "x.png", "--meeting", "どこかの会議"), "meeting"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_what_cannot_be_drawn_is_refused_and_no_file_is_left(
    command: tuple[str, ...], place: str, met: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert met.refusal("draw", *command)["place"] == place
    assert [path.name for path in tmp_path.iterdir()] == ["town.db"]
