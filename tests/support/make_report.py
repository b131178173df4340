"""Reports made by hand, so that renderers are tested apart from reading and matching.

`make_report` has every kind of evidence, status and finding; `make_comparison` is against a
posting. The person and everything else is made up.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from atscheck.checks import RULES
from atscheck.checks.rule import Finding, Severity
from atscheck.documents.model import Box, Document, Line, Loss, Page, Span
from atscheck.matching.model import Evidence, Form, LevelMatch, Match, Other, Status
from atscheck.report import Report
from atscheck.resume.model import (
    Bullet,
    Contact,
    ContactLink,
    Passage,
    Position,
    Quantity,
    Resume,
    Section,
    SectionKind,
    YearMonth,
)
from atscheck.scoring import score
from atscheck.skills.demands import (
    Certificate,
    Degree,
    Language,
    Mobility,
    Permit,
    Requirements,
    Seniority,
    Workplace,
    Years,
)
from atscheck.skills.model import (
    Advice,
    Group,
    Keyword,
    Level,
    Phrasing,
    RedFlag,
    Resource,
    Target,
    Term,
    Tier,
    Wording,
)

LINES: tuple[tuple[SectionKind, str], ...] = (
    ("contact", "Ada Example"),
    ("contact", "ada@example.org, +1 555 0100, example.org/ada"),
    ("summary", "Summary"),
    ("summary", "Researcher in machine learning, currently learning JAX; go to market experience."),
    ("experience", "Experience"),
    ("experience", "Research Scientist, Example Labs, March 2021 to present"),
    ("experience", "Trained torch models on 64 GPUs, cutting cost by 35%."),
    ("experience", "Responsible for the k8s cluster of the whole group and its many services."),
    ("experience", "Ran ablations in Tensorfow with no experience of Rust."),
    ("skills", "Skills"),
    ("skills", "Python, SQL, 日本語 and NLP"),
    ("skills", "CUDA CUDA CUDA"),
)  # fmt: skip
SECOND_PAGE_FROM = 8
HEADINGS = (3, 5, 10)
AS_OF = dt.date(2026, 1, 1)


def make_document(lines: tuple[str, ...] = tuple(text for _, text in LINES)) -> Document:
    """A document of two pages with these lines; the last line is hidden."""
    made: list[Line] = []
    start = 0
    for number, text in enumerate(lines, start=1):
        page, row = (1, number) if number < SECOND_PAGE_FROM else (2, number - SECOND_PAGE_FROM + 1)
        box = Box(page, 72.0, 60.0 + 14 * row, 72.0 + 5 * len(text), 71.0 + 14 * row)
        span = Span(start, start + len(text))
        made.append(Line(number, span, box, hidden=number == len(lines), stored=number))
        start += len(text) + 1
    pages = tuple(Page(n, 612.0, 792.0, 1, 0, 400) for n in (1, 2))
    text = "\n".join(lines)
    loss = Loss("unmapped-glyphs", "3 characters have no meaning", made[5].span, made[5].box)
    return Document("cv.pdf", "pdf", "0" * 64, text, tuple(made), pages, (loss,))


def at(document: Document, quote: str) -> Span:
    """Where ``quote`` first stands in the document."""
    start = document.text.index(quote)
    return Span(start, start + len(quote))


def make_resume(document: Document | None = None) -> Resume:
    """The resume in `make_document`."""
    document = document or make_document()
    passages = tuple(
        _passage(document, line, kind)
        for line, (kind, _) in zip(document.lines, LINES, strict=True)
    )
    headings = [document.lines[number - 1] for number in HEADINGS]
    ends = [line.span.start for line in headings[1:]] + [len(document.text)]
    sections = tuple(
        Section(LINES[line.number - 1][0], line.span, Span(line.span.start, end))
        for line, end in zip(headings, ends, strict=True)
    )
    amounts = (Quantity(24, 31, "64 GPUs", "count"), Quantity(49, 52, "35%", "percent", "outcome"))
    bullets = (
        Bullet(passages[6], amounts, "Trained"),
        Bullet(passages[7], (), None),
        Bullet(passages[8], (), "Ran"),
    )  # fmt: skip
    position = Position(
        "Research Scientist", "Example Labs", YearMonth(2021, 3), None, True, document.lines[5].span
    )
    contact = Contact(
        "Ada Example", at(document, "Ada Example"), "ada@example.org",
        at(document, "ada@example.org"), "+1 555 0100", at(document, "+1 555 0100"),
        (ContactLink("https://example.org/ada", "portfolio"),),
    )  # fmt: skip
    return Resume(document, contact, sections, passages, bullets, (position,))


def _passage(document: Document, line: Line, section: SectionKind) -> Passage:
    text = document.line_text(line)
    offsets = tuple(range(line.span.start, line.span.end))
    kind = "bullet" if section == "experience" else "sentence"
    return Passage(kind, section, text, offsets, (line.number, line.number), line.hidden)


def _keyword(name: str, tier: Tier, group: str | None = None, **more: object) -> Keyword:
    terms = tuple(Term(part.strip()) for part in name.split("|"))
    return Keyword(name, terms, tier, group=group, **more)  # type: ignore[arg-type]


def _posted(name: str, tier: Tier, text: str, line: int, *aliases: str) -> Keyword:
    """A posting's keyword, the first of its terms, which has aliases, written as ``text``."""
    keyword = _keyword(name, tier, text=text, line=line)
    first, *others = keyword.terms
    terms = (replace(first, aliases=aliases), *others)
    return replace(keyword, terms=terms, wordings=(Wording(first.name, text, line),))


