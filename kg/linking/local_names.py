"""Place names that the index lacks, told by where they stand: "at *Lesk*", "the village of *Lesk*", "*Lesk Military Airport*"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.participants import STREETS
from kg.extraction.words import Words
from kg.language import tree
from kg.linking.antecedent_signs import TELLING
from kg.linking.toponym_words import OPENING
from kg.model import Place
from kg.ontology.word_classes import word_class

NOT_LOCAL = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "LANGUAGE", "EVENT", "LAW", "NORP"})
DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())
WHERE = frozenset({"area", "facility", "infrastructure"})
BEFORE = frozenset({"compound", "nmod", "punct"})
NEAR = frozenset({"in", "at", "near", "outside", "inside", "around", "towards", "toward", "throughout", "across"})
#: nouns with "of" before a name that is a place's
OF_PLACE = frozenset("vicinity outskirts siege battle liberation fall stronghold capture recapture edge".split())
#: verbs whose object is a place, whatever its name; and those that may have another one
ENTERING = word_class("entering")
#: those of them that nobody does to a person
BESIEGING = word_class("besieging")
LEAVING = frozenset("withdraw retreat pull expel oust drive dislodge".split())
TAKING = word_class("taking")
LANDS = frozenset({"GPE", "LOC", "FAC"})
#: nouns of place that have their name by "of": "the town of Lesk"; not "the Oru *district* of Lesk"
TOWNS = frozenset({"town", "village", "city", "hamlet"})
#: nouns for where people of one kind live
SETTLEMENTS = word_class("settlements")
#: where a name with a noun of place for its head stands for a place
STANDS = frozenset({"pobj", "dobj", "nsubjpass", "appos", "conj"})


def local_places(words: Words, text: str) -> Iterator[tuple[int, Place]]:
    """(index of the head, place) of each name of a place that the index of places lacks."""
    used: set[int] = set()
    for token in reversed(words.doc):
        if token.i in used or words.is_toponym(token) or words.name(token) is not None:
            continue
        if _is_whole_name(token, words) or (token.pos_ == "PROPN" and _is_bare_name(token, words)):
            first = _first(token)
            used.update(range(first, token.i + 1))
            yield token.i, _place(token, first, text)


def _is_whole_name(token: Token, words: Words) -> bool:
    """Whether a noun of place ends a name: "Lesk Military Airport", "Lesk Street"."""
    if (
        token.pos_ not in {"PROPN", "NOUN"}
        or (token.tag_ == "NNS" and token.lemma_.lower() in TOWNS)  # "11 *Berom* farming villages"
        or token.dep_ not in STANDS
        or _is_one_of_many(token)
        or not (WHERE & words.common(token) or is_street(token))
        or words.role(token)
        or _is_called(token)
    ):
        return False
    before = [t for t in token.doc[_first(token) : token.i] if not t.is_punct]
    street = is_street(token)  # "Arlington Avenue" is not in Arlington
    known = any(words.name(t) or (words.is_toponym(t) and not street) or t.ent_type_ in NOT_LOCAL for t in before)
    return not known and any(t.pos_ == "PROPN" and t.text[:1].isupper() and not words.common(t) for t in before)


def _is_one_of_many(noun: Token) -> bool:
    """Whether a word before a village only tells whose it is: "a *Druze* **village**", "two *Berom* **villages**".

    The names of villages stand behind no "a", and one stands before no plural.
    """
    own = any(c.lower_ in {"a", "an", "another"} for c in noun.children if c.dep_ == "det")
    counted = noun.tag_ == "NNS" and bool(tree.children(noun, "nummod"))
    several = counted and len(tree.children(noun, "compound", "amod", "nmod")) == 1
    return (own or several) and noun.is_lower and noun.lemma_.lower() in SETTLEMENTS


def is_street(token: Token) -> bool:
    """Whether a name is that of a street, which is looked at only where no other place is told."""
    return token.lemma_.lower() in STREETS


def names_street(token: Token) -> bool:
    """Whether a toponym is only a word of the name of a street: "*Arlington* Avenue"."""
    following = token.doc[token.i + 1 : token.i + 2]
    return any(t.pos_ == "PROPN" and t.text.istitle() and is_street(t) for t in following)


def _is_bare_name(token: Token, words: Words) -> bool:
    """Whether a name stands where places stand: "at X", "the village of X", "the X district", "entered X"."""
    if words.common(token) or token.ent_type_ in NOT_LOCAL or not any(t.isupper() for t in token.text):
        return False
    head = token.head
    if token.dep_ in {"compound", "nmod"} and head.i > token.i and head.pos_ in {"NOUN", "PROPN"}:
        speaker = head.pos_ == "PROPN" and head.dep_ == "nsubj" and head.head.lemma_.lower() in TELLING
        place = bool(WHERE & words.common(head)) and not words.is_toponym(head) and words.name(head) is None
        return (
            place and not speaker and not _is_called(head) and not _is_one_of_many(head)
        )  # "the Coordination *Headquarters* said"
    if token.dep_ in {"dobj", "nsubjpass"}:
        return _is_taken(token)
    first = tree.first_conjunct(token)
    if token.dep_ == "conj" and first.dep_ == "dobj" and tree.lemma(first.head) in BESIEGING:
        return words.is_toponym(first) or _is_taken(first)
    if token.dep_ != "pobj":
        return False
    if _stands_before_where(token):
        return True
    if head.lower_ == "from" and _is_left(head.head, words):
        return True
    of_place = "area" in words.common(head.head) or head.head.lower_ in DIRECTIONS | OF_PLACE
    return head.lower_ in NEAR or (head.lower_ == "of" and of_place)


def _stands_before_where(name: Token) -> bool:
    """Whether a clause with "where" follows a name: "the people of *Lesk*, **where** gunmen killed 20"."""
    following = [t.lower_ for t in name.doc[name.i + 1 : name.i + 3]]
    return following[:1] == ["where"] or following == [",", "where"]


def _is_called(noun: Token) -> bool:
    """Whether a name follows by "of", so that a word before the noun is none: "the Masalit *town* of Misterei"."""
    of = [c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" and c.i == noun.i + 1]
    return noun.lemma_.lower() in TOWNS and any(p.dep_ == "pobj" and p.pos_ == "PROPN" for c in of for p in c.children)


def _is_taken(token: Token) -> bool:
    """Whether what is entered or taken is a place by its verb, its first word, or whom it is taken from: "took X *from*"."""
    verb, lemma = token.head, tree.lemma(token.head)
    if lemma in ENTERING:
        return lemma in BESIEGING or token.ent_type_ not in {"PERSON", "ORG"}
    if lemma not in TAKING:
        return False
    taken_from = any(c.lower_ == "from" and c.dep_ == "prep" for c in verb.children)
    opening = token.doc[_first(token)].lower_ in OPENING
    return opening or (token.ent_type_ in LANDS and (taken_from or lemma != "capture"))


def _is_left(verb: Token, words: Words) -> bool:
    """Whether forces leave what stands behind "from": "M23 fighters **withdrew** from *Lesk*"."""
    moved = any("armed" in words.classes(c) for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"})
    return moved and verb.lemma_.lower() in LEAVING


def _first(token: Token) -> int:
    """The index of the first word of a name."""
    first, doc = token.i, token.doc
    while (
        first
        and doc[first - 1].dep_ in BEFORE
        and doc[first - 1].head.i in {token.i, first}
        and not doc[first - 1].is_space
    ):
        first -= 1
    hyphen = first if doc[first].text == "-" else first - 1
    if hyphen > 0 and doc[hyphen].text == "-" and not (doc[hyphen].whitespace_ or doc[hyphen - 1].whitespace_):
        return hyphen - 1  # "al-Qanat Street"
    return first + 1 if doc[first].is_punct else first


def _place(token: Token, first: int, text: str) -> Place:
    start, end = token.doc[first].idx, token.idx + len(token)
    relation = token.head.lower_ if token.dep_ == "pobj" else None
    return Place(start, end, text[start:end], relation=relation if relation != "of" else "in")
