// The order of Tab where parts come into a row after it was made.
#pragma once

class QLayout;
class QWidget;

namespace banhang::client {

/// Lets Tab go through the widgets of `row`, and what is in them, as they stand there. `anchor` is one of them, and keeps
/// the place of the row among everything else: what Tab came to before it and after it stays.
void tabThrough(const QLayout& row, QWidget* anchor);

} // namespace banhang::client
