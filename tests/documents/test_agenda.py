"""次第 on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from dxdesk.documents.agenda import AgendaPaper, compose_agenda
from dxdesk.documents.approval import compose_approval
from dxdesk.domain.meetings import Attendance, MeetingRecord
from dxdesk.domain.minutes import Handout
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import Settings
from tests.documents.reading import page_texts, squeezed, texts, word_boxes
from tests.meeting_samples import BOARD, CYCLE, HANDOUTS, RECORD, REFERENCES, agenda, committee

GOLDEN = Path(__file__).parent.parent / "golden" / "agenda.txt"
MADE = datetime(2025, 2, 6, 10, 40).astimezone().isoformat()
HOSTILE = "<b>&amp;</b>=cmd|'/c calc'!A0 𠮷 ☑ 髙 﨑 葛󠄀"


def paper(record: MeetingRecord = RECORD, settings: Settings | None = None, **changed: object) -> AgendaPaper:
    """The agenda of the sample meeting unless changed."""
    values: dict[str, object] = {
        "record": record, "board": BOARD, "cycle": CYCLE, "settings": settings or Settings(), "made": MADE,
        "handouts": HANDOUTS, "references": REFERENCES, "secretariat": "政策企画課主事　今野　彩", **changed,
    }  # fmt: skip
    return AgendaPaper(**values)  # type: ignore[arg-type]


def test_what_to_decide_gives_way_where_the_papers_would_go_on_the_next_page_for_it() -> None:
    asking = replace(RECORD, items=tuple(replace(each, ask="案のとおりでよいか" * 8) for each in RECORD.items))
    handouts = tuple(Handout(f"資料{at}", f"書類{at}", "A4", str(at)) for at in range(1, 30))
    pages = {}
    for count in (4, 12, 18):
        found = page_texts(compose_agenda(paper(asking, handouts=handouts[:count])).pdf)
        first = found[0]
        pages[count] = ("決めること" in first, "配布資料" in first)
    assert pages == {4: (True, True), 12: (False, True), 18: (True, False)}


def test_the_papers_stand_closer_together_before_they_go_on_the_next_page() -> None:
    record = replace(RECORD, items=agenda(8))
    handouts = tuple(Handout(f"資料{at}", f"書類{at}", "A4", str(at)) for at in range(1, 13))
    pitches = {}
    for count in (8, 12):
        pdf = compose_agenda(paper(record, handouts=handouts[:count], references={})).pdf
        assert "配布資料" in page_texts(pdf)[0]
        boxes = word_boxes(pdf)
        text = "".join(box[0] for box in boxes)
        tops = [boxes[text.index(f"書類{at}")][2] for at in (1, 2)]
        pitches[count] = tops[1] - tops[0]
    assert pitches[8] == pytest.approx(6.6, abs=0.1)
    assert pitches[12] == pytest.approx(5.5, abs=0.1)


def test_the_text_of_the_agenda_is_the_one_on_file() -> None:
    pdf = compose_agenda(paper()).pdf
    lines = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    assert lines.replace("\r\n", "\n") + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_the_members_stand_on_the_back_page() -> None:
    front, back = page_texts(compose_agenda(paper()).pdf)
    assert "出席者名簿は裏面にあります。" in front
    assert back.startswith("出席者名簿令和6年度第2回デジタル化推進員会議（令和7年2月13日）区分")
    assert "委員長副町長渡邊和夫副委員長総務課長髙橋誠委員政策企画課長佐藤健一" in back
    assert "委員福祉課長補佐（齋藤恵子の代理）三浦翔代理" in back
    assert "傍聴の人" not in back
    assert "事務局政策企画課主事今野彩" in back


def test_what_is_said_of_the_back_never_takes_a_page_of_its_own() -> None:
    for papers in range(1, 30):
        handouts = [Handout(f"資料{at}", "進捗状況の総括", "A4", str(at)) for at in range(1, papers + 1)]
        pages = page_texts(compose_agenda(paper(handouts=handouts)).pdf)
        if len(pages) > 2:
            break
        assert pages[0].startswith("令和6年度第2回")
    assert "配布資料" in pages[1]
    assert papers > 10
    assert not any("裏面" in text for text in pages)


def test_without_members_on_file_there_is_no_back_page() -> None:
    printed = compose_agenda(paper(replace(RECORD, attendance=())))
    assert printed.pages == 1
    assert "出席者名簿" not in texts(printed.pdf)[0]


def test_a_copy_that_is_collected_says_so_on_its_first_page_only() -> None:
    assert "取扱注意" not in texts(compose_agenda(paper()).pdf)[0]
    front, back = page_texts(compose_agenda(paper(collected=True)).pdf)
    assert "取扱注意会議後に回収します。" in front
    assert "取扱注意" not in back


def test_what_is_to_be_decided_stands_under_its_item() -> None:
    assert (
        "（2）自治体情報システムの標準化・共通化について資料3-1決めること：2段階に分けてよいか（3）"
        in texts(compose_agenda(paper()).pdf)[0]
    )


def test_an_agenda_without_items_and_papers_has_its_frame() -> None:
    text = texts(compose_agenda(paper(replace(RECORD, items=()), handouts=(), references={})).pdf)[0]
    assert "1開会2委員長あいさつ3その他4閉会" in text
    assert "配布資料" not in text


def test_the_papers_move_to_the_next_page_whole() -> None:
    pages = page_texts(compose_agenda(paper(replace(RECORD, items=agenda(18)), references={})).pdf)
    assert "配布資料" not in pages[0]
    assert pages[1].startswith("配布資料資料番号名称用紙頁―次第A41資料1")


def test_a_very_long_agenda_goes_on_on_more_pages() -> None:
    record = replace(RECORD, items=agenda(60), attendance=committee(44))
    handouts = tuple(Handout(f"資料{number}", f"名称の{number}", "A4", str(number)) for number in range(1, 61))
    references = {number: f"資料{number}" for number in range(1, 61)}
    text = texts(compose_agenda(paper(record, handouts=handouts, references=references)).pdf)[0]
    for number in range(1, 61):
        assert f"（{number}）議題の{number}について資料{number}" in text
        assert f"資料{number}名称の{number}A4{number}" in text
    assert "第44課長委員44" in text


def test_titles_and_references_of_any_length_stay_inside_the_frame() -> None:
    items = (replace(RECORD.items[0], title="長い件名" * 40), replace(RECORD.items[1], title=HOSTILE))
    record = replace(
        RECORD,
        items=items,
        meeting=replace(RECORD.meeting, body_name="とても長い名前の会議" * 5, place=HOSTILE),
        attendance=(Attendance(HOSTILE, HOSTILE, "present", None, "chair"),),
    )
    references = {1: "資料1・資料2・資料3・資料4・資料5・資料6・資料7・資料8", 2: "資料3-1"}
    for binding, left in ((False, 25.0), (True, 30.0)):
        printed = compose_agenda(paper(record, Settings(paper=Paper(binding=binding)), references=references))
        assert squeezed(HOSTILE) in texts(printed.pdf)[0]
        assert printed.missing == ()
        for page in range(printed.pages):
            for character, x0, _, x1, y1 in word_boxes(printed.pdf, page):
                assert x0 >= left - 0.1, character
                assert x1 <= 190.1, character
                assert y1 <= 290, character


@pytest.mark.parametrize(
    ("word", "x", "y"),
    [("令和6年度第2回大", None, 34.3), ("日時", 32.0, 68.4), ("1開会", 32.0, 92.4), ("資料3-1", 176.0, None)],
)
def test_the_parts_stand_where_the_form_has_them(word: str, x: float | None, y: float | None) -> None:
    pdf = compose_agenda(paper(references={2: "資料3-1"})).pdf
    boxes = word_boxes(pdf)
    text = "".join(box[0] for box in boxes)
    _, left, top, _, _ = boxes[text.index(word)]
    if x is not None:
        assert left == pytest.approx(x, abs=0.8)
    if y is not None:
        assert top == pytest.approx(y, abs=1.0)


@pytest.mark.parametrize("binding", [False, True])
def test_the_days_left_open_on_the_copy_for_approval_have_room_for_two_digits(binding: bool) -> None:
    boxes = word_boxes(compose_approval(paper(settings=Settings(paper=Paper(binding=binding)))).pdf)
    at = "".join(box[0] for box in boxes).index("令和7年月日")
    year, month, day = (boxes[at + place] for place in (3, 4, 5))
    assert year[2] == pytest.approx(day[2], abs=0.5)  # one line
    assert month[1] - year[3] > 4.0
    assert day[1] - month[3] > 4.0
