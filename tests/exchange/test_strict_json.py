import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.errors import Problem
from dxdesk.exchange.strict_json import JsonObject, OtherNumber, read_json

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


def read(content: str | bytes, size: int = 1000, depth: int = 4) -> object:
    return read_json(content, size=size, depth=depth)


def undone(value: object) -> object:
    if isinstance(value, JsonObject):
        return {key: undone(inner) for key, inner in value}
    return [undone(each) for each in value] if isinstance(value, list) else value


def refusal(content: str | bytes, size: int = 1000, depth: int = 4) -> Problem:
    with pytest.raises(Problem) as caught:
        read(content, size, depth)
    return caught.value


@given(values)
def test_what_json_writes_is_read_back(value: object) -> None:
    for text in (json.dumps(value), json.dumps(value, ensure_ascii=False)):
        assert undone(read_json(text, size=10**6, depth=100)) == value
        assert undone(read_json(text.encode("utf-8"), size=10**6, depth=100)) == value


def test_a_byte_order_mark_is_passed_over() -> None:
    assert read("\ufeff[1]") == [1]
    assert read(b"\xef\xbb\xbf[1]") == [1]


def test_a_key_written_twice_is_still_seen() -> None:
    assert read('{"a": 1, "a": 2}') == [("a", 1), ("a", 2)]


@pytest.mark.parametrize("text", ["1.0", "1e3", "-0.5", "NaN", "Infinity", "-Infinity", "9" * 16, "-" + "9" * 5000])
def test_a_number_that_is_no_plain_integer_is_kept_as_written(text: str) -> None:
    found = read_json(f"[{text}]", size=10_000, depth=4)
    assert found == [OtherNumber(text)]
    assert isinstance(found, list)
    assert type(found[0]) is OtherNumber


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_refused() -> None:
    assert read(b'"' + b"a" * 998 + b'"')
    assert refusal(b'"' + b"a" * 999 + b'"').code == "json.too_big"
    assert refusal('"' + "あ" * 400 + '"').code == "json.too_big"


@pytest.mark.parametrize("content", [b'"\xff"', "河北町".encode("cp932"), "[]".encode("utf-16"), '"\ud800"'])
def test_what_is_not_utf_8_is_refused_naming_the_byte(content: str | bytes) -> None:
    problem = refusal(content)
    assert problem.code == "json.encoding"
    assert problem.values["position"]


def test_brackets_are_counted_outside_of_texts_only() -> None:
    assert read('[[[["[[[[[ \\" [[[", "]"]]]]')
    assert read("[[], [], [], [], []]")
    assert refusal("[[\n[[[1]]]]]").values == {"limit": 4, "line": 2}


def deepest(value: object) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inner is None else 1 + max(map(deepest, inner), default=0)


misleading = st.recursive(
    st.text('[]{}"\\\n,あ', max_size=6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text('[]"\\', max_size=3), inner, max_size=3),
    max_leaves=20,
)


@given(misleading)
def test_brackets_and_quotation_marks_within_texts_deepen_nothing(value: object) -> None:
    text, depth = json.dumps(value, ensure_ascii=False), deepest(value)
    assert undone(read_json(text, size=10**6, depth=depth)) == value
    if depth:
        assert refusal(text, size=10**6, depth=depth - 1).code == "json.too_deep"


def test_a_text_that_never_ends_hides_its_brackets_and_is_refused_for_its_form() -> None:
    assert refusal('["' + "[" * 50).code == "json.syntax"
    assert refusal('["' + '\\"' * 400 + "\\").code == "json.syntax"


def test_a_million_open_brackets_are_refused_without_trouble() -> None:
    assert refusal("[" * 1_000_000, size=2_000_000).code == "json.too_deep"
    assert refusal('{"a":' * 200_000, size=2_000_000).code == "json.too_deep"


@pytest.mark.parametrize("text", ["", "{", "[1,]", "{'a': 1}", "[1] 2", '"\n"', "nul"])
def test_a_slip_of_form_is_refused_naming_line_and_column(text: str) -> None:
    problem = refusal(text)
    assert problem.code == "json.syntax"
    assert set(problem.values) == {"line", "column"}
