// The menus of the head that depend on the place: editing, and the record that is chosen.
#pragma once

#include <functional>

class QMenu;

namespace banhang::client {

class CustomersPage;
class WindowHead;

/// Fills both whenever they are opened, or looked through by Ctrl+K. `undo`: takes back what was done last.
void setUpMenus(WindowHead& head, CustomersPage& customers, const std::function<void()>& undo);

} // namespace banhang::client
