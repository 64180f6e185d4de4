"""Hostile and rare text, recorded in every unit of a cycle: shown and printed as it was typed."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.commands import CYCLE, Record, Town, new_town
from tests.documents.reading import page_texts, squeezed

BODY = "デジタル化推進員会議"
PAPERS = (
    "packet", "list", "sheet", "minutes", "agenda", "inquiry", "missing", "confirmation",
    "preparation", "submission", "action", "handwriting",
)  # fmt: skip
CHECKLISTS = PAPERS[-4:]
TIMES = [("packet", 7), ("list", 3), ("sheet", 4), ("minutes", 3), ("confirmation", 4)]
"""How often each of them prints what was typed."""

SHORT = {
    "1": "<b>太字</b>と</para>",
    "2": "<img src=x onerror=alert(1)>",
    "3": "=cmd|'/c calc'!A0",
    "4": "&amp;&lt;{0}%s\\n$1`id`",
    "5": "𠮷野家 ☑ 髙橋 﨑",
    "6": "葛\U000e0100城と葛飾",
    "7": "か\u3099き\u3099 ｱｲｳ ①㈱㌔",
    "8": "外字\ue000と\U000f0000",
    "9": "שלום と عربي",
    "10": "a\u200bb\u00adc 10\u00a0000",
    "11": "𝒳と👨\u200d👩\u200d👧",
    "12": "前\n\n\n後　　字下げ",
    "13": "W" * 500,
}
MISSING = {"U+E000", "U+F0000", "U+05E9", "U+0639", "U+1D4B3", "U+1F467"}

LONG = {
    "1": "あいうえおかきくけこ" * 400,
    "2": "\n".join(f"{number}番目の行" for number in range(1, 101)),
    "3": "\n".join(f"{number:03}" + "い" * 36 for number in range(100)),
}

DEPARTMENT, MEMBER, PLACE, TITLE = "<i>課</i>", "<u>太郎</u>", "=cmd|'会議室'", "<script>alert(1)</script>"
CYCLE_NAME = "<b>第1回</b>&amp;"


@dataclass(frozen=True)
class Papers:
    """A worked town, the text of each of its papers, and the code points that no font has."""

    town: Town
    texts: dict[str, str]
    missing: dict[str, list[Record]]


def worked(folder: Path, typed: dict[str, str]) -> Papers:
    """One department answers every unit with the text of its code; a meeting says each of them again."""
    town = new_town(folder)
    town.text("department", "add", DEPARTMENT)
    town.text("member", "add", MEMBER, "--body", BODY, "--position", "chair", "--title", "<s>長</s>")
    asked = (word for code in typed for word in ("--assign", f"{code}={DEPARTMENT}"))
    town.text(*CYCLE[:3], CYCLE_NAME, *CYCLE[4:], *asked, "--departments", DEPARTMENT)
    for code, text in typed.items():
        fields = (word for field in ("results", "issues", "next", "ask") for word in (f"--{field}", text))
        town.text("record", "--initiative", code, "--status", "ok", "--discuss", "decide", *fields)
    town.text("hand-in")
    town.text("accept", "--all")
    town.text("meeting", "hold", "--body", BODY, "--date", "R7.2.13", "--place", PLACE)
    town.text("meeting", "agenda", "propose")
    town.text("meeting", "agenda", "add", "--title", TITLE)
    for item in town.value("meeting", "agenda", "list"):
        if item["code"] in typed:
            number = ("--item", str(item["number"]))
            said = ("--text", typed[item["code"]])
            town.text("meeting", "decide", *number, "--result", "approved", *said)
            town.text("meeting", "remark", *number, "--speaker", MEMBER, *said)
            town.text("meeting", "action", *number, "--department", DEPARTMENT, *said)
    town.text("meeting", "close")
    files = {paper: folder / f"{paper}.pdf" for paper in PAPERS}
    missing: dict[str, list[Record]] = {}
    for paper, file in files.items():
        kind = ["checklist", "--type", paper] if paper in CHECKLISTS else [paper]
        missing[paper] = town.value("print", *kind, "--substitute", "--out", str(file))["missing_glyphs"]
    return Papers(town, {paper: "".join(page_texts(file.read_bytes())) for paper, file in files.items()}, missing)


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return worked(tmp_path_factory.mktemp("short"), SHORT)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return worked(tmp_path_factory.mktemp("long"), LONG)


def printed_as(text: str) -> list[str]:
    """The pieces in which a text is looked for: a page may end in a long word, right-to-left words are turned."""
    if len(text) == 500:
        return [text[:100]]
    if any("\u0590" <= character <= "\u06ff" for character in text):
        return [word[::-1] if "\u0590" <= word[0] <= "\u06ff" else word for word in text.split()]
    return [squeezed(text)]


@pytest.mark.parametrize("code", SHORT)
@pytest.mark.parametrize(
    ("paper", "times"), [("packet", 7), ("list", 3), ("sheet", 4), ("minutes", 3), ("confirmation", 4)]
)
def test_what_was_typed_stands_on_paper(code: str, paper: str, times: int, short: Papers) -> None:
    for piece in printed_as(SHORT[code]):
        assert short.texts[paper].count(piece) >= times, piece


@pytest.mark.parametrize("code", SHORT)
def test_what_was_typed_is_found_and_comes_back_as_it_was(code: str, short: Papers) -> None:
    hits = [each for each in short.town.value("search", SHORT[code][:20]) if each["where"] == "reply"]
    assert SHORT[code][:20] in "".join(each["excerpt"] for each in hits if each["code"] == code)
    item = next(each for each in short.town.value("meeting", "show")["items"] if each["code"] == code)
    assert item["decisions"] == [SHORT[code]]
    assert [each["text"] for each in item["remarks"]] == [SHORT[code]]
    assert [each["text"] for each in item["actions"]] == [SHORT[code]]


def slide_text(town: Town, code: str, file: Path) -> str:
    """Everything that stands on the pages of a unit's slide."""
    draw = ("draw", "item", "--initiative", code, "--out", str(file))
    pages = town.value(*draw)["pages"]
    shown = [town.value(*draw, "--page", str(page)) for page in range(1, pages + 1)]
    return squeezed("".join(each["text"] for said in shown for each in said["texts"]))


