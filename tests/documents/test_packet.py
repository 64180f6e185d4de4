"""会議資料一式: one file whose contents are true, in which nothing is hidden, and whose editions replace each other."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pypdf
import pytest

from dxdesk.documents.appending import read_pdf
from dxdesk.documents.packet import Packet, PacketPart, PrintedPacket, Section, Stopped, compose_packet
from dxdesk.documents.packet_edition import draw_tabs
from dxdesk.documents.page import FRAME_T, FRAME_Y, Frame, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL
from dxdesk.domain.errors import Problem
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import Settings
from tests.documents.page_checks import check_golden, overlapping, smallest
from tests.documents.reading import fonts, page_texts, texts, word_boxes
from tests.documents.sample_boards import MEMO, PLANS, RESULTS, scene
from tests.documents.sample_packets import packet

TAB = 9.5
"""mm at the outer edge in which tabs stand."""


def composed(value: Packet) -> PrintedPacket:
    return compose_packet(value)


def town_file(words: str = "町の資料の本文", pages: int = 2) -> bytes:
    sheet = Sheet(FRAME_T, "町の資料")
    for at in range(pages):
        if at:
            sheet.next_page()
        sheet.place(Text(f"{words}{at + 1}", CELL))
    return sheet.finish().pdf


def outline(pdf: bytes) -> list[tuple[int, str, int]]:
    """Level, title and page (from 1) of every bookmark."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))

    def walk(entries: list[Any], level: int) -> list[tuple[int, str, int]]:
        found = []
        for each in entries:
            if isinstance(each, list):
                found += walk(each, level + 1)
            else:
                page = reader.get_destination_page_number(each)
                assert page is not None
                found.append((level, str(each.title), page + 1))
        return found

    return walk(reader.outline, 0)


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [
        (round(float(page.mediabox.width) / 72 * 25.4), round(float(page.mediabox.height) / 72 * 25.4))
        for page in pages
    ]


@pytest.mark.parametrize("name", ["ogawara", "kahoku"])
def test_the_text_of_a_packet_is_the_one_on_file(name: str) -> None:
    check_golden(f"packet_{name}", composed(packet(name)).printed.pdf)


def test_the_same_packet_gives_the_same_bytes() -> None:
    appended = (read_pdf("前回の会議録", town_file()),)
    found = [composed(replace(packet(), appended=appended)).printed.pdf for _ in range(2)]
    assert found[0] == found[1]


@pytest.mark.parametrize("name", PLANS)
def test_the_pages_of_the_contents_are_those_where_the_parts_stand(name: str) -> None:
    found = composed(replace(packet(name), appended=(read_pdf("前回の会議録", town_file()),)))
    pages = page_texts(found.printed.pdf)
    total = len(pages)
    assert found.printed.pages == total == len(found.edition.pages)
    for paper in found.edition.papers:
        span = str(paper.first) if paper.first == paper.last else f"{paper.first}～{paper.last}"
        assert f"{''.join(paper.name.split())}A" in pages[0].replace("A3折込", "A").replace("A4横", "A")
        assert span in pages[0]
        if paper.number and paper.key != "append":
            for number in range(paper.first, paper.last + 1):
                assert paper.number in pages[number - 1]
                assert f"{number}／{total}" in pages[number - 1]
    assert [paper.first for paper in found.edition.papers][1:] == [
        paper.last + 1 for paper in found.edition.papers[:-1]
    ]


@pytest.mark.parametrize("name", PLANS)
def test_bookmarks_lead_to_every_part_and_every_sheet(name: str) -> None:
    found = composed(replace(packet(name), appended=(read_pdf("前回の会議録", town_file()),)))
    marks = outline(found.printed.pdf)
    for paper in found.edition.papers:
        title = f"{paper.number}　{paper.name}".strip("　")
        assert (0, title, paper.first) in marks
    pages = page_texts(found.printed.pdf)
    for level, title, page in marks:
        if level == 1:
            number, name_of_unit = title.split("　", 1)
            assert number in pages[page - 1]
            assert "".join(name_of_unit.split("　")[-1].split())[:6] in pages[page - 1]


@pytest.mark.parametrize("name", PLANS)
def test_every_word_stands_in_its_frame_and_nothing_over_anything_else(name: str) -> None:
    value = packet(name)
    pdf = composed(replace(value, draft=True, caution=True, collect=True, agenda=replace(value.agenda, collected=True)))
    printed = pdf.printed.pdf
    assert overlapping(printed) == []
    assert smallest(printed) >= 7.0
    for page, (width, height) in enumerate(sizes(printed)):
        for character, left, top, right, bottom in word_boxes(printed, page):
            assert left >= 14.5, character
            assert right <= width - 14.5 or left >= width - TAB, character
            assert top >= 3
            assert bottom <= height - 5


