"""What pronouns and bare nouns stand for: "he", "they", "the outpost", "the group".

Conservative by design: an antecedent must agree in number and kind, the nearest fitting mention wins, a subject before
an object of the same sentence.  Nothing fits: nothing is linked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from spacy.tokens import Doc, Token

from kg.extraction.words import Words
from kg.language.clauses import is_passive, surface_subjects
from kg.language.tree import first_conjunct
from kg.linking.full_names import full_name
from kg.linking.identified import identified
from kg.linking.told_people import ToldPeople

HE = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
IT = frozenset(["it", "its", "itself"])
RELATIVE = frozenset(["who", "whom", "which"])
DEFINITE = frozenset(["the", "this", "that", "these", "those", "its", "their", "his"])
ARGUMENTS = frozenset("nsubj nsubjpass dobj pobj poss attr appos conj dative ROOT compound agent amod nmod".split())
#: verbs whose subject may be the "he" of the next sentence's "he said"
SAYING = frozenset("say add tell note state explain stress".split())
SPEAKING = SAYING | {"praise", "announce", "report"}
GROUPS = frozenset("group organisation organization faction insurgent insurgents".split())
STRONGHOLDS = frozenset(
    (
        "base outpost garrison post camp airbase barracks installation facility airfield fort position "
        "headquarters site compound"
    ).split()
)
AREAS = frozenset(
    (
        "city town village capital area region province district territory island enclave settlement "
        "neighbourhood neighborhood port"
    ).split()
)
VEHICLES = frozenset("vehicle convoy column motorcade truck car".split())
STATES = frozenset(["country", "nation", "state", "government", "regime", "kingdom", "republic"])
#: how many sentences back an antecedent may stand
REACH = {"sentence": 1, "pronoun": 2, "noun": 12}
#: words that count or set apart people named before: "ten people were killed and *20* wounded"
COUNTING = frozenset({"others", "another", "several", "many", "some"})
#: prepositions of those whom an act is done to: "fired at *them*", "arrested five of *them*"
AIMED = frozenset({"of", "at", "on", "upon", "against"})
#: verbs whose subject suffers
DYING = frozenset({"die", "perish"})


class Antecedents:
    """Antecedents in one document."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.titles = words.ontology.nouns.titles.keys() | words.ontology.nouns.roles.keys()
        self.doc: Doc = words.doc
        self._sentence = [0] * len(self.doc)
        for number, sentence in enumerate(self.doc.sents):
            for token in sentence:
                self._sentence[token.i] = number
        self.mentions: dict[int, list[Token]] = {}
        for token in self.doc:
            if self._is_mention(token):
                self.mentions.setdefault(self._sentence[token.i], []).append(token)
        self._known: dict[int, Token | None] = {}
        self._people = ToldPeople(words)
        self._named: Mapping[int, list[Token]] = {}
        self._named = identified(words, self.of)
        self._known.clear()

    def of(self, head: Token) -> Token | None:
        """The head of the phrase that a pronoun or a bare definite noun stands for."""
        if head.i not in self._known:
            self._known[head.i] = self._antecedent(head)
        return self._known[head.i]

    def named(self, head: Token) -> list[Token]:
        """The names of those whom a noun counts or describes, where the text tells them apart: "identified as"."""
        return self._named.get(head.i, [])

    def _antecedent(self, head: Token) -> Token | None:
        word = head.lower_
        if names := self.named(head):
            return names[0] if len(names) == 1 else None
        if word in HE:
            return self._speaker(head) or self._nearest(head, self._is_person, "pronoun")
        if word in THEY:
            return self._nearest(head, self._is_plural, "pronoun")
        if word in IT:
            return self._nearest(head, self._is_thing, "pronoun")
        if word in RELATIVE:
            return next((t.head for t in head.ancestors if t.dep_ == "relcl" and t.head.i < head.i), None)
        if _is_elliptic(head):
            return self._nearest(head, self._is_counted_patient, "sentence")
        if head.pos_ == "PROPN":
            return full_name(head, self.words, self.titles)
        return (self._person_of(head) or self._of_noun(head)) if self._is_bare(head) else None

    def _is_mention(self, token: Token) -> bool:
        if token.dep_ not in ARGUMENTS or token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return False
        if token.dep_ in {"compound", "amod", "nmod"}:
            return self.words.is_toponym(token) or self._named_as(token, {"Coalition", "ArmedGroup", "Militia"})
        if self._is_part_of_compound(token):
            return False
        classes = self.words.classes(token)
        return bool(classes - {"any"}) or token.pos_ == "PROPN" or bool(token.ent_type_)

    def _is_part_of_compound(self, token: Token) -> bool:
        """Whether a word is the end of a hyphenated one that is no name ("escalation-of-force")."""
        known = self.words.name(token) is not None or self.words.is_toponym(token) or token.ent_type_
        return token.i > 0 and self.doc[token.i - 1].text == "-" and not known

    def _before(self, head: Token, reach: str) -> Iterator[Token]:
        """Mentions before a token, nearest sentence first, within a sentence subjects first."""
        sentence = self._sentence[head.i]
        for number in range(sentence, max(-1, sentence - REACH[reach] - 1), -1):
            here = [t for t in self.mentions.get(number, ()) if t.i < head.i]
            if number == sentence:
                here = [t for t in here if not t.is_ancestor(head) and t.head.i != head.head.i]
                doers = _doers(head)
                here = [t for t in here if t not in doers]
                yield from sorted(here, key=lambda t: -t.i)
            else:
                yield from sorted(
                    here,
                    key=lambda t: (
                        t.dep_ not in {"nsubj", "nsubjpass"},
                        t.i if t.dep_ in {"nsubj", "nsubjpass"} else -t.i,
                    ),
                )

    def _nearest(self, head: Token, fits: Callable[[Token], bool], reach: str) -> Token | None:
        return next((t for t in self._before(head, reach) if fits(t)), None)

    # ------------------------------------------------------------ pronouns

    def _is_person(self, token: Token) -> bool:
        classes = self.words.classes(token)
        role = self.words.role(token)
        return ("person" in classes and token.tag_ in {"NN", "NNP"} and (role is None or role.person)) or (
            token.ent_type_ == "PERSON" and token.dep_ != "compound" and not self.words.is_toponym(token)
        )

    def _is_plural(self, token: Token) -> bool:
        classes = self.words.classes(token)
        if not classes & {"actor", "person", "armed", "organisation", "state", "vehicle"} or self._is_seat(token):
            return False
        role = self.words.role(token)
        name = self.words.name(token)
        collective = (role is not None and not role.person) or (name is not None and "person" not in classes)
        return token.tag_ in {"NNS", "NNPS"} or collective or any(c.dep_ == "conj" for c in token.children)

    def _is_seat(self, token: Token) -> bool:
        """Whether a mention is of a capital, which seldom stands for those who govern there: "in *Lesk*"."""
        name = self.words.name(token)
        return name is not None and name.form == "seat" and token.dep_ not in {"nsubj", "nsubjpass"}

    def _is_counted_patient(self, token: Token) -> bool:
        """Whether a mention is of counted people to whom something was done."""
        counted = any(c.dep_ == "nummod" or c.lower_ in {"a", "an", "one"} for c in token.children)
        suffers = first_conjunct(token).dep_ in {"nsubjpass", "dobj"} or (
            first_conjunct(token).dep_ == "nsubj" and first_conjunct(token).head.lemma_.lower() in DYING
        )
        people = self.words.classes(token) & {"person", "civilian", "armed"}
        return token.pos_ == "NOUN" and counted and suffers and bool(people)

    def _is_thing(self, token: Token) -> bool:
        classes = self.words.classes(token)
        if (
            self._is_seat(token)
            or "person" in classes
            or (token.tag_ in {"NNS", "NNPS"} and self.words.name(token) is None)
        ):
            return False
        return bool(classes & {"actor", "state", "organisation", "armed", "vehicle", "facility"})

    def _speaker(self, head: Token) -> Token | None:
        """ "he said": the last one who spoke."""
        if head.dep_ != "nsubj" or head.head.lemma_ not in SAYING:
            return None
        for token in reversed(self.doc[: head.i]):
            if token.dep_ == "nsubj" and token.head.lemma_ in SPEAKING:
                if self._is_person(token):
                    return token
                if token.lower_ not in HE:
                    return None
        return None

    # ------------------------------------------------------------ bare nouns

    def _is_bare(self, head: Token) -> bool:
        """A definite common noun with nothing beside it that says which."""
        if head.pos_ != "NOUN" or self.words.name(head) is not None or self.words.is_toponym(head):
            return False
        if not any(c.dep_ in {"det", "poss"} and c.lower_ in DEFINITE for c in head.children):
            return False
        return not any(
            self.words.name(t) or self.words.is_toponym(t)
            for child in head.children
            if child.dep_ not in {"appos", "relcl", "acl", "conj", "punct"}
            for t in child.subtree
        )

    def _of_noun(self, head: Token) -> Token | None:
        lemma = head.lemma_.lower()
        own = _modifiers(head)
        same = self._nearest(
            head, lambda t: t.lemma_.lower() == lemma and t.tag_ == head.tag_ and own <= _modifiers(t), "noun"
        )
        if same is not None and self._is_bare(same):
            same = self.of(same)
        if lemma in STRONGHOLDS:
            return self._nearest(head, self._is_stronghold, "noun")
        if same is not None:
            return same
        if lemma in GROUPS:
            return self._nearest(
                head,
                lambda t: self._named_as(
                    t, {"ArmedGroup", "Militia", "PoliticalParty", "Organisation", "CriminalGroup"}
                ),
                "noun",
            )
        if lemma in STATES and head.tag_ == "NN":
            return self._nearest(head, lambda t: self._named_as(t, {"Country"}) and not self._is_seat(t), "noun")
        if lemma in AREAS and head.tag_ == "NN":
            return self._nearest(
                head, lambda t: self.words.is_toponym(t) and not self._named_as(t, {"Country"}), "noun"
            )
        if lemma in VEHICLES:
            return self._nearest(head, lambda t: "vehicle" in self.words.classes(t) and not self._is_bare(t), "noun")
        return self._named_role(head) or self._same_role(head)

    def _person_of(self, head: Token) -> Token | None:
        """ "the judge" after "Judge Ana Ruiz" or "Ana Ruiz, a judge,": the one of whom it is told."""
        if head.tag_ != "NN" or not self.words.classes(head) & {"person", "kin"}:
            return None
        first = self._sentence[head.i] - REACH["noun"]
        since = next((t.i for t in self.doc if self._sentence[t.i] >= first), 0)
        return self._people.bearer(head, frozenset(_modifiers(head)), since)

    def _named_role(self, head: Token) -> Token | None:
        """ "the coalition" after "the Saudi-led coalition": the last name of that kind, if the noun names a body of it."""
        role = self.words.role(head)
        if role is None or role.person or role.kind not in {"Coalition", "ArmedGroup", "Militia"} or head.tag_ != "NN":
            return None
        return self._nearest(head, lambda t: self._named_as(t, {role.kind}), "noun")

    def _is_stronghold(self, token: Token) -> bool:
        """A facility described with a name, or a place name that stands for one."""
        if token.lemma_.lower() in STRONGHOLDS and not self._is_bare(token):
            return token.tag_ == "NN"
        return self.words.is_toponym(token) and "facility" in self.words.classes(token) | self._place_words(token)

    def _place_words(self, token: Token) -> frozenset[str]:
        """Classes of the nouns that a name stands before anywhere in the text: "the At-Tanf garrison"."""
        same = [t for t in self.words.alike(token) if t.dep_ in {"compound", "nmod", "amod"}]
        return frozenset(c for t in same for c in self.words.classes(t.head))

    def _named_as(self, token: Token, kinds: set[str]) -> bool:
        entry = self.words.entry(token)
        return entry is not None and entry.kind in kinds

    def _same_role(self, head: Token) -> Token | None:
        """ "the rebels" after "FMLN rebels": the same role, with somebody's name on it."""
        role = self.words.role(head)
        if role is None:
            return None

        def fits(token: Token) -> bool:
            other = self.words.role(token)
            if other is None or other.code != role.code or other.person != role.person or token.tag_ != head.tag_:
                return False
            return any(self.words.name(t) for t in token.subtree if t.i < token.i)

        return self._nearest(head, fits, "noun")


