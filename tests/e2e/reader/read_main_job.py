#!/usr/bin/python3
"""The main job as a screen reader knows it: real client, real server, everything found and judged by AT-SPI.

    /usr/bin/python3 tests/e2e/reader/read_main_job.py build/dev/bin

Signs in, adds a customer and finds it in the list, is warned of the same customer being entered again, changes a number, and reads in the history what it was before. What is checked while it is typed is typed by keys, as people who hear the screen do. Has a display and a message bus of its own. Ends with 0 when every step was told to the reader by name, 77 when the reader's library is not installed.
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
PHONE = "0913 555 204"
NEW_PHONE = "0352 555 817"
OWN_BUS = "BANHANG_READER_HAS_ITS_BUS"
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


class Display:
    """A screen nobody sees, with a number nobody else has."""

    def __init__(self):
        read_end, write_end = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as number:
            self.name = f":{number.readline().strip()}"

    def close(self):
        self.process.terminate()
        self.process.wait(PATIENCE)


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
    """What is shown of the tree below; what goes away while it is walked is passed over."""
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None and child.getState().contains(pyatspi.STATE_SHOWING):
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

    def all(self, role=None, name=None):
        def fits(node):
            return (role is None or node.getRole() == role) and (name is None or name in node.name)

        return [node for node in walk(self.app) if fits(node)]

    def first(self, role, name):
        """What is called just so, else what has it in its name."""
        found = self.all(role, name)
        return next((n for n in found if n.name == name), found[0] if found else None)

    def one(self, role, name):
        return eventually(f"{name!r}", lambda: self.first(role, name))

    def press(self, name):
        def pressed():
            button = self.first(pyatspi.ROLE_PUSH_BUTTON, name)
            return button.getState().contains(pyatspi.STATE_ENABLED) and press(button)

        eventually(f"the button {name!r}", pressed)

    def write(self, name, text, role=pyatspi.ROLE_TEXT):
        eventually(f"the field {name!r}",
                   lambda: self.first(role, name).queryEditableText().setTextContents(text) or True)


    def type_into(self, name, text):
        """By keys, after what stands there has been taken away."""
        self.write(name, "")
        field = self.one(pyatspi.ROLE_TEXT, name)
        click(field)
        keyboard("type", text)
        eventually(f"{text!r} in {name!r}", lambda: field.queryText().getText(0, -1) == text)


def press(node):
    return node.queryAction().doAction(0) or True


def click(node):
    """Nobody manages windows on this screen: ours gets the keys by being clicked into."""
    place = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    keyboard("mousemove", str(place.x + place.width // 2), str(place.y + place.height // 2), "click", "1")


def keyboard(*acts):
    subprocess.run(["xdotool", *acts], check=True)


def sign_in(reader):
    reader.write("Tên đăng nhập", "minh")
    reader.write("Mật khẩu", PASSWORD, pyatspi.ROLE_PASSWORD_TEXT)
    reader.press("Đăng nhập")
    eventually("the entry of the customers", lambda: press(rail_entry(reader, "Khách hàng")))
    reader.one(pyatspi.ROLE_PUSH_BUTTON, "Thêm khách hàng")


def rail_entry(reader, name):
    """Called just so, or with how much work is open there."""
    buttons = (pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON)
    return next((n for n in reader.all() if n.getRole() in buttons and n.name.split(",")[0] == name), None)


def add_customer(reader):
    reader.press("Thêm khách hàng")
    for field in FIELDS:
        eventually(f"the label of {field!r}", lambda: labelled(reader.first(pyatspi.ROLE_TEXT, field)))
    reader.write("Tên khách hàng", COMPANY)
    reader.write("Điện thoại", PHONE)
    reader.press("Lưu")


def told(reader, what, text):
    """Something on the screen that is called so."""
    return eventually(what, lambda: reader.first(None, text))


def read_list(reader):
    told(reader, "the row of the new customer", "Đọc Thử")


def meet_duplicate(reader):
    reader.press("Thêm khách hàng")
    reader.type_into("Tên khách hàng", "doc thu hai")
    reader.type_into("Điện thoại", PHONE)
    told(reader, "who has that number", f"Cùng điện thoại: {PHONE}")
    told(reader, "how sure that is", "Gần như chắc chắn trùng")
    reader.press("Hủy")


def edit_customer(reader):
    told(reader, "the row of the customer", "Đọc Thử")
    reader.press("Sửa")
    told(reader, "what is edited", f"Sửa {COMPANY}")
    reader.type_into("Điện thoại", NEW_PHONE)
    reader.press("Lưu")
    told(reader, "the new number", NEW_PHONE)


def read_history(reader):
    eventually("the tab of the changes", lambda: press(reader.first(pyatspi.ROLE_PAGE_TAB, "Thay đổi")))
    change = told(reader, "what the number was before", f"{PHONE} → {NEW_PHONE}")
    if "Lê Quang Minh" not in change.name:
        raise NotTold(f"who changed it in {change.name!r}")


def unnamed(reader):
    """Everything that takes the focus and has nothing to be called by. Read anew when something goes away meanwhile."""
    def of_the_page():
        focusable = [n for n in reader.all() if takes_focus(n)]
        nameless = [f"{n.getRoleName()} in {n.parent.name!r}" for n in focusable if not n.name and not labelled(n)]
        return (nameless,) if len(focusable) >= LEAST_WIDGETS else None

    return eventually("the widgets of the page", of_the_page)[0]


def takes_focus(node):
    # Entries of closed choices say that they could, but nobody comes to them before the choice is opened.
    return node.getRole() != pyatspi.ROLE_LIST_ITEM and node.getState().contains(pyatspi.STATE_FOCUSABLE)


def labelled(node):
    return any(r.getRelationType() == pyatspi.RELATION_LABELLED_BY for r in node.getRelationSet())


def read_through(reader):
    nameless = []
    for step in (sign_in, add_customer, read_list, meet_duplicate, edit_customer, read_history):
        step(reader)
        print("told:", step.__name__)
        nameless += unnamed(reader)
    if nameless:
        raise NotTold("a name for: " + "; ".join(sorted(set(nameless))))


def go_to_own_bus():
    """Messages of this desktop are none of ours, nor ours of it."""
    if OWN_BUS in os.environ:
        return
    os.environ[OWN_BUS] = "1"
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="banhang-reader-bus.")
    os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable, *sys.argv])


def main():
    if not shutil.which("xdotool"):
        print("xdotool is not installed: nothing was typed")
        return 77
    go_to_own_bus()
    display = Display()
    os.environ["DISPLAY"] = display.name
    office = None
    client = None
    reader = None
    try:
        office = Office(pathlib.Path(sys.argv[1]).resolve())
        environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1",
                           XDG_CONFIG_HOME=str(office.home), XDG_STATE_HOME=str(office.home))
        client = subprocess.Popen([office.bin / "banhang", "--connection", office.connection], env=environment)
        reader = Reader(client.pid)
        read_through(reader)
        return 0
    except NotTold as missing:
        print("the reader was not told of", missing)
        if reader:
            print("but of:", "; ".join(f"{n.getRoleName()} {n.name!r}" for n in reader.all() if n.name))
        return 1
    finally:
        if client:
            client.terminate()
            client.wait(PATIENCE)
        if office:
            office.close()
        display.close()
        shutil.rmtree(os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
