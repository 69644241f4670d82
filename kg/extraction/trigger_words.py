"""The words of a trigger of several, wherever in the tree they stand: "*opened* **fire**", "*car* **bomb**"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.words import Words
from kg.language.tree import complement, partitive
from kg.language.voice import is_passive
from kg.ontology import Trigger

LINKS = frozenset(
    "prt dobj prep pobj acomp advmod attr oprd agent compound xcomp nsubjpass amod dative pcomp det neg npadvmod".split()
)
SHOT_DEAD = ("shoot", "dead")


def words_of(token: Token, trigger: Trigger, words: Words) -> tuple[Token, ...] | None:
    """The tokens of a trigger of several words, or None if they are not there."""
    if len(trigger.words) == 1:
        return (token,)
    if trigger.words == SHOT_DEAD and is_misread(token):
        return token, token.doc[token.i - 1]
    idiom = trigger.pos == "verb" or "of" in trigger.words[1:-1]
    rest = trigger.words[1:] if idiom else trigger.words[:-1]
    if not words.beside(token).issuperset(rest):
        return None
    return _idiom(token, rest) if idiom else _compound(token, rest)


def _idiom(token: Token, rest: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The head and the further words of an idiom, wherever among the dependents they stand."""
    found, missing = [token], list(rest)
    while missing:
        step = next(
            (
                (word, c)
                for owner in reversed(found)
                for child in _in_order(owner)
                if child.dep_ in LINKS
                or _is_purpose(child)
                or (child.dep_ == "ccomp" and child.pos_ in {"NOUN", "ADJ"})
                for c in (child, partitive(child))
                for word in missing
                if c is not None and word in {c.lemma_.lower(), c.lower_} and c not in found and not _is_of_day(c)
            ),
            None,
        )
        step = step or next(((w, c) for w in missing if (c := complement(token, w)) is not None), None)
        if step is None:
            return None
        missing.remove(step[0])
        found.append(step[1])
    another = any(_takes_another(word, found) for word in found[1:]) or _is_of_another_verb(found) or _is_where(found)
    another = another or ("on" in rest[:-1] and _is_no_noun(rest[-1], found))
    return None if another else tuple(found)


def _is_no_noun(lemma: str, found: list[Token]) -> bool:
    """Whether the noun behind "on" is an act, or stands before it: "go **on striking** the bridge", "a **strike on** Lesk"."""
    word = next(t for t in found if lemma in {t.lemma_.lower(), t.lower_})
    act = word.tag_ == "VBG" and any(c.dep_ == "dobj" for c in word.children)
    return act or any(t.lower_ == "on" and t.head == word for t in found)


def _is_of_another_verb(found: list[Token]) -> bool:
    """Whether verb and preposition are parted by the particle of another idiom: "**called** *in* a strike **on** a base"."""
    verb, preposition = found[0], found[1]
    particles = [c for c in verb.children if c.dep_ == "prt" and c not in found]
    return len(found) == 2 and preposition.dep_ == "prep" and any(verb.i < c.i < preposition.i for c in particles)


def _takes_another(word: Token, found: list[Token]) -> bool:
    """Whether a preposition of an idiom has an object of its own: "*on* Friday they **set fire** to it" is no "set on fire"."""
    own = [c for c in word.children if c.dep_ == "pobj"]
    last = found[-1]
    if word.dep_ != "prep" or not own:
        return False
    return own[0].ent_type_ == "DATE" and word.i < found[0].i or (last.dep_ == "dobj" and not word.is_ancestor(last))


def _is_where(found: list[Token]) -> bool:
    """Whether a preposition tells where somebody was shot: "six were **shot** *at a camp*", but "they were shot at by rebels"."""
    verb, last = found[0], found[-1]
    shot = verb.lemma_ == "shoot" and last.dep_ == "prep" and last.lower_ in {"at", "on"} and is_passive(verb)
    return shot and any(c.dep_ == "pobj" for c in last.children)


def _is_of_day(preposition: Token) -> bool:
    """Whether a preposition only tells the day: "fired from Gaza *on* Wednesday"."""
    if preposition.dep_ != "prep" or preposition.lower_ not in {"on", "at"}:
        return False
    return any(c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME"} for c in preposition.children)


def _in_order(owner: Token) -> list[Token]:
    """The words under a word, prepositions before it last: "*On* Friday troops fired **on** a crowd"."""
    return sorted(owner.children, key=lambda child: child.pos_ == "ADP" and child.i < owner.i)


def _is_purpose(token: Token) -> bool:
    """Whether an infinitive or an adjective hangs as a clause on its verb: "have sworn to fight", "went *missing*"."""
    if token.dep_ == "advcl" and token.tag_ == "JJ":  # "went *missing*", "burned three men *alive*"
        objects = [c.right_edge.i for c in token.head.children if c.dep_ == "dobj"]
        return token.i - 1 in {token.head.i, *objects}
    return token.dep_ == "advcl" and token.tag_ == "VB" and any(c.tag_ == "TO" for c in token.children)


def _compound(token: Token, before: tuple[str, ...]) -> tuple[Token, ...] | None:
    found, at = [token], token.i - 1
    for word in reversed(before):
        while at >= 0 and token.doc[at].text == "-":
            at -= 1
        if at < 0 or word not in {token.doc[at].lower_, token.doc[at].lemma_.lower()}:
            return None
        found.append(token.doc[at])
        at -= 1
    return tuple(found)


def is_misread(token: Token) -> bool:
    """Whether the parse takes "dead" for the verb: "men on a motorbike shot *dead* a guard", with a "motorbike shot"."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return token.lower_ == "dead" and before == "shot" and any(c.dep_ == "dobj" for c in token.children)
