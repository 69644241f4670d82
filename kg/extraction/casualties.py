"""Figures of people killed, wounded, captured, missing or displaced, as the words of one clause give them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from kg.extraction.casualty_nouns import act, result, total
from kg.extraction.harm import Harms, load
from kg.extraction.numbers import number_of
from kg.extraction.partial import fled, lost, part, remains
from kg.extraction.shares import shares, struck
from kg.extraction.tolls import Toll, denied, is_quantity, numbers_before, tolls
from kg.language.clauses import surface_subjects
from kg.language.gapping import gapped
from kg.language.objects import direct_objects, made_to_do
from kg.language.tree import children, complement, prepositional, with_conjuncts
from kg.language.voice import is_passive

__all__ = ["Toll", "casualties"]

ILLNESSES = frozenset("cancer disease illness stroke failure cause infection virus cholera measles malaria".split())
COPULAS = frozenset({"be", "remain", "lie", "become", "seem", "feel", "go"})


def casualties(doc: Doc, harms: Harms | None = None) -> tuple[Toll, ...]:
    """Every figure of a text, in order, each group of people and word once."""
    words = harms or load()
    telling = filter(words.tells, doc)
    found = [toll for token in telling for construction in CONSTRUCTIONS for toll in construction(token, words)]
    found += [*shares(doc, words), *struck(doc, words)]
    return tuple(sorted(_distinct(found), key=lambda t: (t.span.start, t.span.end, t.kind, t.trigger.i)))


def _distinct(found: list[Toll]) -> list[Toll]:
    """Leave out what says again what another figure of the same people and kind says."""
    out: list[Toll] = []
    for toll in found:
        if not any(_same(toll, other) for other in out):
            out.append(toll)
    return out


def _same(one: Toll, other: Toll) -> bool:
    """Whether two figures that share words are one: "the toll stood at 25 dead"."""
    if (one.kind, one.low) != (other.kind, other.low):
        return False
    if one.group is not None and other.group is not None:
        return one.group == other.group
    return one.span.start < other.span.end and other.span.start < one.span.end


def verb(token: Token, words: Harms) -> Iterator[Toll]:
    """The bomb **killed** *12 people*; *12 people* were **killed**; *12* **killed** and *30* **injured**."""
    if token.pos_ not in {"VERB", "AUX", "ADJ", "NOUN"} or token.dep_ in {"aux", "auxpass"} or denied(token):
        return
    for kind, harm in words.of("verbs", token.lemma_.lower()):
        if token.pos_ == "NOUN" or (token.pos_ == "ADJ" and token.lower_ not in harm.adjectives):
            continue
        if _is_state(kind, token):
            continue
        further = gapped(token)
        yield from tolls(kind, token, [t for t in _patients(token) if t not in further], words)
        for count in further:
            yield from tolls(kind, count, [count], words)


def _is_state(kind: str, word: Token) -> bool:
    """Whether a word before a noun only says what people are: "seized *200* **displaced** *people*"."""
    return kind == "displaced" and word.dep_ == "amod" and word.i < word.head.i


def _patients(token: Token) -> list[Token]:
    """Those whom a transitive verb befalls."""
    left = numbers_before(token) if token.tag_ in {"VBN", "VBD", "JJ"} else []
    if left and left[0].i == token.i - 1 and not children(token, "dobj", "auxpass", "nsubj", "nsubjpass"):
        return left
    if token.dep_ == "amod":
        return left if token.i > token.head.i else [token.head]
    if is_passive(token) and (children(token, "nsubjpass") or not children(token, "dobj")):
        return surface_subjects(token) or left
    objects = direct_objects(token)
    if objects:
        return objects
    own = children(token, "nsubj", "nsubjpass")  # "12 killed, 30 injured": a participle taken for a past tense
    if token.tag_ in {"VBN", "VBD", "JJ"} and any(number_of(s) for s in own):
        return with_conjuncts(own)
    bare = [s for s in own if _is_flash(s, token) or (token.lower_ == "hurt" and is_quantity(s))]
    return bare or left


def _is_flash(person: Token, harm: Token) -> bool:
    """Whether somebody is told of without an article, as headlines do: "fired on a bus, *driver* **killed**"."""
    bare = person.tag_ == "NN" and not any(c.dep_ in {"det", "poss", "case"} for c in person.children)
    return bare and harm.tag_ in {"VBD", "VBN"} and not children(harm, "aux", "auxpass", "dobj")


def suffering(token: Token, words: Harms) -> Iterator[Toll]:
    """*Two soldiers and a civilian* **died**."""
    if token.pos_ != "VERB" or denied(token):
        return
    if any(_is_illness(noun) for name, noun in prepositional(token) if name in {"of", "from"}):
        return
    hidden = any(c.dep_ == "prep" and c.lower_ in {"into", "amid", "among", "down"} for c in token.children)
    for kind, _ in words.of("suffer", token.lemma_.lower()):
        if not children(token, "dobj") and not (kind == "missing" and hidden):  # "disappeared *amid the crowd*"
            yield from tolls(kind, token, surface_subjects(token), words)


def _is_illness(noun: Token) -> bool:
    """Whether a cause of death is nobody's act: "died of a *heart attack*"."""
    heart = noun.lemma_.lower() == "attack" and any(c.lower_ in {"heart", "asthma"} for c in noun.children)
    return heart or noun.lemma_.lower() in ILLNESSES


