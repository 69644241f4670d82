"""Small helpers over the parse tree (spaCy's English labels): subjects, objects, conjuncts, noun phrases."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Span, Token

from kg.language.grammar import AMOUNTS, DEFINITE, NOMINAL, OBJECTS
from kg.ontology.word_classes import word_class

#: verbs that hardly stand without an object: what stands before them then suffers it
NEVER_ALONE = word_class("never-alone")
#: adverbs that take a preposition of their own: "*across* from the bank"
BESIDE = frozenset({"across", "next", "adjacent"})
PREPOSITION_POS = frozenset({"ADP", "SCONJ", "VERB", "ADV", "ADJ", "PART"})
#: dependents that belong to the words of a noun phrase; clauses, appositions and lists do not
PHRASE_DEPS = frozenset(
    {
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "quantmod",
        "nmod",
        "case",
        "predet",
        "advmod",
        "npadvmod",
        "neg",
        "punct",
        "prep",
    }
)
#: nouns for a part or a number of those told behind them: "a *group* of soldiers", "a *wave* of attacks"
PARTITIVE = AMOUNTS | frozenset(
    "portion part section stretch group team crowd contingent squad posse band horde column series wave bulk barrage "
    "volley salvo hail swarm piece strip tract swathe swath".split()
)
#: nouns for a body of which men serve
BODIES = frozenset(
    "force battalion brigade regiment army police unit corps guard guards squad militia front garrison".split()
)
#: what an act makes of its object, where the parse puts it before the noun: "shot *dead* two men"
STATES = frozenset({"dead", "alive", "ablaze", "alight"})
VOWELS = "aeiou"
LEMMAS = {
    "corpses": "corpse",
    "dined": "dine",
    "dining": "dine",
    "unbanned": "unban",
    "staged": "stage",
    "staging": "stage",
    "raided": "raid",
    "seized": "seize",
    "machinegunned": "machinegun",
    "strafed": "strafe",
    "shelled": "shell",
    "mortared": "mortar",
    "retook": "retake",
    "foresaw": "foresee",
    "forsook": "forsake",
    "resold": "resell",
    "retold": "retell",
    "rewrote": "rewrite",
    "outfought": "outfight",
    "relit": "relight",
    "caned": "cane",
    "gheraoed": "gherao",
    "lathicharged": "lathicharge",
    "teargassed": "teargas",
    "swore": "swear",
    "waded": "wade",
    "wading": "wade",
    "bled": "bleed",
    "trod": "tread",
    "trodden": "tread",
    "raped": "rape",
    "raping": "rape",
    "machine-gunned": "machine-gun",
    "machine-gunning": "machine-gun",
}


def lemma(token: Token) -> str:
    """The lemma in lower case, forms that the model's lemmatiser gets wrong put right."""
    return LEMMAS.get(token.lower_, token.lemma_.lower())


def other_lemmas(token: Token) -> list[str]:
    """Lemmas that a form of a verb may have beside that of the model, which guesses at verbs that it does not know.

    "napalmed" is of "napalm", "reoccupied" of "reoccupy", "sniped" of "snipe" and never of "snip".
    """
    word, ending = token.lower_, {"VBD": "ed", "VBN": "ed", "VBG": "ing"}.get(token.tag_, "")
    stem = word.removesuffix(ending)
    if not ending or stem == word or len(stem) < 3:
        return []
    if ending == "ed" and stem.endswith("i"):
        return [f"{stem[:-1]}y"]
    if stem[-1] == stem[-2] and stem[-1] not in "els":
        return [stem[:-1]]
    short = stem[-1] not in VOWELS and stem[-2] in VOWELS and stem[-3] not in VOWELS
    return [f"{stem}e"] if short and sum(c in VOWELS for c in stem) == 1 else [stem, f"{stem}e"]


def singular(token: Token) -> str:
    """The singular of a plural that the model takes for a name at the head of a sentence: "**Clashes** in Lesk"."""
    word = token.lower_
    first = token.is_sent_start or token.nbor(-1).is_space or token.nbor(-1).is_punct
    if token.pos_ != "PROPN" or not first or token.lemma_.lower() != word or not word.endswith("s"):
        return token.lemma_.lower()
    return word[:-2] if word.endswith(("shes", "ches", "sses", "xes")) else word[:-1]


def children(token: Token, *deps: str) -> list[Token]:
    """The children that bear one of the labels."""
    return [child for child in token.children if child.dep_ in deps]


def child(token: Token, *deps: str) -> Token | None:
    """The first child that bears one of the labels."""
    return next((c for c in token.children if c.dep_ in deps), None)


def with_conjuncts(tokens: Iterable[Token]) -> list[Token]:
    """Each token with those coordinated to its right ("Britain, France and Spain")."""
    out: list[Token] = []
    for token in tokens:
        for item in (token, *_conjuncts(token)):
            if item not in out:
                out.append(item)
    return out


def _conjuncts(token: Token) -> Iterator[Token]:
    for item in token.children:
        if item.dep_ == "conj" and (item.pos_ in NOMINAL or token.pos_ not in NOMINAL):
            yield item
            yield from _conjuncts(item)