def _doers(head: Token) -> list[Token]:
    """Who does what is done to a pronoun, and so is not meant by it: "*police* took five of **them** away"."""
    link = head.head
    if head.dep_ != "pobj" or link.lower_ not in AIMED:
        return []
    verb = link.head.head if link.lower_ == "of" and link.head.dep_ in {"dobj", "nsubjpass"} else link.head
    return surface_subjects(verb) if verb.pos_ == "VERB" and not is_passive(verb) else []


def _is_elliptic(head: Token) -> bool:
    """Whether a number or a quantity stands alone for people: "and *20* were wounded"."""
    number = head.pos_ == "NUM" and head.tag_ == "CD" and head.ent_type_ not in {"DATE", "TIME", "MONEY", "PERCENT"}
    argument = head.dep_ in {"nsubj", "nsubjpass", "dobj", "conj", "pobj", "appos"}
    return (
        (number or head.lower_ in COUNTING)
        and argument
        and not any(c.dep_ in {"prep", "relcl", "acl", "compound"} and c.i > head.i for c in head.children)
    )


def _modifiers(noun: Token) -> set[str]:
    """The adjectives and nouns before a noun."""
    return {
        c.lemma_.lower() for c in noun.children if c.dep_ in {"amod", "compound", "nmod", "nummod"} and c.i < noun.i
    }
