"""Words of violence that tell none: sport, accidents and disasters, animals, invented stories, figures of speech.

Each sign has a reason that a person can read: the thing done to cannot be hurt ("attacked the problem"), the cause is no
one's act ("killed in a car crash", "bitten by a dog"), the sentence is about a game ("struck late in the second half") or
tells what somebody made up ("a film about a soldier who kills").
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.habits import habit
from kg.extraction.mishaps import at_works, exercise, mishap, told_accident
from kg.extraction.only_talked import only_talked
from kg.extraction.private import DEALINGS, PRIVATE_TOO, private
from kg.extraction.qualifiers import ADDRESSED
from kg.extraction.sports import sport_word, sport_words
from kg.extraction.triggers import Match
from kg.extraction.words import Words
from kg.language.clauses import surface_subjects
from kg.language.grammar import OBJECTS
from kg.language.tree import child, partitive, prepositional
from kg.ontology.groupings import WEAPONS

INTANGIBLE = frozenset({"abstract", "document", "measure", "proposal", "public-good", "relation", "meeting"})
HARMED = frozenset({"Killing", "Wounding", "Displacement", "Arson", "PropertyDestruction", "Bombing"})
#: permissions; in a clause of purpose they are none
LEAVE = frozenset({"EaseRestrictions", "GrantAccess"})
#: what is new is shown, and where it is shown
NEW = frozenset("new latest next-generation first advanced newest".split())
FAIRS = frozenset("fair exhibition expo show arm conference ceremony event summit airshow".split())
SANCTIONS = frozenset({"sanction", "tariff", "embargo"})
CAUSING = frozenset({"cause", "link", "attribute", "blame"})
#: prepositions of what an act is aimed at, words for what people are told, verbs of the stage
AIMED = ("against", "on", "upon", "at")
TOLD = frozenset(
    "question request message email e-mail call letter complaint query tweet advert advertisement discount offer joke "
    "statement lawsuit performance song album dish goal".split()
)
#: different words of sport from which a whole text reports a match
MATCH_REPORT, GAMES = 4, "the whole text"
#: what match reports say of players, and no one means who tells that people were killed or kidnapped
PLAYED = frozenset(
    "Attack Shooting ArmedClash Offensive Siege Raid Repel Beating Fight Violence Shelling Airstrike".split()
)
#: members of a team that are soldiers and police elsewhere
TEAM = frozenset({"captain", "skipper", "guard", "defender", "marshal", "ranger"})
PLAYING = frozenset({"play", "portray", "star", "depict", "follow", "tell", "imagine"})
CAUSES = frozenset({"in", "by", "from", "after", "during", "of", "when", "as", "because"})


def refusal(draft: Draft, found: Match, words: Words) -> str:
    """Why words of violence tell none here; empty if nothing speaks against it."""
    head = words.doc[draft.head]
    contexts = words.ontology.qualifiers["contexts"]
    if words.ontology.actions[draft.action].plover == "REQUEST" and not draft.agents and _notice(head):
        return "it is a notice to the public"
    if draft.action in LEAVE and _purpose(head):
        return "it only says what another act is for"
    if (story := _story(head, words)) and not _is_known(draft, words):
        return f'"{story}" tells what somebody made up'
    if words.ontology.is_a(draft.action, "Protest") and not draft.targets:
        feast = next((t.text for t in head.sent if t.lemma_.lower() in contexts["festive"]), "")
        return f'"{feast}" is a feast, nobody\'s demand' if feast else ""
    if often := habit(head, draft, words):
        return f'"{often}" tells what is done again and again'
    kind = words.ontology.actions[draft.action].plover
    if talked := only_talked(draft, kind, words):
        return talked
    if kind in {"ASSAULT", "COERCE"} and (beast := _beast(draft, found, words)):
        return f'"{beast}" is nobody who fights'
    if kind != "ASSAULT" and not words.ontology.is_a(draft.action, "Violence"):
        return private(draft, words) if kind in DEALINGS or draft.action in PRIVATE_TOO else ""
    if _presents(head, draft, found, words):
        return "it presents a thing"
    if _sanctioned(head):
        return "it is what a sanction aims at"
    if _hits_nothing(draft, found, words):
        return "what it is done to is nothing that can be hit"
    if draft.action in HARMED and (cause := _natural_cause(head, draft, found, words)):
        return f'"{cause}" is an accident or a disaster, nobody\'s act'
    if draft.action in HARMED and (works := at_works(head, draft, words)):
        return f'"{works}" is where things explode, and no attack is told'
    if draft.action in HARMED and (accident := told_accident(head, draft, words)):
        return f'"{accident}" tells of an accident, and no attack is told'
    if draft.action in HARMED | {"Attack"} and (cause := mishap(head, draft, words)):
        return f'"{cause}" tells of an accident, and no attack is told'
    if played := exercise(head, draft, words):
        return f'"{played}" tells what is only played'
    if game := _game(head, draft, found, words):
        return f'"{game}" tells of a game'
    return ""


def _purpose(verb: Token) -> bool:
    """*resigned* **to allow** *an election*."""
    return verb.dep_ == "advcl" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _notice(verb: Token) -> bool:
    """*Anyone with information* **is asked** to call."""
    asked = [c for c in verb.children if c.dep_ in {"nsubjpass", "dobj", "nsubj"}]
    return any(t.lemma_.lower() in ADDRESSED for t in asked)


def _presents(verb: Token, draft: Draft, found: Match, words: Words) -> bool:
    """*The firm* **launched** *a new drone* at an arms fair: nobody and nothing is hit."""
    if verb.lemma_.lower() != "launch" or any(words.doc[i].lemma_.lower() not in FAIRS for i in draft.targets):
        return False
    makers = [entry for i in draft.agents if (entry := words.entry(words.doc[i])) is not None]
    told = [t for thing in found.slots.get("object", ()) for t in thing.children]
    return any(t.lower_ in NEW for t in told) or any(entry.kind == "Company" for entry in makers)


def _sanctioned(verb: Token) -> bool:
    """The EU imposed *sanctions* on Russia, **targeting** *its oil*."""
    below = verb.lemma_.lower() == "target" and verb.dep_ in {"advcl", "acl", "relcl", "xcomp"}
    return below and any(t.lemma_.lower() in SANCTIONS for t in verb.head.subtree if t.i < verb.i)


#: with what an act is done that is done to people and things all the same: "were repelled *with heavy losses*"
MANNERS = frozenset(
    "loss casualty death damage injury impunity ferocity precision success brutality determination".split()
)


def _hits_nothing(draft: Draft, found: Match, words: Words) -> bool:
    """Whether a verb has an object, and every object is a thing of the mind."""
    objects = found.slots.get("object", []) if found.trigger.pos == "verb" and len(found.words) == 1 else []
    if not objects:
        objects = [t for name in AIMED for t in found.slots.get(name, [])]
        objects = [] if any(words.instrument(t) for t in found.slots.get("with", [])) else objects
        nothing = all(words.common(t) and words.common(t) <= INTANGIBLE and not words.can_act(t) for t in objects)
        return bool(objects) and not draft.targets and nothing
    told = [t for t in found.slots.get("with", []) if found.trigger.pos == "verb" and t.lemma_.lower() not in MANNERS]
    if told and all(words.common(t) & INTANGIBLE or t.lemma_.lower() in TOLD for t in told):
        return True  # "bombarded the bank *with questions*"
    return (
        bool(objects)
        and not draft.targets
        and all(words.common(t) & INTANGIBLE and not words.can_act(t) for t in objects)
    )


def _natural_cause(head: Token, draft: Draft, found: Match, words: Words) -> str:
    """The accident or disaster that stands as subject, circumstance or clause beside a harm."""
    wanted = words.ontology.qualifiers["contexts"]["disaster"]
    beside = [t for t in head.children if t.dep_ in {"nsubj", "agent", "compound", "amod"}]
    beside += found.slots.get("subject", []) if found.trigger.pos == "verb" else []
    beside += [t for owner in (head, head.head) for name, t in prepositional(owner) if name in CAUSES]
    beside += [
        t for t in head.children if t.dep_ == "advcl" and t.tag_ != "VBG"
    ]  # "blew up a track, derailing a train"
    causing = [t for t in head.subtree if t.dep_ == "acl" and t.lemma_.lower() in CAUSING]
    beside += [t for c in causing for _, t in prepositional(c)]  # "deaths *caused by* cholera"
    if head.dep_ == "advcl":
        beside += [head.head, *(t for t in head.head.children if t.dep_ == "nsubj")]
    if head.dep_ == "relcl":
        beside.append(head.head)  # "a *crash* in which two were killed"
    doers = [i for i in draft.agents if words.can_act(words.doc[i])]
    if not doers and (mishap := _mishap(head, words)):
        return mishap
    for token in beside:
        for lemma in words.lemmas(token):
            if lemma in wanted and not any(words.instrument(words.doc[i]) for i in draft.instruments):
                return token.text
    return ""


def _mishap(harm: Token, words: Words) -> str:
    """The verb of an accident that a harm follows from: "a bus *plunged* into a ravine, killing 23", with no violence told."""
    wanted = words.ontology.qualifiers["contexts"]["accident"]
    clauses = [t for c in harm.children if c.lower_ in CAUSES for t in c.children if t.dep_ == "pcomp"]
    first = harm.head if harm.dep_ == "conj" else harm
    near = [t for t in (first.head, *first.children) if t.pos_ == "VERB" and "advcl" in {t.dep_, first.dep_}] + clauses
    near += [t for t in first.head.children if t.dep_ == "acl" and t != first and first.dep_ == "acl"]
    verb = next((t for t in near if t != harm and t.lemma_.lower() in wanted and child(t, *OBJECTS) is None), None)
    if verb is None or any(words.instrument(t) in WEAPONS or words.tells_violence(t) for t in harm.sent if t != harm):
        return ""
    return "" if any("armed" in words.classes(t) for t in verb.sent if t.dep_ in {"nsubj", "pobj"}) else verb.text


def _beast(draft: Draft, found: Match, words: Words) -> str:
    """Who does it but fights nobody, or is an animal: "a *shark* attacked", "the *fungus* attacks", "the *choir* conquered"."""
    slots = found.slots
    doers = slots.get("subject", slots.get("by", [])) if found.trigger.pos == "verb" else slots.get("compound", [])
    if found.trigger.pos == "verb" and not doers and draft.head != draft.verb:
        doers = surface_subjects(words.doc[draft.head])
    contexts = words.ontology.qualifiers["contexts"]
    unarmed = contexts["disaster"] if draft.action in HARMED else {*contexts["disaster"], *contexts["stage"]}
    for side in (doers, [words.doc[i] for i in draft.targets]):
        if side and all("animal" in words.common(t) and words.name(t) is None for t in side):
            return side[0].text
    armed = any(words.classes(t) & {"armed", "rebel"} for t in doers)  # "armed *bands*" play no music
    plain = bool(doers) and not armed and not draft.instruments and all(words.name(t) is None for t in doers)
    return doers[0].text if plain and all(_is_any(partitive(t) or t, unarmed, words) for t in doers) else ""


def _story(head: Token, words: Words) -> str:
    """The word for an invented story that a deed stands in, or for who plays in one."""
    contexts = words.ontology.qualifiers["contexts"]
    above_all = (head, *head.ancestors)
    for below, above in zip(above_all, (*above_all[1:], above_all[-1]), strict=True):
        inside = [t for c in below.children if c.lower_ == "in" for t in c.children if t.dep_ == "pobj"]
        if above.pos_ == "NOUN" and below.dep_ in {"relcl", "prep", "acl", "appos"} and below.lower_ != "of":
            inside.append(above)
        if found := next((t for t in inside if _is_any(t, contexts["fiction"], words)), None):
            return found.text
        told = [t for t in above.children if t.dep_ in {"nsubj", "dobj"}] if above.lemma_.lower() in PLAYING else []
        for player in told:
            part = player.dep_ == "dobj" and player.is_ancestor(head) and "person" in words.classes(player)
            if part or _is_any(
                player, {*contexts["playing"], *contexts["fiction"]}, words
            ):  # "plays *a spy* who is captured"
                return player.text
    return ""


def _is_any(token: Token, wanted: Collection[str], words: Words) -> bool:
    return any(lemma in wanted for lemma in words.lemmas(token))


def _is_known(draft: Draft, words: Words) -> bool:
    """Whether a force or group that the ontology knows does it: no made-up one."""
    return any(words.entry(words.doc[i]) is not None for i in draft.agents)


def _game(head: Token, draft: Draft, found: Match, words: Words) -> str:
    """A word of sport, or of a war that firms or words fight, in the sentence, where no force is named."""
    named = [words.doc[i] for i in (*draft.agents, *draft.targets)]
    tools = {words.doc[i] for i in draft.instruments} - {*found.words, *found.fixed}
    report = draft.action in PLAYED and sport_words(words) >= MATCH_REPORT
    armed = [t for t in named if "armed" in words.classes(t) and not (report and t.lemma_.lower() in TEAM)]
    roles = [t for t in named if words.role(t) and not report and not sport_word([t], words)]
    rivalry = words.ontology.qualifiers["contexts"]["rivalry"]
    rivals = next((t.text for t in head.sent if _is_any(t, rivalry, words)), "")
    if armed or ((roles or tools) and not rivals):
        return ""
    return GAMES if report else rivals or sport_word(head.sent, words)
