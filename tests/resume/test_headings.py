"""Headings of sections: by their text, by their look, and what only looks like one."""

from __future__ import annotations

import pytest

from atscheck import documents
from atscheck.resume import parse
from atscheck.resume.heading_texts import heading_key, spelt_right
from tests.support.make_pdf import lines, make_pdf

BY_TEXT = {
    "summary": ["Summary", "PROFILE", "About Me", "Professional Summary", "Career Overview:"],
    "objective": ["Objective", "CAREER OBJECTIVE:-", "Professional Goals", "Target Role"],
    "experience": [
        "Experience", "WORK HISTORY", "Employment", "Professional Experience", "Career History",
        "Internships", "Work Experience - 4 Months", "2. Employment History", "Teaching Experience",
    ],
    "projects": ["Projects", "ACADEMIC PROJECTS", "Personal Projects", "Open Source"],
    "education": [
        "Education", "ACADEMIC BACKGROUND", "Education & Training", "Educational Qualifications",
        "Qualifications", "Academic Record",
    ],
    "skills": [
        "Skills", "TECHNICAL SKILLS", "Key Competencies", "Core Strengths", "Areas of Expertise",
        "IT Skills:", "Skills / Tools", "Computer Knowledge",
    ],
    "certifications": ["Certifications", "LICENSES & CERTIFICATIONS", "Courses", "Trainings"],
    "publications": ["Publications", "SELECTED PAPERS", "Patents", "Invited Talks"],
    "research": ["Research", "RESEARCH INTERESTS", "Thesis"],
    "awards": ["Awards", "HONORS/AWARDS", "Achievements", "Scholarships"],
    "languages": ["Languages", "LANGUAGES KNOWN", "Language Skills"],
    "interests": ["Interests", "HOBBIES AND INTERESTS", "Areas of Interest"],
    "volunteering": ["Volunteering", "COMMUNITY SERVICE", "Leadership"],
    "personal": ["Personal Details", "CONTACT", "Personal Information:"],
    "references": ["References", "REFEREES"],
    "declaration": ["Declaration", "DECLARATION:"],
    "other": ["Miscellaneous", "MEMBERSHIPS", "Extra-Curricular Activities"],
}  # fmt: skip
VARIANTS = [(kind, text) for kind, texts in BY_TEXT.items() for text in texts]


def sections_of(text: str) -> list[tuple[str, str]]:
    """Kind and text of every heading in a plain text."""
    resume = parse(documents.read(text.encode(), path="x.txt"))
    quote = resume.document.quote
    return [(s.kind, quote(s.heading)) for s in resume.sections if s.heading]


def test_there_are_sixty_variants() -> None:
    assert len(VARIANTS) >= 60


@pytest.mark.parametrize(("kind", "text"), VARIANTS)
def test_headings_by_text(kind: str, text: str) -> None:
    assert sections_of(f"Ana Example\nana@example.org\n\n{text}\nsome words of it\n") == [
        (kind, text)
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ACADMIC QUALIFICATIONS", "education"),
        ("Work Exprerience:", "experience"),
        ("TECHNICAL SKILS", "skills"),
        ("PERSONAL DETIALS", "personal"),
        ("WORK EXPERIENCE.", "experience"),
        ("-----EDUCATION-----", "education"),
        ("SELECTED WORKS AND AWARDS", "awards"),
        ("SKILLS & AWARDS", "skills"),
        ("STRENGTHS & WORKSHOP EXPERIENCE", "experience"),
    ],
)
def test_misspelt_ruled_and_unlisted_headings(text: str, kind: str) -> None:
    assert sections_of(f"Ana Example\n\n{text}\nsome words of it\n") == [(kind, text)]


def test_a_misspelt_word_is_no_other_heading() -> None:
    assert spelt_right("academic qualificatoin") == "academic qualification"
    assert spelt_right("awarde") == "awarde"
    assert spelt_right("astronomical observations") == "astronomical observations"


def test_a_heading_before_its_text() -> None:
    text = "Ana Example\n\nDECLARATION\nAll is true.\nHobbies: chess, rowing\n"
    assert sections_of(text)[1] == ("interests", "Hobbies")


@pytest.mark.parametrize(
    "line",
    [
        "Responsibilities:",
        "Project: a web shop",
        "He has great skills.",
        "responsible for education, projects",
        "• Experience with large accounts in the south of the country",
        "I have 5 years of work experience in sales and service",
        "Ran the workshop on awards,",
    ],
)
def test_parts_of_a_job_and_sentences_are_no_headings(line: str) -> None:
    assert [k for k, _ in sections_of(f"Ana Example\n\nEXPERIENCE\n{line}\n")] == ["experience"]


