"""Events that a whole note tells and no word of it: "a radio mast **has gone** up at the school where the new garrison sleeps".

Where no trigger of a short note tells any event, the model of what notes tell (``kg.language.senses``) is asked.  If it is
sure of a type, the verb whose words speak most for it tells an event of that type.  Who acts and who suffers is taken from its
subject and object only if they are of a kind that does or suffers such a thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.drafts import CONDITIONAL, Draft, Refusal
from kg.extraction.slots import verb_slots
from kg.extraction.triggers import Match
from kg.extraction.words import Words
from kg.language.grammar import AUXILIARIES
from kg.language.senses import content, evidence, probabilities
from kg.ontology import Trigger
from kg.ontology.word_classes import word_class

#: the rule of these events
RULE = "sense"
#: probability from which a note tells an event of a type, and of those types that weigh on somebody most
LEAST, LEAST_GRAVE = 0.6, 0.95
GRAVE = frozenset({"Sexual violence", "Chemical weapon", "Excessive force against protestors"})
#: words that say something from which a note says enough to be judged
ENOUGH = 8
#: sentences up to which a text is one note
NOTE = 3
#: the action of each type
ACTIONS = {
    "Armed clash": "ArmedClash",
    "Government regains territory": "TerritoryRecapture",
    "Non-state actor overtakes territory": "TerritoryCapture",
    "Non-violent transfer of territory": "TerritorialTransfer",
    "Attack": "Attack",
    "Abduction/forced disappearance": "Abduction",
    "Sexual violence": "SexualViolence",
    "Suicide bomb": "SuicideBombing",
    "Remote explosive/landmine/IED": "Bombing",
    "Grenade": "GrenadeAttack",
    "Chemical weapon": "ChemicalAttack",
    "Air/drone strike": "Airstrike",
    "Shelling/artillery/missile attack": "Shelling",
    "Peaceful protest": "Protest",
    "Protest with intervention": "CrowdControl",
    "Excessive force against protestors": "ExcessiveForce",
    "Violent demonstration": "Riot",
    "Mob violence": "MobViolence",
    "Looting/property destruction": "PropertyDestruction",
    "Disrupted weapons use": "WeaponsDisruption",
    "Arrests": "Arrest",
    "Agreement": "SignedAgreement",
    "Change to group/activity": "GroupChange",
    "Headquarters or base established": "BaseEstablishment",
}
SAYING = word_class("speech")
#: classes of who can act and of what can suffer
ACTING = frozenset({"actor", "person", "armed", "state", "civilian", "protester", "mob", "rebel", "police"})
SUFFERING = ACTING | {"place", "area", "facility", "vehicle", "infrastructure", "goods", "military-post"}


def told_by_sense(words: Words, drafts: Sequence[Draft], refusals: Sequence[Refusal]) -> Match | None:
    """The verb that tells the event of a short note in which no trigger does, and none was refused for a cause (an accident)."""
    refused = any(not refusal.reason.startswith(CONDITIONAL) for refusal in refusals)
    if drafts or refused or sum(1 for _ in words.doc.sents) > NOTE or len(content(words.doc)) < ENOUGH:
        return None
    shares = probabilities(words.doc)
    label = max(shares, key=lambda name: shares[name])
    if label not in ACTIONS or shares[label] < (LEAST_GRAVE if label in GRAVE else LEAST):
        return None
    verb = _teller(words.doc, label)
    return Match(_trigger(label, verb), (verb,), verb_slots(verb)) if verb is not None else None


def with_fitting(draft: Draft, words: Words) -> Draft:
    """Keep of both sides who can be on them: people and bodies act, and they, places and things of theirs suffer."""
    acting = tuple(i for i in draft.agents if _acts(words.doc[i], words))
    suffering = tuple(i for i in draft.targets if words.classes(words.doc[i]) & SUFFERING)
    return replace(draft, agents=acting, targets=suffering, rule=RULE)


def _acts(token: Token, words: Words) -> bool:
    found = words.classes(token)
    return bool(found & ACTING) and not found & {"place", "weapon"}


def _trigger(label: str, verb: Token) -> Trigger:
    return Trigger(ACTIONS[label], "verb", (verb.lemma_.lower(),), agent=("subject",), target=("object",))


def _teller(note: Doc, label: str) -> Token | None:
    """The verb that, with the words that hang on it, speaks most for a type."""
    spoken = evidence(note, label)
    verbs = [t for t in note if t.pos_ == "VERB" and t.dep_ not in AUXILIARIES and t.lemma_ not in SAYING]
    told = {verb: sum(spoken.get(t.i, 0.0) for t in _own(verb)) for verb in verbs}
    return max(told, key=lambda verb: (told[verb], -verb.i), default=None)


def _own(verb: Token) -> Iterable[Token]:
    """A verb and the words that hang on it and on no other verb."""
    yield verb
    for child in verb.children:
        if child.pos_ != "VERB":
            yield from _own(child)
