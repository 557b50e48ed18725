"""Headers end at 200 lines and sources at 500, unless a `size-ok: reason` comment says why not."""

from lint import CPP_SUFFIXES, Finding, Tree, main, reason

LIMITS = {".h": 200, ".cpp": 500}


def check(tree: Tree):
    for path in tree.files(*CPP_SUFFIXES):
        text = tree.read(path)
        lines, limit = text.count("\n"), LIMITS[path[path.rindex(".") :]]
        if lines > limit and not reason(text, "size-ok"):
            yield Finding(path, 1, f"{lines} lines, over {limit}: split it by noun, or say why not (size-ok: reason)")


if __name__ == "__main__":
    main(check)
