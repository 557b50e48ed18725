"""Links of the documents into the sources show the line that they name.

`[CallContext::transact](../server/core/call_context.cpp#L118)`: line 118 must hold the word `transact`, and be code. With --mend the line
numbers are put right where the name occurs at the start of a definition.
"""

import posixpath
import re
import sys

from lint import Finding, Tree, line_at, main

LINK = re.compile(r"\[`?(?P<name>[^\]`]+)`?\]\((?P<target>[^)#\s]+)#L(?P<line>\d+)\)")
COMMENT = re.compile(r"^\s*(//|\*|--|#)")


def word_of(name: str) -> str:
    """The part of `Class::function()` that a line of code must hold."""
    return re.split(r"::|\.", name.rstrip("()"))[-1]


def target_of(path: str, match: re.Match) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), match.group("target")))


def shows(tree: Tree, target: str, line: int, word: str) -> bool:
    lines = tree.read(target).splitlines()
    if not 1 <= line <= len(lines):
        return False
    text = lines[line - 1]
    return re.search(rf"\b{re.escape(word)}\b", text) is not None and not COMMENT.match(text)


def check(tree: Tree):
    for path in tree.files(".md"):
        text = tree.read(path)
        for match in LINK.finditer(text):
            at, target = line_at(text, match.start()), target_of(path, match)
            if not tree.exists(target):
                yield Finding(path, at, f"no file {target}")
            elif not shows(tree, target, int(match.group("line")), word_of(match.group("name"))):
                yield Finding(path, at, f"{target}:{match.group('line')} does not show {match.group('name')} (--mend)")


def definition_line(tree: Tree, target: str, name: str) -> int | None:
    """The first line that defines the name: qualified as in the link, else at the margin, else anywhere in code."""
    word = word_of(name)
    patterns = (rf"^\S.*\b{re.escape(name.rstrip('()'))}\b", rf"^\S.*\b{re.escape(word)}\b", rf"\b{re.escape(word)}\b")
    lines = tree.read(target).splitlines()
    for pattern in patterns:
        for number, text in enumerate(lines, start=1):
            if re.search(pattern, text) and not COMMENT.match(text) and not text.startswith("#include"):
                return number
    return None


def mend(tree: Tree) -> None:
    for path in tree.files(".md"):

        def corrected(match: re.Match) -> str:
            target = target_of(path, match)
            line = definition_line(tree, target, match.group("name")) if tree.exists(target) else None
            return match.group().replace(f"#L{match.group('line')}", f"#L{line or match.group('line')}")

        text = tree.read(path)
        if (mended := LINK.sub(corrected, text)) != text:
            (tree.root / path).write_text(mended, encoding="utf-8")


if __name__ == "__main__":
    if "--mend" in sys.argv:
        import pathlib

        mend(Tree(pathlib.Path(__file__).resolve().parents[2]))
    else:
        main(check)