@pytest.mark.parametrize("frame", [FRAME_T, FRAME_Y])
@pytest.mark.parametrize("number", ["資料8", "資料12", "参考", "参考12"])
def test_what_stands_on_a_tab_is_read_as_easily_as_the_rest_of_the_page(frame: Frame, number: str) -> None:
    sheet = Sheet(frame, "見出し")
    draw_tabs(sheet, [(number, 1, 1)])
    pdf = sheet.finish().pdf
    assert smallest(pdf) >= 7.0
    boxes = [box for box in word_boxes(pdf) if box[1] > frame.right]
    assert "".join(box[0] for box in boxes) == number.removeprefix("資料")
    assert all(box[1] >= frame.page_width - TAB and box[3] <= frame.page_width - 4 for box in boxes)
    assert max(box[4] for box in boxes) - min(box[2] for box in boxes) <= 13


def test_a_reader_opens_the_packet_with_its_bookmarks_and_in_japanese() -> None:
    for appended in ((), (read_pdf("前回の会議録", town_file()),)):
        root = pypdf.PdfReader(io.BytesIO(composed(replace(packet(), appended=appended)).printed.pdf)).root_object
        assert (str(root["/PageMode"]), str(root["/Lang"])) == ("/UseOutlines", "ja-JP")


def test_a4_and_a3_stand_in_one_file() -> None:
    assert set(sizes(composed(packet()).printed.pdf)) == {(210, 297), (420, 297)}
    assert set(sizes(composed(packet(paper="A4")).printed.pdf)) == {(210, 297), (297, 210)}


def test_every_font_is_embedded_once_as_a_subset() -> None:
    found = fonts(composed(packet()).printed.pdf)
    assert all("+" in name and "/ToUnicode" in font for name, font in found.items())
    faces = [name.split("+")[1] for name in found]
    assert len(faces) == len(set(faces))


def test_what_is_unanswered_is_printed_and_what_is_secret_is_not() -> None:
    found = scene("ogawara", answered=False)
    first, second = texts(composed(packet(found=found)).printed.pdf)
    for text in (first, second):
        assert text.count("未回答") >= len(found.board.cards)
    for text in texts(composed(packet()).printed.pdf):
        assert MEMO not in text
        assert "".join(RESULTS.split()) in text


def test_marks_stand_on_the_pages_they_belong_to() -> None:
    value = packet()
    collected = replace(value, agenda=replace(value.agenda, collected=True), draft=True, caution=True, collect=True)
    pages = page_texts(composed(collected).printed.pdf)
    assert "回収します" not in pages[0]
    assert all("（案）" in text and "会議後回収" in text for text in pages)
    assert [("取扱注意" in text) for text in pages] == [True] + [False] * (len(pages) - 1)


def test_the_cover_says_that_the_members_are_on_its_back_only_where_they_are() -> None:
    with_members, without = (
        page_texts(composed(replace(packet(), with_members=chosen)).printed.pdf) for chosen in (True, False)
    )
    assert "出席者名簿は裏面にあります。" in with_members[0]
    assert with_members[1].startswith("出席者名簿")
    assert not any("出席者名簿" in text for text in without)


def test_the_cover_names_an_item_as_its_sheet_does() -> None:
    cover, *others = page_texts(composed(packet()).printed.pdf)
    assert "（3）手続ガイドラインの導入について協議1資料2-1" in cover
    assert any(text.startswith("個票（協議1）") and "資料2-1" in text for text in others)


def test_a_cover_of_two_pages_has_no_members_on_its_back() -> None:
    value = packet()
    items = tuple(replace(value.agenda.record.items[0], id=f"x{at}", number=at) for at in range(1, 26))
    pages = page_texts(
        composed(
            replace(value, agenda=replace(value.agenda, record=replace(value.agenda.record, items=items)))
        ).printed.pdf
    )
    assert "配布資料資料番号" in pages[1]
    assert pages[2].startswith("出席者名簿")
    assert not any("裏面" in text for text in pages)
    assert "―次第A41～2" in pages[1]


@pytest.mark.parametrize(("name", "behind"), [("資料の長い名称" * 5, 1), ("資料の長い名称" * 4, 110)])
def test_a_cover_that_its_pages_make_longer_covers_none_of_what_stands_behind_it(name: str, behind: int) -> None:
    value = packet()
    blank = [PacketPart(key, (Section(FRAME_Y, lambda _sheet: None),) * behind) for key in ("summary", "schedule")]
    parts = tuple(replace(part, name=name) for part in (*blank, *value.parts))
    extra = replace(value.agenda.record.items[0], title="その他の議題", ask=None)
    for more in range(7, 12):
        items = (*value.agenda.record.items, *(replace(extra, id=f"x{at}", number=at) for at in range(4, 4 + more)))
        agenda = replace(value.agenda, record=replace(value.agenda.record, items=items))
        pages = page_texts(composed(replace(value, agenda=agenda, parts=parts)).printed.pdf)
        (members,) = (at for at, text in enumerate(pages) if text.startswith("出席者名簿"))
        assert f"―出席者名簿A4{members + 1}" in "".join(pages[:members])


def test_a_town_that_binds_has_all_upright_pages_bound() -> None:
    found = scene("ogawara")
    bound = packet(found=replace(found, settings=Settings(paper=Paper(binding=True))))
    pdf = composed(bound).printed.pdf
    for page, (width, _) in enumerate(sizes(pdf)):
        if width == 210:
            assert min(left for _, left, *_ in word_boxes(pdf, page)) >= 29.9


