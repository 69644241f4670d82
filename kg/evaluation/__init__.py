"""Measuring records against gold: what was found, what it says, and whether its confidence can be trusted."""

from __future__ import annotations

from kg.evaluation.gold import GoldDocument, GoldEvent, load_gold
from kg.evaluation.records import load_records
from kg.evaluation.report import Report, evaluate

__all__ = ["GoldDocument", "GoldEvent", "Report", "evaluate", "load_gold", "load_records"]
