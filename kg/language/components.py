"""What news text needs beyond the model: paragraph ends and datelines end sentences, "U.S.-led" is three tokens.

No sentence is longer than ``LONGEST`` tokens: a table or list that came without its stops takes minutes otherwise.
"""

from __future__ import annotations

import re
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from kg.language.grammar import MONTHS

#: hyphens that join a name to a participle or adjective are tokens of their own: "U.S.-led", "Turkish-backed"
PARTICIPLES = (
    "led backed allied supported sponsored funded trained linked aligned controlled held occupied based run made born imposed "
    "brokered mediated ruled rebel dominated appointed declared proclaimed recognised recognized mandated wide"
)
STANCE_HYPHEN = rf"(?<=[A-Za-z.])-(?=(?i:{'|'.join(PARTICIPLES.split())})\b)"

#: "COLOMBO, Sri Lanka --", "SARAJEVO, July 6 (Agency) -", "LAHORE:": a town in capitals that opens a paragraph
DATELINE = re.compile(
    r"(?:\A|\n)[ \t]*[^\W\d_a-z]{3}(?:[^\W\d_a-z]|[ .'/-](?=[^\W\d_a-z]))*(?:, [^\n;:?!]{2,40}?)?(?: \([^()\n]{2,30}\))?"
    r"(?: ?--|[ ]?[\u2014\u2013]| -|:) {0,8}(?=[\"'A-Z])"
)

#: tokens of a sentence; the longest that news writes have some 150
LONGEST = 200
STOPS, PAUSES = frozenset(".!?"), frozenset(",;")
#: "Lesk, 4 Feb 90 (Northern News) -- (report) (Ivo Sand)": a town, the day and the source that open a text
DATED = re.compile(
    r"(?:\A|\n)[ \t]*[A-Z][^\n:;]{2,60}?\b"
    r"(?:\d{1,2} [A-Za-z]{3,9}\.?(?: '?\d{2}(?:\d\d)?)?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? '?\d{2,4})?|no date)"
    r"(?: \([^()\n]{2,60}\))?(?: ?--| -|[ ]?[\u2014\u2013])(?:[ \t]*\((?:[^()\n]|\([^()\n]*\)){1,200}\))*\s*(?=[\"'A-Z\d.])"
)
MONTH = rf"(?:{'|'.join(sorted(map(str.capitalize, MONTHS)))})\b\.?"
#: "15 February: Protests erupt", "- March 3 - Rebels": a day that heads a line
DAY = re.compile(
    rf"(?:\A|\n)[ \t*\u2022-]*(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})(?:,? (?:19|20)\d\d)?[ \t]*(?::|[-\u2013\u2014](?=\s))"
)


def _whole(doc: Doc, opening: int, end: int) -> None:
    """Let no sentence start inside a dateline."""
    first = doc.char_span(opening, opening + 1, alignment_mode="expand")
    for token in doc[first.start + 1 : end] if first is not None else ():
        token.is_sent_start = bool(doc[token.i - 1].is_space)


@Language.component("paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Start a sentence after every blank line, every dateline and every day that heads a line."""
    openings = [*DATELINE.finditer(doc.text), *DATED.finditer(doc.text)]
    for found in openings:
        after = doc.char_span(found.end(), found.end() + 1, alignment_mode="expand")
        if after is not None and after.start_char == found.end():
            doc[after.start].is_sent_start = True
            _whole(doc, found.start(), after.start)
    for found in DAY.finditer(doc.text):
        told = next((t for t in doc if t.idx >= found.end() and not t.is_space), None)
        if told is not None:
            told.is_sent_start = True
            _whole(doc, found.start() + len(found.group()) - len(found.group().lstrip()), told.i)
    for token in doc[:-1]:
        if token.is_space and token.text.count("\n") > 1:
            doc[token.i + 1].is_sent_start = True
    return doc


@Language.component("unbroken")
def unbroken(doc: Doc) -> Doc:
    """Start a sentence where too many tokens come without a full stop: after the last comma or line of them, or else there."""
    begun, pause = 0, 0
    for token in doc:
        if token.is_sent_start or (token.i and doc[token.i - 1].text in STOPS):
            begun = token.i
        if token.i - begun == LONGEST:
            begun = pause + 1 if pause > begun else token.i
            doc[begun].is_sent_start = True
        if token.text in PAUSES or "\n" in token.text:
            pause = token.i
    return doc


def adapt(nlp: Language) -> Language:
    """Add the components and the tokenisation rules to a pipeline."""
    infixes = [*(nlp.Defaults.infixes or ()), STANCE_HYPHEN]
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    nlp.add_pipe("paragraphs", first=True)
    nlp.add_pipe("unbroken", after="paragraphs")
    return nlp
