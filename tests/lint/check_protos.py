"""The protos follow the API improvement proposals (google.aip.dev), as far as this project took them over.

Names, comments on every element, standard methods, paging, masks, request ids, and the right that each method needs.
"""

import re

from lint import Finding, Tree, main
from proto_file import Element, ProtoFile, SyntaxProblem

FOLDER = "proto"
READING_VERBS = ("Get", "BatchGet", "List", "Search", "Find", "Check", "Watch")
STANDARD = re.compile(r"(Get|List|Create|Update|Delete)([A-Z]\w*)")
FIXED_RIGHTS = {"open", "signed_in"}
HARMLESS = "Repeating it is harmless"
SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
PASCAL = re.compile(r"([A-Z][a-z0-9]*)+")


def upper_snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()


def check(tree: Tree):
    files = {}
    for path in tree.files(".proto", below=[FOLDER]):
        try:
            files[path] = ProtoFile(tree.read(path))
        except SyntaxProblem as problem:
            yield Finding(path, problem.line, f"not understood: {problem}")
    elements = [element for file in files.values() for top in file.elements for element in top.all()]
    messages = {element.name: element for element in elements if element.kind == "message"}
    rights = FIXED_RIGHTS | granted_rights(elements)
    for path, file in files.items():
        yield from check_file(path, file)
        for service in (element for element in file.elements if element.kind == "service"):
            for method in service.children:
                for text in method_problems(method, messages, rights):
                    yield Finding(path, method.line, f"{method.name}: {text}")
        for element in (element for top in file.elements for element in top.all()):
            for text in element_problems(element):
                yield Finding(path, element.line, f"{element.kind} {element.name}: {text}")


def granted_rights(elements: list[Element]) -> set[str]:
    """All "resource.action", from the two enums."""

    def values(name: str) -> list[str]:
        enums = [element for element in elements if element.kind == "enum" and element.name == name]
        return [value.name.removeprefix(f"{name.upper()}_").lower() for enum in enums for value in enum.children[1:]]

    return {f"{resource}.{action}" for resource in values("Resource") for action in values("Action")}


def check_file(path: str, file: ProtoFile):
    folder, _, name = path.removeprefix(f"{FOLDER}/").removesuffix(".proto").rpartition("/")
    package = folder.replace("/", ".")
    if file.syntax != "proto3":
        yield Finding(path, 1, 'syntax must be "proto3"')
    if file.package != package:
        yield Finding(path, 1, f"package must be {package}, as the folder says")
    if not re.fullmatch(r"(\w+\.)+v\d+", package):
        yield Finding(path, 1, "the package must end with its version, such as banhang.v1")
    if not SNAKE.fullmatch(name):
        yield Finding(path, 1, "file names are snake_case")
    if not file.opens_with_comment:
        yield Finding(path, 1, "begin with one sentence on the file's role")
    if file.imports != sorted(file.imports):
        yield Finding(path, 1, "imports in alphabetical order")
    services = [element for element in file.elements if element.kind == "service"]
    for service in services[1:]:
        yield Finding(path, service.line, f"{service.name}: one service for each file")
    for service in services:
        wanted = "".join(part.capitalize() for part in name.split("_")) + "Service"
        if service.name != wanted:
            yield Finding(path, service.line, f"{service.name}: the service of {name}.proto is {wanted}")


def element_problems(element: Element):
    """What holds for every element: comments and names."""
    if not element.comment:
        yield "say in a comment what it is for"
    if element.kind in ("message", "enum", "service", "method") and not PASCAL.fullmatch(element.name):
        yield "names of types and methods are PascalCase"
    if element.kind in ("field", "oneof") and not SNAKE.fullmatch(element.name):
        yield "names of fields are snake_case"
    if element.kind == "field" and element.type == "google.protobuf.Timestamp" and not element.name.endswith("time"):
        yield "names of moments end with `time` (AIP-142)"
    if element.kind == "enum":
        yield from enum_problems(element)


def enum_problems(enum: Element):
    prefix = upper_snake(enum.name)
    if not enum.children or enum.children[0].name != f"{prefix}_UNSPECIFIED":
        yield f"the first value must be {prefix}_UNSPECIFIED (AIP-126)"
    for value in enum.children:
        if not value.name.startswith(f"{prefix}_"):
            yield f"{value.name} must begin with {prefix}_"


def method_problems(method: Element, messages: dict[str, Element], rights: set[str]):
    right = method.options.get("required_right")
    if right is None:
        yield "states no required_right"
    elif right not in rights:
        yield f'required_right "{right}" is not one of {", ".join(sorted(rights))}'
    if method.type != f"{method.name}Request":
        yield f"its request must be {method.name}Request"
    request, answer = messages.get(method.type), messages.get(method.answer)
    if request is None:
        yield f"{method.type} is not defined"
        return
    if answer is None:
        yield f"{method.answer} is not defined"
        return
    is_open = right == "open"  # no caller yet whose requests could be remembered
    if not method.name.startswith(READING_VERBS) and not is_open and HARMLESS not in method.comment:
        if not request.child("request_id"):
            yield f'a write without request_id (AIP-155), and its comment does not say "{HARMLESS}"'
    standard = STANDARD.fullmatch(method.name)
    if standard:
        yield from standard_problems(*standard.groups(), method, request, answer, messages)


def standard_problems(verb: str, noun: str, method: Element, request: Element, answer: Element, messages: dict):
    """AIP-131 to 135 and 158. Writes may answer with more than the resource, in a message of their own."""
    if verb == "List":
        yield from list_problems(method, request, answer)
        return
    if verb == "Get":
        if method.answer.endswith("Response") or not noun.endswith(method.answer):
            yield f"Get answers with the resource itself, {noun}"
        return
    if method.answer != noun and not method.answer.endswith("Response"):
        yield f"answers with {noun}, or with a response that holds it"
    if noun in messages and method.answer != noun and not any(field.type == noun for field in answer.children):
        yield f"{method.answer} does not hold the {noun}"
    if verb in ("Create", "Update") and noun in messages and not any(f.type == noun for f in request.children):
        yield f"{method.type} does not hold a {noun}"
    if verb == "Update":
        mask = request.child("update_mask")
        if not mask or mask.type != "google.protobuf.FieldMask":
            yield "Update needs google.protobuf.FieldMask update_mask (AIP-134)"


def list_problems(method: Element, request: Element, answer: Element):
    for name, type_ in (("page_size", "int32"), ("page_token", "string")):
        field = request.child(name)
        if not field or field.type != type_:
            yield f"List needs {type_} {name} (AIP-158)"
    if method.answer != f"{method.name}Response":
        yield f"List answers with {method.name}Response"
    if not answer.child("next_page_token"):
        yield f"{method.answer} needs string next_page_token (AIP-158)"


if __name__ == "__main__":
    main(check)
