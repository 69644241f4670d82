"""Values of ``kg.model`` as plain dicts and lists, as JSON has them, and back."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from kg.model import Record

T = TypeVar("T")


def to_dict(value: Any) -> Any:
    """Turn a value of the model into plain dicts and lists, fields in order (``schema`` first in a record)."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (tuple, list)):
        return [to_dict(item) for item in value]
    names = _names(type(value))
    if names is None:
        return value
    out = {name: to_dict(getattr(value, name)) for name in names}
    return {"schema": out.pop("schema"), **out} if isinstance(value, Record) else out


_NAMES: dict[type[Any], tuple[str, ...] | None] = {}


def _names(kind: type[Any]) -> tuple[str, ...] | None:
    """Return the fields of a class of the model, None for any other."""
    if kind not in _NAMES:
        _NAMES[kind] = tuple(f.name for f in fields(kind)) if is_dataclass(kind) else None
    return _NAMES[kind]


def from_dict(kind: type[T], data: Mapping[str, Any]) -> T:
    """Build a value of class ``kind`` from plain dicts; unknown keys are ignored, missing ones take their default."""
    known = {name: _decode(hint, data[name]) for name, hint in _hints(kind).items() if name in data}
    return kind(**known)


_HINTS: dict[type[Any], dict[str, Any]] = {}


def _hints(kind: type[Any]) -> dict[str, Any]:
    if kind not in _HINTS:
        _HINTS[kind] = typing.get_type_hints(kind)
    return _HINTS[kind]


def _decode(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return _decode(next(arg for arg in typing.get_args(hint) if arg is not types.NoneType), value)
    if origin is tuple:
        return tuple(_decode(typing.get_args(hint)[0], item) for item in value)
    return from_dict(hint, value) if is_dataclass(hint) and isinstance(hint, type) else value