@pytest.mark.parametrize("code", [code for code, text in SHORT.items() if len(text) < 60])
def test_what_was_typed_stands_on_the_slide(code: str, short: Papers, tmp_path: Path) -> None:
    assert squeezed(SHORT[code]) in slide_text(short.town, code, tmp_path / "x.png")


def test_a_slide_comes_out_of_the_longest_texts_too(short: Papers, long: Papers, tmp_path: Path) -> None:
    assert "WWW" in slide_text(short.town, "13", tmp_path / "x.png")
    assert "あいうえお" in slide_text(long.town, "1", tmp_path / "x.png")
    assert "1番目の行" in slide_text(long.town, "2", tmp_path / "x.png")


@pytest.mark.parametrize("paper", ["packet", "list", "sheet", "minutes", "confirmation"])
def test_every_character_that_no_font_has_is_listed_with_its_place(paper: str, short: Papers) -> None:
    listed = {each["code_point"] for each in short.missing[paper]}
    assert listed >= MISSING
    typed = "".join(SHORT.values())
    assert all(each["character"] in typed and each["where"] for each in short.missing[paper])
    assert not any(ord(each["character"][0]) < 0x3000 for each in short.missing[paper] if each["character"].isascii())


def test_a_word_without_a_place_to_break_is_printed_whole(short: Papers) -> None:
    for paper, times in TIMES:
        assert short.texts[paper].count("W") >= 500 * times, paper


def test_what_every_font_has_is_not_listed(short: Papers) -> None:
    listed = {each["character"] for paper in PAPERS for each in short.missing[paper]}
    assert not listed & set("𠮷☑髙﨑葛<>&|='①㈱㌔ｱｲｳ\u200b\u00ad\u00a0")


def test_names_are_text_too(short: Papers) -> None:
    for paper in ("sheet", "submission", "handwriting", "inquiry", "missing", "confirmation"):
        assert squeezed(DEPARTMENT) in short.texts[paper], paper
    for paper in ("minutes", "agenda"):
        for name in (MEMBER, PLACE, TITLE, CYCLE_NAME):
            assert squeezed(name) in short.texts[paper], (paper, name)
    assert squeezed(MEMBER) in short.texts["inquiry"]
    assert all(CYCLE_NAME in text for paper, text in short.texts.items() if paper != "action")
    assert short.town.value("board")["cycle"] == CYCLE_NAME
    assert {tuple(each["departments"]) for each in short.town.value("board")["cards"]} == {(DEPARTMENT,)}


@pytest.mark.parametrize(
    ("paper", "times"), [("packet", 7), ("list", 3), ("sheet", 4), ("minutes", 3), ("confirmation", 4)]
)
def test_four_thousand_characters_and_a_hundred_lines_are_printed_whole(paper: str, times: int, long: Papers) -> None:
    text = long.texts[paper]
    for character in "うえおかきけ":
        assert text.count(character) >= 400 * times
    for line in LONG["2"].split("\n"):
        assert text.count(line) >= times, line
    for number in range(100):
        assert text.count(f"{number:03}い") >= times, number
    assert text.count("い") >= (400 + 3600) * times


def test_long_texts_come_back_as_they_were(long: Papers) -> None:
    for item in long.town.value("meeting", "show")["items"]:
        if item["code"] in LONG:
            assert item["decisions"] == [LONG[item["code"]]]
    assert all(each == [] for each in long.missing.values())
    assert long.town.value("verify")["ok"]
