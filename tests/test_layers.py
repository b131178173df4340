"""Imports run one way, and the light commands stay light."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src/atscheck"
LAYERS = (
    {"errors", "__init__"},
    {"data"},
    {"compiled"},
    {"documents"},
    {"sandbox"},
    {"resume", "skills"},
    {"matching"},
    {"jobs"},
    {"checks"},
    {"scoring"},
    {"report"},
    {"scan"},
    {"renderers", "batch"},
    {"streams"},
    {"config", "options"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
APART = [{"resume", "skills"}]


def imports() -> list[tuple[str, str, str]]:
    found = []
    for path in sorted(SRC.rglob("*.py")):
        own = path.relative_to(SRC).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("atscheck"):
                parts = (node.module or "").split(".")
                names = [parts[1]] if len(parts) > 1 else [a.name for a in node.names]
                found += [(str(path.relative_to(SRC)), own, name) for name in names]
    return found


def test_imports_run_one_way() -> None:
    wrong = [
        f"{path} imports {name}"
        for path, own, name in imports()
        if own != "__init__" and name in RANK and RANK[name] > RANK[own]
    ]
    assert wrong == []


def test_independent_layers_do_not_import_one_another() -> None:
    wrong = [
        f"{path} imports {name}"
        for path, own, name in imports()
        if own != name and any({own, name} <= pair for pair in APART)
    ]
    assert wrong == []


def test_every_module_has_a_layer() -> None:
    present = {p.relative_to(SRC).parts[0].removesuffix(".py") for p in SRC.rglob("*.py")}
    assert present <= set(RANK)


LIBRARIES = frozenset(
    "spacy thinc numpy pdfminer pypdfium2 pytesseract PIL docx lxml jinja2 phonenumbers "
    "spellchecker rapidfuzz rich".split()
)


def imported_by(arguments: list[str], unwanted: Iterable[str]) -> str:
    """Which of the unwanted modules a run of the command line imports."""
    code = (
        "import io, sys; from atscheck.cli import cli\n"
        "out, sys.stdout = sys.stdout, io.StringIO()\n"
        f"cli.main({arguments!r}, standalone_mode=False)\n"
        f"print(*sorted({set(unwanted)!r} & set(sys.modules)), file=out)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


LAYERS_OF_WORK = (
    "documents", "resume", "skills.packs", "skills.lexicon", "matching", "checks", "report", "scan",
)  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], ["scan", "--help"], ["packs", "list"], ["rules", "list"],
     ["rules", "show", "AC201"]],
)  # fmt: skip
def test_light_commands_import_no_library_but_clicks(arguments: list[str]) -> None:
    layers = (f"atscheck.{name}" for name in LAYERS_OF_WORK)
    assert imported_by(arguments, [*LIBRARIES, *layers]) == ""


def test_a_scan_imports_nothing_that_it_does_not_need() -> None:
    resume = str(SRC.parents[1] / "examples/office-administrator.txt")
    arguments = ["scan", resume, "--pack", "machine-learning-research"]
    unneeded = ["pdfminer", "docx", "pypdfium2", "pytesseract", "spellchecker"]
    assert imported_by(arguments, [*unneeded, "atscheck.jobs", "atscheck.batch"]) == ""


def test_only_matching_imports_spacy() -> None:
    users = [
        str(path.relative_to(SRC))
        for path in sorted(SRC.rglob("*.py"))
        if "import spacy" in path.read_text(encoding="utf-8")
        or "from spacy" in path.read_text(encoding="utf-8")
    ]
    names = ("component", "docs", "models", "patterns", "phrases", "spans", "tagger")
    assert users == [f"matching/{name}.py" for name in names]


BANNED = {"pickle", "marshal", "yaml", "shelve", "requests", "httpx", "urllib", "socket"}


def test_no_banned_module_or_call() -> None:
    wrong = []
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                wrong += [a.name for a in node.names if a.name.split(".")[0] in BANNED]
            elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in BANNED:
                wrong.append(node.module)
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                wrong += [node.func.id] if node.func.id in {"eval", "exec"} else []
    assert wrong == []


def readers(names: set[str]) -> list[str]:
    """The modules that use an attribute of one of these names."""
    return [
        str(path.relative_to(SRC))
        for path in sorted(SRC.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in names
    ]


def test_the_clock_is_read_in_one_place() -> None:
    assert readers({"today", "now", "utcnow", "time_ns"}) == ["scan.py"]


def test_only_progress_tells_how_long_something_takes() -> None:
    counters = {"monotonic", "perf_counter", "process_time", "thread_time"}
    names = counters | {f"{name}_ns" for name in counters}
    assert readers(names) == ["batch/progress.py"]
