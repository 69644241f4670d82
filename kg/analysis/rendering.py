"""The report as plain text and as Markdown, from one list of sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.analysis.metrics import Measures
    from kg.analysis.report import Report

#: rows of a table; json has all
MOST = 15
_ACTOR_HEAD = (
    "actor",
    "kind",
    "degree",
    "acts",
    "suffers",
    "reports out",
    "reports in",
    "betweenness",
    "PageRank",
    "community",
)


@dataclass(frozen=True, slots=True)
class Section:
    """A title, sentences and a table; numbers stand right."""

    title: str
    sentences: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str | int | float, ...], ...] = ()


def sections(report: Report) -> Iterator[Section]:
    """Yield the parts of a report."""
    yield Section("Conflict events", tuple(_overview(report)))
    yield from _network("Conflict network", "acts against", report.conflict)
    yield from _network("Cooperation network", "acts with", report.cooperation)
    yield Section("Events by type", (), ("type", "incidents"), report.types[:MOST])
    yield Section("Events by place", (), ("place", "incidents"), report.places[:MOST])
    undated = (f"{_count(report.undated, f'{_counted(report)} incident')} without a month.",) if report.undated else ()
    yield Section("Events by month", undated, ("month", "incidents"), report.months)
    told = tuple((t.label, t.status, t.reports, t.mentions) for t in report.told[:MOST])
    yield Section("Reports behind each incident", (), ("incident", "status", "reports", "mentions"), told)


def _overview(report: Report) -> Iterator[str]:
    yield f"{_count(report.incidents, 'incident')} in {_count(report.articles, 'article')}."
    if report.only:
        yield f"Only those with {report.only}."
    if report.statuses:
        yield "By status: " + ", ".join(f"{name} {number}" for name, number in report.statuses) + "."
    yield f"Networks, types, places and months count {_counted(report)} incidents alone."


def _counted(report: Report) -> str:
    return " or ".join(report.counted)


def _network(title: str, verb: str, found: Measures) -> Iterator[Section]:
    shape = (
        f"{_count(found.nodes, 'actor')}, {_count(found.edges, 'edge')}, {_count(len(found.components), 'component')}, "
        f"{_count(len(found.communities), 'community', 'communities')}.",
    )
    rows = tuple(
        (
            a.label,
            a.kind or "",
            a.degree,
            a.acts,
            a.suffers,
            a.reported_acts,
            a.reported_suffers,
            a.betweenness,
            a.pagerank,
            a.community,
        )
        for a in found.actors[:MOST]
    )
    yield Section(title, shape, _ACTOR_HEAD if rows else (), rows)
    dyads = tuple((d.agent_label, d.target_label, d.incidents, d.first or "", d.last or "") for d in found.dyads[:MOST])
    if dyads:
        yield Section(f"{title}: who {verb} whom", (), ("agent", "target", "incidents", "first", "last"), dyads)
    labels = {a.id: a.label for a in found.actors}
    groups = [group for group in found.communities if len(group) > 1][:MOST]
    if groups:
        listed = tuple(f"{number}: {', '.join(labels[i] for i in group)}" for number, group in enumerate(groups, 1))
        yield Section(f"{title}: communities", listed)


def plain_text(report: Report) -> str:
    """Return the report for a terminal."""
    blocks = []
    for section in sections(report):
        lines = [section.title, "=" * len(section.title), *section.sentences]
        blocks.append("\n".join([*lines, *_aligned(section)]))
    return "\n\n".join(blocks) + "\n"


def _aligned(section: Section) -> Iterator[str]:
    if not section.rows:
        return
    table = [section.head, *(tuple(_cell(value) for value in row) for row in section.rows)]
    widths = [max(len(line[column]) for line in table) for column in range(len(section.head))]
    right = _numeric(section)
    for line in table:
        cells = (c.rjust(w) if r else c.ljust(w) for c, w, r in zip(line, widths, right, strict=True))
        yield "  ".join(cells).rstrip()


def markdown(report: Report) -> str:
    """Return the report as Markdown."""
    blocks = []
    for number, section in enumerate(sections(report)):
        parts = [f"{'#' if number == 0 else '##'} {section.title}"]
        if section.sentences:
            bullet = "- " if not section.head and len(section.sentences) > 1 and number else ""
            parts.append("\n".join(f"{bullet}{_escaped(sentence)}" for sentence in section.sentences))
        if section.rows:
            parts.append("\n".join(_piped(section)))
        blocks.append("\n\n".join(parts))
    return "\n\n".join(blocks) + "\n"


def _piped(section: Section) -> Iterator[str]:
    yield f"| {' | '.join(section.head)} |"
    yield f"|{'|'.join(' ---: ' if right else ' --- ' for right in _numeric(section))}|"
    for row in section.rows:
        yield f"| {' | '.join(_escaped(_cell(value)) for value in row)} |"


def _numeric(section: Section) -> Sequence[bool]:
    return [isinstance(value, int | float) for value in section.rows[0]]


def _cell(value: str | int | float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else value


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _count(number: int, noun: str, nouns: str | None = None) -> str:
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"
