"""Includes follow the arrows of docs/architecture.md: each folder may look only where it is meant to.

    proto <- common/vn, common/platform, common <- server/core <- server/FEATURE <- server/app
    proto <- common <- client/connection <- client/core <- *_api, *_model <- pages <- client/app
Features stand in the order of FEATURES, rooms of server/core in that of CORE_ROOMS: the left never sees the right. The
CMake lists of both tiers and the document have the features in the same order, and all of them.
Further: client/ui knows neither messages nor client/core; client/ctl only what TOOLS says; `*_rules`, and what they
include, only common and messages; no Qt outside the client; gRPC and libpq only where calls and statements are made.
"""

import re

from lint import CPP_SUFFIXES, Finding, Tree, line_at, main, without_comments

# How models and delegates understand each other; it knows no widgets.
TABLE_ROLES = "client/ui/table/table_roles.h"
TIERS = ("common", "server", "client")
FEATURES = ("identity", "picklists", "views", "duplicates", "fields", "customers", "records", "notifications", "activities",
            "attachments", "reminders", "mail", "series", "sequences", "care", "subscriptions", "worklists", "calendar",
            "workday", "merging", "findings", "imports", "exports", "changes", "ops")
CORE_ROOMS = ("crypto", "database", "jobs", "rpc", "telemetry", "call", "change_log")

# Where the order of the features stands besides: lists that CMake walks, and a block of the document.
CMAKE_LIST = re.compile(r"^ *foreach\(\w+ ([^)]*)\)", re.MULTILINE)
DOCUMENT = "docs/architecture.md"
DOCUMENT_LIST = re.compile(r"^(server|client): ([\w\s<]+?)(?=\n\w+:|\n```)", re.MULTILINE)

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
QT = re.compile(r"(Q[A-Z]\w*|Qt\w*/.*|qt?[a-z]+global\.h|qglobal\.h)")
WIDGETS = re.compile(
    r"(QtWidgets/.*|QtCharts/.*|QtPrintSupport/.*"
    r"|Q(Application|Widget|Dialog\w*|MainWindow|Label|Frame|Layout|\w*BoxLayout|GridLayout|FormLayout|StackedLayout"
    r"|\w*Button|LineEdit|\w*TextEdit|TextBrowser|ComboBox|CheckBox|GroupBox|\w*SpinBox|Slider|ScrollBar|ScrollArea"
    r"|AbstractItemView|AbstractItemDelegate|StyledItemDelegate|ItemDelegate|\w*TableView|\w*ListView|\w*TreeView"
    r"|TableWidget|ListWidget|TreeWidget|HeaderView|TabWidget|TabBar|ToolBar|ToolTip|ToolBox|StatusBar|Menu|MenuBar"
    r"|Splitter|StackedWidget|Style|ProxyStyle|CommonStyle|StyleOption\w*|StylePainter|StyleFactory|Completer"
    r"|MessageBox|FileDialog|InputDialog|ProgressBar|ProgressDialog|CalendarWidget|Date\w*Edit|TimeEdit|Wizard\w*"
    r"|SystemTrayIcon|Graphics\w+|DockWidget|MdiArea|FocusFrame|SizeGrip|RubberBand|WidgetAction|SplashScreen"
    r"|DataWidgetMapper|Scroller\w*|SizePolicy))"
)
GRPC = re.compile(r"(grpc|grpcpp|grpc\+\+)/.*|banhang/v1/\w+\.grpc\.pb\.h")
LIBPQ = re.compile(r"(postgresql/)?libpq(-fe|-events)?(/.*|\.h)|pqxx/.*|pqxx")
MESSAGES = re.compile(r"banhang/v1/\w+\.pb\.h|google/protobuf/.*")

# Folders of common, and what each may see there beside itself.
COMMON = {"": {"vn", "platform"}, "vn": set(), "platform": set(), "match": {"vn"}, "sheets": {"vn"}, "demo": {"vn"}}
# Who may know the demo company.
DEMO_READERS = {"common/demo", "client/demo", "client/app", "server/app"}
# What stands on client/connection without Qt, and what it may see there beside itself.
TOOLS = {"email": set(), "ics": {"email"}, "sheets": set(), "ctl": {"connection", "ics", "sheets"},
         "demo": {"connection", "ctl", "sheets"}}
# Files of a feature that work with the database, the wire or the screen, and so are no part of a rule.
WORKING_STEMS = ("_store", "_service", "_api", "_model", "_page")

GRPC_FOLDERS = ("server/core/", "server/changes/", "server/exports/", "server/attachments/", "client/core/",
                "client/connection/", "client/ctl/")
