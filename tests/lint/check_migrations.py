"""Migrations are numbered without gaps, well named, and never edited once released.

`migrations/checksums` lists the released ones, in the form that sha256sum writes and reads.
"""

import hashlib
import re

from lint import Finding, Tree, main

CHECKSUMS = "migrations/checksums"
NAME = re.compile(r"migrations/(\d{4})_[a-z][a-z0-9_]*\.sql")
TRANSACTION = re.compile(r"^\s*(BEGIN|START\s+TRANSACTION|COMMIT|ROLLBACK)\b[^;\n]*;", re.IGNORECASE | re.MULTILINE)


def check(tree: Tree):
    numbered = {}
    for path in tree.files(".sql", below=["migrations"]):
        name = NAME.fullmatch(path)
        if not name:
            yield Finding(path, 1, "name it NNNN_snake_case.sql, directly in migrations/")
            continue
        number = int(name.group(1))
        if number in numbered:
            yield Finding(path, 1, f"number {number:04} is also that of {numbered[number]}")
        numbered.setdefault(number, path)
        yield from check_text(path, tree.read(path))
    for expected, number in enumerate(sorted(numbered), start=1):
        if number != expected:
            yield Finding(numbered[number], 1, f"number {number:04} follows a gap: {expected:04} is missing")
            break
    yield from check_released(tree, numbered)


def check_text(path: str, text: str):
    """The migrator runs a file in one transaction and needs to keep hold of it."""
    if not text.startswith("-- "):
        yield Finding(path, 1, "begin with a comment that says what the migration is for")
    for statement in TRANSACTION.finditer(text):
        line = text.count("\n", 0, statement.start(1)) + 1
        yield Finding(path, line, f"{statement.group(1).upper()}: the migrator brings the transaction")


def check_released(tree: Tree, numbered: dict[int, str]):
    if not tree.exists(CHECKSUMS):
        yield Finding(CHECKSUMS, 1, "missing: it lists the released migrations (empty before the first release)")
        return
    released = set()
    for line, entry in enumerate(tree.read(CHECKSUMS).splitlines(), start=1):
        if not entry.strip() or entry.startswith("#"):
            continue
        digest, _, name = entry.partition("  ")
        path = f"migrations/{name}"
        if not tree.exists(path):
            yield Finding(CHECKSUMS, line, f"released migration {name} is gone")
        elif hashlib.sha256(tree.read_bytes(path)).hexdigest() != digest:
            yield Finding(path, 1, "released, so it must stay as it was: write the change as a new migration")
        released.add(path)
    latest = max((number for number, path in numbered.items() if path in released), default=0)
    for number, path in numbered.items():
        if number <= latest and path not in released:
            yield Finding(path, 1, f"not among the released ones, yet older than {numbered[latest]}")


if __name__ == "__main__":
    main(check)
