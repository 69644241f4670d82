"""Whom a show of force or a crowd faces, told by where it is, what for and because of whom.

"Massed tanks on the *Syrian* border", "set sail as a warning to *Iran*", "rallied outside the *French* embassy".  Where
nothing tells it, it is the only other state that the clause names: "marched in Lesk over *French* tests".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from kg.extraction.slots import Slots
from kg.extraction.words import Words
from kg.language.tree import children, prepositional, with_conjuncts
from kg.ontology.word_classes import word_class

#: what a country shares with a neighbour, or has as its edge
EDGES = word_class("edges")
#: where a country is at home in another
MISSIONS = frozenset("embassy consulate mission legation".split())
#: nouns for what a deed shall tell, and for what it answers
TELLING, ANSWERING = word_class("signalling"), word_class("answering")
#: verbs of what force is shown for
DETERRING = word_class("deterring")
#: prepositions of those who are told or answered, and of those whom force moves towards
TO, TOWARDS = frozenset({"to", "of", "against", "for"}), frozenset("toward towards off against".split())
#: words before a clause that tells what is answered: "**as** *Turkish* ships drew near"
BECAUSE = frozenset("as after because since".split())
#: participles of whom something is for or turned to: "a display *meant for* **Iran**", "a ridge *facing* **Lesk**"
MEANT = frozenset("mean intend aim direct target face overlook address".split())
#: words before whence something comes and before who tells of it
WHENCE = frozenset({"from", "according", "via"})


def faced(verb: Token, slots: Slots, agents: Collection[Token], kind: str, words: Words, told: bool) -> list[Token]:
    """The states that an act of a PLOVER type faces, without those who act; ``told`` where its targets are."""
    own = {land for t in agents for land in _lands(t, words)}
    if kind == "PROTEST":
        found = _at(slots, MISSIONS, words)
    elif kind == "MOBILIZE":
        found = [*_at(slots, EDGES, words), *_towards(slots, words), *_told(verb, slots, words), *_near(verb, words)]
        found = found or list(_because(verb, words))
    else:
        return []
    out = [t for t in dict.fromkeys(found) if _land(t, words) not in {None, *own}]
    return out if out or told or not own else _only_other(verb, agents, own, words)


def _near(verb: Token, words: Words) -> list[Token]:
    """Whose edge anything in the clause is told to be near, and for whom it is meant: "*close to* the *Ukrainian* border"."""
    out: list[Token] = []
    for token in verb.subtree:
        if token.lemma_.lower() in EDGES and token.dep_ == "pobj" and token.head.lower_ not in WHENCE:
            out += _whose(token, words)
        elif token.dep_ in {"acl", "relcl"} and token.lemma_.lower() in MEANT:
            aims = [*children(token, "dobj"), *(t for name, t in prepositional(token) if name in {"for", "at", "to"})]
            out += [t for aim in aims for t in _named(aim, words)]
    return out


def _only_other(verb: Token, agents: Collection[Token], own: Collection[str], words: Words) -> list[Token]:
    """The one state beside those who act that the clause names, unless something only comes from it."""
    doers = {t for agent in agents for t in agent.subtree}
    lands: dict[str, Token] = {}
    for token in verb.subtree:
        land = _land(token, words)
        way = token if token.dep_ in {"pobj", "pcomp"} else token.head
        named = way.head.lower_ == "of" and way.head.head.pos_ == "PROPN"  # "the *Sea* of Japan"
        if land and token not in doers and land not in own and way.head.lower_ not in WHENCE and not named:
            lands.setdefault(land, token)
    return list(lands.values()) if len(lands) == 1 else []


def _at(slots: Slots, nouns: frozenset[str], words: Words) -> list[Token]:
    """Whose edge or embassy a place is: "on the *Syrian* border", "at the border with *Oman*"."""
    held = [t for name, tokens in slots.items() if name not in {"subject", "object"} for t in tokens]
    held += [t for thing in slots.get("object", ()) for _, t in prepositional(thing)]
    held += [t for t in slots.get("object", ()) if t.lemma_.lower() in EDGES]
    return [t for noun in held if noun.lemma_.lower() in nouns for t in _whose(noun, words)]


def _whose(noun: Token, words: Words) -> list[Token]:
    """The states that a noun is told to be of: "*Syria's* border", "the border with *Oman* and *Yemen*"."""
    before = [c for c in noun.children if c.dep_ in {"poss", "amod", "compound", "nmod"} and _land(c, words)]
    behind = [t for name, t in prepositional(noun) if name in {"with", "of"} and _land(t, words)]
    return [t for one in (*behind, *before) for t in with_conjuncts([one])]


def _towards(slots: Slots, words: Words) -> list[Token]:
    """States that something moves towards: "sent a carrier towards *Taiwan*"."""
    return [t for name in TOWARDS for t in slots.get(name, ()) if _land(t, words) and words.name(t)]


def _told(verb: Token, slots: Slots, words: Words) -> list[Token]:
    """Whom it tells or answers: "as a warning to *Iran*", "in answer to *Iran*", "to deter *Iran*"."""
    signs = [t for t in slots.get("as", ()) if t.lemma_.lower() in TELLING]
    signs += [t for t in slots.get("in", ()) if t.lemma_.lower() in TELLING | ANSWERING]
    for aim in (c for c in verb.children if c.dep_ in {"advcl", "xcomp"}):
        objects = children(aim, "dobj")
        signs += [t for t in objects if t.lemma_.lower() in TELLING]
        if aim.lemma_.lower() in DETERRING:
            return [t for thing in objects for t in _named(thing, words)]
    return [t for sign in signs for name, item in prepositional(sign) if name in TO for t in _named(item, words)]


def _because(verb: Token, words: Words) -> Iterator[Token]:
    """Whose forces it answers: "scrambled jets after *Chinese* planes neared the islands"."""
    for clause in (c for c in verb.children if c.dep_ == "advcl"):
        if any(c.dep_ == "mark" and c.lower_ in BECAUSE for c in clause.children):
            for doer in children(clause, "nsubj"):
                if words.instrument(doer) or words.classes(doer) & {"armed", "vehicle"}:
                    yield from _named(doer, words)


def _named(noun: Token, words: Words) -> list[Token]:
    """A state, or the one that a noun is told to be of."""
    return with_conjuncts([noun]) if _land(noun, words) else _whose(noun, words)


def _land(token: Token, words: Words) -> str | None:
    """The country of a state that a word names, as a name or an adjective."""
    entry = words.entry(token)
    return entry.country if entry is not None and entry.kind in {"Country", "Government"} else None


def _lands(noun: Token, words: Words) -> set[str]:
    """The countries of whoever is named in a noun phrase."""
    entries = (words.entry(t) for t in noun.subtree if t.i <= noun.i or t.dep_ == "pobj")
    return {entry.country for entry in entries if entry is not None and entry.country}
