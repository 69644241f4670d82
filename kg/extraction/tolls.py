"""One figure of casualties: which people a phrase counts, how many, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.extraction.harm import MISREAD, Harms
from kg.extraction.numbers import Count, number_of
from kg.language.name_lists import is_full
from kg.language.tree import base_phrase, child, children, first_conjunct, with_conjuncts
from kg.ontology.word_classes import word_class

PARTITIVES = frozenset({"of", "out", "from"})
PARTS = frozenset({"including", "among", "amongst", "included", "comprising", "plus"})
#: words that say what befell people and not who they are: "8 *dead*"
HARMED = word_class("harmed")
SINGULAR = frozenset(
    {"he", "him", "she", "her", "his", "himself", "herself", "me", "i", "myself", "someone", "somebody"}
)
PLURAL_PRONOUNS = frozenset(
    {"they", "them", "their", "we", "us", "our", "themselves", "others", "these", "those", "many"}
)
QUANTITIES = frozenset(
    "dozen dozens score scores hundred hundreds thousand thousands tens million millions number couple handful several "
    "none one pair few some many nobody both".split()
)


@dataclass(frozen=True, slots=True)
class Toll:
    """One figure, in tokens.

    ``kind`` is killed, wounded, captured, missing or displaced; ``high`` is None without an upper bound.  ``group``
    is the head of the words for the people (None: the text gives a bare number); ``span`` runs from the number to the
    word that says what befell them; ``trigger`` is that word.  ``stated`` is False where the text gives a plural
    without a number ("killed civilians": at least 2).  ``cumulative`` marks a running total ("the toll rose to 25").
    """

    kind: str
    low: int
    high: int | None
    approximate: bool
    group: Token | None
    span: Span
    trigger: Token
    stated: bool = True
    cumulative: bool = False


def tolls(kind: str, trigger: Token, patients: list[Token], words: Harms, also: Token | None = None) -> Iterator[Toll]:
    """A figure for each of the coordinated phrases."""
    for patient in patients:
        if _is_part(patient) or _across(trigger, patient, words) or _is_mutual(patient):
            continue
        toll = _figure(kind, trigger, patient, words, also)
        if toll is not None:
            yield toll


def _is_mutual(patient: Token) -> bool:
    """Whether people do it to one another: "killed each *other*", "killed *one* another"."""
    return {t.lower_ for t in patient.subtree} in ({"each", "other"}, {"one", "another"})


def _across(trigger: Token, patient: Token, words: Harms) -> bool:
    """Whether another such verb stands between: "killing one and injuring 12, three seriously"."""
    verbs = [t for t in trigger.doc[trigger.i + 1 : patient.i] if t.pos_ == "VERB" and t.dep_ == "conj"]
    return any(list(words.of("verbs", t.lemma_.lower())) for t in verbs)


def _is_part(token: Token) -> bool:
    """Whether a phrase is a part of a number given before: "12 people, including two women"."""
    first = token
    while first.dep_ == "conj":
        first = first.head
    before = {t.lower_ for t in first.doc[first.i : token.i]} if first != token else set()
    return bool(before & PARTS) or (first.dep_ == "pobj" and first.head.lower_ in PARTS)


def _figure(kind: str, trigger: Token, patient: Token, words: Harms, also: Token | None) -> Toll | None:
    """The figure of one noun phrase; None if it is not people or gives no number."""
    group = _group(patient)
    if group is not None and not words.may_be_people(group, kind):
        return None
    count = number_of(patient) or _implied(patient, words)
    if count is not None and group is not None and count.low == 1 and _is_body(group, count, words):
        return None  # "killed a family" tells no figure
    harm = words.kinds[kind]
    if count is None:
        if harm.counted or not _plural(patient, words):
            return None
        span = _span(trigger, patient, None, also)
        return Toll(kind, 2, None, True, group, span, trigger, stated=False)
    if harm.counted and group is not None and not words.is_people(group):
        return None
    if harm.counted and group is None and not words.counts_people(trigger):
        return None
    return Toll(kind, count.low, count.high, count.approximate, group, _span(trigger, patient, count, also), trigger)


def _group(patient: Token) -> Token | None:
    """The head of the words for the people: what a number stands before, or "of"; None for a bare number."""
    if patient.pos_ in {"NOUN", "PROPN", "PRON"} and not is_quantity(patient):
        return None if patient.lower_ in HARMED else patient
    for preposition in patient.children:
        if preposition.dep_ == "prep" and preposition.lower_ in PARTITIVES:
            inner = child(preposition, "pobj")
            if inner is not None and is_quantity(inner):
                return _group(inner)
            return inner
    return None


def _is_body(group: Token, count: Count, words: Harms) -> bool:
    """Whether an article stands before a word for several people: "*a* family", "*a* patrol"."""
    article = count.end == count.start + 1 and group.doc[count.start].lower_ in {"a", "an", "another"}
    return article and group.lemma_.lower() in words.collective


def is_quantity(token: Token) -> bool:
    return token.like_num or token.lower_ in QUANTITIES or token.tag_ == "CD"


def _implied(patient: Token, words: Harms) -> Count | None:
    """One for a singular person without a number: "killed the mayor", "killed him", a name; as many as are named."""
    names = with_conjuncts(c for c in children(patient, "appos") if c.left_edge.i == patient.i + 1)
    if patient.tag_ == "NNS" and len(names) > 1 and all(map(is_full, names)) and words.is_people(patient):
        return Count(len(names), len(names), False, patient.i, patient.i + 1)  # "killed *clerks* Ana Ruiz and Ivo Sand"
    if patient.tag_ == "NNPS" and patient.ent_type_ == "PERSON":  # a surname in -s: "Mr. Meneses"
        return Count(1, 1, False, patient.i, patient.i + 1)
    if (
        patient.tag_ in {"NNS", "NNPS"}
        or patient.lower_ in PLURAL_PRONOUNS
        or patient.lemma_.lower() in words.collective
    ):
        return None
    if patient.lower_ in SINGULAR or patient.ent_type_ == "PERSON" or _is_fellow(patient):
        return Count(1, 1, False, patient.i, patient.i + 1)
    if patient.tag_ in {"NN", "NNP", "JJ"} and words.is_people(patient):
        return Count(1, 1, False, patient.i, patient.i + 1)
    if patient.tag_ == "NNP" and (not patient.ent_type_ or patient.ent_type_ in MISREAD):
        return Count(1, 1, False, patient.i, patient.i + 1)
    return None


def _is_fellow(name: Token) -> bool:
    """Whether a name of which the model knows nothing stands in a list of people: "killed Ana Ruiz and *Efrain Rincon*"."""
    first = first_conjunct(name)
    return first != name and is_full(name) and is_full(first) and first.ent_type_ in {"PERSON", ""}


def _plural(patient: Token, words: Harms) -> bool:
    """Whether a phrase without a number is more than one person."""
    return patient.tag_ in {"NNS", "NNPS"} and words.is_people(patient)


def _span(trigger: Token, patient: Token, count: Count | None, also: Token | None) -> Span:
    """The words from the number (or the phrase) to the word that says what befell the people."""
    base = base_phrase(patient) if patient.pos_ in {"NOUN", "PROPN"} else patient.doc[patient.i : patient.i + 1]
    starts = [trigger.i, count.start if count is not None else base.start]
    group = _group(patient)
    ends = [
        trigger.i + 1,
        patient.i + 1,
        *([group.i + 1] if group is not None else []),
        *([count.end] if count is not None else []),
    ]
    if also is not None:
        starts, ends = [*starts, also.i], [*ends, also.i + 1]
    return trigger.doc[min(starts) : max(ends)]


def numbers_before(word: Token) -> list[Token]:
    """The number directly before a word: "and 30 wounded", "12 people wounded"."""
    at = word.i - 1
    while at >= word.sent.start and word.doc[at].dep_ in {"aux", "auxpass", "advmod"} and not word.doc[at].like_num:
        at -= 1
    for token in (word.doc[at], word.doc[at - 1]) if at > word.sent.start else (word.doc[max(at, 0)],):
        if token.i < word.i and (is_quantity(token) or token.lower_ in {"none", "nobody"}):
            near = token.head if token.dep_ == "nummod" and token.head.i in {at, at - 1} else token
            return [near]
    return []


def denied(token: Token) -> bool:
    """Whether the word itself is negated: "did not kill"."""
    return any(c.dep_ == "neg" or c.lower_ == "never" for c in token.children)
