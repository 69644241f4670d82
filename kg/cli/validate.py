"""``kg validate``: does the graph keep its own rules."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from kg.cli import options


@click.command("validate")
@options.as_json
@options.store
def command(as_json: bool, store: str) -> int:
    """Check the store against the SHACL shapes of the ontology; exit code 1 when something violates them.

    \b
    Example:
      kg validate && echo sound
      kg validate --json | jq -r '.[].message'
    """
    from kg.graph.store import open_store
    from kg.graph.validation import validate

    with open_store(store, read_only=True) as opened:
        findings = validate(opened)
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], indent=2))
    else:
        for finding in findings:
            click.echo(str(finding))
        click.echo(f"{len(findings)} violations in {opened.path}" if findings else f"{opened.path} keeps all rules")
    return 1 if findings else 0
