"""What is put before a reader as no fact by how the clause is built: questions, laws, "any", "instead of", "in case of"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.governed import is_told_as_done
from kg.extraction.scopes import text_refused
from kg.extraction.signs import Qualifier, Vocabulary
from kg.language.grammar import SUBJECTS
from kg.language.tree import children

#: words before what was not done because something else was
INSTEAD = frozenset({("instead", "of"), ("rather", "than"), ("far", "from"), ("opposed", "to"), ("lieu", "of")})
#: adverbs that leave almost nothing of a verb
SCARCELY = frozenset({"hardly", "scarcely", "barely", "rarely", "seldom", "no", "not", "never"})
#: words by which one of many is picked out; that something was not this one leaves it as it is
RANKS = frozenset("first second third last only sole latest".split())
#: what comes upon those who do what a law forbids
FACING = frozenset({"face", "risk", "deserve"})
#: where it is not known whether what is reported was done
INQUIRING = frozenset(
    "inquiry enquiry investigation probe investigate probe examine look open order launch verify".split()
)
#: what money is offered for, and such money
CLUES = frozenset("information tip clue lead intelligence detail evidence tip-off anything".split())
REWARDS = frozenset({"reward", "bounty"})
ADMITTING = frozenset({"admit", "acknowledge", "concede", "confess"})
GUILT = frozenset({"guilty", "responsible"})


def unreal_signs(node: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """Signs of how a clause is built that a word is no fact of it."""
    for reading in (_instead, _any, _asked, _supposed):
        if (cue := reading(node)) is not None:
            yield Qualifier("negated" if reading is _instead else "hypothetical", cue)
    yield from _untrue(node, vocabulary)
    yield from _ruled(node, vocabulary)
    yield from _wished(node)
    if (sought := _sought(node)) is not None:
        yield Qualifier("hypothetical", sought)
    if (refused := text_refused(node, vocabulary)) is not None:
        yield Qualifier("negated", refused)
    if node.dep_ == "pcomp" and node.head.lower_ == "of" and node.head.head.head.lower_ == "within":
        yield Qualifier("failed", node.head.head.head)  # "came *within* sight of taking it"
    if node.dep_ in {"ccomp", "acl"} and node.head.lemma_.lower() == "doubt":
        yield Qualifier("hypothetical", node.head)
    if node.dep_ == "prep" and node.lower_ == "of" and _is_occasion(node.head):
        yield Qualifier("hypothetical", node.head)


def _is_occasion(noun: Token) -> bool:
    """Whether a noun says that something may come: "in **case** of an attack", not "in *the* case of the attack"."""
    given = {"case": [], "event": ["the"]}.get(noun.lower_)
    return noun.head.lower_ == "in" and [c.lower_ for c in children(noun, "det")] == given


def _instead(node: Token) -> Token | None:
    """**Instead** of *attacking* the town, the rebels surrounded it; **rather** than *arrest* them."""
    if node.pos_ not in {"VERB", "NOUN", "AUX"}:
        return None
    own = [node, *(c for c in node.children if c.dep_ in {"aux", "auxpass", "advmod"} and c.i < node.i)]
    first = node.left_edge if node.pos_ == "NOUN" else min(own, key=lambda t: t.i)
    first = first if first.lower_ not in {"rather", "instead", "far"} else node
    before = node.doc[max(0, first.i - 2) : first.i]
    return before[0] if tuple(t.lower_ for t in before) in INSTEAD else None


def _any(node: Token) -> Token | None:
    """**Any** *attack* on the island would be answered."""
    return next((c for c in children(node, "det") if c.lower_ == "any"), None) if node.pos_ == "NOUN" else None


def _supposed(node: Token) -> Token | None:
    """*An Israeli strike* **would** set off a war: an indefinite subject of which nothing else is told."""
    if node.dep_ != "nsubj" or node.tag_ != "NN" or not any(c.lower_ in {"a", "an"} for c in children(node, "det")):
        return None
    told = children(node, "relcl", "acl") or any(c.lower_ == "have" for c in children(node.head, "aux"))
    return None if told else next((c for c in children(node.head, "aux") if c.lower_ == "would"), None)


def _asked(node: Token) -> Token | None:
    """**Did** the army *kill* the protesters?  **Was** the president *killed*?"""
    if (
        node.dep_ == "acl"
        and node.tag_ in {"VBN", "VBG"}
        and node.head.dep_ in SUBJECTS
        and node.head.head.lemma_ == "be"
    ):
        node = node.head.head  # "was *the president* killed", read as "the killed president"
    if node.dep_ != "ROOT" or node.sent.text.rstrip().rstrip("\"'\u201d\u2019")[-1:] != "?":
        return None
    subject = next((c for c in node.children if c.dep_ in SUBJECTS), None)
    helpers = [*children(node, "aux", "auxpass"), *([node] if node.lemma_ == "be" else [])]
    first = next((t for t in helpers if subject is not None and t.i < subject.i), None)
    return first if first is not None and node.left_edge.tag_ not in {"WP", "WRB", "WDT", "WP$"} else None


def _untrue(node: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """It is **untrue** that soldiers *looted* it; no **truth** in reports that they *did*; **nothing** suggests they *did*."""
    head = node.head
    false = vocabulary["reports"]["false"]
    if node.dep_ in {"ccomp", "csubj", "acl", "advcl"} and head != node:
        told = [head, *children(head, "acomp", "attr")]
        untrue = next((t for t in told if t.dep_ in {"acomp", "attr"} and _is_false(t, false)), None)
        if untrue is not None and (head == untrue or children(head, "acomp", "attr") == [untrue]):
            yield Qualifier("denied", untrue)
    if node.dep_ == "ccomp" and (nothing := next((c for c in children(head, "nsubj") if c.lower_ == "nothing"), None)):
        yield Qualifier("negated", nothing)
    if (
        node.dep_ == "ccomp"
        and head.lemma_ == "claim"
        and head.dep_ == "advcl"
        and (lie := _called_lie(head, vocabulary))
    ):
        yield Qualifier("denied", lie)
    report = node.dep_ == "acl" and head.dep_ == "pobj" and head.lemma_.lower() in vocabulary["reports"]["nouns"]
    if report and (refused := _refused(head, vocabulary)) is not None:
        yield Qualifier("denied", refused)
    if node.dep_ in {"acl", "ccomp"} and head.lemma_.lower() in vocabulary["reports"]["nouns"]:
        unsure = vocabulary["reports"]["unsure"]
        yield from (Qualifier("alleged", c) for c in children(head, "amod") if c.lower_ in unsure)
        looked_into = head.head if head.dep_ == "dobj" else head.head.head if head.head.lower_ == "into" else head
        if looked_into.lemma_.lower() in INQUIRING:
            yield Qualifier("alleged", head)  # "an *inquiry* into **claims** that soldiers looted it"
    if node.dep_ == "prep" and node.lower_ in {"to", "of"} and head.lower_ in GUILT and children(head, "neg"):
        yield Qualifier("denied", head)  # "pleaded *not guilty* to bombing it"


def _is_false(word: Token, false: list[str]) -> bool:
    """Whether a predicate calls a clause wrong: "it is **untrue** that", "it is *not* **true** that"."""
    if word.lemma_.lower() in false:
        return not (children(word, "neg") or children(word.head, "neg"))
    return word.lower_ in {"true", "correct"} and bool(children(word, "neg") or children(word.head, "neg"))


def _refused(report: Token, vocabulary: Vocabulary) -> Token | None:
    """The word that refuses a report below a preposition: "**dismissed** as lies *reports* that", "no **truth** in them"."""
    above = report.head.head
    if above.lower_ == "truth":
        return above if any(c.lower_ in {"no", "little", "any"} for c in children(above, "det", "amod")) else None
    return above if report.head.lower_ == "as" and above.lemma_.lower() in vocabulary["reports"]["verbs"] else None


def _called_lie(claims: Token, vocabulary: Vocabulary) -> Token | None:
    """The verb of "**dismissed** as lies *claims* that", where the parser takes the claims for a verb."""
    above = claims.head
    refused = above.lemma_.lower() in vocabulary["reports"]["verbs"]
    before = [*children(claims, "mark"), *children(above, "prep")]
    return above if refused and any(c.lower_ == "as" and c.i < claims.i for c in before) else None


def _ruled(node: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """The **law** allows police to *detain* people; a **law** against *torture*; soldiers who *torture* people **face** jail."""
    norms = vocabulary["norms"]
    head = node.head
    if head.lemma_.lower() in norms["verbs"] and node.dep_ in {"ccomp", "xcomp", "dobj"}:
        subjects = (c for c in head.children if c.dep_ == "nsubj")
        yield from (Qualifier("hypothetical", c) for c in subjects if c.lemma_.lower() in norms["nouns"])
    if node.dep_ == "prep" and node.lower_ == "against" and head.lemma_.lower() in norms["nouns"]:
        yield Qualifier("hypothetical", head)
    if node.dep_ == "relcl" and node.tag_ == "VBP" and not children(node, "aux") and _is_whoever(head):
        above = head.head
        helped = any(c.tag_ == "MD" for c in above.children)
        if head.dep_ in SUBJECTS and (helped or (above.tag_ == "VBP" and above.lemma_.lower() in FACING)):
            yield Qualifier("hypothetical", above)


def _is_whoever(noun: Token) -> bool:
    """Whether a plural names all who do something, and none that are known: "**soldiers** who", "**those** who"."""
    return noun.lower_ == "those" or (noun.tag_ == "NNS" and not children(noun, "det", "nummod", "poss"))


def _wished(node: Token) -> Iterator[Qualifier]:
    """I **wish** they had *arrested* him: they did not."""
    if node.dep_ == "ccomp" and node.head.lemma_ == "wish" and is_told_as_done(node):
        yield Qualifier("negated", node.head)


def _sought(node: Token) -> Token | None:
    """**Information** leading to the *capture* of a man is offered money for, and so is a **reward** for his *capture*."""
    noun = node.head
    if node.dep_ in {"acl", "relcl"} and node.lemma_ == "lead" and node.tag_ in {"VBG", "VBP", "VBZ", "VB"}:
        return noun if noun.lemma_.lower() in CLUES and not _is_the(noun) else None
    offered = node.dep_ == "prep" and node.lower_ in {"for", "on"} and noun.lemma_.lower() in REWARDS
    return noun if offered else None


def _is_the(noun: Token) -> bool:
    return any(c.lower_ in {"the", "this", "that", "these", "those"} for c in children(noun, "det"))


def is_one_of_many(noun: Token) -> bool:
    """Whether a deed is only told not to be the one of a kind: "it was *not the first* **attack**"."""
    if noun.dep_ != "attr" or not children(noun.head, "neg") or any(c.tag_ == "MD" for c in noun.head.children):
        return False
    return any(c.lower_ in RANKS or c.tag_ == "JJS" for c in children(noun, "amod"))


def is_undoubted(clause: Token) -> bool:
    """Whether nobody doubts what a clause tells: "there is *little* **doubt** that *they did it*"."""
    doubt = clause.head
    if doubt.lemma_.lower() != "doubt" or clause.dep_ not in {"ccomp", "acl"}:
        return False
    own = [doubt.left_edge, *children(doubt, "neg", "det", "amod"), *children(doubt, "nsubj")]
    return any(c.lower_ in {"no", "little", "nobody", "none", "n't", "not", "few"} for c in own)


def is_unhindered(verb: Token) -> bool:
    """Whether "not" leaves what is below it done: "did **not hesitate** to *shoot*", "never **admitted** that they *did*"."""
    above = verb.head.lemma_.lower()
    admitted = verb.dep_ == "ccomp" and above in ADMITTING and is_told_as_done(verb)
    return bool(children(verb.head, "neg")) and (admitted or (verb.dep_ == "xcomp" and above == "hesitate"))


def is_without_fail(node: Token) -> bool:
    """Whether "without" stands under another denial: "*hardly* a day passes **without** an attack"."""
    verb = node.head.head
    if node.head.lower_ != "without" or verb.pos_ not in {"VERB", "AUX"}:
        return False
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    near = [c for c in verb.children if c.dep_ in {"neg", "advmod"}] + [subject.left_edge for subject in subjects]
    return any(c.lower_ in SCARCELY and c.i < node.i for c in near)
