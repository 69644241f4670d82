"""What the words of one document stand for: names, toponyms, common nouns by class."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc, Token

from kg.extraction.exploding import burning, exploding, holds_bomb, is_laden
from kg.extraction.numbers import is_year
from kg.extraction.terms import clad, measured, singular
from kg.language.grammar import MODIFIERS
from kg.language.names import Name, by_token
from kg.language.tree import partitive
from kg.ontology import Entry, Ontology, Role
from kg.ontology.groupings import ARMED, KIND_CLASSES

ANYTHING = frozenset({"any"})
ENTITY_CLASSES: Mapping[str, frozenset[str]] = {
    "PERSON": frozenset({"actor", "person"}),
    "ORG": frozenset({"actor", "organisation"}),
    "NORP": frozenset({"actor"}),
    "GPE": frozenset({"place", "area"}),
    "LOC": frozenset({"place", "area"}),
    "FAC": frozenset({"place", "facility"}),
}
#: what a word is by itself and not at the end of an armed group's name
NAMED_ONLY = frozenset({"state", "government"})
#: what is called by a people and is none of its land
SEAS = frozenset({"ocean", "sea", "gulf", "desert", "strait", "channel"})
#: what a word for an amount is by itself and not as an amount: "a *wave* of bombings"
UNLIKE = frozenset({"disaster"})
#: what carries explosives to where they go off
CARRIERS = frozenset({"vehicle", "ship", "animal"})
REFLEXIVE = ("self", "selves")
#: how words for one of a people end: "the *American*", "an *Iraqi*"; "the British" and "the Chinese" are all of them
ONE_OF_A_PEOPLE = ("an", "i", "iot", "lander")
PERSONAL = frozenset(
    (
        "he she him her they them we us i me you who whom himself herself themselves someone somebody "
        "everyone anyone one ones those"
    ).split()
)


class Words:
    """Look-ups over one parsed document; built once, read by every construction."""

    def __init__(
        self, doc: Doc, ontology: Ontology, names: Iterable[Name], toponyms: Iterable[tuple[int, int]] = ()
    ) -> None:
        self.doc = doc
        self.ontology = ontology
        starts = {token.idx: token.i for token in doc}
        self.names: Mapping[int, Name] = by_token(names, starts)
        self.toponyms: Mapping[int, tuple[int, int]] = {
            starts[at]: span for span in toponyms for at in range(*span) if at in starts
        }
        self.names = {i: name for i, name in self.names.items() if not self._is_in_place(i, name)}
        self._classes: dict[int, frozenset[str]] = {}
        self._lemmas: dict[int, tuple[str, ...]] = {}
        self._met: dict[int, frozenset[str]] = {}
        self._places: dict[str, list[int]] = {}
        self._beside: dict[int, frozenset[str]] = {}

    def _is_in_place(self, token: int, name: Name) -> bool:
        """Whether a people's name is only the first part of a sea's or desert's: "the *Indian* Ocean"."""
        start, end = self.toponyms.get(token, (name.start, name.end))
        sea = self.doc[token + 1 : token + 2].text.lower() in SEAS
        return sea and name.form == "adjective" and start <= name.start and name.end < end

    def alike(self, token: Token) -> list[Token]:
        """All tokens of the same letters, in text order, the token itself among them."""
        if not self._places:
            for other in self.doc:
                self._places.setdefault(other.lower_, []).append(other.i)
        return [self.doc[i] for i in self._places[token.lower_]]

    def beside(self, token: Token) -> frozenset[str]:
        """The words and lemmas of the sentence of a token, in lower case."""
        if not self._beside:
            for sentence in self.doc.sents:
                forms = frozenset(form for word in sentence for form in (word.lower_, word.lemma_.lower()))
                self._beside |= dict.fromkeys(range(sentence.start, sentence.end), forms)
        return self._beside[token.i]

    def name(self, token: Token) -> Name | None:
        """The ontology name a token is part of."""
        return self.names.get(token.i)

    def entry(self, token: Token) -> Entry | None:
        """The entry a token names without doubt."""
        name = self.names.get(token.i)
        sure = name is not None and len(name.ids) == 1 and name.form != "ambiguous"
        return self.ontology.entries[name.ids[0]] if name is not None and sure else None

    def is_toponym(self, token: Token) -> bool:
        """Whether a token is part of a place name."""
        return token.i in self.toponyms

    def tells_violence(self, token: Token) -> bool:
        """Whether a noun tells violence: who is condemned for it is its agent, not those it was done to."""
        found = self.ontology.triggers.get(("noun", token.lemma_.lower()), ())
        plain = [trigger for trigger in found if len(trigger.words) == 1]
        return any(self.ontology.actions[trigger.action].plover == "ASSAULT" for trigger in plain)

    def does_violence(self, token: Token) -> bool:
        """Whether a verb tells violence, of whatever kind: "*stormed* a post"."""
        found = self.ontology.triggers.get(("verb", token.lemma_.lower()), ()) if token.pos_ == "VERB" else ()
        return any(self.ontology.actions[trigger.action].plover == "ASSAULT" for trigger in found)

    def lemmas(self, token: Token) -> tuple[str, ...]:
        """The lemma of a noun and those with the words before it, longest first ("car bomb", "bomb")."""
        if token.i not in self._lemmas:
            self._lemmas[token.i] = self._find_lemmas(token)
        return self._lemmas[token.i]

    def _find_lemmas(self, token: Token) -> tuple[str, ...]:
        lemma = token.lemma_.lower()
        single = singular(token) if token.tag_ in {"NNP", "NNPS"} else lemma
        nouns = self.ontology.nouns
        if single == lemma and single.removesuffix("s") in nouns.instruments:
            single = single.removesuffix("s")  # "Katyushas", taken for somebody's name
        known = single in nouns.classes and token.dep_ != "compound"  # "the Markets area" is a name
        if known or single in nouns.roles or single in nouns.instruments:
            lemma = single
        out = [lemma] if lemma == token.lower_ else [lemma, token.lower_]
        before = ""
        for i in range(token.i - 1, self._first_before(token) - 1, -1):
            before = f"{self.doc[i].lower_} {before}".strip()
            one = f"{before} {single}"  # "Super *Tucanos*", taken for a name
            out.insert(0, one if one in nouns.instruments else f"{before} {lemma}".replace(" - ", "-"))
        return (*clad(token, self.ontology), *out)

    def _first_before(self, token: Token) -> int:
        """The index of the first word that can belong to one term with a noun."""
        first = token.i
        while first > max(0, token.i - self.ontology.nouns.longest + 1):
            word = self.doc[first - 1]
            if word.is_space or (word.is_punct and word.text != "-"):
                break
            first -= 1
        return first

    def classes(self, token: Token) -> frozenset[str]:
        """All classes of the thing a noun phrase with this head stands for."""
        if token.i not in self._classes:
            self._classes[token.i] = self._find_classes(token)
        return self._classes[token.i]

    def _find_classes(self, token: Token) -> frozenset[str]:
        out = set(ANYTHING)
        name = self.names.get(token.i)
        if name and name.form == "demonym" and _is_people(token):
            out |= KIND_CLASSES["Civilians"]
        elif name and name.form != "adjective":
            for entry in name.ids:
                out |= KIND_CLASSES.get(self.ontology.entries[entry].kind, frozenset({"actor", "organisation"}))
        if self.is_toponym(token):
            out |= {"place", "area"}
        common = self.common(token)
        out |= common - (NAMED_ONLY if "rebel" in out else frozenset())  # "the Islamic *State*"
        if not common and not name and not self.is_toponym(token):
            out |= ENTITY_CLASSES.get(token.ent_type_, frozenset())
            if token.ent_type_ == "NORP" and token.tag_ == "NNPS":
                out |= KIND_CLASSES["Civilians"]  # "rounded up *Tigrayans*"
        whole = partitive(token) or measured(token)
        if whole is not None:
            out = (out - UNLIKE) | self.classes(whole)
        if out & CARRIERS and is_laden(token, self.common):
            out.add("vehicle-bomb")
        if token.lower_ in {"men", "women"}:  # "*JNIM* **men** took the camp"
            before = (self.entry(c) for c in token.children if c.dep_ in MODIFIERS and c.i < token.i)
            out |= {k for entry in before if entry and entry.kind in ARMED for k in KIND_CLASSES[entry.kind]}
        explosive = self.explosive(token) or burning(token, self.common)
        if explosive is not None:
            out |= self.classes(explosive)
        elif token.lower_ in PERSONAL and name is None:  # "US" is not "us"
            out |= {"actor", "person"}
        if token.pos_ == "NUM" and token.dep_ not in {"nummod", "npadvmod", "compound"} and not is_year(token):
            out |= {"money"} if any(c.is_currency for c in token.children) else {"person"}
        return frozenset(out)

    def common(self, token: Token) -> frozenset[str]:
        """Classes of a common noun by the vocabulary, the longest entry that fits."""
        named = token.tag_ == "VBN" and any(c.dep_ == "det" for c in token.children)  # "the *accused* was caught"
        if (token.pos_ in {"VERB", "ADP", "ADV"} and not named) or (
            token.pos_ == "PRON" and not token.lower_.endswith(REFLEXIVE)
        ):
            return frozenset()
        for lemma in self.lemmas(token):
            if found := self.ontology.nouns.classes.get(lemma):
                return frozenset() if "person" in found and _is_surname(token) else found
        return frozenset()

    def role(self, token: Token) -> Role | None:
        """The role a common noun names ("soldier", "security force")."""
        nouns = self.ontology.nouns
        if _is_surname(token):
            return None
        others = (x for x in self.lemmas(token) if x in nouns.roles or x in nouns.instruments or self._is_vehicle(x))
        return nouns.roles.get(next(others, ""))  # a "shadow *fleet*" is no navy, a "B-2 *bomber*" no rebel

    def instrument(self, token: Token) -> str | None:
        """The kind of instrument a noun names."""
        explosive = self.explosive(token)
        if explosive is not None:
            return self.instrument(explosive)
        if holds_bomb(token):
            return "bomb"
        if token.pos_ not in {"NOUN", "PROPN", "X", "ADJ"} and not token.text[-1:].isdigit():  # "Su-25"
            return None
        nouns = self.ontology.nouns
        term = next((x for x in self.lemmas(token) if x in nouns.instruments or self._is_vehicle(x)), "")
        return nouns.instruments.get(term)  # "bulk *carrier*" is a ship of no navy

    def _is_vehicle(self, term: str) -> bool:
        return "vehicle" in self.ontology.nouns.classes.get(term, ())

    def explosive(self, token: Token) -> Token | None:
        """The bomb, vehicle or weapon in the air that a word without a noun stands for: "two *bombs* ... **they** went off"."""
        return exploding(token, self.common)

    def first_of_instrument(self, token: Token) -> int:
        """The index of the first word of the longest instrument term that ends here ("car bomb")."""
        lemmas = self.lemmas(token)
        before = token.i - self._first_before(token)  # the longest terms come first, each shorter by one token
        for place, term in enumerate(lemmas):
            if term in self.ontology.nouns.instruments:
                return token.i - max(before - place, 0)
        return token.i

    def fits(self, token: Token, wanted: frozenset[str]) -> bool:
        """Whether a noun meets one of the conditions: a lemma, or "@" and a class."""
        if token.i not in self._met:
            self._met[token.i] = self._find_met(token)
        return not wanted.isdisjoint(self._met[token.i])

    def _find_met(self, token: Token) -> frozenset[str]:
        """All conditions that a noun meets, by itself and by what it stands for or bears."""
        classes, lemmas = self.classes(token), self.lemmas(token)
        several = partitive(token) if token.pos_ == "NUM" or token.lower_ == "one" else None
        of = self.explosive(token) or several  # "one of the *parcels* burst", "a *charge*; **it** went off"
        lemmas += self.lemmas(of) if of is not None else ()
        for office in _offices(token):
            classes, lemmas = classes | self.common(office), lemmas + self.lemmas(office)
        return frozenset((*lemmas, *(f"@{each}" for each in classes)))

    def can_act(self, token: Token) -> bool:
        """Whether a noun phrase with this head can be somebody who acts."""
        classes = self.classes(token)
        return bool(classes & {"actor", "person", "state", "armed", "organisation"})


