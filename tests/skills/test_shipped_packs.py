"""The packs that come with atscheck: complete, consistent, and right on resumes made for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from atscheck.data import data_root
from atscheck.documents.assemble import from_text
from atscheck.matching import match
from atscheck.matching.model import Matches
from atscheck.resume import parse
from atscheck.skills import load_pack, pack_names
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Target
from atscheck.skills.review import check_pack
from atscheck.skills.statistics import statistics

ML = load_pack("machine-learning-research")
MOST_SHARED = 0.5
"""The share of its terms that a pack may have in common with another one."""
VAGUE = frozenset(
    "communication;communication skills;teamwork;team player;leadership;problem solving;creativity;"
    "motivation;flexibility;work ethic;attention to detail;interpersonal skills;multitasking;"
    "critical thinking;self-motivated;hard-working;detail-oriented;passionate".split(";")
)
"""What says nothing of a role, since every role is said to ask for it."""
DOCS = Path(__file__).parents[2] / "docs/packs.md"


@pytest.fixture(params=pack_names())
def pack(request: pytest.FixtureRequest) -> Target:
    return load_pack(request.param)


def names(pack: Target, tier: str) -> list[str]:
    return [k.name for k in pack.keywords if k.tier == tier]


def scan(text: str, pack: Target = ML) -> Matches:
    return match(parse(from_text(f"Ana Example\nana@example.org\n\n{text}\n")), pack)


def flags(text: str) -> list[str]:
    return [f.flag.name for f in scan(text).flags]


def test_the_file_is_named_after_the_pack(pack: Target) -> None:
    assert data_root().joinpath("packs", f"{pack.name}.toml").is_file()
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", pack.name)


def test_a_review_finds_nothing(pack: Target) -> None:
    assert check_pack(pack, load_lexicon()) == ()


def test_every_part_is_there(pack: Target) -> None:
    assert pack.summary
    assert pack.sources
    assert pack.titles
    assert 20 <= len(names(pack, "must")) <= 35
    assert 30 <= len(names(pack, "good")) <= 60
    assert len(pack.groups) >= 4
    assert len(pack.levels) == 4
    assert len(pack.red_flags) >= 3
    assert len(pack.phrasing) >= 15
    assert len(pack.resources) >= 5
    assert len(pack.advice) >= 4


def test_no_two_packs_are_the_same() -> None:
    alike = {
        f"{each.name} and {each.nearest}": each.overlap
        for each in statistics([load_pack(name) for name in pack_names()])
        if each.overlap > MOST_SHARED
    }
    assert alike == {}


def test_nothing_vague_is_asked_for(pack: Target) -> None:
    asked = {term.name.casefold() for keyword in pack.keywords for term in keyword.terms}
    assert asked & VAGUE == set()


def test_terms_are_of_the_lexicon(pack: Target) -> None:
    terms = [term for keyword in pack.keywords for term in keyword.terms]
    assert [term.name for term in terms if not term.field] == []


def test_texts_are_written_alike(pack: Target) -> None:
    for flag in pack.red_flags:
        assert flag.message[0].islower() or flag.message.split()[0].isupper()
        assert not flag.message.endswith(".")
        assert not flag.advice.endswith(".")
    for phrasing in pack.phrasing:
        assert phrasing.text.endswith(".")
        assert phrasing.text.count("{") == phrasing.text.count("}") > 0
    for advice in pack.advice:
        assert advice.question.endswith("?")
        assert advice.answer.endswith((".", '"'))


def test_texts_are_told_once(pack: Target) -> None:
    for texts in (
        [p.text for p in pack.phrasing],
        [r.title for r in pack.resources],
        [r.url for r in pack.resources if r.url],
        [a.question for a in pack.advice],
    ):
        assert len(texts) == len(set(texts))


def test_every_resource_has_an_address(pack: Target) -> None:
    assert [r.title for r in pack.resources if not r.url] == []


def test_a_phrasing_shows_the_keywords_it_is_for(pack: Target) -> None:
    for phrasing in pack.phrasing:
        text = re.sub(r"\{([^{}]*)\}", r"\1", phrasing.text)
        found = {m.keyword.name for m in scan(f"EXPERIENCE\n- {text}", pack).keywords if m.found}
        assert set(phrasing.keywords) <= found, phrasing.text


def test_no_phrasing_raises_a_red_flag(pack: Target) -> None:
    bullets = "\n".join(f"- {p.text}" for p in pack.phrasing)
    assert scan(f"EXPERIENCE\n{bullets}", pack).flags == ()


# machine learning research


def test_it_asks_for_enough() -> None:
    assert len(names(ML, "must")) >= 25
    assert len(names(ML, "good")) >= 40
    assert len(ML.resources) >= 20
    assert len(ML.advice) >= 8


def test_it_has_five_sub_skills_and_four_levels() -> None:
    assert [g.title for g in ML.groups] == [
        "Algorithm development and implementation",
        "Experimental design and methodology",
        "Literature review and critical analysis",
        "Mathematical foundations",
        "Scientific communication",
    ]
    assert sum(g.weight for g in ML.groups) == pytest.approx(1)
    assert all(len(g.keywords) >= 5 for g in ML.groups)
    assert [level.name for level in ML.levels] == [
        "foundation", "intermediate", "advanced", "expert",
    ]  # fmt: skip


def test_it_demands_no_degree() -> None:
    asked = " ".join(names(ML, "must")).casefold()
    assert not re.search(r"\b(?:phd|doctorate|doctoral|degree|master)\b", asked)


def test_the_advice_holds_the_four_ideas() -> None:
    answers = " ".join(a.answer for a in ML.advice)
    for idea in ("used naturally", "(NLP)", "quantify", "match the job's wording"):
        assert idea in answers


LANGUAGE = """
SUMMARY
Machine learning researcher in natural language processing (NLP) with four years of experience.

