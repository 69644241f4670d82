"""How many of those harmed were so in one act: "eleven died, *four of them in police* **firing**"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extraction.harm import Harms
from kg.extraction.numbers import number_of
from kg.extraction.tolls import PARTS, Toll, is_quantity
from kg.language.grammar import CIRCUMSTANCE
from kg.language.tree import children

#: acts in which a part of all who are harmed can be
ACTS = frozenset(
    (
        "firing shooting gunfire attack bombing blast explosion raid strike airstrike shelling bombardment clash encounter "
        "ambush shootout gunfight stabbing massacre crackdown lynching beating fighting"
    ).split()
)
#: what is done to those who die of it
BLOWS = frozenset("shoot hit strike stab beat club fell hack gun bayonet lynch trample".split())
#: steps from those who are counted to the word that says what befell them
REACH = 4


def shares(doc: Doc, words: Harms) -> Iterator[Toll]:
    """Eleven people, including *four in police* **firing**, have died; eight are dead, *five of them in police* **firing**."""
    for act in doc:
        if act.lower_ in ACTS and act.dep_ in {"pobj", "pcomp"} and act.head.lower_ in CIRCUMSTANCE:
            yield from _share(act.head.head, act, words)


def struck(doc: Doc, words: Harms) -> Iterator[Toll]:
    """Of the nineteen *dead*, *eleven* had been **shot**; *four of the dead* were **hit** by bullets."""
    for number in doc:
        verb = number.head
        if number.dep_ != "nsubjpass" or not is_quantity(number) or verb.lemma_.lower() not in BLOWS:
            continue
        of = [p for word in (number, verb) for c in children(word, "prep") if c.lower_ == "of" for p in c.children]
        count = number_of(number)
        if count is not None and any(p.lower_ in words.kinds["killed"].adjectives for p in of):
            span = doc[count.start : verb.i + 1]
            yield Toll("killed", count.low, count.high, count.approximate, None, span, verb)


def _share(part: Token, act: Token, words: Harms) -> Iterator[Toll]:
    whole = _whole(part)
    count = number_of(part) if whole is not None and part.i < act.i else None
    kind = _kind(whole, words) if whole is not None and count is not None else None
    if kind is not None and count is not None:
        yield Toll(kind, count.low, count.high, count.approximate, None, part.doc[count.start : act.i + 1], act)


def _whole(token: Token) -> Token | None:
    """Those whom a number is a part of: "*12 people*, including **five**"; "*eight* dead, **five** of them"."""
    if not is_quantity(token):
        return None
    if token.dep_ == "pobj" and token.head.lower_ in PARTS:
        return token.head.head
    of = [p for c in children(token, "prep") if c.lower_ == "of" for p in children(c, "pobj")]
    theirs = any(p.lower_ in {"them", "whom"} for p in of)
    return token.head if theirs and token.dep_ in {"appos", "npadvmod", "dep", "conj"} else None


def _kind(whole: Token, words: Harms) -> str | None:
    """What befell all of them, told by them or by what they hang on."""
    node = whole
    for _ in range(REACH):
        said = {node.lemma_.lower(), node.lower_} | {c.lower_ for c in node.children if c.dep_ in {"acomp", "oprd"}}
        for kind in ("killed", "wounded"):
            harm = words.kinds[kind]
            idiom = any(node.lemma_.lower() == verb and _has(node, noun) for verb, noun in harm.subject_idioms)
            if idiom or said & (harm.verbs | harm.suffer | harm.adjectives | harm.results):
                return kind
        if node.head == node:
            return None
        node = node.head
    return None


def _has(verb: Token, noun: str) -> bool:
    """Whether an idiom is there: "have *lost their lives*"."""
    return any(c.lemma_.lower() == noun for c in verb.children)
