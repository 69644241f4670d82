"""Who people are by what they wear, whom they serve and beside whom: sentence, word → kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.linking.actors import ActorReader
from kg.linking.sides import sides

Read = Callable[..., ActorReader]


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [
        ("Men in khaki beat a farmer.", "Men", "Police"),
        ("Women in plain clothes dragged a farmer from the hall.", "Women", "Police"),
        ("Men of the special task force beat a farmer.", "Men", "Police"),
        ("Army snipers shot a farmer.", "snipers", "Military"),
        ("A police column of 300 stormed the hall.", "column", "Police"),
        ("A constable was hit by a stone and his colleagues shot a farmer.", "colleagues", "Police"),
    ],
)
def test_people_are_what_they_wear_and_whom_they_serve(read_actors: Read, sentence: str, word: str, kind: str) -> None:
    reader = read_actors(sentence)
    head = next(t for t in reader.words.doc if t.text == word)
    assert reader.actor(head, acting=True).kind == kind


@pytest.mark.parametrize(
    ("sentence", "word", "earlier"),
    [
        ("After a siege the rebels took the fort.", "siege", True),
        ("After a siege the rebels took the fort.", "took", False),
        ("Men captured in spring were freed.", "captured", True),
        ("The man who led the raid was freed.", "raid", True),
        ("The army left after a siege.", "siege", False),
    ],
)
def test_what_stands_before_the_clause_is_earlier(read_actors: Read, sentence: str, word: str, earlier: bool) -> None:
    words = read_actors(sentence).words
    head = next(t for t in words.doc if t.text == word)
    assert sides(words, (), (), head.i).earlier is earlier