def _match(
    resume: Resume, keyword: Keyword, quote: str = "", form: Form = "exact",
    status: Status = "found", *, in_context: bool = True, weak: bool = False,
) -> Match:  # fmt: skip
    if not quote:
        return Match(keyword, "missing", ())
    span = at(resume.document, quote)
    section = LINES[resume.document.line_at(span.start).number - 1][0]
    term = keyword.terms[0].name
    evidence = Evidence(span, form, status, term, section, in_context and status == "found", weak)
    return Match(keyword, status, (evidence,), literal=status == "found" and form == "exact")


def make_target() -> Target:
    """A pack with sub-skills, levels, phrasing and resources."""
    return Target(
        "pack",
        "example-research",
        "Example Research",
        (
            _keyword("machine learning", "must", "methods"),
            _keyword("PyTorch | JAX", "must", "tools"),
            _keyword("ablation study", "must", "methods"),
            _keyword("TensorFlow", "must", "tools"),
            _keyword("statistical significance", "must", "methods"),
            _keyword("reinforcement learning", "must", "methods"),
            _keyword("Python", "must", "tools"),
            _keyword("natural language processing", "good", "methods"),
            _keyword("JAX", "good", "tools"),
            _keyword("Kubernetes", "good", "tools"),
            _keyword("Rust", "good", "tools"),
            _keyword("Go", "good", "tools"),
            _keyword("CUDA", "good", "tools"),
            _keyword("Julia", "good", "tools"),
        ),
        summary="A pack for tests.",
        groups=(
            Group("methods", "Experimental design and methodology", 0.6,
                  ("machine learning", "ablation study", "statistical significance",
                   "reinforcement learning", "natural language processing")),
            Group("tools", "Tools", 0.4, ("PyTorch | JAX", "Python", "Kubernetes")),
        ),
        levels=(
            Level("basic", "Basic", ("Python", "machine learning"), 2),
            Level("advanced", "Advanced", ("first author", "NeurIPS | ICML | ICLR"), 1),
        ),
        phrasing=(
            Phrasing(("statistical significance",),
                     "Compared {model} with {n} baselines over {n} seeds; the gain of {n} "
                     "points is significant (p < {p}, paired bootstrap)."),
            Phrasing(("reinforcement learning", "TensorFlow"), "Trained {agents} on {n} tasks."),
        ),
        resources=(
            Resource("A made-up introduction to reinforcement learning",
                     ("reinforcement learning",), "https://example.org/rl"),
            Resource("Statistics, a made-up book", ("statistical significance",)),
        ),
    )  # fmt: skip


