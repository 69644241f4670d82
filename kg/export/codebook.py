"""What the columns of the table of incidents mean: the codebook of ``kg export -f csv`` and ``-f parquet``."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.delimited import csv_rows
from kg.export.incidents_table import COLUMNS, TOLLS, kind_of

#: where others describe the tables that they define
ELSEWHERE = {
    "acled": "https://acleddata.com/knowledge-base/codebook/",
    "hxl": "https://hxlstandard.org/standard/",
    "ucdp-ged": "https://ucdp.uu.se/downloads/",
    "polecat": "https://github.com/openeventdata/PLOVER",
}
_MEANINGS = {
    "incident": "id of the happening; it stays the same as long as its oldest article does",
    "label": "what happened, in one line for people",
    "action": "class of the ontology (Airstrike, ArmedClash ...); kg query statuses counts them",
    "plover": "PLOVER event type of the action",
    "plover_mode": "PLOVER mode",
    "quad": "PLOVER quad: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict",
    "cameo": "CAMEO code; text, as it may begin with 0",
    "acled_event_type": "event type of ACLED, as sides and weapons make it",
    "acled_sub_event_type": "sub-event type of ACLED",
    "status": "asserted (told as a fact), or negated, denied, alleged, attempted, failed, threatened, planned, demanded, "
    "hypothetical",
    "confidence": "0 to 1: how likely action and status of the surest mention are read rightly",
    "start": "first day on which it was, as the texts say; empty where they do not",
    "end": "last day; without a start, the day of the first report, by which it was over",
    "time_precision": "how closely the time is known: day, week, month, season, year, unknown",
    "agents": "who acted; of a mutual act both sides; empty where no text says",
    "agent_ids": "their ids: actor:... of the ontology, article:... for names that it lacks",
    "agent_kinds": "what they are: Government, Military, ArmedGroup, Civilians, Person ...",
    "agent_countries": "whose they are, ISO 3166 alpha-3",
    "agent_sectors": "PLOVER sectors: GOV, MIL, REB, CVL ...",
    "agent_stances": "whom they are said to support, oppose or be backed by",
    "targets": "who or what was acted on",
    "reciprocal": "whether both sides act on one another: clashes, talks",
    "place": "the finest place that is known; empty where no text says",
    "place_id": "its id: place:gn-... with the number of GeoNames, place:... of the ontology, article:... for others",
    "latitude": "degrees north, WGS 84",
    "longitude": "degrees east",
    "place_precision": "what the point stands for: point, settlement, admin2, admin1, region, country",
    "place_relation": "how it lay to the place, where not in it: near, northwest of ...",
    "country": "ISO 3166 alpha-3 of where it was",
    "admin1": "first-order area",
    "geonames": "number of the place in GeoNames",
    "killed_of_agents": "of killed_best, those of the side that acted",
    "killed_of_targets": "of killed_best, those of the other side who bear arms",
    "killed_civilians": "of killed_best, civilians",
    "killed_unascribed": "of killed_best, those of whom no source says whose they were",
    "instruments": "kinds of weapons and means",
    "reports": "articles that tell of it; copies of one report count once",
    "articles": "their ids",
    "outlets": "who published them",
    "urls": "their addresses",
    "first_report": "day of the oldest of them",
    "last_report": "day of the newest",
    "claimants": "who says so in the articles",
    "accounts": "where sources differ, what each says",
    "notes": "the sentences of all articles that tell of it",
}
_FIGURES = {
    "low": "{}, the least that any article tells",
    "best": "{}: the middle figure of all articles, or that of the last day of the month after the first report if higher",
    "high": "{}, the most that any article tells",
}


def meaning(column: str) -> str:
    """Return what a column means."""
    harm, _, figure = column.partition("_")
    if harm in TOLLS and figure in _FIGURES:
        return _FIGURES[figure].format(f"people {harm}")
    return _MEANINGS.get(column) or _MEANINGS["agent" + column.removeprefix("target")] + " (of the targets)"


def codebook() -> Iterator[str]:
    """Yield the codebook as CSV: column, type, meaning."""
    yield from csv_rows([("column", "type", "meaning"), *((name, kind_of(name), meaning(name)) for name in COLUMNS)])
