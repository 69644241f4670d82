"""What ``kg validate`` finds, as text, JSON or JUnit XML."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from kg.export.markup import holdable
from kg.graph.shapes import Severity
from kg.graph.validation import Finding

#: what fails a check, from the strictest to the mildest; ``never`` fails nothing
FAIL_ON: Final[Mapping[str, tuple[Severity, ...]]] = {
    "violation": ("violation",),
    "warning": ("violation", "warning"),
    "info": ("violation", "warning", "info"),
    "never": (),
}


def failing(findings: Sequence[Finding], fail_on: str) -> bool:
    """Whether any finding is as severe as ``fail_on``, a key of ``FAIL_ON``."""
    return any(finding.severity in FAIL_ON[fail_on] for finding in findings)


def _text(findings: Sequence[Finding], store: str, _fail_on: str, _shapes: Sequence[str]) -> Iterator[str]:
    if not findings:
        yield f"{store} keeps all rules\n"
        return
    yield from (f"{finding}\n" for finding in findings)
    counts = (sum(finding.severity == severity for finding in findings) for severity in FAIL_ON["info"])
    told = zip(counts, ("violations", "warnings", "remarks"), strict=True)
    named = (f"{count:,} {name if count > 1 else name.removesuffix('s')}" for count, name in told if count)
    yield f"{', '.join(named)} in {store}\n"


def _json(findings: Sequence[Finding], _store: str, _fail_on: str, _shapes: Sequence[str]) -> Iterator[str]:
    yield json.dumps([asdict(finding) for finding in findings], indent=2, ensure_ascii=False) + "\n"


def _junit(findings: Sequence[Finding], store: str, fail_on: str, shapes: Sequence[str]) -> Iterator[str]:
    """One test case a shape, as CI servers show them; what ``fail_on`` lets pass is output of its case."""
    by_shape = {name: list(group) for name, group in groupby(sorted(findings, key=_shape), key=_shape)}
    failed = sum(failing(found, fail_on) for found in by_shape.values())
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuite name={_quoted(f"kg validate {store}")} tests="{len(shapes)}" failures="{failed}" errors="0">\n'
    for name in shapes:
        yield f'<testcase classname="kg.validate" name={_quoted(name)}>{_case(by_shape.get(name, []), fail_on)}</testcase>\n'
    yield "</testsuite>\n"


def _case(found: Sequence[Finding], fail_on: str) -> str:
    if not found:
        return ""
    lines = escape(holdable("\n".join(map(str, found))))
    if not failing(found, fail_on):
        return f"<system-out>{lines}</system-out>"
    told = f"{len(found)} times: {found[0].message}"
    return f"<failure message={_quoted(told)} type={_quoted(found[0].severity)}>{lines}</failure>"


def _quoted(text: str) -> str:
    return quoteattr(holdable(text))


def _shape(finding: Finding) -> str:
    return finding.shape


_FORMS: Final[Mapping[str, Callable[[Sequence[Finding], str, str, Sequence[str]], Iterator[str]]]] = {
    "text": _text,
    "json": _json,
    "junit": _junit,
}
FORMATS: Final = tuple(_FORMS)


def written(
    findings: Sequence[Finding], form: str, store: str, fail_on: str, shapes: Sequence[str] = ()
) -> Iterator[str]:
    """Write findings in one of ``FORMATS``; ``shapes`` are the names of those that were checked."""
    yield from _FORMS[form](findings, store, fail_on, shapes)
