"""Which events of a sentence the grammar tells as one happening: an act and its effects."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Token

from kg.extraction.drafts import Draft
from kg.extraction.gerunds import before
from kg.language.clauses import surface_subjects
from kg.language.tree import children, partitive
from kg.language.voice import is_passive
from kg.linking.parted import DYING
from kg.linking.same_sides import stands_for
from kg.model import Actor, Event
from kg.ontology import Ontology
from kg.ontology.groupings import CAPTURES, DAMAGE, HARMS

#: prepositions that tell in which act people were harmed: "killed in an attack"
WITHIN = frozenset({"in", "during", "by", "as", "from", "after", "when", "due"})
CLAUSES = frozenset(
    {"advcl", "conj", "relcl", "acl", "xcomp", "ccomp", "nsubj", "nsubjpass", "dobj", "pobj", "agent", "pcomp", "prep"}
)
REACH = 4
#: words before what puts an end to an act, and before harm that is told beside one
UNTIL = frozenset({"before", "until", "till"})
BESIDE = frozenset({"while", "whereas", "although", "though"})
#: the rule of what somebody is told to have done at another time: "police shot a man *who* killed two in 2015"
APART = "relative"
#: verbs of what an act brings, behind "in", "to" or "with"
LEADING = frozenset({"result", "lead", "end", "culminate"})
#: verbs of what a shot does
STRUCK = frozenset({"hit", "struck", "felled"})


def ties(
    doc: Doc, drafts: Sequence[Draft], ontology: Ontology, apart: Mapping[int, set[int]] | None = None
) -> dict[int, set[int]]:
    """Indices of drafts tied to each draft, both ways; those of ``apart`` are not, whatever the tree says."""
    heads = {draft.head: n for n, draft in enumerate(drafts)}
    heads |= {draft.verb: n for n, draft in enumerate(drafts) if draft.verb is not None and draft.verb not in heads}
    violent = [_is_violent(d, ontology) for d in drafts]
    out: dict[int, set[int]] = {}
    for n, draft in enumerate(drafts):
        other = heads.get(draft.cause) if draft.cause is not None else None
        if other is None and violent[n]:
            above = {i: m for i, m in heads.items() if m != n}  # "killed when *blasts* **rocked** Lesk"
            other = _governing(doc[draft.head], above, UNTIL | BESIDE if draft.action in HARMS else UNTIL)
        if other is None or other in (apart or {}).get(n, ()):
            continue
        if drafts[other].action in DAMAGE and draft.cause is None and _is_scene_clause(doc[draft.head]):
            continue  # "burned cars in Lesk, *where* four were **killed**": nobody says that they did
        riots = ontology.is_a(drafts[other].action, "Protest") and _does(doc[draft.head], draft)
        raided = draft.action == "Raid" and ontology.is_a(drafts[other].action, "Arrest")  # "*held* two in a **raid**"
        if other != n and violent[n] and (violent[other] or riots or raided):
            out.setdefault(n, set()).add(other)
            out.setdefault(other, set()).add(n)
    return out


def _is_scene_clause(verb: Token) -> bool:
    """Whether a clause tells what was done in a place: "Lesk, *where* four were **killed**"."""
    return verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children)


def _is_violent(draft: Draft, ontology: Ontology) -> bool:
    """Whether an act is one in which people can be harmed, also one of a crowd on somebody: "**pelted** them with stones"."""
    if ontology.is_a(draft.action, "Riot"):
        return bool(draft.targets)
    if draft.action in CAPTURES:  # "53 soldiers died when rebels *overran* their base"
        return True
    return ontology.is_a(draft.action, "Violence") and not ontology.is_a(draft.action, "Repel")


def _does(word: Token, draft: Draft) -> bool:
    """Whether harm is told as what an act did: "*clashes* **left** two dead", "police and rioters clashed, **killing** two"."""
    return draft.action in HARMS and (draft.cause is not None or (word.dep_ == "advcl" and word.tag_ == "VBG"))


def with_causers(events: Sequence[Event], tied: Mapping[int, set[int]]) -> list[Event]:
    """Give harm without an agent the agents of the act in which it was done: "killed in police firing"."""
    acts = {i: sorted(tied.get(i, ())) for i in range(len(events))}
    events = [_without_victims(e, [events[n] for n in acts[i]]) for i, e in enumerate(events)]
    found = [replace(e, agents=_causers(e, [events[n] for n in acts[i]])) for i, e in enumerate(events)]
    given = [new.agents if not old.agents else () for old, new in zip(events, found, strict=True)]
    return [e if e.agents else _with_fellows(e, [given[n] for n in acts[i]]) for i, e in enumerate(found)]


def _without_victims(harm: Event, acts: Sequence[Event]) -> Event:
    """Take those for no doers of harm whom the act befell that did it: "*a patrol* hit a mine, **killing** two soldiers"."""
    struck = {(a.head.start, a.head.end) for act in acts if not act.agents for a in act.targets}
    if not _is_harm(harm) or not struck or any((a.head.start, a.head.end) not in struck for a in harm.agents):
        return harm
    return replace(harm, agents=())


def with_times(events: Sequence[Event], tied: Mapping[int, set[int]]) -> list[Event]:
    """Give what is told without a time of its own that of the act it is part of: "killed when jets struck on *Friday*"."""
    out = list(events)
    for _ in range(2):  # also of what is part of a part: "two were killed and three *wounded when jets struck*"
        out = [_at_time_of(event, [out[n] for n in sorted(tied.get(i, ()))]) for i, event in enumerate(out)]
    return out


def _at_time_of(event: Event, acts: Sequence[Event]) -> Event:
    if event.time.basis == "text":
        return event
    near = (act for act in acts if act.sentence == event.sentence and (act.rule != APART or event.rule == APART))
    told = (act.time for act in near if act.time.basis == "text")
    time = next(told, None)
    return replace(event, time=time) if time is not None else event


def _with_fellows(harm: Event, given: Sequence[tuple[Actor, ...]]) -> Event:
    """Give harm the doers that harm told with it has from its act: "one was killed and two injured in police firing"."""
    agents = next((doers for doers in given if doers), ()) if _is_harm(harm) else ()
    return replace(harm, agents=_others(agents, harm.targets))


def _others(agents: Sequence[Actor], targets: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those of the doers of an act who do not suffer in it: "*two men* were shot as **they** ran out firing"."""
    suffering = {(actor.head.start, actor.id) for actor in targets}
    free = (a for a in agents if (a.head.start, a.id) not in suffering)
    return tuple(a for a in free if not any(stands_for(a, other) for other in targets))


