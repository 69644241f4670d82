"""``kg merge``: several stores or parts into one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.terminal import counted, say

if TYPE_CHECKING:
    from kg.graph.joining import Joined
    from kg.graph.store import Store


@click.command("merge", short_help="Put the articles of several stores into one.")
@click.argument("target", metavar="TARGET")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--last-wins", is_flag=True, help="Where a document differs, take the one of the last source.")
@options.as_json
def command(target: str, sources: tuple[str, ...], last_wins: bool, as_json: bool) -> int:
    """Put the articles of SOURCEs into the store TARGET, which is made where there is none.

    A SOURCE is a store (folder or URL), N-Quads of kg export -f nq, or records (.jsonl) of kg extract. Where the same
    document has another content, that of TARGET stays, else that of the SOURCE named first; each is told, and the exit
    code is 1. Decisions of people stay with their stores; copy the rows you want to those of TARGET.

    \b
    Example:
      kg merge all part-1 part-2 part-3
      kg export -f nq -o graph.nq && kg merge restored graph.nq
      kg extract articles.jsonl -o records.jsonl && kg merge kg-store records.jsonl
    """
    from kg.analysis.summary import summary
    from kg.graph import incidents
    from kg.graph.parts import check_part
    from kg.graph.store import open_store

    if target in sources:
        raise click.UsageError(f"{target} is both TARGET and SOURCE")
    counts = Counter({"added": 0, "unchanged": 0, "kept": 0, "replaced": 0})
    for source in sources:  # a mistyped one is told before anything is written
        check_part(source)
    with ExitStack() as stack:
        with _part(sources[0]) as first:  # and one that holds nothing before a store is made
            opened = stack.enter_context(open_store(target))
            counts.update(_told(opened, first, last_wins))
        for source in sources[1:]:
            with _part(source) as part:
                counts.update(_told(opened, part, last_wins))
        incidents.refresh(opened)
        held = summary(opened)
    if as_json:
        click.echo(json.dumps({"articles": counts, "store": {"path": opened.path, **held.to_dict()}}, indent=2))
    else:
        said = ", ".join(f"{number:,} {name}" for name, number in counts.items() if number)
        click.echo(f"Articles: {said}.\nThe store {opened.path} holds {held.lines()[0]}")
    return 1 if counts["kept"] or counts["replaced"] else 0


@contextmanager
def _part(source: str) -> Iterator[Store]:
    """Open a source; raise StoreError where it holds no articles."""
    from kg.errors import StoreError
    from kg.graph.parts import open_part

    with open_part(source) as part:
        if not part.documents():
            raise StoreError(f"{part.path} holds no articles that can be merged; kg export -f nq writes them")
        yield part


def _told(target: Store, part: Store, last_wins: bool) -> Counter[str]:
    """Join a part, and tell the conflicts."""
    from kg.graph.joining import join

    def progress(number: int, step: Joined) -> str:
        return f"{number:,} articles, {step.outcome} {step.document}"

    counts: Counter[str] = Counter()
    for step in counted(join(target, part, last_wins=last_wins), progress):
        counts[step.outcome] += 1
        if step.outcome in ("kept", "replaced"):
            stays = "stays as it was" if step.outcome == "kept" else "is replaced"
            say(f"kg: {step.document}: {part.path} has another content; that of {target.path} {stays}")
    if part.decisions.text and part.decisions.text != target.decisions.text:
        say(f"kg: {part.path} follows decisions of people, which merging leaves out; see kg decide")
    return counts
