"""Records of ``kg extract`` or ``kg export -f jsonl`` as values, for the documents of a gold file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from kg.dicts import from_dict
from kg.errors import InputError
from kg.evaluation.gold import GoldDocument
from kg.model import Record


def load_records(path: Path, gold: Sequence[GoldDocument]) -> tuple[dict[str, Record], tuple[str, ...]]:
    """(records by document, complaints): records of no gold document and repeated ones are named and left out."""
    known = {document.id: document for document in gold}
    records: dict[str, Record] = {}
    complaints: list[str] = []
    for number, record in enumerate(_read(path), start=1):
        name = record.document
        if name not in known:
            complaints.append(f"{path}:{number}: the gold has no document {name!r}")
        elif name in records:
            complaints.append(f"{path}:{number}: {name!r} has a record already, the first is used")
        else:
            records[name] = record
            complaints.extend(_misquoted(record, known[name], f"{path}:{number}"))
    return records, tuple(complaints)


def _read(path: Path) -> list[Record]:
    found: list[Record] = []
    number = 0
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                number += 1
                if line.strip():
                    found.append(from_dict(Record, json.loads(line)))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; check the path") from error
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        where = f"{path}:{number}" if number else f"{path}"
        raise InputError(f"{where}: no record of kg extract; make them with kg extract GOLD -o FILE") from error
    return found


def _misquoted(record: Record, document: GoldDocument, origin: str) -> list[str]:
    triggers = [event.trigger for event in record.events]
    bad = [span for span in triggers if document.text[span.start : span.end] != span.text]
    return [f"{origin}: {len(bad)} triggers do not quote the text of the gold"] if bad else []
