"""What words without a noun stand for beside a verb of exploding or shooting down.

"Two *bombs* were found before **they** went off", "a **second** exploded", "*parcels*, **two** of which exploded", "fired nine
*rockets*, of which it downed **seven**".
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.language.tree import children

#: pronouns for things; those for several
THINGS = frozenset({"it", "they", "them", "both"})
PLURALS = frozenset({"they", "them", "both"})
#: words for one more of what was told: "a *second* exploded"
MORE = frozenset({"another", "second", "third", "other", "one"})
#: sentences back to the bomb that a pronoun stands for
BACK = 2
BOMBS = frozenset(
    {"bomb", "explosive", "vehicle", "vehicle-bomb", "roadside-bomb", "landmine", "grenade", "suicide-vest"}
)
#: what is a bomb beside a verb of exploding: "a *charge* had been laid; **it** went off"
CHARGES = frozenset({"charge", "parcel", "package", "cylinder", "canister", "contraption"})
#: what holds a bomb that is told to explode, or to be trapped: "a *suitcase* exploded", "a *booby-trapped* **box**"
HOLDERS = CHARGES | frozenset(
    "letter envelope gift box crate suitcase briefcase bag backpack rucksack barrel drum thermos handset toy".split()
)
RIGGED = frozenset({"booby", "boobytrapped"})
DOWNING = frozenset({"down", "intercept"})
FLYING = frozenset({"drone", "missile", "cruise-missile", "rocket"})
BURNING, BURNT = frozenset({"burn", "torch", "incinerate"}), frozenset({"vehicle", "facility", "infrastructure"})
EXPLODING = frozenset({"explode", "detonate"})
#: participles that tell what a thing carries: "a lorry *packed* with explosives", "a bomb-*rigged* bicycle"
LADEN = frozenset("pack load fill lade laden stuff cram rig wire strap prime full stack".split())
EXPLOSIVES = frozenset({"explosive", "bomb"})
PARTICLES = {"off": {"go", "set"}, "up": {"blow"}}


def exploding(pronoun: Token, common: Callable[[Token], frozenset[str]]) -> Token | None:
    """The last bomb or vehicle before a pronoun that is told to explode, one or several as it is; the last thing in the air.

    ``common`` gives the classes of a common noun.
    """
    if _is_shot_down(pronoun):
        return _last_in_the_air(pronoun, common)
    counted = _is_counted(pronoun)
    if not (counted or pronoun.lower_ in THINGS | MORE) or not _explodes(pronoun):
        return None
    doc, start = pronoun.doc, pronoun.sent.start
    for _ in range(BACK):
        start = doc[start - 1].sent.start if start else 0
    bombs = [t for t in reversed(doc[start : pronoun.i]) if _is_bomb(t, common)]
    plural = counted or pronoun.lower_ in PLURALS
    alike = (t for t in bombs if _are_several(t) == plural)
    return next(alike, next(iter(bombs), None) if pronoun.lower_ in MORE else None)


def is_laden(thing: Token, common: Callable[[Token], frozenset[str]]) -> bool:
    """Whether a thing carries explosives: "a **lorry** *packed with dynamite*", "an *explosives-filled* **car**"."""
    told = (c for c in thing.children if c.dep_ in {"acl", "amod"} and c.lemma_.lower() in LADEN)
    return any(common(t) & EXPLOSIVES for clause in told for t in clause.subtree)


def holds_bomb(thing: Token) -> bool:
    """Whether a box or the like is told to be a bomb: "*a package* **exploded**", "a **booby-trapped** *parcel*"."""
    if thing.lemma_.lower() not in HOLDERS or thing.dep_ in {"compound", "nmod"}:
        return False
    before = (t.lower_ for c in children(thing, "amod") for t in (c, *c.children))
    return not RIGGED.isdisjoint(before) or _explodes(thing)


def _is_counted(word: Token) -> bool:
    """Whether a bare number counts what explodes by itself: "**two** *of which* exploded", no two who exploded their vests."""
    bare = (
        word.pos_ == "NUM" and word.lower_ not in MORE and all(c.lower_ == "of" or c.i < word.i for c in word.children)
    )
    return bare and not any(c.dep_ == "dobj" for c in word.head.children)


def burning(pronoun: Token, common: Callable[[Token], frozenset[str]]) -> Token | None:
    """The last vehicle or building before a pronoun that is burned: "stopped *a bus*, ordered all off and burned **it**"."""
    verb = pronoun.head
    burnt = pronoun.lower_ in {"it", "them"} and pronoun.dep_ == "dobj" and verb.lemma_.lower() in BURNING
    if not burnt:
        return None
    before = (
        t for t in reversed(pronoun.doc[pronoun.sent.start : verb.i]) if t.dep_ not in {"compound", "nmod", "amod"}
    )
    several = pronoun.lower_ == "them"
    return next((t for t in before if _are_several(t) == several and common(t) & BURNT), None)


def _is_shot_down(word: Token) -> bool:
    """Whether a pronoun or a bare number is what is brought down: "downed *them*", "intercepted *11* of them"."""
    verb = word.head
    bare = word.lower_ in {"them", "it"} or (
        word.pos_ == "NUM" and all(c.lower_ == "of" or c.i < word.i for c in word.children)
    )
    lemma = verb.lemma_.lower()
    down = lemma in DOWNING or (lemma == "shoot" and any(c.lower_ == "down" for c in verb.children))
    return bare and down and word.dep_ in {"dobj", "nsubjpass"}


def _last_in_the_air(word: Token, common: Callable[[Token], frozenset[str]]) -> Token | None:
    """The last drones, missiles or rockets told of before a word."""
    doc, start = word.doc, word.sent.start
    for _ in range(BACK):
        start = doc[start - 1].sent.start if start else 0
    before = (t for t in reversed(doc[start : word.i]) if t.pos_ in {"NOUN", "PROPN"})
    return next((t for t in before if t.dep_ not in {"compound", "nmod"} and common(t) & FLYING), None)


def _is_bomb(token: Token, common: Callable[[Token], frozenset[str]]) -> bool:
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {"compound", "nmod", "amod"}:
        return False
    return token.lemma_.lower() in CHARGES or bool(common(token) & BOMBS)


def _are_several(token: Token) -> bool:
    return token.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in token.children)


def _explodes(pronoun: Token) -> bool:
    """Whether a word is subject or object of a verb of exploding, or is told to be the *one* that explodes."""
    clause = next((c for c in pronoun.children if c.dep_ == "relcl"), None) if pronoun.lower_ == "one" else None
    verb = clause or pronoun.head
    if (clause is None and pronoun.dep_ not in {"nsubj", "nsubjpass", "dobj"}) or verb.pos_ != "VERB":
        return False
    lemma = verb.lemma_.lower()
    particles = (c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"})
    burning = lemma == "burst" and any(t.lemma_ == "flame" for t in verb.subtree)
    return lemma in EXPLODING or burning or any(lemma in PARTICLES.get(particle, ()) for particle in particles)
