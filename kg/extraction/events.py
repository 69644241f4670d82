"""All events of a parsed document, and the triggers that gave none."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction import contexts
from kg.extraction.constructions import adjectival, nominal, verbal
from kg.extraction.deeds import deeds
from kg.extraction.drafts import Draft, Refusal
from kg.extraction.echoes import RULE, echoes, is_called_for
from kg.extraction.gapped import with_gapped
from kg.extraction.noun_slots import counted_by
from kg.extraction.numbers import number_of
from kg.extraction.qualifiers import ASSERTED, qualify, suspected
from kg.extraction.sharing import RULES, share
from kg.extraction.signs import Qualifier
from kg.extraction.stances import FRIENDLY, intent, stances
from kg.extraction.sufferers import HARMED, is_people, sufferers
from kg.extraction.triggers import Match, anaphor, match
from kg.extraction.words import Words
from kg.language.grammar import AUXILIARIES
from kg.language.tree import children, is_definite

#: verbs that say that something is an answer, and not what it is
ANSWERING = frozenset({"retaliate", "hit", "strike", "fight"})
#: how somebody has what was stolen before: "fled *in* a stolen car"
RIDDEN = frozenset({"in", "on", "aboard", "into", "with", "by"})
#: what a word before a noun only says of its state
STATES = frozenset({"Displacement", "Promise", "Cooperation", "Disarmament"})
#: verbs whose particle makes another verb of them: "is *fed up* with it"
OTHERWISE = frozenset({"feed up", "catch up"})
#: searches of many places at once
SWEEPS = frozenset({"sweep"})
#: whom a crime makes, whatever it was: "victims of *torture*"
VICTIMS = frozenset({"victim", "survivor"})
IMPOSING = frozenset({"approve", "order", "decide"})
ANSWERS = frozenset({"retaliation", "reprisal"})
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
                refusals.append(Refusal(token.i, action, f"the word signals {action} only if it {why}"))
            continue
        read = _draft(token, found, words)
        if found.trigger.action == "Ceasefire" and found.trigger.pos == "noun":
            used |= {word.i for word in found.words}  # "a cessation of *attacks*"
        if isinstance(read, Draft):
            drafts.append(read)
        else:
            refusals.append(read)
    return drafts, refusals


def _draft(token: Token, found: Match, words: Words) -> Draft | Refusal:
    """What a matched trigger drafts, or why it tells no event."""
    refusal = _refusal(found, words)
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


def _refusal(found: Match, words: Words) -> str:
    """Why a trigger is no event here; empty if it is one."""
    head = found.words[0]
    if words.name(head) is not None:
        return "it is part of a name"
    if _is_title(head):
        return "it is part of a title"
    if (
        head.dep_ in {"compound", "nmod", "amod"}
        and found.trigger.pos == "noun"
        and head.head.i > head.i
        and not _is_attempt(head.head, words)
    ):
        return f'it only describes "{head.head.text}"'
    held = (
        found.trigger.action in {"Occupation", "Siege"}
        and head.dep_ == "amod"
        and (not head.i or head.nbor(-1).text != "-")
    )
    if held:
        return f'it only describes "{head.head.text}"'  # "occupied Lesk"
    outlawed = found.trigger.action == "Ban" and (head.head.pos_ == "PROPN" or words.role(head.head) is not None)
    if (found.trigger.action in STATES or outlawed) and head.dep_ == "amod" and head.i < head.head.i:
        return f'it only describes "{head.head.text}"'  # "displaced people", "the promised aid"
    if found.trigger.action == "Withdrawal" and head.lemma_.lower() == "leave" and _leaves_behind(head):
        return "it tells what became of somebody"
    if head.lemma_.lower() in {"alliance", "coalition"} and head.dep_ in {"nsubj", "nsubjpass"}:
        return "it names those who act"  # "an alliance of rebels attacked"
    if head.lemma_.lower() in ANSWERS and head.dep_ == "pobj" and head.head.lower_ in {"in", "as"}:
        return "it only says what an act answers"
    if found.trigger.action == "Support" and head.dep_ == "amod" and head.i and head.nbor(-1).text == "-":
        return f'it only describes "{head.head.text}"'  # "Turkish-backed fighters"
    if found.trigger.pos == "noun" and (counted := _counted(head)) is not None and match(counted, words)[0] is not None:
        return f'it only counts "{counted.text}"'  # "a wave of arrests"
    if head.tag_ == "VBN" and any(c.dep_ == "det" for c in head.children) and found.trigger.action == "Accusation":
        return "it names somebody"  # "the *accused* was caught"
    if head.ent_type_ in {"PERSON"} and found.trigger.pos == "noun":
        return "it is part of a name"
    if head.lemma_ in ANSWERING and found.trigger.pos == "verb" and _by_doing(head):
        return "it is told what was done"
    if head.lemma_.lower() in SWEEPS and _in_arrests(head, words):
        return "it only says how people were arrested"
    if _is_unspecific(head, found):
        return "it tells no happening"
    if head.lower_ in HARMED and head.dep_ in {"dobj", "pobj"} and _is_killed(head, words):
        return "it names whom another deed kills"
    told = head.dep_ in {"amod", "acomp", "oprd"} or (is_people(head) and sufferers(head))
    if found.trigger.pos == "adjective" and not told:
        return "it says nothing of anybody"
    return ""


def _in_arrests(noun: Token, words: Words) -> bool:
    """Whether people were arrested in what a noun tells, and nothing else is said of it: "held two *in* a **sweep**"."""
    where = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in {"in", "during"} else noun
    if where.head.pos_ != "VERB" or where == noun or any(c.lower_ == "of" for c in noun.children):
        return False
    found, _ = match(where.head, words)
    return found is not None and words.ontology.is_a(found.trigger.action, "Arrest")


def _is_killed(hurt: Token, words: Words) -> bool:
    """Whether a verb tells that people hurt before are killed: "finished off **the wounded**"."""
    verb = hurt.head if hurt.dep_ == "dobj" else hurt.head.head
    found, _ = match(verb, words) if verb.pos_ == "VERB" else (None, "")
    return (
        found is not None
        and words.ontology.is_a(found.trigger.action, "Killing")
        and hurt in found.slots.get("off", [hurt])
    )


def _by_doing(verb: Token) -> bool:
    """Whether a clause says what an answer was: "**retaliated** *by expelling* two diplomats"."""
    return any(c.lower_ == "by" and any(t.tag_ == "VBG" for t in children(c, "pcomp")) for c in children(verb, "prep"))


def _leaves_behind(verb: Token) -> bool:
    """Whether somebody is left in some state, or a thing: "leaving *17 people dead*", "left *behind* a sign"."""
    behind = any(c.lower_ == "behind" and c.i == verb.i + 1 for c in verb.children)
    return behind or bool(children(verb, "ccomp", "oprd"))


def _counted(noun: Token) -> Token | None:
    """The nominal event that a noun counts: "a *wave* of **arrests**"."""
    of = (p for c in noun.children if c.lower_ == "of" for p in c.children)
    return next((t for t in of if counted_by(t) == noun), None)


def _is_unspecific(head: Token, found: Match) -> bool:
    """Whether a word only calls for something or says of what kind things are: "**death** to traitors", "in a **stolen** car"."""
    if found.trigger.action == "Robbery" and head.dep_ == "amod":
        ridden = head.head.dep_ == "pobj" and head.head.head.lower_ in RIDDEN and not children(head.head, "poss")
        return ridden or (head.head.tag_ == "NNS" and not children(head.head, "det", "poss", "nummod"))
    if found.trigger.action == "Arrest" and head.lower_ == "imprisonment":  # "sentenced to life **imprisonment**"
        return head.dep_ == "pobj" and head.head.lower_ in {"to", "of", "with"}
    if any(f"{head.lemma_.lower()} {c.lower_}" in OTHERWISE for c in children(head, "prt")):
        return True
    if head.tag_ == "NN" and head.dep_ == "pobj" and head.head.head.lemma_.lower() in VICTIMS:
        return head.head.lower_ == "of" and not children(head, "det", "poss", "nummod", "amod", "compound")
    if head.lower_ == "blame" and head.head.lemma_ == "be":  # "a leak was to **blame**"
        return any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children)
    if head.lower_ == "displaced" and head.dep_ == "amod":  # "camps for **displaced** people"
        return number_of(head.head) is None
    return head.lower_ == "death" and is_called_for(head)


def _is_title(noun: Token) -> bool:
    """Whether a noun stands in the quoted title of a work: the author of "The **Siege** of Lesk"."""
    before = noun.doc[max(noun.sent.start, noun.i - 3) : noun.i]
    opened = next((t for t in before if t.is_quote), None)
    if opened is None or noun.pos_ not in {"NOUN", "PROPN"} or not noun.text[:1].isupper() or noun.is_upper:
        return False
    inside = [t for t in before if t.i > opened.i]
    return bool(inside) and all(t.text[:1].isupper() for t in inside)


def _is_attempt(noun: Token, words: Words) -> bool:
    """Whether a noun says only that something was tried, planned or threatened: "assassination attempt", "bomb plot".

    Where both words are one trigger ("mediation effort") it is the noun that tells of it.
    """
    kinds = (words.ontology.qualifiers[kind]["nouns"] for kind in ("attempted", "planned", "threatened"))
    return any(noun.lemma_.lower() in nouns for nouns in kinds) and match(noun, words)[0] is None


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
    return bool(children(carrier, "neg")) or qualifier.status == "negated"


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
        t.i for t in inside if t.dep_ != "det" and t.lemma_.lower() not in eluded and not _of_attempt(t, head)
    )
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
    if qualifier.cue is not None and draft.action in RULES and qualifier.cue.lemma_ in IMPOSING:
        qualifier = ASSERTED  # "parliament *approved* a state of emergency"
    if found.trigger.weak and found.again:
        draft = replace(draft, rule="anaphor", weak=False)
    cue = (qualifier.cue.i, qualifier.cue.i + 1) if qualifier.cue is not None else None
    return replace(draft, status=qualifier.status, cue=cue)