GRPC_STEM = "_service"
PURE_FOLDERS = {
    "common/vn": "common/vn holds knowledge alone: nothing but itself, utf8proc and the standard library",
    "common/match": "common/match compares alone: nothing but itself, common/vn and JSON",
}


class Place:
    """Where a file stands: its tier, its folder inside the tier, its room there if any, and the role its name ends with."""

    def __init__(self, path: str):
        parts = path.split("/")
        self.path = path
        self.tier = parts[0]
        self.folder = parts[1] if len(parts) > 2 else "app" if self.tier in ("server", "client") else ""
        self.room = parts[2] if len(parts) > 3 else ""
        self.stem = parts[-1].rpartition(".")[0]
        in_feature = self.tier == "client" and self.folder in FEATURES
        self.is_api_or_model = in_feature and self.stem.endswith(("_api", "_model"))

    @property
    def name(self) -> str:
        return f"{self.tier}/{self.folder}" if self.folder else self.tier

    @property
    def rank(self) -> int | None:
        return FEATURES.index(self.folder) if self.folder in FEATURES else None


def known_folders() -> dict[str, set[str]]:
    return {
        "common": set(COMMON),
        "server": {"app", "core", *FEATURES},
        "client": {"app", "connection", "core", "ui", *TOOLS, *FEATURES},
    }


def objection(source: Place, target: Place, is_pure: bool) -> str | None:
    """Why the one may not include the other, both being sources of this tree; None when it may."""
    if target.tier == "tests":
        return "product code never includes tests"
    if target.name == "common/demo" and source.name not in DEMO_READERS:
        return "the demo company is known to the programs alone"
    if source.tier == "common":
        return common_objection(source, target)
    if target.tier == "common":
        return None
    if source.tier != target.tier:
        return f"{source.tier} never includes {target.tier}: they meet in proto and common"
    if is_pure and (target.rank is None or target.stem.endswith(WORKING_STEMS)):
        return "rules are pure: common, messages, and files of a feature that are as pure"
    if source.tier == "server":
        return server_objection(source, target)
    return client_objection(source, target)


def common_objection(source: Place, target: Place) -> str | None:
    if target.tier != "common":
        return "common is below both tiers"
    if target.folder == source.folder or target.folder in COMMON[source.folder]:
        return None
    allowed = ", ".join(f"common/{folder}" for folder in sorted(COMMON[source.folder]))
    return f"{source.name} sees only {allowed}" if allowed else f"{source.name} stands on its own"


def server_objection(source: Place, target: Place) -> str | None:
    if source.folder == target.folder == "core":
        return room_objection(source.room, target.room)
    if source.folder == "app" or target.folder in ("core", source.folder):
        return None
    if source.folder == "core":
        return "server/core is below the features"
    if target.folder == "app":
        return "only server/app sees server/app"
    return feature_objection(source, target)


def room_objection(source: str, target: str) -> str | None:
    if target not in CORE_ROOMS or CORE_ROOMS.index(target) <= CORE_ROOMS.index(source):
        return None
    return f"{source} never sees {target} (order: {' < '.join(CORE_ROOMS)})"


def client_objection(source: Place, target: Place) -> str | None:
    if source.folder == "app" or source.folder == target.folder and not source.is_api_or_model:
        return None
    if target.path == TABLE_ROLES:
        return None
    if target.folder == "app":
        return "only client/app sees client/app"
    if source.folder in ("connection", "ui"):
        return f"{source.name} stands on its own"
    if source.folder in ("core", *TOOLS):
        allowed = TOOLS.get(source.folder, {"connection"})
        named = ", ".join(f"client/{folder}" for folder in sorted(allowed))
        return None if target.folder in {source.folder, *allowed} else f"{source.name} sees only {named}"
    if source.is_api_or_model:
        if target.folder in ("core", "connection", "sheets") or target.is_api_or_model:
            return feature_objection(source, target)
        if target.folder == source.folder and not target.stem.endswith(("_page", "_form", "_panel")):
            return None
        return "apis and models are below pages and client/ui"
    if target.folder in ("core", "connection", "sheets", "ui"):
        return None
    return feature_objection(source, target)


def feature_objection(source: Place, target: Place) -> str | None:
    if source.rank is None or target.rank is None or target.rank <= source.rank:
        return None
    return f"{source.folder} never sees {target.folder} (order: {' < '.join(FEATURES)})"