EXPERIENCE
Research Scientist, Example Labs, 2021 - present
- Pre-training of transformer language models in PyTorch on 128 GPUs under Slurm.
- Ran ablation studies over 8 components against strong baselines (5 seeds, 95% CI).
- Reported confidence intervals for every claim.
- Proposed a loss function that raised F1 from 71.2 to 74.9 and released the code on GitHub.
- Showed by error analysis that one in three failures comes from tokenization.
- Reviewer for NeurIPS and a program committee member of ACL.

PUBLICATIONS
A. Example and B. Sample. Data Selection Again. NeurIPS 2023.
A. Example. Fewer Tokens. EMNLP 2022. arXiv preprint.

EDUCATION
PhD in Computer Science, Example University, 2017 - 2021. Thesis: Learning from Less.
Courses: probability theory, convex optimization, linear algebra, statistics

SKILLS
Python, NumPy, scikit-learn, deep learning, hyperparameter tuning, LaTeX, Git
"""

VISION = """
EXPERIENCE
Applied Scientist, Example Robotics, 2020 - present
- Trained diffusion models and vision transformers for 3D object detection (computer vision).
- Benchmarked 6 detectors on COCO; mAP rose from 48.1 to 51.3 over 3 seeds (standard deviation 0.2).
- Designed experiments with data augmentation and cross-validation; significance tests over 10 runs.
- First author of papers at CVPR 2023 and ECCV 2022; poster presentation at both.
- Wrote CUDA kernels and a JAX training pipeline for model training on TPUs.

SKILLS
Python, C++, NumPy, Git, Docker, LaTeX, machine learning, deep learning, open source
State-of-the-art results on two benchmarks
Bayesian inference, stochastic gradient descent, statistical modeling, calculus, algorithm design
"""

ROBOTS = """
EXPERIENCE
Research Intern, Example AI, 2022 - present
- Developed a policy gradient algorithm for reinforcement learning (RL) in TensorFlow.
- Proved a convergence rate with tools of probability theory and convex optimization.
- Evaluated on MuJoCo with 10 seeds and bootstrap confidence intervals against 4 strong baselines.
- Empirical evaluation of 3 reward models; reproducible code released as open source on GitHub.
- Workshop paper at ICLR 2024 and preprint on arXiv; teaching assistant for machine learning.

SKILLS
Python, SciPy, SLURM, GPU cluster, deep learning, statistics, linear algebra, model training
Grid search, hyperparameter optimization, LaTeX, literature review
"""

OFFICE = """
EXPERIENCE
Office Administrator, Example Ltd, 2018 - present
- Answered 60 calls a day and kept the calendar of 4 managers.
- Increased customer satisfaction by 12% and reduced paper use by 30%.
- Implemented a filing system and trained 5 colleagues.

