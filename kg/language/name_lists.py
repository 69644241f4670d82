"""Lists of names whose further names the parser takes for other words for the first.

"Gunmen killed *Ana Ruiz*, 42, **Ivo Sand**, 19, and Lou Berg": nobody has two full names, so that each is one more who
was killed.  "France, the African **Union** and ECOWAS" are three too.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from kg.language.grammar import SUBJECTS
from kg.language.tree import child, children, hang

#: labels of what is no person
PLACES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "NORP", "EVENT", "LAW", "PRODUCT"})
#: labels that the parse gives what tells somebody's age
AGES = frozenset({"appos", "nummod", "npadvmod"})
OLDEST = 110
#: labels that the parse gives names right behind what people are
MISPLACED = frozenset({"dobj", "npadvmod", "dep"})
PARTING = frozenset({",", ";"})


def name_to_list(name: Token) -> None:
    """Make a list of two names of which the second, apposed to the first, is no other word for it."""
    first = name.head
    if first.pos_ == "PROPN" and first.i < name.i and _is_another(name, first):
        hang(name, first, "conj")


def named_to_list(noun: Token) -> None:
    """Make a list of "Ana Ruiz, 42, *her husband* **Ivo Sand** and their son", where the noun has a name of its own.

    So it is behind a semicolon, whoever is told there: "Ana Ruiz, 42; *a boy*; Lou Berg".
    """
    first, own = noun.head, child(noun, "appos")
    if is_aged(first) and first.i < noun.i and noun.left_edge.nbor(-1).text == ";":
        hang(noun, first, "conj")
        return
    gap = "" if own is None else noun.doc[noun.i + 1 : own.left_edge.i].text
    another = any(c.tag_ == "PRP$" for c in children(noun, "poss")) and own is not None and own.pos_ == "PROPN"
    if own is None or gap not in {"", ","} or not (is_full(own) or another):
        return
    if first.i < noun.i and is_full(first) and not _share_a_word(first, own):
        hang(noun, first, "conj")
        for name in children(own, "conj"):
            hang(name, noun, "conj")


def people_to_first(people: Token) -> None:
    """Hang further people on the name before, not on what is told of him: "*Ivo Sand*, a clerk, and **two guards**".

    So too "*Ivo Sand*, a clerk, **Lou Berg**, and two guards".
    """
    described = people.head
    name, joint = described.head, people.doc[people.left_edge.i - 1] if people.left_edge.i > 1 else people
    if described.dep_ != "appos" or described.tag_ != "NN" or not is_full(name):
        return
    counted = people.tag_ == "NNS" and children(people, "nummod") != []
    if counted and joint.dep_ == "cc" and joint.nbor(-1).text == ",":
        hang(people, name, "conj")
        hang(joint, name, "cc")
    elif is_full(people) and joint.text == "," and not _share_a_word(people, name):
        hang(people, name, "conj")


def names_to_people(name: Token) -> None:
    """Hang names on the plural right before them: "killed *clerks* **Ivo Sand** and Lou Berg"."""
    people = name.doc[name.left_edge.i - 1] if name.left_edge.i else name
    beside = people.tag_ == "NNS" and people.dep_ in {"dobj", "nsubjpass", "conj", "pobj"} and people.head == name.head
    if beside and name.ent_type_ == "PERSON" and any(c.pos_ == "PROPN" for c in children(name, "conj")):
        hang(name, people, "appos")


def callings_to_one(calling: Token) -> None:
    """Make one person of "the *writer* and **activist** Ana Ruiz was shot", "his *driver* and **guard**, Ana Ruiz,"."""
    joint = calling.nbor(-1) if calling.i else calling
    first = joint.nbor(-1) if joint.dep_ == "cc" and joint.i else calling
    singular = first.tag_ == "NN" and children(first, "det", "poss") and not _are_several(first)
    if not singular or joint.lower_ != "and":
        return
    name = calling.head if calling.dep_ in {"compound", "nmod"} else None
    if calling.dep_ == "conj" and calling.tag_ == "NN" and calling.head == first:
        told = [c for c in children(first, "appos") if c.i > calling.i and c.left_edge.i <= calling.i + 2]
        if any(is_full(c) and c.ent_type_ == "PERSON" for c in told):
            hang(calling, first, "nmod")
    elif name is not None and name.ent_type_ == "PERSON" and name.dep_ == "conj" and name.head == first:
        outside = [c for c in first.children if c.i > name.i]
        hang(name, first.head, first.dep_)
        hang(first, name, "nmod")
        for word in outside:
            hang(word, name, word.dep_)


def _are_several(subject: Token) -> bool:
    """Whether a verb tells that its subjects are several: "his driver and guard *were* shot"."""
    return subject.dep_ in SUBJECTS and any(c.lower_ in {"were", "are", "have"} for c in subject.head.children)


def is_full(name: Token) -> bool:
    """Whether a word ends a name of two words or more that may be somebody's: "Ana *Ruiz*"."""
    before = children(name, "compound", "nmod")
    whole = any(c.pos_ == "PROPN" and c.i == name.i - 1 and c.text[:1].isupper() for c in before)
    return name.pos_ == "PROPN" and whole and name.ent_type_ not in PLACES


