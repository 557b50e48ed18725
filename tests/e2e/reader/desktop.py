"""A desktop of its own for programs of tests: screen, message bus, server, and what a screen reader knows of the client."""

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
OWN_BUS = "BANHANG_READER_HAS_ITS_BUS"
MS_A_KEY = 60  # of somebody who types well


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


def free_port(kind=socket.SOCK_STREAM):
    with socket.socket(type=kind) as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


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
    """A server on free ports with the people of the demo company and no customers."""

    def __init__(self, programs: pathlib.Path):
        self.bin = programs
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="banhang-reader.", dir="/var/tmp"))
        self.home.chmod(0o755)
        self.config = self.home / "banhangd.toml"
        self.config.write_text(
            f'[server]\ndata_dir = "{self.home}/data"\nlisten = "127.0.0.1:{free_port()}"\n'
            f'[discovery]\nlisten = "127.0.0.1:{free_port(socket.SOCK_DGRAM)}"\n'
            '[metrics]\nlisten = ""\n[backup]\nnightly = false\n'
        )
        ready = self.home / "ready"
        self.log = self.home / "log"
        self.process = subprocess.Popen(
            [self.bin / "banhangd", "--config", self.config, "serve", "--ready-file", ready],
            stdout=self.log.open("w"), stderr=subprocess.STDOUT,
        )
        eventually("the server", ready.exists)
        self.connection = self.home / "office.banhang"
        self.call("connection-file", "--output", self.connection)
        self.call("demo")

    def call(self, *arguments):
        """What the command of banhangd prints."""
        done = subprocess.run([self.bin / "banhangd", "--config", self.config, *arguments], check=True,
                              stdout=subprocess.PIPE, text=True)
        return done.stdout

    def close(self):
        self.process.terminate()
        self.process.wait(PATIENCE)
        shutil.rmtree(self.home, ignore_errors=True)


def start_client(programs: pathlib.Path, home: pathlib.Path, *arguments):
    """On a machine of its own, as far as the client can tell."""
    environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1",
                       HOME=str(home), XDG_CONFIG_HOME=str(home), XDG_STATE_HOME=str(home))
    return subprocess.Popen([programs / "banhang", *arguments], env=environment)


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

    def told(self, what, text):
        """Something on the screen that is called so."""
        return eventually(what, lambda: self.first(None, text))

    def press(self, name):
        def pressed():
            button = self.first(pyatspi.ROLE_PUSH_BUTTON, name)
            return button.getState().contains(pyatspi.STATE_ENABLED) and press(button)

        eventually(f"the button {name!r}", pressed)

    def rail_entry(self, name):
        """Called just so, or with how much work is open there."""
        buttons = (pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON)
        return next((n for n in self.all() if n.getRole() in buttons and n.name.split(",")[0] == name), None)

    def write(self, name, text, role=pyatspi.ROLE_TEXT):
        eventually(f"the field {name!r}",
                   lambda: self.first(role, name).queryEditableText().setTextContents(text) or True)

    def type_into(self, name, text, role=pyatspi.ROLE_TEXT):
        """By keys, after what stands there has been taken away."""
        self.write(name, "", role)
        field = self.one(role, name)
        click(field)
        keyboard("type", "--delay", str(MS_A_KEY), text)
        if role == pyatspi.ROLE_TEXT:
            eventually(f"{text!r} in {name!r}", lambda: field.queryText().getText(0, -1) == text)

    def told_names(self):
        return "; ".join(f"{n.getRoleName()} {n.name!r}" for n in self.all() if n.name)


def press(node):
    return node.queryAction().doAction(0) or True


def click(node):
    """Nobody manages windows on this screen: ours gets the keys by being clicked into."""
    place = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    keyboard("mousemove", str(place.x + place.width // 2), str(place.y + place.height // 2), "click", "1")


def keyboard(*acts):
    subprocess.run(["xdotool", *acts], check=True)


def go_to_own_bus(*in_front):
    """Messages of this desktop are none of ours, nor ours of it. `in_front`: a command that starts what follows it."""
    if OWN_BUS in os.environ:
        return
    os.environ[OWN_BUS] = "1"
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="banhang-reader-bus.")
    command = [*in_front, "dbus-run-session", "--", sys.executable, *sys.argv]
    os.execvp(command[0], command)


def run(job):
    """On a screen of its own; the exit code for tests."""
    display = Display()
    os.environ["DISPLAY"] = display.name
    try:
        job()
        return 0
    except NotTold as missing:
        print("the reader was not told of", missing)
        return 1
    finally:
        display.close()
        shutil.rmtree(os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)


def has_keyboard():
    if shutil.which("xdotool"):
        return True
    print("xdotool is not installed: nothing was typed")
    return False