@pytest.mark.parametrize("label", ["LANGUAGES", "DATABASES", "OPERATING SYSTEMS", "TOOLS"])
def test_labels_of_lists_of_skills_are_no_headings(label: str) -> None:
    text = (
        f"Ana Example\n\nEDUCATION\nBSc\n\nSUMMARY\nCalm.\n\nTechnical Skills\n{label}:\nC, Java\n"
    )
    assert [k for k, _ in sections_of(text)] == ["education", "summary", "skills"]


def test_heads_of_columns_are_no_headings() -> None:
    text = "Ana Example\n\nEDUCATION\nCourse:\nBSc\nQualification:\nA levels\n"
    assert [k for k, _ in sections_of(text)] == ["education"]


def page_of(*rows: tuple[str, float, str]) -> bytes:
    """A PDF of one column; each row is text, size and font."""

    def draw(canvas: object) -> None:
        top = 40.0
        for text, size, font in rows:
            lines(canvas, 60, top, [text], size=size, font=font)  # type: ignore[arg-type]
            top += 2 * size

    return make_pdf(draw)


BOLD, PLAIN = "Helvetica-Bold", "Helvetica"


def test_an_unknown_heading_that_looks_like_the_known_ones() -> None:
    rows = [("Ana Example", 18.0, BOLD)]
    for heading in ("Summary", "Education", "Experience", "Voyages Undertaken"):
        rows += [(heading, 14.0, BOLD), ("a line of words that tells about it", 10.0, PLAIN)] * 1
    resume = parse(documents.read(page_of(*rows), path="x.pdf"))
    found = [(s.kind, resume.document.quote(s.heading)) for s in resume.sections if s.heading]
    assert found[-1] == ("other", "Voyages Undertaken")
    assert len(found) == 4


def test_a_known_text_set_like_the_body_inside_a_list_is_an_item() -> None:
    rows = [("Ana Example", 18.0, BOLD)]
    for heading in ("Summary", "Education", "Skills"):
        rows += [(heading, 14.0, BOLD), ("a line of words that tells about it", 10.0, PLAIN)]
    rows.append(("Leadership", 10.0, PLAIN))
    resume = parse(documents.read(page_of(*rows), path="x.pdf"))
    assert [s.kind for s in resume.sections if s.heading] == ["summary", "education", "skills"]


def test_a_known_text_set_weaker_than_the_headings_is_part_of_a_job() -> None:
    rows = [("Ana Example", 18.0, BOLD)]
    for heading in ("Summary", "Education", "Experience"):
        rows += [(heading, 14.0, BOLD), ("a line of words that tells about it", 10.0, PLAIN)]
    rows += [("Awards", 10.0, BOLD), ("The prize of the town", 10.0, PLAIN)]
    resume = parse(documents.read(page_of(*rows), path="x.pdf"))
    assert [s.kind for s in resume.sections if s.heading] == ["summary", "education", "experience"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Career Objective:-", "career objective"),
        ("• Skills & Strengths :", "skills and strengths"),
        ("3. Work Experience", "work experience"),
        ("EXTRA-CURRICULAR ACTIVITIES", "extra curricular activities"),
        ("Work Experience - 4 Months", "work experience"),
        ("S K I L L S", "s k i l l s"),
    ],
)
def test_heading_keys(text: str, key: str) -> None:
    assert heading_key(text) == key


def test_a_heading_in_the_margin_has_its_text_beside_it() -> None:
    def draw(canvas: object) -> None:
        lines(canvas, 60, 40, ["Ana Example"], size=18, font=BOLD)  # type: ignore[arg-type]
        for top, heading in ((80, "SKILLS"), (140, "EDUCATION")):
            lines(canvas, 60, top, [heading])  # type: ignore[arg-type]
            lines(canvas, 160, top, ["Tea and bread", "Tidy desks"])  # type: ignore[arg-type]

    resume = parse(documents.read(make_pdf(draw), path="x.pdf"))
    quote = resume.document.quote
    found = [(s.kind, quote(s.heading)) for s in resume.sections if s.heading]
    assert found == [("skills", "SKILLS"), ("education", "EDUCATION")]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["EXTRA CURRICULAR", "ACTIVITIES"], [("other", "EXTRA CURRICULAR\nACTIVITIES")]),
        (["CORE", "COMPETENCIES"], [("skills", "CORE\nCOMPETENCIES")]),
        (["PERSONAL", "SKILLS"], [("skills", "PERSONAL\nSKILLS")]),
        (
            ["PROFESSIONAL EXPERIENCE", "SUMMARY"],
            [("experience", "PROFESSIONAL EXPERIENCE")],
        ),
    ],
)
def test_headings_over_two_lines(rows: list[str], found: list[tuple[str, str]]) -> None:
    def draw(canvas: object) -> None:
        lines(canvas, 60, 40, ["Ana Example"], size=18)  # type: ignore[arg-type]
        lines(canvas, 60, 80, rows, font=BOLD)  # type: ignore[arg-type]
        lines(canvas, 60, 130, ["Tea and bread for all", "Tidy desks"])  # type: ignore[arg-type]

    resume = parse(documents.read(make_pdf(draw), path="x.pdf"))
    quote = resume.document.quote
    assert [(s.kind, quote(s.heading)) for s in resume.sections if s.heading] == found


