"""The command line: exit codes, streams, one-line errors."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click
import pytest

from atscheck import __version__, cli
from atscheck.errors import ExitCode, InputError
from atscheck.options import Command
from atscheck.renderers import RENDERERS
from atscheck.renderers.rules import render_rules
from atscheck.sandbox import level
from atscheck.sandbox.client import Server
from tests.support.command import atscheck, atscheck_process

EXAMPLES = Path(__file__).parents[1] / "examples"
RESUME = str(EXAMPLES / "ml-researcher.pdf")
JOB = str(EXAMPLES / "ml-research-scientist.txt")
PACK = "machine-learning-research"


def test_scan_prints_a_report_that_fits_80_columns() -> None:
    done = atscheck("scan", RESUME, "--pack", PACK)
    assert done.returncode == 0, done.stderr
    assert "Machine Learning Research" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


def test_scan_json_is_one_report_or_a_list() -> None:
    one = json.loads(atscheck("scan", RESUME, "--pack", PACK, "--format", "json").stdout)
    assert one["schema"] == "atscheck.report/1"
    other = str(EXAMPLES / "office-administrator.docx")
    two = json.loads(atscheck("scan", RESUME, other, "--pack", PACK, "--format", "json").stdout)
    assert [r["file"]["format"] for r in two] == ["pdf", "docx"]


def test_same_input_same_bytes() -> None:
    arguments = ("scan", RESUME, "--pack", PACK, "--format", "json", "--as-of", "2026-01-01")
    alone = atscheck_process(*arguments, PYTHONHASHSEED="1")
    assert (alone.returncode, alone.stderr) == (0, "")
    assert alone.stdout == atscheck(*arguments).stdout  # of another hash seed, after other files


def test_compare_reads_a_posting() -> None:
    done = atscheck("compare", RESUME, "--job", JOB, "--format", "json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["target"]["kind"] == "job"
    assert report["job"]["title"]
    assert report["score"]["must"]["total"] > 5


def test_thresholds_decide_the_exit_code_only_on_request() -> None:
    assert atscheck("scan", RESUME, "--pack", PACK, "--fail-under", "1").returncode == 0
    assert atscheck("scan", RESUME, "--pack", PACK, "--fail-under", "100").returncode == 1
    assert atscheck("scan", RESUME, "--pack", PACK, "--fail-on", "info").returncode == 1


def test_rules_are_chosen_and_the_score_stays() -> None:
    def scan(*options: str) -> dict[str, object]:
        done = atscheck("scan", RESUME, "--pack", PACK, "--format", "json", *options)
        assert done.returncode == 0, done.stderr
        found: dict[str, object] = json.loads(done.stdout)
        return {"score": found["score"], "rules": {f["rule"] for f in found["findings"]}}

    every, few = scan(), scan("--select", "AC,WR", "--select", "KW101", "--ignore", "AC2")
    assert few["score"] == every["score"]
    assert few["rules"] == {r for r in every["rules"] if r == "KW101" or r[:3] in ("AC1", "AC3")}
    assert scan("--ignore", "KW,AC,WR,PA,CT,DA,PI,PK")["rules"] == set()


def test_a_rule_that_does_not_exist_is_wrong_usage() -> None:
    done = atscheck("scan", RESUME, "--pack", PACK, "--ignore", "AX1")
    assert done.returncode == 2
    assert done.stderr == "error: there is no rule 'AX1'; atscheck rules list shows them\n"
    done = atscheck("scan", RESUME, "--pack", PACK, "--set", "AC102.x=1")
    assert (done.returncode, done.stderr[:32]) == (2, "error: AC102 has no option 'x'; ")


def test_what_a_resume_silences_is_counted_and_unknown_names_are_told() -> None:
    text = b"# atscheck: ignore CT, zzz\nAna Example\n\nSKILLS\nPython, PyTorch\n"
    done = atscheck("scan", "-", "--pack", PACK, stdin=text)
    assert done.stderr.endswith("its own text wants rule 'zzz' silent, and there is none\n")
    assert "silenced in the file" in done.stdout


def test_standard_input() -> None:
    resume = b"Ana Example\nana@example.org\n\nSKILLS\nPython, PyTorch\n"
    done = atscheck("scan", "-", "--pack", PACK, "--format", "json", stdin=resume)
    assert json.loads(done.stdout)["file"]["path"] == "-"
    assert atscheck("scan", "-", RESUME, "--pack", PACK, stdin=resume).returncode == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"\x89PNG\r\n\x1a\n0000", "picture"), (b"PK\x03\x04broken", "")],
)
def test_an_unreadable_file_is_one_line_and_exit_3(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(data)
    done = atscheck("scan", str(path), "--pack", PACK)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1
    assert str(path) in done.stderr
    assert ";" in done.stderr
    assert code in done.stderr


def test_a_bad_file_costs_only_itself(tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"")
    done = atscheck("scan", str(bad), RESUME, "--pack", PACK, "--format", "json")
    assert done.returncode == 3
    assert json.loads(done.stdout)["file"]["path"] == RESUME


def test_usage_errors_exit_2(tmp_path: Path) -> None:
    missing = atscheck("scan", RESUME, "--pack", "machine-learnin-research")
    assert missing.returncode == 2
    assert "machine-learning-research" in missing.stderr
    empty = tmp_path / "empty.toml"
    empty.write_text('schema = 1\nname = "e"\ntitle = "E"\n[keywords]\nmust = []\n')
    nothing = atscheck("scan", RESUME, "--pack", str(empty))
    assert (nothing.returncode, nothing.stderr.count("\n")) == (2, 1)
    assert atscheck("scan", RESUME).returncode == 2


def test_a_posting_without_keywords_is_an_error(tmp_path: Path) -> None:
    posting = tmp_path / "job.txt"
    posting.write_text("We are a nice company.\nCome and join us.\n")
    done = atscheck("compare", RESUME, "--job", str(posting))
    assert done.returncode == 2
    assert "error: " in done.stderr


def test_output_file_and_unwritable_place(tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    done = atscheck("scan", RESUME, "--pack", PACK, "--format", "json", "-o", str(out))
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads(out.read_text())["score"]
    lost = atscheck("scan", RESUME, "--pack", PACK, "-o", str(tmp_path / "none/report.txt"))
    assert lost.returncode == 74
    assert lost.stderr.startswith("error: ")


def test_exit_codes_are_those_of_the_contract() -> None:
    assert {code.name: int(code) for code in ExitCode} == {
        "DONE": 0, "THRESHOLD": 1, "USAGE": 2, "INPUT": 3, "OUTPUT": 74, "LOCKED": 75,
        "INTERRUPTED": 130,
    }  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_one_line_and_exit_74() -> None:
    done = atscheck("rules", "list", "-q")
    assert done.returncode == 0
    lost = atscheck("text", RESUME, "-o", "/dev/full")
    assert (lost.returncode, lost.stderr.count("\n")) == (74, 1)
    assert lost.stderr.startswith("error: /dev/full: ")


def test_an_output_file_is_replaced_whole_or_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "report.txt"
    out.write_text("before")
    assert atscheck("scan", str(tmp_path / "none.pdf"), "--pack", PACK, "-o", str(out)).returncode
    assert out.read_text() == "before"
    assert atscheck("text", RESUME, "-o", str(out)).returncode == 0
    assert out.read_text().startswith(RESUME)
    assert [p.name for p in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (click.Abort(), 130, "interrupted"),
        (RuntimeError("x\ny"), 70, "error: a fault of atscheck (RuntimeError); please report it"),
    ],
)
def test_what_ends_a_run_early_is_one_line(
    raised: BaseException,
    code: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr(cli.cli, "main", fail)
    monkeypatch.setattr(sys, "argv", ["atscheck", "rules", "list"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == code
    error = capsys.readouterr().err
    assert error.startswith(said)
    assert error.count("\n") == 1


def test_debug_shows_the_traceback() -> None:
    done = atscheck("--debug", "text", "no-such-file.pdf")
    assert done.returncode == 3
    assert "Traceback" in done.stderr
    assert "Traceback" not in atscheck("text", "no-such-file.pdf").stderr


def test_colour_follows_flags_and_environment() -> None:
    scan = ("scan", RESUME, "--pack", PACK)
    assert "\x1b[" in atscheck("--color", "always", *scan).stdout
    assert "\x1b[" in atscheck(*scan, FORCE_COLOR="1").stdout
    assert "\x1b[" not in atscheck(*scan, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" in atscheck(*scan, "--color", "always", NO_COLOR="1").stdout
    assert "\x1b[" not in atscheck(*scan, "--color", "never", FORCE_COLOR="1").stdout
    assert "\x1b[" not in atscheck(*scan).stdout


def test_config_file_sets_options_and_flags_win(tmp_path: Path) -> None:
    (tmp_path / "atscheck.toml").write_text(f'pack = "{PACK}"\n[scan]\nfail-under = 100\n')
    assert atscheck("scan", RESUME, cwd=tmp_path).returncode == 1
    assert atscheck("scan", RESUME, "--fail-under", "0", cwd=tmp_path).returncode == 0
    (tmp_path / "atscheck.toml").write_text("fail-undr = 100\n")
    wrong = atscheck("scan", RESUME, "--pack", PACK, cwd=tmp_path)
    assert wrong.returncode == 2
    assert "fail-under" in wrong.stderr


def test_text_shows_what_is_read() -> None:
    done = atscheck("text", RESUME)
    assert done.returncode == 0
    assert "ada" in done.stdout.lower()
    read = json.loads(atscheck("text", RESUME, "--format", "json").stdout)
    assert read["resume"]["email"].endswith("example.org")
    person = json.loads(atscheck("text", RESUME, "--format", "jsonresume").stdout)
    assert person["basics"]["email"] == read["resume"]["email"]
    stored = atscheck("text", RESUME, "--view", "stored")
    assert "The text as the file stores it" in stored.stdout
    assert "The text as the file stores it" not in done.stdout


def test_job_as_text_json_and_pack(tmp_path: Path) -> None:
    assert "PyTorch" in atscheck("job", JOB).stdout
    data = json.loads(atscheck("job", JOB, "--format", "json").stdout)
    assert data["schema"] == "atscheck.job/1"
    pack = tmp_path / "job.toml"
    pack.write_text(atscheck("job", JOB, "--format", "toml").stdout)
    done = atscheck("scan", RESUME, "--pack", str(pack), "--format", "json")
    assert done.returncode == 0, done.stderr


def test_packs_and_rules() -> None:
    assert PACK in atscheck("packs", "list").stdout
    assert "ablation" in atscheck("packs", "show", PACK).stdout
    assert f"{PACK}  must-have 2" in atscheck("packs", "match", RESUME).stdout
    assert "AC201" in atscheck("rules", "list").stdout
    assert "responsible for" in atscheck("rules", "show", "AC201").stdout.lower()
    assert atscheck("rules", "show", "XX999").returncode == 2


def test_packs_check_names_every_mistake_and_all_that_lacks(tmp_path: Path) -> None:
    assert atscheck("packs", "check").returncode == 0
    bad, draft = tmp_path / "bad.toml", tmp_path / "draft.toml"
    bad.write_text("schema = 1\n")
    assert atscheck("packs", "new", "bakery-manager", "-o", str(draft)).returncode == 0
    done = atscheck("packs", "check", str(bad), str(draft))
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: {bad}: ")
    assert f"{draft}: 0 keywords\n  it has no keywords" in done.stdout


def commands(group: click.Group, *above: str) -> list[tuple[str, click.Command]]:
    found: list[tuple[str, click.Command]] = []
    for name, command in group.commands.items():
        names = (*above, name)
        found.append((" ".join(names), command))
        if isinstance(command, click.Group):
            found += commands(command, *names)
    return found


COMMANDS = [pytest.param(n, c, id=n) for n, c in commands(cli.cli)]


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_help_tells_every_option_and_fits_80_columns(name: str, command: click.Command) -> None:
    with click.Context(command, info_name=f"atscheck {name}", terminal_width=80) as ctx:
        shown = command.get_help(ctx)
    assert max(map(len, shown.splitlines())) <= 80
    assert "..." not in command.get_short_help_str(60)
    for option in (p for p in command.params if isinstance(p, click.Option)):
        assert option.opts[-1] in shown
        assert option.help
        assert option.help.endswith((".", "]"))


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    page = (EXAMPLES.parent / "docs/cli.md").read_text(encoding="utf-8")
    _, found, part = page.partition(f"\n## atscheck {name.split(maxsplit=1)[0]}\n")
    assert found, f"docs/cli.md has no heading for {name}"
    part = part.partition("\n## ")[0]
    assert f"atscheck {name}" in part + found
    general = {p.name for p in Command("x").params}
    for option in (p for p in command.params if isinstance(p, click.Option)):
        where = page if option.name in general else part
        for flag in option.opts:
            assert f"`{flag}" in where, f"docs/cli.md does not explain {flag} of {name}"


def test_general_options_and_exit_codes_are_documented() -> None:
    page = (EXAMPLES.parent / "docs/cli.md").read_text(encoding="utf-8")
    for option in (p for p in cli.cli.params if isinstance(p, click.Option)):
        assert all(f"`{flag}" in page for flag in option.opts)
    for code in [*ExitCode, cli.INTERNAL]:
        assert f"| {int(code)} |" in page


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["sc"], {"scan"}),
        (["scan", "--fail-"], {"--fail-under", "--fail-on"}),
        (["scan", "--pack", "machine-learning-r"], {PACK}),
        (["scan", "--format", ""], set(RENDERERS)),
        (["rules", "show", "ac10"], {"AC101", "AC102"}),
        (["packs", ""], {"list", "show", "check", "new", "match", "schema"}),
    ],
)
def test_the_shell_completes(words: list[str], wanted: set[str]) -> None:
    line = {
        "_ATSCHECK_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["atscheck", *words]),
        "COMP_CWORD": str(len(words)),
    }
    done = atscheck(**line)
    shown = [entry.partition(",")[2] for entry in done.stdout.splitlines()]
    assert set(shown) == wanted


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed(shell: str) -> None:
    done = atscheck(_ATSCHECK_COMPLETE=f"{shell}_source")
    assert done.returncode == 0, done.stderr
    assert "_atscheck_completion" in done.stdout


@pytest.mark.parametrize(("form", "code"), [("html", 0), ("pdf", 2)])
def test_what_breaks_the_drawing_of_pages_costs_the_drawing(
    monkeypatch: pytest.MonkeyPatch, form: str, code: int
) -> None:
    ask = Server.ask

    def broken(server: Server, task: str, data: bytes, **arguments: Any) -> Any:
        if task != "read":
            raise InputError("crash", "reading it ended the reader")
        return ask(server, task, data, **arguments)

    monkeypatch.setattr(Server, "ask", broken)
    done = atscheck("scan", RESUME, "--pack", PACK, "--format", form)
    assert done.returncode == code
    assert done.stderr.count("\n") == 1
    assert "ml-researcher.pdf: its pages " in done.stderr
    assert ("<!doctype html>" in done.stdout) is (form == "html")


def test_version_tells_how_files_are_isolated() -> None:
    told = atscheck("--version").stdout
    assert told == f"atscheck, version {__version__}\nisolation: {level()}\n"


def test_a_resume_that_has_been_started_is_not_waited_for_if_the_pack_is_no_good() -> None:
    done = atscheck("scan", RESUME, "--pack", "none")
    assert (done.returncode, done.stderr.count("\n")) == (ExitCode.USAGE, 1)


def test_resumes_are_told_of_in_their_order_also_where_some_cannot_be_read(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pdf"
    empty.touch()
    names = [str(tmp_path / "none.pdf"), RESUME, str(empty), JOB]
    done = atscheck("scan", *names, "--pack", PACK, "--format", "json")
    assert done.returncode == ExitCode.INPUT
    assert [r["file"]["path"] for r in json.loads(done.stdout)] == [RESUME, JOB]
    told = [line.split(": ")[1] for line in done.stderr.splitlines()]
    assert told == [names[0], names[2]]


@pytest.mark.parametrize("width", [40, 80])
def test_the_list_of_rules_fills_its_columns(width: int) -> None:
    rule = ("AC201", "duty-instead-of-achievement", "info", "Bullet names a duty.")
    lines = render_rules([rule], width=width, color=False).splitlines()
    assert max(map(len, lines)) <= width
    assert lines[0].startswith("AC201  info     duty-instead-of-ach")
    assert all(line.startswith(" " * 16) for line in lines[1:])
    told = "".join(line[16:] for line in lines)
    assert told.replace(" ", "") == f"{rule[1]}{rule[3]}".replace(" ", "")
    colored = render_rules([rule], width=width, color=True)
    assert click.unstyle(colored).splitlines() == lines
    assert "\x1b[1mduty" in colored
