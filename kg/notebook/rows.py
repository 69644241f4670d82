"""What a notebook shows: rows, records and text, each a plain list or string that also knows how to look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape

from kg.model import Actor, Event, Place, Record

Value = str | int | float | bool | date | None
SHOWN = 50  # rows of a table in a notebook


class Rows(list[dict[str, Value]]):
    """Rows of plain values, as ``pandas.DataFrame(rows)`` takes them; ``columns`` names them where there are none.

    >>> rows = Rows([{"who": "Rebels", "how_often": 2}])
    >>> rows.columns
    ('who', 'how_often')
    >>> rows[0]["how_often"] + 1
    3
    """

    def __init__(self, rows: Iterable[Mapping[str, Value]] = (), columns: Iterable[str] = ()) -> None:
        super().__init__(dict(row) for row in rows)
        self.columns = tuple(columns) or tuple(dict.fromkeys(name for row in self for name in row))

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{_cell(row.get(name))}</td>" for name in self.columns) + "</tr>"
            for row in self[:SHOWN]
        )
        more = f"<p>{len(self) - SHOWN:,} more rows</p>" if len(self) > SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


class Records(list[Record]):
    """The records of some articles: see ``kg.model.Record`` for what each holds."""

    def rows(self) -> Rows:
        """Return one row an event.

        >>> Records().rows().columns[:4]
        ('document', 'action', 'status', 'agents')
        """
        return Rows((_event(record, event) for record in self for event in record.events), _COLUMNS)

    def _repr_html_(self) -> str:
        return self.rows()._repr_html_()


class Text(str):
    """Text that is shown as it stands.

    >>> Text("who:  Rebels")
    who:  Rebels
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self)}</pre>"


_COLUMNS = (
    "document", "action", "status", "agents", "targets", "places", "start", "end", "sources", "trigger", "confidence",
)  # fmt: skip


def _event(record: Record, event: Event) -> dict[str, Value]:
    said = [record.attributions[index].source for index in event.attribution]
    values = (
        record.document,
        event.action,
        event.status,
        _names(event.agents),
        _names(event.targets),
        _names(event.places),
        date.fromisoformat(event.time.start) if event.time.start else None,
        date.fromisoformat(event.time.end) if event.time.end else None,
        "; ".join(source.text for source in said if source) or None,
        event.trigger.text,
        event.confidence,
    )
    return dict(zip(_COLUMNS, values, strict=True))


def _names(parts: Iterable[Actor | Place]) -> str | None:
    return "; ".join(part.name or part.text for part in parts) or None


def _cell(value: Value) -> str:
    return "" if value is None else escape(str(value))