def _is_another(name: Token, first: Token) -> bool:
    """Whether a name apposed to another is somebody else's."""
    if not is_aged(name) and not is_aged(first) and _ends_list(name, first):
        return True
    if not is_full(name) or not is_full(first) or _share_a_word(name, first):
        return False
    parted = name.doc[name.left_edge.i - 1].text == ";"
    described = any(first.i < c.i < name.i and c.pos_ == "NOUN" for c in children(first, "appos"))
    return parted or described or (is_aged(name) and is_aged(first)) or _is_amid(name, first)


def _share_a_word(one: Token, other: Token) -> bool:
    """Whether two names have a word in common, and may be one name: "Jose Sand Vega, known as Sand Vega"."""
    return bool({t.lower_ for t in _words(one)} & {t.lower_ for t in _words(other)})


def _words(name: Token) -> Iterator[Token]:
    yield name
    yield from (c for c in children(name, "compound", "nmod") if c.pos_ == "PROPN")


def is_aged(name: Token) -> bool:
    """Whether an age stands beside a name: "Ana Ruiz, *42*,", "*19-year-old* Ivo Sand"."""
    behind = (c for c in children(name, *AGES) if c.i == name.i + 2 and name.nbor().text == ",")
    before = any(c.lower_ == "old" for c in children(name, "amod"))
    return before or any(c.text.isdecimal() and 0 < int(c.text) < OLDEST for c in behind)


def _joined(name: Token, first: Token) -> list[Token]:
    """What is joined by "and" to a name or to the one before it."""
    return [c for c in (*name.children, *first.children) if c.dep_ == "conj" and c.i > name.i]


def _ends_list(name: Token, first: Token) -> bool:
    """Whether a list of names goes on behind one to its end: "France, the African *Union* and ECOWAS"."""
    names = [name]
    while more := [c for c in _joined(names[-1], first) if c.i > names[-1].i]:
        names.append(more[0])
    gaps = [[t.text for t in name.doc[one.i + 1 : other.left_edge.i]] for one, other in pairwise(names)]
    whole = bool(gaps) and all(gap == [","] for gap in gaps[:-1]) and gaps[-1] == ["and"]
    return whole and all(t.text[:1].isupper() for t in (first, *names))


def _is_amid(name: Token, first: Token) -> bool:
    """Whether a name is followed by more names: "Ana Ruiz, *Ivo Sand*, and Lou Berg", ages aside."""
    more = (*_joined(name, first), *(c for c in children(name, "appos") if is_full(c)))
    after = next((t for t in more if t.pos_ == "PROPN" and t.left_edge.i > name.i), None)
    if after is None:
        return False
    between = name.doc[name.i + 1 : after.left_edge.i]
    return all(t.text in PARTING or t.dep_ == "cc" or t.text.isdecimal() for t in between)