def _offices(name: Token) -> list[Token]:
    """The offices told with a person's name, before it or behind: "Czech **President** Jan Venn", "Venn, the **envoy**"."""
    if name.ent_type_ != "PERSON" or name.pos_ != "PROPN":
        return []
    before = [c for c in name.children if c.dep_ in {"compound", "nmod"} and c.i < name.i]
    behind = [c for c in name.children if c.dep_ == "appos" and c.pos_ == "NOUN" and c.i > name.i]
    return [c for c in before if c.ent_type_ != "PERSON" or c.i == name.left_edge.i] + behind


def _is_surname(token: Token) -> bool:
    """Whether a word is the last one of somebody's name, which tells no trade: "*James* **Baker**"."""
    before = token.doc[token.i - 1] if token.i else token
    named = token.pos_ == "PROPN" and token.ent_type_ == "PERSON" and token.ent_iob_ == "I"
    return named and before.ent_type_ == "PERSON" and before.dep_ == "compound" and token.text[1:].islower()


def _is_people(token: Token) -> bool:
    """Whether a demonym stands for some people of a nation and not for the nation: "young Algerians", not "the Russians"."""
    one = token.tag_ in {"NN", "NNP"} and token.lower_.endswith(ONE_OF_A_PEOPLE)
    several = token.tag_ in {"NNS", "NNPS"} and not any(c.dep_ == "det" and c.lower_ == "the" for c in token.children)
    return several or (one and any(c.dep_ == "det" for c in token.children))