def make_matches(resume: Resume, target: Target) -> tuple[Match, ...]:
    """For each keyword of `make_target` the evidence that the resume has, every form and status."""
    evidence: dict[str, tuple[object, ...]] = {
        "machine learning": ("machine learning",),
        "PyTorch | JAX": ("torch", "alias"),
        "ablation study": ("ablations", "inflection"),
        "TensorFlow": ("Tensorfow", "typo", "typo"),
        "Rust": ("Rust", "exact", "negated"),
        "Go": ("go", "exact", "ambiguous"),
        "CUDA": ("CUDA", "exact", "hidden"),
        "Kubernetes": ("k8s", "alias"),
    }
    special = {
        "Python": _match(resume, target.keywords[6], "Python", in_context=False),
        "natural language processing": _match(
            resume, target.keywords[7], "NLP", "acronym", in_context=False
        ),
        "JAX": _match(resume, target.keywords[8], "JAX", weak=True),
    }
    return tuple(
        special.get(k.name) or _match(resume, k, *evidence.get(k.name, ()))  # type: ignore[arg-type]
        for k in target.keywords
    )


def make_findings(document: Document) -> tuple[Finding, ...]:
    """Findings of every severity, with and without a place."""
    duty = at(document, "Responsible for the k8s cluster")
    return (
        Finding("PA301", "hidden-text", Severity.ERROR, "1 line cannot be seen by a person",
                document.lines[-1].span, "remove it: people who find it take it for a trick"),
        Finding("KW101", "must-have-missing", Severity.WARNING,
                "the must-have keyword “reinforcement learning” is missing", None,
                "if you have done it, say where"),
        Finding("AC201", "duty-phrase", Severity.WARNING, "“Responsible for” names a duty", duty,
                "start with what you did: Ran, Built, Cut; and say for how many services"),
        Finding("AC101", "no-number", Severity.INFO, "the statement names no amount",
                at(document, "Ran ablations in Tensorfow with no experience of Rust."),
                "say how many ablations"),
        Finding("WR101", "cliche", Severity.INFO, "“go to market” is a cliché",
                at(document, "go to market"), "leave it out"),
        Finding("WR101", "cliche", Severity.INFO, "“whole” is a cliché",
                at(document, "whole"), "leave it out"),
    )  # fmt: skip


def make_report(document: Document | None = None, target: Target | None = None) -> Report:
    """A report with something of everything."""
    resume = make_resume(document)
    target = target or make_target()
    matches = make_matches(resume, target)
    levels = tuple(
        LevelMatch(
            level,
            tuple(
                _match(resume, _keyword(text, "must"), text if text in resume.document.text else "")
                for text in level.evidence
            ),
        )
        for level in target.levels
    )
    findings = make_findings(resume.document)
    total = score(resume, matches, [replace(RULES["PA304"], code="PA301", name="hidden-text")])
    places = {
        name: _match(resume, _keyword(name, "good"), name, in_context=name == "GPUs")
        for name in ("GPUs", "SQL")
    }
    others = tuple(Other(name, "data", match.evidence) for name, match in places.items())
    return Report(resume.document, resume, target, matches, levels, findings, total, AS_OF, others)


