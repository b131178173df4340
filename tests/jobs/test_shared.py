"""What several postings share."""

from __future__ import annotations

import tomllib

from atscheck.documents.assemble import from_text
from atscheck.jobs import read_job
from atscheck.jobs.shared import shared_by, shared_target
from atscheck.renderers import render_jobs
from atscheck.skills.model import Target
from atscheck.skills.packs import read_pack


def postings() -> list[Target]:
    texts = (
        "Requirements\nPython\nDocker\nNice to have\nKafka",
        "Requirements\nPython or Java\nKafka",
        "Requirements\nPython\nNice to have\nDocker",
    )
    return [read_job(from_text(text)) for text in texts]


def test_those_of_most_postings_come_first() -> None:
    shared = [(s.keyword.name, s.postings, s.demands) for s in shared_by(postings())]
    assert shared == [("Python", 3, 3), ("Docker", 2, 1), ("Kafka", 2, 1)]


def test_what_half_of_them_demand_is_no_must() -> None:
    tiers = {k.name: k.tier for k in shared_target(postings()).keywords}
    assert tiers == {"Python": "must", "Docker": "good", "Kafka": "good"}


def test_the_pack_of_several_is_one_pack() -> None:
    pack = tomllib.loads(render_jobs(postings(), "toml", width=80, color=False))
    assert [k.name for k in read_pack(pack, "p.toml").keywords] == ["Python", "Docker", "Kafka"]


def test_the_page_tells_what_is_shared_first() -> None:
    page = render_jobs(postings(), "text", width=80, color=False)
    assert page.startswith("What 3 postings share")
    assert "  3 of 3    Python  must\n" in page
    assert "  2 of 3    Docker  must in 1\n" in page


def test_nothing_shared_is_said() -> None:
    targets = [read_job(from_text(f"Requirements\n{name}")) for name in ("Python", "Kafka")]
    page = render_jobs(targets, "text", width=80, color=False)
    assert "nothing that two of them ask for" in page
