#!/usr/bin/python3
"""Signs in, adds a customer and finds it, as a screen reader does: real client, real server, everything found and judged by AT-SPI.

    xvfb-run -a dbus-run-session -- /usr/bin/python3 tests/e2e/reader/read_main_job.py build/dev/bin

Ends with 0 when every step was told to the reader by name, 77 when the reader's library is not installed.
"""

import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

try:
    import pyatspi
except ImportError:
    print("python3-pyatspi is not installed: nothing was read")
    sys.exit(77)

PATIENCE = 60
LEAST_WIDGETS = 8
PASSWORD = "banhang.demo"
COMPANY = "Công ty TNHH Đọc Thử"
FIELDS = ("Tên khách hàng", "Mã số thuế", "Điện thoại", "Email", "Người liên hệ", "Số nhà, đường")


class NotTold(Exception):
    """A step that no reader would have noticed."""


def eventually(what, found):
    """What `found` returns once it is true."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if result := found():
                return result
        except (LookupError, RuntimeError, TypeError, AttributeError):
            pass  # widgets come and go while they are asked
        time.sleep(0.05)
    raise NotTold(what)


class Office:
    """A server on a free port with the people of the demo company and no customers."""

    def __init__(self, programs: pathlib.Path):
        self.bin = programs
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="banhang-reader.", dir="/var/tmp"))
        self.home.chmod(0o755)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.config = self.home / "banhangd.toml"
        self.config.write_text(
            f'[server]\ndata_dir = "{self.home}/data"\nlisten = "127.0.0.1:{port}"\n'
            '[metrics]\nlisten = ""\n[backup]\nnightly = false\n'
        )
        ready = self.home / "ready"
        self.process = subprocess.Popen(
            [self.bin / "banhangd", "--config", self.config, "serve", "--ready-file", ready],
            stdout=(self.home / "log").open("w"), stderr=subprocess.STDOUT,
        )
        eventually("the server", ready.exists)
        self.connection = self.home / "office.banhang"
        self.call("connection-file", "--output", self.connection)
        self.call("demo")

    def call(self, *arguments):
        subprocess.run([self.bin / "banhangd", "--config", self.config, *arguments], check=True,
                       stdout=subprocess.DEVNULL)

    def close(self):
        self.process.terminate()
        self.process.wait(PATIENCE)
        shutil.rmtree(self.home, ignore_errors=True)


def walk(node):
    """The tree below; what goes away while it is walked is passed over."""
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield child
            yield from walk(child)


class Reader:
    """What a screen reader knows of the client: roles, names, states, relations."""

    def __init__(self, pid: int):
        self.app = eventually("the program", lambda: self.find_program(pid))

    @staticmethod
    def find_program(pid):
        desktop = pyatspi.Registry.getDesktop(0)
        return next((app for app in desktop if app and app.get_process_id() == pid), None)

    def all(self, role=None, name=None, shown=True):
        def fits(node):
            if role is not None and node.getRole() != role:
                return False
            if name is not None and name not in node.name:
                return False
            return not shown or node.getState().contains(pyatspi.STATE_SHOWING)

        return [node for node in walk(self.app) if fits(node)]

    def one(self, role, name):
        return eventually(f"{name!r}", lambda: next(iter(self.all(role, name)), None))

    @staticmethod
    def press(node):
        node.queryAction().doAction(0)


def sign_in(reader):
    name = reader.one(pyatspi.ROLE_TEXT, "Tên đăng nhập")
    password = reader.one(pyatspi.ROLE_PASSWORD_TEXT, "Mật khẩu")
    name.queryEditableText().setTextContents("minh")
    password.queryEditableText().setTextContents(PASSWORD)
    button = reader.one(pyatspi.ROLE_PUSH_BUTTON, "Đăng nhập")
    eventually("a button that can be pressed", lambda: button.getState().contains(pyatspi.STATE_ENABLED))
    reader.press(button)
    reader.one(pyatspi.ROLE_PUSH_BUTTON, "Thêm khách hàng")


def add_customer(reader):
    reader.press(reader.one(pyatspi.ROLE_PUSH_BUTTON, "Thêm khách hàng"))
    for field in FIELDS:
        node = reader.one(pyatspi.ROLE_TEXT, field)
        related = [relation.getRelationType() for relation in node.getRelationSet()]
        if pyatspi.RELATION_LABELLED_BY not in related:
            raise NotTold(f"the label of {field!r}")
    reader.one(pyatspi.ROLE_TEXT, "Tên khách hàng").queryEditableText().setTextContents(COMPANY)
    reader.one(pyatspi.ROLE_TEXT, "Điện thoại").queryEditableText().setTextContents("0913 555 204")
    reader.press(reader.one(pyatspi.ROLE_PUSH_BUTTON, "Lưu"))


def read_list(reader):
    eventually("the row of the new customer", lambda: next(iter(reader.all(name="Đọc Thử")), None))


def unnamed(reader):
    """Everything that takes the focus and has nothing to be called by."""
    def of_the_page():
        found = [n for n in reader.all() if takes_focus(n)]
        return found if len(found) >= LEAST_WIDGETS else None

    focusable = eventually("the widgets of the page", of_the_page)
    return [f"{n.getRoleName()} in {n.parent.name!r}" for n in focusable if not n.name and not labelled(n)]


def takes_focus(node):
    # Entries of closed choices say that they could, but nobody comes to them before the choice is opened.
    return node.getRole() != pyatspi.ROLE_LIST_ITEM and node.getState().contains(pyatspi.STATE_FOCUSABLE)


def labelled(node):
    return any(r.getRelationType() == pyatspi.RELATION_LABELLED_BY for r in node.getRelationSet())


def read_through(reader):
    nameless = []
    for step in (sign_in, add_customer, read_list):
        step(reader)
        print("told:", step.__name__)
        nameless += unnamed(reader)
    if nameless:
        raise NotTold("a name for: " + "; ".join(sorted(set(nameless))))


def main():
    office = Office(pathlib.Path(sys.argv[1]).resolve())
    environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1",
                       XDG_CONFIG_HOME=str(office.home), XDG_STATE_HOME=str(office.home))
    client = subprocess.Popen([office.bin / "banhang", "--connection", office.connection], env=environment)
    try:
        read_through(Reader(client.pid))
        return 0
    except NotTold as missing:
        print("the reader was not told of", missing)
        return 1
    finally:
        client.terminate()
        client.wait(PATIENCE)
        office.close()


if __name__ == "__main__":
    sys.exit(main())