def test_the_halves_of_a_heading_stand_close_together_and_look_alike() -> None:
    for gap, font in ((60, BOLD), (12, PLAIN)):

        def draw(canvas: object, gap: int = gap, font: str = font) -> None:
            lines(canvas, 60, 40, ["Ana Example"], size=18)  # type: ignore[arg-type]
            lines(canvas, 60, 80, ["CORE"], font=BOLD)  # type: ignore[arg-type]
            lines(canvas, 60, 80 + gap, ["COMPETENCIES"], font=font)  # type: ignore[arg-type]
            lines(canvas, 60, 180, ["Tea and bread for all"])  # type: ignore[arg-type]

        resume = parse(documents.read(make_pdf(draw), path="x.pdf"))
        quote = resume.document.quote
        assert [quote(s.heading) for s in resume.sections if s.heading] == ["COMPETENCIES"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("BERUFSERFAHRUNG", "experience"),
        ("Sprachkenntnisse:", "languages"),
        ("I. Educación", "education"),
        ("Expériences professionnelles", "experience"),
        ("EDV-Kenntnisse", "skills"),
        ("Aus- und Weiterbildung", "education"),
        ("Hobbys & Interessen", "interests"),
        ("COMPETENCES INFORMATIQUES", "skills"),
        ("Centres d'intérêt", "interests"),
        ("Formación complementaria", "certifications"),
        ("Datos personales", "personal"),
    ],
)
def test_headings_in_other_languages(text: str, kind: str) -> None:
    assert sections_of(f"Ana Example\n\n{text}\nsome words of it\n") == [(kind, text)]


def test_an_address_with_a_network_in_front_is_no_heading() -> None:
    text = "Ana Example\n\nLINKS\nGithub:// ana\nLinkedIn:// ana-example\n"
    assert [kind for kind, _ in sections_of(text)] == ["personal"]


@pytest.mark.parametrize("size", [14.0, 10.0])
def test_an_unlisted_text_set_like_the_titles_of_jobs_is_no_heading(size: float) -> None:
    rows = [("Ana Example", 18.0, BOLD), ("Summary", size, BOLD), ("Tidy", 10.0, PLAIN)]
    rows += [("Experience", size, BOLD)]
    for title in ("Clerk", "Cook", "Guard", "Forklift Training"):
        rows += [(title, 10.0, BOLD), ("kept all in good order", 10.0, PLAIN)]
    resume = parse(documents.read(page_of(*rows), path="x.pdf"))
    assert [s.kind for s in resume.sections if s.heading] == ["summary", "experience"]


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        ([("Certifications", 10.0, BOLD)], []),
        (
            [("Certifications", 10.0, BOLD), ("Hobbies", 10.0, BOLD)],
            ["certifications", "interests"],
        ),
        ([("Hobbies", 10.0, PLAIN)], []),
        ([("Declaration", 10.0, PLAIN)], ["declaration"]),
        ([("Senior Clerk", 14.0, BOLD)], []),
        ([("• Voyages", 14.0, BOLD)], []),
    ],
)
def test_weaker_and_unknown_lines_below_a_job(
    rows: list[tuple[str, float, str]], kinds: list[str]
) -> None:
    page = [("Ana Example", 18.0, BOLD)]
    for heading in ("Summary", "Education", "Experience"):
        page += [(heading, 14.0, BOLD), ("a line of words that tells about it", 10.0, PLAIN)]
    for row in rows:
        page += [row, ("a line of words that tells about it", 10.0, PLAIN)]
    resume = parse(documents.read(page_of(*page), path="x.pdf"))
    found = [s.kind for s in resume.sections if s.heading]
    assert found == ["summary", "education", "experience", *kinds]


@pytest.mark.parametrize(
    "text",
    [
        "EXPERIENCE\nClerk, Acme Ltd, 2016 - 2018\nAWARDS: the prize of the town",
        "PERSONAL DETAILS\nLANGUAGES: English, Welsh\nHOBBIES: chess and tea",
    ],
)
def test_labels_that_belong_to_their_section(text: str) -> None:
    assert len(sections_of(f"Ana Example\n\n{text}\n")) == 1


def test_unlisted_headings_outside_of_lists() -> None:
    page = [("Ana Example", 18.0, BOLD)]
    for heading in (
        "Summary",
        "Acorn Boats",
        "Mill Boats",
        "Harbour Boats",
        "Acorn Certifications",
    ):
        page += [(heading, 14.0, BOLD), ("a line of words that tells about it", 10.0, PLAIN)]
    resume = parse(documents.read(page_of(*page), path="x.pdf"))
    assert resume.sections[-1].kind == "certifications"
