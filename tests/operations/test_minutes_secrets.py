"""What is not for the public is put wherever it could stand, and looked for in everything that is given out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape

import pypdf
import pypdfium2
import pytest
from docx import Document

from dxdesk.desk import Desk
from dxdesk.documents.minutes_word import compose_minutes_word
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.minutes import VARIANTS, Block, Variant
from dxdesk.operations.agenda import add_item
from dxdesk.operations.departments import add_member
from dxdesk.operations.meeting_drafts import MEMO, NOTE, keep_draft
from dxdesk.operations.meeting_records import correct_on_floor, record_action, record_decision, record_remark
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.operations.minutes import confirm, draft, edit
from dxdesk.operations.printing import print_minutes, recorded_minutes
from dxdesk.store.queries import finding, meetings
from dxdesk.store.queries import minutes as on_file
from dxdesk.wording.meeting import phrases_for
from tests.builders import COMMITTEE, MOMENT, PLAN, SOUMU, ZEIMU, accepted, answer, start_cycle, write
from tests.documents.reading import squeezed

SECRET = "ひみつ"
DAY = date(2025, 2, 13)


def secret(place: str) -> str:
    """A text that stands in one place only, so that a leak says where it comes from."""
    return f"{SECRET}{place}のこと"


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    """A closed meeting with confirmed minutes and a secret wherever something is not public."""
    cycle = start_cycle(desk, assigned={unit.code or "": [SOUMU] for unit in PLAN.units})
    accepted(desk, cycle, "重点-1", SOUMU, private_memo=secret("非公表メモ"), to_secretariat=secret("連絡"))
    answer(desk, cycle, "検討-5", SOUMU, results=secret("受理していない回答"))
    write(desk, cycle, "検討-4", SOUMU, results=secret("下書き"))
    desk.do(add_member, COMMITTEE, "今野　彩", title="副町長", position="chair")
    desk.do(hold_meeting, cycle, COMMITTEE, day=DAY, begins="13:30", place=secret("場所"))
    found = desk.ask(finding.meeting)
    desk.do(add_item, found, "discuss", code="重点-1", ask=secret("決めること"))
    desk.do(add_item, found, "report", title=secret("議題"))
    desk.do(add_item, found, "discuss", code="検討-5")
    for number in (1, 2, 3):
        desk.do(record_remark, found, number, "今野　彩", secret(f"非公開の発言{number}"), public=False)
        desk.do(record_decision, found, number, "approved", secret(f"決定{number}"))
        desk.do(record_action, found, number, [ZEIMU], None, secret(f"宿題{number}"))
    desk.do(correct_on_floor, found, "重点-1", "results", secret("席上修正"), "今野　彩")
    item = desk.ask(meetings.agenda, found.id)[0].id
    for key in (MEMO + item, NOTE + item, f"remark:{item}"):
        desk.do(keep_draft, found.id, key, {"text": secret(key.partition(":")[0])})
    desk.do(close_meeting, found, ends="15:00")
    desk.do(draft, found, phrases_for)
    blocks = desk.ask(on_file.versions, found.id)[-1].blocks
    earlier = tuple(replace(each, text=secret("前の版")) if each.kind == "outlook" else each for each in blocks)
    desk.do(edit, found, earlier)
    desk.do(edit, found, tuple(_withheld(each) for each in blocks))
    desk.do(keep_draft, found.id, "minutes", {"blocks": secret("書きかけの会議録")})
    desk.do(confirm, found, by="今野　彩", on=DAY)
    return desk.ask(meetings.meeting, found.id)


def _withheld(block: Block) -> Block:
    """A block with a secret is kept from the print, for a reason."""
    return replace(block, public=False, reason="町の情報公開条例による") if SECRET in block.text else block


def told_by_pdf(pdf: bytes) -> Iterator[str]:
    """All that a reader can get out: the pages as two readers see them, title, bookmarks, notes, and the bare bytes."""
    yield from (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    yield from (page.extract_text() for page in reader.pages)
    yield repr(reader.metadata)
    yield repr(reader.outline)
    yield repr([page.get("/Annots") for page in reader.pages])
    yield repr(reader.attachments)
    yield from (pdf.decode(code, errors="ignore") for code in ("utf-8", "utf-16-be", "utf-16-le", "cp932"))


def told_by_word(content: bytes) -> Iterator[str]:
    """Every part of the file, marks of the text read as one, and its properties."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            part = parts.read(name)
            yield from (unescape(part.decode(code, errors="ignore")) for code in ("utf-8", "utf-16-le"))
    document = Document(io.BytesIO(content))
    yield "".join(each.text or "" for each in document.element.iter("{*}t"))
    yield repr([getattr(document.core_properties, name) for name in ("title", "subject", "author", "comments")])


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_secret_is_in_anything_that_is_given_out(desk: Desk, meeting: Meeting, variant: Variant) -> None:
    pdf = desk.ask(print_minutes, meeting, MOMENT, variant=variant).pdf
    word = compose_minutes_word(desk.ask(recorded_minutes, meeting, MOMENT, variant))
    for told in (*told_by_pdf(pdf), *told_by_word(word)):
        words = squeezed(told)
        place = words.find(SECRET)
        assert place < 0, words[place : place + 20]


def test_the_search_finds_what_is_not_withheld(desk: Desk, meeting: Meeting) -> None:
    blocks = desk.ask(on_file.versions, meeting.id)[-1].blocks
    desk.do(edit, meeting, tuple(replace(each, public=True, reason=None) for each in blocks), reason="公開する。")
    pdf = desk.ask(print_minutes, meeting, MOMENT, variant="public").pdf
    word = compose_minutes_word(desk.ask(recorded_minutes, meeting, MOMENT, "public"))
    for told in (told_by_pdf(pdf), told_by_word(word)):
        found = squeezed("".join(told))
        for place in ("場所", "議題", "席上修正", "非公開の発言1", "決定2", "宿題3"):
            assert secret(place) in found
        for place in ("非公表メモ", "連絡", "受理していない回答", "下書き", "memo", "note", "remark", "前の版"):
            assert secret(place) not in found


def test_the_public_print_names_nobody_who_spoke(desk: Desk, meeting: Meeting) -> None:
    pdf = desk.ask(print_minutes, meeting, MOMENT, variant="public").pdf
    assert "（今野" not in squeezed("".join(told_by_pdf(pdf)))
