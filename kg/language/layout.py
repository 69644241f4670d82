"""Where the layout of a text starts sentences: items of a list, a line with the author, text behind an agency or headline,
what a headline gives its source by, the hours of a live report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

LAYOUT = "layout"
#: "- Police arrested", "* Curfew", "2) Three stabbed" at the start of a line
ITEM = re.compile(
    r"(?:\A|\n)[ \t]*(?:[-*\u2022\u2013\u2014\u25cf\u25aa]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ \t]+(?=[\"'A-Z])"
)
#: "NEW DELHI, Feb 28 (PTI) Police shot": the agency ends the dateline
AGENCY = re.compile(
    r"(?:\A|\n)[ \t]*[^\W\d_a-z]{3}(?:[^\W\d_a-z]|[ .'/-](?=[^\W\d_a-z]))*(?:, [^\n;:?!()]{2,40}?)? "
    r"\((?:[A-Z]{2,5}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\):? (?=[\"'A-Z])"
)
#: "GROZNY, Russia - Seven soldiers", "(Geneva) - Troops": the dash ends a dateline without one
DATELINE = re.compile(
    r"(?:\A|\n)[ \t]*(?:\([A-Z][^()\n]{2,40}\)|[^\W\d_a-z]{3}(?:[^\W\d_a-z]|[ .'/-](?=[^\W\d_a-z]))*"
    r"(?:, [A-Z][^\n;:?!()\u2013\u2014-]{1,30}?)?) (?:-{1,2}|[\u2013\u2014]) (?=[\"'A-Z])"
)
#: "By Our Staff Reporter" on a line of its own
BYLINE = re.compile(r"(?:\A|\n)[ \t]*(By [A-Z][^\n.,;:]{2,50})\n[ \t]*(?=\S)")
#: "(Ortega) We attacked nobody": the speaker of a transcript, at the start of a paragraph
SPEAKER = re.compile(r"\n[ \t]*\([A-Z][^()\n]{1,60}\)[ \t]+(?=[\"'A-Z])")
#: the end of a line that does not go on by its sign, and the word that opens the next one
BREAK = re.compile(r"(?<=[^\s,:\u2013\u2014-])[ \t]*\n[ \t]*(?=([^\sa-z(]\S*))")
#: "17:02 Nine killed at tower" of a live report, mostly a heading on a line of its own
CLOCKED = re.compile(
    r"(?:\A|\n)[ \t]*\d{1,2}[:.]\d\d(?: ?(?:GMT|UTC|BST|CET|EST|[ap]\.?m\.?))?(?:[ \t]*[-:\u2013\u2014|])?[ \t]+"
    r"(?=[\"'A-Z\d])(?P<heading>[^\n]*[^\n.!?\"](?=\n))?"
)
#: "Police: Gunman killed two": who or what a line is headed by
LABEL = re.compile(r"(?:\A|\n)[ \t]*[A-Z][\w.'\u2019-]*(?: (?:of |the |and )*[A-Z][\w.'\u2019-]*){0,3}: (?=[\"'\w])")
#: words for those who are given as the source of a headline, the last of a few: "- rights group", ": police"
TELLERS = frozenset(
    (
        "police army military navy government ministry minister governor mayor president spokesman spokeswoman official "
        "officials officer officers witness witnesses source sources report reports media radio tv agency group groups ngo un "
        "monitor monitors activist activists rebels resident residents medics doctors hospital prosecutor prosecutors lawyer"
    ).split()
)
#: "Gunmen kill five in Lesk *-* police": the sign behind a headline; looks back a set way, since lines can be very long
TAIL = re.compile(
    r"(?<=[^\n.]{15})(?: [-\u2013\u2014]{1,2}|:) "
    rf"(?=(?:[\w'\u2019-]+ ){{0,3}}(?i:{'|'.join(sorted(TELLERS))})[ \t]*(?:\n|\Z))"
)
#: letters of the longest word; what is longer is an address, which no line breaks
LONGEST = 40


@Language.component(LAYOUT)
def layout(doc: Doc) -> Doc:
    """Start a sentence at every item of a list, at and after a byline, after a short line, after a dateline with an agency."""
    starts = [*_after_short_lines(doc.text)]
    starts += [
        found.end() for pattern in (AGENCY, DATELINE, SPEAKER, LABEL, TAIL) for found in pattern.finditer(doc.text)
    ]
    for found in CLOCKED.finditer(doc.text):
        starts += [found.start("heading"), found.end() + 1] if found["heading"] else [found.end()]
    for found in BYLINE.finditer(doc.text):
        starts += [found.start(1), found.end()]
    for found in ITEM.finditer(doc.text):
        starts += [found.end() - len(found.group().lstrip()), found.end()]
    tokens = {token.idx: token for token in doc}
    for start in starts:
        if start in tokens and start:
            tokens[start].is_sent_start = True
    return doc


def _after_short_lines(text: str) -> Iterator[int]:
    """Where a line opens whose first word had room in the line before, which so is a headline or paragraph.

    "Two held after *raid* / *Police* in Lesk said on Monday that ...": only wrapped text fills its lines.
    """
    lines = (line for line in text.split("\n") if max(map(len, line.split()), default=0) <= LONGEST)
    width = max(map(len, lines), default=0)
    for found in BREAK.finditer(text):
        before = found.start() - text.rfind("\n", 0, found.start()) - 1
        if before + 1 + len(found[1]) <= width:
            yield found.end()
