"""The page, in a browser without a screen: the questions, the editor, an answer, and no request to anywhere else."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest

from kg.graph.queries import library
from kg.graph.store import Store

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
STATIC = Path(__file__).resolve().parents[2] / "kg" / "server" / "static"


class Page(HTMLParser):
    """What is to be read on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = 0
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count the rows of tables."""
        self.rows += tag == "tr"

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text.append(data)


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory):
    """Open an address; return the page's elements, the addresses that the page asked for, and what it complained of."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")

    def call(url: str) -> tuple[str, set[str], list[str]]:
        folder = tmp_path_factory.mktemp("browser")
        log = folder / "net.json"
        done = subprocess.run(
            [
                CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                f"--user-data-dir={folder}", f"--log-net-log={log}", "--net-log-capture-mode=Default",
                "--enable-logging=stderr", "--virtual-time-budget=15000", "--dump-dom", url,
            ],
            capture_output=True, encoding="utf-8", timeout=120, check=False,
            env={**os.environ, "HOME": str(folder)},
        )  # fmt: skip
        events = [event.get("params", {}) for event in json.loads(log.read_text(errors="replace"))["events"]]
        asked = {params["url"] for params in events if params.get("initiator", "").startswith("http")}
        return done.stdout, asked, [line for line in done.stderr.splitlines() if ":CONSOLE" in line]

    return call


def test_a_question_is_answered_in_the_page(look, served, filled: Store) -> None:
    page, asked, complaints = look(f"{served.url}/?question=articles")
    found = Page()
    found.feed(page)
    text = " ".join(found.text)
    assert 'data-ready="yes"' in page
    assert "CodeMirror-line" in page
    assert [query.name for query in library() if query.name.replace("-", " ") not in text] == []
    assert [document for document in filled.documents() if document not in text] == []
    assert found.rows == 1 + len(filled.documents())
    assert f"{served.url}/sparql" in asked
    assert [address for address in asked if not address.startswith(f"{served.url}/")] == []
    assert complaints == []


def test_an_answer_that_is_cut_is_told_in_the_page(look, client: httpx.Client) -> None:
    page, _, complaints = look(f"{client.base_url}?question=timeline")
    notice = re.search(r'<p id="notice"[^>]*>([^<]*)', page)
    assert notice is not None
    assert notice[1].startswith("The answer ends here: this server gives at most 3 rows.")
    assert complaints == []


def test_what_the_page_loads_is_all_here(served) -> None:
    page = httpx.get(f"{served.url}/").text
    links = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert len(links) >= 4
    for link in links:
        assert httpx.get(served.url + link).status_code == 200
    own = "".join((STATIC / name).read_text("utf-8") for name in ("index.html", "page.js", "page.css"))
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)", own) == []


def test_the_editor_and_its_licences_are_shipped() -> None:
    licences = (STATIC / "LICENSES.txt").read_text("utf-8")
    assert "@zazuko/yasgui 4.6.2: MIT" in licences
    assert "sourceMappingURL" not in (STATIC / "yasgui.min.js").read_text("utf-8")
