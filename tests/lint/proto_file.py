"""A reader of .proto files, as far as check_protos.py needs it: elements, their comments and options."""

import dataclasses
import re

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>"(?:\\.|[^"\\\n])*")
      | (?P<word>[A-Za-z_.][\w.]*|-?\d\w*)
      | (?P<sign>[{}()\[\]<>=;,:])
      | (?P<space>\s+)""",
    re.VERBOSE | re.DOTALL,
)


@dataclasses.dataclass
class Element:
    """A service, method, message, enum, oneof, field or enum value."""

    kind: str
    name: str
    line: int
    comment: str
    type: str = ""  # of a field; of a method, its request
    answer: str = ""  # of a method
    options: dict[str, str] = dataclasses.field(default_factory=dict)
    children: list["Element"] = dataclasses.field(default_factory=list)

    def all(self):
        """This element and everything within."""
        yield self
        for child in self.children:
            yield from child.all()

    def child(self, name: str) -> "Element | None":
        return next((child for child in self.children if child.name == name), None)


class SyntaxProblem(Exception):
    def __init__(self, line: int, text: str):
        super().__init__(text)
        self.line = line


class ProtoFile:
    """Reads the whole text at once; `elements` are those of the top level."""

    def __init__(self, text: str):
        self._tokens = list(self._tokenize(text))
        self._next = 0
        self._pending: list[tuple[int, str]] = []
        self.syntax = self.package = ""
        self.imports: list[str] = []
        self.elements: list[Element] = []
        self.opens_with_comment = text.startswith("//")
        while self._peek()[0] != "end":
            self._top_level()

    @staticmethod
    def _tokenize(text: str):
        offset, line = 0, 1
        while offset < len(text):
            match = TOKEN.match(text, offset)
            if not match:
                raise SyntaxProblem(line, f"unexpected character {text[offset]!r}")
            if match.lastgroup != "space":
                yield match.lastgroup, match.group(), line
            line += match.group().count("\n")
            offset = match.end()
        yield "end", "", line

    def _peek(self) -> tuple[str, str, int]:
        while self._tokens[self._next][0] == "comment":
            _, text, line = self._tokens[self._next]
            self._pending.append((line + text.count("\n"), text.strip("/* \n")))
            self._next += 1
        return self._tokens[self._next]

    def _take(self, wanted: str | None = None) -> str:
        _, text, line = self._peek()
        if wanted is not None and text != wanted:
            raise SyntaxProblem(line, f"{wanted!r} expected, {text!r} found")
        self._next += 1
        return text

    def _take_name(self) -> str:
        kind, text, line = self._peek()
        if kind != "word":
            raise SyntaxProblem(line, f"a name expected, {text!r} found")
        return self._take()

    def _comment_above(self, line: int) -> str:
        """The comment that ends on the line above; earlier ones belong to something else."""
        lines, wanted = [], line - 1
        for end, text in reversed(self._pending):
            if end == wanted:
                lines.append(text)
                wanted -= 1
        self._pending.clear()
        return " ".join(reversed(lines)).strip()

    def _comment_behind(self) -> str:
        """A comment on the line of the token just taken."""
        line = self._tokens[self._next - 1][2]
        kind, text, at = self._tokens[self._next]
        return text.strip("/* ") if kind == "comment" and at == line else ""

    def _skip_statement(self) -> list[str]:
        taken = []
        while (text := self._take()) != ";":
            if self._peek()[0] == "end":
                raise SyntaxProblem(self._peek()[2], "';' expected")
            taken.append(text)
        return taken

    def _top_level(self):
        _, word, line = self._peek()
        if word == "syntax":
            self.syntax = self._skip_statement()[-1].strip('"')
        elif word == "package":
            self.package = self._skip_statement()[-1]
        elif word == "import":
            self.imports.append(self._skip_statement()[-1].strip('"'))
        elif word in ("option", ";"):
            self._skip_statement()
        elif word in ("message", "enum", "service", "extend"):
            self.elements.append(self._block())
        else:
            raise SyntaxProblem(line, f"unexpected {word!r}")

    def _block(self) -> Element:
        line = self._peek()[2]
        comment = self._comment_above(line)
        element = Element(self._take(), self._take_name(), line, comment)
        self._take("{")
        while self._peek()[1] != "}":
            self._member(element)
        self._take("}")
        self._pending.clear()
        if element.kind == "extend":  # its fields are what the comment above it speaks of
            for child in element.children:
                child.comment = child.comment or element.comment
        return element

    def _member(self, parent: Element):
        _, word, line = self._peek()
        if word in ("option", "reserved", "extensions"):
            self._skip_statement()
        elif word == "rpc":
            parent.children.append(self._method())
        elif word in ("message", "enum", "oneof") and self._tokens[self._next + 2][1] == "{":
            parent.children.append(self._block())
        elif word == ";":
            self._take()
        elif self._peek()[0] == "word":
            parent.children.append(self._field(parent))
        else:
            raise SyntaxProblem(line, f"unexpected {word!r}")

    def _field(self, parent: Element) -> Element:
        line = self._peek()[2]
        comment = self._comment_above(line)
        words = []
        while (text := self._take()) != "=":
            words.append(text)
        kind = "value" if parent.kind == "enum" else "field"
        element = Element(kind, words[-1], line, comment, type="".join(words[:-1]).removeprefix("repeated"))
        self._skip_statement()
        element.comment = element.comment or self._comment_behind()
        return element

    def _method(self) -> Element:
        line = self._peek()[2]
        comment = self._comment_above(line)
        self._take("rpc")
        element = Element("method", self._take_name(), line, comment)
        element.type = self._message_in_brackets()
        self._take("returns")
        element.answer = self._message_in_brackets()
        if self._take() == "{":
            while self._peek()[1] != "}":
                statement = self._skip_statement()
                name, _, value = " ".join(statement[1:]).partition("=")
                element.options[name.strip(" ()")] = value.strip(' "')
            self._take("}")
        return element

    def _message_in_brackets(self) -> str:
        self._take("(")
        name = self._take()
        if name == "stream":
            name = self._take()
        self._take(")")
        return name
