"""Which C++ files the format and tidy checks look at: the changed ones, or all when BANHANG_LONG is set."""

import os
import subprocess

from lint import CPP_SUFFIXES, Tree

CHECKED_FOLDERS = ("common", "server", "client", "tests")


def _git(tree: Tree, *arguments: str) -> str | None:
    command = ["git", "-C", str(tree.root), "-c", "core.quotePath=off", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return done.stdout if done.returncode == 0 else None


def _base(tree: Tree) -> str | None:
    """Where the work that is not yet upstream began; the last commit but one where all is upstream or there is none."""
    head = _git(tree, "rev-parse", "HEAD")
    for upstream in ("@{upstream}", "origin/HEAD", "origin/main"):
        base = _git(tree, "merge-base", "HEAD", upstream)
        if base and base != head:
            return base.strip()
    parent = _git(tree, "rev-parse", "--verify", "--quiet", "HEAD~1")
    return parent.strip() if parent else None


def files_to_check(tree: Tree) -> list[str]:
    """Sources and headers that exist, by path. All of them where there is no history to compare with."""
    everything = [path for path in tree.files(*CPP_SUFFIXES, below=CHECKED_FOLDERS)]
    if os.environ.get("BANHANG_LONG"):
        return everything
    base = _base(tree)
    if base is None:
        return everything
    changed = (_git(tree, "diff", "--name-only", base) or "").splitlines()
    unknown = (_git(tree, "ls-files", "--others", "--exclude-standard") or "").splitlines()
    return sorted(set(everything) & (set(changed) | set(unknown)))
