"""Lists whose middle the parser takes for an apposition: "killed *Ana Ruiz*, *her driver* and *two guards*"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.grammar import PLACE_LABELS
from kg.language.tree import children

#: labels of what can head a list
HEADS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "conj"})
INSIDE = frozenset({"pobj", "prep", "conj", "appos"})
OWNERS = frozenset({"PRP$"})
#: parts of speech that can begin a noun phrase
NOMINAL = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "PRON"})
#: nouns that say nothing of people but that they are some
GENERAL = frozenset("people person man woman civilian victim foreigner individual other fatality hostage".split())
NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()


def listed_before(noun: Token) -> Token | None:
    """The item of a list that a noun in apposition follows, where it is a further one and no other word for it.

    "Killed *six priests*, **a cook** and her daughter"; but "killed *Ana Ruiz*, **a mayor** and mother of two".
    """
    chain = _chain(noun)
    if noun.dep_ == "appos" and noun.head.dep_ in HEADS and _is_amid(noun, noun.head, chain):
        return noun.head
    if len(chain) < 2 or not any(children(t, "cc") for t in chain) or not all(map(is_new, chain)):
        return None
    return next((first for first in _before_comma(noun) if _takes(first, noun, chain)), None)


def _is_amid(noun: Token, first: Token, chain: list[Token]) -> bool:
    """Whether a list goes on with a comma and "and" behind one of its middle: "*a mayor*, **a teacher**, and two nurses".

    What belongs to a noun before "of" only tells what somebody is: "a lawyer, **a member** of the party, and his wife".
    """
    if _is_other(noun):
        return len(chain) > 1
    behind = noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 4]
    joined = len(behind) > 2 and behind[0].text == "," and behind[1].lower_ == "and" and behind[2].pos_ in NOMINAL
    alike = first.pos_ == "NOUN" and first.tag_ == noun.tag_ and is_new(first) and is_new(noun)
    return joined and alike and not any(c.lower_ == "of" for c in noun.children)


def _takes(first: Token, noun: Token, chain: list[Token]) -> bool:
    """Whether a noun phrase can be the first item of a list that goes on with others."""
    if first.dep_ not in HEADS or _is_sum(first, chain) or _is_place_of(first, noun):
        return False
    return _is_anothers(noun) or (first.pos_ != "PROPN" and (is_new(first) or first.tag_ == "NNS"))


def joined_to(noun: Token) -> Token | None:
    """The first item of a list that a noun belongs to, where the parse hangs it otherwise."""
    if noun.dep_ == "appos":
        return listed_before(noun)
    return _fellow_of(noun) if noun.dep_ == "conj" else None


def _fellow_of(noun: Token) -> Token | None:
    """Whose fellow somebody is that the parse joins to a place: "*the envoy* to Norland, **his** *guard* and their driver"."""
    if not _is_place_of(noun.head, noun):
        return None
    above = next((t for t in noun.head.ancestors if t.pos_ == "NOUN" and t.dep_ in HEADS), None)
    parted = noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].text == ","
    return above if parted and above is not None and above.dep_ != "pobj" else None


def _is_place_of(first: Token, noun: Token) -> bool:
    """Whether a phrase names a place that somebody's fellow cannot be joined to: "Norland, *his* guard"."""
    place = first.pos_ == "PROPN" and first.dep_ == "pobj" and first.ent_type_ in PLACE_LABELS
    return place and any(c.tag_ in OWNERS for c in children(noun, "poss"))


def tells_again(noun: Token) -> bool:
    """Whether what passes for the rest of a list is another word for its first: "*three* people, **two nurses** and a priest"."""
    first, chain = noun.head, _chain(noun)
    parted = noun.left_edge.i > first.i and noun.doc[noun.left_edge.i - 1].text == ","
    return parted and first.dep_ != "conj" and len(chain) > 1 and _is_sum(first, chain)


def retold(first: Token, item: Token) -> bool:
    """Whether an apposition tells again of whom a number tells: "*three* people, **two nurses** and a priest"."""
    return _is_sum(first, _chain(item))


def _is_sum(first: Token, chain: list[Token]) -> bool:
    """Whether a general noun counts those whom a list tells apart."""
    return first.lemma_.lower() in GENERAL and 1 < _count(first) == sum(map(_count, chain))


def _chain(noun: Token) -> list[Token]:
    """A noun and those joined to it, each to the one before."""
    out = [noun]
    while joined := [c for c in children(out[-1], "conj", "appos") if c.i > out[-1].i]:
        out.append(joined[0])
    return out


def is_new(noun: Token) -> bool:
    """Whether a noun phrase brings in somebody new: "*two* guards", "*a* cook", "*her* daughter"."""
    counted = bool(children(noun, "nummod")) or any(c.lower_ in {"a", "an"} for c in children(noun, "det"))
    some = noun.pos_ == "NUM" and any(c.lower_ == "of" for c in children(noun, "prep"))
    return some or (noun.pos_ == "NOUN" and (counted or _is_anothers(noun)))


def _is_other(noun: Token) -> bool:
    """Whether a noun tells of others than those told before: "*other* priests"."""
    first = noun.left_edge
    return first.head == noun and (first.lower_ == "another" or (first.lower_ == "other" and first.dep_ == "amod"))


def _is_anothers(noun: Token) -> bool:
    """Whether a noun cannot be another word for one person: "*his* driver", "*two* guards", "*other* priests"."""
    several = _is_other(noun) or any(c.lower_ not in {"one", "1"} for c in children(noun, "nummod"))
    return several or any(c.tag_ in OWNERS for c in children(noun, "poss"))


def _count(noun: Token) -> int:
    """How many a noun phrase tells of, as far as plain numbers say it; nothing else counts as one."""
    word = next((c.lower_ for c in children(noun, "nummod")), "")
    return int(word) if word.isdecimal() else NUMBERS.index(word) if word in NUMBERS else 1


def _before_comma(noun: Token) -> Iterator[Token]:
    """Heads of the phrases that end right before the comma of a noun, the innermost first."""
    comma = noun.left_edge.i - 1
    head = noun.doc[comma - 1] if comma > 0 and noun.doc[comma].text == "," else None
    while head is not None:
        if head.pos_ in {"NOUN", "PROPN"} and head.dep_ not in {"compound", "nmod"}:
            yield head
        inside = head.head.i < head.i and head.dep_ in INSIDE and head.head.pos_ != "VERB" and head.lower_ != "as"
        head = head.head if inside else None
