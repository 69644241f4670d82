"""Identifiers of events and incidents, made from what they are told by: the same words give the same identifier."""

from __future__ import annotations

import hashlib

from kg.model import Span


def event_id(document: str, trigger: Span, action: str) -> str:
    """Identify an event by its document, where its trigger stands and its action."""
    return f"event:{_digest(document, str(trigger.start), str(trigger.end), action)}"


def incident_id(document: str, event: str) -> str:
    """Identify what is one happening in a document by the first event that tells it."""
    return f"incident:{_digest(document, event)}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