SKILLS
Excel, Word, Outlook, typing, customer service
"""


@pytest.mark.parametrize("text", [LANGUAGE, VISION, ROBOTS], ids=["language", "vision", "robots"])
def test_a_strong_resume_of_any_subject_covers_most(text: str) -> None:
    found = scan(text)
    must = [m for m in found.keywords if m.keyword.tier == "must"]
    missing = [m.keyword.name for m in must if not m.found]
    assert len(missing) <= len(must) * 0.2, missing
    reached = [m.level.name for m in found.levels if m.reached]
    assert {"foundation", "intermediate", "advanced"} <= set(reached)
    assert [f.flag.name for f in found.flags] == []


def test_a_resume_of_another_field_covers_little_and_is_not_doubted() -> None:
    found = scan(OFFICE)
    assert sum(m.found for m in found.keywords) <= 1
    assert not any(m.reached for m in found.levels)
    assert found.flags == ()


RAISED = {
    "results-without-significance": """
EXPERIENCE
- Trained a classifier that outperformed the baseline, with an F1 of 0.91.
- Improved accuracy by 5% on the second task; error analysis of the failures.""",
    "accuracy-only": """
EXPERIENCE
- Built a classifier with a test accuracy of 94% (95% confidence interval 93 to 95).""",
    "code-without-reproduction": """
EXPERIENCE
- Implemented deep learning models for the group's codebase.""",
    "algorithms-without-foundation": """
EXPERIENCE
- Worked with data of customers.

SKILLS
CNN, GAN, transfer learning, few-shot learning, federated learning, YOLO, object detection, LoRA""",
    "no-limitations": """
RESEARCH
- Novel method that outperformed all others over 5 seeds.
- Achieved state-of-the-art results and superior performance with a novel architecture.""",
    "practice-data-only": """
PROJECTS
- Classified digits of MNIST and predicted survival on the Titanic.""",
}

CLEARED = {
    "results-without-significance": "- Reported 95% confidence intervals over 5 seeds.",
    "accuracy-only": "- Measured recall, calibration and latency.",
    "code-without-reproduction": "- Code: https://github.com/ana-example/models",
    "algorithms-without-foundation": "- Derived the update rule and implemented it from scratch.",
    "no-limitations": "- Showed where the method fails: failure cases under distribution shift.",
    "practice-data-only": "- Published a paper at ICML.",
}


def test_every_red_flag_has_an_example() -> None:
    assert list(RAISED) == list(CLEARED) == [f.name for f in ML.red_flags]


@pytest.mark.parametrize("name", RAISED)
def test_a_red_flag_is_raised(name: str) -> None:
    assert name in flags(RAISED[name])


@pytest.mark.parametrize("name", CLEARED)
def test_what_an_expert_asks_for_takes_the_doubt_away(name: str) -> None:
    assert name not in flags(f"{RAISED[name]}\n\nRESEARCH EXPERIENCE\n{CLEARED[name]}")


# the documentation


def test_the_documentation_names_every_key() -> None:
    text = DOCS.read_text(encoding="utf-8")
    keys = (
        "schema name title summary sources licence must good term weight groups keywords levels "
        "evidence at_least red_flags severity message advice pattern unless listed_only phrasing "
        "for text resources url question answer LOWER NORM LEMMA LIKE_NUM IS_DIGIT IN"
    )
    assert [key for key in keys.split() if not re.search(rf"\b{key}\b", text)] == []


def test_the_examples_of_the_documentation_make_a_pack(tmp_path: Path) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    text = "\n".join(b for b in blocks if "extends" not in b).replace(
        "weight = 0.6", "weight = 1.0"
    )
    path = tmp_path / "bakery-manager.toml"
    path.write_text(text, encoding="utf-8")
    pack = load_pack(path)
    assert (len(pack.keywords), len(pack.groups), len(pack.red_flags)) == (5, 1, 1)
    assert [f.flag.name for f in scan("EXPERIENCE\n- Increased sales.", pack).flags] == [
        "sales-without-figures"
    ]
    assert scan("EXPERIENCE\n- Increasing sales by 12%.", pack).flags == ()


def test_the_example_of_a_pack_built_on_another_is_one(tmp_path: Path) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    (text,) = (block for block in blocks if "extends" in block)
    path = tmp_path / "ours.toml"
    path.write_text(text, encoding="utf-8")
    own, base = (
        {k.name: k.tier for k in load_pack(each).keywords} for each in (path, "data-scientist")
    )
    assert own["Snowflake"] == "must"
    assert [name.split(" | ")[0] for name in base.keys() - own.keys()] == ["R"]
