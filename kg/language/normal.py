"""A text of the same length that a parser trained on plain newswire reads better."""

from __future__ import annotations

import re
from html import unescape

#: typographic characters and their plain equals, one character each, so that offsets stay
PLAIN = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "`": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"', "\u2033": '"',
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\ufeff": " ", "\u2010": "-", "\u2011": "-",
        "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "[": "(", "]": ")",
    }
)  # fmt: skip


#: acronyms of actors that the tagger takes for function words, and acronyms of the same length that it knows as names
STAND_INS = {"IS": "EU", "ETA": "IRA"}
STAND_IN = re.compile(r"(?<![\w.])(?:" + "|".join(STAND_INS) + r")(?![\w.]*[A-Z])(?=\W)")


#: what is left of a web page: tags that lay text out, and named characters
TAG = re.compile(
    r"</?(?:p|b|i|u|a|br|em|strong|div|span|ul|ol|li|h[1-6]|table|tbody|tr|td|th|img|font|blockquote|sup|sub|hr)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
CHARACTER = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#[xX][\dA-Fa-f]{2,4});")

#: emoji, flags, dingbats and what joins or colours them: they say nothing that grammar reads, and the parser takes them for names
PICTURE = re.compile("[\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200d\u20e3\U0001f000-\U0001faff\U000e0020-\U000e007f]")

#: what an editor or translator says of the text itself: "[words indistinct]", "[passage omitted]", "[begin recording]"
REMARK = re.compile(
    r"\((?:(?:several |few |one or two |two |three )?(?:words?|passages?|sentences?|paragraphs?|names?|questions?|remarks|"
    r"portions?|lines?|sections?|figures?|numbers?|places?|dates?|recording|transmission)"
    r" (?:indistinct|omitted|illegible|missing|garbled|unintelligible|inaudible|deleted|as published|as heard)"
    r"|(?:begin|end|video|passage|start of|end of) (?:recording|video|quote|passage|excerpt)"
    r"|as (?:heard|received|published|printed|spoken|given|broadcast|transmitted)"
    r"|not further identified|no further identification"
    r"|(?:changes|interrupts) (?:thought|self)|text|excerpts?|continued|report|speech|commentary|editorial report"
    r"|communique|statement|sic|applause|laughter|indistinct|unidentified (?:speaker|reporter)"
    r"|reporter|announcer|moderator|correspondent)\)",
    re.IGNORECASE,
)

#: what an editor tells of a name before the word for those who bear it: "ELN [Army of National Liberation] *Guerrillas*"
GLOSS = re.compile(
    r"(?<=[A-Za-z.] )(\[[^\[\]\n]{2,90}\])"
    r"((?: (?:urban|rural|leftist|rightist))? (?:guerrillas?|rebels?|terrorists?|forces|fighters?|units?|troops|soldiers?|"
    r"militants?|combatants?|commandos?|squads?|columns?|cells?|members?|leaders?|commanders?|militia(?:men)?|extremists?|"
    r"subversives?|installations?|headquarters|offices?)\b)",
    re.IGNORECASE,
)

#: "No-one", of which the model makes three words
NOBODY = re.compile(r"\b([Nn]o)-(one)\b")


def normalise(text: str) -> str:
    """Put typographic quotes, brackets, blanks, hyphens and emoji plain and acronyms readable; the length never changes."""
    plain = NOBODY.sub(r"\1 \2", PICTURE.sub(" ", text.translate(PLAIN)))
    if "[" in text:
        plain = REMARK.sub(lambda found: " " * len(found.group()), plain)
        for found in GLOSS.finditer(text):
            plain = plain[: found.start(1)] + " " * len(found[1]) + found[2].lower() + plain[found.end() :]
    if "<" in plain or "&" in plain:
        plain = TAG.sub(lambda found: " " * len(found.group()), plain)
        plain = CHARACTER.sub(_character, plain)
    if text.isupper():
        return plain
    return STAND_IN.sub(
        lambda found: found.group() if _shouted(plain, found.start()) else STAND_INS[found.group()], plain
    )


def _character(found: re.Match[str]) -> str:
    """The sign that a name of HTML stands for, with blanks behind it; letters stay named, since a blank would part a word."""
    sign = unescape(found.group())
    readable = len(sign) == 1 and not sign.isalnum()
    return sign.translate(PLAIN).ljust(len(found.group())) if readable else found.group()


def _shouted(text: str, at: int) -> bool:
    """Whether the words around a place are all in capitals, as in a headline: there "IS" is a verb."""
    around = [w for w in re.findall(r"[^\W\d_]{2,}", text[max(0, at - 30) : at + 30]) if w != text[at : at + 2]]
    return len(around) >= 2 and all(w.isupper() for w in around)
