"""会議録 on paper: what is in it, what never is, and where pages turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest

from dxdesk.documents.cells import Cell
from dxdesk.documents.lines import text_width
from dxdesk.documents.minutes import MinutesPaper, compose_minutes, footer_of
from dxdesk.documents.minutes_tables import actions_table, decisions_table, names_in_lines
from dxdesk.documents.paragraph import lines_of
from dxdesk.documents.styles import CELL
from dxdesk.domain.meetings import ActionItem, Attendance, Decision, FloorCorrection, MeetingRecord, Remark
from dxdesk.domain.minutes import Block, MinutesVersion
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import Settings
from tests.documents.reading import page_texts, squeezed, texts, word_boxes
from tests.meeting_samples import (
    ATTENDANCE,
    BOARD,
    CYCLE,
    DEPARTMENTS,
    RECORD,
    SECRETARIAT,
    agenda,
    committee,
    draft,
    version,
)

GOLDEN = Path(__file__).parent.parent / "golden"
MADE = datetime(2025, 2, 27, 16, 5).astimezone().isoformat()
HOSTILE = "<b>&amp;</b>=cmd|'/c calc'!A0 𠮷 ☑ 髙 﨑 葛󠄀 <img src=x>"
SENTENCE = "この文は、折り返しと頁の送りを確かめるために書いている。"


def confirmed(blocks: tuple[Block, ...], number: int = 3, **changed: object) -> MinutesVersion:
    reasoned = tuple(replace(block, reason=None if block.public else "契約前の金額を含むため") for block in blocks)
    values = {
        "state": "confirmed", "confirmed_by": "渡邊　和夫", "confirmed_on": date(2025, 2, 27),
        "moment": "2025-02-27T05:00:00+00:00", **changed,
    }  # fmt: skip
    return version(reasoned, number, **values)


EARLIER = (
    version(),
    version(number=2, confirmed_by="渡邊　和夫", moment="2025-02-20T05:00:00+00:00"),
)


def paper(record: MeetingRecord = RECORD, settings: Settings | None = None, **changed: object) -> MinutesPaper:
    """The print of the sample meeting's confirmed minutes unless changed."""
    settings = settings or Settings()
    values: dict[str, object] = {
        "record": record, "version": confirmed(draft(record, settings)), "board": BOARD, "cycle": CYCLE,
        "settings": settings, "departments": DEPARTMENTS, "made": MADE, "record_number": "R6-2-議-01",
        "audit_head": "0123456789abcdef" * 4, "earlier": EARLIER, **changed,
    }  # fmt: skip
    return MinutesPaper(**values)  # type: ignore[arg-type]


def text_of(value: MinutesPaper) -> str:
    return texts(compose_minutes(value).pdf)[0]


def golden(name: str, pdf: bytes) -> None:
    """Compare the text of every page with the one on file."""
    lines = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    lines = lines.replace("\r\n", "\n") + "\n"
    assert lines == (GOLDEN / name).read_text(encoding="utf-8")


def test_the_text_of_the_minutes_is_the_one_on_file() -> None:
    golden("minutes.txt", compose_minutes(paper()).pdf)


def test_the_text_of_the_gist_is_the_one_on_file_on_one_page() -> None:
    printed = compose_minutes(paper(variant="gist"))
    assert printed.pages == 1
    golden("minutes_gist.txt", printed.pdf)


def test_both_readers_find_the_same_text() -> None:
    one, other = texts(compose_minutes(paper()).pdf)
    assert sorted(one) == sorted(other)


def test_what_is_withheld_is_nowhere_in_the_file() -> None:
    secret = "1億2千万円"
    for variant in ("full", "gist", "public"):
        pdf = compose_minutes(paper(variant=variant)).pdf
        assert secret not in texts(pdf)[0]
        assert secret.encode("utf-8") not in pdf
        assert secret.encode("utf-16-be") not in pdf
    assert "〔非公開：契約前の金額を含むため、回答1件（1行）を除く。〕" in text_of(paper())


def test_withheld_neighbours_of_one_reason_are_counted_together_with_their_lines() -> None:
    remarks = (
        Remark("r1", 2, "総務課長", "question", SENTENCE * 3, public=False),
        Remark("r2", 2, "税務課長", "answer", "別の秘密", public=False),
        Remark("r3", 2, "税務課長", "answer", "さらに別の秘密", public=False),
    )
    text = text_of(paper(replace(RECORD, remarks=remarks)))
    assert "契約前の金額を含むため、質問1件、回答2件（5行）を除く。" in text
    assert "秘密" not in text
    assert "頁の送り" not in text


