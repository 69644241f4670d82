"""The vocabulary of casualties, ``ontology/casualties.toml`` with the nouns for people, as look-ups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from kg.errors import OntologyError
from kg.ontology import folder
from kg.ontology.values import Nouns
from kg.ontology.vocabulary import read_nouns, read_toml

FILE = "casualties.toml"
KINDS = ("killed", "wounded", "captured", "missing", "displaced")
NO_PEOPLE = frozenset(
    {"GPE", "LOC", "FAC", "DATE", "TIME", "MONEY", "PERCENT", "LAW", "WORK_OF_ART", "EVENT", "PRODUCT"}
)
#: labels that the model gives to names of people it does not know
MISREAD = frozenset({"FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
PRONOUNS = frozenset(
    "he him she her they them we us i me who whom his their our my himself themselves herself that others".split()
)


@dataclass(frozen=True, slots=True)
class Harm:
    """The words for one kind of casualty; see the head of casualties.toml."""

    verbs: frozenset[str] = frozenset()
    suffer: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    results: frozenset[str] = frozenset()
    remains: frozenset[str] = frozenset()
    tolls: frozenset[str] = frozenset()
    deadly: frozenset[str] = frozenset()
    idioms: tuple[tuple[str, str], ...] = ()
    subject_idioms: tuple[tuple[str, str], ...] = ()
    counted: bool = False

    @property
    def words(self) -> frozenset[str]:
        """All words of which one must stand where this kind is told; of an idiom, its verb."""
        verbs = {verb for verb, _ in (*self.idioms, *self.subject_idioms)}
        told = (
            self.verbs,
            self.suffer,
            self.adjectives,
            self.acts,
            self.results,
            self.remains,
            self.tolls,
            self.deadly,
        )
        return frozenset(verbs).union(*told)


@dataclass(frozen=True, slots=True)
class Harms:
    """All kinds, and which nouns are people."""

    kinds: Mapping[str, Harm]
    neutral: frozenset[str]
    neutral_counted: frozenset[str]
    not_people: frozenset[str]
    collective: frozenset[str]
    persons: frozenset[str]
    telling: frozenset[str]

    def tells(self, token: Token) -> bool:
        """Whether a word can tell of a casualty at all."""
        return token.lower_ in self.telling or token.lemma_.lower() in self.telling

    def of(self, field: str, lemma: str) -> Iterator[tuple[str, Harm]]:
        """(kind, words) of each kind that has a lemma among the words of a field."""
        for kind, harm in self.kinds.items():
            if lemma in getattr(harm, field):
                yield kind, harm

    def is_people(self, token: Token) -> bool:
        """Whether a word stands for human beings."""
        if token.lower_ in PRONOUNS or token.ent_type_ in {"PERSON", "NORP"}:
            return True
        return (
            token.lemma_.lower() in self.persons
            or token.lower_ in self.persons
            or token.lemma_.lower() in self.collective
        )

    def may_be_people(self, token: Token, kind: str) -> bool:
        """Whether a word can stand for human beings, as far as is known."""
        if token.lemma_.lower() in self.not_people:
            return False
        misread = kind in {"killed", "wounded"} and token.tag_ == "NNP" and token.ent_type_ in MISREAD
        counted = token.tag_ == "NNPS" and any(c.dep_ == "nummod" for c in token.children)  # "four other *Frenchmen*"
        return misread or counted or token.ent_type_ not in NO_PEOPLE or self.is_people(token)

    def counts_people(self, trigger: Token) -> bool:
        """Whether a bare number at a verb of many objects counts people: no named thing is the object."""
        return not any(
            c.dep_ == "dobj" and c.pos_ == "NOUN" and not self.is_people(c) and not c.like_num for c in trigger.children
        )

    def toll_kind(self, token: Token) -> str | None:
        """The kind that "toll" or "the number of dead" counts."""
        lemma = token.lemma_.lower()
        if lemma in self.kinds["killed"].tolls:
            words = {c.lower_ for c in token.children if c.dep_ in {"compound", "amod", "nmod"}}
            return (
                "wounded"
                if words & {"injury", "wounded", "injured"}
                else None
                if words & {"road", "heavy"}
                else "killed"
            )
        if token.dep_ == "acl" and token.tag_ == "VBN" and _is_counted(token.head):  # "the number of people *killed*"
            return next((k for k, h in self.kinds.items() if lemma in h.verbs), None)
        described = token.dep_ == "amod" and _is_counted(token.head)  # "put the number of *dead* civilians at 97"
        if described or _is_counted(token) or _is_put(token):
            forms = {lemma, token.lower_}
            named = (k for k, h in self.kinds.items() if forms & (h.adjectives | h.results))
            return next(named, "killed" if lemma in self.neutral else None)
        return None


def _is_put(noun: Token) -> bool:
    """Whether somebody puts those who came to harm at a number: "police put the *dead* at 290", not "its own dead"."""
    told = noun.dep_ == "dobj" and noun.head.lemma_.lower() in {"put", "place", "estimate"}
    at = any(c.dep_ == "prep" and c.lower_ == "at" for word in (noun, noun.head) for c in word.children)
    return told and at and any(c.lower_ == "the" for c in noun.children)


def _is_counted(noun: Token) -> bool:
    """Whether a noun tells what a number is of: "the number of *dead*"."""
    of = noun.head
    return noun.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_ in {"number", "total", "count"}


@cache
def load(path: Path | None = None) -> Harms:
    """Read the words of the ontology folder; OntologyError if a table is missing or unknown."""
    root = path or folder()
    table = read_toml(root / FILE)
    kinds = {}
    for kind in KINDS:
        names = {f.name for f in fields(Harm)}
        if kind not in table or set(table[kind]) - names:
            raise OntologyError(
                f"{root / FILE}: [{kind}] is missing or has an unknown key; known: {', '.join(sorted(names))}"
            )
        kinds[kind] = _harm(table[kind])
    neutral = frozenset(table["casualty"]["nouns"])
    return Harms(
        kinds=kinds,
        neutral=neutral,
        neutral_counted=frozenset(table["casualty"]["counted"]),
        not_people=frozenset(table["people"]["not_people"]),
        collective=frozenset(table["people"]["collective"]),
        persons=frozenset(table["people"]["persons"]) | _persons(read_nouns(root / "nouns.toml")),
        telling=neutral.union(*(kind.words for kind in kinds.values())),
    )


def _is_set(key: str) -> bool:
    return key != "counted" and not key.endswith("idioms")


def _harm(table: Mapping[str, Any]) -> Harm:
    """The words of one kind."""
    values: dict[str, Any] = {key: frozenset(words) for key, words in table.items() if _is_set(key)}
    pairs = {key: tuple((verb, noun) for verb, noun in table[key]) for key in table if key.endswith("idioms")}
    return Harm(**(values | pairs | {"counted": bool(table.get("counted", False))}))


def _persons(nouns: Nouns) -> frozenset[str]:
    """Lemmas of nouns for one human being."""
    roles = frozenset(word for word, role in nouns.roles.items() if role.person)
    return roles | nouns.classes.get("person", frozenset())
