"""The full name that a short one was introduced by: "Rene Emilio Ponce ... Ponce"; the name that a title stands before."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from kg.extraction.words import Words
from kg.language.name_lists import is_aged
from kg.ontology.groupings import ORGANISED
from kg.ontology.word_classes import word_class

#: nouns for groups that a name may stand behind
GROUPS = word_class("groups")
#: labels of what somebody's name can be no other name of
PLACED = frozenset({"GPE", "LOC", "FAC", "ORG", "NORP"})
CALLING = frozenset("call know name dub style".split())
NAMING = frozenset({"compound", "nmod", "flat"})
#: labels that the model gives surnames standing alone
SURNAMES = frozenset({"PERSON", "", "ORG", "NORP", "GPE"})
#: letters from which a word can be a surname by itself
SHORTEST = 3
#: letters up to which capitals can be somebody's initials
INITIALS = 3
#: nouns of those whom a first name alone may follow
CLOSE = word_class("close-people")
#: words of a name from which the last one may be the mother's, as in Spanish
DOUBLE = 3


def name_words(head: Token, titles: Collection[str]) -> tuple[str, ...]:
    """The words of a person's name that ends at a token, titles left out."""
    before = [c for c in head.children if c.dep_ in NAMING and c.pos_ == "PROPN" and c.lower_ not in titles]
    return (*(c.text for c in before), head.text)


def full_name(head: Token, words: Words, titles: Collection[str]) -> Token | None:
    """The head of the last longer name before it that this one is short for; the first behind it if none is before.

    A short name ends as the long one does, or where a mother's surname follows: "Ana Ruiz Sanz ... *Ruiz*".
    """
    own = name_words(head, titles)
    if head.dep_ == "appos" and len(own) == 1 and head.head.lemma_.lower() in CLOSE and _is_beside(head, head.head):
        return None  # "his friend *Hussein*", told by a first name
    if words.is_toponym(head) or head.ent_type_ not in SURNAMES or len(head) < SHORTEST:
        return None
    longer = [token for token in _names(head, words) if _is_short_for(own, name_words(token, titles))]
    before = [token for token in longer if token.i < head.i]
    ends = [token for token in before if token.text == head.text]
    return next(iter([*reversed(ends), *reversed(before), *longer]), None)


def _names(head: Token, words: Words) -> Iterator[Token]:
    """Heads of people's names that hold the last word of a name, in text order."""
    for token in words.alike(head):
        whole = token.head if token.dep_ in NAMING and token.head.i == token.i + 1 else token
        person = whole.ent_type_ == "PERSON" or (whole.pos_ == "PROPN" and is_aged(whole))
        if token.text == head.text and person and whole.pos_ == "PROPN":
            yield whole


def _is_short_for(own: tuple[str, ...], other: tuple[str, ...]) -> bool:
    ends = {len(other)} | ({len(other) - 1} if len(other) >= DOUBLE else set())
    return len(other) > len(own) and any(other[end - len(own) : end] == own for end in ends)


def group_name(head: Token, words: Words) -> Token | None:
    """The name that stands right behind a noun for a group: "the guerrilla movement *Red Wind*", "the group *Red Wind*"."""
    if head.pos_ != "NOUN" or head.lemma_.lower() not in GROUPS:
        return None
    told = [*head.children, *(c for c in head.head.children if head.dep_ == c.dep_ == "nsubj")]
    beside = (c for c in told if c.dep_ in {"appos", "nsubj"} and c.pos_ == "PROPN" and c.i > head.i)
    close = (c for c in beside if all(t.is_punct for t in head.doc[head.i + 1 : c.left_edge.i]))
    called = [*_called(head)]
    entries = ((c, words.entry(c)) for c in (*close, *called))
    known = next((c for c, entry in entries if entry is not None and entry.kind in ORGANISED), None)
    return known or next((c for c in called if words.entry(c) is None and not words.is_toponym(c)), None)


