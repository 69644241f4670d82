"""Cues in the parse tree: who says, thinks or wants what, inside one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extraction.reporting import Frame, Reporting
from kg.language.tree import child, children, is_passive, surface_subjects

Interval = tuple[int, int]
SAYING = frozenset({"say", "tell", "state"})
CLAUSES = frozenset({"ccomp", "csubj"})
EDGE = frozenset({",", ";", ":", "-", "--", "\u2013", "\u2014", ".", "?", "!", ")"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports: its source's head, what it takes, the words of its content (None: to be found in a quotation)."""

    token: Token
    source: Token | None
    span: Interval
    content: Interval | None
    complement: str
    type: str
    negated: bool = False
    quotable: bool = False


def cues(doc: Doc, words: Reporting) -> Iterator[Cue]:
    """Every cue of a text, in order."""
    for token in doc:
        for construction in CONSTRUCTIONS:
            found = construction(token, words)
            if found is not None:
                yield found
                break


def trimmed(doc: Doc, start: int, end: int) -> Interval | None:
    """An interval without punctuation and blanks at its edges (quotation marks and a closing full stop in quotes stay)."""
    while start < end and (doc[start].is_space or doc[start].text in EDGE):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in EDGE):
        end -= 1
    return (start, end) if start < end else None


def tree(token: Token) -> Interval:
    """The words under a token."""
    return token.left_edge.i, token.right_edge.i + 1


def join(*parts: Interval) -> Interval:
    """The stretch from the first to the last of several intervals."""
    return min(p[0] for p in parts), max(p[1] for p in parts)


# ---------------------------------------------------------------- verbs


def verb_cue(token: Token, words: Reporting) -> Cue | None:
    """*The minister* **said** *rebels shelled the town*."""
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass", "amod", "compound"}:
        return None
    frame = frame_of(token, words)
    if frame is None:
        return None
    found = next((f for f in (c(token, frame) for c in COMPLEMENTS) if f), None)
    quotable = "clause" in frame
    if found is None and not quotable:
        return None
    complement, interval = found or ("clause", None)
    content = trimmed(token.doc, *interval) if interval else None
    if content is None and not quotable:
        return None
    return Cue(
        token,
        source_of(token),
        verb_group(token),
        content,
        complement,
        frame.get(complement, "statement"),
        negated(token),
        quotable,
    )


def frame_of(verb: Token, words: Reporting) -> Frame | None:
    """What the vocabulary says about a verb, with its particle first ("point out")."""
    lemma = verb.lemma_.lower()
    for particle in verb.children:
        if particle.dep_ in {"prt", "advmod", "acomp"} and f"{lemma} {particle.lower_}" in words.verbs:
            return words.verbs[f"{lemma} {particle.lower_}"]
    return words.verbs.get(lemma)


def verb_group(verb: Token) -> Interval:
    """The verb with the auxiliaries, negations, adverbs and particles that touch it."""
    start, end = verb.i, verb.i + 1
    inside = {
        c.i
        for c in verb.children
        if c.dep_ in {"aux", "auxpass", "neg", "advmod", "prt", "prep"}
        and c.left_edge == c.right_edge
        or c.dep_ == "prep"
    }
    while start - 1 in inside:
        start -= 1
    while end in inside:
        end += 1
    return start, end


def negated(verb: Token) -> bool:
    """Whether the reporting itself is negated: "did not say"."""
    return any(c.dep_ == "neg" or c.lower_ in {"never", "hardly"} for c in verb.children)


def source_of(verb: Token) -> Token | None:
    """The head of the words for who says it; relative pronouns stay as they are."""
    own = child(verb, "nsubj")
    if own is not None:
        return None if own.lower_ in {"it", "there"} and verb.dep_ == "ROOT" and own.dep_ == "expl" else own
    if is_passive(verb):
        agent = child(verb, "agent")
        return child(agent, "pobj") if agent is not None else None
    head = verb
    while head.dep_ in {"conj", "xcomp", "advcl"} and head.head.pos_ in {"VERB", "AUX"}:
        head = head.head
        own = child(head, "nsubj") or (child(head, "nsubjpass") if verb.dep_ != "conj" else None)
        if own is not None:
            return own
    subjects = surface_subjects(verb)
    return subjects[0] if subjects else None


def clause(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """said **that rebels shelled the town**."""
    if "clause" not in frame and "infinitive" not in frame:
        return None
    doc = verb.doc
    for item in verb.children:
        if item.dep_ not in {"ccomp", "parataxis"} or item.pos_ in {"X", "SYM"}:
            continue
        infinitive = item.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in item.children)
        complement = "infinitive" if infinitive and "infinitive" in frame else "clause"
        if complement in frame and (item.dep_ == "ccomp" or item.i < verb.i):
            return complement, _before(verb, item) if item.i < verb.i else _after(verb, item)
    if "clause" in frame and not is_passive(verb):
        host = _host(verb)
        if host is not None:
            return "clause", host
    wh = next(
        (c for c in verb.children if c.i > verb.i and c.dep_ in {"advcl", "dobj", "pcomp"} and _wh_clause(c)), None
    )
    if wh is not None and "clause" in frame:
        start, end = tree(wh)
        return "clause", (max(start, verb.i + 1), min(end, len(doc)))
    return None


