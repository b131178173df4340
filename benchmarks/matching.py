"""What more terms cost, beside other matchers: ``python -m benchmarks.matching``.

Each matcher looks for the same 500, 5,000 and 30,000 terms, under all their names, in the same
texts: the examples' and made ones. The others find letters only; atscheck also finds inflections
and judges each place by its neighbours. Then the examples are scanned with a lexicon of each size:
the target is at most 1.05 times the time of the smallest. Terms beyond the lexicon's are pairs of
its names. Rounds are interleaved as in `benchmarks.scan`, and the best of each counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from itertools import cycle, islice
from unittest.mock import patch

from atscheck import documents, resume
from atscheck.data import load_words
from atscheck.matching import matcher
from atscheck.matching.pipeline import PhraseIndex
from atscheck.matching.reading import Reading
from atscheck.matching.tables import TermIndex
from atscheck.resume.model import Passage
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Term
from benchmarks.scan import EXAMPLES, PACK, ROUNDS, best_times, scan, stages

SIZES = (500, 5_000, 30_000)
MADE_TEXTS, LINES = 8, 60
LEXICON = load_lexicon()
PATHS = sorted(EXAMPLES.glob("*.pdf"))

Text = Sequence[Passage]
Finder = Callable[[Text], object]


def terms_of(size: int) -> list[Term]:
    """``size`` terms: spread over the lexicon, or all of it and pairs of its names."""
    own = list(LEXICON.terms.values())
    if size <= len(own):
        return own[:: len(own) // size][:size]
    return [*own, *islice(_pairs(), size - len(own))]


def _pairs() -> Iterator[Term]:
    names = list(LEXICON.terms)
    for step in range(1, len(names)):
        for one, two in zip(names, names[step:], strict=False):
            if (name := f"{one} {two}") not in LEXICON.terms:
                yield Term(name, field="software")


def names_of(terms: Sequence[Term]) -> Iterator[str]:
    """All names of the terms."""
    return (name for term in terms for name in (term.name, *term.aliases, *term.acronyms))


def texts() -> list[Text]:
    """The passages of the examples, and of texts made of common words and the lexicon's terms."""
    examples = [resume.parse(documents.read(path)).passages for path in PATHS]
    words = cycle(load_words("english")["words"].split()[::37])
    skills = cycle(list(LEXICON.terms)[::7])
    made = [[_line(words, skills, n) for n in range(1, LINES + 1)] for _ in range(MADE_TEXTS)]
    return [*examples, *made]


def _line(words: Iterator[str], skills: Iterator[str], number: int) -> Passage:
    parts = [*islice(words, 6), next(skills), *islice(words, 6), next(skills)]
    text = " ".join(parts)
    return Passage("bullet", "experience", text, tuple(range(len(text))), (number, number))


def plain(text: Text) -> str:
    """The text as one string."""
    return "\n".join(passage.text for passage in text)


def flashtext(terms: Sequence[Term]) -> Finder:
    """A trie over characters, in Python."""
    from flashtext import KeywordProcessor

    processor = KeywordProcessor()
    processor.add_keywords_from_list(list(names_of(terms)))
    return lambda text: processor.extract_keywords(plain(text))


def pyahocorasick(terms: Sequence[Term]) -> Finder:
    """An automaton over characters, in C; it finds letters within words too."""
    from ahocorasick import Automaton

    automaton = Automaton()
    for name in names_of(terms):
        automaton.add_word(name.lower(), name)
    automaton.make_automaton()
    return lambda text: list(automaton.iter(plain(text).lower()))


def spacy(terms: Sequence[Term]) -> Finder:
    """The stock tokenizer for English and the matcher of phrases, in any casing."""
    from spacy import blank
    from spacy.matcher import PhraseMatcher

    nlp = blank("en")
    phrases = PhraseMatcher(nlp.vocab, attr="LOWER")
    phrases.add("term", [nlp.make_doc(name) for name in names_of(terms)])
    return lambda text: phrases(nlp.make_doc(plain(text)))


def atscheck(terms: Sequence[Term]) -> Finder:
    """Places of the terms and of their inflections, each judged."""
    index = index_of(terms, terms)
    return lambda text: matcher.find_evidence(Reading.of(text, index), index, None)


def index_of(lexicon: Sequence[Term], targets: Sequence[Term]) -> PhraseIndex:
    """The index of ``targets`` in a ``lexicon`` that takes the place of the shipped one."""
    return PhraseIndex(targets, TermIndex.of({term.name: term for term in lexicon}))


CONTENDERS: Mapping[str, tuple[str, Callable[[Sequence[Term]], Finder]]] = {
    "pyahocorasick": ("ahocorasick", pyahocorasick),
    "flashtext": ("flashtext", flashtext),
    "spaCy PhraseMatcher": ("spacy", spacy),
    "atscheck": ("atscheck", atscheck),
}
"""By name the module that each contender needs, and what makes its finder."""


def find_all(finder: Finder, several: Sequence[Text]) -> None:
    """One pass over all texts."""
    for text in several:
        finder(text)


def compare() -> None:
    """Print what each contender takes for a text, by the number of terms."""
    several = texts()
    size = sum(len(plain(text)) for text in several) / len(several)
    print(f"{len(several)} texts of {size:.0f} characters, best of {ROUNDS} interleaved rounds")
    print(f"  {'ms a text (times the smallest)':30}" + "".join(f"{n:>18,}" for n in SIZES))
    times: dict[str, list[float]] = {}
    finders = list(present())
    for number in SIZES:
        terms = terms_of(number)
        runs = {name: partial(find_all, make(terms), several) for name, make in finders}
        for run in runs.values():
            run()
        for name, seconds in best_times(runs).items():
            times.setdefault(name, []).append(1000 * seconds / len(several))
    for name, row in times.items():
        print(f"  {name:30}" + "".join(f"{ms:10.2f} ({ms / row[0]:4.2f})" for ms in row))


def present() -> Iterator[tuple[str, Callable[[Sequence[Term]], Finder]]]:
    """The contenders that are installed; says which are not."""
    for name, (module, make) in CONTENDERS.items():
        if find_spec(module) is None:
            print(f"  {name}: skipped, not installed (extra `bench`)")
        else:
            yield name, make


def scans() -> None:
    """Print what whole scans of the examples take by the size of the lexicon, and their stages."""
    targets = [term for keyword in PACK.keywords for term in keyword.terms]
    indexes = {size: index_of(terms_of(size), targets) for size in SIZES}
    runs = {f"{size:,}": partial(scan_with, index) for size, index in indexes.items()}
    for run in runs.values():
        run()
    times = best_times(runs)
    print(f"Whole scans of {len(PATHS)} PDF files by terms in the lexicon")
    for name, seconds in times.items():
        ratio = seconds / times[f"{SIZES[0]:,}"]
        print(f"  {name:30} {1000 * seconds / len(PATHS):8.1f} ms a file {ratio:6.2f} x")


def scan_with(index: PhraseIndex) -> None:
    """Scan the examples, with this index for their target."""
    with patch.object(matcher, "index_of", return_value=index):
        for path in PATHS:
            scan(path)


if __name__ == "__main__":
    compare()
    scans()
    stages(PATHS[0])
