"""Many short strings in one block of bytes, as the place index holds its names."""

from __future__ import annotations

from array import array
from typing import Any

import numpy as np


class Texts:
    """Many short strings in one block of bytes."""

    def __init__(self, block: np.ndarray[Any, Any]) -> None:
        self._bytes = block.tobytes()
        ends = np.append(np.flatnonzero(block == 10), len(block)).astype(np.uint32)
        self._starts = array("I", np.append([0], ends + 1).astype(np.uint32).tobytes())

    def __len__(self) -> int:
        return len(self._starts) - 1

    def raw(self, number: int) -> bytes:
        """The UTF-8 of one string."""
        return self._bytes[self._starts[number] : self._starts[number + 1] - 1]

    def __getitem__(self, number: int) -> str:
        return self.raw(number).decode()

    def find(self, text: str) -> int:
        """The position of a string in a sorted block, -1 if it is missing."""
        wanted, low, high = text.encode(), 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self.raw(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self) and self.raw(low) == wanted else -1
