"""What events of one sentence share: a cause's agents, the target of an act that is asked for, one act told twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.addressees import behind, is_actor
from kg.extraction.drafts import Draft
from kg.extraction.effects import with_circumstances, with_doers, with_effects
from kg.extraction.scopes import text_refused
from kg.extraction.told_tools import with_tools
from kg.extraction.words import Words
from kg.language.clauses import surface_subjects
from kg.language.grammar import CONDITIONS, SUBJECTS
from kg.language.objects import made_to_do
from kg.language.tree import children, partitive, prepositional
from kg.ontology.groupings import HOSTILE

#: labels on the way from a verbal act down to the act that it is about
ABOUT = frozenset({"xcomp", "ccomp", "pcomp", "prep", "dobj", "pobj", "acl", "advcl", "conj", "acomp"})
SPOKEN = frozenset({"THREATEN", "AGREE", "REJECT", "REQUEST"})
#: types of acts by which something said, agreed or imposed is turned down, taken up, eased or ended, and what that can be
CHANGES = frozenset({"REJECT", "AGREE", "CONCEDE", "RETREAT", "SANCTION", "PROTEST"})
MEASURES = frozenset({"REQUEST", "AGREE", "SANCTION", "CONSULT", "AID", "COOPERATE", "SUPPORT", "THREATEN"})
#: types of acts by which officials protest, without a crowd
PROTESTED = frozenset({"SANCTION", "REJECT", "CONCEDE", "RETREAT"})
RULES = frozenset({"Curfew", "MartialLaw", "Ban", "Restriction", "Censorship"})
#: what peacekeepers watch and mediators settle, by its place: "oversee a *ceasefire*", "mediate in a *dispute*"
TENDED = frozenset({("Ceasefire", "dobj"), ("Rejection", "pobj"), ("Agreement", "dobj")})
#: types of acts by which somebody turns to others, to tell them something
ADDRESSING = frozenset({"CONSULT", "ACCUSE", "REQUEST"})
#: how the end of an act is told
ENDS = frozenset({"planned", "asserted"})


def share(drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """Drafts in their order, with what they have from one another."""
    known = with_doers(_without_ends(_told_once(drafts, words), words), words.doc, words.ontology)
    known = with_effects(known, words.doc, words.ontology)
    known = with_circumstances(known, words.doc, words.ontology)
    known = with_tools(_caused(known), words)
    known = [_with_target(draft, known, words) for draft in known]
    known = [_addressed(draft, known, words) for draft in known]
    return _without_parts(known, words)


def _without_parts(drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """Leave out what is a part of another act: the demand of a protest, the *appeal* that is rejected, the *aid* that is cut.

    CAMEO codes each of them as one event: demonstrate for a change (141), reject a request (122), reduce aid (162).
    """
    at = {draft.head: draft for draft in drafts}
    wholes = {draft.head: whole for draft in drafts if (whole := _whole(draft, at, words)) is not None}
    parts: dict[int, list[Draft]] = {}
    for head, whole in wholes.items():
        parts.setdefault(whole.head, []).append(at[head])
    out = []
    for draft in drafts:
        for part in parts.get(draft.head, ()):
            meant = tuple(
                i for i in (part.agents or part.targets) if i not in draft.agents and words.can_act(words.doc[i])
            )
            draft = replace(draft, targets=draft.targets or meant)
        out.append(draft)
    return [draft for draft in out if draft.head not in wholes]


def _whole(draft: Draft, at: Mapping[int, Draft], words: Words) -> Draft | None:
    """The act that another is a part of."""
    head, kind = words.doc[draft.head], words.ontology.actions[draft.action].plover
    if kind == "REQUEST" and head.dep_ in {"advcl", "xcomp", "acl"}:
        marching = (at.get(t.i) for t in (head.head, *head.head.children) if t != head)
        return next((d for d in marching if d is not None and _kind(d, words) == "PROTEST"), None)
    if (
        kind == "PROTEST" and head.dep_ == "pobj" and head.head.lower_ == "in"
    ):  # "a hunger *strike* in **protest** of it", "*recalled* its envoy in **protest**"
        done = (at.get(t.i) for t in (head.head.head, head.head.head.head))
        acts = {"PROTEST"} | (PROTESTED if not any(head.lefts) else set())
        return next((d for d in done if d is not None and d is not draft and _kind(d, words) in acts), None)
    if (draft.action, head.dep_) in TENDED:
        over = at.get(head.head.i if head.dep_ == "dobj" else head.head.head.i)
        return over if over is not None and over.action in {"Peacekeeping", "Mediation"} else None
    verb = _verb_over(head)
    other = at.get(verb.i) if verb is not None and head.pos_ == "NOUN" else None
    measure = kind in MEASURES or draft.action in RULES
    if other is not None and other.action == "SignedAgreement" and kind == "AGREE":
        return other  # "approved a peace *accord*"
    if other is None or other.head != other.verb or not measure or other.action == "Cancellation":
        return None
    return other if _kind(other, words) in CHANGES else None


def _verb_over(noun: Token) -> Token | None:
    """The verb of which a noun is the object, also behind a sum: "**froze** $3 million in *aid*"."""
    sums = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "of"} and noun.head.head.pos_ == "NUM"
    whole = noun.head.head if sums else noun
    return whole.head if whole.dep_ in {"dobj", "nsubjpass"} else None


def _kind(draft: Draft, words: Words) -> str:
    return words.ontology.actions[draft.action].plover


def _told_once(drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """Leave out the noun of a verb that tells the same: "*attend* a *meeting*", "*press* their *demands*"."""
    at = {draft.head: draft for draft in drafts}
    kind = {draft.head: words.ontology.actions[draft.action].plover for draft in drafts}
    twice: dict[int, Draft] = {}
    for draft in drafts:
        counted = _counted_object(words.doc[draft.head])
        carrier = draft.verb if counted is None else counted
        same = carrier is not None and carrier != draft.head and kind.get(carrier) == kind[draft.head]
        told = draft.rule == "support-verb" or counted is not None
        if same and carrier is not None and told and carrier not in twice:
            twice[carrier] = draft
    gone = {draft.head for draft in twice.values()}
    return [_filled(at[d.head], twice.get(d.head)) for d in drafts if d.head not in gone or d.head in twice]


def _without_ends(drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """Leave out what an act tells by itself: "**fired tear gas** to *disperse* them", "**forced** 20 families to *flee*"."""
    at = {draft.head: draft for draft in drafts if draft.action in {"CrowdControl", "Protest", "Displacement"}}
    ends: dict[int, Draft] = {}
    for draft in at.values():
        verb = words.doc[draft.head]
        made = verb.dep_ in {"acl", "relcl"} and verb in made_to_do(verb.head.head)
        above = verb.head.head if made else verb.head if verb.dep_ in {"advcl", "xcomp"} else None
        means = at.get(above.i) if above is not None and draft.status in ENDS else None
        plain = means is not None and means.status == "asserted"
        if plain and means is not None and means.action == draft.action and means is not draft:
            kept, other = (draft, means) if above is not None and above.lemma_ == "use" else (means, draft)
            ends[kept.head] = other  # "**used** gas to *disperse* them" is told by the end
    gone = {draft.head for draft in ends.values()}
    return [_filled(draft, ends.get(draft.head)) for draft in drafts if draft.head not in gone]


def _counted_object(noun: Token) -> int | None:
    """The verb whose object is a noun that counts what the verb is done with: "**fired** a *volley* of missiles"."""
    return noun.head.i if noun.dep_ == "dobj" and noun.pos_ == "NOUN" and partitive(noun) is not None else None


def _filled(draft: Draft, other: Draft | None) -> Draft:
    """An event with what only its noun tells."""
    if other is None:
        return draft
    return replace(
        draft,
        agents=draft.agents or other.agents,
        targets=draft.targets or tuple(t for t in other.targets if t not in draft.agents),
        instruments=draft.instruments or other.instruments,
        places=draft.places or other.places,
        reciprocal=draft.reciprocal or other.reciprocal,
    )


def _caused(drafts: Sequence[Draft]) -> list[Draft]:
    """Give an event its cause's agents and instruments: "an Israeli air strike killed 12".

    Who is only said to be behind the cause did no harm for certain: "a bombing **blamed** on the rebels killed 12".
    """
    at = {draft.head: draft for draft in drafts}
    out = []
    for draft in drafts:
        cause = at.get(draft.cause) if draft.cause is not None else None
        if cause is not None and not draft.agents:
            tools = draft.instruments or cause.instruments
            apart = cause.reciprocal or (cause.status == "alleged" and draft.status == "asserted")
            agents = () if apart else cause.agents  # nor is either of two sides that clash told to be the killer
            draft = replace(draft, agents=agents, instruments=tools, rule="caused")
        out.append(draft)
    return out


def _with_target(draft: Draft, drafts: Sequence[Draft], words: Words) -> Draft:
    """Give a spoken act the target of what it is about: "threatened to ban *candidates*", "urged that *rebels* disarm"."""
    kind = words.ontology.actions[draft.action].plover
    asked = _met(draft, drafts, words) if kind == "REQUEST" else ()
    if asked:
        return replace(draft, targets=(*asked, *(t for t in draft.targets if t not in asked)))
    if kind == "THREATEN" and not draft.agents:
        draft = replace(draft, agents=_voiced(draft, words))
    if (
        kind not in SPOKEN
        or draft.action == "Denial"
        or draft.reciprocal
        or any(is_actor(words.doc[i], words) for i in draft.targets)
    ):
        return draft
    meant = next(_embedded(draft, drafts, kind, words), ()) or _conditioned(draft, kind, words)
    meant = meant or _met(draft, drafts, words)
    meant = tuple(i for i in meant if i not in draft.agents)
    return replace(draft, targets=meant) if meant else draft


def _embedded(draft: Draft, drafts: Sequence[Draft], kind: str, words: Words) -> Iterator[tuple[int, ...]]:
    """The actors that an act under a verb names: who shall do what is asked, whom a threat would hit."""
    for other in drafts:
        if other is draft or not _is_about(words.doc[draft.head], words.doc[other.head]):
            continue
        spared = _kind(other, words) in HOSTILE or text_refused(words.doc[other.head], words.ontology.qualifiers)
        if kind == "REJECT" and spared:
            continue  # "rejected *sanctions* on Iran", "a text *condemning* Iran", which that spares
        asked = tuple(i for i in other.agents if i not in draft.agents) if kind == "REQUEST" else ()
        found = tuple(i for i in (asked or other.targets) if is_actor(words.doc[i], words))
        if found:
            yield found


def _is_about(verb: Token, other: Token) -> bool:
    """Whether a word stands below a verb in what it is about."""
    node = other
    while node != verb and node.dep_ in ABOUT and node.head != node:
        if node.dep_ == "advcl" and not any(c.tag_ == "TO" for c in node.children):
            return False
        if node.dep_ == "conj" and node.head == verb and children(node, *SUBJECTS):
            return False  # "nobody **claimed** the blast, but *officials* blamed X"
        node = node.head
    return node == verb and other != verb


def _voiced(draft: Draft, words: Words) -> tuple[int, ...]:
    """Who foretells a threat that has no other doer: "*the minister* said they would **pay** a price"."""
    verb = words.doc[draft.head]
    will = any(c.tag_ == "MD" for c in verb.children)
    said = will and verb.dep_ == "ccomp" and verb.head.lemma_ in words.ontology.qualifiers["voiced"]["say"]
    speakers = surface_subjects(verb.head) if said else []
    return tuple(t.i for t in speakers if t.i not in draft.targets and t.pos_ != "PRON" and is_actor(t, words))


def _met(draft: Draft, drafts: Sequence[Draft], words: Words) -> tuple[int, ...]:
    """Who is called or met for what is said: "summoned *the envoy* to **demand** an end to it"."""
    verb = words.doc[draft.head]
    if verb.dep_ not in {"xcomp", "advcl", "acl"} or not (
        verb.tag_ == "VBG" or any(c.tag_ == "TO" for c in verb.children)
    ):
        return ()
    over = verb.head.head if verb.dep_ == "acl" else verb.head  # "sent *Lesk* a letter **asking** for help"
    above = (d for d in drafts if d.head in {over.i, verb.head.i} and _kind(d, words) in ADDRESSING)
    return next((d.targets for d in above if d.agents == draft.agents), ())


def _conditioned(draft: Draft, kind: str, words: Words) -> tuple[int, ...]:
    """Who must do or not do something, or a threat is carried out: "threatened to leave if *Britain* signed"."""
    if kind != "THREATEN":
        return ()
    for clause in (c for c in words.doc[draft.head].subtree if c.dep_ == "advcl"):
        if any(c.dep_ in {"mark", "advmod"} and c.lower_ in CONDITIONS for c in clause.children):
            return tuple(t.i for t in surface_subjects(clause) if is_actor(t, words) and t.pos_ != "PRON")
    return ()


def _addressed(draft: Draft, drafts: Sequence[Draft], words: Words) -> Draft:
    """Give a protest the target of the demand it makes: "marched to demand reforms by the government"."""
    if draft.targets or words.ontology.actions[draft.action].plover != "PROTEST":
        return draft
    doc = words.doc
    verb = doc[draft.verb if draft.verb is not None else draft.head]
    for other in drafts:
        said = words.ontology.actions[other.action].plover in {"REQUEST", "REJECT", "ACCUSE"} and other.targets
        below = doc[other.head].dep_ in {"advcl", "xcomp", "acl"} and verb.is_ancestor(doc[other.head])
        if said and below:
            return replace(draft, targets=other.targets)
    return replace(draft, targets=tuple(t.i for t in _protested(verb, words)))


def _protested(verb: Token, words: Words) -> list[Token]:
    """Who a protest is against by its reason: "a strike in protest at *the government's* refusal"."""
    reasons = [
        t for owner in (verb, *verb.children) for name, t in prepositional(owner) if name in {"in", "over", "at"}
    ]
    for reason in reasons:
        about = [t for _, t in prepositional(reason)] if reason.lemma_ == "protest" else []
        found = [m for t in about for m in behind(t, words) if m != t and is_actor(m, words)]
        if found:
            return found
    return []
