"""Terms that a noun makes with what stands beside it: "*men in khaki*", "200 kg of *explosives*", "Policemen"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.ontology import Ontology

MEASURES = frozenset(
    (
        "kg kilo kilogram kilogramme gram g tonne ton pound litre liter box bag sack batch quantity amount "
        "canister cylinder vial truckload boatload busload cache stockpile consignment shipment haul tranche stock store load "
        "lorryload planeload stash hoard pile heap stack crate carton barrel drum cargo supply collection trove arsenal "
        "assortment km kilometre kilometer mile"
    ).split()
)


def clad(token: Token, ontology: Ontology) -> tuple[str, ...]:
    """Who people are by what they wear, told behind the word: "*men in khaki*", "an *officer in plain clothes*"."""
    worn = [t.lower_ for t in token.doc[token.i + 1 : token.i + 4]]
    terms = (f"{token.lemma_.lower()} {' '.join(worn[:n])}" for n in (3, 2))
    return tuple(term for term in terms if worn[:1] == ["in"] and term in ontology.nouns.roles)


def measured(token: Token) -> Token | None:
    """What an amount is of: "200 kg of *explosives*"."""
    if token.lemma_.lower() not in MEASURES:
        return None
    of = (c for c in token.children if c.dep_ == "prep" and c.lower_ == "of")
    return next((p for c in of for p in c.children if p.dep_ == "pobj"), None)


def singular(token: Token) -> str:
    """The singular of a common noun that the model takes for a name: "Policemen", "Jawans"; else the word."""
    word: str = token.lemma_.lower()
    if word.endswith("men"):
        return f"{word[:-3]}man"
    if word.endswith("ies") and token.ent_type_ != "PERSON":
        return f"{word[:-3]}y"
    plural = token.ent_type_ != "PERSON" and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural else word
