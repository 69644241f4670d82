"""What XML 1.0 can hold of a text, for every format that is XML."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def holdable(text: str) -> str:
    """Return a text with the replacement character for what XML 1.0 cannot hold, as a stray control character is."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
