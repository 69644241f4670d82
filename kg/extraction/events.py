"""All events of a parsed document, and the triggers that gave none."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction import contexts
from kg.extraction.constructions import adjectival, nominal, verbal
from kg.extraction.deeds import deeds
from kg.extraction.drafts import CONDITIONAL, Draft, Refusal
from kg.extraction.dying_of_it import with_killers
from kg.extraction.echoes import RULE, echoes
from kg.extraction.from_senses import told_by_sense, with_fitting
from kg.extraction.gapped import with_gapped
from kg.extraction.no_events import no_event
from kg.extraction.qualifiers import ASSERTED, qualify, suspected
from kg.extraction.sharing import RULES, share
from kg.extraction.signs import Qualifier
from kg.extraction.stances import FRIENDLY, intent, stances
from kg.extraction.triggers import Match, anaphor, match
from kg.extraction.words import Words
from kg.language.grammar import AUXILIARIES
from kg.language.tree import children, is_definite

IMPOSING = frozenset({"approve", "order", "decide"})
READERS = {"verb": verbal, "noun": nominal, "adjective": adjectival}


def events(words: Words) -> tuple[tuple[Draft, ...], tuple[Refusal, ...]]:
    """(events, refusals) of a document in text order."""
    drafts, refusals = _drafts(words)
    told = sorted(with_gapped(share(drafts, words), words), key=lambda draft: draft.head)
    kept = {draft.head for draft in told}
    refusals += [Refusal(d.head, d.action, "it is told with another event") for d in drafts if d.head not in kept]
    told = sorted([*told, *stances(told, words)], key=lambda draft: (draft.head, draft.action))
    told = sorted([*told, *deeds(words, told)], key=lambda draft: (draft.head, draft.action))
    told = sorted([*told, *echoes(words, told)], key=lambda draft: (draft.head, draft.action))
    told = with_killers(told, words.doc, words.ontology)
    again = {draft.head for draft in told if draft.rule == RULE}
    refusals = [refusal for refusal in refusals if refusal.head not in again]
    return tuple(replace(draft, intent=intent(draft, words)) for draft in told), tuple(refusals)


def _drafts(words: Words) -> tuple[list[Draft], list[Refusal]]:
    """(what each trigger of a document drafts by itself, the triggers that tell no event)."""
    drafts: list[Draft] = []
    refusals: list[Refusal] = []
    first, used = _idioms(words)
    for token in words.doc:
        if token.is_space or token.is_punct or token.dep_ in AUXILIARIES or token.i in used:
            continue
        found, reason = first[token.i] if token.i in first else match(token, words)
        if found is None and reason:
            found = anaphor(token, words, {draft.action for draft in drafts})
        if found is None:
            if reason:
                action, _, why = reason.partition(" ")
                refusals.append(Refusal(token.i, action, f"{CONDITIONAL}{action} only if {why}"))
            continue
        read = _draft(token, found, words)
        if found.trigger.action == "Ceasefire" and found.trigger.pos == "noun":
            used |= {word.i for word in found.words}  # "a cessation of *attacks*"
        if isinstance(read, Draft):
            drafts.append(read)
        else:
            refusals.append(read)
    if (told := told_by_sense(words, drafts, refusals)) is not None:
        read = _draft(told.words[0], told, words)
        if isinstance(read, Draft):
            drafts.append(with_fitting(read, words))
    return drafts, refusals


def _draft(token: Token, found: Match, words: Words) -> Draft | Refusal:
    """What a matched trigger drafts, or why it tells no event."""
    refusal = no_event(found, words)
    if refusal:
        return Refusal(token.i, found.trigger.action, refusal)
    draft = _read(found, words)
    why = contexts.refusal(draft, found, words)
    return Refusal(token.i, draft.action, why) if why else draft


def _idioms(words: Words) -> tuple[dict[int, tuple[Match | None, str]], set[int]]:
    """(matches of verbs, by token; the tokens that are nouns of a verb's idiom and signal nothing by themselves)."""
    verbs = (t for t in words.doc if t.pos_ in {"VERB", "AUX"} and t.dep_ not in AUXILIARIES)  # "*be* under arrest"
    found = {verb.i: match(verb, words) for verb in verbs}
    matches = [m for m, _ in found.values() if m is not None and m.trigger.pos == "verb"]
    for m in matches:  # "*began* **firing** rockets"
        inner = m.words[-1] if len(m.words) == 2 and m.words[-1].dep_ == "xcomp" else None
        if inner is not None and inner.tag_ == "VBG" and found.get(inner.i, (None, ""))[0] is not None:
            found[m.words[0].i] = (None, "")
    return found, {w.i for m in matches for w in m.words[1:] if w.pos_ in {"NOUN", "PROPN", "ADJ"} or w.tag_ == "VBN"}


def _of_attempt(token: Token, noun: Token) -> bool:
    """Whether a word is the attempt or plot that a noun describes, or describes it too: "a *failed* bomb **attempt**"."""
    attempt = noun.head if noun.dep_ in {"compound", "nmod", "amod"} and noun.head.i > noun.i else None
    return attempt is not None and token != noun and attempt in (token, token.head)


def _keeps_out(carrier: Token, qualifier: Qualifier) -> bool:
    """Whether somebody is told to have no part in a deed: "was **not** behind it", "**no** unit took part in it"."""
    part = carrier.lemma_ == "take" and any(c.lower_ == "part" for c in carrier.children)
    behind = carrier.lemma_ == "be" and any(c.lower_ == "behind" for c in carrier.children)
    if not (part or behind or carrier.lemma_ in {"participate", "join"}):
        return False
    return bool(children(carrier, "neg")) or qualifier.status in {"negated", "denied"}


def _is_modal(word: Token) -> bool:
    """Whether a word inside a trigger leaves open what comes: "fighting **could** resume", not "could *have* been done by"."""
    return word.tag_ == "MD" and not any(c.lower_ == "have" for c in word.head.children)


def _can_be_eluded(noun: Token, words: Words) -> bool:
    return noun.lemma_.lower() in words.ontology.qualifiers["eluded"]["nouns"]


def _read(found: Match, words: Words) -> Draft:
    draft = READERS[found.trigger.pos](found, words)
    head: Token = words.doc[draft.head]
    carried = draft.verb is not None and draft.verb != draft.head and draft.rule != "circumstance"
    carrier = words.doc[draft.verb] if carried and draft.verb is not None else None
    # "carried out *no* strikes", "*escaped* arrest", "a bomb *attempt*": the word inside the trigger says what is true of it
    eluded = words.ontology.qualifiers["eluded"]["verbs"] if _can_be_eluded(head, words) else ()
    inside = (words.doc[i] for i in range(draft.start, draft.end))
    own = frozenset(
        t.i
        for t in inside
        if t.dep_ not in {"det", "neg"}
        and not _is_modal(t)
        and t.lemma_.lower() not in eluded
        and not _of_attempt(t, head)
    ) | {t.i for t in found.words if t.dep_ in {"det", "neg"}}  # "saw *no* point in talks"
    qualifier = qualify(head, words.ontology.qualifiers, carrier, own)
    if draft.rule == "claimed" and qualifier.status == "negated" and qualifier.cue not in [*head.children]:
        draft, qualifier = replace(draft, agents=()), ASSERTED  # "nobody claimed the attack": it took place
    if carrier is not None and is_definite(head) and _keeps_out(carrier, qualifier):
        draft, qualifier = replace(draft, agents=()), ASSERTED  # "was not behind *the* attack": somebody was
    qualifier = suspected(qualifier, words.doc[draft.suspicion] if draft.suspicion is not None else None)
    if qualifier.status == "alleged" and qualifier.cue is not None and children(qualifier.cue, "neg"):
        draft, qualifier = replace(draft, agents=()), ASSERTED  # "was *not* charged with killing him": somebody did
    if qualifier.status == "threatened" and words.ontology.actions[draft.action].plover in FRIENDLY:
        qualifier = replace(qualifier, status="planned")  # "vowed that the hostages would be *freed*"
    if qualifier.status == "threatened" and words.ontology.actions[draft.action].plover == "THREATEN":
        qualifier = ASSERTED  # "vowed to *turn it into a sea of fire*"
    if qualifier.cue is not None and draft.action in RULES and qualifier.cue.lemma_ in IMPOSING:
        qualifier = ASSERTED  # "parliament *approved* a state of emergency"
    if found.trigger.weak and found.again:
        draft = replace(draft, rule="anaphor", weak=False)
    cue = (qualifier.cue.i, qualifier.cue.i + 1) if qualifier.cue is not None else None
    return replace(draft, status=qualifier.status, cue=cue)
