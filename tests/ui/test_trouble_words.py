"""What stood in the way has one sentence, wherever it is said."""

from __future__ import annotations

import pytest

from dxdesk.domain.errors import rule
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.sentences import environment_words, problem_words


def test_a_mistake_and_trouble_of_the_place_have_a_sentence_and_a_fault_of_ours_is_raised() -> None:
    mistake, trouble = rule("agenda.empty", "meeting"), StoreUnavailable("disk_full", "town.db")
    assert trouble_words(mistake) == problem_words(mistake)
    assert trouble_words(trouble) == environment_words("disk_full", "town.db", trouble.values)
    with pytest.raises(KeyError):
        trouble_words(KeyError("ours"))