def _wh_clause(token: Token) -> bool:
    return token.left_edge.tag_ in {"WRB", "WP", "WDT"} or (
        token.left_edge.lower_ in {"if", "whether"} and token.pos_ in {"VERB", "AUX"}
    )


def _before(verb: Token, item: Token) -> Interval:
    """Content in front of the cue reaches back to the start of the sentence: "But rebels left, he said"."""
    start, end = tree(item)
    if end - 1 > verb.i and item.right_edge.i > verb.i:
        return start, end
    edge = min(
        [
            verb.i,
            *(
                c.left_edge.i
                for c in verb.children
                if c.dep_ in {"nsubj", "aux", "advmod", "neg"} and c.left_edge.i >= end - 1
            ),
        ]
    )
    first = verb.sent.start
    return (first if verb.dep_ == "ROOT" else start), max(end if end <= edge else start + 1, edge)


def _after(verb: Token, item: Token) -> Interval:
    """Content behind the cue."""
    start, end = tree(item)
    return max(start, verb.i + 1), end


def _host(verb: Token) -> Interval | None:
    """The clause that an inserted cue belongs to: "The army, he said, left" and "as he said"."""
    head = verb.head
    if verb.dep_ == "parataxis" or (
        verb.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in verb.children)
    ):
        return _around(tree(head), tree(verb))
    return None


def _around(whole: Interval, hole: Interval) -> Interval:
    """The larger part of a stretch beside a hole at its edge, the whole if the hole is in the middle."""
    if hole[1] >= whole[1] - 1:
        return whole[0], hole[0]
    return (hole[1], whole[1]) if hole[0] <= whole[0] else whole


def infinitive(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """vowed **to retaliate**; urged **them to leave**; is believed **to have fled**."""
    item = next((c for c in verb.children if c.dep_ in {"xcomp", "advcl"} and c.i > verb.i and _is_infinitive(c)), None)
    if item is None or "infinitive" not in frame:
        return None
    start, end = tree(item)
    if item.dep_ == "advcl" and not children(verb, "dobj", "dative", "prep", "nsubjpass"):
        return None
    if is_passive(verb) and (subject := child(verb, "nsubjpass")) is not None:
        return "infinitive", (subject.left_edge.i, end)
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and verb.i < c.i < item.i]
    objects += [
        p
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in {"on", "upon", "to"}
        for p in c.children
        if p.dep_ == "pobj"
    ]
    return "infinitive", join((start, end), *(tree(o) for o in objects[:1] if o.i > verb.i))


def _is_infinitive(token: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)