def test_a_withheld_decision_and_action_keep_their_numbers_only() -> None:
    blocks = tuple(replace(block, public=False) if block.kind in ("decision", "action") else block for block in draft())
    text = text_of(paper(version=confirmed(blocks)))
    assert "決6-5〔非公開：契約前の金額を含むため、決定1件を除く。〕" in text
    assert "宿6-8〔非公開：契約前の金額を含むため、宿題1件を除く。〕" in text
    for words in (*(each.text for each in RECORD.decisions), *(each.text for each in RECORD.actions)):
        assert squeezed(words) not in text


def test_an_item_withheld_as_a_whole_gives_nothing_away() -> None:
    blocks = tuple(replace(block, public=block.id != "item-i2") for block in draft())
    text = text_of(paper(version=confirmed(blocks)))
    assert "（2）〔非公開：契約前の金額を含むため、議題1件（1行）を除く。〕" in text
    assert "標準化" not in text
    assert "経費はどの程度か" not in text
    assert squeezed(RECORD.decisions[0].text) not in text
    assert squeezed(RECORD.decisions[1].text) in text


def test_tables_are_drawn_from_the_records_whatever_the_prose_says() -> None:
    blocks = tuple(replace(block, text="書き換えた文") if block.kind == "decision" else block for block in draft())
    text = text_of(paper(version=confirmed(blocks)))
    assert "書き換えた文" not in text
    assert "決6-5移行を2段階に分け、窓口の4業務を先に行う。6標準化・共通化（2）原案決定" in text
    assert "宿6-8移行の順番の案を一覧にする。政策企画課・町民生活課令和7年3月31日（月）" in text
    assert "宿6-9必要書類を一覧にする。（未定）次回会議" in text


def test_numbers_go_on_from_the_earlier_meetings_of_the_year() -> None:
    text = text_of(paper(decisions_before=10, actions_before=20))
    assert "決6-15" in text
    assert "宿6-28" in text


def test_the_towns_word_for_action_items_is_used() -> None:
    text = text_of(paper(settings=Settings(action_word="対応事項")))
    assert "指示事項（対応事項）" in text
    assert "対6-8" in text


@pytest.mark.parametrize(
    ("display", "variant", "shown", "hidden"),
    [
        ("name", "full", "（鈴木真由美）経費", "（税務課長）経費"),
        ("title", "full", "（税務課長）経費", "（鈴木真由美）経費"),
        ("member", "full", "（委員）経費", "（税務課長）経費"),
        ("name", "public", "（税務課長）経費", "（鈴木真由美）経費"),
        ("member", "public", "（委員）経費", "（税務課長）経費"),
    ],
)
def test_speakers_are_shown_as_set_and_never_by_name_to_the_public(
    display: str, variant: str, shown: str, hidden: str
) -> None:
    settings = Settings(paper=Paper(speaker=display))  # type: ignore[arg-type]
    text = text_of(paper(settings=settings, variant=variant))
    assert shown in text
    assert hidden not in text


def test_an_answer_stands_behind_an_arrow_and_a_correction_names_who_wished_it() -> None:
    text = text_of(paper())
    assert "→（事務局）2月末までに届く。" in text
    assert "（席上修正・総務課長）今の状況を「順調」から「要注意」に改めた。" in text


def test_a_correction_under_no_item_stands_under_any_other_business() -> None:
    record = replace(RECORD, corrections=(FloorCorrection(None, "u6", "issues", "古い", "新しい課題", "総務課長"),))
    assert (
        "13その他（席上修正・総務課長）「自治体情報システムの標準化・共通化」の課題を「新しい課題」に改めた。14作成・確認"
        in text_of(paper(record))
    )


def test_only_confirmed_minutes_carry_what_they_can_be_checked_against() -> None:
    foot = footer_of(paper())
    assert foot.second_left.split("　　") == [
        "記録番号 R6-2-議-01",
        "原本照合 " + "-".join(paper().version.hash[at : at + 4].upper() for at in range(0, 16, 4)),
        "操作の履歴 0123-4567-89AB-CDEF",
    ]
    assert foot.second_right == "作成 R7.2.27 16:05"
    draft_foot = footer_of(paper(version=version()))
    assert "原本照合" not in draft_foot.second_left
    assert draft_foot.left.endswith("会議録（案）")


