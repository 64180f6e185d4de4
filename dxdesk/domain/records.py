"""Canonical JSON and the ids that hang on it. What is written here freezes into hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping


def canonical(value: object) -> str:
    """UTF-8 JSON text with sorted keys and no spaces; raises ValueError for NaN and infinity."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(record: Mapping[str, object]) -> str:
    """SHA-256 over the canonical JSON of a record, 64 hex digits."""
    return hashlib.sha256(canonical(record).encode("utf-8")).hexdigest()
