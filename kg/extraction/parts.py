"""The building or vehicle that is hit where the words name a part of it: "damaged *the windows of **the consulate***"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from kg.extraction.words import Words
from kg.language.tree import children, first_conjunct, prepositional, with_conjuncts

PARTS = frozenset(
    "window windowpane pane glass door gate facade façade front back rear side roof wall ceiling floor storey story basement "
    "cellar entrance doorway lobby vestibule bathroom toilet restroom washroom corridor hallway hall room stairway staircase "
    "stairwell garden courtyard patio yard porch balcony masonry interior exterior inside wing annex shelf counter "
    "showcase storefront shopfront wheel bonnet hood bumper chassis undercarriage grounds perimeter".split()
)
#: of which part of it is told: "the *front* part of the bus"
HALVES = frozenset("front rear back upper lower".split())
#: lengths of what has no rooms: "a *stretch* of the pipeline"
STRETCHES = frozenset({"stretch", "section", "segment", "length"})
#: on what things stand, which is no base of soldiers: "at the *base* of a pylon"
FOOTINGS, STANDING = frozenset({"base", "foot", "top", "side"}), frozenset({"infrastructure", "facility"})
WHOLES = frozenset({"facility", "vehicle", "infrastructure"})
#: kinds of bodies that a house is called by
HOUSED = frozenset({"Government", "Court", "Legislature", "Company", "Media"})
#: where bombs go off
SITES = ("in", "on")
SCENES = ("at", "outside", "inside", "in", "against", "under")


def wholes(targets: Iterable[Token], words: Words) -> list[Token]:
    """Each target, the building or vehicle in place of a part of it."""
    out: list[Token] = []
    for target in targets:
        out += [t for t in _whole(target, words) or [target] if t not in out]
    return out


def _whole(part: Token, words: Words) -> list[Token]:
    if part.lemma_.lower() in STRETCHES:
        return [t for name, t in prepositional(part) if name == "of" and "infrastructure" in words.common(t)]
    if part.lemma_.lower() in FOOTINGS:
        return [t for name, t in prepositional(part) if name == "of" and words.common(t) & STANDING]
    half = part.lower_ == "part" and any(c.lower_ in HALVES for c in children(part, "amod", "compound"))
    if part.lemma_.lower() not in PARTS and not half:
        return []
    first = first_conjunct(part)
    for noun in (part, first):
        owners = [t for name, t in prepositional(noun) if name == "of"]
        owners = owners or [t for owner in children(noun, "poss") for t in with_conjuncts([owner])]
        if found := [t for t in owners if words.classes(t) & WHOLES or _is_body(t, words)]:
            return found
    return []


def _is_body(token: Token, words: Words) -> bool:
    """Whether a name is that of a body, which has a building: "the basement of *the Ministry of Labour*"."""
    return token.pos_ == "PROPN" and "person" not in words.classes(token) and not words.is_toponym(token)


def scenes(slots: Mapping[str, list[Token]], words: Words) -> list[Token]:
    """The building or vehicle at which violence takes place: "the explosion took place outside *a bank*"."""
    return _built((t for name in SCENES for t in slots.get(name, ())), words)


def sites(slots: Mapping[str, list[Token]], words: Words) -> list[Token]:
    """The building or vehicle in which a bomb goes off: "exploded in *a bank*", "on the third floor of *the hotel*"."""
    return _built((t for name in SITES for t in slots.get(name, ())), words)


def _built(told: Iterable[Token], words: Words) -> list[Token]:
    named = [t for t in told if not words.is_toponym(t)]
    built = WHOLES - {"infrastructure"}
    return [t for t in wholes(named, words) if words.common(t) & built or _is_housed(t, words) or t not in named]


def _is_housed(noun: Token, words: Words) -> bool:
    """Whether a word for a body stands for its house, too: "outside the *ministry*"."""
    role = words.role(noun)
    return role is not None and not role.person and role.kind in HOUSED
