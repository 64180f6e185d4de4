"""A package has one form and its limits: everything else is refused, with words."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import PlanNews, Records
from dxdesk.exchange.package import payload_of, read_outer, read_package
from dxdesk.exchange.package_body import MOST_REVISIONS
from dxdesk.exchange.package_text import MOST_BYTES, write_text
from dxdesk.wording.sentences import problem_words, remedy
from tests.builders import attempt, problem
from tests.exchange.package_samples import (
    PLAN_CONTENT,
    REFUSED,
    SENDER,
    digest_of,
    head,
    opened,
    records,
    revision,
    signed,
    written,
)


def test_what_was_signed_is_wrapped_in_one_form_only() -> None:
    content = read_outer(written("return")[0]).content
    text = content.decode("utf-8")
    others = [
        text.replace('":"', '": "', 1),
        text.replace('"key"', '"\\u006bey"'),
        text[:-1] + ',"more":""}',
        text[:-1] + f',"key":"{SENDER.public}"' + "}",
        "\ufeff" + text,
        text + "\n",
        "[" + text + "]",
    ]
    for other in others:
        refusal = problem(opened, write_text(head("return"), other.encode("utf-8")))
        assert refusal.code in ("package.changed", "package.cut")
    assert problem(opened, write_text(head("return"), text.encode("utf-16"))).code == "package.changed"


def test_spare_bits_of_base64_are_refused() -> None:
    file, _ = written("receipt", head=head("receipt", count="10"))
    text = file.decode("utf-8").rstrip()
    if text.endswith("="):
        last = text.rstrip("=")
        alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        changed = last[:-1] + alphabet[alphabet.index(last[-1]) + 1] + "=" * (len(text) - len(last))
        assert problem(opened, changed.encode("utf-8")).code in ("package.changed", "package.cut")
    whole = write_text(head("receipt"), b"x").decode("utf-8").replace("eA==", "eB==")
    assert problem(read_outer, whole.encode("utf-8")).code == "package.changed"


@pytest.mark.parametrize("space", ["\u3000", "\u00a0", "\f", "\v", "\u2028", "\u200b", "-", "_", "=", "\0", "\ufeff"])
def test_only_spaces_tabs_and_line_ends_mean_nothing(space: str) -> None:
    file, _ = written("receipt")
    text = file.decode("utf-8").rstrip()
    changed = text[:-40] + space + text[-40:]
    assert problem(opened, changed.encode("utf-8")).code == "package.changed"


@pytest.mark.parametrize(
    "content", [b"", b"{", b"null", b"{}", b"[]", b'"x"', b"1e5", b"\xff", b"{}\n", b'{"format":1}']
)
def test_what_is_signed_and_yet_no_package_is_refused_as_a_whole(content: bytes) -> None:
    refusal = problem(opened, signed("return", content))
    assert refusal.code == "package.invalid"
    assert refusal.problems


# --- limits ------------------------------------------------------------------------------------------------------


def test_a_package_holds_just_so_many_records() -> None:
    base = revision()
    many = tuple(
        replace(base, parents=(digest_of(str(number)),), answer=None, kind="withdraw") for number in range(3_000)
    )
    file, package = written("reply", Records(many))
    assert opened(file) == package
    refusal = problem(written, "reply", Records(many * 2))
    assert refusal.code == "package.too_much_said"
    assert refusal.values["limit"] == MOST_REVISIONS


def test_a_package_that_nobody_could_read_is_not_made() -> None:
    long = tuple(revision(results=f"{number}" + "あ" * 3_900, parents=()) for number in range(230))
    refusal = problem(written, "reply", Records(long))
    assert refusal.code == "package.too_much"
    file, _ = written("reply", Records(long[:100]))
    assert len(file) < MOST_BYTES


def test_a_later_plan_travels_to_everybody() -> None:
    file, package = written("plan")
    assert isinstance(package.body, PlanNews)
    assert package.body.plan.content == PLAN_CONTENT
    assert opened(file).stamp.department is None


def test_the_library_of_keys_is_loaded_with_the_first_key() -> None:
    code = (
        "import sys, dxdesk.app, dxdesk.ui.main_window, dxdesk.exchange.package;"
        "assert 'cryptography' not in sys.modules;"
        "from dxdesk.exchange.sealing import make_signing_key; make_signing_key(); assert 'cryptography' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_refusal_says_what_to_do() -> None:
    file, _ = written("reply")
    refusals: list[Any] = [attempt(opened, file[:cut]) for cut in range(0, len(file), 97)]
    assert all(isinstance(each, Problem) for each in refusals)
    assert all(remedy(problem_words(each)).endswith("ください。") for each in refusals)


def test_a_text_that_the_gate_refuses_never_gets_in() -> None:
    for text in REFUSED:
        said = records(revision("別", results=text))
        try:
            file, _ = written("return", said)
        except UnicodeEncodeError:
            continue
        refusal = problem(opened, file)
        assert [each.code for each in refusal.problems] == ["package.character"]
        assert refusal.problems[0].place == "4件目の回答の今回の実績"
        assert f"U+{ord(text[0] if len(text) == 2 and text[0] != 'あ' else text[-1]):04X}" in problem_words(
            refusal.problems[0]
        )


def test_read_package_wants_the_head_that_people_read() -> None:
    file, package = written("return")
    outer = read_outer(file)
    payload = payload_of(outer)
    assert read_package(outer.head, payload) == package
    other = replace(outer.head, department="政策企画課")
    assert problem(read_package, other, payload).problems[0].code == "package.head_differs"
