"""SQL stands only in stores, server/core, server/ops and migrations; row-level tables are read and written for a caller.

Columns that several stores select stand beside their reading, in a file `*_row`.

A table is row-level when a migration says so (ENABLE ROW LEVEL SECURITY). In a store, a function that runs a statement on
one must have a `Tx&` together with a `Caller&`, or a `Call&` that holds both: the statement then carries the caller's
predicate, and the transaction the caller's identity for the policy beneath. A statement meant for the server itself says
so in a comment beside it: `sql-ok: reason`.
"""

import re

from lint import CPP_SUFFIXES, Finding, Tree, code_only, line_at, main, string_literals, without_comments

SQL_FOLDERS = ("server/core/", "server/ops/")
STORES = re.compile(r"server/\w+/(?:\w+/)?\w+_store\.cpp")
ROWS = re.compile(r"server/\w+/(?:\w+/)?\w+_row\.(?:h|cpp)")
SQL_TEXT_FOLDERS = ("migrations/", "tests/")

SQL = re.compile(
    r"\s*(?:SELECT\s+(?:[\s\S]*\bFROM\s|\w+\s*\()|INSERT\s+INTO\s|UPDATE\s+[\w.]+(?:\s+(?:AS\s+)?\w+)?\s+SET\s|DELETE\s+FROM\s"
    r"|WITH\s+(?:RECURSIVE\s+)?\w+(?:\s*\([^)]*\))?\s+AS\s|MERGE\s+INTO\s|TRUNCATE\s+(?:TABLE\s+)?[\w.]+"
    r"|(?:CREATE|ALTER|DROP)\s+(?:TABLE|INDEX|UNIQUE|ROLE|USER|POLICY|SCHEMA|FUNCTION|EXTENSION|DATABASE|SEQUENCE|VIEW)\s"
    r"|(?:GRANT|REVOKE)\s+[\w, ]+\s(?:ON|TO|FROM)\s|SET\s+(?:LOCAL|ROLE|SESSION)\s|LOCK\s+TABLE\s"
    r"|COPY\s+[\w.]+\s*(?:\(|FROM\s|TO\s))"
)
SQL_IN_ANY_CASE = re.compile(SQL.pattern, re.IGNORECASE)
FRAGMENT = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+banhang\.\w+")
ROW_LEVEL = re.compile(r"ALTER\s+TABLE\s+([\w.]+)\s+ENABLE\s+ROW\s+LEVEL\s+SECURITY", re.IGNORECASE)
CONSTANT = re.compile(r"\b(k[A-Z]\w*)\s*(?:\[\s*\])?\s*(?:=\s*)?[{(]?\s*$")
CALLER = re.compile(r"\bCall\s*&|\bCaller\s*&")
TRANSACTION = re.compile(r"\bCall\s*&|\bTx\s*&")
EXEMPT = re.compile(r"//.*\bsql-ok:\s*\S{2,}")


def check(tree: Tree):
    for path in tree.files(".sql"):
        if not path.startswith(SQL_TEXT_FOLDERS):
            yield Finding(path, 1, "files of SQL stand in migrations/")
    tables = row_level_tables(tree)
    for path in tree.files(*CPP_SUFFIXES, below=["common", "server", "client"]):
        text = tree.read(path)
        is_store = STORES.fullmatch(path)
        if not is_store and not path.startswith(SQL_FOLDERS) and not ROWS.fullmatch(path):
            yield from stray_statements(path, text)
        if is_store:
            yield from callerless_statements(path, text, tables)


def is_sql(path: str, literal: str) -> bool:
    """The client speaks sentences ("Select a customer from the list"), so there only capitals count."""
    statement = SQL if path.startswith("client/") else SQL_IN_ANY_CASE
    return statement.match(literal) is not None or FRAGMENT.search(literal) is not None


def stray_statements(path: str, text: str):
    for offset, literal in string_literals(text):
        if is_sql(path, literal):
            first = " ".join(literal.split())[:40]
            yield Finding(path, line_at(text, offset), f'"{first}": SQL belongs in a store')


def row_level_tables(tree: Tree) -> set[str]:
    names = set()
    for path in tree.files(".sql", below=["migrations"]):
        names |= {match.group(1).rpartition(".")[2] for match in ROW_LEVEL.finditer(tree.read(path))}
    return names


def blocks(text: str):
    """(offset, text) of each definition that ends with a brace in the first column: functions, mostly, with their heads."""
    for match in re.finditer(r"^(?:[^\s{}#/][^\n;]*\n(?:[ \t][^\n]*\n)*)\{\n[\s\S]*?^\}", text, re.MULTILINE):
        yield match.start(), match.group()


def callerless_statements(path: str, text: str, tables: set[str]):
    if not tables:
        return
    of_table = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE|ONLY|,)\s*(?:banhang\.)(" + "|".join(sorted(tables)) + r")\b", re.IGNORECASE)
    code, lines = without_comments(text), text.splitlines()
    constants, offsets = {}, {}
    for offset, literal in string_literals(text):
        table = of_table.search(literal)
        if not table or is_exempt(lines, line_at(text, offset)):
            continue
        name = CONSTANT.search(code[:offset])
        if name:
            constants[name.group(1)] = table.group(1)
        else:
            offsets[offset] = table.group(1)
    for start, block in blocks(code):
        bare = code_only(block)
        if CALLER.search(bare) and TRANSACTION.search(bare):
            continue
        for match in re.finditer(r"\bk[A-Z]\w*", bare):
            if match.group() in constants:
                line = line_at(text, start + match.start())
                yield Finding(path, line, f"{match.group()} is on {constants[match.group()]}, run without a Tx& and a Caller&")
        for offset, table in offsets.items():
            if start <= offset < start + len(block):
                yield Finding(path, line_at(text, offset), f"a statement on {table}, run without a Tx& and a Caller&")


def is_exempt(lines: list[str], line: int) -> bool:
    """A marker on the line of the literal, or in the comment directly above its declaration."""
    at = line - 1
    if EXEMPT.search(lines[at]):
        return True
    if at > 0 and not lines[at].lstrip().startswith("constexpr") and lines[at - 1].rstrip().endswith(("{", "=", "(")):
        at -= 1  # the declaration begins one line above its text
    while at > 0 and lines[at - 1].lstrip().startswith("//"):
        at -= 1
        if EXEMPT.search(lines[at]):
            return True
    return False


if __name__ == "__main__":
    main(check)