def gerund(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """denied **having shelled the town**."""
    item = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VBG" and c.i > verb.i), None)
    return ("gerund", tree(item)) if item is not None and "gerund" in frame else None


def naming(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """called **the attack a crime**; was called **a crime**."""
    if "naming" not in frame:
        return None
    name = next((c for c in verb.children if c.dep_ in {"oprd", "acomp", "attr"} and c.i > verb.i), None)
    if name is not None:
        thing = next((c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < name.i), None)
        thing = thing or (child(verb, "nsubjpass") if is_passive(verb) else None)
        return "naming", join(tree(name), *([tree(thing)] if thing is not None else []))
    small = next(
        (c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and child(c, "nsubj", "nsubjpass") is not None),
        None,
    )
    return ("naming", tree(small)) if small is not None else None


def phrase(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """accused **them of treason**; spoke of **a massacre**; described **it as a crime**."""
    for preposition in verb.children:
        name = preposition.lower_
        if preposition.dep_ not in {"prep", "prt"} or name not in frame or preposition.i < verb.i:
            continue
        item = child(preposition, "pobj", "pcomp", "prep", "amod", "advcl", "acomp")
        if item is None:
            continue
        if name == "as" and item.lower_ == "saying":
            return None
        parts = [(preposition.i + 1, preposition.right_edge.i + 1)]
        if name == "as" or frame[name] == "accusation":
            thing = child(verb, "dobj") or (child(verb, "nsubjpass") if is_passive(verb) else None)
            parts += [tree(thing)] if thing is not None else []
        return name, join(*parts)
    return None


def thing(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """denied **the attack**; the attack was denied."""
    if "object" not in frame:
        return None
    item = child(verb, "dobj")
    if item is None and is_passive(verb) and verb.dep_ not in {"acl", "amod"}:
        item = child(verb, "nsubjpass")
    if item is None or item.lower_ in {"it", "himself", "themselves", "itself"}:
        return None
    return "object", tree(item)


COMPLEMENTS: tuple[Callable[[Token, Frame], tuple[str, Interval] | None], ...] = (
    clause,
    infinitive,
    gerund,
    naming,
    phrase,
    thing,
)


# ---------------------------------------------------------------- nouns, adjectives, adverbs, "according to"


def noun_cue(token: Token, words: Reporting) -> Cue | None:
    """*the rebels'* **claim** *that troops fled*; **fears of** *war*."""
    frame = words.nouns.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
    if not frame:
        return None
    found = _noun_clause(token, frame) or _noun_phrase(token, frame)
    content = trimmed(token.doc, *found[1]) if found else None
    if found is None or content is None:
        return None
    return Cue(token, noun_source(token), (token.i, token.i + 1), content, found[0], frame[found[0]])


def _noun_clause(noun: Token, frame: Frame) -> tuple[str, Interval] | None:
    for item in noun.children:
        if item.i < noun.i or item.dep_ not in {"acl", "ccomp", "relcl"}:
            continue
        if "infinitive" in frame and item.dep_ in {"acl", "relcl"} and _is_infinitive(item):
            return "infinitive", tree(item)
        that = item.left_edge.lower_ in {"that", "whether"} and item.left_edge.dep_ in {"mark", "det"}
        if "clause" in frame and (that or item.dep_ == "ccomp"):
            return "clause", tree(item)
    return None


def _noun_phrase(noun: Token, frame: Frame) -> tuple[str, Interval] | None:
    for preposition in children(noun, "prep"):
        item = child(preposition, "pobj", "pcomp")
        if preposition.lower_ in frame and item is not None:
            return preposition.lower_, tree(item)
    return None


def noun_source(noun: Token) -> Token | None:
    """Whose claim it is: a possessor, "by"/"from" somebody, or the subject of the verb that the noun is object of."""
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    for preposition in children(noun, "prep"):
        if preposition.lower_ in {"by", "from", "among"} and (item := child(preposition, "pobj")) is not None:
            return item
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and noun.head.lemma_ in LIGHT:
        return source_of(noun.head)
    return None


LIGHT = frozenset(
    "make issue give have express voice raise repeat send offer hold share harbour harbor file submit put get take release deliver announce".split()
)


def adjective_cue(token: Token, words: Reporting) -> Cue | None:
    """*Troops* are **willing** *to fight*."""
    frame = (
        words.adjectives.get(token.lemma_.lower())
        if token.pos_ in {"ADJ", "VERB"} and token.dep_ in {"acomp", "conj", "amod", "ROOT", "advcl"}
        else None
    )
    if not frame:
        return None
    found = _noun_clause_of(token, frame) or _noun_phrase(token, frame)
    content = trimmed(token.doc, *found[1]) if found else None
    if found is None or content is None:
        return None
    verb = token.head if token.head.pos_ in {"VERB", "AUX"} else token
    span = verb_group(verb) if verb.i < token.i else (token.i, token.i + 1)
    return Cue(
        token, source_of(verb), join(span, (token.i, token.i + 1)), content, found[0], frame[found[0]], negated(verb)
    )


def _noun_clause_of(adjective: Token, frame: Frame) -> tuple[str, Interval] | None:
    for item in adjective.children:
        if item.i > adjective.i and item.dep_ in {"ccomp", "xcomp"}:
            complement = "infinitive" if _is_infinitive(item) else "clause"
            if complement in frame:
                return complement, tree(item)
    return None


def adverb_cue(token: Token, words: Reporting) -> Cue | None:
    """The army **reportedly** *shelled the town*."""
    if token.lower_ not in words.adverbs or token.head is token:
        return None
    start, end = tree(token.head)
    if token.head.pos_ in {"VERB", "AUX"} and token.head.dep_ == "ROOT":
        start, end = token.sent.start, token.sent.end
    content = trimmed(token.doc, *_around((start, end), tree(token)))
    return Cue(token, None, (token.i, token.i + 1), content, "clause", "statement") if content else None


def according_cue(token: Token, words: Reporting) -> Cue | None:
    """**According to** *the UN*, *12 people died*."""
    size = next(
        (len(p) for p in words.phrases if tuple(t.lower_ for t in token.doc[token.i : token.i + len(p)]) == p), 0
    )
    if not size:
        return None
    last = token.doc[token.i + size - 1]
    source = child(last, "pobj") or child(token, "pobj")
    if source is None:
        return None
    hole = (token.i, max(token.right_edge.i, source.right_edge.i) + 1)
    sentence = (token.sent.start, token.sent.end)
    whole = sentence if hole[0] - sentence[0] < 4 or sentence[1] - hole[1] < 4 else _clause_of(token, sentence)
    content = trimmed(token.doc, *_around(whole, hole))
    return Cue(token, source, (token.i, token.i + size), content, "clause", "statement") if content else None


def _clause_of(token: Token, sentence: Interval) -> Interval:
    """The clause in whose middle "according to" stands."""
    head = token
    while head.head is not head and (
        head.pos_ not in {"VERB", "AUX"} or head is token or head.dep_ in {"prep", "pcomp"}
    ):
        head = head.head
    return tree(head) if head.dep_ != "ROOT" else sentence


CONSTRUCTIONS: tuple[Callable[[Token, Reporting], Cue | None], ...] = (
    according_cue,
    verb_cue,
    noun_cue,
    adjective_cue,
    adverb_cue,
)
