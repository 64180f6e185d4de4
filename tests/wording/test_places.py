"""Places in a file from another PC, as people call them."""

from __future__ import annotations

import pytest

from dxdesk.wording.places import place_words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("revisions[3].content.results", "4件目の回答の今回の実績"),
        ("body.revisions[0].author.name", "1件目の回答の書いた人の名前"),
        ("reviews[1].content.question", "2件目の確認の記録の問い"),
        ("body.cycles[0].answers[2].answer.indicators[1].as_of", "1件目の回の3件目の回答の2件目の指標の基準日"),
        ("head.town", "見出しの町"),
        ("sequence", "通番"),
        ("body", "中身"),
        ("", "「」"),
        ("body.x[y]", "「body.x[y]」"),
        ("body.とても", "「とても」"),
        ("revisions[1].\n", "2件目の回答の「\n」"),
        ("rows[0].unheard[2]", "1件目の結果の3件目の「unheard」"),
    ],
)
def test_a_place_is_said_in_words(place: str, words: str) -> None:
    assert place_words(place) == words
