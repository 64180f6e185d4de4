"""Broken spreadsheets of every kind end in a reply or in a sentence about the file, and never in anything else."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from dxdesk.domain.errors import Problem
from dxdesk.exchange.reply_form_reading import read_form
from dxdesk.wording.sentences import problem_words
from tests.exchange.form_parts import BOOK, FORM, FORM_PARTS, SHEET, STRINGS, packed

ROUNDS = int(os.environ.get("DXDESK_FUZZ_ROUNDS", "40"))
FILE = "回答票.xlsx"
XML = ("[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml", BOOK, SHEET, STRINGS)
WORDS = (b"<c", b'r="', b't="s"', b"<v>", b"</v>", b"<row", b"</row>", b"sheetId", b"count=", b"&quot;", b"unit", b'"')
WORSE = (b"", b"<", b"&", b'"', b"-1", b"99999999999", b"\xff\xfe", b"<c r='XFD9'>", b"&#0;", b"\0", b"<!DOCTYPE x>")


def flipped(chance: random.Random, content: bytes) -> bytes:
    """Some bytes changed."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def cut(chance: random.Random, content: bytes) -> bytes:
    """A piece taken out, or the end."""
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.choice((1, 20, 500, len(content))) :]


def reworded(chance: random.Random, content: bytes) -> bytes:
    """A word of the format replaced by another or by something worse."""
    word = chance.choice(WORDS)
    return content.replace(word, chance.choice(WORDS + WORSE), chance.choice((1, 3, -1)))


def outside(chance: random.Random) -> bytes:
    """The file itself damaged."""
    return chance.choice((flipped, cut))(chance, FORM)


def inside(chance: random.Random) -> bytes:
    """A sound file with damaged parts."""
    parts = dict(FORM_PARTS)
    for name in chance.sample(XML, chance.randint(1, 2)):
        parts[name] = chance.choice((flipped, cut, reworded, reworded))(chance, parts[name])
    return packed(parts)


def mixed(chance: random.Random) -> bytes:
    """A sound file whose texts stand in other cells."""
    head, *texts = FORM_PARTS[STRINGS].removesuffix(b"</sst>").split(b"<si>")
    chance.shuffle(texts)
    return packed({**FORM_PARTS, STRINGS: b"<si>".join([head, *texts]) + b"</sst>"})


def told(content: bytes) -> tuple[str, str]:
    """The code of what came of it and the sentence."""
    try:
        reply = read_form(content, FILE)
    except Problem as problem:
        return problem.code, problem_words(problem)
    return "read", FILE + "".join(problem_words(each) for each in reply.all_problems())


def outcomes(make: Callable[[random.Random], bytes], count: int) -> list[tuple[str, str]]:
    with ThreadPoolExecutor(4) as workers:
        return list(workers.map(lambda seed: told(make(random.Random(seed))), range(count)))


@pytest.mark.parametrize(("make", "count"), [(outside, ROUNDS), (inside, 3 * ROUNDS), (mixed, ROUNDS)])
def test_a_damaged_form_is_read_or_refused_and_nothing_else(make: Callable[[random.Random], bytes], count: int) -> None:
    found = outcomes(make, count)
    assert len(found) == count
    assert all(code == "read" or code.startswith("reply_form.") for code, _ in found)
    assert all(FILE in words for _, words in found)
    assert len({code for code, _ in found}) > 1


@pytest.mark.parametrize("seed", range(12))
def test_a_form_whose_texts_were_shuffled_is_never_taken_for_sound(seed: int) -> None:
    changed = mixed(random.Random(seed))
    code, words = told(changed)
    assert code != "read" or len(words) > len(FILE)
