"""A whole meeting on each of the five plans by commands alone: held, recorded, closed, its minutes and its slides."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from docx import Document

from tests.cli.commands import NEXT_CYCLE, Record, Town
from tests.cli.year import STATUSES, Year, answer, begin
from tests.documents.reading import texts
from tests.plan_samples import TOWNS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

CHAIR, MEMBER, PROXY = "見本太郎", "見本花子", "見本次郎"
DECISION, ACTION, REMARK = "移行を二段階に分けて進める。", "見積りを一覧にする。", "進め方はよいと思う。"
CORRECTED, FREE = "会議で直した実績。", "その他の件"
SLIDES = ("board", "grid", "item", "roadmap", "trend", "actions", "readback", "agenda", "break", "blank")


@dataclass
class Met:
    """What the commands of a meeting answered."""

    year: Year
    body: str
    item: str = ""
    code: str = ""
    closed: Record = field(default_factory=dict)
    slides: dict[str, list[Record]] = field(default_factory=dict)

    @property
    def town(self) -> Town:
        return self.year.town

    def texts(self, slide: str) -> str:
        """What stands on all pages of a slide."""
        return "\n".join(text["text"] for page in self.slides[slide] for text in page["texts"])


def bodies(town: Town) -> list[str]:
    return [each["name"] for each in town.value("plan", "show")["bodies"]]


def seated(town: Town, body: str) -> None:
    """Two members of a body."""
    town.text("member", "add", CHAIR, "--body", body, "--position", "chair", "--title", "副町長")
    town.text("member", "add", MEMBER, "--body", body, "--title", "課長")


def hold(met: Met, day: str) -> None:
    """The meeting with who came, and its agenda: proposed, a unit more, and one that is no unit."""
    town = met.town
    town.text(
        "meeting", "hold", "--body", met.body, "--date", day, "--from", "13:30", "--to", "15:00", "--place", "庁議室"
    )
    town.text("meeting", "attend", "--name", PROXY, "--as", "proxy", "--proxy-for", MEMBER, "--title", "係長")
    town.text("meeting", "attend", "--name", "見本町民", "--as", "observer")
    town.text("meeting", "agenda", "propose")
    town.text("meeting", "agenda", "add", "--title", FREE, "--kind", "report", "--minutes", "5")
    items = town.value("meeting", "agenda", "list")
    discussed = next(each for each in items if each["kind"] == "discuss")
    met.item, met.code = str(discussed["number"]), discussed["code"]


def record(met: Met, result: str) -> None:
    """A remark, a decision, a 宿題 and a correction about the first item that is discussed."""
    item, department = ("--item", met.item), met.year.asked()[met.code][0]
    town = met.town
    town.text("meeting", "remark", *item, "--speaker", CHAIR, "--kind", "意見", "--text", REMARK)
    town.text("meeting", "decide", *item, "--result", result, "--text", DECISION)
    town.text("meeting", "action", *item, "--department", department, "--due", "R7.3.31", "--text", ACTION)
    correct = ("--initiative", met.code, "--field", "results", "--value", CORRECTED)
    town.text("meeting", "correct", *correct, "--asked-by", CHAIR)


def draw(met: Met, folder: Path, *more: str) -> None:
    """Every page of every slide, on two screens, kept as the wide one told it."""
    options = {"item": ("--initiative", met.code), "agenda": ("--item", met.item), "break": ("--until", "14:50")}
    for slide in SLIDES:
        for size, scale in (("1440x1080", "1.4"), ("1920x1080", "1.0")):
            pages: list[Record] = []
            while not pages or len(pages) < pages[0]["pages"]:
                file = folder / f"{slide}_{len(pages) + 1}.png"
                command = ("draw", slide, "--out", str(file), "--size", size, "--scale", scale)
                number = ("--page", str(len(pages) + 1))
                pages.append(met.town.value(*command, *number, *options.get(slide, ()), *more))
                assert file.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
                assert min(text["px"] for text in pages[-1]["texts"]) >= 36
            met.slides[slide] = pages


@pytest.fixture(scope="module", params=TOWNS)
def met(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Met:
    """A meeting of a plan, closed, with its slides as they were before."""
    folder = tmp_path_factory.mktemp(request.param)
    year = begin(Town(str(folder / "town.db")), folder, request.param)
    found = Met(year, bodies(year.town)[0])
    seated(year.town, found.body)
    for name in ("inquiries", "corrections"):
        (folder / name).mkdir()
    year.town.text("inquire", "--out", str(folder / "inquiries"))
    answer(year, STATUSES, "始めた")
    hold(found, "R7.2.13")
    record(found, "approved")
    draw(found, folder)
    found.closed = year.town.value("meeting", "close", "--to", "14:50", "--out", str(folder / "corrections"))
    year.town.text("meeting", "minutes", "draft")
    year.town.text("meeting", "minutes", "confirm", "--by", CHAIR, "--on", "R7.2.20")
    return found


def test_every_slide_shows_what_was_decided_and_nothing_that_was_said(met: Met) -> None:
    assert DECISION in met.texts("readback")
    assert "決定の確認：承認" in met.texts("readback")
    assert ACTION in met.texts("readback")
    assert f"承認：{DECISION}" in met.texts("item").replace("\n", "")
    assert CORRECTED in met.texts("item").replace("\n", "")
    assert {"本日の次第", "協議1", FREE, "5分"} <= set(met.texts("agenda").split("\n"))
    assert "14:50 まで" in met.texts("break")
    everything = "\n".join(met.texts(slide) for slide in SLIDES)
    for hidden in (REMARK, CHAIR, MEMBER, PROXY):
        assert hidden not in everything


def test_the_meeting_is_shown_as_it_was_held(met: Met) -> None:
    shown = met.town.value("meeting", "show")
    assert (shown["body"], shown["state"]) == (met.body, "closed")
    assert shown["minutes"] == {"version": shown["minutes"]["version"], "state": "confirmed"}
    assert [each["presence"] for each in shown["attendance"]] == ["present", "proxy", "observer"]
    item = next(each for each in shown["items"] if each["code"] == met.code)
    assert (item["result"], item["decisions"]) == ("approved", [DECISION])
    assert [each["text"] for each in item["remarks"]] == [REMARK]
    assert [(each["text"], each["due"]) for each in item["actions"]] == [(ACTION, "2025-03-31")]


def test_the_correction_goes_back_to_its_department_as_a_file(met: Met) -> None:
    files = [Path(each["file"]) for each in met.closed["files"]]
    assert files
    assert all(file.stat().st_size > 0 for file in files)


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        (("minutes",), (DECISION, ACTION, REMARK, PROXY)),
        (("minutes", "--variant", "gist"), (DECISION,)),
        (("minutes", "--variant", "public"), (DECISION,)),
        (("agenda",), (FREE,)),
        (("script",), (FREE,)),
        (("actions",), (ACTION,)),
    ],
    ids=" ".join,
)
def test_the_papers_of_the_meeting_are_printed(
    paper: tuple[str, ...], said: tuple[str, ...], met: Met, tmp_path: Path
) -> None:
    file = tmp_path / "paper.pdf"
    printed = met.town.value("print", *paper, "--out", str(file))
    assert (printed["missing_glyphs"], printed["pages"] > 0) == ([], True)
    whole = "".join("".join(texts(file.read_bytes())).split())
    for words in said:
        assert words in whole


def test_the_minutes_and_the_actions_are_saved_for_the_office_programs(met: Met, tmp_path: Path) -> None:
    for kind, name in (("minutes", "minutes.docx"), ("actions", "actions.xlsx")):
        met.town.text("print", kind, "--out", str(tmp_path / name))
        assert (tmp_path / name).read_bytes()[:2] == b"PK"


def test_the_next_meeting_looks_at_what_this_one_left_to_be_done(met: Met, tmp_path: Path) -> None:
    town = met.town.copied(tmp_path)
    town.text("cycle", "close", "--reason", "会議を終えたため")
    town.text(*NEXT_CYCLE)
    said = town.value("draw", "actions", "--out", str(tmp_path / "actions.png"))
    shown = [each["text"] for each in said["texts"]]
    assert ACTION in shown
    department = met.year.asked()[met.code][0]
    assert any(f"{department}　期限 3月31日（月）　対応中" in each for each in shown)
    assert town.value("verify")["ok"]


def test_what_the_committee_refers_is_decided_by_the_headquarters(tmp_path: Path) -> None:
    year = begin(Town(str(tmp_path / "town.db")), tmp_path, "miharu")
    headquarters, committee = bodies(year.town)
    for body in (headquarters, committee):
        seated(year.town, body)
    answer(year, STATUSES, "始めた")
    first = Met(year, committee)
    hold(first, "R7.2.13")
    record(first, "本部へ付議")
    opinion = "繁忙期を避けて進められたい。"
    year.town.text("meeting", "opinion", "--item", first.item, "--text", opinion)
    year.town.text("meeting", "close")
    year.town.text("meeting", "minutes", "confirm", "--by", CHAIR, "--on", "R7.2.14")
    second = Met(year, headquarters)
    hold(second, "R7.2.27")
    assert second.code == first.code
    listed = year.town.value("meeting", "agenda", "list")
    assert next(each["code"] for each in listed if each["kind"] == "discuss") == first.code
    for paper in (("sheet", "--initiative", first.code), ("script",)):
        year.town.text("print", *paper, "--out", str(tmp_path / f"{paper[0]}.pdf"))
    sheet = "".join("".join(texts((tmp_path / "sheet.pdf").read_bytes())).split())
    assert f"{committee}の結論：付議：{DECISION}付帯意見：{opinion}" in sheet
    assert "宿題担当期限" in sheet
    final = "本部として二段階で進めることを決める。"
    year.town.text("meeting", "decide", "--item", second.item, "--result", "approved", "--text", final)
    draw(second, tmp_path)
    assert final in second.texts("readback")
    assert final in second.texts("item").replace("\n", "")
    assert f"委員会の結論付議：{DECISION}付帯意見：{opinion}" in second.texts("item").replace("\n", "")
    draw(first, tmp_path, "--meeting", committee)
    assert DECISION in first.texts("readback")
    assert "決定の確認：付議" in first.texts("readback")
    assert final not in first.texts("item").replace("\n", "")
    year.town.text("meeting", "close")
    year.town.text("meeting", "minutes", "confirm", "--by", CHAIR, "--on", "R7.3.3")
    listed = year.town.text("meeting", "list")
    assert listed.index(committee) != listed.index(headquarters)
    told = f"「{opinion.rstrip('。')}」との付帯意見があった。"
    for body, words in ((committee, (DECISION, f"付帯意見{opinion}")), (headquarters, (final, told))):
        for variant in ("full", "public", "abstract"):
            file = tmp_path / "minutes.pdf"
            year.town.text("print", "minutes", "--meeting", body, "--variant", variant, "--out", str(file))
            whole = "".join("".join(texts(file.read_bytes())).split())
            assert all(each in whole for each in words), variant
    year.town.text("print", "minutes", "--meeting", committee, "--variant", "gist", "--out", str(file))
    assert f"付帯意見：{opinion}" in "".join("".join(texts(file.read_bytes())).split())
    year.town.text("print", "minutes", "--meeting", committee, "--out", str(tmp_path / "minutes.docx"))
    assert opinion in "".join(
        each.text for each in Document(str(tmp_path / "minutes.docx")).element.iter() if each.text
    )