def test_who_waits_is_told_of_every_piece_and_can_stop() -> None:
    told: list[tuple[int, int]] = []

    def keep(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    value = packet()
    pieces = 1 + sum(len(part.sections) for part in value.parts)
    compose_packet(value, keep)
    assert told == [(done, pieces) for done in range(pieces + 1)]
    with pytest.raises(Stopped):
        compose_packet(value, lambda done, _total: done < 2)


def test_the_same_packet_again_is_the_same_edition_and_has_nothing_to_replace() -> None:
    value = packet()
    first = composed(value)
    assert (first.edition.number, first.changed) == (1, frozenset())
    again = composed(replace(value, before=first.edition))
    assert (again.edition.number, again.changed) == (1, frozenset())
    assert again.printed.pdf == first.printed.pdf
    for before, code in ((first.edition, "packet.unchanged"), (None, "packet.not_handed_out")):
        with pytest.raises(Problem) as refused:
            compose_packet(replace(value, before=before), only_changed=True)
        assert refused.value.code == code


def test_a_changed_answer_makes_a_second_edition_that_names_its_pages() -> None:
    value = packet()
    first = composed(value).edition
    changed = packet(found=scene("ogawara", texts=("変わった実績。", None, None)))
    found = composed(replace(changed, before=first, answers={**changed.answers, first_unit(value): ("x",)}))
    assert found.edition.number == 2
    pages = page_texts(found.printed.pdf)
    slip, *counted = pages
    assert slip.startswith("差し替え表")
    assert "第1版（R7.2.6配布）を第2版にします。「抜く頁」を抜き、同じところに「入れる頁」を入れてください。" in slip
    assert "両面の紙で、裏に残す頁があるときは、抜かずに重ねてください。資料番号" in slip
    assert "抜く頁（第1版）入れる頁（第2版）変わったこと―次第11版の表示だけ" in slip
    assert "回答が変わった取組1行政手続のオンライン化" in slip
    assert "差し替え第2版（R7.2.6）" in counted[0]
    marked = {number for number, text in enumerate(counted, 1) if "差し替え（第2版）" in text}
    assert marked == set(found.changed)
    assert 2 not in marked  # 出席者名簿
    assert pypdf.PdfReader(io.BytesIO(found.printed.pdf)).page_labels[:3] == [" ", "1", "2"]
    assert f"1／{len(counted)}" in counted[0]


def test_the_slip_names_the_sheets_and_the_answers_that_changed() -> None:
    value = packet()
    first = composed(value).edition
    card = value.agenda.board.discussed()[0]
    was = replace(first, statuses={**first.statuses, card.unit: "late" if card.status != "late" else "warn"})
    changed = packet(found=scene("ogawara", texts=("変わった実績。", None, None)))
    found = composed(replace(changed, before=was, answers={**value.answers, card.unit: ("x",)}))
    slip = page_texts(found.printed.pdf)[0]
    told = f"{card.number}の回答"
    assert f"進捗状況一覧表（{len(value.agenda.board.cards)}取組）33{told}" in slip
    assert f"資料2-1個票{card.number}{card.name}44{told}" in slip
    say = value.agenda.settings.status_word
    assert f"{card.name}（{say(was.statuses[card.unit])}→{say(card.status)}）" in slip


def first_unit(value: Packet) -> str:
    return value.agenda.board.cards[0].unit


def test_only_the_changed_pages_can_be_printed_and_keep_their_numbers() -> None:
    value = packet()
    first = composed(value).edition
    changed = replace(packet(found=scene("ogawara", texts=("変わった実績。", None, None))), before=first)
    whole, part = composed(changed), compose_packet(changed, only_changed=True)
    assert part.edition == whole.edition
    total = len(whole.edition.pages)
    found = page_texts(part.printed.pdf)
    assert part.printed.pages == len(found) == len(whole.changed) + 1
    assert all(f"{number}／{total}" in text for number, text in zip(sorted(whole.changed), found[1:], strict=True))
    labels = pypdf.PdfReader(io.BytesIO(part.printed.pdf)).page_labels
    assert labels == [" ", *(str(number) for number in sorted(whole.changed))]


def test_a_part_that_went_and_a_file_that_came_are_named_on_the_slip() -> None:
    value = packet()
    first = composed(value).edition
    other = replace(value, parts=value.parts[:1], appended=(read_pdf("前回の会議録", town_file()),), before=first)
    found = compose_packet(other, only_changed=True)
    slip = page_texts(found.printed.pdf)[0]
    assert "資料2個票（協議1件）2-14―除いた" in slip
    assert "参考前回の会議録―4～5加わった" in slip
    assert page_texts(found.printed.pdf)[-1].startswith("町の資料の本文2")
    labels = pypdf.PdfReader(io.BytesIO(found.printed.pdf)).page_labels
    assert labels[-2:] == ["4", "5"]


def test_a_moment_later_the_same_pages_look_the_same() -> None:
    value = packet()
    later = replace(value, agenda=replace(value.agenda, made="2025-02-07T09:00:00+09:00"))
    assert composed(later).edition.pages == composed(value).edition.pages
