"""Cues in the parse tree: who says, thinks or wants what, inside one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from kg.extraction.complements import COMPLEMENTS, is_infinitive, within_semicolons, without_aside
from kg.extraction.cues import Cue, source_of
from kg.extraction.intervals import Interval, around, join, noun_run, tree, trimmed
from kg.extraction.object_complements import without_denial
from kg.extraction.reporting import Frame, Reporting
from kg.language.tree import child, children

WHEN = frozenset({"when", "after", "as", "before"})
#: what somebody's own telling is called: "by the monitor's *count*"
ACCOUNTS = frozenset(
    "count tally account estimate reckoning estimation view opinion telling judgment judgement".split()
)
#: what comes after words that somebody says: "came the *reply*"
REPLIES = frozenset("reply answer response retort cry shout call voice order warning message".split())
#: how somebody has a view or a hope: "is *of* the opinion that", "fled *in* the belief that"
HELD = frozenset({"of", "in", "under", "with"})
START = 4  # tokens that may stand before "according to" at the start of a sentence or behind it at its end


def cues(doc: Doc, words: Reporting) -> Iterator[Cue]:
    """Every cue of a text, in order."""
    for token in doc:
        for construction in CONSTRUCTIONS:
            found = construction(token, words)
            if found is not None:
                yield found
                break


def verb_cue(token: Token, words: Reporting) -> Cue | None:
    """*The minister* **said** *rebels shelled the town*."""
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass", "amod", "compound", "prep"}:
        return None
    frame = frame_of(token, words)
    if frame is None:
        return None
    found = next((f for f in (c(token, frame) for c in COMPLEMENTS) if f), None)
    if found is not None and frame.get(found[0]) == "silence" and not negated(token):
        found = None  # "**responded** to the attack"
    quotable = "clause" in frame
    if found is None and not quotable:
        return None
    complement, interval = found or ("clause", None)
    if interval is not None and complement != "clause":
        interval = without_aside(token, interval)
    if interval is not None:
        interval = without_denial(token, interval)
    content = trimmed(token.doc, *within_semicolons(token, interval)) if interval else None
    if content is None and not quotable:
        return None
    if token.lemma_ == "begin" and content is not None and token.doc[content[0]].lower_ in WHEN:
        return None  # "the attack **began** *when* a bomb went off"
    return Cue(
        token,
        source_of(token, words.containers),
        verb_group(token, complement),
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
        if (
            particle.dep_ in {"prt", "advmod", "acomp", "ccomp", "oprd", "dobj"}
            and f"{lemma} {particle.lower_}" in words.verbs
        ):
            return words.verbs[f"{lemma} {particle.lower_}"]
    return words.verbs.get(lemma)


def verb_group(verb: Token, complement: str = "") -> Interval:
    """The verb with the auxiliaries, negations, adverbs and particles that touch it, and the preposition it takes."""
    start, end = verb.i, verb.i + 1
    small = [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "advmod", "prt"} and not list(c.children)]
    inside = {c.i for c in small} | {c.i for c in children(verb, "prep") if c.lower_ == complement}
    while start - 1 in inside:
        start -= 1
    while end in inside:
        end += 1
    return start, end


def negated(verb: Token) -> bool:
    """Whether the reporting itself is negated: "did not say"."""
    return any(c.dep_ == "neg" or c.lower_ in {"never", "hardly"} for c in verb.children)


# ---------------------------------------------------------------- nouns, adjectives, adverbs, "according to"


def noun_cue(token: Token, words: Reporting) -> Cue | None:
    """*the rebels'* **claim** *that troops fled*; **fears of** *war*."""
    frame = words.nouns.get(token.lemma_.lower()) if token.pos_ == "NOUN" and token.lower_ != "words" else None
    if not frame:
        return None
    found = _noun_clause(token, frame) or _noun_phrase(token, frame) or _noun_predicate(token, frame)
    content = trimmed(token.doc, *found[1]) if found else None
    if found is None or content is None:
        return None
    return Cue(token, noun_source(token), (token.i, token.i + 1), content, found[0], frame[found[0]])


