from __future__ import annotations

import pytest

from kg.graph import iris
from kg.model import Actor, Place, Span

BASE = "https://w3id.org/conflict-event-kg/"


def actor(text: str, **more: object) -> Actor:
    return Actor(0, len(text), text, Span(0, len(text), text), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("compact", "iri"),
    [
        ("actor:SYR-MIL", BASE + "actor/SYR-MIL"),
        ("place:gn-1", BASE + "place/gn-1"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ('actor:a b"c>', BASE + "actor/a%20b%22c%3E"),
    ],
)
def test_compact_ids_become_iris(compact: str, iri: str) -> None:
    assert iris.expand(compact) == iri


def test_a_compact_iri_expands_to_itself() -> None:
    assert iris.expand(iris.compact(BASE + "actor/RUS-MIL")) == BASE + "actor/RUS-MIL"


@pytest.mark.parametrize("wrong", ["SYR", "nobody:x", ""])
def test_an_unknown_prefix_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="no compact id"):
        iris.expand(wrong)


def test_an_id_names_the_same_with_and_without_its_prefix() -> None:
    assert iris.event("event:e1") == iris.event("e1") == BASE + "event/e1"


def test_any_document_id_gives_an_iri() -> None:
    assert iris.article("a/b c#d") == BASE + "article/a%2Fb%20c%23d"
    assert iris.evidence("x", 120, 145) == BASE + "article/x#char=120,145"


@pytest.mark.parametrize(
    ("words", "slug"), [("the U.S.-led coalition", "u-s-led-coalition"), ("A convoy", "convoy"), ("Zürich", "zurich")]
)
def test_slugs_are_readable(words: str, slug: str) -> None:
    assert iris.slug(words) == slug


def test_words_without_a_latin_letter_still_have_a_slug() -> None:
    assert iris.slug("Тест") == iris.slug("Тест") != iris.slug("Тесто")


def test_actors_are_named_by_ontology_else_inside_the_article() -> None:
    assert iris.actor("d", actor("army", id="actor:VEL-MIL")) == BASE + "actor/VEL-MIL"
    assert iris.actor("d", actor("the convoy")) == BASE + "article/d/actor/convoy"
    assert iris.actor("d", actor("it", antecedent=Span(0, 9, "a convoy"))) == BASE + "article/d/actor/convoy"


def test_places_are_named_by_id_then_geonames_then_inside_the_article() -> None:
    assert iris.place("d", Place(0, 4, "Lesk", id="place:lesk")) == BASE + "place/lesk"
    assert iris.place("d", Place(0, 4, "Lesk", geonames=7)) == BASE + "place/gn-7"
    assert iris.place("d", Place(0, 4, "Lesk")) == BASE + "article/d/place/lesk"


def test_the_same_triple_has_the_same_statement_in_every_article() -> None:
    assert iris.statement("a", "b", "c") == iris.statement("a", "b", "c") != iris.statement("a", "bc", "")


def test_two_pronouns_that_nobody_resolves_are_two_actors() -> None:
    first, later = actor("They"), Actor(90, 94, "They", Span(90, 94, "They"))
    assert iris.actor("d", first) != iris.actor("d", later)
