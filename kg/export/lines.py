"""Records as JSON Lines."""

from __future__ import annotations

import json
from dataclasses import replace

from kg.dicts import to_dict
from kg.model import Record

#: characters that end a line for some readers; inside a JSON string they may be escaped
LINE_ENDS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"})


def line(record: Record, *, with_text: bool = True, rights: str = "") -> str:
    """Write a record as one line of JSON, which no reader breaks in two; ``rights`` says whose data it holds."""
    kept = record if with_text else replace(record, text=None)
    said = to_dict(kept) | ({"rights": rights} if rights else {})
    return json.dumps(said, ensure_ascii=False).translate(LINE_ENDS) + "\n"