def _called(head: Token) -> Iterator[Token]:
    """What a group is called: "a group calling itself *Red Wind*", "a group known as *Red Wind*"."""
    for verb in (c for c in head.children if c.dep_ in {"acl", "relcl"} and c.lemma_ in CALLING):
        yield from (c for c in verb.children if c.dep_ in {"oprd", "dobj"} and c.pos_ == "PROPN")
        yield from (t for p in verb.children if p.lower_ == "as" for t in p.children if t.dep_ == "pobj")


def named(head: Token) -> Token:
    """The name that a common noun is apposed to: "the candidate *Ana Ruiz*", "the candidate, *Ana Ruiz*, was shot"."""
    if head.pos_ != "NOUN":
        return head
    names = (c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN")
    return next((name for name in names if _is_beside(name, head) or _is_between_commas(name, head)), head)


def named_behind(head: Token, words: Words) -> Token:
    """The name behind where somebody serves, which the parse hangs on the place: "the consul in *Lesk*, **Ana Ruiz**"."""
    if head.tag_ != "NN" or "person" not in words.classes(head):
        return head
    for name in head.subtree:
        above = name.head
        if (
            name.dep_ == "appos"
            and name.ent_type_ in {"PERSON", ""}
            and name.pos_ == "PROPN"
            and (above.ent_type_ in PLACED or _is_body_of(above, name, words))
        ):
            titles = (t for t in above.ancestors if t.pos_ == "NOUN" and "person" in words.classes(t))
            if next(titles, None) == head and _is_beside_comma(name):
                return name
    return head


def title_of(name: Token, words: Words) -> Token:
    """The noun that a name is apposed to, however far before it: "*an officer* of the unit, **Ana Ruiz**"; else the name."""
    above = (t for t in name.ancestors if t.i < name.i and t.pos_ == "NOUN") if name.dep_ == "appos" else ()
    beside = name.head if named(name.head) == name else name
    return next((t for t in above if named_behind(t, words) == name), beside)


def _is_body_of(noun: Token, name: Token, words: Words) -> bool:
    """Whether a noun tells of what somebody serves in: "an officer of *the unit*, **Ana Ruiz**", not "the son of *a judge*"."""
    classes = words.classes(noun)
    return name.ent_type_ == "PERSON" and noun.pos_ == "NOUN" and "person" not in classes and noun.dep_ == "pobj"


def _is_beside_comma(name: Token) -> bool:
    return name.left_edge.i > 0 and name.doc[name.left_edge.i - 1].text in {",", "--"} and name.left_edge != name


def _is_beside(name: Token, head: Token) -> bool:
    """Whether a name stands right behind a noun; of one word only behind one of the family or a friend: "his sister *Ana*"."""
    if name.left_edge == name and (head.lemma_.lower() not in CLOSE or name.ent_type_ != "PERSON"):
        return False
    return name.left_edge.i == head.i + 1 and name.ent_type_ in {"PERSON", ""}


def _has_initials(name: Token) -> bool:
    """Whether a name begins with initials, which the model takes for those of a body: "another minister, *DM* **Venn**"."""
    first = name.left_edge
    return first != name and first.is_upper and len(first.text.replace(".", "")) <= INITIALS and not name.is_upper


def _is_between_commas(name: Token, head: Token) -> bool:
    """Whether somebody's name stands alone between commas behind one person: it is no further one of a list."""
    after = name.doc[name.i + 1] if name.i + 1 < len(name.doc) else name
    alone = not any(c.dep_ in {"conj", "cc"} for c in name.children)
    comma = name.left_edge.i > head.i + 1 and name.nbor(name.left_edge.i - name.i - 1).text in {",", "--"}
    return (
        head.tag_ == "NN"
        and (name.ent_type_ == "PERSON" or _has_initials(name))
        and (comma and alone)
        and (after == name or after.is_punct or after.pos_ in {"VERB", "AUX"})
    )
