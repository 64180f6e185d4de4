from __future__ import annotations

from sqlalchemy import Column, MetaData, Table, Text, create_engine, insert

from dxdesk.store.queries.kept import Kept

SLIPS = Table("slips", MetaData(), Column("id", Text, primary_key=True), Column("record", Text))


def read_with(kept: Kept[str], records: dict[str, str]) -> tuple[tuple[str, ...], list[str]]:
    """The values of the records, and the texts that were read for them."""
    engine, texts = create_engine("sqlite://"), []

    def read(text: str) -> str:
        texts.append(text)
        return text.upper()

    try:
        with engine.begin() as connection:
            SLIPS.create(connection)
            connection.execute(insert(SLIPS), [{"id": each, "record": text} for each, text in records.items()])
            return kept.records(connection, SLIPS, read, SLIPS.c.id.is_not(None)), texts
    finally:
        engine.dispose()


def test_a_record_is_read_from_its_text_once() -> None:
    kept = Kept[str](10)
    assert read_with(kept, {"a": "ichi", "b": "ni"}) == (("ICHI", "NI"), ["ichi", "ni"])
    assert read_with(kept, {"a": "ichi", "b": "ni", "c": "san"}) == (("ICHI", "NI", "SAN"), ["san"])


def test_only_so_many_are_kept_and_all_are_found() -> None:
    kept = Kept[str](2)
    assert read_with(kept, {"a": "ichi", "b": "ni", "c": "san"})[0] == ("ICHI", "NI", "SAN")
    assert [each for each in "abc" if kept.get(each)] == ["b", "c"]
    assert read_with(kept, {"a": "ichi", "b": "ni", "c": "san"}) == (("ICHI", "NI", "SAN"), ["ichi"])
