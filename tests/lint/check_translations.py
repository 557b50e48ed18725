"""Every translation is finished and calls the user by one word, what is counted has all its forms, and the catalogues hold exactly
the texts that stand in the code; the English one, whose words are the code's, those with a count alone.

The comparison with the code needs Qt's lupdate and is left out, with a word, where that is not installed.
"""

import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from lint import Finding, Tree, main

FOLDER = "client/i18n"
LUPDATE = ("/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate-qt6")

# What is counted, and so has another form for one in English.
COUNTED = re.compile(
    r"%L?\d+ (?:(?!with )\w+ )?(?:calls|cells|changes of|columns|customers|days|drafts|entries|errors|fields|groups|hours|lines|minutes|numbers"
    r"|rows|seconds|steps|warnings|years)\b"
)
FORMS = {"vi": 1, "en": 2}

Key = tuple[str, str, str]  # context, source, disambiguation


def check(tree: Tree):
    catalogues = list(tree.files(".ts", below=[FOLDER]))
    if not catalogues and any(tree.files(".cpp", below=["client"])):
        yield Finding(FOLDER, 1, "the client has texts but no catalogue")
        return
    in_code = texts_in_code(tree) if catalogues else None
    for path in catalogues:
        try:
            messages = ElementTree.fromstring(tree.read(path))
        except ElementTree.ParseError as error:
            yield Finding(path, error.position[0], f"not readable: {error}")
            continue
        known = {}
        for key, message in keyed(messages):
            if key in known:
                yield Finding(path, line_of(tree, path, key), f"{shown(key)}: twice in the catalogue")
            known[key] = message
            for text in message_problems(message, language_of(path)):
                yield Finding(path, line_of(tree, path, key), f"{shown(key)}: {text}")
        # Qt's own texts stand in Qt's code.
        if in_code is None or path.rpartition("/")[2].startswith("qtbase_"):
            continue
        wanted = {key for key, is_counted in in_code.items() if is_counted or language_of(path) != "en"}
        for key in wanted - known.keys():
            yield Finding(path, 1, f"{shown(key)}: in the code but not in the catalogue; run lupdate")
        for key in {key for key in known.keys() - wanted if not is_brought_along(key)}:
            yield Finding(path, line_of(tree, path, key), f"{shown(key)}: no longer in the code")


def keyed(catalogue: ElementTree.Element):
    for context in catalogue.iter("context"):
        for message in context.iter("message"):
            parts = (message.findtext("source") or "", message.findtext("comment") or "")
            yield (context.findtext("name") or "", *parts), message


def language_of(path: str) -> str:
    return path.removesuffix(".ts").rpartition("_")[2]


def message_problems(message: ElementTree.Element, language: str):
    source = message.findtext("source") or ""
    translation = message.find("translation")
    if translation is None:
        yield "has no translation"
        return
    state = translation.get("type")
    if state:
        yield f"is marked {state}"
    forms = translation.findall("numerusform") or [translation]
    if message.get("numerus") == "yes":
        if len(forms) != FORMS.get(language, len(forms)):
            yield "has not the forms of its language"
    elif COUNTED.search(source):
        yield "counts without %n: English has another form for one"
    for form in forms:
        text = "".join(form.itertext())
        if not text.strip():
            yield "is translated by nothing"
        elif places(text) - places(source):
            yield "its translation has places that the text has not"
        elif re.search(r"(?<!chúng )\btôi\b", text, re.IGNORECASE):
            yield "speaks as tôi; the user is bạn everywhere"


def places(text: str) -> collections.Counter:
    """%1, %L2, %n, %Ln and {name} in a text."""
    return collections.Counter(re.findall(r"%L?\d+|%L?n|\{\w+\}", text))


def is_brought_along(key: Key) -> bool:
    """Texts of Qt itself, which has no Vietnamese catalogue: they stand in Qt's code, not in ours."""
    return key[0].startswith("Q")


def texts_in_code(tree: Tree) -> dict[Key, bool] | None:
    """Each text, and whether it has a count."""
    tool = next((found for name in LUPDATE if (found := shutil.which(name))), None)
    if tool is None:
        print("lupdate is not installed: code and catalogues were not compared", file=sys.stderr)
        return None
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / "fresh.ts"
        sources = pathlib.Path(folder) / "sources.lst"
        names = [str(tree.root / path) for path in tree.files(".cpp", ".h", ".ui", below=["client"])]
        sources.write_text("\n".join(names))
        # With the headers in reach, so that contexts carry their namespace, as the classes do at run time.
        command = [tool, "-silent", "-locations", "none", "-I", str(tree.root), f"@{sources}", "-ts", str(fresh)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return {key: message.get("numerus") == "yes" for key, message in keyed(ElementTree.parse(fresh).getroot())}


def line_of(tree: Tree, path: str, key: Key) -> int:
    """A line to look at: where the source text stands first."""
    first = key[1].splitlines()[0] if key[1].strip() else ""
    for line, text in enumerate(tree.read(path).splitlines(), start=1):
        if first and "<source>" in text and first[:40] in text.replace("&quot;", '"').replace("&apos;", "'"):
            return line
    return 1


def shown(key: Key) -> str:
    text = key[1].replace("\n", " ")
    return f'{key[0]} "{text[:50]}"'


if __name__ == "__main__":
    main(check)
