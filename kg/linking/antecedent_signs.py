"""What the words around a pronoun, a number or a noun tell of whom it can stand for."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.words import Words
from kg.language.clauses import surface_subjects
from kg.language.gapping import WHERE
from kg.language.grammar import SUBJECTS
from kg.ontology.groupings import ARMED_GROUPS
from kg.ontology.word_classes import word_class

#: verbs of those who tell and do nothing else
TELLING = word_class("telling") | {"praise"}
DYING = word_class("dying")
KILLING = word_class("killing")
#: words that count or set apart people named before: "ten people were killed and *20* wounded"
COUNTING = frozenset({"others", "another", "several", "many", "some"})


def doer_of_reflexive(head: Token) -> Token | None:
    """ "*A man* killed his son before shooting **himself**": the subject of the verb that a reflexive stands by."""
    verb = next((t for t in head.ancestors if t.pos_ == "VERB"), None)
    found = surface_subjects(verb) if verb is not None else []
    return found[0] if found and found[0].i < head.i else None


def tells_before(noun: Token, pronoun: Token) -> bool:
    """Whether somebody only tells, in a sentence before, of those whom something is done to: "*Officials* said ..."."""
    verb = noun.head
    tells = noun.dep_ == "nsubj" and verb.lemma_ in TELLING and any(c.dep_ == "ccomp" for c in verb.children)
    return tells and pronoun.dep_ not in {"nsubj", "nsubjpass", "poss"} and noun.sent.start != pronoun.sent.start


def is_told_of(noun: Token) -> bool:
    """Whether somebody is the subject of a sentence or of what is said in it, and not of a clause beside it: "*while* police"."""
    verb = noun.head
    said = verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT"
    return noun.dep_ in {"nsubj", "nsubjpass"} and (verb.dep_ in {"ROOT", "conj", "parataxis"} or said)


def bearer(noun: Token) -> Token:
    """The name behind which a noun stands: "Ivo Sand, a *father* of two"."""
    return noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun


def is_elliptic(head: Token) -> bool:
    """Whether a number or a quantity stands alone for people: "and *20* were wounded"."""
    number = head.pos_ == "NUM" and head.tag_ == "CD" and head.ent_type_ not in {"DATE", "TIME", "MONEY", "PERCENT"}
    number |= head.lower_ == "one" and head.head.tag_ in {"VBD", "VBN"}  # which the parser may have for a pronoun
    argument = head.dep_ in {"nsubj", "nsubjpass", "dobj", "conj", "pobj", "appos"}
    return (
        (number or head.lower_ in COUNTING)
        and argument
        and not any(
            c.dep_ in {"prep", "relcl", "acl", "compound"} and c.i > head.i and c.lower_ not in WHERE
            for c in head.children
        )
    )


def comes_under(subject: Token, words: Words) -> bool:
    """Whether somebody is attacked in these words: "*policemen* **came under** attack"."""
    under = [c for c in subject.head.children if c.dep_ == "prep" and c.lower_ == "under"]
    hit = any(words.tells_violence(t) for way in under for t in way.children if t.dep_ == "pobj")
    return subject.dep_ == "nsubj" and subject.head.lemma_.lower() == "come" and hit


def modifiers(noun: Token) -> set[str]:
    """The adjectives and nouns before a noun, which "the *same* town" has not."""
    before = (c for c in noun.children if c.dep_ in {"amod", "compound", "nmod", "nummod"} and c.i < noun.i)
    return {c.lemma_.lower() for c in before if c.lower_ != "same"}


def is_named_otherwise(noun: Token, other: Token, words: Words) -> bool:
    """Whether a noun has a name or an owner that another lacks: "*the national police* headquarters", "*the UN* headquarters".

    What only calls an armed group one is none: "the *terrorist* group".
    """
    before = [c for c in noun.children if c.dep_ in {"compound", "nmod"} and c.i < noun.i]
    roles = {c: role for c in before if (role := words.role(c)) is not None and role.kind not in ARMED_GROUPS}
    own = {c.lower_ for c in before if c in roles or (c.pos_ == "PROPN" and words.role(c) is None)}
    return not own <= {t.lower_ for t in other.subtree}


def is_told_dying(pronoun: Token) -> bool:
    """Whether it is told of somebody that he died: "**he** *died*", "**he** was *pronounced dead*"."""
    verb = pronoun.head
    dead = any(c.lower_ == "dead" for c in verb.children)
    return pronoun.dep_ in SUBJECTS and (dead or verb.lemma_.lower() in DYING)


def is_killed(token: Token) -> bool:
    """Whether somebody is told to have been killed, who can suffer nothing more: "killed *12 guests*"."""
    verb = token.head
    death = (t for c in verb.children if c.lower_ == "to" for t in c.children)
    killed = verb.lemma_.lower() in KILLING or any(t.lower_ == "death" for t in death)
    return token.dep_ in {"dobj", "nsubjpass"} and killed


def described_name(noun: Token, words: Words) -> Token:
    """The name that a noun only describes: "*JNIM*, an **affiliate** of it which attacked the town"; else the noun."""
    name = noun.head
    beside = noun.dep_ == "appos" and noun.pos_ == "NOUN" and name.pos_ == "PROPN" and noun.tag_ == "NN"
    return name if beside and words.entry(name) is not None else noun
