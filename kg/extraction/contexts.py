"""Words of violence that tell none: sport, accidents and disasters, figures of speech.

Three signs, each with a reason that a person can read: the thing done to cannot be hurt ("attacked the problem"), the cause
is no one's act ("killed in a car crash"), the sentence is about a game ("struck late in the second half").
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.qualifiers import ADDRESSED
from kg.extraction.triggers import Match
from kg.extraction.words import Words
from kg.language.tree import prepositional

INTANGIBLE = frozenset({"abstract", "document", "measure", "proposal", "public-good", "relation", "meeting"})
HARMED = frozenset({"Killing", "Wounding", "Displacement", "Arson", "PropertyDestruction", "Bombing"})
#: permissions; in a clause of purpose they are none
LEAVE = frozenset({"EaseRestrictions", "GrantAccess"})
#: what is new is shown, and where it is shown
NEW = frozenset("new latest next-generation first advanced newest".split())
FAIRS = frozenset("fair exhibition expo show arm conference ceremony event summit airshow".split())
SANCTIONS = frozenset({"sanction", "tariff", "embargo"})
CAUSING = frozenset({"cause", "link", "attribute", "blame"})
CAUSES = frozenset({"in", "by", "from", "after", "during", "of", "when", "as", "because"})


def refusal(draft: Draft, found: Match, words: Words) -> str:
    """Why words of violence tell none here; empty if nothing speaks against it."""
    head = words.doc[draft.head]
    if words.ontology.actions[draft.action].plover == "REQUEST" and not draft.agents and _notice(head):
        return "it is a notice to the public"
    if draft.action in LEAVE and _purpose(head):
        return "it only says what another act is for"
    if words.ontology.actions[draft.action].plover != "ASSAULT" and not words.ontology.is_a(draft.action, "Violence"):
        return ""
    if _presents(head, draft, found, words):
        return "it presents a thing"
    if _sanctioned(head):
        return "it is what a sanction aims at"
    if _hits_nothing(draft, found, words):
        return "what it is done to is nothing that can be hit"
    if draft.action in HARMED and (cause := _natural_cause(head, draft, words)):
        return f'"{cause}" is an accident or a disaster, nobody\'s act'
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


def _hits_nothing(draft: Draft, found: Match, words: Words) -> bool:
    """Whether a verb has an object, and every object is a thing of the mind."""
    objects = found.slots.get("object", []) if found.trigger.pos == "verb" and len(found.words) == 1 else []
    return (
        bool(objects)
        and not draft.targets
        and all(words.common(t) & INTANGIBLE and not words.can_act(t) for t in objects)
    )


def _natural_cause(head: Token, draft: Draft, words: Words) -> str:
    """The accident or disaster that stands as subject, circumstance or clause beside a harm."""
    wanted = words.ontology.qualifiers["contexts"]["disaster"]
    beside = [t for t in head.children if t.dep_ in {"nsubj", "agent", "compound", "amod"}]
    beside += [t for owner in (head, head.head) for name, t in prepositional(owner) if name in CAUSES]
    beside += [t for t in head.children if t.dep_ == "advcl"]
    causing = [t for t in head.subtree if t.dep_ == "acl" and t.lemma_.lower() in CAUSING]
    beside += [t for c in causing for _, t in prepositional(c)]  # "deaths *caused by* cholera"
    if head.dep_ == "advcl":
        beside += [head.head, *(t for t in head.head.children if t.dep_ == "nsubj")]
    for token in beside:
        for lemma in words.lemmas(token):
            if lemma in wanted and not any(words.instrument(words.doc[i]) for i in draft.instruments):
                return token.text
    return ""


def _game(head: Token, draft: Draft, found: Match, words: Words) -> str:
    """A word of sport in the sentence, where no force is named."""
    named = [words.doc[i] for i in (*draft.agents, *draft.targets)]
    tools = {words.doc[i] for i in draft.instruments} - {*found.words, *found.fixed}
    if any("armed" in words.classes(t) or words.role(t) for t in named) or tools:
        return ""
    wanted = words.ontology.qualifiers["contexts"]["sport"]
    return next((t.text for t in head.sent if t.lemma_.lower() in wanted and t.pos_ in {"NOUN", "PROPN"}), "")
