"""People whose names a text tells apart from what was done to them.

"Two students were shot. The *victims* were **identified as** Ana Ruiz and Ivo Sand"; "a *man*, later **identified as**
Ivo Sand"; "three *engineers*: Ana Ruiz, Ivo Sand and Lou Berg".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from kg.extraction.numbers import number_of
from kg.extraction.words import Words
from kg.language.tree import child, children, first_conjunct, partitive, with_conjuncts
from kg.ontology.word_classes import word_class

#: words for those hit that do not say what they are
VICTIMS = frozenset("victim dead deceased fatality casualty wounded injured hostage captive body corpse".split())
#: words that are plurals where they stand for people, and those that tell what befell them
HARMED_ONES = word_class("harmed")
BEFALLEN = word_class("befallen")
#: words for the dead
DEAD = frozenset("dead deceased fatality body corpse".split())
#: verbs that say who somebody was, with "as"
NAMING = frozenset({"identify", "name"})
#: verbs of what people live through: "wounded two gunmen. The *dead* were"
SURVIVED = word_class("survived")
PATIENTS = frozenset({"nsubjpass", "dobj"})
#: labels that the parse gives a name that stands in apposition
MISPLACED = frozenset({"npadvmod", "dep", "oprd", "attr"})
#: sentences back to those who were hit
REACH = 6


def identified(words: Words, antecedent: Callable[[Token], Token | None]) -> dict[int, list[Token]]:
    """Heads of names by the index of the noun whose people they name.

    ``antecedent`` finds what a bare noun stands for.
    """
    out: dict[int, list[Token]] = {}
    for noun, names in _told(words):
        for meant in (noun, *_meant(noun, words, antecedent)):
            if _fits(meant, names):
                out.setdefault(meant.i, names)
    return out


def _told(words: Words) -> Iterator[tuple[Token, list[Token]]]:
    """(noun, names) pairs, in text order."""
    for token in words.doc:
        enumerated = _after_colon(token, words) if token.tag_ == "NNS" else []
        naming = token.lemma_ in NAMING and token.pos_ == "VERB"
        if naming:
            noun = child(token, "nsubjpass", "dobj") or (_noun_before(token) if token.tag_ == "VBN" else None)
            named = _behind_as(token, noun)
        elif token.lemma_ == "be" and (noun := _those_hit(token)) is not None:
            named = children(token, "attr" if noun.dep_ == "nsubj" else "nsubj")
        elif token.tag_ == "NNS":
            noun, named = token, enumerated or children(token, "appos") or _behind(token)
        else:
            continue
        labels = {"PERSON", "", "ORG"} if naming or enumerated else {"PERSON", ""}
        names = list(dict.fromkeys(map(_own_name, with_conjuncts(named))))
        if noun is None or not names or not _are_people(noun, words):
            continue
        if all(t.ent_type_ in labels and _is_person(t, words) for t in names):
            yield noun, names


def _behind_as(verb: Token, noun: Token | None) -> list[Token]:
    """Names behind the "as" of a verb of naming, also where it hangs on the noun: "identified the *men* as Ana Ruiz"."""
    links = [p for t in (verb, noun) if t is not None for p in children(t, "prep") if p.lower_ == "as"]
    return [t for p in links for t in children(p, "pobj")]


def _own_name(item: Token) -> Token:
    """The name of a relative in a list of names: "Ivo Sand, his *wife*, Ana Ruiz, and"."""
    relative = item.pos_ == "NOUN" and any(c.tag_ == "PRP$" for c in children(item, "poss"))
    return (child(item, "appos") or item) if relative else item


def _those_hit(copula: Token) -> Token | None:
    """Those hit, of whom a copula says who they are: "the *victims* were X", "X were the two *nuns* killed"."""
    subject, attribute = child(copula, "nsubj"), child(copula, "attr")
    if subject is not None and (_is_victim(subject) or _is_harmed(subject)):
        return subject
    return attribute if attribute is not None and _is_harmed(attribute) else None


def _is_harmed(noun: Token) -> bool:
    """Whether a definite noun tells of people by what was done to them: "the *wounded* nuns", "nuns who *disappeared*"."""
    told = any(c.lower_ in BEFALLEN for c in children(noun, "amod", "acl", "relcl"))
    return told and any(c.lower_ == "the" for c in children(noun, "det"))


def _after_colon(noun: Token, words: Words) -> list[Token]:
    """The names behind a colon, each with what he was, as many as are told: "three *engineers*: X, a Swede, Y, a Dane, and Z"."""
    doc, count = noun.doc, number_of(noun)
    if count is None or noun.i + 1 >= len(doc) or doc[noun.i + 1].text != ":":
        return []
    behind = (t for t in doc[noun.i + 2 : noun.sent.end] if t.dep_ not in {"compound", "nmod"})
    names = [t for t in behind if t.ent_type_ in {"PERSON", "", "ORG"} and _is_person(t, words)]
    told = any(t.tag_ in {"VBD", "VBZ"} for t in doc[noun.i : noun.sent.end] if names and t.i < names[-1].i)
    return names if len(names) == count.low and not told else []


def _noun_before(verb: Token) -> Token | None:
    """The noun that a participle stands behind: "a *man*, later identified as"."""
    if verb.dep_ not in {"acl", "advcl", "relcl"}:
        return None
    before = (t for t in reversed(verb.doc[: verb.i]) if not t.is_punct and t.pos_ not in {"ADV", "AUX"})
    noun = next(before, None)
    return noun if noun is not None and noun.pos_ == "NOUN" else None


def _behind(noun: Token) -> list[Token]:
    """A name right behind a noun and a comma, where the parse hangs it elsewhere: "shot two engineers, *Ana Ruiz* and"."""
    doc, first = noun.doc, noun.i + 2
    if first >= len(doc) or not doc[noun.i + 1].is_punct:
        return []
    ends = (t for t in (doc[first], *doc[first].ancestors) if t.left_edge.i == first and t.pos_ == "PROPN")
    return [t for t in ends if t.dep_ in MISPLACED][:1]


def _are_people(noun: Token, words: Words) -> bool:
    whole = partitive(noun) if noun.pos_ == "NUM" else None
    if whole is not None:
        return _are_people(whole, words)  # "*one* of the dead"
    role = words.role(noun)
    people = "person" in words.classes(noun) and (role is None or role.person)
    return noun.pos_ in {"NOUN", "ADJ"} and (people or _is_victim(noun))


def _is_victim(noun: Token) -> bool:
    return noun.lemma_.lower() in VICTIMS


def _is_person(name: Token, words: Words) -> bool:
    """Whether a word ends somebody's name: first name and surname, and no place or body that is known."""
    entry = words.entry(name)
    known = words.name(name) is not None and (entry is None or entry.kind != "Person")
    whole = any(c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN" for c in name.children)
    return name.pos_ == "PROPN" and whole and not known and not words.is_toponym(name)


def _meant(noun: Token, words: Words, antecedent: Callable[[Token], Token | None]) -> Iterator[Token]:
    """The mention before that a noun takes up: those who were hit last, or the same noun."""
    found = _last_hit(noun, words) if _is_victim(noun) else antecedent(noun)
    if found is not None and found.i < noun.i and found.pos_ == "NOUN":
        yield found


def _last_hit(noun: Token, words: Words) -> Token | None:
    """The last people told before a noun to whom something was done and who are as many."""
    sentences = 0
    for token in reversed(words.doc[: noun.i]):
        sentences += token.nbor().is_sent_start is True
        if sentences > REACH:
            return None
        if (
            first_conjunct(token).dep_ in PATIENTS
            and _are_people(token, words)
            and _is_plural(token) == _is_plural(noun)
            and not (noun.lemma_.lower() in DEAD and first_conjunct(token).head.lemma_ in SURVIVED)
        ):
            return token
    return None


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in HARMED_ONES


def _fits(noun: Token, names: list[Token]) -> bool:
    """Whether there are as many names as people, as far as is told."""
    count = number_of(noun)
    if not _is_plural(noun):
        return len(names) == 1
    return len(names) > 1 if count is None else count.low == count.high == len(names)
