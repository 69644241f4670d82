"""Closed classes of English and labels of the parse (spaCy's English labels) that rules of several modules ask for."""

from __future__ import annotations

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
AUXILIARIES = frozenset({"aux", "auxpass"})
#: how a word stands before the noun that it tells more of; an owner may stand there too
MODIFIERS = frozenset({"compound", "amod", "nmod"})
MODIFIERS_AND_OWNERS = MODIFIERS | {"poss"}
#: parts of speech of what can be a predicate, and of what can head a noun phrase
PREDICATES = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
#: words that point at what they stand before, and all those before what the reader knows
POINTING = frozenset({"this", "that", "these", "those"})
DEFINITE = POINTING | {"the"}
#: those of them that stand before several, or before what is known by the text alone
DEFINITE_PLURAL = frozenset({"the", "these", "those"})
#: pronouns that never stand for the subject of their own clause
OBJECT_PRONOUNS = frozenset({"him", "her", "it", "them"})
#: words that begin a clause on what went on at the same time
MEANWHILE = frozenset({"while", "when", "as"})
CONDITIONS = frozenset({"if", "unless", "until"})
#: prepositions of what comes later
AFTER = frozenset({"after", "following"})
#: prepositions of whom an act is done to: "fired at *them*", "arrested five of *them*", "an attack on *them*"
DONE_TO = ("of", "on", "upon", "against", "at")
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
BORDERS = frozenset({"border", "borders", "frontier", "frontiers"})
#: prepositions of what else was going on
CIRCUMSTANCE = frozenset({"in", "during"})
#: labels that the model gives names of places
PLACE_LABELS = frozenset({"GPE", "LOC"})
#: articles inside Arabic names: "Aita *al*-Jabal"
ARABIC_ARTICLES = frozenset("al el ad as ar az ez es ash at an".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
#: words that stand for anybody or anything, and those by which no agent is told
VAGUE = frozenset(
    "you other others anyone anybody everyone everybody something anything everything nothing which what that this "
    "many several both neither".split()
)
UNTOLD = frozenset("who whom whoever which what that those one ones nobody none anyone anybody whatever".split())
#: words that only tell how many: "*dozens* of soldiers"
AMOUNTS = frozenset(
    "number majority handful dozen score hundred thousand ten million rest remainder many most several some all few "
    "lot pair couple each one half third quarter last".split()
)
