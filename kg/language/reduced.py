"""Participles that pass for the verb of a sentence, for a noun or for a state, and the verbs behind them.

"A bomb *stuck* to a van **exploded**" passes for a bomb that stuck; "a school *run* by us" for a run.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.grammar import OBJECTS, SUBJECTS
from kg.language.tree import child, children, hang
from kg.ontology.word_classes import word_class

#: participles that look like nouns: "a school *run* by rebels"
ALIKE = {"run": "run", "hit": "hit", "held": "hold", "struck": "strike"}
#: participles of what is not sure
SEEMING = word_class("seeming")
#: participles of what befell people
OVERCOME = word_class("overcome")
#: verbs by which somebody is said to have done something
ACCUSING = word_class("accusing")
OPINIONS = word_class("opinions")
#: what a meeting does by itself
OCCURRING = frozenset(
    "end begin start open close conclude take come follow last occur happen resume collapse adjourn break focus discuss "
    "produce bring mark".split()
)
#: verbs by which a vehicle is brought into something
RAMMING = frozenset("ram drive crash plough plow slam smash steer crash".split())
#: nouns that count people
COUNTING = frozenset({"number", "total", "count", "tally"})
#: deeds that are done by somebody
ATTACKS = word_class("attacks")


def reduce(token: Token) -> None:
    """Make a participle of one word, if it passes for something else."""
    if token.dep_ == "advcl" and token.tag_ in {"VBD", "VBN"} and token.i > token.head.i:
        before = [c for c in token.head.children if c.dep_ == "advcl" and token.head.i < c.i < token.i]
        _verb_over_participle(token, before[-1] if before else token.head)
        _feared_over_state(token, token.nbor(-1))
    elif token.dep_ == "acl" and token.lower_ in OVERCOME and not children(token, *OBJECTS, *SUBJECTS):
        token.tag_ = "VBN"  # "a soldier *kidnapped* eleven days earlier"
    elif token.dep_ == "xcomp" and token.tag_ == "VBG" and token.head.lemma_.lower() in ACCUSING:
        _deed_of_accused(token)
    elif token.dep_ == "ccomp" and token.tag_ == "VBD" and token.i > token.head.i:
        _deed_over_belief(token, token.head if token.head.lemma_ in OPINIONS else token.head.head)
    elif token.dep_ == "nsubj" and token.lower_ == "meeting" and token.tag_ == "NN":
        _meeting_to_people(token)
    elif token.dep_ in {"conj", "dobj"} and token.tag_ == "VBD" and token.head.tag_ == "VBD":
        _rise_over_harm(token, token.head)  # "the number of guards *killed* **rose** to 40"
    elif token.dep_ == "oprd" and token.head.lower_ in SEEMING and token.head.tag_ == "VBD":
        token.head.tag_ = "VBN"  # "with ten people *feared* **dead**"
    elif token.dep_ == "amod" and token.tag_ in {"VBG", "VBN"} and token.head.dep_ in {"appos", "conj", "dobj"}:
        _modifier_to_deed(token)
    elif token.dep_ == "aux" and token.lower_ == "let" and token.head.lower_ == "go":
        _let_over_go(token, token.head)
    elif token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ == "pobj" and children(token, *OBJECTS):
        _verb_over_participle(token, next((t for t in token.ancestors if t.pos_ == "VERB"), token))
    elif token.dep_ in {"pobj", *OBJECTS, *SUBJECTS} and token.tag_ == "NN" and token.lower_ in ALIKE:
        _noun_to_participle(token)
    elif token.dep_ == "prep" and token.lower_ == "into" and token.head.dep_ == "acl":
        _goal_to_deed(token, token.head)
    elif token.dep_ in {"conj", "advcl"} and token.tag_ == "VBN" and token.head.lower_ in OVERCOME:
        _passive_over_participle(token, token.head)
    elif token.dep_ == "prep" and token.lower_ == "of" and token.head.dep_ == "pobj":
        _sufferer_to_deed(token)


def _verb_over_participle(verb: Token, participle: Token) -> None:
    """Make the participle describe what it stands behind: "A bomb *stuck* to a van carrying guards **exploded**".

    So in a clause beside another: "as protesters *armed* with stones **clashed** with police".
    """
    subject = child(participle, "nsubj")
    if subject is None or subject.i > participle.i or verb.left_edge != verb or not _is_reduced(participle, verb):
        return
    if participle.dep_ == "ROOT":
        hang(verb, verb, "ROOT")
    else:
        hang(verb, participle.head, participle.dep_)
    for word in [c for c in participle.children if c.i > verb.i or c.dep_ == "mark"]:
        hang(word, verb, word.dep_)
    hang(subject, verb, "nsubj")
    hang(participle, subject, "acl")
    participle.tag_, verb.tag_ = "VBN", "VBD"


def _deed_of_accused(deed: Token) -> None:
    """Hang a participle on the people that it describes: "blamed *forces* **besieging** the city", who besiege it."""
    people = [c for c in children(deed.head, *OBJECTS) if c.right_edge.i == deed.left_edge.i - 1]
    if people and people[-1].pos_ in {"NOUN", "PROPN"}:
        hang(deed, people[-1], "acl")


def _rise_over_harm(rise: Token, harm: Token) -> None:
    """Make who came to harm part of the count: "the *number* of people **killed** when a bomb went off **rose** to 40"."""
    count = child(harm, "nsubj")
    of = [p for c in count.children if c.lower_ == "of" for p in children(c, "pobj")] if count is not None else []
    joined = children(harm, "cc") or children(rise, *SUBJECTS)
    if count is None or count.lemma_.lower() not in COUNTING or not of or joined or harm.i != of[0].right_edge.i + 1:
        return
    if harm.dep_ == "ROOT":
        hang(rise, rise, "ROOT")
    else:
        hang(rise, harm.head, harm.dep_)
    for word in [c for c in harm.children if c.i > rise.i]:
        hang(word, rise, word.dep_)
    hang(count, rise, "nsubj")
    hang(harm, of[0], "acl")
    harm.tag_ = "VBN"


def _goal_to_deed(into: Token, load: Token) -> None:
    """Hang on the deed what was rammed, and not on the load: "**rammed** a car packed with explosives *into* a bus"."""
    deed = load.head.head
    if load.tag_ in {"VBN", "JJ"} and load.head.dep_ in OBJECTS and deed.lemma_.lower() in RAMMING:
        hang(into, deed, "prep")


def _passive_over_participle(verb: Token, participle: Token) -> None:
    """Make of what passes for a verb what befell people before: "three men **captured** near Lesk *were shown* on television"."""
    people = child(participle, *SUBJECTS)
    first = next(iter(children(verb, "auxpass")), None)
    if people is None or first is None or verb.left_edge != first or participle.i != people.right_edge.i + 1:
        return
    if children(participle, *OBJECTS, "aux", "auxpass", "cc") or participle.dep_ not in {"ROOT", "ccomp"}:
        return
    hang(verb, verb if participle.dep_ == "ROOT" else participle.head, participle.dep_)
    for word in [c for c in participle.children if c.i > verb.i or c.dep_ == "mark"]:
        hang(word, verb, word.dep_)
    hang(people, verb, "nsubjpass")
    hang(participle, people, "acl")
    participle.tag_ = "VBN"


def _deed_over_belief(deed: Token, belief: Token) -> None:
    """Make a belief describe who acts: "two *women* **believed** to be *rebels* **blew** up a bus", which nobody believed."""
    people, being = child(belief, "nsubj"), child(belief, "xcomp")
    told = child(deed, "nsubj")
    opinion = belief.lemma_ in OPINIONS and belief.tag_ in {"VBD", "VBN"} and belief.nbor().lower_ == "to"
    if (
        not opinion
        or people is None
        or being is None
        or being.lemma_ != "be"
        or told is None
        or children(belief, "aux")
    ):
        return
    if people.i > belief.i or told.left_edge.i != being.i + 1 or deed.head not in (belief, being):
        return
    hang(deed, deed if belief.dep_ == "ROOT" else belief.head, belief.dep_)
    for word in [c for c in belief.children if c not in (people, being) and (c.i < people.left_edge.i or c.i > deed.i)]:
        hang(word, deed, word.dep_)
    hang(people, deed, "nsubj")
    hang(told, being, "attr")
    hang(belief, people, "acl")
    belief.tag_ = "VBN"


def _meeting_to_people(meeting: Token) -> None:
    """Make a participle of what passes for a noun: "*ministers* **meeting** in Lesk *called* for an inquiry"."""
    people = next(
        (c for c in children(meeting, "compound") if c.i == meeting.i - 1 and c.tag_ in {"NNS", "NNPS"}), None
    )
    verb, after = meeting.head, meeting.nbor()
    if (
        people is None
        or verb.pos_ != "VERB"
        or verb.lemma_ in OCCURRING
        or after.lower_ not in {"in", "at", "on", "near"}
    ):
        return
    for word in [c for c in meeting.children if c.i < people.i]:
        hang(word, people, word.dep_)
    hang(people, verb, "nsubj")
    hang(meeting, people, "acl")
    meeting.pos_, meeting.tag_, meeting.lemma_ = "VERB", "VBG", "meet"


def _feared_over_state(state: Token, feared: Token) -> None:
    """Make of what passes for a clause what people are feared to be: "with ten crewmen *feared* **drowned**"."""
    beside = feared.head == state.head or feared.head.head == state
    if feared.lower_ not in SEEMING or not beside or not children(feared, *SUBJECTS):
        return
    hang(feared, state.head, state.dep_)
    for word in [c for c in state.children if c.i < feared.i]:
        hang(word, feared, word.dep_)
    hang(state, feared, "oprd")


def _modifier_to_deed(deed: Token) -> None:
    """Make a deed of what passes for a word before a noun: "entered *Lesk*, **burning** *shops*, stealing cars".

    A participle of the past is one of several verbs: "stormed a mine, **looted** *equipment* and shot two men".
    """
    noun = deed.head
    first = next((t for t in children(noun.head, "dobj") if t.i < deed.i), noun) if noun.dep_ == "dobj" else noun.head
    above = first.head
    opening = deed == noun.left_edge and deed.i == noun.i - 1 and deed.i > 1 and deed.nbor(-1).text == ","
    more = [c for c in children(deed, "conj") if c.tag_ in {"VBD", "VBN"} and children(c, *OBJECTS)]
    apart = first != noun and first.dep_ in OBJECTS and (bool(more) or not children(noun, "cc"))
    if not opening or not apart or above.tag_ not in {"VBD", "VBN"}:
        return
    gerund = deed.tag_ == "VBG"
    later = any(c.tag_ == "VBD" and c.i > noun.i for c in children(above, "conj")) or more
    if noun.tag_ != "NNS" if gerund else not later:
        return
    for verb in more:  # "pelted stones, *torched* cars and **blocked** *trains*"
        verb.pos_, verb.tag_ = "VERB", "VBD"
    deed.pos_, deed.tag_ = "VERB", "VBG" if gerund else "VBD"
    hang(deed, above, "advcl" if gerund else "conj")
    hang(noun, deed, "dobj")


def _let_over_go(let: Token, go: Token) -> None:
    """Make one verb of two: "was seized by rebels and **let** *go* on Friday"."""
    let.pos_, let.tag_ = "VERB", "VBN" if go.head.tag_ == "VBN" else let.tag_
    hang(let, let if go.head == go else go.head, go.dep_)
    for word in [c for c in go.children if c != let]:
        hang(word, let, word.dep_)
    hang(go, let, "xcomp")


def _is_reduced(participle: Token, verb: Token) -> bool:
    """Whether a participle with a subject can be a reduced relative clause before a verb without one."""
    free = not children(verb, *SUBJECTS, "mark", "advmod", "aux", "auxpass", "agent")
    whole = not children(participle, *OBJECTS, "aux", "auxpass", "conj", "ccomp", "xcomp", "prt")
    between = any(t.is_punct and t.text != "-" for t in verb.doc[participle.i : verb.i])
    finite = verb.tag_ == "VBD" or participle.tag_ == "VBN" or verb.dep_ == "acl"  # "left *accompanied* by guards"
    past = participle.tag_ == "VBN" or (participle.tag_ == "VBD" and participle.dep_ in {"ROOT", "ccomp"})
    return free and whole and finite and past and not between


def _noun_to_participle(participle: Token) -> None:
    """Make a participle of what passes for the noun: "bombed a *school* **run** by rebels"."""
    thing = next((c for c in participle.children if c.dep_ == "compound" and c.i == participle.i - 1), None)
    after = participle.nbor() if participle.i + 1 < len(participle.doc) else participle
    if thing is None or after.lower_ != "by" or after.head != participle or thing.tag_ not in {"NN", "NNS"}:
        return
    head, label = participle.head, participle.dep_
    for word in [c for c in participle.children if c.i < thing.i]:
        hang(word, thing, word.dep_)
    hang(thing, head, label)
    hang(participle, thing, "acl")
    after.dep_ = "agent"
    participle.pos_, participle.tag_, participle.lemma_ = "VERB", "VBN", ALIKE[participle.lower_]


def _sufferer_to_deed(of: Token) -> None:
    """Hang on the deed what it is done to, and not on its doer: "the *shelling* by troops **of** *a market*"."""
    by, hit = of.head.head, child(of, "pobj")
    deed = by.head
    new = hit is not None and any(c.lower_ in {"a", "an"} or c.dep_ == "nummod" for c in hit.children)
    if by.lower_ != "by" or not new or deed.lower_ not in ATTACKS or of.head.tag_ not in {"NNS", "NNPS", "NNP"}:
        return
    hang(of, deed, "prep")
    if deed.tag_ == "VBG" and deed.dep_ == "csubj":
        by.dep_, deed.dep_ = "prep", "nsubj"
        deed.pos_, deed.tag_, deed.lemma_ = "NOUN", "NN", deed.lower_
