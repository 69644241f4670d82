"""What pronouns and bare nouns stand for: "he", "they", "the outpost", "the group".

Conservative by design: an antecedent must agree in number and kind, the nearest fitting mention wins, a subject before
an object of the same sentence.  Nothing fits: nothing is linked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Doc, Token

from kg.extraction.words import REFLEXIVE, Words
from kg.language.grammar import SUBJECTS
from kg.language.tree import announcers
from kg.linking.antecedent_signs import (
    TELLING,
    bearer,
    described_name,
    doer_of_reflexive,
    is_elliptic,
    is_killed,
    is_named_otherwise,
    is_told_dying,
    is_told_of,
    modifiers,
    tells_before,
)
from kg.linking.full_names import full_name
from kg.linking.genders import FEMALE, MALE, is_of
from kg.linking.identified import identified
from kg.linking.mentions import STRONGHOLDS, Mentions
from kg.linking.noun_kinds import fitting
from kg.linking.pronoun_sides import by_sides, is_opposed
from kg.linking.speaking import Speaking, is_teller
from kg.linking.suffering_pronouns import acted_on, doers, does_not, is_freed, is_harmed, sufferer
from kg.linking.told_people import ToldPeople
from kg.ontology.groupings import FORCEFUL, IRREGULAR
from kg.ontology.word_classes import word_class

#: kinds of bodies that nothing is done to as people suffer it
BODILESS = frozenset({"NGO", "Media", "InternationalOrganisation", "Court", "Company", "Government"})
HE = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
MALE_PRONOUNS = frozenset({"he", "him", "his", "himself"})
THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
IT = frozenset(["it", "its", "itself"])
RELATIVE = frozenset(["who", "whom", "which"])
#: verbs whose subject may be the "he" of the next sentence's "he said"
QUOTING = word_class("quoting")
#: verbs of what somebody says of himself
CLAIMING = word_class("claiming")
ATTACKING = word_class("attackers")
#: what is left of the dead, who do nothing more
REMAINS = frozenset({"corpses", "bodies", "cadavers", "remains", "skeletons"})
BODY = frozenset({"body", "corpse", "skeleton", "head"})
#: words of people by which only living beings are told
LIVING = frozenset({"person", "civilian", "armed", "rebel", "captive", "police", "rioter", "leader", "kin"})


class Antecedents:
    """Antecedents in one document."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.titles = words.ontology.nouns.titles.keys() | words.ontology.nouns.roles.keys()
        self.doc: Doc = words.doc
        self.mentions = Mentions(words)
        self._known: dict[int, Token | None] = {}
        self._people = ToldPeople(words)
        self._speaking = Speaking(words)
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

    def tells(self, noun: Token, name: Token) -> bool:
        """Whether the text tells a noun of a name anywhere."""
        return self._people.tells(noun, name)

    def _antecedent(self, head: Token) -> Token | None:
        word = head.lower_
        if names := self.named(head):
            return names[0] if len(names) == 1 else None
        if word.endswith(REFLEXIVE) and (doer := doer_of_reflexive(head)) is not None:
            return self.of(doer) or doer
        if is_freed(head) and (held := self.mentions.nearest(head, self.mentions.is_held, "pronoun")) is not None:
            return bearer(self.of(held) or held)
        if (side := self._side(head)) is not None:
            return side
        if word in HE:
            other = FEMALE if word in MALE_PRONOUNS else MALE
            one = self._speaker(head) or self._acted_on(head, other)
            forceful = self._speaking.attacks(head) or self._speaking.is_attacked(head)
            dying = is_told_dying(head)  # "a man shot the mayor; **he** died"
            one = one or self.mentions.nearest(
                head,
                lambda t: (
                    self.mentions.is_person(t)
                    and not is_of(t, other)
                    and not (forceful and is_teller(t))
                    and not (dying and self.mentions.is_assailant(t))
                    and t.lower_ not in BODY
                ),
                "pronoun",
            )
            return bearer(one) if one is not None else None
        if word in THEY:
            before = [t for t in head.sent if t.i < head.i and t.lower_ == "they" and t.dep_ in SUBJECTS]
            if (
                before
                and head.dep_ in SUBJECTS
                and not self._speaking.is_quoted(head)
                and (same := self.of(before[-1]))
            ):
                return same  # "they shot a man whom *they* accused"
            same_people = sufferer(head) or acted_on(head, self.words)
            if same_people is not None and self.mentions.is_plural(same_people):
                return self.of(same_people) or same_people
            return self._announcer(head, self.mentions.is_plural) or self._several(head)
        if word in IT:
            return self._announcer(head, self.mentions.is_thing) or self.mentions.nearest(
                head, self.mentions.is_thing, "pronoun"
            )
        if word in RELATIVE:
            noun = next((t.head for t in head.ancestors if t.dep_ == "relcl" and t.head.i < head.i), None)
            return None if noun is None else described_name(noun, self.words)
        if is_elliptic(head):
            counted = self.mentions.nearest(head, self.mentions.is_counted_patient, "sentence")
            if counted is not None and counted.sent != head.sent and head.dep_ == "dobj" and head.lower_ != "others":
                counted = None  # "Two soldiers died in Lesk.  In Oru a bomb hit a bakery, *killing* **nine**"
            alone = counted is not None and counted.tag_ == "NN" and not self._is_ranker(counted)
            if head.lower_ == "others" and alone:
                return None  # "killed a police *chief* and wounded seven **others**", who are no chiefs
            number = head.pos_ == "NUM" or head.lower_ == "one"
            hit = (
                number
                and counted is None
                and (self.words.tells_violence(head.head) or self.words.does_violence(head.head))
            )
            return self.mentions.nearest(head, self.mentions.is_attacked, "sentence") if hit else counted
        if head.pos_ == "PROPN":
            return full_name(head, self.words, self.titles)
        if (name := described_name(head, self.words)) != head:
            return name
        return (self._person_of(head) or self._of_noun(head)) if self.mentions.is_bare(head) else None

    def _is_ranker(self, noun: Token) -> bool:
        """Whether somebody is told only to bear arms for a side, as others beside him: "*a rebel* was killed and four hurt"."""
        role = self.words.role(noun)
        kinds = IRREGULAR | {"Military"}
        return role is not None and role.person and role.kind in kinds and "leader" not in self.words.classes(noun)

    # ------------------------------------------------------------ pronouns

    def _side(self, head: Token) -> Token | None:
        """ "took *12 men* to a hill and shot **them**": whom the clause of a pronoun makes it stand for."""
        fits = self.mentions.agreeing(head)
        found = () if fits is None or self._speaking.is_quoted(head) else by_sides(head, self.words)
        told = ((self.of(t), t) for t in found)
        return next(
            (name or t for name, t in told if (name is not None or t.pos_ != "PRON") and fits and fits(name or t)), None
        )

    def _announcer(self, head: Token, fits: Callable[[Token], bool]) -> Token | None:
        """ "*The front* announced that **it** would fight": who speaks of itself."""
        return next(filter(fits, announcers(head, CLAIMING)), None)

    def _speaker(self, head: Token) -> Token | None:
        """ "he said": the last one who spoke."""
        if head.dep_ != "nsubj" or head.head.lemma_ not in QUOTING:
            return None
        for token in reversed(self.doc[: head.i]):
            if token.dep_ == "nsubj" and token.head.lemma_ in TELLING:
                if self.mentions.is_person(token):
                    return token
                if token.lower_ not in HE:
                    return None
        return None

    def _acted_on(self, head: Token, other: frozenset[str]) -> Token | None:
        """ "A soldier shot *a boy* as **he** marched": the one to whom something is done meanwhile."""
        found = acted_on(head, self.words)
        fits = found is not None and self.mentions.is_person(found) and not is_of(found, other)
        return found if fits else None

    def _several(self, head: Token) -> Token | None:
        """ "they": inside a quotation nobody who is quoted, and those who do violence are armed."""
        mentions, speaking = self.mentions, self._speaking
        dead = REMAINS if head.dep_ == "nsubj" else frozenset[str]()  # "17 *corpses* were found; **they** shot old men"
        if not speaking.is_quoted(head):
            acting = doers(head)
            doing = {self.of(t) for t in acting if t.pos_ == "PRON"}  # "the army said *it* had repelled **them**"
            again = {t.lower_ for t in acting} | dead  # "threw stones at police; *police* dispersed **them**"
            living = is_harmed(head)
            others = does_not(head, self.words)

            def fits(t: Token) -> bool:
                entry = self.words.entry(t)
                body = entry is not None and entry.kind in BODILESS  # "told *Amnesty* that soldiers had raped **them**"
                alive = (bool(self.words.classes(t) & LIVING) or t.ent_type_ == "PERSON") and not body
                dead = living and is_killed(t)  # "killed 12 guests before soldiers shot four of **them**"
                fitting = mentions.is_plural(t) and t not in doing and t.lower_ not in again
                fitting = fitting and not (others and self.words.classes(t) & others)
                return fitting and (alive or not living) and not dead and not mentions.is_state_of(t, head)

            here = (t for t in mentions.before(head, "sentence") if t.sent.start == head.sent.start and fits(t))
            if (many := next(filter(mentions.is_many, here), None)) is not None:
                return many
            told = mentions.nearest(head, lambda t: fits(t) and not tells_before(t, head), "pronoun")
            return told or mentions.nearest(head, fits, "pronoun")
        told_of = [t for t in mentions.before(head, "quoted") if t.i not in speaking.speakers and mentions.is_plural(t)]
        told_of = [t for t in told_of if t.lower_ not in dead]
        if speaking.attacks(head):
            armed = [t for t in told_of if self.words.classes(t) & FORCEFUL]
            return next((t for t in armed if is_told_of(t)), next(iter(armed), None))
        first = mentions.since(head, "pronoun")
        return next((t for t in told_of if t.i >= first), None)

    # ------------------------------------------------------------ bare nouns

    def _of_noun(self, head: Token) -> Token | None:
        same = self._same_noun(head)
        if head.lemma_.lower() in STRONGHOLDS:  # "the *police* headquarters" is no base named before
            own = modifiers(head)
            return self.mentions.nearest(head, lambda t: self.mentions.is_stronghold(t) and own <= modifiers(t), "noun")
        if same is not None:
            return same
        fits = fitting(head, self.mentions, self.words)
        if fits is not None:
            found = self.mentions.nearest(head, fits, "noun")
            return None if found is not None and is_named_otherwise(head, found, self.words) else found
        assails = head.lemma_.lower() in ATTACKING
        kin = self._named_role(head) or self._same_role(head) or self._named_fighters(head)
        found = self._assailant(head) if assails else kin
        return None if found is not None and is_opposed(head, found) else found

    def _assailant(self, head: Token) -> Token | None:
        """ "the assailants" after "*men on motorbikes* attacked": those who did violence last, but for a state's forces."""
        several = head.tag_ in {"NNS", "NNPS"}
        fits = self.mentions.is_plural if several else self.mentions.is_person
        found = self.mentions.nearest(head, lambda t: fits(t) and self.mentions.is_assailant(t), "pronoun")
        return (self.of(found) or found) if found is not None else None

    def _same_noun(self, head: Token) -> Token | None:
        """ "the outpost" after "an outpost near Lesk": the same noun, described no less."""
        lemma, own = head.lemma_.lower(), modifiers(head)
        same = self.mentions.nearest(
            head, lambda t: t.lemma_.lower() == lemma and t.tag_ == head.tag_ and own <= modifiers(t), "noun"
        )
        return self.of(same) if same is not None and self.mentions.is_bare(same) else same

    def _person_of(self, head: Token) -> Token | None:
        """ "the judge" after "Judge Ana Ruiz" or "Ana Ruiz, a judge,": the one of whom it is told."""
        if head.tag_ != "NN" or not self.words.classes(head) & {"person", "kin"}:
            return None
        return self._people.bearer(head, frozenset(modifiers(head)), self.mentions.since(head, "noun"))

    def _named_role(self, head: Token) -> Token | None:
        """ "the coalition" after "the Saudi-led coalition": the last name of that kind, if the noun names a body of it."""
        role = self.words.role(head)
        if role is None or role.person or role.kind not in {"Coalition", "ArmedGroup", "Militia"} or head.tag_ != "NN":
            return None
        return self.mentions.nearest(head, lambda t: self.mentions.named_as(t, {role.kind}), "noun")

    def _named_fighters(self, head: Token) -> Token | None:
        """ "the militants" after "*Al-Shabaab* attacked a hotel": the group, if no other bore arms there or since."""
        role = self.words.role(head)
        if role is None or role.kind not in IRREGULAR or head.tag_ not in {"NNS", "NNPS"}:
            return None
        found = self.mentions.nearest(head, self.mentions.is_fighting, "pronoun")
        if found is None or not self.mentions.named_as(found, IRREGULAR):
            return None
        others = {t.lower_ for t in found.sent if t.i != head.i and self.mentions.named_as(t, IRREGULAR)}
        return found if len(others) == 1 else None

    def _same_role(self, head: Token) -> Token | None:
        """ "the rebels" after "FMLN rebels": the same role, with somebody's name on it."""
        role = self.words.role(head)
        if role is None or any(c.dep_ == "poss" for c in head.children):
            return None  # "*its* leaders" are not the last ones named

        def fits(token: Token) -> bool:
            other = self.words.role(token)
            if other is None or other.code != role.code or other.person != role.person or token.tag_ != head.tag_:
                return False
            return any(self.words.name(t) for t in token.subtree if t.i < token.i)

        return self.mentions.nearest(head, fits, "noun")
