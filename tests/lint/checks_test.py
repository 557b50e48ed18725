"""Proves each check on the examples in bad/CHECK/CASE: it finds what the case's expected.txt says, and nothing else.

A line of expected.txt is the beginning of one finding; @ROOT@ stands for the folder that the case is copied to.
    checks_test.py [CHECK...]
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import changed_files
import lint

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parents[1]


def findings(check: str, case: pathlib.Path) -> tuple[list[str], list[str]]:
    """(expected beginnings, what the check printed), the case standing in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder).resolve() / "tree"
        shutil.copytree(case, root)
        expected = (root / "expected.txt").read_text().replace("@ROOT@", str(root)).splitlines()
        (root / "expected.txt").unlink()
        for rules in (".clang-format", ".clang-tidy"):
            shutil.copy(TOP / rules, root)
        for path in root.rglob("*.cpp"):
            path.write_text(path.read_text().replace("@ROOT@", str(root)))
        command = [sys.executable, str(HERE / f"check_{check}.py"), "--root", str(root)]
        environment = {name: value for name, value in os.environ.items() if name != "BANHANG_LONG"}
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment)
        printed = done.stdout.splitlines()
        if done.returncode != (1 if printed else 0):
            printed.append(f"exit code {done.returncode}")
        return expected, printed


class Checks(unittest.TestCase):
    pass


def add_case(check: str, case: pathlib.Path):
    def test(self):
        expected, printed = findings(check, case)
        missed = [line for line in expected if not any(finding.startswith(line) for finding in printed)]
        unexpected = [finding for finding in printed if not any(finding.startswith(line) for line in expected)]
        self.assertEqual(([], []), (missed, unexpected))

    setattr(Checks, f"test_{check}_{case.name}", test)


class ChangedFiles(unittest.TestCase):
    """The files that differ from the base of the work, and those not yet known to git."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name) / "tree"
        self.root.mkdir()
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str):
        identity = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(self.root), *identity, *arguments], check=True)

    def write(self, path: str, text: str = "int value;\n"):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text)

    def commit(self, path: str):
        self.write(path)
        self.git("add", path)
        self.git("commit", "-q", "-m", path)

    def changed(self) -> list[str]:
        return changed_files.files_to_check(lint.Tree(self.root))

    def test_first_commit_means_all(self):
        self.commit("common/first.cpp")
        self.assertEqual(["common/first.cpp"], self.changed())

    def test_last_commit_and_what_is_not_committed(self):
        for name in ("first", "second", "third"):
            self.commit(f"common/{name}.cpp")
        self.assertEqual(["common/third.cpp"], self.changed())
        self.write("common/first.cpp", "int other;\n")
        self.write("server/core/fresh.h")
        self.write("docs/notes.md")
        self.assertEqual(["common/first.cpp", "common/third.cpp", "server/core/fresh.h"], self.changed())

    def test_everything_that_is_not_upstream(self):
        for name in ("first", "second", "third"):
            self.commit(f"common/{name}.cpp")
        self.git("update-ref", "refs/remotes/origin/main", "HEAD~2")
        self.assertEqual(["common/second.cpp", "common/third.cpp"], self.changed())


for folder in sorted((HERE / "bad").iterdir()):
    if len(sys.argv) == 1 or folder.name in sys.argv[1:]:
        for example in sorted(folder.iterdir()):
            add_case(folder.name, example)

if __name__ == "__main__":
    os.environ.pop("BANHANG_LONG", None)
    unittest.main(argv=sys.argv[:1], verbosity=2)