@pytest.mark.parametrize(
    ("newest", "earlier", "box", "history"),
    [
        (version(), (), "案", "案R7.2.18。"),
        (EARLIER[1], EARLIER[:1], "確認中", "案R7.2.18→確認中R7.2.20。"),
        (
            confirmed(draft()),
            EARLIER,
            "確定第1版",
            "案R7.2.18→確認中R7.2.20→確定第1版R7.2.27。確定後の修正なし。",
        ),
        (
            confirmed(draft(), 4, confirmed_on=date(2025, 3, 5), reason="氏名の誤記を直した。"),
            (*EARLIER, confirmed(draft())),
            "確定第2版",
            "案R7.2.18→確認中R7.2.20→確定第1版R7.2.27→確定第2版R7.3.5（氏名の誤記を直した。）。",
        ),
    ],
)
def test_the_version_and_its_history_are_said(
    newest: MinutesVersion, earlier: tuple[MinutesVersion, ...], box: str, history: str
) -> None:
    value = paper(version=newest, earlier=earlier)
    assert squeezed(value.version_words) == box
    text = text_of(value)
    assert box in text
    assert f"（修正の履歴）{history}" in text


def test_who_made_and_confirmed_it_stands_in_the_last_table() -> None:
    text = text_of(paper(settings=Settings(paper=Paper(signers=("作成者", "確認者", "署名委員")))))
    assert "作成者政策企画課今野彩令和7年2月27日" in text
    assert "確認者委員長（副町長）渡邊和夫令和7年2月27日" in text
    assert "署名委員" in text


