"""A form that a town edits: what it may say, and what becomes of one that is broken or means harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from dxdesk.documents.word import MOST_BYTES, fill_form
from dxdesk.domain.errors import Problem
from dxdesk.domain.text import check_text
from dxdesk.wording.sentences import problem_words

HOSTILE = "<b>&amp;</b> {{ 日時 }} {% for %} {_{ }_} {# #} =1+1 \\u0041 𠮷 葛󠄀 </w:t></w:r><w:r><w:instrText>DATE"


def form(*lines: str, change: Callable[[Any], None] | None = None) -> bytes:
    """A form of some paragraphs."""
    document: Any = Document()
    for line in lines:
        document.add_paragraph(line)
    if change:
        change(document)
    found = io.BytesIO()
    document.save(found)
    return found.getvalue()


def filled(content: bytes, **words: object) -> Any:
    return Document(io.BytesIO(fill_form(content, "町の形.docx", words, title="題", author="町")))


def lines_of(document: Any) -> list[str]:
    return [each.text for each in document.paragraphs]


def refused(content: bytes, **words: object) -> Problem:
    with pytest.raises(Problem) as caught:
        fill_form(content, "町の形.docx", {"日時": "今日", "議事": [{"行": ["あ"]}], **words}, title="題", author="町")
    assert "町の形.docx" in problem_words(caught.value)
    return caught.value


def changed_parts(content: bytes, **parts: bytes) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            new.writestr(each.filename, parts.pop(each.filename, b"") or old.read(each))
        for name, part in parts.items():
            new.writestr(name, part)
    return found.getvalue()


def test_a_form_shows_texts_repeats_lines_and_leaves_parts_out() -> None:
    content = form(
        "日時は{{ 日時 }}",
        "{%p for 題 in 議事 %}",
        "{{ 題.見出し }}",
        "{%p endfor %}",
        "{%p if 場所 %}",
        "場所",
        "{%p endif %}",
    )
    document = filled(content, 日時="今日", 議事=[{"見出し": "一"}, {"見出し": "二"}], 場所="")
    assert lines_of(document) == ["日時は今日", "一", "二"]


def test_a_tag_that_word_has_torn_over_several_runs_is_read_as_one() -> None:
    def torn(document: Any) -> None:
        paragraph = document.add_paragraph("{{ 日")
        paragraph.add_run("時 }").bold = True
        paragraph.add_run("}")

    assert lines_of(filled(form(change=torn), 日時="今日")) == ["今日"]


def test_lines_of_a_text_stay_lines() -> None:
    document = filled(form("{{ 次第 }}"), 次第="1　開会\n2　閉会")
    assert document.paragraphs[0].text == "1　開会\n2　閉会"
    assert len(document.element.findall(".//{*}br")) == 1


def test_text_is_never_markup_a_field_or_a_tag_of_the_form() -> None:
    document = filled(form("{{ 文 }}", "{% autoescape false %}{{ 文 }}{% endautoescape %}"), 文=HOSTILE)
    assert lines_of(document) == [HOSTILE, HOSTILE]
    assert document.element.findall(".//{*}instrText") == []
    assert document.element.findall(".//{*}fldSimple") == []


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_a_person_can_type_comes_out_as_it_was_typed(text: str) -> None:
    try:
        typed = check_text(text, "text")
    except Problem:
        return
    assert "\n".join(lines_of(filled(form("{{ 文 }}"), 文=typed))) == typed


def test_head_and_foot_of_the_form_are_filled_too() -> None:
    def with_foot(document: Any) -> None:
        document.sections[0].footer.paragraphs[0].text = "{{ 脚 }}"
        document.sections[0].header.paragraphs[0].text = "{{ 版 }}"

    section = filled(form("本文", change=with_foot), 脚="足もと", 版="案").sections[0]
    assert (section.footer.paragraphs[0].text, section.header.paragraphs[0].text) == ("足もと", "案")


def test_title_and_author_of_the_file_are_those_of_the_document() -> None:
    content = fill_form(form("本文"), "f.docx", {}, title="会議録 <&> {{ 日時 }}", author="大河原町")
    properties = Document(io.BytesIO(content)).core_properties
    assert (properties.title, properties.author) == ("会議録 <&> {{ 日時 }}", "大河原町")


def test_the_same_form_and_words_give_the_same_bytes() -> None:
    content = form("{{ 日時 }}")
    made = [fill_form(content, "f.docx", {"日時": "今日"}, title="", author="") for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("line", "code", "quoted"),
    [
        ("{{ 日時", "form.syntax", "{{ 日時"),
        ("{% for 題 in 議事 %}", "form.syntax", ""),
        ("{{ 日時 | }}", "form.syntax", "{{ 日時 | }}"),
        ("{{ 日時|safe }}", "form.syntax", "safe"),
        ("{% include '秘密' %}", "form.forbidden", "include"),
        ("{% import '秘密' as 秘 %}", "form.forbidden", "import"),
        ("{{ 標頭 }}", "form.unknown", "標頭"),
        ("{{ range }}", "form.unknown", "range"),
        ("{% for 題 in 議事 %}{{ 題.見だし }}{% endfor %}", "form.unknown", "見だし"),
        ("{{ 日時.__class__ }}", "form.forbidden", "__class__"),
        ("{{ 日時.__class__.__mro__[1].__subclasses__() }}", "form.forbidden", "__class__"),
        ("{{ 日時['__class__'] }}", "form.forbidden", "__class__"),
        ("{{ 日時.upper() }}", "form.forbidden", "( )"),
        ("{{ 日時.format(1) }}", "form.forbidden", "( )"),
        ("{{ 日時 * 1000000000 }}", "form.forbidden", "*"),
        ("{{ 9 ** 999999999 }}", "form.forbidden", "**"),
        ("{{ '%1000000000d' % 1 }}", "form.forbidden", "%"),
        ("{% for a in 議事 %}{% for b in 議事 %}{% for c in 議事 %}{% for d in 議事 %}{% endfor %}{% endfor %}"
         "{% endfor %}{% endfor %}", "form.forbidden", "for"),
        ("{% for a in 議事 recursive %}{{ loop(議事) }}{% endfor %}", "form.forbidden", ""),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "form.forbidden", ""),
    ],
)  # fmt: skip
def test_what_a_form_may_not_say_is_told_in_a_sentence(line: str, code: str, quoted: str) -> None:
    problem = refused(form("はじめ", line))
    assert problem.code == code
    assert quoted in str(problem.values["text"])


def test_what_is_no_word_document_is_told_in_a_sentence() -> None:
    whole = form("本文")
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><w:document/>'
    for content in (
        b"",
        b"%PDF-1.7",
        b"PK\x03\x04",
        whole[: len(whole) // 2],
        changed_parts(whole, **{"[Content_Types].xml": b"<Types/>"}),
        changed_parts(whole, **{"word/document.xml": b"<w:document"}),
        changed_parts(whole, **{"word/document.xml": entity}),
        changed_parts(whole, **{"word/document.xml": b"\xff\xfe\x00"}),
    ):
        assert refused(content).code == "form.not_word"


def test_a_bomb_is_refused_before_it_is_unpacked_whole() -> None:
    bomb = changed_parts(form("本文"), **{"word/media/a.bin": bytes(MOST_BYTES + 1)})
    assert len(bomb) < MOST_BYTES / 100
    assert refused(bomb).code == "form.too_large"
    assert refused(b"PK" + bytes(MOST_BYTES)).code == "form.too_large"
    many = changed_parts(form("本文"), **{f"x/{number}": b"x" for number in range(600)})
    assert refused(many).code == "form.too_large"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_spoilt_form_is_filled_or_refused_and_nothing_else(data: st.DataObject) -> None:
    content = bytearray(form("{{ 日時 }}", "{%p for 題 in 議事 %}", "{{ 題.行 }}", "{%p endfor %}"))
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    words = {"日時": "今日", "議事": [{"行": "あ"}]}
    try:
        fill_form(bytes(content), "f.docx", words, title="題", author="町")
    except Problem as problem:
        assert problem.code.startswith("form.")  # noqa: PT017 - either end is right
