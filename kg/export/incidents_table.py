"""The table of all incidents that kg itself defines, as CSV and Parquet: one row an incident, whatever its status."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from kg.errors import ExportError
from kg.export.acled_types import event_types
from kg.export.chosen import Chosen
from kg.export.delimited import csv_rows
from kg.export.reference import Reference
from kg.export.rows import Party, Row

TOLLS = ("killed", "wounded", "captured", "missing", "displaced")
_TEXTS = (
    "incident", "label", "action", "plover", "plover_mode", "cameo", "acled_event_type", "acled_sub_event_type", "status",
    "time_precision", "place", "place_id", "place_precision", "place_relation", "country", "admin1", "notes",
)  # fmt: skip
_LISTS = (
    "agents", "agent_ids", "agent_kinds", "agent_countries", "agent_sectors", "agent_stances", "targets", "target_ids",
    "target_kinds", "target_countries", "target_sectors", "target_stances", "instruments", "articles", "outlets", "urls",
    "claimants", "accounts",
)  # fmt: skip
_DAYS = ("start", "end", "first_report", "last_report")
_FLOATS = ("confidence", "latitude", "longitude")
COLUMNS = (
    "incident", "label", "action", "plover", "plover_mode", "quad", "cameo", "acled_event_type", "acled_sub_event_type",
    "status", "confidence", "start", "end", "time_precision", "agents", "agent_ids", "agent_kinds", "agent_countries",
    "agent_sectors", "agent_stances", "targets", "target_ids", "target_kinds", "target_countries", "target_sectors",
    "target_stances", "reciprocal", "place", "place_id", "latitude", "longitude", "place_precision", "place_relation",
    "country", "admin1", "geonames", *(f"{kind}_{figure}" for kind in TOLLS for figure in ("low", "best", "high")),
    "killed_of_agents", "killed_of_targets", "killed_civilians", "killed_unascribed", "instruments", "reports",
    "articles", "outlets", "urls", "first_report", "last_report", "claimants", "accounts", "notes",
)  # fmt: skip


def kind_of(column: str) -> str:
    """Return the type of a column: *text*, *list of texts*, *day*, *number*, *whole number* or *true or false*."""
    kinds = {"text": _TEXTS, "list of texts": _LISTS, "day": _DAYS, "number": _FLOATS, "true or false": ("reciprocal",)}
    return next((kind for kind, names in kinds.items() if column in names), "whole number")


def cells(row: Row, known: Reference) -> Mapping[str, Any]:
    """Return what is known of an incident by column: text, numbers, lists; days as ISO text; None for unknown."""
    action, place = known.action(row.action), row.place
    killed, (event, sub) = row.toll("killed") is not None, event_types(row, known)
    return {
        "incident": row.id, "label": row.label, "action": row.action, "plover": action.plover,
        "plover_mode": action.mode, "quad": action.quad, "cameo": action.cameo, "acled_event_type": event,
        "acled_sub_event_type": sub, "status": row.status, "confidence": row.confidence, "start": row.start,
        "end": row.end, "time_precision": row.precision, **_side("agent", row.agents), **_side("target", row.targets),
        "reciprocal": row.reciprocal, "place": place and place.name, "place_id": place and place.id,
        "latitude": place and place.latitude, "longitude": place and place.longitude,
        "place_precision": place and place.precision, "place_relation": place and place.relation,
        "country": row.country, "admin1": place and place.admin1, "geonames": place and place.geonames, **_tolls(row),
        "killed_of_agents": row.shares.agents if killed else None,
        "killed_of_targets": row.shares.targets if killed else None,
        "killed_civilians": row.shares.civilians if killed else None,
        "killed_unascribed": row.shares.unknown if killed else None, "instruments": list(row.instruments),
        "reports": row.reports, "articles": [source.document for source in row.sources],
        "outlets": list(row.outlets), "urls": [source.url for source in row.sources if source.url],
        "first_report": next(iter(row.published), None), "last_report": next(reversed(row.published), None),
        "accounts": list(row.accounts),
        "claimants": list(row.claimants), "notes": row.notes,
    }  # fmt: skip


def _side(side: str, parties: Iterable[Party]) -> dict[str, list[str | None]]:
    """Describe a side; the lists are of one length, with None where something is not known of one party."""
    listed = list(parties)
    stances = [" ".join(f"{relation} {who}" for relation, who in party.stances) or None for party in listed]
    return {
        f"{side}s": [party.name for party in listed], f"{side}_ids": [party.id for party in listed],
        f"{side}_kinds": [party.kind for party in listed], f"{side}_countries": [party.country for party in listed],
        f"{side}_sectors": [party.sector for party in listed], f"{side}_stances": stances,
    }  # fmt: skip


def _tolls(row: Row) -> dict[str, int | None]:
    found: dict[str, int | None] = {}
    for kind in TOLLS:
        toll = row.toll(kind)
        found |= {f"{kind}_{name}": getattr(toll, name) if toll else None for name in ("low", "best", "high")}
    return found


def as_csv(chosen: Chosen) -> Iterator[str]:
    """Yield CSV; lists are joined by ``; ``, with nothing between two where one is not known."""
    yield from csv_rows([COLUMNS])
    for row in chosen.rows:
        said = cells(row, chosen.known)
        yield from csv_rows([[_flat(said[name]) for name in COLUMNS]])


def _flat(value: object) -> object:
    if isinstance(value, list):
        return "; ".join(item or "" for item in value) if any(value) else None
    return value


def as_parquet(chosen: Chosen) -> Iterator[bytes]:
    """Yield a Parquet file with lists as lists and days as date32; raise ExportError where pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        message = "parquet needs pyarrow, which is not installed; pip install 'conflict-kg[parquet]'"
        raise ExportError(message) from error
    from kg.export.selection import acknowledgement

    kinds = {name: pa.string() for name in _TEXTS} | {name: pa.list_(pa.string()) for name in _LISTS}
    kinds |= (
        {name: pa.date32() for name in _DAYS} | {name: pa.float64() for name in _FLOATS} | {"reciprocal": pa.bool_()}
    )
    rights = {"rights": acknowledgement(chosen.store)}
    schema = pa.schema([(name, kinds.get(name, pa.int64())) for name in COLUMNS], metadata=rights)
    found = [_typed(cells(row, chosen.known)) for row in chosen.rows]
    target = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(found, schema=schema), target, compression="zstd")
    yield target.getvalue()


def _typed(said: Mapping[str, Any]) -> dict[str, Any]:
    days = {name: date.fromisoformat(said[name]) if said[name] else None for name in _DAYS}
    return {**said, **days}
