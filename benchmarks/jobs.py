"""How right the skills are that are found in postings: ``python -m benchmarks.jobs FOLDER``.

FOLDER has dev.json of SkillSpan (Zhang et al. 2022), 58 postings with spans of knowledge ("Docker")
and skill ("write tests"). A span is right when both its ends are, punctuation aside. Compared are
the shipped model, the lexicon's terms, and both: the model's spans and the terms that touch none
of them. The model is trained on other postings (training/spans.py).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import as_file, files
from pathlib import Path

from atscheck.matching.models import load_model
from atscheck.matching.spans import names_in
from training.skillspan import Sentence, Spans, find, lexicon_spans, measured, read

ROUNDS = 3
SOURCES = ("all", "tech", "house")
"""The postings of SkillSpan: technical ones, and those of many trades."""


def rows(
    found: Mapping[str, Sequence[Spans]], sentences: Sequence[Sentence]
) -> Iterator[tuple[str, list[float]]]:
    """What is found by whom, with precision, recall and F1, and the F1 of each source."""
    known = [lexicon_spans(s) for s in sentences]
    by_source = {}
    for source in SOURCES:
        kept = [i for i, s in enumerate(sentences) if source in ("all", s.posting[0])]
        own = {label: [spans[i] for i in kept] for label, spans in found.items()}
        by_source[source] = measured(own, [known[i] for i in kept], [sentences[i] for i in kept])
    for label, finders in by_source["all"].items():
        for finder, figures in finders.items():
            f1 = [by_source[source][label][finder]["f1"] for source in SOURCES]
            yield f"{label}, {finder}", [figures["precision"], figures["recall"], *f1]


def sizes() -> dict[str, int]:
    """The bytes of each shipped model."""
    with as_file(files("atscheck").joinpath("models")) as folder:
        return {
            model.name: sum(path.stat().st_size for path in model.rglob("*") if path.is_file())
            for model in sorted(folder.iterdir())
        }


def seconds(postings: Sequence[Sequence[str]]) -> float:
    """The shortest time in which the names in ``postings`` are found, over some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for texts in postings:
            list(names_in(texts))
        best = min(best, time.perf_counter() - start)
    return best


def main(folder: Path) -> None:
    """Print all figures."""
    path = folder / "dev.json"
    if not path.is_file():
        print(f"Spans in postings: skipped, no SkillSpan at {path}")
        return
    sentences = read(path)
    postings: dict[object, list[str]] = {}
    for sentence in sentences:
        postings.setdefault(sentence.posting, []).append(sentence.text)
    print(f"{len(sentences)} sentences of {len(postings)} postings: SkillSpan, dev part")
    head = ("precision", "recall", *(f"F1 {source}" for source in SOURCES))
    print(f"  {'':20}" + "".join(f"{name:>10}" for name in head))
    for name, figures in rows(find(load_model("postings"), sentences), sentences):
        print(f"  {name:20}" + "".join(f"{figure:10.3f}" for figure in figures))
    size = sizes()
    each = ", ".join(f"{name} {own / 1e6:.1f}" for name, own in size.items())
    print(f"Models: {sum(size.values()) / 1e6:.1f} MB ({each})")
    time_of_one = seconds(list(postings.values())) / len(postings)
    print(f"Names found: {1000 * time_of_one:.0f} ms a posting, best of {ROUNDS} rounds")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "skillspan"))
