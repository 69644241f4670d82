"""What to call somebody in a label, so that it can be read away from the sentence.

A name stays as it is.  Other words lose the capital of a sentence's start (*At least 12 civilians*), a number alone says
that it counts people (*Three* were arrested), and a noun whose number stands outside it gets it (*thousands of* people).
"""

from __future__ import annotations

from kg.extraction.numerals import numerals
from kg.model import Actor

#: words that begin a description and are no part of a name, numbers aside
OPENINGS = frozenset(
    "a an the this that these those some many several few all both other another at about around between nearly almost more over "
    "up his her its their our".split()
)
THINGS = frozenset({None, "Object", "Place"})


def mention_name(actor: Actor) -> str:
    """Return the name of an actor for people: canonical, else that of its antecedent, else its own words."""
    return " ".join(actor.called.split())


def label_of(actor: Actor) -> str:
    """Return what to call an actor in a label: ``At least 12`` gives ``at least 12 people``."""
    name = mention_name(actor)
    if actor.name is not None:
        return name
    words = numerals()
    first, _, rest = name.partition(" ")
    if (first.lower() in OPENINGS or words.starts(first.lower())) and not rest[:1].isupper():
        name = " ".join((first.lower(), rest)).strip()
    return name if actor.number is None or actor.antecedent or actor.kind in THINGS else _counted(name, actor)


def _counted(name: str, actor: Actor) -> str:
    head, number = actor.head.text.lower(), actor.number
    if numerals().starts(head):
        return f"{name} of people" if head in numerals().plurals else f"{name} people"
    if number is None or number.low < 2 or actor.text != actor.head.text:
        return name
    if number.high is None:
        return f"{number.low:,} or more {name}"
    return f"{number.low:,} {name}" if number.low == number.high else f"{number.low:,} to {number.high:,} {name}"
