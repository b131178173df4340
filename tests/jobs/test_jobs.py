"""What a posting asks for; each case is a short posting of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck import documents
from atscheck.errors import TargetError
from atscheck.jobs import read_job, with_alternatives
from atscheck.jobs.clauses import read_clauses
from atscheck.jobs.headings import find_headings
from atscheck.report import job_to_dict
from atscheck.skills.demands import Requirements
from atscheck.skills.model import Target, Tier


def read(text: str) -> Target:
    return read_job(documents.read(text.encode(), path="job.txt"))


def asked(text: str) -> dict[str, Tier]:
    """The tier of each keyword."""
    return {keyword.name: keyword.tier for keyword in read(text).keywords}


def requirements(text: str) -> Requirements:
    """What is asked for besides; a keyword is added, without which a posting is an error."""
    found = read(f"{text}\nRequirements\nLinux\n").requirements
    assert found is not None
    return found


# Parts and tiers


@pytest.mark.parametrize(
    "heading",
    [
        "Requirements", "REQUIREMENTS:", "What you'll bring", "What you’ll bring:", "Who you are",
        "What we're looking for", "## Must-haves", "Skills & Experience", "- Qualifications -",
        "The right candidate will have knowledge of:", "MINIMUM SKILLS FOR THIS ROLE",
    ],
)  # fmt: skip
def test_what_stands_below_a_required_heading_is_a_must(heading: str) -> None:
    assert asked(f"{heading}\n- Python\nNice to have\n- Docker") == {
        "Python": "must",
        "Docker": "good",
    }


@pytest.mark.parametrize(
    "heading",
    ["Nice to have", "Preferred qualifications", "Bonus points if you have:", "A plus", "Desirable",
     "It would be great if you also know:", "Good-to-haves"],
)  # fmt: skip
def test_what_stands_below_a_preferred_heading_is_good_to_have(heading: str) -> None:
    assert asked(f"Requirements\n- Python\n{heading}\n- Docker\n- Kubernetes required") == {
        "Python": "must", "Docker": "good", "Kubernetes": "good",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("clause", "must", "good"),
    [
        ("Requires Kubernetes; Docker preferred", "Kubernetes", "Docker"),
        ("Python required, Docker preferred", "Python", "Docker"),
        ("Knowledge of Python is required and Docker is a plus", "Python", "Docker"),
        ("Solid Python (Docker preferred)", "Python", "Docker"),
        ("Python, preferably with Docker", "Python", "Docker"),
        ("Python, ideally Docker", "Python", "Docker"),
        ("You must have Python. Advantage: Docker", "Python", "Docker"),
        ("Must have Python. It is a plus if you know Docker", "Python", "Docker"),
        ("Python is a must. The following will be preferred: Docker", "Python", "Docker"),
    ],
)
def test_cues_speak_of_their_own_part_of_a_clause(clause: str, must: str, good: str) -> None:
    assert asked(f"Requirements\n{clause}") == {must: "must", good: "good"}


@pytest.mark.parametrize(
    "clause",
    ["no Docker experience needed", "Docker is not required", "You do not need Docker",
     "No prior Docker knowledge is necessary"],
)  # fmt: skip
def test_what_is_not_needed_is_not_asked_for(clause: str) -> None:
    assert asked(f"Requirements\nPython\n{clause}") == {"Python": "must"}


def test_what_is_not_required_but_welcome_is_good_to_have() -> None:
    assert asked("Requirements\nPython\nDocker is not required but a plus")["Docker"] == "good"


@pytest.mark.parametrize(
    "part",
    [
        "Benefits\n- 401k and courses in Kubernetes",
        "We offer\n- a budget for Kubernetes courses",
        "About us\nFounded in 2010, Kubernetes is our home.",
        "About Example Labs\nThe company behind Kubernetes.",
        "EEO statement\nKubernetes and race do not matter.",
        "How to apply\nSend us a link to your Kubernetes work.",
        "You get health insurance and Kubernetes training.",
        "We are a team of Kubernetes people.",
        "You will report to the Head of Kubernetes.",
        "Industry:\nKubernetes",
        "Requirements\nSample Systems is a leading provider of Kubernetes courses.",
        "Requirements\nWe are proud of our Kubernetes community.",
        "Right now we plan a Kubernetes course.",
        "Requirements\nYou will join a company that loves Kubernetes.",
        "Requirements\nPlease send your application to the Kubernetes people.",
    ],
)
def test_benefits_law_and_the_company_itself_ask_for_nothing(part: str) -> None:
    assert asked(f"Requirements\n- Python\nDuties\n{part}") == {"Python": "must"}


def test_tools_that_a_company_says_it_uses_are_good_to_have() -> None:
    found = asked("We use Docker every day.\nWe are looking for Linux people.\nSkills\n- Python")
    assert found == {"Docker": "good", "Linux": "must", "Python": "must"}


def test_a_label_names_one_value_and_the_part_goes_on() -> None:
    text = "Requirements\n- Python\nLocation: Leeds\n- Docker\nJob type:\nfull time\n- Linux"
    assert asked(text) == dict.fromkeys(("Python", "Docker", "Linux"), "must")


def test_what_is_said_outright_decides_above_what_is_mentioned() -> None:
    text = "Your role\nDeploy with Docker and Git\nMust have\n- Python\nNice to have\n- Docker"
    assert asked(text) == {"Docker": "good", "Git": "must", "Python": "must"}


def test_without_headings_and_cues_all_are_equal_and_that_is_said() -> None:
    target = read("Python developer\nYou build services with Django.\nWe use Docker.")
    assert {keyword.tier for keyword in target.keywords} == {"must"}
    assert target.requirements is not None
    assert target.requirements.untiered
    assert job_to_dict(target)["tiers_known"] is False
    assert job_to_dict(read("Requirements\nPython"))["tiers_known"] is True


def test_a_posting_without_keywords_is_an_error() -> None:
    with pytest.raises(TargetError, match="no skill"):
        read("We are a nice company.\nCome and join us.")


# Text that has lost its line breaks, or has too many


def test_headings_are_found_where_line_breaks_are_lost() -> None:
    text = "What we offer We offer Kubernetes. Qualifications: Python. Nice to have: Docker."
    assert asked(text) == {"Python": "must", "Docker": "good"}
    between = "You use Git daily What you bring 4+ years of Python use Our offer A Linux course"
    assert asked(f"Job description {between}") == {"Git": "must", "Python": "must"}
    closing = "Your tasks\nYou look after Linux. Preferred Qualifications\nDocker"
    assert asked(closing) == {"Linux": "must", "Docker": "good"}


@pytest.mark.parametrize(
    "text",
    ["Requirements engineering is your craft", "We value your skills and experience in Python",
     "Experience in Python", "3 years of experience in one of the following:",
     "About 5 years of Python", "We are an Equal Opportunity Employer",
     "you are the role model that the team needs"],
)  # fmt: skip
def test_sentences_are_no_headings(text: str) -> None:
    assert find_headings(text) == []


def test_a_broken_line_goes_on() -> None:
    text = (
        "Requirements for this position\n\n"
        "- At least four years with one of the large public clouds, and with machine\n"
        "  learning in products that people use; some knowledge of natural language\n"
        "  processing, or the will to learn what we need of it within the first year,\n"
        "  is a plus\n"
    )
    assert asked(text)["machine learning"] == "must"
    assert asked(text)["natural language processing"] == "good"


# Alternatives


@pytest.mark.parametrize(
    ("clause", "groups"),
    [
        ("PyTorch or JAX", [("PyTorch", "JAX")]),
        ("PyTorch/JAX", [("PyTorch", "JAX")]),
        ("PyTorch and JAX", []),
        ("Python, Java or Kotlin", [("Python", "Java", "Kotlin")]),
        ("Python, Java, or Kotlin", [("Python", "Java", "Kotlin")]),
        ("Python, Java/Kotlin and Docker", [("Java", "Kotlin")]),
        ("at least one of: Python, Java, Kotlin", [("Python", "Java", "Kotlin")]),
        ("languages such as Python, Java or similar", [("Python", "Java")]),
        ("AWS or another cloud provider", []),
        ("PyTorch or JAX, TensorFlow/JAX", [("PyTorch", "JAX", "TensorFlow")]),
        ("PyTorch or JAX. PyTorch in production", []),
    ],
)
def test_alternatives(clause: str, groups: list[tuple[str, ...]]) -> None:
    assert list(requirements(f"Requirements\n{clause}").any_of) == groups


def test_any_alternative_meets_the_keyword_that_stands_for_all() -> None:
    target = with_alternatives(read("Requirements\nPyTorch or JAX\nNice to have\nDocker"))
    first, second = target.keywords
    assert (first.name, first.tier, second.name) == ("PyTorch | JAX", "must", "Docker")
    assert {term.name for term in first.terms} == {"PyTorch", "JAX"}


def test_no_alternative_is_lost() -> None:
    target = read("Requirements\nPyTorch or JAX\nNice to have\nPyTorch or TensorFlow")
    names = {term.name for k in with_alternatives(target).keywords for term in k.terms}
    assert names == {"PyTorch", "JAX", "TensorFlow"}


# Keywords


def test_a_keyword_keeps_the_wording_and_line_of_what_asks_for_it() -> None:
    text = "Duties\nlook after k8s\nRequirements\nKubernetes (k8s) and K8s and sklearn"
    kubernetes, sklearn = read(text).keywords
    assert (kubernetes.name, kubernetes.text, kubernetes.line) == ("Kubernetes", "Kubernetes", 4)
    assert (sklearn.name, sklearn.text) == ("scikit-learn", "sklearn")
    assert sklearn.weight == 1 < kubernetes.weight <= 2


def test_a_shared_acronym_is_the_term_that_fits() -> None:
    found = asked("Requirements\ncontinuous integration (CI)\npublications at ACL or EMNLP")
    assert "continuous integration" in found
    assert "ACL conference" in found
    assert not {"confidence interval", "access control list"} & set(found)


# What is named by the way


@pytest.mark.parametrize(
    "clause",
    [
        "You work closely with product managers and our QA engineer.",
        "You sit next to the quality assurance team.",
        "The software development department is in Leeds.",
        "You will find an innovative and friendly environment here.",
        "One of the values in our culture is to share what we find.",
        "You meet the Departments of Chemistry and of Physics every month.",
        "You work for the new Catalysis Theory Center.",
        "You can write any of the programming languages, such as Python.",
        "You write Python or a similar programming language.",
        "You know one of the following programming languages: Python.",
    ],
)
def test_colleagues_workplace_and_derived_words_ask_for_nothing(clause: str) -> None:
    assert set(asked(f"Python\nYour role\n{clause}")) == {"Python"}


@pytest.mark.parametrize(
    ("clause", "term"),
    [
        ("Experience as a project manager", "project management"),
        ("You communicate clearly with everybody", "communication"),
        ("- Communicating with customers", "communication"),
        ("You build several RESTful APIs", "REST API"),
        ("You have a degree in chemistry", "chemistry"),
        ("You know at least one programming language", "programming"),
        ("You lead the team that does quality assurance", "quality assurance"),
    ],
)
def test_what_the_applicant_does_is_asked_for(clause: str, term: str) -> None:
    assert term in asked(f"Python\nYour role\n{clause}")


def test_a_derived_attribute_is_no_demand() -> None:
    assert set(asked("Requirements\nPython\nA paper at a leading conference")) == {"Python"}


def test_a_trait_of_character_is_no_keyword() -> None:
    text = "Requirements\nPython\nA friendly team player with enthusiasm and good communication"
    assert set(asked(text)) == {"Python", "teamwork", "communication"}


# Years


@pytest.mark.parametrize(
    ("clause", "years"),
    [
        ("3 years of experience required; 5 years preferred", {None: 3}),
        ("3 years required, 5 years preferred", {None: 3}),
        ("3-5 years of experience", {None: 3}),
        ("3–5 years' experience", {None: 3}),
        ("2 to 4 years of experience", {None: 2}),
        ("between three and five years of experience", {None: 3}),
        ("five (5) years of experience", {None: 5}),
        ("5 or more years of experience", {None: 5}),
        ("5+ years of Python", {"Python": 5}),
        ("Python (5+ years)", {"Python": 5}),
        ("3+ years with Python, Django and PostgreSQL; Docker",
         {"Python": 3, "Django": 3, "PostgreSQL": 3}),
        ("2+ years of Python experience on teams that run Docker", {"Python": 2}),
        ("3 years of Python, 1 year of Docker", {"Python": 3, "Docker": 1}),
        ("For more than 50 years we have built Docker", {}),
        ("you have shipped something in the last 2 years", {}),
        ("you have up to 2 years of experience", {}),
        ("a 5-year plan", {}),
        ("a total of 3 years", {None: 3}),
    ],
)  # fmt: skip
def test_years(clause: str, years: dict[str | None, int]) -> None:
    found = requirements(f"Requirements\n{clause}").years
    assert {y.term: y.years for y in found} == years


@pytest.mark.parametrize(
    "sentence",
    ["For more than 50 years we have made cars.", "10 years of industry leadership.",
     "With 20 years of experience, Example Ltd builds bridges.",
     "We have 25 years of experience in Python."],
)  # fmt: skip
def test_the_age_of_a_company_is_no_requirement(sentence: str) -> None:
    assert requirements(sentence).years == ()


def test_years_in_one_of_the_following() -> None:
    text = (
        "Requirements\n3+ years of experience in one of the following:\n- Python\n- Java/Kotlin\n"
    )
    assert {y.term: y.years for y in requirements(text).years} == {
        "Python": 3, "Java": 3, "Kotlin": 3, "Linux": 3,
    }  # fmt: skip


# Degrees


@pytest.mark.parametrize(
    ("clause", "degree"),
    [
        ("Bachelor's degree in computer science", "bachelor"),
        ("BSc or MSc in a technical field", "bachelor"),
        ("PhD in physics or equivalent subjects", "phd"),
        ("PhD, or a Master's degree with 3 more years of research experience", "master"),
        ("Bachelor's degree in a related field and 5 years of experience", "bachelor"),
        ("Bachelor's required, PhD preferred", "bachelor"),
        ("You hold a university degree", "bachelor"),
        ("A Master's degree is preferred", None),
        ("Bachelor's degree or equivalent experience", None),
        ("Degree in computer science or equivalent practical experience", None),
        ("No PhD required", None),
        ("You supervise PhD students", None),
        ("Experience with MS Office; scrum master; you master the ms scale in March", None),
        ("Some years of post-graduate research", None),
    ],
)
def test_degrees(clause: str, degree: str | None) -> None:
    assert requirements(f"Requirements\n{clause}").degree == degree


# Titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Backend Developer (m/f/x) at Sample Systems\nLeeds", "Backend Developer"),
        ("Sample Systems\nSenior Data Engineer – full time – Leeds", "Senior Data Engineer"),
        ("Research Scientist, Language Models", "Research Scientist, Language Models"),
        ("Apply now!\nJob title: Office Manager\nDeveloper", "Office Manager"),
        ("Sample Systems is looking for an experienced Data Engineer.", "Data Engineer"),
        ("We seek a highly motivated administrator for our office.", "Administrator"),
        ("The institute has an opening for a position as assistant professor.",
         "Assistant professor"),
        ("Sample Systems seeks to appoint a Clinical Professor of Surgery.", "Clinical Professor"),
        ("Would you like to become Pricing Analyst at our office?", "Pricing Analyst"),
        ("You help us to become the leader of our market.", None),
        ("iOS Developer f/m/x", "iOS Developer"),
        ("Data Engineer (m/f/d) Sample Systems Date posted: 2021-01-01 Job type: Full time and "
         "much more that a page holds beside the text of the posting", "Data Engineer"),
        ("- You look after the needs of each partner\nWe seek a Sales Manager", "Sales Manager"),
        ("You love data.", None),
    ],
)  # fmt: skip
def test_titles(text: str, title: str | None) -> None:
    assert requirements(text).title == title


# Properties


@given(st.lists(st.sampled_from([
    "Requirements", "Nice to have:", "We offer", "Location:", "Leeds", "Python or Java (a plus)",
    "- 3 years of Docker; Linux preferred", "(must", "preferably)", "e.g. Go", "1.", "", "Ä ´ –:",
])).map("\n".join).filter(str.strip))  # fmt: skip
def test_clauses_lie_in_the_document_in_order_and_do_not_overlap(text: str) -> None:
    document = documents.read(text.encode())
    reached = 0
    for clause in read_clauses(document):
        assert reached <= clause.span.start < clause.span.end <= len(document.text)
        assert document.quote(clause.span).replace("\n", " ") == clause.text
        reached = clause.span.end
