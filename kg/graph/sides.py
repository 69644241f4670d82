"""Those who act in what a telling tells, or are acted on: what of them can be compared with another article's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kg.graph import iris
from kg.graph.own_names import own_name
from kg.graph.sketch import weights
from kg.model import Actor, Event
from kg.ontology.groupings import HARMS

#: words of a name that are rarer than this make out a person
_NAME = 1.5
_NAMED = frozenset({"Person", "Organisation", None})


@dataclass(frozen=True, slots=True)
class Side:
    """Those who act, or those acted on.

    Ids of the ontology; words of names, those that are rare and all of people's; head nouns; exact numbers by noun and harm.
    """

    ids: frozenset[str]
    names: frozenset[str]
    people: frozenset[str]
    heads: frozenset[str]
    numbers: Mapping[tuple[str, str], frozenset[int]]

    def __or__(self, other: Side) -> Side:
        """Both together."""
        both = self.numbers.keys() & other.numbers.keys()
        numbers = {**self.numbers, **other.numbers, **{key: self.numbers[key] | other.numbers[key] for key in both}}
        return Side(
            self.ids | other.ids,
            self.names | other.names,
            self.people | other.people,
            self.heads | other.heads,
            numbers,
        )


def side_of(told: Iterable[tuple[Actor, Event]]) -> Side:
    """Lay out those who play one role in events."""
    ids, names, people, heads = set(), set(), set(), set()
    numbers: dict[tuple[str, str], set[int]] = {}
    for actor, event in told:
        if actor.id:
            ids.add(actor.id)
        elif actor.kind in _NAMED and (name := own_name(actor, event.sentence.text)):
            found = weights([name], 4)
            names |= {word for word, weight in found.items() if weight >= _NAME}
            people |= {*found} if _is_person(actor) else set()
        head = head_word(actor)
        heads.add(head)
        if actor.number and actor.number.low == actor.number.high:
            harm = event.action if event.action in HARMS else ""
            numbers.setdefault((head, harm), set()).add(actor.number.low)
    counted = {key: frozenset(found) for key, found in numbers.items()}
    return Side(frozenset(ids), frozenset(names), frozenset(people), frozenset(heads), counted)


def _is_person(actor: Actor) -> bool:
    """Whether it is a person whose name the article tells."""
    return actor.kind == "Person" and actor.name is not None


def head_word(actor: Actor) -> str:
    """Return the noun that says what an actor is, in its plain form."""
    return _noun(actor.antecedent.text.split()[-1] if actor.antecedent else actor.head.text)


@cache
def _noun(word: str) -> str:
    slug = iris.slug(word).rpartition("-")[2]
    return slug.removesuffix("s") if len(slug) > 4 else slug


def people_of(events: Iterable[Event]) -> frozenset[str]:
    """Return the words of the names of people in events."""
    people = set()
    for event in events:
        for actor in (*event.agents, *event.targets):
            if actor.id is None and _is_person(actor) and (name := own_name(actor, event.sentence.text)):
                people |= {*weights([name], 4)}
    return frozenset(people)
