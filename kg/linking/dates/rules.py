"""The constructions of time, in order: of two of one length at one place the earlier rule wins."""

from __future__ import annotations

from kg.linking.dates.calendar_rules import CALENDAR
from kg.linking.dates.patterns import Rule
from kg.linking.dates.relative_rules import RELATIVE

RULES: tuple[Rule, ...] = (*CALENDAR, *RELATIVE)
