"""Made-up resumes of two pages as PDF files, for benchmarks that need many."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from atscheck.data import load_words
from atscheck.skills.lexicon import load_lexicon

STYLES = getSampleStyleSheet()
JOBS, BULLETS, LISTED = 5, 6, 24
"""How many jobs a resume has, bullets a job, and skills the list of them."""


def make_resumes(folder: Path, number: int) -> list[Path]:
    """Write ``number`` resumes, each with words and skills of its own; the same in every run."""
    words = load_words("english")["words"].split()
    skills = [name for name in load_lexicon().terms if name.isascii()]
    paths = [folder / f"resume-{at:05}.pdf" for at in range(number)]
    for at, path in enumerate(paths):
        path.write_bytes(_resume(random.Random(at), words, skills))  # noqa: S311 - no secret
    return paths


def _resume(chance: random.Random, words: list[str], skills: list[str]) -> bytes:
    story = [
        _line("Jane Example", "Title"),
        _line("jane@example.com | +1 202 555 0143 | Springfield, IL"),
        _line("Experience", "Heading2"),
    ]
    for year in range(2024, 2024 - 2 * JOBS, -2):
        title = chance.choice(("Engineer", "Analyst", "Manager", "Researcher"))
        story.append(_line(f"{title}, {chance.choice(words).title()} Ltd, {year - 2} - {year}"))
        story += [_line(f"• {_bullet(chance, words, skills)}") for _ in range(BULLETS)]
    story += [_line("Education", "Heading2"), _line("BSc Physics, Example University, 2010 - 2013")]
    story += [_line("Skills", "Heading2"), _line(", ".join(chance.sample(skills, LISTED)))]
    target = BytesIO()
    SimpleDocTemplate(target, pagesize=A4, invariant=1).build(story)
    return target.getvalue()


def _bullet(chance: random.Random, words: list[str], skills: list[str]) -> str:
    verb = chance.choice(("Built", "Led", "Improved", "Wrote", "Tested"))
    rest = (*chance.sample(words, 9), "with", chance.choice(skills), *chance.sample(words, 4))
    return f"{verb} {' '.join(rest)} by {chance.randrange(2, 60)}%"


def _line(text: str, style: str = "BodyText") -> Flowable:
    return Paragraph(text.replace("&", "&amp;").replace("<", "&lt;"), STYLES[style])
