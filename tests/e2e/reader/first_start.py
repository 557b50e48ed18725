#!/usr/bin/python3
"""A new colleague at a new machine: from starting the program to the first customer saved, with a clock beside it.

    /usr/bin/python3 tests/e2e/reader/first_start.py build/dev/bin [--moved]

Starts the client where it never ran, plugs in a stick with the connection file of the office, uses it, signs in with the one-time password, chooses an own one and saves a customer, typing as fast as people do. With --moved the file names an address at which the server is no longer, so the client has to find it on the local network. As root the stick is a volume of its own, which nobody else sees; for others it is the folder of downloads. Ends with 0 when the customer is saved and prints how long it took, 77 when the reader's library is not installed.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib

from desktop import NotTold, Office, PATIENCE, Reader, eventually, free_port, go_to_own_bus, has_keyboard, press, run, start_client
import pyatspi

USER = "nguoimoi"
OWN_PASSWORD = "mot cau de nho"
COMPANY = "CTY TNHH An Khang"  # no key of this keyboard has marks
PHONE = "0913 555 204"
STICK = pathlib.Path("/media/USB IT")
OWN_MOUNTS = "BANHANG_READER_HAS_ITS_MOUNTS"


class Clock:
    """Tells how long after the start each step was done."""

    def __init__(self):
        self.start = time.monotonic()

    def done(self, step):
        print(f"{time.monotonic() - self.start:6.1f} s  {step}", flush=True)


def may_mount():
    return os.geteuid() == 0 and subprocess.run(["unshare", "--mount", "true"], stderr=subprocess.DEVNULL).returncode == 0


def plug_in(connection, home):
    """The stick of IT, in a place where sticks turn up."""
    if OWN_MOUNTS in os.environ:
        subprocess.run(["mount", "-t", "tmpfs", "media", STICK.parent], check=True)
        STICK.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "stick", STICK], check=True)
        folder = STICK
    else:
        folder = home / "Downloads"
        folder.mkdir()
    shutil.copy(connection, folder / "van-phong.banhang")
    return folder


def new_colleague(office):
    """Their one-time password."""
    made = office.call("user", "create", USER, "--name", "Nguyễn Người Mới", "--unit", "Nhóm KD 1", "--group",
                       "Nhân viên kinh doanh", "--json")
    return json.loads(made)["one_time_password"]


def begin(programs, is_moved):
    office = Office(programs)
    home = pathlib.Path(tempfile.mkdtemp(prefix="banhang-new-machine."))
    client = None
    try:
        if is_moved:
            office.call("connection-file", "--address", f"127.0.0.1:{free_port()}", "--output", office.connection)
        password = new_colleague(office)
        clock = Clock()
        client = start_client(programs, home)
        reader = Reader(client.pid)
        try:
            save_first_customer(reader, clock, lambda: plug_in(office.connection, home), password)
        except NotTold:
            print("but of:", reader.told_names())
            raise
        if is_moved:
            check_remembered(office, home)
    finally:
        if client:
            client.terminate()
            client.wait(PATIENCE)
        office.close()
        shutil.rmtree(home, ignore_errors=True)


def save_first_customer(reader, clock, plug, password):
    reader.one(pyatspi.ROLE_PUSH_BUTTON, "Chọn tệp kết nối…")
    clock.done("the program is there, and asks for the connection file")
    folder = plug()
    offer = f"Dùng van-phong.banhang ({folder.name})"
    reader.one(pyatspi.ROLE_PUSH_BUTTON, offer)
    clock.done(f"it has found the file in {folder}")
    reader.press(offer)
    reader.told("the company", "Bạn Hàng")
    clock.done("the server has told whose it is")
    reader.type_into("Tên đăng nhập", USER)
    reader.type_into("Mật khẩu", password, pyatspi.ROLE_PASSWORD_TEXT)
    reader.press("Đăng nhập")
    reader.told("that an own password is needed", "Mật khẩu ban đầu chỉ dùng lần đầu.")
    clock.done("signed in with the one-time password")
    reader.type_into("Mật khẩu mới", OWN_PASSWORD, pyatspi.ROLE_PASSWORD_TEXT)
    reader.type_into("Gõ lại lần nữa", OWN_PASSWORD, pyatspi.ROLE_PASSWORD_TEXT)
    reader.press("Đổi mật khẩu")
    eventually("the entry of the customers", lambda: press(reader.rail_entry("Khách hàng")))
    clock.done("the own password is set")
    reader.press("Thêm khách hàng")
    reader.type_into("Tên khách hàng", COMPANY)
    reader.type_into("Điện thoại", PHONE)
    reader.press("Lưu")
    reader.told("the row of the new customer", "An Khang")
    clock.done("the first customer is saved and stands in the list")


def check_remembered(office, home):
    """The next start needs nobody to look around."""
    address = tomllib.loads(office.config.read_text())["server"]["listen"]
    kept = home / "banhang" / "office.banhang"
    eventually("the new address in the kept file", lambda: tomllib.loads(kept.read_text())["addresses"][0] == address)


def main():
    parser = argparse.ArgumentParser(description="From starting the client on a new machine to the first customer saved.")
    parser.add_argument("programs", type=lambda text: pathlib.Path(text).resolve(), help="build/dev/bin")
    parser.add_argument("--moved", action="store_true", help="the server is no longer where the connection file says")
    options = parser.parse_args()
    if not has_keyboard():
        return 77
    if may_mount():
        os.environ[OWN_MOUNTS] = "1"
        go_to_own_bus("unshare", "--mount")
    else:
        go_to_own_bus()
    return run(lambda: begin(options.programs, options.moved))


if __name__ == "__main__":
    sys.exit(main())
