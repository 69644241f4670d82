"""Where the content of a reporting verb stands in the parse tree."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.extraction.cues import is_apart, teller_behind
from kg.extraction.intervals import Interval, around, join, tree
from kg.extraction.object_complements import measure, naming, phrase, says_by_another, thing
from kg.extraction.quotation import MARKS
from kg.extraction.reporting import Frame
from kg.language.tree import child, children
from kg.language.voice import is_passive
from kg.ontology.word_classes import word_class

BEFORE_CUE = frozenset({",", "?", "!", "'", '"', "''", "--", "-", "\u2014", "\u2013"})
#: prepositions of whom a protest is aimed at
AIMED = frozenset({"against", "over", "for", "at"})
#: pronouns for one of several who tell
OTHERS = frozenset({"one", "another", "others", "some", "many", "both", "all", "none"})
TELLING = word_class("telling") | word_class("claiming") | frozenset({"describe", "call", "condemn", "tell", "write"})
#: what a source asks for itself: "asked not to be *named*"
UNNAMED = frozenset({"named", "identified", "quoted"})
THAT_REACH = 14  # tokens between a cue and the "that" of its content


def clause(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """said **that rebels shelled the town**."""
    if ("clause" not in frame and "infinitive" not in frame) or says_by_another(verb):
        return None
    doc = verb.doc
    for item in sorted(verb.children, key=lambda c: c.i < verb.i):
        if item.dep_ not in {"ccomp", "parataxis"} or item.pos_ in {"X", "SYM"} or _is_parted(item, verb):
            continue
        complement = "infinitive" if item.tag_ == "VB" and is_infinitive(item) and "infinitive" in frame else "clause"
        if complement in frame and item.i > verb.i and item.dep_ == "ccomp":
            return complement, _after(verb, item)
        if complement in frame and item.i < verb.i and (item.right_edge.i > verb.i or _set_off(verb)):
            return complement, _before(verb, item)
    if "clause" in frame and not is_passive(verb):
        host = _host(verb)
        if host is not None:
            return "clause", host
    if "clause" in frame and teller_behind(verb) is not None:
        return "clause", (verb.sent.start, verb.i)
    that = next(
        (t for t in verb.doc[verb.i + 1 : verb.right_edge.i + 1] if t.lower_ == "that" and t.dep_ == "mark"), None
    )
    if that is not None and "clause" in frame and that.i - verb.i <= THAT_REACH:
        return "clause", (that.i, max(that.head.right_edge.i + 1, that.i + 1))
    wh = next(
        (c for c in verb.children if c.i > verb.i and c.dep_ in {"advcl", "dobj", "pcomp"} and _wh_clause(c)), None
    )
    if wh is not None and "clause" in frame:
        start, end = tree(wh)
        return "clause", (max(start, verb.i + 1), min(end, len(doc)))
    return None


def within_semicolons(verb: Token, content: Interval) -> Interval:
    """The part of a content that stands in the clause before a saying, if a semicolon parts it from the rest.

    "*Two died*, medics **said**; 26 were killed in the camp": nobody is told to say the second.
    """
    doc, sentence = verb.doc, verb.sent
    marks = [t.i for t in sentence if t.text == ";"]
    if not marks or any(t.text in MARKS for t in doc[content[0] : content[1]]):
        return content
    first = max((i + 1 for i in marks if i < verb.i), default=sentence.start)
    last = min((i for i in marks if i > verb.i), default=sentence.end)
    edge = _first_of_cue(verb)
    told = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in doc[first:edge]) and _set_off(verb)
    crossing = content[0] < first or content[1] > last
    if not told and content[0] > verb.i and content[1] > last and any(map(_tells_itself, doc[last : content[1]])):
        return content[0], last  # "survivors **said** gunmen fired; six died, *a prosecutor announced*"
    return (max(first, content[0]) if content[0] < edge else first, edge) if told and crossing else content


def without_aside(verb: Token, content: Interval) -> Interval:
    """A content without what the text adds at its end of somebody named in it: "backed *the plan*, which cost 40 lives"."""
    doc = verb.doc
    for word in doc[content[0] : content[1]]:
        clause = word.head if word.tag_ in {"WDT", "WP"} and word.dep_ in {"nsubj", "nsubjpass"} else word
        aside = clause.dep_ == "relcl" and doc[word.i - 1].text == "," and word.i == clause.left_edge.i
        if aside and clause.right_edge.i + 1 >= content[1] and content[0] < word.i - 1 and verb.i < word.i:
            return content[0], word.i - 1
    return content


def _is_parted(clause: Token, verb: Token) -> bool:
    """Whether a semicolon parts a clause from a verb that says nothing of it: "A bomb went off; X **claimed** it"."""
    return clause.dep_ == "parataxis" and any(t.text == ";" for t in verb.doc[clause.right_edge.i : verb.i])


def _wh_clause(token: Token) -> bool:
    return token.left_edge.tag_ in {"WRB", "WP", "WDT"} or (
        token.left_edge.lower_ in {"if", "whether"} and token.pos_ in {"VERB", "AUX"}
    )


def _first_of_cue(verb: Token) -> int:
    """The first token of the cue and its subject."""
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "advmod", "neg"}]
    edge = verb.i
    for item in sorted(own, key=lambda c: -c.i):
        if item.i < edge and item.right_edge.i == edge - 1:
            edge = item.left_edge.i
    return edge


def _set_off(verb: Token) -> bool:
    """Whether a comma or a quotation mark stands before the cue: "Rebels left, he said"."""
    edge = _first_of_cue(verb)
    return edge > verb.sent.start and verb.doc[edge - 1].text in BEFORE_CUE


def _before(verb: Token, item: Token) -> Interval:
    """Content in front of the cue reaches back to the start of the sentence: "But rebels left, he said"."""
    start, end = tree(item)
    first, last = verb.sent.start, verb.sent.end
    if item.right_edge.i > verb.i:
        return (min(first, start) if verb.dep_ == "ROOT" else start), max(end, last if verb.dep_ == "ROOT" else end)
    rest = _rest(verb)
    if rest is not None:
        return first, last
    return (first if verb.dep_ == "ROOT" else start), max(start + 1, _first_of_cue(verb))


def _rest(verb: Token) -> Token | None:
    """Where the content goes on behind an inserted cue: "The army, he said on Friday, left"."""
    doc, at = verb.doc, verb.i + 1
    while at < verb.sent.end and doc[at].text != ",":
        at += 1
    if at + 2 >= verb.sent.end or verb.dep_ != "ROOT":
        return None
    first = doc[at + 1]
    if first.text in {'"', "''"}:
        first = doc[at + 2]
    if first.tag_ in {"VBG", "WP", "WP$", "WDT", "WRB"} or first.lower_ in {
        "as",
        "when",
        "after",
        "while",
        "according",
        "citing",
    }:
        return None
    if any(t.lower_ in {"after", "before"} for t in doc[at + 1 : at + 5]):
        return None  # "..., X said, *a day after* Y threatened it"
    finite = any(t.tag_ in {"VBD", "VBP", "VBZ", "MD"} and t.dep_ != "relcl" for t in doc[at + 1 : verb.sent.end])
    return first if finite and verb.right_edge.i >= at else None


def _after(verb: Token, item: Token) -> Interval:
    """Content behind the cue, with the clauses that the parse hangs on the cue: "said it left because it was late"."""
    start, end = tree(item)
    for more in sorted((c for c in verb.children if c.left_edge.i >= end), key=lambda c: c.i):
        if _goes_on(more):
            end = more.right_edge.i + 1
        elif more.dep_ not in {"punct", "cc"}:
            break
    others = (c for c in item.subtree if c.i > item.i and c.dep_ == "conj" and (_tells_itself(c) or is_apart(c)))
    end = min([end, *(_joined_from(c) for c in others)])
    return max(start, verb.i + 1), max(end, item.i + 1)


def _joined_from(verb: Token) -> int:
    """The first token of a second clause, its "and" or "but" included."""
    start = verb.left_edge.i
    return start - 1 if verb.doc[start - 1].dep_ == "cc" else start


def _tells_itself(verb: Token) -> bool:
    """Whether somebody else tells what follows: "India said it had hit a camp, and **Islamabad** *claimed* five jets"."""
    teller = child(verb, "nsubj", "nsubjpass")
    own = teller is not None and (teller.pos_ != "PRON" or teller.lower_ in OTHERS)
    told = (
        verb.tag_ in {"VBD", "VBZ", "VBP"} or child(verb, "auxpass") is not None
    )  # "jets *were said* to be bombing it"
    return own and told and verb.lemma_.lower() in TELLING


def _goes_on(token: Token) -> bool:
    """Whether a clause behind the content is part of it: another content, a reason, a second main clause."""
    if token.dep_ == "ccomp":
        return True
    if token.dep_ == "advcl":
        return token.left_edge.lower_ in {"because", "although", "though", "unless", "if", "since", "so", "but"}
    return token.dep_ == "conj" and child(token, "nsubj", "nsubjpass", "expl") is not None and not _tells_itself(token)


def _host(verb: Token) -> Interval | None:
    """The clause that an inserted cue belongs to: "The army, he said, left" and "as he said"."""
    head = verb.head
    if verb.dep_ == "parataxis" or (
        verb.dep_ == "advcl"
        and any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in verb.children)
        and not any(c.pos_ != "PRON" for c in children(verb, "dobj"))  # "as the army *announced a curfew*, rebels left"
        and not any(c.lower_ in AIMED for c in children(verb, "prep"))  # "as thousands *protested against* it"
        and not any(c.lower_ == "even" for c in verb.children)  # "*even as* leaders **agreed** to meet"
    ):
        while verb.i < head.i and head.dep_ == "advcl" and head.head.i < verb.i:
            head = head.head  # "Homes were burned, he **said**, *displacing* 30", with the cue hung on the last clause
        start, end = around(tree(head), tree(verb))
        return start, min([end, *(c.left_edge.i for c in _answers(head) if c.i > verb.i)])
    return None


def _answers(verb: Token) -> list[Token]:
    """What others say against a statement, which is none of it: "jets hit a port, he **said**, *but* a minister denied it"."""
    later = [c for c in children(verb, "conj") if child(c, "nsubj") is not None and c.i > verb.i]
    but = any(c.lower_ == "but" for c in children(verb, "cc"))
    return later if but else []


def infinitive(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """vowed **to retaliate**; urged **them to leave**; is believed **to have fled**."""
    item = next((c for c in verb.children if c.dep_ in {"xcomp", "advcl"} and c.i > verb.i and is_infinitive(c)), None)
    if item is None or "infinitive" not in frame or item.lower_ in UNNAMED:
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
    items = (c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i)
    item = next((c for c in items if c.tag_ == "VBG" or any(t.lower_ == "having" for t in children(c, "aux"))), None)
    return ("gerund", tree(item)) if item is not None and "gerund" in frame else None


COMPLEMENTS: tuple[Callable[[Token, Frame], tuple[str, Interval] | None], ...] = (
    clause,
    infinitive,
    gerund,
    naming,
    measure,
    phrase,
    thing,
)
