"""Blind texts of our own: floors on those that nobody looked at while the reader was mended (``blind/unseen``).

The scorer stands in ``shared/gold`` beside the repository and is no part of it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.model
UNSEEN = Path(__file__).parent / "blind" / "unseen"
#: set -> the metric, the file, which share of it is read (every n-th document)
SAMPLES = {
    "attributions": ("polnear", UNSEEN / "attributions.jsonl", 1),
    "eventlocation": ("eventlocation", UNSEEN / "eventlocation.jsonl", 1),
    "leads": ("plover", UNSEEN / "leads.jsonl", 1),
    "news": ("wikievents", UNSEEN / "news.jsonl", 1),
    "noplace": ("eventlocation", UNSEEN / "noplace.jsonl", 1),
    "police": ("police", UNSEEN / "police.jsonl", 1),
    "reports": ("dedup", UNSEEN / "reports.jsonl", 1),
    "snippets": ("acledtype", UNSEEN / "snippets.jsonl", 1),
    "times": ("timex", UNSEEN / "times.jsonl", 1),
    "wires": ("muc4", UNSEEN / "wires.jsonl", 1),
}
#: (set, figure) -> the least that is reached on the sample, in percent.  Lowering a floor takes a change here.
FLOORS = {
    ("attributions", "attribution.F1"): 66.0,
    ("attributions", "with_source.F1"): 58.0,
    ("eventlocation", "accuracy_all"): 51.0,
    ("leads", "type_hit"): 68.0,
    ("leads", "type_and_source"): 55.0,
    ("leads", "type_and_both"): 32.0,
    ("news", "trigger_identification.F1"): 75.0,
    ("news", "argument.micro.F1"): 48.0,
    ("police", "sentence.KILL.F1"): 68.0,
    ("police", "sentence.ARREST.F1"): 68.0,
    ("police", "sentence.FORCE.F1"): 65.0,
    ("reports", "pairs.P"): 78.0,
    ("reports", "incident.conll"): 39.5,
    ("snippets", "accuracy"): 65.0,
    ("times", "value.F1"): 79.5,
    ("wires", "ceaf_ree.micro.F1"): 21.0,
}
#: (set, figure) -> the most that is allowed, in percent
CEILINGS = {("noplace", "false_place_rate"): 20.0}


@pytest.mark.parametrize("name", SAMPLES)
def test_no_figure_falls_below_its_floor(sets, name: str) -> None:
    assert sets.astray(name, SAMPLES[name], FLOORS, CEILINGS) == ({}, {})
