"""Changed C++ files have no findings of clang-tidy (all files when BANHANG_LONG is set).

Reads a build tree of the preset "tidy", since clang cannot read GCC's precompiled headers. A file that was clean stays
so while neither it, nor what it includes, nor the rules change; that is remembered in the build tree. A run ends after
a number of seconds (--seconds); what it did not reach is named and left for the next.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import time

from changed_files import files_to_check
from lint import Finding, Tree, main

TOOL = "clang-tidy-22"
BUILD = "build/tidy"
SECONDS = 7200 if os.environ.get("BANHANG_LONG") else 900
# What moc writes is left out: no source includes it, and it waits for all libraries below.
GENERATED = re.compile(r"^(\S+\.(?:h|inc)): (?:CUSTOM_COMMAND|phony)$", re.MULTILINE)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
# A test walks through the product's headers and googletest's macros in one function without end: there the analyzer
# takes four times as long as all else. The product's own sources are looked at in depth.
SHALLOW = "--extra-arg=-Xclang --extra-arg=-analyzer-config --extra-arg=-Xclang --extra-arg=mode=shallow".split()
DIAGNOSTIC = re.compile(r"^(/[^:]+):(\d+):\d+: (?:error|warning): (.*)$", re.MULTILINE)


def check(tree: Tree):
    paths = files_to_check(tree)
    if not paths:
        return
    if shutil.which(TOOL) is None:
        yield Finding(".clang-tidy", 1, f"{TOOL} is not installed: nothing was checked")
        return
    prepare(tree)
    commands = compile_commands(tree)
    stamps = {path: stamp(tree, path, commands) for path in sources_of(tree, paths, commands)}
    jobs = [path for path in stamps if not stamps[path].exists()]
    until = time.monotonic() + SECONDS
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = [(path, pool.submit(run, tree, path, until)) for path in jobs]
        unreached = []
        for path, future in runs:
            output = future.result()
            if output is None:
                unreached.append(path)
                continue
            findings = list(diagnostics(tree, output))
            yield from findings
            if not findings:
                stamps[path].touch()
    if unreached:
        print(f"not reached within {SECONDS} s: {' '.join(unreached)}", file=sys.stderr)


def prepare(tree: Tree):
    """Configures the tree and makes the headers that are generated, and nothing else."""
    quiet = {"check": True, "cwd": tree.root, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    try:
        subprocess.run(["cmake", "--preset", "tidy"], **quiet)
        listed = subprocess.run(["ninja", "-C", BUILD, "-t", "targets", "all"], **quiet).stdout
        targets = sorted(set(GENERATED.findall(listed)))
        subprocess.run(["ninja", "-C", BUILD, *targets], **quiet)
    except subprocess.CalledProcessError as failure:
        print(failure.stdout[-8000:])
        sys.exit(f"{shlex.join(failure.cmd[:3])} failed")
    (tree.root / BUILD / "clean").mkdir(exist_ok=True)


def compile_commands(tree: Tree) -> dict[str, str]:
    entries = json.loads(tree.read(f"{BUILD}/compile_commands.json"))
    by_file = {}
    for entry in entries:
        path = os.path.relpath(os.path.join(entry["directory"], entry["file"]), tree.root)
        by_file[path] = entry["command"]
    return by_file


def sources_of(tree: Tree, paths: list[str], commands: dict[str, str]) -> list[str]:
    """A header is looked at through its own source, or through one that includes it."""
    sources = {path for path in paths if path in commands}
    for header in (path for path in paths if path.endswith(".h")):
        if includers(tree, header) & sources:
            continue
        own = header.removesuffix(".h") + ".cpp"
        candidates = [own] if own in commands else sorted(includers(tree, header) & commands.keys())
        sources.update(candidates[:1])
    return sorted(sources)


def includers(tree: Tree, header: str) -> set[str]:
    line = f'#include "{header}"'
    return {path for path in tree.files(".cpp") if line in tree.read(path)}


def stamp(tree: Tree, path: str, commands: dict[str, str]) -> pathlib.Path:
    """The file whose being there says that this very text was clean under these very rules."""
    seen, waiting = set(), [path]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        for included in INCLUDE.findall(tree.read(current)):
            proto = re.sub(r"^(banhang/v1/\w+?)(\.grpc)?\.pb\.h$", r"proto/\1.proto", included)
            waiting += [name for name in (included, proto) if tree.exists(name) and not name.startswith(".")]
    digest = hashlib.sha256(shlex.join([commands[path], *depth(path)]).encode())
    rules = (name for name in (".clang-tidy", "tests/.clang-tidy") if tree.exists(name))
    for name in [*rules, *sorted(seen)]:
        digest.update(tree.read_bytes(name))
    return tree.root / BUILD / "clean" / digest.hexdigest()


def depth(path: str) -> list[str]:
    return SHALLOW if path.startswith("tests/") else []


def run(tree: Tree, path: str, until: float) -> str | None:
    left = until - time.monotonic()
    if left <= 0:
        return None
    # What is generated counts as a system header: not looked at, which saves a third of the time.
    command = [TOOL, "--quiet", "-p", BUILD, f"--extra-arg=-isystem{tree.root / BUILD}", *depth(path), path]
    try:
        done = subprocess.run(
            command, cwd=tree.root, timeout=left, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
    except subprocess.TimeoutExpired:
        return None
    if done.returncode != 0 and not DIAGNOSTIC.search(done.stdout):
        return f"{tree.root / path}:1:1: error: {TOOL} failed: {' '.join(done.stderr.split())[-500:]}"
    return done.stdout


def diagnostics(tree: Tree, output: str):
    for match in DIAGNOSTIC.finditer(output):
        path = os.path.relpath(match.group(1), tree.root)
        yield Finding(path, int(match.group(2)), match.group(3))


if __name__ == "__main__":
    main(check)
