"""Named people by what the text tells of them: "Judge *Ana Ruiz*", "*Ana Ruiz*, a judge," and then "the judge"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extraction.words import Words
from kg.language.grammar import MODIFIERS, SUBJECTS
from kg.language.tree import partitive


class ToldPeople:
    """The named people of one document and the nouns told of them."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.doc: Doc = words.doc
        self._told: dict[str, list[tuple[Token, frozenset[str]]]] | None = None

    def bearer(self, noun: Token, modifiers: frozenset[str], since: int) -> Token | None:
        """The head of the last name before a noun of which the noun is told, if it is told of nobody else.

        ``modifiers`` are the words before the noun, all of which must be told too; names before token ``since`` are too
        far back.
        """
        told = self._index().get(noun.lemma_.lower(), ())
        fitting = [name for name, more in told if since <= name.i < noun.i and modifiers <= more]
        return fitting[-1] if len({name.lower_ for name in fitting}) == 1 else None

    def tells(self, noun: Token, name: Token) -> bool:
        """Whether the text tells a noun of a name anywhere: "a *judge*", "Judge **Ana Ruiz**"."""
        return any(told.lower_ == name.lower_ for told, _ in self._index().get(noun.lemma_.lower(), ()))

    def _index(self) -> dict[str, list[tuple[Token, frozenset[str]]]]:
        if self._told is None:
            self._told = {}
            for name in (t for t in self.doc if self._is_name(t)):
                for noun in (*told_of(name), *self._titles_inside(name)):
                    more = frozenset(c.lemma_.lower() for c in noun.children if c.dep_ in MODIFIERS) | _titles(name)
                    self._told.setdefault(noun.lemma_.lower(), []).append((name, more - {noun.lemma_.lower()}))
        return self._told

    def _titles_inside(self, name: Token) -> Iterator[Token]:
        """Titles that the model takes for a part of a name: "*Archbishop* Oscar Romero"."""
        titles = self.words.ontology.nouns.titles.keys() | self.words.ontology.nouns.roles.keys()
        yield from (
            c for c in name.children if c.dep_ in MODIFIERS and c.i < name.i and c.ent_type_ and c.lower_ in titles
        )

    def _is_name(self, token: Token) -> bool:
        return (
            token.pos_ == "PROPN"
            and token.ent_type_ in {"PERSON", ""}
            and token.dep_ not in MODIFIERS
            and not self.words.is_toponym(token)
        )


def told_of(name: Token) -> Iterator[Token]:
    """Nouns that are told of somebody: titles, appositions, what he is or was."""
    yield from (c for c in name.children if c.dep_ in MODIFIERS and c.i < name.i and not c.ent_type_)
    yield from (c for c in name.children if c.dep_ == "appos" and c.pos_ == "NOUN")
    parts = (partitive(c) for c in name.children if c.dep_ == "appos" and c.lower_ == "one")
    yield from (whole for whole in parts if whole is not None)  # "Ana Ruiz, one of the best *judges*"
    if name.dep_ == "appos" and name.head.pos_ == "NOUN":
        yield name.head
    if name.dep_ in SUBJECTS and name.head.lemma_ == "be":
        yield from (c for c in name.head.children if c.dep_ == "attr" and c.pos_ == "NOUN")


def _titles(name: Token) -> frozenset[str]:
    return frozenset(c.lemma_.lower() for c in name.children if c.dep_ in MODIFIERS and c.i < name.i)