def _causers(harm: Event, acts: Sequence[Event]) -> tuple[Actor, ...]:
    if harm.agents or not _is_harm(harm):
        return harm.agents
    sure = (act for act in acts if (not _is_harm(act) or act.action == "Shooting") and act.status == harm.status)
    agents = next((doers for act in sure if (doers := _doers(act))), ())
    return _others(agents, harm.targets)


def _is_harm(event: Event) -> bool:
    """Whether an event tells what befell people, in words that name no doer of their own: "*hit* by a bullet"."""
    return event.action in HARMS or (event.action == "Shooting" and event.trigger.text.lower() in STRUCK)


def _doers(act: Event) -> tuple[Actor, ...]:
    """Who did the harm of an act: of a clash the one side that is told, "killed in a gun battle with *police*"."""
    if act.reciprocal:
        return () if act.agents else act.targets
    return act.agents


def _governing(token: Token, heads: dict[int, int], apart: Container[str]) -> int | None:
    """The event that a trigger hangs on, over a few steps: its cause, its circumstance, its fellow.

    ``apart`` are words before a clause that hangs on nothing.
    """
    node, inside, scene = before(token) or token, False, False
    act = next((t for t in (*_behind_death(node), *_led_to(node)) if t.i in heads), None)
    if act is not None:
        return heads[act.i]
    for _ in range(REACH):
        if node.head == node or node.dep_ not in CLAUSES:
            return None
        inside = inside or (node.dep_ == "prep" and node.lower_ in WITHIN)
        dying = node.head.lemma_.lower() in DYING
        of = (node.lower_ == "of" and (inside or dying)) or (node.lower_ == "to" and dying)
        scene = scene or (node.dep_ == "prep" and node.lower_ == "with" and token.head == node and token.dep_ == "pobj")
        scene = scene or _is_scene_clause(node)
        if node.dep_ == "prep" and node.lower_ not in WITHIN and not of and not scene:
            return None  # but "the killing of two in a raid", with the raid hung on the two; "a square where two died"
        if node.dep_ == "relcl" and any(c.dep_ == "aux" and c.lower_ in {"has", "have"} for c in node.children):
            return None  # "the group, which has killed thousands, abducted 200"
        if node.dep_ == "relcl" and node.head.i not in heads and any(t.lower_ == "whose" for t in node.subtree):
            return None  # "abducted a priest whose brother was murdered"
        if node.dep_ == "conj" and _own_subject(node) and not is_passive(node):
            return None
        if node.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in apart for c in node.children):
            return None  # "he fired at two officers before he was killed", "a bomber struck while another was killed"
        if node.dep_ == "ccomp" and node.head.lemma_ != "leave" and not _in_which(node):  # "fired, leaving two injured"
            return None
        if (
            node.dep_ == "relcl"
            and _in_which(node)
            and (acts := [i for i in heads if node.head.i <= i < node.left_edge.i])
        ):
            return heads[max(acts)]  # "a cell that bombed a hotel, *in which* 13 **died**", hung on the cell
        node = node.head
        if node.i in heads and node.i != token.i:
            return heads[node.i]
    return None


