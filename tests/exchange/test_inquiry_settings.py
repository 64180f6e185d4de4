"""How a town writes travels along with a 照会, and is looked at before it is believed."""

from __future__ import annotations

import json

import pytest

from dxdesk.domain.paper import paper_record
from tests.builders import problem
from tests.documents.sample_towns import OTHER
from tests.exchange.package_samples import SETTINGS_CONTENT, opened
from tests.exchange.test_package_checks import with_settings

PAPER = json.loads(SETTINGS_CONTENT)["paper"]


@pytest.mark.parametrize("paper", [PAPER, paper_record(OTHER), {**PAPER, "years": "both"}], ids=["old", "all", "one"])
def test_a_paper_may_say_more_than_older_ones_do(paper: dict[str, object]) -> None:
    assert opened(with_settings(paper=paper))


@pytest.mark.parametrize(
    "wrong",
    [
        {"years": "lunar"}, {"margins": [25, 25]}, {"margins": [0, 0, 0, 0]}, {"margins": "25"},
        {"margins": [25, 25, 25, "20"]}, {"approvers": [1]}, {"approvers": ["\u0000"]}, {"readers": [""]},
        {"grid": 1}, {"list_paper": "B4"}, {"document_number": None}, {"numbering": "i"}, {"colour": "red"},
        {"approvers": ["課長"] * 13}, {"margins": [25, 25, 35, 20]}, {"retention": "年" * 500},
    ],
    ids=str,
)  # fmt: skip
def test_a_paper_of_another_shape_is_told(wrong: dict[str, object]) -> None:
    refusal = problem(opened, with_settings(paper={**PAPER, **wrong}))
    assert "1件目の設定" in [each.place for each in refusal.problems]
