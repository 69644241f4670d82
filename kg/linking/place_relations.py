"""How a place mention stands to the place it names: in, near, northwest of, outside, on the road to."""

from __future__ import annotations

import re

POINTS = r"north|south|east|west|north-?east|north-?west|south-?east|south-?west"
ABOUT = r"(?:(?:about|around|some|roughly|nearly|almost|approximately|just|more than|less than)\s+)?"
COUNT = r"(?:\d[\d,.]*|a|an|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|a few|several)"
NUMBER = ABOUT + COUNT
UNIT = r"(?:km|kms|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s?|yards?|m)"
DISTANCE = rf"{NUMBER}\s*-?{UNIT}(?:\s*\([^)]{{1,30}}\))?"
#: adjectives of where a town lies or what it is: "the *northern* town of"
LIE = r"(?:(?:(?:north|south|east|west)(?:-?(?:east|west))?ern|central|coastal|regional|provincial|state|main|national)\s+)?"
#: patterns that end right before a toponym → the relation's words ("" takes what matched)
BEFORE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (
        re.compile(
            rf"(?:^|[\s(,]){pattern}\s+(?:the\s+)?(?:{LIE}(?:[A-Z][a-z]+(?:ish|ese|ian|ean|an|i|ic|ch)\s+)?(?:city|town|village|capital|port|border|province|region|district),?\s+(?:city\s+|town\s+|of\s+)?)?(?:the\s+)?$",
            re.IGNORECASE,
        ),
        relation,
    )
    for pattern, relation in (
        (rf"({DISTANCE}\s+(?:to\s+the\s+)?(?:{POINTS})(?:ern)?\s+of)", ""),
        (rf"({DISTANCE}\s+(?:from|outside(?:\s+of)?|away\s+from|off|inside|above|below|beyond|up|down))", ""),
        (rf"(?:to\s+the\s+|just\s+|further\s+|due\s+)?((?:{POINTS})\s+of)", ""),
        (
            r"on\s+(?:a|the)\s+(?:[a-z]+\s+)?(?:road|highway|motorway|route)\s+(?:between|linking|connecting)",
            "on the road between",
        ),
        (
            r"on\s+(?:a|the)\s+(?:[a-z]+\s+)?(?:road|highway|motorway|route)\s+(?:to|from|towards?|into)",
            "on the road to",
        ),
        (r"(?:on\s+)?the\s+outskirts\s+of", "outskirts of"),
        (
            r"(near(?:by)?|close\s+to|not\s+far\s+from|adjacent\s+to|next\s+to|in\s+the\s+vicinity\s+of|in\s+the\s+area\s+of|around)",
            "near",
        ),
        (r"(just\s+outside(?:\s+of)?|outside(?:\s+of)?|just\s+beyond)", "outside"),
        (r"(off\s+the\s+coast\s+of|off(?:\s+of)?)", "off"),
        (r"(opposite|facing)", "opposite"),
        (r"(between)", "between"),
        (r"(along)", "along"),
        (r"(at)", "at"),
        (r"(in|inside|within|into|throughout|across)", "in"),
    )
)
#: relations under which the place meant is not the place named: its point is an anchor and the precision a region
OFFSETS = frozenset({"near", "outside", "off", "on the road between", "on the road to", "between", "opposite", "along"})
ROAD = re.compile(
    r"(?:road|highway|route)\s+(?:between|from|linking|connecting)\s+[^.;\n]{2,40}\s+(?:and|to|with)\s+$", re.IGNORECASE
)
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?[A-Z][^.;,\n]{1,40}\s+and\s+(?:the\s+)?$")
WINDOW = 90


def relation(text: str, start: int) -> str | None:
    """The relation that the words right before a toponym state, None if they state none."""
    before = text[max(0, start - WINDOW) : start]
    if ROAD.search(before):
        return "on the road between"
    if BETWEEN.search(before):
        return "between"
    for pattern, name in BEFORE:
        found = pattern.search(before)
        if found:
            return name or re.sub(r"\s+", " ", found.group(1)).strip().lower()
    return None


def is_offset(words: str | None) -> bool:
    """Whether a relation puts the place meant beside the place named."""
    return words is not None and (
        words in OFFSETS or words.endswith(" of") and words != "outskirts of" or words[:1].isdigit() or " from" in words
    )
