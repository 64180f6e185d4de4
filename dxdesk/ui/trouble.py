"""What stood in the way of something, as people read it."""

from __future__ import annotations

from dxdesk.domain.errors import Problem
from dxdesk.store.errors import StoreUnavailable
from dxdesk.wording.sentences import environment_words, problem_words


def trouble_words(trouble: Exception) -> str:
    """The sentence for a person's mistake or for trouble of the place; anything else is our fault and is raised."""
    if isinstance(trouble, Problem):
        return problem_words(trouble)
    if isinstance(trouble, StoreUnavailable):
        return environment_words(trouble.code, trouble.place, trouble.values)
    raise trouble