def make_comparison() -> Report:
    """A report against a posting whose words differ from the resume's, with every kind of edit."""
    keywords = (
        _posted("PyTorch | JAX", "must", "PyTorch", 4, "torch"),
        _posted("Kubernetes", "must", "Kubernetes", 5, "k8s"),
        _posted("Go", "must", "Golang", 6),
        _posted("Python", "good", "Python", 9),
        _posted("natural language processing", "must", "Natural Language Processing", 7),
        _posted("relational database", "good", "relational databases", 10),
        _posted("TensorFlow", "good", "TensorFlow", 11),
        _posted("mentoring", "good", "Mentor", 12),
        _posted("GraphQL | gRPC", "good", "GraphQL", 13),
    )
    asked = Requirements(
        "Research Engineer", (Years(None, 3, 4), Years("Python", 5, 9)), (("PyTorch", "JAX"),),
        demands=(
            Seniority("must", "Research Engineer, senior level", 1, ("senior",)),
            Degree("must", "MSc in physics or a related field", 5, "master", ("physics",), True),
            Certificate("good", "CCNA or CCNP is a plus", 6, ("CCNA", "CCNP")),
            Language("good", "German (B2) is an asset", 7, ("German",), "B2"),
            Workplace("must", "Location: Leeds (hybrid)", 2, ("Leeds",), "hybrid"),
            Mobility("must", "willing to travel", 8, "travel"),
            Permit("must", "You must be authorized to work in the UK", 10, ("UK",)),
        ),
    )  # fmt: skip
    target = Target("job", "job.txt", "Research Engineer", keywords, requirements=asked)
    resume = make_resume()
    matches = (
        _match(resume, keywords[0], "torch", "alias"),
        _match(resume, keywords[1], "k8s", "alias"),
        _match(resume, keywords[2]),
        _match(resume, keywords[3], "Python", in_context=False),
        _match(resume, keywords[4], "NLP", "acronym", in_context=False),
        _match(resume, keywords[5], "SQL", "implied", in_context=False),
        _match(resume, keywords[6], "Tensorfow", "typo", "typo"),
        _match(resume, keywords[7], "Trained", "alias"),
        _match(resume, keywords[8]),
    )
    total = score(resume, matches, ())
    return Report(resume.document, resume, target, matches, (), (), total, AS_OF)


def make_unscored() -> Report:
    """A report of a text that cannot be read with confidence."""
    report = make_report(replace(make_document(), doubt="most of its characters have no meaning"))
    why = "the text cannot be read with confidence: most of its characters have no meaning"
    return replace(report, score=None, not_scored=why)


def make_hostile(payload: str) -> Report:
    """A report with ``payload`` wherever text from outside can stand."""
    lines = tuple(f"{text} {payload}" for _, text in LINES)
    document = replace(make_document(lines), path=f"{payload}.pdf")
    report = make_report(document, make_target())
    target, resume = report.target, report.resume
    terms = (Term(payload), Term(f"{payload} too"))
    keywords = tuple(
        replace(
            k,
            name=payload,
            terms=terms,
            text=payload,
            line=1,
            wordings=(Wording(payload, payload, 1),),
        )
        for k in target.keywords
    )
    matches = tuple(
        replace(m, keyword=k, evidence=tuple(replace(e, term=payload) for e in m.evidence))
        for m, k in zip(report.matches, keywords, strict=True)
    )
    asked = Requirements(
        payload, (Years(payload, 3, 1),), ((payload, payload),),
        demands=(
            Degree("must", payload, 1, "phd", (payload,)),
            Certificate("must", payload, 1, (payload,)),
            Language("must", payload, 1, (payload,), "C1"),
            Workplace("must", payload, 1, (payload,)),
            Permit("must", payload, 1, (payload,)),
        ),
    )  # fmt: skip
    hostile = replace(
        target,
        kind="job",
        name=payload,
        title=payload,
        summary=payload,
        sources=(payload,),
        keywords=keywords,
        groups=tuple(replace(g, title=payload) for g in target.groups),
        levels=tuple(replace(level, title=payload) for level in target.levels),
        red_flags=(RedFlag(payload, payload, payload, "warning"),),
        phrasing=(Phrasing((payload,), payload),),
        resources=(Resource(payload, (payload,), payload),),
        advice=(Advice(payload, payload),),
        requirements=asked,
    )
    contact = Contact(payload, None, payload, None, payload, None, (ContactLink(payload, "other"),))
    positions = tuple(replace(p, title=payload, organisation=payload) for p in resume.positions)
    levels = tuple(
        LevelMatch(level, tuple(replace(m, keyword=keywords[0]) for m in old.matches))
        for level, old in zip(hostile.levels, report.levels, strict=True)
    )
    findings = tuple(replace(f, message=payload, suggestion=payload) for f in report.findings)
    return replace(
        report,
        resume=replace(resume, contact=contact, positions=positions),
        target=hostile,
        matches=matches,
        levels=levels,
        findings=findings,
        others=tuple(replace(other, term=payload, field=payload) for other in report.others),
    )