def _in_which(verb: Token) -> bool:
    """Whether a clause tells what was done in an act, whatever the parse hangs it as: "firing *in which* one was killed"."""
    before = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in WITHIN and c.i < verb.i)
    return any(p.lower_ == "which" for c in before for p in c.children)


def _behind_death(verb: Token) -> Iterator[Token]:
    """What a verb of dying ends: "**shot** him; *he* died", "a man **wounded** in the firing died"."""
    if not _is_dying(verb):
        return
    if not _own_subject(verb) and any(c.text in ";:," for c in verb.children):
        yield from (c for c in verb.children if c.dep_ in {"ccomp", "parataxis"} and c.i < verb.i)
    for subject in children(verb, "nsubj"):
        people = partitive(subject) or subject
        yield from (c for c in people.children if c.dep_ == "acl" and c.tag_ == "VBN")


def _led_to(harm: Token) -> Iterator[Token]:
    """What led to harm told by a noun, out of the words that follow it: "**an attack** on a bank that *led to* the deaths"."""
    verb = harm.head.head
    if harm.dep_ != "pobj" or harm.head.lower_ not in {"in", "to", "with"} or verb.lemma_.lower() not in LEADING:
        return
    for subject in surface_subjects(verb):
        yield subject
        yield from takewhile(lambda t: t.pos_ in {"NOUN", "ADP"}, subject.ancestors)


def _is_dying(verb: Token) -> bool:
    dead = verb.lemma_.lower() in {"fall", "drop"} and any(c.lower_ == "dead" for c in verb.children)
    return dead or verb.lemma_.lower() in DYING


def _own_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own that can be somebody else: "shot him and *he* died" has not.

    Nor has a number of people who die of it: "fired at the crowd and *two persons* died".
    """
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    again = _is_dying(verb) and all(_counted(c) for c in subjects)
    return bool(subjects) and not again


def _counted(subject: Token) -> bool:
    """Whether a subject is a pronoun or so many people: "*he*", "*both*", "*three youths*"."""
    number = subject.like_num or any(c.dep_ == "nummod" for c in subject.children)
    return number or subject.lower_ in {"he", "she", "they", "both"}