def deadly(token: Token, words: Harms) -> Iterator[Toll]:
    """*He* was **shot** *dead*; gunmen **stabbed** *two men* to *death*."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in words.kinds["killed"].deadly or denied(token):
        return
    end = next((t for c in token.children if c.lower_ == "to" for t in c.children if t.lower_ == "death"), None)
    end = end or next((c for c in token.children if c.lower_ == "dead" and c.i > token.i), None)
    end = end or complement(token, "dead")
    if end is not None:
        objects = [t for t in direct_objects(token) if t != end]
        patients = surface_subjects(token) if is_passive(token) or not objects else objects
        yield from tolls("killed", token, patients, words, end)


def adjective(token: Token, words: Harms) -> Iterator[Toll]:
    """left *12* **dead**; *12 people* were found **dead**; *12* **wounded** *soldiers*; the **wounded**."""
    if token.lower_ in {"kia", "wia"} and not token.text.isupper():  # a car
        return
    for kind, harm in words.of("adjectives", token.lower_):
        if token.pos_ == "VERB" and token.lemma_.lower() in harm.verbs:
            continue
        if _is_state(kind, token):
            continue
        if (token.head.lemma_.lower() in words.kinds["killed"].deadly and token.head != token) or denied(token):
            continue
        deadly = token.head.head.lemma_.lower() in words.kinds["killed"].deadly
        if deadly and token.dep_ == "amod" and complement(token.head.head, token.lower_) == token:
            continue
        yield from tolls(kind, token, _bearers(token), words, None)


def _bearers(token: Token) -> list[Token]:
    """Those whom an adjective is said of."""
    head = token.head
    left = numbers_before(token)
    if left and left[0].i == token.i - 1 and not (token.dep_ == "amod" and head.i == token.i + 1):
        return left
    if children(token, "nummod") or (
        token.dep_ in {"dobj", "nsubj", "nsubjpass", "pobj", "ROOT", "attr", "oprd", "conj"} and numbers_before(token)
    ):
        own = children(token, "nummod")
        return own[:1] or numbers_before(token)
    own = children(token, "dobj") or children(token, "nsubj", "nsubjpass")  # "men shot *dead* two guards"
    if own:
        return with_conjuncts(own)
    if token.dep_ == "amod" and head.i > token.i:
        return [head]
    if token.dep_ in {"acl", "amod", "relcl", "appos"} and head.i < token.i:
        return [head]
    if token.dep_ in {"acomp", "oprd", "attr", "ROOT", "advmod", "xcomp", "ccomp", "dep"} and head.pos_ in {
        "VERB",
        "AUX",
    }:
        objects = [t for t in direct_objects(head) if t != token]
        if objects:
            return objects
        if is_passive(head) or head.lemma_ in COPULAS or head.pos_ == "AUX":
            return surface_subjects(head)
    return numbers_before(token)


def idiom(token: Token, words: Harms) -> Iterator[Toll]:
    """**claimed** *the lives* of *six people*; *six* **lost** *their lives*; **took** *two men* *hostage*."""
    if token.pos_ != "VERB" or denied(token):
        return
    for kind, harm in words.kinds.items():
        for head, noun in harm.idioms:
            member = _member(token, noun) if token.lemma_.lower() == head else None
            if member is not None:
                yield from _of_idiom(kind, token, member, words)
        for head, noun in harm.subject_idioms:
            member = _member(token, noun) if token.lemma_.lower() == head else None
            if member is not None:
                yield from tolls(kind, token, surface_subjects(token), words, member)


def _member(verb_token: Token, lemma: str) -> Token | None:
    """The further word of an idiom: "claim *life*", or one behind a preposition: "drive *from home*"."""
    behind = (t for name, t in prepositional(verb_token) if f"{name} {t.lemma_.lower()}" == lemma)
    below = (*verb_token.children, *made_to_do(verb_token))
    own = (c for c in below if lemma in {c.lemma_.lower(), c.lower_} and c.i > verb_token.i)
    return next(own, None) or next(behind, None)


def _of_idiom(kind: str, token: Token, member: Token, words: Harms) -> Iterator[Toll]:
    """Whose lives, or who was taken hostage."""
    if member.lemma_ == "life":
        count = number_of(member)
        owners = [o for p in children(member, "prep") if p.lower_ == "of" for o in children(p, "pobj")]
        owners += children(token, "dative", "iobj")
        owners += [c for c in children(member, "poss") if c.lower_ not in {"their", "his", "her"}]
        if count is not None and count.low > 0:
            span = token.doc[min(token.i, count.start) : member.i + 1]
            yield Toll(kind, count.low, count.high, count.approximate, None, span, token)
        else:
            yield from tolls(kind, token, with_conjuncts(owners), words, member)
        return
    objects = [t for t in direct_objects(token) if t != member] or children(member, "compound", "nsubj")
    objects = objects or [member] * (member.tag_ == "NNS")  # "took *12 hostages*"
    objects = objects or [t for name, t in prepositional(token) if name == "with"]  # "made off *with 12 women*"
    patients = surface_subjects(token) if is_passive(token) else objects
    yield from tolls(kind, token, patients, words, member)


CONSTRUCTIONS: tuple[Callable[[Token, Harms], Iterator[Toll]], ...] = (
    verb,
    suffering,
    deadly,
    adjective,
    act,
    result,
    remains,
    total,
    idiom,
    part,
    lost,
    fled,
)