@pytest.mark.parametrize("members", [1, 2, 14, 15])
def test_members_fill_the_left_half_first(members: int) -> None:
    record = replace(RECORD, attendance=committee(members), remarks=(), corrections=())
    text = text_of(paper(record))
    half = -(-members // 2)
    for number in range(1, members + 1):
        assert f"第{number}課長委員{number}出席" in text
    if members > 1:
        assert text.index("第1課長") < text.index(f"第{half + 1}課長")
    boxes = word_boxes(compose_minutes(paper(record)).pdf)
    left = [box for box in boxes if box[0] == "第" and abs(box[1] - 42.8) < 0.3 and box[2] < 110]
    assert len(left) == half


def test_absence_and_proxy_are_bold_and_observers_are_not_listed() -> None:
    pdf = compose_minutes(paper()).pdf
    text = texts(pdf)[0]
    assert "町民生活課長阿部清欠席" in text
    assert "福祉課長補佐三浦翔代理" in text.replace("（齋藤恵子の代理）", "")
    assert "（齋藤恵子の代理）" in text
    assert "傍聴の人" not in text


def test_who_explained_is_named_below_the_number_of_members_and_not_among_them() -> None:
    came = Attendance("内田　修", "情報システム係長", "present", None, "staff")
    text = text_of(paper(replace(RECORD, attendance=(*ATTENDANCE, came))))
    assert "説明員・事務局：情報システム係長内田修" in text
    assert "委員情報システム係長" not in text


def test_a_meeting_with_nothing_recorded_still_prints_every_part() -> None:
    record = MeetingRecord(RECORD.meeting, (), (), (), (), ())
    text = text_of(paper(record))
    assert "3出席者出席者の記録はない。4欠席者なし" in text
    assert "9議事なし10決定事項なし11指示事項（宿題）なし12今後の予定" in text


def test_papers_nobody_named_are_not_spoken_of() -> None:
    blocks = tuple(block for block in draft() if block.kind != "handout")
    text = text_of(paper(version=confirmed(blocks)))
    assert "配布資料" not in text
    assert "8議事" in text


def test_who_made_it_is_whoever_drafted_it_under_a_name() -> None:
    nameless = replace(SECRETARIAT, name=None)
    assert "作成者政策企画課今野彩" in text_of(paper(version=confirmed(draft(), author=nameless)))
    text = text_of(paper(version=confirmed(draft()), earlier=(version(author=nameless),)))
    assert "作成者政策企画課今野彩" in text


def test_a_part_that_was_left_out_takes_no_number() -> None:
    blocks = tuple(block for block in draft() if block.kind != "secretariat")
    text = text_of(paper(version=confirmed(blocks)))
    assert "4欠席者" in text
    assert "5公開の別" in text
    assert "13作成・確認" in text


def test_the_longest_texts_are_printed_whole_over_several_pages() -> None:
    long = (SENTENCE * 200)[:4000]
    lines = "\n".join(f"{number}行目である。" for number in range(1, 101))
    record = replace(
        RECORD,
        remarks=(Remark("r1", 2, "総務課長", "question", long), Remark("r2", 3, "税務課長", "answer", lines)),
        decisions=(replace(RECORD.decisions[0], text=long),),
        actions=(replace(RECORD.actions[0], text=lines),),
    )
    blocks = tuple(replace(block, text=long) if block.id == "result-i4" else block for block in draft(record))
    printed = compose_minutes(paper(record, version=confirmed(blocks)))
    body = "".join(
        page.split(f"{number}／{printed.pages}")[0] for number, page in enumerate(page_texts(printed.pdf), 1)
    )
    assert printed.pages > 8
    assert body.count("確かめるため") >= 3 * (long.count("確かめるため") - printed.pages)
    assert body.count("行目である。") == 200
    assert all(len(page) > 150 for page in page_texts(printed.pdf))


@pytest.mark.parametrize("count", range(1, 31))
def test_titles_results_and_signatures_never_stand_alone_at_a_page_end(count: int) -> None:
    record = replace(RECORD, items=agenda(3), remarks=(), corrections=(), decisions=(), actions=())
    blocks = draft(record)
    place = next(at for at, block in enumerate(blocks) if block.id == "result-i1")
    extra = tuple(Block(f"more-{number}", "remark", None, f"（委員）発言の{number}。") for number in range(count))
    blocks = (*blocks[:place], *extra, *blocks[place:])
    pages = page_texts(compose_minutes(paper(record, version=confirmed(blocks))).pdf)
    for page in pages:
        body = page.split("令和6年度第2回デジタル化推進員会議会議録（確定")[0]
        assert not body.endswith(
            ("議事", "について", "資料1・資料2", "資料3-1", "資料3-2", "説明した。", "結果", "作成・確認")
        )
        assert not body.startswith(("ウ結果", "イ結果", "結論に至らなかった", "14作成・確認", "（修正の履歴）"))


def test_everything_stands_inside_its_frame_with_and_without_binding() -> None:
    for binding, left in ((False, 25.0), (True, 30.0)):
        pdf = compose_minutes(paper(settings=Settings(paper=Paper(binding=binding)))).pdf
        for page in range(len(pypdfium2.PdfDocument(pdf))):
            for character, x0, y0, x1, y1 in word_boxes(pdf, page):
                assert x0 >= left - 0.1, character
                assert x1 <= 190.1, character
                assert y0 >= 11.0, character
                assert y1 <= 292.0, character


def test_names_of_departments_are_not_cut() -> None:
    lines = names_in_lines(["政策企画課", "町民生活課", "税務課", "会計課"], CELL, 33).split("\n")
    assert lines == ["政策企画課・", "町民生活課・税務課・", "会計課"]
    assert all(text_width(line, CELL) <= 33 + CELL.em for line in lines)
    assert names_in_lines([], CELL, 33) == ""


def test_a_decision_about_no_item_on_the_agenda_has_no_place() -> None:
    record = replace(RECORD, decisions=(Decision("k", 1, 99, None, "noted", "その他の件。"),))
    assert "決6-1その他の件。――了承" in text_of(paper(record))


def test_an_action_item_for_many_departments_names_them_in_order() -> None:
    action = ActionItem("a", 1, None, None, ("d3", "d2", "d1"), None, "整理する。", "open")
    assert "政策企画課・税務課・町民生活課次回会議" in text_of(paper(replace(RECORD, actions=(action,))))


def test_the_longest_day_of_an_action_item_stands_in_one_line() -> None:
    action = ActionItem("a", 1, None, None, ("d1",), date(2025, 12, 31), "整理する。", "open")
    table = actions_table(paper(replace(RECORD, actions=(action,))), 165.0)
    assert table is not None
    assert table.rows[0].cells[3] == "令和7年12月31日（水）"


def test_number_and_short_name_of_a_decision_stand_in_one_line() -> None:
    value = paper()
    cards = tuple(replace(card, number=f"重点-{card.code}", short_name="標準化・共通化") for card in value.board.cards)
    table = decisions_table(replace(value, board=replace(value.board, cards=cards)))
    assert table is not None
    cell = table.rows[0].cells[2]
    assert isinstance(cell, Cell)
    assert cell.style is not None
    assert lines_of(str(cell.content), cell.style, 33.0) == ("重点-6 標準化・共通化",)


def test_a_name_too_long_for_one_line_with_its_number_stands_whole_below_it() -> None:
    value = paper()
    for number, name, behind in (("住民-3", "マイナンバーカード", " "), ("行政-2", "デジタルで業務効率化", "\n")):
        cards = tuple(replace(card, number=number, short_name=name) for card in value.board.cards[:1])
        table = decisions_table(replace(value, board=replace(value.board, cards=cards)))
        assert table is not None
        cell = table.rows[0].cells[2]
        assert isinstance(cell, Cell)
        assert cell.content == f"{number}{behind}{name}"
