"""Names that no entry of the ontology is found for: how often they play a role, and whom they may mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.graph import iris
from kg.graph.labels import mention_name
from kg.graph.suggestions import Suggestions
from kg.model import Actor, Record
from kg.ontology import Entry
from kg.ontology.groupings import THINGS


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name in a role, over all articles.

    ``candidates`` are entries that bear exactly this name, ``suggestions`` such as bear one that is much like it.
    """

    name: str
    kind: str
    mentions: int
    articles: tuple[str, ...]
    candidates: tuple[str, ...]
    suggestions: tuple[str, ...]
    example: str


@dataclass(slots=True)
class _Seen:
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    candidates: set[str] = field(default_factory=set)
    example: str = ""


def unresolved(
    records: Iterable[Record], entries: Mapping[str, Entry], *, least: int = 1, described: bool = False
) -> tuple[Unresolved, ...]:
    """Return the names with at least so many mentions, the most frequent first; descriptions too if asked."""
    seen: dict[str, _Seen] = {}
    for record in records:
        for actor, sentence in mentions(record):
            name = name_of(actor) or (mention_name(actor) if described and actor.id is None else None)
            if name is not None:
                _note(seen.setdefault(iris.slug(name), _Seen()), record.document, actor, name, sentence)
    offered = Suggestions(entries)
    kept = (one for one in seen.values() if one.names.total() >= least)
    found = (_summed(one, offered) for one in kept)
    return tuple(sorted(found, key=lambda one: (-one.mentions, -len(one.articles), one.name)))


def mentions(record: Record) -> Iterator[tuple[Actor, str]]:
    """Yield the actors of the events of a record, sources included, each mention once, with its sentence."""
    seen: set[tuple[int, int]] = set()
    for event in record.events:
        groups = (casualty.group for casualty in event.casualties if casualty.group)
        sources = (record.attributions[index].source_actor for index in event.attribution)
        for actor in (*event.agents, *event.targets, *groups, *sources):
            if actor and (actor.start, actor.end) not in seen:
                seen.add((actor.start, actor.end))
                yield actor, event.sentence.text


def name_of(actor: Actor) -> str | None:
    """Return the name of an actor that no entry is found for; None for others and for mere descriptions."""
    if actor.id is not None or actor.kind in THINGS:
        return None
    if actor.candidates and actor.name is None and actor.antecedent is None:
        return actor.head.text
    return mention_name(actor) if actor.name or actor.candidates else None


def called(actor: Actor) -> tuple[str, ...]:
    """Return the words by which a decision may name an actor, linked or not."""
    own = name_of(actor) or mention_name(actor)
    words = (own, actor.text, actor.head.text) if actor.id else (own,)
    return tuple(dict.fromkeys(" ".join(each.split()) for each in words))


def _note(seen: _Seen, document: str, actor: Actor, name: str, sentence: str) -> None:
    seen.names[" ".join(name.split())] += 1
    seen.kinds[actor.kind or ""] += 1
    seen.articles.add(document)
    seen.candidates |= set(actor.candidates)
    seen.example = min(filter(None, (seen.example, " ".join(sentence.split()))), key=lambda s: (len(s), s), default="")


def _summed(seen: _Seen, offered: Suggestions) -> Unresolved:
    name, kind = _commonest(seen.names), _commonest(seen.kinds)
    candidates = tuple(sorted(seen.candidates))
    suggested = tuple(one for one in offered.of(name, kind or None) if one not in candidates)
    articles = tuple(sorted(seen.articles))
    return Unresolved(name, kind, seen.names.total(), articles, candidates, suggested, seen.example)


def _commonest(counts: Counter[str]) -> str:
    return min(counts, key=lambda value: (-counts[value], value == "", value))
