// The order of Tab where parts come into a row after it was made.
#pragma once

class QLayout;
class QWidget;

namespace banhang::client {

/// Lets Tab go through the widgets of `row`, and what is in them, as they stand there. `anchor` is one of them, and
/// keeps the place of the row among everything else: what Tab came to before it and after it stays.
void tabThrough(const QLayout& row, QWidget* anchor);
/// Lets Tab come to what is in `row` before all else in `page`. For when the page is to be shown: a focus proxy, set
/// later, puts what stands beside it in front.
void tabFirst(const QLayout& row, QWidget* page);
/// Lets Tab come to what is in `holder` where the holder itself stands, though it was made later than what follows.
/// Both need a stop before it in the window.
void tabWithin(QWidget* holder);

} // namespace banhang::client
