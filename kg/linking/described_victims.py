"""Whom a description beside a name stands for, where an incident has one victim: "*a judge* was killed", "Judge Ana Ruiz".

The mentions of one incident of which each kills or abducts one person are of one person, where the text tells the noun of the
name ("Ivo Sand, a *businessman*") or the noun says no more than that it is somebody ("*a man*").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.language.tree import children
from kg.model import Actor, Event, Span
from kg.ontology import Ontology
from kg.ontology.groupings import DONE

#: acts that a person suffers but once in an incident
ONCE = ("Killing", "Abduction")
#: nouns that say nothing of somebody but that he is one, or what was done to him
GENERAL = frozenset("man woman person individual victim citizen human".split())
#: words that tell of one more
MORE = frozenset("also too another second third other".split())

Tells = Callable[[Token, Token], bool]


def named_victims(events: Sequence[Event], doc: Doc, ontology: Ontology, tells: Tells) -> list[Event]:
    """Let the description of the one victim of an incident stand for his name; ``tells`` whether a noun is told of a name."""
    meant: dict[tuple[int, int], Actor] = {}
    for suffered in _sufferings(events, ontology):
        meant |= _described(suffered, doc, tells)
    return [_with(event, meant) for event in events] if meant else list(events)


def _sufferings(events: Sequence[Event], ontology: Ontology) -> Iterator[list[Actor]]:
    """The victims of each incident and act, where every mention tells of one."""
    of: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        for act in ONCE:
            if event.status in DONE and event.targets and ontology.is_a(event.action, act):
                of.setdefault((event.incident, act), []).append(event)
    yield from ([e.targets[0] for e in told] for told in of.values() if all(len(e.targets) == 1 for e in told))


def _described(victims: Sequence[Actor], doc: Doc, tells: Tells) -> dict[tuple[int, int], Actor]:
    """The named victim by the place of the descriptions that stand for him, if only one is named and none is one more."""
    named = [a for a in victims if _is_named(a)]
    heads = {actor: _head(doc, actor) for actor in victims}
    if len({a.name for a in named}) != 1 or any(_is_one_more(t) for t in heads.values()):
        return {}
    fitting = [a for a in victims if not a.name and a.antecedent is None and _fits(heads[a], heads[named[0]], tells)]
    return {(a.head.start, a.head.end): named[0] for a in fitting}


def _is_named(actor: Actor) -> bool:
    return actor.kind == "Person" and actor.name is not None and actor.number is None


def _head(doc: Doc, actor: Actor) -> Token:
    """The last word of a mention's head, of the antecedent's where it has one."""
    span = actor.antecedent or actor.head
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return doc[found.end - 1] if found is not None else doc[0]


def _is_one_more(noun: Token) -> bool:
    """Whether somebody is told to be another one: "*another* man was killed", "a driver was *also* killed"."""
    return any(c.lower_ in MORE for c in (*children(noun, "det", "amod"), *children(noun.head, "advmod")))


def _fits(noun: Token, name: Token, tells: Tells) -> bool:
    """Whether a noun can stand for a name: it is told of it, or says nothing and brings nobody in behind the name."""
    new = noun.i > name.i and any(c.lower_ in {"a", "an", "one"} for c in children(noun, "det", "nummod"))
    general = noun.lemma_.lower() in GENERAL and not new
    return noun.tag_ == "NN" and not noun.ent_type_ and (general or tells(noun, name))


def _with(event: Event, meant: dict[tuple[int, int], Actor]) -> Event:
    targets = tuple(_as_named(a, meant.get((a.head.start, a.head.end))) for a in event.targets)
    return event if targets == event.targets else replace(event, targets=targets)


def _as_named(actor: Actor, named: Actor | None) -> Actor:
    """The named person, in the words of the description."""
    if named is None:
        return actor
    antecedent = named.antecedent or Span(named.start, named.end, named.text)
    return replace(named, start=actor.start, end=actor.end, text=actor.text, head=actor.head, antecedent=antecedent)
