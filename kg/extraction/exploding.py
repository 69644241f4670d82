"""What a pronoun beside a verb of exploding stands for: "two *bombs* were found before **they** went off"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

#: pronouns for things; those for several
THINGS = frozenset({"it", "they", "them", "both"})
PLURALS = frozenset({"they", "them", "both"})
#: words for one more of what was told: "a *second* exploded"
MORE = frozenset({"another", "second", "third", "other"})
#: sentences back to the bomb that a pronoun stands for
BACK = 2
BOMBS = frozenset(
    {"bomb", "explosive", "vehicle", "vehicle-bomb", "roadside-bomb", "landmine", "grenade", "suicide-vest"}
)
EXPLODING = frozenset({"explode", "detonate"})
PARTICLES = {"off": {"go", "set"}, "up": {"blow"}}


def exploding(pronoun: Token, common: Callable[[Token], frozenset[str]]) -> Token | None:
    """The last bomb or vehicle before a pronoun that is told to explode, one or several as the pronoun is.

    ``common`` gives the classes of a common noun.
    """
    if pronoun.lower_ not in THINGS | MORE or not _explodes(pronoun):
        return None
    doc, start = pronoun.doc, pronoun.sent.start
    for _ in range(BACK):
        start = doc[start - 1].sent.start if start else 0
    plural = pronoun.lower_ in PLURALS
    return next((t for t in reversed(doc[start : pronoun.i]) if _is_bomb(t, plural, common)), None)


def _is_bomb(token: Token, plural: bool, common: Callable[[Token], frozenset[str]]) -> bool:
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {"compound", "nmod", "amod"}:
        return False
    several = token.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in token.children)
    return several == plural and bool(common(token) & BOMBS)


def _explodes(pronoun: Token) -> bool:
    """Whether a word is subject or object of a verb of exploding."""
    verb = pronoun.head
    if pronoun.dep_ not in {"nsubj", "nsubjpass", "dobj"} or verb.pos_ != "VERB":
        return False
    lemma = verb.lemma_.lower()
    particles = (c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"})
    return lemma in EXPLODING or any(lemma in PARTICLES.get(particle, ()) for particle in particles)