def library_objection(source: Place, header: str) -> str | None:
    """The same for headers from outside this tree and for generated ones."""
    if source.name in PURE_FOLDERS and (QT.fullmatch(header) or GRPC.fullmatch(header) or LIBPQ.fullmatch(header)
                                        or MESSAGES.fullmatch(header)):
        return PURE_FOLDERS[source.name]
    if GRPC.fullmatch(header) and not may_speak_grpc(source):
        return "gRPC headers only in services, common/status_codec and " + ", ".join(GRPC_FOLDERS)
    if LIBPQ.fullmatch(header) and source.name != "server/core":
        return "libpq only in server/core"
    if QT.fullmatch(header):
        if source.tier != "client":
            return "no Qt outside the client"
        if source.folder in ("connection", *TOOLS):
            return f"{source.name} is free of Qt"
        if WIDGETS.fullmatch(header) and (source.folder == "core" or source.is_api_or_model):
            return "no widgets below the pages"
    if MESSAGES.fullmatch(header) and source.name == "client/ui":
        return "client/ui knows no messages"
    return None


def may_speak_grpc(source: Place) -> bool:
    return (
        source.path.startswith(GRPC_FOLDERS)
        or source.stem.endswith(GRPC_STEM)
        or source.path.startswith("common/status_codec.")
    )


def includes(tree: Tree, path: str):
    """(line, included path, whether it is a file of this tree)"""
    text = without_comments(tree.read(path))
    for match in INCLUDE.finditer(text):
        header = match.group(1) or match.group(2)
        yield line_at(text, match.start()), header, tree.exists(header) and header.split("/")[0] in (*TIERS, "tests")


def pure_files(tree: Tree) -> set[str]:
    """The rules, and what of their tier they include, directly or not."""
    pure, waiting = set(), [path for path in tree.files(*CPP_SUFFIXES, below=TIERS) if Place(path).stem.endswith("_rules")]
    while waiting:
        path = waiting.pop()
        if path in pure:
            continue
        pure.add(path)
        for _, header, is_ours in includes(tree, path):
            place = Place(header)
            if is_ours and place.rank is not None and not place.stem.endswith(WORKING_STEMS):
                waiting += [name for name in (header, header.removesuffix(".h") + ".cpp") if tree.exists(name)]
    return pure


def orders(tree: Tree):
    """(file, line, tier, names): each place where the features of a tier are listed."""
    for tier in ("server", "client"):
        path = f"{tier}/CMakeLists.txt"
        if tree.exists(path):
            text = tree.read(path)
            lists = list(CMAKE_LIST.finditer(text))
            yield path, line_at(text, lists[-1].start()) if lists else 1, tier, " ".join(match.group(1) for match in lists)
    if tree.exists(DOCUMENT):
        text = tree.read(DOCUMENT)
        for match in DOCUMENT_LIST.finditer(text):
            yield DOCUMENT, line_at(text, match.start()), match.group(1), match.group(2)


def order_findings(tree: Tree):
    for path, line, tier, text in orders(tree):
        names = [name for name in re.findall(r"\w+", text) if name in FEATURES]
        wanted = [feature for feature in FEATURES if tree.exists(f"{tier}/{feature}/CMakeLists.txt")]
        if names != wanted:
            yield Finding(path, line, f"features of {tier} are not those of FEATURES that exist: {' '.join(wanted)}")


def check(tree: Tree):
    yield from order_findings(tree)
    graph, pure = {}, pure_files(tree)
    for path in tree.files(*CPP_SUFFIXES, below=TIERS):
        source = Place(path)
        if source.folder not in known_folders()[source.tier]:
            yield Finding(path, 1, f"{source.name} has no place among the arrows: give it one in check_arrows.py")
            continue
        if source.name == "server/core" and source.room not in CORE_ROOMS:
            yield Finding(path, 1, f"a file of server/core stands in one of its rooms: {', '.join(CORE_ROOMS)}")
            continue
        graph[path] = []
        for line, header, is_ours in includes(tree, path):
            if is_ours:
                graph[path].append((line, header))
                text = objection(source, Place(header), path in pure)
            elif re.match(r"\.\.?/", header):
                text = "include paths begin at the root of the tree"
            else:
                text = library_objection(source, header)
            if text:
                yield Finding(path, line, f"includes {header}: {text}")
    yield from cycles(graph)


def cycles(graph: dict[str, list[tuple[int, str]]]):
    """A header that reaches itself."""
    done, open_path = set(), []

    def visit(path: str):
        if path in done:
            return
        open_path.append(path)
        for line, header in graph.get(path, []):
            if header in open_path:
                yield Finding(path, line, "cycle: " + " -> ".join(open_path[open_path.index(header) :] + [header]))
            else:
                yield from visit(header)
        open_path.pop()
        done.add(path)

    for path in sorted(graph):
        yield from visit(path)


if __name__ == "__main__":
    main(check)
