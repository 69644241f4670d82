"""The phrases of a document that pronouns and bare nouns may stand for: their order of nearness and their kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set

from spacy.tokens import Doc, Token

from kg.extraction.words import Words
from kg.language.grammar import DEFINITE, DONE_TO, SUBJECTS
from kg.language.name_lists import is_aged
from kg.language.tree import first_conjunct
from kg.linking.antecedent_signs import comes_under
from kg.linking.dates.headers import header
from kg.linking.parted import DYING
from kg.linking.suffering_pronouns import doers
from kg.ontology.groupings import ARMED, IRREGULAR
from kg.ontology.word_classes import word_class

#: kinds of those who serve a state, whom "the assailants" are not
STATE = frozenset({"Military", "Police", "Government", "Coalition"})
ARGUMENTS = frozenset("nsubj nsubjpass dobj pobj poss attr appos conj dative ROOT compound agent amod nmod".split())
KNOWN = DEFINITE | {"its", "their", "his"}
STRONGHOLDS = frozenset(
    (
        "base outpost garrison post camp airbase barracks installation facility airfield fort position "
        "headquarters site compound"
    ).split()
)
#: how many sentences back an antecedent may stand
REACH = {"sentence": 1, "pronoun": 2, "quoted": 5, "noun": 12}
#: kinds of those whom a "he" never stands for
BODIES = ARMED | {
    "Country",
    "Government",
    "Organisation",
    "NGO",
    "InternationalOrganisation",
    "PoliticalParty",
    "Company",
}
#: nouns for several people together
PARTIES = frozenset({"pair", "couple", "duo", "trio", "quartet", "crowd", "gang"})
STATES = frozenset({"republic", "nation", "state", "country", "kingdom", "family"})
#: verbs of taking people and keeping them
HOLDING = word_class("holding")


class Mentions:
    """The mentions of one document."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.doc: Doc = words.doc
        sentences = list(self.doc.sents)
        self._starts = [sentence.start for sentence in sentences]
        self._sentence = [n for n, sentence in enumerate(sentences) for _ in range(sentence.start, sentence.end)]
        self._of_sentence: dict[int, list[Token]] = {}
        body = header(self.doc.text).stop  # the agency of "LESK, 3 May (AFP) --" is no "it" of the report
        for token in self.doc:
            if self._is_mention(token) and (token.idx >= body or words.is_toponym(token)):
                self._of_sentence.setdefault(self._sentence[token.i], []).append(token)

    def since(self, head: Token, reach: str) -> int:
        """Return the index of the first token from which an antecedent may stand."""
        return self._starts[max(0, self._sentence[head.i] - REACH[reach])]

    def before(self, head: Token, reach: str) -> Iterator[Token]:
        """Mentions before a token, nearest sentence first, within a sentence subjects first."""
        sentence = self._sentence[head.i]
        for number in range(sentence, max(-1, sentence - REACH[reach] - 1), -1):
            here = [t for t in self._of_sentence.get(number, ()) if t.i < head.i]
            if number == sentence:
                above = set(head.ancestors) - set(_described(head))
                here = [t for t in here if t not in above and t.head.i != head.head.i]
                others = doers(head)
                here = [t for t in here if t not in others]
                yield from sorted(here, key=lambda t: (head.dep_ in SUBJECTS and t.dep_ not in SUBJECTS, -t.i))
            else:
                yield from sorted(
                    here,
                    key=lambda t: (
                        t.dep_ not in SUBJECTS,
                        t.i if t.dep_ in SUBJECTS else -t.i,
                    ),
                )

    def nearest(self, head: Token, fits: Callable[[Token], bool], reach: str) -> Token | None:
        """The first mention before a token that fits; ``reach`` tells how far back it may stand."""
        return next((t for t in self.before(head, reach) if fits(t)), None)

    def _is_mention(self, token: Token) -> bool:
        if token.dep_ not in ARGUMENTS or token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return False
        if token.dep_ in {"compound", "amod", "nmod"}:
            return self.words.is_toponym(token) or self.named_as(token, {"Coalition", "ArmedGroup", "Militia"})
        if self._is_part_of_compound(token) or any(c.lower_ == "no" and c.dep_ == "det" for c in token.children):
            return False  # "*no group* claimed the attack"
        classes = self.words.classes(token)
        return bool(classes - {"any"}) or token.pos_ == "PROPN" or bool(token.ent_type_)

    def _is_part_of_compound(self, token: Token) -> bool:
        """Whether a word is the end of a hyphenated one that is no name ("escalation-of-force")."""
        known = self.words.name(token) is not None or self.words.is_toponym(token) or token.ent_type_
        hyphen = self.doc[token.i - 1] if token.i else token
        return hyphen.text == "-" and not hyphen.whitespace_ and not known

    # ------------------------------------------------------------ kinds

    def is_person(self, token: Token) -> bool:
        """Whether a mention is of one person, who may be "he" or "she"."""
        classes = self.words.classes(token)
        role = self.words.role(token)
        if token.lower_ in PARTIES:
            return False
        return ("person" in classes and token.tag_ in {"NN", "NNP"} and (role is None or role.person)) or (
            token.dep_ != "compound"
            and not self.words.is_toponym(token)
            and (token.ent_type_ == "PERSON" or self._is_somebodys(token))
            and not self.named_as(token, BODIES)
        )

    def _is_somebodys(self, name: Token) -> bool:
        """Whether a name that the model takes for nothing known is told to be a person's elsewhere in the text."""
        if name.pos_ != "PROPN" or self.words.name(name) is not None:
            return False
        return any(
            t.ent_type_ == "PERSON" or (t.pos_ == "PROPN" and is_aged(t))
            for t in self.words.alike(name)
            if t.dep_ != "compound"
        )

    def is_plural(self, token: Token) -> bool:
        """Whether a mention is of several or of a body, who may be "they"."""
        classes = self.words.classes(token)
        if not classes & {"actor", "person", "armed", "organisation", "state", "vehicle"} or self.is_seat(token):
            return False
        role = self.words.role(token)
        name = self.words.name(token)
        if (
            self._is_in_office(token)
            or self._is_media(token)
            or (self.words.is_toponym(token) and token.dep_ not in SUBJECTS)
        ):
            return False
        collective = (role is not None and not role.person) or (name is not None and "person" not in classes)
        plural = token.tag_ in {"NNS", "NNPS"} or (role is not None and self._is_misread_plural(token))
        return plural or collective or any(c.dep_ == "conj" for c in token.children)

    def _is_misread_plural(self, token: Token) -> bool:
        """Whether the model takes the plural of a common noun for a name: "LESK (AP) - *Kidnappers* freed ..."."""
        return token.tag_ == "NNP" and token.lower_ != self.words.lemmas(token)[-2:][0] and token.lower_.endswith("s")

    def _is_in_office(self, token: Token) -> bool:
        """Whether a state is only named in what somebody is: "the attorney general of the *republic*"."""
        of = token.dep_ == "pobj" and token.head.lower_ == "of" and token.lemma_.lower() in STATES
        return of and "person" in self.words.classes(token.head.head)

    def _is_media(self, token: Token) -> bool:
        """Whether a mention is of an agency, a paper or a station, which reports what others do."""
        role = self.words.role(token)
        return self.named_as(token, {"Media"}) or (role is not None and role.kind == "Media" and not role.person)

    def is_many(self, token: Token) -> bool:
        """Whether a mention is of several by its form, or of an armed group by its name: not "the *army*", "*France*"."""
        several = token.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in token.children)
        return several or self.named_as(token, IRREGULAR)

    def is_people(self, token: Token) -> bool:
        """Whether the name of a country is said of people: "two *Palestinians*", "a *Spaniard*"."""
        name = self.words.name(token)
        return name is not None and name.form == "demonym"

    def is_state_of(self, token: Token, pronoun: Token) -> bool:
        """Whether a country cannot be those of whom a part is told: "arrested one of **them**"."""
        part = pronoun.dep_ == "pobj" and pronoun.head.lower_ == "of"
        land = self.words.is_toponym(token) or self.named_as(token, {"Country"})
        return part and land and not self.is_people(token)

    def agreeing(self, pronoun: Token) -> Callable[[Token], bool] | None:
        """What a mention must be for a pronoun to stand for it."""
        kinds = dict.fromkeys(("he", "she", "him", "her", "his"), self.is_person)
        kinds |= dict.fromkeys(("they", "them", "their"), self.is_plural)
        kinds |= dict.fromkeys(("it", "its"), self.is_thing)
        return kinds.get(pronoun.lower_)

    def is_seat(self, token: Token) -> bool:
        """Whether a mention is of a capital, which seldom stands for those who govern there: "in *Lesk*"."""
        name = self.words.name(token)
        return name is not None and name.form == "seat" and token.dep_ not in SUBJECTS

    def is_counted_patient(self, token: Token) -> bool:
        """Whether a mention is of counted people to whom something was done."""
        counted = any(c.dep_ == "nummod" or c.lower_ in {"a", "an", "one"} for c in token.children)
        first = first_conjunct(token)
        dying = first.dep_ == "nsubj" and first.head.lemma_.lower() in DYING
        suffers = first.dep_ in {"nsubjpass", "dobj"} or dying
        people = self.words.classes(token) & {"person", "civilian", "armed"}
        return token.pos_ == "NOUN" and counted and suffers and bool(people)

    def is_attacked(self, token: Token) -> bool:
        """Whether a mention is of armed men whom somebody attacked: "ambushed *a patrol*", "attacks on *the company*"."""
        role = self.words.role(token)
        if role is None or role.kind not in ARMED | {"Coalition"} or not (token.tag_ == "NNS" or not role.person):
            return False
        first = first_conjunct(token)
        struck = first.dep_ in {"dobj", "nsubjpass"} or (first.dep_ == "pobj" and first.head.lower_ in DONE_TO)
        link = first.head if first.dep_ == "pobj" else first
        return (struck and self.words.tells_violence(link.head)) or comes_under(first, self.words)

    def is_assailant(self, token: Token) -> bool:
        """Whether a mention is of those who do violence and serve no state: "*gunmen* shot a judge", "an attack by *rebels*"."""
        role, entry = self.words.role(token), self.words.entry(token)
        kinds = {named.kind for named in (role, entry) if named is not None}
        first = first_conjunct(token)
        doing = first.dep_ == "nsubj" and self.words.does_violence(first.head)
        by = first.dep_ == "pobj" and first.head.lower_ == "by" and first.head.head != first.head
        done = by and (self.words.does_violence(first.head.head) or self.words.tells_violence(first.head.head))
        return (doing or done) and not kinds & STATE

    def is_fighting(self, token: Token) -> bool:
        """Whether a mention is of armed men of no state or a group of them that does something: "*Al-Shabaab* attacked"."""
        role, entry = self.words.role(token), self.words.entry(token)
        armed = IRREGULAR & {named.kind for named in (role, entry) if named is not None}
        first = first_conjunct(token)
        by = first.dep_ == "pobj" and first.head.lower_ == "by"
        denies = first.dep_ == "nsubj" and first.head.lemma_ in {"deny", "condemn", "disown"}
        return bool(armed) and (first.dep_ in SUBJECTS or by) and not denies

    def is_held(self, token: Token) -> bool:
        """Whether a mention is of those whom somebody took or holds: "abducted *two nurses*"."""
        first = first_conjunct(token)
        taken = first.dep_ in {"dobj", "nsubjpass"} and first.head.lemma_.lower() in HOLDING
        people = token.pos_ == "NOUN" and bool(self.words.classes(token) & {"person", "civilian", "armed"})
        return taken and (people or (token.pos_ == "PROPN" and not self.words.is_toponym(token)))

    def is_thing(self, token: Token) -> bool:
        """Whether a mention is of a body, a state or a thing, which may be "it"."""
        classes = self.words.classes(token)
        if (
            self.is_seat(token)
            or "person" in classes
            or (token.tag_ in {"NNS", "NNPS"} and self.words.name(token) is None)
            or self._is_of_members(token)
        ):
            return False
        return bool(classes & {"actor", "state", "organisation", "armed", "vehicle", "facility"})

    def _is_of_members(self, token: Token) -> bool:
        """Whether a group is called by what its members are: "the *Houthis*", not "the Allied Democratic *Forces*"."""
        alone = not any(c.dep_ in {"compound", "amod", "nmod"} for c in token.children)
        several = token.lower_.endswith("s") and any(c.lower_ == "the" for c in token.children)
        return alone and several and self.named_as(token, IRREGULAR)

    def is_bare(self, head: Token) -> bool:
        """A definite common noun with nothing beside it that says which."""
        if head.pos_ != "NOUN" or self.words.name(head) is not None or self.words.is_toponym(head):
            return False
        if not any(c.dep_ in {"det", "poss"} and c.lower_ in KNOWN for c in head.children) or _says_whose(head):
            return False
        return not any(
            self.words.name(t) or self.words.is_toponym(t)
            for child in head.children
            if child.dep_ not in {"appos", "relcl", "acl", "conj", "punct"}
            for t in child.subtree
        )

    def is_stronghold(self, token: Token) -> bool:
        """A facility described with a name, or a place name that stands for one."""
        if token.lemma_.lower() in STRONGHOLDS and not self.is_bare(token):
            return token.tag_ == "NN"
        return self.words.is_toponym(token) and "facility" in self.words.classes(token) | self._place_words(token)

    def _place_words(self, token: Token) -> frozenset[str]:
        """Classes of the nouns that a name stands before anywhere in the text: "the At-Tanf garrison"."""
        same = [t for t in self.words.alike(token) if t.dep_ in {"compound", "nmod", "amod"}]
        return frozenset(c for t in same for c in self.words.classes(t.head))

    def named_as(self, token: Token, kinds: Set[str]) -> bool:
        """Whether a mention names without doubt an entry of one of the kinds."""
        entry = self.words.entry(token)
        return entry is not None and entry.kind in kinds


def _says_whose(head: Token) -> bool:
    """Whether a name behind "of" says which is meant: "the headquarters of the *First Brigade*"."""
    of = (t for c in head.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children if c.i > head.i)
    return any(t.dep_ == "pobj" and t.pos_ == "PROPN" for t in of)


def _described(head: Token) -> Iterator[Token]:
    """The nouns whose relative clauses a pronoun stands in, and may be of: "*Venn*, who was silent since **his** arrest"."""
    return (t.head for t in head.ancestors if t.dep_ == "relcl" and head.dep_ == "poss")
