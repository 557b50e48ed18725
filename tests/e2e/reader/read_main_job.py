#!/usr/bin/python3
"""The main job as a screen reader knows it: real client, real server, everything found and judged by AT-SPI.

    /usr/bin/python3 tests/e2e/reader/read_main_job.py build/dev/bin

Signs in, adds a customer and finds it in the list, is warned of the same customer being entered again, changes a number, and reads in the history what it was before. What is checked while it is typed is typed by keys, as people who hear the screen do. Has a display and a message bus of its own. Ends with 0 when every step was told to the reader by name, 77 when the reader's library is not installed.
"""

import pathlib
import sys

from desktop import NotTold, Office, PATIENCE, Reader, eventually, go_to_own_bus, has_keyboard, press, run, start_client
import pyatspi

LEAST_WIDGETS = 8
PASSWORD = "banhang.demo"
COMPANY = "Công ty TNHH Đọc Thử"
PHONE = "0913 555 204"
NEW_PHONE = "0352 555 817"
FIELDS = ("Tên khách hàng", "Mã số thuế", "Điện thoại", "Email", "Người liên hệ", "Số nhà, đường")


def sign_in(reader):
    reader.write("Tên đăng nhập", "minh")
    reader.write("Mật khẩu", PASSWORD, pyatspi.ROLE_PASSWORD_TEXT)
    reader.press("Đăng nhập")
    eventually("the entry of the customers", lambda: press(reader.rail_entry("Khách hàng")))
    reader.one(pyatspi.ROLE_PUSH_BUTTON, "Thêm khách hàng")


def add_customer(reader):
    reader.press("Thêm khách hàng")
    for field in FIELDS:
        eventually(f"the label of {field!r}", lambda: labelled(reader.first(pyatspi.ROLE_TEXT, field)))
    reader.write("Tên khách hàng", COMPANY)
    reader.write("Điện thoại", PHONE)
    reader.press("Lưu")


def read_list(reader):
    reader.told("the row of the new customer", "Đọc Thử")


def meet_duplicate(reader):
    reader.press("Thêm khách hàng")
    reader.type_into("Tên khách hàng", "doc thu hai")
    reader.type_into("Điện thoại", PHONE)
    reader.told("who has that number", f"Cùng điện thoại: {PHONE}")
    reader.told("how sure that is", "Gần như chắc chắn trùng")
    reader.press("Đóng")


def edit_customer(reader):
    reader.told("the row of the customer", "Đọc Thử")
    reader.press("Sửa")
    reader.told("what is edited", f"Sửa {COMPANY}")
    reader.type_into("Điện thoại", NEW_PHONE)
    reader.press("Lưu")
    reader.told("the new number", NEW_PHONE)


def read_history(reader):
    eventually("the tab of the changes", lambda: press(reader.first(pyatspi.ROLE_PAGE_TAB, "Thay đổi")))
    change = reader.told("what the number was before", f"{PHONE} → {NEW_PHONE}")
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


def main():
    if not has_keyboard():
        return 77
    go_to_own_bus()
    programs = pathlib.Path(sys.argv[1]).resolve()
    return run(lambda: read_as_a_whole(programs))


def read_as_a_whole(programs):
    office = Office(programs)
    client = start_client(programs, office.home, "--connection", office.connection)
    try:
        reader = Reader(client.pid)
        try:
            read_through(reader)
        except NotTold:
            print("but of:", reader.told_names())
            raise
    finally:
        client.terminate()
        client.wait(PATIENCE)
        office.close()


if __name__ == "__main__":
    sys.exit(main())
