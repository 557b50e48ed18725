"""What the checks of this folder share: walking the tree, reading sources, reporting.

A check is a function that takes a Tree and yields Findings. Each is a script of its own:
    check_x.py [--root DIR]
prints its findings as `path:line: text`, and exits with 1 when there are any.
"""

import argparse
import dataclasses
import functools
import os
import pathlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator

SKIPPED_FOLDERS = {".git", ".cache", "__pycache__", "build", "out"}
BAD_EXAMPLES = "tests/lint/bad"
CPP_SUFFIXES = (".h", ".cpp")


@dataclasses.dataclass(frozen=True, order=True)
class Finding:
    """One thing to correct, at a line counted from 1."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


class Tree:
    """The files below a root; paths are relative to it, with slashes."""

    def __init__(self, root: pathlib.Path):
        self.root = root.resolve()

    @functools.cached_property
    def paths(self) -> list[str]:
        found = []
        for folder, subfolders, names in os.walk(self.root):
            relative = pathlib.Path(folder).relative_to(self.root).as_posix()
            subfolders[:] = sorted(
                name
                for name in subfolders
                if name not in SKIPPED_FOLDERS and f"{relative}/{name}".removeprefix("./") != BAD_EXAMPLES
            )
            found += [f"{relative}/{name}".removeprefix("./") for name in names]
        return sorted(found)

    def files(self, *suffixes: str, below: Iterable[str] = ("",)) -> Iterator[str]:
        """The paths with one of the suffixes in one of the folders; without suffixes, all of them."""
        starts = tuple(f"{folder}/" if folder else "" for folder in below)
        for path in self.paths:
            if path.startswith(starts) and (not suffixes or path.endswith(suffixes)):
                yield path

    def exists(self, path: str) -> bool:
        return (self.root / path).exists()

    def read_bytes(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    @functools.lru_cache(maxsize=None)
    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8", errors="replace")


CPP_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>(?:u8|u|U|L)?R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"
                 | (?:u8|u|U|L)?"(?:\\.|[^"\\\n])*")
      | (?P<char>(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+')""",
    re.VERBOSE | re.DOTALL,
)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def without_comments(cpp: str) -> str:
    """The C++ text with comments turned into blanks; lines and columns stay where they were."""
    return CPP_TOKEN.sub(lambda m: _blank(m.group()) if m.group("comment") else m.group(), cpp)


def code_only(cpp: str) -> str:
    """The C++ text without comments and without what stands in string and character literals."""

    def blank(match: re.Match) -> str:
        return _blank(match.group()) if match.group("comment") else '"' + _blank(match.group())[2:] + '"'

    return CPP_TOKEN.sub(blank, cpp)


# What may stand between two literals that the compiler joins, beside blanks: line continuations, macros with more text.
BETWEEN_LITERALS = re.compile(r"\\|[A-Z][A-Z0-9_]{2,}")


def string_literals(cpp: str) -> Iterator[tuple[int, str]]:
    """Offset and content of each string literal, neighbours joined as the compiler joins them."""
    start, joined, end = None, "", 0
    for match in CPP_TOKEN.finditer(cpp):
        if not match.group("string"):
            continue
        words = without_comments(cpp[end : match.start()]).split()
        if start is not None and all(BETWEEN_LITERALS.fullmatch(word) for word in words):
            joined += _content(match.group())
        else:
            if start is not None:
                yield start, joined
            start, joined = match.start(), _content(match.group())
        end = match.end()
    if start is not None:
        yield start, joined


def _content(literal: str) -> str:
    raw = re.fullmatch(r'\w*R"([^(]*)\((.*)\)\1"', literal, re.DOTALL)
    if raw:
        return raw.group(2)
    body = literal[literal.index('"') + 1 : -1]
    return body.replace("\\n", "\n").replace("\\t", "\t").replace('\\"', '"')


def line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def reason(text: str, marker: str) -> bool:
    """Whether the text holds an exemption such as `size-ok: why`. The why is not optional."""
    return re.search(rf"\b{re.escape(marker)}:\s*\S{{2,}}", text) is not None


def main(check: Callable[[Tree], Iterable[Finding]]) -> None:
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    findings = sorted(set(check(Tree(parser.parse_args().root))))
    for finding in findings:
        print(finding)
    sys.exit(1 if findings else 0)
