"""Two versions of the resume in make_report.py, with every kind of difference; all made up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from atscheck.checks.rule import Finding, Severity
from atscheck.matching.model import Evidence, Match
from atscheck.report import Difference, Report, difference
from atscheck.resume.model import Bullet, Contact, Quantity, YearMonth
from atscheck.scoring import score
from tests.support.make_report import (
    LINES,
    at,
    make_comparison,
    make_document,
    make_hostile,
    make_report,
    make_resume,
    make_unscored,
)

_NEW = {
    1: "ada@example.org, +1 555 0100, example.org/ada, ada.example@example.org",
    6: "Trained torch models on 64 GPUs, cutting cost by much.",
    7: "Ran the k8s cluster of 12 groups and its many services, a torch release every week.",
    8: "Wrote ablations in TensorFlow, Tensorfow with no experience of Rust.",
}


def _new_version(old: Report) -> Report:
    """``old`` with the lines above, and what comes of them."""
    lines = tuple(_NEW.get(number, text) for number, (_, text) in enumerate(LINES))
    document = replace(make_document(lines), path="cv-2.pdf")
    resume = make_resume(document)
    passages = resume.passages
    groups = Quantity(23, 32, "12 groups", "count")
    added = replace(passages[10], section="experience")
    bullets = (
        Bullet(passages[6], (), "Trained"),
        Bullet(passages[7], (groups,), "Ran"),
        Bullet(added, (), None),
    )  # fmt: skip
    contact = replace(resume.contact, email="ada.example@example.org", phone=None)
    position = replace(resume.positions[0], start=YearMonth(2024, 2))
    resume = replace(resume, statements=bullets, contact=contact, positions=(position,))
    return replace(old, document=document, resume=resume)


def _at(match: Match, report: Report, quote: str, **more: object) -> Match:
    """``match`` found where ``quote`` stands."""
    term = match.keyword.terms[0].name
    span = at(report.document, quote)
    evidence = Evidence(span, "exact", "found", term, "experience", True)
    changed = replace(evidence, **more)  # type: ignore[arg-type]
    return replace(match, status="found", evidence=(changed,), literal=changed.form == "exact")


def _matches(
    old: Report, new: Report, changed: Mapping[str, Callable[[Match], Match]]
) -> tuple[Match, ...]:
    """The matches of ``old``, some changed, the others with their evidence where it stands now."""
    return tuple(
        changed[m.keyword.name](m) if m.keyword.name in changed else _moved(m, old, new)
        for m in old.matches
    )


def _moved(match: Match, old: Report, new: Report) -> Match:
    evidence = tuple(
        replace(e, span=at(new.document, old.document.quote(e.span))) for e in match.evidence
    )
    return replace(match, evidence=evidence)


def make_pack_versions() -> Difference:
    """Against a pack: keywords won, lost, doubtful; statements, findings, levels, what is filed."""
    old = make_report()
    new = _new_version(old)
    matches = _matches(
        old,
        new,
        {
            "TensorFlow": lambda m: _at(m, new, "TensorFlow"),
            "PyTorch | JAX": lambda m: _at(m, new, "torch release", form="alias"),
            "Python": lambda m: _at(m, new, "ablations"),
            "JAX": lambda m: replace(m, status="missing", evidence=()),
            "Kubernetes": lambda m: _at(m, new, "k8s", in_context=False),
            "Julia": lambda m: replace(m, status="ambiguous", evidence=old.matches[11].evidence),
        },
    )
    kept = [f for f in old.findings if f.rule in ("PA301", "KW101") or "market" in f.message]
    spans = {"PA301": new.document.lines[-1].span, "WR101": at(new.document, "go to market")}
    findings = tuple(replace(f, span=spans.get(f.rule)) for f in kept)
    phone = Finding(
        "CT102", "no-phone", Severity.WARNING, "no phone number was found", None, "add one"
    )
    shown = tuple(replace(m, status="found") for m in old.levels[1].matches)
    levels = (old.levels[0], replace(old.levels[1], matches=shown))
    total = score(new.resume, matches, ())
    return difference(
        old,
        replace(new, matches=matches, findings=(*findings, phone), levels=levels, score=total),
    )


def make_job_versions() -> Difference:
    """Against a posting: words of its own won and lost, and a requirement that is shown less."""
    old = make_comparison()
    new = _new_version(old)
    matches = _matches(
        old,
        new,
        {
            "Kubernetes": lambda m: _at(m, new, "k8s"),
            "Python": lambda m: replace(_at(m, new, "Python", in_context=False), literal=False),
            "TensorFlow": lambda m: _at(m, new, "TensorFlow"),
            "mentoring": lambda m: replace(m, status="missing", evidence=()),
        },
    )
    return difference(old, replace(new, matches=matches, score=score(new.resume, matches, ())))


def make_unscored_versions() -> Difference:
    """The new version cannot be read with confidence."""
    return difference(make_report(), make_unscored())


def make_hostile_versions(payload: str) -> Difference:
    """Hostile text in both versions, in every place that a difference tells of."""
    new, old = make_hostile(payload), make_hostile(f"{payload} old")
    bare = replace(
        old,
        document=replace(old.document, path=f"{payload}-old.pdf"),
        target=new.target,
        matches=tuple(replace(m, status="missing", evidence=()) for m in new.matches),
        levels=tuple(replace(level, matches=()) for level in new.levels),
        resume=replace(old.resume, contact=Contact(name=f"{payload} old"), positions=()),
        findings=tuple(replace(f, rule="XX101", name="unknown") for f in old.findings),
    )
    found = difference(bare, new)
    assert found.won
    return found
