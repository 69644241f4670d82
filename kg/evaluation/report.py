"""All documents: the report of an evaluation, as a value, as JSON and as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from kg.errors import BadRow
from kg.evaluation.figures import Calibration, calibration, figures, intervals, total
from kg.evaluation.gold import GoldDocument
from kg.evaluation.scores import score
from kg.model import Record

MEANING = {
    "trigger": "events found, by their words",
    "type": "and of the right PLOVER type",
    "action": "and of the right action",
    "whole": "events with type, status, agents and targets all right",
    "status": "status right, of events found (as all that follows)",
    "agent": "agents",
    "target": "targets",
    "link.id": "known actors linked to the right entry",
    "link.country": "actors put in the right country",
    "antecedent": "pronouns and bare nouns understood",
    "place": "places of the event",
    "place.relation": "and how they stand to it",
    "time": "both ends of the interval right",
    "instrument": "instruments",
    "attribution": "sources the event is attributed to",
    "casualties": "figures of casualties, in the whole text",
    "incident": "pairs of mentions of one happening",
    "false_facts": "traps read as facts (fewer is better)",
}


@dataclass(frozen=True, slots=True)
class Report:
    """Figures in percent; ``intervals`` is empty unless resampled."""

    documents: int
    without_record: int
    events: int
    figures: dict[str, float]
    intervals: dict[str, tuple[float, float]]
    calibration: Calibration
    mistakes: tuple[dict[str, Any], ...]

    def as_json(self) -> dict[str, Any]:
        """Everything but the mistakes, as JSON values."""
        out = asdict(self)
        del out["mistakes"]
        return out

    def lines(self) -> Iterator[str]:
        """Write the report as text."""
        yield f"{self.documents} documents, {self.events} events, {self.without_record} documents without a record"
        yield ""
        yield f"{'':16s}{'P':>7s}{'R':>7s}{'F1':>7s}"
        for name, meaning in MEANING.items():
            values = [self.figures.get(f"{name}.{x}") for x in ("P", "R", "F1")]
            key = name if name in self.figures else f"{name}.F1"
            if key not in self.figures:
                continue
            shown = "".join("       " if v is None else f"{v:7.1f}" for v in values)
            if name in self.figures:
                shown = f"{'':14s}{self.figures[name]:7.1f}"
            yield f"{name:16s}{shown}{self._interval(key)}   {meaning}"
        yield ""
        yield from self.calibration.lines()

    def _interval(self, key: str) -> str:
        if key not in self.intervals:
            return ""
        low, high = self.intervals[key]
        return f" [{low:5.1f}, {high:5.1f}]"


def evaluate(
    gold: Sequence[GoldDocument], records: Mapping[str, Record], types: Mapping[str, str], rounds: int = 0
) -> Report:
    """Score records against gold; a gold document without a record counts as an empty one.

    ``types`` gives the PLOVER type of each action of the ontology; BadRow names gold with another action.
    """
    _known_actions(gold, types)
    scores = [score(document, records.get(document.id, Record(document.id)), types) for document in gold]
    counts = [each.counts for each in scores]
    return Report(
        documents=len(gold),
        without_record=sum(document.id not in records for document in gold),
        events=sum(not event.optional for document in gold for event in document.events),
        figures=figures(total(counts)),
        intervals=intervals(counts, rounds) if rounds else {},
        calibration=calibration([item for each in scores for item in each.judged]),
        mistakes=tuple(mistake for each in scores for mistake in each.mistakes),
    )


def _known_actions(gold: Sequence[GoldDocument], types: Mapping[str, str]) -> None:
    for document in gold:
        for event in document.events:
            unknown = [action for action in event.actions if action not in types]
            if unknown:
                raise BadRow(f"{document.origin or document.id}: the ontology has no action {unknown[0]!r}")
