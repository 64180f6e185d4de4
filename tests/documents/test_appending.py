"""The town's PDF files behind a packet: pages as they print, nothing that acts, a sentence for what is not one."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from dxdesk.documents.appending import put_behind, read_pdf
from dxdesk.documents.page import FRAME_A3, FRAME_T, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL
from dxdesk.domain.errors import Problem
from tests.documents.reading import page_texts

ACTIVE = (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/AA", b"/Annots", b"secret")


def made(words: str = "前回の会議録", pages: int = 2) -> bytes:
    sheet = Sheet(FRAME_T, "別の文書")
    for at in range(pages):
        if at:
            sheet.next_page(FRAME_A3)
        sheet.place(Text(f"{words}{at + 1}", CELL))
    return sheet.finish().pdf


def changed(change: Callable[[pypdf.PdfWriter], object]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made()))
    change(writer)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def refusal(content: bytes) -> str:
    with pytest.raises(Problem) as refused:
        read_pdf("町の資料", content)
    assert refused.value.values["file"] == "町の資料"
    return refused.value.code


def test_pages_come_along_with_their_sizes_and_texts() -> None:
    found = read_pdf("町の資料", made())
    assert [(round(width), round(height)) for width, height in found.sizes] == [(210, 297), (420, 297)]
    assert [text.split("／")[0] for text in page_texts(found.pdf)] == ["前回の会議録11", "前回の会議録22"]


def test_they_stand_behind_with_a_bookmark_and_the_same_bytes_every_time() -> None:
    found = read_pdf("町の資料", made())
    whole = put_behind(made("会議資料", 1), [(found, "参考　町の資料", 2)])
    assert len(page_texts(whole)) == 3
    outline = pypdf.PdfReader(io.BytesIO(whole)).outline
    assert [each.title for each in outline] == ["参考　町の資料"]  # type: ignore[union-attr]
    assert whole == put_behind(made("会議資料", 1), [(read_pdf("町の資料", made()), "参考　町の資料", 2)])


def test_nothing_behind_leaves_the_file_alone() -> None:
    pdf = made()
    assert put_behind(pdf, []) is pdf


def test_where_pages_are_left_out_readers_name_the_rest_by_their_numbers() -> None:
    whole = put_behind(made("会議資料", 1), [(read_pdf("町の資料", made()), "参考", 7)])
    assert pypdf.PdfReader(io.BytesIO(whole)).page_labels == ["1", "7", "8"]


def test_what_acts_or_is_hidden_in_a_file_stays_behind() -> None:
    def arm(writer: pypdf.PdfWriter) -> None:
        script = DictionaryObject(
            {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('secret')")}
        )
        writer.add_attachment("secret.exe", b"secret")
        page = writer.pages[0]
        action = DictionaryObject(
            {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("secret.exe")}
        )
        link = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Link"),
                NameObject("/Rect"): ArrayObject([FloatObject(at) for at in (0, 0, 100, 100)]),
                NameObject("/A"): action,
            }
        )
        page[NameObject("/Annots")] = ArrayObject([writer._add_object(link)])
        page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): action})
        form = DecodedStreamObject()
        form.set_data(b"")
        form[NameObject("/Subtype")] = NameObject("/Form")
        form[NameObject("/OPI")] = DictionaryObject({NameObject("/F"): TextStringObject("secret.eps")})
        resources = page["/Resources"]
        assert isinstance(resources, DictionaryObject)
        resources[NameObject("/XObject")] = DictionaryObject({NameObject("/AA"): writer._add_object(form)})
        writer.root_object[NameObject("/OpenAction")] = writer._add_object(script)

    found = read_pdf("町の資料", changed(arm))
    whole = put_behind(made("会議資料", 1), [(found, "参考", 2)])
    for each in (*ACTIVE[:-3], *ACTIVE[-2:]):
        assert each not in whole, each
    resources = pypdf.PdfReader(io.BytesIO(whole)).pages[1]["/Resources"]
    assert list(resources["/XObject"]) == ["/AA"]  # type: ignore[index]


def test_a_stamp_on_a_page_is_drawn_into_it_and_a_hidden_one_is_not() -> None:
    def stamp(writer: pypdf.PdfWriter) -> None:
        annotations = ArrayObject()
        for flags, left in ((4, 100), (0, 300), (6, 300)):
            look = DecodedStreamObject()
            look.set_data(b"0 g 0 0 10 10 re f")
            look[NameObject("/Type")] = NameObject("/XObject")
            look[NameObject("/Subtype")] = NameObject("/Form")
            look[NameObject("/BBox")] = ArrayObject([NumberObject(at) for at in (0, 0, 10, 10)])
            annotations.append(
                writer._add_object(
                    DictionaryObject(
                        {
                            NameObject("/Subtype"): NameObject("/Stamp"),
                            NameObject("/F"): NumberObject(flags),
                            NameObject("/Rect"): ArrayObject([FloatObject(at) for at in (left, 100, left + 80, 180)]),
                            NameObject("/AP"): DictionaryObject({NameObject("/N"): writer._add_object(look)}),
                        }
                    )
                )
            )
        writer.pages[0][NameObject("/Annots")] = annotations

    found = read_pdf("町の資料", changed(stamp))
    picture = pypdfium2.PdfDocument(found.pdf)[0].render(scale=1, grayscale=True).to_pil()
    dark = [picture.getpixel((x, 842 - 140)) for x in (140, 340)]
    assert dark[0] < 60
    assert dark[1] > 200


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7", b"MZ\x90\x00", made()[:400], made().replace(b"/Pages", b"/Pagez"), b"%PDF-1.4\n" + b"[" * 5000],
    ids=["empty", "head", "program", "torn", "no pages", "deep"],
)
def test_what_is_no_pdf_is_refused_by_name(content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    assert refusal(content) == "packet.no_pdf"
    assert caplog.records == []  # the reader of PDF files says nothing of its own


def test_a_file_behind_a_password_is_refused_by_name() -> None:
    assert refusal(changed(lambda writer: writer.encrypt("ひみつ", algorithm="AES-256"))) == "packet.encrypted"


def test_a_file_with_layers_that_are_switched_off_is_refused_so_that_nothing_hidden_is_printed() -> None:
    def layered(writer: pypdf.PdfWriter, hidden: bool) -> None:
        layer = writer._add_object(
            DictionaryObject({NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject("下書き")})
        )
        usual = DictionaryObject({NameObject("/OFF"): ArrayObject([layer] if hidden else [])})
        writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
            {NameObject("/OCGs"): ArrayObject([layer]), NameObject("/D"): usual}
        )

    assert refusal(changed(lambda writer: layered(writer, True))) == "packet.hidden"
    assert len(read_pdf("町の資料", changed(lambda writer: layered(writer, False))).sizes) == 2


def test_a_file_that_only_forbids_changes_comes_along() -> None:
    locked = changed(lambda writer: writer.encrypt("", "owner", algorithm="AES-256"))
    assert len(read_pdf("町の資料", locked).sizes) == 2


def test_pages_that_lead_back_to_themselves_are_refused() -> None:
    def loop(writer: pypdf.PdfWriter) -> None:
        pages = writer.root_object["/Pages"]
        assert isinstance(pages, DictionaryObject)
        kids = pages["/Kids"]
        assert isinstance(kids, ArrayObject)
        kids.append(writer.root_object.raw_get("/Pages"))

    assert refusal(changed(loop)) == "packet.no_pdf"


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 100_000), st.binary(min_size=1, max_size=40))
def test_a_damaged_file_is_either_read_or_refused(place: int, noise: bytes) -> None:
    content = made()
    at = place % len(content)
    try:
        found = read_pdf("町の資料", content[:at] + noise + content[at + len(noise) :])
    except Problem as problem:
        code = problem.code
    else:
        code = "read" if found.sizes else "nothing read"
    assert code in {"read", "packet.no_pdf", "packet.encrypted", "packet.too_many"}