def _noun_clause(noun: Token, frame: Frame) -> tuple[str, Interval] | None:
    for item in noun.children:
        if item.i < noun.i or item.dep_ not in {"acl", "ccomp", "relcl"}:
            continue
        if "infinitive" in frame and item.dep_ in {"acl", "relcl"} and is_infinitive(item):
            return "infinitive", tree(item)
        first = item.left_edge
        that = first.lower_ in {"that", "whether"} and (first.dep_ in {"mark", "det"} or item.dep_ == "acl")
        if "clause" in frame and (that or item.dep_ == "ccomp"):
            return "clause", tree(item)
    return None


def _noun_phrase(noun: Token, frame: Frame) -> tuple[str, Interval] | None:
    for preposition in children(noun, "prep"):
        item = child(preposition, "pobj", "pcomp")
        if preposition.lower_ in frame and item is not None:
            return preposition.lower_, tree(item)
    return None


def _noun_predicate(noun: Token, frame: Frame) -> tuple[str, Interval] | None:
    """Their **aim** is *to take the town*; the **fear** is *that they will return*."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return None
    for item in children(noun.head, "xcomp", "ccomp", "advcl"):
        complement = "infinitive" if is_infinitive(item) else "clause"
        if item.i > noun.head.i and complement in frame and (item.dep_ != "advcl" or item.left_edge.lower_ == "that"):
            return complement, tree(item)
    return None


def noun_source(noun: Token) -> Token | None:
    """Whose claim it is: a possessor, "by"/"from" somebody, or the subject of the verb that the noun is object of."""
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    for preposition in children(noun, "prep"):
        if preposition.lower_ in {"by", "from", "among"} and (item := child(preposition, "pobj")) is not None:
            return item
    if noun.dep_ == "ROOT":  # a verb taken for a noun: "The army claims that"
        return child(noun, "nsubj") or next((c for c in children(noun, "compound", "nmod") if c.i == noun.i - 1), None)
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in HELD else noun.head
    return source_of(verb) if noun.dep_ in {"dobj", "pobj"} and verb.pos_ in {"VERB", "AUX"} else None


def adjective_cue(token: Token, words: Reporting) -> Cue | None:
    """*Troops* are **willing** *to fight*."""
    frame = (
        words.adjectives.get(token.lemma_.lower()) or words.adjectives.get(token.lower_)
        if token.pos_ in {"ADJ", "VERB"} and token.dep_ in {"acomp", "conj", "amod", "ROOT", "advcl"}
        else None
    )
    if not frame:
        return None
    found = _noun_clause_of(token, frame) or _noun_phrase(token, frame) or _clause_beside(token, frame)
    content = trimmed(token.doc, *found[1]) if found else None
    if found is None or content is None:
        return None
    verb = token.head if token.head.pos_ in {"VERB", "AUX"} else token
    span = verb_group(verb) if verb.i < token.i else (token.i, token.i + 1)
    source = source_of(verb) if frame[found[0]] != "finding" else None  # "it is **clear** *that*": to nobody named
    return Cue(token, source, join(span, (token.i, token.i + 1)), content, found[0], frame[found[0]], negated(verb))


def _noun_clause_of(adjective: Token, frame: Frame) -> tuple[str, Interval] | None:
    for item in adjective.children:
        if item.i > adjective.i and item.dep_ in {"ccomp", "xcomp"}:
            complement = "infinitive" if is_infinitive(item) else "clause"
            if complement in frame:
                return complement, tree(item)
    return None


def _clause_beside(adjective: Token, frame: Frame) -> tuple[str, Interval] | None:
    """The clause of an adjective that the parse hangs on its verb: "it remains **unclear** *whether he survived*"."""
    items = children(adjective.head, "ccomp", "advcl") if adjective.dep_ == "acomp" and "clause" in frame else []
    told = (c for c in items if c.i > adjective.i and c.left_edge.i == adjective.i + 1)
    item = next((c for c in told if c.left_edge.lower_ in {"that", "whether"} or c.left_edge.tag_[0] == "W"), None)
    return ("clause", tree(item)) if item is not None else None


def adverb_cue(token: Token, words: Reporting) -> Cue | None:
    """The army **reportedly** *shelled the town*."""
    if token.lower_ not in words.adverbs or token.head == token:
        return None
    start, end = tree(token.head)
    if token.head.pos_ in {"VERB", "AUX"} and token.head.dep_ == "ROOT":
        start, end = token.sent.start, token.sent.end
    content = trimmed(token.doc, *around((start, end), tree(token)))
    return Cue(token, None, (token.i, token.i + 1), content, "clause", "statement") if content else None


def according_cue(token: Token, words: Reporting) -> Cue | None:
    """**According to** *the UN*, *12 people died*."""
    doc = token.doc
    phrases = words.phrases.get(token.lower_, ())
    size = next((len(p) for p in phrases if tuple(t.lower_ for t in doc[token.i : token.i + len(p)]) == p), 0)
    if not size:
        return None
    after = token.i + size
    source = child(doc[after - 1], "pobj") or child(token, "pobj") or noun_run(doc, after, token.sent.end)
    if source is None:
        return None
    hole = (token.i, max(source.right_edge.i + 1, after))
    comma = next((t.i for t in doc[source.i : min(hole[1], token.sent.end)] if t.text == ","), None)
    if comma is not None and token.i - token.sent.start < START:  # the parse hung the statement on the source
        hole = (token.i, comma)
    modifier = next((t for t in token.ancestors if t.pos_ == "VERB"), token)
    inside = modifier.dep_ in {"acl", "relcl"} and modifier.i < token.i and doc[hole[1] : hole[1] + 1].text == ","
    whole = (modifier.left_edge.i, token.i) if inside else _beside(token, hole)
    content = trimmed(doc, *whole)
    return Cue(token, source, (token.i, after), content, "clause", "statement") if content else None


def reply_cue(token: Token, words: Reporting) -> Cue | None:
    """*"Nobody,"* **came the reply** *from the guard*."""
    told = (c for c in children(token, "nsubj") if c.i > token.i and c.lemma_.lower() in REPLIES)
    noun = next(told, None) if token.lemma_ == "come" else None
    if noun is None:
        return None
    froms = (child(p, "pobj") for node in (noun, token) for p in children(node, "prep") if p.lower_ == "from")
    source = child(noun, "poss") or next((s for s in froms if s is not None), None)
    return Cue(token, source, (token.i, noun.i + 1), None, "clause", "statement", quotable=True)


def account_cue(token: Token, words: Reporting) -> Cue | None:
    """*By the monitor's* **count**, *12 people died*."""
    if token.lower_ not in {"by", "in"} or token.dep_ != "prep":
        return None
    noun = child(token, "pobj")
    source = child(noun, "poss") if noun is not None and noun.lemma_.lower() in ACCOUNTS else None
    if noun is None or source is None:
        return None
    content = trimmed(token.doc, *_beside(token, (token.i, noun.right_edge.i + 1)))
    return Cue(noun, source, (noun.i, noun.i + 1), content, "clause", "statement") if content else None


def _beside(token: Token, hole: Interval) -> Interval:
    """The content around "according to somebody": behind it, before it, or the clause in whose middle it stands."""
    start, end = token.sent.start, token.sent.end
    if hole[0] - start < START:
        return hole[1], end
    return (start, hole[0]) if end - hole[1] < START else (start, end)


CONSTRUCTIONS: tuple[Callable[[Token, Reporting], Cue | None], ...] = (
    according_cue,
    account_cue,
    reply_cue,
    verb_cue,
    noun_cue,
    adjective_cue,
    adverb_cue,
)