def first_conjunct(token: Token) -> Token:
    """The token that a coordination starts with."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def prepositional(token: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, object) pairs that hang on a token, chains ("from out of") and coordination opened."""
    for name, item in _prepositional(token):
        yield ("outside" if name == "opposite" else name), item
    for adverb in children(token, "advmod", "prep"):
        if adverb.lower_ in BESIDE and not children(adverb, "pobj"):
            for phrase in children(adverb, "prep"):
                yield from (("outside", t) for t in with_conjuncts(children(phrase, "pobj")))


def _prepositional(token: Token) -> Iterator[tuple[str, Token]]:
    for preposition in token.children:
        if preposition.dep_ in {"prep", "agent", "dative"} and preposition.pos_ in PREPOSITION_POS:
            name = preposition.lower_
            if name == "according" or (name in BESIDE and not children(preposition, "pobj")):
                continue
            for item in preposition.children:
                if item.dep_ == "pobj":
                    beside = _beside(item) if name in {"in", "at", "on"} else None
                    for conjunct in with_conjuncts([item if beside is None else beside]):
                        yield (name if beside is None else "outside"), conjunct
                elif item.dep_ == "prep":
                    for inner in item.children:
                        if inner.dep_ == "pobj":
                            own = "along with" if name == "along" else item.lower_
                            for conjunct in with_conjuncts([inner]):
                                yield (own if own != "of" else name), conjunct
                elif item.dep_ == "conj" and item.pos_ == "ADP":
                    for inner in item.children:
                        if inner.dep_ == "pobj":
                            for conjunct in with_conjuncts([inner]):
                                yield item.lower_, conjunct


def _beside(noun: Token) -> Token | None:
    """What something is in front of: "in front of *the embassy*", "in the vicinity of *the port*"."""
    if noun.lemma_.lower() not in {"front", "vicinity", "proximity", "top"}:
        return None
    return next((p for c in noun.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"), None)


def complement(verb: Token, word: str) -> Token | None:
    """A word said of a verb's object that the parse makes a part of it: "shot *dead* two men", "set a shop *ablaze*"."""
    for item in verb.children:
        if item.dep_ in OBJECTS:
            for own in item.children:
                beside = own.i == verb.i + 1 or own.i == item.i + 1
                if own.dep_ == "amod" and beside and own.lower_ == word:
                    return own
    return None


def phrase(head: Token) -> Span:
    """The words of a noun phrase without clauses, appositions and further conjuncts."""
    left, right = head.i, head.i
    for item in head.children:
        if item.lower_ in STATES and item.i + 1 != head.i and complement(head.head, item.lower_) == item:
            continue  # "shot *dead* two men"
        if item.i < head.i and item.dep_ in PHRASE_DEPS | {"appos"} - {"punct", "prep"} and item.dep_ != "punct":
            left = min(left, item.left_edge.i)
    for item in head.children:
        if item.i > head.i and item.dep_ == "prep" and item.lower_ in {"of", "from", "in"} and item.i <= right + 1:
            inner = with_conjuncts(c for c in item.children if c.dep_ == "pobj")
            if inner and (item.lower_ == "of" or inner[0].pos_ == "PROPN"):
                right = max(right, *(phrase(c).end - 1 for c in inner))
    while left < head.i and head.doc[left].is_punct and head.doc[left].text not in {"(", '"'}:
        left += 1
    return head.doc[left : right + 1]


def base_phrase(head: Token) -> Span:
    """The words from the left edge of a noun phrase to its head."""
    return head.doc[phrase(head).start : head.i + 1]


def partitive(head: Token) -> Token | None:
    """The whole of "40 of the homes", "the lead portion of the column", "dozens of people"."""
    several = head.tag_ == "NNS" and head.lemma_.lower() in {"member", "element", "operative", "agent"}
    several = several or (head.lower_ == "number" and any(c.lower_ in {"a", "an"} for c in head.children))
    serving = head.lower_ in {"men", "women", "personnel", "troopers"}  # "*men* of the CRPF", "of the border force"
    if head.pos_ != "NUM" and head.lemma_.lower() not in PARTITIVE and not several and not serving:
        return None
    whole = next(
        (p for c in head.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"),
        None,
    )
    own = whole is None or not serving or whole.is_upper or whole.lemma_.lower() in BODIES
    return whole if own else None


def taken_to_act(noun: Token) -> Token | None:
    """The verb of "*took* advantage of the **dark** to attack", where the infinitive hangs on what was made use of."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return None
    owner = noun.head.head
    verb = owner.head if owner.lower_ == "advantage" else owner
    used = verb.lemma_ == "take" and any(c.lower_ == "advantage" for c in children(verb, *OBJECTS))
    return verb if used else None


def announcers(pronoun: Token, saying: Collection[str]) -> Iterator[Token]:
    """Who says what a pronoun does, with one of the verbs given: "*the army* said **it** had targeted a base"."""
    verb = pronoun.head
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    if pronoun.dep_ == "nsubj" and verb.dep_ == "ccomp" and verb.head.lemma_ in saying:
        yield from (t for t in children(verb.head, "nsubj") if t.i < pronoun.i and t.pos_ in {"NOUN", "PROPN"})


def is_definite(token: Token) -> bool:
    """Whether a noun tells of something that the reader knows: "the raid"."""
    return token.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ in DEFINITE for c in token.children)


def hang(token: Token, head: Token, label: str) -> None:
    """Give a token another head."""
    token.head = head
    token.dep_ = label
