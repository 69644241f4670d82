"""Where the content of a reporting verb stands in the parse tree."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Token

from kg.extraction.reporting import Frame
from kg.language.tree import child, children, is_passive

Interval = tuple[int, int]
EDGE = frozenset({",", ";", ":", "-", "--", "\u2013", "\u2014", ".", "?", "!", ")"})


def trimmed(doc: Doc, start: int, end: int) -> Interval | None:
    """An interval without punctuation and blanks at its edges; quotation marks stay."""
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
        return around(tree(head), tree(verb))
    return None


def around(whole: Interval, hole: Interval) -> Interval:
    """The larger part of a stretch beside a hole at its edge, the whole if the hole is in the middle."""
    if hole[1] >= whole[1] - 1:
        return whole[0], hole[0]
    return (hole[1], whole[1]) if hole[0] <= whole[0] else whole


def infinitive(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """vowed **to retaliate**; urged **them to leave**; is believed **to have fled**."""
    item = next((c for c in verb.children if c.dep_ in {"xcomp", "advcl"} and c.i > verb.i and is_infinitive(c)), None)
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


def is_infinitive(token: Token) -> bool:
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
