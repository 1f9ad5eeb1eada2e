#!/usr/bin/python3
"""Two branches of a real git change one map: the merge driver of HACKING.md joins them field by field, as TAP.

git.py PROGRAM
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = (ROOT / "data/example/hauts-de-france.milieu").read_text(encoding="utf-8")
HOW_TO = re.search(r"## Maps in git.*?\n\n((?:    [^\n]*\n)+)", (ROOT / "HACKING.md").read_text(encoding="utf-8"), re.S)[1]


class Repository:
    """A folder under git with the example in it, and the lines of HACKING.md run in it."""

    def __init__(self, folder):
        self.folder, self.map = folder, pathlib.Path(folder, "map.milieu")
        tools = pathlib.Path(folder, "tools")
        tools.mkdir()
        (tools / "milieu").symlink_to(PROGRAM)
        self.environment = {**os.environ, "HOME": folder, "PATH": f"{tools}:{os.environ['PATH']}", "GIT_CONFIG_NOSYSTEM": "1"}
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "Test")
        self.git("config", "user.email", "test@example.org")
        subprocess.run(["sh", "-ec", HOW_TO], cwd=folder, env=self.environment, check=True)
        self.write(EXAMPLE)
        self.git("add", "map.milieu", ".gitattributes")
        self.git("commit", "-q", "-m", "the map as both had it")

    def git(self, *words, check=True):
        return subprocess.run(["git", *words], cwd=self.folder, env=self.environment, check=check, text=True, capture_output=True)

    def write(self, text):
        self.map.write_text(text, encoding="utf-8")

    def commit_on(self, branch, change):
        """Makes the branch from where the first commit is, with one change of the map."""
        self.git("checkout", "-q", "-B", branch, "main")
        self.write(change(self.map.read_text(encoding="utf-8")))
        self.git("commit", "-q", "-a", "-m", branch)

    def check(self):
        return subprocess.run([PROGRAM, "check", str(self.map)], env=self.environment, capture_output=True, text=True).returncode


def replaced(before, after):
    def change(text):
        assert text.count(before) == 1, before
        return text.replace(before, after)
    return change


MUTUALAB = 'name="MutuaLab" kind="place" ground="underground" scope="core" sector="ess-communs" start="2010"'


def one_line_changed_by_both(repository):
    # git alone would report a conflict of this line
    repository.commit_on("ours", replaced(MUTUALAB, MUTUALAB.replace("MutuaLab", "MutuaLab Lille")))
    repository.commit_on("theirs", replaced(MUTUALAB, MUTUALAB.replace("2010", "2011")))
    repository.git("checkout", "-q", "ours")
    assert repository.git("merge", "-q", "theirs", check=False).returncode == 0
    text = repository.map.read_text(encoding="utf-8")
    assert MUTUALAB.replace("MutuaLab", "MutuaLab Lille").replace("2010", "2011") in text
    assert repository.check() == 0
    assert repository.git("status", "--porcelain", "--untracked-files=no").stdout == ""


def one_field_changed_by_both(repository):
    repository.commit_on("ours", replaced(MUTUALAB, MUTUALAB.replace("MutuaLab", "Ours")))
    repository.commit_on("theirs", replaced(MUTUALAB, MUTUALAB.replace("MutuaLab", "Theirs")))
    repository.git("checkout", "-q", "ours")
    merge = repository.git("merge", "theirs", check=False)
    assert merge.returncode == 1
    assert "mutualab" in merge.stdout + merge.stderr and "Theirs" in merge.stdout + merge.stderr, (merge.stdout, merge.stderr)
    assert repository.git("ls-files", "--unmerged").stdout != ""
    # ours stands, and the file is a map, not lines of both
    assert 'name="Ours"' in repository.map.read_text(encoding="utf-8")
    assert repository.check() == 0


def run(number, scenario):
    with tempfile.TemporaryDirectory(prefix="milieu-git-") as folder:
        try:
            scenario(Repository(folder))
        except (AssertionError, subprocess.CalledProcessError) as error:
            print(f"# {error!r}\nnot ok {number} {scenario.__name__}")
            return False
    print(f"ok {number} {scenario.__name__}")
    return True


if __name__ == "__main__":
    print("1..2")
    results = [run(*each) for each in enumerate((one_line_changed_by_both, one_field_changed_by_both), 1)]
    sys.exit(0 if all(results) else 1)
