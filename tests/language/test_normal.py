"""Text put plain without a change of its length."""

from __future__ import annotations

import pytest

from kg.language.normal import normalise


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>Police <b>fired</b>.</p>", "   Police    fired    .    "),
        ("The army&nbsp;left &amp; the mob&#39;s leader", "The army      left &     the mob'    s leader"),
        ('<a href="x">Orla</a>', "            Orla    "),
        ("a < b and c > d", "a < b and c > d"),
        ("<BR/>Rebels", "     Rebels"),
        ("Fighters <of the Front> left", "Fighters <of the Front> left"),
        ("The Front [NF] attacked.", "The Front (NF) attacked."),
        ("The [words indistinct] attacked [as heard] us.", "The                    attacked            us."),
        ("[Text] [passage omitted] Rebels came.", "                         Rebels came."),
        ("\U0001f600 Rebels \U0001f1f8\U0001f1fe left\u2757\ufe0f \u2022 Item", "  Rebels    left   \u2022 Item"),
        ("LESK &mdash; The mob&#8217;s, Bogot&aacute;", "LESK \u2014       The mob'      s, Bogot&aacute;"),
        ("It\u2019s \u201cover\u201d", 'It\'s "over"'),
    ],
)
def test_what_a_page_leaves_is_blank(text: str, plain: str) -> None:
    assert normalise(text) == plain
    assert len(plain) == len(text)
