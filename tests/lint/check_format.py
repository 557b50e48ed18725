"""Changed C++ files stand as clang-format writes them (all files when BANHANG_LONG is set)."""

import shutil
import subprocess

from changed_files import files_to_check
from lint import Finding, Tree, main

FORMATTERS = ("clang-format-14", "clang-format")


def check(tree: Tree):
    paths = files_to_check(tree)
    if not paths:
        return
    tool = next((found for name in FORMATTERS if (found := shutil.which(name))), None)
    if tool is None:
        yield Finding(".clang-format", 1, "clang-format is not installed: nothing was checked")
        return
    command = [tool, "--dry-run", "--ferror-limit=1", *paths]
    done = subprocess.run(command, cwd=tree.root, stderr=subprocess.PIPE, text=True, errors="replace")
    for line in done.stderr.splitlines():
        path, _, rest = line.partition(":")
        if "clang-format-violations" in rest:
            yield Finding(path, int(rest.partition(":")[0]), f"not formatted; run {tool.rpartition('/')[2]} -i {path}")


if __name__ == "__main__":
    main(check)
