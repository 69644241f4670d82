"""``kg validate``: does the graph keep its own rules."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.terminal import deliver

FORMATS = ("text", "json", "junit")
FAIL_ON = ("violation", "warning", "info", "never")


@click.command("validate", short_help="Check the store against SHACL shapes.")
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to write it."
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="violation",
    show_default=True,
    help="What gives exit code 1; this or worse.",
)
@click.option(
    "--shapes",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="SHACL shapes of your own, in place of the ontology's.",
)
@options.as_json
@options.target
@options.store
def command(form: str, fail_on: str, shapes: Path | None, as_json: bool, target: str, store: str) -> int:
    """Check the store against the SHACL shapes of the ontology; exit code 1 when something violates them.

    Each finding names the article, the node, the property, its value and what to do.

    \b
    Example:
      kg validate && echo sound
      kg validate --json | jq -r '.[].message'
      kg validate -f junit -o findings.xml --fail-on warning
      kg validate --shapes house-rules.ttl
    """
    from kg.export.findings import failing, written
    from kg.graph.shapes import checks
    from kg.graph.store import open_store
    from kg.graph.validation import validate

    names = sorted({check.shape for check in checks(shapes)})
    with open_store(store, read_only=True) as opened:
        findings = validate(opened, shapes=shapes)
    deliver(written(findings, "json" if as_json else form, opened.path, fail_on, names), target)
    return 1 if failing(findings, fail_on) else 0
