"""Resumes of made-up persons: the same seed always makes the same one.

Words other than particles are drawn without replacement, so that nearly every word of a resume is
unique and a word that was read can be told to be the right one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A line with a part that may be set flush right, such as a job with its dates."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullet:
    """A statement in a list."""

    text: str


Block = Entry | Text | Bullet


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """A resume: its head, long sections, short sections that may stand in a sidebar, and a table.

    Attributes:
        more: further long sections.
        rows: of a table of skills: an area, what belongs to it, the years of practice.
    """

    seed: int
    name: str
    role: str
    contact: tuple[str, ...]
    main: tuple[Section, ...]
    more: tuple[Section, ...]
    side: tuple[Section, ...]
    rows: tuple[tuple[str, str, str], ...]


_FIRST = "Ada Bruno Clara Dario Elif Farid Greta Hanno Ines Jonas Kaya Leif Mira Nils Olga".split()
_LAST = "Musterfrau Sample Beispiel Ejemplo Exemple Voorbeeld Esempio Placeholder".split()
_ROLES = "Analyst,Bookkeeper,Chemist,Dispatcher,Editor,Foreman,Gardener,Illustrator".split(",")
_LEVELS = "Senior Junior Lead Deputy Regional Assistant Principal Visiting".split()
_TOWNS = "Northford Eastbury Westhaven Southmere Oldbridge Newcastle Highfield Lowmoor".split()
_FIRMS = "Acorn Birch Cedar Dogwood Elder Fir Ginkgo Hazel Ivy Juniper Larch Maple".split()
_KINDS = "Works Mills Press Labs Freight Foods Textiles Instruments Archives".split()
_VERBS = (
    "Built Led Planned Rewrote Cut Raised Trained Shipped Negotiated Automated Measured Moved "
    "Founded Edited Repaired Taught Audited Merged Opened Designed Reviewed Sold Hired Mapped "
    "Tested Documented Organised Replaced Scheduled Supervised"
).split()
_ADJECTIVES = (
    "quarterly seasonal regional overdue fragile portable volunteer municipal digital printed "
    "bilingual daily annual obsolete modular insulated certified confidential flexible official "
    "unfinished profitable efficient southern coastal rural frozen recycled historic botanical "
    "electrical hydraulic wooden ceramic inflated offline scientific specific fifteen manual "
    "automatic temporary permanent refined filtered affordable final statistical diffuse first"
).split()
_NOUNS = (
    "budget timetable catalogue workshop boiler invoice warehouse newsletter greenhouse database "
    "fleet ledger curriculum pipeline apprentice customer supplier kitchen laboratory harvest "
    "exhibition survey contract calendar handbook inventory prototype archive payroll forecast "
    "generator orchard bakery ferry museum clinic classroom turbine festival library excavation "
    "brochure thermometer questionnaire correspondence refrigeration certification qualification "
    "specification documentation administration transportation recommendation configuration "
    "communication investigation manufacturer responsibility office traffic fiction affidavit "
    "benefit profile workflow offer staffing flow leaflet campfire shelf sniffer reflector"
).split()
_SKILLS = (
    "welding,glazing,bookbinding,typesetting,carpentry,surveying,beekeeping,proofreading,plumbing,"
    "cataloguing,embroidery,soldering,shorthand,grafting,bricklaying,upholstery,engraving,"
    "translation,accounting,first aid,pattern cutting,crane driving,stock keeping,route planning,"
    "glass blowing,kiln firing,seed saving,map reading,type design,bread making,cheese ageing,"
    "wine tasting,stage lighting,sound mixing,hull painting,tree felling"
).split(",")
_AREAS = "Handwork,Languages,Machines,Paperwork,Outdoors,Kitchen skills,Teaching,Transport".split(
    ","
)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class _Supply:
    """Words drawn at random, none twice until all have been drawn."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - reproducible, not secret
        self._left: dict[int, list[str]] = {}

    def __call__(self, pool: list[str]) -> str:
        left = self._left.get(id(pool))
        if not left:
            left = self._left[id(pool)] = self.random.sample(pool, len(pool))
        return left.pop()

    def number(self, low: int, high: int) -> int:
        return self.random.randint(low, high)


def make_content(seed: int, jobs: int = 3) -> Content:
    """The resume of a made-up person with that many jobs."""
    draw = _Supply(seed)
    first, last = draw(_FIRST), draw(_LAST)
    mail = f"{first}.{last}@example.org".lower()
    phone = f"+1 202 555 {draw.number(100, 199):04}"
    experience = [block for year in range(jobs) for block in _job(draw, 2024 - 3 * year)]
    main = (
        Section("Profile", (Text(_sentence(draw, 3)),)),
        Section("Experience", tuple(experience)),
        Section("Education", tuple(_studies(draw))),
    )
    more = (
        Section("Projects", tuple(_projects(draw))),
        Section("Voluntary work", (*_job(draw, 2008), Text(_sentence(draw, 2)))),
    )
    side = (
        Section("Skills", tuple(Text(draw(_SKILLS)) for _ in range(draw.number(6, 9)))),
        Section("Interests", tuple(Text(draw(_SKILLS)) for _ in range(3))),
        Section("Awards", tuple(_awards(draw))),
    )
    rows = tuple(
        (draw(_AREAS), ", ".join(draw(_SKILLS) for _ in range(draw.number(2, 5))), f"{n} years")
        for n in draw.random.sample(range(2, 30), 5)
    )
    role = f"{draw(_LEVELS)} {draw(_ROLES)}"
    place = f"{draw(_TOWNS)}, {draw.number(10000, 99999)}"
    return Content(
        seed, f"{first} {last}", role, (mail, phone, place, f"{last.lower()}.example.org"),
        main, more, side, rows,
    )  # fmt: skip


def _job(draw: _Supply, year: int) -> Iterator[Block]:
    start, end = draw(_MONTHS), draw(_MONTHS)
    employer = f"{draw(_FIRMS)} {draw(_KINDS)}, {draw(_TOWNS)}"
    yield Entry(f"{draw(_LEVELS)} {draw(_ROLES)}", f"{start} {year} – {end} {year + 2}")
    yield Text(employer)
    for _ in range(draw.number(3, 4)):
        yield Bullet(_sentence(draw, draw.number(1, 2)))


def _projects(draw: _Supply) -> Iterator[Block]:
    for _ in range(2):
        yield Entry(f"{draw(_ADJECTIVES).title()} {draw(_NOUNS)}", str(draw.number(2009, 2023)))
        for _ in range(2):
            yield Bullet(_sentence(draw, draw.number(1, 2)))


def _studies(draw: _Supply) -> Iterator[Block]:
    for year, degree in ((2014, "Master of Arts"), (2011, "Bachelor of Science")):
        yield Entry(f"{degree} in {draw(_NOUNS)} studies", f"{year - 2} – {year}")
        yield Text(f"{draw(_TOWNS)} University, grade {draw.number(11, 19) / 10}")


def _awards(draw: _Supply) -> Iterator[Block]:
    for _ in range(2):
        yield Text(f"{draw(_ADJECTIVES).title()} {draw(_NOUNS)} prize {draw.number(2012, 2024)}")


def _sentence(draw: _Supply, clauses: int) -> str:
    """A statement of that many clauses."""
    parts = [
        f"{draw(_VERBS) if not i else draw(_VERBS).lower()} {draw.number(3, 99)} "
        f"{draw(_ADJECTIVES)} {draw(_NOUNS)} plans for the {draw(_ADJECTIVES)} {draw(_NOUNS)}"
        for i in range(clauses)
    ]
    return " and ".join(parts) + "."
