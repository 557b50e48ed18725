"""What must not stand in any file: paths of one machine, registry hosts, notes to oneself, stray colours, dead links.

And what must: a licence notice beside each data file, font and icon.
"""

import fnmatch
import os.path
import pathlib
import re

from lint import Finding, Tree, line_at, main, without_comments

BINARY = (".png", ".jpg", ".ico", ".gz", ".ttf", ".otf", ".woff2", ".qm", ".pdf", ".xlsx")
DATA = (".csv", ".csv.gz", ".tsv", ".tsv.gz", ".ttf", ".otf", ".woff2", ".svg")
NOTICES = ("README.md", "NOTICE.md", "NOTICE")
# The text of a licence covers all that stands in the folder with it.
LICENCES = ("LICENSE", "LICENSE.md", "LICENSE.txt", "OFL.txt")
SHARED_FOLDERS = {"/", "/home", "/mnt", "/opt", "/root", "/srv", "/tmp", "/usr", "/usr/src", "/var/tmp"}

NOTE = re.compile(r"\b(" + "|".join(("TO" "DO", "FIX" "ME", "X" "XX")) + r")\b")
REGISTRY = re.compile(
    r"\b(?:deb|ftp|snapshot|security|archive)\.(?:debian|ubuntu)\.(?:org|com)\b"
    r"|\bregistry\.\w+\.(?:org|com|io)\b|\bfiles\.python\w+\.org\b|\bpypi\.org\b|\bcrates\.io\b|\bproxy\.\w+\.org\b"
)
LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)\s]*)?\)")
COLOUR = re.compile(
    r"#[0-9a-fA-F]{6}(?:[0-9a-fA-F]{2})?\b"
    r"|\bQColor(?:\s+\w+)?\s*[({]\s*(?:0x|\d)|\bqRgba?\s*\(\s*(?:0x|\d)"
    r"|\bQt::(?:dark)?(?:black|white|red|green|blue|cyan|magenta|yellow|gray|lightGray)\b",
    re.IGNORECASE,
)


def check(tree: Tree):
    yield from check_notices(tree)
    local = local_paths(tree.root)
    for path in tree.files():
        if path.endswith(BINARY) or path == "LICENSE":
            continue
        text = tree.read(path)
        yield from matches(path, text, NOTE, "do it now, or open an issue: no notes to oneself")
        yield from matches(path, text, REGISTRY, "name packages, not the host they come from")
        if local:
            yield from matches(path, text, local, "a path that only this machine has")
        if path.endswith(".md"):
            yield from check_links(tree, path, text)
        if path.startswith("client/") and path.endswith((".h", ".cpp", ".qss", ".ui")):
            if not fnmatch.fnmatch(path, "client/ui/theme*.cpp"):
                yield from matches(path, without_comments(text), COLOUR, "colours come from client/ui/theme")


def matches(path: str, text: str, pattern: re.Pattern, why: str):
    for match in pattern.finditer(text):
        yield Finding(path, line_at(text, match.start()), f"{match.group().strip()}: {why}")


def local_paths(root: pathlib.Path) -> re.Pattern | None:
    """Where this tree stands, the folder it stands in, and the home of whoever runs the check."""
    places = {str(root), str(root.parent), os.path.expanduser("~")} - SHARED_FOLDERS
    if not places:
        return None
    longest_first = sorted(places, key=len, reverse=True)
    return re.compile(r"(?<![\w./])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")


def check_links(tree: Tree, path: str, text: str):
    for match in LINK.finditer(text):
        target = match.group(1)
        if re.match(r"[a-z]+:", target):
            continue
        found = os.path.normpath(os.path.join(os.path.dirname(path), target))
        if found.startswith("..") or not tree.exists(found):
            yield Finding(path, line_at(text, match.start()), f"{target}: leads to nothing in this tree")


def check_notices(tree: Tree):
    """A README.md or NOTICE in the same folder or one above it (the top level aside) must name the files."""
    unnamed = {}
    for path in tree.files(*DATA):
        if not is_named(tree, pathlib.PurePosixPath(path)):
            unnamed.setdefault((path.rpartition("/")[0], path.rpartition(".")[2]), []).append(path)
    for paths in unnamed.values():
        also = f" (nor {len(paths) - 1} more like it)" if len(paths) > 1 else ""
        yield Finding(paths[0], 1, f"no README.md, NOTICE or LICENSE beside it names it and its licence{also}")


def is_named(tree: Tree, path: pathlib.PurePosixPath) -> bool:
    if any(tree.exists(f"{path.parent}/{licence}") for licence in LICENCES):
        return True
    notices = [f"{folder}/{notice}" for folder in path.parents[:-1] for notice in NOTICES]
    return any(tree.exists(notice) and names(tree.read(notice), path.name) for notice in notices)


def names(notice: str, name: str) -> bool:
    """The notice speaks of a licence, and of the file by name or by a pattern such as `*.svg`."""
    if not re.search(r"licen[cs]e", notice, re.IGNORECASE):
        return False
    words = re.findall(r"[\w*?.\[\]/-]+", notice)
    return any(fnmatch.fnmatch(name, word.rpartition("/")[2].rstrip(".")) for word in words if "." in word)


if __name__ == "__main__":
    main(check)
